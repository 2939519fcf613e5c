package org.openwash.cli;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
@Command(name = "evaluate")
final class EvaluateCommand implements Callable<Integer> {
    EvaluateCommand(Streams streams) {}
    @Override public Integer call() { return 1; }
}
