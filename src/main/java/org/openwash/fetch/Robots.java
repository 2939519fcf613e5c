package org.openwash.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.openwash.fetch.TroubleException.Meaning;

/// What the owners of sites let robots do, by RFC 9309: no file (4xx) allows all, a server that fails (5xx, 429, no
/// answer) nothing. A file is believed for a day; up to [#LARGEST] of it are read, which is what the RFC asks for.
final class Robots {

    /// The name that a robots.txt may speak to us by.
    static final String NAME = "openwash";
    static final int LARGEST = 500 << 10;
    private static final Duration FRESH = Duration.ofDays(1);
    /// More is kept for one run only: nearly all files are smaller.
    private static final int REMEMBERED = 16 << 10;
    /// Nobody means more: it would be one page a minute.
    static final Duration LONGEST_DELAY = Duration.ofSeconds(60);
    private static final int TOO_MANY = 429;

    /// Gets a file, past its redirects.
    interface Getter {
        Answer get(WebAddress file) throws TroubleException, InterruptedException;
    }

    /// A file as it was read.
    ///
    /// @param text empty where there was none
    record Remembered(Instant read, String text) {}

    /// What holds for one site.
    private static final class Site {
        private final ReentrantLock lock = new ReentrantLock();
        private @Nullable Remembered file; // null until it was read
        private @Nullable BaseRobotRules rules; // null until it was read
        private @Nullable TroubleException trouble; // null if there was none
    }

    private final Clock clock;
    private final Map<String, Site> sites = new ConcurrentHashMap<>();

    Robots(Clock clock, Map<String, Remembered> remembered) {
        this.clock = clock;
        remembered.forEach((origin, file) -> {
            if (isFresh(file)) {
                Site site = sites.computeIfAbsent(origin, o -> new Site());
                site.file = file;
                site.rules = rules(origin, file.text().getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private boolean isFresh(Remembered file) {
        Duration age = Duration.between(file.read(), clock.instant());
        return !age.isNegative() && age.compareTo(FRESH) < 0;
    }

    /// @return the delay that the site asks for; zero if it asks for none
    /// @throws TroubleException if the page may not be got
    Duration check(WebAddress page, Getter getter) throws TroubleException, InterruptedException {
        BaseRobotRules rules = rules(page, getter);
        if (!rules.isAllowed(page.toString())) {
            throw new TroubleException(Meaning.NEVER, "the robots.txt of " + page.host() + " does not allow it");
        }
        long millis = rules.getCrawlDelay();
        return millis <= 0 ? Duration.ZERO : Duration.ofMillis(Math.min(millis, LONGEST_DELAY.toMillis()));
    }

    private BaseRobotRules rules(WebAddress page, Getter getter) throws TroubleException, InterruptedException {
        Site site = sites.computeIfAbsent(page.origin(), o -> new Site());
        site.lock.lockInterruptibly();
        try {
            if (site.rules != null && site.file != null && isFresh(site.file)) {
                return site.rules;
            }
            if (site.trouble != null) {
                throw site.trouble;
            }
            return read(site, page, getter);
        } finally {
            site.lock.unlock();
        }
    }

    private BaseRobotRules read(Site site, WebAddress page, Getter getter) throws TroubleException, InterruptedException {
        byte[] content;
        try {
            Answer answer = getter.get(page.robots());
            if (answer.status() >= 500 || answer.status() == TOO_MANY) {
                throw new TroubleException(Meaning.AGAIN, "HTTP " + answer.status());
            }
            content = answer.isSuccess() ? answer.content() : new byte[0];
        } catch (TroubleException e) {
            Meaning meaning = e.meaning() == Meaning.LATER ? Meaning.LATER : Meaning.HOST;
            site.trouble = new TroubleException(meaning, meaning == Meaning.LATER ? e.reason()
                    : "the robots.txt of " + page.host() + " could not be read, so nothing may be fetched there now: " + e.reason());
            throw site.trouble;
        }
        byte[] read = content.length <= LARGEST ? content : Arrays.copyOf(content, lineEnd(content));
        site.rules = rules(page.origin(), read);
        site.file = new Remembered(clock.instant(), new String(read, StandardCharsets.UTF_8));
        return site.rules;
    }

    /// A line that is cut could say the opposite of the whole one.
    private static int lineEnd(byte[] content) {
        int end = LARGEST;
        while (end > 0 && content[end - 1] != '\n' && content[end - 1] != '\r') {
            end--;
        }
        return end;
    }

    private static BaseRobotRules rules(String origin, byte[] text) {
        if (text.length == 0) {
            return new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
        }
        var parser = new SimpleRobotRulesParser();
        parser.setMaxCrawlDelay(Long.MAX_VALUE); // else a long delay would forbid all; it is bounded here
        return parser.parseContent(origin + "/robots.txt", text, "text/plain", List.of(NAME));
    }

    /// What the next run may still believe.
    Map<String, Remembered> remembered() {
        var all = new TreeMap<String, Remembered>();
        sites.forEach((origin, site) -> {
            if (site.file != null && isFresh(site.file) && site.file.text().length() <= REMEMBERED) {
                all.put(origin, site.file);
            }
        });
        return all;
    }
}
