package org.openwash.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openwash.Pipeline;
import org.openwash.evaluation.Agreement;
import org.openwash.evaluation.AgreementText;
import org.openwash.evaluation.Evaluation;
import org.openwash.evaluation.EvaluationText;
import org.openwash.evaluation.GoldSet;
import org.openwash.report.InputBalance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Measures how well claims and flags are found.
@Command(name = "evaluate", mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Analyse the inputs and compare their claims with a gold set: precision, recall, F1, confusion matrix.",
            "With --agreement: compare two annotators' gold sets of the same sentences: Cohen's kappa, Krippendorff's alpha."})
final class EvaluateCommand implements Callable<Integer> {

    @Option(names = "--gold", required = true, paramLabel = "GOLD.jsonl", description = "the claims that people marked")
    private Path gold = Path.of("");

    @Option(names = "--sentences", required = true, paramLabel = "SENTENCES.jsonl", description = "the numbered sentences of the articles")
    private Path sentences = Path.of("");

    @Option(names = "--subject-classes", paramLabel = "FILE",
            description = "ids that count as the same subject (default: subject-classes.txt beside the gold file)")
    private @Nullable Path subjectClasses;

    @Option(names = "--agreement", paramLabel = "OTHER.jsonl",
            description = "the claims that another annotator marked in the same sentences; no INPUT is read then")
    private @Nullable Path agreement;

    @Parameters(arity = "0..*", paramLabel = "INPUT", description = "files, folders, or - for standard input")
    private List<String> inputs = List.of();

    @Mixin
    private SourceChoices reading = new SourceChoices();

    @Mixin
    private AnalysisOptions analysis = new AnalysisOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Spec
    private @Nullable CommandSpec command; // set by picocli

    private final Streams streams;

    EvaluateCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        if (inputs.isEmpty() == (agreement == null)) {
            throw new ParameterException(Objects.requireNonNull(command).commandLine(), agreement == null
                    ? "Missing required parameter: 'INPUT'" : "--agreement compares two gold sets and reads no INPUT");
        }
        if (agreement != null) {
            common.settings(Map.of());
            AgreementText.print(Agreement.of(GoldSet.read(gold, sentences, subjectClasses),
                    GoldSet.read(agreement, sentences, subjectClasses)), streams.out());
            return ExitCode.DONE;
        }
        return evaluate();
    }

    private int evaluate() throws IOException {
        Map<String, String> given = new LinkedHashMap<>(reading.given());
        given.putAll(analysis.given());
        Messages messages = common.messages(streams);
        var settings = common.settings(given);
        GoldSet goldSet = GoldSet.read(gold, sentences, subjectClasses);
        Pipeline pipeline = new Pipeline(settings, streams.clock());
        Pipeline.DryResult result;
        try (var progress = new Progress(streams.err(), common.quiet)) {
            result = pipeline.dryRun(inputs, streams.in(), progress);
        }
        InputSummary.tell(result.inputs(), result.unmatchedMetadata(), messages);
        Evaluation keywords = pipeline.keywordBaseline().evaluate(goldSet, result.published());
        EvaluationText.print(Evaluation.of(goldSet, result.claims()), keywords, streams.out());
        return InputBalance.of(result.inputs()).failed() > 0 ? ExitCode.DONE_WITH_FAILURES : ExitCode.DONE;
    }
}
