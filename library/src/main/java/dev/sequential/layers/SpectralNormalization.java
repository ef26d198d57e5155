package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.Layer;
import dev.sequential.LayerSpec;
import dev.sequential.Model;
import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.initializers.TruncatedNormal;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A layer whose kernel training divides by its largest singular value, {@code kernel / σ}, which keeps the slope of the
 * layer at 1 or below. Power iteration finds σ; what it goes on from is the state vector_u {@code (1, last length)}. In
 * inference, and on Keras's JAX backend after training too, the kernel is as it is.
 *
 * <pre>{@code
 * SpectralNormalization.of(Dense.of(32))
 * }</pre>
 *
 * @param layer a layer that has a kernel or embeddings
 * @param powerIterations iterations at each step, 1 or more; default 1
 * @see <a href="https://keras.io/api/layers/normalization_layers/spectral_normalization/">Keras: SpectralNormalization</a>
 * @see <a href="https://arxiv.org/abs/1802.05957">Miyato et al. 2018</a>
 */
public record SpectralNormalization(LayerSpec layer, int powerIterations) implements LayerSpec {
    /** @throws IllegalArgumentException if the layer already has a name, or powerIterations is below 1 */
    public SpectralNormalization {
        Check.notNull(layer, "layer of SpectralNormalization");
        Check.that(
                !(layer instanceof Layer || layer instanceof Model),
                "SpectralNormalization needs a layer without a name, such as Dense.of(3), but received %s",
                layer);
        Check.atLeast(1, powerIterations, "powerIterations of SpectralNormalization");
    }

    /** With one iteration at each step. */
    public static SpectralNormalization of(LayerSpec layer) {
        return of(layer, 1);
    }

    /** With so many iterations at each step. */
    public static SpectralNormalization of(LayerSpec layer, int powerIterations) {
        return new SpectralNormalization(layer, powerIterations);
    }

    @Override
    public List<Tensor> call(Call call, List<Tensor> inputs) {
        boolean[] met = {false};
        List<Tensor> results =
                call.child("layer", layer, inputs, (name, shape, initializer, regularizer, constraint) -> {
                    if (!name.equals("kernel") && !name.equals("embeddings")) return null;
                    met[0] = true;
                    return normalized(call, call.weight(name, shape, initializer, regularizer, constraint));
                });
        Check.that(met[0], "SpectralNormalization needs a layer with a kernel or embeddings, but received %s", layer);
        return results;
    }

    /** Each call in training moves the vector on. */
    @Override
    public boolean mixesSamples() {
        return true;
    }

    private Tensor normalized(Call call, Tensor kernel) {
        Shape shape = kernel.shape();
        Tensor before = call.state("vector_u", Shape.of(1, shape.dim(-1)), TruncatedNormal.of(t -> t.stddev(0.02)));
        if (!call.training()) return kernel;
        Tensor weights = kernel.reshape(shape.size() / shape.dim(-1), shape.dim(-1));
        Tensor u = before;
        Tensor v = null;
        for (int i = 0; i < powerIterations; i++) {
            v = unit(u.matmul(weights.detach(), false, true));
            u = unit(v.matmul(weights.detach()));
        }
        Tensor zero = kernel.detach().abs().max().equalTo(0);
        Tensor sigma = v.detach().matmul(weights).times(u.detach()).sum();
        call.update(before, zero.select(before, u));
        return kernel.dividedBy(zero.select(sigma.like(1), sigma));
    }

    private static Tensor unit(Tensor x) {
        return Norms.unit(x, IntStream.range(0, x.rank()).toArray());
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        return call(call, List.of(x)).get(0);
    }
}
