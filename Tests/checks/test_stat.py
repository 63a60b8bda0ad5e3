#!/usr/bin/env python3
"""Every reference value through 'unled stat', as a user's program would ask for it.

    test_stat.py [--unled PATH] [STATISTIC ...]

Reads Tests/StatisticsTests/Golden/*.json, gives the 'input' of each case to 'unled stat NAME' and
compares what comes back with 'expected' within the file's tolerances. Then malformed inputs: each has
to exit with 65 and say where. The last line is 'N passed, N failed'.
"""

import argparse
import concurrent.futures
import json
import math
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "Tests/StatisticsTests/Golden"
# Second opinions of packages, which need not be reproduced.
OPINIONS = ("pwr_package_", "bayesfactor_package_", "bayesrep_", "effectsize_",
            "replicationsuccess_package_")
# (statistic, standard input, what the message names)
MALFORMED = [
    ("krippendorff_alpha", "", "no JSON"),
    ("krippendorff_alpha", "[1, 2", "no JSON"),
    ("krippendorff_alpha", "[1, 2]", "no object"),
    ("krippendorff_alpha", '{"ratings": ' + "[" * 500 + "]" * 500 + "}", "16 deep"),
    ("multiplicity", '{"p": [1e400]}', "no JSON"),
    ("alpha_spending", '{"fractions": [0.5, 0.5]}', "input.fractions[1]"),
    ("alpha_spending", '{"fractions": [0, 1]}', "input.fractions[0]"),
    ("alpha_spending", '{"fractions": [0.5, 1.5]}', "input.fractions[1]"),
    ("multiplicity", '{"' + "p" * 100000 + '": [1]}', "no member"),
    ("krippendorff_alpha", '{"ratings": [[1, 2]]}', "input.metric"),
    ("krippendorff_alpha", '{"ratings": [[1, 2]], "metric": "ordinla"}', "ordinal"),
    ("krippendorff_alpha", '{"ratings": [[1, "x"]], "metric": "nominal"}', "input.ratings[0][1]"),
    ("krippendorff_alpha", '{"ratings": [[1, 2], [1]], "metric": "nominal"}', "input.ratings[1]"),
    ("krippendorff_alpha", '{"rating": [[1, 2]], "metric": "nominal"}', "ratings"),
    ("krippendorff_alpha", '{"ratings": 3, "metric": "nominal"}', "input.ratings"),
    ("paired_mean", '{"leading": [1, 2], "neutral": [1]}', "input.neutral"),
    ("blinding_bang", '{"counts": [[1, -2], [1, 2], [0, 0]]}', "input.counts[0][1]"),
    ("lmm", '{"formula": "y ~ x + (1|g", "data": {"y": [1], "x": [1], "g": [1]}}', "input.formula"),
    ("lmm", '{"formula": "y ~ xx + (1|g)", "data": {"y": [1], "x": [1], "g": [1]}}', "did you mean 'x'"),
    ("no_such_statistic", "{}", "no_such_statistic"),
]


def ask(program, name, text):
    return subprocess.run([program, "stat", name], input=text, capture_output=True, text=True,
                          timeout=120)


def compare(found, expected, tolerance, fields, place=""):
    """What differs, one line each."""
    if isinstance(expected, dict):
        if not isinstance(found, dict):
            return [f"{place} is no object"]
        out = []
        for key, value in expected.items():
            if key.startswith(OPINIONS):
                continue
            if key not in found:
                out.append(f"{place}.{key} is missing")
                continue
            out += compare(found[key], value, fields.get(key, tolerance), fields, f"{place}.{key}")
        return out
    if isinstance(expected, list):
        if not isinstance(found, list) or len(found) != len(expected):
            return [f"{place} is no list of {len(expected)}"]
        return [line for i, (a, b) in enumerate(zip(found, expected))
                for line in compare(a, b, tolerance, fields, f"{place}[{i}]")]
    if isinstance(expected, bool) or expected is None or isinstance(expected, str):
        same = found is expected if not isinstance(expected, str) else found == expected
        return [] if same else [f"{place} is {found!r}, not {expected!r}"]
    if isinstance(found, bool) or not isinstance(found, (int, float)):
        return [f"{place} is {found!r}, not {expected!r}"]
    bad = abs(found - expected) > tolerance * max(1, abs(expected))
    field = re.sub(r"\[\d+\]$", "", place.split(".")[-1])
    is_p = field == "p" or field.startswith("p_") or field.endswith("_p")
    if is_p and expected != 0 and field not in fields:
        bad = bad or abs(found / expected - 1) >= 1e-6
    return [f"{place} is {found!r}, not {expected!r}"] if bad or math.isnan(found) else []


def golden(program, name, case):
    answer = ask(program, name, json.dumps(case["input"]))
    if answer.returncode != 0:
        return [f"exit {answer.returncode}: {answer.stderr.strip()[:300]}"]
    return compare(json.loads(answer.stdout), case["expected"], case["tolerance"],
                   case.get("tolerance_fields", {}))


def malformed(program, name, text, wanted):
    answer = ask(program, name, text)
    faults = []
    if answer.returncode != 65:
        faults.append(f"exit {answer.returncode}, not 65")
    if wanted not in answer.stderr:
        faults.append(f"the message does not name {wanted!r}: {answer.stderr.strip()[:200]}")
    if "to mend it:" not in answer.stderr:
        faults.append("the message says no remedy")
    return faults


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--unled", default=str(ROOT / ".build/debug/unled"))
    parser.add_argument("statistics", nargs="*")
    args = parser.parse_args()
    listed = subprocess.run([args.unled, "stat", "--list", "--format", "json"],
                            capture_output=True, text=True, check=True)
    names = {entry["name"] for entry in json.loads(listed.stdout)}
    jobs = []
    for path in sorted(GOLDEN.glob("*.json")):
        if args.statistics and path.stem not in args.statistics:
            continue
        if path.stem not in names:
            jobs.append((f"{path.stem} is listed", lambda: ["'unled stat --list' does not name it"]))
            continue
        for case in json.loads(path.read_text())["cases"]:
            jobs.append((f"{path.stem}/{case['id']}",
                         lambda n=path.stem, c=case: golden(args.unled, n, c)))
    if not args.statistics:
        for number, (name, text, wanted) in enumerate(MALFORMED):
            jobs.append((f"malformed input {number}: {name}",
                         lambda n=name, t=text, w=wanted: malformed(args.unled, n, t, w)))
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 2) as pool:
        for (title, _), faults in zip(jobs, pool.map(lambda job: job[1](), jobs)):
            if faults:
                failed += 1
                print(f"FAILED {title}: " + "; ".join(faults[:5]))
    print(f"{len(jobs) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
