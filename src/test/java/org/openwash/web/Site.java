package org.openwash.web;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.openwash.SettingsLayers;
import org.openwash.domain.Outcome;
import org.openwash.index.ArticleIndex;
import org.openwash.testing.Cli;
import org.openwash.testing.Samples;

/// A server over a folder of a test, and a client that keeps cookies by hand.
final class Site implements AutoCloseable {

    static final String TOKEN = "a-token-for-tests-only";

    private final WebServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private Site(WebServer server) {
        this.server = server;
    }

    /// Writes articles into the index of an output folder, beside those that are there.
    static void index(Path out, Outcome.Analysed... articles) throws IOException {
        try (var index = ArticleIndex.openForWriting(out.resolve(ArticleIndex.FOLDER), Samples.catalogue()::ancestorsOf)) {
            for (Outcome.Analysed article : articles) {
                index.put(article);
            }
            index.commit(Map.of());
        }
    }

    static Site open(Path out, ServerSettings settings) throws IOException {
        return new Site(WebServer.start(settings, SettingsLayers.of(null, Map.of("out", out.toString())).settings(),
                Clock.fixed(Cli.NOW, ZoneOffset.UTC)));
    }

    static ServerSettings forReview() {
        return new ServerSettings(ServerSettings.LOCAL, 0, null, true);
    }

    static ServerSettings withToken() {
        return new ServerSettings(ServerSettings.LOCAL, 0, TOKEN, true);
    }

    static ServerSettings impatient() {
        return new ServerSettings(ServerSettings.LOCAL, 0, null, false, Duration.ofMillis(500));
    }

    WebServer server() {
        return server;
    }

    String origin() {
        return server.address().substring(0, server.address().length() - 1);
    }

    int port() {
        return URI.create(server.address()).getPort();
    }

    /// @param headers names and values in turn
    HttpResponse<String> get(String address, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(origin() + address)).timeout(Duration.ofSeconds(60));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    HttpResponse<String> post(String address, String body, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(origin() + address)).timeout(Duration.ofSeconds(60))
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /// Loads a page with a form and sends the form as a browser would, with these fields beside the hidden ones.
    HttpResponse<String> submit(String page, String action, String fields, String... cookies)
            throws IOException, InterruptedException {
        HttpResponse<String> form = cookies.length == 0 ? get(page) : get(page, "Cookie", cookies[0]);
        String cookie = (cookies.length == 0 ? "" : cookies[0] + "; ") + cookieOf(form);
        String mark = Jsoup.parse(form.body()).select("form[action='" + action + "'] input[name=form]").attr("value");
        return post(action, "form=" + mark + "&" + fields, "Content-Type", "application/x-www-form-urlencoded",
                "Origin", origin(), "Cookie", cookie);
    }

    static String cookieOf(HttpResponse<String> response) {
        return String.join("; ", response.headers().allValues("Set-Cookie").stream().map(c -> c.split(";")[0]).toList());
    }

    Document page(String address) throws IOException, InterruptedException {
        return Jsoup.parse(get(address).body(), origin() + address);
    }

    /// Sends these bytes as they are and returns all that comes back until the server closes.
    String raw(String request) throws IOException {
        try (Socket socket = new Socket(ServerSettings.LOCAL, port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
