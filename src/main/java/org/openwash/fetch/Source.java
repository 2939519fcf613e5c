package org.openwash.fetch;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One place that articles come from.
///
/// @param address      of a feed; null for the others
/// @param path         of a list of addresses or a drop folder; null for a feed
/// @param outlet       whose articles these are; empty to believe what they say themselves
/// @param articles     for a feed, whether its entries are the articles or only announce them
/// @param allowPrivate hosts that may lie in a private network, by their names in lower case
public record Source(
        String name,
        Kind kind,
        @Nullable String address,
        @Nullable Path path,
        String outlet,
        Articles articles,
        Set<String> allowPrivate,
        Limits limits) {

    public enum Kind { FEED, ADDRESSES, FOLDER }

    public enum Articles { PAGES, FEED }

    public Source {
        allowPrivate = Set.copyOf(allowPrivate);
    }
}
