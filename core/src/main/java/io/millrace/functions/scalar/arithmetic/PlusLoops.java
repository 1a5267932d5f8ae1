package io.millrace.functions.scalar.arithmetic;

/** The loops of {@code a + b}, one per width; integers wrap around. */
final class PlusLoops implements Loops {
    @Override
    public void shorts(short[] a, short[] b, short[] result, int rows) {
        for (int i = 0; i < rows; i++) {
            result[i] = (short) (a[i] + b[i]);
        }
    }

    @Override
    public void shorts(short[] a, short b, short[] result, int rows) {
        for (int i = 0; i < rows; i++) {
            result[i] = (short) (a[i] + b);
        }
    }

    @Override
    public void shorts(short a, short[] b, short[] result, int rows) {
        for (int i = 0; i < rows; i++) {
            result[i] = (short) (a + b[i]);
        }
    }

    @Override
    public void ints(int[] a, int[] b, int[] result, int rows) {
        for (int i = 0; i < rows; i++) {
            result[i] = a[i] + b[i];
        }
    }

    @Override
    public void ints(int[] a, int b, int[] result, int rows) {
        for (int i = 0; i < rows; i++) {
            result[i] = a[i] + b;
        }
    }

    @Override
    public void ints(int a, int[] b, int[] result, int rows) {
        for (int i = 0; i < rows; i++) {
            result[i] = a + b[i];
        }
    }

    @Override
    public void longs(long[] a, long[] b, long[] result, int rows) {
        for (int i = 0; i < rows; i++) {
            result[i] = a[i] + b[i];
        }
    }

    @Override
    public void longs(long[] a, long b, long[] result, int rows) {
        for (int i = 0; i < rows; i++) {
            result[i] = a[i] + b;
        }
    }

    @Override
    public void longs(long a, long[] b, long[] result, int rows) {
        for (int i = 0; i < rows; i++) {
            result[i] = a + b[i];
        }
    }

    @Override
    public void doubles(double[] a, double[] b, double[] result, int rows) {
        for (int i = 0; i < rows; i++) {
            result[i] = a[i] + b[i];
        }
    }

    @Override
    public void doubles(double[] a, double b, double[] result, int rows) {
        for (int i = 0; i < rows; i++) {
            result[i] = a[i] + b;
        }
    }

    @Override
    public void doubles(double a, double[] b, double[] result, int rows) {
        for (int i = 0; i < rows; i++) {
            result[i] = a + b[i];
        }
    }

    @Override
    public void exact(long[] a, long[] b, long[] result, int rows) {
        for (int i = 0; i < rows; i++) {
            result[i] = Math.addExact(a[i], b[i]);
        }
    }
}
