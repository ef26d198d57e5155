package dev.sequential.benchmarks;

import dev.sequential.Model;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One model on one kind of data, which every contender trains and asks. The Keras side is the function of the same name
 * in {@code src/main/python/cases.py}, DL4J's the method in {@code dl4j}.
 *
 * @param name of the case; by habit ends in the batch size
 * @param batch rows a step
 * @param model makes the compiled model
 * @param inputs makes the inputs, ten batches of them or more
 * @param targets makes the targets of as many rows
 */
record Case(String name, int batch, Supplier<Model> model, Supplier<INDArray> inputs, Supplier<INDArray> targets) {
    /** All there are; a new one is a line here, a class like {@link Tiny} and a Python function. */
    static final List<Case> ALL = List.of(
            Mlp.mlp(32, 9_600),
            Mlp.mlp(128, 12_800),
            Cnn.mnist(128, 2_560),
            Imdb.lstm(32, 1_280),
            Transformer.transformer(32, 640),
            ResNet.resnet(64, 640),
            Tiny.tiny(32, 9_600));

    /** The case of this name, those of {@link Growth} included. */
    static Case named(String name) {
        return Stream.concat(ALL.stream(), Growth.ALL.stream())
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such case: " + name));
    }
}
