package org.openwash.domain;

/// What the numbers of a date such as 07/08/2023 mean. Where that is not known, such a date is not read.
public enum DayOrder {
    DAY_FIRST,
    MONTH_FIRST,
    UNKNOWN
}
