"""JJava as it comes, to which a cell brings Sequential; twice is harmless."""

import unittest

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import start_new_kernel


class StockKernelTest(unittest.TestCase):
    def test_class_path_in_a_cell(self):
        spec = KernelSpecManager().get_kernel_spec("sequential-java")
        manager, client = start_new_kernel(kernel_name="java")
        self.addCleanup(manager.shutdown_kernel, now=True)
        self.addCleanup(client.stop_channels)
        shown = []
        for code in (
            f"%classpath {spec.resource_dir}/lib/*.jar",
            f"%classpath {spec.resource_dir}/lib/sequential-*.jar",
            'var model = Sequential.of(Input.of(2), Dense.of(1)); model.compile("sgd", "mse");',
            "model.fit(Nd4j.ones(4, 2), Nd4j.ones(4, 1))",
            "%summary model",
        ):
            reply = client.execute_interactive(code, timeout=120, output_hook=shown.append)
            self.assertEqual(reply["content"]["status"], "ok", reply["content"])
        results = [m["content"]["data"] for m in shown if m["msg_type"] == "execute_result"]
        self.assertEqual([sorted(data) for data in results], [["image/png", "text/plain"], ["text/html", "text/plain"]])
        self.assertEqual([m["content"] for m in shown if m["msg_type"] == "stream"], [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
