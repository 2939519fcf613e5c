package org.openwash.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexDeletionPolicy;
import org.apache.lucene.store.Directory;

/// Keeps the last commit, and the last one of which a nightly run has written its report: the next report says what
/// changed since then, however many commits a run that was killed has left behind.
final class KeptCommits extends IndexDeletionPolicy {

    @Override
    public void onInit(List<? extends IndexCommit> commits) throws IOException {
        onCommit(commits);
    }

    @Override
    public void onCommit(List<? extends IndexCommit> commits) throws IOException {
        boolean reportedIsKept = false;
        for (int i = commits.size() - 1; i >= 0; i--) {
            IndexCommit commit = commits.get(i);
            boolean last = i == commits.size() - 1;
            boolean reported = !reportedIsKept && isReported(commit.getUserData());
            reportedIsKept |= reported;
            if (!last && !reported) {
                commit.delete();
            }
        }
    }

    /// The last commit that was reported and that this version can read; nothing where there is none.
    static Optional<IndexCommit> reported(Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return Optional.empty();
        }
        return DirectoryReader.listCommits(directory).reversed().stream()
                .filter(commit -> {
                    Map<String, String> data = userData(commit);
                    return isReported(data) && Schema.VERSION.equals(data.get(ArticleIndex.SCHEMA_KEY));
                })
                .findFirst();
    }

    private static Map<String, String> userData(IndexCommit commit) {
        try {
            return commit.getUserData();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isReported(Map<String, String> data) {
        return Boolean.parseBoolean(data.get(ArticleIndex.REPORTED_KEY));
    }
}
