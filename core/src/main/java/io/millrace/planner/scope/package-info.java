/** Names of a query and what they mean. Key types: {@link Relation}, {@link ScopeColumn}. */
@NullMarked
package io.millrace.planner.scope;

import org.jspecify.annotations.NullMarked;
