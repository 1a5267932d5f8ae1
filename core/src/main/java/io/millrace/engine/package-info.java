/**
 * The one door inward: sessions, queries, statements. Key types: {@link Engine}, {@link EngineOptions}. Doors (HTTP and others) know only this
 * package and {@code engine.query}, {@code engine.session}, {@code engine.access}.
 */
@NullMarked
package io.millrace.engine;

import org.jspecify.annotations.NullMarked;
