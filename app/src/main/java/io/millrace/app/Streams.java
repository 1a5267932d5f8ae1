package io.millrace.app;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and writes, and which of these are a person's terminal.
 *
 * @param in data of INSERT, statements
 * @param out results
 * @param err errors, times, the progress bar
 */
record Streams(
        InputStream in,
        OutputStream out,
        PrintStream err,
        boolean inTerminal,
        boolean outTerminal,
        boolean errTerminal) {
    static Streams ofProcess() {
        return new Streams(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                isTerminal(0),
                isTerminal(1),
                isTerminal(2));
    }

    /** Java itself only knows whether input and output both are terminals. */
    @SuppressWarnings("restricted") // a call without pointers; the launcher allows native access
    private static boolean isTerminal(int descriptor) {
        Linker linker = Linker.nativeLinker();
        try {
            return linker.defaultLookup()
                    .find("isatty")
                    .map(address -> linker.downcallHandle(
                            address, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT)))
                    .map(isatty -> {
                        try {
                            return (int) isatty.invokeExact(descriptor) == 1;
                        } catch (Throwable e) {
                            return false;
                        }
                    })
                    .orElse(false);
        } catch (IllegalCallerException nativeAccessIsOff) {
            return false;
        }
    }
}
