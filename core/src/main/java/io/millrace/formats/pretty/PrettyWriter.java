package io.millrace.formats.pretty;

import io.millrace.base.io.ByteSink;
import io.millrace.base.setting.Setting;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;
import io.millrace.formats.FormatSettings;
import io.millrace.formats.ResultStatistics;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Writes tables for people. Rows are collected, the first and the last ones only when there are many, and printed as one table. */
final class PrettyWriter implements BlockWriter {
    private static final int VERTICAL_MAX_ROWS = 10;
    private static final int VERTICAL_MIN_COLUMNS = 5;
    private static final int VERTICAL_MIN_WIDTH = 250;

    private final FormatOutput output;
    private final Header header;
    private final FormatContext context;
    private final Grid grid;
    private final int maxRows;
    private final List<Block> first = new ArrayList<>();
    private final ArrayDeque<Block> last = new ArrayDeque<>();
    private long total;
    private long inFirst;
    private long inLast;
    private boolean printed;

    PrettyWriter(FormatOutput output, Header header, FormatContext context, Grid grid) {
        this.output = output;
        this.header = header;
        this.context = context;
        this.grid = grid;
        this.maxRows = (int) Math.min(1 << 20, context.settings().get(FormatSettings.PRETTY_MAX_ROWS));
    }

    @Override
    public void write(Block block) {
        total += block.rows();
        int head = (int) Math.min(block.rows(), maxRows - inFirst);
        if (head > 0) {
            first.add(block.slice(0, head));
            inFirst += head;
        }
        if (head < block.rows()) {
            last.add(block.slice(head, block.rows()));
            inLast += block.rows() - head;
            while (inLast - last.getFirst().rows() >= maxRows) {
                inLast -= last.removeFirst().rows();
            }
        }
    }

    private void print() {
        if (printed) {
            return;
        }
        printed = true;
        if (total == 0) {
            return;
        }
        Table table = new Table(header);
        if (total <= maxRows) {
            add(table, first, 0, inFirst, 1);
        } else {
            int half = maxRows / 2;
            add(table, first, 0, maxRows - half, 1);
            List<Block> all = new ArrayList<>(first);
            all.addAll(last);
            add(table, all, inFirst + inLast - half, inFirst + inLast, total - half + 1);
        }
        print(table, total > maxRows ? maxRows - maxRows / 2 : -1, true);
        if (total > maxRows) {
            output.sink()
                    .putText((grid == Grid.SPACE ? "\n" : "") + "Showed " + maxRows + " out of " + total + " rows.\n");
        }
        output.drain();
    }

    private void add(Table table, List<Block> blocks, long from, long to, long number) {
        long at = 0;
        long next = number;
        boolean single = total == 1 && header.width() == 1;
        int maxWidth = single ? Integer.MAX_VALUE : setting(FormatSettings.PRETTY_MAX_VALUE_WIDTH);
        for (Block block : blocks) {
            int begin = Math.clamp(from - at, 0, block.rows());
            int end = Math.clamp(to - at, 0, block.rows());
            if (begin < end) {
                table.add(block, begin, end, next, context, maxWidth);
                next += end - begin;
            }
            at += block.rows();
        }
    }

    private int setting(Setting<Long> setting) {
        return (int) Math.min(Integer.MAX_VALUE, context.settings().get(setting));
    }

    private void print(Table table, int cutAfter, boolean mayBeVertical) {
        long lastNumber = table.rows.isEmpty() ? 1 : table.rows.getLast().number();
        int numbers = context.settings().get(FormatSettings.PRETTY_ROW_NUMBERS)
                ? Long.toString(lastNumber).length() + 2
                : 0;
        int margin = numbers + (grid == Grid.SPACE ? 1 : 2);
        table.layOut(header, setting(FormatSettings.PRETTY_MAX_COLUMN_PAD), margin);
        if (mayBeVertical && isBetterVertical(table)) {
            VerticalWriter vertical = new VerticalWriter(output, header, context);
            first.forEach(vertical::write);
            return;
        }
        ByteSink out = output.sink();
        boolean footer = context.settings().get(FormatSettings.PRETTY_FOOTER) != 0
                && table.rows.size() >= context.settings().get(FormatSettings.PRETTY_FOOTER_ROWS);
        new TablePrinter(table, context, grid, hintColumn()).print(cutAfter, footer, out);
    }

    private boolean isBetterVertical(Table table) {
        if (table.rows.size() > VERTICAL_MAX_ROWS || header.width() < VERTICAL_MIN_COLUMNS) {
            return false;
        }
        int width = 0;
        for (int column : table.widths) {
            width += column;
        }
        return width >= VERTICAL_MIN_WIDTH || table.hasLineBreaks();
    }

    /** The last column when it holds numbers; -1 otherwise. */
    private int hintColumn() {
        int column = header.width() - 1;
        boolean number = column >= 0 && isHinted(header.type(column));
        return number ? column : -1;
    }

    static boolean isHinted(DataType type) {
        DataType bare = Types.bare(type);
        return Types.isNumber(bare) && !(bare instanceof DataType.BoolType);
    }

    @Override
    public void writeTotals(Block totals) {
        section("Totals:", totals);
    }

    @Override
    public void writeExtremes(Block extremes) {
        section("Extremes:", extremes);
    }

    private void section(String title, Block block) {
        print();
        output.sink().putText("\n" + title + "\n");
        Table table = new Table(header);
        table.add(block, 0, block.rows(), 1, context, Integer.MAX_VALUE);
        print(table, -1, false);
        output.drain();
    }

    @Override
    public void finish(ResultStatistics statistics) {
        print();
        output.drain();
    }
}
