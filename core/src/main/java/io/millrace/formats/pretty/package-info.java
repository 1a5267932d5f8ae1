/** Tables for people: Pretty, PrettyCompact, PrettySpace and their variants. */
@NullMarked
package io.millrace.formats.pretty;

import org.jspecify.annotations.NullMarked;
