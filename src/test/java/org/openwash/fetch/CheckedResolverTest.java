package org.openwash.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which addresses are none of the public web.
class CheckedResolverTest {

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal); // looks nothing up
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(literal, e);
        }
    }

    private static CheckedResolver resolver(Set<String> allowed, String... addresses) {
        return new CheckedResolver(AddressRules.load(), allowed, new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) {
                return List.of(addresses).stream().map(CheckedResolverTest::address).toArray(InetAddress[]::new);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, loopback", "127.255.255.254, loopback", "10.1.2.3, private", "172.16.0.1, private", "172.31.255.255, private",
        "192.168.1.1, private", "169.254.169.254, link-local", "100.64.0.1, shared by a provider's customers", "0.0.0.0, this host",
        "224.0.0.1, multicast", "255.255.255.255, reserved or broadcast", "198.18.0.1, benchmarking", "::1, loopback", "::, this host",
        "fe80::1, link-local", "fd00::1, private", "fec0::1, site-local", "ff02::1, multicast", "::ffff:10.0.0.1, private",
        "::127.0.0.1, loopback", "64:ff9b::a00:1, private", "2002:7f00:1::, loopback", "2001::1, protocol assignments"})
    void privateAddressesAreRefused(String literal, String what) {
        assertThatThrownBy(() -> resolver(Set.of(), literal).resolve("quay.example"))
                .isInstanceOf(CheckedResolver.PrivateAddressException.class).hasMessageContaining("(" + what + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "9.255.255.255", "11.0.0.0", "172.15.255.255", "172.32.0.0", "100.128.0.0", "128.0.0.1",
            "192.167.255.255", "223.255.255.255", "2606:4700::1", "64:ff9b::101:101", "2002:101:101::"})
    void publicAddressesAreNot(String literal) throws UnknownHostException {
        assertThat(resolver(Set.of(), literal).resolve("quay.example")).containsExactly(address(literal));
    }

    @Test
    void oneOfManyAddressesIsEnoughToRefuse() {
        assertThatThrownBy(() -> resolver(Set.of(), "1.1.1.1", "2606:4700::1", "10.0.0.1").resolve("quay.example"))
                .isInstanceOf(CheckedResolver.PrivateAddressException.class).hasMessageStartingWith("quay.example has the address 10.0.0.1");
    }

    @Test
    void whatIsAllowedByNameIsAllowedByNoOther() throws UnknownHostException {
        CheckedResolver resolver = resolver(Set.of("intranet.example", "fd00::1"), "10.0.0.1");
        assertThat(resolver.resolve("intranet.example")).hasSize(1);
        assertThat(resolver.resolve("INTRANET.example")).hasSize(1);
        assertThat(resolver.resolve("[fd00::1]")).hasSize(1);
        assertThatThrownBy(() -> resolver.resolve("evil.example")).isInstanceOf(CheckedResolver.PrivateAddressException.class);
        assertThatThrownBy(() -> resolver.resolve("x.intranet.example")).isInstanceOf(CheckedResolver.PrivateAddressException.class);
    }

    @Test
    void noMoreThanFourAddressesAreTried() throws UnknownHostException {
        assertThat(resolver(Set.of(), "1.1.1.1", "1.1.1.2", "1.1.1.3", "1.1.1.4", "1.1.1.5").resolve("quay.example")).hasSize(4);
    }
}
