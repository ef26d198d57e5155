package dev.sequential.magics;

import dev.sequential.Sequential;

/** Sets the seed. */
record SeedMagic() implements Magic {
    @Override
    public Usage usage() {
        return Usage.of(
                "seed",
                "Makes everything random that follows the same in each run: weights, shuffling, dropout.",
                "Sequential.seed(42)",
                Parameter.word("NUMBER", "a whole number"));
    }

    @Override
    public Object run(Arguments arguments, Scope scope) {
        Sequential.seed(seed(arguments.word("NUMBER")));
        return null;
    }

    private static long seed(String word) {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("%seed expects a whole number, but received " + word, e);
        }
    }
}
