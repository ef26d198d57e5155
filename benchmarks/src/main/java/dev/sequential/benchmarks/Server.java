package dev.sequential.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A contender's side of the benchmarks: takes the measures that lines of its input ask for, {@code MEASURE CASE}, and
 * answers each by a line of JSON: {@code {"value": number}}, {@code {"cannot": true}} or {@code {"error": text}}. The
 * first answer, unasked, is {@code {"versions": text}}; {@code mnist FOLDER} is answered by {@code {"accuracy": share,
 * "seconds": number}}. {@code contender.py} is the same in Python.
 */
final class Server {
    private static final Duration WARMING = Duration.ofSeconds(2);

    private final Library library;
    private final Duration warming;
    private final Set<String> warm = new HashSet<>();
    private String current = "";
    private Optional<Exercise> exercise = Optional.empty();

    Server(Library library) {
        this(library, WARMING);
    }

    /** @param warming how long something is done unmeasured before it is measured, at least once */
    Server(Library library, Duration warming) {
        this.library = library;
        this.warming = warming;
    }

    /** Answers until the input ends. Whatever else the process prints goes to its error output, the log. */
    void run() throws IOException {
        PrintStream answers = System.out;
        System.setOut(System.err);
        run(System.in, answers);
    }

    void run(InputStream questions, PrintStream answers) throws IOException {
        answers.println(json("versions", '"' + library.versions() + '"'));
        var lines = new BufferedReader(new InputStreamReader(questions, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            answers.println(answer(line.split(" ", 2)));
        }
    }

    private String answer(String[] question) {
        try {
            Optional<String> answer =
                    question[0].equals("mnist") ? mnist(question[1]) : measure(question[0], question[1]);
            return answer.orElse("{\"cannot\": true}");
        } catch (RuntimeException e) {
            e.printStackTrace();
            return json("error", '"' + e.toString().replaceAll("[\"\\\\\\s]+", " ") + '"');
        }
    }

    private Optional<String> mnist(String folder) {
        return library.mnist(Path.of(folder))
                .map(r -> "{\"accuracy\": %s, \"seconds\": %s}".formatted(r.accuracy(), r.seconds()));
    }

    private Optional<String> measure(String measure, String subject) {
        make(subject);
        return exercise.map(e -> json("value", Double.toString(measured(measure, e))));
    }

    /** Holds one case at a time, so that none pays for the memory of others. */
    private void make(String name) {
        if (name.equals(current)) return;
        warm.clear();
        exercise = Optional.empty();
        exercise = library.exercise(name);
        current = name;
    }

    private double measured(String measure, Exercise on) {
        return switch (measure) {
            case "first_step" -> Clock.once(on::step);
            case "fit" -> epoch(measure, () -> on.fit(1)) / on.batches();
            case "evaluate" -> epoch(measure, on::evaluate) / on.batches();
            case "predict" -> epoch(measure, on::predict) / on.batches();
            case "predict_one" -> often(measure, on::predictOne);
            case "call_one" -> often(measure, on::callOne);
            case "heap" -> heap(on) / on.batches();
            default -> throw new IllegalArgumentException("no such measure: " + measure);
        };
    }

    private double epoch(String measure, Runnable work) {
        warm(measure, work);
        return Clock.once(work);
    }

    private double often(String measure, Runnable work) {
        warm(measure, work);
        return Clock.often(work);
    }

    private void warm(String measure, Runnable work) {
        if (warm.add(measure)) Clock.repeat(work, warming);
    }

    /** The kilobytes of an epoch of a training under way: what two more of them add. */
    private double heap(Exercise on) {
        warm("fit", () -> on.fit(1));
        return (Heap.allocated(() -> on.fit(3)) - Heap.allocated(() -> on.fit(1))) / 2e3;
    }

    private static String json(String key, String value) {
        return "{\"" + key + "\": " + value + "}";
    }
}
