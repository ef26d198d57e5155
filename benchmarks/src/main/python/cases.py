"""The Keras side of the cases: a function of the same name as in Java gives model, inputs, targets and batch size."""
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)


def mlp_b32():
    return mlp(), floats(9600, 784), classes(9600, 10), 32


def mlp_b128():
    return mlp(), floats(12800, 784), classes(12800, 10), 128


def mnist_cnn():
    model = keras.Sequential(
        [
            layers.Input((28, 28, 1)),
            layers.Conv2D(32, 3, activation="relu"),
            layers.Conv2D(64, 3, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Dropout(0.25),
            layers.Flatten(),
            layers.Dense(128, "relu"),
            layers.Dropout(0.5),
            layers.Dense(10, "softmax"),
        ]
    )
    model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
    return model, floats(2560, 28, 28, 1), classes(2560, 10), 128


def imdb_lstm():
    model = keras.Sequential(
        [
            layers.Input((80,), dtype="int32"),
            layers.Embedding(20000, 128),
            layers.LSTM(128),
            layers.Dense(1, "sigmoid"),
        ]
    )
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    return model, numbers(20000, 3200, 80), numbers(2, 3200, 1), 32


def tiny_b32():
    model = keras.Sequential([layers.Input((4,)), layers.Dense(16, "relu"), layers.Dense(3, "softmax")])
    model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
    return model, floats(9600, 4), classes(9600, 3), 32


def mlp():
    model = keras.Sequential(
        [
            layers.Input((784,)),
            layers.Dense(512, "relu"),
            layers.Dropout(0.2),
            layers.Dense(512, "relu"),
            layers.Dropout(0.2),
            layers.Dense(10, "softmax"),
        ]
    )
    model.compile("rmsprop", "categorical_crossentropy", metrics=["accuracy"])
    return model


def floats(*shape):
    return rng.random(shape, dtype="float32")


def classes(rows, count):
    return np.eye(count, dtype="float32")[rng.integers(0, count, rows)]


def numbers(count, *shape):
    return rng.integers(0, count, shape, dtype="int32")
