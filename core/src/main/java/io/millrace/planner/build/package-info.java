/** From plan to pipelines. Key type: {@link PipelineBuilder}. */
@NullMarked
package io.millrace.planner.build;

import org.jspecify.annotations.NullMarked;
