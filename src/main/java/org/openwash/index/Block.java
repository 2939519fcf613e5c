package org.openwash.index;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.openwash.domain.Article;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Decisions;
import org.openwash.domain.Outcome;
import org.openwash.domain.Print;

/// Lays out one article for Lucene: a document for each claim, then the article's own, in one block.
///
/// @param familiesOf the subjects that a subject belongs to, nearest first
record Block(Function<String, List<String>> familiesOf) {

    private static final FieldType KEYWORD = new FieldType();

    static {
        KEYWORD.setTokenized(true); // by the analyzer, to one term in lower case
        KEYWORD.setOmitNorms(true);
        KEYWORD.setIndexOptions(IndexOptions.DOCS);
        KEYWORD.freeze();
    }

    List<Document> of(Outcome.Analysed analysed) {
        String id = analysed.article().id();
        List<Document> block = new ArrayList<>();
        // threshold and decisions are a matter of the moment of search, not stored
        for (ClaimRow row : ClaimRow.of(analysed, 1, Decisions.none())) {
            block.add(claim(row, id));
        }
        block.add(article(analysed.article(), Fields.TYPE_ANALYSED, Payload.of(analysed)));
        return block;
    }

    List<Document> of(Outcome.OtherLanguage other) {
        return List.of(article(other.article(), Fields.TYPE_OTHER_LANGUAGE, Payload.of(other)));
    }

    private static Document article(Article article, String type, byte[] payload) {
        Document document = member(article.id(), article.source(), type, payload);
        document.add(new StringField(Fields.ARTICLE, Fields.key(article.id()), Store.NO));
        document.add(new BinaryDocValuesField(Fields.PRINT, new BytesRef(PrintBytes.of(Print.of(article)))));
        return document;
    }

    /// An article whose source is gone, in place of its block.
    static Document deleted(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Analysed analysed -> deleted(analysed.article(), Fields.TYPE_ANALYSED, Payload.of(analysed));
            case Outcome.OtherLanguage other -> deleted(other.article(), Fields.TYPE_OTHER_LANGUAGE, Payload.of(other));
            case Outcome.Failed failed -> throw new IllegalArgumentException("was never stored: " + failed);
            case Outcome.Skipped skipped -> throw new IllegalArgumentException("was never stored: " + skipped);
        };
    }

    private static Document deleted(Article article, String was, byte[] payload) {
        Document document = new Document(); // its source may give another article now
        document.add(new StringField(Fields.TYPE, Fields.TYPE_DELETED, Store.YES));
        document.add(new StringField(Fields.BLOCK, Fields.key(article.id()), Store.NO));
        document.add(new StoredField(Fields.PAYLOAD, payload));
        document.add(new StoredField(Fields.WAS, was));
        return document;
    }

    private static Document member(String id, String source, String type, byte[] payload) {
        Document document = new Document();
        document.add(new StringField(Fields.TYPE, type, Store.YES));
        document.add(new StringField(Fields.BLOCK, Fields.key(id), Store.NO));
        document.add(new StringField(Fields.BLOCK_SOURCE, Fields.key(source), Store.NO));
        document.add(new StoredField(Fields.PAYLOAD, payload));
        return document;
    }

    private Document claim(ClaimRow row, String articleId) {
        Document document = member(articleId, row.source(), Fields.TYPE_CLAIM, Payload.of(row));
        String order = Fields.key(row.claim().id());
        document.add(new SortedDocValuesField(Fields.ORDER, new BytesRef(order)));
        document.add(new StringField(Fields.ORDER, order, Store.NO)); // lets a sort stop early
        document.add(new StringField(Fields.ABOUT, Fields.key(row.claim().subject()), Store.NO));
        if (row.claim().agreed()) {
            document.add(new StringField(Fields.AGREED, "true", Store.NO));
        }
        for (Fields.Field field : Fields.all()) {
            for (Object value : field.values().apply(row)) {
                switch (field.kind()) {
                    case KEYWORD -> document.add(new Field(field.name(), (String) value, KEYWORD));
                    case TEXT, WORDS -> document.add(new TextField(field.name(), (String) value, Store.NO));
                    case NUMBER -> document.add(new DoubleField(field.name(), (Double) value, Store.NO));
                    case DAY -> document.add(new LongField(field.name(), ((LocalDate) value).toEpochDay(), Store.NO));
                    case DERIVED -> throw new IllegalStateException(field.name() + " has nothing to store");
                }
            }
        }
        for (String family : familiesOf.apply(row.claim().subject())) {
            document.add(new Field(Fields.SUBJECT, family, KEYWORD));
            addFacet(document, Fields.SUBJECT, family);
        }
        LocalDate published = row.metadata().published();
        for (String field : Fields.FACETS) {
            if (field.equals(Fields.MONTH)) {
                if (published != null) {
                    addFacet(document, field, YearMonth.from(published).toString());
                }
            } else {
                Objects.requireNonNull(Fields.named(field)).values().apply(row)
                        .forEach(value -> addFacet(document, field, (String) value));
            }
        }
        return document;
    }

    private static void addFacet(Document document, String field, String value) {
        document.add(new SortedSetDocValuesField(Fields.facet(field), new BytesRef(Fields.key(value))));
    }
}
