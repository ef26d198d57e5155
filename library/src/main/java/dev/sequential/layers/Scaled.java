package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.constraints.Constraint;
import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.initializers.Initializer;
import dev.sequential.regularizers.Regularizer;

/** A normalisation that scales and moves its result: {@code gamma · x + beta}. */
interface Scaled extends LayerSpec {
    boolean center();

    boolean scale();

    Initializer betaInitializer();

    Initializer gammaInitializer();

    Regularizer betaRegularizer();

    Regularizer gammaRegularizer();

    Constraint betaConstraint();

    Constraint gammaConstraint();

    /** Scales and moves {@code x}; both weights are shaped like the axes, which are in rising order. */
    default Tensor scaled(Call call, Tensor x, int... axes) {
        Shape shape = Norms.lengths(x, axes);
        Tensor y = x;
        if (scale()) {
            Tensor gamma = call.weight("gamma", shape, gammaInitializer(), gammaRegularizer(), gammaConstraint());
            y = y.times(Norms.spread(gamma, x, axes));
        }
        if (center()) {
            Tensor beta = call.weight("beta", shape, betaInitializer(), betaRegularizer(), betaConstraint());
            y = y.plus(Norms.spread(beta, x, axes));
        }
        return y;
    }

    @Override
    default boolean supportsMasking() {
        return true;
    }

    /** For compact constructors, whose parameters are not yet components. */
    static void check(String layer, double epsilon, Object... options) {
        Check.notNegative(epsilon, "epsilon of " + layer);
        for (Object option : options) Check.notNull(option, "option of " + layer);
    }
}
