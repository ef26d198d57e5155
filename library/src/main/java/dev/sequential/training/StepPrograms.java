package dev.sequential.training;

import dev.sequential.Model;
import dev.sequential.data.BatchShapes;
import dev.sequential.engine.Backend;
import dev.sequential.engine.Backends;
import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.optimizers.OptimizerState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps of a model, compiled when first asked for and kept by the shapes of their batches. */
public final class StepPrograms implements Steps {
    private enum Kind {
        TRAIN,
        TEST,
        PREDICT
    }

    private record Key(Kind kind, BatchShapes shapes) {}

    private static final Runnable NOTHING = () -> {};

    private final Model model;
    private final Compiled compiled;
    private final List<Backend> backends;
    private final Map<Key, CompiledStep> steps = new HashMap<>();
    private final Results results;
    private final OptimizerState state;
    private long seed;
    private long runs;

    /** The steps of a model that is built. */
    public StepPrograms(Model model, Compiled compiled) {
        this(model, compiled, Optional.empty());
    }

    /** Steps whose optimizer goes on from {@code memory} if that is of the same optimizer object. */
    public StepPrograms(Model model, Compiled compiled, Optional<OptimizerState> memory) {
        this(model, compiled, memory, Backends.all());
    }

    /** As above, computed by these backends. */
    StepPrograms(Model model, Compiled compiled, Optional<OptimizerState> memory, List<Backend> backends) {
        this.backends = backends;
        this.model = Check.notNull(model, "model");
        this.compiled = Check.notNull(compiled, "compiled");
        this.results = compiled.outputs().isEmpty() ? null : new Results(compiled, backends);
        this.state = memory.filter(s ->
                        compiled.optimizer().filter(o -> o == s.optimizer()).isPresent())
                .orElseGet(() -> compiled.optimizer().map(OptimizerState::new).orElse(null));
    }

    @Override
    public Step train(BatchShapes shapes) {
        return step(Kind.TRAIN, shapes);
    }

    @Override
    public Step test(BatchShapes shapes) {
        return step(Kind.TEST, shapes);
    }

    @Override
    public Step predict(BatchShapes shapes) {
        return step(Kind.PREDICT, shapes);
    }

    private CompiledStep step(Kind kind, BatchShapes shapes) {
        return steps.computeIfAbsent(new Key(kind, shapes), this::compile);
    }

    private CompiledStep compile(Key key) {
        StepGraph graph = new StepGraph(model, compiled, key.shapes(), key.kind() == Kind.TRAIN);
        if (key.kind() == Kind.PREDICT) return new CompiledStep(graph, backends, this::nextKey, NOTHING, NOTHING);
        graph.measure(results);
        if (key.kind() == Kind.TEST) return new CompiledStep(graph, backends, this::nextKey, NOTHING, NOTHING);
        graph.learn(state);
        return new CompiledStep(graph, backends, this::nextKey, state::beforeStep, state::afterStep);
    }

    private long nextKey() {
        return seed + ++runs * 0x9E3779B97F4A7C15L;
    }

    @Override
    public List<String> names() {
        return compiled.names();
    }

    @Override
    public double[] results() {
        return results.values();
    }

    @Override
    public void reset() {
        results.reset();
    }

    @Override
    public double learningRate() {
        return state.learningRate();
    }

    @Override
    public void setLearningRate(double learningRate) {
        state.setLearningRate(learningRate);
    }

    @Override
    public long iterations() {
        return state.iterations();
    }

    @Override
    public void afterTraining() {
        state.afterTraining();
    }

    @Override
    public void beginEpoch(int epoch) {
        reset();
        runs = (long) epoch << Integer.SIZE;
    }

    @Override
    public void seed(long newSeed) {
        seed = newSeed;
        runs = 0;
    }

    @Override
    public Optional<OptimizerState> optimizerState() {
        return Optional.ofNullable(state);
    }

    /** Shapes of batches of so many rows, without sample weights, for a model that leaves no other length open. */
    public BatchShapes shapes(int batch) {
        Check.atLeast(1, batch, "batch");
        List<Shape> inputs = model.inputs().stream().map(Tensor::shape).toList();
        List<Shape> targets = compiled.outputs().stream()
                .filter(o -> o.loss().isPresent())
                .map(o -> o.target().shape())
                .toList();
        return new BatchShapes(inputs, targets, List.of()).withRows(batch);
    }

    /** What a training step of this batch size does, one kernel a line; for those who want to make it faster. */
    public String describe(int batch) {
        return step(Kind.TRAIN, shapes(batch)).describe();
    }

    @Override
    public void close() {
        steps.values().forEach(CompiledStep::close);
        if (results != null) results.close();
    }
}
