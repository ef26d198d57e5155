package dev.sequential.benchmarks;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The model of {@link Mlp} again and again, with ever larger batches and then with ever wider layers. */
final class Growth {
    /** All there are. */
    static final List<Case> ALL = Stream.concat(
                    IntStream.of(32, 128, 512, 2_048, 4_096).mapToObj(Growth::batch),
                    IntStream.of(64, 256, 1_024, 4_096).mapToObj(Growth::width))
            .toList();

    private Growth() {}

    private static Case batch(int batch) {
        return Mlp.wide("batch_" + batch, 512, batch, Math.max(8_192, 4 * batch));
    }

    private static Case width(int width) {
        return Mlp.wide("width_" + width, width, 128, width > 1_000 ? 512 : 8_192);
    }
}
