package org.openwash.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Reads a licence expression by recursive descent; short texts only, so that no input can exhaust the stack.
final class LicenceExpressionParser {

    private static final int LONGEST = 2_000;

    private final String text;
    private final List<String> words;
    private int next;

    LicenceExpressionParser(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("a licence expression of " + text.length() + " characters");
        }
        this.text = text;
        this.words = List.of(text.replace("(", " ( ").replace(")", " ) ").strip().split("\\s+"));
    }

    LicenceExpression parse() {
        LicenceExpression whole = choice();
        if (next < words.size()) {
            throw broken("'" + words.get(next) + "' was not expected");
        }
        return whole;
    }

    private LicenceExpression choice() {
        List<LicenceExpression> choices = separatedBy("OR", this::binding);
        return choices.size() == 1 ? choices.getFirst() : new LicenceExpression.AnyOf(choices);
    }

    private LicenceExpression binding() {
        List<LicenceExpression> parts = separatedBy("AND", this::single);
        return parts.size() == 1 ? parts.getFirst() : new LicenceExpression.AllOf(parts);
    }

    private List<LicenceExpression> separatedBy(String operator, Supplier<LicenceExpression> operand) {
        List<LicenceExpression> operands = new ArrayList<>();
        operands.add(operand.get());
        while (at(operator)) {
            next++;
            operands.add(operand.get());
        }
        return operands;
    }

    private LicenceExpression single() {
        if (at("(")) {
            next++;
            LicenceExpression inner = choice();
            if (!at(")")) {
                throw broken("a ')' is missing");
            }
            next++;
            return inner;
        }
        var licence = new LicenceExpression.Named(id());
        if (at("WITH")) {
            next++;
            return new LicenceExpression.With(licence, id());
        }
        return licence;
    }

    private String id() {
        if (next >= words.size() || !words.get(next).matches("[A-Za-z0-9.+-]+") || words.get(next).matches("AND|OR|WITH")) {
            throw broken("a licence id is missing after word " + next);
        }
        return words.get(next++);
    }

    private boolean at(String word) {
        return next < words.size() && words.get(next).equals(word);
    }

    private IllegalArgumentException broken(String what) {
        return new IllegalArgumentException(what + " in the licence expression '" + text + "'");
    }
}
