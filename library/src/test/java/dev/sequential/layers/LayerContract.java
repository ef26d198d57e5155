package dev.sequential.layers;

import static dev.sequential.unit.ArrayAsserts.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.Frozen;
import dev.sequential.Input;
import dev.sequential.Layer;
import dev.sequential.LayerSpec;
import dev.sequential.Model;
import dev.sequential.Trace;
import dev.sequential.Weight;
import dev.sequential.engine.DType;
import dev.sequential.engine.FiniteDifferences;
import dev.sequential.engine.Gradients;
import dev.sequential.engine.Placeholder;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.Type;
import dev.sequential.engine.Variable;
import dev.sequential.saving.KerasConfig;
import dev.sequential.unit.Compute;
import dev.sequential.unit.Values;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What every layer must do, checked from one line: {@code of(Dense.of(3), "4 -> 3")} for a layer, its samples and the
 * samples of its first result. Several inputs stand after commas, integers after {@code int}.
 *
 * @param below bound of the inputs: numbers from -0.5 or integers from 0
 * @param training whether gradients are those of a training step
 */
record LayerContract(LayerSpec layer, List<Input> inputs, Shape output, int below, boolean training) {
    private static final int BATCH = 2;

    static LayerContract of(LayerSpec layer, String samples) {
        String[] sides = samples.split("->");
        List<Input> inputs =
                Arrays.stream(sides[0].split(",")).map(LayerContract::input).toList();
        return new LayerContract(layer, inputs, shape(sides[1]), 2, true);
    }

    /** With integers, or numbers, below another bound. */
    LayerContract below(int bound) {
        return new LayerContract(layer, inputs, output, bound, training);
    }

    /** For layers in which some gradients are left out on purpose while they are trained. */
    LayerContract withInferencesGradient() {
        return new LayerContract(layer, inputs, output, below, false);
    }

    private static Input input(String text) {
        boolean integers = text.contains("int");
        return new Input(shape(text.replace("int", "")), integers ? DType.INT32 : DType.FLOAT32);
    }

    private static Shape shape(String text) {
        return Shape.of(Arrays.stream(text.trim().split(" "))
                .filter(t -> !t.isEmpty())
                .mapToLong(Long::parseLong)
                .toArray());
    }

    /** The shape of the result is known as long as the batch is not. */
    void checkShape() {
        Tensor[] x = inputs.stream().map(Input::tensor).toArray(Tensor[]::new);
        assertThat(layer.apply(x).shape()).isEqualTo(Shape.of(Shape.UNKNOWN).and(output));
    }

    /** Gradients by inputs and weights are those that small changes show, in float64. */
    void checkGradient() {
        Trace trace = new Trace(training, Frozen.none(), DType.FLOAT64);
        List<Tensor> x = placeholders(DType.FLOAT64);
        Layer used = Layer.of(layer);
        Tensor loss = loss(trace.call(used, x), DType.FLOAT64);
        for (Tensor penalty : trace.losses()) loss = loss.plus(penalty);
        Map<Tensor, Variable> weights = new LinkedHashMap<>();
        for (Weight w : used.weights()) if (w.trained()) weights.put(trace.read(w.variable()), w.variable());
        FiniteDifferences.check(loss, x, values().stream().map(Values::data).toList(), weights);
    }

    /** Results and gradients are the same on both backends, in training and in inference. */
    void checkBackends() {
        Layer used = Layer.of(layer);
        for (boolean trains : new boolean[] {true, false}) {
            Trace trace = new Trace(trains);
            List<Tensor> x = placeholders(DType.FLOAT32);
            List<Tensor> results = new ArrayList<>(trace.call(used, x));
            List<Tensor> targets = new ArrayList<>(x);
            for (Weight w : used.weights()) targets.add(trace.read(w.variable()));
            Gradients.of(loss(results, DType.FLOAT32), targets).stream()
                    .filter(g -> g != null)
                    .forEach(results::add);
            List<Values> first = Compute.run(Compute.BACKENDS.get(0), x, values(), results, Map.of());
            List<Values> second = Compute.run(Compute.BACKENDS.get(1), x, values(), results, Map.of());
            for (int i = 0; i < results.size(); i++) {
                assertClose("result " + i + (trains ? " in training" : ""), second.get(i), first.get(i), 1e-5);
            }
        }
    }

    /** The options come back from Keras's JSON. */
    void checkConfig() {
        KerasConfig keras = KerasConfig.standard();
        assertThat(keras.read(keras.write(layer), LayerSpec.class)).isEqualTo(layer);
    }

    /** A model with the layer predicts the same after saving and loading. */
    void checkFile(Path folder) {
        Tensor[] x = inputs.stream().map(Input::tensor).toArray(Tensor[]::new);
        Model model = Model.of(List.of(x), layer.applyAll(x));
        Path file = folder.resolve("model.keras");
        model.save(file);
        assertThat(Model.load(file).predictAll(arrays())).isEqualTo(model.predictAll(arrays()));
    }

    /** A training step moves the layer's weights, if it has some, and gives a finite loss. */
    void checkStep() {
        Tensor[] x = inputs.stream().map(Input::tensor).toArray(Tensor[]::new);
        Layer used = Layer.of(layer);
        LayerSpec mean = (call, z) -> z.cast(call.floatType())
                .mean(IntStream.range(1, z.rank()).toArray())
                .expandDims(-1);
        Tensor y = mean.apply(used.applyAll(x).get(0));
        Model model = Model.of(List.of(x), List.of(Dense.of(1).apply(y)));
        model.compile("sgd", "mse");
        List<INDArray> before = used.trainableWeights().stream()
                .map(w -> w.variable().values().dup())
                .toList();
        double loss = model.trainOnBatch(arrays(), Nd4j.ones(BATCH, 1).mul(50)).loss();
        assertThat(loss).isFinite();
        List<INDArray> after =
                used.trainableWeights().stream().map(w -> w.variable().values()).toList();
        if (!before.isEmpty()) assertThat(after).isNotEqualTo(before);
    }

    private List<Tensor> placeholders(DType floats) {
        return inputs.stream()
                .map(input -> {
                    DType type = input.dtype().isFloat() ? floats : input.dtype();
                    return Tensor.of(
                            new Placeholder("x", new Type(Shape.of(BATCH).and(input.shape()), type)));
                })
                .toList();
    }

    private List<Values> values() {
        Random random = new Random(5);
        return inputs.stream()
                .map(input -> {
                    Shape shape = Shape.of(BATCH).and(input.shape());
                    double[] data = input.dtype().isFloat()
                            ? random.doubles(shape.size(), -0.5, below).toArray()
                            : random.ints(shape.size(), 0, below)
                                    .asDoubleStream()
                                    .toArray();
                    return new Values(input.dtype(), shape, data);
                })
                .toList();
    }

    private List<INDArray> arrays() {
        return values().stream()
                .map(v ->
                        Nd4j.createFromArray(v.data()).reshape(v.shape().dims()).castTo(Variable.dataType(v.dtype())))
                .toList();
    }

    /** A sum in which every number of the float results has a weight of its own. */
    private static Tensor loss(List<Tensor> results, DType type) {
        Random random = new Random(6);
        Tensor sum = Tensor.fill(0, Shape.scalar(), type);
        for (Tensor y : results) {
            if (!y.dtype().isFloat()) continue;
            double[] weights = random.doubles(y.shape().size(), -1, 1).toArray();
            sum = sum.plus(y.cast(type)
                    .times(Tensor.constant(weights, y.shape(), type))
                    .sum());
        }
        return sum;
    }

    @Override
    public String toString() {
        return layer.toString();
    }
}
