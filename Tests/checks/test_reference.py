#!/usr/bin/env python3
"""Compares `unled agree` with what the papers print, and `unled analyze` with R, by the reference scripts.

No package is needed, and nothing is fetched: what other packages say is compared where they are
installed, and skipped where not. Needs the program that `make test` builds, or another one that
UNLED names.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True  # nothing is left among the sources

HOME = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("UNLED") or HOME / ".build" / "debug" / "unled").resolve()
SCRIPT = HOME / "analysis" / "reference" / "agreement.py"


R_PACKAGES = ("jsonlite", "lme4", "lmerTest", "MASS")


def has_r():
    """Whether R is here with all that trial.R compares with."""
    if not shutil.which("Rscript"):
        return False
    there = " && ".join(f'requireNamespace("{name}", quietly = TRUE)' for name in R_PACKAGES)
    script = f"quit(status = if ({there}) 0 else 1)"
    return subprocess.run(["Rscript", "-e", script], capture_output=True).returncode == 0


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


@unittest.skipUnless(has_r(), "R, lmerTest or jsonlite is not installed")
class WholeTrial(unittest.TestCase):
    """Tables with known variances: the models behind a verdict, by lme4, lmerTest and MASS."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.table, self.result = self.folder / "trial.csv", self.folder / "result.json"

    def tearDown(self):
        shutil.rmtree(self.folder)

    def analyze(self, *shape, options=()):
        subprocess.run(
            [sys.executable, str(SCRIPT.parent / "make_trial.py"), str(self.table), *shape],
            check=True)
        done = subprocess.run(
            [str(PROGRAM), "analyze", str(self.table), "--scale", "0..6", "--smallest-effect",
             "0.5", "--format", "json", *options], capture_output=True, text=True)
        self.assertIn(done.returncode, (0, 1), done.stderr)
        self.result.write_text(done.stdout)

    def run_r(self):
        return subprocess.run(
            ["Rscript", str(SCRIPT.parent / "trial.R"), str(self.table), str(self.result)],
            capture_output=True, text=True)

    def check(self, fewest):
        done = self.run_r()
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        passed, failed = map(int, re.search(r"(\d+) passed, (\d+) failed\n$", done.stdout).groups())
        self.assertEqual(failed, 0)
        self.assertGreaterEqual(passed, fewest)

    def test_several_models_and_a_paired_baseline(self):
        self.analyze()
        self.check(18)

    def test_missing_texts_and_a_baseline_of_its_own(self):
        self.analyze("--seed", "2", "--models", "1", "--unpaired", "--uneven")
        self.check(18)

    def test_wordings_are_the_clusters(self):
        self.analyze("--seed", "4", "--wordings", "6", "--scenarios", "18", "--models", "2")
        self.check(18)

    def test_models_are_a_sample(self):
        self.analyze(
            "--seed", "6", "--models", "6", "--replicates", "1", options=("--models", "like-these"))
        self.check(18)

    def test_a_wrong_number_fails(self):
        self.analyze("--scenarios", "8", "--models", "1")
        result = json.loads(self.result.read_text())
        result["questions"][0]["lead"]["mixed_model"]["standard_error"] *= 1.001
        self.result.write_text(json.dumps(result))
        done = self.run_r()
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        self.assertIn("FAILED  lead standard error", done.stdout)


if __name__ == "__main__":
    unittest.main()
