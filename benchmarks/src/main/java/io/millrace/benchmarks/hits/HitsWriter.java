package io.millrace.benchmarks.hits;

import java.util.Arrays;

/**
 * Renders groups of rows as TabSeparated text in the order of the table's key. Holds scratch state: one for each
 * thread.
 */
final class HitsWriter {
    private static final byte[] EMPTY = {};
    private static final byte[] CHARSET_UTF8 = Words.ascii("utf-8");
    private static final byte[] CHARSET_1251 = Words.ascii("windows-1251");
    private static final byte[] COLORS = {'5', '5', '5', '5', 'C', 'B', 'A', 'G', 'F', 'E'};
    private static final byte[] NO_CURRENCY = Words.ascii("NH\u001c");
    private static final byte[] CAMPAIGN = Words.ascii("summer_2013");
    private static final byte[] MARKET = Words.ascii("market;");
    /** Mean number of hits of a visit; a visit has one hit with the chance of 1 in this. */
    private static final int VISIT = 3;

    private final long seed;
    private final long users;
    private final long phrases;
    private final Words words;
    private final Rng rng = new Rng(0);
    private final Visitor visitor = new Visitor();
    private long[] slots = new long[1024];

    HitsWriter(long seed, long rows, Words words) {
        this.seed = seed;
        this.words = words;
        // With the skew of the draws these give about 17 % distinct users and 3 % distinct phrases.
        users = Math.max(16, rows * 23 / 100);
        phrases = Math.max(16, rows * 35 / 1000);
    }

    /** The id of the user whose place in the order of popularity is {@code place}. */
    static long userId(long seed, long place) {
        return Rng.mix(place ^ seed << 40) >>> 1;
    }

    /** Appends the rows of {@code group} to {@code out}. */
    void write(Groups.Group group, TsvBuffer out) {
        long groupSeed = Rng.mix(seed ^ Rng.mix(((long) group.counter() << 8) + group.day()));
        int n = group.rows();
        drawUsers(groupSeed, n);
        for (int from = 0; from < n; ) {
            long user = slots[from];
            int to = from + 1;
            while (to < n && slots[to] == user) {
                to++;
            }
            rng.reseed(Rng.mix(groupSeed ^ user));
            visitor.become(user);
            writeVisit(group, to - from, out);
            from = to;
        }
    }

    /** Fills the first {@code n} slots with the user of each row, in order. */
    private void drawUsers(long groupSeed, int n) {
        if (slots.length < n) {
            slots = new long[n + n / 2];
        }
        rng.reseed(groupSeed);
        for (int at = 0; at < n; ) {
            long user = userId(seed, rng.skewed(users));
            do {
                slots[at++] = user;
            } while (at < n && rng.below(VISIT) != 0);
        }
        Arrays.sort(slots, 0, n);
    }

    private void writeVisit(Groups.Group group, int hits, TsvBuffer out) {
        int gap = Math.max(2, Math.min(240, 40000 / hits));
        int second = startOfVisit(Math.max(1, 86400 - hits * gap));
        long watch = 0;
        long page = 0;
        for (int i = 0; i < hits; i++) {
            long nextWatch = rng.next() >>> 1;
            if (i > 0) {
                int step = second + gap / 8 + rng.below(gap);
                if (step >= 86400) {
                    step = second;
                }
                // Equal times are ordered by the last column of the key.
                nextWatch = step == second ? watch + 1 + (nextWatch & 0xFFFF) : nextWatch;
                second = step;
            }
            watch = nextWatch >= 0 ? nextWatch : Long.MAX_VALUE;
            long previous = page;
            page = pageOf(group.siteRows());
            writeHit(group, i, second, watch, page, previous, out);
        }
    }

    /** More visits in the evening than at night: the later of two draws, folded into the day. */
    private int startOfVisit(int bound) {
        int a = rng.below(bound);
        int b = rng.below(bound);
        return rng.chance(350) ? a : Math.max(a, b);
    }

    private long pageOf(long siteRows) {
        return rng.chance(80) ? 0 : rng.steep(siteRows / 5 + 8);
    }

    private void writeHit(
            Groups.Group group, int index, int second, long watch, long page, long previous, TsvBuffer out) {
        out.ensure(8192);
        int site = group.counter();
        int time = group.day() * 86400 + second;
        long phrase = rng.chance(index == 0 ? 390 : 60) ? rng.skewed(phrases) : -1;
        int engine = (int) rng.skewed(5);
        int advert = rng.chance(35) ? 1 + (int) rng.skewed(18) : 0;
        int source = phrase >= 0 ? 2 : advert != 0 ? 3 : index > 0 ? -1 : rng.chance(400) ? 0 : rng.chance(150) ? 6 : 1;
        long refererPage = source == -1 ? previous : pageOf(group.siteRows());
        int refererSite = source == -1 || source == 6 ? site : 1 + (int) rng.steep(20000);

        out.number(watch).number(rng.chance(820) ? 1 : 0);
        words.title(site, page, out);
        out.tab().number(1).dateTime(time).date(group.day()).number(site);
        out.fields(visitor.address())
                .number(visitor.id())
                .number(site % 7 == 0 ? 1 : 0)
                .fields(visitor.system());
        words.url(site, page, out);
        out.tab();
        long refererHash = writeReferer(source, engine, phrase, refererSite, refererPage, out);
        out.number(rng.chance(90) ? 1 : 0).number(source == 1 ? refererSite % 300 : 0);
        out.number(source == 1 ? refererSite % 977 : 0)
                .number(site % 97 == 0 ? 9000 + site % 31 : 0)
                .number(site % 237);
        out.fields(visitor.browser());
        out.number(source).number(phrase >= 0 ? 1 + engine * engine * 3 : 0);
        if (phrase >= 0) {
            words.phrase(phrase, out);
        }
        out.tab().number(advert).number(0);
        writeClient(time, site, page, out);
        writeFlags(time, out);
        writeTimings(out);
        writeCampaign(advert, out);
        out.number(refererHash).number(Words.pageHash(site, page)).number(rng.chance(3) ? rng.below(40000) : 0);
        out.endRow();
    }

    private long writeReferer(int source, int engine, long phrase, int site, long page, TsvBuffer out) {
        if (source == 0) {
            out.tab();
            return 0;
        }
        if (phrase >= 0) {
            words.searchReferer(engine, phrase, out);
            out.tab();
            return Rng.mix(phrase * 5 + engine) >>> 1;
        }
        words.url(site, page, out);
        out.tab();
        return Words.pageHash(site, page);
    }

    /** WindowClientWidth to OriginalURL. */
    private void writeClient(int time, int site, long page, TsvBuffer out) {
        int width = visitor.screenWidth();
        out.number(Math.max(0, width - rng.below(60)))
                .number(Math.max(0, visitor.screenHeight() - 100 - rng.below(120)));
        out.number(visitor.timeZone()).dateTime(Math.min(time + rng.below(5), 31 * 86400 - 1));
        boolean silverlight = rng.chance(300);
        out.number(silverlight ? 5 : 0)
                .number(silverlight ? 1 : 0)
                .number(silverlight ? 20125 : 0)
                .number(0);
        out.text((site & 1) == 0 ? CHARSET_UTF8 : CHARSET_1251).number((site & 3) == 0 ? 1601 : 339);
        out.number(rng.chance(70) ? 1 : 0).number(rng.chance(12) ? 1 : 0).number(rng.chance(400) ? 1 : 0);
        out.number(rng.chance(600) ? 0 : Rng.mix(visitor.id()) >>> 1);
        if (rng.chance(60)) {
            words.url(site, page + 1, out);
        }
        out.tab();
    }

    /** HID to SocialAction. */
    private void writeFlags(int time, TsvBuffer out) {
        out.number(rng.below(1 << 30)).number(0).number(rng.chance(30) ? 1 : 0).number(rng.chance(40) ? 1 : 0);
        out.number(rng.chance(90) ? 1 : 0).number(0);
        out.raw((char) COLORS[rng.below(COLORS.length)]);
        out.tab().dateTime(Math.min(time + visitor.timeZone() % 7, 31 * 86400 - 1));
        out.fields(visitor.person());
        out.number(rng.chance(900) ? -1 : rng.below(7000)).number(rng.chance(950) ? -1 : rng.below(2000));
        out.number(rng.skewed(40)).fields(visitor.locale());
        out.text(EMPTY).text(EMPTY);
    }

    /** HTTPError to ParamCurrencyID. */
    private void writeTimings(TsvBuffer out) {
        out.number(0);
        if (rng.chance(400)) {
            out.number(rng.below(3000)).number(rng.steep(700)).number(rng.steep(900));
            out.number(rng.steep(4000)).number(rng.steep(9000)).number(rng.steep(30000));
        } else {
            out.number(0).number(0).number(0).number(0).number(0).number(0);
        }
        out.number(0)
                .text(EMPTY)
                .number(rng.chance(2) ? rng.below(1000000) : 0)
                .text(EMPTY)
                .text(NO_CURRENCY)
                .number(0);
    }

    /** OpenstatServiceName to HasGCLID. */
    private void writeCampaign(int advert, TsvBuffer out) {
        boolean openstat = advert != 0 && rng.chance(200);
        out.text(openstat ? MARKET : EMPTY).text(EMPTY);
        if (openstat) {
            out.digitsOf(rng.below(100000));
        }
        out.tab().text(EMPTY);
        boolean campaign = rng.chance(8);
        out.text(campaign ? CAMPAIGN : EMPTY)
                .text(EMPTY)
                .text(campaign ? CAMPAIGN : EMPTY)
                .text(EMPTY)
                .text(EMPTY);
        out.text(EMPTY).number(advert != 0 && rng.chance(100) ? 1 : 0);
    }
}
