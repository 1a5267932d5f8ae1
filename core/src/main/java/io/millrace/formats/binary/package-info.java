/** Native and RowBinary. */
@NullMarked
package io.millrace.formats.binary;

import org.jspecify.annotations.NullMarked;
