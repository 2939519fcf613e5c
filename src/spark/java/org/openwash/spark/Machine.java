package org.openwash.spark;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.openwash.Pipeline;
import org.openwash.Settings;

/// What all tasks of a run on one machine share: models and facts, read once.
record Machine(Settings settings, Pipeline pipeline) {

    private static long lastRun = -1;
    private static @Nullable Machine last;

    /// @param run a number that no other run has
    static synchronized Machine of(long run, Shipment shipment) {
        Machine machine = last;
        if (machine == null || lastRun != run) {
            Settings settings = shipment.unpacked();
            machine = new Machine(settings, new Pipeline(settings, Clock.systemUTC()));
            last = machine;
            lastRun = run;
        }
        return machine;
    }
}
