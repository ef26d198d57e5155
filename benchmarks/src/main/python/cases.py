"""The Keras side of the cases: a function of the same name as in Java gives model, inputs, targets and batch size."""
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)


def make(name):
    """The case of this name: a function below, or one of those in which batch or width grow, such as batch_4096."""
    kind, _, size = name.rpartition("_")
    return {"batch": grown_batch, "width": grown_width}[kind](int(size)) if kind in ("batch", "width") else globals()[name]()


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
    return model, numbers(20000, 1280, 80), numbers(2, 1280, 1), 32


def transformer_b32():
    words = layers.Input((64,), dtype="int32")
    x = layers.Embedding(5000, 64)(words)
    for _ in range(2):
        attended = layers.MultiHeadAttention(4, 16)(x, x)
        x = layers.LayerNormalization()(layers.add([x, attended]))
        thought = layers.Dense(64)(layers.Dense(256, "relu")(x))
        x = layers.LayerNormalization()(layers.add([x, thought]))
    model = keras.Model(words, layers.Dense(1, "sigmoid")(layers.GlobalAveragePooling1D()(x)))
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    return model, numbers(5000, 640, 64), numbers(2, 640, 1), 32


def resnet_b64():
    def convolved(x, filters, strides):
        x = layers.Conv2D(filters, 3, strides=strides, padding="same", use_bias=False)(x)
        return layers.BatchNormalization()(x)

    def block(x, filters, strides):
        y = convolved(layers.Activation("relu")(convolved(x, filters, strides)), filters, 1)
        if strides != 1:
            x = layers.Conv2D(filters, 1, strides=strides, use_bias=False)(x)
        return layers.Activation("relu")(layers.add([x, y]))

    picture = layers.Input((32, 32, 3))
    x = layers.Activation("relu")(convolved(picture, 16, 1))
    for filters, strides in ((16, 1), (16, 1), (32, 2), (32, 1), (64, 2), (64, 1)):
        x = block(x, filters, strides)
    model = keras.Model(picture, layers.Dense(10, "softmax")(layers.GlobalAveragePooling2D()(x)))
    model.compile(keras.optimizers.SGD(0.1, momentum=0.9), "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model, floats(640, 32, 32, 3), numbers(10, 640), 64


def tiny_b32():
    model = keras.Sequential([layers.Input((4,)), layers.Dense(16, "relu"), layers.Dense(3, "softmax")])
    model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
    return model, floats(9600, 4), classes(9600, 3), 32


def grown_batch(batch):
    rows = max(8192, 4 * batch)
    return mlp(), floats(rows, 784), classes(rows, 10), batch


def grown_width(width):
    rows = 512 if width > 1000 else 8192
    return mlp(width), floats(rows, 784), classes(rows, 10), 128


def mlp(width=512):
    model = keras.Sequential(
        [
            layers.Input((784,)),
            layers.Dense(width, "relu"),
            layers.Dropout(0.2),
            layers.Dense(width, "relu"),
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
