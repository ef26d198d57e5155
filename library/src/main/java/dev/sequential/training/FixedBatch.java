package dev.sequential.training;

import dev.sequential.Model;
import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import java.util.OptionalInt;

/**
 * What a model whose input has a fixed batch size asks of data. If it also carries states from batch to batch, row by
 * row, there must be no batch of another size.
 */
record FixedBatch(Model model) {
    /** The batch size to use: the one given or the model's own; one that contradicts it is refused. */
    OptionalInt size(OptionalInt given, String argument) {
        OptionalInt own = own();
        Check.that(
                own.isEmpty() || given.isEmpty() || own.getAsInt() == given.getAsInt(),
                "%s is %d, but the input of model \"%s\" has a fixed batch size of %d",
                argument,
                given.orElse(0),
                model.name(),
                own.orElse(0));
        return given.isPresent() ? given : own;
    }

    /** Refuses a number of rows that leaves a batch incomplete, if the model carries states. */
    void checkWhole(long rows, String what) {
        if (!carries()) return;
        int batch = own().getAsInt();
        Check.that(
                rows % batch == 0,
                "Model \"%s\" carries states from batch to batch, so %s must be a multiple of its batch size %d, but has %d rows",
                model.name(),
                what,
                batch,
                rows);
    }

    /** Refuses anything but one whole batch, if the model carries states. */
    void checkOne(long rows) {
        if (!carries()) return;
        Check.that(
                rows == own().getAsInt(),
                "Model \"%s\" carries states from batch to batch, so a batch must have %d rows, but has %d",
                model.name(),
                own().getAsInt(),
                rows);
    }

    /** Whether the model carries states from batch to batch. */
    boolean carries() {
        return model.carriesStates() && own().isPresent();
    }

    private OptionalInt own() {
        if (!model.isBuilt()) return OptionalInt.empty();
        long rows = model.inputs().get(0).dim(0);
        return rows == Shape.UNKNOWN ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact(rows));
    }
}
