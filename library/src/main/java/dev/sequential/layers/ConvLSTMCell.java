package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.activations.ActivationFunction;
import dev.sequential.constraints.Constraint;
import dev.sequential.engine.Conv;
import dev.sequential.engine.DType;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.initializers.Initializer;
import dev.sequential.regularizers.Regularizer;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/**
 * One step of a {@link ConvLSTM}: an LSTM whose products are convolutions. That of the last output has the size of the
 * kernel and keeps the lengths. Gates are computed with channels last; states have the channels where the input has them.
 */
record ConvLSTMCell(
        int units,
        Sliding sliding,
        ActivationFunction activation,
        ActivationFunction recurrentActivation,
        boolean useBias,
        boolean unitForgetBias,
        Initializer kernelInitializer,
        Initializer recurrentInitializer,
        Initializer biasInitializer,
        Regularizer kernelRegularizer,
        Regularizer recurrentRegularizer,
        Regularizer biasRegularizer,
        Constraint kernelConstraint,
        Constraint recurrentConstraint,
        Constraint biasConstraint,
        double dropout,
        double recurrentDropout,
        OptionalLong seed)
        implements GatedCell {
    @Override
    public int gates() {
        return 4;
    }

    @Override
    public int masksOfOneKind() {
        return gates();
    }

    @Override
    public int rank() {
        return sliding.size().size() + 2;
    }

    @Override
    public Initializer firstBias() {
        return unitForgetBias ? LongShortTerm.remembering(biasInitializer, units) : biasInitializer;
    }

    @Override
    public List<Shape> stateShapes(Shape x) {
        Tensor one = Tensor.fill(0, Shape.of(1).and(x), DType.FLOAT32);
        Tensor in = sliding.enter(one);
        Shape places = sliding.window(in).places(in.shape().slice(1, -1));
        Tensor state = Tensor.fill(0, Shape.of(1).and(places).and(Shape.of(units)), DType.FLOAT32);
        Shape shape = sliding.leave(state).shape();
        return Collections.nCopies(2, shape.slice(1, shape.rank()));
    }

    @Override
    public long features(Tensor x) {
        return x.dim(sliding.dataFormat() == DataFormat.CHANNELS_FIRST ? 1 - rank() : -1);
    }

    @Override
    public Shape kernelShape(long features) {
        return sliding.kernel(features, (long) gates() * units);
    }

    @Override
    public Tensor inputProduct(Tensor x, Tensor columns) {
        boolean sequence = x.rank() > rank();
        Tensor in = sliding.enter(sequence ? TimeDistributed.flat(x) : x);
        Tensor y = Conv.of(in, columns, sliding.window(in), 1);
        return sequence ? y.reshape(x.shape().slice(0, 2).and(y.shape().slice(1, y.rank()))) : y;
    }

    @Override
    public Tensor outputProduct(Tensor h, Tensor columns) {
        List<Integer> ones = Collections.nCopies(sliding.size().size(), 1);
        Sliding same = new Sliding(sliding.layer(), sliding.size(), ones, ones, Padding.SAME, DataFormat.CHANNELS_LAST);
        return Conv.of(h, columns, same.window(h), 1);
    }

    @Override
    public List<Tensor> step(Call call, Tensor x, List<Tensor> states) {
        DataFormat format = sliding.dataFormat();
        Tensor h = format.toLast(states.get(0));
        Tensor gates = x.plus(recurrentProduct(call, h, recurrentKernel(call)));
        List<Tensor> made =
                LongShortTerm.step(this, gates, format.toLast(states.get(1)), activation, recurrentActivation);
        Tensor output = format.fromLast(made.get(0));
        return List.of(output, output, format.fromLast(made.get(2)));
    }
}
