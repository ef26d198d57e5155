package dev.sequential.engine.nd4j;

import dev.sequential.engine.Check;
import dev.sequential.engine.Pad;
import dev.sequential.engine.Reverse;
import dev.sequential.engine.Slice;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Elements brought to other places. */
final class Moves {
    private Moves() {}

    static INDArray slice(Slice s, INDArray x) {
        INDArrayIndex[] parts = new INDArrayIndex[x.rank()];
        for (int i = 0; i < parts.length; i++) {
            long end = s.end().get(i) == -1 ? x.size(i) : s.end().get(i);
            long stride = s.stride().get(i);
            parts[i] = places(s.begin().get(i), stride, (end - s.begin().get(i) + stride - 1) / stride);
        }
        return x.get(parts);
    }

    static INDArray pad(Pad p, INDArray x, INDArray z) {
        z.assign(p.value());
        INDArrayIndex[] parts = new INDArrayIndex[x.rank()];
        for (int i = 0; i < parts.length; i++) {
            long begin = p.before().get(i);
            long stride = p.interior().get(i) + 1;
            parts[i] = places(begin, stride, x.size(i));
        }
        z.put(parts, x);
        return z;
    }

    /** So many places; ND4J mistakes the end of a single one with a stride. */
    static INDArrayIndex places(long begin, long stride, long count) {
        return count == 1
                ? NDArrayIndex.interval(begin, begin + 1)
                : NDArrayIndex.interval(begin, stride, begin + (count - 1) * stride + 1);
    }

    static INDArray reverse(Reverse r, INDArray x) {
        int[] axes = r.axes().stream().mapToInt(Integer::intValue).toArray();
        INDArray result = x.ulike();
        Nd4j.exec(DynamicCustomOp.builder("reverse")
                .addInputs(x)
                .addOutputs(result)
                .addIntegerArguments(axes)
                .build());
        return result;
    }

    static INDArray gather(INDArray rows, INDArray places, INDArray z) {
        long width = width(rows);
        INDArray flat = places.reshape('c', new long[] {places.length()});
        for (long i = 0; i < flat.length(); i++) {
            long place = row(flat.getLong(i), rows.size(0));
            part(z, i * width, width).assign(part(rows, place * width, width));
        }
        return z;
    }

    static INDArray scatterAdd(INDArray rows, INDArray places, INDArray z) {
        z.assign(0);
        long width = width(z);
        INDArray flat = places.reshape('c', new long[] {places.length()});
        for (long i = 0; i < flat.length(); i++) {
            long place = row(flat.getLong(i), z.size(0));
            part(z, place * width, width).addi(part(rows, i * width, width));
        }
        return z;
    }

    private static long width(INDArray rows) {
        return rows.length() / rows.size(0);
    }

    private static INDArray part(INDArray x, long from, long width) {
        return x.reshape('c', new long[] {x.length()}).get(NDArrayIndex.interval(from, from + width));
    }

    private static long row(long place, long rows) {
        Check.that(place >= 0 && place < rows, "Places must be from 0 to %d, but received %d", rows - 1, place);
        return place;
    }
}
