package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.constraints.Constraint;
import dev.sequential.engine.Conv;
import dev.sequential.engine.Tensor;
import dev.sequential.initializers.Initializer;
import dev.sequential.regularizers.Regularizer;

/** The part of a convolution of any dimension that keeps channels apart. */
interface ChannelFiltering extends Filtering {
    int depthMultiplier();

    Initializer depthwiseInitializer();

    Regularizer depthwiseRegularizer();

    Constraint depthwiseConstraint();

    /** How the kernels slide. */
    Sliding sliding();

    /** Each channel filtered by kernels of its own; results of one channel lie together. */
    default Tensor filtered(Call call, String name, Tensor x) {
        Tensor kernel = call.weight(
                name,
                sliding().kernel(x.dim(-1), depthMultiplier()),
                depthwiseInitializer(),
                depthwiseRegularizer(),
                depthwiseConstraint());
        Tensor filters = kernel.reshape(sliding().kernel(1, x.dim(-1) * depthMultiplier()));
        return Conv.of(x, filters, sliding().window(x), Math.toIntExact(x.dim(-1)));
    }
}
