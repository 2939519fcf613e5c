package org.openwash.domain;

import java.io.Serializable;

/// Where each part of an article's [Metadata] was found.
public record Origins(
        Provenance url,
        Provenance outlet,
        Provenance title,
        Provenance author,
        Provenance published,
        Provenance modified)
        implements Serializable {

    public static final Origins NONE = all(Provenance.NONE);

    /// Everything from one place.
    public static Origins all(Provenance one) {
        return new Origins(one, one, one, one, one, one);
    }

    public Origins withTitle(Provenance other) {
        return new Origins(url, outlet, other, author, published, modified);
    }
}
