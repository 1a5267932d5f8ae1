/** The program as PostgreSQL's clients meet it, put together as the program does it. */
@NullMarked
package io.millrace.app;

import org.jspecify.annotations.NullMarked;
