package dev.sequential.data;

import dev.sequential.Batch;
import dev.sequential.engine.Check;
import java.util.function.Supplier;

/** Calls of user code that makes a batch. */
final class Making {
    /** Stands for the end of the batches. */
    static final Object NONE = new Object();

    private Making() {}

    /**
     * What {@code source} gives, or null for {@link #NONE}. Anything but a batch is refused: raw types let it through. A
     * checked exception, which other languages throw where Java does not expect it, is wrapped once.
     *
     * @param feed whose code it is
     */
    static Batch batch(Supplier<?> source, Feed feed) {
        Object made;
        try {
            made = source.get();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("A batch could not be made: " + e, e);
        }
        if (made == NONE) return null;
        Check.that(
                made instanceof Batch,
                "%s must give batches, such as Batch.of(x, y), but gave %s",
                feed.subject(),
                made == null ? null : made.getClass().getSimpleName());
        return (Batch) made;
    }
}
