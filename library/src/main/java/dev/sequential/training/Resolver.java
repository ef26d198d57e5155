package dev.sequential.training;

import dev.sequential.Compile;
import dev.sequential.Model;
import dev.sequential.Trace;
import dev.sequential.data.Each;
import dev.sequential.data.TargetTensor;
import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Type;
import dev.sequential.losses.Loss;
import dev.sequential.losses.Losses;
import dev.sequential.metrics.Metric;
import dev.sequential.metrics.Metrics;
import dev.sequential.regularizers.Regularizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Turns the options of {@code compile} into what each output of a built model is measured by. */
final class Resolver {
    private final Compile compile;
    private final Model model;
    private final List<String> outputs;

    private Resolver(Compile compile, Model model) {
        this.compile = compile;
        this.model = model;
        this.outputs = model.outputNames();
    }

    /** {@code y}, if it is known already, decides what the shapes of the outputs leave open. */
    static Compiled resolve(Compile compile, Model model, Optional<Each<INDArray>> y) {
        return new Resolver(compile, model).resolve(y);
    }

    private Compiled resolve(Optional<Each<INDArray>> y) {
        List<Optional<Loss>> losses = each(compile.loss(), "loss");
        List<Optional<List<NamedMetric>>> metrics = each(compile.metrics(), "metrics");
        List<Optional<List<NamedMetric>>> weighted = each(compile.weightedMetrics(), "weightedMetrics");
        List<Optional<Double>> factors = each(compile.lossWeights(), "lossWeights");
        Check.that(
                losses.stream().anyMatch(Optional::isPresent) || hasPenalty(),
                "There is no loss to make small. Give compile one, such as \"mse\".");
        List<Optional<TargetTensor>> tensors = tensors(losses);
        List<Boolean> temporal = temporal(losses);
        List<Optional<INDArray>> targets = targets(y, losses, tensors);
        List<Compiled.Output> resolved = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            Type output = model.outputs().get(i).type();
            Shape shape = output.shape().withDim(0, Shape.UNKNOWN);
            Optional<INDArray> target = targets.get(i);
            Optional<Loss> loss = losses.get(i).map(l -> loss(l, shape, target));
            Type type = loss.map(l -> Targets.type(l, shape, target)).orElse(output.with(shape));
            UnaryOperator<Metric> choice = m -> metric(m, loss.orElse(null), type.shape(), shape);
            String prefix = outputs.size() == 1 ? "" : outputs.get(i) + "_";
            Set<String> taken = new HashSet<>();
            resolved.add(new Compiled.Output(
                    outputs.get(i),
                    loss,
                    factors.get(i).orElse(1.0),
                    type,
                    loss.isEmpty() ? List.of() : named(metrics.get(i).orElse(List.of()), choice, prefix, "", taken),
                    loss.isEmpty()
                            ? List.of()
                            : named(weighted.get(i).orElse(List.of()), choice, prefix, "weighted_", taken),
                    temporal.get(i),
                    tensors.get(i)));
        }
        return new Compiled(Optional.of(compile.optimizer()), resolved);
    }

    /** A loss that the user left open is chosen by the output and, if known, the target. */
    private static Loss loss(Loss given, Shape output, Optional<INDArray> y) {
        if (given != Auto.CROSSENTROPY) return given;
        return Losses.crossentropyFor(y.map(Arrays::anyBatch).orElse(null), output);
    }

    private static Metric metric(Metric given, Loss loss, Shape target, Shape output) {
        if (given == Auto.ACCURACY) return Metrics.accuracyFor(loss, target, output);
        return given == Auto.CROSSENTROPY ? Metrics.crossentropyFor(loss, target, output) : given;
    }

    /** Metrics under their keys: a key that is taken gets a number, or {@code weighted_} before it. */
    private static List<NamedMetric> named(
            List<NamedMetric> metrics, UnaryOperator<Metric> choice, String prefix, String clash, Set<String> taken) {
        List<NamedMetric> named = new ArrayList<>();
        for (NamedMetric metric : metrics) {
            String base = taken.contains(metric.name()) ? clash + metric.name() : metric.name();
            String key = base;
            for (int i = 1; !taken.add(key); i++) key = base + "_" + i;
            named.add(new NamedMetric(prefix + key, choice.apply(metric.metric())));
        }
        return named;
    }

    private <T> List<Optional<T>> each(Optional<Each<T>> given, String argument) {
        return given.map(e -> e.on(argument, "output", outputs))
                .orElse(Collections.nCopies(outputs.size(), Optional.empty()));
    }

    /** Whether the sample weights of each output have a time axis. */
    private List<Boolean> temporal(List<Optional<Loss>> losses) {
        List<Optional<String>> modes = each(compile.sampleWeightMode(), "sampleWeightMode");
        if (compile.sampleWeightMode().orElse(null) instanceof Each.Named<String> named) {
            for (int i = 0; i < outputs.size(); i++) {
                Check.that(
                        losses.get(i).isEmpty() || named.values().containsKey(outputs.get(i)),
                        "sampleWeightMode has no entry for output \"%s\"; give it \"temporal\" or null",
                        outputs.get(i));
            }
        }
        return modes.stream().map(Optional::isPresent).toList();
    }

    private List<Optional<TargetTensor>> tensors(List<Optional<Loss>> losses) {
        Optional<Each<TargetTensor>> given = compile.targetTensors();
        Check.that(
                outputs.size() == 1 || !(given.orElse(null) instanceof Each.All),
                "targetTensors is one, but the model has %d outputs: %s. Give a list or a map.",
                outputs.size(),
                outputs);
        List<Optional<TargetTensor>> tensors = new ArrayList<>(each(given, "targetTensors"));
        for (int i = 0; i < outputs.size(); i++) if (losses.get(i).isEmpty()) tensors.set(i, Optional.empty());
        return tensors;
    }

    /** The known targets of the outputs that have a loss, given now or to {@code compile}. */
    private List<Optional<INDArray>> targets(
            Optional<Each<INDArray>> y, List<Optional<Loss>> losses, List<Optional<TargetTensor>> tensors) {
        List<Optional<INDArray>> targets = new ArrayList<>(Collections.nCopies(outputs.size(), Optional.empty()));
        List<String> names = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            TargetTensor tensor = tensors.get(i).orElse(null);
            if (tensor instanceof TargetTensor.Given given) targets.set(i, Optional.of(given.array()));
            if (tensor == null && losses.get(i).isPresent()) names.add(outputs.get(i));
        }
        if (y.isEmpty() || names.isEmpty()) return targets;
        List<INDArray> arrays = Arrays.each(y.get(), "y", "output", names);
        for (int i = 0; i < names.size(); i++) targets.set(outputs.indexOf(names.get(i)), Optional.of(arrays.get(i)));
        return targets;
    }

    private boolean hasPenalty() {
        Trace trace = new Trace(true);
        model.call(trace, model.inputs());
        return !trace.losses().isEmpty()
                || model.weights().stream().anyMatch(w -> w.trained() && w.regularizer() != Regularizer.NONE);
    }
}
