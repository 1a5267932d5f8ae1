/** Running pipelines: who gets the CPU next, who waits for what. Key types: {@link WorkerPool}, {@link PipelineRun}, {@link QueryResources}. */
@NullMarked
package io.millrace.pipeline.run;

import org.jspecify.annotations.NullMarked;
