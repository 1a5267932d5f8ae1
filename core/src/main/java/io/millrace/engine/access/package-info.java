/** Who may do what. Key types: {@link Authenticator}, {@link User}. */
@NullMarked
package io.millrace.engine.access;

import org.jspecify.annotations.NullMarked;
