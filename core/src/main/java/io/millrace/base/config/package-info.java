/** The server's configuration as a tree: what files say after they were merged, without what it means. */
@NullMarked
package io.millrace.base.config;

import org.jspecify.annotations.NullMarked;
