package io.millrace.benchmarks.hits;

/**
 * One user and the fields that stay the same over all of the user's hits, rendered once. Every field is a function of
 * the user's id, so a user looks the same on every site and day. Not thread-safe; reused for one user after the other.
 */
final class Visitor {
    private static final byte[] EMPTY = {};
    private static final byte[] FLASH = Words.ascii("700");
    private static final byte[] FLASH_224 = Words.ascii("11.7.700");
    private static final int[] WIDTHS = {1366, 1280, 1920, 1024, 1440, 1600, 1680, 1152, 1360, 320, 768, 0};
    private static final int[] HEIGHTS = {768, 1024, 1080, 768, 900, 900, 1050, 864, 768, 480, 1024, 0};
    private static final byte[][] LANGUAGES = texts("ru", "ru", "ru", "en", "uk", "tr", "be", "kk");
    private static final byte[][] COUNTRIES = texts("RU", "RU", "RU", "US", "UA", "TR", "BY", "KZ");
    private static final byte[][] MODELS = texts(
            "iPad",
            "iPhone",
            "GT-I9300",
            "Lumia 520",
            "Nexus 7",
            "GT-N7000",
            "Xperia Z",
            "One X",
            "HTC Desire",
            "BlackBerry 9900",
            "N8-00",
            "Galaxy Note");
    private static final byte[][] MINORS = texts("0", "0", "1", "2", "5", "D\u042f", "\u0446x", "9c");

    private final Rng rng = new Rng(0);
    private final TsvBuffer ipToRegion = new TsvBuffer(64);
    private final TsvBuffer system = new TsvBuffer(64);
    private final TsvBuffer screenToNetwork = new TsvBuffer(256);
    private final TsvBuffer person = new TsvBuffer(64);
    private final TsvBuffer locale = new TsvBuffer(64);
    private int timeZone;
    private int width;
    private int height;
    private long id;

    private static byte[][] texts(String... values) {
        byte[][] texts = new byte[values.length][];
        for (int i = 0; i < values.length; i++) {
            texts[i] = Words.ascii(values[i]);
        }
        return texts;
    }

    long id() {
        return id;
    }

    /** ClientIP, RegionID. */
    TsvBuffer address() {
        return ipToRegion;
    }

    /** OS, UserAgent. */
    TsvBuffer system() {
        return system;
    }

    /** ResolutionWidth to IPNetworkID. */
    TsvBuffer browser() {
        return screenToNetwork;
    }

    /** Age to RemoteIP. */
    TsvBuffer person() {
        return person;
    }

    /** BrowserLanguage, BrowserCountry. */
    TsvBuffer locale() {
        return locale;
    }

    int timeZone() {
        return timeZone;
    }

    int screenWidth() {
        return width;
    }

    int screenHeight() {
        return height;
    }

    /** Becomes the user {@code userId}. */
    void become(long userId) {
        id = userId;
        rng.reseed(Rng.mix(userId ^ 0x7135L));
        int ip = (int) rng.next();
        int country = (int) rng.skewed(8);
        ipToRegion.clear();
        ipToRegion.number(ip).number(region());
        system.clear();
        system.number(rng.steep(92)).number(rng.steep(82));
        renderBrowser(ip);
        person.clear();
        person.number(rng.chance(450) ? 0 : 16 + rng.below(40))
                .number(rng.below(3))
                .number(rng.below(4))
                .number(rng.chance(600) ? 0 : rng.below(15000))
                .number(rng.steep(60))
                .number(rng.chance(700) ? ip : (int) rng.next());
        locale.clear();
        locale.text(LANGUAGES[country]).text(COUNTRIES[country]);
        timeZone = country == 7 ? 360 : 240 - 60 * (country & 1);
    }

    /** One of about 9,000 regions; the first few hold a large part of all users. */
    private long region() {
        double u = rng.unit();
        double u4 = u * u * u * u;
        return 1 + (long) (u4 * u * u * 9000);
    }

    private void renderBrowser(int ip) {
        boolean mobile = rng.chance(70);
        int screen = mobile ? 9 + rng.below(3) : (int) rng.skewed(9);
        width = WIDTHS[screen] + (rng.chance(60) ? rng.below(640) : 0);
        height = HEIGHTS[screen];
        TsvBuffer out = screenToNetwork;
        out.clear();
        out.number(width).number(height).number(rng.chance(80) ? 32 : 24);
        boolean flash = !mobile && rng.chance(850);
        out.number(flash ? 11 : 0).number(flash ? rng.below(8) : 0);
        out.text(flash ? rng.chance(700) ? FLASH : FLASH_224 : EMPTY);
        out.number(rng.chance(300) ? 3 : 0).number(rng.below(6));
        out.number(rng.skewed(40)).text(MINORS[(int) rng.skewed(8)]);
        out.number(rng.chance(980) ? 1 : 0).number(rng.chance(995) ? 1 : 0);
        out.number(mobile ? 1 : 0);
        if (mobile && rng.chance(750)) {
            int model = (int) rng.steep(160);
            out.number(1 + model % 60);
            out.raw(MODELS[model % MODELS.length]);
            if (model >= MODELS.length) {
                out.raw('-');
                out.digitsOf(model);
            }
            out.tab();
        } else {
            out.number(0).text(EMPTY);
        }
        out.text(EMPTY).number((ip >>> 12) * 3L);
    }
}
