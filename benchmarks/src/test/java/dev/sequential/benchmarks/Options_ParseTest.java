package dev.sequential.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Options_ParseTest {
    @TempDir
    Path digits;

    private Options parse(String... arguments) {
        return Options.parse(List.of(arguments), Map.of("SEQUENTIAL_MNIST", digits.toString()));
    }

    @Test
    void runsEverythingByDefault() {
        Options options = parse();
        assertThat(options.speedCases()).isEqualTo(Case.ALL);
        assertThat(options.wantsMnist()).isTrue();
        assertThat(options.measures()).containsExactly(Measure.values());
        assertThat(options.peers()).containsExactly("jax", "tensorflow");
        assertThat(options.rounds()).isEqualTo(5);
        assertThat(options.digits()).contains(digits);
        assertThat(options.json()).isEmpty();
    }

    @Test
    void takesValuesBesideAndBehindAnEqualsSign() {
        Options options =
                parse("--cases=tiny_b32,mlp_b32", "--peers", "jax,dl4j", "--rounds=2", "--mnist", ".", "--json=x.json");
        assertThat(options.speedCases()).extracting(Case::name).containsExactly("mlp_b32", "tiny_b32");
        assertThat(options.wantsMnist()).isFalse();
        assertThat(options.peers()).containsExactly("jax", "dl4j");
        assertThat(options.rounds()).isEqualTo(2);
        assertThat(options.digits()).contains(Path.of("."));
        assertThat(options.json()).contains(Path.of("x.json"));
    }

    @Test
    void takesSomeMeasuresInTheirUsualOrder() {
        assertThat(parse("--measures", "memory,fit").measures()).containsExactly(Measure.FIT, Measure.MEMORY);
    }

    @Test
    void runsWithoutPeers() {
        assertThat(parse("--peers", "none").peers()).isEmpty();
    }

    @Test
    void isWholeWhereNothingIsLeftOut() {
        assertThat(parse().isWhole()).isTrue();
        assertThat(parse("--peers", "torch", "--rounds", "1").isWhole()).isTrue();
        assertThat(parse("--cases", "mlp_b32").isWhole()).isFalse();
        assertThat(parse("--measures", "fit").isWhole()).isFalse();
        assertThat(parse("--peers", "none").isWhole()).isFalse();
    }

    @Test
    void knowsNoDigitsWhereNothingSaysWhere() {
        assertThat(Options.parse(List.of(), Map.of()).digits()).isEmpty();
        assertThat(Options.parse(List.of(), Map.of("SEQUENTIAL_MNIST", "")).digits())
                .isEmpty();
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertRefused("bench does not know --case.", "--case", "x");
        assertRefused("--json needs a value.", "--json");
        assertRefused("--rounds must be a number from 1 on, but received \"0\".", "--rounds", "0");
        assertRefused("--peers knows jax, tensorflow, torch, dl4j, but received \"mxnet\".", "--peers", "jax,mxnet");
        assertRefused(
                "--measures knows fit, evaluate, predict, predict_one, call_one, first_step, memory, heap, growth, "
                        + "but received \"speed\".",
                "--measures",
                "speed");
        assertRefused(
                "--cases knows mlp_b32, mlp_b128, mnist_cnn, imdb_lstm, transformer_b32, resnet_b64, tiny_b32, mnist, "
                        + "but received \"mlp\".",
                "--cases",
                "mlp");
    }

    @Test
    void refusesFoldersThatAreNotThere() {
        Path gone = digits.resolve("gone");
        assertThatThrownBy(() -> parse("--mnist", gone.toString()))
                .isInstanceOf(Failure.class)
                .hasMessage("no such folder: " + gone);
        assertThatThrownBy(() -> parse("--json", gone.resolve("x.json").toString()))
                .isInstanceOf(Failure.class)
                .hasMessage("no such folder: " + gone);
    }

    private void assertRefused(String message, String... arguments) {
        assertThatThrownBy(() -> parse(arguments))
                .isInstanceOf(Failure.class)
                .hasMessage(message + " See ./sequential bench --help.");
    }
}
