/**
 * Queries as doors see them. Key types: {@link QueryRequest}, {@link RunningQuery}, {@link ResultEvent}.
 */
@NullMarked
package io.millrace.engine.query;

import org.jspecify.annotations.NullMarked;
