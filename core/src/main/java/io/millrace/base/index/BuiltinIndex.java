package io.millrace.base.index;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The members of one seam by name, over all jars that have some. A member's class is loaded and instantiated when it is
 * first asked for, and only once. Threads may share an index.
 *
 * @param <S> the seam: an interface annotated with {@link Seam}
 */
public final class BuiltinIndex<S> {

    /** Where the lists are, followed by the seam's fully qualified name. */
    private static final String FOLDER = "META-INF/millrace/";

    private static final ClassValue<BuiltinIndex<?>> INDEXES = new ClassValue<>() {
        @Override
        protected BuiltinIndex<?> computeValue(Class<?> seam) {
            return new BuiltinIndex<>(seam);
        }
    };

    private final Class<S> seam;
    private final Map<String, Entry<S>> byName = new HashMap<>();
    private final Map<String, Entry<S>> byFoldedName = new HashMap<>();
    private final SortedSet<String> names;

    private BuiltinIndex(Class<S> seam) {
        if (!seam.isInterface() || !seam.isAnnotationPresent(Seam.class)) {
            throw new IllegalArgumentException(seam.getName() + " is not an interface annotated with @Seam");
        }
        this.seam = seam;
        // Sorted by canonical name, so that what is found ignoring case does not depend on the order of jars.
        TreeMap<String, Entry<S>> entries = new TreeMap<>();
        for (Entry<S> entry : read(seam)) {
            entries.put(entry.canonicalName, entry);
            register(entry.canonicalName, entry);
            entry.aliases.forEach(alias -> register(alias, entry));
        }
        entries.values().forEach(entry -> byFoldedName.putIfAbsent(fold(entry.canonicalName), entry));
        entries.values().forEach(entry -> entry.aliases.forEach(alias -> byFoldedName.putIfAbsent(fold(alias), entry)));
        names = Collections.unmodifiableSortedSet(new TreeSet<>(entries.keySet()));
    }

    /**
     * The index of a seam; always the same one for the same interface.
     *
     * @throws IllegalArgumentException if it is not an interface annotated with {@link Seam}
     * @throws IllegalStateException if two jars use one name for different classes
     */
    @SuppressWarnings("unchecked") // computeValue makes the index of S for Class<S>
    public static <S> BuiltinIndex<S> of(Class<S> seam) {
        return (BuiltinIndex<S>) INDEXES.get(seam);
    }

    /** The member with this name or alias, in its exact spelling. */
    public Optional<S> find(String name) {
        return Optional.ofNullable(byName.get(name)).map(this::instance);
    }

    /**
     * The member with this name or alias, whatever the case of its letters. An exact match wins, then a canonical name,
     * then an alias.
     */
    public Optional<S> findIgnoringCase(String name) {
        return Optional.ofNullable(lookIgnoringCase(name)).map(this::instance);
    }

    /** All canonical names, sorted; nothing is loaded. */
    public SortedSet<String> names() {
        return names;
    }

    /** The canonical name behind a name or alias in its exact spelling; nothing is loaded. */
    public Optional<String> canonicalName(String nameOrAlias) {
        return Optional.ofNullable(byName.get(nameOrAlias)).map(entry -> entry.canonicalName);
    }

    /** The aliases of a member, in the order its class gives them; empty if the name is unknown. */
    public List<String> aliases(String nameOrAlias) {
        Entry<S> entry = byName.get(nameOrAlias);
        return entry == null ? List.of() : entry.aliases;
    }

    /** Every member, in the order of {@link #names()}; this loads them all. */
    public List<S> all() {
        return names.stream().map(name -> find(name).orElseThrow()).toList();
    }

    private @Nullable Entry<S> lookIgnoringCase(String name) {
        Entry<S> exact = byName.get(name);
        return exact != null ? exact : byFoldedName.get(fold(name));
    }

    private S instance(Entry<S> entry) {
        return entry.instance(seam);
    }

    private void register(String name, Entry<S> entry) {
        Entry<S> other = byName.putIfAbsent(name, entry);
        if (other != null && other != entry) {
            throw new IllegalStateException("Both " + other.className + " and " + entry.className + " are named '"
                    + name + "' in " + seam.getName());
        }
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static <S> List<Entry<S>> read(Class<S> seam) {
        List<Entry<S>> entries = new ArrayList<>();
        ClassLoader loader = seam.getClassLoader();
        try {
            for (URL url : Collections.list(loader.getResources(FOLDER + seam.getName()))) {
                try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(url.openStream(), StandardCharsets.UTF_8))) {
                    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                        entries.add(Entry.parse(line));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the list of " + seam.getName(), e);
        }
        return entries;
    }

    /** One line of a list, and the object made for it once it was asked for. */
    private static final class Entry<S> {

        final String canonicalName;
        final List<String> aliases;
        final String className;
        private volatile @Nullable S instance;

        private Entry(String canonicalName, List<String> aliases, String className) {
            this.canonicalName = canonicalName;
            this.aliases = aliases;
            this.className = className;
        }

        /** Reads canonical name, aliases separated by commas, and class name, separated by tabs. */
        static <S> Entry<S> parse(String line) {
            int first = line.indexOf('\t');
            int second = line.indexOf('\t', first + 1);
            String aliases = line.substring(first + 1, second);
            return new Entry<>(
                    line.substring(0, first),
                    aliases.isEmpty() ? List.of() : List.of(aliases.split(",", -1)),
                    line.substring(second + 1));
        }

        S instance(Class<S> seam) {
            S made = instance;
            if (made != null) {
                return made;
            }
            synchronized (this) {
                made = instance;
                if (made == null) {
                    made = make(seam);
                    instance = made;
                }
                return made;
            }
        }

        private S make(Class<S> seam) {
            try {
                Constructor<? extends S> constructor = Class.forName(className, true, seam.getClassLoader())
                        .asSubclass(seam)
                        .getDeclaredConstructor();
                constructor.setAccessible(true);
                return constructor.newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Cannot make " + className + ", listed as '" + canonicalName + "'", e);
            }
        }
    }
}
