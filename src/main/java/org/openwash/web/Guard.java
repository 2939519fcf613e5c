package org.openwash.web;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Keeps out what other sites make a reader's browser ask, and tells who may read articles and decide.
///
/// - A `Host` that is not this server's own is refused: another site's name may be made to point here.
/// - A request that changes something must come from this server's own pages (`Origin`, and a mark in each form that
///   is bound to a cookie), or be JSON, which no form can send.
/// - A client is trusted that shows the token or signed in with it; without a token, whoever reaches this machine's own
///   address.
final class Guard {

    static final String FORM = "form";
    private static final String VISIT_COOKIE = "openwash_visit";
    private static final String SESSION_COOKIE = "openwash_session";
    private static final String BEARER = "Bearer ";
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[[0-9a-fA-F:.]+]");
    private static final Pattern SEAL = Pattern.compile("[0-9a-f]{64}");

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
                    + "frame-ancestors 'none'; base-uri 'none'",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            // nothing to other sites; with "no-referrer" browsers hide the origin of our own forms from us, too
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cache-Control", "private, no-cache");

    private final ServerSettings settings;
    private final Set<String> hosts;
    private final boolean everywhere;
    private final Secrets secrets = new Secrets();

    Guard(ServerSettings settings) {
        this.settings = settings;
        this.hosts = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));
        String own = settings.host().toLowerCase(Locale.ROOT);
        hosts.add(own.contains(":") && !own.startsWith("[") ? "[" + own + "]" : own);
        this.everywhere = isWildcard(settings.host());
    }

    private static boolean isWildcard(String host) {
        try {
            return InetAddress.getByName(host).isAnyLocalAddress();
        } catch (UnknownHostException e) {
            return false; // binding to it will say so
        }
    }

    static Map<String, String> headers() {
        return HEADERS;
    }

    /// @throws RefusedRequest if the request is not for this server, or another site's
    void check(Context request) {
        HEADERS.forEach(request::header);
        String host = request.header("Host");
        if (host == null || !isOwn(name(host))) {
            throw new RefusedRequest(421, "This server does not answer to the name in the address. Use "
                    + settings.host() + ", or start it with --host NAME.");
        }
        String authorization = request.header("Authorization");
        if (authorization != null && !showsToken(authorization)) {
            throw new RefusedRequest(401, "This is not the server's token.");
        }
        if (changes(request)) {
            String origin = request.header("Origin");
            String site = request.header("Sec-Fetch-Site");
            if (origin != null && !origin.equals("http://" + host) && !origin.equals("https://" + host)
                    || site != null && !site.equals("same-origin") && !site.equals("none")) {
                throw new RefusedRequest(403, "Another site's page may not send this.");
            }
        }
    }

    private static boolean changes(Context request) {
        return switch (request.req().getMethod()) {
            case "GET", "HEAD", "OPTIONS" -> false;
            default -> true;
        };
    }

    /// An address in numbers cannot be made to point elsewhere, a name can.
    private boolean isOwn(String host) {
        return hosts.contains(host) || everywhere && ADDRESS.matcher(host).matches();
    }

    private static String name(String host) {
        int end = host.startsWith("[") ? host.indexOf(']') + 1 : host.indexOf(':');
        return (end <= 0 ? host : host.substring(0, end)).toLowerCase(Locale.ROOT);
    }

    boolean isTrusted(Context request) {
        if (settings.token() == null) {
            return true;
        }
        String authorization = request.header("Authorization");
        return authorization != null && showsToken(authorization)
                || Secrets.same(request.cookie(SESSION_COOKIE), session());
    }

    private boolean showsToken(String authorization) {
        return settings.token() != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && Secrets.same(authorization.substring(BEARER.length()).strip(), settings.token());
    }

    private String session() {
        return secrets.seal("session", String.valueOf(settings.token()));
    }

    /// @return whether the token was right
    boolean signIn(Context request, @Nullable String token) {
        boolean right = settings.token() != null && Secrets.same(token, settings.token());
        if (right) {
            setCookie(request, SESSION_COOKIE, session(), "");
        }
        return right;
    }

    void signOut(Context request) {
        setCookie(request, SESSION_COOKIE, "", "; Max-Age=0");
    }

    /// What a form on this visit sends back.
    String form(Context request) {
        String visit = request.cookie(VISIT_COOKIE);
        if (visit == null || !SEAL.matcher(visit).matches()) {
            visit = secrets.fresh();
            setCookie(request, VISIT_COOKIE, visit, "");
        }
        return secrets.seal("form", visit);
    }

    /// @throws RefusedRequest unless what was sent is a form of this server, on this visit
    void checkForm(Context request, Map<String, String> sent) {
        String visit = request.cookie(VISIT_COOKIE);
        if (visit == null || !Secrets.same(sent.get(FORM), secrets.seal("form", visit))) {
            throw new RefusedRequest(403,
                    "This form is out of date, or the browser keeps no cookies. Go back, load the page again and repeat.");
        }
    }

    /// Scripts cannot read it, and no other site's request carries it.
    static void setCookie(Context request, String name, String value, String more) {
        request.res().addHeader("Set-Cookie", name + "=" + value + "; Path=/; HttpOnly; SameSite=Strict" + more);
    }
}
