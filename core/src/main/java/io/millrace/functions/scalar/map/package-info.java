/** Functions of maps. */
@NullMarked
package io.millrace.functions.scalar.map;

import org.jspecify.annotations.NullMarked;
