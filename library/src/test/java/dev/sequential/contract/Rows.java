package dev.sequential.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.Sequential;
import dev.sequential.training.Progress;
import dev.sequential.training.ProgressStyle;
import dev.sequential.training.RecordingSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Tests of rows of the contract's section 20: a method's name begins with the row's id. Each begins with a fresh session
 * and shows nothing; none may leave a thread that makes batches behind.
 */
interface Rows {
    @BeforeEach
    default void beginSession() {
        Sequential.seed(1);
        Progress.install(() -> new RecordingSink(false, false));
    }

    @AfterEach
    default void endSession() {
        Progress.uninstall();
        Progress.style(ProgressStyle.KERAS);
        assertThat(Feeds.batchThreads()).isEmpty();
    }
}
