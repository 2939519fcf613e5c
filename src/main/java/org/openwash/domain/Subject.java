package org.openwash.domain;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Something that can be called open: a model, a family of models, software, a data set, a service.
///
/// @param id      as in reports: `llama-3.1`
/// @param vendors organisation ids of its makers
/// @param parent  the family it belongs to
public record Subject(String id, String name, Kind kind, List<String> vendors, @Nullable String parent, List<Alias> aliases)
        implements Serializable {

    public enum Kind {
        MODEL, MODEL_FAMILY, SOFTWARE, DATASET, SERVICE;

        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Subject {
        vendors = List.copyOf(vendors);
        aliases = List.copyOf(aliases);
    }

    /// Whether the yardstick for models applies, which asks for data and code as well.
    public boolean isModel() {
        return kind == Kind.MODEL || kind == Kind.MODEL_FAMILY;
    }
}
