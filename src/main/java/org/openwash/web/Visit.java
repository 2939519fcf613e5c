package org.openwash.web;

/// What every page needs to know of a request beside what it shows.
///
/// @param typed    the query in the search field
/// @param trusted  may read whole articles, and decide where the server takes decisions
/// @param token    whether the server has a token, so that signing in means something
/// @param review   whether decisions may be made on this visit
/// @param form     what forms send back, so that no other site can send them
/// @param reviewer the name given last
/// @param notice   something that all who look should know; empty for nothing
record Visit(String typed, boolean trusted, boolean token, boolean review, String form, String reviewer,
        String notice) {}
