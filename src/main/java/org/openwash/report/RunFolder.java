package org.openwash.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.openwash.domain.SetupException;

/// The folder of a run that is read back: an output folder, or that of one night.
record RunFolder(Path path) {

    /// @throws SetupException if there is no such folder
    static RunFolder of(Path path) {
        if (!Files.isDirectory(path)) {
            throw new SetupException("No folder " + path + ". Name an output folder, or one of a night, such as "
                    + "output/nights/00003-2026-12-03.");
        }
        return new RunFolder(path);
    }

    boolean has(Table<?> table) {
        return Files.isRegularFile(path.resolve(table.file()));
    }

    ReadTable table(Table<?> table) {
        return new ReadTable(path.resolve(table.file()));
    }

    /// @throws SetupException if the folder has no such table, or it cannot be read
    void claims(Table<?> table, Consumer<ReadClaim> each) throws IOException {
        if (!has(table)) {
            throw new SetupException(path + " holds no " + table.file() + ", so it is not the folder of a run. Name an output "
                    + "folder, or one of a night, such as output/nights/00003-2026-12-03.");
        }
        table(table).rows(ReadClaim.NEEDED, row -> each.accept(ReadClaim.of(row)));
    }

    /// What run.json says; empty where there is none, as in the folder of a night.
    Optional<RunRecord> record() throws IOException {
        Path file = path.resolve(RunRecord.FILE);
        return Files.exists(file) ? Optional.of(RunRecord.read(file)) : Optional.empty();
    }
}
