/** Real clients against a started server: what their manuals and tests do. */
@NullMarked
package io.millrace.clients;

import org.jspecify.annotations.NullMarked;
