/** Every example that documentation inside the product gives, run as it stands. */
@NullMarked
package io.millrace.examples;

import org.jspecify.annotations.NullMarked;
