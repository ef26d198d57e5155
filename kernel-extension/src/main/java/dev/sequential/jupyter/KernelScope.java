package dev.sequential.jupyter;

import dev.sequential.magics.Scope;
import java.util.Collection;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.VarSnippet;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** The variables of a JJava notebook. */
record KernelScope(BaseKernel kernel) implements Scope {
    /** Without the results of cells, {@code $1} and so on. */
    @Override
    public Collection<String> names() {
        return shell().variables()
                .map(VarSnippet::name)
                .filter(name -> !name.startsWith("$"))
                .collect(Collectors.toSet());
    }

    @Override
    @SuppressWarnings("deprecation") // its successor is not in the version that Maven Central has
    public Object evaluate(String expression) {
        return kernel.evalRaw(expression);
    }

    /** JJava's kernel class is not on Maven Central. */
    private JShell shell() {
        try {
            return (JShell) kernel.getClass().getMethod("getJShell").invoke(kernel);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This kernel does not name its variables", e);
        }
    }
}
