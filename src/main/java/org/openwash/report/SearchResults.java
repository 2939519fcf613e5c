package org.openwash.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Hit;
import org.openwash.domain.Hits;
import tools.jackson.databind.node.ObjectNode;

/// Shows what a search found: as a table for the terminal, as CSV or as JSON.
public final class SearchResults {

    /// TABLE for people; CSV with the columns of claims.csv; JSON an array of objects with the same names, and `score`
    /// and `snippet`.
    public enum Format { TABLE, CSV, JSON }

    private static final int WIDTH = 100;
    private static final TextTable HEAD = new TextTable(10, 18, 20, 13, 11, 12, 4);

    private SearchResults() {}

    public static void print(Hits hits, Format format, Appendable to) throws IOException {
        switch (format) {
            case TABLE -> table(hits, to);
            case CSV -> TableWriter.csv(Tables.CLAIMS, hits.best().stream().map(Hit::row).toList(), to);
            case JSON -> json(hits, to);
        }
    }

    /// A group of claims like another one.
    ///
    /// @param relation `same`, `opposite` or `words`
    /// @param heading  what it means, for people
    public record Group(String relation, String heading, List<Hit> hits) {

        public Group {
            hits = List.copyOf(hits);
        }
    }

    /// Groups of claims, each marked with what it is: CSV and JSON say so in `relation`, before the columns of
    /// claims.csv.
    public static void print(List<Group> groups, Format format, Appendable to) throws IOException {
        Table<NamedClaim> table = Tables.named("-", "Claims like another", "relation", "same, opposite, words");
        switch (format) {
            case TABLE -> {
                for (Group group : groups) {
                    to.append(TextTable.printable(group.heading())).append('\n');
                    table(new Hits(group.hits().size(), group.hits()), to);
                    to.append('\n');
                }
            }
            case CSV -> TableWriter.csv(table, named(groups).toList(), to);
            case JSON -> array(named(groups).map(row -> TableWriter.json(TableWriter.object(table, row))).toList(), to);
        }
    }

    private static Stream<NamedClaim> named(List<Group> groups) {
        return groups.stream()
                .flatMap(group -> group.hits().stream().map(hit -> new NamedClaim(group.relation(), hit.row())));
    }

    private static void table(Hits hits, Appendable to) throws IOException {
        if (!hits.best().isEmpty()) {
            to.append(HEAD.line("published", "outlet", "subject", "aspect", "attribution", "verdict", "flag")).append('\n');
        }
        for (Hit hit : hits.best()) {
            ClaimRow row = hit.row();
            to.append('\n').append(HEAD.line(
                            Objects.toString(row.metadata().published(), ""),
                            Objects.toString(row.metadata().outlet(), ""),
                            row.claim().subject(),
                            row.claim().aspect().label(),
                            row.claim().attribution().label(),
                            row.judgement().verdict().label(),
                            row.flagged() ? "FLAG" : ""))
                    .append('\n');
            for (String line : TextTable.wrap(hit.snippet(), WIDTH - 4)) {
                to.append("    ").append(line).append('\n');
            }
            to.append("    ").append(TextTable.printable(row.source()))
                    .append(", sentence ").append(String.valueOf(row.claim().sentence())).append('\n');
        }
        to.append(hits.best().isEmpty() ? "" : "\n").append(total(hits)).append('\n');
    }

    private static String total(Hits hits) {
        String found = hits.total() == 1 ? "1 claim" : hits.total() + " claims";
        int shown = hits.best().size();
        return hits.total() == shown ? found : found + ", " + shown + " shown";
    }

    private static void json(Hits hits, Appendable to) throws IOException {
        List<String> objects = new ArrayList<>();
        for (Hit hit : hits.best()) {
            ObjectNode object = TableWriter.object(Tables.CLAIMS, hit.row());
            object.put("score", hit.score());
            object.put("snippet", Cells.writable(hit.snippet()));
            objects.add(TableWriter.json(object));
        }
        array(objects, to);
    }

    private static void array(List<String> objects, Appendable to) throws IOException {
        to.append(objects.isEmpty() ? "[]" : "[\n" + String.join(",\n", objects) + "\n]").append('\n');
    }
}
