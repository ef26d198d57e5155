package dev.sequential.layers;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.Input;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.saving.KerasConfig;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Options and shapes that layers refuse, and how. */
class Layers_RefuseTest {
    private final Tensor vector = Input.named("vector", 4);
    private final Tensor sequence = Input.named("sequence", 3, 4);
    private final Tensor image = Input.named("image", 3, 3, 4);

    private static void refuses(ThrowingCallable code, String message) {
        assertThatThrownBy(code).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void reshaping() {
        refuses(
                () -> Permute.of(1, 3),
                "dims of Permute must be the numbers from 1 to 2 in some order, but received [1, 3]");
        refuses(
                () -> Permute.of(2, 1).named("p").apply(vector),
                "Permute \"p\" of 2 axes expects 3 with the batch, but received shape (None, 4)");
        refuses(() -> RepeatVector.of(0), "n of RepeatVector must be 1 or more, but received 0");
        refuses(
                () -> RepeatVector.of(2).named("r").apply(sequence),
                "RepeatVector \"r\" expects shape (batch, features), but received (None, 3, 4)");
        refuses(
                () -> Masking.of().named("m").apply(Input.of().tensor()),
                "Masking \"m\" expects shape (batch, time, features), but received (None,)");
    }

    @Test
    void activations() {
        refuses(() -> ReLU.of(r -> r.negativeSlope(-1)), "negativeSlope of relu must be 0 or more, but received -1.0");
        refuses(() -> ReLU.of(r -> r.maxValue(-1)), "maxValue of relu must be 0 or more, but received -1.0");
        refuses(() -> PReLU.of(p -> p.sharedAxes(List.of(0))), "sharedAxes of PReLU must be 1 or more, but received 0");
        refuses(
                () -> PReLU.of(p -> p.sharedAxes(List.of(2))).named("p").apply(vector),
                "PReLU \"p\" shares axes [2], but received shape (None, 4)");
        refuses(() -> Softmax.of(new int[0]), "axis of Softmax must not be empty");
        refuses(
                () -> Softmax.of().named("s").apply(Input.of().tensor()),
                "Softmax \"s\" expects shape (batch, …, features), but received (None,)");
    }

    @Test
    void noise() {
        refuses(() -> GaussianNoise.of(-1), "stddev of GaussianNoise must be 0 or more, but received -1.0");
        refuses(() -> GaussianDropout.of(1), "rate of GaussianDropout must be from 0 to below 1, but received 1.0");
        refuses(() -> AlphaDropout.of(1), "rate of AlphaDropout must be from 0 to below 1, but received 1.0");
        refuses(() -> SpatialDropout1D.of(2), "rate of SpatialDropout1D must be from 0.0 to 1.0, but received 2.0");
        refuses(
                () -> ActivityRegularization.of(-1, 0),
                "l1 of ActivityRegularization must be 0 or more, but received -1.0");
    }

    @Test
    void embeddings() {
        refuses(() -> Embedding.of(0, 2), "inputDim of Embedding must be 1 or more, but received 0");
        refuses(() -> Embedding.of(2, 0), "outputDim of Embedding must be 1 or more, but received 0");
        refuses(
                () -> ReversibleEmbedding.of(2, 2, e -> e.logitSoftCap(0)),
                "logitSoftCap of ReversibleEmbedding must be above 0, but received OptionalDouble[0.0]");
    }

    @Test
    void normalizations() {
        refuses(
                () -> BatchNormalization.of(b -> b.momentum(2)),
                "momentum of BatchNormalization must be from 0.0 to 1.0, but received 2.0");
        refuses(
                () -> LayerNormalization.of(l -> l.epsilon(-1)),
                "epsilon of LayerNormalization must be 0 or more, but received -1.0");
        refuses(
                () -> BatchNormalization.of(b -> b.axis(3)).named("b").apply(vector),
                "BatchNormalization \"b\": axis must be from -2 to 1 for shape (None, 4), but received 3");
        refuses(
                () -> GroupNormalization.of(0),
                "groups of GroupNormalization must be 1 or more, or -1 for one a channel, but received 0");
        refuses(
                () -> GroupNormalization.of(3).named("g").apply(image),
                "GroupNormalization \"g\" of 3 groups expects channels that they divide, but received shape (None, 3, 3, 4)"
                        + " with 4 along axis -1. Choose groups that divide them.");
    }

    @Test
    void einsum() {
        refuses(
                () -> EinsumDense.of("ab,bc", 3),
                "equation of EinsumDense must look like \"ab,bc->ac\" or \"...x,xy->...y\", but received \"ab,bc\"");
        refuses(
                () -> EinsumDense.of("ab,bc->ad", 3),
                "equation of EinsumDense has 'd' in the result but neither in input nor kernel: ab,bc->ad");
        refuses(
                () -> EinsumDense.of("ab,bcd->ac", 3),
                "equation of EinsumDense has 'd' in the kernel but neither in input nor result: ab,bcd->ac");
        refuses(
                () -> EinsumDense.of("...b,bc->ac", 3),
                "equation of EinsumDense must have ... on both sides or on none, but received ...b,bc->ac");
        refuses(
                () -> EinsumDense.of("ab,bc->ac", 3).named("e").apply(sequence),
                "EinsumDense \"e\" of \"ab,bc->ac\" expects 2 axes, but received shape (None, 3, 4)");
        refuses(
                () -> EinsumDense.of("abc,cd->abd", 3).named("e").apply(sequence),
                "EinsumDense \"e\" of \"abc,cd->abd\" needs 2 lengths in outputShape, for \"bd\", but has (3,)");
        refuses(
                () -> EinsumDense.of("abc,cd->abd", 5, 3).named("e").apply(sequence),
                "EinsumDense \"e\" of \"abc,cd->abd\" has outputShape (5, 3), but 'b' of input shape (None, 3, 4) is 3");
        refuses(
                () -> EinsumDense.of(
                                "ab,bc->ac", e -> e.outputShape(Shape.of(3)).biasAxes("d"))
                        .named("e")
                        .apply(vector),
                "EinsumDense \"e\": biasAxes \"d\" of EinsumDense has 'd', which the result of \"ab,bc->ac\" has not");
    }

    @Test
    void attention() {
        refuses(
                () -> Attention.of().named("a").apply(sequence),
                "Attention \"a\" takes query, value and, if you like, key, but received 1 inputs");
        refuses(
                () -> Attention.of().named("a").apply(vector, vector),
                "Attention \"a\" expects shapes (batch, time, features), but received (None, 4)");
        refuses(
                () -> Attention.of(a -> a.dropout(2)),
                "dropout of Attention must be from 0.0 to 1.0, but received 2.0");
        Tensor open = Input.named("open", -1, 4);
        refuses(
                () -> Attention.of(a -> a.useCausalMask(true)).named("a").apply(open, open),
                "Attention \"a\": useCausalMask needs to know the number of steps. Give the Input a full shape.");
        refuses(() -> MultiHeadAttention.of(0, 1), "numHeads of MultiHeadAttention must be 1 or more, but received 0");
        refuses(
                () -> MultiHeadAttention.of(1, 1).named("m").apply(sequence, image),
                "MultiHeadAttention \"m\" expects query (batch, T, d), value and key (batch, S, d), but received"
                        + " (None, 3, 4), (None, 3, 3, 4) and (None, 3, 3, 4)");
        refuses(
                () -> MultiHeadAttention.of(1, 1, m -> m.attentionAxes(List.of(2)))
                        .named("m")
                        .apply(sequence, sequence),
                "MultiHeadAttention \"m\": attentionAxes must be from 1 to 1 for inputs of 3 axes, but received [2]");
        refuses(
                () -> GroupQueryAttention.of(2, 3, 2),
                "numKeyValueHeads of GroupQueryAttention must divide numQueryHeads, but received 2 and 3");
    }

    @Test
    void preprocessing() {
        refuses(
                () -> new Rescaling(List.of(1.0, 2.0), List.of(0.0)).named("r").apply(vector),
                "Rescaling \"r\" by 2 numbers expects as many along the last axis, but received shape (None, 4)");
        refuses(
                () -> Normalization.of(n -> n.mean(List.of(1.0))),
                "Normalization needs as many variances as means, but received 0 and 1");
        refuses(
                () -> Normalization.of(n -> n.mean(List.of(1.0, 2.0)).variance(List.of(1.0, 1.0)))
                        .named("n")
                        .apply(vector),
                "Normalization \"n\" has 2 means, but received shape (None, 4) with lengths (4,) along its axes");
        refuses(() -> Discretization.of(), "Discretization needs binBoundaries or numBins");
        refuses(() -> Discretization.of(2, 1), "binBoundaries of Discretization must rise, but received [2.0, 1.0]");
        refuses(
                () -> Discretization.bins(4).named("d").apply(vector),
                "Discretization \"d\" does not know its boundaries yet. Use Discretization.bins(4).adapted(data).");
        refuses(
                () -> Discretization.of(1).adapted(),
                "Discretization with given boundaries cannot adapt. Begin with Discretization.bins.");
        refuses(
                () -> CategoryEncoding.of(3, OutputMode.INT),
                "outputMode of CategoryEncoding must be multi_hot, one_hot or count, but received int");
        refuses(
                () -> CategoryEncoding.of(3).named("c").apply(vector, vector),
                "CategoryEncoding \"c\" takes one input and, in mode count, weights, but received 2 inputs in mode"
                        + " multi_hot");
    }

    @Test
    void lambdas() {
        refuses(
                () -> Lambda.of(x -> x).outputShape(5).named("l").apply(vector),
                "Lambda \"l\" must give samples of shape (5,), but gave (None, 4) with the batch");
        refuses(
                () -> Lambda.of(x -> x).named("l").apply(vector, vector),
                "Lambda \"l\" of one input received 2; use Lambda.ofAll");
        String refusal = "A Lambda is code, which is neither saved nor restored from a file. Make it a record that"
                + " implements LayerSpec and register it with KerasConfig.with.";
        assertThatThrownBy(() -> KerasConfig.standard().write(Lambda.of(x -> x)))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(refusal);
    }
}
