/**
 * Definitions of databases and tables, in memory and on disk. Key types: {@link Databases}, {@link MetadataStore}, {@link DefinitionBinder}. Lock: the store's,
 * held while a definition changes, never while a client is waited for.
 */
@NullMarked
package io.millrace.engine.metadata;

import org.jspecify.annotations.NullMarked;
