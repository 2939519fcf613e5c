package org.openwash.report;

import org.openwash.domain.ClaimRow;

/// A claim and why it is listed: the name of a query that found it, or how it relates to another claim.
public record NamedClaim(String name, ClaimRow row) {}
