package org.openwash.spark;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.openwash.Pipeline;
import org.openwash.Settings;

/// What all tasks of a run on one machine share: models and facts, read once.
record Machine(String run, Settings settings, Pipeline pipeline) {

    private static @Nullable Machine last;

    static synchronized Machine of(Shipment shipment) {
        Machine machine = last;
        if (machine == null || !machine.run().equals(shipment.run())) {
            Settings settings = shipment.unpacked();
            machine = new Machine(shipment.run(), settings, new Pipeline(settings, Clock.systemUTC()));
            last = machine;
        }
        return machine;
    }
}
