"""Opens the models of a folder in real Keras, trains them on, and saves them and models of its own as Keras does.

    python both_ways.py FOLDER

FOLDER/ours holds NAME.keras, NAME.h5, NAME.weights.h5 and NAME.json ({"x": arrays, "y": arrays}; without y the model is
not trained). For each, FOLDER/theirs gets the same kinds of files, saved after one more training, and in its NAME.json
what Keras computed: predictions when opened, losses of that training, predictions and losses from there on. The test
Keras_BothWaysTest makes the one and judges the other. One process for all, since Keras takes seconds to start.
"""

import json
import os
import re
import sys
import traceback
from pathlib import Path

os.environ["KERAS_BACKEND"] = "jax"
# Small models: compiling them takes most of the time, so compile without much ado.
os.environ["XLA_FLAGS"] = "--xla_backend_optimization_level=0 --xla_llvm_disable_expensive_passes=true"

import keras
import numpy as np

import native_models

EPOCHS = 2
BATCH = 2


def array_of(json_array):
    return np.array(json_array["data"], json_array["dtype"]).reshape(json_array["shape"])


def json_of(array):
    array = np.asarray(array)
    return {"dtype": str(array.dtype), "shape": list(array.shape), "data": array.ravel().tolist()}


def one_or_list(values):
    return values[0] if len(values) == 1 else values


def predictions(model, x):
    outputs = model.predict(one_or_list(x), batch_size=BATCH, verbose=0)
    return [json_of(o) for o in (outputs if isinstance(outputs, list) else [outputs])]


def training(model, x, y):
    history = model.fit(one_or_list(x), one_or_list(y), epochs=EPOCHS, batch_size=BATCH, shuffle=False, verbose=0)
    return history.history


def difference(model, other):
    """What tells two models apart, in words; None if nothing does."""
    told = []
    configs = [config(m) for m in (model, other)]
    if configs[0] != configs[1]:
        told.append(f"configurations: {first_difference(*configs)}")
    weights = [m.get_weights() for m in (model, other)]
    if len(weights[0]) != len(weights[1]):
        told.append(f"{len(weights[0])} and {len(weights[1])} weights")
    told += [f"weight {i}" for i, (a, b) in enumerate(zip(*weights)) if not np.array_equal(a, b, equal_nan=True)]
    return "; ".join(told) or None


def config(model):
    """A model's configuration; layers inside layers are without the number that each new one gets in its name."""
    return json.loads(re.sub(r'"name": "(.*?)(_\d+)?"', r'"name": "\1"', model.to_json()))["config"]


def first_difference(a, b, at=""):
    if isinstance(a, dict) and isinstance(b, dict) and a.keys() == b.keys():
        return next(first_difference(a[k], b[k], f"{at}/{k}") for k in a if a[k] != b[k])
    if isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
        return next(first_difference(x, y, f"{at}/{i}") for i, (x, y) in enumerate(zip(a, b)) if x != y)
    return f"{at} {a} {b}"


def attempt(work):
    """What went wrong, in words; None if nothing did."""
    try:
        return work()
    except Exception as e:  # whatever Keras does not like about a file is an answer
        return "".join(traceback.format_exception_only(e)).strip()


def older_difference(model, file):
    """What tells a model from that of an .h5 file. From such a file Keras 3.15.1 begins every optimizer anew."""
    other = keras.models.load_model(file)
    compiled = [getattr(m, "optimizer", None) is not None for m in (model, other)]
    return difference(model, other) or (None if compiled[0] == compiled[1] else "only one is compiled")


def weights_difference(model, file):
    other = keras.models.model_from_json(model.to_json())
    other.load_weights(file)
    return difference(model, other)


def save(model, x, y, theirs, name, answer):
    for ending in ("keras", "h5"):
        answer[f"saving {ending}"] = attempt(lambda: model.save(theirs / f"{name}.{ending}"))
    older = theirs / f"{name}.h5"
    answer["own older"] = attempt(lambda: older_difference(model, older)) if older.exists() else None
    model.save_weights(theirs / f"{name}.weights.h5")
    answer["after"] = predictions(model, x)
    # Keras 3.15.1 on JAX fails at the second training of an optimizer with averages.
    if y and not model.optimizer.use_ema:
        answer["onward"] = training(model, x, y)


def open_and_save(name, ours, theirs):
    given = json.loads((ours / f"{name}.json").read_text())
    x, y = ([array_of(a) for a in given[key]] for key in ("x", "y"))
    model = keras.models.load_model(ours / f"{name}.keras")
    answer = {"predictions": predictions(model, x)}
    answer["older"] = attempt(lambda: older_difference(model, ours / f"{name}.h5"))
    answer["weights"] = attempt(lambda: weights_difference(model, ours / f"{name}.weights.h5"))
    if y:
        answer["history"] = training(model, x, y)
    save(model, x, y, theirs, name, answer)
    return answer


def make_and_save(name, theirs):
    model, x, y = native_models.MODELS[name]()
    answer = {"x": [json_of(a) for a in x], "y": [json_of(a) for a in y]}
    if y and model.name != "never_trained":
        training(model, x, y)
    save(model, x, y, theirs, name, answer)
    return answer


def main(folder):
    ours, theirs = folder / "ours", folder / "theirs"
    theirs.mkdir()
    work = [(f.stem, lambda n: open_and_save(n, ours, theirs)) for f in sorted(ours.glob("*.json"))]
    work += [(name, lambda n: make_and_save(n, theirs)) for name in native_models.MODELS]
    for name, one in work:
        try:
            answer = one(name)
        except Exception:
            answer = {"failed": traceback.format_exc()}
        (theirs / f"{name}.json").write_text(json.dumps(answer))


main(Path(sys.argv[1]))
