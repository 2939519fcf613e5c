package org.openwash.ingest;

import java.io.IOException;

/// The bytes of a WARC file from the first to the last, whether plain or packed. Where the file is packed member by
/// member, the seams between members show, since records begin there.
interface WarcStream extends AutoCloseable {

    /// Thrown where the packing is damaged; [#nextRecord] goes on behind the damage.
    final class DamagedException extends IOException {
        private static final long serialVersionUID = 1;

        DamagedException(String message) {
            super(message);
        }
    }

    /// Reads within one member.
    ///
    /// @return how many bytes, -1 at the end of the file, 0 at the end of a member: look again
    int read(byte[] buffer, int offset, int length) throws IOException;

    /// Whether a member stands open, so that reading on may concern what was read before.
    boolean inMember();

    /// Whether the next byte to be read is the first of a member that begins with a record.
    boolean startsRecord() throws IOException;

    /// Where in the file a record begins, from 0, as indexes of WARC files have it.
    ///
    /// @param ago how many bytes ago it was read
    long offset(int ago);

    /// After damage: goes to the next member that begins with a record.
    ///
    /// @return false if there is none
    boolean nextRecord() throws IOException;

    @Override
    void close();
}
