package org.openwash.facts;

import java.util.List;
import java.util.Locale;
import org.openwash.domain.Subject;
import org.openwash.facts.Restriction.Effect;

/// One edition or size of a subject on one day: the fact about its main artefact, and those about its code.
///
/// @param main what the subject itself is under: weights, service, software or data; the code where nothing else is
/// known
record Variant(Subject subject, Fact main, List<Fact> code, FactBook book) {

    Variant {
        code = List.copyOf(code);
    }

    Terms terms() {
        return book.termsOf(main.licence());
    }

    /// Whether only code is known of a thing that is more than its code.
    boolean onlyCodeKnown() {
        return main.artefact() == Artefact.CODE && subject.kind() != Subject.Kind.SOFTWARE;
    }

    boolean isHosted() {
        return main.artefact() == Artefact.SERVICE || terms().has(Effect.NO_USE);
    }

    /// The licence in force with its time, and the limits that matter: "Llama 3.1 has been under ... since ... (...)".
    String inForce() {
        String name = subject.name();
        if (!main.status().isOut()) {
            return name + " was announced " + (main.since().length() == 10 ? "on " : "in ") + main.since()
                    + " but has not been released";
        }
        if (main.status() == Fact.Status.HOSTED_ONLY) {
            return name + " has been only a hosted service since " + main.since();
        }
        List<String> limits = terms().limits();
        String under = main.valid().until() == null ? " has been under the " : " was under the ";
        String time = main.valid().until() == null ? " since " + main.since()
                : " from " + main.since() + " to " + main.valid().until();
        return name + (main.scope().isEmpty() || name.endsWith(")") ? "" : " (" + main.scope() + ")") + under
                + licenceName() + time
                + (limits.isEmpty() ? "" : " (" + String.join("; ", limits) + ")");
    }

    private String licenceName() {
        String name = book.nameOf(main.licence());
        return name.toLowerCase(Locale.ROOT).startsWith("the ") ? name.substring(4) : name;
    }
}
