#!/usr/bin/env python3
"""Recomputes the demo's numbers from its record, without the program's code, and compares.

Needs the program that `make test` builds, or another one that UNLED names.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True  # nothing is left among the sources

HOME = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("UNLED") or HOME / ".build" / "debug" / "unled").resolve()


def recompute(trial, *arguments):
    return subprocess.run(
        [sys.executable, str(HOME / "analysis" / "recompute.py"), str(trial), *arguments],
        capture_output=True,
        text=True,
    )


class Recomputation(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = pathlib.Path(tempfile.mkdtemp())
        subprocess.run(
            [str(PROGRAM), "demo", "--unattended", "--quiet", "-C", str(cls.place)],
            check=True,
            capture_output=True,
            env={**os.environ, "UNLED_TRIALS": str(HOME / "trials")},
        )
        cls.trial = cls.place / "trials" / "demo"

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.place)

    def test_every_number_of_the_report_comes_out_again(self):
        run = recompute(self.trial)
        self.assertEqual(run.returncode, 0, run.stdout[-2000:] + run.stderr)
        passed = int(run.stdout.strip().splitlines()[-1].split()[0])
        self.assertGreater(passed, 200)

    def test_a_wrong_number_is_found(self):
        report = json.loads((self.trial / "report.json").read_text(encoding="utf-8"))
        text = json.dumps(report)
        question = report.get("result", report)["questions"][0]
        lead = question["lead"]["value"]
        self.assertIsInstance(lead, (int, float))
        question["lead"]["value"] = lead + 1e-6
        wrong = self.place / "wrong.json"
        wrong.write_text(json.dumps(report), encoding="utf-8")
        self.assertNotEqual(text, wrong.read_text(encoding="utf-8"))
        self.assertEqual(recompute(self.trial, "--report", str(wrong)).returncode, 1)


if __name__ == "__main__":
    unittest.main(verbosity=1)
