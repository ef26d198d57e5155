"""Writes the HDF5 files that an attacker makes with the real HDF5 library, for Hostile_FilesTest.

    python hostile.py ../resources/hostile

Each holds one Dense of 4 inputs and 3 units, with its kernel, in all layouts: as weights alone, which is also what a .keras
archive keeps, and as an older whole model. In each the kernel, or something beside it, is an attack. "secret.h5" and
"secret.bin" are files that the test lays beside it. The results are checked in, since the tests need no Python.
"""

import json
import sys
from pathlib import Path

import h5py
import numpy as np

KERNEL = np.arange(12, dtype="float32").reshape(4, 3)
DENSE = {"class_name": "Dense", "config": {"name": "dense", "units": 3, "use_bias": False}}
INPUT = {"class_name": "InputLayer", "config": {"name": "x", "batch_shape": [None, 4], "dtype": "float32"}}
CONFIG = {"class_name": "Sequential", "config": {"name": "m", "layers": [INPUT, DENSE]}}


def plain(group, name):
    group[name] = KERNEL


def external_link(group, name):
    group[name] = h5py.ExternalLink("secret.h5", "/kernel")


def external_link_of_a_folder(group, name):
    plain(group, name)
    group["more"] = h5py.ExternalLink("secret.h5", "/")


def soft_link(group, name):
    group.file.require_dataset("elsewhere", KERNEL.shape, "float32")[...] = KERNEL
    group[name] = h5py.SoftLink("/elsewhere")


def soft_link_to_itself(group, name):
    group[name] = h5py.SoftLink(f"{group.name}/{name}")


def external_storage(group, name):
    group.create_dataset(name, KERNEL.shape, "float32", external=[("secret.bin", 0, h5py.h5f.UNLIMITED)])


def virtual_array(group, name):
    layout = h5py.VirtualLayout(KERNEL.shape, "float32")
    layout[:] = h5py.VirtualSource("secret.h5", "kernel", KERNEL.shape)
    group.create_virtual_dataset(name, layout)


def never_written(group, name):
    group.create_dataset(name, (1 << 20, 1 << 20), "float32")


def never_written_in_sum(group, name):
    plain(group, name)
    for i in range(100):
        group.create_dataset(f"more{i}", (1 << 24,), "float32")


def endless_fill_value(group, name):
    group.create_dataset(name, (1 << 40,), "float32", fillvalue=7)


def zeros_in_chunks(group, name):
    group.create_dataset(name, data=np.zeros((2048, 2048), "float32"), chunks=(2048, 2048), compression="gzip", compression_opts=9)


def giant_chunks(group, name):
    group.create_dataset(name, (4, 3), "float32", chunks=(4, 3), maxshape=(None, None), fillvalue=1)
    group.create_dataset("more", (1, 1 << 29), "float32", chunks=(1, 1 << 29))


def shuffled(group, name):
    group.create_dataset(name, data=KERNEL, chunks=(2, 3), shuffle=True, fletcher32=True)


def folder_in_itself(group, name):
    plain(group, name)
    group["again"] = group


def folder_of_its_parent(group, name):
    plain(group, name)
    group.create_group("down")["up"] = group.file["/"]


def folder_twice_in_every_folder(group, name):
    plain(group, name)
    folder = group
    for _ in range(40):
        folder["left"] = folder["right"] = folder.create_group("middle")
        folder = folder["middle"]


def folders_too_deep(group, name):
    plain(group, name)
    group.create_group("/".join(["deeper"] * 300))


def array_under_many_names(group, name):
    big = group.create_dataset("big", data=np.zeros(20_000, "float32"))
    for i in range(200):
        group[f"also{i}"] = big
    plain(group, name)


def texts(group, name):
    group.create_dataset(name, data=["a", "bb", "ccc"], dtype=h5py.string_dtype())


def lists_of_any_length(group, name):
    group.create_dataset(name, (3,), h5py.vlen_dtype("float32"))[0] = [1, 2]


def records(group, name):
    group[name] = np.zeros((4, 3), [("a", "float32"), ("b", "int8")])


def choices(group, name):
    group.create_dataset(name, (4, 3), h5py.enum_dtype({"no": 0, "yes": 1}, basetype="int8"))


def references(group, name):
    group.create_dataset(name, data=[group.file["/"].ref] * 12, dtype=h5py.ref_dtype)


def named_type(group, name):
    group[name] = np.dtype("float32")


def opaque_bytes(group, name):
    group[name] = np.full((4, 3), b"ab", "V2")


def wide_numbers(group, name):
    group[name] = KERNEL.astype("longdouble")


def other_shape(group, name):
    group[name] = KERNEL.T.copy()


def more_axes(group, name):
    group[name] = KERNEL.reshape(2, 2, 3)


def nothing(group, name):
    group.create_dataset(name, (0, 3), "float32")


def null_space(group, name):
    group[name] = h5py.Empty("float32")


def one_number(group, name):
    group[name] = np.float32(1)


def folder_for_array(group, name):
    group.create_group(name)


def array_for_folder(group, name):
    pass


def twice_as_many(group, name):
    plain(group, name)
    group["1" if name == "0" else "more"] = KERNEL[0]


def write(attack, path):
    with h5py.File(path, "w") as file:
        file.attrs["model_config"] = json.dumps(CONFIG)
        file.attrs["keras_version"] = "3.15.1"
        layer = file.create_group("model_weights/dense")
        file["model_weights"].attrs["layer_names"] = np.array([b"dense"])
        layer.attrs["weight_names"] = np.array([b"kernel"] + [b"more"] * (attack is twice_as_many))
        if attack is array_for_folder:
            file.create_group("layers")["dense"] = KERNEL
            return
        vars_ = file.create_group("layers/dense/vars")
        attack(vars_, "0")
        attack(layer, "kernel")


def main(folder):
    attacks = [f for n, f in globals().items() if callable(f) and n not in ("Path", "write", "main", "plain")]
    for attack in attacks:
        write(attack, folder / f"{attack.__name__}.h5")
    write(plain, folder / "plain.h5")


main(Path(sys.argv[1]))
