"""Made the files beside it, with Keras 3 on JAX: a small network that reads digits, and what it says of the first hundred."""

import csv
import gzip
import pathlib

import keras
import numpy as np

HERE = pathlib.Path(__file__).parent
DIGITS = HERE / "../../library/src/main/resources/dev/sequential/data/digits.csv.gz"

with gzip.open(DIGITS, "rt") as file:
    rows = np.array(list(csv.reader(file))[1:], dtype="float32")
x, y = rows[:, :-1].reshape(-1, 8, 8, 1) / 16, rows[:, -1].astype("int32")

keras.utils.set_random_seed(1)
model = keras.Sequential(
    [
        keras.Input((8, 8, 1)),
        keras.layers.Conv2D(16, 3, padding="same", activation="relu"),
        keras.layers.BatchNormalization(),
        keras.layers.MaxPooling2D(2),
        keras.layers.Conv2D(32, 3, activation="relu"),
        keras.layers.Flatten(),
        keras.layers.Dropout(0.3),
        keras.layers.Dense(10, activation="softmax"),
    ],
    name="keras_digits",
)
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x[200:], y[200:], epochs=12, batch_size=32, verbose=0)
print(model.evaluate(x[:200], y[:200], verbose=0))
model.save(HERE / "keras-digits.keras")
with open(HERE / "keras-digits.csv", "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow([f"p{i}" for i in range(10)])
    out.writerows([f"{p:.6f}" for p in row] for row in model.predict(x[:100], verbose=0))
