package dev.sequential.contract;

import static dev.sequential.contract.Fixtures.refused;

import dev.sequential.Batch;
import dev.sequential.Compile;
import dev.sequential.CompileBuilder;
import dev.sequential.Dataset;
import dev.sequential.Evaluate;
import dev.sequential.Fit;
import dev.sequential.FitBuilder;
import dev.sequential.OnBatch;
import dev.sequential.Predict;
import dev.sequential.callbacks.Callback;
import dev.sequential.data.Each;
import dev.sequential.data.Sequence;
import dev.sequential.data.Shuffle;
import dev.sequential.losses.Loss;
import dev.sequential.metrics.Metric;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of options that are null or of a wrong kind, where the compiler lets them through. */
@SuppressWarnings({"unchecked", "rawtypes"})
class Options_BadFormTest implements Rows {
    private static Arguments compile(String argument, Consumer<CompileBuilder> option) {
        return Arguments.of(argument, (Runnable) () -> Compile.of(option));
    }

    private static Arguments fit(String argument, Consumer<FitBuilder> option) {
        return Arguments.of(argument, (Runnable) () -> Fit.of(option));
    }

    private static Arguments call(String argument, Runnable call) {
        return Arguments.of(argument, call);
    }

    static Stream<Arguments> nulls() {
        return Stream.of(
                compile("loss", c -> c.loss((Loss) null)),
                compile("loss", c -> c.loss((List<?>) null)),
                compile("loss", c -> c.loss((Map<String, ?>) null)),
                compile("metrics", c -> c.metrics((String[]) null)),
                compile("metrics", c -> c.metrics((Metric[]) null)),
                compile("metrics", c -> c.metrics((List<?>) null)),
                compile("metrics", c -> c.metrics((Map<String, ?>) null)),
                compile("weightedMetrics", c -> c.weightedMetrics((String[]) null)),
                compile("weightedMetrics", c -> c.weightedMetrics((Map<String, ?>) null)),
                compile("lossWeights", c -> c.lossWeights((double[]) null)),
                compile("lossWeights", c -> c.lossWeights((List<Double>) null)),
                compile("lossWeights", c -> c.lossWeights((Map<String, Double>) null)),
                compile("sampleWeightMode", c -> c.sampleWeightMode((List<String>) null)),
                compile("sampleWeightMode", c -> c.sampleWeightMode((Map<String, String>) null)),
                compile("targetTensors", c -> c.targetTensors(null)),
                compile("options", c -> c.options(null)),
                fit("sampleWeight", f -> f.sampleWeight((Object) null)),
                fit("sampleWeight", f -> f.sampleWeight((Each) null)),
                fit("classWeight", f -> f.classWeight((Map<Integer, Double>) null)),
                fit("classWeight", f -> f.classWeight((List<Map<Integer, Double>>) null)),
                fit("validationData", f -> f.validationData(null)),
                fit("x", f -> f.validationData(null, null)),
                fit("validationFreq", f -> f.validationFreq((Collection<Integer>) null)),
                fit("options", f -> f.options(null)),
                fit("shuffle", f -> f.shuffle((Shuffle) null)),
                fit("callbacks", f -> f.callbacks((List<Callback>) null)),
                fit("callbacks", f -> f.callbacks((Callback[]) null)),
                fit("callback", f -> f.callbacks((Callback) null)),
                call("options", () -> Fit.of(null)),
                call("options", () -> Evaluate.of(null)),
                call("options", () -> Predict.of(null)),
                call("options", () -> OnBatch.of(null)),
                call("options", () -> Compile.of(null)),
                call("sampleWeight", () -> Evaluate.of(e -> e.sampleWeight((Each) null))),
                call("sampleWeight", () -> OnBatch.of(b -> b.sampleWeight((Each) null))),
                call("batches", () -> Dataset.generator((Iterator<Batch>) null)),
                call("sequence", () -> Dataset.sequence((Sequence) null)),
                call("y", () -> Dataset.of(new float[] {1}, null)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nulls")
    void nullIsRefusedByName(String argument, Runnable call) {
        refused(call::run, argument + " must not be null");
    }

    @Test
    void entriesOfAWrongKindAreRefused() {
        refused(
                () -> Fit.of(f -> f.classWeight((Map) Map.of("cat", 1.0))),
                "classWeight must have a number for each class number, but received 1.0 for cat");
        refused(
                () -> Fit.of(f -> f.classWeight((Map) Map.of(0, "much"))),
                "classWeight must have a number for each class number, but received much for 0");
        refused(
                () -> Compile.of(c -> c.metrics(List.of("mae", 7))),
                "A metric must be a name, a Metric or a lambda, but received Integer");
        refused(
                () -> Compile.of(c -> c.metrics(Map.of("out_a", 7))),
                "A metric must be a name, a Metric or a lambda, but received Integer");
        refused(
                () -> Compile.of(c -> c.loss(Map.of("out_a", 7))),
                "A loss must be a name, a Loss or a lambda, but received Integer");
    }
}
