package io.millrace.sql.parse;

/** How tightly operators bind: ClickHouse's priorities. */
final class Precedence {
    static final int LAMBDA = 1;
    static final int TERNARY = 2;
    static final int OR = 3;
    static final int AND = 4;
    static final int NOT = 5;
    static final int IS = 6;
    static final int BETWEEN = 7;
    static final int BETWEEN_BOUND = 8;
    static final int COMPARISON = 9;
    static final int CONCATENATION = 10;
    static final int SUM = 11;
    static final int PRODUCT = 12;
    static final int TIME_ZONE = 13;
    static final int MEMBER = 14;

    private Precedence() {}
}
