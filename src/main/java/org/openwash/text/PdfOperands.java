package org.openwash.text;

/// Watches the content of a page go by and stops it where operands pile up without an operator: PDFBox keeps them all,
/// a gigabyte of them for some megabytes of brackets. Knows just enough of the grammar to tell an operator.
final class PdfOperands {

    /// The longest line of text takes some hundreds.
    private static final int MOST = 50_000;

    private enum State { BETWEEN, OPERATOR, OPERAND, NAME, STRING, ESCAPE, COMMENT, PICTURE }

    private State state = State.BETWEEN;
    private int operands;
    private int brackets; // open ones within a string
    private int operator; // the last two letters of the current one
    private int seen; // the last four bytes of a picture

    void accept(int b) {
        int c = b & 0xFF;
        switch (state) {
            case STRING -> string(c);
            case ESCAPE -> state = State.STRING;
            case COMMENT -> state = c == '\n' || c == '\r' ? State.BETWEEN : State.COMMENT;
            case PICTURE -> picture(c);
            case BETWEEN, OPERATOR, OPERAND, NAME -> token(c);
        }
    }

    private void string(int c) {
        brackets += c == '(' ? 1 : c == ')' ? -1 : 0;
        state = c == '\\' ? State.ESCAPE : brackets == 0 ? State.BETWEEN : State.STRING;
    }

    /// Bytes of a picture, up to an EI between spaces.
    private void picture(int c) {
        seen = seen << 8 | c;
        boolean ends = isSpace(seen >>> 24) && (seen >> 16 & 0xFF) == 'E' && (seen >> 8 & 0xFF) == 'I' && isSpace(c);
        state = ends ? State.BETWEEN : State.PICTURE;
    }

    private void token(int c) {
        if (state == State.OPERATOR && operator == ('I' << 8 | 'D') && isSpace(c)) {
            state = State.PICTURE;
            seen = 0;
        } else if (isSpace(c)) {
            state = State.BETWEEN;
        } else if (c == '%') {
            state = State.COMMENT;
        } else if (c == '(') {
            operand(State.STRING);
            brackets = 1;
        } else if (c == '/') {
            operand(State.NAME);
        } else if ("[]<>{})".indexOf(c) >= 0) {
            operand(State.BETWEEN);
        } else if (state == State.BETWEEN) {
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '\'' || c == '"';
            if (letter) {
                state = State.OPERATOR;
                operator = c;
                operands = 0;
            } else {
                operand(State.OPERAND);
            }
        } else if (state == State.OPERATOR) {
            operator = (operator << 8 | c) & 0xFFFF;
        }
    }

    private void operand(State next) {
        state = next;
        if (++operands > MOST) {
            throw new PdfBudget.SpentException("more than " + MOST + " operands in a row");
        }
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0;
    }
}
