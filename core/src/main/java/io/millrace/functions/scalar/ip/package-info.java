/** Functions of IP addresses. */
@NullMarked
package io.millrace.functions.scalar.ip;

import org.jspecify.annotations.NullMarked;
