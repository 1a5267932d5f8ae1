/** What a table can do besides being read, one interface per ability. */
@NullMarked
package io.millrace.catalog.ability;

import org.jspecify.annotations.NullMarked;
