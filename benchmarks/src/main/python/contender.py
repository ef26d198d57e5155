"""Keras as a contender of the benchmarks: a process that times what its standard input asks for.

    fit CASE             one epoch       -> {"ms": milliseconds a step}
    predict CASE         all samples     -> {"ms": milliseconds a batch}
    mnist EPOCHS FOLDER  trains, tests   -> {"accuracy": of the test digits, "seconds": of the training}

One line of JSON answers each line; {"error": text} if it went wrong. The first answer, unasked, is {"versions": text}.
A case is built, compiled and run once unmeasured when it is first asked for. KERAS_BACKEND chooses the backend.
"""
import json
import os
import sys
import time

answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
os.dup2(2, 1)  # the backends print what they like on 1, which goes to the log

import keras

import cases
import mnist


class Contender:
    def __init__(self):
        self.ready = {}

    def fit(self, case):
        return self.timed("fit", case, lambda model, x, y, batch: model.fit(x, y, batch_size=batch, epochs=1, verbose=0))

    def predict(self, case):
        return self.timed("predict", case, lambda model, x, y, batch: model.predict(x, batch_size=batch, verbose=0))

    def mnist(self, epochs, folder):
        return mnist.run(folder, int(epochs))

    def timed(self, kind, case, run):
        if case not in self.ready:
            self.ready[case] = getattr(cases, case)()
        model, x, y, batch = self.ready[case]
        if (kind, case) not in self.ready:
            self.ready[kind, case] = run(model, x, y, batch)
        start = time.perf_counter()
        run(model, x, y, batch)
        return {"ms": (time.perf_counter() - start) * 1e3 / -(-len(x) // batch)}


def versions():
    backend = keras.backend.backend()
    return f"Keras {keras.__version__} on {backend} {sys.modules[backend].__version__}"


def answer(text):
    print(json.dumps(text), file=answers, flush=True)


if __name__ == "__main__":
    contender = Contender()
    answer({"versions": versions()})
    for line in sys.stdin:
        command, argument = line.rstrip("\r\n").split(" ", 1)
        try:
            answer(getattr(contender, command)(*argument.split(" ", 1)))
        except Exception as error:
            answer({"error": f"{type(error).__name__}: {error}"})
