package dev.sequential.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The real kernel: Jupyter's own tests, renderers, progress, interrupt. The tests themselves are in kernel_test.py. */
@EnabledIfSystemProperty(named = Python.PROPERTY, matches = ".+")
class Kernel_ConformanceTest {
    @Test
    void doesWhatJupyterAsksAndTheExtensionPromises() throws Exception {
        Python.Answer answer = Python.run(Python.ROOT.resolve("notebooks/src/test/python/kernel_test.py"));
        assertThat(answer.code()).as(answer.output()).isZero();
    }
}
