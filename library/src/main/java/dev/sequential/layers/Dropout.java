package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.RandomOp;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * In training sets numbers to 0 at random, each with probability {@code rate}, and scales the others by
 * {@code 1/(1 - rate)} so that the expected sum stays; otherwise passes everything on. Shape unchanged.
 *
 * <pre>{@code
 * Dropout.of(0.2)
 * Dropout.of(0.2, d -> d.noiseShape(Shape.of(-1, 1, 8)))   // the same units at each time step
 * }</pre>
 *
 * @param rate probability of 0, from 0 to 1
 * @param noiseShape shape of the mask, whose axes of length 1 are repeated; default the input's
 * @param seed makes the mask independent of the model's seed; default none
 * @see <a href="https://keras.io/api/layers/regularization_layers/dropout/">Keras: Dropout</a>
 * @see <a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al. 2014</a>
 */
@Config
public record Dropout(double rate, Optional<Shape> noiseShape, OptionalLong seed) implements LayerSpec {
    /** @throws IllegalArgumentException if rate is not from 0 to 1 */
    public Dropout {
        Check.between(0, 1, rate, "rate of Dropout");
        Check.notNull(noiseShape, "noiseShape of Dropout");
        Check.notNull(seed, "seed of Dropout");
    }

    /** A dropout of this rate. */
    public static Dropout of(double rate) {
        return new Dropout(rate, Optional.empty(), OptionalLong.empty());
    }

    /** A dropout of this rate with options. */
    public static Dropout of(double rate, Consumer<DropoutBuilder> options) {
        DropoutBuilder builder = DropoutBuilder.builder(of(rate));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        if (!call.training() || rate == 0) return x;
        if (rate == 1) return x.zerosLike();
        Shape noise = Noise.shape(noiseShape, x.shape(), "Dropout");
        return x.times(call.random(RandomOp.Kind.BERNOULLI, 1 - rate, 1 / (1 - rate), noise, seed));
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }
}
