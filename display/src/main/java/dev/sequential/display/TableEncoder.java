package dev.sequential.display;

import dev.sequential.Dataset;
import dev.sequential.engine.Check;
import java.util.List;
import java.util.function.Consumer;
import org.nd4j.linalg.api.ndarray.INDArray;
import tech.tablesaw.api.Table;

/**
 * Makes arrays of tables the way it learnt from one of them, the training data: which columns there are, which categories
 * text has, what mean and deviation numbers have. Numbers stay one column, booleans become 0 and 1, text becomes one-hot
 * columns in alphabetical order.
 *
 * <pre>{@code
 * var split = Tables.split(penguins, 0.2, 42, "species");
 * var encoder = TableEncoder.of(split.train(), "species", e -> e.standardize(true).fillMissing(true));
 * model.fit(encoder.dataset(split.train()), f -> f.epochs(50));
 * Table answers = encoder.predictions(split.test(), model.predict(encoder.x(split.test())));
 * }</pre>
 */
public final class TableEncoder {
    private final List<ColumnEncoder> columns;
    private final TargetEncoder target;

    private TableEncoder(List<ColumnEncoder> columns, TargetEncoder target) {
        this.columns = columns;
        this.target = target;
    }

    /** With numbers as they are and nothing missing. */
    public static TableEncoder of(Table train, String target) {
        return of(train, target, e -> {});
    }

    /**
     * Learns from the training data; see {@link TableOptions}.
     *
     * @param target the column to be learnt; all others are inputs
     * @throws IllegalArgumentException where values are missing or a column is neither of numbers nor of booleans nor of text
     */
    public static TableEncoder of(Table train, String target, Consumer<TableOptionsBuilder> options) {
        TableOptionsBuilder builder = TableOptionsBuilder.builder(new TableOptions(false, false, false));
        options.accept(builder);
        TableOptions chosen = builder.build();
        TargetEncoder learnt = TargetEncoder.of(Tables.column(train, target), chosen.oneHotTarget());
        Check.that(train.rowCount() > 0, "train must have rows, but it is empty");
        List<ColumnEncoder> columns = train.columns().stream()
                .filter(c -> !c.name().equals(target))
                .map(c -> ColumnEncoder.of(c, chosen))
                .toList();
        return new TableEncoder(columns, learnt);
    }

    /** The inputs, float32 {@code (rows, features)}; the target's column need not be there. */
    public INDArray x(Table table) {
        return ColumnEncoder.encode(columns, table);
    }

    /** The targets: numbers and booleans float32 {@code (rows, 1)}, classes int32 {@code (rows,)} or one-hot rows. */
    public INDArray y(Table table) {
        return target.encode(table);
    }

    /** Inputs and targets. */
    public Dataset dataset(Table table) {
        return Dataset.of(x(table), y(table));
    }

    /** Names of the columns of {@link #x}, {@code island=Dream} for a category. Their number is the model's input size. */
    public List<String> featureNames() {
        return columns.stream().flatMap(c -> c.features().stream()).toList();
    }

    /** The classes in the order of their numbers; empty where the target is a number. */
    public List<String> classNames() {
        return target.classes();
    }

    /**
     * The table with the model's answers beside it: {@code species predicted} and, for classes, {@code species
     * probability}.
     *
     * @param predictions what {@code predict} gave for {@link #x} of this table
     * @throws IllegalArgumentException where their number or width is another
     */
    public Table predictions(Table table, INDArray predictions) {
        return target.predicted(table, Check.notNull(predictions, "predictions"));
    }

    /** What goes in and out. */
    @Override
    public String toString() {
        return "TableEncoder of " + String.join(", ", featureNames()) + " → " + target.column();
    }
}
