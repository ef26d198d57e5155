package dev.sequential.training;

import dev.sequential.Batch;
import dev.sequential.Dataset;
import dev.sequential.Model;
import dev.sequential.OnBatch;
import dev.sequential.Scores;
import dev.sequential.data.ArrayStream;
import dev.sequential.data.BatchStream;
import dev.sequential.data.Samples;
import dev.sequential.engine.Check;
import dev.sequential.engine.Memory;
import java.util.List;
import java.util.OptionalInt;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The calls that take all rows as one batch: no callbacks, no progress, no cutting. */
record OneBatch(Model model, Programs programs) {
    /** One update. */
    Scores train(Dataset data, OnBatch options) {
        Preparation preparation = new Preparation(model, programs, "trainOnBatch");
        Batch batch = preparation.batch(data);
        Samples plain = preparation.samples(batch, options.sampleWeight());
        Samples samples = preparation.weighted(plain, batch, options.classWeight());
        preparation.fixedBatch().checkOne(samples.count());
        Steps steps = programs.steps();
        return scores(steps, steps.train(samples.shapes(samples.count())), samples, options);
    }

    /** Loss and metrics. */
    Scores test(Dataset data, OnBatch options) {
        Check.that(options.classWeight().isEmpty(), "classWeight is for training; testOnBatch has no use for it");
        Preparation preparation = new Preparation(model, programs, "testOnBatch");
        Samples samples = preparation.samples(preparation.batch(data), options.sampleWeight());
        preparation.fixedBatch().checkOne(samples.count());
        Steps steps = programs.steps();
        return scores(steps, steps.test(samples.shapes(samples.count())), samples, options);
    }

    /** One array for each output. */
    List<INDArray> predict(Dataset data) {
        Preparation preparation = new Preparation(model, programs, "predictOnBatch");
        Samples samples = preparation.inputs(preparation.batch(data));
        preparation.fixedBatch().checkOne(samples.count());
        Step step = programs.predictor().predict(samples.shapes(samples.count()));
        run(step, samples);
        return step.outputs().stream().map(Memory::copy).toList();
    }

    /** Losses are always of this batch; metrics are, unless they go on from the batches before. */
    private static Scores scores(Steps steps, Step step, Samples samples, OnBatch options) {
        if (options.resetMetrics()) steps.reset();
        run(step, samples);
        double[] results = steps.results();
        double[] losses = step.batchLosses();
        System.arraycopy(losses, 0, results, 0, losses.length);
        return new Scores(Logs.of("", steps.names(), results));
    }

    private static void run(Step step, Samples samples) {
        BatchStream stream = ArrayStream.inOrder(samples, samples.count(), OptionalInt.empty());
        stream.begin(0);
        stream.next();
        stream.fill(step.inputs(), step.targets(), step.sampleWeights());
        step.run();
    }
}
