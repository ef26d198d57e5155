package dev.sequential.benchmarks;

import dev.sequential.Model;
import java.util.List;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One model on one kind of data, which every contender trains and asks. The Keras side is the function of the same name
 * in {@code src/main/python/cases.py}.
 *
 * @param name of the case; by habit ends in the batch size
 * @param batch rows a step
 * @param model makes the compiled model
 * @param inputs makes the inputs, some hundred batches of them
 * @param targets makes the targets of as many rows
 */
record Case(String name, int batch, Supplier<Model> model, Supplier<INDArray> inputs, Supplier<INDArray> targets) {
    /** All there are; a new one is a line here, a class like {@link Tiny} and a Python function. */
    static final List<Case> ALL = List.of(
            Mlp.mlp(32, 9_600),
            Mlp.mlp(128, 12_800),
            Cnn.mnist(128, 2_560),
            Imdb.lstm(32, 3_200),
            Tiny.tiny(32, 9_600));
}
