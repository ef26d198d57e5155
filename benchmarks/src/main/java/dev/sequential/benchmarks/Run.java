package dev.sequential.benchmarks;

import static dev.sequential.benchmarks.Measure.Kind.FRESH;
import static dev.sequential.benchmarks.Measure.Kind.GROWING;
import static dev.sequential.benchmarks.Measure.Kind.RACED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One run of the benchmarks: takes all measures that are asked for. */
final class Run {
    private final Options options;
    private final List<Entrant> entrants;
    private final List<Timing> timings = new ArrayList<>();
    private final List<Limit> limits = new ArrayList<>();
    private final Map<String, String> versions = new LinkedHashMap<>();
    private final Map<String, Mnist.Result> mnist = new LinkedHashMap<>();

    Run(Options options, List<Entrant> entrants) {
        this.options = options;
        this.entrants = entrants;
    }

    /** Measures; progress is told on the error output. */
    Results results() {
        Machine machine = Machine.measured();
        for (Case subject : options.speedCases()) limits.addAll(Limit.of(subject, machine));
        List<Contender> contenders = new ArrayList<>();
        try {
            for (Entrant entrant : entrants) contenders.add(entrant.start());
            for (Contender contender : contenders) versions.put(contender.name(), contender.versions());
            race(contenders);
            digits(contenders);
        } finally {
            contenders.forEach(Contender::close);
        }
        fresh();
        return new Results(LocalDate.now().toString(), machine, options.rounds(), versions, timings, limits, mnist);
    }

    private void race(List<Contender> contenders) {
        Race race = new Race(contenders, options.rounds());
        for (Case subject : options.speedCases()) {
            tell(subject.name());
            for (Measure measure : Measure.of(RACED, options.measures())) timings.addAll(race.run(subject, measure));
        }
        for (Measure measure : Measure.of(GROWING, options.measures())) {
            for (Case subject : Growth.ALL) {
                tell(subject.name());
                timings.addAll(race.run(subject, measure));
            }
        }
    }

    private void digits(List<Contender> contenders) {
        options.digits().filter(folder -> options.wantsMnist()).ifPresent(folder -> {
            tell("mnist");
            for (Contender contender : contenders) {
                contender.mnist(folder).ifPresent(result -> mnist.put(contender.name(), result));
            }
        });
    }

    private void fresh() {
        var fresh = new FreshProcess(Measure.of(FRESH, options.measures()));
        if (fresh.measures().isEmpty()) return;
        for (Case subject : options.speedCases()) {
            tell(subject.name() + ", in processes of its own");
            for (Entrant entrant : entrants) timings.addAll(fresh.run(entrant, subject));
        }
    }

    private static void tell(String what) {
        System.err.println("  " + what + " ...");
    }
}
