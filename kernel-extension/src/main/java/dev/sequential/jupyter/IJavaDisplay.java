package dev.sequential.jupyter;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.UUID;
import java.util.function.Consumer;

/** One output of the running cell that can be replaced until the cell ends. */
final class IJavaDisplay implements Consumer<Object> {
    private final String id = "sequential-" + UUID.randomUUID();
    private final BaseKernel kernel;
    private boolean shown;

    IJavaDisplay(BaseKernel kernel) {
        this.kernel = kernel;
    }

    @Override
    public void accept(Object value) {
        DisplayData data = kernel.getRenderer().render(value);
        data.setDisplayId(id);
        if (shown) kernel.getIO().display.updateDisplay(data);
        else kernel.getIO().display.display(data);
        shown = true;
    }
}
