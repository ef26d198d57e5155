package dev.sequential.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A process that answers as contenders do. */
final class FakeContender {
    private FakeContender() {}

    /** An entrant whose every process is a fake one. */
    static Entrant entrant(String name, Path folder) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command =
                List.of(java, "-cp", System.getProperty("java.class.path"), FakeContender.class.getName());
        return new Entrant(name, command, e -> e.put("FAKE", "1"), folder.resolve(name + ".log"), false);
    }

    public static void main(String[] arguments) throws IOException {
        System.out.println("{\"versions\": \"Fake " + System.getenv("FAKE") + "\"}");
        var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String question = questions.readLine(); question != null; question = questions.readLine()) {
            switch (question) {
                case "fit mlp_b32" -> System.out.println("{\"value\": 1.5}");
                case "predict mlp_b32", "evaluate mlp_b32" -> System.out.println("{\"value\": 0.5}");
                case "first_step mlp_b32" -> System.out.println("{\"value\": 250}");
                case "fit mlp_b128" -> System.out.println("{\"error\": \"ValueError: too big\"}");
                case "predict mlp_b128" -> {
                    System.err.println("Traceback\nMemoryError: no more\n");
                    System.exit(1);
                }
                default ->
                    System.out.println(
                            question.startsWith("mnist ")
                                    ? "{\"accuracy\": 0.98, \"seconds\": 10.25}"
                                    : "{\"cannot\": true}");
            }
        }
    }
}
