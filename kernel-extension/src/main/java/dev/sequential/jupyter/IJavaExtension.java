package dev.sequential.jupyter;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import org.nd4j.common.config.ND4JClassLoading;

/**
 * Makes an IJava kernel one for Sequential, as {@link SequentialExtension} does a JJava kernel. IJava finds no extensions by
 * itself: its first cell, or {@code IJAVA_STARTUP_SCRIPT}, says
 *
 * <pre>{@code
 * dev.sequential.jupyter.IJavaExtension.install(io.github.spencerpark.ijava.IJava.getKernelInstance());
 * }</pre>
 */
public final class IJavaExtension {
    private IJavaExtension() {}

    /** Installs renderers, magics, progress and imports; a second time is harmless. */
    public static void install(BaseKernel kernel) {
        ND4JClassLoading.setNd4jClassloaderFromClass(IJavaExtension.class);
        Installation.install(new IJavaHost(kernel));
    }
}
