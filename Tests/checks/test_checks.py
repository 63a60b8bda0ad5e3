#!/usr/bin/env python3
"""Plants each fault that the checks are there for, and sees it found."""

import copy
import json
import os
import pathlib
import platform
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True  # nothing is left among the sources
import blinding_closure

HOME = pathlib.Path(__file__).resolve().parents[2]
CLOSURE = HOME / "Tests" / "checks" / "blinding_closure.py"


def run(*command, cwd=HOME, **environment):
    """Runs a command without standard input; a variable set to None is taken away."""
    merged = {**os.environ, **environment}
    merged = {name: value for name, value in merged.items() if value is not None}
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, env=merged, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)


class Scratch(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name).resolve()

    def write(self, name, text):
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file


class ClosureTests(Scratch):
    """Edges that unblind, planted in a copy of this package's own description."""

    @classmethod
    def setUpClass(cls):
        cls.described = blinding_closure.describe(HOME)

    def setUp(self):
        super().setUp()
        self.description = copy.deepcopy(self.described)

    def target(self, name):
        for target in self.description["targets"]:
            if target["name"] == name:
                return target
        target = {"name": name, "type": "library", "path": f"Sources/{name}"}
        self.description["targets"].append(target)
        return target

    def plant(self, *chain):
        for start, end in zip(chain, chain[1:]):
            self.target(end)
            edges = self.target(start).setdefault("target_dependencies", [])
            edges.append(end)

    def faults(self):
        return blinding_closure.chain_faults(self.description)

    def check(self, package=HOME):
        file = self.write("description.json", json.dumps(self.description))
        return run(sys.executable, CLOSURE, "--package", package, file)

    def test_this_package_holds(self):
        done = self.check()
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertIn("blinding holds: ", done.stdout)

    def test_each_blind_room_is_kept_from_each_knowing_room(self):
        for room in sorted(blinding_closure.BLIND):
            for end in sorted(blinding_closure.KNOWING):
                with self.subTest(room=room, end=end):
                    self.description = copy.deepcopy(self.described)
                    self.plant(room, end)
                    self.assertIn(f"the blind room {room} reaches {end}: {room} -> {end}",
                                  self.faults())

    def test_a_chain_of_three_is_named_link_by_link(self):
        self.plant("Pages", "First", "Second", "Record")
        done = self.check()
        self.assertEqual(done.returncode, 1)
        self.assertIn("the blind room Pages reaches Record: Pages -> First -> Second -> Record",
                      done.stdout)
        self.assertIn("Pages reaches TrialDesign: Pages -> First -> Second -> Record -> "
                      "TrialDesign", done.stdout)

    def test_a_chain_through_another_blind_room_is_found(self):
        self.plant("Packets", "Analysis")
        self.assertIn("the blind room RatingSite reaches Analysis: RatingSite -> Packets -> "
                      "Analysis", self.faults())

    def test_only_the_room_where_a_model_rates_may_reach_models(self):
        self.plant("Judging", "Models")
        self.plant("Judging", "Calls")
        self.assertEqual(self.faults(), [])
        self.plant("Rating", "Models")
        self.assertIn("the blind room Rating reaches Models: Rating -> Models", self.faults())

    def test_the_room_where_a_model_rates_is_kept_from_conditions(self):
        self.plant("Models", "TrialDesign")
        self.plant("Judging", "Models")
        self.assertEqual(
            self.faults(),
            ["the blind room Judging reaches Cues: Judging -> Models -> TrialDesign -> Cues",
             "the blind room Judging reaches TrialDesign: Judging -> Models -> TrialDesign"])

    def test_a_blind_room_is_kept_from_the_command(self):
        self.plant("Terminal", "unled")
        self.assertIn("the blind room Terminal reaches unled: Terminal -> unled", self.faults())

    def test_a_room_in_no_list_is_a_fault(self):
        self.plant("Statistics", "Newcomer")
        done = self.check()
        self.assertEqual(done.returncode, 1)
        self.assertIn("the room Newcomer is in no list", done.stdout)

    def test_a_circle_does_not_hang_it(self):
        self.plant("Pages", "Tables", "Pages")
        self.assertEqual(self.faults(), [])

    def test_what_is_no_description_is_said_to_be_none(self):
        done = run(sys.executable, CLOSURE, self.write("description.json", "Newcomer"))
        self.assertEqual(done.returncode, 65)
        self.assertIn("cannot be read", done.stdout)

    def test_a_description_of_another_package_does_not_pass(self):
        self.description = {"targets": []}
        self.assertEqual(self.check().returncode, 65)

    def test_an_export_in_a_copy_of_the_sources_is_found(self):
        shutil.copytree(HOME / "Sources", self.folder / "Sources")
        self.assertEqual(self.check(self.folder).returncode, 0)
        planted = "// A room.\n@_exported public import Packets\n"
        self.write("Sources/Rating/Planted.swift", planted)
        done = self.check(self.folder)
        self.assertEqual(done.returncode, 1)
        self.assertIn("Sources/Rating/Planted.swift:2: @_exported", done.stdout)


class ExportTests(Scratch):
    """Where `@_exported` is said, and where it is only spoken of."""

    def places(self, source):
        self.write("Sources/Room/Room.swift", source)
        return [fault.split(": ")[0] for fault in blinding_closure.export_faults(self.folder)]

    def test_said(self):
        for source in [
            "@_exported import Record",
            "  @_exported\n  import Record",
            "#if os(Linux)\n@_exported package import Record\n#endif",
            "@testable @_exported import Record",
            "/* why */ @_exported import Record",
            "/* a /* nested */ one */ @_exported import Record",
            'let mark = "/*"\n@_exported import Record // */',
            'let link = "https://"; @_exported import Record',
            'let raw = #"a \\"# ; @_exported import Record // "',
            'let text = """\n  /* " \\""" //\n  """\n@_exported import Record',
            'let name = "\\(f("/*", g(")")))"\n@_exported import Record',
            "let one = 1 /// \"\n@_exported import Record",
        ]:
            with self.subTest(source=source):
                line = source[:source.index("@_exported")].count("\n") + 1
                self.assertEqual(self.places(source), [f"Sources/Room/Room.swift:{line}"])

    def test_only_spoken_of(self):
        for source in [
            "// @_exported import Record",
            "/// Never `@_exported`.\nimport Record",
            "/* @_exported import Record */",
            "/* a /* nested */ one:\n@_exported import Record */",
            'let link = "https://" // @_exported import Record',
            "import Record",
        ]:
            with self.subTest(source=source):
                self.assertEqual(self.places(source), [])

    def test_a_source_in_a_folder_of_a_room_is_read_too(self):
        self.write("Sources/Room/Deep/Down.swift", "@_exported import Record\n")
        self.assertEqual(self.places("import Record\n"), ["Sources/Room/Deep/Down.swift:1"])


class CompilerTests(Scratch):
    """What is left to the compiler, seen to be found by it: in a package of a few lines."""

    def package(self, targets, before=""):
        self.write(
            "Package.swift",
            f'// swift-tools-version:6.2\nimport PackageDescription\n{before}\n'
            f'let package = Package(name: "planted", targets: [{targets}])\n')

    def build(self, *flags, **environment):
        return run("swift", "build", *flags, cwd=self.folder, **environment)

    def test_an_import_that_is_not_declared_is_an_error(self):
        self.package('.target(name: "Secret"), .target(name: "Room")')
        self.write("Sources/Secret/Secret.swift", "public struct Secret: Sendable {}\n")
        self.write("Sources/Room/Room.swift", "import Secret\nlet secret: Secret? = nil\n")
        built = self.build("--target", "Secret")
        self.assertEqual(built.returncode, 0, built.stdout)
        # Built before, the module is found: without the check nobody objects.
        unchecked = self.build()
        self.assertEqual(unchecked.returncode, 0, unchecked.stdout)
        checked = self.build("--explicit-target-dependency-import-check", "error")
        self.assertNotEqual(checked.returncode, 0)
        self.assertIn("Target Room imports another target (Secret)", checked.stdout)

    def test_a_warning_is_an_error_where_ci_is_set(self):
        manifest = (HOME / "Package.swift").read_text(encoding="utf-8")
        settings = re.search(r"^let strict.*?(?=\n\n)", manifest, re.DOTALL | re.MULTILINE)
        self.assertIsNotNone(settings, "Package.swift no longer says what 'strict' is")
        self.package('.target(name: "Room", swiftSettings: strict)', before=settings[0])
        self.write("Sources/Room/Room.swift", "func room() {\n  let unused = 1\n}\n")
        relaxed = self.build(CI=None)
        self.assertEqual(relaxed.returncode, 0, relaxed.stdout)
        self.assertIn("warning: initialization of immutable value 'unused'", relaxed.stdout)
        strict = self.build(CI="true")
        self.assertNotEqual(strict.returncode, 0)
        self.assertIn("error: initialization of immutable value 'unused'", strict.stdout)

    def test_a_fault_of_layout_is_an_error(self):
        shutil.copy(HOME / ".swift-format", self.folder)
        self.write("Sources/Room.swift", "/// A room.\nstruct Room {\n  let number: Int\n}\n")
        lint = ["swift", "format", "lint", "--strict", "--recursive", "--parallel", "Sources"]
        tidy = run(*lint, cwd=self.folder)
        self.assertEqual(tidy.returncode, 0, tidy.stdout)
        for rule, source in {
            "Indentation": "struct Room {\n    let number: Int\n}\n",
            "NeverUseForceTry": "func room() {\n  try! open()\n}\n",
            "OmitExplicitReturns": "func room() -> Int {\n  return 1\n}\n",
        }.items():
            with self.subTest(rule=rule):
                self.write("Sources/Room.swift", source)
                untidy = run(*lint, cwd=self.folder)
                self.assertNotEqual(untidy.returncode, 0)
                self.assertIn(f"[{rule}]", untidy.stdout)


class Stubbed(Scratch):
    """A test in which programs are played: a stub notes how it was called."""

    def setUp(self):
        super().setUp()
        self.bin = self.folder / "bin"
        self.bin.mkdir()
        self.notes = self.folder / "notes"
        self.notes.touch()

    def stub(self, name, script=""):
        file = self.write(f"bin/{name}", f'#!/bin/sh\necho "{name} $*" >>{self.notes}\n{script}\n')
        file.chmod(file.stat().st_mode | stat.S_IXUSR)

    def borrow(self, *names):
        for name in names:
            (self.bin / name).symlink_to(shutil.which(name))

    def noted(self):
        return self.notes.read_text(encoding="utf-8").splitlines()


class PipelineTests(Stubbed):
    """That `.ci/run` stops, and says so, wherever a step fails."""

    STEPS = [
        "make toolchain packages test-packages",
        "swift --version",
        "swift format lint --strict --recursive --parallel Sources Tests Package.swift",
        "swift build --build-tests --explicit-target-dependency-import-check error",
        "python3 Tests/checks/blinding_closure.py",
        "make test",
    ]

    def pipeline(self, failing=None):
        for name in ["make", "swift", "python3"]:
            self.stub(name, f'[ -n "$CI" ] || exit 9\n[ "{name} $*" != "{failing}" ] || exit 3')
        return run(
            "bash", HOME / ".ci" / "run", cwd="/", CI=None,
            PATH=f"{self.bin}{os.pathsep}{os.environ['PATH']}")

    def test_it_passes_where_every_step_does(self):
        done = self.pipeline()
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertEqual(self.noted(), self.STEPS)
        self.assertIn("all is well", done.stdout)

    def test_it_fails_with_each_step(self):
        for number, step in enumerate(self.STEPS):
            with self.subTest(step=step):
                self.notes.write_text("", encoding="utf-8")
                done = self.pipeline(failing=step)
                self.assertEqual(done.returncode, 3, done.stdout)
                self.assertEqual(self.noted(), self.STEPS[:number + 1])
                self.assertNotIn("all is well", done.stdout)


@unittest.skipIf(platform.system() == "Darwin", "apt-get is not asked on this system")
class SystemPackageTests(Stubbed):
    """What `make` does about libraries and programs that the system lacks."""

    def setUp(self):
        super().setUp()
        self.borrow("make", "sh", "uname", "env")
        self.stub("id", "echo 1000")
        self.stub("pkg-config", "exit 1")
        self.stub("apt-get")

    def make(self, *targets):
        return run(
            "make", "-f", HOME / "Makefile", *targets, cwd=self.folder, PATH=str(self.bin),
            MAKEFLAGS=None, MFLAGS=None, MAKELEVEL=None)

    def installs(self):
        return [line for line in self.noted() if line.startswith("apt-get install")]

    def test_what_is_there_is_not_installed(self):
        self.stub("pkg-config")
        done = self.make("packages")
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertEqual(self.noted(), ["pkg-config --exists libcurl sqlite3"])

    def test_root_installs_what_is_missing(self):
        self.stub("id", "echo 0")
        done = self.make("packages")
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertEqual(self.installs(), [
            "apt-get install -y -qq --no-install-recommends "
            "libcurl4-openssl-dev libsqlite3-dev pkg-config"])

    def test_others_install_through_sudo(self):
        self.stub("sudo", 'exec "$@"')
        done = self.make("packages")
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertEqual(len(self.installs()), 1)
        self.assertTrue(any(line.startswith("sudo env ") for line in self.noted()))

    def test_who_may_not_install_is_told_what_to_ask_for(self):
        done = self.make("packages")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("apt-get install libcurl4-openssl-dev libsqlite3-dev pkg-config",
                      done.stdout)
        self.assertEqual(self.installs(), [])

    def test_an_installation_that_fails_stops_everything(self):
        self.stub("id", "echo 0")
        self.stub("apt-get", "exit 100")
        done = self.make("packages")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("could not be installed", done.stdout)

    def test_a_system_without_a_package_manager_is_told_what_is_missing(self):
        (self.bin / "apt-get").unlink()
        done = self.make("packages")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("libcurl and SQLite are missing", done.stdout)

    def test_tests_install_a_browser(self):
        self.stub("id", "echo 0")
        self.stub("apt-cache")
        self.stub("python3")
        done = self.make("test-packages")
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertEqual(self.installs(), [
            "apt-get install -y -qq --no-install-recommends "
            "chromium chromium-driver fonts-dejavu-core"])

    def test_a_system_without_a_packaged_browser_goes_without(self):
        self.stub("apt-cache", "exit 100")
        self.stub("python3")
        done = self.make("test-packages")
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertEqual(self.installs(), [])

    def test_without_swift_it_says_where_to_get_it(self):
        done = self.make("build")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("install Swift 6.2 or later", done.stdout)


if __name__ == "__main__":
    unittest.main()
