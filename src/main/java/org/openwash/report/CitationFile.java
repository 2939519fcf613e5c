package org.openwash.report;

/// Says how to cite a folder of reports, in the Citation File Format 1.2.0. Nothing is known here of who collected the
/// articles, so that their name is left to fill in.
final class CitationFile {

    static final String FILE = "CITATION.cff";

    private CitationFile() {}

    static String of(Edition edition) {
        return """
                # Written anew with the reports: fill it in where you publish them.
                cff-version: 1.2.0
                message: If you use these tables, cite them and what they rest on.
                type: dataset
                title: Claims of openness in news coverage, held against licence facts
                authors:
                  - name: (whoever collected the articles)
                references:
                  - type: software
                    title: Openwash
                    version: %s
                    license: Apache-2.0
                    authors:
                      - name: The Openwash contributors
                  - type: data
                    title: Openwash facts base
                    version: %s
                    license: Apache-2.0
                    authors:
                      - name: The Openwash contributors
                """.formatted(TableWriter.json(edition.version()), TableWriter.json(edition.factsVersion()));
    }
}
