package dev.sequential.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * All numbers of a run, for {@code --json}.
 *
 * @param processors that the machine has
 * @param versions of each contender
 * @param fit timings of training steps, case by case
 * @param predict timings of predicted batches, case by case
 * @param mnist accuracy and seconds of each contender; empty if it was not run
 */
record Results(
        int processors,
        Map<String, String> versions,
        List<Timing> fit,
        List<Timing> predict,
        Map<String, Mnist.Result> mnist) {

    /** Writes them to a file as JSON. */
    void write(Path file) {
        try {
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), this);
        } catch (IOException e) {
            throw Failure.of("cannot write " + file + ": " + e.getMessage());
        }
    }
}
