package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A layer that joins its inputs element by element. Axes of length 1 are repeated; an input with fewer axes gets such
 * axes after the batch. The result has a mask if all inputs have one: a step counts if it counts in any of them.
 */
interface Merge extends LayerSpec {
    /** Joins inputs of one rank; a mask is null or has the rank of its input, with length 1 where it does not reach. */
    Tensor merge(List<Tensor> inputs, List<Tensor> masks);

    @Override
    default List<Tensor> call(Call call, List<Tensor> inputs) {
        int rank = inputs.stream().mapToInt(Tensor::rank).max().orElse(0);
        Shape result = null;
        List<Tensor> aligned = new ArrayList<>();
        List<Tensor> masks = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            Tensor x = inputs.get(i);
            Tensor mask = x.rank() == rank ? call.mask(i) : null;
            while (x.rank() < rank && x.rank() > 0) x = x.expandDims(1);
            while (mask != null && mask.rank() < rank) mask = mask.expandDims(-1);
            result = result == null ? x.shape() : joined(result, x.shape(), inputs);
            aligned.add(x);
            masks.add(mask);
        }
        call.outputMask(any(call, inputs.size()));
        return List.of(merge(aligned, masks));
    }

    @Override
    default Tensor call(Call call, Tensor x) {
        return call(call, List.of(x)).get(0);
    }

    @Override
    default boolean supportsMasking() {
        return true;
    }

    private Shape joined(Shape a, Shape b, List<Tensor> inputs) {
        List<Shape> shapes = inputs.stream().map(Tensor::shape).toList();
        boolean fits = a.rank() == b.rank() && Shape.of(a.dim(0)).matches(Shape.of(b.dim(0)));
        for (int i = 1; fits && i < a.rank(); i++) {
            fits = a.dim(i) == b.dim(i) || a.dim(i) <= 1 && a.dim(i) != 0 || b.dim(i) <= 1 && b.dim(i) != 0;
        }
        Check.that(
                fits,
                "%s cannot join shapes %s: lengths must be equal or 1, those of the batch equal",
                typeName(),
                shapes);
        return Shape.broadcast(a, b);
    }

    /** The masks of all inputs joined by or; null if one has none. */
    static Tensor any(Call call, int inputs) {
        List<Tensor> masks = new ArrayList<>();
        for (int i = 0; i < inputs; i++) masks.add(call.mask(i));
        return masks.stream().anyMatch(Objects::isNull)
                ? null
                : masks.stream().reduce(Tensor::maximum).orElse(null);
    }
}
