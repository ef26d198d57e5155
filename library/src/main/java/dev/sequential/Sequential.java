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
    private Input input;
    private Tensor begin;
    private Tensor end;

    private Sequential() {
        super(Session.name("Sequential"));
    }

    /** A chain of these layers; an {@link Input} may be the first. */
    public static Sequential of(LayerSpec... layers) {
        Sequential model = new Sequential();
        for (LayerSpec layer : layers) model.add(layer);
        return model;
    }

    /**
     * One seed for everything random that follows: initial weights, shuffling, dropout. Automatic layer names start
     * again too, so running a notebook from the top gives the same names and numbers.
     */
    public static void seed(long seed) {
        Session.seed(seed);
    }

    /** Appends a layer and returns this model. */
    public Sequential add(LayerSpec layer) {
        Check.notNull(layer, "layer");
        if (layer instanceof Input in) {
            Check.that(layers.isEmpty() && input == null, "Input must be the first layer and the only one of its kind");
            input = in;
            begin = in.tensor();
            end = begin;
            return this;
        }
        Layer next = Layer.of(layer);
        List<Layer> all = new ArrayList<>(layers);
        all.add(next);
        checkNames(all);
        if (end != null) end = next.apply(end);
        layers.add(next);
        return this;
    }

    /** Takes the last layer away. */
    public void pop() {
        Check.state(!layers.isEmpty(), "There is no layer to pop");
        layers.remove(layers.size() - 1);
        if (begin != null) chain();
    }

    @Override
    public List<Tensor> inputs() {
        checkBuilt();
        return List.of(begin);
    }

    @Override
    public List<Tensor> outputs() {
        checkBuilt();
        return List.of(end);
    }

    @Override
    public boolean isBuilt() {
        return begin != null && !layers.isEmpty();
    }

    @Override
    public void build(List<Shape> sampleShapes) {
        Check.that(!layers.isEmpty(), "A Sequential without layers cannot be built");
        if (begin != null) return;
        Check.that(sampleShapes.size() == 1, "A Sequential takes 1 input, but received %d", sampleShapes.size());
        begin = new Input(
                        sampleShapes.get(0),
                        DType.FLOAT32,
                        Optional.of(layers.get(0).name() + "_input"))
                .tensor();
        try {
            chain();
        } catch (RuntimeException e) {
            begin = null;
            end = null;
            throw e;
        }
    }

    @Override
    public List<Layer> layers() {
        return Collections.unmodifiableList(layers);
    }

    private void chain() {
        end = begin;
        for (Layer layer : layers) end = layer.apply(end);
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
