package dev.sequential.jupyter;

import dev.sequential.magics.Scope;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import jdk.jshell.JShell;

/** An IJava kernel. Its own class, which has magics and evaluates code, is not on Maven Central, only what it extends. */
record IJavaHost(BaseKernel kernel) implements Host {
    @Override
    public Looks looks() {
        return new IJavaLooks(kernel.getRenderer());
    }

    @Override
    public Consumer<Object> display() {
        return new IJavaDisplay(kernel);
    }

    @Override
    public Scope scope() {
        return new KernelScope(this::shell, expression -> call("evalRaw", expression));
    }

    /** IJava keeps it to itself; without it a name that is not there is an error of IJava's instead of ours. */
    private JShell shell() {
        try {
            Object evaluator = Insides.get(kernel, "evaluator");
            return (JShell) evaluator.getClass().getMethod("getShell").invoke(evaluator);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }

    /** IJava does not show what magics return. */
    @Override
    public void register(String name, Function<List<String>, Object> magic) {
        ((Magics) call("getMagics")).registerLineMagic(name, words -> {
            Object value = magic.apply(words);
            if (value != null) kernel.display(kernel.getRenderer().render(value));
            return value;
        });
    }

    @Override
    public void lookAfterCells() throws ReflectiveOperationException {
        Object evaluator = Insides.get(kernel, "evaluator");
        Object controls = Insides.get(evaluator, "executionControlProvider");
        Object control = controls.getClass()
                .getMethod("getRegisteredControlByID", String.class)
                .invoke(controls, Insides.get(evaluator, "executionControlID"));
        CellThreads.install(control, () -> {}, UnaryOperator.identity());
    }

    @Override
    public void run(String code) {
        call("evalRaw", code);
    }

    private Object call(String method, String... arguments) {
        try {
            Class<?>[] types = arguments.length == 0 ? new Class<?>[0] : new Class<?>[] {String.class};
            return kernel.getClass().getMethod(method, types).invoke(kernel, (Object[]) arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(String.valueOf(e.getCause().getMessage()), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This is not the kernel of IJava 1.3: " + e.getMessage(), e);
        }
    }
}
