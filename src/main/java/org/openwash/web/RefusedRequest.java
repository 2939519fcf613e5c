package org.openwash.web;

/// Thrown where a request cannot be answered as asked; becomes a page or a JSON object with one plain sentence.
final class RefusedRequest extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    /// @param status of HTTP, 400 to 499
    RefusedRequest(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    int status() {
        return status;
    }
}
