package org.openwash.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openwash.testing.Cli;
import org.openwash.testing.CommandProcess;

/// `serve` as its user meets it: how it starts, says where it is, refuses and ends.
class ServeCommandIT {

    private static final Pattern ADDRESS = Pattern.compile("http://\\S+");

    @TempDir
    static Path folder;

    private static Path out;

    @BeforeAll
    static void analyseOneArticle() throws IOException {
        Path article = Files.writeString(folder.resolve("a.txt"), "Llama 2 is open source.\n");
        out = folder.resolve("out");
        assertThat(Cli.launch("analyze", article, "--out", out).exitCode()).isZero();
    }

    @Test
    void itSaysWhereItListensAndEndsCleanlyWhenToldTo() throws Exception {
        Path messages = folder.resolve("messages.txt");
        Process server = CommandProcess.start(messages, List.of(), List.of("serve", "--out", out.toString(), "--port", "0"));
        try {
            String address = "";
            for (int i = 0; i < 600 && address.isEmpty() && server.isAlive(); i++) {
                Thread.sleep(200);
                Matcher found = ADDRESS.matcher(Files.readString(messages));
                address = found.find() ? found.group() : "";
            }
            assertThat(address).as(Files.readString(messages)).startsWith("http://127.0.0.1:");
            try (HttpClient client = HttpClient.newHttpClient()) {
                var answer = client.send(HttpRequest.newBuilder(URI.create(address + "?q=llama")).build(), BodyHandlers.ofString());
                assertThat(answer.body()).contains("1 claim");
            }
            server.destroy(); // SIGTERM
            assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(server.exitValue()).isZero();
            assertThat(Files.readString(messages).lines()).containsExactly("Openwash listens at " + address);
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void aTakenPortIsSaid() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Cli.Result result = Cli.launch("serve", "--out", out, "--port", String.valueOf(taken.getLocalPort()));
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.err()).contains("Cannot listen on 127.0.0.1, port " + taken.getLocalPort()).contains("--port")
                    .doesNotContain("Exception");
            assertThat(result.out()).isEmpty();
        }
    }

    @Test
    void withoutAnIndexItSaysWhatToRun() {
        Cli.Result result = Cli.launch("serve", "--out", folder.resolve("none"), "--port", "0");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("No index at").contains("run openwash analyze first");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void othersAreLetInWithATokenOnly() throws IOException {
        Cli.Result open = Cli.launch("serve", "--out", out, "--port", "0", "--host", "0.0.0.0");
        assertThat(open.exitCode()).isEqualTo(2);
        assertThat(open.err()).contains("--host 0.0.0.0 lets others in, so it needs a token");
        Cli.Result missing = Cli.launch("serve", "--out", out, "--port", "0", "--token", folder.resolve("no-token"));
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.err()).contains("No token file at");
        Path weak = Files.writeString(folder.resolve("weak"), "secret\n");
        Cli.Result guessed = Cli.launch("serve", "--out", out, "--port", "0", "--token", weak);
        assertThat(guessed.exitCode()).isEqualTo(1);
        assertThat(guessed.err()).contains("A token has 16 to 1000").doesNotContain("secret");
    }

    @Test
    void aPortThatIsNoneIsWrongUsage() {
        assertThat(Cli.launch("serve", "--port", "70000", "--out", out).exitCode()).isEqualTo(2);
        assertThat(Cli.launch("serve", "--port", "x", "--out", out).exitCode()).isEqualTo(2);
    }
}
