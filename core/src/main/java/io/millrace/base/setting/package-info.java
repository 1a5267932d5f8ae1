/** Settings: declared once beside their reader ({@link Setting}), read from immutable layers ({@link Settings}). */
@NullMarked
package io.millrace.base.setting;

import org.jspecify.annotations.NullMarked;
