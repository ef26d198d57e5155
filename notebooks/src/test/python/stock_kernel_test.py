"""JJava as it comes, to which a cell brings Sequential; twice is harmless."""

import os
import unittest

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import start_new_kernel


class StockKernelTest(unittest.TestCase):
    def trains_after(self, *lines, **environment):
        """A kernel in which these lines, and nothing else, have made Sequential known trains and shows, and says no more."""
        manager, client = start_new_kernel(kernel_name="java", env={**os.environ, **environment})
        self.addCleanup(manager.shutdown_kernel, now=True)
        self.addCleanup(client.stop_channels)
        shown = []
        for code in (
            *lines,
            'var model = Sequential.of(Input.of(2), Dense.of(1)); model.compile("sgd", "mse");',
            "model.fit(Nd4j.ones(4, 2), Nd4j.ones(4, 1))",
            "%summary model",
        ):
            reply = client.execute_interactive(code, timeout=120, output_hook=shown.append)
            self.assertEqual(reply["content"]["status"], "ok", reply["content"])
        results = [m["content"]["data"] for m in shown if m["msg_type"] == "execute_result"]
        self.assertEqual([sorted(data) for data in results], [["image/png", "text/plain"], ["text/html", "text/plain"]])
        self.assertEqual([m["content"] for m in shown if m["msg_type"] == "stream"], [])


class ClassPathTest(StockKernelTest):
    def test_class_path_in_a_cell(self):
        lib = KernelSpecManager().get_kernel_spec("sequential-java").resource_dir + "/lib"
        self.trains_after(f"%classpath {lib}/*.jar", f"%classpath {lib}/sequential-*.jar")


if __name__ == "__main__":
    unittest.main(verbosity=2)
