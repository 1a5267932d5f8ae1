/** Functions of UUIDs. */
@NullMarked
package io.millrace.functions.scalar.uuid;

import org.jspecify.annotations.NullMarked;
