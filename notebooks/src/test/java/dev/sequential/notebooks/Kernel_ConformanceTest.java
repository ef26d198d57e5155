package dev.sequential.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real kernel: Jupyter's own tests, renderers, progress, interrupt, start. The tests themselves are in the scripts. */
@EnabledIfSystemProperty(named = Python.PROPERTY, matches = ".+")
class Kernel_ConformanceTest {
    @ParameterizedTest
    @ValueSource(strings = {"kernel_test.py", "stock_kernel_test.py", "start_test.py"})
    void doesWhatJupyterAsksAndTheExtensionPromises(String script) throws Exception {
        Python.Answer answer =
                Python.run(Python.ROOT.resolve("notebooks/src/test/python").resolve(script));
        assertThat(answer.code()).as(answer.output()).isZero();
    }
}
