/**
 * Parquet, written and read straight from and into our columns: the metadata in Thrift's compact form ({@link io.millrace.formats.parquet.ThriftWriter}, {@link
 * io.millrace.formats.parquet.ThriftReader}), levels of nesting, encodings of pages.
 */
@NullMarked
package io.millrace.formats.parquet;

import org.jspecify.annotations.NullMarked;
