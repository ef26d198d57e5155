package dev.sequential.benchmarks;

import static dev.sequential.layers.Padding.SAME;

import dev.sequential.Input;
import dev.sequential.Model;
import dev.sequential.engine.Tensor;
import dev.sequential.layers.Activation;
import dev.sequential.layers.Add;
import dev.sequential.layers.BatchNormalization;
import dev.sequential.layers.Conv2D;
import dev.sequential.layers.Dense;
import dev.sequential.layers.GlobalAveragePooling2D;
import dev.sequential.optimizers.SGD;
import java.util.List;

/** Residual blocks of 16, 32 and 64 channels on small colour pictures: convolutions, each with its normalisation. */
final class ResNet {
    private ResNet() {}

    static Case resnet(int batch, int rows) {
        return new Case(
                "resnet_b" + batch,
                batch,
                ResNet::model,
                () -> Data.floats(rows, 32, 32, 3),
                () -> Data.numbers(10, rows));
    }

    private static Model model() {
        Tensor picture = Input.of(32, 32, 3).tensor();
        Tensor x = relu(convolved(picture, 16, 1));
        x = block(block(x, 16, 1), 16, 1);
        x = block(block(x, 32, 2), 32, 1);
        x = block(block(x, 64, 2), 64, 1);
        var model = Model.of(
                picture,
                Dense.of(10, "softmax").apply(GlobalAveragePooling2D.of().apply(x)));
        model.compile(SGD.of(0.1, s -> s.momentum(0.9)), "sparse_categorical_crossentropy", "accuracy");
        return model;
    }

    private static Tensor block(Tensor x, int filters, int strides) {
        Tensor y = convolved(relu(convolved(x, filters, strides)), filters, 1);
        Tensor direct = strides == 1
                ? x
                : Conv2D.of(filters, 1, c -> c.strides(List.of(strides)).useBias(false))
                        .apply(x);
        return relu(Add.of().apply(direct, y));
    }

    private static Tensor convolved(Tensor x, int filters, int strides) {
        var convolution = Conv2D.of(
                filters, 3, c -> c.strides(List.of(strides)).padding(SAME).useBias(false));
        return BatchNormalization.of().apply(convolution.apply(x));
    }

    private static Tensor relu(Tensor x) {
        return Activation.of("relu").apply(x);
    }
}
