package dev.sequential.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * All numbers of a run.
 *
 * @param date on which it ended, such as {@code 2026-11-27}
 * @param machine where
 * @param rounds turns of each contender
 * @param versions of each contender, this library first
 * @param timings of each contender, measure by measure, case by case
 * @param limits of the machine on each case
 * @param mnist accuracy and seconds of each contender; empty if it was not run
 */
record Results(
        String date,
        Machine machine,
        int rounds,
        Map<String, String> versions,
        List<Timing> timings,
        List<Limit> limits,
        Map<String, Mnist.Result> mnist) {

    /** The timings of one measure. */
    List<Timing> of(Measure measure) {
        return timings.stream().filter(t -> t.measure() == measure).toList();
    }

    /** Writes them to a file as JSON. */
    void write(Path file) {
        try {
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), this);
        } catch (IOException e) {
            throw Failure.of("cannot write " + file + ": " + e.getMessage());
        }
    }
}
