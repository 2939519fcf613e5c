package org.openwash.statistics;

import java.time.LocalDate;
import java.util.List;
import org.openwash.domain.SetupException;

/// The days before an event held against as many from its day on.
///
/// @param before articles of the days before the event
/// @param after  articles of the event's day and those that follow
public record Window(Event event, Tally before, Tally after, Difference flaggedArticles, Difference ownVoice) {

    /// An event and how many days before it, and from it on, are compared.
    public record Event(LocalDate day, int days) {

        public static final int DAYS = 30;
        private static final int MOST_DAYS = 3_650;

        public Event {
            if (days < 1 || days > MOST_DAYS) {
                throw new SetupException("--window-days must lie between 1 and " + MOST_DAYS + ", not " + days + ".");
            }
            if (day.getYear() < 1 || day.getYear() > 9999) {
                throw new SetupException("--around must lie in the years 1 to 9999, not " + day + ".");
            }
        }

        /// The first day compared.
        public LocalDate from() {
            return day.minusDays(days);
        }

        /// The first day that is not compared any more.
        public LocalDate until() {
            return day.plusDays(days);
        }
    }

    static Window of(Event event, List<Piece> pieces) {
        Tally before = Tally.of(between(pieces, event.from(), event.day()));
        Tally after = Tally.of(between(pieces, event.day(), event.until()));
        return new Window(event, before, after,
                Difference.between(before.flaggedArticles(), after.flaggedArticles()),
                Difference.between(before.ownVoice(), after.ownVoice()));
    }

    private static List<Piece> between(List<Piece> pieces, LocalDate from, LocalDate until) {
        return pieces.stream()
                .filter(p -> p.published() != null && !p.published().isBefore(from) && p.published().isBefore(until))
                .toList();
    }
}
