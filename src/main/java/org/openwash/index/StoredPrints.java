package org.openwash.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Optional;
import java.util.RandomAccess;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.openwash.domain.Outcome;
import org.openwash.domain.Print;

/// The prints of all articles at one moment, in no order that means anything. Each is read when it is asked for.
final class StoredPrints extends AbstractList<Print> implements RandomAccess, Closeable {

    private final DirectoryReader reader;
    private final int[] documents;

    StoredPrints(DirectoryReader reader) throws IOException {
        this.reader = reader;
        int[] found = new int[reader.numDocs()];
        int count = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
            BinaryDocValues prints = leaf.reader().getBinaryDocValues(Fields.PRINT);
            Bits live = leaf.reader().getLiveDocs();
            while (prints != null && prints.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (live == null || live.get(prints.docID())) {
                    found[count++] = leaf.docBase + prints.docID();
                }
            }
        }
        documents = Arrays.copyOf(found, count);
    }

    @Override
    public int size() {
        return documents.length;
    }

    @Override
    public Print get(int index) {
        try {
            int document = documents[index];
            LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
            return read(leaf, document - leaf.docBase);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DirectoryReader reader() {
        return reader;
    }

    Optional<Print> of(String articleId) throws IOException {
        Optional<Place> place = place(articleId);
        return place.isEmpty() ? Optional.empty() : Optional.of(read(place.get().leaf(), place.get().document()));
    }

    /// The article with this id.
    Optional<Outcome> outcome(String articleId) throws IOException {
        Optional<Place> place = place(articleId);
        return place.isEmpty() ? Optional.empty()
                : Optional.of(StoredArticles.decode(place.get().leaf().reader().storedFields().document(place.get().document())));
    }

    private record Place(LeafReaderContext leaf, int document) {}

    private Optional<Place> place(String articleId) throws IOException {
        var term = new Term(Fields.ARTICLE, Fields.key(articleId));
        for (LeafReaderContext leaf : reader.leaves()) {
            PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
            Bits live = leaf.reader().getLiveDocs();
            while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (live == null || live.get(postings.docID())) {
                    return Optional.of(new Place(leaf, postings.docID()));
                }
            }
        }
        return Optional.empty();
    }

    /// The article itself.
    Outcome outcome(int index) throws IOException {
        return StoredArticles.decode(reader.storedFields().document(documents[index]));
    }

    private static Print read(LeafReaderContext leaf, int document) throws IOException {
        // anew each time: such a walk goes forward only
        BinaryDocValues prints = leaf.reader().getBinaryDocValues(Fields.PRINT);
        if (!prints.advanceExact(document)) {
            throw new IllegalStateException("no print in document " + document);
        }
        BytesRef bytes = prints.binaryValue();
        return PrintBytes.read(ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
