"""Executes a notebook in the Java kernel and prints what its cells say; exit code 1 at the first cell that fails."""

import argparse
import os
import re
import sys
import time

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, DeadKernelError

KERNEL = "sequential-java"
COLOURS = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


class Console(NotebookClient):
    """Prints stream output while it comes, results when their cell has ended."""

    def __init__(self, notebook, **options):
        super().__init__(notebook, **options)
        self.code_cells = [i for i, c in enumerate(notebook.cells) if c.cell_type == "code" and c.source.strip()]
        self.at_line_start = True

    def say(self, text, to=sys.stdout):
        if text:
            to.write(text)
            to.flush()
            self.at_line_start = text.endswith(("\n", "\r"))

    def say_line(self, text, to=sys.stdout):
        self.say(("" if self.at_line_start else "\n") + text.rstrip("\n") + "\n", to)

    def process_message(self, msg, cell, cell_index):
        if msg["msg_type"] == "stream":
            self.say(msg["content"]["text"], sys.stderr if msg["content"]["name"] == "stderr" else sys.stdout)
        return super().process_message(msg, cell, cell_index)

    def begin(self, cell, cell_index, **_):
        if cell_index in self.code_cells:
            self.started = time.monotonic()
            first = cell.source.strip().splitlines()[0]
            number = self.code_cells.index(cell_index) + 1
            self.say_line(f"[{number}/{len(self.code_cells)}] {first}")

    def end(self, cell, cell_index, execute_reply=None, **_):
        for output in cell.outputs:
            if output.output_type in ("display_data", "execute_result"):
                self.say_line(as_text(output.data))
        if cell_index in self.code_cells:
            seconds = time.monotonic() - self.started
            if seconds >= 1:
                self.say_line(f"      ({seconds:.1f} s)")


def as_text(data):
    pictures = sorted(kind for kind in data if kind.startswith("image/"))
    text = data.get("text/plain", "")
    text = "".join(text) if isinstance(text, list) else text
    if pictures:
        return (text + "\n" if text else "") + f"      (picture, {', '.join(pictures)})"
    return text or f"      ({', '.join(sorted(data))})"


def failure(notebook, error):
    """What the failing cell shows in JupyterLab; the exception of nbclient has the kernel's own stack trace instead."""
    number = 0
    for cell in notebook.cells:
        if cell.cell_type != "code" or not cell.source.strip():
            continue
        number += 1
        for output in cell.outputs:
            if output.output_type == "error":
                trace = COLOURS.sub("", "\n".join(output.traceback)) or f"{output.ename}: {output.evalue}"
                return f"Cell [{number}] failed:\n{trace}"
    return str(error)


def main():
    parser = argparse.ArgumentParser(prog="run_notebook")
    parser.add_argument("notebook")
    parser.add_argument("--out")
    parser.add_argument("--kernel-log", default=os.devnull)
    options = parser.parse_args()

    try:
        notebook = nbformat.read(options.notebook, as_version=4)
    except Exception as problem:
        print(f"Cannot read {options.notebook} as a notebook: {problem}", file=sys.stderr)
        return 2
    notebook.metadata.kernelspec = {"name": KERNEL, "display_name": "Java (Sequential)", "language": "java"}
    folder = os.path.dirname(os.path.abspath(options.notebook))
    client = Console(
        notebook,
        kernel_name=KERNEL,
        timeout=None,
        startup_timeout=120,
        coalesce_streams=True,
        store_widget_state=False,
        resources={"metadata": {"path": folder}},
    )
    client.on_cell_start = client.begin
    client.on_cell_executed = client.end

    code = 0
    try:
        with open(options.kernel_log, "w") as log:
            client.execute(stderr=log)
    except CellExecutionError as error:
        code = 1
        client.say_line(failure(notebook, error), sys.stderr)
    except (DeadKernelError, RuntimeError) as error:
        code = 1
        client.say_line(f"The Java kernel died: {error}", sys.stderr)
        with open(options.kernel_log) as log:
            client.say("".join(log.readlines()[-20:]), sys.stderr)
    if options.out:
        os.makedirs(os.path.dirname(os.path.abspath(options.out)), exist_ok=True)
        for cell in notebook.cells:
            cell.metadata.pop("execution", None)
        notebook.metadata.get("language_info", {}).pop("version", None)  # differs from machine to machine
        nbformat.write(notebook, options.out)
        client.say_line(f"Wrote {options.out}")
    return code


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
