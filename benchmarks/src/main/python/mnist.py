"""The Keras side of the MNIST run: reads the four IDX files of a folder, trains, tells time and test accuracy."""
import gzip
import pathlib
import struct
import time

import keras
import numpy as np
from keras import layers


EPOCHS = 5


def run(folder):
    x, y = digits(folder, "train")
    test_x, test_y = digits(folder, "t10k")
    model = keras.Sequential(
        [
            layers.Input((28, 28)),
            layers.Flatten(),
            layers.Dense(512, "relu"),
            layers.Dropout(0.2),
            layers.Dense(512, "relu"),
            layers.Dropout(0.2),
            layers.Dense(10, "softmax"),
        ]
    )
    model.compile("rmsprop", "sparse_categorical_crossentropy", metrics=["accuracy"])
    start = time.perf_counter()
    model.fit(x, y, batch_size=128, epochs=EPOCHS, verbose=0)
    seconds = time.perf_counter() - start
    return {"accuracy": model.evaluate(test_x, test_y, batch_size=128, verbose=0)[1], "seconds": seconds}


def digits(folder, part):
    images = idx(folder, f"{part}-images-idx3-ubyte.gz").astype("float32") / 255
    return images, idx(folder, f"{part}-labels-idx1-ubyte.gz").astype("int32")


def idx(folder, name):
    data = gzip.decompress(pathlib.Path(folder, name).read_bytes())
    axes = data[3]
    shape = struct.unpack_from(f">{axes}i", data, 4)
    return np.frombuffer(data, np.uint8, offset=4 + 4 * axes).reshape(shape)
