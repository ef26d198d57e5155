package dev.sequential.data;

import dev.sequential.engine.Check;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Targets that {@code compile} was given, so that no {@code y} is needed. */
public sealed interface TargetTensor {
    /** One row for each sample that the model is trained or tested on. */
    record Given(INDArray array) implements TargetTensor {
        public Given {
            Check.notNull(array, "targetTensors");
        }
    }

    /** Asked at each step for the targets of its batch. */
    record Made(Supplier<INDArray> supplier) implements TargetTensor {
        public Made {
            Check.notNull(supplier, "targetTensors");
        }
    }

    /** An array in any form that {@link Forms} knows, or a supplier of arrays. */
    @SuppressWarnings("unchecked")
    static TargetTensor of(Object value) {
        if (value instanceof Supplier<?> supplier) return new Made((Supplier<INDArray>) supplier);
        return new Given(Forms.array(value, "targetTensors"));
    }
}
