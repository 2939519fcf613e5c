package org.openwash.upstream;

import java.util.List;

/// What a reader relies on in an upstream's form; anything else is an older or a damaged one.
final class Expect {

    private Expect() {}

    static Node.Mapping mapping(Node node, String what) throws MalformedException {
        if (node instanceof Node.Mapping mapping) {
            return mapping;
        }
        throw new MalformedException(node.line(), what + " is no set of named values");
    }

    static Node.Mapping mapping(Node.Mapping within, String key) throws MalformedException {
        keys(within, List.of(key), "the entry");
        return mapping(within.fields().get(key), "'" + key + "'");
    }

    static Node.Sequence sequence(Node node, String what) throws MalformedException {
        if (node instanceof Node.Sequence sequence) {
            return sequence;
        }
        throw new MalformedException(node.line(), what + " is no list");
    }

    static Node.Sequence sequence(Node.Mapping within, String key) throws MalformedException {
        return sequence(within.fields().get(key), "'" + key + "'");
    }

    static void keys(Node.Mapping within, List<String> keys, String what) throws MalformedException {
        for (String key : keys) {
            if (!within.has(key)) {
                throw new MalformedException(within.line(), what + " has no '" + key + "'");
            }
        }
    }

    static String filled(Node.Mapping within, String key) throws MalformedException {
        String text = within.text(key);
        if (text.isEmpty()) {
            throw new MalformedException(within.lineOf(key), "'" + key + "' is empty");
        }
        return text;
    }

    static boolean truth(Node.Mapping within, String key) throws MalformedException {
        return switch (within.text(key)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new MalformedException(within.lineOf(key), "'" + key + "' is neither true nor false");
        };
    }
}
