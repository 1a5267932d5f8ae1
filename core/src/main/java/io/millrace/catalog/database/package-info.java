/** Databases: names to tables. Key type: {@link Catalog}. */
@NullMarked
package io.millrace.catalog.database;

import org.jspecify.annotations.NullMarked;
