package org.openwash.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openwash.facts.Licence.Approval;
import org.openwash.facts.Licence.Category;

class LicenceExpressionTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            MIT,                                      MIT
            MIT AND Apache-2.0,                       MIT AND Apache-2.0
            MIT OR Apache-2.0 AND SSPL-1.0,           MIT OR Apache-2.0 AND SSPL-1.0
            (MIT OR Apache-2.0) AND SSPL-1.0,         (MIT OR Apache-2.0) AND SSPL-1.0
            GPL-2.0-only WITH Classpath-exception-2.0, GPL-2.0-only WITH Classpath-exception-2.0
            """)
    void readsWhatItWrites(String text, String written) {
        assertThat(LicenceExpression.parse(text)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MIT AND", "OR MIT", "(MIT", "MIT)", "MIT Apache-2.0", "MIT WITH", "MIT,Apache"})
    void refusesWhatIsNoExpression(String text) {
        assertThatThrownBy(() -> LicenceExpression.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void andBindsCloserThanOr() {
        assertThat(LicenceExpression.parse("MIT OR ISC AND Zlib")).isInstanceOf(LicenceExpression.AnyOf.class);
    }

    @Test
    void refusesATextThatCouldExhaustTheStack() {
        assertThatThrownBy(() -> LicenceExpression.parse("(".repeat(100_000))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0} is {1} and {2}")
    @CsvSource(textBlock = """
            LicenseRef-scancode-rsalv2 OR SSPL-1.0 OR AGPL-3.0-only, YES, COPYLEFT
            LicenseRef-scancode-rsalv2 OR SSPL-1.0,                  NO,  SOURCE_AVAILABLE
            MIT AND LicenseRef-scancode-llama-3.1-license-2024,      NO,  USE_RESTRICTED
            MIT AND Apache-2.0,                                      YES, PERMISSIVE
            GPL-2.0-only WITH Classpath-exception-2.0,               YES, COPYLEFT
            """)
    void theRecipientTakesTheBestChoiceAndIsBoundByEveryPart(String text, Approval osi, Category category) {
        Terms terms = FactBook.load(null).termsOf(LicenceExpression.parse(text));
        assertThat(terms.osi()).isEqualTo(osi);
        assertThat(terms.category()).isEqualTo(category);
    }
}
