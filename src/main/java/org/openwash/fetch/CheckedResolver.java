package org.openwash.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/// Looks hosts up for the client and hands over none of whose addresses one is private. The client connects to what was
/// checked here and looks nothing up itself, so a name that changes its address in between gains nothing.
final class CheckedResolver implements DnsResolver {

    /// Thrown for a host that may not be asked.
    static final class PrivateAddressException extends UnknownHostException {
        private static final long serialVersionUID = 1;

        PrivateAddressException(String message) {
            super(message);
        }
    }

    /// Each costs a connection's patience; hosts have one to eight.
    private static final int MOST = 4;

    private final AddressRules rules;
    private final Set<String> allowed;
    private final DnsResolver names;

    CheckedResolver(AddressRules rules, Set<String> allowed) {
        this(rules, allowed, SystemDefaultDnsResolver.INSTANCE);
    }

    CheckedResolver(AddressRules rules, Set<String> allowed, DnsResolver names) {
        this.rules = rules;
        this.allowed = allowed;
        this.names = names;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.resolve(host);
        if (addresses == null || addresses.length == 0) {
            throw new UnknownHostException(host);
        }
        if (!allowed.contains(host.toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", ""))) {
            for (InetAddress address : addresses) {
                Optional<String> why = rules.whyPrivate(address);
                if (why.isPresent()) {
                    throw new PrivateAddressException(host + " has the address " + address.getHostAddress() + " (" + why.get()
                            + "), which is none of the public web; if it is meant, name it under allow-private");
                }
            }
        }
        return Arrays.copyOf(addresses, Math.min(addresses.length, MOST));
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
