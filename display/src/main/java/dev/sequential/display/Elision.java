package dev.sequential.display;

import java.util.List;
import java.util.stream.IntStream;

/** Which places of something long are shown. */
final class Elision {
    /** Stands for the places left out. */
    static final int GAP = -1;

    private Elision() {}

    /** All places of something short, otherwise so many at both ends and {@link #GAP} between them. */
    static List<Integer> of(long size, int atEachEnd) {
        int count = (int) size;
        if (atEachEnd >= (count + 1) / 2) return all(count);
        IntStream begin = IntStream.concat(IntStream.range(0, atEachEnd), IntStream.of(GAP));
        return IntStream.concat(begin, IntStream.range(count - atEachEnd, count))
                .boxed()
                .toList();
    }

    private static List<Integer> all(long size) {
        return IntStream.range(0, (int) size).boxed().toList();
    }
}
