package io.millrace.functions.scalar.arithmetic;

/**
 * The inner loops of an operation on two numbers: both columns, or one of them a constant. {@code result} may be the array of an operand. Every operation
 * has its own class so that each loop is compiled for it alone.
 */
interface Loops {
    void shorts(short[] a, short[] b, short[] result, int rows);

    void shorts(short[] a, short b, short[] result, int rows);

    void shorts(short a, short[] b, short[] result, int rows);

    void ints(int[] a, int[] b, int[] result, int rows);

    void ints(int[] a, int b, int[] result, int rows);

    void ints(int a, int[] b, int[] result, int rows);

    void longs(long[] a, long[] b, long[] result, int rows);

    void longs(long[] a, long b, long[] result, int rows);

    void longs(long a, long[] b, long[] result, int rows);

    void doubles(double[] a, double[] b, double[] result, int rows);

    void doubles(double[] a, double b, double[] result, int rows);

    void doubles(double a, double[] b, double[] result, int rows);

    /** Refuses to wrap around: {@link ArithmeticException}. */
    void exact(long[] a, long[] b, long[] result, int rows);
}
