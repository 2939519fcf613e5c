package org.openwash;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What is made when it is first needed, once.
final class Lazy<T> {

    private final Supplier<T> maker;
    private @Nullable T made;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    synchronized T get() {
        if (made == null) {
            made = maker.get();
        }
        return made;
    }
}
