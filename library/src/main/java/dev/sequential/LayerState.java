package dev.sequential;

import dev.sequential.engine.Check;
import dev.sequential.engine.Node;
import dev.sequential.engine.Type;
import dev.sequential.engine.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a layer's uses have made. A layer that {@link Layer#called} made shares it with the layer it comes from. */
final class LayerState {
    private final Map<String, Map<String, Weight>> weights = new LinkedHashMap<>();
    private final Map<String, Variable> carried = new LinkedHashMap<>();
    private final Map<Layer, String> children = new LinkedHashMap<>();
    private final List<Node> uses = new ArrayList<>();
    private final Layer owner;
    private final Policy policy;
    private boolean trainable = true;

    LayerState(Layer owner, Policy policy) {
        this.owner = owner;
        this.policy = policy;
    }

    /** The layer that was there first. */
    Layer owner() {
        return owner;
    }

    /** In which types it computes. */
    Policy policy() {
        return policy;
    }

    boolean trainable() {
        return trainable;
    }

    void setTrainable(boolean trainable) {
        this.trainable = trainable;
    }

    /** Weights by where they are inside the layer, {@code ""} or {@code cell/}; trained ones before states. */
    Map<String, List<Weight>> groups() {
        Map<String, List<Weight>> groups = new LinkedHashMap<>();
        weights.forEach((prefix, group) -> groups.put(
                prefix,
                Stream.concat(
                                group.values().stream().filter(Weight::trained),
                                group.values().stream().filter(w -> !w.trained()))
                        .toList()));
        return groups;
    }

    /** All weights, group by group. */
    List<Weight> weights() {
        return groups().values().stream().flatMap(List::stream).toList();
    }

    /** Gives the weights whose names begin so their place among the others: that of their layer's first call. */
    void open(String prefix) {
        weights.computeIfAbsent(prefix, p -> new LinkedHashMap<>());
    }

    /** The weight of this name, if a trace has made it. */
    Weight find(String prefix, String weight) {
        return weights.get(prefix).get(weight);
    }

    void add(String prefix, Weight weight) {
        weights.get(prefix).put(weight.name(), weight);
    }

    /** The layers that traces found inside, each with the name it has there. */
    Map<Layer, String> children() {
        return Collections.unmodifiableMap(children);
    }

    /** Remembers a layer found inside; tells whether it is new. */
    boolean adopt(Layer inner, String child) {
        return children.putIfAbsent(inner, child) == null;
    }

    /** The nodes of graphs where the layer is used. */
    List<Node> uses() {
        return uses;
    }

    /** Whether anything goes on from batch to batch. */
    boolean carries() {
        return !carried.isEmpty();
    }

    /** Makes everything zero that goes on from batch to batch. */
    void resetCarried() {
        carried.values().forEach(v -> v.fill(0));
    }

    /** What goes on from batch to batch under this name, zeros at first. */
    Variable carried(String name, Type type) {
        Variable variable = carried.computeIfAbsent(name, n -> Variable.zeros(owner.name() + "/" + n, type));
        Check.that(
                variable.type().equals(type),
                "\"%s\" of shape %s goes on from batch to batch, but this batch needs %s. Give every batch the same size.",
                name,
                variable.type().shape(),
                type.shape());
        return variable;
    }

    /** Takes back what uses have made. */
    void forget() {
        weights.clear();
        carried.clear();
        children.clear();
        uses.clear();
    }
}
