package dev.sequential.training;

import java.util.Locale;

/** How progress looks; {@link Progress#style} chooses. */
public enum ProgressStyle {
    /** As Keras 3: {@code  7/32 ━━━━━━━━━━━━━━━━━━━━ 3s 120ms/step - loss: 0.9165}. */
    KERAS {
        @Override
        String bar(Moment m, boolean done, boolean colours) {
            String time = done || m.steps().isEmpty() ? Numbers.elapsed(m.seconds()) : remaining(m);
            return count(m, colours)
                    + Ansi.styled(colours, Ansi.BOLD, time)
                    + " "
                    + Numbers.perStep(m.perStep())
                    + Numbers.values(m.values());
        }

        private static String remaining(Moment m) {
            return Numbers.remaining(m.perStep() * (m.steps().getAsInt() - m.step()));
        }

        /** The counter and the bar, or the counter alone where the end is not known. */
        private static String count(Moment m, boolean colours) {
            if (m.steps().isEmpty()) return Ansi.styled(colours, Ansi.BOLD, openCounter(m.step())) + " ";
            int steps = m.steps().getAsInt();
            int green = (int) (20L * m.step() / steps);
            return Ansi.styled(colours, Ansi.BOLD, counter(m.step(), steps))
                    + " "
                    + (green > 0 ? Ansi.styled(colours, Ansi.GREEN, "━".repeat(green)) : "")
                    + Ansi.styled(colours, Ansi.WHITE, "━".repeat(20 - green))
                    + " ";
        }

        @Override
        String line(Moment m) {
            return m.step() + "/" + m.steps().orElse(m.step()) + " - " + Numbers.elapsed(m.seconds()) + " - "
                    + Numbers.perStep(m.perStep()) + Numbers.values(m.values());
        }

        @Override
        boolean numbersSingleEpoch() {
            return false;
        }
    },
    /**
     * As Keras 2, counting the samples of arrays and the batches of generators:
     * {@code  512/1000 [==============>...............] - ETA: 1s - loss: 0.6062}.
     */
    CLASSIC {
        @Override
        String bar(Moment m, boolean done, boolean colours) {
            boolean samples = m.allRows().isPresent();
            double perUnit = samples ? m.perRow() : m.perStep();
            String elapsed = " - " + Numbers.elapsed(m.seconds()) + " " + Numbers.perStep(perUnit);
            if (!samples && m.steps().isEmpty()) return openCounter(m.step()) + elapsed + Numbers.values(m.values());
            long count = samples ? m.rows() : m.step();
            long all = samples ? m.allRows().getAsLong() : m.steps().getAsInt();
            int width = (int) (30 * count / all);
            String filled = width == 0 ? "" : "=".repeat(width - 1) + (count < all ? ">" : "=");
            String time = done ? elapsed : " - ETA: " + Numbers.remaining(perUnit * (all - count));
            return counter(count, all) + " [" + filled + ".".repeat(30 - width) + "]" + time
                    + Numbers.values(m.values());
        }

        @Override
        String line(Moment m) {
            return " - " + Numbers.elapsed(m.seconds()) + Numbers.values(m.values());
        }

        @Override
        boolean numbersSingleEpoch() {
            return true;
        }
    };

    /** The line in progress, or as it stays when the pass is {@code done}. */
    abstract String bar(Moment moment, boolean done, boolean colours);

    /** The only line of a pass that shows none in progress. */
    abstract String line(Moment moment);

    /** Whether {@code Epoch 1/1} is said. */
    abstract boolean numbersSingleEpoch();

    private static String openCounter(int step) {
        return String.format(Locale.ROOT, "%7d/Unknown", step);
    }

    private static String counter(long done, long all) {
        return String.format(Locale.ROOT, "%" + Long.toString(all).length() + "d/%d", done, all);
    }
}
