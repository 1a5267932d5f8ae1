package io.millrace.sql.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.sql.parse.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "a+1|plus(a, 1)",
                "count(*)|count()",
                "a::UInt8|CAST(a, 'UInt8')",
                "1::UInt8|CAST('1', 'UInt8')",
                "cast(a as String)|CAST(a, 'String')",
                "-1|-1",
                "1.|1.",
                "1e10|10000000000.",
                "'it''s'|'it\\'s'",
                "[1,2]|[1, 2]",
                "(1,'a')|(1, 'a')",
                "[1,a]|[1, a]",
                "(a,1)|(a, 1)",
                "tuple(a)|(a)",
                "tuple(1)|(1)",
                "a[1]|arrayElement(a, 1)",
                "t.1|tupleElement(t, 1)",
                "not b|not(b)",
                "b and b or b|or(and(b, b), b)",
                "b in (1,2)|in(b, (1, 2))",
                "b in (1)|in(b, 1)",
                "b between 1 and 2|and(greaterOrEquals(b, 1), lessOrEquals(b, 2))",
                "b ? 1 : 2|if(b, 1, 2)",
                "case b when 1 then 2 end|caseWithExpression(b, 1, 2, NULL)",
                "arrayMap((x,y) -> (x,y), a, a)|arrayMap(lambda(tuple(x, y), (x, y)), a, a)",
                "quantile(0.5)(a)|quantile(0.5)(a)",
                "count(distinct a)|countDistinct(a)",
                "sum(a) filter (where a)|sumIf(a, a)",
                "interval 1 day|toIntervalDay(1)",
                "date '2020-01-01'|toDate('2020-01-01')",
                "extract(year from toDate(a))|toYear(toDate(a))",
                "-(1)|negate(1)",
                "a % 2|modulo(a, 2)",
                "a as z|z",
                "(a as z) + 1|plus(z, 1)",
                "sum(a) over (order by a)|sum(a) OVER (ORDER BY a ASC)",
                "row_number() over w|row_number() OVER w",
            })
    void areThoseOfClickHouse(String expression, String name) {
        assertThat(ColumnNames.of(Parser.parseExpression(expression))).isEqualTo(name);
    }
}
