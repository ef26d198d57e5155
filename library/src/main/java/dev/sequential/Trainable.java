package dev.sequential;

import dev.sequential.engine.Check;
import dev.sequential.losses.Loss;
import dev.sequential.metrics.Metric;
import dev.sequential.optimizers.Optimizer;
import dev.sequential.optimizers.OptimizerState;
import dev.sequential.training.Trainer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How a {@link Model} learns and answers. Calls from several threads wait for each other; a callback may call back.
 * {@code x} and {@code y} are arrays with samples along axis 0 (INDArrays, Java arrays or nested lists of numbers), or
 * lists or maps of them for models with several inputs or outputs; {@link Dataset} stands for all other forms.
 */
public abstract sealed class Trainable permits Model {
    private final Trainer trainer = new Trainer((Model) this, Session::nextSeed);

    Trainable() {}

    /**
     * Says how to learn, by Keras's names: {@code model.compile("adam", "mse", "mae")}. Weights stay as they are.
     *
     * @throws IllegalArgumentException if a name is not known, with the nearest one, or does not fit the model
     */
    public void compile(String optimizer, String loss, String... metrics) {
        compile(c -> c.optimizer(optimizer).loss(loss).metrics(metrics));
    }

    /** Says how to learn: {@code model.compile(Adam.of(1e-4), "mse", "mae")}. */
    public void compile(Optimizer optimizer, String loss, String... metrics) {
        compile(c -> c.optimizer(optimizer).loss(loss).metrics(metrics));
    }

    /** Says how to learn, by parts of your own or configured ones. */
    public void compile(Optimizer optimizer, Loss loss, Metric... metrics) {
        compile(c -> c.optimizer(optimizer).loss(loss).metrics(metrics));
    }

    /** Says how to learn, with all options: {@code model.compile(c -> c.optimizer("adam").loss("mse"))}. */
    public void compile(Consumer<CompileBuilder> options) {
        trainer.compile(Compile.of(options));
    }

    /** Compiles as a saved model was, with what its optimizer remembers; {@code Model.load} does it. */
    public void compile(Compile options, OptimizerState state) {
        trainer.compile(options, state);
    }

    /** What the model was compiled with. */
    public Optional<Compile> compilation() {
        return trainer.compilation();
    }

    /** What the optimizer remembers: slots, number of updates. Empty before the first training. */
    public Optional<OptimizerState> optimizerState() {
        return trainer.optimizerState();
    }

    /**
     * Trains for one epoch in batches of 32.
     *
     * @throws IllegalStateException if the model is not compiled
     * @throws IllegalArgumentException if the arrays do not fit the model or each other; nothing is changed then
     */
    public History fit(Object x, Object y) {
        return fit(x, y, f -> {});
    }

    /** Trains: {@code model.fit(x, y, f -> f.epochs(5).batchSize(128).validationSplit(0.1))}; see {@link FitBuilder}. */
    public History fit(Object x, Object y, Consumer<FitBuilder> options) {
        return fit(Dataset.of(x, y), options);
    }

    /** Trains for one epoch in batches of 32. */
    public History fit(Dataset data) {
        return fit(data, f -> {});
    }

    /** Trains; see {@link FitBuilder} for the options. */
    public History fit(Dataset data, Consumer<FitBuilder> options) {
        return trainer.fit(Check.notNull(data, "data"), Fit.of(options));
    }

    /** Loss and metrics, without learning. */
    public Scores evaluate(Object x, Object y) {
        return evaluate(x, y, e -> {});
    }

    /** Loss and metrics, without learning; see {@link Evaluate.Builder} for the options. */
    public Scores evaluate(Object x, Object y, Consumer<Evaluate.Builder> options) {
        return evaluate(Dataset.of(x, y), options);
    }

    /** Loss and metrics, without learning. */
    public Scores evaluate(Dataset data) {
        return evaluate(data, e -> {});
    }

    /** Loss and metrics, without learning; see {@link Evaluate.Builder} for the options. */
    public Scores evaluate(Dataset data, Consumer<Evaluate.Builder> options) {
        return trainer.evaluate(Check.notNull(data, "data"), Evaluate.of(options));
    }

    /** What the model makes of each sample, in their order; needs no compilation. */
    public INDArray predict(Object x) {
        return predict(x, p -> {});
    }

    /** What the model makes of each sample; see {@link Predict.Builder} for the options. */
    public INDArray predict(Object x, Consumer<Predict.Builder> options) {
        return predict(Dataset.of(x), options);
    }

    /** What the model makes of each sample; its targets, if any, do not matter. */
    public INDArray predict(Dataset data) {
        return predict(data, p -> {});
    }

    /** What the model makes of each sample; see {@link Predict.Builder} for the options. */
    public INDArray predict(Dataset data, Consumer<Predict.Builder> options) {
        trainer.checkSingle("predictAll");
        return predictAll(data, options).get(0);
    }

    /** What a model with several outputs makes of each sample, an array for each output. */
    public List<INDArray> predictAll(Object x) {
        return predictAll(Dataset.of(x), p -> {});
    }

    /** What a model with several outputs makes of each sample; see {@link Predict.Builder} for the options. */
    public List<INDArray> predictAll(Object x, Consumer<Predict.Builder> options) {
        return predictAll(Dataset.of(x), options);
    }

    /** What a model with several outputs makes of each sample, an array for each output. */
    public List<INDArray> predictAll(Dataset data) {
        return predictAll(data, p -> {});
    }

    /** What a model with several outputs makes of each sample, an array for each output. */
    public List<INDArray> predictAll(Dataset data, Consumer<Predict.Builder> options) {
        return trainer.predict(Check.notNull(data, "data"), Predict.of(options));
    }

    /**
     * Trains on the batches of a {@link Dataset#generator generator}, which needs {@code stepsPerEpoch}, or a
     * {@link Dataset#sequence sequence}; the same as {@code fit} of it.
     */
    public History fitGenerator(Dataset generator, Consumer<FitBuilder> options) {
        return trainer.fit(Options.feed(generator, "fitGenerator"), Fit.of(options));
    }

    /** Trains for one epoch on the batches of a {@link Dataset#sequence sequence}. */
    public History fitGenerator(Dataset generator) {
        return fitGenerator(generator, f -> {});
    }

    /**
     * Loss and metrics over the batches of a generator, which needs {@code steps}, or a sequence; as {@code evaluate} of it,
     * but silent unless {@code verbose} says otherwise.
     */
    public Scores evaluateGenerator(Dataset generator, Consumer<Evaluate.Builder> options) {
        return trainer.evaluate(Options.feed(generator, "evaluateGenerator"), Evaluate.of(0, options));
    }

    /** Loss and metrics over all batches of a {@link Dataset#sequence sequence}. */
    public Scores evaluateGenerator(Dataset generator) {
        return evaluateGenerator(generator, e -> {});
    }

    /** What the model makes of the batches of a generator, which needs {@code steps}, or a sequence. */
    public INDArray predictGenerator(Dataset generator, Consumer<Predict.Builder> options) {
        return predict(Options.feed(generator, "predictGenerator"), options);
    }

    /** What the model makes of all batches of a {@link Dataset#sequence sequence}. */
    public INDArray predictGenerator(Dataset generator) {
        return predictGenerator(generator, p -> {});
    }

    /** One update on exactly these samples; the scores are from before it. */
    public Scores trainOnBatch(Object x, Object y) {
        return trainOnBatch(Dataset.of(x, y), b -> {});
    }

    /** One update on exactly these samples; the scores are from before it. */
    public Scores trainOnBatch(Dataset data) {
        return trainOnBatch(data, b -> {});
    }

    /** One update on exactly these samples; see {@link OnBatch.Builder} for the options. */
    public Scores trainOnBatch(Object x, Object y, Consumer<OnBatch.Builder> options) {
        return trainOnBatch(Dataset.of(x, y), options);
    }

    /** One update on exactly these samples; see {@link OnBatch.Builder} for the options. */
    public Scores trainOnBatch(Dataset data, Consumer<OnBatch.Builder> options) {
        return trainer.trainOnBatch(Check.notNull(data, "data"), OnBatch.of(options));
    }

    /** Loss and metrics of these samples as one batch. */
    public Scores testOnBatch(Object x, Object y) {
        return testOnBatch(Dataset.of(x, y), b -> {});
    }

    /** Loss and metrics of these samples as one batch. */
    public Scores testOnBatch(Dataset data) {
        return testOnBatch(data, b -> {});
    }

    /** Loss and metrics of these samples as one batch; see {@link OnBatch.Builder} for the options. */
    public Scores testOnBatch(Object x, Object y, Consumer<OnBatch.Builder> options) {
        return testOnBatch(Dataset.of(x, y), options);
    }

    /** Loss and metrics of these samples as one batch; see {@link OnBatch.Builder} for the options. */
    public Scores testOnBatch(Dataset data, Consumer<OnBatch.Builder> options) {
        return trainer.testOnBatch(Check.notNull(data, "data"), OnBatch.of(options));
    }

    /** What the model makes of these samples as one batch. */
    public INDArray predictOnBatch(Object x) {
        trainer.checkSingle("predictAllOnBatch");
        return predictAllOnBatch(Dataset.of(x)).get(0);
    }

    /** What the model makes of these samples as one batch, an array for each output. */
    public List<INDArray> predictAllOnBatch(Dataset data) {
        return trainer.predictOnBatch(data);
    }

    /** Forgets what {@code trainOnBatch} and {@code testOnBatch} have accumulated in metrics. */
    public void resetMetrics() {
        trainer.resetMetrics();
    }

    /** Keys of {@link Scores} in their order: {@code loss}, with several outputs {@code out_a_loss} …, then the metrics. */
    public List<String> metricsNames() {
        return trainer.metricsNames();
    }

    /** What the last {@code fit} recorded. */
    public History history() {
        return trainer.history();
    }

    /** Lets the running {@code fit} end after its batch or epoch; for callbacks. */
    public void stopTraining() {
        trainer.stopTraining(Optional.empty());
    }

    /** Lets the running {@code fit} end after its batch or epoch, which {@link History#stopReason()} will explain so. */
    public void stopTraining(String reason) {
        trainer.stopTraining(Optional.of(reason));
    }

    /** Learning rate of the next update. */
    public double learningRate() {
        return trainer.learningRate();
    }

    /** Another learning rate from the next update on; refused if the optimizer has a schedule. */
    public void setLearningRate(double learningRate) {
        trainer.setLearningRate(learningRate);
    }

    /** Number of updates since compilation; an optimizer object that was compiled with before goes on counting. */
    public long iterations() {
        return trainer.iterations();
    }
}
