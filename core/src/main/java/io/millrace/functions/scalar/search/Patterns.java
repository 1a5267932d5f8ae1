package io.millrace.functions.scalar.search;

import io.millrace.base.text.LikeMatcher;
import io.millrace.base.text.LikePattern;
import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.EnumType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundPredicate;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.row.Rendering;
import io.millrace.functions.scalar.row.TextView;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Base of like, ilike and their negations. */
abstract class Patterns implements ScalarFunction {
    private final String name;
    private final boolean ignoreCase;
    private final boolean negated;

    Patterns(String name, boolean ignoreCase, boolean negated) {
        this.name = name;
        this.ignoreCase = ignoreCase;
        this.negated = negated;
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 2);
        DataType type = arguments.getFirst().type();
        if (!Types.isStringLike(type) && !(type instanceof EnumType)) {
            throw Signature.illegalType(name, type);
        }
        if (!Types.isStringLike(arguments.get(1).type())) {
            throw Signature.illegalType(name, arguments.get(1).type());
        }
        Optional<LikePattern> constant = arguments
                .get(1)
                .constant()
                .map(c -> LikePattern.compile(TextView.of(c).copy(0), ignoreCase));
        return new Test(type, constant, ignoreCase, negated, context.zone());
    }

    /** The condition; a constant pattern is compiled already. */
    private static final class Test implements BoundPredicate {
        private final DataType textType;
        private final Optional<LikePattern> constant;
        private final boolean ignoreCase;
        private final boolean negated;
        private final ZoneId zone;
        private final Idle<LikeMatcher> idle;

        Test(DataType textType, Optional<LikePattern> constant, boolean ignoreCase, boolean negated, ZoneId zone) {
            this.textType = textType;
            this.constant = constant;
            this.ignoreCase = ignoreCase;
            this.negated = negated;
            this.zone = zone;
            this.idle = new Idle<>(() -> constant.orElseThrow().matcher());
        }

        @Override
        public boolean mayFail() {
            return constant.isEmpty();
        }

        @Override
        public void select(Column[] arguments, int rows, long[] bitmap, EvaluationContext context) {
            Arrays.fill(bitmap, 0, Bitmaps.words(rows), 0);
            TextView text = TextView.of(Rendering.texts(arguments[0], textType, zone, context));
            if (constant.isPresent() && !text.isConstant()) {
                LikeMatcher matcher = idle.take();
                matcher.matchRows(text.bytes(), text.offsets(), rows, bitmap);
                idle.giveBack(matcher);
            } else {
                byRow(text, TextView.of(arguments[1]), rows, bitmap);
            }
            if (negated) {
                Selections.invert(bitmap, rows);
            }
        }

        private void byRow(TextView text, TextView pattern, int rows, long[] bitmap) {
            LikeMatcher matcher =
                    LikePattern.compile(pattern.copy(0), ignoreCase).matcher();
            for (int row = 0; row < rows; row++) {
                if (row > 0 && !pattern.equalAt(row, pattern, row - 1)) {
                    matcher = LikePattern.compile(pattern.copy(row), ignoreCase).matcher();
                }
                if (matcher.matches(text.bytes(), text.from(row), text.to(row))) {
                    bitmap[row >> 6] |= 1L << row;
                }
            }
        }
    }
}
