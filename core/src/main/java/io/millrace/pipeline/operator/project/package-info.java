/** SELECT lists: columns computed from columns. */
@NullMarked
package io.millrace.pipeline.operator.project;

import org.jspecify.annotations.NullMarked;
