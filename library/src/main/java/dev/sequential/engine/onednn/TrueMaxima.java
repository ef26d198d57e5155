package dev.sequential.engine.onednn;

import dev.sequential.engine.Kernel;
import dev.sequential.engine.Memory;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Window;
import dev.sequential.engine.loops.Loop;
import dev.sequential.engine.loops.Native;
import dev.sequential.engine.loops.SharedLoop;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Mends what oneDNN's max pooling makes of windows in which no number is above the lowest float: it leaves that one, where
 * NaN or minus infinity belongs. Costs a look at the maxima; what is mended, which hardly ever happens, is sought again. NaN
 * beside numbers stays hidden.
 */
final class TrueMaxima implements Loop {
    private static final float LOWEST = -Float.MAX_VALUE;
    private static final int CHUNK = 4096;

    private final Window window;
    private final long[] space;
    private final long[] places;
    private final List<List<Long>> taps;
    private final Memory x;
    private final Memory y;
    private final long address;
    private final long size;
    private final int channels;
    private final float[] chunk = new float[CHUNK];

    private TrueMaxima(Window window, Memory x, Memory y) {
        this.window = window;
        this.space = x.shape().slice(1, -1).dims();
        this.places = y.shape().slice(1, -1).dims();
        this.taps = window.grid();
        this.x = x;
        this.y = y;
        this.address = y.address();
        this.size = y.size();
        this.channels = Math.toIntExact(x.shape().dim(-1));
    }

    static Kernel of(Window window, Memory x, Memory y) {
        return SharedLoop.of((y.size() + CHUNK - 1) / CHUNK, y.size(), () -> new TrueMaxima(window, x, y));
    }

    @Override
    public void run(long first, long end) {
        for (long from = first * CHUNK; from < Math.min(end * CHUNK, size); from += CHUNK) {
            int count = (int) Math.min(CHUNK, size - from);
            Native.load(address + from * Float.BYTES, chunk, count);
            for (int i = 0; i < count; i++) if (chunk[i] <= LOWEST) mend(from + i);
        }
    }

    private void mend(long index) {
        long place = index / channels;
        long batch = place / Shape.of(places).size();
        double most = Double.NEGATIVE_INFINITY;
        for (List<Long> tap : taps) {
            long element = element(place, batch, tap);
            if (element >= 0) most = Math.max(most, x.get(element * channels + index % channels));
        }
        ((FloatPointer) y.pointer()).put(index, (float) most);
    }

    /** The element, counted over the batch, on which a tap lies, or -1 if it is padding. */
    private long element(long place, long batch, List<Long> tap) {
        long rest = place;
        long element = 0;
        long step = 1;
        for (int i = places.length - 1; i >= 0; i--) {
            long at = rest % places[i] * window.stride().get(i)
                    + tap.get(i) * window.dilation().get(i)
                    - window.before().get(i);
            if (at < 0 || at >= space[i]) return -1;
            element += at * step;
            step *= space[i];
            rest /= places[i];
        }
        return element + batch * step;
    }

    @Override
    public String toString() {
        return "look at maxima";
    }
}
