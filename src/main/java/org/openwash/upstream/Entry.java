package org.openwash.upstream;

import java.util.List;

/// What an upstream says of one licence or one system.
public sealed interface Entry {

    /// The upstream's own id, or the name of the entry's file.
    String upstreamId();

    String name();

    List<Value> values();

    /// Where readers of the upstream find the entry.
    String address();

    /// File and line of the local copy.
    String place();

    /// Whether an entry that we lack is worth a row: superseded ids and mere exceptions are not.
    enum Standing { CURRENT, DEPRECATED, EXCEPTION }

    /// @param ids every id under which the upstream knows the licence, its own first
    record LicenceEntry(
            String upstreamId, List<String> ids, String name, Standing standing, List<Value> values, String address,
            String place)
            implements Entry {

        public LicenceEntry {
            ids = List.copyOf(ids);
            values = List.copyOf(values);
        }
    }

    /// @param name   of the very version that the entry describes
    /// @param family the name of the entry, where that is a wider one; else the same as `name`
    /// @param vendor empty if the upstream names none
    record SystemEntry(
            String upstreamId, String name, String family, String vendor, List<Value> values, String address,
                    String place)
            implements Entry {

        public SystemEntry {
            values = List.copyOf(values);
        }
    }
}
