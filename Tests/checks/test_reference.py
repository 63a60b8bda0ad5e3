#!/usr/bin/env python3
"""Compares `unled agree` with what the papers print, through the reference scripts.

No package is needed, and nothing is fetched: what other packages say is compared where they are
installed, and skipped where not. Needs the program that `make test` builds, or another one that
UNLED names.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True  # nothing is left among the sources

HOME = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("UNLED") or HOME / ".build" / "debug" / "unled").resolve()
SCRIPT = HOME / "analysis" / "reference" / "agreement.py"


def compare(*arguments):
    return subprocess.run(
        [sys.executable, str(SCRIPT), "--unled", str(PROGRAM), *arguments],
        capture_output=True, text=True)


class Reference(unittest.TestCase):
    def test_the_published_examples_agree(self):
        done = compare()
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        passed, failed = map(int, re.search(r"(\d+) passed, (\d+) failed\n$", done.stdout).groups())
        self.assertEqual(failed, 0)
        self.assertEqual(done.stdout.count("as printed"), 10)
        self.assertGreaterEqual(passed, 10)

    def test_other_ratings_fail(self):
        text = (SCRIPT.parent / "examples" / "fleiss_1971.csv").read_text()
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "fleiss_1971.csv"
            path.write_text(text.replace("neurosis", "depression", 20))
            done = compare(str(path), "--scale", "nominal")
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        self.assertIn("FAILED  fleiss_kappa", done.stdout)


if __name__ == "__main__":
    unittest.main()
