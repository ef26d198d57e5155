package dev.sequential.training;

import dev.sequential.Dataset;
import dev.sequential.Model;
import dev.sequential.data.Each;
import dev.sequential.data.Rows;
import dev.sequential.data.Samples;
import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Checks what a user gives against the model and makes it ready to be cut into batches; nothing is changed by it. */
final class Preparation {
    private final Model model;
    private final Programs programs;
    private final String method;

    Preparation(Model model, Programs programs, String method) {
        this.model = model;
        this.programs = programs;
        this.method = method;
    }

    /** Inputs only. */
    Samples inputs(Dataset data) {
        return new Samples(Inputs.of(model, arrays(data).inputs()), List.of(), List.of());
    }

    /** Inputs, targets and sample weights; the weights may come with the data or beside it. */
    Samples samples(Dataset data, Optional<Each<INDArray>> sampleWeight) {
        programs.compileOrRefuse(method);
        Dataset.Arrays arrays = arrays(data);
        Check.that(
                arrays.sampleWeights().isEmpty() || sampleWeight.isEmpty(),
                "sampleWeight is given twice, in the Dataset and as an option");
        List<Rows> x = Inputs.of(model, arrays.inputs());
        Compiled compiled = programs.compiled(method, arrays.targets());
        List<Rows> y =
                Targets.of(compiled, model.outputs().stream().map(Tensor::shape).toList(), arrays.targets());
        Check.that(
                y.isEmpty() || y.get(0).count() == x.get(0).count(),
                "x has %d rows, but y has %d. Each sample needs its target.",
                x.get(0).count(),
                y.isEmpty() ? 0 : y.get(0).count());
        List<Rows> weights = SampleWeights.of(
                arrays.sampleWeights().or(() -> sampleWeight),
                compiled.targetNames(),
                x.get(0).count());
        return new Samples(x, y, weights);
    }

    /** The same samples, weighted by their classes too. */
    Samples weighted(Samples samples, Dataset data, Optional<Each<Map<Integer, Double>>> classWeight) {
        if (classWeight.isEmpty()) return samples;
        List<String> names = programs.compiled(method, Optional.empty()).targetNames();
        Each<INDArray> y = arrays(data).targets().orElseThrow();
        return samples.weighted(SampleWeights.times(samples.weights(), classWeight.get(), y, names));
    }

    private static Dataset.Arrays arrays(Dataset data) {
        return (Dataset.Arrays) Check.notNull(data, "data");
    }
}
