package dev.sequential.jupyter;

import dev.sequential.display.Spots;
import dev.sequential.magics.Imports;
import dev.sequential.magics.Magics;
import dev.sequential.training.Progress;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.magic.LineMagic;

/**
 * Makes a JJava kernel one for Sequential: imports the API, renders models, trainings and arrays, and shows progress in
 * place. JJava finds it by itself where its jar is on the class path, also after {@code %maven} in a cell. A kernel is never
 * stopped by what goes wrong here; it is said once, in one line.
 */
public final class SequentialExtension implements Extension {
    /** Made by JJava's service loader. */
    public SequentialExtension() {}

    @Override
    public void install(BaseKernel kernel) {
        NotebookSpots spots = new NotebookSpots(kernel);
        attempt("quieten logging", SequentialExtension::quieten);
        attempt("register renderers", () -> Renderers.register(kernel.getRenderer()));
        attempt("show progress in place", () -> Progress.install(() -> new NotebookSink(kernel, spots)));
        attempt("show pictures in place", () -> Spots.install(spots));
        attempt("look after cells", () -> CellThreads.install(kernel));
        attempt("register magics", () -> register(kernel));
        attempt("import the API", () -> kernel.evalRaw(Imports.source()));
    }

    @Override
    public void uninstall(BaseKernel kernel) {
        attempt("give progress back to the console", Progress::uninstall);
        attempt("give pictures back to the console", Spots::uninstall);
    }

    private static void register(BaseKernel kernel) {
        KernelScope scope = new KernelScope(kernel);
        for (String name : Magics.names()) {
            LineMagic<Object, BaseKernel> magic = (k, words) -> Magics.run(name, words, scope);
            kernel.getMagicsRegistry().registerLineMagic(name, magic);
        }
    }

    /** Start-up chatter of ND4J and others does not reach the server's log; warnings do. */
    private static void quieten() {
        for (Handler handler : Logger.getLogger("").getHandlers()) handler.setLevel(Level.WARNING);
    }

    @SuppressWarnings("CatchingUnchecked") // a Throwable out of an extension kills the kernel
    private static void attempt(String what, Runnable action) {
        try {
            action.run();
        } catch (Exception | LinkageError e) {
            System.err.println("Sequential could not " + what + ": " + e);
        }
    }
}
