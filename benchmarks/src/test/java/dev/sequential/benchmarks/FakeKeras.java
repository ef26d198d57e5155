package dev.sequential.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A process that speaks as contender.py does, for {@link Keras_AnswersTest}. */
final class FakeKeras {
    private FakeKeras() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println("{\"versions\": \"Keras 0 on " + System.getenv("KERAS_BACKEND") + " 1\"}");
        var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String question = questions.readLine(); question != null; question = questions.readLine()) {
            switch (question) {
                case "fit mlp_b32" -> System.out.println("{\"ms\": 1.5}");
                case "predict mlp_b32" -> System.out.println("{\"ms\": 0.5}");
                case "fit mlp_b128" -> System.out.println("{\"error\": \"ValueError: too big\"}");
                case "predict mlp_b128" -> {
                    System.err.println("Traceback\nMemoryError: no more\n");
                    System.exit(1);
                }
                default ->
                    System.out.println(
                            question.startsWith("mnist 5 ") ? "{\"accuracy\": 0.98, \"seconds\": 10.25}" : "{}");
            }
        }
    }
}
