package org.openwash.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Outcome;

/// Walks the articles of an index by id, along the sorted terms of the id field, with one article in memory.
final class StoredArticles implements Iterator<Outcome> {

    private final TermsEnum ids;
    private final StoredFields stored;
    /// null when nothing is deleted
    private final @Nullable Bits live;
    private @Nullable PostingsEnum postings;
    private int next = DocIdSetIterator.NO_MORE_DOCS;

    private StoredArticles(IndexReader reader, Terms terms) throws IOException {
        ids = terms.iterator();
        stored = reader.storedFields();
        live = MultiBits.getLiveDocs(reader);
        advance();
    }

    static Stream<Outcome> of(IndexReader reader) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, Fields.ARTICLE);
        if (terms == null) {
            return Stream.empty();
        }
        int order = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.DISTINCT;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(new StoredArticles(reader, terms), order), false);
    }

    @Override
    public boolean hasNext() {
        return next != DocIdSetIterator.NO_MORE_DOCS;
    }

    @Override
    public Outcome next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        try {
            Document document = stored.document(next);
            advance();
            return decode(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void advance() throws IOException {
        while (ids.next() != null) {
            postings = ids.postings(postings, PostingsEnum.NONE);
            for (next = postings.nextDoc(); next != DocIdSetIterator.NO_MORE_DOCS; next = postings.nextDoc()) {
                if (live == null || live.get(next)) {
                    return;
                }
            }
        }
        next = DocIdSetIterator.NO_MORE_DOCS;
    }

    static Outcome decode(Document document) {
        byte[] payload = payload(document);
        String type = document.get(Fields.TYPE);
        return switch (type) {
            case Fields.TYPE_ANALYSED -> Payload.analysed(payload);
            case Fields.TYPE_OTHER_LANGUAGE -> Payload.otherLanguage(payload);
            default -> throw new IllegalStateException("no article but " + type);
        };
    }

    /// An article whose source is gone.
    static Outcome deleted(Document document) {
        String type = document.get(Fields.WAS);
        return switch (type) {
            case Fields.TYPE_ANALYSED -> Payload.analysed(payload(document));
            case Fields.TYPE_OTHER_LANGUAGE -> Payload.otherLanguage(payload(document));
            default -> throw new IllegalStateException("no article but " + type);
        };
    }

    static byte[] payload(Document document) {
        BytesRef bytes = document.getBinaryValue(Fields.PAYLOAD);
        return BytesRef.deepCopyOf(bytes).bytes;
    }
}
