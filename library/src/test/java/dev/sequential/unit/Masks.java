package dev.sequential.unit;

import dev.sequential.Call;
import dev.sequential.Layer;
import dev.sequential.LayerSpec;
import dev.sequential.Trace;
import dev.sequential.engine.Placeholder;
import dev.sequential.engine.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs layers on inputs that have masks. */
public final class Masks {
    /** Gives its first input the second one as its mask. */
    private record Give() implements LayerSpec {
        @Override
        public List<Tensor> call(Call call, List<Tensor> inputs) {
            call.outputMask(inputs.get(1));
            return List.of(inputs.get(0));
        }

        @Override
        public Tensor call(Call call, Tensor x) {
            return x;
        }
    }

    private Masks() {}

    /** The results of an inference step, then their masks as far as they have some. */
    public static List<Values> run(String backend, LayerSpec layer, List<Values> inputs, List<Values> masks) {
        return run(backend, new Trace(false), layer, inputs, masks);
    }

    /** As {@link #run(String, LayerSpec, List, List)}, in a trace of the caller's. */
    public static List<Values> run(
            String backend, Trace trace, LayerSpec layer, List<Values> inputs, List<Values> masks) {
        List<Values> given = new ArrayList<>(inputs);
        given.addAll(masks);
        List<Tensor> placeholders = given.stream()
                .map(v -> Tensor.of(new Placeholder("x", v.type())))
                .toList();
        List<Tensor> x = placeholders.subList(0, inputs.size());
        for (int i = 0; i < masks.size(); i++) give(trace, x.get(i), placeholders.get(inputs.size() + i));
        List<Tensor> results = new ArrayList<>(trace.call(Layer.of(layer), x));
        for (Tensor result : List.copyOf(results)) {
            if (trace.mask(result) != null) results.add(trace.mask(result));
        }
        return Compute.run(backend, placeholders, given, results, Map.of());
    }

    /** Gives a tensor a mask. */
    public static void give(Trace trace, Tensor tensor, Tensor mask) {
        trace.call(Layer.of(new Give()), List.of(tensor, mask));
    }
}
