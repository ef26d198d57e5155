package dev.sequential.training;

import dev.sequential.engine.Check;
import dev.sequential.losses.Loss;
import dev.sequential.losses.SparseCategoricalCrossentropy;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Class numbers as targets. */
final class Labels {
    private Labels() {}

    /** Refuses numbers that are no class of an output with {@code classes} units. */
    static void check(INDArray labels, long classes, Compiled.Output output) {
        boolean whole = labels.dataType().isIntType()
                || labels.castTo(DataType.INT).castTo(labels.dataType()).equals(labels);
        if (whole && labels.minNumber().longValue() >= 0 && labels.maxNumber().longValue() < classes) return;
        INDArray flat = labels.reshape(labels.length());
        long perRow = labels.length() / labels.size(0);
        for (long i = 0; i < flat.length(); i++) {
            double label = flat.getDouble(i);
            boolean ok = label >= 0 && label < classes && label == Math.rint(label)
                    || ignored(output.loss().orElse(null), label);
            Check.that(
                    ok,
                    "Class labels in y must be whole numbers from 0 to %d for the %d units of output \"%s\", but row %d has %s.%s",
                    classes - 1,
                    classes,
                    output.name(),
                    i / perRow,
                    label == Math.rint(label) ? String.valueOf((long) label) : String.valueOf(label),
                    label == classes ? " Number the classes from 0, or give the layer more units." : "");
        }
    }

    private static boolean ignored(Loss loss, double label) {
        return loss instanceof SparseCategoricalCrossentropy s
                && s.ignoreClass().isPresent()
                && s.ignoreClass().getAsInt() == label;
    }
}
