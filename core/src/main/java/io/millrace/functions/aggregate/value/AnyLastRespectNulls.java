package io.millrace.functions.aggregate.value;

import io.millrace.base.index.Builtin;

/** The last value, NULL being one. */
@Builtin({"anyLast_respect_nulls", "last_value_respect_nulls", "anyLastRespectNulls", "lastValueRespectNulls"})
final class AnyLastRespectNulls extends RespectNulls {
    AnyLastRespectNulls() {
        super("anyLast_respect_nulls", true);
    }
}
