package dev.sequential.jupyter;

import dev.sequential.magics.Scope;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import jdk.jshell.JShell;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.magic.LineMagic;

/** A JJava kernel. */
record JJavaHost(BaseKernel kernel) implements Host {
    @Override
    public Looks looks() {
        return new JJavaLooks(kernel.getRenderer());
    }

    @Override
    public Consumer<Object> display() {
        return LiveDisplay.inRunningCell(kernel);
    }

    @Override
    public Scope scope() {
        return new KernelScope(this::shell, this::evaluate);
    }

    /** JJava's kernel class is not on Maven Central. */
    private JShell shell() {
        try {
            return (JShell) kernel.getClass().getMethod("getJShell").invoke(kernel);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    @Override
    public void register(String name, Function<List<String>, Object> magic) {
        LineMagic<Object, BaseKernel> line = (running, words) -> magic.apply(words);
        kernel.getMagicsRegistry().registerLineMagic(name, line);
    }

    @Override
    public void lookAfterCells() throws ReflectiveOperationException {
        Object evaluator = kernel.getClass().getMethod("getEvaluator").invoke(kernel);
        Completions completions = new Completions(kernel);
        Complaints complaints = new Complaints(kernel.getMagicsRegistry());
        CellThreads.install(Insides.get(evaluator, "execControl"), completions::attach, complaints::plain);
    }

    @Override
    public void run(String code) {
        evaluate(code);
    }

    @SuppressWarnings("deprecation") // its successor is not in the version that Maven Central has
    private Object evaluate(String code) {
        return kernel.evalRaw(code);
    }
}
