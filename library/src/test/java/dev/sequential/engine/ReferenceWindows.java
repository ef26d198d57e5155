package dev.sequential.engine;

import dev.sequential.engine.Reference.Value;
import java.util.List;

/** Convolution and pooling in doubles, one number at a time. */
final class ReferenceWindows {
    /** What is done where a tap of a place meets an element; all three as flat numbers without batch and channels. */
    private interface Meeting {
        void at(int place, int tap, int element);
    }

    private ReferenceWindows() {}

    static List<Value> both(KernelAndBias op, List<Value> in) {
        return List.of(
                Reference.compute(op.conv(), in, 0).get(0),
                Reference.compute(op.bias(), in.subList(1, 2), 0).get(0));
    }

    static Value slide(Op op, List<Value> in, Type type) {
        return op instanceof Conv c ? conv(c, in, type) : pool((Pool) op, in, type);
    }

    private static Value conv(Conv op, List<Value> in, Type type) {
        Value out = new Value(type, new double[(int) type.shape().size()]);
        Value data = op.makes() == Conv.Part.DATA ? out : in.get(0);
        Value kernel = op.makes() == Conv.Part.KERNEL ? out : in.get(1);
        Value result = op.makes() == Conv.Part.RESULT ? out : in.get(op.makes() == Conv.Part.DATA ? 0 : 1);
        int channels = (int) kernel.shape().dim(-2);
        int filters = (int) kernel.shape().dim(-1);
        int all = (int) data.shape().dim(-1);
        int elements = (int) op.space().size();
        int places = (int) op.window().places(op.space()).size();
        for (int n = 0; n < data.shape().dim(0); n++) {
            int batch = n;
            meet(op.window(), op.space(), (place, tap, element) -> {
                for (int f = 0; f < filters; f++) {
                    for (int c = 0; c < channels; c++) {
                        int group = f / (filters / op.groups());
                        int x = (batch * elements + element) * all + group * channels + c;
                        int k = (tap * channels + c) * filters + f;
                        int y = (batch * places + place) * filters + f;
                        switch (op.makes()) {
                            case RESULT -> result.elements()[y] += data.elements()[x] * kernel.elements()[k];
                            case DATA -> data.elements()[x] += result.elements()[y] * kernel.elements()[k];
                            case KERNEL -> kernel.elements()[k] += result.elements()[y] * data.elements()[x];
                        }
                    }
                }
            });
        }
        return out;
    }

    private static Value pool(Pool op, List<Value> in, Type type) {
        Value out = new Value(type, new double[(int) type.shape().size()]);
        boolean gather = op.direction() == Pool.Direction.GATHER;
        Value values = in.get(in.size() - 1);
        int channels = (int) type.shape().dim(-1);
        int elements = (int) op.space().size();
        int places = (int) op.window().places(op.space()).size();
        for (int i = 0; i < type.shape().dim(0) * channels; i++) {
            int before = i / channels;
            int channel = i % channels;
            int[] chosen = new int[places];
            int[] counts = new int[places];
            java.util.Arrays.fill(chosen, -1);
            meet(op.window(), op.space(), (place, tap, element) -> {
                counts[place]++;
                double[] x = in.get(0).elements();
                boolean max = op.kind() == Pool.Kind.MAX;
                boolean better = max
                        && (chosen[place] < 0
                                || x[(before * elements + element) * channels + channel]
                                        > x[(before * elements + chosen[place]) * channels + channel]);
                if (better) chosen[place] = element;
            });
            meet(op.window(), op.space(), (place, tap, element) -> {
                double weight = op.kind() == Pool.Kind.AVERAGE ? 1.0 / counts[place] : chosen[place] == element ? 1 : 0;
                int x = (before * elements + element) * channels + channel;
                int y = (before * places + place) * channels + channel;
                out.elements()[gather ? y : x] += weight * values.elements()[gather ? x : y];
            });
        }
        return out;
    }

    private static void meet(Window window, Shape space, Meeting meeting) {
        long[] places = window.places(space).dims();
        long[] taps = window.size().stream().mapToLong(Long::longValue).toArray();
        for (int place = 0; place < Shape.of(places).size(); place++) {
            for (int tap = 0; tap < window.taps(); tap++) {
                int element = element(window, space, unravel(place, places), unravel(tap, taps));
                if (element >= 0) meeting.at(place, tap, element);
            }
        }
    }

    private static int element(Window window, Shape space, long[] place, long[] tap) {
        long element = 0;
        for (int i = 0; i < place.length; i++) {
            long at = place[i] * window.stride().get(i)
                    + tap[i] * window.dilation().get(i)
                    - window.before().get(i);
            if (at < 0 || at >= space.dim(i)) return -1;
            element = element * space.dim(i) + at;
        }
        return (int) element;
    }

    private static long[] unravel(long index, long[] dims) {
        long[] at = new long[dims.length];
        for (int i = dims.length - 1; i >= 0; i--) {
            at[i] = index % dims[i];
            index /= dims[i];
        }
        return at;
    }
}
