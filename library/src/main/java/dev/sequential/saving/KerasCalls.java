package dev.sequential.saving;

import dev.sequential.Topology;
import dev.sequential.engine.Binary;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How Keras passes several tensors to a layer. */
final class KerasCalls {
    /** Arithmetic between layers that files may hold. */
    private static final List<Binary.Kind> ARITHMETIC = List.of(
            Binary.Kind.ADD,
            Binary.Kind.SUBTRACT,
            Binary.Kind.MULTIPLY,
            Binary.Kind.DIVIDE,
            Binary.Kind.MAXIMUM,
            Binary.Kind.MINIMUM);

    /** The argument of attention layers that says which query may see which value; here it is their fourth tensor. */
    static final String ATTENTION_MASK = "attention_mask";

    private static final Set<String> SEVERAL =
            Set.of("MultiHeadAttention", "GroupQueryAttention", "GroupedQueryAttention");
    private static final Set<String> STATES =
            Set.of("SimpleRNN", "LSTM", "GRU", "RNN", "Bidirectional", "ConvLSTM1D", "ConvLSTM2D", "ConvLSTM3D");
    private static final Set<String> LIST = Set.of(
            "Add",
            "Subtract",
            "Multiply",
            "Average",
            "Maximum",
            "Minimum",
            "Concatenate",
            "Dot",
            "Attention",
            "AdditiveAttention");

    private KerasCalls() {}

    /** The arithmetic of this name, if files may hold it. */
    static Optional<Binary.Kind> arithmetic(String name) {
        if (name.equals("TrueDivide")) return Optional.of(Binary.Kind.DIVIDE); // the operator / of Python
        return ARITHMETIC.stream()
                .filter(kind -> Topology.title(kind).equals(name))
                .findFirst();
    }

    /** Names of the arithmetic that files may hold. */
    static List<String> arithmeticNames() {
        return ARITHMETIC.stream().map(Topology::title).toList();
    }

    /** Whether a layer takes its tensors one after another. */
    static boolean takesSeveral(String className) {
        return SEVERAL.contains(className);
    }

    /** Whether further tensors are the states it begins with. */
    static boolean takesStates(String className) {
        return STATES.contains(className);
    }

    /** Whether an argument is a mask, which layers here get from the layers before. */
    static boolean isMask(String argument) {
        return argument.endsWith("mask");
    }

    /** Whether even one tensor comes in a list. */
    static boolean takesList(String className) {
        return LIST.contains(className);
    }
}
