"""The public names of Keras, a group for each module, each with its class's own name: python names.py > keras.txt"""

import inspect

import keras

MODULES = {
    name: getattr(keras, name)
    for name in ["layers", "activations", "initializers", "losses", "metrics", "optimizers"]
}
MODULES["schedules"] = keras.optimizers.schedules
MODULES |= {name: getattr(keras, name) for name in ["regularizers", "constraints", "callbacks"]}

for group, module in MODULES.items():
    print("#", group)
    for name in sorted(dir(module)):
        value = getattr(module, name)
        if not name.startswith("_") and not inspect.ismodule(value):
            print(name, getattr(value, "__name__", name))
