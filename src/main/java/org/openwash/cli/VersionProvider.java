package org.openwash.cli;

import org.openwash.Version;
import picocli.CommandLine.IVersionProvider;

/// Answers `--version`.
final class VersionProvider implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"openwash " + Version.current()};
    }
}
