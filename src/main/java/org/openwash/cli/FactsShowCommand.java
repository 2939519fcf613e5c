package org.openwash.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Alias;
import org.openwash.domain.SetupException;
import org.openwash.domain.Subject;
import org.openwash.facts.FactBook;
import org.openwash.facts.FactSheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Shows what the base knows of a subject on a day.
@Command(name = "show", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Print what held for a subject on a day: licences, their clauses, what was published, sources.")
final class FactsShowCommand implements Callable<Integer> {

    enum Format { TABLE, JSON }

    @Parameters(paramLabel = "SUBJECT", description = "its id (llama-3.1) or a name that articles use (\"Llama 3.1\")")
    private String subject = "";

    @Option(names = "--on", paramLabel = "YYYY-MM-DD",
            description = "the day (default: the day up to which the base was kept)")
    @Nullable private LocalDate on;

    @Option(names = "--format", paramLabel = "table|json", description = "how it is printed (default: table)")
    private Format format = Format.TABLE;

    @Mixin
    private CommonOptions common = new CommonOptions();

    private final Streams streams;

    FactsShowCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        common.messages(streams);
        FactBook book = FactBook.load(common.settings(Map.of()).facts());
        LocalDate day = on == null ? book.date() : on;
        FactSheet sheet = FactSheet.of(book, named(book, day), day);
        switch (format) {
            case TABLE -> FactSheetText.print(sheet, streams.out());
            case JSON -> streams.out().println(
                    JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(sheet));
        }
        return ExitCode.DONE;
    }

    /// By id, else by a name as it was meant on that day.
    private Subject named(FactBook book, LocalDate day) {
        var byId = book.catalogue().subject(subject.toLowerCase(Locale.ROOT));
        if (byId.isPresent()) {
            return byId.get();
        }
        List<Subject> meant = book.catalogue().subjects().stream()
                .filter(s -> s.aliases().stream().anyMatch(a -> a.meantOn(day) && a.text().equalsIgnoreCase(subject)))
                .toList();
        if (meant.size() == 1) {
            return meant.getFirst();
        }
        if (meant.size() > 1) {
            throw new SetupException("'" + subject + "' may mean several subjects: "
                    + String.join(", ", meant.stream().map(Subject::id).toList()) + ". Give one of these ids.");
        }
        List<String> near = near(book);
        throw new SetupException("No subject '" + subject + "' in the facts base."
                + (near.isEmpty() ? " Add it with --facts DIR; docs/facts.md tells how." : " Near it: "
                        + String.join(", ", near) + "."));
    }

    /// Ids of which the words given are a part.
    private List<String> near(FactBook book) {
        String wanted = folded(subject);
        return wanted.length() < 2 ? List.of() : book.catalogue().subjects().stream()
                .filter(s -> Stream.concat(Stream.of(s.id()), s.aliases().stream().map(Alias::text))
                        .anyMatch(n -> folded(n).contains(wanted) || folded(n).length() > 3
                                && wanted.contains(folded(n))))
                .map(Subject::id)
                .limit(8)
                .toList();
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
