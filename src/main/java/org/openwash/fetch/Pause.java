package org.openwash.fetch;

import java.time.Duration;

/// Waits, or in tests notes that it would have.
interface Pause {

    Pause REAL = duration -> Thread.sleep(duration);

    void forAsLongAs(Duration duration) throws InterruptedException;
}
