package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The URL up to each slash, question mark or hash sign of its path and query. */
@Builtin("URLHierarchy")
final class UrlHierarchy extends Hierarchies {
    UrlHierarchy() {
        super("URLHierarchy", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "URL",
                        "URLHierarchy(url)",
                        "The URL up to each slash, question mark or hash sign of its path and query.")
                .example(
                        "SELECT URLHierarchy('http://a.com/b/c')",
                        "['http://a.com/','http://a.com/b/','http://a.com/b/c']");
    }
}
