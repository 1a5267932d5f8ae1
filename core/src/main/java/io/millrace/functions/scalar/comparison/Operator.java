package io.millrace.functions.scalar.comparison;

/** One of the six comparisons. */
enum Operator {
    EQUALS("equals"),
    NOT_EQUALS("notEquals"),
    LESS("less"),
    GREATER("greater"),
    LESS_OR_EQUALS("lessOrEquals"),
    GREATER_OR_EQUALS("greaterOrEquals");

    private final String function;

    Operator(String function) {
        this.function = function;
    }

    String function() {
        return function;
    }

    /** The same with sides exchanged. */
    Operator swapped() {
        return switch (this) {
            case EQUALS, NOT_EQUALS -> this;
            case LESS -> GREATER;
            case GREATER -> LESS;
            case LESS_OR_EQUALS -> GREATER_OR_EQUALS;
            case GREATER_OR_EQUALS -> LESS_OR_EQUALS;
        };
    }

    /** Whether it holds for the outcome of a comparison: negative, zero, positive. */
    boolean holds(int outcome) {
        return switch (this) {
            case EQUALS -> outcome == 0;
            case NOT_EQUALS -> outcome != 0;
            case LESS -> outcome < 0;
            case GREATER -> outcome > 0;
            case LESS_OR_EQUALS -> outcome <= 0;
            case GREATER_OR_EQUALS -> outcome >= 0;
        };
    }

    boolean isEquality() {
        return this == EQUALS || this == NOT_EQUALS;
    }
}
