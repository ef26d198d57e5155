package dev.sequential.engine.loops;

import dev.sequential.engine.Kernel;
import dev.sequential.engine.Memory;
import java.util.Arrays;

/** The result of a {@link dev.sequential.engine.ScatterAdd}, made a part at a time: some rows of the table. */
public final class ScatterParts {
    private final Memory rows;
    private final Memory places;
    private final long height;
    private final long width;
    private final long rowsOfPart;
    /** The rows that are added, by part, and where those of each part begin. */
    private final int[] order;

    private final int[] begins;

    /**
     * Parts of a table.
     *
     * @param rows what is added
     * @param places to which row of the table
     * @param height rows of the table
     */
    public ScatterParts(Memory rows, Memory places, long height, long rowsOfPart) {
        this.rows = rows;
        this.places = places;
        this.height = height;
        this.width = rows.size() / places.size();
        this.rowsOfPart = rowsOfPart;
        this.order = new int[Math.toIntExact(places.size())];
        this.begins = new int[Math.toIntExact((height + rowsOfPart - 1) / rowsOfPart) + 1];
    }

    /** Finds which rows belong to which part; to be run before the parts. */
    public Kernel sort() {
        return key -> {
            int parts = begins.length - 1;
            Arrays.fill(begins, 0);
            for (int i = 0; i < order.length; i++) begins[part(i)]++;
            for (int part = 1; part <= parts; part++) begins[part] += begins[part - 1];
            for (int i = order.length - 1; i >= 0; i--) order[--begins[part(i)]] = i;
        };
    }

    /** Zeros in {@code table}, then the sums of this part. */
    public Kernel part(int part, Memory table) {
        return SharedLoop.of(table.size() / width, table.size(), () -> new Part(part, table.address()));
    }

    private int part(int index) {
        return (int) (RowsLoop.place(places, index, height) / rowsOfPart);
    }

    private final class Part implements Loop {
        private final RowsLoop.Adder adder = new RowsLoop.Adder(width);
        private final int part;
        private final long address;

        Part(int part, long address) {
            this.part = part;
            this.address = address;
        }

        @Override
        public void run(long first, long end) {
            Native.clear(address + 4 * first * width, (end - first) * width);
            for (int i = begins[part]; i < begins[part + 1]; i++) {
                long row = RowsLoop.place(places, order[i], height) - part * rowsOfPart;
                if (row >= first && row < end) {
                    adder.add(rows.address() + 4 * order[i] * width, address + 4 * row * width);
                }
            }
        }
    }
}
