package io.millrace.compression.codec;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.util.List;

/** The errors that several codecs share: malformed payloads and wrong arguments, in ClickHouse's words. */
final class CodecErrors {
    private CodecErrors() {}

    static DbException corrupt(Codec codec, String what) {
        return new DbException(
                ErrorCode.CANNOT_DECOMPRESS, "Cannot decompress " + codec.name() + "-encoded data: " + what);
    }

    /** Checks that a decoded size is what the block header promised. */
    static void checkSize(Codec codec, long actual, long expected) {
        if (actual != expected) {
            throw corrupt(codec, "it holds " + actual + " bytes where " + expected + " were expected");
        }
    }

    static void atMost(Codec codec, List<String> arguments, int limit) {
        if (arguments.size() > limit) {
            throw new DbException(
                    ErrorCode.ILLEGAL_SYNTAX_FOR_CODEC_TYPE,
                    codec.name() + " codec must have " + limit + " parameter" + (limit == 1 ? "" : "s") + ", given "
                            + arguments.size());
        }
    }

    static void noArguments(Codec codec, List<String> arguments) {
        if (!arguments.isEmpty()) {
            throw new DbException(
                    ErrorCode.DATA_TYPE_CANNOT_HAVE_ARGUMENTS,
                    "Compression codec " + codec.name() + " cannot have arguments");
        }
    }

    static int integer(Codec codec, String argument) {
        try {
            return Integer.parseInt(argument);
        } catch (NumberFormatException e) {
            throw new DbException(
                    ErrorCode.ILLEGAL_CODEC_PARAMETER, codec.name() + " codec argument must be unsigned integer", e);
        }
    }

    /** The width to work with: an explicit argument, or that of the type. */
    static int width(Codec codec, List<String> arguments, ElementType type) {
        atMost(codec, arguments, 1);
        if (!arguments.isEmpty()) {
            int width = integer(codec, arguments.getFirst());
            if (!isWordWidth(width)) {
                throw new DbException(
                        ErrorCode.ILLEGAL_CODEC_PARAMETER,
                        codec.name() + " value for " + codec.name().toLowerCase(java.util.Locale.ROOT)
                                + " codec can be 1, 2, 4 or 8, given " + width);
            }
            return width;
        }
        if (type.width() == 0) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS,
                    "Codec " + codec.name() + " is not applicable because the data type is not of fixed size");
        }
        if (!isWordWidth(type.width())) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS,
                    "Codec " + codec.name() + " is only applicable for data types of size 1, 2, 4, 8 bytes");
        }
        return type.width();
    }

    static boolean isWordWidth(int width) {
        return width == 1 || width == 2 || width == 4 || width == 8;
    }
}
