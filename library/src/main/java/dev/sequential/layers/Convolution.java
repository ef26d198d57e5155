package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.constraints.Constraint;
import dev.sequential.engine.Check;
import dev.sequential.engine.Conv;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.initializers.Initializer;
import dev.sequential.regularizers.Regularizer;

/** A convolution of any dimension. */
interface Convolution extends Filtering {
    int filters();

    int groups();

    Initializer kernelInitializer();

    Regularizer kernelRegularizer();

    Constraint kernelConstraint();

    /** How the kernel slides. */
    Sliding sliding();

    @Override
    default Tensor call(Call call, Tensor input) {
        Sliding sliding = sliding();
        Tensor x = sliding.enter(input);
        Check.that(
                x.dim(-1) % groups() == 0,
                "%s in %d groups expects a multiple of %d channels, but received shape %s",
                sliding.layer(),
                groups(),
                groups(),
                input.shape());
        long channels = x.dim(-1) == Shape.UNKNOWN ? Shape.UNKNOWN : x.dim(-1) / groups();
        Tensor kernel = call.weight(
                "kernel",
                sliding.kernel(channels, filters()),
                kernelInitializer(),
                kernelRegularizer(),
                kernelConstraint());
        return finish(call, sliding, Conv.of(x, kernel, sliding.window(x), groups()));
    }

    static void checkFilters(String layer, int filters, int groups) {
        Check.atLeast(1, filters, "filters of " + layer);
        Check.atLeast(1, groups, "groups of " + layer);
        Check.that(
                filters % groups == 0,
                "filters of %s must be a multiple of its %d groups, but received %d",
                layer,
                groups,
                filters);
    }
}
