package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Vectors of length 1: {@code x / max(‖x‖₂, 1e-12)}. Shape unchanged.
 *
 * <pre>{@code
 * UnitNormalization.of()
 * }</pre>
 *
 * @param axis the axes that make up a vector; default the last
 * @see <a href="https://keras.io/api/layers/normalization_layers/unit_normalization/">Keras: UnitNormalization</a>
 */
public record UnitNormalization(List<Integer> axis) implements LayerSpec {
    /** @throws IllegalArgumentException if there is no axis */
    public UnitNormalization {
        axis = List.copyOf(axis);
        Check.that(!axis.isEmpty(), "axis of UnitNormalization must not be empty");
    }

    /** Over the last axis. */
    public static UnitNormalization of() {
        return of(-1);
    }

    /** Over this axis, or several together. */
    public static UnitNormalization of(int... axis) {
        return new UnitNormalization(IntStream.of(axis).boxed().toList());
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        return Norms.unit(x, Norms.axes(axis, x));
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }
}
