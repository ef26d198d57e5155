package dev.sequential.jupyter;

import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/**
 * Makes a JJava kernel one for Sequential: imports the API, renders models, trainings and arrays, shows progress in place
 * and brings the magics. JJava finds it by itself where its jar is on the class path, also after {@code %maven} in a cell.
 */
public final class SequentialExtension implements Extension {
    /** Made by JJava's service loader. */
    public SequentialExtension() {}

    @Override
    public void install(BaseKernel kernel) {
        Background sources = Background.begin("sources", Sources.addition(kernel));
        Installation.install(new JJavaHost(kernel));
        sources.await();
    }

    @Override
    public void uninstall(BaseKernel kernel) {
        Installation.uninstall();
    }
}
