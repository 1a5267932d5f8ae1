/**
 * The program: {@code server}, {@code client}, {@code local}, {@code version}.
 *
 * <p>Key types: {@link Main} (the command line), {@link Wiring} (puts an engine together, for {@link Server} and {@code
 * local}), {@link Script} (runs the statements of a text through a {@link Backend}: the engine itself or a server over
 * HTTP). Nothing else may depend on this package.
 */
@NullMarked
package io.millrace.app;

import org.jspecify.annotations.NullMarked;
