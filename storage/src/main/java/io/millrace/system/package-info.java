/**
 * The tables of {@code system} and {@code information_schema}: one file each, with ClickHouse's columns in ClickHouse's order. Key types: {@link
 * SystemTables} (finds them), {@link SystemRows} (makes their rows). A table whose data another module owns lives there.
 */
@NullMarked
package io.millrace.system;

import org.jspecify.annotations.NullMarked;
