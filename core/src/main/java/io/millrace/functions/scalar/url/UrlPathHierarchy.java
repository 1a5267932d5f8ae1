package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The path of a URL up to each slash, without the root. */
@Builtin("URLPathHierarchy")
final class UrlPathHierarchy extends Hierarchies {
    UrlPathHierarchy() {
        super("URLPathHierarchy", true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("URL", "URLPathHierarchy(url)", "The path of a URL up to each slash, without the root.")
                .example("SELECT URLPathHierarchy('http://a.com/b/c')", "['/b/','/b/c']");
    }
}
