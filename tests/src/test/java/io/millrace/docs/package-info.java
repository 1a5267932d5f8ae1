/**
 * The documentation is true: examples answer what the pages say, links lead somewhere, the README's folder map is the tree. Key types: {@link
 * io.millrace.docs.Page} (what a page holds), {@link io.millrace.docs.Shell} and {@link io.millrace.docs.SqlSession} (what runs it).
 */
@NullMarked
package io.millrace.docs;

import org.jspecify.annotations.NullMarked;
