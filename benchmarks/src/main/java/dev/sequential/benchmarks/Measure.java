package dev.sequential.benchmarks;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;

/** What is measured of each contender on each case; less is better in all of them. */
enum Measure {
    FIT("fit", Kind.RACED, "Training, ms per step"),
    EVALUATE("evaluate", Kind.RACED, "Evaluation, ms per batch"),
    PREDICT("predict", Kind.RACED, "Prediction, ms per batch"),
    PREDICT_ONE("predict_one", Kind.RACED, "Prediction of one sample by predict, ms"),
    CALL_ONE("call_one", Kind.RACED, "Prediction of one sample by the quickest call, ms"),
    FIRST_STEP("first_step", Kind.FRESH, "First training step of a process, ms"),
    MEMORY("memory", Kind.FRESH, "Peak memory of a process, MB"),
    HEAP("heap", Kind.FRESH, "Java heap allocated per training step, kB"),
    GROWTH("growth", Kind.GROWING, "Training as the batch and the layers grow, ms per step");

    /** How a measure is taken. */
    enum Kind {
        /** In turns, by processes that live as long as the run. */
        RACED,
        /** Once, by a process made for it. */
        FRESH,
        /** In turns, on the cases of {@link Growth}. */
        GROWING
    }

    private final String word;
    private final Kind kind;
    private final String title;

    Measure(String word, Kind kind, String title) {
        this.word = word;
        this.kind = kind;
        this.title = title;
    }

    /** Its name on the command line and in files. */
    @JsonValue
    String word() {
        return word;
    }

    /** What contenders are asked for. */
    String question() {
        return this == GROWTH ? FIT.word : word;
    }

    Kind kind() {
        return kind;
    }

    /** What its table is called, with the unit. */
    String title() {
        return title;
    }

    /** Those measures among some that are taken so. */
    static List<Measure> of(Kind kind, List<Measure> some) {
        return some.stream().filter(m -> m.kind == kind).toList();
    }

    /** All names. */
    static List<String> words() {
        return Arrays.stream(values()).map(Measure::word).toList();
    }
}
