package dev.sequential.notebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A session in JupyterLab in a real browser. The test itself is in browser_test.py. */
@EnabledIfSystemProperty(named = Python.PROPERTY, matches = ".+")
class Lab_BrowserTest {
    private static final int NO_BROWSER = 77;

    @Test
    void runsStopsGoesOnAndShowsItselfEverywhere() throws Exception {
        Python.Answer answer = Python.run(Python.ROOT.resolve("notebooks/src/test/python/browser_test.py"));
        assumeThat(answer.code()).as(answer.output()).isNotEqualTo(NO_BROWSER);
        assertThat(answer.code()).as(answer.output()).isZero();
    }
}
