package io.millrace.formats.text;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.data.block.Header;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;

/** Prometheus: metrics as its servers collect them, from columns name, value, help, type, labels and timestamp. */
@Builtin("Prometheus")
final class Prometheus implements Format {
    Prometheus() {}

    @Override
    public String contentType() {
        return "text/plain; version=0.0.4; charset=UTF-8";
    }

    @Override
    public BlockWriter writer(FormatOutput output, Header header, FormatContext context) {
        for (String name : new String[] {"name", "value"}) {
            if (header.find(name).isEmpty()) {
                throw new DbException(
                        ErrorCode.BAD_ARGUMENTS, "Column '" + name + "' is required for output format 'Prometheus'");
            }
        }
        DataType value = Types.bare(header.type(header.index("value")));
        if (!Types.isNumber(value)) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS,
                    "Column 'value' for output format 'Prometheus' must be a number, not " + value.name());
        }
        return new PrometheusWriter(output, header, context);
    }
}
