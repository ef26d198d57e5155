package dev.sequential.display;

import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a regression predicts against what is true: a dot a sample, which lies on the dashed line where the prediction is
 * right, above it where it is too large.
 *
 * <pre>{@code
 * ScatterPlot.of(test.y(), model.predict(test.x())).save(Path.of("fit.png"));
 * }</pre>
 */
public final class ScatterPlot {
    private static final int WIDTH = 420;
    private static final int HEIGHT = 408;
    private static final int TICKS = 6;

    private ScatterPlot() {}

    /**
     * The picture; its text says how many samples there are, the share of the variance that is explained ({@code R²}) and
     * the mean absolute and root mean squared error.
     *
     * @param labels true values, {@code (n,)} or {@code (n, 1)}
     * @param predictions what {@code predict} gave, in the same shapes
     * @throws IllegalArgumentException where labels and predictions differ in number or have several values a sample
     */
    public static Picture of(INDArray labels, INDArray predictions) {
        double[] truth = values(labels, "labels");
        double[] predicted = values(predictions, "predictions");
        Check.that(
                truth.length == predicted.length,
                "labels and predictions must be of equal number, but received %d and %d",
                truth.length,
                predicted.length);
        double[] finite = DoubleStream.concat(Arrays.stream(truth), Arrays.stream(predicted))
                .filter(v -> Math.abs(v) < 1e300)
                .toArray();
        Check.that(finite.length > 0, "labels and predictions hold no finite number");
        Axis axis = Axis.of(
                Arrays.stream(finite).min().orElse(0),
                Arrays.stream(finite).max().orElse(1),
                TICKS);
        RegressionScores scores = RegressionScores.of(truth, predicted);
        Frame frame = new Frame(scores.toString(), "true", "predicted", axis, axis);
        String text = "Predicted against true values of " + Numbers.grouped(truth.length) + " samples: " + scores;
        return Picture.draw(
                WIDTH, HEIGHT, text, g -> frame.paint(g, WIDTH, HEIGHT, area -> paint(area, truth, predicted)));
    }

    private static double[] values(INDArray array, String argument) {
        Check.notNull(array, argument);
        Shape shape = Shape.of(array.shape());
        Check.that(
                shape.rank() == 1 || shape.rank() == 2 && shape.dim(1) == 1,
                "%s must have shape (n,) or (n, 1), but received %s. Take one column of them.",
                argument,
                shape);
        return array.reshape(array.length()).toDoubleVector();
    }

    private static void paint(Frame.Area area, double[] truth, double[] predicted) {
        Graphics2D g = area.g();
        g.setColor(Ink.FAINT);
        g.setStroke(Ink.dashes(1.2, 5, 4));
        double low = area.xAxis().low();
        double high = area.xAxis().high();
        g.draw(new Line2D.Double(area.x(low), area.y(low), area.x(high), area.y(high)));
        double size = truth.length > 1000 ? 3 : 5;
        int opacity = truth.length > 1000 ? 80 : 140;
        g.setColor(new Color(Ink.BLUE.getRed(), Ink.BLUE.getGreen(), Ink.BLUE.getBlue(), opacity));
        for (int i = 0; i < truth.length; i++) {
            if (!Double.isFinite(truth[i]) || !Double.isFinite(predicted[i])) continue;
            g.fill(new Ellipse2D.Double(area.x(truth[i]) - size / 2, area.y(predicted[i]) - size / 2, size, size));
        }
    }
}
