package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.constraints.Constraint;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.initializers.Initializer;
import dev.sequential.regularizers.Regularizer;
import java.util.Arrays;

/** A convolution of any dimension that keeps channels apart, then mixes them at each place. */
interface SeparableConvolution extends ChannelFiltering {
    int filters();

    Initializer pointwiseInitializer();

    Regularizer pointwiseRegularizer();

    Constraint pointwiseConstraint();

    @Override
    default Tensor call(Call call, Tensor input) {
        Tensor apart = filtered(call, "depthwise_kernel", sliding().enter(input));
        long[] ones = new long[apart.rank() - 2];
        Arrays.fill(ones, 1);
        Shape channels = Shape.of(apart.dim(-1), filters());
        Tensor kernel = call.weight(
                "pointwise_kernel",
                Shape.of(ones).and(channels),
                pointwiseInitializer(),
                pointwiseRegularizer(),
                pointwiseConstraint());
        return finish(call, sliding(), apart.matmul(kernel.reshape(channels)));
    }
}
