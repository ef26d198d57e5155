package dev.sequential.jupyter;

import dev.sequential.magics.Scope;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** What Sequential needs of a kernel. */
interface Host {
    /** Where the looks of types are registered. */
    Looks looks();

    /** A new place in the output of the cell that runs; each value it is given replaces the one before. */
    Consumer<Object> display();

    /** The variables of the notebook. */
    Scope scope();

    /** Registers a line magic, a function of the words after its name. */
    void register(String name, Function<List<String>, Object> magic);

    /** Makes a stopped cell wait for its thread, and more where the kernel allows it. */
    void lookAfterCells() throws ReflectiveOperationException;

    /** Runs code as a cell would. */
    void run(String code);
}
