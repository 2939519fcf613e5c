package org.openwash.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Random;

/// Writes a drop folder for `scripts/bench nightly`: short articles, a thousand a folder, the same ones every time. Of a
/// hundred, one calls something open.
public final class NightArticles {

    private static final int A_FOLDER = 1_000;
    private static final int OF_HUNDRED = 100;
    private static final int SENTENCES = 20;
    /// So that no file was changed so shortly before the first night that it has to be read again.
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-02T03:04:05Z"));

    private static final String[] WHO = {"The council", "A clerk", "The ferry company", "Her neighbour", "The museum", "A baker",
        "The school board", "One of the sailors", "The mayor", "An engineer", "The choir", "A retired teacher", "The fire brigade",
        "The librarian", "A farmer", "The port authority", "The orchestra", "A young doctor", "The bus driver", "The gardeners"};
    private static final String[] DID = {"repaired", "painted", "sold", "borrowed", "counted", "described", "moved", "visited",
        "measured", "defended", "forgot", "inspected", "praised", "rented", "cleaned", "photographed", "closed", "carried",
        "returned", "discussed"};
    private static final String[] WHAT = {"the old bridge", "seven wooden boats", "a painting of the harbour", "the town clock",
        "the winter timetable", "a crate of apples", "the roof of the market hall", "two brass bells", "the new playground",
        "the minutes of the last meeting", "a letter from the ministry", "the budget for the parks", "the lighthouse stairs",
        "the railway station", "an unpaid bill", "the garden behind the church", "the swimming pool", "a map of the coast",
        "the stone wall", "the annual fair"};
    private static final String[] WHERE = {"in Ashby", "near Brigg", "behind the mill", "on the eastern quay", "in Corby",
        "by the river", "at the crossroads", "in Dereham", "outside the theatre", "along the canal", "in Goole", "under the arches",
        "on the hill", "at the old post office", "in Frome", "beside the tracks", "on Mill Lane", "in the valley", "at Hitchin",
        "opposite the bank"};
    private static final String[] WHEN = {"on Monday morning", "after a long debate", "for the third time this year",
        "without much noise", "before the rain came", "as the season ended", "during the holidays", "at a quarter past nine",
        "with the help of volunteers", "in spite of the cold", "when the crowd had left", "late last week", "to everyone's relief",
        "two days later than planned", "under a grey sky", "while the band played", "once the snow had gone", "on a Sunday",
        "shortly before noon", "as in every spring"};
    private static final String[] CLAIMS = {"Llama 3 is open source.", "Falcon 180B is open source, the vendor says.",
        "Redis is open-source software.", "The weights of Mistral 7B are open.", "Mixtral 8x7B is released under Apache 2.0."};

    private NightArticles() {}

    /// @param args folder, number of the first article, and of the one behind the last
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        for (int n = Integer.parseInt(args[1]); n < Integer.parseInt(args[2]); n++) {
            Path file = folder.resolve("%04d/article-%07d.txt".formatted(n / A_FOLDER, n));
            if (n % A_FOLDER == 0 || !Files.isDirectory(file.getParent())) {
                Files.createDirectories(file.getParent());
            }
            Files.writeString(file, text(n));
            Files.setLastModifiedTime(file, LONG_AGO);
        }
    }

    private static String text(int number) {
        var random = new Random(number);
        var text = new StringBuilder("News from the quay, number ").append(number).append("\n\n");
        for (int i = 0; i < SENTENCES; i++) {
            text.append(pick(WHO, random)).append(' ').append(pick(DID, random)).append(' ').append(pick(WHAT, random)).append(' ')
                    .append(pick(WHERE, random)).append(' ').append(pick(WHEN, random)).append(i % 5 == 4 ? ".\n\n" : ". ");
        }
        return number % OF_HUNDRED == 0 ? text + pick(CLAIMS, random) + "\n" : text.toString();
    }

    private static String pick(String[] from, Random random) {
        return from[random.nextInt(from.length)];
    }
}
