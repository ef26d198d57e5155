package dev.sequential.display;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The boxes of a graph in ranks, each box below all that it takes, and in each rank in an order that lets few edges cross.
 * Where an edge passes a rank, it has a place there as a box would have, a bend (Sugiyama, Tagawa and Toda, 1981).
 */
final class Ranks {
    private static final int SWEEPS = 8;

    private final int boxes;
    private final List<Integer> rankOf = new ArrayList<>();
    private final List<List<Integer>> above = new ArrayList<>();
    private final List<List<Integer>> below = new ArrayList<>();
    private List<List<Integer>> ranks = new ArrayList<>();

    /** For each box those that it takes, all of which come before it. */
    Ranks(List<List<Integer>> from) {
        boxes = from.size();
        for (int box = 0; box < boxes; box++) {
            int rank = from.get(box).stream()
                    .mapToInt(f -> rankOf.get(f) + 1)
                    .max()
                    .orElse(0);
            add(rank);
        }
        lowerInputs(from);
        for (int box = 0; box < boxes; box++) {
            for (int taken : from.get(box)) connect(taken, box);
        }
        for (int place = 0; place < rankOf.size(); place++) {
            while (ranks.size() <= rankOf.get(place)) ranks.add(new ArrayList<>());
            ranks.get(rankOf.get(place)).add(place);
        }
        untangle();
    }

    /** Places from left to right, rank by rank from above; the boxes have the first numbers, bends those after. */
    List<List<Integer>> ranks() {
        return ranks;
    }

    /** The rank of a place. */
    int rank(int place) {
        return rankOf.get(place);
    }

    /** What a place is joined to in the rank above it. */
    List<Integer> above(int place) {
        return above.get(place);
    }

    /** What a place is joined to in the rank below it. */
    List<Integer> below(int place) {
        return below.get(place);
    }

    boolean isBend(int place) {
        return place >= boxes;
    }

    private int add(int rank) {
        rankOf.add(rank);
        above.add(new ArrayList<>());
        below.add(new ArrayList<>());
        return rankOf.size() - 1;
    }

    /** What takes nothing stands just above what takes it. */
    private void lowerInputs(List<List<Integer>> from) {
        int[] nearest = new int[boxes];
        Arrays.fill(nearest, Integer.MAX_VALUE);
        for (int box = 0; box < boxes; box++) {
            for (int taken : from.get(box)) nearest[taken] = Math.min(nearest[taken], rankOf.get(box));
        }
        for (int box = 0; box < boxes; box++) {
            if (from.get(box).isEmpty() && nearest[box] < Integer.MAX_VALUE) rankOf.set(box, nearest[box] - 1);
        }
    }

    private void connect(int upper, int lower) {
        int end = upper;
        for (int rank = rankOf.get(upper) + 1; rank < rankOf.get(lower); rank++) {
            int bend = add(rank);
            join(end, bend);
            end = bend;
        }
        join(end, lower);
    }

    private void join(int upper, int lower) {
        below.get(upper).add(lower);
        above.get(lower).add(upper);
    }

    /** Sorts each rank by the middle of its neighbours, downwards and upwards in turn, and keeps the best of all. */
    private void untangle() {
        List<List<Integer>> best = copy();
        int fewest = crossings();
        for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
            boolean down = sweep % 2 == 0;
            for (int i = 1; i < ranks.size(); i++) sort(down ? i : ranks.size() - 1 - i, down ? above : below);
            int now = crossings();
            if (now < fewest) {
                fewest = now;
                best = copy();
            }
        }
        ranks = best;
    }

    private List<List<Integer>> copy() {
        List<List<Integer>> copy = new ArrayList<>();
        ranks.forEach(rank -> copy.add(new ArrayList<>(rank)));
        return copy;
    }

    private void sort(int rank, List<List<Integer>> neighbours) {
        double[] middle = new double[rankOf.size()];
        List<Integer> places = ranks.get(rank);
        for (int i = 0; i < places.size(); i++) {
            middle[places.get(i)] = neighbours.get(places.get(i)).stream()
                    .mapToInt(n -> ranks.get(rankOf.get(n)).indexOf(n))
                    .average()
                    .orElse(i);
        }
        places.sort(Comparator.comparingDouble(place -> middle[place]));
    }

    private int crossings() {
        int crossings = 0;
        for (int rank = 1; rank < ranks.size(); rank++) {
            List<Integer> ends = new ArrayList<>();
            for (int place : ranks.get(rank - 1)) {
                List<Integer> lower = ranks.get(rank);
                below.get(place).stream().map(lower::indexOf).sorted().forEach(ends::add);
            }
            for (int i = 0; i < ends.size(); i++) {
                for (int k = i + 1; k < ends.size(); k++) if (ends.get(i) > ends.get(k)) crossings++;
            }
        }
        return crossings;
    }
}
