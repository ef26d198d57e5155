package dev.sequential.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class Chart_SvgTest {
    private final String svg = Chart.of(ResultsFixtures.results());

    private NodeList elements(String name) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getElementsByTagName(name);
    }

    @Test
    void namesContendersCasesAndRatios() throws Exception {
        NodeList texts = elements("text");
        assertThat(IntStream.range(0, texts.getLength())
                        .mapToObj(i -> texts.item(i).getTextContent()))
                .containsExactly(
                        "sequential",
                        "keras-jax",
                        "Training, ms per step",
                        "best other / ours",
                        "mlp_b32",
                        "2.00x / 2.22x",
                        "1",
                        "10");
    }

    @Test
    void putsADotWhereTheTimeIs() throws Exception {
        NodeList dots = elements("circle");
        assertThat(IntStream.range(2, dots.getLength()) // after those of the legend
                        .mapToObj(i -> ((Element) dots.item(i)).getAttribute("cx")))
                .containsExactly("130.0", "292.6"); // 1 ms, where the scale begins, and 2 ms, 30 % of the way to 10
    }

    @Test
    void isSmall() {
        assertThat(svg.length()).isLessThan(10_000);
    }
}
