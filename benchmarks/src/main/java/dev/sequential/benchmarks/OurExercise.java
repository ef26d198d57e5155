package dev.sequential.benchmarks;

import dev.sequential.Model;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A case made by this library, called as a user calls it.
 *
 * @param model compiled
 * @param x inputs
 * @param y targets
 * @param batch rows a step
 */
record OurExercise(Model model, INDArray x, INDArray y, int batch) implements Exercise {
    static OurExercise of(Case subject) {
        return new OurExercise(
                subject.model().get(), subject.inputs().get(), subject.targets().get(), subject.batch());
    }

    @Override
    public int batches() {
        return Math.toIntExact((x.size(0) + batch - 1) / batch);
    }

    @Override
    public void step() {
        model.trainOnBatch(rows(x, batch), rows(y, batch));
    }

    @Override
    public void fit(int epochs) {
        model.fit(x, y, f -> f.batchSize(batch).epochs(epochs).verbose(0));
    }

    @Override
    public void evaluate() {
        model.evaluate(x, y, e -> e.batchSize(batch).verbose(0));
    }

    @Override
    public void predict() {
        model.predict(x, p -> p.batchSize(batch).verbose(0));
    }

    @Override
    public void predictOne() {
        model.predict(rows(x, 1), p -> p.verbose(0));
    }

    @Override
    public void callOne() {
        model.predictOnBatch(rows(x, 1));
    }

    private static INDArray rows(INDArray array, int count) {
        return array.get(NDArrayIndex.interval(0, count));
    }
}
