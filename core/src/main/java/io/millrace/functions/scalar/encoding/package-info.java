/** Functions that write values in other alphabets: hex, binary, Base64, XML. */
@NullMarked
package io.millrace.functions.scalar.encoding;

import org.jspecify.annotations.NullMarked;
