/**
 * The rules of the house, kept by tests: which package may use which, what nobody may use, how things are called and
 * how long files are.
 *
 * <p>A rule that has become wrong is changed here, with its reason, and not worked around.
 */
@NullMarked
package io.millrace.rules;

import org.jspecify.annotations.NullMarked;
