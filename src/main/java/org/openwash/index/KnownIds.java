package org.openwash.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Tells which claims a commit holds, by looking ids up one after the other.
final class KnownIds {

    private record Part(TermsEnum ids, @Nullable Bits live) {}

    private final List<Part> parts = new ArrayList<>();

    KnownIds(DirectoryReader commit) throws IOException {
        for (LeafReaderContext leaf : commit.leaves()) {
            LeafReader reader = leaf.reader();
            Terms ids = reader.terms(Fields.CLAIM_ID);
            if (ids != null) {
                parts.add(new Part(ids.iterator(), reader.getLiveDocs()));
            }
        }
    }

    boolean holds(BytesRef id) throws IOException {
        BytesRef term = ClaimAnalyzer.INSTANCE.normalize(Fields.CLAIM_ID, id.utf8ToString());
        for (Part part : parts) {
            if (part.ids().seekExact(term)) {
                PostingsEnum documents = part.ids().postings(null, PostingsEnum.NONE);
                for (int doc = documents.nextDoc(); doc != PostingsEnum.NO_MORE_DOCS; doc = documents.nextDoc()) {
                    if (part.live() == null || part.live().get(doc)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
