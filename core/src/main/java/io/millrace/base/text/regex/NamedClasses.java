package io.millrace.base.text.regex;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;

/** Character classes that have a name: Perl's, POSIX's and Unicode's. Unicode data is the JDK's. Thread-safe. */
final class NamedClasses {
    private static final Map<String, CodePoints> POSIX = Map.ofEntries(
            Map.entry("alnum", ranges("09AZaz")),
            Map.entry("alpha", ranges("AZaz")),
            Map.entry("ascii", ranges("\u0000\u007f")),
            Map.entry("blank", ranges("\t\t  ")),
            Map.entry("cntrl", ranges("\u0000\u001f\u007f\u007f")),
            Map.entry("digit", ranges("09")),
            Map.entry("graph", ranges("!~")),
            Map.entry("lower", ranges("az")),
            Map.entry("print", ranges(" ~")),
            Map.entry("punct", ranges("!/:@[`{~")),
            Map.entry("space", ranges("\t\r  ")),
            Map.entry("upper", ranges("AZ")),
            Map.entry("word", ranges("09AZaz__")),
            Map.entry("xdigit", ranges("09AFaf")));

    private static final Map<String, Integer> CATEGORIES = Map.ofEntries(
            Map.entry("Lu", bit(Character.UPPERCASE_LETTER)),
            Map.entry("Ll", bit(Character.LOWERCASE_LETTER)),
            Map.entry("Lt", bit(Character.TITLECASE_LETTER)),
            Map.entry("Lm", bit(Character.MODIFIER_LETTER)),
            Map.entry("Lo", bit(Character.OTHER_LETTER)),
            Map.entry("Mn", bit(Character.NON_SPACING_MARK)),
            Map.entry("Me", bit(Character.ENCLOSING_MARK)),
            Map.entry("Mc", bit(Character.COMBINING_SPACING_MARK)),
            Map.entry("Nd", bit(Character.DECIMAL_DIGIT_NUMBER)),
            Map.entry("Nl", bit(Character.LETTER_NUMBER)),
            Map.entry("No", bit(Character.OTHER_NUMBER)),
            Map.entry("Zs", bit(Character.SPACE_SEPARATOR)),
            Map.entry("Zl", bit(Character.LINE_SEPARATOR)),
            Map.entry("Zp", bit(Character.PARAGRAPH_SEPARATOR)),
            Map.entry("Cc", bit(Character.CONTROL)),
            Map.entry("Cf", bit(Character.FORMAT)),
            Map.entry("Co", bit(Character.PRIVATE_USE)),
            Map.entry("Cs", bit(Character.SURROGATE)),
            Map.entry("Pd", bit(Character.DASH_PUNCTUATION)),
            Map.entry("Ps", bit(Character.START_PUNCTUATION)),
            Map.entry("Pe", bit(Character.END_PUNCTUATION)),
            Map.entry("Pc", bit(Character.CONNECTOR_PUNCTUATION)),
            Map.entry("Po", bit(Character.OTHER_PUNCTUATION)),
            Map.entry("Pi", bit(Character.INITIAL_QUOTE_PUNCTUATION)),
            Map.entry("Pf", bit(Character.FINAL_QUOTE_PUNCTUATION)),
            Map.entry("Sm", bit(Character.MATH_SYMBOL)),
            Map.entry("Sc", bit(Character.CURRENCY_SYMBOL)),
            Map.entry("Sk", bit(Character.MODIFIER_SYMBOL)),
            Map.entry("So", bit(Character.OTHER_SYMBOL)));

    private static final Map<String, CodePoints> UNICODE = new ConcurrentHashMap<>();

    private NamedClasses() {}

    /** The class of {@code d}, {@code s} or {@code w}; without vertical tab in {@code \s}, as in RE2. */
    static CodePoints perl(int lowerCaseLetter) {
        return switch (lowerCaseLetter) {
            case 'd' -> ranges("09");
            case 's' -> ranges("\t\n\f\r  ");
            default -> ranges("09AZaz__");
        };
    }

    /** The class between {@code [:} and {@code :]}. */
    static Optional<CodePoints> posix(String name) {
        return Optional.ofNullable(POSIX.get(name));
    }

    /** A general category, a script as Unicode spells it, or {@code Any}. */
    static Optional<CodePoints> unicode(String name) {
        CodePoints known = UNICODE.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<CodePoints> found = compute(name);
        found.ifPresent(set -> UNICODE.put(name, set));
        return found;
    }

    private static Optional<CodePoints> compute(String name) {
        if (name.equals("Any")) {
            return Optional.of(CodePoints.ANY);
        }
        int categories = 0;
        for (Map.Entry<String, Integer> category : CATEGORIES.entrySet()) {
            boolean whole = name.length() == 1 && category.getKey().startsWith(name);
            categories |= whole || category.getKey().equals(name) ? category.getValue() : 0;
        }
        if (categories != 0) {
            int wanted = categories;
            return Optional.of(collect(point -> (wanted >>> Character.getType(point) & 1) != 0));
        }
        if (name.length() < 3 || !Character.isUpperCase(name.charAt(0)) || !name.equals(capitalised(name))) {
            return Optional.empty();
        }
        for (Character.UnicodeScript script : Character.UnicodeScript.values()) {
            if (script.name().equalsIgnoreCase(name) && script != Character.UnicodeScript.UNKNOWN) {
                return Optional.of(collect(point -> Character.UnicodeScript.of(point) == script));
            }
        }
        return Optional.empty();
    }

    /** Scripts are spelled {@code Old_Italic}; the one exception has an inner capital. */
    private static String capitalised(String name) {
        if (name.equals("SignWriting")) {
            return name;
        }
        StringBuilder text = new StringBuilder(name);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean initial = i == 0 || text.charAt(i - 1) == '_';
            text.setCharAt(i, initial ? Character.toUpperCase(c) : Character.toLowerCase(c));
        }
        return text.toString();
    }

    private static CodePoints collect(IntPredicate member) {
        CodePoints.Builder set = new CodePoints.Builder(false);
        int start = -1;
        for (int point = 0; point <= CodePoints.MAX + 1; point++) {
            boolean in = point <= CodePoints.MAX && member.test(point);
            if (in && start < 0) {
                start = point;
            } else if (!in && start >= 0) {
                set.add(start, point - 1);
                start = -1;
            }
        }
        return set.build(false);
    }

    private static CodePoints ranges(String pairs) {
        CodePoints.Builder set = new CodePoints.Builder(false);
        for (int i = 0; i < pairs.length(); i += 2) {
            set.add(pairs.charAt(i), pairs.charAt(i + 1));
        }
        return set.build(false);
    }

    private static int bit(byte category) {
        return 1 << category;
    }
}
