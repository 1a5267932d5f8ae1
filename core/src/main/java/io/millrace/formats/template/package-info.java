/** Formats whose rows follow a pattern of fields and delimiters that settings describe: Template and CustomSeparated. */
@NullMarked
package io.millrace.formats.template;

import org.jspecify.annotations.NullMarked;
