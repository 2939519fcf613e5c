package org.openwash.evaluation;

/// What else is read of a claim; judged only where the claim itself is right.
public enum Attribute {
    MODALITY("modality"),
    /// Called attribution in reports; "voice" is the word of the guide.
    VOICE("voice"),
    VERDICT("verdict");

    private final String label;

    Attribute(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    boolean isRight(Match match) {
        Prediction found = match.prediction();
        return switch (this) {
            case MODALITY -> match.gold().modalities().contains(found.modality());
            case VOICE -> match.gold().voices().contains(found.attribution());
            case VERDICT -> match.gold().verdicts().contains(found.verdict());
        };
    }
}
