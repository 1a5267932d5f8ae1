/** How well the server keeps up with what it follows. Key type: {@link ReplicaHealth}. */
@NullMarked
package io.millrace.base.health;

import org.jspecify.annotations.NullMarked;
