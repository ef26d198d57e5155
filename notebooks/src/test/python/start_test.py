"""The archive of classes that makes the kernel start sooner: used where it fits, and nothing is said where it does not."""

import os
import subprocess
import tempfile
import time
import unittest

from jupyter_client.manager import KernelManager

NAMED = "-XX:SharedArchiveFile="
MAIN = "org.dflib.jjava.distro.JJava"


class StartTest(unittest.TestCase):
    def setUp(self):
        command = KernelManager(kernel_name="sequential-java").format_kernel_cmd()
        self.command = command[: command.index(MAIN) + 1]
        self.named = next(word for word in command if word.startswith(NAMED))
        self.class_path = command[command.index("-cp") + 1]

    def java(self, *options, **other):
        """What the kernel's command without its last word, the connection file, prints: that this is missing."""
        changed = {self.named: other.get("archive", self.named), self.class_path: other.get("class_path", self.class_path)}
        command = [changed.get(word, word) for word in self.command]
        done = subprocess.run([command[0], *options, *command[1:]], capture_output=True, text=True)
        return done.stdout, done.stderr

    def test_classes_come_from_the_archive(self):
        self.assertTrue(os.path.exists(self.named[len(NAMED) :]))
        loaded, _ = self.java("-Xlog:class+load")
        self.assertIn(MAIN + " source: shared objects file (top)", loaded)

    def test_an_archive_that_does_not_fit_is_passed_over_in_silence(self):
        said, complaint = self.java()
        self.assertEqual(said, "")
        self.assertIn("Missing connection file argument", complaint.splitlines()[0])
        with tempfile.NamedTemporaryFile() as garbage:
            garbage.write(b"no archive")
            garbage.flush()
            for case, other in {
                "no archive there": {"archive": self.named + ".missing"},
                "no archive at all": {"archive": NAMED + garbage.name},
                "one of jars in another order": {"class_path": os.pathsep.join(reversed(self.class_path.split(os.pathsep)))},
            }.items():
                with self.subTest(case):
                    self.assertEqual(self.java(**other), (said, complaint))

    def test_tab_finds_packages_while_threads_of_a_notebook_work(self):
        kernel = KernelManager(kernel_name="sequential-java")
        kernel.start_kernel(stderr=subprocess.DEVNULL)
        self.addCleanup(kernel.shutdown_kernel, now=True)
        client = kernel.client()
        self.addCleanup(client.stop_channels)
        client.start_channels()
        client.wait_for_ready(timeout=60)
        busy = client.execute_interactive("var busy = new Thread(() -> { while (true); });\nbusy.start();", timeout=60)
        self.assertEqual(busy["content"]["status"], "ok")
        found, until = [], time.monotonic() + 30
        while "concurrent." not in found and time.monotonic() < until:
            found = client.complete("import java.util.conc", reply=True, timeout=30)["content"]["matches"]
            time.sleep(0.5)
        self.assertEqual(found, ["concurrent."])


if __name__ == "__main__":
    unittest.main(verbosity=2)
