package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.function.Function;

/** Something done with the weights of a part of a layer, which are named {@code part/…}. */
record Part(Function<Call, List<Tensor>> body) implements LayerSpec {
    /** The results of {@code body}, called for the part of this name. */
    static List<Tensor> of(Call call, String name, List<Tensor> inputs, Function<Call, List<Tensor>> body) {
        return call.child(name, new Part(body), inputs);
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        return body.apply(call).get(0);
    }

    @Override
    public List<Tensor> call(Call call, List<Tensor> inputs) {
        return body.apply(call);
    }
}
