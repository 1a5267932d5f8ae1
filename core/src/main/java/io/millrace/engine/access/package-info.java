/** Who may do what. Key types: {@link Authenticator}, {@link Credential}, {@link User}. */
@NullMarked
package io.millrace.engine.access;

import org.jspecify.annotations.NullMarked;
