package dev.sequential.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code ./sequential bench}: this library and Keras taking turns on the same cases. */
public final class Main {
    private final Options options;
    private final List<Contender> contenders = new ArrayList<>();

    private Main(Options options) {
        this.options = options;
    }

    /** Exits with 0, with 1 when something is missing, with 2 for a wrong command line. */
    public static void main(String[] arguments) {
        try {
            if (List.of(arguments).contains("--help")) System.out.print(Options.USAGE);
            else new Main(Options.parse(List.of(arguments), System.getenv())).run();
        } catch (Failure failure) {
            System.err.println("sequential: " + failure.getMessage());
            System.exit(failure.exitCode());
        }
    }

    private void run() {
        try {
            enter();
            Results results = measure();
            print(results);
            options.json().ifPresent(results::write);
        } finally {
            contenders.forEach(Contender::close);
        }
    }

    private void enter() {
        contenders.add(new Ours());
        if (options.backends().isEmpty()) return;
        Path sources = Path.of(System.getenv("SEQUENTIAL_ROOT"), "benchmarks", "src", "main", "python");
        var environment = new KerasEnvironment(sources, Path.of(System.getenv("SEQUENTIAL_STATE")));
        environment.ensure(System.getenv("SEQUENTIAL_PYTHON"));
        for (String backend : options.backends()) contenders.add(environment.start(backend));
    }

    private Results measure() {
        Map<String, String> versions = new LinkedHashMap<>();
        for (Contender contender : contenders) versions.put(contender.name(), contender.versions());
        var results = new Results(
                Runtime.getRuntime().availableProcessors(),
                versions,
                new ArrayList<>(),
                new ArrayList<>(),
                new LinkedHashMap<>());
        Race race = new Race(contenders, options.rounds());
        for (Case subject : options.speedCases()) {
            System.err.println("  " + subject.name() + " ...");
            results.fit().addAll(race.fit(subject));
            results.predict().addAll(race.predict(subject));
        }
        options.digits().filter(folder -> options.wantsMnist()).ifPresent(folder -> {
            System.err.println("  mnist ...");
            for (Contender contender : contenders) results.mnist().put(contender.name(), contender.mnist(folder));
        });
        return results;
    }

    private void print(Results results) {
        results.versions().forEach((name, versions) -> System.out.println(name + ": " + versions));
        System.out.println("Processors: %d. Rounds: %d, taking turns, an epoch each."
                .formatted(results.processors(), options.rounds()));
        if (!results.fit().isEmpty()) {
            System.out.println("\nTraining, ms per step\n" + Report.timings(results.fit()));
            System.out.println("Prediction, ms per batch\n" + Report.timings(results.predict()));
        }
        if (!results.mnist().isEmpty()) System.out.println(Report.mnist(results.mnist()));
        if (options.wantsMnist() && options.digits().isEmpty()) {
            System.out.println(
                    "mnist: skipped, since neither --mnist DIR nor SEQUENTIAL_MNIST says where its files are");
        }
    }
}
