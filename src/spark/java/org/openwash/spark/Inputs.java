package org.openwash.spark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.openwash.domain.SetupException;
import org.openwash.ingest.InputFile;
import org.openwash.ingest.Sources;

/// Finds the files of a run before it is spread over machines. What has a scheme (`hdfs:`, `s3a:`, `file:`) is asked of
/// Hadoop; other paths are local, and must lie at the same place on every machine.
record Inputs(Configuration hadoop) {

    /// All files in the order given, and what else there is to say of the inputs.
    List<InputUnit> units(List<String> inputs, Sources sources) {
        var units = new ArrayList<InputUnit>();
        for (String input : inputs) {
            if (isAddress(input)) {
                new RemoteTree(hadoop).walk(input, units::add);
            } else {
                sources.forEach(List.of(input), InputStream.nullInputStream(), file -> {
                    units.add(local(file));
                    return false; // opened by whoever reads it
                }, found -> units.add(InputUnit.of(found)));
            }
        }
        return units;
    }

    private static InputUnit local(InputFile file) {
        return new InputUnit(file.source(), file.path().toAbsolutePath().toString(), false, file.size(), null);
    }

    /// `s3a://bucket/key`; not `C:\news`, nor `10:30.txt`.
    static boolean isAddress(String input) {
        int colon = input.indexOf(":/");
        return colon > 1 && input.substring(0, colon).chars().allMatch(c -> Character.isLetterOrDigit(c) || "+-.".indexOf(c) >= 0);
    }

    /// The inputs that a list names, one a line, such as the `warc.paths.gz` of a crawl.
    ///
    /// @param base what lines that are no addresses are relative to; empty for the folder one stands in
    /// @throws SetupException if the list cannot be read
    List<String> listed(String list, String base) {
        var inputs = new ArrayList<String>();
        try (InputStream file = open(list);
                var lines = new BufferedReader(new InputStreamReader(
                        list.endsWith(".gz") ? new GZIPInputStream(file) : file, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String input = line.strip();
                if (!input.isEmpty() && !input.startsWith("#")) {
                    inputs.add(isAddress(input) || base.isEmpty() ? input : base + (base.endsWith("/") ? "" : "/") + input);
                }
            }
        } catch (IOException e) {
            throw new SetupException("The list " + list + " cannot be read (" + RemoteTree.reason(e) + "). Correct --list.", e);
        }
        return inputs;
    }

    private InputStream open(String file) throws IOException {
        Path path = isAddress(file) ? new Path(URI.create(file)) : new Path(java.nio.file.Path.of(file).toUri());
        return path.getFileSystem(hadoop).open(path);
    }
}
