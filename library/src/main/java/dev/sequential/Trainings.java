package dev.sequential;

import dev.sequential.engine.Check;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The trainings of this session, so that experiments can be compared. A training is remembered by its numbers alone: a
 * model that the notebook drops is freed, its training stays. Only the last {@value #MOST} are kept.
 *
 * <pre>{@code
 * for (double rate : new double[] {1e-2, 1e-3}) {
 *     var model = Sequential.of(Input.of(64), Dense.of(10, "softmax"));
 *     model.compile(Adam.of(rate), "sparse_categorical_crossentropy", "accuracy");
 *     model.fit(x, y, f -> f.epochs(5).validationSplit(0.1));
 * }
 * Trainings.all()     // two trainings with their histories
 * }</pre>
 */
public final class Trainings {
    private static final int MOST = 500;
    private static final Deque<Training> KEPT = new ArrayDeque<>();

    private Trainings() {}

    /** The trainings in the order in which they ended. */
    public static synchronized List<Training> all() {
        return List.copyOf(KEPT);
    }

    /** Forgets all of them: a comparison begins anew. */
    public static synchronized void clear() {
        KEPT.clear();
    }

    /** Remembers one; {@code fit} does it at its end, whichever way it ends. */
    public static synchronized void add(Training training) {
        KEPT.addLast(Check.notNull(training, "training"));
        if (KEPT.size() > MOST) KEPT.removeFirst();
    }
}
