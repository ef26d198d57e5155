package dev.sequential.magics;

import dev.sequential.display.TextTable;
import dev.sequential.engine.Registry;
import java.util.List;
import java.util.Set;

/**
 * All magics by name. A kernel hands over what stands after a percent sign:
 *
 * <pre>{@code
 * Object shown = Magics.run("summary", List.of("model"), scope);
 * }</pre>
 */
public final class Magics {
    private static final Registry<Magic> ALL = new Registry<>("magic");

    static {
        for (Magic magic : List.of(
                new SequentialMagic(),
                new SeedMagic(),
                new BackendMagic(),
                new PrecisionMagic(),
                new ProgressMagic(),
                new DatasetMagic(),
                new LoadKerasMagic(),
                new SummaryMagic(),
                new HistoryMagic(),
                new PlotMagic(),
                new MetricsMagic())) {
            ALL.add(magic, magic.usage().name());
        }
    }

    private Magics() {}

    /** The names, without percent sign. */
    public static Set<String> names() {
        return ALL.names();
    }

    /** The magic of this name, which must be one of {@link #names()}. */
    static Magic of(String name) {
        return ALL.of(name);
    }

    /** Name, purpose and Java of each. */
    public static TextTable table() {
        List<List<String>> rows = ALL.names().stream()
                .map(name -> ALL.of(name).usage())
                .map(u -> List.of(u.line(), u.purpose(), u.java()))
                .toList();
        return new TextTable(List.of("magic", "what it does", "the same in Java"), rows, "%name -h explains one.");
    }

    /**
     * Runs a magic, or gives its help if {@code -h} is among the words.
     *
     * @param words what was written after the name
     * @return what is to be shown, or {@code null}
     * @throws IllegalArgumentException if a name or word is wrong; the message says what to write
     */
    public static Object run(String name, List<String> words, Scope scope) {
        Magic magic = ALL.of(name);
        if (words.contains("-h") || words.contains("--help"))
            return magic.usage().help();
        return magic.run(Arguments.of(magic.usage(), words), scope);
    }
}
