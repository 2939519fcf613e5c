package org.openwash.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/// Reads a stream line by line without ever holding more than a limit of it.
final class Lines {

    /// @param tooLong whether the line went past the limit; its bytes are then missing
    record Line(int number, byte[] bytes, boolean tooLong) {

        boolean isBlank() {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return !tooLong;
        }
    }

    private final InputStream stream;
    private final long longest;
    private final byte[] buffer = new byte[65_536];
    private int position;
    private int filled;
    private int number;

    Lines(InputStream stream, long longest) {
        this.stream = stream;
        this.longest = longest;
    }

    /// Number of the line that is read next, from 1.
    int next() {
        return number + 1;
    }

    /// Whether another line follows.
    boolean hasNext() throws IOException {
        if (position == filled) {
            position = 0;
            filled = 0;
            for (int n = 0; n == 0; ) { // streams may return nothing for a while
                n = stream.read(buffer, 0, buffer.length);
                filled = Math.max(0, n);
            }
        }
        return filled > 0;
    }

    Line read() throws IOException {
        number++;
        var bytes = new ByteArrayOutputStream();
        boolean tooLong = false;
        while (hasNext()) {
            int end = position;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            tooLong |= bytes.size() + (end - position) > longest;
            if (tooLong) {
                bytes.reset();
            } else {
                bytes.write(buffer, position, end - position);
            }
            boolean complete = end < filled;
            position = complete ? end + 1 : end;
            if (complete) {
                break;
            }
        }
        return new Line(number, bytes.toByteArray(), tooLong);
    }
}
