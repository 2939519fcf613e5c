package org.openwash.index;

/// Tells the person who wrote a query where it cannot be read and why.
public final class QuerySyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int position;

    QuerySyntaxException(int position, String problem) {
        super("Query, character " + position + ": " + problem);
        this.position = position;
    }

    /// The character of the query, counted from 1, at which reading failed.
    public int position() {
        return position;
    }
}
