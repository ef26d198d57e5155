package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Applies a layer to every time step, with the same weights: {@code (batch, time, …) → (batch, time, …)}.
 *
 * <pre>{@code
 * TimeDistributed.of(Conv2D.of(16, 3))     // (batch, time, height, width, channels)
 * }</pre>
 *
 * All steps are done at once, as one batch; one by one if the layer {@linkplain LayerSpec#mixesSamples() mixes samples}.
 *
 * @param layer done at each step
 * @see <a href="https://keras.io/api/layers/recurrent_layers/time_distributed/">Keras: TimeDistributed</a>
 */
public record TimeDistributed(LayerSpec layer) implements LayerSpec {
    /** @throws IllegalArgumentException if the layer is null */
    public TimeDistributed {
        Check.notNull(layer, "layer of TimeDistributed");
    }

    /** A layer at every step. */
    public static TimeDistributed of(LayerSpec layer) {
        return new TimeDistributed(layer);
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        return call(call, List.of(x)).get(0);
    }

    @Override
    public List<Tensor> call(Call call, List<Tensor> inputs) {
        Check.that(inputs.size() == 1, "TimeDistributed takes one input, but received %d", inputs.size());
        Tensor x = inputs.get(0);
        Check.that(x.rank() >= 3, "TimeDistributed expects shape (batch, time, …), but received %s", x.shape());
        return layer.mixesSamples() ? oneByOne(call, x) : atOnce(call, x);
    }

    private List<Tensor> atOnce(Call call, Tensor x) {
        Shape lead = x.shape().slice(0, 2);
        Tensor mask = call.mask();
        Tensor stepMasks = mask == null || mask.rank() < 3 ? null : flat(mask);
        return applied(call, flat(x), stepMasks).stream()
                .map(y -> y.reshape(lead.and(y.shape().slice(1, y.rank()))))
                .toList();
    }

    /** The first two axes as one. */
    static Tensor flat(Tensor x) {
        Shape lead = x.shape().slice(0, 2);
        long rows = lead.isKnown() ? lead.size() : Shape.UNKNOWN;
        return x.reshape(Shape.of(rows).and(x.shape().slice(2, x.rank())));
    }

    private List<Tensor> oneByOne(Call call, Tensor x) {
        Check.that(
                x.dim(1) > 0,
                "TimeDistributed of %s takes the steps one by one and must know their number, but received shape %s",
                layer.typeName(),
                x.shape());
        Tensor mask = call.mask();
        List<List<Tensor>> steps = new ArrayList<>();
        for (long t = 0; t < x.dim(1); t++) {
            Tensor stepMask = mask == null || mask.rank() < 3 ? null : at(mask, t);
            steps.add(applied(call, at(x, t), stepMask).stream()
                    .map(y -> y.expandDims(1))
                    .toList());
        }
        return IntStream.range(0, steps.get(0).size())
                .mapToObj(i -> joined(steps.stream().map(s -> s.get(i)).toList()))
                .toList();
    }

    private static Tensor at(Tensor x, long time) {
        return x.slice(1, time, time + 1).squeeze(1);
    }

    private static Tensor joined(List<Tensor> steps) {
        return steps.get(0).concat(1, steps.subList(1, steps.size()).toArray(Tensor[]::new));
    }

    private List<Tensor> applied(Call call, Tensor x, Tensor mask) {
        Tensor masked = x;
        if (mask != null) {
            masked = Part.of(call, "steps", List.of(x), part -> {
                        part.outputMask(mask);
                        return List.of(x);
                    })
                    .get(0);
        }
        return call.child("layer", layer, List.of(masked));
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }
}
