package dev.sequential;

import dev.sequential.engine.Names;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** What lives as long as the notebook: the counters of automatic names, the source of seeds, the policy of new layers. */
final class Session {
    private static final Map<String, Integer> NAMES = new HashMap<>();
    private static SplittableRandom seeds = new SplittableRandom();
    private static Policy policy = Policy.float32();

    private Session() {}

    /** Restarts seeds and automatic names, so that running a notebook again gives the same numbers and names. */
    static synchronized void seed(long seed) {
        seeds = new SplittableRandom(seed);
        NAMES.clear();
    }

    static synchronized Policy policy() {
        return policy;
    }

    static synchronized void setPolicy(Policy other) {
        policy = other;
    }

    static synchronized long nextSeed() {
        return seeds.nextLong();
    }

    /** Keras's automatic name: {@code Conv2D} is {@code conv2d}, then {@code conv2d_1} and so on. */
    static synchronized String name(String typeName) {
        String base = Names.snake(typeName);
        int count = NAMES.merge(base, 1, Integer::sum);
        return count == 1 ? base : base + "_" + (count - 1);
    }
}
