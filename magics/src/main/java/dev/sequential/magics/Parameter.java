package dev.sequential.magics;

/**
 * What a {@link Magic} may be given: a word in its place, or an option by its name.
 *
 * @param name a word in capitals, {@code MODEL}, or an option, {@code --metrics}
 * @param kind how often it may come, and whether words belong to it
 * @param meaning half a sentence for the help
 */
public record Parameter(String name, Kind kind, String meaning) {
    /** How often a parameter may come, and whether words belong to it. */
    public enum Kind {
        /** One word that must be there. */
        WORD,
        /** One word that may be missing. */
        OPTIONAL_WORD,
        /** One word or more; nothing can follow but options. */
        WORDS,
        /** An option alone. */
        FLAG,
        /** An option and one word or more after it. */
        OPTION_WITH_WORDS
    }

    static Parameter word(String name, String meaning) {
        return new Parameter(name, Kind.WORD, meaning);
    }

    static Parameter optionalWord(String name, String meaning) {
        return new Parameter(name, Kind.OPTIONAL_WORD, meaning);
    }

    static Parameter words(String name, String meaning) {
        return new Parameter(name, Kind.WORDS, meaning);
    }

    static Parameter flag(String name, String meaning) {
        return new Parameter(name, Kind.FLAG, meaning);
    }

    static Parameter optionWithWords(String name, String meaning) {
        return new Parameter(name, Kind.OPTION_WITH_WORDS, meaning);
    }

    boolean isOption() {
        return kind == Kind.FLAG || kind == Kind.OPTION_WITH_WORDS;
    }

    boolean isRequired() {
        return kind == Kind.WORD || kind == Kind.WORDS;
    }

    /** As the usage shows it: {@code MODEL}, {@code [NAME]}, {@code MODEL...}, {@code [--metrics NAME...]}. */
    String shown() {
        return switch (kind) {
            case WORD -> name;
            case OPTIONAL_WORD -> "[" + name + "]";
            case WORDS -> name + "...";
            case FLAG -> "[" + name + "]";
            case OPTION_WITH_WORDS -> "[" + name + " NAME...]";
        };
    }
}
