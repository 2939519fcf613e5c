package org.openwash.domain;

import java.io.Serializable;
import java.util.List;

/// A licence and how the press writes its name.
///
/// @param id      an SPDX id or `LicenseRef-...`
/// @param openSource whether the OSI has approved it
public record LicenceName(String id, String name, boolean openSource, List<Alias> aliases) implements Serializable {

    public LicenceName {
        aliases = List.copyOf(aliases);
    }
}
