package dev.sequential;

import dev.sequential.engine.Check;
import dev.sequential.engine.External;
import dev.sequential.engine.Origin;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.Type;
import dev.sequential.engine.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A layer in its place: what it computes (its {@link #spec()}), a name and its weights. Using one layer in two places
 * shares the weights.
 *
 * <pre>{@code
 * Layer encoder = Dense.of(8, "relu").named("encoder");
 * Tensor left = encoder.apply(a);
 * Tensor right = encoder.apply(b);     // the same weights
 * }</pre>
 */
public final class Layer implements LayerSpec {
    private final String name;
    private final LayerSpec spec;
    private final Map<String, Weight> weights = new LinkedHashMap<>();
    private final Map<String, Variable> carried = new LinkedHashMap<>();
    private boolean trainable = true;

    private Layer(String name, LayerSpec spec) {
        this.name = name;
        this.spec = spec;
    }

    /** A layer under an automatic name such as {@code dense_1}; a layer is returned as it is. */
    public static Layer of(LayerSpec spec) {
        Check.notNull(spec, "layer");
        return spec instanceof Layer layer ? layer : new Layer(Session.name(spec.typeName()), spec);
    }

    /** A layer under a name of your choice. */
    public static Layer of(String name, LayerSpec spec) {
        Check.notNull(spec, "layer");
        Check.that(
                name != null && !name.isBlank() && !name.contains("/"),
                "name of a layer must not be empty or contain '/', but received %s",
                name);
        Check.that(!(spec instanceof Layer), "%s already has a name", spec);
        return new Layer(name, spec);
    }

    /** Name in the model, in files and in messages. */
    public String name() {
        return name;
    }

    /** What it computes. */
    public LayerSpec spec() {
        return spec;
    }

    /** Whether training changes its weights. Default true. */
    public boolean trainable() {
        return trainable;
    }

    /** Freezes or unfreezes it; takes effect with the next {@code compile}. */
    public void setTrainable(boolean trainable) {
        this.trainable = trainable;
    }

    /** Its weights in the order of {@link #getWeights()}: trained ones, then states. None before its first use. */
    public List<Weight> weights() {
        List<Weight> all = new ArrayList<>();
        for (boolean trained : new boolean[] {true, false}) {
            weights.values().stream().filter(w -> w.trained() == trained).forEach(all::add);
        }
        return all;
    }

    /** Copies of its weights. */
    public List<INDArray> getWeights() {
        return Weights.copies(weights());
    }

    /** Replaces its weights; number and shapes must agree with {@link #getWeights()}. */
    public void setWeights(List<INDArray> values) {
        Weights.set(weights(), values, "Layer \"" + name + "\"");
    }

    /** Makes everything zero that it carries from batch to batch: the states of a stateful recurrent layer. */
    public void resetStates() {
        carried.values().forEach(v -> v.fill(0));
    }

    /** Number of weight elements. */
    public long countParams() {
        return weights.values().stream().mapToLong(Weight::size).sum();
    }

    @Override
    public Tensor apply(Tensor... inputs) {
        return applyAll(inputs).get(0);
    }

    @Override
    public List<Tensor> applyAll(Tensor... inputs) {
        Check.that(inputs.length > 0, "apply needs at least one tensor");
        List<Tensor> of = List.of(inputs);
        List<Type> types =
                new Trace(false).call(this, of).stream().map(Tensor::type).toList();
        return Tensor.all(new External(this, types), of);
    }

    @Override
    public Layer named(String other) {
        return of(other, this);
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        return call(call, List.of(x)).get(0);
    }

    @Override
    public List<Tensor> call(Call call, List<Tensor> inputs) {
        return Origin.in(name, () -> spec.call(call, inputs));
    }

    @Override
    public boolean supportsMasking() {
        return spec.supportsMasking();
    }

    @Override
    public String typeName() {
        return spec.typeName();
    }

    /** The weight of this name, if a trace has made it. */
    Weight find(String weight) {
        return weights.get(weight);
    }

    void add(Weight weight) {
        weights.put(weight.name(), weight);
    }

    /** What it carries under this name, zeros at first. */
    Variable carried(String state, Type type) {
        Variable variable = carried.computeIfAbsent(state, s -> Variable.zeros(name + "/" + s, type));
        Check.that(
                variable.type().equals(type),
                "Layer \"%s\" carries \"%s\" of shape %s from batch to batch, but this batch needs %s. Give every batch the same size.",
                name,
                state,
                variable.type().shape(),
                type.shape());
        return variable;
    }

    @Override
    public String toString() {
        return spec + " \"" + name + "\"";
    }
}
