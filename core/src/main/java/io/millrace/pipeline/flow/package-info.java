/**
 * The shape of running queries: sources, transforms and sinks, joined to pipelines. Key types: {@link Source}, {@link Transform}, {@link
 * Sink}, {@link Pipeline}. Knows neither SQL nor tables; merges and pipes run on the same parts.
 */
@NullMarked
package io.millrace.pipeline.flow;

import org.jspecify.annotations.NullMarked;
