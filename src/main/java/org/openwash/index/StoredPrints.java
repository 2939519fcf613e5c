package org.openwash.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Outcome;
import org.openwash.domain.Precedence;
import org.openwash.domain.Print;

/// The prints of all articles at one moment, in no order that means anything. Each is read when it is asked for.
/// For one thread at a time.
final class StoredPrints extends AbstractList<Print> implements RandomAccess, Closeable {

    private final DirectoryReader reader;
    private final int[] documents;
    private @Nullable List<Ids> ids; // made when first needed
    private @Nullable PostingsEnum postings; // used again
    private @Nullable BinaryDocValues prints; // used again
    private @Nullable LeafReaderContext printsOf;

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

    /// Which article has this id. A night asks this of every article that it knows.
    Optional<Precedence> precedence(String articleId) throws IOException {
        Optional<Place> place = place(articleId);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        LeafReaderContext leaf = place.get().leaf();
        if (prints == null || printsOf != leaf || prints.docID() > place.get().document()) { // it goes forward only
            prints = leaf.reader().getBinaryDocValues(Fields.PRINT);
            printsOf = leaf;
        }
        return Optional.of(PrintBytes.precedence(bytes(prints, place.get().document())));
    }

    /// The article with this id.
    Optional<Outcome> outcome(String articleId) throws IOException {
        Optional<Place> place = place(articleId);
        return place.isEmpty() ? Optional.empty()
                : Optional.of(StoredArticles.decode(place.get().leaf().reader().storedFields().document(place.get().document())));
    }

    private record Place(LeafReaderContext leaf, int document) {}

    /// Where to look an id up in one part of the index; made once, since a night looks up every article that it knows.
    private record Ids(LeafReaderContext leaf, TermsEnum terms) {}

    private List<Ids> ids() throws IOException {
        if (ids == null) {
            ids = new ArrayList<>();
            for (LeafReaderContext leaf : reader.leaves()) {
                Terms terms = leaf.reader().terms(Fields.ARTICLE);
                if (terms != null) {
                    ids.add(new Ids(leaf, terms.iterator()));
                }
            }
        }
        return ids;
    }

    private Optional<Place> place(String articleId) throws IOException {
        var key = new BytesRef(Fields.key(articleId));
        for (Ids part : ids()) {
            if (part.terms().seekExact(key)) {
                postings = part.terms().postings(postings, PostingsEnum.NONE);
                Bits live = part.leaf().reader().getLiveDocs();
                while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    if (live == null || live.get(postings.docID())) {
                        return Optional.of(new Place(part.leaf(), postings.docID()));
                    }
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
        return PrintBytes.read(bytes(leaf.reader().getBinaryDocValues(Fields.PRINT), document));
    }

    private static ByteBuffer bytes(@Nullable BinaryDocValues prints, int document) throws IOException {
        if (prints == null || !prints.advanceExact(document)) {
            throw new IllegalStateException("no print in document " + document);
        }
        BytesRef bytes = prints.binaryValue();
        return ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
