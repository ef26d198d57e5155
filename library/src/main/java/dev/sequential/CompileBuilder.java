package dev.sequential;

import dev.sequential.data.Each;
import dev.sequential.data.TargetTensor;
import dev.sequential.engine.Check;
import dev.sequential.losses.Loss;
import dev.sequential.metrics.Metric;
import dev.sequential.optimizers.Optimizer;
import dev.sequential.optimizers.Optimizers;
import dev.sequential.training.NamedMetric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The options of {@code compile}. Optimizer, losses and metrics are Keras's names, records or lambdas:
 *
 * <pre>{@code
 * model.compile(c -> c
 *     .optimizer("adam")
 *     .loss((yTrue, yPred) -> yTrue.minus(yPred).square().mean(-1))
 *     .metrics("mae"));
 * }</pre>
 */
public final class CompileBuilder {
    private Optimizer optimizer = Optimizers.of("rmsprop");
    private boolean byName = true;
    private Optional<Each<Loss>> loss = Optional.empty();
    private Optional<Each<List<NamedMetric>>> metrics = Optional.empty();
    private Optional<Each<List<NamedMetric>>> weightedMetrics = Optional.empty();
    private Optional<Each<Double>> lossWeights = Optional.empty();
    private Optional<Each<String>> sampleWeightMode = Optional.empty();
    private Optional<Each<TargetTensor>> targetTensors = Optional.empty();

    CompileBuilder() {}

    /** A new optimizer by name: {@code "adam"}, {@code "sgd"}, … Default {@code "rmsprop"}. */
    public CompileBuilder optimizer(String optimizer) {
        this.optimizer = Optimizers.of(optimizer);
        this.byName = true;
        return this;
    }

    /** An optimizer. The same object given again goes on where it is. */
    public CompileBuilder optimizer(Optimizer optimizer) {
        this.optimizer = optimizer;
        this.byName = false;
        return this;
    }

    /** A new optimizer of Keras's configuration: {@code Map.of("class_name", "Adam", "config", Map.of("learning_rate", 0.01))}. */
    public CompileBuilder optimizer(Map<String, ?> config) {
        this.optimizer = Configs.read(config, Optimizer.class);
        this.byName = true;
        return this;
    }

    /** A loss by name, for every output: {@code "mse"}, {@code "sparse_categorical_crossentropy"}, … */
    public CompileBuilder loss(String loss) {
        return loss(Choices.loss(loss));
    }

    /** A loss, for every output. */
    public CompileBuilder loss(Loss loss) {
        this.loss = Optional.of(new Each.All<>(Check.notNull(loss, "loss")));
        return this;
    }

    /** Names or losses for the outputs in order; {@code null} for one that is not trained by a loss of its own. */
    public CompileBuilder loss(List<?> losses) {
        List<Loss> each = new ArrayList<>();
        Check.notNull(losses, "loss").forEach(l -> each.add(l == null ? null : Choices.loss(l)));
        this.loss = Optional.of(new Each.Ordered<>(each));
        return this;
    }

    /**
     * Names or losses by the names of outputs; an output that is left out is not trained by a loss of its own. A map with
     * {@code class_name} and {@code config} is one loss of Keras's configuration, for every output.
     */
    public CompileBuilder loss(Map<String, ?> losses) {
        if (Configs.is(losses)) return loss(Configs.read(losses, Loss.class));
        this.loss = Optional.of(new Each.Named<>(Choices.mapped(losses, "loss", Choices::loss)));
        return this;
    }

    /** Metrics by name, for every output: {@code "accuracy"}, {@code "mae"}, … Sample weights do not touch them. */
    public CompileBuilder metrics(String... metrics) {
        return metrics(Arrays.<Object>asList((Object[]) Check.notNull(metrics, "metrics")));
    }

    /** Metrics, for every output. */
    public CompileBuilder metrics(Metric... metrics) {
        return metrics(Arrays.<Object>asList((Object[]) Check.notNull(metrics, "metrics")));
    }

    /** Names and metrics for every output; or, if a list is among them, one entry for each output in order. */
    public CompileBuilder metrics(List<?> metrics) {
        this.metrics = Optional.of(Choices.metrics(metrics));
        return this;
    }

    /** A name, a metric or a list of them by the names of outputs. */
    public CompileBuilder metrics(Map<String, ?> metrics) {
        this.metrics = Optional.of(new Each.Named<>(Choices.mapped(metrics, "metrics", Choices::list)));
        return this;
    }

    /** As {@link #metrics(String...)}, but sample weights and class weights weigh the values. */
    public CompileBuilder weightedMetrics(String... metrics) {
        return weightedMetrics(Arrays.<Object>asList((Object[]) Check.notNull(metrics, "weightedMetrics")));
    }

    /** As {@link #metrics(Metric...)}, but sample weights and class weights weigh the values. */
    public CompileBuilder weightedMetrics(Metric... metrics) {
        return weightedMetrics(Arrays.<Object>asList((Object[]) Check.notNull(metrics, "weightedMetrics")));
    }

    /** As {@link #metrics(List)}, but sample weights and class weights weigh the values. */
    public CompileBuilder weightedMetrics(List<?> metrics) {
        this.weightedMetrics = Optional.of(Choices.metrics(metrics));
        return this;
    }

    /** As {@link #metrics(Map)}, but sample weights and class weights weigh the values. */
    public CompileBuilder weightedMetrics(Map<String, ?> metrics) {
        this.weightedMetrics = Optional.of(new Each.Named<>(Choices.mapped(metrics, "weightedMetrics", Choices::list)));
        return this;
    }

    /** Factors of the outputs' losses in their sum, in order. Default 1 each. The losses reported for outputs are without. */
    public CompileBuilder lossWeights(double... lossWeights) {
        Check.notNull(lossWeights, "lossWeights");
        this.lossWeights = Optional.of(
                new Each.Ordered<>(Arrays.stream(lossWeights).boxed().toList()));
        return this;
    }

    /** Factors of the outputs' losses in their sum, in order. Default 1 each. */
    public CompileBuilder lossWeights(List<? extends Number> lossWeights) {
        Check.notNull(lossWeights, "lossWeights");
        List<Double> each = new ArrayList<>();
        for (Object weight : lossWeights) each.add(Choices.lossWeight(weight));
        this.lossWeights = Optional.of(new Each.Ordered<>(each));
        return this;
    }

    /** Factors of the outputs' losses in their sum by the names of outputs. Default 1 each. */
    public CompileBuilder lossWeights(Map<String, ? extends Number> lossWeights) {
        Function<Object, Double> number = Choices::lossWeight;
        this.lossWeights = Optional.of(new Each.Named<>(Choices.mapped(lossWeights, "lossWeights", number)));
        return this;
    }

    /** {@code "temporal"}: sample weights of every output are {@code (samples, time)}. Default {@code (samples,)}. */
    public CompileBuilder sampleWeightMode(String sampleWeightMode) {
        this.sampleWeightMode =
                Optional.ofNullable(Choices.sampleWeightMode(sampleWeightMode)).map(Each.All::new);
        return this;
    }

    /** {@code "temporal"} or {@code null} for the outputs in order. */
    public CompileBuilder sampleWeightMode(List<String> sampleWeightMode) {
        Check.notNull(sampleWeightMode, "sampleWeightMode").forEach(Choices::sampleWeightMode);
        this.sampleWeightMode = Optional.of(new Each.Ordered<>(sampleWeightMode));
        return this;
    }

    /** {@code "temporal"} or {@code null} by the names of outputs, each of those that have a loss. */
    public CompileBuilder sampleWeightMode(Map<String, String> sampleWeightMode) {
        Check.notNull(sampleWeightMode, "sampleWeightMode").values().forEach(Choices::sampleWeightMode);
        this.sampleWeightMode = Optional.of(new Each.Named<>(sampleWeightMode));
        return this;
    }

    /**
     * Targets that are known now, so that no {@code y} is given later: an array with a row for each sample, in any form
     * that {@link Dataset#of(Object, Object, Object)} takes, or a {@code Supplier<INDArray>} that is asked at each step; for several
     * outputs a list in their order ({@code null} where {@code y} is given) or a map by their names.
     */
    public CompileBuilder targetTensors(Object targetTensors) {
        this.targetTensors = Optional.of(Choices.targetTensors(targetTensors));
        return this;
    }

    /**
     * Options of the backend by name. There are none here.
     *
     * @throws IllegalArgumentException for any name
     */
    public CompileBuilder options(Map<String, ?> options) {
        Check.notNull(options, "options");
        Check.that(options.isEmpty(), "Unknown options %s of compile; there are none by name", options.keySet());
        return this;
    }

    /** The options so far. */
    public Compile build() {
        return new Compile(
                optimizer, byName, loss, metrics, weightedMetrics, lossWeights, sampleWeightMode, targetTensors);
    }
}
