package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Settings;
import dev.sequential.engine.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A recurrent layer that reads its input in both directions, with weights for each.
 *
 * <p>{@code (batch, time, features) → (batch, 2·units)}, or with {@code returnSequences} {@code (batch, time, 2·units)},
 * where the two outputs of one time are together; with {@code returnState} the states of both directions follow. Further
 * inputs are the states to begin with, those of the forward layer first. Weights: {@code forward_layer/…}, then {@code
 * backward_layer/…}.
 *
 * <pre>{@code
 * Bidirectional.of(LSTM.of(64))
 * Bidirectional.of(GRU.of(64, g -> g.returnSequences(true)), b -> b.mergeMode(MergeMode.SUM))
 * }</pre>
 *
 * @param layer reads forwards (unless it goes backwards itself)
 * @param mergeMode what is made of the two results; default {@link MergeMode#CONCAT}
 * @param backwardLayer reads the other way; default the same layer reversed, with weights of its own
 * @see <a href="https://keras.io/api/layers/recurrent_layers/bidirectional/">Keras: Bidirectional</a>
 * @see <a href="https://doi.org/10.1109/78.650093">Schuster and Paliwal 1997</a>
 */
@Config
public record Bidirectional(Recurrent layer, MergeMode mergeMode, Optional<Recurrent> backwardLayer)
        implements LayerSpec {
    /**
     * @throws IllegalArgumentException if both layers go the same way, or differ in {@code returnSequences}, {@code
     *     returnState} or {@code stateful}
     */
    public Bidirectional {
        Check.notNull(layer, "layer of Bidirectional");
        Check.notNull(mergeMode, "mergeMode of Bidirectional");
        Check.notNull(backwardLayer, "backwardLayer of Bidirectional");
        layer = layer.zeroingMasked();
        Recurrent reversed = layer.reversed();
        backwardLayer = backwardLayer.map(Recurrent::zeroingMasked).filter(b -> !b.equals(reversed));
        Recurrent backward = backwardLayer.orElse(reversed);
        Check.that(
                layer.goBackwards() != backward.goBackwards(),
                "layer and backwardLayer of Bidirectional must differ in goBackwards, but both have %s",
                layer.goBackwards());
        same("returnSequences", layer.returnSequences(), backward.returnSequences());
        same("returnState", layer.returnState(), backward.returnState());
        same("stateful", layer.stateful(), backward.stateful());
    }

    private static void same(String option, boolean forward, boolean backward) {
        Check.that(
                forward == backward,
                "layer and backwardLayer of Bidirectional must agree in %s, but have %s and %s",
                option,
                forward,
                backward);
    }

    /** Both directions, one beside the other. */
    public static Bidirectional of(Recurrent layer) {
        return new Bidirectional(layer, MergeMode.CONCAT, Optional.empty());
    }

    /** Both directions with options. */
    public static Bidirectional of(Recurrent layer, Consumer<BidirectionalBuilder> options) {
        BidirectionalBuilder builder = BidirectionalBuilder.builder(of(layer));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        return call(call, List.of(x)).get(0);
    }

    @Override
    public List<Tensor> call(Call call, List<Tensor> inputs) {
        int states = inputs.size() - 1;
        Check.that(
                states % 2 == 0,
                "Bidirectional takes as many states to begin with for both directions, but received %d",
                states);
        int half = 1 + states / 2;
        List<Tensor> forwardInputs = inputs.subList(0, half);
        List<Tensor> backwardInputs = new ArrayList<>(List.of(inputs.get(0)));
        backwardInputs.addAll(inputs.subList(half, inputs.size()));
        Recurrent backward = backwardLayer.orElseGet(layer::reversed);
        List<Tensor> forward = call.child("forward_layer", layer, forwardInputs);
        List<Tensor> back = call.child("backward_layer", backward, backwardInputs);
        List<Tensor> results = new ArrayList<>(merged(forward.get(0), inTime(back.get(0))));
        call.outputMask(null);
        for (int i = 0; layer.returnSequences() && i < results.size(); i++) call.outputMask(i, call.mask());
        results.addAll(forward.subList(1, forward.size()));
        results.addAll(back.subList(1, back.size()));
        return results;
    }

    /** The backward layer's outputs, in the order of time. */
    private Tensor inTime(Tensor outputs) {
        return layer.returnSequences() ? outputs.reverse(1) : outputs;
    }

    private List<Tensor> merged(Tensor forward, Tensor backward) {
        return switch (mergeMode) {
            case CONCAT -> List.of(forward.concat(-1, backward));
            case SUM -> List.of(forward.plus(backward));
            case MUL -> List.of(forward.times(backward));
            case AVE -> List.of(forward.plus(backward).times(0.5));
            case NONE -> List.of(forward, backward);
        };
    }

    @Override
    public String toString() {
        return Settings.text(this, of(layer));
    }
}
