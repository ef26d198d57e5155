package dev.sequential.layers;

import dev.sequential.activations.ActivationFunction;
import dev.sequential.constraints.Constraint;
import dev.sequential.initializers.Initializer;
import dev.sequential.regularizers.Regularizer;
import java.util.OptionalLong;

/** What {@link ConvLSTM1D}, {@link ConvLSTM2D} and {@link ConvLSTM3D} share. */
sealed interface ConvLSTM extends Recurrent permits ConvLSTM1D, ConvLSTM2D, ConvLSTM3D {
    int filters();

    /** How the kernel slides over the input. */
    Sliding sliding();

    ActivationFunction activation();

    ActivationFunction recurrentActivation();

    boolean useBias();

    boolean unitForgetBias();

    Initializer kernelInitializer();

    Initializer recurrentInitializer();

    Initializer biasInitializer();

    Regularizer kernelRegularizer();

    Regularizer recurrentRegularizer();

    Regularizer biasRegularizer();

    Constraint kernelConstraint();

    Constraint recurrentConstraint();

    Constraint biasConstraint();

    double dropout();

    double recurrentDropout();

    OptionalLong seed();

    @Override
    default Cell cell() {
        return new ConvLSTMCell(
                filters(),
                sliding(),
                activation(),
                recurrentActivation(),
                useBias(),
                unitForgetBias(),
                kernelInitializer(),
                recurrentInitializer(),
                biasInitializer(),
                kernelRegularizer(),
                recurrentRegularizer(),
                biasRegularizer(),
                kernelConstraint(),
                recurrentConstraint(),
                biasConstraint(),
                dropout(),
                recurrentDropout(),
                seed());
    }
}
