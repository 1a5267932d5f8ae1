/**
 * PostgreSQL's catalog: {@code pg_catalog} and {@code information_schema} as relations of rows, and an interpreter for the queries that clients ask them,
 * with PostgreSQL's semantics. Key types: {@link CatalogQuery} (a query, bound), {@link CatalogSession} (who asks), {@link ObjectIds} (ids that last).
 */
@NullMarked
package io.millrace.postgres.catalog;

import org.jspecify.annotations.NullMarked;
