package dev.sequential.callbacks;

import dev.sequential.engine.Check;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the logs of every epoch as a row of a CSV file: {@code epoch}, counted from 0, then the names in alphabetical
 * order. A value that an epoch does not have is {@code NA}.
 *
 * <pre>{@code
 * model.fit(x, y, f -> f.epochs(5).callbacks(CSVLogger.of(Path.of("training.csv"))));
 * }</pre>
 *
 * Source: Keras's {@code CSVLogger}.
 */
public final class CSVLogger implements Callback {
    private final Path file;
    private final CSVLoggerOptions options;
    private List<String> columns = List.of();
    private boolean header;

    private CSVLogger(Path file, CSVLoggerOptions options) {
        this.file = Check.notNull(file, "file");
        this.options = options;
    }

    /** Writes a new file, comma-separated. */
    public static CSVLogger of(Path file) {
        return of(file, c -> {});
    }

    /** Writes as {@link CSVLoggerOptions} say. */
    public static CSVLogger of(Path file, Consumer<CSVLoggerOptionsBuilder> options) {
        CSVLoggerOptionsBuilder builder = CSVLoggerOptionsBuilder.builder(new CSVLoggerOptions(",", false));
        options.accept(builder);
        return new CSVLogger(file, builder.build());
    }

    /** @throws UncheckedIOException if the file cannot be written */
    @Override
    public void onTrainBegin(Map<String, Double> logs) {
        columns = List.of();
        try {
            header = !options.append() || !Files.exists(file) || Files.size(file) == 0;
            if (!options.append()) Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws UncheckedIOException if the file cannot be written */
    @Override
    public void onEpochEnd(int epoch, Map<String, Double> logs) {
        if (columns.isEmpty()) columns = columns(logs);
        if (header) write(Stream.concat(Stream.of("epoch"), columns.stream()));
        header = false;
        write(Stream.concat(
                Stream.of(Integer.toString(epoch)),
                columns.stream().map(c -> logs.containsKey(c) ? Double.toString(logs.get(c)) : "NA")));
    }

    /** The names in order; those of validation are expected later if the first epoch has none. */
    private static List<String> columns(Map<String, Double> logs) {
        List<String> names = new ArrayList<>(new TreeSet<>(logs.keySet()));
        if (names.stream().noneMatch(n -> n.startsWith("val_"))) {
            names.addAll(names.stream().map(n -> "val_" + n).toList());
        }
        return names;
    }

    private void write(Stream<String> values) {
        try {
            Files.writeString(
                    file,
                    values.collect(Collectors.joining(options.separator())) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean followsBatches() {
        return false;
    }
}
