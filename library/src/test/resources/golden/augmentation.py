"""Image layers in training with bounds that leave nothing to chance: python augmentation.py > augmentation.json

Needs keras 3.15.1 and jax; writes cases in the form of layers.json, with the gradient by the images where there is one.
"""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import jax
import keras
import numpy as np

L = keras.layers
PIXELS = np.random.RandomState(1)


def array(x):
    x = np.asarray(x, "float32")
    return {"dtype": "float32", "shape": list(x.shape), "data": [float(np.format_float_positional(v, unique=True)) for v in x.ravel()]}


def images(*shape, high=255):
    return np.round(PIXELS.uniform(0, high, shape), 2 if high > 1 else 4).astype("float32")


def case(name, layer, x, smooth=True):
    y, back = jax.vjp(lambda v: layer(v, training=True), x)
    call = {"inputs": [array(x)], "outputs": [array(y)]}
    if smooth:
        dy = np.round(PIXELS.normal(size=y.shape), 3).astype("float32")
        call |= {"dy": [array(dy)], "input_gradients": [array(back(dy)[0])], "weight_gradients": []}
    return {
        "name": name,
        "class_name": type(layer).__name__,
        "keras_config": keras.saving.serialize_keras_object(layer),
        "call": {"args": [0], "kwargs": {}, "training": True},
        "weights": [],
        "calls": [call],
        "tolerance": 1e-5,
    }


def cases():
    rotate, move, zoom = L.RandomRotation, L.RandomTranslation, L.RandomZoom
    yield case("rotation_quarter", rotate((0.25, 0.25)), images(2, 4, 4, 3))
    yield case("rotation_oblong", rotate((0.25, 0.25), fill_mode="constant", fill_value=7), images(1, 3, 5, 1))
    for fill in ["reflect", "wrap", "constant", "nearest"]:
        for between in ["bilinear", "nearest"]:
            options = {"fill_mode": fill, "interpolation": between, "fill_value": 9.0}
            yield case(f"rotation_{fill}_{between}", rotate((-0.07, -0.07), **options), images(2, 5, 4, 2))
            yield case(f"translation_{fill}_{between}", move((0.3, 0.3), (-0.6, -0.6), **options), images(2, 5, 4, 2))
            yield case(f"zoom_{fill}_{between}", zoom((0.45, 0.45), (-0.3, -0.3), **options), images(2, 5, 4, 2))
    yield case("translation_whole", move((0.25, 0.25), (0.5, 0.5), fill_mode="wrap"), images(1, 4, 4, 1))
    yield case("translation_half", move((-0.125, -0.125), (0.125, 0.125), interpolation="nearest"), images(1, 4, 4, 1))
    yield case("zoom_both", zoom((0.2, 0.2)), images(1, 6, 6, 3))
    yield case("zoom_in", zoom((-0.5, -0.5)), images(1, 6, 6, 1))
    yield case("rotation_first", rotate((0.1, 0.1), data_format="channels_first"), images(2, 3, 5, 4))
    yield case("translation_first", move((0.2, 0.2), (0.1, 0.1), data_format="channels_first"), images(2, 3, 5, 4))
    yield case("zoom_first", zoom((0.2, 0.2), data_format="channels_first"), images(2, 3, 5, 4))
    yield case("shear_none", L.RandomShear((0, 0), (0, 0)), images(1, 4, 4, 1))
    yield case("brightness", L.RandomBrightness((0.2, 0.2)), images(2, 3, 4, 3), smooth=False)
    yield case("brightness_down", L.RandomBrightness((-0.3, -0.3), value_range=(0, 1)), images(2, 3, 4, 3, high=1), smooth=False)
    yield case("contrast_none", L.RandomContrast((0, 0), value_range=(50, 200)), images(2, 3, 4, 3), smooth=False)
    yield case("crop_small", L.RandomCrop(6, 8), images(2, 3, 5, 2))
    yield case("crop_beyond_ratio", L.RandomCrop(4, 4), images(1, 3, 8, 1))
    yield case("crop_one_axis", L.RandomCrop(4, 3), images(1, 4, 7, 2))
    yield case("crop_first", L.RandomCrop(4, 4, data_format="channels_first"), images(1, 2, 3, 6))
    yield case("degeneration", L.RandomColorDegeneration((0.6, 0.6)), images(2, 3, 4, 3), smooth=False)
    yield case("degeneration_first", L.RandomColorDegeneration((-0.4, -0.4), data_format="channels_first"), images(2, 3, 4, 4), smooth=False)
    yield case("grayscale", L.RandomGrayscale(1.0), images(2, 3, 4, 3))
    yield case("saturation", L.RandomSaturation((0.3, 0.3)), images(2, 3, 4, 3, high=1), smooth=False)
    yield case("saturation_first", L.RandomSaturation((0.7, 0.7), data_format="channels_first"), images(2, 3, 2, 5, high=1), smooth=False)
    yield case("hue", L.RandomHue((1.0, 1.0)), images(2, 3, 4, 3), smooth=False)
    yield case("hue_unit", L.RandomHue((1.0, 1.0), value_range=(0, 1)), images(2, 3, 4, 3, high=1), smooth=False)
    yield case("jitter", L.RandomColorJitter((0, 1), (0.1, 0.1), (0, 0), (0.4, 0.4), (1.0, 1.0)), images(2, 3, 4, 3, high=1), smooth=False)
    yield case("sharpness", L.RandomSharpness((0.9, 0.9)), images(2, 4, 5, 3), smooth=False)
    yield case("sharpness_soft", L.RandomSharpness((0.1, 0.1), data_format="channels_first"), images(2, 3, 5, 4), smooth=False)
    yield case("posterization", L.RandomPosterization((3, 3)), images(2, 3, 4, 3), smooth=False)
    yield case("posterization_unit", L.RandomPosterization((2, 2), value_range=(0, 1)), images(2, 3, 4, 1, high=1), smooth=False)
    yield case("invert", L.RandomInvert((1.0, 1.0)), images(2, 3, 4, 1))
    yield case("blur", L.RandomGaussianBlur((1.0, 1.0), kernel_size=(3, 5), sigma=(0.8, 0.8)), images(2, 6, 7, 3), smooth=False)
    yield case("erasing_all", L.RandomErasing((1.0, 1.0), scale=(1.0, 1.0), fill_value=300.0), images(2, 3, 4, 3))
    yield case("solarization", L.Solarization(), images(2, 3, 4, 3), smooth=False)
    yield case("solarization_unit", L.Solarization(value_range=(0, 1)), images(2, 3, 4, 3, high=1), smooth=False)
    yield case("auto_contrast", L.AutoContrast(), np.concatenate([images(2, 3, 4, 2), np.full((2, 3, 4, 1), 7, "float32")], -1), smooth=False)
    yield case("auto_contrast_unit", L.AutoContrast(value_range=(0, 1)), images(2, 3, 4, 2, high=1), smooth=False)
    yield case("equalization", L.Equalization(), np.concatenate([images(2, 4, 4, 2), np.full((2, 4, 4, 1), 7, "float32")], -1), smooth=False)
    yield case("equalization_unit", L.Equalization(value_range=(0, 1), bins=16), images(2, 4, 4, 2, high=1), smooth=False)


print(json.dumps({"format": 1, "group": "augmentation", "keras": keras.__version__, "cases": list(cases())}))
