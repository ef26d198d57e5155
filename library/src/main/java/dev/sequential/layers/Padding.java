package dev.sequential.layers;

import java.util.Locale;

/** What a window that slides meets at the borders. */
public enum Padding {
    /** Nothing: the window stays inside, and results are shorter than inputs. */
    VALID,
    /** As much on both sides that with stride 1 results are as long as inputs; if it is odd, one more at the end. */
    SAME,
    /** Enough at the start that no result depends on later inputs. */
    CAUSAL;

    /** Keras's name. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
