package dev.sequential.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.History;
import dev.sequential.Scores;
import dev.sequential.Sequential;
import dev.sequential.engine.Shape;
import dev.sequential.layers.Dense;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Map;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.internal.chartpart.IChart;

class Renderers_RegisterTest {
    private final Renderer renderer = new Renderer();

    @BeforeEach
    void register() {
        Renderers.register(new JJavaLooks(renderer));
    }

    @Test
    void aHistoryIsAPictureWithoutHtmlBesideIt() {
        History history = new History(Map.of());
        history.add(0, Map.of("loss", 0.5));
        DisplayData data = renderer.render(history);
        assertThat(data.hasDataForType(MIMEType.IMAGE_PNG)).isTrue();
        assertThat(data.hasDataForType(MIMEType.TEXT_HTML)).isFalse();
        assertThat((String) data.getData(MIMEType.TEXT_PLAIN)).contains("last, best loss");
    }

    @Test
    void scoresAreATableAndText() {
        DisplayData data = renderer.render(new Scores(Map.of("loss", 0.5)));
        assertThat(data.getData(MIMEType.TEXT_PLAIN)).isEqualTo("loss: 0.5000");
        assertThat((String) data.getData(MIMEType.TEXT_HTML)).contains("<td>0.5000</td>");
    }

    @Test
    void aModelIsItsSummaryOnceItHasOne() {
        Sequential chain = Sequential.of("chain", Dense.of(2).named("only"));
        assertThat((String) renderer.render(chain).getData(MIMEType.TEXT_PLAIN)).startsWith("Layer (type)");
        chain.build(List.of(Shape.of(3)));
        DisplayData data = renderer.render(chain);
        assertThat(data.getData(MIMEType.TEXT_PLAIN)).isEqualTo(chain.summary().toString());
        assertThat((String) data.getData(MIMEType.TEXT_HTML)).startsWith("<p>Model: <b>chain</b></p>");
    }

    @Test
    void aLayerIsItsOptionsAndWeights() {
        DisplayData data = renderer.render(Dense.of(2).named("only"));
        assertThat((String) data.getData(MIMEType.TEXT_PLAIN)).startsWith("only (Dense), 0 parameters\n\noption");
        assertThat((String) data.getData(MIMEType.TEXT_HTML)).startsWith("<p><b>only</b> (Dense), 0 parameters</p>");
    }

    /** Where there are no fonts, for instance. */
    @Test
    void whatCannotBeDrawnStaysText() {
        DisplayData data = renderer.render(new Undrawable());
        assertThat(data.hasDataForType(MIMEType.IMAGE_PNG)).isFalse();
        assertThat(data.getData(MIMEType.TEXT_PLAIN))
                .isEqualTo("Chart of nothing\n(This machine cannot draw: java.lang.InternalError: no fonts)");
    }

    private static final class Undrawable implements IChart {
        @Override
        public void paint(Graphics2D g, int width, int height) {
            throw new InternalError("no fonts");
        }

        @Override
        public int getWidth() {
            return 10;
        }

        @Override
        public int getHeight() {
            return 10;
        }

        @Override
        public String getTitle() {
            return "of nothing";
        }
    }
}
