/**
 * From syntax to plan: names, types and functions resolved. Key types: {@link QueryAnalyzer} (the way in), {@link AnalysisContext}, {@link
 * ExpressionBinder}. Nothing here outlives the analysis of one query.
 */
@NullMarked
package io.millrace.planner.analyze;

import org.jspecify.annotations.NullMarked;
