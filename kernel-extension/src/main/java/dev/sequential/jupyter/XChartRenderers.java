package dev.sequential.jupyter;

import dev.sequential.display.Picture;
import org.knowm.xchart.internal.chartpart.IChart;

/** Charts of XChart. */
final class XChartRenderers {
    private XChartRenderers() {}

    static void register(Looks looks) {
        looks.picture(IChart.class, c -> "Chart " + c.getTitle(), Picture::of);
    }
}
