package dev.sequential.training;

import java.util.Locale;

/** How progress looks; {@link Progress#style} chooses. */
public enum ProgressStyle {
    /** As Keras 3: {@code  7/32 ━━━━━━━━━━━━━━━━━━━━ 3s 120ms/step - loss: 0.9165}. */
    KERAS {
        @Override
        String bar(Moment m, boolean done, boolean colours) {
            int green = (int) (20L * m.step() / m.steps());
            String count = counter(m.step(), m.steps());
            String time = done ? Numbers.elapsed(m.seconds()) : Numbers.remaining(m.perStep() * (m.steps() - m.step()));
            return Ansi.styled(colours, Ansi.BOLD, count)
                    + " "
                    + (green > 0 ? Ansi.styled(colours, Ansi.GREEN, "━".repeat(green)) : "")
                    + Ansi.styled(colours, Ansi.WHITE, "━".repeat(20 - green))
                    + " "
                    + Ansi.styled(colours, Ansi.BOLD, time)
                    + " "
                    + Numbers.perStep(m.perStep())
                    + Numbers.values(m.values());
        }

        @Override
        String line(Moment m) {
            return m.step() + "/" + m.steps() + " - " + Numbers.elapsed(m.seconds()) + " - "
                    + Numbers.perStep(m.perStep()) + Numbers.values(m.values());
        }

        @Override
        boolean numbersSingleEpoch() {
            return false;
        }
    },
    /** As Keras 2, counting samples: {@code  512/1000 [==============>...............] - ETA: 1s - loss: 0.6062}. */
    CLASSIC {
        @Override
        String bar(Moment m, boolean done, boolean colours) {
            int width = (int) (30 * m.rows() / m.allRows());
            String filled = width == 0 ? "" : "=".repeat(width - 1) + (m.rows() < m.allRows() ? ">" : "=");
            String time = done
                    ? " - " + Numbers.elapsed(m.seconds()) + " " + Numbers.perStep(m.perRow())
                    : " - ETA: " + Numbers.remaining(m.perRow() * (m.allRows() - m.rows()));
            return counter(m.rows(), m.allRows()) + " [" + filled + ".".repeat(30 - width) + "]" + time
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

    private static String counter(long done, long all) {
        return String.format(Locale.ROOT, "%" + Long.toString(all).length() + "d/%d", done, all);
    }
}
