package org.openwash.domain;

import java.io.Serializable;

/// A claim that a search found.
///
/// @param score   how well it fits; comparable within one search only
/// @param snippet its sentence with the words that matched between marks
public record Hit(ClaimRow row, float score, String snippet) implements Serializable {}
