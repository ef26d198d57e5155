package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.constraints.Constraint;
import dev.sequential.engine.Check;
import dev.sequential.engine.Composite;
import dev.sequential.engine.Normalized;
import dev.sequential.engine.Tensor;
import dev.sequential.initializers.Initializer;
import dev.sequential.regularizers.Regularizer;
import java.util.ArrayList;
import java.util.List;

/** A normalisation that scales and moves its result: {@code gamma · x + beta}. */
interface Scaled extends LayerSpec {
    double epsilon();

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
        Tensor y = x;
        if (scale()) y = y.times(Norms.spread(gamma(call, x, axes), x, axes));
        if (center()) y = y.plus(Norms.spread(beta(call, x, axes), x, axes));
        return y;
    }

    /** Results made of {@code x}, gamma and beta, which are as long as the last axis, as something a backend may know. */
    default List<Tensor> known(Call call, Normalized.Over over, Tensor x, List<Tensor> results) {
        int last = x.rank() - 1;
        List<Tensor> operands = new ArrayList<>(List.of(x));
        if (scale()) operands.add(gamma(call, x, last));
        if (center()) operands.add(beta(call, x, last));
        return Composite.of(new Normalized(over, epsilon(), scale(), center()), operands, results);
    }

    private Tensor gamma(Call call, Tensor x, int... axes) {
        return call.weight("gamma", Norms.lengths(x, axes), gammaInitializer(), gammaRegularizer(), gammaConstraint());
    }

    private Tensor beta(Call call, Tensor x, int... axes) {
        return call.weight("beta", Norms.lengths(x, axes), betaInitializer(), betaRegularizer(), betaConstraint());
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
