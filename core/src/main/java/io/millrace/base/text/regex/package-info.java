/**
 * Regular expressions in RE2's syntax over bytes, in time linear in the text.
 *
 * <p>A pattern walks through {@code RegexParser} (syntax tree), {@code Compiler} (byte program), then one of the matchers: {@code LazyDfa} for
 * whether and where, {@code TaggedDfa} for groups, {@code PikeVm} when these would grow too large; {@code StraightLine} takes simple anchored patterns. Key types: {@link Regex}, {@link Matcher}, {@link Replacement}.
 */
@NullMarked
package io.millrace.base.text.regex;

import org.jspecify.annotations.NullMarked;
