package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;
import java.util.OptionalLong;

/** A layer that changes images at random while a model is trained and passes them on unchanged otherwise. */
interface Augmentation extends LayerSpec {
    DataFormat dataFormat();

    OptionalLong seed();

    /** The changed images {@code (batch, height, width, channels)}. */
    Tensor changed(Tensor images, Draw draw);

    @Override
    default Tensor call(Call call, Tensor input) {
        Tensor x = new Space(typeName(), 2, dataFormat()).checked(input).cast(call.floatType());
        Tensor images = dataFormat().toLast(x);
        // described in inference too, so that what does not fit is refused when the model is built
        Tensor changed = changed(images, new Draw(call, images.dim(0), seed()));
        return call.training() ? dataFormat().fromLast(changed) : x;
    }

    /** Refuses null among the options that all have. */
    static void check(String layer, OptionalLong seed, DataFormat dataFormat) {
        Check.notNull(seed, "seed of " + layer);
        Check.notNull(dataFormat, "dataFormat of " + layer);
    }
}
