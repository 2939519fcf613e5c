package org.openwash.domain;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A company, foundation or institute: the maker of subjects, or one who speaks about them.
///
/// @param id           `org:meta`
/// @param people       full names of those who speak for it in public, by office
/// @param flagship     the family that "its models" stands for; null if that is not clear
/// @param openFlagship the family that "its open models" stands for, where that is another one; else null
public record Organisation(String id, String name, List<Alias> aliases, List<String> people, @Nullable String flagship,
        @Nullable String openFlagship) implements Serializable {

    public static final String PREFIX = "org:";

    public Organisation {
        if (!id.startsWith(PREFIX)) {
            throw new IllegalArgumentException("an organisation's id starts with " + PREFIX + ": " + id);
        }
        aliases = List.copyOf(aliases);
        people = List.copyOf(people);
    }
}
