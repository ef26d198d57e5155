package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The axes of each sample in another order: with dims 2, 1 {@code (batch, a, b) → (batch, b, a)}.
 *
 * <pre>{@code
 * Permute.of(2, 1)
 * }</pre>
 *
 * @param dims which axis of the input each axis of the result is, counted from 1, the batch left out
 * @see <a href="https://keras.io/api/layers/reshaping_layers/permute/">Keras: Permute</a>
 */
public record Permute(List<Integer> dims) implements LayerSpec {
    /** @throws IllegalArgumentException if dims are not the numbers from 1 in some order */
    public Permute {
        dims = List.copyOf(dims);
        List<Integer> sorted = dims.stream().sorted().toList();
        Check.that(
                sorted.equals(IntStream.rangeClosed(1, dims.size()).boxed().toList()),
                "dims of Permute must be the numbers from 1 to %d in some order, but received %s",
                dims.size(),
                dims);
    }

    /** The order of the axes, counted from 1. */
    public static Permute of(int... dims) {
        return new Permute(IntStream.of(dims).boxed().toList());
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        Check.that(
                x.rank() == dims.size() + 1,
                "Permute of %d axes expects %d with the batch, but received shape %s",
                dims.size(),
                dims.size() + 1,
                x.shape());
        return x.transpose(IntStream.concat(IntStream.of(0), dims.stream().mapToInt(d -> d))
                .toArray());
    }
}
