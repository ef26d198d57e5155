package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.activations.ActivationFunction;
import dev.sequential.constraints.Constraint;
import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.initializers.Initializer;
import dev.sequential.regularizers.Regularizer;

/** What all convolutions end with: a bias for each filter, the activation, the penalty on the result. */
interface Filtering extends LayerSpec {
    boolean useBias();

    Initializer biasInitializer();

    Regularizer biasRegularizer();

    Constraint biasConstraint();

    ActivationFunction activation();

    Regularizer activityRegularizer();

    /** The result of a layer from the filtered input, whose channels are still last. */
    default Tensor finish(Call call, Sliding sliding, Tensor filtered) {
        Tensor y = filtered;
        if (useBias()) {
            Shape shape = Shape.of(y.dim(-1));
            y = y.plus(call.weight("bias", shape, biasInitializer(), biasRegularizer(), biasConstraint()));
        }
        return call.penalized(activation().apply(sliding.leave(y)), activityRegularizer());
    }

    /** Refuses null among the options of a weight. */
    static void checkWeight(
            String layer, String weight, Initializer initializer, Regularizer regularizer, Constraint constraint) {
        Check.notNull(initializer, weight + "Initializer of " + layer);
        Check.notNull(regularizer, weight + "Regularizer of " + layer);
        Check.notNull(constraint, weight + "Constraint of " + layer);
    }

    /** Refuses null among the options of the result. */
    static void checkResult(String layer, ActivationFunction activation, Regularizer activityRegularizer) {
        Check.notNull(activation, "activation of " + layer);
        Check.notNull(activityRegularizer, "activityRegularizer of " + layer);
    }
}
