package dev.sequential.display;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.History;
import dev.sequential.Input;
import dev.sequential.Model;
import dev.sequential.Scores;
import dev.sequential.Sequential;
import dev.sequential.layers.Dense;
import java.io.StringReader;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.factory.Nd4j;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Whatever users name their things, HTML stays well-formed and within what notebooks nobody trusts keep. */
class Html_SafeTest {
    private static final String EVIL = "<script>alert('\"&')<script>";
    private static final Set<String> KEPT =
            Set.of("b", "br", "details", "div", "p", "pre", "summary", "table", "tbody", "td", "th", "thead", "tr");

    static Stream<String> all() {
        Model inner = Sequential.of(EVIL, Input.of(2), Dense.of(2).named(EVIL));
        Model model = Sequential.of(EVIL, Input.of(2), inner);
        History history = new History(Map.of());
        history.add(0, Map.of("loss", 1.0, EVIL, 2.0));
        history.warn(EVIL);
        return Stream.of(
                SummaryTable.html(model.summary()),
                SummaryTable.html(model.summary(s -> s.expandNested(true))),
                LayerTable.html(inner.getLayer(0)),
                HistoryTable.of(history).html(),
                HistoryTable.epochs(history).html(),
                ComparisonTable.of(Map.of(EVIL, history)).html(),
                ScoresTable.of(new Scores(Map.of(EVIL, 1.0))).html(),
                ClassificationReport.of(Nd4j.createFromArray(0), Nd4j.createFromArray(0), EVIL)
                        .html(),
                DataTable.of(Table.create(EVIL, StringColumn.create(EVIL, EVIL, "\n\t")))
                        .html(),
                DataTable.of(Table.create("empty")).html(),
                ArrayText.html(Nd4j.create(EVIL)),
                ArrayText.html(Nd4j.rand(3, 4)),
                ArrayText.html(Nd4j.rand(2, 3, 4)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void isWellFormedAndPlain(String html) throws Exception {
        String xml = "<div>" + html.replace("<br>", "<br/>") + "</div>";
        NodeList elements = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getElementsByTagName("*");
        Set<String> tags = new TreeSet<>();
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            tags.add(element.getTagName());
            assertThat(element.getAttribute("style")).isIn("", "text-align:left");
            assertThat(element.getAttributes().getLength()).isLessThanOrEqualTo(1);
        }
        assertThat(KEPT).containsAll(tags);
    }
}
