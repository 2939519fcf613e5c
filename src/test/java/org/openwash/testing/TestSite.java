package org.openwash.testing;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A web server on 127.0.0.1 that can be as wrong as a test needs it: every answer is written by hand.
public final class TestSite implements Closeable {

    /// @param path    with its query
    /// @param headers names in lower case
    public record Request(String path, Map<String, String> headers) {

        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    /// Writes all of an answer.
    public interface Reply {
        void write(Request request, OutputStream to) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch closed = new CountDownLatch(1);

    public TestSite() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return socket.getLocalPort();
    }

    public String at(String host, String path) {
        return "http://" + host + ":" + port() + path;
    }

    public String address(String path) {
        return at("localhost", path);
    }

    /// Everything that was asked for so far, but for robots.txt.
    public List<String> asked() {
        return requests().stream().map(Request::path).filter(path -> !path.equals("/robots.txt")).toList();
    }

    public List<Request> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    public void forgetRequests() {
        requests.clear();
    }

    public TestSite on(String path, Reply reply) {
        replies.put(path, reply);
        return this;
    }

    /// @param head status and headers, lines parted by `|`
    public TestSite on(String path, String head, byte[] content) {
        return on(path, (request, to) -> to.write(answer(head + "|Content-Length: " + content.length, content)));
    }

    public TestSite on(String path, String head, String content) {
        return on(path, head, content.getBytes(StandardCharsets.UTF_8));
    }

    /// A page with an article of its own, which says nothing of its date.
    public TestSite page(String path, String sentence) {
        return on(path, "200 OK|Content-Type: text/html; charset=utf-8", html(path, sentence));
    }

    public static String html(String path, String sentence) {
        return "<!DOCTYPE html><html><head><title>What " + path + " says</title></head><body><article><p>" + sentence
                + "</p><p>" + NastyFolder.text(Math.abs(path.hashCode() % 50)).replace("\n\n", "</p><p>")
                + "</p></article></body></html>";
    }

    /// A feed that announces these pages.
    public TestSite feed(String path, String... pages) {
        return on(path, "200 OK|Content-Type: application/rss+xml", rss(pages));
    }

    public String rss(String... pages) {
        return rssOf(IntStream.range(0, pages.length).mapToObj(i -> "<item><title>Number " + i + "</title><link>"
                + (pages[i].startsWith("/") ? address(pages[i]) : pages[i]) + "</link></item>").collect(Collectors.joining()));
    }

    public static String rssOf(String items) {
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>The Quay Post</title>"
                + "<link>https://quay.example/</link><description>News</description>" + items + "</channel></rss>";
    }

    /// Answers only where the request does not carry the mark of what is there.
    public TestSite marked(String path, String etag, String head, String content) {
        return on(path, (request, to) -> to.write(request.header("If-None-Match").equals(etag)
                ? answer("304 Not Modified|ETag: " + etag, new byte[0])
                : answer(head + "|ETag: " + etag + "|Content-Length: " + content.getBytes(StandardCharsets.UTF_8).length,
                        content.getBytes(StandardCharsets.UTF_8))));
    }

    /// Sends this and then nothing more, until the test is over or the client goes.
    public TestSite stallsAfter(String path, String head, String beginning) {
        return on(path, (request, to) -> {
            to.write(answer(head, beginning.getBytes(StandardCharsets.UTF_8)));
            to.flush();
            closed.await();
        });
    }

    /// Sends this again and again for as long as anybody listens.
    public TestSite endless(String path, String head, String beginning, String more) {
        return on(path, (request, to) -> {
            to.write(answer(head, beginning.getBytes(StandardCharsets.UTF_8)));
            byte[] block = more.repeat(1 + 60_000 / more.length()).getBytes(StandardCharsets.UTF_8);
            while (true) {
                to.write(block);
            }
        });
    }

    public static byte[] answer(String head, byte[] content) {
        byte[] bytes = ("HTTP/1.1 " + head.replace("|", "\r\n") + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        return WarcFile.joined(bytes, content);
    }

    private void serve() {
        try {
            while (true) {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> answer(client));
            }
        } catch (IOException e) {
            // closed: the test is over
        }
    }

    private void answer(Socket client) {
        try (client) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            String line = in.readLine();
            if (line == null) {
                return;
            }
            var headers = new TreeMap<String, String>();
            for (String header = in.readLine(); header != null && !header.isEmpty(); header = in.readLine()) {
                int colon = header.indexOf(':');
                headers.put(header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
            }
            var request = new Request(line.split(" ")[1], headers);
            requests.add(request);
            Reply none = (r, to) -> to.write(answer("404 Not Found|Content-Length: 0", new byte[0]));
            replies.getOrDefault(request.path(), none).write(request, client.getOutputStream());
            client.getOutputStream().flush();
        } catch (SocketException e) {
            // the client went away, as it may
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
    }
}
