package dev.sequential.display;

import dev.sequential.Layer;
import dev.sequential.Weight;
import dev.sequential.engine.Check;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How an array's elements are distributed: weights before and after training, activations, errors.
 *
 * <pre>{@code
 * Histogram.of(model.predict(x)).save(Path.of("predictions.png"));
 * Histogram.of(model.getLayer("dense"));   // one for each of its weights
 * }</pre>
 */
public final class Histogram {
    private static final int BARS = 40;
    private static final int X_TICKS = 5;
    private static final int Y_TICKS = 5;

    private Histogram() {}

    /** The distribution of all elements; the picture's text says how many there are, their range, mean and deviation. */
    public static Picture of(INDArray array) {
        Check.notNull(array, "array");
        Spread spread = Spread.of(array);
        return new Figure(List.of(plot(ArrayText.describe(array), spread)), new Legend(List.of()))
                .draw(ArrayText.describe(array) + ": " + spread);
    }

    /** The distribution of each of a layer's weights. */
    public static Picture of(Layer layer) {
        Check.that(
                !layer.weights().isEmpty(), "Layer \"%s\" has no weights, so there is nothing to draw", layer.name());
        List<Figure.Plot> plots = new ArrayList<>();
        List<String> lines = new ArrayList<>(List.of("Weights of " + layer.name() + ":"));
        List<INDArray> values = layer.getWeights();
        for (int i = 0; i < values.size(); i++) {
            Weight weight = layer.weights().get(i);
            String name = weight.name() + " " + weight.variable().type().shape();
            Spread spread = Spread.of(values.get(i));
            plots.add(plot(name, spread));
            lines.add(name + ": " + spread);
        }
        return new Figure(plots, new Legend(List.of())).draw(String.join("\n", lines));
    }

    private static Figure.Plot plot(String title, Spread spread) {
        Axis x = Axis.of(spread.least(), spread.greatest(), X_TICKS);
        boolean flat = spread.least() == spread.greatest();
        double low = flat ? x.low() : spread.least();
        double high = flat ? x.high() : spread.greatest();
        int[] counts = spread.counts(low, high, BARS);
        int most = Arrays.stream(counts).max().orElse(0);
        Axis y = new Axis(0, Math.max(1, most * 1.05), false, Ticks.whole(0, most, Y_TICKS));
        double wide = (high - low) / BARS;
        return new Figure.Plot(new Frame(title, "", "", x, y), area -> {
            area.g().setColor(Ink.BLUE);
            for (int i = 0; i < BARS; i++) {
                double left = area.x(low + i * wide);
                double right = area.x(low + (i + 1) * wide);
                double top = area.y(counts[i]);
                area.g().fill(new Rectangle2D.Double(left + 0.5, top, right - left - 1, area.y(0) - top));
            }
        });
    }
}
