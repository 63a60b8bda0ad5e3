#!/usr/bin/env python3
"""Recomputes trials' numbers from their records, without the program's code, and compares.

The demo; a trial that was looked at before its end; and one that has what the demo lacks: an effect,
refusals, copies, a second question, and raters who are kept apart.

Needs the program that `make test` builds, or another one that UNLED names.
"""

import csv
import json
import os
import pathlib
import random
import shutil
import sqlite3
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


def demo(place):
    """The demo of a fixed moment: its folder, below `place`."""
    subprocess.run(
        [str(PROGRAM), "demo", "--unattended", "--quiet", "-C", str(place)],
        check=True,
        capture_output=True,
        env={
            **os.environ, "UNLED_TRIALS": str(HOME / "trials"), "SOURCE_DATE_EPOCH": "1795435200"},
    )
    return place / "trials" / "demo"


class Recomputation(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = pathlib.Path(tempfile.mkdtemp())
        cls.trial = demo(cls.place)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.place)

    def test_every_number_of_the_report_comes_out_again(self):
        run = recompute(self.trial)
        self.assertEqual(run.returncode, 0, run.stdout[-2000:] + run.stderr)
        passed = int(run.stdout.strip().splitlines()[-1].split()[0])
        self.assertGreater(passed, 900)

    def test_a_fixed_moment_gives_the_same_bytes_again(self):
        with tempfile.TemporaryDirectory() as other:
            again = demo(pathlib.Path(other))
            for ending in ("html", "md", "json"):
                name = f"report.{ending}"
                self.assertEqual(
                    (self.trial / name).read_bytes(), (again / name).read_bytes(), name)
        self.assertIn("2026-11-23", (self.trial / "report.md").read_text(encoding="utf-8"))

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


class RichTrial(unittest.TestCase):
    """A trial of 12 scenarios, its recording and its ratings made richer than the demo's."""

    # By how much raters who see the condition here, as none of a trial can, rate each higher.
    SHIFTS = {"neutral": 0.5, "leading": 1.6, "away": 0.2, "placebo": 0.6, "baseline": 0.4}

    @classmethod
    def setUpClass(cls):
        cls.place = pathlib.Path(tempfile.mkdtemp())
        cls.trial = cls.place / "trials" / "rich"
        shutil.copytree(HOME / "trials" / "unused-skills", cls.trial)
        cls.shorten()
        cls.unled("run", "rich")
        # Codes and orders come from the key: a fixed one makes this the same trial each time.
        record = sqlite3.connect(cls.trial / "record.sqlite")
        record.execute(
            "INSERT INTO blinding_key VALUES (1, ?, '2026-11-23T12:00:00.000Z')", ("19" * 32,))
        record.commit()
        record.close()
        cls.unled("blind", "rich")
        cls.rate()
        packet = sqlite3.connect(cls.trial / "packet.sqlite")
        for name, kind in (("r8", "prompter"), ("r7", "model")):
            packet.execute("UPDATE rater SET kind = ? WHERE name = ?", (kind, name))
        packet.commit()
        packet.close()
        cls.unled("reveal", "rich")
        cls.unled("report", "rich")
        cls.report = json.loads((cls.trial / "report.json").read_text(encoding="utf-8"))

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.place)

    @classmethod
    def unled(cls, *arguments):
        done = subprocess.run(
            [str(PROGRAM), *arguments, "-C", str(cls.place), "--yes"], capture_output=True,
            text=True)
        if done.returncode:
            raise AssertionError(done.stdout + done.stderr)

    @classmethod
    def shorten(cls):
        """Half of the scenarios; another question; some outputs copied, some refused."""
        file = cls.trial / "trial.yaml"
        lines, scenarios = [], 0
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("  - {id: ") and "topic:" in line:
                scenarios += 1
                if scenarios > 12:
                    continue
            if "id: quarrel" in line:
                lines.append('    - {id: mood, ask: "How dark is it?", scale: [light, grey, dark]}')
            lines.append(line)
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        file = cls.trial / "genres.txt"
        file.write_text("\n".join(file.read_text(encoding="utf-8").splitlines()[:12]) + "\n")
        file = cls.trial / "recording.jsonl"
        recorded = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        for number, line in enumerate(recorded):
            if line["replicate"] == 2 and number % 7 == 1:
                line["text"] = recorded[number - 1]["text"]
            if number % 17 == 4:
                line["finish"] = "refused"
        file.write_text("".join(json.dumps(line) + "\n" for line in recorded), encoding="utf-8")

    @classmethod
    def rate(cls):
        record = sqlite3.connect(cls.trial / "record.sqlite")
        cells = {code: cell for code, *cell in record.execute(
            "SELECT allocation.code, run.condition, run.scenario FROM allocation"
            " JOIN run ON run.id = allocation.output")}
        record.close()
        for number in range(8):
            name = f"r{number + 1}"
            table = cls.place / f"{name}.csv"
            cls.unled("ratings", "export", "rich", "--as", name, "-o", str(table))
            with open(table, encoding="utf-8-sig", newline="") as file:
                head, *rows = csv.reader(file)
            for row in rows:
                draw = random.Random(f"{name} {row[0]}")
                condition, scenario = cells.get(row[1], (None, None))
                value = draw.choice((0, 3))  # of a control
                if condition:
                    value = cls.SHIFTS[condition] + random.Random(scenario).gauss(0, 0.4)
                    value += 0.1 * (number - 4) + draw.gauss(0, 0.7)
                    value += 0.005 * (len(row[2].split()) - 60)
                level = 1 + min(3, max(0, round(value)))
                is_silent = draw.random() < 0.03
                row[head.index("unused_skill")] = "0" if is_silent else str(level)
                dark = draw.gauss(1.5 if condition == "leading" else 1, 0.6)
                row[head.index("mood")] = str(1 + min(2, max(0, round(dark))))
                for question in ("quarrel", "journey"):
                    row[head.index(question)] = draw.choice("12")
            with open(table, "w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows([head, *rows])
            cls.unled("ratings", "import", "rich", str(table), "--as", name)

    def test_every_number_of_the_report_comes_out_again(self):
        report = self.report
        self.assertGreater(report["information"]["copies"], 0)
        self.assertGreater(report["counts"]["unrated"], 0)
        self.assertEqual({row["kind"] for row in report["raters_apart"]}, {"prompter", "model"})
        self.assertEqual(len(report["questions"]), 2)
        self.assertEqual(len(report["sensitivity"]["ways"]), 5)
        run = recompute(self.trial)
        self.assertEqual(run.returncode, 0, run.stdout[-2000:] + run.stderr)
        self.assertGreater(int(run.stdout.strip().splitlines()[-1].split()[0]), 1500)

    def test_wrong_numbers_are_found_wherever_they_are(self):
        def way(report, name):
            return next(row for row in report["sensitivity"]["ways"] if row["way"] == name)

        places = {
            "effective ratings": lambda r: (r["information"], "effective_ratings"),
            "copies": lambda r: (r["information"], "copies"),
            "without refusals lead": lambda r: (way(r, "without refusals")["lead"], "value"),
            "ordinal model lead standard error": lambda r: (
                way(r, "ordinal model")["lead"], "standard_error"),
            "length adjusted presence": lambda r: (
                way(r, "length adjusted")["presence"], "value"),
            "length matched lead": lambda r: (way(r, "length matched")["lead"], "value"),
            "per doubling": lambda r: (r["sensitivity"]["length"], "per_doubling"),
            "prompter unused_skill gap": lambda r: (r["raters_apart"][0]["gap"], "value"),
            "lead of wording 2": lambda r: (
                r["questions"][0]["wordings"][1]["lead"], "value"),
            "lead p": lambda r: (r["questions"][0]["lead"], "p"),
            "mood lead p adjusted": lambda r: (r["questions"][1]["lead"], "p_adjusted"),
        }
        for name, place in places.items():
            report = json.loads(json.dumps(self.report))
            owner, key = place(report)
            owner[key] += 1e-6
            wrong = self.place / "wrong.json"
            wrong.write_text(json.dumps(report), encoding="utf-8")
            run = recompute(self.trial, "--report", str(wrong))
            self.assertEqual(run.returncode, 1, name)
            failed = [line.split(",")[0] for line in run.stdout.splitlines()
                      if line.startswith("FAILED")]
            self.assertIn(f"FAILED {name}", failed)


if __name__ == "__main__":
    unittest.main(verbosity=1)
