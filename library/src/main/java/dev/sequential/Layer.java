package dev.sequential;

import dev.sequential.engine.Check;
import dev.sequential.engine.External;
import dev.sequential.engine.Node;
import dev.sequential.engine.Origin;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
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
    private final LayerState state;

    /** Without checks, for {@link Model}, which is the layer of its own name. */
    Layer(String name, LayerSpec spec) {
        this.name = name;
        this.spec = spec instanceof WithPolicy own ? own.spec() : spec;
        this.state = new LayerState(this, spec instanceof WithPolicy own ? own.policy() : Session.policy());
    }

    private Layer(LayerSpec spec, LayerState state) {
        this.name = state.owner().name;
        this.spec = spec;
        this.state = state;
    }

    /** A layer under an automatic name such as {@code dense_1}; a layer or a model is returned as it is. */
    public static Layer of(LayerSpec spec) {
        Check.notNull(spec, "layer");
        if (spec instanceof Layer layer) return layer;
        return spec instanceof Model model ? model.layer() : new Layer(Session.name(spec.typeName()), spec);
    }

    /** A layer under a name of your choice. */
    public static Layer of(String name, LayerSpec spec) {
        Check.notNull(spec, "layer");
        Check.that(!(spec instanceof Layer), "%s already has a name", spec);
        return new Layer(checkName(name, "layer"), spec);
    }

    static String checkName(String name, String of) {
        Check.that(
                name != null && !name.isBlank() && !name.contains("/"),
                "name of a %s must not be empty or contain '/', but received %s",
                of,
                name);
        return name;
    }

    /**
     * This layer for calls with other options: the same name and weights. For options that belong to a call, such as
     * {@code returnAttentionScores}.
     */
    public Layer called(LayerSpec options) {
        Check.that(
                options.getClass() == spec.getClass(),
                "Layer \"%s\" is %s and cannot be called as %s",
                name,
                spec.typeName(),
                options.typeName());
        return new Layer(options, state);
    }

    /** Name in the model, in files and in messages. */
    public String name() {
        return name;
    }

    /** What it computes. */
    public LayerSpec spec() {
        return spec;
    }

    /** In which types it computes: the policy it was given, or that of the session when it was made. */
    public Policy dtypePolicy() {
        return state.policy();
    }

    @Override
    public Layer dtype(String policy) {
        return dtype(Policy.of(policy));
    }

    /** A layer of this name and kind that computes by another policy, made before this one is used. */
    @Override
    public Layer dtype(Policy policy) {
        Check.state(state.uses().isEmpty(), "%s is used already. Give it its policy where it is made.", label());
        return new Layer(name, new WithPolicy(spec, policy));
    }

    /** Whether training changes its weights. Default true. */
    public boolean trainable() {
        return state.trainable();
    }

    /** Freezes or unfreezes it and all layers inside it; takes effect with the next {@code compile}. */
    public void setTrainable(boolean trainable) {
        state.setTrainable(trainable);
        inside().forEach(l -> l.setTrainable(trainable));
    }

    /** The layers inside it that have a name of their own: a model's, or the one a wrapper holds. */
    public List<Layer> inside() {
        return spec instanceof Model model
                ? model.layers()
                : List.copyOf(state.children().keySet());
    }

    /** The layers inside a wrapper, each with the name it has there; a model's are its {@link Model#layers()}. */
    public Map<Layer, String> children() {
        return state.children();
    }

    /** Its own weights by where they are inside it: {@code ""} or {@code cell/}. Trained ones come before states. */
    public Map<String, List<Weight>> weightGroups() {
        return state.groups();
    }

    /**
     * Its weights in the order of {@link #getWeights()}: trained ones, then states, then so those of the layers inside
     * it. None before its first use.
     */
    public List<Weight> weights() {
        Set<Weight> all = new LinkedHashSet<>(state.weights());
        inside().forEach(l -> all.addAll(l.weights()));
        return List.copyOf(all);
    }

    /** The weights that training changes: none of a frozen layer, and no states such as a moving mean. */
    public List<Weight> trainableWeights() {
        return trainableWeights(Layer::trainable);
    }

    /** Those of its trained weights whose layer {@code trains}. */
    List<Weight> trainableWeights(Predicate<Layer> trains) {
        Set<Weight> all = new LinkedHashSet<>();
        if (trains.test(this)) state.weights().stream().filter(Weight::trained).forEach(all::add);
        inside().forEach(l -> all.addAll(l.trainableWeights(trains)));
        return List.copyOf(all);
    }

    /** Copies of its weights. */
    public List<INDArray> getWeights() {
        return Weights.copies(weights());
    }

    /** Replaces its weights; number and shapes must agree with {@link #getWeights()}. */
    public void setWeights(List<INDArray> values) {
        Weights.set(weights(), values, "Layer \"" + name + "\"");
    }

    /** Whether it, or a layer inside it, carries states from batch to batch. */
    public boolean carriesStates() {
        return state.carries() || inside().stream().anyMatch(Layer::carriesStates);
    }

    /** Makes everything zero that it carries from batch to batch: the states of a stateful recurrent layer. */
    public void resetStates() {
        state.resetCarried();
        inside().forEach(Layer::resetStates);
    }

    /** Number of weight elements. */
    public long countParams() {
        return weights().stream().mapToLong(Weight::size).sum();
    }

    /**
     * The tensor it makes in the model it was used in, to make another model with: {@code
     * Model.of(model.inputs(), List.of(model.getLayer("hidden").output()))}.
     *
     * @throws IllegalStateException if it has not been used or has been used in several places
     */
    public Tensor output() {
        List<Node> uses = state.uses();
        Check.state(
                uses.size() == 1,
                uses.isEmpty()
                        ? "Layer \"%s\" has no output yet: it has not been used in a model"
                        : "Layer \"%s\" has been used %d times; keep what apply returned instead of asking for its output",
                name,
                uses.size());
        return uses.get(0).outputs().get(0);
    }

    @Override
    public Tensor apply(Tensor... inputs) {
        return applyAll(inputs).get(0);
    }

    @Override
    public List<Tensor> applyAll(Tensor... inputs) {
        Check.that(inputs.length > 0, "apply of layer \"%s\" needs at least one tensor", name);
        List<Tensor> of = List.of(inputs);
        List<Type> types =
                new Trace(false).call(this, of).stream().map(Tensor::type).toList();
        List<Tensor> outputs = Tensor.all(new External(this, types), of);
        state.uses().add(outputs.get(0).node());
        return outputs;
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
        String outer = Origin.current();
        try {
            String path = outer.isEmpty() ? name : outer + "/" + name;
            return Origin.in(path, () -> dtypePolicy().products().in(() -> spec.call(call, inputs)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(explained(e.getMessage()), e);
        }
    }

    /** {@code Dense expects …} becomes {@code Dense "dense_1" expects …}. */
    private String explained(String message) {
        String type = typeName() + " ";
        return label() + (message.startsWith(type) ? message.substring(type.length() - 1) : ": " + message);
    }

    /** How messages begin that are about this layer. */
    String label() {
        return typeName() + " \"" + name + "\"";
    }

    @Override
    public boolean supportsMasking() {
        return spec.supportsMasking();
    }

    @Override
    public boolean mixesSamples() {
        return spec.mixesSamples();
    }

    @Override
    public String typeName() {
        return spec.typeName();
    }

    /** The layer whose weights it uses: itself, unless {@link #called} made it. */
    Layer owner() {
        return state.owner();
    }

    /** What its uses have made. */
    LayerState state() {
        return state;
    }

    boolean isModel() {
        return spec instanceof Model;
    }

    /** Takes back what its first use made. */
    void forget() {
        state.forget();
        if (spec instanceof Model model) model.unbuild();
    }

    /** Remembers a layer that a trace found inside this one. */
    void adopt(String child, Layer inner) {
        if (!isModel() && state.adopt(inner, child) && !trainable()) inner.setTrainable(false);
    }

    @Override
    public String toString() {
        return spec + " \"" + name + "\"";
    }
}
