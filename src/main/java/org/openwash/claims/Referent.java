package org.openwash.claims;

import org.jspecify.annotations.Nullable;
import org.openwash.domain.Mention;
import org.openwash.domain.Organisation;

/// What a name or a pronoun stands for: a thing that can be open, or a company.
///
/// @param id   subject id, `org:NAME` or a slug
/// @param kind null for a thing that only a slug names
/// @param text the words of the mention
/// @param shared the name is also a company's
record Referent(String id, Mention.@Nullable Kind kind, String text, @Nullable String version, boolean shared) {

    static Referent thing(Mention mention) {
        return new Referent(mention.id(), mention.kind(), mention.text(), mention.version(), mention.ids().size() > 1);
    }

    static Referent organisation(String id, String text) {
        return new Referent(id, Mention.Kind.ORGANISATION, text, null, false);
    }

    /// The same thing in one version.
    Referent in(String number) {
        return new Referent(id, kind, text, number, shared);
    }

    boolean isOrganisation() {
        return id.startsWith(Organisation.PREFIX);
    }
}
