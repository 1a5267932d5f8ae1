package io.millrace.functions.aggregate.quantile;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import java.util.Arrays;

/** A t-digest with ClickHouse's parameters and single-precision arithmetic: at most 2,048 centroids. */
final class TDigest implements QuantileSketch {
    /** The method of quantileTDigest(), or quantileTDigestWeighted(). */
    static Method method(boolean weighted) {
        return new Method() {
            @Override
            public DataType resultType(DataType argument) {
                return Types.isDateOrTime(argument) ? argument : Types.FLOAT32;
            }

            @Override
            public boolean picksValues() {
                return false;
            }

            @Override
            public boolean takesWeight() {
                return weighted;
            }

            @Override
            public QuantileSketch sketch(DataType argument) {
                return new TDigest();
            }
        };
    }

    private static final int MAX_CENTROIDS = 2048;
    private static final int MAX_UNMERGED = 2048;
    private static final float EPSILON = 0.01f;

    private float[] means = new float[8];
    private float[] weights = new float[8];
    private int size;
    private int unmerged;
    private double count;

    @Override
    public void add(double value, long raw, long weight) {
        float mean = (float) value;
        if (weight != 0 && !Float.isNaN(mean)) {
            append(mean, (float) weight);
        }
    }

    private void append(float mean, float weight) {
        if (size == means.length) {
            means = Arrays.copyOf(means, size * 2);
            weights = Arrays.copyOf(weights, size * 2);
        }
        means[size] = mean;
        weights[size++] = weight;
        count += weight;
        if (++unmerged > MAX_UNMERGED) {
            compress();
        }
    }

    /** Sorts by mean, stable; float bits make the order, the position keeps equal ones apart. */
    private void sort() {
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            int bits = Float.floatToRawIntBits(means[i]);
            bits ^= bits >> 31 & Integer.MAX_VALUE;
            keys[i] = (long) bits << 32 | i;
        }
        Arrays.sort(keys);
        float[] sortedMeans = new float[means.length];
        float[] sortedWeights = new float[means.length];
        for (int i = 0; i < size; i++) {
            sortedMeans[i] = means[(int) keys[i]];
            sortedWeights[i] = weights[(int) keys[i]];
        }
        means = sortedMeans;
        weights = sortedWeights;
    }

    private void compress() {
        if (unmerged == 0 && size <= MAX_CENTROIDS) {
            return;
        }
        sort();
        int left = 0;
        float countEpsilon = (float) (count * EPSILON * 4);
        float sum = 0;
        float leftMean = means[0];
        float leftWeight = weights[0];
        for (int right = 1; right < size; right++) {
            float levelLeft = (float) ((sum + leftWeight * 0.5) / count);
            float error = levelLeft * (1 - levelLeft);
            float levelRight = (float) ((sum + leftWeight + weights[right] * 0.5) / count);
            error = Math.min(error, levelRight * (1 - levelRight));
            float room = countEpsilon * error;
            if (leftWeight + weights[right] <= room && mergeable(leftMean, means[right])) {
                leftWeight += weights[right];
                if (means[right] != leftMean) {
                    leftMean += weights[right] * (means[right] - leftMean) / leftWeight;
                }
                means[left] = leftMean;
                weights[left] = leftWeight;
            } else {
                sum += weights[left];
                left++;
                means[left] = means[right];
                weights[left] = weights[right];
                leftMean = means[left];
                leftWeight = weights[left];
            }
        }
        count = sum + leftWeight;
        size = left + 1;
        shrink();
        unmerged = 0;
    }

    private static boolean mergeable(float left, float right) {
        return left == right || !Float.isInfinite(left) && !Float.isInfinite(right);
    }

    /** If there are still too many, merges every so many neighbours. */
    private void shrink() {
        if (size <= MAX_CENTROIDS) {
            return;
        }
        int batch = (size + MAX_CENTROIDS - 1) / MAX_CENTROIDS;
        int left = 0;
        float sum = 0;
        float leftMean = means[0];
        float leftWeight = weights[0];
        int taken = 0;
        for (int right = 1; right < size; right++) {
            if (taken < batch - 1 && mergeable(leftMean, means[right])) {
                leftWeight += weights[right];
                if (means[right] != leftMean) {
                    leftMean += weights[right] * (means[right] - leftMean) / leftWeight;
                }
                means[left] = leftMean;
                weights[left] = leftWeight;
                taken++;
            } else {
                sum += weights[left];
                left++;
                means[left] = means[right];
                weights[left] = weights[right];
                leftMean = means[left];
                leftWeight = weights[left];
                taken = 0;
            }
        }
        count = sum + leftWeight;
        size = left + 1;
    }

    @Override
    public void merge(QuantileSketch sketch) {
        TDigest other = (TDigest) sketch;
        for (int i = 0; i < other.size; i++) {
            append(other.means[i], other.weights[i]);
        }
    }

    @Override
    public void write(ByteSink out) {
        compress();
        out.putVarint(size);
        for (int i = 0; i < size; i++) {
            out.putFloat(means[i]);
            out.putFloat(weights[i]);
        }
    }

    @Override
    public void readMerge(ByteSource in) {
        int centroids = in.getSize(1 << 20);
        for (int i = 0; i < centroids; i++) {
            float mean = in.getFloat();
            append(mean, in.getFloat());
        }
    }

    @Override
    public void quantiles(double[] levels, double[] results, long[] raws) {
        if (size == 0) {
            Arrays.fill(results, Double.NaN);
            return;
        }
        compress();
        for (int i = 0; i < levels.length; i++) {
            results[i] = size == 1 ? means[0] : quantile(levels[i]);
        }
    }

    private double quantile(double level) {
        double x = level * count;
        float previousX = 0;
        float sum = 0;
        float previousMean = means[0];
        float previousWeight = weights[0];
        for (int i = 0; i < size; i++) {
            float currentX = (float) (sum + weights[i] * 0.5);
            if (currentX >= x) {
                // a centroid of one value has no extent
                float left = (float) (previousX + 0.5 * (previousWeight == 1 ? 1 : 0));
                float right = (float) (currentX - 0.5 * (weights[i] == 1 ? 1 : 0));
                if (x <= left) {
                    return previousMean;
                }
                if (x >= right) {
                    return means[i];
                }
                double k = (x - left) / (right - left);
                return (float) ((1 - k) * previousMean + k * means[i]);
            }
            sum += weights[i];
            previousMean = means[i];
            previousWeight = weights[i];
            previousX = currentX;
        }
        return means[size - 1];
    }

    @Override
    public long sizeBytes() {
        return 64 + 8L * means.length;
    }
}
