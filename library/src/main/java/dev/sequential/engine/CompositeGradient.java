package dev.sequential.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What reaches the operands of a {@link Composite}. Operands: its operands, its results (the workspace among them, if there
 * is one), what reaches each result.
 */
public record CompositeGradient(Composite of) implements Op {
    @Override
    public Type type(List<Type> in) {
        return in.get(0);
    }

    @Override
    public List<Type> types(List<Type> in) {
        return in.subList(0, of.parameters().size());
    }

    /** The gradients, piece by piece, of operands as above without a workspace. */
    List<Tensor> pieces(List<Tensor> operands) {
        int results = of.parameters().size();
        int seeds = results + of.results().size();
        List<Tensor> parameters = new ArrayList<>(of.parameters());
        for (Tensor result : of.results()) parameters.add(Scan.stand("gradient", result.type()));
        List<Tensor> given = new ArrayList<>(operands.subList(0, results));
        given.addAll(operands.subList(seeds, operands.size()));
        List<Tensor> found = Gradients.of(
                of.results(), parameters.subList(results, parameters.size()), parameters.subList(0, results));
        List<Tensor> whole = IntStream.range(0, results)
                .mapToObj(i -> found.get(i) == null ? operands.get(i).zerosLike() : found.get(i))
                .toList();
        return Graphs.replaced(whole, Composite.standing(parameters, given));
    }

    @Override
    public List<Tensor> gradient(Node node, Tensor grad) {
        return gradients(node, List.of(grad));
    }

    /** The pieces have gradients. */
    @Override
    public List<Tensor> gradients(Node node, List<Tensor> grads) {
        List<Tensor> stands =
                node.inputs().stream().map(t -> Scan.stand("operand", t.type())).toList();
        List<Tensor> ys = new ArrayList<>();
        List<Tensor> seeds = new ArrayList<>();
        List<Tensor> pieces = pieces(stands);
        for (int i = 0; i < pieces.size(); i++) {
            if (grads.get(i) == null) continue;
            ys.add(pieces.get(i));
            seeds.add(grads.get(i));
        }
        List<Tensor> found = Gradients.of(ys, seeds, stands);
        List<Tensor> gradients = new ArrayList<>();
        for (Tensor gradient : found) {
            gradients.add(
                    gradient == null
                            ? null
                            : Graphs.replaced(List.of(gradient), Composite.standing(stands, node.inputs()))
                                    .get(0));
        }
        return gradients;
    }

    @Override
    public String toString() {
        return "gradient of " + of;
    }
}
