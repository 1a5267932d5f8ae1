/** Boolean logic with three values: true, false and NULL. Key type: {@link Truth}. */
@NullMarked
package io.millrace.functions.scalar.logic;

import org.jspecify.annotations.NullMarked;
