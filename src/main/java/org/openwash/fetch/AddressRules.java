package org.openwash.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.openwash.domain.DataFile;

/// Tells the addresses of the public web from those of the machine and of the networks that it stands in
/// (`private-addresses.tsv`), so that no feed or redirect can make a run ask what only insiders may.
final class AddressRules {

    private static final String NONE = "-";
    private static final int IPV4 = 4;

    private record Block(byte[] prefix, int bits, int embeds, String what) {

        boolean holds(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final List<Block> blocks = new ArrayList<>();

    private AddressRules() {}

    static AddressRules load() {
        var rules = new AddressRules();
        DataFile.rowsBelowHeader("fetch/private-addresses.tsv", 4).forEach(row -> rules.blocks.add(block(row)));
        return rules;
    }

    private static Block block(DataFile.Row row) {
        String[] parts = row.cell(0).split("/");
        try {
            byte[] prefix = literal(parts[0]);
            int embeds = row.cell(1).equals(NONE) ? -1 : Integer.parseInt(row.cell(1));
            return new Block(prefix, Integer.parseInt(parts[1]), embeds, row.cell(2));
        } catch (IllegalArgumentException | UnknownHostException | ArrayIndexOutOfBoundsException e) {
            throw row.wrong("no block of addresses. Write one such as 10.0.0.0/8, and - or a number behind it.");
        }
    }

    /// Looks nothing up: only what cannot be a name is read.
    private static byte[] literal(String written) throws UnknownHostException {
        if (!written.matches("[0-9.]+|[0-9a-f:]*:[0-9a-f:]*")) {
            throw new UnknownHostException(written);
        }
        return InetAddress.getByName(written).getAddress();
    }

    /// Why an address is none of the public web; empty if it is one.
    Optional<String> whyPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        for (Block block : blocks) {
            if (block.holds(bytes)) {
                if (block.embeds < 0) {
                    return Optional.of(block.what);
                }
                Optional<String> embedded = whyPrivate(embedded(bytes, block.embeds));
                if (embedded.isPresent()) {
                    return embedded;
                }
            }
        }
        return Optional.empty();
    }

    private static InetAddress embedded(byte[] address, int at) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(address, at, at + IPV4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
