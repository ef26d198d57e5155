"""Models as a user of Keras writes them: what only Keras's own code puts into files (masks, shared nodes, calls)."""

import keras
import numpy as np
from keras import layers, ops

RNG = np.random.default_rng(7)
ROWS = 4


def floats(*shape):
    return RNG.normal(size=(ROWS, *shape)).astype("float32")


def tokens(limit, *shape):
    return RNG.integers(0, limit, (ROWS, *shape)).astype("int32")


def sequential_cnn():
    model = keras.Sequential(
        [
            keras.Input((8, 8, 3)),
            layers.Conv2D(4, 3, padding="same", kernel_regularizer="l2"),
            layers.BatchNormalization(),
            layers.ReLU(max_value=6.0),
            layers.MaxPooling2D(),
            layers.SeparableConv2D(6, 3, activation="gelu"),
            layers.GlobalAveragePooling2D(),
            layers.Dense(3, "softmax", kernel_constraint=keras.constraints.MaxNorm(2)),
        ]
    )
    schedule = keras.optimizers.schedules.ExponentialDecay(0.01, 10, 0.9)
    model.compile(keras.optimizers.Adam(schedule, amsgrad=True), "categorical_crossentropy", metrics=["accuracy"])
    return model, [floats(8, 8, 3)], [np.eye(3, dtype="float32")[RNG.integers(0, 3, ROWS)]]


def masked_recurrent():
    model = keras.Sequential(
        [
            layers.Embedding(20, 6, mask_zero=True),
            layers.Bidirectional(layers.LSTM(5, return_sequences=True), merge_mode="sum"),
            layers.GRU(4, reset_after=False),
            layers.Dense(1, "sigmoid"),
        ]
    )
    x = tokens(20, 7)
    x[:, 5:] = 0
    model.build((None, 7))
    model.compile("rmsprop", "binary_crossentropy", metrics=["binary_accuracy", keras.metrics.AUC()])
    return model, [x], [RNG.integers(0, 2, (ROWS, 1)).astype("float32")]


def masked_functional():
    words = keras.Input((6,), dtype="int32", name="words")
    h = layers.Embedding(12, 5, mask_zero=True, name="embed")(words)
    h = layers.LSTM(4, return_sequences=True, name="first")(h)
    h = layers.TimeDistributed(layers.Dense(3, "tanh"), name="each")(h)
    out = layers.GRU(2, name="last")(h)
    model = keras.Model(words, out, name="masked")
    model.compile(keras.optimizers.SGD(0.1, momentum=0.9, nesterov=True), "mse")
    x = tokens(12, 6)
    x[:, 4:] = 0
    return model, [x], [floats(2)]


def two_ends():
    a = keras.Input((5,), name="a")
    b = keras.Input((4, 3), name="b")
    left = layers.Dense(6, "relu", name="left")(a)
    right = layers.Flatten(name="flat")(b)
    both = layers.Concatenate(name="both")([left, layers.Dense(6, name="right")(right)])
    scaled = (both * 2.0 + 1.0) / 3.0 - both
    one = layers.Dense(2, name="one")(scaled)
    two = layers.Dense(3, "softmax", name="two")(ops.maximum(both, scaled))
    model = keras.Model([a, b], [one, two])
    model.compile(
        keras.optimizers.AdamW(0.01),
        {"one": "mse", "two": keras.losses.CategoricalCrossentropy(label_smoothing=0.1)},
        metrics={"one": ["mae"], "two": ["accuracy"]},
        loss_weights={"one": 1.0, "two": 0.5},
    )
    return model, [floats(5), floats(4, 3)], [floats(2), np.eye(3, dtype="float32")[RNG.integers(0, 3, ROWS)]]


def nested_and_shared():
    inner_in = keras.Input((6,))
    inner = keras.Model(inner_in, layers.Dense(4, "tanh")(layers.Dense(5)(inner_in)), name="inner")
    encoder = keras.Sequential([keras.Input((3, 2)), layers.Flatten(), inner], name="encoder")
    a, b = keras.Input((3, 2)), keras.Input((3, 2))
    shared = layers.Dense(4, name="shared")
    near = layers.Dot(axes=1, normalize=True)([shared(encoder(a)), shared(encoder(b))])
    frozen = layers.Dense(2, trainable=False)(near)
    model = keras.Model([a, b], layers.Dense(1)(frozen))
    model.compile(keras.optimizers.Nadam(0.02), keras.losses.MeanAbsoluteError(), metrics=["mse"])
    return model, [floats(3, 2), floats(3, 2)], [floats(1)]


def attention():
    x = keras.Input((6, 8))
    h = layers.MultiHeadAttention(2, 4, name="self")(x, x, use_causal_mask=True)
    h = layers.LayerNormalization()(layers.Add()([x, h]))
    h = layers.Attention(use_scale=True)([h, x])
    model = keras.Model(x, layers.GlobalAveragePooling1D()(layers.UnitNormalization()(h)))
    model.compile("adamax", "mae")
    return model, [floats(6, 8)], [floats(8)]


def states():
    x = keras.Input((5, 3))
    seq, h, c = layers.LSTM(4, return_sequences=True, return_state=True, name="encoder")(x)
    out = layers.LSTM(4, name="decoder")(seq, initial_state=[h, c])
    cells = layers.RNN([layers.LSTMCell(3), layers.GRUCell(2)], name="cells")(seq)
    model = keras.Model(x, [out, cells])
    model.compile("adagrad", "mse")
    return model, [floats(5, 3)], [floats(4), floats(2)]


def residual():
    x = keras.Input((9, 4))
    h = layers.Conv1D(4, 3, padding="causal", dilation_rate=2)(x)
    h = layers.Activation("swish")(h + x)
    h = layers.SpatialDropout1D(0.0)(layers.GroupNormalization(2)(h))
    h = layers.ConvLSTM1D(3, 2)(layers.Reshape((3, 3, 4))(h))
    model = keras.Model(x, layers.EinsumDense("bij,jk->bik", (None, 2), bias_axes="k")(h))
    model.compile("lion", "log_cosh")
    return model, [floats(9, 4)], [floats(2, 2)]


def normalized():
    scale = layers.Normalization()
    scale.adapt(RNG.normal(3, 2, (50, 4)).astype("float32"))
    model = keras.Sequential([keras.Input((4,)), scale, layers.Rescaling(0.5, 0.1), layers.Dense(2)])
    model.compile(keras.optimizers.RMSprop(0.01, momentum=0.5, centered=True), "mse", weighted_metrics=["mae"])
    return model, [floats(4)], [floats(2)]


def averaged():
    model = keras.Sequential([keras.Input((4,)), layers.Dense(3, "elu"), layers.Dense(1)])
    optimizer = keras.optimizers.SGD(0.05, use_ema=True, ema_momentum=0.9, clipnorm=1.0, weight_decay=0.01)
    model.compile(optimizer, "mse")
    return model, [floats(4)], [floats(1)]


def never_trained():
    model = keras.Sequential([keras.Input((4,)), layers.Dense(3, "selu"), layers.Dense(1)], name="never_trained")
    model.compile(keras.optimizers.Nadam(0.02), "mse")
    return model, [floats(4)], [floats(1)]


MODELS = {
    f"native_{make.__name__}": make
    for make in (
        sequential_cnn,
        masked_recurrent,
        masked_functional,
        two_ends,
        nested_and_shared,
        attention,
        states,
        residual,
        normalized,
        averaged,
        never_trained,
    )
}
