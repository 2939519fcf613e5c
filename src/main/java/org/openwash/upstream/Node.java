package org.openwash.upstream;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A value of a JSON or YAML file that knows its line, so that every complaint and every proposal can name it.
sealed interface Node {

    int line();

    /// A text, number or truth value as it is written; empty for null.
    record Scalar(String text, int line) implements Node {}

    record Sequence(List<Node> items, int line) implements Node {

        public Sequence {
            items = List.copyOf(items);
        }
    }

    record Mapping(Map<String, Node> fields, int line) implements Node {

        public Mapping {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        boolean has(String name) {
            return fields.containsKey(name);
        }

        /// The text of a field; empty if there is none, or if it is no text.
        String text(String name) {
            return fields.get(name) instanceof Scalar scalar ? scalar.text().strip() : "";
        }

        /// The texts of a field that is one text or a list of them.
        List<String> texts(String name) {
            return switch (fields.get(name)) {
                case Scalar scalar -> List.of(scalar.text().strip());
                case Sequence sequence -> sequence.items().stream()
                        .filter(Scalar.class::isInstance)
                        .map(item -> ((Scalar) item).text().strip())
                        .toList();
                case Mapping mapping -> List.of();
                case null -> List.of();
            };
        }

        /// The line of a field, else that of the whole.
        int lineOf(String name) {
            Node field = fields.get(name);
            return field == null ? line : field.line();
        }
    }
}
