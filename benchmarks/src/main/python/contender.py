"""Keras as a contender of the benchmarks: a process that takes the measures its standard input asks for.

    MEASURE CASE   -> {"value": number}, in the unit of Measure.java; {"cannot": true} for what is Java's alone
    mnist FOLDER   -> {"accuracy": of the test digits, "seconds": of the training}

One line of JSON answers each line; {"error": text} if it went wrong. The first answer, unasked, is {"versions": text}.
A case is made when it is first asked for, and only the last one is kept. KERAS_BACKEND chooses the backend.
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


class Exercise:
    """A case made: its compiled model and its data."""

    def __init__(self, case):
        self.model, self.x, self.y, self.batch = cases.make(case)
        self.batches = -(-len(self.x) // self.batch)
        self.warm = set()

    def first_step(self):
        return once(lambda: self.model.train_on_batch(self.x[: self.batch], self.y[: self.batch]))

    def fit(self):
        return self.epoch(self.model.fit, self.x, self.y, epochs=1)

    def evaluate(self):
        return self.epoch(self.model.evaluate, self.x, self.y)

    def predict(self):
        return self.epoch(self.model.predict, self.x)

    def predict_one(self):
        return self.often("predict", lambda: self.model.predict(self.x[:1], verbose=0))

    def call_one(self):
        """The quicker of Keras's two ways around predict."""
        return min(
            self.often("on_batch", lambda: self.model.predict_on_batch(self.x[:1])),
            self.often("call", lambda: keras.ops.convert_to_numpy(self.model(self.x[:1], training=False))),
        )

    def epoch(self, run, *data, **options):
        def work():
            run(*data, batch_size=self.batch, verbose=0, **options)

        if self.is_new(run.__name__):
            repeat(work)
        return once(work) / self.batches

    def often(self, name, work):
        if self.is_new(name + " one"):
            repeat(work)
        return often(work)

    def is_new(self, work):
        new = work not in self.warm
        self.warm.add(work)
        return new


class Contender:
    def __init__(self):
        self.case = self.exercise = None

    def answer(self, question, argument):
        if question == "mnist":
            return mnist.run(argument)
        if question == "heap":
            return {"cannot": True}
        if self.case != argument:
            self.exercise = None
            self.exercise, self.case = Exercise(argument), argument
        return {"value": getattr(self.exercise, question)()}


WARMING = 2  # seconds of work before it is measured


def repeat(work):
    """Works for a while, unmeasured, and at least once."""
    start = time.perf_counter()
    while True:
        work()
        if time.perf_counter() - start >= WARMING:
            return


def once(work):
    """Milliseconds of one run."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1e3


def often(work):
    """Mean milliseconds of short runs, as many as a quarter of a second takes and at least five."""
    start, runs = time.perf_counter(), 0
    while True:
        work()
        runs += 1
        ms = (time.perf_counter() - start) * 1e3
        if ms >= 250 and runs >= 5:
            return ms / runs


def versions():
    backend = keras.backend.backend()
    return f"Keras {keras.__version__} on {backend} {sys.modules[backend].__version__}"


def answer(text):
    print(json.dumps(text), file=answers, flush=True)


if __name__ == "__main__":
    contender = Contender()
    answer({"versions": versions()})
    for line in sys.stdin:
        try:
            answer(contender.answer(*line.rstrip("\r\n").split(" ", 1)))
        except Exception as error:
            answer({"error": f"{type(error).__name__}: {error}"})
