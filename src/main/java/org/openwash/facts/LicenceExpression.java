package org.openwash.facts;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The terms that bind a recipient, written as SPDX writes them: `OR` leaves the recipient the choice, `AND` binds both
/// (an inherited base licence), `WITH` adds an exception. `AND` binds closer than `OR`; parentheses group.
public sealed interface LicenceExpression extends Serializable {

    record Named(String id) implements LicenceExpression {
        @Override
        public String toString() {
            return id;
        }
    }

    record With(Named licence, String exception) implements LicenceExpression {
        @Override
        public String toString() {
            return licence + " WITH " + exception;
        }
    }

    record AllOf(List<LicenceExpression> parts) implements LicenceExpression {
        public AllOf {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return parts.stream()
                    .map(p -> p instanceof AnyOf ? "(" + p + ")" : p.toString())
                    .collect(Collectors.joining(" AND "));
        }
    }

    record AnyOf(List<LicenceExpression> choices) implements LicenceExpression {
        public AnyOf {
            choices = List.copyOf(choices);
        }

        @Override
        public String toString() {
            return choices.stream().map(LicenceExpression::toString).collect(Collectors.joining(" OR "));
        }
    }

    /// No licence's terms are longer; the text may come from anywhere.
    int LONGEST = 2_000;

    /// A single id stands for itself; what is compound is read by the SPDX library's own grammar.
    ///
    /// @throws IllegalArgumentException if the text is no expression; the message says why
    static LicenceExpression parse(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("a licence expression of " + text.length() + " characters");
        }
        return text.matches("[A-Za-z0-9.-]+") ? new Named(text) : SpdxList.parse(text.strip());
    }

    /// Every licence named, in order.
    default List<String> ids() {
        return switch (this) {
            case Named named -> List.of(named.id());
            case With with -> with.licence().ids();
            case AllOf all -> flat(all.parts());
            case AnyOf any -> flat(any.choices());
        };
    }

    private static List<String> flat(List<LicenceExpression> parts) {
        List<String> ids = new ArrayList<>();
        parts.forEach(p -> ids.addAll(p.ids()));
        return List.copyOf(ids);
    }
}
