/** The seams for table engines and table functions, and what the engine lends them. Key types: {@link TableEngine}, {@link TableFunction}, {@link TableServices}. */
@NullMarked
package io.millrace.catalog.engine;

import org.jspecify.annotations.NullMarked;
