package dev.sequential;

import dev.sequential.engine.Check;
import dev.sequential.engine.DType;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A chain of layers, each taking the result of the one before.
 *
 * <pre>{@code
 * var model = Sequential.of(
 *     Input.of(64),
 *     Dense.of(128, "relu"),
 *     Dense.of(10, "softmax"));
 * model.compile("adam", "sparse_categorical_crossentropy", "accuracy");
 * History history = model.fit(x, y, f -> f.epochs(5));
 * }</pre>
 *
 * Without an {@link Input} the weights are made when the first data comes.
 */
public final class Sequential extends Model {
    private final List<Layer> layers = new ArrayList<>();
    private final List<Tensor> ends = new ArrayList<>();
    private Tensor begin;

    /** The layers that got their weights by building. */
    private List<Layer> empty = List.of();

    private Sequential(String name) {
        super(name);
    }

    /** A chain of these layers; an {@link Input} may be the first. */
    public static Sequential of(LayerSpec... layers) {
        return new Sequential(Session.name("Sequential")).with(layers);
    }

    /** A chain of these layers under a name of your choice. */
    public static Sequential of(String name, LayerSpec... layers) {
        return new Sequential(Layer.checkName(name, "model")).with(layers);
    }

    private Sequential with(LayerSpec... layers) {
        for (LayerSpec layer : layers) add(layer);
        return this;
    }

    /**
     * One seed for everything random that follows: initial weights, shuffling, dropout. Automatic layer names start
     * again too, so running a notebook from the top gives the same names and numbers.
     */
    public static void seed(long seed) {
        Session.seed(seed);
    }

    /** The policy of layers that get none of their own by {@link LayerSpec#dtype}; float32 unless set. */
    public static Policy dtypePolicy() {
        return Session.policy();
    }

    /**
     * Sets the policy of layers that are made from now on, {@code mixed_bfloat16} or {@code float32}. A layer is made when
     * it takes its place in a model or is named; those there are keep theirs.
     *
     * @throws IllegalArgumentException if the policy is not known; see {@link Policy}
     */
    public static void setDtypePolicy(String policy) {
        setDtypePolicy(Policy.of(policy));
    }

    /** As above. */
    public static void setDtypePolicy(Policy policy) {
        Session.setPolicy(Check.notNull(policy, "policy"));
    }

    /** Appends a layer and returns this model. */
    public Sequential add(LayerSpec layer) {
        Check.notNull(layer, "layer");
        Optional<Input> input = Input.in(layer);
        if (input.isPresent()) {
            Check.that(layers.isEmpty() && begin == null, "Input must be the first layer and the only one of its kind");
            begin = input.get().tensor();
            return this;
        }
        Layer next = Layer.of(layer);
        Check.that(
                layers.stream().noneMatch(l -> l.name().equals(next.name())),
                "Two layers are named \"%s\"; names in a model must be unique",
                next.name());
        if (layers.isEmpty() && begin == null) begin = inputOf(next);
        if (begin != null) ends.add(result(next, layers.size()));
        layers.add(next);
        return this;
    }

    /** Takes the last layer away. */
    public void pop() {
        Check.state(!layers.isEmpty(), "There is no layer to pop");
        layers.remove(layers.size() - 1);
        if (begin != null) ends.remove(ends.size() - 1);
    }

    /** A model that knows its input as first layer says what this one takes. */
    private static Tensor inputOf(Layer first) {
        boolean known = first.spec() instanceof Model model
                && model.isBuilt()
                && model.inputs().size() == 1;
        return known
                ? Input.of(((Model) first.spec()).inputs().get(0).type())
                        .name(first.name() + "_input")
                        .tensor()
                : null;
    }

    private Tensor result(Layer layer, int index) {
        try {
            List<Tensor> results = layer.applyAll(ends.isEmpty() ? begin : ends.get(ends.size() - 1));
            Check.that(
                    results.size() == 1,
                    "%s gives %d results, but a Sequential passes one on. Make a model with Model.of.",
                    layer.label(),
                    results.size());
            return results.get(0);
        } catch (IllegalArgumentException e) {
            String label = layer.label();
            String rest = e.getMessage().substring(label.length());
            throw new IllegalArgumentException(label + " (layer " + index + ")" + rest, e);
        }
    }

    @Override
    public List<Tensor> inputs() {
        checkBuilt();
        return List.of(begin);
    }

    @Override
    public List<Tensor> outputs() {
        checkBuilt();
        return List.of(ends.get(ends.size() - 1));
    }

    @Override
    public boolean isBuilt() {
        return begin != null && !layers.isEmpty();
    }

    @Override
    public void build(List<Shape> sampleShapes) {
        Check.that(!layers.isEmpty(), "A Sequential without layers cannot be built");
        if (begin != null) return;
        empty = layers.stream().filter(l -> l.weights().isEmpty()).toList();
        Check.that(sampleShapes.size() == 1, "A Sequential takes 1 input, but received %d", sampleShapes.size());
        begin = new Input(sampleShapes.get(0), DType.FLOAT32)
                .name(layers.get(0).name() + "_input")
                .tensor();
        try {
            for (int i = 0; i < layers.size(); i++) ends.add(result(layers.get(i), i));
        } catch (RuntimeException e) {
            unbuild();
            throw e;
        }
    }

    @Override
    public void unbuild() {
        begin = null;
        ends.clear();
        empty.forEach(Layer::forget);
    }

    @Override
    public List<Layer> layers() {
        return Collections.unmodifiableList(layers);
    }

    private void checkBuilt() {
        Check.state(
                isBuilt(),
                "Model \"%s\" has no input shape yet. Begin with Input.of(…), or call build or fit.",
                name());
    }

    @Override
    public String toString() {
        return "Sequential \"" + name() + "\" of " + layers.size() + (layers.size() == 1 ? " layer" : " layers");
    }
}
