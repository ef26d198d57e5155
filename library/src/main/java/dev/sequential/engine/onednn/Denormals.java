package dev.sequential.engine.onednn;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.util.Optional;

/**
 * Numbers below the smallest normal float, 1.2e-38, count as zero while a program runs. An x86 processor takes over a
 * hundred cycles for each, and an optimizer makes many: the mean square of a unit that is no longer active decays until it
 * stays among them, and RMSprop's step took four times as long. Keras's backends do the same.
 *
 * <p>The setting belongs to a thread, and Java needs it as it was: a run sets it and takes it back in its own thread. Those
 * that OpenMP keeps for that thread are set once. Only on Linux with an x86-64 processor and GNU's libraries; ARM's
 * processors are as fast with such numbers as with others.
 *
 * @see <a href="https://www.gnu.org/software/libc/manual/html_node/Control-Functions.html">glibc: fesetenv</a>
 */
final class Denormals {
    /** What glibc has for {@code fenv_t}: room for it, and where the SSE unit's control register is kept in it. */
    private static final int BYTES = 32;

    private static final int MXCSR = 28;
    /** Denormal results become zero, denormal operands count as zero. */
    private static final int FLUSH = 0x8000 | 0x0040;

    private static final Optional<Denormals> HERE = find();

    private final Memory kept = new Memory(BYTES);
    private final Memory flushed = new Memory(BYTES);
    private final long keptAt = Pointer.nativeValue(kept);
    private final long flushedAt = Pointer.nativeValue(flushed);
    private final Function everywhere;
    private final Function set;
    private final ThreadLocal<Boolean> team = ThreadLocal.withInitial(() -> false);

    private Denormals() {
        NativeLibrary math = NativeLibrary.getInstance("libm.so.6");
        Native.register(Environment.class, math);
        set = math.getFunction("fesetenv");
        everywhere = NativeLibrary.getInstance("libgomp.so.1").getFunction("GOMP_parallel");
        Environment.fegetenv(keptAt);
        flushed.write(0, kept.getByteArray(0, BYTES), 0, BYTES);
        flushed.setInt(MXCSR, kept.getInt(MXCSR) | FLUSH);
    }

    /** The C library's functions, bound so that a call makes no garbage; one takes some 200 nanoseconds. */
    private static final class Environment {
        static native int fegetenv(long to);

        static native int fesetenv(long from);
    }

    @SuppressWarnings("CatchingUnchecked") // a machine without these libraries is only slower
    private static Optional<Denormals> find() {
        if (!Platform.isLinux() || !Platform.isIntel() || !Platform.is64Bit()) return Optional.empty();
        try {
            return Optional.of(new Denormals());
        } catch (RuntimeException | LinkageError e) {
            return Optional.empty();
        }
    }

    /** Whether this machine lets us. */
    static boolean canFlush() {
        return HERE.isPresent();
    }

    /** From here on this thread, and those that work for it, flush. */
    static void flush() {
        if (HERE.isPresent()) HERE.get().start();
    }

    /** This thread computes as Java wants again. */
    static void keep() {
        if (HERE.isPresent()) Environment.fesetenv(HERE.get().keptAt);
    }

    private void start() {
        if (!team.get()) {
            team.set(true);
            everywhere.invokeVoid(new Object[] {set, flushed, 0, 0});
        }
        Environment.fesetenv(flushedAt);
    }
}
