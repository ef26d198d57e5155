package dev.sequential.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A piece of a graph that some backend computes as a whole, faster than piece by piece; where none does, the program is
 * made of the pieces. So a layer is traced once and need not know who will run it.
 *
 * @param kind what the piece is, for backends that know it
 * @param parameters stand for its operands
 * @param results of the pieces
 * @param workspace bytes of a further result, which the forward kernel leaves to that of the gradient; 0 if there is none
 */
public record Composite(Kind kind, List<Tensor> parameters, List<Tensor> results, long workspace) implements Op {
    /** What a backend may know. */
    public sealed interface Kind permits KnownLoop, Normalized {}

    public Composite {
        parameters = List.copyOf(parameters);
        results = List.copyOf(results);
    }

    /** The same results, made as a whole where that is possible; they depend on nothing but the operands. */
    public static List<Tensor> of(Kind kind, List<Tensor> operands, List<Tensor> results) {
        Map<Tensor, Tensor> stands = new LinkedHashMap<>();
        List<Tensor> parameters = new ArrayList<>();
        for (Tensor operand : operands) {
            Tensor stand = Tensor.of(new Placeholder("operand", operand.type()));
            stands.put(operand, stand);
            parameters.add(stand);
        }
        return Tensor.all(new Composite(kind, parameters, Graphs.replaced(results, stands), 0), operands);
    }

    /** The same with memory for its gradient. */
    Composite with(long bytes) {
        return new Composite(kind, parameters, results, bytes);
    }

    /** The results, piece by piece. */
    List<Tensor> pieces(List<Tensor> operands) {
        return Graphs.replaced(results, standing(parameters, operands));
    }

    static Map<Tensor, Tensor> standing(List<Tensor> parameters, List<Tensor> operands) {
        Map<Tensor, Tensor> standing = new LinkedHashMap<>();
        for (int i = 0; i < parameters.size(); i++) standing.put(parameters.get(i), operands.get(i));
        return standing;
    }

    @Override
    public Type type(List<Type> in) {
        return types(in).get(0);
    }

    @Override
    public List<Type> types(List<Type> in) {
        List<Type> types = new ArrayList<>(results.stream().map(Tensor::type).toList());
        if (workspace > 0) types.add(new Type(Shape.of((workspace + 3) / 4), DType.FLOAT32));
        return types;
    }

    @Override
    public List<Tensor> gradient(Node node, Tensor grad) {
        return gradients(node, List.of(grad));
    }

    @Override
    public List<Tensor> gradients(Node node, List<Tensor> grads) {
        List<Tensor> operands = new ArrayList<>(node.inputs());
        operands.addAll(node.outputs());
        for (int i = 0; i < grads.size(); i++) {
            operands.add(grads.get(i) == null ? node.outputs().get(i).zerosLike() : grads.get(i));
        }
        return Tensor.all(new CompositeGradient(this), operands);
    }

    @Override
    public String toString() {
        return kind.toString();
    }
}
