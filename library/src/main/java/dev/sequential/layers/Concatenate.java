package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.DType;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * All inputs one after the other along an axis; they agree in all other lengths:
 * {@code (batch, a), (batch, b) → (batch, a + b)}.
 *
 * <pre>{@code
 * Tensor y = Concatenate.of().apply(a, b);
 * Tensor longer = Concatenate.of(1).apply(monday, tuesday);   // along time
 * }</pre>
 *
 * @param axis the axis, the batch being 0; default the last
 * @see <a href="https://keras.io/api/layers/merging_layers/concatenate/">Keras: Concatenate</a>
 */
public record Concatenate(int axis) implements LayerSpec {
    /** Along the last axis. */
    public static Concatenate of() {
        return of(-1);
    }

    /** Along this axis; a negative one counts from the last. */
    public static Concatenate of(int axis) {
        return new Concatenate(axis);
    }

    @Override
    public List<Tensor> call(Call call, List<Tensor> inputs) {
        Shape first = inputs.get(0).shape();
        int at = first.axis(axis);
        Check.that(
                inputs.stream()
                        .allMatch(x -> x.rank() == first.rank()
                                && x.shape().withDim(at, 1).matches(first.withDim(at, 1))),
                "Concatenate along axis %d expects shapes that agree elsewhere, but received %s",
                axis,
                inputs.stream().map(Tensor::shape).toList());
        call.outputMask(mask(call, inputs, at));
        Tensor[] rest = inputs.stream().skip(1).toArray(Tensor[]::new);
        return List.of(rest.length == 0 ? inputs.get(0) : inputs.get(0).concat(at, rest));
    }

    /** Joined as the inputs are where the masks have that axis, otherwise by or; an input without mask is all valid. */
    private static Tensor mask(Call call, List<Tensor> inputs, int axis) {
        List<Tensor> given =
                IntStream.range(0, inputs.size()).mapToObj(call::mask).toList();
        Tensor some = given.stream().filter(Objects::nonNull).findFirst().orElse(null);
        if (some == null) return null;
        List<Tensor> masks = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            Shape shape = inputs.get(i).shape().slice(0, some.rank());
            masks.add(given.get(i) == null ? Tensor.fill(1, shape, DType.FLOAT32) : given.get(i));
        }
        if (axis >= some.rank()) return masks.stream().reduce(Tensor::maximum).orElseThrow();
        return masks.size() == 1
                ? some
                : masks.get(0).concat(axis, masks.stream().skip(1).toArray(Tensor[]::new));
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        return x;
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }
}
