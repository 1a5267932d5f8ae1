package io.millrace.formats.template;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Header;
import io.millrace.formats.BlockReader;
import io.millrace.formats.Format;
import io.millrace.formats.FormatContext;

/** CustomSeparatedIgnoreSpacesWithNamesAndTypes: CustomSeparatedWithNamesAndTypes, read without regard to blanks. */
@Builtin("CustomSeparatedIgnoreSpacesWithNamesAndTypes")
final class CustomSeparatedIgnoreSpacesWithNamesAndTypes implements Format {
    CustomSeparatedIgnoreSpacesWithNamesAndTypes() {}

    @Override
    public String contentType() {
        return "text/plain; charset=UTF-8";
    }

    @Override
    public BlockReader reader(ByteSource source, Header wanted, FormatContext context) {
        return CustomReaders.of(source, wanted, context, 2, true);
    }
}
