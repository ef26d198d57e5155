package dev.sequential.engine.loops;

import dev.sequential.engine.Kernel;
import dev.sequential.engine.Memory;
import java.util.Arrays;

/**
 * The result of a {@link dev.sequential.engine.ScatterAdd}, some rows of the table at a time, in memory that is zero before
 * and after and that nobody else writes to: so few rows are cleared, not all.
 */
public final class ScatterParts {
    private final Memory rows;
    private final Memory places;
    private final int height;
    private final long width;
    private final int rowsOfPart;
    /** The rows that are added, by place, and where those of each place begin. */
    private final int[] order;

    private final int[] begins;

    /**
     * Parts of a table.
     *
     * @param rows what is added
     * @param places to which row of the table
     * @param height rows of the table
     * @param rowsOfPart rows of each part but the last, which may have fewer
     */
    public ScatterParts(Memory rows, Memory places, long height, long rowsOfPart) {
        this.rows = rows;
        this.places = places;
        this.height = Math.toIntExact(height);
        this.width = rows.size() / places.size();
        this.rowsOfPart = Math.toIntExact(rowsOfPart);
        this.order = new int[Math.toIntExact(places.size())];
        this.begins = new int[Math.toIntExact(height + 1)];
    }

    /** Finds which rows belong to which place; to be run before the parts. */
    public Kernel sort() {
        return key -> {
            Arrays.fill(begins, 0);
            for (int i = 0; i < order.length; i++) begins[RowsLoop.place(places, i, height)]++;
            for (int place = 1; place <= height; place++) begins[place] += begins[place - 1];
            for (int i = order.length - 1; i >= 0; i--) order[--begins[RowsLoop.place(places, i, height)]] = i;
        };
    }

    /** The sums of this part, instead of those of the part before. */
    public Kernel part(int part, Memory table) {
        return SharedLoop.of(rowsOfPart, table.size(), () -> new Part(part, table.address()));
    }

    /** Zeros again, after the last part. */
    public Kernel end(Memory table) {
        return part((height + rowsOfPart - 1) / rowsOfPart, table);
    }

    private final class Part implements Loop {
        private final RowsLoop.Adder adder = new RowsLoop.Adder(width);
        private final int from;
        private final long address;

        Part(int part, long address) {
            this.from = part * rowsOfPart;
            this.address = address;
        }

        @Override
        public void run(long first, long end) {
            for (long row = first; row < end; row++) {
                long to = address + 4 * row * width;
                int place = from + (int) row;
                if (isTaken(place)) add(place, to);
                else if (isTaken(place - rowsOfPart)) Native.clear(to, width);
            }
        }

        private boolean isTaken(int place) {
            return place >= 0 && place < height && begins[place] < begins[place + 1];
        }

        private void add(int place, long to) {
            int i = begins[place];
            Native.copy(source(i), to, width);
            for (i++; i < begins[place + 1]; i++) adder.add(source(i), to);
        }

        private long source(int index) {
            return rows.address() + 4 * order[index] * width;
        }
    }
}
