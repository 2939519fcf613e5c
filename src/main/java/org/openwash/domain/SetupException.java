package org.openwash.domain;

/// Thrown at start when something that every article needs is missing or wrong. The message is for the user: what,
/// where (file and line) and what to do.
public final class SetupException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public SetupException(String message) {
        super(message);
    }

    public SetupException(String message, Throwable cause) {
        super(message, cause);
    }
}
