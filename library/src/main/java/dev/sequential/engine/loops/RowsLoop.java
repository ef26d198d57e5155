package dev.sequential.engine.loops;

import static dev.sequential.engine.loops.Loops.CHUNK;

import dev.sequential.engine.Check;
import dev.sequential.engine.Kernel;
import dev.sequential.engine.Memory;

/** Reads rows at integer places, or adds rows to those at integer places. */
final class RowsLoop implements Loop {
    private final Memory table;
    private final Memory places;
    private final Memory rows;
    private final boolean adds;
    private final long width;
    private final long height;
    private final long count;
    private final Adder adder;

    private RowsLoop(Memory table, Memory places, Memory rows, boolean adds) {
        this.table = table;
        this.places = places;
        this.rows = rows;
        this.adds = adds;
        this.width = table.shape().slice(1, table.shape().rank()).size();
        this.height = table.shape().dim(0);
        this.count = places.size();
        this.adder = new Adder(width);
    }

    /** {@code rows[i] = table[places[i]]}. */
    static Kernel gather(Memory table, Memory places, Memory rows) {
        return SharedLoop.of(places.size(), 2 * rows.size(), () -> new RowsLoop(table, places, rows, false));
    }

    /** {@code table[places[i]] += rows[i]}, from zeros. */
    static Kernel scatterAdd(Memory rows, Memory places, Memory table) {
        long work = table.size() + 2 * rows.size();
        return SharedLoop.of(table.shape().dim(0), work, () -> new RowsLoop(table, places, rows, true));
    }

    /** A piece is a row that is taken, or a row of the table that others are added to. */
    @Override
    public void run(long first, long end) {
        if (adds) {
            Native.clear(at(first), (end - first) * width);
            for (long i = 0; i < count; i++) {
                int place = place(places, i, height);
                if (place >= first && place < end) adder.add(rows.address() + 4 * i * width, at(place));
            }
        } else {
            for (long i = first; i < end; i++)
                Native.copy(at(place(places, i, height)), rows.address() + 4 * i * width, width);
        }
    }

    private long at(long row) {
        return table.address() + 4 * row * width;
    }

    /** The place with this number, which is a row of a table of this height. */
    static int place(Memory places, long index, long height) {
        int place = Native.getInt(places.address() + 4 * index);
        if (place < 0 || place >= height) refuse(place, height);
        return place;
    }

    private static void refuse(int place, long height) {
        Check.that(false, "Places must be from 0 to %d, but received %d", height - 1, place);
    }

    /** Adds a row to another. */
    static final class Adder {
        private final long width;
        private final float[] row;
        private final float[] sum;

        Adder(long width) {
            this.width = width;
            this.row = new float[(int) Math.min(width, CHUNK)];
            this.sum = new float[row.length];
        }

        void add(long from, long to) {
            for (long done = 0; done < width; done += CHUNK) {
                int n = (int) Math.min(CHUNK, width - done);
                Native.load(from + 4 * done, row, n);
                Native.load(to + 4 * done, sum, n);
                add(row, sum, n);
                Native.store(sum, to + 4 * done, n);
            }
        }

        private static void add(float[] x, float[] into, int n) {
            for (int i = 0; i < n; i++) into[i] += x[i];
        }
    }

    @Override
    public String toString() {
        return (adds ? "loop adding rows to " : "loop taking rows of ") + table;
    }
}
