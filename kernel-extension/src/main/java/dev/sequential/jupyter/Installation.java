package dev.sequential.jupyter;

import dev.sequential.display.Spots;
import dev.sequential.magics.Imports;
import dev.sequential.magics.Magics;
import dev.sequential.magics.Scope;
import dev.sequential.training.Progress;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Makes a kernel one for Sequential. What goes wrong is said, once and in one line, and never stops the kernel. */
final class Installation {
    private Installation() {}

    static void install(Host host) {
        NotebookSpots spots = new NotebookSpots(host);
        lookAfterCells(host);
        attempt("quieten logging", Installation::quieten);
        Background natives = Background.begin("natives", Natives::load);
        attempt("register renderers", () -> Renderers.register(host.looks()));
        attempt("show progress in place", () -> Progress.install(() -> new NotebookSink(host, spots)));
        attempt("show pictures in place", () -> Spots.install(spots));
        attempt("register magics", () -> registerMagics(host));
        attempt("import the API", () -> host.run(Imports.source()));
        natives.await();
    }

    static void uninstall() {
        attempt("give progress back to the console", Progress::uninstall);
        attempt("give pictures back to the console", Spots::uninstall);
    }

    /** Where the kernel's insides are not what they were, cells run as they always did. */
    private static void lookAfterCells(Host host) {
        try {
            host.lookAfterCells();
        } catch (ReflectiveOperationException | RuntimeException e) {
            return;
        }
    }

    private static void registerMagics(Host host) {
        Scope scope = host.scope();
        for (String name : Magics.names()) host.register(name, words -> Magics.run(name, words, scope));
    }

    /** Start-up chatter of ND4J and others does not reach the server's log; warnings do. */
    private static void quieten() {
        for (Handler handler : Logger.getLogger("").getHandlers()) handler.setLevel(Level.WARNING);
    }

    @SuppressWarnings("CatchingUnchecked") // a Throwable out of an extension kills the kernel
    static void attempt(String what, Runnable action) {
        try {
            action.run();
        } catch (Exception | LinkageError e) {
            System.err.println("Sequential could not " + what + ": " + e);
        }
    }
}
