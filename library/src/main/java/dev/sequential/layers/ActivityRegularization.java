package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;
import dev.sequential.regularizers.L1L2;

/**
 * Passes its input on and adds a penalty on it to the loss, {@code l1 * Σ|x| + l2 * Σx²} divided by the batch size.
 * Shape unchanged.
 *
 * <pre>{@code
 * ActivityRegularization.of(0.01, 0)
 * }</pre>
 *
 * @param l1 factor of the absolute values, 0 or more
 * @param l2 factor of the squares, 0 or more
 * @see <a href="https://keras.io/api/layers/regularization_layers/activity_regularization/">Keras: ActivityRegularization</a>
 */
public record ActivityRegularization(double l1, double l2) implements LayerSpec {
    /** @throws IllegalArgumentException if a factor is negative */
    public ActivityRegularization {
        Check.notNegative(l1, "l1 of ActivityRegularization");
        Check.notNegative(l2, "l2 of ActivityRegularization");
    }

    /** With these factors. */
    public static ActivityRegularization of(double l1, double l2) {
        return new ActivityRegularization(l1, l2);
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        return l1 == 0 && l2 == 0 ? x : call.penalized(x, L1L2.of(l1, l2));
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }
}
