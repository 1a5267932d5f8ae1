/** UTF-8 and case folding as the text engines need them. Key types: {@link Utf8}, {@link CaseFolding}. */
@NullMarked
package io.millrace.base.text.unicode;

import org.jspecify.annotations.NullMarked;
