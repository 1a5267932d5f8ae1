/** Hash functions with ClickHouse's rules for argument types and several arguments. */
@NullMarked
package io.millrace.functions.scalar.hash;

import org.jspecify.annotations.NullMarked;
