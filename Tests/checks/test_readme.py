#!/usr/bin/env python3
"""Does what README.md says: runs its commands, and compares its words with the program's.

Needs the program that `make test` builds, or another one that UNLED names.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True  # nothing is left among the sources
import blinding_closure

HOME = pathlib.Path(__file__).resolve().parents[2]
README = (HOME / "README.md").read_text(encoding="utf-8")
PROGRAM = pathlib.Path(os.environ.get("UNLED") or HOME / ".build" / "debug" / "unled").resolve()


def verdicts():
    """All verdicts, as reports write them."""
    source = (HOME / "Sources" / "Analysis" / "Verdict.swift").read_text(encoding="utf-8")
    enum = re.search(r"enum Verdict\b.*?\n}", source, re.DOTALL)[0]
    cases = re.findall(r'^  case (\w+)(?: = "([^"]+)")?$', enum, re.MULTILINE)
    return [raw or name for name, raw in cases]


def trial_table():
    """Ratings of eight scenarios in which the leading wording alone brings it about."""
    lines = ["scenario,condition,model,replicate,output,rater,question,value"]
    levels = {"neutral": 0, "leading": 2, "baseline": 0}
    for scenario in range(8):
        for condition, level in levels.items():
            for rater in ["ann", "ben"]:
                lines.append(
                    f"s{scenario},{condition},m,1,{condition}-{scenario},{rater},theme,"
                    f"{level + scenario % 2}")
    return "\n".join(lines) + "\n"


class CommandTests(unittest.TestCase):
    def test_the_commands_lead_from_a_trial_file_to_a_report(self):
        blocks = re.findall(r"^```sh run\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
        self.assertEqual(len(blocks), 1)
        lines = [line for line in blocks[0].splitlines() if line]
        for line in lines:
            self.assertTrue(line.startswith("unled "), line)
        with tempfile.TemporaryDirectory() as folder:
            programs = pathlib.Path(folder) / "bin"
            programs.mkdir()
            (programs / "unled").symlink_to(PROGRAM)
            environment = {
                **os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
                "XDG_CONFIG_HOME": folder,
            }
            # A reader in no doubt: the answer 1 to everything, for as long as somebody asks.
            with subprocess.Popen(
                ["sh", "-c", "while echo 1; do :; done"], stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            ) as reader:
                done = subprocess.run(
                    ["bash", "-euo", "pipefail", "-c", blocks[0]], cwd=folder, env=environment,
                    stdin=reader.stdout, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                    text=True, timeout=600, check=False)
                reader.stdout.close()
                reader.kill()
            self.assertEqual(done.returncode, 0, done.stdout[-4000:])
            name = re.search(r"unled report (\S+)", blocks[0])[1]
            trial = pathlib.Path(folder) / "trials" / name
            for ending in ["html", "md"]:
                self.assertGreater((trial / f"report.{ending}").stat().st_size, 0)
            report = json.loads((trial / "report.json").read_text(encoding="utf-8"))
            self.assertIn(report["verdict"], verdicts())

    def test_the_commands_for_any_table_run(self):
        block = re.search(r"^```sh agree\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)[1]
        table = HOME / "analysis" / "reference" / "examples" / "krippendorff_2011.csv"
        with tempfile.TemporaryDirectory() as folder:
            programs = pathlib.Path(folder) / "bin"
            programs.mkdir()
            (programs / "unled").symlink_to(PROGRAM)
            (pathlib.Path(folder) / "ratings.csv").write_bytes(table.read_bytes())
            (pathlib.Path(folder) / "trial.csv").write_text(trial_table(), encoding="utf-8")
            done = subprocess.run(
                ["bash", "-euo", "pipefail", "-c", block], cwd=folder,
                env={**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"},
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                text=True, timeout=600, check=False)
            self.assertEqual(done.returncode, 0, done.stdout[-4000:])
            page = pathlib.Path(folder) / "agreement.html"
            self.assertIn("0.815", page.read_text(encoding="utf-8"))
            self.assertIn("It happens when the prompt leads to it", done.stdout + (
                pathlib.Path(folder) / "verdict.html").read_text(encoding="utf-8"))
            self.assertIn("trial: LED", done.stdout)
        listed = re.search(r"unled stat --list +# (\d+) statistics", block)[1]
        names = subprocess.run(
            [PROGRAM, "stat", "--list"], stdout=subprocess.PIPE, text=True, check=True).stdout
        self.assertEqual(len(re.findall(r"^\w+  +\w", names, re.MULTILINE)), int(listed))

    def test_prompts_are_linted_and_paired(self):
        block = re.search(r"^```sh lint\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)[1]
        prompts = ["Isn't the ending sad?", "List three rivers of Peru."]
        with tempfile.TemporaryDirectory() as folder:
            programs = pathlib.Path(folder) / "bin"
            programs.mkdir()
            (programs / "unled").symlink_to(PROGRAM)
            (pathlib.Path(folder) / "prompts.jsonl").write_text(
                "".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in enumerate(prompts)),
                encoding="utf-8")
            done = subprocess.run(
                ["bash", "-euo", "pipefail", "-c", block], cwd=folder,
                env={**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"},
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                text=True, timeout=600, check=False)
        self.assertEqual(done.returncode, 0, done.stdout[-4000:])
        self.assertIn("tag question [A2]", done.stdout)
        self.assertIn("[You will find that the main character has skills that nobody needs.]",
                      done.stdout)
        scored = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
        self.assertEqual([line["leading"] for line in scored], [True, False])

    def test_every_command_that_is_named_exists(self):
        text = subprocess.run(
            [PROGRAM, "--help"], stdout=subprocess.PIPE, text=True, check=True).stdout
        known = set(re.findall(r"^  ([a-z]+) ", text, re.MULTILINE))
        for name in ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"]:
            page = (HOME / name).read_text(encoding="utf-8")
            named = set(re.findall(r"(?:^|`)unled ([a-z]+)", page, re.MULTILINE))
            with self.subTest(page=name):
                self.assertEqual(named - known, set())


class WordTests(unittest.TestCase):
    def test_every_verdict_is_explained(self):
        explained = re.findall(r"^\| \*\*([a-z ]+)\*\* \|", README, re.MULTILINE)
        self.assertEqual(sorted(explained), sorted(verdicts()))

    def test_every_room_is_explained(self):
        page = (HOME / "CONTRIBUTING.md").read_text(encoding="utf-8")
        explained = re.findall(r"^\| `([\w-]+)`(?: \*\(blind\)\*)? \|", page, re.MULTILINE)
        blind = re.findall(r"^\| `(\w+)` \*\(blind\)\* \|", page, re.MULTILINE)
        rooms = {folder.name for folder in (HOME / "Sources").iterdir() if folder.is_dir()}
        self.assertEqual(set(explained), rooms - {"CCurl"})
        self.assertEqual(set(blind), blinding_closure.BLIND & rooms)

    def test_every_file_that_is_linked_exists(self):
        for name in ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"]:
            page = (HOME / name).read_text(encoding="utf-8")
            for link in re.findall(r"\]\((?!https?:|#)([^)#]+)", page):
                with self.subTest(page=name, link=link):
                    self.assertTrue((HOME / link).exists())


if __name__ == "__main__":
    unittest.main()
