package org.openwash.domain;

/// How the bytes of a raw article are to be read.
public enum Format { TEXT, MARKDOWN, HTML, PDF }
