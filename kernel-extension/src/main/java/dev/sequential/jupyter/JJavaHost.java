package dev.sequential.jupyter;

import dev.sequential.magics.Scope;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
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
        return new KernelScope(kernel);
    }

    @Override
    public void register(String name, Function<List<String>, Object> magic) {
        LineMagic<Object, BaseKernel> line = (running, words) -> magic.apply(words);
        kernel.getMagicsRegistry().registerLineMagic(name, line);
    }

    @Override
    @SuppressWarnings("deprecation") // its successor is not in the version that Maven Central has
    public void run(String code) {
        kernel.evalRaw(code);
    }
}
