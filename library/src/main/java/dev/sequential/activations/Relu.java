package dev.sequential.activations;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import java.util.OptionalDouble;

/**
 * The rectifier: {@code x} where {@code x > threshold}, else {@code negativeSlope * (x - threshold)}, capped at
 * {@code maxValue}. Made by {@link Activations#relu}.
 *
 * @param negativeSlope slope below the threshold, 0 or more; default 0
 * @param maxValue largest value, 0 or more; none by default
 * @param threshold where the function leaves 0, 0 or more; default 0
 */
@Config
public record Relu(double negativeSlope, OptionalDouble maxValue, double threshold) implements ActivationFunction {
    public Relu {
        Check.notNegative(negativeSlope, "negativeSlope of relu");
        Check.notNegative(maxValue.orElse(0), "maxValue of relu");
        Check.notNegative(threshold, "threshold of relu");
    }

    @Override
    public Tensor apply(Tensor x) {
        if (negativeSlope != 0 && maxValue.isEmpty() && threshold == 0) return new LeakyRelu(negativeSlope).apply(x);
        if (negativeSlope == 0 && threshold == 0 && maxValue.orElse(0) == 6) return ElementFunction.RELU6.apply(x);
        Tensor y = threshold == 0 ? x.relu() : x.greaterThan(threshold).select(x, x.like(0));
        if (maxValue.isPresent()) y = y.clip(0, maxValue.getAsDouble());
        if (negativeSlope == 0) return y;
        return y.minus(x.from(threshold).relu().times(negativeSlope));
    }

    @Override
    public String toString() {
        if (equals(Activations.RELU)) return "relu";
        String max = maxValue.isPresent() ? ", maxValue=" + maxValue.getAsDouble() : "";
        return "relu(negativeSlope=" + negativeSlope + max + ", threshold=" + threshold + ")";
    }
}
