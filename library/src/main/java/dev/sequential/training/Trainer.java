package dev.sequential.training;

import dev.sequential.Compile;
import dev.sequential.Dataset;
import dev.sequential.Evaluate;
import dev.sequential.Fit;
import dev.sequential.History;
import dev.sequential.Model;
import dev.sequential.OnBatch;
import dev.sequential.Predict;
import dev.sequential.Scores;
import dev.sequential.Training;
import dev.sequential.Trainings;
import dev.sequential.callbacks.Callback;
import dev.sequential.callbacks.CallbackList;
import dev.sequential.data.BatchStream;
import dev.sequential.data.Queueing;
import dev.sequential.data.Shuffle;
import dev.sequential.engine.Check;
import dev.sequential.optimizers.OptimizerState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a model needs to be trained, tested and asked: its compilation, its programs and one lock, so that calls from
 * several threads follow each other while a callback may call back.
 */
public final class Trainer {
    private final Model model;
    private final Programs programs;
    private final OneBatch oneBatch;
    private final LongSupplier clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Stop stop = new Stop();
    private final LongSupplier seeds;
    private volatile History history;

    /** A trainer of one model; {@code seeds} gives each training its seed. */
    public Trainer(Model model, LongSupplier seeds) {
        this(model, StepPrograms::new, seeds, System::nanoTime);
    }

    /** A trainer with other steps, and a clock that counts nanoseconds. */
    Trainer(Model model, Programs.Factory steps, LongSupplier seeds, LongSupplier clock) {
        this.model = model;
        this.seeds = seeds;
        this.programs = new Programs(model, steps, seeds);
        this.oneBatch = new OneBatch(model, programs);
        this.clock = clock;
    }

    /** Replaces the compilation. */
    public void compile(Compile options) {
        locked(() -> {
            programs.compile(options);
            stop.clear();
            return null;
        });
    }

    /** Replaces the compilation by a saved one, whose optimizer goes on from {@code state}. */
    public void compile(Compile options, OptimizerState state) {
        locked(() -> {
            programs.compile(options, state);
            stop.clear();
            return null;
        });
    }

    /** What {@code compile} was given. */
    public Optional<Compile> compilation() {
        return locked(programs::compilation);
    }

    /** What the optimizer remembers, if it has been used. */
    public Optional<OptimizerState> optimizerState() {
        return locked(programs::optimizerState);
    }

    /** Trains. */
    public History fit(Dataset data, Fit fit) {
        return locked(() -> {
            programs.compileOrRefuse("fit");
            Preparation preparation = new Preparation(model, programs, "fit");
            try (FitData ready = FitData.of(preparation, data, fit, seeds);
                    Reporter reporter = new Reporter(fit.verbose(), clock);
                    Reporter silent = new Reporter(0, clock)) {
                Steps steps = programs.steps();
                steps.seed(seeds.getAsLong());
                Map<String, Object> params = ready.params(fit, steps.names());
                History filled = new History(params);
                history = filled;
                CallbackList callbacks = callbacks(fit.callbacks(), params, reporter);
                FitLoop loop = new FitLoop(fit, steps, ready, callbacks, reporter, silent, stop, filled);
                fit.warnings().forEach(loop::warn);
                Streams.warning(data, fit.queueing()).ifPresent(loop::warn);
                programs.warnings().forEach(loop::warn);
                if (fit.shuffle() != Shuffle.NONE && preparation.fixedBatch().carries()) {
                    loop.warn("The model carries states from batch to batch; shuffled rows tear sequences apart."
                            + " Set shuffle(false).");
                }
                reporter.train(ready.samples(), ready.testSamples());
                long begin = clock.getAsLong();
                try {
                    loop.run();
                } finally {
                    Trainings.add(training(filled, (clock.getAsLong() - begin) / 1e9));
                }
                return filled;
            }
        });
    }

    /** Measures loss and metrics. */
    public Scores evaluate(Dataset data, Evaluate options) {
        return locked(() -> {
            programs.compileOrRefuse("evaluate");
            Preparation preparation = new Preparation(model, programs, "evaluate");
            Streams.refuseWeights(data, options.sampleWeight().isPresent());
            try (BatchStream stream = Streams.inOrder(
                            preparation.fixedBatch(),
                            data,
                            options.batchSize(),
                            options.steps(),
                            options.queueing(),
                            batch -> preparation.samples(batch, options.sampleWeight()));
                    Reporter reporter = new Reporter(options.verbose(), clock)) {
                Steps steps = programs.steps();
                CallbackList callbacks =
                        callbacks(options.callbacks(), stream, options.verbose(), steps.names(), reporter);
                TestPass pass = new TestPass(steps, stream, callbacks, reporter);
                warn(data, options.queueing(), options.verbose(), reporter);
                Optional<Map<String, Double>> values = pass.run();
                Streams.shortage(stream, pass.done()).ifPresent(reporter::say);
                return new Scores(values.orElseThrow(() -> cancelled("evaluate", pass, pass.values(), reporter)));
            }
        });
    }

    /** Results for all rows in order, one array for each output. */
    public List<INDArray> predict(Dataset data, Predict options) {
        return locked(() -> {
            Preparation preparation = new Preparation(model, programs, "predict");
            try (BatchStream stream = Streams.inOrder(
                            preparation.fixedBatch(),
                            data,
                            options.batchSize(),
                            options.steps(),
                            options.queueing(),
                            preparation::inputs);
                    Reporter reporter = new Reporter(options.verbose(), clock)) {
                CallbackList callbacks = callbacks(options.callbacks(), stream, options.verbose(), List.of(), reporter);
                PredictPass pass = new PredictPass(programs.predictor(), stream, callbacks, reporter);
                warn(data, options.queueing(), options.verbose(), reporter);
                Optional<List<INDArray>> results = pass.run();
                Streams.shortage(stream, pass.done()).ifPresent(reporter::say);
                return results.orElseThrow(() -> cancelled("predict", pass, Map.of(), reporter));
            }
        });
    }

    /** One update on all rows as one batch. */
    public Scores trainOnBatch(Dataset data, OnBatch options) {
        return locked(() -> oneBatch.train(data, options));
    }

    /** Measures all rows as one batch. */
    public Scores testOnBatch(Dataset data, OnBatch options) {
        return locked(() -> oneBatch.test(data, options));
    }

    /** Results for all rows as one batch, one array for each output. */
    public List<INDArray> predictOnBatch(Dataset data) {
        return locked(() -> oneBatch.predict(data));
    }

    /** Keys of loss and metrics. */
    public List<String> metricsNames() {
        return locked(programs::names);
    }

    /** Forgets what losses and metrics have accumulated. */
    public void resetMetrics() {
        locked(() -> {
            programs.reset();
            return null;
        });
    }

    /** Refuses a method that gives one array if the model has several outputs. */
    public void checkSingle(String all) {
        if (!model.isBuilt() || model.outputs().size() == 1) return;
        List<String> names = model.outputNames();
        throw new IllegalStateException("Model \"%s\" has %d outputs: %s. Use %s to get them all."
                .formatted(model.name(), names.size(), names, all));
    }

    /** The last training, or the one that is going on. */
    public History history() {
        Check.state(history != null, "Model \"%s\" has not been trained by fit yet", model.name());
        return history;
    }

    /** Asks a training to stop after its batch or epoch. */
    public void stopTraining(Optional<String> reason) {
        stop.ask(reason);
    }

    /** Number of updates since compilation. */
    public long iterations() {
        return programs.iterations();
    }

    /** Learning rate of the next update. */
    public double learningRate() {
        return programs.learningRate();
    }

    /** Another learning rate from the next update on. */
    public void setLearningRate(double rate) {
        programs.setLearningRate(rate);
    }

    private Training training(History recorded, double seconds) {
        String optimizer =
                programs.compilation().map(c -> c.optimizer().toString()).orElse("");
        return new Training(model.name(), model.countParams(), optimizer, seconds, recorded);
    }

    private CallbackList callbacks(List<Callback> given, Map<String, ?> params, Reporter reporter) {
        CallbackList all = new CallbackList(given);
        all.setModel(model);
        all.setParams(params);
        all.setOutput(reporter::say);
        return all;
    }

    private CallbackList callbacks(
            List<Callback> given, BatchStream stream, int verbose, List<String> names, Reporter reporter) {
        return callbacks(given, FitData.params(stream, verbose, names), reporter);
    }

    private static void warn(Dataset data, Queueing queueing, int verbose, Reporter reporter) {
        if (verbose > 0) Streams.warning(data, queueing).ifPresent(reporter::say);
    }

    /** What ends an interrupted call; shown as well, since a notebook's cell may have ended before it could fail. */
    private static CancellationException cancelled(
            String method, Pass pass, Map<String, Double> values, Reporter reporter) {
        OptionalInt steps = pass.stream.steps();
        String text = method + " was stopped by the user after batch " + pass.done()
                + (steps.isPresent() ? " of " + steps.getAsInt() : "");
        reporter.stopped(values, text, Optional.empty());
        return new CancellationException(text);
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            if (lock.getHoldCount() == 1) programs.closeRetired();
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
