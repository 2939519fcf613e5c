package org.openwash.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.domain.Wire;

class WireCreditsTest {

    private static final WireCredits CREDITS = WireCredits.load();
    private static final List<String> BODY = List.of(
            "The town of Havenmoor has put its booking system online, with all of its code.",
            "Anybody may look at it, the council said, and three other towns are doing so.",
            "The system was written by two clerks over a winter.",
            "It books boats, halls and one piano.",
            "A second version is to follow in spring.",
            "Nobody has asked for the piano yet.");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # the beginning of the first line                    | service
            LONDON (Reuters) - The town                          | Reuters
            LONDON, Jan 5 (Reuters) - The town                   | Reuters
            LONDON/PARIS, Jan. 5 (Reuters) — The town            | Reuters
            (AP) — The town                                      | AP
            HAVENMOOR, Calif. (AP) — The town                    | AP
            WASHINGTON (Associated Press) - The town             | AP
            WASHINGTON, Jan 5 (AFP) - The town                   | AFP
            Washington (AFP) – The town                          | AFP
            Paris (AFP) The town                                 | AFP
            BERLIN (dpa) - The town                              | dpa
            BERLIN (dpa-AFX) - The town                          | dpa
            New Delhi, Jan 5 (PTI): The town                     | PTI
            TOKYO (Kyodo) -- The town                            | Kyodo
            MADRID (Reuters/EFE) - The town                      | EFE
            TORONTO, May 3, 2024 (GLOBE NEWSWIRE) -- Acme today  | GlobeNewswire
            NEW YORK, May 3, 2024 /PRNewswire/ -- Acme today     | PR Newswire
            PARIS, 3 May 2024 /PRNewswire-Acme/ -- Acme today    | PR Newswire
            SAN FRANCISCO--(BUSINESS WIRE)--Acme today           | Business Wire
            OTTAWA, ON, May 3, 2024 /CNW/ - Acme today           | CNW
            By Reuters                                           | Reuters
            By The Associated Press                              | AP
            By Jo Marlow, Associated Press                       | AP
            By Jo Marlow and Kim Pell, The Associated Press      | AP
            Jo Marlow / AP                                       | AP
            Source: dpa                                          | dpa
            Associated Press                                     | AP
            """)
    void aDatelineOrBylineCredits(String line, String service) {
        assertThat(CREDITS.in(beginning(line), null)).map(Wire::name).contains(service);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # the last line                                                                             | service
            © 2024 The Associated Press. All rights reserved.                                           | AP
            Copyright 2024 The Associated Press. All rights reserved. This material may not be copied.  | AP
            © 2024 AFP                                                                                  | AFP
            (c) 2024 Agence France-Presse                                                               | AFP
            © Thomson Reuters 2024 Reuters                                                              | Reuters
            Source: dpa                                                                                 | dpa
            (Source: Reuters)                                                                           | Reuters
            This story was provided by The Associated Press.                                            | AP
            This story was originally published by KFF Health News, a newsroom.                         | KFF Health News
            This article is republished from The Conversation under a Creative Commons license.         | The Conversation
            This report was auto-generated from a Reuters news service feed.                            | Reuters
            Distributed by Tribune News Service.                                                        | Tribune News Service
            (AFP)                                                                                       | AFP
            — AP                                                                                        | AP
            Nobody has asked for the boats. (PTI)                                                       | PTI
            Nobody has asked for the boats. – Bernama                                                   | Bernama
            SOURCE Acme Corp via PR Newswire                                                            | PR Newswire
            This press release was distributed by Business Wire.                                        | Business Wire
            View source version on businesswire.com: https://www.businesswire.com/news/home/1/en/        | Business Wire
            View original content on prnewswire.com:https://www.prnewswire.com/news-releases/a.html       | PR Newswire
            """)
    void aNoteBelowTheEndCredits(String line, String service) {
        var lines = new ArrayList<>(BODY);
        lines.add(line);
        lines.add("");
        assertThat(CREDITS.in(lines, null)).map(Wire::name).contains(service);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Reuters                          | Reuters
            By The Associated Press          | AP
            Associated Press                 | AP
            AFP                              | AFP
            Jo Marlow, Associated Press      | AP
            Jo Marlow; Reuters               | Reuters
            Jo Marlow (dpa)                  | dpa
            """)
    void anAuthorThatIsAServiceCredits(String author, String service) {
        assertThat(CREDITS.in(BODY, author)).map(Wire::name).contains(service);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Reuters reported that the town had put its code online.
            The town has put its code online, according to AP.
            The Associated Press first reported the story.
            AP photographs were shown in the hall.
            Bloomberg, the company, has a terminal.
            The Conversation between the two clerks went on.
            Talks with Reuters (London) went on for months.
            Acme (AP: 1234) makes access points (AP) and more.
            The access point (AP) is open source.
            Power amplifiers (PA) are sold in boxes.
            Reuters' owner said so.
            AP Photo/Jo Marlow
            (AP Photo/Jo Marlow)
            FILE PHOTO: A piano in the hall. REUTERS/Jo Marlow
            Photo: Reuters
            Image credit: AFP
            The Associated Press contributed to this report.
            Additional reporting by Reuters.
            With files from The Canadian Press.
            This story was first reported by Reuters, not by us.
            Read the story at reuters.com
            The story was shared by the Associated Press Stylebook club.
            A spokesman told AFP
            He said it to Reuters.
            """)
    void whoQuotesAServiceDoesNotCreditIt(String line) {
        assertThat(CREDITS.in(beginning(line), null)).as("at the beginning").isEmpty();
        var lines = new ArrayList<>(BODY);
        lines.add(line);
        assertThat(CREDITS.in(lines, null)).as("at the end").isEmpty();
    }

    @Test
    void pressReleasesAreToldFromAgencies() {
        assertThat(CREDITS.in(beginning("OSLO--(BUSINESS WIRE)--Acme"), null)).map(Wire::kind).contains(Wire.Kind.PRESS_RELEASE);
        assertThat(CREDITS.in(beginning("OSLO (AFP) - Acme"), null)).map(Wire::kind).contains(Wire.Kind.AGENCY);
    }

    @Test
    void whatStandsInTheMiddleIsNoCredit() {
        var lines = new ArrayList<>(BODY);
        lines.addAll(BODY);
        lines.add(6, "LONDON (Reuters) - Another report.");
        assertThat(CREDITS.in(lines, null)).isEmpty();
    }

    private static List<String> beginning(String line) {
        var lines = new ArrayList<>(BODY);
        lines.addFirst(line);
        return lines;
    }
}
