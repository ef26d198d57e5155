package dev.sequential.jupyter;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** Lets Shift+Tab show documentation, which JShell reads in sources: those of the JDK and of no other library. */
final class Sources {
    /** The system property that names the folder of this library's sources. */
    static final String PROPERTY = "sequential.sources";

    private Sources() {}

    /**
     * Adds the folder to what JShell reads, once it has opened the JDK's sources, which takes a while. It has no way to ask
     * for that; where its insides are not what they were, Shift+Tab shows signatures.
     */
    static Runnable addition(BaseKernel kernel) {
        String folder = System.getProperty(PROPERTY);
        if (folder == null || !Files.isDirectory(Path.of(folder))) return () -> {};
        try {
            JShell shell = (JShell) kernel.getClass().getMethod("getJShell").invoke(kernel);
            SourceCodeAnalysis analysis = shell.sourceCodeAnalysis(); // here, since the first call makes it
            return () -> add(analysis, Path.of(folder));
        } catch (ReflectiveOperationException e) {
            return () -> {};
        }
    }

    private static void add(SourceCodeAnalysis analysis, Path folder) {
        try {
            Method known = analysis.getClass().getDeclaredMethod("findSources");
            known.setAccessible(true);
            List<Object> sources = new ArrayList<>((List<?>) known.invoke(analysis));
            sources.add(folder);
            Field cache = analysis.getClass().getDeclaredField("availableSources");
            cache.setAccessible(true);
            cache.set(analysis, sources);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return;
        }
    }
}
