package dev.sequential.training;

import dev.sequential.Batch;
import dev.sequential.Dataset;
import dev.sequential.Model;
import dev.sequential.data.Each;
import dev.sequential.data.RowSource;
import dev.sequential.data.Rows;
import dev.sequential.data.Samples;
import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
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

    /** What a fixed batch size of the model asks of data. */
    FixedBatch fixedBatch() {
        return new FixedBatch(model);
    }

    /** Inputs only. */
    Samples inputs(Batch batch) {
        return new Samples(Inputs.of(model, batch.inputs()), List.of(), List.of());
    }

    /** Inputs, targets and sample weights; the weights may come with the data or beside it. */
    Samples samples(Batch batch, Optional<Each<INDArray>> sampleWeight) {
        programs.compileOrRefuse(method);
        boolean built = model.isBuilt();
        try {
            return checked(batch, sampleWeight);
        } catch (IllegalArgumentException e) {
            if (!built) model.unbuild();
            throw e;
        }
    }

    private Samples checked(Batch batch, Optional<Each<INDArray>> sampleWeight) {
        Check.that(
                batch.sampleWeights().isEmpty() || sampleWeight.isEmpty(),
                "sampleWeight is given twice, in the Dataset and as an option");
        List<Rows> x = Inputs.of(model, batch.inputs());
        long count = x.get(0).count();
        Compiled compiled = programs.compiled(method, batch.targets());
        List<Shape> outputs = model.outputs().stream()
                .map(t -> t.shape().withDim(0, Shape.UNKNOWN))
                .toList();
        List<RowSource> y = Targets.of(compiled, outputs, batch.targets(), count);
        Arrays.sameLength("y", compiled.targetNames(), y);
        Check.that(
                y.isEmpty() || y.get(0).count() == count,
                "x has %d rows, but y has %d. Each sample needs its target.",
                count,
                y.isEmpty() ? 0 : y.get(0).count());
        List<Rows> weights = SampleWeights.of(batch.sampleWeights().or(() -> sampleWeight), compiled, outputs, count);
        return new Samples(x, y, weights);
    }

    /** The same samples, weighted by their classes too. */
    Samples weighted(Samples samples, Batch batch, Optional<Each<Map<Integer, Double>>> classWeight) {
        if (classWeight.isEmpty()) return samples;
        Compiled compiled = programs.compiled(method, Optional.empty());
        Check.that(
                compiled.givenNames().equals(compiled.targetNames()),
                "classWeight needs classes in y, but compile was given targets as targetTensors");
        Check.that(batch.targets().isPresent(), "classWeight needs the classes of the samples in y");
        return samples.weighted(SampleWeights.times(
                samples.weights(), classWeight.get(), batch.targets().get(), compiled));
    }

    /** Arrays; batches that come one after another are refused. */
    Batch batch(Dataset data) {
        Check.notNull(data, "data");
        Check.that(data instanceof Batch, "%s takes the arrays of one batch, but received %s", method, data);
        return (Batch) data;
    }
}
