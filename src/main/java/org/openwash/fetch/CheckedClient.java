package org.openwash.fetch;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.openwash.fetch.TroubleException.Meaning;

/// Asks a server for one thing: at an address that was checked, within a deadline and a size that no server can
/// stretch. Follows no redirect, keeps no cookie, tries nothing twice, uses no proxy.
///
/// One connection a request: a connection kept open for one source could else be used by another that may not.
final class CheckedClient implements Closeable {

    /// Servers send some twenty headers of some hundred characters.
    private static final Http1Config HEADERS =
            Http1Config.custom().setMaxHeaderCount(300).setMaxLineLength(16_384).setMaxEmptyLineCount(10).build();
    private static final int BUFFER = 16_384;

    private final CloseableHttpClient client;
    private final Limits limits;
    private final Clock clock;
    private final ScheduledExecutorService alarm;

    /// @param alarm rings at deadlines; shared, and not closed here
    /// @param tls   shared too, since it costs time to make
    CheckedClient(DnsResolver resolver, Limits limits, Clock clock, ScheduledExecutorService alarm, TlsSocketStrategy tls) {
        this.limits = limits;
        this.clock = clock;
        this.alarm = alarm;
        Timeout patience = Timeout.of(limits.deadline());
        client = HttpClientBuilder.create()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(resolver)
                        .setTlsSocketStrategy(tls)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder().http1Config(HEADERS).build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(patience).setSocketTimeout(patience).build())
                        .setMaxConnTotal(Integer.MAX_VALUE)
                        .setMaxConnPerRoute(Integer.MAX_VALUE)
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(patience)
                        .setProtocolUpgradeEnabled(false).build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableDefaultUserAgent()
                .build();
    }

    /// @throws TroubleException if no whole answer came
    Answer get(WebAddress address, List<Answer.Header> headers) throws TroubleException {
        var request = new HttpGet(address.uri());
        headers.forEach(h -> request.addHeader(h.name(), h.value()));
        var late = new AtomicBoolean();
        ScheduledFuture<?> deadline = alarm.schedule(() -> {
            late.set(true);
            request.cancel();
        }, limits.deadline().toMillis(), TimeUnit.MILLISECONDS);
        var context = HttpClientContext.create();
        var at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var trouble = new AtomicReference<TroubleException>();
        try {
            Answer answer = client.execute(request, context, response -> {
                try {
                    return answer(address, at, response, context);
                } catch (TroubleException e) {
                    request.cancel(); // or the client would read the rest, which may have no end
                    trouble.set(e);
                    return null;
                }
            });
            if (trouble.get() != null) {
                throw trouble.get();
            }
            return answer;
        } catch (IOException e) {
            if (trouble.get() != null) {
                throw trouble.get();
            }
            throw told(e, late.get());
        } finally {
            deadline.cancel(false);
        }
    }

    private Answer answer(WebAddress address, Instant at, ClassicHttpResponse response, HttpClientContext context)
            throws IOException, TroubleException {
        List<Answer.Header> asked = headers(context.getRequest().getHeaders()); // with those that the client adds
        List<Answer.Header> headers = headers(response.getHeaders());
        byte[] sent = {};
        if (response.getEntity() != null) {
            InputStream in = response.getEntity().getContent();
            sent = in == null ? sent : in.readNBytes((int) limits.largest() + 1);
        }
        if (sent.length > limits.largest()) {
            throw new TroubleException(Meaning.AGAIN, "sends more than " + Excerpt.megabytes(limits.largest())
                    + ", and is not read on");
        }
        String phrase = response.getReasonPhrase() == null ? "" : response.getReasonPhrase();
        var answer = new Answer(address, at, asked, response.getCode(), phrase, headers, sent, sent, peer(context));
        byte[] content = Unpacked.of(sent, answer.header("Content-Encoding"), limits.largest());
        return new Answer(address, at, asked, response.getCode(), phrase, headers, sent, content, peer(context));
    }

    private static List<Answer.Header> headers(Header[] headers) {
        return Stream.of(headers).map(h -> new Answer.Header(h.getName(), h.getValue() == null ? "" : h.getValue())).toList();
    }

    private static @Nullable InetAddress peer(HttpClientContext context) {
        var endpoint = context.getEndpointDetails();
        return endpoint != null && endpoint.getRemoteAddress() instanceof InetSocketAddress address ? address.getAddress() : null;
    }

    private TroubleException told(IOException e, boolean late) {
        String deadline = "no whole answer within " + limits.deadline().toSeconds() + " seconds";
        if (late) {
            return new TroubleException(Meaning.SILENT, deadline);
        }
        return switch (e) {
            case CheckedResolver.PrivateAddressException x -> new TroubleException(Meaning.AGAIN, String.valueOf(x.getMessage()));
            case UnknownHostException x -> new TroubleException(Meaning.SILENT, "no such host: " + Excerpt.of(String.valueOf(x.getMessage())));
            case SocketTimeoutException x -> new TroubleException(Meaning.SILENT, deadline);
            case ConnectException x -> new TroubleException(Meaning.SILENT, "no connection: " + Excerpt.of(String.valueOf(x.getMessage())));
            case SSLException x -> new TroubleException(Meaning.AGAIN, "no safe connection: " + Excerpt.of(String.valueOf(x.getMessage())));
            default -> new TroubleException(Meaning.AGAIN, "the connection broke off: " + Excerpt.of(String.valueOf(e.getMessage())));
        };
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
