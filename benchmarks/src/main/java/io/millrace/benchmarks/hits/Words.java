package io.millrace.benchmarks.hits;

import java.nio.charset.StandardCharsets;

/**
 * The vocabulary and the texts made of it: search phrases, addresses, titles. Each text is a function of an index, so
 * nothing but the words is kept. Immutable after construction.
 */
final class Words {
    private static final int COUNT = 8192;
    private static final String[] LATIN = {
        "ka", "lo", "mi", "ter", "no", "si", "ra", "ven", "du", "por", "ta", "gel", "is", "an", "be", "ko", "ru", "shi",
        "pa", "le", "mon", "do", "vi", "sta", "ne", "fo", "zu", "ma", "cre", "ti", "ol", "est"
    };
    private static final String[] CYRILLIC = {
        "ка", "ло", "ми", "тер", "но", "си", "ра", "вен", "ду", "пор", "та", "гел", "ис", "ан", "бе", "ко", "ру", "ши",
        "па", "ле", "мон", "до", "ви", "ста", "не", "фо", "зу", "ма", "кре", "ти", "ол", "ест"
    };
    private static final byte[] HTTP = ascii("http://");
    private static final byte[] HTML = ascii(".html");
    private static final byte[] GOOGLE_PATH = ascii("google/");
    private static final byte[] GOOGLE_TITLE = ascii("Google ");
    private static final byte[][] TLDS = {
        ascii(".ru/"),
        ascii(".ru/"),
        ascii(".ru/"),
        ascii(".com/"),
        ascii(".com/"),
        ascii(".net/"),
        ascii(".ua/"),
        ascii(".org/")
    };
    private static final byte[][] SEARCH = {
        ascii("http://yandex.ru/yandsearch?text="),
        ascii("http://www.google.ru/search?q="),
        ascii("http://go.mail.ru/search?q="),
        ascii("http://nova.rambler.ru/search?query="),
        ascii("http://www.bing.com/search?q=")
    };

    private final byte[][] latin = new byte[COUNT][];
    private final byte[][] cyrillic = new byte[COUNT][];

    Words() {
        for (int i = 0; i < COUNT; i++) {
            latin[i] = word(LATIN, i);
            cyrillic[i] = word(CYRILLIC, i);
        }
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] word(String[] syllables, int index) {
        StringBuilder text = new StringBuilder();
        long h = Rng.mix(index);
        int parts = 2 + (int) (h & 1) + (int) (h >>> 1 & h >>> 2 & 1);
        // The low bits of the index itself go in too, so that few words are equal.
        h = h >>> 10 << 13 | index;
        for (int i = 0; i < parts + (index >= 1024 ? 1 : 0); i++) {
            text.append(syllables[(int) (h & 31)]);
            h >>>= 5;
        }
        return ascii(text.toString());
    }

    /** A word number, low ones likelier, from 16 bits of a hash. */
    private static int pick(long hash) {
        int u = (int) hash & 0xFFFF;
        return (int) ((long) u * u >>> 19);
    }

    /** Search phrase number {@code index}: one to three words, four in five of the phrases Cyrillic. */
    void phrase(long index, TsvBuffer out) {
        long h = Rng.mix(index ^ 0x5EA9C4L);
        byte[][] words = h >>> 61 == 0 || (h >>> 58 & 7) == 0 ? latin : cyrillic;
        int count = (int) (h & 1) + (int) (h >>> 1 & 1);
        h >>>= 4;
        out.raw(words[pick(h)]);
        for (int i = 0; i < count; i++) {
            h >>>= 15;
            out.raw(' ');
            out.raw(words[pick(h)]);
        }
    }

    /** The hash that stands in URLHash and RefererHash for a page of a site; not dependent on the seed. */
    static long pageHash(int site, long page) {
        return Rng.mix(site * 0x1_0000_0001L ^ Rng.mix(page)) >>> 1;
    }

    /** The address of page {@code page} of the site of counter {@code site}. */
    void url(int site, long page, TsvBuffer out) {
        long s = Rng.mix(site);
        out.raw(HTTP);
        if ((s & 3) == 0) {
            out.raw(WWW);
        }
        out.raw(latin[(int) (s >>> 8) & COUNT - 1]);
        out.raw(TLDS[(int) (s >>> 3) & 7]);
        long h = pageHash(site, page);
        if (page == 0) {
            return;
        }
        if (isAboutGoogle(h, page)) {
            out.raw(GOOGLE_PATH);
        }
        out.raw(latin[(int) (s >>> 24) + (int) (h & 15) & 1023]);
        out.raw('/');
        out.raw(latin[pick(s >>> 40 ^ h >>> 60)]);
        out.raw('/');
        out.raw(latin[pick(h >>> 4)]);
        out.raw('-');
        out.raw(latin[pick(h >>> 18)]);
        out.raw('-');
        out.raw(latin[pick(h >>> 33)]);
        out.raw('/');
        out.digitsOf(page * 131 + (h & 63));
        if ((h >>> 50 & 1) == 0) {
            out.raw(QUERY);
            out.digitsOf(h >>> 27);
        } else {
            out.raw(HTML);
        }
    }

    private static final byte[] WWW = ascii("www.");
    private static final byte[] QUERY = ascii(".php?session=");

    private static boolean isAboutGoogle(long hash, long page) {
        return page > 32 && (hash >>> 20) % 4001 == 0;
    }

    /** The title of a page; neighbouring pages share it, one in thirty-two has none. */
    void title(int site, long page, TsvBuffer out) {
        long h = pageHash(site, page >>> 1);
        if ((h >>> 55 & 31) == 0) {
            return;
        }
        if (page > 32 && (h >>> 20) % 701 == 0) {
            out.raw(GOOGLE_TITLE);
        }
        int count = 3 + (int) (h & 3);
        long g = Rng.mix(h);
        for (int i = 0; i < count; i++) {
            out.raw(cyrillic[pick(g)]);
            out.raw(' ');
            g = g >>> 16 | g << 48;
        }
        out.raw('-');
        out.raw(' ');
        out.raw(latin[(int) (Rng.mix(site) >>> 8) & COUNT - 1]);
    }

    /** The address of a result page of search engine {@code engine} (0 to 4). */
    void searchReferer(int engine, long phrase, TsvBuffer out) {
        long h = Rng.mix(phrase ^ 0x5EA9C4L) >>> 4;
        out.raw(SEARCH[engine]);
        out.raw(latin[pick(h)]);
        out.raw('+');
        out.raw(latin[pick(h >>> 15)]);
        out.raw(LOCALE);
        out.digitsOf(phrase % 7919);
    }

    private static final byte[] LOCALE = ascii("&lang=ru&client=opera&page=");
}
