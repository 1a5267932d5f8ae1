/**
 * What tests of the whole program share: a server in a process of its own ({@link io.millrace.testing.TestServer}).
 */
@NullMarked
package io.millrace.testing;

import org.jspecify.annotations.NullMarked;
