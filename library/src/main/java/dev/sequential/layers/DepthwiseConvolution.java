package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.engine.Tensor;

/** A convolution of any dimension that keeps channels apart. */
interface DepthwiseConvolution extends ChannelFiltering {
    @Override
    default Tensor call(Call call, Tensor input) {
        Tensor x = sliding().enter(input);
        return finish(call, sliding(), filtered(call, "kernel", x));
    }
}
