package org.openwash.index;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Outcome;

/// Tells whether an index holds what this version would write, so that none is ever read wrongly.
///
/// Follows the stored records and the fields by itself; only a change that shows in neither (how words are cut, what a
/// value means, how prints are made and laid out) needs a higher `REVISION`.
final class Schema {

    private static final int REVISION = 3;

    /// Written into every commit.
    static final String VERSION = REVISION + "-" + fingerprint();

    private Schema() {}

    /// Whether a newer version of the program wrote this form; it can tell only where the revision says so.
    static boolean isNewer(String form) {
        return form.matches("\\d{1,9}-.*") && Integer.parseInt(form.substring(0, form.indexOf('-'))) > REVISION;
    }

    private static String fingerprint() {
        Set<String> form = new TreeSet<>();
        for (Class<?> stored : new Class<?>[] {Outcome.Analysed.class, Outcome.OtherLanguage.class, ClaimRow.class}) {
            describe(stored, form);
        }
        Fields.all().forEach(field -> form.add(field.name() + ": " + field.kind()));
        CRC32 sum = new CRC32();
        sum.update(String.join("\n", form).getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }

    private static void describe(Type type, Set<String> form) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(t -> describe(t, form));
        } else if (type instanceof Class<?> record && record.isRecord()) {
            for (RecordComponent component : record.getRecordComponents()) {
                String line = record.getName() + "." + component.getName() + ": " + component.getGenericType().getTypeName();
                if (form.add(line)) {
                    describe(component.getGenericType(), form);
                }
            }
        }
    }
}
