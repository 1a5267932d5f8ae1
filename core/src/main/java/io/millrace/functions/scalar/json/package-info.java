/** Functions that read and write JSON texts. */
@NullMarked
package io.millrace.functions.scalar.json;

import org.jspecify.annotations.NullMarked;
