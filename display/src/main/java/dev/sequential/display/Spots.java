package dev.sequential.display;

import dev.sequential.engine.Check;
import java.util.function.Supplier;

/**
 * Where {@link Spot}s are in this session: on the console, as the text of the last picture, unless something else, such as
 * a notebook's kernel extension, installs its own.
 */
public final class Spots {
    private static volatile Supplier<Spot> spots = ConsoleSpot::new;

    private Spots() {}

    /** Makes every later spot one from here. */
    public static void install(Supplier<Spot> supplier) {
        spots = Check.notNull(supplier, "supplier");
    }

    /** Brings the console back. */
    public static void uninstall() {
        spots = ConsoleSpot::new;
    }

    /** A new spot: in a notebook, below what its cell has shown so far. */
    public static Spot here() {
        return spots.get();
    }

    /** Says at the end what the last picture shows. */
    private static final class ConsoleSpot implements Spot {
        private Supplier<Picture> last;

        @Override
        public void show(Supplier<Picture> picture) {
            last = picture;
        }

        @Override
        public void close() {
            if (last != null) System.out.println(last.get());
            last = null;
        }
    }
}
