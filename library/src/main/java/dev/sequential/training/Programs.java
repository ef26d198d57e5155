package dev.sequential.training;

import dev.sequential.Compile;
import dev.sequential.Frozen;
import dev.sequential.Model;
import dev.sequential.Trace;
import dev.sequential.data.Each;
import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;
import dev.sequential.optimizers.OptimizerState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The compilation of a model and the programs made for it; a model that changes its layers gets new ones. */
final class Programs {
    private final Model model;
    private final Factory factory;
    private final LongSupplier seeds;
    private Optional<Compile> compile = Optional.empty();
    private Optional<Compiled> compiled = Optional.empty();
    private Frozen frozen = Frozen.none();
    private OptionalDouble learningRate = OptionalDouble.empty();
    private List<Tensor> madeFor = List.of();
    private final List<Steps> retired = new ArrayList<>();
    private Optional<OptimizerState> memory = Optional.empty();
    private Steps steps;
    private boolean masksTold;
    private Steps predictor;

    /** Makes steps; the optimizer's memory of those before goes on if it is the same object. */
    interface Factory {
        Steps make(Model model, Compiled compiled, Optional<OptimizerState> memory);
    }

    Programs(Model model, Factory factory, LongSupplier seeds) {
        this.model = model;
        this.factory = factory;
        this.seeds = seeds;
    }

    /** Replaces the compilation; if the model has shapes, what does not fit them is refused here and nothing changes. */
    void compile(Compile options) {
        if (model.isBuilt()) Resolver.resolve(options, model, Optional.empty());
        boolean goesOn = !options.byName()
                && compile.filter(c -> c.optimizer() == options.optimizer()).isPresent();
        if (steps != null) memory = steps.optimizerState();
        if (!goesOn) memory = Optional.empty();
        compile = Optional.of(options);
        compiled = Optional.empty();
        frozen = Frozen.now(model);
        learningRate = OptionalDouble.empty();
        retire();
    }

    /** Replaces the compilation by a saved one, whose optimizer goes on from {@code state}. */
    void compile(Compile options, OptimizerState state) {
        compile(options);
        memory = Optional.of(state);
    }

    /** What {@code compile} was given. */
    Optional<Compile> compilation() {
        return compile;
    }

    /** What the optimizer remembers, if it has been used. */
    Optional<OptimizerState> optimizerState() {
        return steps == null ? memory : steps.optimizerState();
    }

    /** Refuses to go on without a compilation. */
    Compile compileOrRefuse(String method) {
        Check.state(
                compile.isPresent(),
                "Model \"%s\" is not compiled. Call compile(optimizer, loss) before %s.",
                model.name(),
                method);
        return compile.get();
    }

    /** What compile chose; the first targets that come decide what it left open. */
    Compiled compiled(String method, Optional<Each<INDArray>> y) {
        dropIfChanged();
        if (compiled.isEmpty())
            compiled = Optional.of(
                    Resolver.resolve(compileOrRefuse(method), model, y).with(frozen));
        return compiled.get();
    }

    /** What the user should know of the compilation; that a layer drops a mask is said once. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        for (Compiled.Output output : compiled.orElseThrow().outputs()) {
            if (output.loss().isPresent() || compile.flatMap(Compile::loss).isEmpty()) continue;
            warnings.add(
                    "Output \"" + output.name() + "\" has no loss: it is not trained by one of its own and needs no y");
        }
        for (String layer : frozen.changed()) {
            warnings.add("trainable of layer \"" + layer
                    + "\" was changed after compile; it takes effect with the next compile");
        }
        if (!masksTold) {
            Trace trace = new Trace(false);
            model.call(trace, model.inputs());
            warnings.addAll(trace.warnings());
            masksTold = true;
        }
        return warnings;
    }

    /** Keys of loss and metrics. */
    List<String> names() {
        Compile options = compileOrRefuse("metricsNames");
        return compiled.orElseGet(() -> Resolver.resolve(options, model, Optional.empty()))
                .names();
    }

    /** The programs that train and test; {@link #compiled} comes first. */
    Steps steps() {
        if (steps == null) {
            steps = made(compiled.orElseThrow());
            learningRate.ifPresent(steps::setLearningRate);
        }
        return steps;
    }

    /** Programs that predict, with or without a compilation. */
    Steps predictor() {
        dropIfChanged();
        if (predictor == null && steps == null) predictor = made(Compiled.none());
        return predictor == null ? steps : predictor;
    }

    long iterations() {
        compileOrRefuse("iterations");
        return steps == null ? memory.map(OptimizerState::iterations).orElse(0L) : steps.iterations();
    }

    double learningRate() {
        Compile options = compileOrRefuse("learningRate");
        if (steps != null) return steps.learningRate();
        return learningRate.orElseGet(() -> memory.map(OptimizerState::learningRate)
                .orElse(options.optimizer().learningRate()));
    }

    void setLearningRate(double rate) {
        Compile options = compileOrRefuse("setLearningRate");
        Check.notNegative(rate, "learningRate");
        Check.that(
                options.optimizer().schedule().isEmpty(),
                "The learning rate cannot be set: the optimizer has a schedule that sets it at each step");
        learningRate = OptionalDouble.of(rate);
        if (steps != null) steps.setLearningRate(rate);
    }

    /** Forgets what losses and metrics have accumulated. */
    void reset() {
        if (steps != null) steps.reset();
    }

    /** Frees programs that are no longer used; to be called while none is running. */
    void closeRetired() {
        retired.forEach(Steps::close);
        retired.clear();
    }

    private void retire() {
        if (steps != null) retired.add(steps);
        if (predictor != null) retired.add(predictor);
        steps = null;
        predictor = null;
    }

    private Steps made(Compiled of) {
        Steps next = factory.make(model, of, memory);
        next.seed(seeds.getAsLong());
        madeFor = model.outputs();
        return next;
    }

    private void dropIfChanged() {
        if (madeFor.equals(model.outputs())) return;
        retire();
        compiled = Optional.empty();
    }
}
