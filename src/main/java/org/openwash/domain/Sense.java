package org.openwash.domain;

/// What exactly the wording of a claim promises, within its aspect: tells the judge what to hold the facts against.
public enum Sense {
    /// the aspect as such
    PLAIN,
    /// open-source: "free software", "libre", judged by the FSF's status
    FREE_SOFTWARE,
    /// open-source: only the licence is called open source ("an OSI-approved licence")
    LICENCE_ONLY,
    /// open-source: only some are called so ("most functionality was open source")
    PARTLY,
    /// weights: some models of a family ("released open-weight models"), true if any member's weights are out
    SOME,
    /// licence: released or launched under it at some time; true if it ever was in force
    ONCE_RELEASED,
    /// use: anyone, anything, "no restrictions"
    ANY_USE,
    /// use: commercial use
    COMMERCIAL_USE,
    /// use: research or non-commercial use only
    RESEARCH_USE,
    /// use: modify, build upon, redistribute
    MODIFICATION,
    /// training-data: documented or described, short of released
    DISCLOSURE,
    /// code: source code or inference code
    SOURCE_CODE,
    /// code: training code, recipes, reproducibility
    TRAINING_CODE
}
