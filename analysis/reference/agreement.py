#!/usr/bin/env python3
"""Recomputes coefficients of agreement with Python's packages and compares with `unled agree`.

    python3 agreement.py [FILE ...] [--scale SCALE] [--unled PATH]

Without FILE the examples beside this script are taken. A file has one line a unit and one column
a rater, or the columns unit, rater, value; an empty cell is a missing rating. What is not
installed is skipped and said to be. The last line is `N passed, N failed`; the exit status is 1
where something failed.
"""

import argparse
import csv
import importlib
import importlib.metadata
import json
import math
import pathlib
import subprocess
import sys
import warnings

HOME = pathlib.Path(__file__).resolve().parents[2]
EXAMPLES = pathlib.Path(__file__).resolve().parent / "examples"
SCALES = {
    "krippendorff_2011": ["nominal", "ordinal", "interval", "ratio"],
    "fleiss_1971": ["nominal"],
    "feinstein_cicchetti_1990": ["nominal"],
    "shrout_fleiss_1979": ["ordinal", "interval"],
}
ESTIMATE, LIMIT = 1e-9, 1e-7
# What the papers print, with as many digits.
PUBLISHED = {
    "krippendorff_2011 nominal": [("krippendorff_alpha", "nominal", ".743")],
    "krippendorff_2011 ordinal": [("krippendorff_alpha", "ordinal", ".815")],
    "krippendorff_2011 interval": [("krippendorff_alpha", "interval", ".849")],
    "krippendorff_2011 ratio": [("krippendorff_alpha", "ratio", ".797")],
    "fleiss_1971 nominal": [("fleiss_kappa", "identity", ".430")],
    "feinstein_cicchetti_1990 nominal": [("cohen_kappa", "identity", ".32")],
    "shrout_fleiss_1979 interval": [
        ("icc_1_1", None, ".17"), ("icc_2_1", None, ".29"), ("icc_3_1", None, ".71"),
        ("icc_2_k", None, ".62"),
    ],
}


class Table:
    """Ratings as numbers: one row a unit, one column a rater, None where one is missing."""

    def __init__(self, path, scale):
        with open(path, newline="", encoding="utf-8-sig") as file:
            lines = list(csv.DictReader(file))
        names = list(lines[0])
        if {"unit", "rater", "value"} <= set(names):
            raters = sorted({line["rater"] for line in lines})
            units = dict.fromkeys(line["unit"] for line in lines)
            given = {(line["unit"], line["rater"]): line["value"] for line in lines}
            rows = [[given.get((unit, rater), "") for rater in raters] for unit in units]
        else:
            raters = [name for name in names if name != "unit"]
            rows = [[line[rater] for rater in raters] for line in lines]
        words = {cell for row in rows for cell in row if cell != ""}
        try:
            self.codes = {word: float(word) for word in words}
        except ValueError:
            if scale != "nominal":
                raise
            self.codes = {word: float(place) for place, word in enumerate(sorted(words), 1)}
        self.scale = scale
        self.rows = [[self.codes[c] if c != "" else None for c in row] for row in rows]
        self.complete = [row for row in self.rows if None not in row]
        self.rater_count = len(raters)
        self.is_complete = len(self.complete) == len(self.rows)

    def array(self, missing=math.nan):
        return [[missing if cell is None else cell for cell in row] for row in self.rows]


class Outcome:
    """Compares, prints line by line, and counts."""

    def __init__(self):
        self.passed = self.failed = 0

    def compare(self, name, ours, theirs, tolerance, source):
        close = ours is not None and abs(ours - theirs) <= tolerance * max(1, abs(theirs))
        self.passed += close
        self.failed += not close
        shown = "none" if ours is None else f"{ours:.12g}"
        difference = "" if ours is None else f"{abs(ours - theirs):.1e}"
        word = "passed" if close else "FAILED"
        print(f"{word:8}{name:46}{shown:>18}{theirs:18.12g}{difference:>9}  {source}")

    def say(self, word, name, reason):
        print(f"{word:8}{name:46}{reason}")


class Comparison:
    """One table on one scale: what `unled agree` says beside what packages say."""

    def __init__(self, path, scale, program, outcome):
        self.table = Table(path, scale)
        self.label = f"{path.stem} {scale}"
        self.outcome = outcome
        answer = subprocess.run(
            [program, "agree", str(path), "--scale", scale, "--format", "json"],
            check=True, capture_output=True, text=True)
        found = json.loads(answer.stdout)["coefficients"]
        self.ours = {(each["coefficient"], each["weights"]): each for each in found}
        print(f"\n{self.label}")

    def coefficient(self, name, weights, source, estimate, low=None, high=None, limit=LIMIT):
        """Compares an estimate, and limits where the package has them."""
        ours = self.ours.get((name, weights))
        label = name if weights is None else f"{name}, {weights}"
        if ours is None:
            self.outcome.say("skipped", label, "unled agree does not print it on this scale")
            return
        self.outcome.compare(label, ours["estimate"], float(estimate), ESTIMATE, source)
        for key, value in (("low", low), ("high", high)):
            if value is not None:
                self.outcome.compare(f"{label}: {key}", ours[key], float(value), limit, source)

    def run(self):
        self.published()
        for step in (self.krippendorff, self.irrcac, self.kappas, self.pingouin, self.kendall):
            try:
                step()
            except ModuleNotFoundError as error:
                self.outcome.say("skipped", step.__name__, f"{error.name} is not installed")

    def published(self):
        """What the paper prints; no package is needed."""
        for name, weights, printed in PUBLISHED.get(self.label, []):
            ours = self.ours.get((name, weights), {}).get("estimate")
            half = 0.5 * 10.0 ** -len(printed.lstrip("."))
            label = name if weights is None else f"{name}, {weights}"
            self.outcome.compare(label, ours, float(printed), half * 1.001, "as printed")

    def krippendorff(self):
        """Krippendorff's alpha; the interval of `unled agree` is resampled, the package has none."""
        krippendorff, source = package("krippendorff")
        alpha = krippendorff.alpha(
            list(zip(*self.table.array())), level_of_measurement=self.table.scale)
        self.coefficient("krippendorff_alpha", self.table.scale, source, alpha)
        self.outcome.say("apart", "krippendorff_alpha: interval", "resampled; no package has it")

    def irrcac(self):
        """Gwet's family. With two raters Scott's pi is Fleiss' kappa."""
        if self.table.scale not in ("nominal", "ordinal"):
            return
        _, source = package("irrCAC")
        import pandas
        from irrCAC.raw import CAC

        ordinal = self.table.scale == "ordinal"
        frame = pandas.DataFrame(self.table.array())
        plain = CAC(frame, weights="identity", digits=16)
        self.coefficient("percent_agreement", "identity", source, plain.gwet()["est"]["pa"])
        near = CAC(frame, weights="ordinal", digits=16) if ordinal else plain
        far = CAC(frame, weights="quadratic", digits=16) if ordinal else plain
        near_name, far_name = ("ordinal", "quadratic") if ordinal else ("identity", "identity")
        if ordinal:
            self.coefficient("percent_agreement", "ordinal", source, near.gwet()["est"]["pa"])
        pairs = [
            ("gwet_ac", near_name, near.gwet()), ("brennan_prediger", far_name, far.bp()),
            ("fleiss_kappa", far_name, far.fleiss()), ("conger_kappa", far_name, far.conger()),
        ]
        if self.table.rater_count == 2:
            pairs = pairs[:2]
            if self.table.is_complete:
                pi = far.fleiss()["est"]["coefficient_value"]
                self.coefficient("scott_pi", far_name, source, pi)
        for name, weights, result in pairs:
            estimate = result["est"]
            low, high = estimate["confidence_interval"]
            # The package asks scipy for the t quantile, which is right to nine digits.
            self.coefficient(
                name, weights, source, estimate["coefficient_value"], low, min(1, high), 1e-7)

    def kappas(self):
        """Fleiss' kappa of complete tables; Cohen's of two raters, with its z interval."""
        if self.table.scale not in ("nominal", "ordinal"):
            return
        weights = "quadratic" if self.table.scale == "ordinal" else "identity"
        _, source = package("statsmodels")
        from statsmodels.stats import inter_rater

        if self.table.rater_count > 2 and self.table.scale == "nominal" and self.table.is_complete:
            counts, _ = inter_rater.aggregate_raters(self.table.array())
            kappa = inter_rater.fleiss_kappa(counts, method="fleiss")
            self.coefficient("fleiss_kappa", "identity", source, kappa)
        if self.table.rater_count == 2:
            import numpy

            levels = sorted(set(self.table.codes.values()))
            counts = numpy.zeros((len(levels), len(levels)))
            for first, second in self.table.complete:
                counts[levels.index(first), levels.index(second)] += 1
            given = {"wt": "quadratic"} if weights == "quadratic" else {}
            kappa = inter_rater.cohens_kappa(counts, **given)
            self.coefficient(
                "cohen_kappa", weights, source, kappa.kappa, kappa.kappa_low, kappa.kappa_upp)
            metrics, source = package("sklearn.metrics", "scikit-learn")
            first, second = zip(*self.table.complete)
            self.coefficient("cohen_kappa", weights, source, metrics.cohen_kappa_score(
                first, second, weights=None if weights == "identity" else weights))

    def pingouin(self):
        """The intraclass correlations of complete units."""
        if self.table.scale not in ("interval", "ratio"):
            return
        pingouin, source = package("pingouin")
        import pandas

        cells = [
            (unit, rater, value)
            for unit, row in enumerate(self.table.complete) for rater, value in enumerate(row)]
        found = pingouin.intraclass_corr(
            pandas.DataFrame(cells, columns=["unit", "rater", "value"]),
            targets="unit", raters="rater", ratings="value")
        limits = next(name for name in found.columns if name.startswith("CI95"))
        # Older releases round the limits to two digits.
        rounded = all(round(x, 2) == x for pair in found[limits] for x in pair)
        names = ["icc_1_1", "icc_2_1", "icc_3_1", None, "icc_2_k", None]
        for name, estimate, (low, high) in zip(names, found["ICC"], found[limits]):
            if name is not None:
                self.coefficient(
                    name, None, source + (", limits rounded" if rounded else ""), estimate, low,
                    high, 0.0051 if rounded else LIMIT)

    def kendall(self):
        """Kendall's W from Friedman's chi-squared, which corrects for ties alike."""
        if self.table.scale == "nominal" or len(self.table.complete) < 3:
            return
        stats, source = package("scipy.stats", "scipy")
        complete = self.table.complete
        squared = stats.friedmanchisquare(*complete).statistic
        w = squared / (self.table.rater_count * (len(complete) - 1))
        self.coefficient("kendall_w", None, source, w)


def package(module, name=None):
    """A package and what it is called with its version."""
    name = name or module
    found = importlib.import_module(module)
    return found, f"{name} {importlib.metadata.version(name)}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    parser.add_argument("--scale", choices=["nominal", "ordinal", "interval", "ratio"])
    parser.add_argument("--unled", default=str(HOME / ".build" / "debug" / "unled"))
    given = parser.parse_args()
    if not pathlib.Path(given.unled).is_file():
        parser.error(f"there is no program at {given.unled}: run 'make build', or name it: --unled")
    warnings.simplefilter("ignore")
    files = given.files or [EXAMPLES / f"{name}.csv" for name in SCALES]
    outcome = Outcome()
    for path in files:
        scales = [given.scale] if given.scale else SCALES.get(path.stem)
        if scales is None:
            parser.error(f"say which scale {path} has: --scale")
        for scale in scales:
            Comparison(path, scale, given.unled, outcome).run()
    print(f"\n{outcome.passed} passed, {outcome.failed} failed")
    return outcome.failed > 0


if __name__ == "__main__":
    sys.exit(main())
