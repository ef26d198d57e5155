package dev.sequential.magics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Arguments_ReadTest {
    private static final Usage USAGE = Usage.of(
            "draw",
            "Draws.",
            "draw(a)",
            Parameter.word("WHAT", "a thing"),
            Parameter.optionalWord("WHERE", "a place"),
            Parameter.flag("--large", "draws it large"),
            Parameter.optionWithWords("--colours", "only these"));

    private static Arguments read(String... words) {
        return Arguments.of(USAGE, List.of(words));
    }

    @Test
    void findsWordsByPlaceAndOptionsByName() {
        Arguments arguments = read("cat", "--large", "--colours", "red", "blue");
        assertThat(arguments.word("WHAT")).isEqualTo("cat");
        assertThat(arguments.optionalWord("WHERE")).isEmpty();
        assertThat(arguments.has("--large")).isTrue();
        assertThat(arguments.words("--colours")).containsExactly("red", "blue");
        assertThat(read("--large", "cat", "here").optionalWord("WHERE")).contains("here");
    }

    @Test
    void takesAsManyWordsAsThereAre() {
        Usage several = Usage.of("all", "All.", "–", Parameter.words("EACH", "things"), Parameter.flag("--x", "x"));
        assertThat(Arguments.of(several, List.of("a", "b", "c", "--x")).words("EACH"))
                .containsExactly("a", "b", "c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a --colour red        | %draw has no option --colour. Did you mean --colours?",
                "a --frame             | %draw has no option --frame.",
                "a b c                 | %draw does not know what to do with \"c\".",
                "--large               | %draw needs WHAT: a thing.",
                "a --colours           | %draw needs names after --colours: only these.",
                "a --large --large     | %draw takes --large only once.",
            })
    void refusesWhatHasNoPlace(String words, String message) {
        assertThatThrownBy(() -> read(Arrays.stream(words.split(" ")).toArray(String[]::new)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message + "\nUsage: %draw WHAT [WHERE] [--large] [--colours NAME...]");
    }

    @Test
    void helpNamesEverything() {
        assertThat(USAGE.help()).isEqualTo("""
                %draw WHAT [WHERE] [--large] [--colours NAME...]
                Draws.
                  WHAT       a thing
                  WHERE      a place
                  --large    draws it large
                  --colours  only these
                In Java: draw(a)""");
    }
}
