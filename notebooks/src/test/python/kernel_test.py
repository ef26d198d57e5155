"""
What Jupyter's own kernel tests ask of the kernel with the extension in it, and what the extension promises.

Of Jupyter's tests JJava leaves out: clear_output, history (tail, range, search), the pager and iopub_welcome.
"""

import re
import time
import unittest

import jupyter_kernel_test

COLOURS = re.compile(r"\x1b\[[0-9;]*m")

MODEL = """
Sequential.seed(1);
INDArray x = Nd4j.rand(512, 32), y = x.sum(1).reshape(-1, 1);
var model = Sequential.of(Input.of(32), Dense.of(64, "relu"), Dense.of(1));
model.compile("sgd", "mse", "mae");
Supplier<Batch> batches = () -> Batch.of(x, y);
"""


class SequentialKernelTest(jupyter_kernel_test.KernelTests):
    kernel_name = "sequential-java"
    language_name = "Java"
    file_extension = ".jshell"
    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("oops");'
    completion_samples = [
        {"text": "Sequential.o", "matches": {"of("}},
        {"text": "Show.conf", "matches": {"confusion(", "confusionPlot("}},
        {"text": "%summ", "matches": {"%summary"}},
        {"text": "%load_k", "matches": {"%load_keras"}},
    ]
    complete_code_samples = ["int x = 1;", "Dense.of(3)"]
    incomplete_code_samples = ["int f() {", "Sequential.of("]
    code_generate_error = "Shape.of(-5)"
    code_execute_result = [{"code": "6 * 7", "result": "42"}, {"code": "RELU", "result": "relu"}]
    code_display_data = [
        {"code": "display(Show.image(Nd4j.zeros(2, 2)))", "mime": "image/png"},
        {"code": "display(Nd4j.zeros(2, 2))", "mime": "text/html"},
    ]
    code_inspect_sample = "Sequential"

    def test_kernel_info(self):
        reply = self.kc.kernel_info(reply=True, timeout=15)  # JJava's lacks "status", which the base test wants
        self.assertEqual(reply["content"]["language_info"]["name"], "Java")

    def inspect(self, code, cursor):
        sent = self.kc.inspect(code, cursor_pos=cursor)
        while True:
            reply = self.kc.get_shell_msg(timeout=15)
            if reply["parent_header"].get("msg_id") == sent:
                return reply["content"]

    def test_inspect(self):
        self.assertTrue(self.inspect("Sequential", 4)["found"])  # JJava finds nothing at the very end of the code

    def test_recv_iopub_welcome_msg(self):
        self.skipTest("JJava sends no iopub_welcome")

    def execute_helper(self, code, timeout=60, silent=False, store_history=True, stop_on_error=True):
        """As the base class's, but patient with a busy machine, and deaf to what earlier cells still say."""
        sent = self.kc.execute(code, silent=silent, store_history=store_history, stop_on_error=stop_on_error)
        messages = []
        while True:
            message = self.kc.get_iopub_msg(timeout=timeout)
            if message["parent_header"].get("msg_id") != sent:
                continue
            if message["content"].get("execution_state") == "idle":
                break
            if message["msg_type"] not in ("status", "execute_input"):
                messages.append(message)
        while True:
            reply = self.kc.get_shell_msg(timeout=timeout)
            if reply["parent_header"].get("msg_id") == sent:
                return reply, messages

    def outputs(self, code):
        reply, messages = self.execute_helper(code)
        self.assertEqual(reply["content"]["status"], "ok", reply["content"])
        return messages

    def result(self, code):
        messages = self.outputs(code)
        self.assertEqual([m["msg_type"] for m in messages], ["execute_result"], messages)
        return messages[0]["content"]

    def test_starts_in_silence(self):
        self.assertEqual(self.outputs("Nd4j.zeros(3);int a = 0;"), [])

    def test_every_value_has_text_and_a_table_or_a_picture(self):
        self.outputs('var h = new History(Map.of()); h.add(0, Map.of("loss", 1.0)); h.add(1, Map.of("loss", 0.5));')
        for code, kind, text in [
            ("h", "image/png", "last, best loss"),
            ("Show.plot(h)", "image/png", "last, best loss"),
            ("Show.table(h)", "text/html", "last, best loss"),
            ('new Scores(Map.of("loss", 0.25))', "text/html", "loss: 0.2500"),
            ('new Summary("m", List.of(), 0, 0, 0)', "text/html", 'Model: "m"'),
            ("Nd4j.zeros(2, 2)", "text/html", "float32 (2, 2)\n[[0.0, 0.0],\n [0.0, 0.0]]"),
            ("Show.confusion(Nd4j.createFromArray(0, 1), Nd4j.createFromArray(1, 1))", "text/html", "true \\ predicted"),
            ("new java.awt.image.BufferedImage(2, 3, 1)", "image/png", "Image of 2 × 3 pixels"),
            ("new org.knowm.xchart.XYChart(300, 200)", "image/png", "Chart"),
        ]:
            with self.subTest(code):
                content = self.result(code)
                self.assertEqual(sorted(content["data"]), sorted([kind, "text/plain"]))
                self.assertIn(text, content["data"]["text/plain"])
                if kind == "text/html":
                    for never in ("<script", "<style", "color", "var("):
                        self.assertNotIn(never, content["data"][kind])

    def test_a_picture_says_how_large_it_is_to_be_shown(self):
        content = self.result("Show.image(Nd4j.zeros(8, 8))")
        described = {"width": 160, "height": 160, "alt": "Image float32 (8, 8)"}
        self.assertEqual(content["metadata"]["image/png"], described)

    def texts(self, messages):
        """What each display ended with, in the order in which they appeared."""
        last = {}
        for message in messages:
            if "display" in message["msg_type"]:
                content = message["content"]
                last[content["transient"]["display_id"]] = content["data"]["text/plain"]
        return list(last.values())

    def error(self, code):
        reply, messages = self.execute_helper(code)
        self.assertEqual(reply["content"]["status"], "error")
        return COLOURS.sub("", "\n".join(messages[-1]["content"]["traceback"]))

    def stopped(self, code, after=3):
        """The messages of a cell that is interrupted when it has shown so many states of its progress."""
        self.flush_channels()
        sent = self.kc.execute(code)
        messages, shown = [], 0
        while True:
            message = self.kc.get_iopub_msg(timeout=60)
            if message["parent_header"].get("msg_id") != sent:
                continue
            messages.append(message)
            shown += "display" in message["msg_type"]
            if shown == after:
                self.km.interrupt_kernel()
                shown += 1
            if message["content"].get("execution_state") == "idle":
                break
        error = [m for m in messages if m["msg_type"] == "error"]
        self.assertEqual(len(error), 1)
        self.assertIn("Evaluation interrupted", COLOURS.sub("", "\n".join(error[0]["content"]["traceback"])))
        return messages

    def test_progress_is_one_display_updated_in_place(self):
        self.outputs(MODEL)
        start = time.monotonic()
        messages = self.outputs(
            'System.out.println("before"); model.fit(x, y, f -> f.epochs(60).validationSplit(0.1)); System.out.println("after");'
        )
        seconds = time.monotonic() - start
        kinds = [m["msg_type"] for m in messages]
        self.assertEqual(kinds[:2], ["stream", "display_data"])
        self.assertEqual(kinds[-1], "stream")
        updates = [m for m in messages if m["msg_type"] == "update_display_data"]
        self.assertEqual(len(updates), len(messages) - 3)
        self.assertLessEqual(len(updates), 5 * seconds + 1)
        [text] = self.texts(messages)
        self.assertRegex(text, "^Epoch 1/60\n15/15 (?s:.*)\nEpoch 60/60\n15/15 [^\n]* - val_mae: [0-9.]+$")

    def test_calls_in_one_cell_show_one_after_the_other(self):
        self.outputs(MODEL)
        messages = self.outputs(
            "model.fit(x, y, f -> f.epochs(2)); model.fit(x, y, f -> f.verbose(2));"
            "model.evaluate(x, y); model.predict(x, p -> p.verbose(1)); int done = 1;"
        )
        first, second, third, fourth = self.texts(messages)
        self.assertRegex(first, "^Epoch 1/2\n16/16 .*\nEpoch 2/2\n16/16 .*$")
        self.assertRegex(second, "^16/16 - .* - loss: .*$")
        self.assertRegex(third, "^16/16 .* - loss: .*$")
        self.assertRegex(fourth, "^16/16 .*step$")

    def test_live_plot_is_redrawn_in_place(self):
        self.outputs(MODEL)
        messages = self.outputs("History h = model.fit(x, y, f -> f.epochs(9).verbose(0).callbacks(LivePlot.of()));")
        self.assertEqual(messages[0]["msg_type"], "display_data")
        self.assertEqual({m["msg_type"] for m in messages[1:]}, {"update_display_data"})
        self.assertEqual(len({m["content"]["transient"]["display_id"] for m in messages}), 1)
        self.assertEqual(messages[-1]["content"]["data"], self.result("h")["data"])

    def test_stop_ends_a_training_which_can_go_on(self):
        self.outputs(MODEL)
        messages = self.stopped("History h = model.fit(x, y, f -> f.epochs(100000));")
        progress, table = self.texts(messages)
        self.assertRegex(progress, r"\nstopped by user at epoch \d+, batch \d+$")
        reason = progress.splitlines()[-1]
        self.assertTrue(table.endswith(reason), table)
        self.assertEqual([m["msg_type"] for m in messages][-2:], ["error", "status"])
        self.assertTrue(self.result("h")["data"]["text/plain"].endswith(reason))
        more = "int last = h.epoch().size(); model.fit(x, y, f -> f.initialEpoch(last).epochs(last + 1)).epoch().get(0) - last"
        self.assertEqual(self.outputs(more)[-1]["content"]["data"]["text/plain"], "0")

    def test_stop_without_progress_says_so(self):
        self.outputs(MODEL)
        # The interrupt comes while fit runs: JJava loses one that comes between two statements.
        code = "for (int i = 0; i < 2; i++) if (i == 0) display(i); else model.fit(x, y, f -> f.epochs(100000).verbose(0));"
        self.assertRegex(self.texts(self.stopped(code, after=1))[1], r"^stopped by user at epoch \d+, batch \d+$")

    def test_stop_ends_a_training_with_workers(self):
        self.outputs(MODEL)
        code = "model.fitGenerator(Dataset.generator(batches), f -> f.epochs(9).stepsPerEpoch(100000).workers(2));"
        self.assertRegex(self.texts(self.stopped(code))[0], r"\nstopped by user at epoch 1, batch \d+$")
        alive = 'Thread.getAllStackTraces().keySet().stream().anyMatch(t -> t.getName().startsWith("sequential-batches"))'
        self.assertEqual(self.result(alive)["data"]["text/plain"], "false")

    def test_stop_ends_evaluation_and_prediction(self):
        self.outputs(MODEL)
        for method in ("evaluate", "predict"):
            with self.subTest(method):
                code = f"model.{method}Generator(Dataset.generator(batches), o -> o.steps(1000000).verbose(1));"
                [text] = self.texts(self.stopped(code))
                self.assertRegex(text, rf"\n{method} was stopped by the user after batch \d+ of 1000000$")

    def test_stop_does_not_wait_for_ever(self):
        deaf = "for (long begin = System.nanoTime(), i = 0; System.nanoTime() - begin < 8e9; i++) if (i == 0) display(i);"
        self.stopped(deaf, after=1)
        self.assertEqual(self.result("1 + 1")["data"]["text/plain"], "2")

    def test_magics_show_what_their_java_shows(self):
        self.outputs(MODEL)
        self.outputs("model.fit(x, y, f -> f.verbose(0).epochs(2));int trained = 1;")
        for magic, java in [
            ("%summary model", "model.summary()"),
            ("%history model --metrics mae", 'Show.plot(model.history().only("mae"))'),
            ("%metrics", "Show.trainings()"),
        ]:
            with self.subTest(magic):
                self.assertEqual(self.result(magic)["data"], self.result(java)["data"])
        self.assertEqual(self.outputs("%seed 3"), [])
        self.assertEqual(self.outputs("Examples digits = %dataset digits"), [])
        self.assertIn("1797", self.result("digits")["data"]["text/plain"])
        self.assertIn("backend", self.result("%backend")["data"]["text/plain"])
        self.assertIn("%load_keras FILE", self.result("%sequential")["data"]["text/plain"])
        self.assertTrue(self.result("%summary -h")["data"]["text/plain"].startswith("%summary MODEL [--expand-nested]\n"))

    def complete(self, code):
        sent = self.kc.complete(code)
        while True:
            reply = self.kc.get_shell_msg(timeout=15)
            if reply["parent_header"].get("msg_id") == sent:
                return reply["content"]["matches"], code[: reply["content"]["cursor_start"]]

    def test_words_of_magics_are_completed_once_a_cell_has_run(self):
        self.outputs(MODEL)
        self.assertEqual(self.complete("%summary mo"), (["model"], "%summary "))
        self.assertEqual(self.complete("%summary model "), (["--expand-nested"], "%summary model "))
        self.assertEqual(self.complete("int a = 1;\nExamples d = %dataset di"), (["digits"], "int a = 1;\nExamples d = %dataset "))
        self.assertEqual(self.complete("Examples d = %dat"), (["%dataset"], "Examples d = "))
        self.assertEqual(self.complete("%summ"), (["%summary"], ""))
        self.assertIn("compile(", self.complete("model.comp")[0])

    def test_a_mistake_is_explained_in_a_few_lines(self):
        self.outputs(MODEL)
        for code, message in [
            ("%sumary model", 'Unknown magic "%sumary". Did you mean "%summary"?'),
            ("%summary modle", 'Unknown variable "modle". Did you mean "model"?'),
            ("%seed 1 2", '%seed does not know what to do with "2".\nUsage: %seed NUMBER'),
            ('model.compile("adm", "mse")', 'Unknown optimizer "adm". Did you mean "adam"?'),
            ("Sequential.of(Input.of(2), Dense.of(1)).fit(x, y)", "is not compiled. Call compile(optimizer, loss) before fit."),
            ("model.predict(Nd4j.zeros(3, 4))", "expects x of shape (None, 32), but received shape (3, 4)."),
            ("Sequential.of(Input.of(8, 8, 1), Conv2D.of(3, 40))", "which does not fit axis 1 of shape (None, 8, 8, 1)."),
        ]:
            with self.subTest(code):
                error = self.error(code)
                self.assertIn(message, error)
                self.assertLessEqual(error.count("\n"), 3, error)
                self.assertRegex(error, r"\tat \.\(#\d+:\d+\)$")

    def test_own_mistakes_keep_their_trace(self):
        error = self.error("int[] none = {}; int f(int i) { return none[i]; } f(3)")
        self.assertIn("ArrayIndexOutOfBoundsException", error)
        self.assertRegex(error, r"\tat \.f\(#\d+:1\)\n")

    def test_a_method_shows_its_parameters(self):
        for code, signature in [
            ("Dense.of()", "Dense.of(int units, String activation)"),
            ("Sequential.of()", "Sequential.of(LayerSpec... layers)"),
            ("Show.confusion()", "Show.confusion(INDArray labels, INDArray predictions, String... classNames)"),
        ]:
            with self.subTest(code):
                self.assertIn(signature, self.inspect(code, len(code) - 1)["data"]["text/plain"])

    def test_documentation_comes_from_the_sources(self):
        for code, words in [
            ("Dense.of()", "of(int units)\nA layer of so many units without activation."),
            ("Dense", "<br>@param units number of outputs, 1 or more"),
            ("Show.plot()", "Several trainings by name in one plot."),
        ]:
            with self.subTest(code):
                self.assertIn(words, self.inspect(code, len(code) - 1)["data"]["text/plain"])

    def test_a_second_installation_is_harmless(self):
        self.outputs("new dev.sequential.jupyter.SequentialExtension().install(kernel());int again = 1;")
        self.test_progress_is_one_display_updated_in_place()


if __name__ == "__main__":
    unittest.main(verbosity=2)
