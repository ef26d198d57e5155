package dev.sequential.engine;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** What to say when a name is not known: the nearest known one, then all of them. */
public final class Names {
    private static final int LONGEST = 100;

    private Names() {}

    /**
     * The error for a name that is not known: {@code Unknown loss "mse2". Did you mean "mse"?} and, on a second line,
     * all known names.
     *
     * @param kind what the name was to name, in the singular: {@code loss}
     */
    public static IllegalArgumentException unknown(String kind, String given, Collection<String> known) {
        String shown = given.length() <= LONGEST ? given : given.substring(0, LONGEST) + "…";
        String nearest = nearest(given, known)
                .map(name -> " Did you mean \"" + name + "\"?")
                .orElse("");
        return new IllegalArgumentException("Unknown " + kind + " \"" + shown + "\"." + nearest + "\nKnown names: "
                + String.join(", ", new TreeSet<>(known)));
    }

    /** A class name as Keras spells it in names of layers and weights: {@code LSTMCell} is {@code lstm_cell}. */
    public static String snake(String className) {
        return className
                .replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }

    /** The known name that differs least, if it differs in no more than a third of its letters. */
    public static Optional<String> nearest(String given, Collection<String> known) {
        if (given == null || given.isBlank() || given.length() > LONGEST) return Optional.empty();
        int near = Math.max(1, given.length() / 3);
        return known.stream()
                .sorted()
                .min(Comparator.comparingInt((String name) -> distance(plain(given), plain(name)))
                        .thenComparingInt(name -> distance(given, name)))
                .filter(name -> distance(plain(given), plain(name)) <= near);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace(" ", "");
    }

    /** Letters inserted, dropped, replaced or swapped with their neighbour (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) d[i][0] = i;
        for (int j = 0; j <= b.length(); j++) d[0][j] = j;
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
            }
        }
        return d[a.length()][b.length()];
    }
}
