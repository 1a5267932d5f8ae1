/** Functions that take URLs apart. */
@NullMarked
package io.millrace.functions.scalar.url;

import org.jspecify.annotations.NullMarked;
