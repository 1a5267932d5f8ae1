/** A table's definition in the form that reading, writing and merging need it. Key type: {@link TableStructure}. Immutable. */
@NullMarked
package io.millrace.mergetree.structure;

import org.jspecify.annotations.NullMarked;
