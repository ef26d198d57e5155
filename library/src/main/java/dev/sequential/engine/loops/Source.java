package dev.sequential.engine.loops;

import dev.sequential.engine.Memory;
import dev.sequential.engine.Shape;

/** Fills a register, a {@code float[]} or {@code int[]}, with the part of an operand that a chunk of the result needs. */
abstract sealed class Source {
    /** Called once at the start of a run. */
    void begin(Object register) {}

    /** Loads what {@code count} places from {@code from} on need. */
    abstract void load(long from, Object register, int count);

    /** Whether the register must keep its content between chunks. */
    boolean isKept() {
        return false;
    }

    /** The way to read an operand repeated to {@code result}, for chunks of {@code chunk} places. */
    static Source of(Memory operand, Shape result, int chunk) {
        Layout layout = Layout.broadcast(operand.shape(), result);
        int most = (int) Math.min(chunk, result.size());
        if (layout.isFull()) return new Full(operand.address());
        if (layout.isSingle()) return new Repeated(operand.address(), 1, most);
        if (layout.isSuffix() && chunk % layout.inner() == 0) {
            return new Repeated(operand.address(), (int) layout.inner(), most);
        }
        return new Strided(operand.address(), layout);
    }

    /** The longest chunk up to {@code longest} that begins each time where the operands that are suffixes begin. */
    static int chunk(Iterable<Memory> operands, Shape result, int longest) {
        long period = 1;
        for (Memory operand : operands) {
            Layout layout = Layout.broadcast(operand.shape(), result);
            if (layout.isSuffix() && layout.inner() <= longest) period = Math.max(period, layout.inner());
        }
        return (int) (longest - longest % period);
    }

    /** Fills with the first {@code period} words. */
    static void repeat(Object register, int period, int count) {
        for (int done = period; done < count; done *= 2) {
            System.arraycopy(register, 0, register, done, Math.min(done, count - done));
        }
    }

    /** An element for each place. */
    private static final class Full extends Source {
        private final long address;

        Full(long address) {
            this.address = address;
        }

        @Override
        void load(long from, Object register, int count) {
            Native.load(address + 4 * from, register, count);
        }
    }

    /** A few elements over and over; a chunk holds them a whole number of times. */
    private static final class Repeated extends Source {
        private final long address;
        private final int period;
        private final int most;

        Repeated(long address, int period, int most) {
            this.address = address;
            this.period = period;
            this.most = most;
        }

        @Override
        void begin(Object register) {
            Native.load(address, register, Math.min(period, most));
            repeat(register, period, most);
        }

        @Override
        void load(long from, Object register, int count) {}

        @Override
        boolean isKept() {
            return true;
        }
    }

    /** Any other way to broadcast, run by run along the last axis. */
    private static final class Strided extends Source {
        private final long address;
        private final Layout layout;

        Strided(long address, Layout layout) {
            this.address = address;
            this.layout = layout;
        }

        @Override
        void load(long from, Object register, int count) {
            long inner = layout.inner();
            long stride = layout.innerStride();
            long run = from / inner;
            long skipped = from % inner;
            for (int done = 0; done < count; run++, skipped = 0) {
                int n = (int) Math.min(count - done, inner - skipped);
                long at = address + 4 * (layout.atRun(run) + skipped * stride);
                if (stride == 0) {
                    Native.fill(at, register, done, n);
                } else {
                    Native.load(at, register, done, n);
                }
                done += n;
            }
        }
    }
}
