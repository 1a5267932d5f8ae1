/** Questions about NULL and replacements for it. */
@NullMarked
package io.millrace.functions.scalar.nullable;

import org.jspecify.annotations.NullMarked;
