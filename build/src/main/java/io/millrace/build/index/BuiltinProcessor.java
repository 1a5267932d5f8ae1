package io.millrace.build.index;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import javax.tools.FileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * The annotation processor that lists classes marked {@code @Builtin} by the seams they implement, one file per seam.
 *
 * <p>When only some classes are compiled, lines of the others are kept as long as the others still exist. One compiler
 * thread uses it.
 */
public final class BuiltinProcessor extends AbstractProcessor {

    private static final String BUILTIN = "io.millrace.base.index.Builtin";
    private static final String SEAM = "io.millrace.base.index.Seam";
    private static final String FOLDER = "META-INF/millrace/";

    /** Names every seam listed in this jar, so that a list can be emptied when its last member goes. */
    private static final String LISTED = "seams";

    /** Seam to the entries found by this run, by class name. */
    private final Map<String, Map<String, IndexEntry>> found = new TreeMap<>();

    private final Map<String, TypeElement> seen = new LinkedHashMap<>();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        // Every type, not only BUILTIN: a class that lost its annotation must lose its line.
        return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (!round.processingOver()) {
            TypeElement builtin = processingEnv.getElementUtils().getTypeElement(BUILTIN);
            if (builtin != null) {
                ElementFilter.typesIn(round.getElementsAnnotatedWith(builtin)).forEach(this::collect);
            }
        } else if (!round.errorRaised()) {
            writeAll();
        }
        return false;
    }

    private void collect(TypeElement type) {
        List<String> names = names(type);
        Set<TypeElement> seams = seams(type);
        if (!complain(type, names, seams)) {
            String className = className(type);
            seen.put(className, type);
            for (TypeElement seam : seams) {
                found.computeIfAbsent(className(seam), _ -> new TreeMap<>())
                        .put(className, new IndexEntry(names, className));
            }
        }
    }

    /** Reports everything that is wrong with the class; true if something is. */
    private boolean complain(TypeElement type, List<String> names, Set<TypeElement> seams) {
        Set<Modifier> modifiers = type.getModifiers();
        Map<String, Boolean> rules = new LinkedHashMap<>();
        rules.put("must be a class or a record", isClass(type));
        rules.put("must be final", !isClass(type) || modifiers.contains(Modifier.FINAL));
        rules.put(
                "must be a top-level or a static nested class",
                type.getNestingKind() == NestingKind.TOP_LEVEL || modifiers.contains(Modifier.STATIC));
        rules.put(
                "needs a constructor without parameters that is not private",
                !isClass(type) || hasUsableConstructor(type));
        rules.put("needs a Javadoc comment", processingEnv.getElementUtils().getDocComment(type) != null);
        rules.put("must implement an interface annotated with @Seam", !seams.isEmpty());
        rules.put("needs at least one name", !names.isEmpty());
        rules.put(
                "has an empty name, or one with a comma or a control character",
                names.stream().noneMatch(BuiltinProcessor::isUnusable));
        rules.put("repeats one of its names", Set.copyOf(names).size() == names.size());
        List<String> broken = rules.entrySet().stream()
                .filter(rule -> !rule.getValue())
                .map(Map.Entry::getKey)
                .toList();
        broken.forEach(rule -> error("@Builtin class " + type.getQualifiedName() + " " + rule, type));
        return !broken.isEmpty();
    }

    private static boolean isClass(TypeElement type) {
        return type.getKind() == ElementKind.CLASS || type.getKind() == ElementKind.RECORD;
    }

    private static boolean hasUsableConstructor(TypeElement type) {
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .anyMatch(constructor -> constructor.getParameters().isEmpty()
                        && !constructor.getModifiers().contains(Modifier.PRIVATE));
    }

    private static boolean isUnusable(String name) {
        return name.isEmpty() || name.chars().anyMatch(c -> c == ',' || c < ' ');
    }

    private static List<String> names(TypeElement type) {
        return annotation(type, BUILTIN)
                .flatMap(mirror -> mirror.getElementValues().values().stream())
                .flatMap(value -> value.getValue() instanceof List<?> values ? values.stream() : Stream.of(value))
                .map(value -> value instanceof AnnotationValue inner ? inner.getValue() : value)
                .map(Object::toString)
                .toList();
    }

    /** All interfaces above the class that are annotated as seams, whichever way they are inherited. */
    private Set<TypeElement> seams(TypeElement type) {
        Set<TypeElement> seams = new LinkedHashSet<>();
        for (TypeMirror above : processingEnv.getTypeUtils().directSupertypes(type.asType())) {
            if (processingEnv.getTypeUtils().asElement(above) instanceof TypeElement element) {
                if (annotation(element, SEAM).findAny().isPresent()) {
                    seams.add(element);
                }
                seams.addAll(seams(element));
            }
        }
        return seams;
    }

    private static Stream<AnnotationMirror> annotation(TypeElement type, String name) {
        return type.getAnnotationMirrors().stream()
                .map(AnnotationMirror.class::cast)
                .filter(mirror -> mirror.getAnnotationType().asElement() instanceof TypeElement element
                        && element.getQualifiedName().contentEquals(name));
    }

    private String className(TypeElement type) {
        return processingEnv.getElementUtils().getBinaryName(type).toString();
    }

    private void writeAll() {
        existingLines(LISTED).forEach(seam -> found.computeIfAbsent(seam, _ -> new TreeMap<>()));
        found.forEach((seam, entries) -> {
            keepOthers(seam, entries);
            if (!complainAboutDuplicates(seam, entries)) {
                write(seam, sortedLines(entries.values()), origins(entries.keySet()));
            }
        });
        if (!found.isEmpty()) {
            write(LISTED, found.keySet(), new Element[0]);
        }
    }

    /** Adds the lines of classes that this run did not compile and that are still members. */
    private void keepOthers(String seam, Map<String, IndexEntry> entries) {
        for (String line : existingLines(seam)) {
            IndexEntry entry = IndexEntry.parse(line);
            TypeElement type = processingEnv
                    .getElementUtils()
                    .getTypeElement(entry.className().replace('$', '.'));
            if (!seen.containsKey(entry.className())
                    && type != null
                    && annotation(type, BUILTIN).findAny().isPresent()) {
                entries.putIfAbsent(entry.className(), entry);
            }
        }
    }

    private List<String> existingLines(String seam) {
        try {
            FileObject file = processingEnv.getFiler().getResource(StandardLocation.CLASS_OUTPUT, "", FOLDER + seam);
            try (Reader reader = file.openReader(true);
                    BufferedReader lines = new BufferedReader(reader)) {
                return lines.lines().toList();
            }
        } catch (NoSuchFileException | FileNotFoundException e) {
            return List.of();
        } catch (IOException e) {
            error("Cannot read " + FOLDER + seam + ": " + e.getMessage(), null);
            return List.of();
        }
    }

    private boolean complainAboutDuplicates(String seam, Map<String, IndexEntry> entries) {
        Map<String, String> owners = new HashMap<>();
        boolean duplicate = false;
        for (IndexEntry entry : entries.values()) {
            for (String name : entry.names()) {
                String owner = owners.putIfAbsent(name, entry.className());
                if (owner != null) {
                    duplicate = true;
                    TypeElement type = seen.getOrDefault(entry.className(), seen.get(owner));
                    error(
                            "'" + name + "' names both " + owner + " and " + entry.className() + " in seam " + seam,
                            type);
                }
            }
        }
        return duplicate;
    }

    private static List<String> sortedLines(Collection<IndexEntry> entries) {
        return entries.stream()
                .sorted(Comparator.comparing(entry -> entry.names().getFirst()))
                .map(IndexEntry::line)
                .toList();
    }

    private Element[] origins(Set<String> classNames) {
        return classNames.stream().filter(seen::containsKey).map(seen::get).toArray(Element[]::new);
    }

    private void write(String name, Collection<String> lines, Element[] origins) {
        try (Writer writer = processingEnv
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, "", FOLDER + name, origins)
                .openWriter()) {
            for (String line : lines) {
                writer.write(line + "\n");
            }
        } catch (IOException e) {
            error("Cannot write " + FOLDER + name + ": " + e.getMessage(), null);
        }
    }

    private void error(String message, @Nullable Element where) {
        if (where == null) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message);
        } else {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message, where);
        }
    }
}
