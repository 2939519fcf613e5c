package org.openwash.index;

import java.nio.charset.StandardCharsets;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Outcome;
import org.openwash.domain.SetupException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;

/// Keeps whole outcomes and claims in stored fields, as JSON, so that reports need nothing but the index.
final class Payload {

    // only components: a method like `isAboutCompany` is no data. An article's text may be longer than Jackson's guard.
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .changeDefaultVisibility(v -> v.withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE)
                    .withFieldVisibility(Visibility.ANY))
            // what another version wrote is carried over only where it is the same
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private Payload() {}

    static byte[] of(Outcome.Analysed outcome) {
        return encode(outcome);
    }

    static byte[] of(Outcome.OtherLanguage outcome) {
        return encode(outcome);
    }

    static byte[] of(ClaimRow row) {
        return encode(row);
    }

    static Outcome.Analysed analysed(byte[] payload) {
        return decode(payload, Outcome.Analysed.class);
    }

    static Outcome.OtherLanguage otherLanguage(byte[] payload) {
        return decode(payload, Outcome.OtherLanguage.class);
    }

    static ClaimRow row(byte[] payload) {
        return decode(payload, ClaimRow.class);
    }

    private static <T> T decode(byte[] payload, Class<T> type) {
        try {
            return JSON.readValue(payload, type);
        } catch (JacksonException e) {
            throw new SetupException("The index holds what this version cannot read (" + e.getOriginalMessage()
                    + "). openwash verify says more; openwash analyze --fresh with all inputs builds it anew.", e);
        }
    }

    private static byte[] encode(Object value) {
        return escapeLoneSurrogates(JSON.writeValueAsString(value)).getBytes(StandardCharsets.UTF_8);
    }

    /// UTF-8 has no form for half a surrogate pair, which broken pages do hold; JSON has one.
    private static String escapeLoneSurrogates(String json) {
        StringBuilder escaped = null;
        int copied = 0;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < json.length() && Character.isLowSurrogate(json.charAt(i + 1))) {
                i++;
                continue;
            }
            escaped = escaped == null ? new StringBuilder(json.length() + 16) : escaped;
            escaped.append(json, copied, i).append("\\u").append(Integer.toHexString(c));
            copied = i + 1;
        }
        return escaped == null ? json : escaped.append(json, copied, json.length()).toString();
    }
}
