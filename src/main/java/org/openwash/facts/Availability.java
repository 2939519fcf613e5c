package org.openwash.facts;

/// Whether a part of a subject can be had. GATED: on acceptance of terms; ON_APPROVAL: by researchers who were approved.
public enum Availability {
    YES, GATED, PARTIAL, ON_APPROVAL, NO, UNKNOWN
}
