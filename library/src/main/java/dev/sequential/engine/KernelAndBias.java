package dev.sequential.engine;

import java.util.List;

/**
 * The gradients of a convolution by its kernel and by its bias, made in one walk over what reaches its result: operands data
 * and result, results {@code conv} and {@code bias} of them.
 */
public record KernelAndBias(Conv conv, Reduce bias) implements ProgramOp {
    @Override
    public Type type(List<Type> in) {
        return conv.type(in);
    }

    @Override
    public List<Type> types(List<Type> in) {
        return List.of(conv.type(in), bias.type(in.subList(1, 2)));
    }
}
