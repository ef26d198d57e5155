"""Makes the archive of classes that the kernelspec names: the JVM writes it at the end of a kernel that did what a first notebook does."""

import os
import sys

from jupyter_client.manager import KernelManager

NAMED = "-XX:SharedArchiveFile="
MADE = "-XX:ArchiveClassesAtExit="
SECONDS = 300

CELLS = [
    "INDArray x = Nd4j.rand(64, 8, 8, 1), y = Nd4j.ones(64, 2).divi(2);",
    'var model = Sequential.of(Input.of(8, 8, 1), Conv2D.of(4, 3, "relu"), Flatten.of(), Dropout.of(0.1), Dense.of(2, "softmax"));',
    'model.compile("adam", "categorical_crossentropy", "accuracy");',
    "model.summary()",
    "History history = model.fit(x, y, f -> f.epochs(2).batchSize(16).validationSplit(0.2));",
    "history",
    "model.evaluate(x, y)",
    "model.predict(x)",
]


def main():
    manager = KernelManager(kernel_name="sequential-java", shutdown_wait_time=SECONDS)
    argv = manager.format_kernel_cmd()
    [archive] = [word[len(NAMED) :] for word in argv if word.startswith(NAMED)]
    unfinished = archive + ".new"  # half an archive crashes a JVM
    spec = manager.kernel_spec.argv
    spec[:] = [MADE + unfinished if word.startswith(NAMED) else word for word in spec]
    manager.start_kernel()
    client = manager.client()
    try:
        client.start_channels()
        client.wait_for_ready(timeout=SECONDS)
        for code in CELLS:
            reply = client.execute_interactive(code, timeout=SECONDS, output_hook=lambda message: None)
            if reply["content"]["status"] != "ok":
                return f"{code}: {reply['content']}"
    finally:
        client.stop_channels()
        manager.shutdown_kernel()
    os.replace(unfinished, archive)
    return 0


if __name__ == "__main__":
    sys.exit(main())
