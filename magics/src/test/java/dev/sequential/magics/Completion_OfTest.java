package dev.sequential.magics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.History;
import dev.sequential.Sequential;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Completion_OfTest {
    private static final Scope SCOPE = new Scope() {
        private final Map<String, Class<?>> variables =
                Map.of("model", Sequential.class, "history", History.class, "n", int.class);

        @Override
        public Collection<String> names() {
            return variables.keySet();
        }

        @Override
        public Collection<String> names(List<Class<?>> types) {
            return variables.keySet().stream()
                    .filter(name -> types.contains(variables.get(name)))
                    .sorted()
                    .toList();
        }

        @Override
        public Object evaluate(String expression) {
            throw new AssertionError("completion evaluates nothing");
        }
    };

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "%dataset d                   | 9  | digits",
                "%dataset  wi                 | 10 | wine",
                "Examples d = %dataset ir     | 22 | iris",
                "Examples d = %data           | 13 | %dataset",
                "'%progress '                 | 10 | keras, classic",
                "%precision mixed_b           | 11 | mixed_bfloat16",
                "'%summary '                  | 9  | model, --expand-nested",
                "%summary model --            | 15 | --expand-nested",
                "%history h                   | 9  | history",
                "'%history model '            | 15 | --metrics",
                "'%history model --metrics '  | 25 | ''",
                "'%plot model '               | 12 | history, --metrics",
                "'%backend '                  | 9  | ''",
                "'%seed 1 '                   | 8  | ''",
            })
    void completesWhatHasAPlaceThere(String line, int start, String options) {
        String code = "int a = 1;\n" + line;
        Completion found = Completion.of(code + "\nmore", code.length(), SCOPE).orElseThrow();
        assertThat(String.join(", ", found.options())).isEqualTo(options);
        assertThat(found.start()).isEqualTo(11 + start);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%summ",
                "%maven g:",
                "model.fi",
                "int r = n % ",
                "\"= %sum",
                "String s = \"100 %dataset d",
                "",
                "%"
            })
    void leavesTheRestToTheKernel(String line) {
        assertThat(Completion.of(line, line.length(), SCOPE)).isEmpty();
    }

    @Test
    void looksOnlyBeforeTheCursor() {
        assertThat(Completion.of("%dataset digits", 11, SCOPE).orElseThrow())
                .isEqualTo(new Completion(9, List.of("digits")));
    }
}
