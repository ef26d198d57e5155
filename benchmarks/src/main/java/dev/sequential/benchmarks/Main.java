package dev.sequential.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code ./sequential bench}: this library and its peers taking turns on the same cases. */
public final class Main {
    private Main() {}

    /** Exits with 0, with 1 when something is missing, with 2 for a wrong command line. */
    public static void main(String[] arguments) {
        try {
            if (List.of(arguments).contains("--help")) System.out.print(Options.USAGE);
            else run(Options.parse(List.of(arguments), System.getenv()), System.getenv());
        } catch (Failure failure) {
            System.err.println("sequential: " + failure.getMessage());
            System.exit(failure.exitCode());
        }
    }

    private static void run(Options options, Map<String, String> environment) {
        Entrants entrants = Entrants.of(environment);
        Results results = new Run(options, entrants.with(options.peers())).results();
        System.out.print(Report.of(results));
        if (options.wantsMnist() && options.digits().isEmpty()) {
            System.out.println(
                    "mnist: skipped, since neither --mnist DIR nor SEQUENTIAL_MNIST says where its files are");
        }
        options.json().ifPresent(results::write);
        if (options.isWhole()) keep(results, entrants.root().resolve("benchmarks/results"));
    }

    private static void keep(Results results, Path folder) {
        String name = results.date() + "-" + results.machine().slug();
        try {
            Files.createDirectories(folder);
            results.write(folder.resolve(name + ".json"));
            Files.writeString(folder.resolve(name + ".svg"), Chart.of(results));
        } catch (IOException e) {
            throw Failure.of("cannot write into " + folder + ": " + e.getMessage());
        }
        System.err.println("Kept in " + folder.resolve(name) + ".json and .svg");
    }
}
