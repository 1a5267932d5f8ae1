/**
 * The rules by which an administrator adds handlers to the HTTP interface: which requests, and what answers them.
 *
 * <p>Key types: {@link HttpRules} (read from the configuration), {@link RequestPattern} (which requests),
 * {@link Handler} (what answers). Values only: nothing here touches a connection.
 */
@NullMarked
package io.millrace.http.rule;

import org.jspecify.annotations.NullMarked;
