package io.millrace.pipeline.operator.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.NullableType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.tree.Expression;
import io.millrace.pipeline.Rows;
import io.millrace.pipeline.flow.Pipeline;
import io.millrace.pipeline.operator.join.JoinSpec.Kind;
import io.millrace.pipeline.operator.join.JoinSpec.Strictness;
import io.millrace.pipeline.run.QueryResources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Joins against nested loops. */
final class JoiningTest {
    @TempDir
    Path spill;

    private static final List<List<DataType>> KEYS = List.of(
            List.of(Types.INT32),
            List.of(Types.INT64),
            List.of(Types.STRING),
            List.of(new DataType.LowCardinalityType(Types.STRING)),
            List.of(new NullableType(Types.INT64)),
            List.of(Types.INT32, Types.STRING),
            List.of(new NullableType(Types.STRING), Types.INT16));

    /** left value less than right value. */
    private record Less() implements BoundScalar {
        @Override
        public DataType type() {
            return Types.UINT8;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            byte[] result = new byte[rows];
            for (int i = 0; i < rows; i++) {
                result[i] = (byte) (Rows.number(arguments[0], i) < Rows.number(arguments[1], i) ? 1 : 0);
            }
            return new io.millrace.data.column.ByteColumn(result, rows);
        }
    }

    private static JoinSpec spec(
            Kind kind, Strictness strictness, Block left, Block right, int keys, boolean residual, boolean nulls) {
        List<Integer> columns = new ArrayList<>();
        for (int k = 0; k < keys; k++) {
            columns.add(k);
        }
        int width = left.header().width();
        Expression condition = new Expression.Call(
                "less",
                new Less(),
                List.of(
                        new Expression.Input(keys, "l", Types.INT64),
                        new Expression.Input(width + keys, "r", Types.INT64)),
                true);
        List<Header.Field> fields = new ArrayList<>(left.header().fields());
        fields.addAll(right.header().fields());
        if (nulls) {
            fields.replaceAll(f -> new Header.Field(f.name(), Types.nullable(f.type())));
        }
        return new JoinSpec(
                kind,
                strictness,
                left.header(),
                right.header(),
                columns,
                columns,
                residual ? Optional.of(condition) : Optional.empty(),
                Optional.empty(),
                false,
                false,
                new Header(fields));
    }

    private static String row(Block block, int row, boolean nulls) {
        List<String> parts = new ArrayList<>();
        for (int c = 0; c < block.columns().size(); c++) {
            DataType type = block.header().type(c);
            if (row >= 0) {
                parts.add(Rows.text(block.column(c), row));
            } else {
                boolean canBeNull = type.isNullable() || nulls && Types.canBeInNullable(type);
                parts.add(canBeNull ? "NULL" : Types.bare(type).equals(Types.STRING) ? "" : "0");
            }
        }
        return String.join("|", parts);
    }

    private static boolean matches(Block left, int l, Block right, int r, int keys, boolean residual) {
        for (int k = 0; k < keys; k++) {
            String a = Rows.text(left.column(k), l);
            if (a.equals("NULL") || !a.equals(Rows.text(right.column(k), r))) {
                return false;
            }
        }
        return !residual || Rows.number(left.column(keys), l) < Rows.number(right.column(keys), r);
    }

    private static List<String> naive(
            JoinSpec spec, Block left, Block right, int keys, boolean residual, boolean nulls) {
        List<String> result = new ArrayList<>();
        Set<Integer> usedRight = new HashSet<>();
        boolean rightSide = spec.kind() == Kind.RIGHT || spec.kind() == Kind.FULL;
        for (int l = 0; l < left.rows(); l++) {
            boolean matched = false;
            for (int r = 0; r < right.rows(); r++) {
                if (!matches(left, l, right, r, keys, residual)) {
                    continue;
                }
                boolean emit = switch (spec.strictness()) {
                    case ALL, ASOF -> true;
                    case SEMI -> rightSide ? !usedRight.contains(r) : !matched;
                    case ANTI -> false;
                    case ANY ->
                        spec.kind() == Kind.LEFT
                                ? !matched
                                : spec.kind() == Kind.RIGHT ? !usedRight.contains(r) : !matched;
                };
                if (emit) {
                    result.add(row(left, l, nulls) + "|" + row(right, r, nulls));
                }
                matched = true;
                usedRight.add(r);
            }
            boolean keep = spec.kind() == Kind.LEFT && spec.strictness() != Strictness.SEMI || spec.kind() == Kind.FULL;
            if (!matched && keep) {
                result.add(row(left, l, nulls) + "|" + row(right, -1, nulls));
            }
        }
        if (rightSide && spec.strictness() != Strictness.SEMI) {
            for (int r = 0; r < right.rows(); r++) {
                if (!usedRight.contains(r)) {
                    result.add(row(left, -1, nulls) + "|" + row(right, r, nulls));
                }
            }
        }
        return result.stream().sorted().toList();
    }

    private List<String> run(JoinSpec spec, Block left, Block right, int blockRows, int drivers) {
        QueryResources resources = Rows.resources(spill, 0, drivers, 100);
        Joining joining = new Joining(spec, resources);
        Pipeline build = Rows.pipeline(Rows.of(Rows.cut(right, 13)), List.of(), joining.build(), drivers);
        io.millrace.pipeline.operator.result.CollectSink sink =
                new io.millrace.pipeline.operator.result.CollectSink(resources.context());
        Pipeline probe =
                Rows.pipeline(Rows.of(Rows.cut(left, blockRows)), List.of(joining.probe()), sink, drivers, build);
        List<Block> rest = new ArrayList<>();
        if (joining.unmatched().isPresent()) {
            rest.addAll(Rows.run(resources, joining.unmatched().get(), List.of(), drivers, probe));
        } else {
            io.millrace.pipeline.run.PipelineRun.start(List.of(probe), resources)
                    .awaitBlocking();
        }
        List<Block> all = new ArrayList<>(sink.blocks());
        all.addAll(rest);
        return Rows.text(all).stream().sorted().toList();
    }

    @Test
    void joinsLikeNestedLoops() {
        long seed = Long.getLong("seed", 20_261_121L);
        Random random = new Random(seed);
        for (List<DataType> keys : KEYS) {
            DataType[] types = java.util.stream.Stream.concat(keys.stream(), java.util.stream.Stream.of(Types.INT64))
                    .toArray(DataType[]::new);
            Block left = Rows.block(90, 30, random, types);
            Block right = Rows.block(60, 30, random, types);
            for (Kind kind : List.of(Kind.INNER, Kind.LEFT, Kind.RIGHT, Kind.FULL)) {
                for (Strictness strictness :
                        List.of(Strictness.ALL, Strictness.ANY, Strictness.SEMI, Strictness.ANTI)) {
                    boolean exists = switch (strictness) {
                        case ALL -> true;
                        case ANY -> kind == Kind.LEFT;
                        case SEMI, ANTI -> kind == Kind.LEFT;
                        case ASOF -> false;
                    };
                    boolean rightOnly = kind == Kind.RIGHT && strictness == Strictness.ANTI;
                    for (boolean residual : new boolean[] {false, true}) {
                        for (int blockRows : new int[] {1, 7, 65409}) {
                            for (boolean nulls : new boolean[] {false, true}) {
                                if (!exists && !rightOnly) {
                                    continue;
                                }
                                boolean lowCardinality = keys.getFirst() instanceof DataType.LowCardinalityType;
                                if (nulls && lowCardinality) {
                                    continue;
                                }
                                JoinSpec spec = spec(kind, strictness, left, right, keys.size(), residual, nulls);
                                // ANY and SEMI take the first right row, which parallel builds may order differently
                                int drivers = strictness == Strictness.ALL || strictness == Strictness.ANTI ? 3 : 1;
                                assertThat(run(spec, left, right, blockRows, drivers))
                                        .as(
                                                "seed %d %s %s keys %s residual %s blocks %d",
                                                seed, strictness, kind, keys, residual, blockRows)
                                        .isEqualTo(naive(spec, left, right, keys.size(), residual, nulls));
                            }
                        }
                    }
                }
            }
        }
    }

    @Test
    void anyInnerAndSemiRightUseEachKeyOnce() {
        Random random = new Random(7);
        Block left = Rows.block(50, 20, random, Types.INT64, Types.INT64);
        Block right = Rows.block(50, 20, random, Types.INT64, Types.INT64);
        Set<String> common = new HashSet<>();
        List<String> rightRows = new ArrayList<>();
        for (int r = 0; r < 50; r++) {
            for (int l = 0; l < 50; l++) {
                if (Rows.number(left.column(0), l) == Rows.number(right.column(0), r)) {
                    common.add(Rows.text(right.column(0), r));
                    rightRows.add(row(right, r, false));
                    break;
                }
            }
        }
        JoinSpec any = spec(Kind.INNER, Strictness.ANY, left, right, 1, false, false);
        assertThat(run(any, left, right, 7, 3)).hasSize(common.size());
        JoinSpec semi = spec(Kind.RIGHT, Strictness.SEMI, left, right, 1, false, false);
        assertThat(run(semi, left, right, 7, 3)).hasSize(rightRows.size());
    }

    @Test
    void crossJoinsPairEverything() {
        Block left = Rows.block(30, 20, new Random(1), Types.INT64);
        Block right = Rows.block(20, 20, new Random(2), Types.INT64);
        JoinSpec cross = spec(Kind.CROSS, Strictness.ALL, left, right, 0, false, false);
        assertThat(run(cross, left, right, 7, 1)).hasSize(600);
        assertThat(run(cross, left, right.slice(0, 0), 7, 1)).isEmpty();
        JoinSpec leftJoin = spec(Kind.LEFT, Strictness.ALL, left, right, 0, true, false);
        assertThat(run(leftJoin, left, right, 7, 3)).isEqualTo(naive(leftJoin, left, right, 0, true, false));
    }

    @Test
    void asofTakesTheNearest() {
        Random random = new Random(9);
        Block left = Rows.block(80, 12, random, Types.INT32, Types.INT64);
        Block right = Rows.block(60, 12, random, Types.INT32, Types.INT64);
        for (JoinSpec.Inequality inequality : JoinSpec.Inequality.values()) {
            List<Header.Field> fields = new ArrayList<>(left.header().fields());
            fields.addAll(right.header().fields());
            JoinSpec spec = new JoinSpec(
                    Kind.LEFT,
                    Strictness.ASOF,
                    left.header(),
                    right.header(),
                    List.of(0, 1),
                    List.of(0, 1),
                    Optional.empty(),
                    Optional.of(inequality),
                    false,
                    false,
                    new Header(fields));
            List<String> lines = run(spec, left, right, 7, 1);
            List<String> expected = new ArrayList<>();
            for (int l = 0; l < 80; l++) {
                long value = Rows.number(left.column(1), l);
                String best = "0|0";
                long bestDistance = Long.MAX_VALUE;
                for (int r = 0; r < 60; r++) {
                    long other = Rows.number(right.column(1), r);
                    boolean fits = switch (inequality) {
                        case LESS -> value < other;
                        case LESS_OR_EQUALS -> value <= other;
                        case GREATER -> value > other;
                        case GREATER_OR_EQUALS -> value >= other;
                    };
                    if (fits
                            && Rows.text(left.column(0), l).equals(Rows.text(right.column(0), r))
                            && Math.abs(value - other) < bestDistance) {
                        bestDistance = Math.abs(value - other);
                        best = row(right, r, false);
                    }
                }
                expected.add(row(left, l, false) + "|" + best);
            }
            assertThat(lines)
                    .as("%s", inequality)
                    .isEqualTo(expected.stream().sorted().toList());
        }
    }

    @Test
    void largeTablesGoThroughTheBloomFilter() {
        Random random = new Random(11);
        Block left = Rows.block(60_000, 200_000, random, Types.INT64, Types.INT64);
        Block right = Rows.block(40_000, 200_000, random, Types.INT64, Types.INT64);
        java.util.Map<Long, Integer> counts = new java.util.HashMap<>();
        for (int r = 0; r < right.rows(); r++) {
            counts.merge(Rows.number(right.column(0), r), 1, Integer::sum);
        }
        long expected = 0;
        for (int l = 0; l < left.rows(); l++) {
            expected += counts.getOrDefault(Rows.number(left.column(0), l), 0);
        }
        JoinSpec spec = spec(Kind.INNER, Strictness.ALL, left, right, 1, false, false);
        assertThat(run(spec, left, right, 10_000, 3)).hasSize((int) expected);
    }
}
