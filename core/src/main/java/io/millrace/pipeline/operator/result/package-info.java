/** Where results leave the pipelines: queues towards clients, lists of blocks. */
@NullMarked
package io.millrace.pipeline.operator.result;

import org.jspecify.annotations.NullMarked;
