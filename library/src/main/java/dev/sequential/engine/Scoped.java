package dev.sequential.engine;

import java.util.function.Supplier;

/** A value that holds on a thread while some work runs there, and inside it until other work has another. */
final class Scoped<T> {
    private final T outside;
    private final ThreadLocal<T> current;

    /** @param outside what holds where no work runs; may be null */
    Scoped(T outside) {
        this.outside = outside;
        this.current = ThreadLocal.withInitial(() -> outside);
    }

    T get() {
        return current.get();
    }

    <R> R in(T value, Supplier<R> work) {
        T before = current.get();
        current.set(value);
        try {
            return work.get();
        } finally {
            if (before == outside) current.remove();
            else current.set(before);
        }
    }
}
