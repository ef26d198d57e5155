package dev.sequential.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.Input;
import dev.sequential.Model;
import dev.sequential.Sequential;
import dev.sequential.engine.DType;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Type;
import dev.sequential.layers.Dense;
import dev.sequential.layers.Dropout;
import dev.sequential.metrics.Metric;
import dev.sequential.optimizers.Adam;
import dev.sequential.optimizers.Optimizer;
import dev.sequential.optimizers.RMSprop;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What a training step costs in memory, and that one seed gives one result. */
class StepPrograms_RunTest {
    private static final int FEATURES = 20;
    private static final int CLASSES = 5;

    private static StepPrograms steps(int width, Optimizer optimizer) {
        Sequential.seed(7);
        Model model = Sequential.of(
                Input.of(FEATURES), Dense.of(width, "relu"), Dropout.of(0.3), Dense.of(CLASSES, "softmax"));
        Metric error =
                Metric.of("error", (yTrue, yPred) -> yTrue.minus(yPred).abs().mean(-1));
        StepPrograms steps = new StepPrograms(
                model,
                new Compiled(
                        Optional.of(optimizer),
                        List.of(new Compiled.Output(
                                "out",
                                Optional.of((yTrue, yPred) ->
                                        yTrue.minus(yPred).square().mean(-1)),
                                1,
                                new Type(Shape.of(-1, CLASSES), DType.FLOAT32),
                                List.of(new NamedMetric("error", error)),
                                List.of()))));
        steps.seed(11);
        return steps;
    }

    private static void fill(Step step) {
        Random random = new Random(5);
        for (INDArray array :
                List.of(step.inputs().get(0).array(), step.targets().get(0).array())) {
            array.assign(Nd4j.createFromArray(random.doubles(array.length()).toArray())
                    .reshape(array.shape())
                    .castTo(array.dataType()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 600})
    void allocatesNothingFromStepToStep(int width) {
        try (StepPrograms steps = steps(width, Adam.of())) {
            Step step = steps.train(steps.shapes(32));
            fill(step);
            for (int i = 0; i < 200; i++) step.run();
            var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
            long native0 = Pointer.totalBytes();
            long heap0 = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 1000; i++) step.run();
            long heap = threads.getCurrentThreadAllocatedBytes() - heap0;
            assertThat(Pointer.totalBytes() - native0).as("native bytes").isZero();
            assertThat(heap / 1000).as("heap bytes a step").isLessThan(64);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 600})
    void oneSeedGivesOneResult(int width) {
        double[][] losses = new double[2][30];
        for (int run = 0; run < 2; run++) {
            try (StepPrograms steps = steps(width, RMSprop.of())) {
                Step step = steps.train(steps.shapes(32));
                fill(step);
                for (int i = 0; i < 30; i++) {
                    step.run();
                    losses[run][i] = step.batchLoss();
                }
            }
        }
        assertThat(losses[1]).isEqualTo(losses[0]);
        assertThat(Arrays.stream(losses[0]).distinct().count()).isEqualTo(30);
        assertThat(losses[0][29]).isLessThan(losses[0][0]);
    }
}
