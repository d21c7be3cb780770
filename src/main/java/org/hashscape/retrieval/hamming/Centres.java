package org.hashscape.retrieval.hamming;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hashscape.model.Progress;

/**
 * Centres that codes lie close to: k-means in Hamming space, where the mean of codes is the majority of each bit
 * (k-majority). Seeds are drawn as k-means++ does (Arthur, Vassilvitskii 2007), each with the probability of its squared
 * distance to those drawn before, because a cluster without a centre spoils the cells around it. Learned on a sample.
 */
final class Centres {

    private static final int MOST = 8192;
    private static final int MANY = 2048;
    /** Counting the bits of long codes takes memory: at most this many counters. */
    private static final int MOST_COUNTERS = 1 << 22;

    private static final int SAMPLE_PER_CENTRE = 16;
    /**
     * Seeds are drawn in three parts, and centres moved to the majorities of their codes after each: a seed is a code and
     * lies off its cluster's middle, so that clusters without one stand out better once the others are where they belong.
     */
    private static final double[] SEEDED = {0.5, 0.8, 1, 1};

    private static final int BLOCK = 1024;
    private static final long SEED = 20121;

    private final int wordsPerCode;
    private final long[] words;

    /** @param words the centres, back to back */
    Centres(int wordsPerCode, long[] words) {
        this.wordsPerCode = wordsPerCode;
        this.words = words;
    }

    int size() {
        return words.length / wordsPerCode;
    }

    int wordsPerCode() {
        return wordsPerCode;
    }

    /** From a centre to a code. */
    int distance(int centre, long[] code) {
        int distance = 0;
        for (int word = 0; word < wordsPerCode; word++) {
            distance += Long.bitCount(words[centre * wordsPerCode + word] ^ code[word]);
        }
        return distance;
    }

    long[] words() {
        return words;
    }

    /**
     * How many centres so many codes get. A cluster without a centre spoils the cells around it, and a thousand centres
     * cost a query about half a microsecond: so one for every 32 codes, up to two thousand. From a few million codes on
     * their number grows like the cube root: cells may be larger than clusters are without harm, and every centre costs
     * building time.
     */
    static int sizeFor(int codes, int bits) {
        int wanted = (int) Math.max(16, Math.min(codes / 32, Math.max(MANY, 16 * Math.cbrt(codes))));
        return Math.max(1, Math.min(Math.min(wanted, MOST), Math.min(codes, MOST_COUNTERS / bits)));
    }

    static Centres learn(CodeStore store, int size, Progress progress) {
        int wordsPerCode = store.wordsPerCode();
        SplittableRandom random = new SplittableRandom(SEED);
        HeapCodes sample = sample(store, Math.min(store.size(), Math.max(1 << 14, SAMPLE_PER_CENTRE * size)), random);
        long[] words = new long[0];
        for (double share : SEEDED) {
            int wanted = Math.max(1, (int) (share * size));
            words = withSeeds(sample, words, wanted, random, progress);
            words = majorities(sample, new Centres(wordsPerCode, words).nearest(sample, progress), words);
        }
        return new Centres(wordsPerCode, words);
    }

    private static HeapCodes sample(CodeStore store, int size, SplittableRandom random) {
        HeapCodes sample = HeapCodes.zeros(store.bits(), size);
        long[] code = new long[store.wordsPerCode()];
        for (int i = 0; i < size; i++) {
            int stratum = (int) ((long) i * store.size() / size);
            int next = (int) ((i + 1L) * store.size() / size);
            store.copy(stratum + random.nextInt(Math.max(1, next - stratum)), code, 0);
            sample.set(i, code, 0);
        }
        return sample;
    }

    /** More seeds, each with the probability of its squared distance to the nearest centre there is. */
    private static long[] withSeeds(
            HeapCodes sample, long[] former, int size, SplittableRandom random, Progress progress) {
        int wordsPerCode = sample.wordsPerCode();
        long[] words = Arrays.copyOf(former, size * wordsPerCode);
        PlaneBlock block = new PlaneBlock(wordsPerCode, sample.size());
        block.load(sample, 0, sample.size());
        int[] closest = new int[sample.size()];
        int[] distances = new int[sample.size()];
        Arrays.fill(closest, sample.bits());
        for (int centre = 0; centre < size; centre++) {
            progress.checkCancelled();
            if (centre * wordsPerCode >= former.length) {
                sample.copy(drawFar(closest, random), words, centre * wordsPerCode);
            }
            block.distancesTo(words, centre * wordsPerCode, distances);
            least(closest, distances, sample.size());
        }
        return words;
    }

    private static void least(int[] closest, int[] distances, int count) {
        for (int i = 0; i < count; i++) {
            int less = distances[i] - closest[i];
            closest[i] += less & less >> 31;
        }
    }

    /** A code, with probability proportional to its squared distance; any where all distances are 0. */
    private static int drawFar(int[] closest, SplittableRandom random) {
        long sum = 0;
        for (int distance : closest) {
            sum += (long) distance * distance;
        }
        if (sum == 0) {
            return random.nextInt(closest.length);
        }
        long left = random.nextLong(sum);
        int at = 0;
        while ((left -= (long) closest[at] * closest[at]) >= 0) {
            at++;
        }
        return at;
    }

    private static long[] majorities(HeapCodes sample, int[] nearest, long[] former) {
        int words = sample.wordsPerCode();
        int bits = sample.bits();
        int size = former.length / words;
        int[] members = new int[size];
        int[] ones = new int[size * bits];
        for (int i = 0; i < nearest.length; i++) {
            int centre = nearest[i] & 0xffff;
            members[centre]++;
            for (int bit = 0; bit < bits; bit++) {
                ones[centre * bits + bit] += (int) (sample.word(i, bit >>> 6) >>> (bit & 63) & 1);
            }
        }
        long[] majorities = new long[former.length];
        for (int centre = 0; centre < size; centre++) {
            if (members[centre] == 0) {
                System.arraycopy(former, centre * words, majorities, centre * words, words);
                continue;
            }
            for (int bit = 0; bit < bits; bit++) {
                if (2 * ones[centre * bits + bit] > members[centre]) {
                    majorities[centre * words + (bit >>> 6)] |= 1L << (bit & 63);
                }
            }
        }
        return majorities;
    }

    /** For each code 65536 times its distance to the nearest centre, plus that centre; the first of equally near ones. */
    int[] nearest(CodeStore store, Progress progress) {
        int[] nearest = new int[store.size()];
        int blocks = (store.size() + BLOCK - 1) / BLOCK;
        IntStream.range(0, blocks).parallel().forEach(number -> {
            progress.checkCancelled();
            int from = number * BLOCK;
            PlaneBlock block = new PlaneBlock(wordsPerCode, BLOCK);
            block.load(store, from, Math.min(BLOCK, store.size() - from));
            int[] distances = new int[BLOCK];
            int[] least = new int[BLOCK];
            Arrays.fill(least, Integer.MAX_VALUE);
            for (int centre = 0; centre < size(); centre++) {
                block.distancesTo(words, centre * wordsPerCode, distances);
                PlaneBlock.keepLeast(distances, centre, least, block.size());
            }
            System.arraycopy(least, 0, nearest, from, block.size());
        });
        return nearest;
    }
}
