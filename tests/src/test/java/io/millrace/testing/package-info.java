/**
 * What tests of the whole program share: the engine in this process ({@link io.millrace.testing.TestEngine}), a server in a process of its own
 * ({@link io.millrace.testing.TestServer}), and repeatable randomness ({@link io.millrace.testing.Seed}).
 */
@NullMarked
package io.millrace.testing;

import org.jspecify.annotations.NullMarked;
