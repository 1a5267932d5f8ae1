/** ARRAY JOIN: one row per array element. */
@NullMarked
package io.millrace.pipeline.operator.arrayjoin;

import org.jspecify.annotations.NullMarked;
