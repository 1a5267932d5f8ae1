package io.millrace.functions.aggregate.value;

import io.millrace.base.index.Builtin;

/** The first value, NULL being one. */
@Builtin({
    "any_respect_nulls",
    "any_value_respect_nulls",
    "first_value_respect_nulls",
    "anyRespectNulls",
    "firstValueRespectNulls"
})
final class AnyRespectNulls extends RespectNulls {
    AnyRespectNulls() {
        super("any_respect_nulls", false);
    }
}
