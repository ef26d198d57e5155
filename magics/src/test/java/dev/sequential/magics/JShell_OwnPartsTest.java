package dev.sequential.magics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A user's own layer, loss, metric and optimizer, written in a cell as a record or a lambda, train like Keras's. */
class JShell_OwnPartsTest {
    private static final String DATA = """
            Sequential.seed(3);
            INDArray x = Nd4j.rand(DataType.FLOAT, 64, 3);
            INDArray y = x.mulRowVector(Nd4j.createFromArray(1f, -2f, 3f)).sum(true, 1);
            """;

    private JShell shell;

    @BeforeEach
    void open() {
        shell = JShell.builder()
                .executionEngine("local")
                .compilerOptions("--class-path", System.getProperty("java.class.path"))
                .build();
        run("import java.util.*;\n" + Imports.source() + DATA);
    }

    @AfterEach
    void close() {
        shell.close();
    }

    /** Runs a cell; the value of its last snippet as JShell prints it. */
    private String run(String cell) {
        String rest = cell;
        String value = "";
        while (!rest.isBlank()) {
            SourceCodeAnalysis.CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            String source = next.source() == null ? rest : next.source();
            for (SnippetEvent event : shell.eval(source)) {
                assertThat(event.exception()).as(source).isNull();
                assertThat(event.status())
                        .as(source + "\n" + problems(event.snippet()))
                        .isNotEqualTo(Snippet.Status.REJECTED);
                if (event.causeSnippet() == null && event.value() != null) value = event.value();
            }
            rest = next.remaining();
        }
        return value;
    }

    private String problems(Snippet snippet) {
        return shell.diagnostics(snippet)
                .map((Diag d) -> d.getMessage(Locale.ENGLISH))
                .collect(Collectors.joining("\n"));
    }

    private double number(String expression) {
        return Double.parseDouble(run(expression));
    }

    @Test
    void trainsALayerWrittenAsARecord() {
        run("""
                record Scale(double start) implements LayerSpec {
                    public Tensor call(Call call, Tensor x) {
                        return x.times(call.weight("factor", Shape.of(x.dim(-1)), Constant.of(start)));
                    }
                }
                var model = Sequential.of(Input.of(3), new Scale(0.5), Dense.of(1));
                model.compile(SGD.of(0.1), "mse");
                """);
        double before = number("model.evaluate(x, y, e -> e.verbose(0)).loss()");
        run("model.fit(x, y, f -> f.epochs(30).verbose(0));");
        assertThat(number("model.evaluate(x, y, e -> e.verbose(0)).loss()")).isLessThan(before / 10);
        assertThat(run("model.getLayer(0).getWeights().get(0).length()")).isEqualTo("3");
        assertThat(run("model.getLayer(0).getWeights().get(0).getDouble(0) != 0.5"))
                .isEqualTo("true");
        assertThat(run("model.getLayer(0).name()")).isEqualTo("\"scale\"");
    }

    @Test
    void trainsALayerWrittenAsALambda() {
        run("""
                LayerSpec twice = (call, x) -> x.times(2);
                var model = Sequential.of(Input.of(3), twice, Dense.of(1));
                """);
        assertThat(number("model.predict(x).getDouble(0)"))
                .isEqualTo(number("Sequential.of(Input.of(3), model.getLayer(1)).predict(x.mul(2)).getDouble(0)"));
    }

    @Test
    void trainsWithALossAMetricAndAnOptimizerWrittenAsLambdas() {
        run("""
                Loss cubic = (yTrue, yPred) -> yTrue.minus(yPred).abs().power(3).mean(-1);
                Metric worst = Metric.of("worst", (yTrue, yPred) -> yTrue.minus(yPred).abs().max(-1));
                Optimizer signs = (u, w, g) -> w.minus(g.sign().times(u.learningRate()));
                var model = Sequential.of(Input.of(3), Dense.of(1));
                model.compile(signs, cubic, worst);
                History history = model.fit(x, y, f -> f.epochs(300).verbose(0));
                """);
        assertThat(run("model.metricsNames()")).isEqualTo("[loss, worst]");
        assertThat(number("history.history().get(\"worst\").get(299)"))
                .isLessThan(number("history.history().get(\"worst\").get(0)") / 5);
        double byHand = number("Math.pow(model.predict(x).sub(y).getDouble(0), 3)");
        assertThat(number("model.testOnBatch(x.getRows(0), y.getRows(0)).loss()"))
                .isCloseTo(Math.abs(byHand), org.assertj.core.data.Offset.offset(1e-5));
    }

    @Test
    void trainsWithPartsWrittenAsRecords() {
        run("""
                record Pinball(double q) implements Loss {
                    public Tensor call(Tensor yTrue, Tensor yPred) {
                        Tensor e = yTrue.minus(yPred);
                        return e.times(q).maximum(e.times(q - 1)).mean(-1);
                    }
                }
                record Heavy(double learningRate, double mass) implements Optimizer {
                    public Tensor update(Update u, Tensor weight, Tensor gradient) {
                        Tensor v = u.slot("velocity").times(mass).plus(gradient);
                        u.set("velocity", v);
                        return weight.minus(v.times(u.learningRate()));
                    }
                }
                var model = Sequential.of(Input.of(3), Dense.of(1));
                model.compile(new Heavy(0.02, 0.9), new Pinball(0.5));
                History history = model.fit(x, y, f -> f.epochs(300).verbose(0));
                """);
        List<Double> losses = List.of(
                number("history.history().get(\"loss\").get(0)"), number("history.history().get(\"loss\").get(299)"));
        assertThat(losses.get(1)).isLessThan(losses.get(0) / 4);
        assertThat(number("model.evaluate(x, y, e -> e.verbose(0)).loss()"))
                .isCloseTo(
                        number(
                                "org.nd4j.linalg.ops.transforms.Transforms.abs(model.predict(x).sub(y)).meanNumber().doubleValue() / 2"),
                        org.assertj.core.data.Offset.offset(1e-5));
    }
}
