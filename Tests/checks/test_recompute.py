#!/usr/bin/env python3
"""Recomputes the demo's numbers from its record, without the program's code, and compares; then those of
a trial that was looked at before its end.

Needs the program that `make test` builds, or another one that UNLED names.
"""

import csv
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


class Looking(unittest.TestCase):
    """A trial of which somebody looked at half, and what it says after the reveal."""

    @classmethod
    def setUpClass(cls):
        cls.place = pathlib.Path(tempfile.mkdtemp())
        cls.trial = cls.place / "trials" / "unused-skills"
        shutil.copytree(
            HOME / "trials" / "unused-skills", cls.trial,
            ignore=shutil.ignore_patterns("record.*", "packet.*", "report.*"))
        file = cls.trial / "trial.yaml"
        text = file.read_text(encoding="utf-8")
        assert text.count("analysis: {") == 1
        file.write_text(text.replace("analysis: {", "analysis: {looks: [0.4, 0.8], "), "utf-8")
        cls.unled("run", "unused-skills")
        cls.unled("blind", "unused-skills", "--outputs-per-rater", "400")
        cls.answers = []
        for rater in ("ann", "bo", "cy"):
            cls.rate(rater)
            # A third has rated, which is too early; two thirds; all, when the look is told again.
            cls.answers.append(
                cls.unled("peek", "unused-skills", "--format", "json", fails=rater == "ann"))
        cls.unled("reveal", "unused-skills", "--yes")
        cls.unled("report", "unused-skills")

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.place)

    @classmethod
    def unled(cls, *arguments, fails=False):
        run = subprocess.run(
            [str(PROGRAM), *arguments, "--quiet", "-C", str(cls.place)], capture_output=True,
            text=True, encoding="utf-8", env={**os.environ, "UNLED_TRIALS": str(HOME / "trials")})
        if (run.returncode == 0) == fails:
            raise AssertionError(f"{arguments} exits {run.returncode}: {run.stdout}{run.stderr}")
        return run.stderr if fails else run.stdout

    @classmethod
    def rate(cls, rater):
        """Counts words that have to do with skill, in a table."""
        table = cls.place / f"{rater}.csv"
        table.write_text(
            cls.unled("ratings", "export", "unused-skills", "--as", rater), encoding="utf-8")
        with open(table, newline="", encoding="utf-8-sig") as file:
            head, *rows = csv.reader(file)
        place, text = head.index("unused_skill"), head.index("text")
        for row in rows:
            seen = sum(word in row[text].lower() for word in ("old", "work", "alone", "learn"))
            row[place:place + 3] = [str(min(4, 1 + seen)), "no", "yes"]
        with open(table, "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([head, *rows])
        cls.unled("ratings", "import", "unused-skills", table.name, "--as", rater)

    def test_the_look_answers_once_and_says_nothing_else(self):
        early, look, again = self.answers
        self.assertIn("look 1 of 2 is planned when", early)
        said = json.loads(look)
        self.assertEqual(
            set(said), {"answer", "look", "of", "repeated", "rated_views", "planned_views"})
        self.assertIn(said["answer"], ("go on", "enough"))
        self.assertEqual((said["look"], said["of"], said["repeated"]), (1, 2, False))
        self.assertEqual(json.loads(again), {**said, "repeated": True})

    def test_the_level_that_the_look_leaves_and_all_that_rests_on_it_come_out_again(self):
        run = recompute(self.trial)
        self.assertEqual(run.returncode, 0, run.stdout[-2000:] + run.stderr)
        self.assertIn("\nlevel after looks,0.04", run.stdout)
        report = json.loads((self.trial / "report.json").read_text(encoding="utf-8"))
        report = report.get("result", report)
        self.assertEqual(report["plan"]["alpha"], 0.05)
        self.assertEqual([look["look"] for look in report["looks"]["taken"]], [1])
        self.assertEqual(report["questions"][0]["lead"]["level"], 1 - report["looks"]["level"])


if __name__ == "__main__":
    unittest.main(verbosity=1)
