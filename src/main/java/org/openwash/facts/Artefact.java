package org.openwash.facts;

/// The part of a subject that a fact speaks of. SERVICE: a thing that is only hosted.
public enum Artefact { WEIGHTS, CODE, DATA, SOFTWARE, SERVICE }
