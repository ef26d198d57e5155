package dev.sequential;

import dev.sequential.engine.Check;
import dev.sequential.engine.Placeholder;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.optimizers.OptimizerState;
import dev.sequential.saving.KerasConfig;
import dev.sequential.saving.ModelFiles;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Layers joined into something that can be trained and asked. A {@link Sequential} is a chain of them; {@link #of}
 * makes any graph. A model is a layer too: in another model it keeps its weights, wherever it is used.
 *
 * <pre>{@code
 * Model encoder = Sequential.of("encoder", Input.of(16), Dense.of(8, "relu"));
 * Tensor a = Input.named("a", 16);
 * Tensor b = Input.named("b", 16);
 * Tensor distance = Subtract.of().apply(encoder.apply(a), encoder.apply(b));
 * Model twins = Model.of(List.of(a, b), List.of(Dense.of(1).apply(distance)));
 * }</pre>
 */
public abstract sealed class Model extends Trainable implements LayerSpec permits Sequential, Functional {
    private final String name;
    private final Layer layer;

    Model(String name) {
        this.name = name;
        this.layer = new Layer(name, this);
    }

    /** A model of a graph: everything between the inputs and the outputs. */
    public static Model of(List<Tensor> inputs, List<Tensor> outputs) {
        return new Functional(Session.name("Functional"), inputs, outputs);
    }

    /** A model with one input and one output. */
    public static Model of(Tensor input, Tensor output) {
        return of(List.of(input), List.of(output));
    }

    /** A model of a graph under a name of your choice. */
    public static Model of(String name, List<Tensor> inputs, List<Tensor> outputs) {
        return new Functional(Layer.checkName(name, "model"), inputs, outputs);
    }

    /** Name of the model, {@code sequential} or {@code functional} and a number. */
    public String name() {
        return name;
    }

    /** The tensors it begins with; each is made by a {@link Placeholder}. Building must be possible. */
    public abstract List<Tensor> inputs();

    /** The tensors it ends with. */
    public abstract List<Tensor> outputs();

    /** Whether the input shape is known, so that weights exist. */
    public abstract boolean isBuilt();

    /** Makes the weights for samples of these shapes, one a model input, without the batch axis. */
    public abstract void build(List<Shape> sampleShapes);

    /** Takes back what {@link #build} made, as if it had not been called; for data that was refused after all. */
    public abstract void unbuild();

    /**
     * The layers. Those of a Sequential are in order of addition, without its input; those of another model, its inputs
     * among them, in Keras's order: the farther from the outputs, the earlier.
     */
    public abstract List<Layer> layers();

    /** Names of the inputs, in order. */
    public List<String> inputNames() {
        return inputs().stream().map(t -> Topology.inputName(t.node())).toList();
    }

    /** Names of the outputs: those of the layers that make them, with a number if one makes several. */
    public List<String> outputNames() {
        Topology parts = topology();
        Set<String> taken = new HashSet<>();
        return outputs().stream()
                .map(t -> Topology.Names.free(parts.name(t), taken))
                .toList();
    }

    /**
     * The layer of this name.
     *
     * @throws IllegalArgumentException if there is none; the message lists the known ones
     */
    public Layer getLayer(String name) {
        List<String> names = layers().stream().map(Layer::name).toList();
        Check.that(
                name != null && !name.isEmpty(),
                "getLayer needs the name or the index of a layer of model \"%s\"; its layers are %s",
                this.name,
                names);
        int at = names.indexOf(name);
        Check.that(at >= 0, "No layer \"%s\" in model \"%s\"; its layers are %s", name, this.name, names);
        return layers().get(at);
    }

    /** The layer at this place; the name does not matter. */
    public Layer getLayer(String name, int index) {
        return getLayer(index);
    }

    /** The layer at this place, 0 being the first; {@code -1} is the last. */
    public Layer getLayer(int index) {
        List<Layer> all = layers();
        int at = index < 0 ? index + all.size() : index;
        Check.that(
                at >= 0 && at < all.size(),
                "index of a layer of model \"%s\" must be from %d to %d, but received %d",
                name,
                -all.size(),
                all.size() - 1,
                index);
        return all.get(at);
    }

    /** Every weight of every layer, each once. */
    public List<Weight> weights() {
        return layer.weights();
    }

    /** The weights that training changes: those of layers that are not frozen, without states such as a moving mean. */
    public List<Weight> trainableWeights() {
        return Frozen.none().trainableWeights(this);
    }

    /** Whether training changes it. Default true. */
    public boolean trainable() {
        return layer.trainable();
    }

    /** Freezes or unfreezes it and all its layers; takes effect with the next {@code compile}. */
    public void setTrainable(boolean trainable) {
        layer.setTrainable(trainable);
    }

    /** Copies of all weights. */
    public List<INDArray> getWeights() {
        return Weights.copies(weights());
    }

    /** Replaces all weights; number and shapes must agree with {@link #getWeights()}, or nothing changes. */
    public void setWeights(List<INDArray> values) {
        Weights.set(weights(), values, "Model \"" + name + "\"");
    }

    /** Whether layers carry states from batch to batch, as stateful recurrent layers do. */
    public boolean carriesStates() {
        return layer.carriesStates();
    }

    /** Makes everything zero that layers carry from batch to batch: the states of stateful recurrent layers. */
    public void resetStates() {
        layer.resetStates();
    }

    /** Number of weight elements, each counted once. */
    public long countParams() {
        return layer.countParams();
    }

    /** The model as a table, which prints as text and shows as HTML. */
    public Summary summary() {
        return summary(s -> {});
    }

    /** The model as a table: {@code model.summary(s -> s.expandNested(true))}. */
    public Summary summary(Consumer<SummaryOptionsBuilder> options) {
        long trainable = trainableWeights().stream().mapToLong(Weight::size).sum();
        long optimizer = optimizerState().map(OptimizerState::countParams).orElse(0L);
        SummaryOptions chosen = SummaryOptions.of(options);
        List<Summary> inside = chosen.expandNested() ? List.of() : SummaryRows.inside(this);
        return new Summary(name, SummaryRows.of(this, chosen), countParams(), trainable, optimizer, inside);
    }

    /**
     * Saves the model with weights, compilation and optimizer state, so that training can go on: as {@code .keras}, which
     * Keras opens too, or the older {@code .h5}. The file is complete or as it was before.
     *
     * @throws IllegalArgumentException if the ending is another, or a layer is of a class that files cannot hold
     */
    public void save(Path file) {
        save(file, KerasConfig.standard());
    }

    /** Saves a model with records of your own: {@code model.save(file, KerasConfig.standard().with(Mine.of()))}. */
    public void save(Path file, KerasConfig classes) {
        ModelFiles.save(this, file, classes);
    }

    /**
     * Loads what {@link #save} or Keras saved. Nothing in the file is run; a layer of a class of your own needs {@link
     * #load(Path, KerasConfig)}.
     *
     * @throws IllegalArgumentException if the file is damaged or holds something unknown
     */
    public static Model load(Path file) {
        return load(file, KerasConfig.standard());
    }

    /** Loads a model with classes of your own: {@code Model.load(file, KerasConfig.standard().with(Mine.of()))}. */
    public static Model load(Path file, KerasConfig classes) {
        return ModelFiles.load(file, classes);
    }

    /** Saves the weights, and the optimizer's state if there is some, as {@code .weights.h5}. */
    public void saveWeights(Path file) {
        ModelFiles.saveWeights(this, file);
    }

    /** Replaces the weights by those of a file, of which number and shapes must agree, or nothing changes. */
    public void loadWeights(Path file) {
        ModelFiles.loadWeights(this, file);
    }

    /** What the model computes, without weights, as Keras's JSON. */
    public String toJson() {
        return toJson(KerasConfig.standard());
    }

    /** As {@link #toJson()}, with records of your own. */
    public String toJson(KerasConfig classes) {
        return ModelFiles.toJson(this, classes);
    }

    /** A model with new weights of what {@link #toJson} or Keras wrote. */
    public static Model fromJson(String json) {
        return fromJson(json, KerasConfig.standard());
    }

    /** As {@link #fromJson(String)}, with records of your own. */
    public static Model fromJson(String json, KerasConfig classes) {
        return ModelFiles.fromJson(json, classes);
    }

    /** The outputs for these inputs, whose batch may be known, as {@code trace} sees them. */
    public List<Tensor> call(Trace trace, List<Tensor> inputs) {
        return new Replay(inputs(), outputs()).on(inputs, trace::call);
    }

    @Override
    public boolean mixesSamples() {
        return layers().stream().anyMatch(LayerSpec::mixesSamples);
    }

    @Override
    public List<Tensor> call(Call call, List<Tensor> inputs) {
        if (!isBuilt()) {
            build(inputs.stream().map(t -> t.shape().slice(1, t.rank())).toList());
        }
        List<Shape> expected = inputs().stream().map(Tensor::shape).toList();
        List<Shape> given = inputs.stream().map(Tensor::shape).toList();
        Check.that(
                given.size() == expected.size(),
                "%s takes %d inputs of shapes %s, but received %d: %s",
                typeName(),
                expected.size(),
                expected,
                given.size(),
                given);
        for (int i = 0; i < given.size(); i++) {
            Check.that(
                    expected.get(i).matches(given.get(i)),
                    "input \"%s\" expects shape %s, but received %s",
                    inputNames().get(i),
                    expected.get(i),
                    given.get(i));
        }
        return new Replay(inputs(), outputs()).on(inputs, call::layer);
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        return call(call, List.of(x)).get(0);
    }

    /** This model as a layer. */
    Layer layer() {
        return layer;
    }

    /** The parts of its graph: inputs, layers and tensor operations. */
    public Topology topology() {
        return new Topology(inputs(), outputs());
    }
}
