package org.openwash.ingest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Remembers the pages met in a WARC file, so that a record which only says "as before" can be told by the number of
/// the record that holds the page. Remembers the last ones only, to stay small.
final class WarcRevisits {

    private static final int MOST = 20_000;
    private static final int LONGEST = 500;
    private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d).*");

    private final Map<String, Integer> records = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > 3 * MOST; // record id, digest and address of each
        }
    };

    void remember(WarcCutter.Piece page) {
        names(page, "WARC-Record-ID", "WARC-Payload-Digest", "WARC-Target-URI")
                .forEach(name -> records.put(name, page.number()));
    }

    /// Why a revisit holds no page.
    String reason(WarcCutter.Piece revisit) {
        Integer record = names(revisit, "WARC-Refers-To", "WARC-Payload-Digest", "WARC-Refers-To-Target-URI",
                "WARC-Target-URI").map(records::get).filter(r -> r != null).findFirst().orElse(null);
        if (record != null) {
            return "a revisit: the page is that of #" + record;
        }
        Matcher day = DAY.matcher(revisit.header("WARC-Refers-To-Date"));
        return "a revisit: the page, captured before" + (day.matches() ? " on " + day.group(1) : "")
                + ", is not in this file so far";
    }

    private static Stream<String> names(WarcCutter.Piece piece, String... headers) {
        return Stream.of(headers).map(piece::header).filter(name -> !name.isEmpty() && name.length() <= LONGEST);
    }
}
