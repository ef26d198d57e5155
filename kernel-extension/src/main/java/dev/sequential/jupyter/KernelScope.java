package dev.sequential.jupyter;

import dev.sequential.magics.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.VarSnippet;

/**
 * The variables of a notebook.
 *
 * @param shell what knows them, {@code null} where the kernel does not tell
 * @param evaluator what runs an expression as a cell would
 */
record KernelScope(Supplier<JShell> shell, Function<String, Object> evaluator) implements Scope {
    @Override
    public Collection<String> names() {
        return names(variable -> true);
    }

    @Override
    public Collection<String> names(List<Class<?>> types) {
        Set<String> simple = types.stream().map(Class::getSimpleName).collect(Collectors.toSet());
        return names(variable -> simple.contains(variable.typeName().replaceAll(".*\\.", "")));
    }

    @Override
    public Object evaluate(String expression) {
        return evaluator.apply(expression);
    }

    /** Without the results of cells, {@code $1} and so on. */
    private Collection<String> names(Predicate<VarSnippet> wanted) {
        JShell known = shell.get();
        if (known == null) return List.of();
        return known.variables()
                .filter(wanted)
                .map(VarSnippet::name)
                .filter(name -> !name.startsWith("$"))
                .distinct()
                .sorted()
                .toList();
    }
}
