package dev.sequential.training;

/** Escapes for bold and coloured text. */
final class Ansi {
    static final String BOLD = "1";
    static final String GREEN = "32";
    static final String WHITE = "37";

    private Ansi() {}

    /** Text in a style, or as it is if {@code colours} is false. */
    static String styled(boolean colours, String style, String text) {
        return colours ? "\u001b[" + style + "m" + text + "\u001b[0m" : text;
    }

    /** Number of characters that show. */
    static int width(String text) {
        return text.replaceAll("\u001b\\[[0-9;]*m", "").length();
    }
}
