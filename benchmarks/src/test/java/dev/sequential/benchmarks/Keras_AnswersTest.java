package dev.sequential.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Keras_AnswersTest {
    @TempDir
    Path folder;

    private Keras keras;
    private Path log;

    @BeforeEach
    void start() {
        log = folder.resolve("keras.log");
        keras = new Keras("jax", command(FakeKeras.class.getName()), log);
    }

    @AfterEach
    void close() {
        keras.close();
    }

    private static List<String> command(String main) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(java, "-cp", System.getProperty("java.class.path"), main);
    }

    @Test
    void tellsItsBackendAndVersions() {
        assertThat(keras.name()).isEqualTo("keras-jax");
        assertThat(keras.versions()).isEqualTo("Keras 0 on jax 1");
    }

    @Test
    void asksForTimes() {
        assertThat(keras.fit(Case.ALL.get(0))).isEqualTo(1.5);
        assertThat(keras.predict(Case.ALL.get(0))).isEqualTo(0.5);
        assertThat(keras.mnist(folder)).isEqualTo(new Mnist.Result(0.98, 10.25));
    }

    @Test
    void passesErrorsOn() {
        assertThatThrownBy(() -> keras.fit(Case.ALL.get(1)))
                .isInstanceOf(Failure.class)
                .hasMessage("keras-jax: ValueError: too big");
        assertThat(keras.fit(Case.ALL.get(0))).isEqualTo(1.5);
    }

    @Test
    void repeatsTheLastWordsOfAProcessThatStops() {
        assertThatThrownBy(() -> keras.predict(Case.ALL.get(1)))
                .isInstanceOf(Failure.class)
                .hasMessage("keras-jax stopped: MemoryError: no more. All of it: " + log);
    }

    @Test
    void saysWhyItCannotStart() {
        assertThatThrownBy(() -> new Keras("jax", List.of(folder.resolve("none").toString()), log))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("cannot start Keras: ");
    }
}
