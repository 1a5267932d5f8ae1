package io.millrace.compression.codec;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The codecs there are: by method byte for reading, by name and from {@code CODEC(...)} for writing. Immutable. */
public final class Codecs {
    /** The default of data streams. */
    public static final Codec LZ4 = new Lz4Codec();

    /** No compression. */
    public static final Codec NONE = new NoneCodec();

    // LZ4HC shares LZ4's method byte: the first codec of a method is the one that reads it
    private static final List<Codec> ALL = List.of(
            LZ4,
            NONE,
            new Lz4HighCodec(),
            new ZstdCodec(),
            new MultipleCodec(),
            new DeltaCodec(),
            new DoubleDeltaCodec(),
            new GorillaCodec(),
            new T64Codec(),
            new FpcCodec(),
            new GcdCodec());
    private static final Codec[] BY_METHOD = new Codec[256];
    private static final Map<String, Codec> BY_NAME = new HashMap<>();

    static {
        for (Codec codec : ALL) {
            if (BY_METHOD[codec.method()] == null) {
                BY_METHOD[codec.method()] = codec;
            }
            BY_NAME.put(codec.name(), codec);
        }
    }

    private Codecs() {}

    /**
     * One codec of a {@code CODEC(...)} clause.
     *
     * @param name as written; case matters
     * @param arguments literals, strings without their quotes
     */
    public record Call(String name, List<String> arguments) {
        public Call {
            arguments = List.copyOf(arguments);
        }

        public static Call of(String name, String... arguments) {
            return new Call(name, List.of(arguments));
        }
    }

    /** All codecs, for {@code system.codecs}. */
    public static List<Codec> all() {
        return ALL;
    }

    /** The codec that reads a method byte. */
    public static Codec ofMethod(int method) {
        Codec codec = BY_METHOD[method & 0xFF];
        if (codec == null) {
            throw new DbException(
                    ErrorCode.UNKNOWN_COMPRESSION_METHOD, "Unknown codec family code: " + (method & 0xFF));
        }
        return codec;
    }

    /** The prototype with a name. */
    public static Optional<Codec> ofName(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /**
     * The codec for a {@code CODEC(...)} clause on values of one type; {@code Default} stands for {@code fallback}.
     *
     * @param allowSuspicious skips ClickHouse's checks that a chain makes sense ({@code allow_suspicious_codecs})
     */
    public static Codec create(List<Call> calls, ElementType type, Codec fallback, boolean allowSuspicious) {
        List<Codec> chain = new ArrayList<>();
        for (Call call : calls) {
            if (call.name().equals("Default")) {
                chain.addAll(fallback instanceof MultipleCodec multiple ? multiple.chain() : List.of(fallback));
                continue;
            }
            Codec prototype = ofName(call.name())
                    .orElseThrow(
                            () -> new DbException(ErrorCode.UNKNOWN_CODEC, "Unknown codec family: " + call.name()));
            chain.add(prototype.with(call.arguments(), type));
        }
        if (chain.isEmpty()) {
            return fallback;
        }
        if (!allowSuspicious) {
            checkSense(chain, type);
        }
        return chain.size() == 1 ? chain.getFirst() : new MultipleCodec(chain);
    }

    /**
     * The members of a codec that work on any bytes: what streams of sizes, null maps and the like use; empty if there
     * are none.
     */
    public static Optional<Codec> genericPart(Codec codec) {
        List<Codec> chain = codec instanceof MultipleCodec multiple ? multiple.chain() : List.of(codec);
        List<Codec> generic = chain.stream().filter(Codec::isGeneric).toList();
        if (generic.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(generic.size() == 1 ? generic.getFirst() : new MultipleCodec(generic));
    }

    private static void checkSense(List<Codec> chain, ElementType type) {
        String text = new MultipleCodec(chain).toString();
        for (int i = 0; i < chain.size(); i++) {
            Codec codec = chain.get(i);
            boolean generic = codec.isGeneric() && codec.compresses();
            if (codec instanceof NoneCodec && chain.size() > 1) {
                throw suspicious(
                        "It does not make sense to have codec NONE along with other compression codecs: " + text);
            }
            if (generic && i < chain.size() - 1) {
                throw suspicious("The combination of compression codecs " + text
                        + " is meaningless, because it does not make sense to apply any transformations after generic"
                        + " compression algorithm");
            }
            if (codec instanceof GorillaCodec && !type.isFloat()) {
                throw suspicious("The combination of compression codecs " + text
                        + " is meaningless, because it does not make sense to apply a floating-point time series codec to"
                        + " non-floating-point columns");
            }
        }
        boolean none = chain.getFirst() instanceof NoneCodec;
        if (!none && chain.stream().noneMatch(Codec::compresses)) {
            throw suspicious("Compression codec " + text
                    + " does not compress anything. You may want to add generic compression algorithm after other"
                    + " transformations, like: " + text + ", LZ4");
        }
    }

    private static DbException suspicious(String what) {
        return new DbException(
                ErrorCode.BAD_ARGUMENTS,
                what + ". (Note: you can enable setting 'allow_suspicious_codecs' to skip this check)");
    }
}
