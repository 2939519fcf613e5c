package org.openwash.domain;

import java.io.Serializable;
import java.util.List;

/// A claim's verdict with everything a report says of it, so that reports explain and never recompute.
///
/// @param verdict      by the facts on the day the claim speaks of
/// @param verdictToday the same words by the newest facts
/// @param explanation  one sentence that names the fact, the licence, the restriction and the date
/// @param factIds      the facts it rests on; empty when unverifiable for want of one
/// @param factLicence  the licence expression in force, empty if none applies
/// @param factSources  addresses
public record Judgement(
        Verdict verdict,
        Verdict verdictToday,
        Yardstick yardstick,
        Finding finding,
        Severity severity,
        String explanation,
        List<String> factIds,
        String factLicence,
        List<String> factSources)
        implements Serializable {

    public Judgement {
        factIds = List.copyOf(factIds);
        factSources = List.copyOf(factSources);
    }
}
