package dev.sequential.display;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where the places of {@link Ranks} stand from left to right: in their order, apart, and as near below each other as that allows. */
final class Columns {
    private static final int SWEEPS = 16;
    /** A bend gives way to boxes. */
    private static final double BEND = 0.001;

    private final Ranks ranks;
    private final double[] widths;
    private final double gap;
    private final double[] middles;

    private Columns(Ranks ranks, double[] widths, double gap) {
        this.ranks = ranks;
        this.widths = widths;
        this.gap = gap;
        this.middles = new double[widths.length];
    }

    /** The middle of each place, so that the leftmost edge is at 0. */
    static double[] of(Ranks ranks, double[] widths, double gap) {
        Columns columns = new Columns(ranks, widths, gap);
        ranks.ranks().forEach(columns::pack);
        int count = ranks.ranks().size();
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean down = sweep % 2 == 0;
            boolean last = sweep >= SWEEPS - 2;
            for (int i = 0; i < count; i++) columns.align(ranks.ranks().get(down ? i : count - 1 - i), down, last);
        }
        double left = IntStream.range(0, widths.length)
                .mapToDouble(i -> columns.middles[i] - widths[i] / 2)
                .min()
                .orElse(0);
        for (int i = 0; i < widths.length; i++) columns.middles[i] -= left;
        return columns.middles;
    }

    /** One beside the other, around 0. */
    private void pack(List<Integer> rank) {
        double x = 0;
        for (int place : rank) {
            middles[place] = x + widths[place] / 2;
            x += widths[place] + gap;
        }
        for (int place : rank) middles[place] -= (x - gap) / 2;
    }

    /** Moves a rank's places to the middle of their neighbours on one side, or both, as far as their distances allow. */
    private void align(List<Integer> rank, boolean down, boolean both) {
        List<Double> wishes = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        double offset = 0;
        for (int i = 0; i < rank.size(); i++) {
            int place = rank.get(i);
            if (i > 0) offset += (widths[rank.get(i - 1)] + widths[place]) / 2 + gap;
            Stream<Integer> up = both || down ? ranks.above(place).stream() : Stream.of();
            Stream<Integer> under = both || !down ? ranks.below(place).stream() : Stream.of();
            wishes.add(middle(place, Stream.concat(up, under).toList()) - offset);
            weights.add(ranks.isBend(place) ? BEND : 1);
        }
        List<Double> found = rising(wishes, weights);
        offset = 0;
        for (int i = 0; i < rank.size(); i++) {
            if (i > 0) offset += (widths[rank.get(i - 1)] + widths[rank.get(i)]) / 2 + gap;
            middles[rank.get(i)] = found.get(i) + offset;
        }
    }

    /** Boxes follow boxes and bends follow bends, where they can: so a chain is straight, and what passes it too. */
    private double middle(int place, List<Integer> neighbours) {
        boolean bend = ranks.isBend(place);
        List<Integer> alike =
                neighbours.stream().filter(n -> ranks.isBend(n) == bend).toList();
        return (alike.isEmpty() ? neighbours : alike)
                .stream().mapToDouble(n -> middles[n]).average().orElse(middles[place]);
    }

    /** The numbers nearest to the given ones that never fall, by pooling neighbours that do. */
    private static List<Double> rising(List<Double> wishes, List<Double> weights) {
        record Pool(double value, double weight, int size) {
            Pool with(Pool next) {
                double sum = weight + next.weight;
                return new Pool((value * weight + next.value * next.weight) / sum, sum, size + next.size);
            }
        }
        List<Pool> pools = new ArrayList<>();
        for (int i = 0; i < wishes.size(); i++) {
            Pool pool = new Pool(wishes.get(i), weights.get(i), 1);
            while (!pools.isEmpty() && pools.get(pools.size() - 1).value > pool.value) {
                pool = pools.remove(pools.size() - 1).with(pool);
            }
            pools.add(pool);
        }
        List<Double> values = new ArrayList<>();
        for (Pool pool : pools) for (int i = 0; i < pool.size; i++) values.add(pool.value);
        return values;
    }
}
