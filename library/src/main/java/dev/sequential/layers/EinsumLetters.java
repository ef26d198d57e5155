package dev.sequential.layers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import java.util.regex.Pattern;

/**
 * An equation {@code input,kernel->result} with a letter an axis; {@code ...} at the beginning or the end of input and
 * result stands for axes that stay.
 */
record EinsumLetters(String input, String kernel, String result, String equation) {
    private static final String DOTS = "...";
    private static final String FREE = "0123456789";

    EinsumLetters(String equation) {
        this(part(equation, 1), part(equation, 2), part(equation, 3), equation);
        boolean dots = input.contains(DOTS);
        Check.that(
                dots == result.contains(DOTS) && input.startsWith(DOTS) == result.startsWith(DOTS),
                "equation of EinsumDense must have ... on both sides or on none, but received %s",
                equation);
        for (char c : result.replace(DOTS, "").toCharArray()) {
            Check.that(
                    input.indexOf(c) >= 0 || kernel.indexOf(c) >= 0,
                    "equation of EinsumDense has '%s' in the result but neither in input nor kernel: %s",
                    c,
                    equation);
        }
        for (char c : kernel.toCharArray()) {
            Check.that(
                    input.indexOf(c) >= 0 || result.indexOf(c) >= 0,
                    "equation of EinsumDense has '%s' in the kernel but neither in input nor result: %s",
                    c,
                    equation);
        }
    }

    private static String part(String equation, int group) {
        String axes = "([a-zA-Z]+|\\.\\.\\.[a-zA-Z]+|[a-zA-Z]+\\.\\.\\.)";
        var matcher = Pattern.compile(axes + ",([a-zA-Z]+)->" + axes)
                .matcher(Check.notNull(equation, "equation of EinsumDense"));
        Check.that(
                matcher.matches(),
                "equation of EinsumDense must look like \"ab,bc->ac\" or \"...x,xy->...y\", but received \"%s\"",
                equation);
        return matcher.group(group);
    }

    /** With a letter for each axis that {@code ...} stands for. */
    EinsumLetters expanded(Shape shape) {
        int named = input.replace(DOTS, "").length();
        boolean dots = input.contains(DOTS);
        Check.that(
                dots ? shape.rank() >= named : shape.rank() == named,
                "EinsumDense of \"%s\" expects %s%d axes, but received shape %s",
                equation,
                dots ? "at least " : "",
                named,
                shape);
        String free = FREE.substring(0, shape.rank() - named);
        String in = input.replace(DOTS, free);
        String out = result.replace(DOTS, free);
        return new EinsumLetters(in, kernel, out, in + "," + kernel + "->" + out);
    }

    /** Lengths of the kernel's axes: the input's where it has the letter, else what the result shall have. */
    Shape kernelShape(Shape shape, Shape outputShape) {
        String named = result.replaceAll("[0-9]", "");
        boolean batchNamed = !Character.isDigit(result.charAt(0));
        String asked = batchNamed ? named.substring(1) : named;
        Check.that(
                asked.length() == outputShape.rank(),
                "EinsumDense of \"%s\" needs %d lengths in outputShape, for \"%s\", but has %s",
                equation,
                asked.length(),
                asked,
                outputShape);
        for (int i = 0; i < asked.length(); i++) {
            int at = input.indexOf(asked.charAt(i));
            Check.that(
                    at < 0 || Shape.of(outputShape.dim(i)).matches(Shape.of(shape.dim(at))),
                    "EinsumDense of \"%s\" has outputShape %s, but '%s' of input shape %s is %d",
                    equation,
                    outputShape,
                    asked.charAt(i),
                    shape,
                    at < 0 ? 0 : shape.dim(at));
        }
        Shape lengths = Shape.scalar();
        for (char c : kernel.toCharArray()) {
            int at = input.indexOf(c);
            lengths = lengths.and(Shape.of(at >= 0 ? shape.dim(at) : outputShape.dim(asked.indexOf(c))));
        }
        return lengths;
    }

    /** Lengths of the bias: the result's from the first axis that has one, 1 where the bias is the same. */
    Shape biasShape(String biasAxes, Shape shape) {
        int first = result.length();
        for (char c : biasAxes.toCharArray()) {
            Check.that(
                    result.indexOf(c) >= 0,
                    "biasAxes \"%s\" of EinsumDense has '%s', which the result of \"%s\" has not",
                    biasAxes,
                    c,
                    equation);
            first = Math.min(first, result.indexOf(c));
        }
        Shape lengths = Shape.scalar();
        for (int i = first; i < result.length(); i++) {
            lengths = lengths.and(Shape.of(biasAxes.indexOf(result.charAt(i)) >= 0 ? shape.dim(i) : 1));
        }
        return lengths;
    }
}
