package org.openwash.fetch;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.openwash.fetch.TroubleException.Meaning;

/// Gets the pages of one source: asks the robots.txt, waits its turn, follows redirects and checks each of them anew.
final class Visitor implements Closeable {

    static final int MOST_REDIRECTS = 5;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final CheckedClient client;
    private final Limits limits;
    private final Turns turns;
    private final Robots robots;
    private final String userAgent;

    Visitor(CheckedClient client, Limits limits, Turns turns, Robots robots, String userAgent) {
        this.client = client;
        this.limits = limits;
        this.turns = turns;
        this.robots = robots;
        this.userAgent = userAgent;
    }

    /// @param known what is known of the page: a server that has nothing newer need not send it again
    /// @return ends with a page, or with the answer that it has not changed
    /// @throws TroubleException if there is no page to be had
    Visit get(WebAddress page, Known known) throws TroubleException, InterruptedException {
        Visit visit = follow(page, known, true);
        Answer last = visit.last();
        if (last.status() == Answer.NOT_MODIFIED && known.isOf(last.address()) || last.isSuccess()) {
            return visit;
        }
        String rest = last.header("Retry-After");
        Meaning meaning = last.status() == NOT_FOUND || last.status() == GONE ? Meaning.NEVER
                : rest.isEmpty() ? Meaning.AGAIN : Meaning.HOST;
        throw new TroubleException(meaning, "HTTP " + last.status()
                + (rest.isEmpty() ? "" : ", to be asked again later (Retry-After " + Excerpt.of(rest) + ")"));
    }

    private Visit follow(WebAddress start, Known known, boolean asRobot) throws TroubleException, InterruptedException {
        var answers = new ArrayList<Answer>();
        var been = new HashSet<WebAddress>();
        WebAddress next = start;
        while (true) {
            if (!been.add(next)) {
                throw new TroubleException(Meaning.AGAIN, "redirects in a circle, by way of " + Excerpt.of(next.toString()));
            }
            if (answers.size() > MOST_REDIRECTS) {
                throw new TroubleException(Meaning.AGAIN, "more than " + MOST_REDIRECTS + " redirects");
            }
            Answer answer = ask(next, known, asRobot);
            answers.add(answer);
            if (!answer.isRedirect()) {
                return new Visit(answers);
            }
            Optional<WebAddress> target = answer.target();
            if (target.isEmpty()) {
                throw new TroubleException(Meaning.AGAIN, "redirects to what is no address of the web: "
                        + Excerpt.of(answer.header("Location")));
            }
            next = target.get();
        }
    }

    private Answer ask(WebAddress address, Known known, boolean asRobot) throws TroubleException, InterruptedException {
        Duration wanted = asRobot ? robots.check(address, file -> follow(file, Known.NOTHING, false).last()) : Duration.ZERO;
        Duration delay = wanted.compareTo(limits.delay()) > 0 ? wanted : limits.delay();
        var headers = new ArrayList<>(List.of(
                new Answer.Header("User-Agent", userAgent),
                new Answer.Header("Accept", "*/*"),
                new Answer.Header("Accept-Encoding", "gzip"),
                new Answer.Header("Connection", "close")));
        if (known.isOf(address)) {
            headers.addAll(known.conditions());
        }
        return turns.take(address, delay, limits.largest(), () -> client.get(address, headers));
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
