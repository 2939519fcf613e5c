package org.openwash.domain;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/// Something that is made on another thread while this one goes on; set-up, which takes long and needs no order.
public final class Later<T> {

    private final CompletableFuture<T> made;

    private Later(CompletableFuture<T> made) {
        this.made = made;
    }

    public static <T> Later<T> of(Supplier<T> maker) {
        return new Later<>(CompletableFuture.supplyAsync(maker));
    }

    /// Waits for it.
    ///
    /// Throws what making it threw.
    public T get() {
        try {
            return made.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException failed -> throw failed;
                case Error failed -> throw failed;
                default -> throw e;
            }
        }
    }
}
