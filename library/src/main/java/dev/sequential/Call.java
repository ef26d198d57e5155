package dev.sequential;

import dev.sequential.constraints.Constraint;
import dev.sequential.engine.DType;
import dev.sequential.engine.RandomOp;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.initializers.Initializer;
import dev.sequential.regularizers.Regularizer;
import java.util.List;
import java.util.OptionalLong;

/**
 * One use of a layer while a model is traced: gives it its weights, tells whether it trains, and takes what it has to
 * say besides its result. The first trace makes a weight, later ones find it by its name.
 */
public interface Call {
    /** A weight that training changes. Its shape must be known; its penalty joins the loss. */
    Tensor weight(String name, Shape shape, Initializer initializer, Regularizer regularizer, Constraint constraint);

    /** A weight without penalty or constraint. */
    default Tensor weight(String name, Shape shape, Initializer initializer) {
        return weight(name, shape, initializer, Regularizer.NONE, Constraint.NONE);
    }

    /** A weight that gradients leave alone, such as a moving mean; {@link #update} changes it. */
    Tensor state(String name, Shape shape, Initializer initializer);

    /** Gives a state its value for the next run. Ignored where a run must not change the model. */
    void update(Tensor state, Tensor value);

    /**
     * A value that goes on from run to run, zeros at first, and is no weight: a stateful layer's state. {@link #carry}
     * changes it, in inference too; {@link Layer#resetStates()} makes it zero again.
     */
    Tensor carried(String name, Shape shape);

    /** Gives a {@link #carried} value its value for the next run. */
    void carry(String name, Tensor value);

    /** Whether this is a training step: dropout drops, statistics move. */
    boolean training();

    /** Whether the layer is to learn; a frozen BatchNormalization behaves as in inference. */
    boolean trainable();

    /** The model's float type: float32 unless chosen otherwise. */
    DType floatType();

    /** New random numbers at each run; the same ones for the same seed if one is given. See {@link RandomOp}. */
    Tensor random(RandomOp.Kind kind, double a, double b, Shape shape, OptionalLong seed);

    /** The mask of an input, {@code (batch, time)} of 0 and 1, or {@code null}. */
    Tensor mask(int input);

    /** The mask of the first input, or {@code null}. */
    default Tensor mask() {
        return mask(0);
    }

    /** Gives the result a mask, or takes it away with {@code null}. */
    void outputMask(Tensor mask);

    /** Gives one of several results a mask of its own, or takes it away with {@code null}. */
    void outputMask(int result, Tensor mask);

    /** Adds a number to the model's loss. */
    void addLoss(Tensor penalty);

    /** Adds a penalty on a result, averaged over the batch, and returns the result. */
    default Tensor penalized(Tensor y, Regularizer activityRegularizer) {
        if (activityRegularizer != Regularizer.NONE) {
            double batch = y.dim(0) == Shape.UNKNOWN ? 1 : y.dim(0);
            addLoss(activityRegularizer.penalty(y).dividedBy(batch));
        }
        return y;
    }

    /**
     * The results of a layer inside this one. Its weights are named {@code child/…} and belong to this layer, unless it is
     * a {@link Layer} or a {@link Model}, which has its own.
     */
    List<Tensor> child(String child, LayerSpec spec, List<Tensor> inputs);

    /** As {@link #child(String, LayerSpec, List)}, with weights that the layer inside asks for taken from elsewhere. */
    List<Tensor> child(String child, LayerSpec spec, List<Tensor> inputs, Source source);

    /** Where a layer inside another takes weights from. */
    @FunctionalInterface
    interface Source {
        /** The weight the layer asks for, or null for one of its own. */
        Tensor weight(
                String name, Shape shape, Initializer initializer, Regularizer regularizer, Constraint constraint);
    }

    /** The results of a layer that has its own name and weights, wherever else it is used; a model calls its layers so. */
    List<Tensor> layer(Layer layer, List<Tensor> inputs);

    /** The result of a layer inside this one with one input. */
    default Tensor child(String child, LayerSpec spec, Tensor x) {
        return child(child, spec, List.of(x)).get(0);
    }
}
