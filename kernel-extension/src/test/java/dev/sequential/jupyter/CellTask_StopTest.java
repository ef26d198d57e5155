package dev.sequential.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.junit.jupiter.api.Test;

class CellTask_StopTest {
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);

    private static <T> CellTask<T> task(java.util.concurrent.Callable<T> code) {
        return new CellTask<>(code, new Complaints(new MagicsRegistry())::plain);
    }

    @Test
    void aStoppedCellEndsAfterItsThread() throws Exception {
        CellTask<String> cell = task(() -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                told.add("thread");
            }
            return "result";
        });
        Thread thread = new Thread(cell);
        thread.start();
        begun.await();
        cell.cancel(true);
        assertThatThrownBy(cell::get).isInstanceOf(CancellationException.class);
        told.add("cell");
        thread.join();
        assertThat(told).containsExactly("thread", "cell");
    }

    @Test
    void otherwiseItIsAPlainTask() throws Exception {
        CellTask<String> cell = task(() -> "result");
        cell.run();
        assertThat(cell.get()).isEqualTo("result");
    }

    @Test
    void whatItThrowsIsMadePlain() {
        CellTask<String> cell = task(() -> {
            throw new InvocationTargetException(Complaints_PlainTest.refusal());
        });
        cell.run();
        assertThatThrownBy(cell::get)
                .isInstanceOf(ExecutionException.class)
                .extracting(e -> e.getCause().getCause().getStackTrace())
                .isEqualTo(new StackTraceElement[] {Complaints_PlainTest.USERS});
    }
}
