package dev.sequential.layers;

import dev.sequential.engine.Check;
import java.util.Collections;
import java.util.List;

/** Options that are one number for each spatial axis, or one for all. */
final class Sizes {
    private Sizes() {}

    /** One number for each axis, made of as many or of one. */
    static List<Integer> each(String what, int axes, int least, List<Integer> given) {
        Check.notNull(given, what);
        Check.that(
                (given.size() == axes || given.size() == 1) && given.stream().allMatch(n -> n != null && n >= least),
                "%s must be %s of %d or more, but received %s",
                what,
                axes == 1 ? "one number" : "one number for all axes or " + axes + " numbers",
                least,
                given);
        return given.size() == axes ? List.copyOf(given) : Collections.nCopies(axes, given.get(0));
    }

    /** A number for the start and one for the end of each axis, made of pairs or of single numbers. */
    static List<List<Integer>> pairs(String what, int axes, List<List<Integer>> given) {
        Check.notNull(given, what);
        Check.that(
                (given.size() == axes || given.size() == 1) && given.stream().allMatch(Sizes::isPair),
                "%s must be one or two numbers of 0 or more for each of %d axes, but received %s",
                what,
                axes,
                given);
        List<List<Integer>> pairs = given.stream()
                .map(p -> p.size() == 2 ? List.copyOf(p) : Collections.nCopies(2, p.get(0)))
                .toList();
        return pairs.size() == axes ? pairs : Collections.nCopies(axes, pairs.get(0));
    }

    private static boolean isPair(List<Integer> pair) {
        return pair != null
                && (pair.size() == 1 || pair.size() == 2)
                && pair.stream().allMatch(n -> n != null && n >= 0);
    }
}
