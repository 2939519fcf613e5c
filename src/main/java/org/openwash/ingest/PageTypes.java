package org.openwash.ingest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.openwash.domain.DataFile;

/// Which of the things that servers send may be articles (`media-types.tsv`, `no-pages.txt`).
final class PageTypes {

    /// The extension of what is a page only if its first bytes are.
    static final String UNTOLD = "?";

    private final Map<String, String> extensions = new HashMap<>();
    private final Set<String> noPages = new HashSet<>();

    PageTypes() {
        DataFile.rowsBelowHeader("ingest/media-types.tsv", 2).forEach(row -> extensions.put(row.cell(0), row.cell(1)));
        DataFile.rowsBelowHeader("ingest/no-pages.txt", 1).forEach(row -> noPages.add(row.cell(0)));
    }

    /// The extension of a file that would be read the same way; empty if this type holds no article.
    ///
    /// @param type in lower case, without parameters; empty if none was stated
    String extension(String type) {
        return extensions.getOrDefault(type, "");
    }

    /// The name of a file that a website keeps for machines; empty if the address is none of such a file.
    String noPage(String address) {
        String path = address.replaceFirst("(?s)[?#].*", "");
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return noPages.contains(name) ? name : "";
    }
}
