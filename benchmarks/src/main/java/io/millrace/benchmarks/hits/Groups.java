package io.millrace.benchmarks.hits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The division of the table into groups of one counter and one day, in the order of the table. Counters follow Zipf's
 * law; counter 62, which the queries single out, holds about 0.75 % of the rows.
 */
final class Groups {
    /** The counter of the queries on one site. */
    static final int SITE = 62;

    private static final int COUNTERS = 6500;
    private static final int SITE_RANK = 14;
    private static final int DAYS = 31;
    /** Hits of a day of the week, Monday first, in thousandths of the mean. 1 July 2013 was a Monday. */
    private static final int[] WEEK = {1080, 1100, 1090, 1070, 1000, 820, 840};

    /** Rows of one counter on one day. {@code siteRows} are the rows of the counter on all days. */
    record Group(int counter, int day, int rows, long siteRows) {}

    private Groups() {}

    /** All groups, in order of (counter, day); their rows add up to {@code rows}. */
    static List<Group> of(long rows) {
        long[] site = rowsOfRank(rows);
        int[] rankOf = ranks();
        double[] dayShare = dayShares();
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < COUNTERS; i++) {
            long n = site[rankOf[i]];
            long done = 0;
            for (int day = 0; day < DAYS; day++) {
                long upTo = day == DAYS - 1 ? n : (long) (n * dayShare[day]);
                if (upTo > done) {
                    groups.add(new Group(counterId(i), day, (int) (upTo - done), n));
                }
                done = upTo;
            }
        }
        return groups;
    }

    /** Counter ids grow with irregular gaps, up to about 250,000; index 10 is {@link #SITE}. */
    private static int counterId(int index) {
        return index * 6 + (index > 60 ? (index - 60) * 32 + (int) (Rng.mix(index) & 31) : 0) + 2;
    }

    /** Which rank of popularity each counter has: a shuffle, but for the counter of the queries. */
    private static int[] ranks() {
        int[] ranks = new int[COUNTERS];
        Arrays.setAll(ranks, i -> i);
        Rng rng = new Rng(62);
        for (int i = COUNTERS - 1; i > 0; i--) {
            swap(ranks, i, rng.below(i + 1));
        }
        int site = (SITE - 2) / 6;
        for (int i = 0; i < COUNTERS; i++) {
            if (ranks[i] == SITE_RANK) {
                swap(ranks, i, site);
                break;
            }
        }
        return ranks;
    }

    private static void swap(int[] values, int a, int b) {
        int t = values[a];
        values[a] = values[b];
        values[b] = t;
    }

    private static long[] rowsOfRank(long rows) {
        double total = 0;
        for (int i = 1; i <= COUNTERS; i++) {
            total += 1.0 / i;
        }
        long[] counts = new long[COUNTERS];
        double sum = 0;
        long done = 0;
        for (int i = 0; i < COUNTERS; i++) {
            sum += 1.0 / (i + 1);
            long upTo = i == COUNTERS - 1 ? rows : (long) (rows * (sum / total));
            counts[i] = upTo - done;
            done = upTo;
        }
        return counts;
    }

    private static double[] dayShares() {
        double[] shares = new double[DAYS];
        double sum = 0;
        for (int day = 0; day < DAYS; day++) {
            sum += WEEK[day % 7];
            shares[day] = sum;
        }
        for (int day = 0; day < DAYS; day++) {
            shares[day] /= sum;
        }
        return shares;
    }
}
