package org.openwash.upstream;

import java.nio.file.Path;
import java.util.Locale;

/// The public collections that can be imported, each with its place in the order of precedence: a vendor's licence
/// file, its documentation, the package's own metadata, a statement of the OSI or FSF, OSAI, MOT, the press.
public enum Upstream {
    SPDX("the SPDX licence list",
            "reports what the OSI and the FSF state, above OSAI and MOT, below the vendor and the package"),
    SCANCODE("ScanCode LicenseDB",
            "is a reading of licence texts, below the texts themselves and what the OSI and the FSF state"),
    OSAI("the European Open Source AI Index",
            "stands below the vendor, the package, the OSI and the FSF, above MOT and the press"),
    MOT("the Model Openness Tool",
            "stands below the vendor, the package, the OSI, the FSF and OSAI, above the press");

    private final String title;
    private final String precedence;

    Upstream(String title, String precedence) {
        this.title = title;
        this.precedence = precedence;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }

    /// What its word weighs against ours, for the note of a disagreement.
    String precedence() {
        return label() + " " + precedence;
    }

    /// @param path the upstream's file, or a folder that holds it where the upstream's releases do
    /// @throws org.openwash.domain.SetupException if nothing there can be read as this upstream; the message names
    /// file, line and remedy
    public Reading read(Path path) {
        return switch (this) {
            case SPDX -> SpdxReader.read(path);
            case SCANCODE -> ScanCodeReader.read(path);
            case OSAI -> OsaiReader.read(path);
            case MOT -> MotReader.read(path);
        };
    }
}
