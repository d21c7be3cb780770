package org.hashscape.retrieval.hamming;

/** Ways to compare one query with a run of codes. Which is quickest depends on the processor: {@link LinearScan}. */
enum ScanKernel {
    /** One loop of {@code Long.bitCount}; right where the processor reads ahead by itself. */
    LOOP {
        @Override
        void scan(long[] words, int at, int position, int count, long[] query, TopK top, int limit) {
            loop(words, at, position, count, query, top, limit);
        }
    },
    /**
     * Touches each cache line of the next 8 KiB before it works on those it has. Virtual machines were seen whose
     * processor does not read ahead: there a loop waits for each line in turn, while touches go out together.
     */
    AHEAD {
        @Override
        void scan(long[] words, int at, int position, int count, long[] query, TopK top, int limit) {
            int rows = Math.max(1, AHEAD_WORDS / query.length);
            int wanted = limit;
            long touched = 0;
            for (int done = 0; done < count; done += rows) {
                int from = at + Math.min(count, done + rows) * query.length;
                int to = at + (int) Math.min(count, done + 2L * rows) * query.length;
                for (int i = from; i < to; i += WORDS_PER_LINE) {
                    touched |= words[i];
                }
                int now = Math.min(rows, count - done);
                wanted = loop(words, at + done * query.length, position + done, now, query, top, wanted);
            }
            if (touched == NEVER && count < 0) {
                throw new IllegalStateException(); // keeps the touches from being optimised away
            }
        }
    };

    private static final int AHEAD_WORDS = 1024;
    private static final int WORDS_PER_LINE = 8;
    private static final long NEVER = 0x5bd1e9955bd1e995L;

    /**
     * Offers every code of a run that is close enough.
     *
     * @param words the run, from index {@code at}
     * @param position of the first code
     * @param limit distances below it are offered, until an offer says otherwise
     */
    abstract void scan(long[] words, int at, int position, int count, long[] query, TopK top, int limit);

    private static int loop(long[] words, int at, int position, int count, long[] query, TopK top, int limit) {
        return switch (query.length) {
            case 1 -> one(words, at, position, count, query[0], top, limit);
            case 2 -> two(words, at, position, count, query[0], query[1], top, limit);
            case 4 -> four(words, at, position, count, query, top, limit);
            default -> many(words, at, position, count, query, top, limit);
        };
    }

    /**
     * Four codes a step. Left to the compiler, the unrolling depends on how long the runs were that it saw first: after
     * a ball search's short ones, a scan took three times as long.
     */
    private static int one(long[] words, int at, int position, int count, long query, TopK top, int limit) {
        int wanted = limit;
        int end = at + count;
        int i = at;
        for (; i < end - 3; i += 4) {
            int first = Long.bitCount(words[i] ^ query);
            int second = Long.bitCount(words[i + 1] ^ query);
            int third = Long.bitCount(words[i + 2] ^ query);
            int fourth = Long.bitCount(words[i + 3] ^ query);
            if (Math.min(Math.min(first, second), Math.min(third, fourth)) < wanted) {
                int here = position + i - at;
                wanted = offer(here, first, top, wanted);
                wanted = offer(here + 1, second, top, wanted);
                wanted = offer(here + 2, third, top, wanted);
                wanted = offer(here + 3, fourth, top, wanted);
            }
        }
        for (; i < end; i++) {
            wanted = offer(position + i - at, Long.bitCount(words[i] ^ query), top, wanted);
        }
        return wanted;
    }

    private static int offer(int position, int distance, TopK top, int wanted) {
        return distance < wanted ? top.offer(position, distance) : wanted;
    }

    /** Two codes a step, for the same reason. */
    private static int two(long[] words, int at, int position, int count, long low, long high, TopK top, int limit) {
        int wanted = limit;
        int end = at + 2 * count;
        int i = at;
        for (; i < end - 3; i += 4) {
            int first = Long.bitCount(words[i] ^ low) + Long.bitCount(words[i + 1] ^ high);
            int second = Long.bitCount(words[i + 2] ^ low) + Long.bitCount(words[i + 3] ^ high);
            if (Math.min(first, second) < wanted) {
                int here = position + ((i - at) >> 1);
                wanted = offer(here, first, top, wanted);
                wanted = offer(here + 1, second, top, wanted);
            }
        }
        if (i < end) {
            int last = Long.bitCount(words[i] ^ low) + Long.bitCount(words[i + 1] ^ high);
            wanted = offer(position + count - 1, last, top, wanted);
        }
        return wanted;
    }

    private static int four(long[] words, int at, int position, int count, long[] query, TopK top, int limit) {
        long first = query[0];
        long second = query[1];
        long third = query[2];
        long fourth = query[3];
        int wanted = limit;
        int end = at + 4 * count;
        for (int i = at; i < end - 3; i += 4) {
            int distance = Long.bitCount(words[i] ^ first)
                    + Long.bitCount(words[i + 1] ^ second)
                    + Long.bitCount(words[i + 2] ^ third)
                    + Long.bitCount(words[i + 3] ^ fourth);
            if (distance < wanted) {
                wanted = top.offer(position + ((i - at) >> 2), distance);
            }
        }
        return wanted;
    }

    private static int many(long[] words, int at, int position, int count, long[] query, TopK top, int limit) {
        int wanted = limit;
        for (int i = 0, from = at; i < count; i++, from += query.length) {
            int distance = 0;
            for (int word = 0; word < query.length; word++) {
                distance += Long.bitCount(words[from + word] ^ query[word]);
            }
            if (distance < wanted) {
                wanted = top.offer(position + i, distance);
            }
        }
        return wanted;
    }
}
