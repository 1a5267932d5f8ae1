package io.millrace.mergetree;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.catalog.engine.TableEngine;
import io.millrace.catalog.engine.TableServices;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.data.block.Header;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.mergetree.merge.MergeMode;
import java.util.List;
import java.util.Optional;

/** The engine ReplacingMergeTree: of rows with equal keys only the last version stays. */
@Builtin("ReplacingMergeTree")
public final class ReplacingMergeTree implements TableEngine {
    @Override
    public String doc() {
        return "Like MergeTree, but merges keep only the last version of rows with equal sorting keys.";
    }

    @Override
    public boolean hasKeys() {
        return true;
    }

    @Override
    public Table create(TableDefinition definition, TableServices services, boolean attach) {
        List<String> arguments = definition.engineArguments();
        if (arguments.size() > 2) {
            throw new DbException(
                    ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
                    "ReplacingMergeTree takes at most a version and an is_deleted column, given " + arguments.size()
                            + " arguments");
        }
        Header stored = definition.storedHeader();
        Optional<Integer> version =
                arguments.isEmpty() ? Optional.empty() : Optional.of(index(stored, arguments.get(0)));
        Optional<Integer> deleted =
                arguments.size() < 2 ? Optional.empty() : Optional.of(index(stored, arguments.get(1)));
        version.ifPresent(i -> checkVersion(stored, i));
        deleted.ifPresent(i -> {
            if (!stored.type(i).equals(Types.UINT8)) {
                throw new DbException(
                        ErrorCode.BAD_TYPE_OF_FIELD,
                        "is_deleted column (" + stored.name(i)
                                + ") for storage ReplacingMergeTree must have type UInt8." + " Provided column of type "
                                + stored.type(i).name() + ".");
            }
        });
        return new MergeTreeTable(definition, services, new MergeMode.Replacing(version, deleted), attach);
    }

    private static int index(Header stored, String argument) {
        String name = argument.startsWith("`") && argument.endsWith("`") && argument.length() > 1
                ? argument.substring(1, argument.length() - 1)
                : argument;
        return stored.find(name)
                .orElseThrow(() -> new DbException(
                        ErrorCode.NO_SUCH_COLUMN_IN_TABLE,
                        "Version or is_deleted column " + name + " does not exist in table declaration."));
    }

    private static void checkVersion(Header stored, int index) {
        DataType type = stored.type(index);
        boolean whole = type instanceof DataType.IntegerType || type instanceof DataType.EnumType;
        if (!whole && !Types.isDateOrTime(type)) {
            throw new DbException(
                    ErrorCode.BAD_TYPE_OF_FIELD,
                    "The column " + stored.name(index)
                            + " cannot be used as a version column for storage ReplacingMergeTree"
                            + " because it is of type " + type.name()
                            + " (must be of an integer type or of type Date/DateTime/DateTime64)");
        }
    }
}
