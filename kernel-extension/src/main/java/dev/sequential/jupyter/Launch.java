package dev.sequential.jupyter;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;

/**
 * Starts a kernel written in Java, so that its first cells are not disturbed by what only Tab needs.
 *
 * <p>The command of a kernelspec: {@code java --add-opens jdk.jshell/jdk.jshell=ALL-UNNAMED -cp … dev.sequential.jupyter.Launch
 * org.dflib.jjava.distro.JJava {connection_file}}.
 */
public final class Launch {
    private Launch() {}

    /**
     * Runs the kernel.
     *
     * @param words the kernel's main class, then its own arguments
     * @throws Throwable what the kernel throws
     */
    public static void main(String... words) throws Throwable {
        if (words.length == 0) throw new IllegalArgumentException("words: none, expected the main class of a kernel");
        MethodHandle kernel = MethodHandles.publicLookup()
                .findStatic(Class.forName(words[0]), "main", MethodType.methodType(void.class, String[].class));
        ClassWalk.postpone();
        kernel.invoke(Arrays.copyOfRange(words, 1, words.length));
    }
}
