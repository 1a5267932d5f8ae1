/** Requests that are meant to do harm, sent to a started server: bombs, lies about lengths, injections, pages of other sites. */
@NullMarked
package io.millrace.hostile;

import org.jspecify.annotations.NullMarked;
