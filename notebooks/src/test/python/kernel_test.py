"""What Jupyter's own kernel tests ask of the kernel with the extension in it, and what the extension promises."""

import time
import unittest

import jupyter_kernel_test

STEPS = 400

# As fit does it: one call that looks for an interrupt and closes its sink whatever happens.
PROGRESS = """
void train(dev.sequential.training.ProgressSink sink, int steps) {
    int step = 0;
    boolean interrupted = false;
    sink.line("Epoch 1/1");
    while (step < steps && !interrupted) {
        sink.live("\\u001b[1m" + ++step + "\\u001b[0m steps");
        try { Thread.sleep(5); } catch (InterruptedException e) { interrupted = true; Thread.currentThread().interrupt(); }
    }
    sink.line(step + (interrupted ? " steps, then interrupted" : " steps in all"));
    sink.close();
}
var get = Class.forName("dev.sequential.training.Progress").getDeclaredMethod("sink");
get.setAccessible(true);
System.out.println("before");
train((dev.sequential.training.ProgressSink) get.invoke(null), %d);
System.out.println("after");
"""


class SequentialKernelTest(jupyter_kernel_test.KernelTests):
    kernel_name = "sequential-java"
    language_name = "Java"
    file_extension = ".jshell"
    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("oops");'
    completion_samples = [
        {"text": "Sequential.o", "matches": {"of("}},
        {"text": "Show.conf", "matches": {"confusion("}},
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

    def test_inspect(self):
        self.flush_channels()
        self.kc.inspect("Sequential", cursor_pos=4)
        reply = self.kc.get_shell_msg(timeout=15)
        self.assertTrue(reply["content"]["found"])

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

    def test_progress_is_one_display_updated_in_place(self):
        start = time.monotonic()
        messages = self.outputs(PROGRESS % STEPS)
        seconds = time.monotonic() - start
        kinds = [m["msg_type"] for m in messages]
        self.assertEqual(kinds[:2], ["stream", "display_data"])
        self.assertEqual(kinds[-1], "stream")
        updates = [m for m in messages if m["msg_type"] == "update_display_data"]
        self.assertEqual(len(updates), len(messages) - 3)
        self.assertGreater(len(updates), 2)
        self.assertLessEqual(len(updates), 5 * seconds + 1)
        ids = {m["content"]["transient"]["display_id"] for m in messages if "display" in m["msg_type"]}
        self.assertEqual(len(ids), 1)
        self.assertEqual(updates[-1]["content"]["data"], {"text/plain": f"Epoch 1/1\n{STEPS} steps in all"})

    def test_progress_shows_its_last_state_after_an_interrupt(self):
        self.flush_channels()
        sent = self.kc.execute(PROGRESS % 100_000)
        shown = []
        while not shown or "then interrupted" not in shown[-1]:
            message = self.kc.get_iopub_msg(timeout=60)
            if "display" in message["msg_type"]:
                self.assertEqual(message["parent_header"]["msg_id"], sent)
                shown.append(message["content"]["data"]["text/plain"])
                if len(shown) == 3:
                    self.km.interrupt_kernel()
        self.assertRegex(shown[-1], "^Epoch 1/1\n[0-9]+ steps, then interrupted$")
        self.assertEqual(self.result("1 + 1")["data"]["text/plain"], "2")


if __name__ == "__main__":
    unittest.main(verbosity=2)
