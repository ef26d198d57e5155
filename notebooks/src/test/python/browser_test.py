"""
A session in JupyterLab as a person has it, in a real browser: run the quickstart, stop a training, go on, switch to the
dark theme, save, open the file untrusted, convert it. Takes a folder for screenshots, if they are wanted.
"""

import json
import os
import pathlib
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.request

import chromium
import nbformat
from chromium import Chromium, wait_until

ROOT = pathlib.Path(__file__).parents[4]
SCREENSHOTS = sys.argv.pop() if len(sys.argv) > 1 and os.path.isdir(sys.argv[-1]) else None

LONG = """
var deep = Sequential.of(Input.of(64), Dense.of(256, "relu"), Dense.of(10, "softmax"));
deep.compile("adam", "sparse_categorical_crossentropy", "accuracy");
History partial = deep.fit(x, y, f -> f.epochs(100000).validationSplit(0.1));
""".strip()
MORE = """
int next = partial.epoch().size();
History more = deep.fit(x, y, f -> f.initialEpoch(next).epochs(next + 1));
System.out.println(more.epoch().size() + " more epoch");
""".strip()
PLOT = "// plot\nhistory"

# What the test asks the page: cell(text) is the code cell that has this in its code.
FUNCTIONS = """
window.panel = () => [...jupyterapp.shell.widgets('main')].find(w => w.context);
window.cells = () => panel().content.widgets.filter(c => c.model.type == 'code');
window.cell = text => cells().find(c => c.model.sharedModel.getSource().includes(text));
window.text = text => cell(text).outputArea.node.innerText;
window.pictures = text => [...cell(text).node.querySelectorAll('img')].filter(i => i.naturalWidth > 0).length;
window.tables = text => cell(text).node.querySelectorAll('table').length;
window.connected = () => panel().sessionContext.session?.kernel?.connectionStatus == 'connected';
window.idle = () => panel().sessionContext.session?.kernel?.status == 'idle';
window.run = (command, args) => { jupyterapp.shell.activateById(panel().id); return jupyterapp.commands.execute(command, args) };
window.show = text => { cell(text).node.scrollIntoView(); return true };
window.luminance = colour => {
  const [r, g, b] = colour.match(/[0-9.]+/g).map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
window.background = node => {
  for (let n = node; n; n = n.parentElement) {
    const colour = getComputedStyle(n).backgroundColor;
    if (colour != 'rgba(0, 0, 0, 0)' && colour != 'transparent') return colour;
  }
  return 'rgb(255, 255, 255)';
};
window.contrast = node => {
  const a = luminance(getComputedStyle(node).color), b = luminance(background(node));
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
};
window.leastContrast = text => Math.min(...[...cell(text).node.querySelectorAll('td, th, p, [data-mime-type="text/plain"] pre')].map(contrast));
"""


class LabTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        cls.addClassCleanup(cls.folder.cleanup)
        work = pathlib.Path(cls.folder.name, "work")
        work.mkdir()
        cls.work = work
        notebook = nbformat.read(ROOT / "notebooks/quickstart.ipynb", as_version=4)
        for cell in notebook.cells:
            if cell.cell_type == "code":
                cell.outputs = []
                cell.source = PLOT if cell.source == "history" else cell.source
        notebook.cells += [nbformat.v4.new_code_cell(LONG), nbformat.v4.new_code_cell(MORE)]
        nbformat.write(notebook, work / "session.ipynb")

        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        token = secrets.token_hex(16)
        private = {f"JUPYTER_{k}_DIR": str(work.parent / k.lower()) for k in ("CONFIG", "DATA", "RUNTIME")}
        cls.environment = {**os.environ, **private, "JUPYTER_PREFER_ENV_PATH": "1"}
        arguments = ["--no-browser", "--allow-root", "--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}"]
        arguments += ["--ServerApp.port_retries=0", f"--IdentityProvider.token={token}"]
        arguments += ["--LabApp.expose_app_in_browser=True", f"--ServerApp.root_dir={work}"]
        cls.log = open(work.parent / "server.log", "w")
        cls.addClassCleanup(cls.log.close)
        server = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", *arguments], env=cls.environment, stdout=cls.log, stderr=cls.log
        )
        cls.addClassCleanup(lambda: (server.terminate(), server.wait(60)))
        cls.url = f"http://127.0.0.1:{port}"
        cls.token = token
        wait_until(cls.answers, 60, "JupyterLab")
        cls.page = Chromium()
        cls.addClassCleanup(cls.page.close)
        cls.page.call("Page.enable")
        cls.page.call("Emulation.setFocusEmulationEnabled", enabled=True)
        cls.page.call("Page.addScriptToEvaluateOnNewDocument", source=FUNCTIONS)

    @classmethod
    def answers(cls):
        try:
            urllib.request.urlopen(f"{cls.url}/api?token={cls.token}").close()
            return True
        except OSError:
            return False

    def open(self, name):
        self.page.open(f"{self.url}/lab/tree/{name}?reset&token={self.token}")
        self.page.wait(f"location.pathname.endsWith('/{name}') && cells().length > 10")

    def look(self, name, cell):
        if SCREENSHOTS:
            self.page.js(f"show({json.dumps(cell)})")
            time.sleep(0.5)
            self.page.screenshot(os.path.join(SCREENSHOTS, name + ".png"))

    def check_outputs(self):
        """Tables and pictures are there, whatever a page does to HTML."""
        for code in ("Show.images(digits.x()", "Show.image(digit.reshape", PLOT):
            self.page.wait(f"show({json.dumps(code)}) && pictures({json.dumps(code)}) == 1", 10)
        for code in ("model.summary()", "Show.table(history)", "Show.confusion(yTest"):
            self.page.wait(f"show({json.dumps(code)}) && tables({json.dumps(code)}) == 1", 10)

    def test_session(self):
        page = self.page
        self.open("session.ipynb")
        page.wait("connected()")
        page.js("void run('notebook:run-all-cells')")
        # A second epoch, whichever: early ones are soon left out.
        page.wait("show('100000') && (text('100000').match(/^Epoch \\d+\\/100000/gm) ?? []).length > 1", 120)
        self.check_outputs()
        self.look("light-plot", PLOT)

        page.click('[data-command="notebook:interrupt-kernel"]')
        page.wait("text('100000').includes('Evaluation interrupted')", 30)
        self.assertRegex(page.js("text('100000')"), r"\nstopped by user at epoch \d+, batch \d+\n")
        self.assertEqual(page.js("pictures('100000')"), 1)
        self.look("light-stopped", "100000")

        page.js("panel().content.activeCellIndex = panel().content.widgets.length - 1; void run('notebook:run-cell')")
        page.wait("idle() && text('initialEpoch').includes('more epoch')", 60)
        self.assertIn("1 more epoch", page.js("text('initialEpoch')"))

        page.js("run('apputils:change-theme', {theme: 'JupyterLab Dark'})")
        page.wait("document.body.dataset.jpThemeLight == 'false'")
        for code in ("model.summary()", "Show.table(history)", "Show.confusion(yTest", "100000"):
            self.assertGreater(page.js(f"leastContrast({json.dumps(code)})"), 4.5, code)
        self.look("dark-plot", PLOT)
        self.look("dark-table", "Show.confusion(yTest")
        self.look("dark-stopped", "100000")

        page.js("run('docmanager:save')")
        page.wait("!panel().context.model.dirty")
        self.check_file()
        self.check_untrusted()
        self.check_conversion()

    def check_file(self):
        """In the saved file a display that was renewed is one output, with its last state."""
        notebook = nbformat.read(self.work / "session.ipynb", as_version=4)
        [fit] = [c for c in notebook.cells if "model.fit(x, y, f -> f.epochs(30)" in c.source]
        [progress] = fit.outputs
        self.assertIn("Epoch 30/30\n41/41 ", progress.data["text/plain"])
        [stopped] = [c for c in notebook.cells if "100000" in c.source]
        self.assertEqual([o.output_type for o in stopped.outputs], ["display_data", "display_data", "error"])
        self.assertRegex(stopped.outputs[0].data["text/plain"], r"\nstopped by user at epoch \d+, batch \d+$")
        self.assertNotIn("stderr", [o.get("name") for c in notebook.cells for o in c.get("outputs", [])])

    def check_untrusted(self):
        """A changed file is one that this JupyterLab did not write."""
        notebook = nbformat.read(self.work / "session.ipynb", as_version=4)
        notebook.cells[0].source += "\n"
        nbformat.write(notebook, self.work / "foreign.ipynb")
        self.open("foreign.ipynb")
        self.assertFalse(self.page.js("cell('model.summary()').model.trusted"))
        self.check_outputs()
        self.look("untrusted", "Show.confusion(yTest")

    def check_conversion(self):
        command = [sys.executable, "-m", "nbconvert", "--to", "html", "--log-level=ERROR", "session.ipynb"]
        subprocess.run(command, cwd=self.work, env=self.environment, check=True)
        self.page.open((self.work / "session.html").as_uri())
        self.page.wait("document.readyState == 'complete'")
        pictures = "[...document.images].filter(i => i.naturalWidth > 0).length"
        self.assertGreaterEqual(self.page.js(pictures), 5)
        self.assertGreaterEqual(self.page.js("document.querySelectorAll('table').length"), 6)
        if SCREENSHOTS:
            self.page.screenshot(os.path.join(SCREENSHOTS, "converted.png"))


if __name__ == "__main__":
    if not chromium.find():
        print(f"Skipped: no browser ({', '.join(chromium.NAMES)}) on this machine.")
        sys.exit(77)
    unittest.main(verbosity=2)
