package org.openwash.evaluation;

/// Says how many of some things are right.
public record Share(int right, int of) {

    public double value() {
        return (double) right / Math.max(1, of);
    }
}
