package dev.sequential.display;

import dev.sequential.History;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** One number of a training over its epochs. */
final class HistoryPanel {
    static final int WIDTH = 400;
    static final int HEIGHT = 280;
    static final String VALIDATION = "val_";

    /** Told apart by everyone, on grey paper too: dark blue and light orange. */
    private static final Color BLUE = new Color(0x0060A8);

    private static final Color ORANGE = new Color(0xE68A00);
    private static final Color INK = new Color(0x333333);
    private static final Color GRID = new Color(0xE3E3E3);
    /** Up to so many epochs each is marked by a dot. */
    private static final int MARKED = 30;

    private HistoryPanel() {}

    static XYChart of(History history, String name) {
        XYChart chart = new XYChart(WIDTH, HEIGHT);
        chart.setTitle(name);
        chart.setXAxisTitle("epoch");
        style(chart.getStyler());
        List<XYSeries> lines = new ArrayList<>();
        line(chart, history, name, "train", BLUE).ifPresent(lines::add);
        line(chart, history, VALIDATION + name, "validation", ORANGE).ifPresent(lines::add);
        if (lines.isEmpty()) {
            chart.setTitle(name + ": no finite number");
            chart.getStyler().setAxisTicksVisible(false);
        } else {
            axis(chart, history.epoch(), lines.get(0).getYMin());
        }
        return chart;
    }

    private static Optional<XYSeries> line(XYChart chart, History history, String name, String label, Color color) {
        List<Double> values = history.history().get(name);
        if (values == null) return Optional.empty();
        double[] x = history.epochs(name).stream().mapToDouble(e -> e + 1).toArray();
        double[] y = values.stream()
                .mapToDouble(v -> Double.isInfinite(v) ? Double.NaN : v)
                .toArray();
        if (Arrays.stream(y).allMatch(Double::isNaN)) return Optional.empty(); // no axis fits it
        XYSeries series = chart.addSeries(label, x, y);
        series.setLineColor(color);
        series.setMarkerColor(color);
        series.setMarker(x.length <= MARKED ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
        series.setLineStyle(new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        return Optional.of(series);
    }

    private static void style(XYStyler styler) {
        Font small = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setPlotGridLinesColor(GRID);
        styler.setPlotGridLinesStroke(new BasicStroke(1));
        styler.setPlotGridVerticalLinesVisible(false);
        styler.setChartFontColor(INK);
        styler.setAxisTickLabelsColor(INK);
        styler.setAxisTickLabelsFont(small);
        styler.setAxisTitleFont(small);
        styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 12));
        styler.setChartTitleBoxVisible(false);
        styler.setChartTitlePadding(4);
        styler.setLegendPosition(LegendPosition.OutsideS);
        styler.setLegendLayout(LegendLayout.Horizontal);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setLegendFont(small);
        styler.setLegendPadding(8);
        styler.setChartPadding(6);
        styler.setMarkerSize(5);
        styler.setLocale(Locale.ROOT);
        styler.setYAxisLeftWidthHint(44);
        styler.setyAxisTickLabelsFormattingFunction(HistoryPanel::numberTick);
    }

    /** Ticks are whole epochs: each one of a few, else round numbers; none outside the training. */
    private static void axis(XYChart chart, List<Integer> epochs, double inside) {
        int first = epochs.get(0) + 1;
        int last = epochs.get(epochs.size() - 1) + 1;
        XYStyler styler = chart.getStyler();
        styler.setXAxisMin(first == last ? first - 1.0 : first);
        styler.setXAxisMax(first == last ? last + 1.0 : last);
        styler.setxAxisTickLabelsFormattingFunction(x -> epochTick(x, first, last));
        if (last - first < MARKED) return;
        // XChart sets ticks at every n-th value of evenly spaced data (1, 12, 23, …), and at round numbers otherwise.
        styler.setXAxisTickMarkSpacingHint(40);
        XYSeries uneven = chart.addSeries("uneven", new double[] {first + 0.5}, new double[] {inside});
        uneven.setShowInLegend(false);
        uneven.setMarker(SeriesMarkers.NONE);
    }

    /** Blanks outside: of two lengths, because XChart draws no tick at all where both ends of an axis look the same. */
    private static String epochTick(double x, int first, int last) {
        if (x < first) return " ";
        return x > last || x != Math.rint(x) ? "  " : Integer.toString((int) x);
    }

    /** Up to four digits, without idle zeros: {@code 0.25}, {@code 1e-05}. */
    private static String numberTick(double y) {
        double size = Math.abs(y);
        if (size != 0 && (size < 1e-4 || size >= 1e6)) {
            return String.format(Locale.ROOT, "%.3e", y).replaceAll("\\.?0*e", "e");
        }
        return new BigDecimal(y).round(new MathContext(4)).stripTrailingZeros().toPlainString();
    }
}
