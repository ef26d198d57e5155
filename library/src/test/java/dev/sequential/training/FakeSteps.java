package dev.sequential.training;

import dev.sequential.Model;
import dev.sequential.data.BatchShapes;
import dev.sequential.engine.DType;
import dev.sequential.engine.Memory;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Type;
import dev.sequential.engine.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Steps that compute nothing: they note what they are given and report planned losses, averaged by rows as real ones are.
 * Metrics are 0.5 at first and 0.25 more after each batch.
 */
public final class FakeSteps implements Steps {
    /** The first number of every row that a step was given, a list for each run. */
    public final List<List<Double>> trained = new ArrayList<>();

    public final List<List<Double>> tested = new ArrayList<>();
    public final List<List<Double>> targets = new ArrayList<>();
    public final List<List<Double>> weights = new ArrayList<>();
    final List<Long> seeds = new ArrayList<>();
    /** Loss of the training batch of this number, counted over all epochs. */
    public IntToDoubleFunction loss = batch -> 1;

    Runnable afterTraining = () -> {};
    int results;
    boolean closed;
    private final Model model;
    private final Compiled compiled;
    private double learningRate = 0.5;
    private double total;
    private long rows;
    private double last;
    private int batches;

    FakeSteps(Model model, Compiled compiled) {
        this.model = model;
        this.compiled = compiled;
    }

    @Override
    public Step train(BatchShapes shapes) {
        return new FakeStep(shapes, trained);
    }

    @Override
    public Step test(BatchShapes shapes) {
        return new FakeStep(shapes, tested);
    }

    @Override
    public Step predict(BatchShapes shapes) {
        return new FakeStep(shapes, tested);
    }

    @Override
    public List<String> names() {
        return compiled.names();
    }

    @Override
    public double[] results() {
        results++;
        double[] values = new double[names().size()];
        values[0] = rows == 0 ? 0 : total / rows;
        for (int i = 1; i < values.length; i++) values[i] = 0.25 + 0.25 * batches;
        return values;
    }

    @Override
    public void reset() {
        total = 0;
        rows = 0;
        batches = 0;
    }

    @Override
    public void beginEpoch(int epoch) {
        reset();
    }

    @Override
    public double learningRate() {
        return learningRate;
    }

    @Override
    public void setLearningRate(double rate) {
        learningRate = rate;
    }

    @Override
    public long iterations() {
        return trained.size();
    }

    @Override
    public void seed(long seed) {
        seeds.add(seed);
    }

    @Override
    public void afterTraining() {
        afterTraining.run();
    }

    @Override
    public void close() {
        closed = true;
    }

    private static List<Double> firsts(Memory memory) {
        List<Double> values = new ArrayList<>();
        long row = memory.size() / memory.shape().dim(0);
        for (long i = 0; i < memory.shape().dim(0); i++)
            values.add(memory.array().ravel().getDouble(i * row));
        return values;
    }

    private static Memory memory(Shape shape) {
        return Memory.of(Nd4j.create(Variable.dataType(DType.FLOAT32), shape.dims()), new Type(shape, DType.FLOAT32));
    }

    private final class FakeStep implements Step {
        private final int batch;
        private final List<List<Double>> log;
        private final List<Memory> inputs;
        private final List<Memory> outputs;
        private final List<Memory> yTrue;
        private final List<Memory> yWeights;

        FakeStep(BatchShapes shapes, List<List<Double>> log) {
            this.batch = shapes.rows();
            this.log = log;
            inputs = shapes.inputs().stream().map(FakeSteps::memory).toList();
            outputs = model.outputs().stream()
                    .map(t -> memory(t.shape().withDim(0, batch)))
                    .toList();
            yTrue = shapes.targets().stream().map(FakeSteps::memory).toList();
            yWeights = shapes.weights().stream().map(FakeSteps::memory).toList();
        }

        @Override
        public List<Memory> inputs() {
            return inputs;
        }

        @Override
        public List<Memory> targets() {
            return yTrue;
        }

        @Override
        public List<Memory> sampleWeights() {
            return yWeights;
        }

        @Override
        public void run() {
            last = log == trained ? loss.applyAsDouble(trained.size()) : 3;
            log.add(firsts(inputs.get(0)));
            targets.add(yTrue.isEmpty() ? List.of() : firsts(yTrue.get(0)));
            if (!yWeights.isEmpty()) weights.add(firsts(yWeights.get(0)));
            if (!outputs.isEmpty())
                outputs.get(0).array().assign(inputs.get(0).array().getColumns(0));
            total += last * batch;
            rows += batch;
            batches++;
        }

        @Override
        public List<Memory> outputs() {
            return outputs;
        }

        @Override
        public double batchLoss() {
            return last;
        }

        @Override
        public double[] batchLosses() {
            return new double[] {last};
        }
    }
}
