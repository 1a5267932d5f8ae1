package io.millrace.base.index;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Registers a class in every {@link Seam} it implements. The class must be final, documented, free of state that
 * changes, and have a constructor without parameters that is not private; class and constructor may be package-private.
 * The compiler refuses anything else, and two classes of one seam with the same name.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Builtin {

    /** The names, in their exact spelling: the first is the canonical one, the others are aliases. */
    String[] value();
}
