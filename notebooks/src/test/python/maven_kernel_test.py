"""The line of the documentation in JJava as it comes. Arguments: a Maven repository with Sequential in it, and the version."""

import pathlib
import sys
import unittest

from stock_kernel_test import StockKernelTest

ROOT = pathlib.Path(__file__).parents[4]
REPOSITORY, VERSION = sys.argv.pop(1), sys.argv.pop(1)


class MavenTest(StockKernelTest):
    def test_maven_in_a_cell(self):
        line = f"%maven dev.sequential:sequential-kernel-extension:{VERSION}"
        self.assertIn(line + "\n", (ROOT / "docs/using.md").read_text())
        self.trains_after(line, JJAVA_JVM_OPTS=f"-Dmaven.repo.local={REPOSITORY}")


if __name__ == "__main__":
    unittest.main(verbosity=2)
