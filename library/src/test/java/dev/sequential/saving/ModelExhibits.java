package dev.sequential.saving;

import dev.sequential.CompileBuilder;
import dev.sequential.Input;
import dev.sequential.Layer;
import dev.sequential.Model;
import dev.sequential.Sequential;
import dev.sequential.engine.DType;
import dev.sequential.engine.Tensor;
import dev.sequential.layers.Add;
import dev.sequential.layers.BatchNormalization;
import dev.sequential.layers.Bidirectional;
import dev.sequential.layers.Concatenate;
import dev.sequential.layers.Conv2D;
import dev.sequential.layers.Dense;
import dev.sequential.layers.Dot;
import dev.sequential.layers.Embedding;
import dev.sequential.layers.Flatten;
import dev.sequential.layers.GRU;
import dev.sequential.layers.LSTM;
import dev.sequential.layers.MaxPooling2D;
import dev.sequential.layers.MultiHeadAttention;
import dev.sequential.layers.SimpleRNN;
import dev.sequential.layers.TimeDistributed;
import dev.sequential.optimizers.Adadelta;
import dev.sequential.optimizers.Adafactor;
import dev.sequential.optimizers.Adagrad;
import dev.sequential.optimizers.Adam;
import dev.sequential.optimizers.AdamW;
import dev.sequential.optimizers.Adamax;
import dev.sequential.optimizers.Ftrl;
import dev.sequential.optimizers.Lamb;
import dev.sequential.optimizers.Lion;
import dev.sequential.optimizers.Nadam;
import dev.sequential.optimizers.Optimizer;
import dev.sequential.optimizers.RMSprop;
import dev.sequential.optimizers.SGD;
import dev.sequential.schedules.CosineDecay;
import dev.sequential.schedules.PiecewiseConstantDecay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Models of every structure, and one for each optimizer. */
final class ModelExhibits {
    private static final int ROWS = 4;

    private final SplittableRandom random = new SplittableRandom(2);
    private final List<Exhibit> all = new ArrayList<>();

    private ModelExhibits() {}

    static List<Exhibit> all() {
        ModelExhibits exhibits = new ModelExhibits();
        exhibits.addChains();
        exhibits.addGraphs();
        exhibits.addNestedAndShared();
        exhibits.addOptimizers();
        exhibits.addPolicies();
        return exhibits.all;
    }

    private void addChains() {
        Sequential images = Sequential.of(
                "images",
                Input.of(8, 8, 3),
                Conv2D.of(4, 3, "relu"),
                BatchNormalization.of(),
                MaxPooling2D.of(),
                Flatten.of(),
                Dense.of(3, "softmax"));
        add(
                images,
                c -> c.optimizer("sgd").loss("kl_divergence").metrics("accuracy"),
                List.of(floats(8, 8, 3)),
                floats(3));
        Sequential words = Sequential.of(
                "words",
                Input.of(6).as(DType.INT32),
                Embedding.of(20, 5, e -> e.maskZero(true)),
                Bidirectional.of(LSTM.of(4, r -> r.returnSequences(true))),
                GRU.of(3),
                Dense.of(1, "sigmoid"));
        INDArray tokens = Nd4j.createFromArray(
                new int[][] {{3, 4, 5, 0, 0, 0}, {7, 8, 9, 10, 0, 0}, {1, 2, 3, 4, 5, 6}, {19, 18, 17, 0, 0, 0}});
        add(words, c -> c.optimizer("rmsprop").loss("mse").metrics("mae"), List.of(tokens), floats(1));
        Sequential named = Sequential.of(
                "named",
                Input.of(4),
                Dense.of(3).named("dense_7"),
                Dense.of(3).named("a.b"),
                Dense.of(2).named("dense"));
        named.getLayer("a.b").setTrainable(false);
        add(named, c -> c.optimizer(Adam.of()).loss("mse"), List.of(floats(4)), floats(2));
    }

    private void addGraphs() {
        Tensor a = Input.named("a", 5);
        Tensor b = Input.named("b", 4, 5);
        Tensor left = Dense.of(6, "relu").named("left").apply(a);
        Tensor right = SimpleRNN.of(6).named("right").apply(b);
        Tensor both = Concatenate.of()
                .named("both")
                .apply(left, right.times(2).plus(left).minus(1));
        Tensor one = Dense.of(2).named("one").apply(both);
        Tensor two = Dense.of(3, "softmax").named("two").apply(both.maximum(0.1));
        Model ends = Model.of("ends", List.of(a, b), List.of(one, two));
        add(
                ends,
                c -> c.optimizer("adam")
                        .loss(Map.of("one", "mse", "two", "mae"))
                        .metrics(Map.of("one", List.of("mae")))
                        .lossWeights(Map.of("one", 1.0, "two", 0.5)),
                List.of(floats(5), floats(4, 5)),
                floats(2),
                floats(3));
        Tensor x = Input.named("x", 5, 4);
        List<Tensor> states = LSTM.of(3, r -> r.returnSequences(true).returnState(true))
                .named("encoder")
                .applyAll(x);
        Tensor decoded = LSTM.of(3).named("decoder").apply(states.get(0), states.get(1), states.get(2));
        Tensor attended = MultiHeadAttention.of(2, 3).named("attention").apply(states.get(0), x);
        Model steps = Model.of(
                "steps", List.of(x), List.of(decoded, Flatten.of().named("flat").apply(attended)));
        add(steps, c -> c.optimizer("sgd").loss("mse"), List.of(floats(5, 4)), floats(3), floats(15));
    }

    private void addNestedAndShared() {
        Sequential inner = Sequential.of("inner", Input.of(6), Dense.of(5, "tanh"), Dense.of(4));
        Tensor given = Input.named("given", 3, 2);
        Tensor code = inner.apply(Flatten.of().named("flat").apply(given));
        Model encoder = Model.of(
                "encoder", List.of(given), List.of(Dense.of(4).named("code").apply(code)));
        Layer shared = Dense.of(4).named("shared");
        Tensor a = Input.named("a", 3, 2);
        Tensor b = Input.named("b", 3, 2);
        Tensor first = shared.apply(encoder.apply(a));
        Tensor second = shared.apply(encoder.apply(b));
        Tensor near = Dot.of(1).named("near").apply(first, second);
        Tensor sum = Dense.of(2).named("sum").apply(Add.of().named("add").apply(first, second));
        Model twins = Model.of("twins", List.of(a, b), List.of(near, sum));
        add(twins, c -> c.optimizer("nadam").loss("mse"), List.of(floats(3, 2), floats(3, 2)), floats(1), floats(2));
        Sequential each = Sequential.of("each", Input.of(4), Dense.of(3, "relu"), Dense.of(2));
        Sequential whole = Sequential.of("whole", Input.of(5, 4), TimeDistributed.of(each), Flatten.of(), Dense.of(1));
        add(whole, c -> c.optimizer("sgd").loss("mse"), List.of(floats(5, 4)), floats(1));
    }

    private void addOptimizers() {
        List<Optimizer> optimizers = List.of(
                SGD.of(0.05, o -> o.momentum(0.9).nesterov(true)),
                SGD.of(0.05, o -> o.useEma(true).weightDecay(0.01).clipnorm(1)),
                RMSprop.of(0.01, o -> o.momentum(0.5).centered(true)),
                Adam.of(0.01, o -> o.amsgrad(true).globalClipnorm(1)),
                Adam.of(0.01, o -> o.schedule(CosineDecay.of(0.01, 10))),
                AdamW.of(0.01, o -> o.gradientAccumulationSteps(2)),
                Adamax.of(0.01),
                Nadam.of(0.01),
                Adagrad.of(0.05),
                Adadelta.of(0.5),
                Adafactor.of(0.01),
                Ftrl.of(0.01),
                Lion.of(0.01),
                Lamb.of(0.01),
                SGD.of(
                        0.1,
                        o -> o.momentum(0.5)
                                .schedule(PiecewiseConstantDecay.of(List.of(2, 5), List.of(0.1, 0.05, 0.01)))));
        for (int i = 0; i < optimizers.size(); i++) {
            Optimizer optimizer = optimizers.get(i);
            String name = "optimizer_" + i + "_" + optimizer.getClass().getSimpleName();
            Sequential model = Sequential.of(name, Input.of(4), Dense.of(3, "tanh"), Dense.of(2));
            add(model, c -> c.optimizer(optimizer).loss("mse"), List.of(floats(4)), floats(2));
        }
    }

    /** Of numbers with so few digits that bfloat16 holds every result: what Keras rounds is the same unrounded. */
    private void addPolicies() {
        Sequential mixed = Sequential.of(
                "mixed",
                Input.of(3, 4),
                TimeDistributed.of(Dense.of(3, "relu")).dtype("mixed_bfloat16"),
                Flatten.of().dtype("mixed_bfloat16"),
                Dense.of(2).dtype("float32"));
        mixed.setWeights(mixed.getWeights().stream().map(this::quarters).toList());
        all.add(new Exhibit(mixed.name(), mixed, List.of(quarters(floats(3, 4))), List.of()));
    }

    private INDArray quarters(INDArray like) {
        INDArray array = like.dup('c');
        for (long i = 0; i < array.length(); i++) array.putScalar(i, random.nextInt(-3, 4) / 4.0);
        return array;
    }

    private void add(Model model, Consumer<CompileBuilder> compilation, List<INDArray> x, INDArray... y) {
        model.compile(compilation);
        Exhibit exhibit = new Exhibit(model.name(), model, x, Arrays.asList(y));
        exhibit.train();
        all.add(exhibit);
    }

    private INDArray floats(long... shape) {
        long[] whole = new long[shape.length + 1];
        whole[0] = ROWS;
        System.arraycopy(shape, 0, whole, 1, shape.length);
        INDArray array = Nd4j.create(DataType.FLOAT, whole);
        for (long i = 0; i < array.length(); i++) array.putScalar(i, random.nextDouble(0.05, 1));
        return array;
    }
}
