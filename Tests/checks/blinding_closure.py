#!/usr/bin/env python3
"""Fails where a blind room can reach what would unblind it.

    blinding_closure.py [--package DIR] [DESCRIPTION]

The compiler's import check lets three ways pass: a room reached through another room, a value handed
on by a `public import`, and `@_exported`. So this walks the targets of `swift package describe --type
json` (or of the JSON file DESCRIPTION) and names each chain from a blind room to one that holds
conditions, prompts or models, and each source below DIR/Sources that says `@_exported`.

A room that stands in no list below is a fault too: whoever adds a room says here which kind it is.
Exits 0 where all is well, 1 with one line a fault, 65 where the description cannot be read.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys

# What raters see, and what shows it to them.
BLIND = {
    "Packets", "Questions", "Rating", "RatingSite", "Judging", "Pages", "Terminal", "Tables",
}
# What holds a condition, or the allocation, or what came of it.
KNOWING = {
    "TrialDesign", "Cues", "Record", "Trials", "Running", "Blinding", "Analysis", "AnalysisTables",
    "Linting", "Drafting", "Reporting", "Desk", "Bundles",
}
# What holds a prompt or a model. A model that rates has to be asked, so one blind room may.
ASKING = {"Calls", "Models", "CurlTransport", "CCurl"}
MAY_ASK = {"Judging"}
# What holds nothing of a trial.
OPEN = {
    "Faults", "Reproducible", "Databases", "Locks", "Statistics", "NamedStatistics",
    "RatingTables", "Agreement",
}


def forbidden(room):
    """The rooms that `room` may not reach."""
    return KNOWING if room in MAY_ASK else KNOWING | ASKING


def edges(description):
    """Each target of the package with the targets that it names."""
    return {
        target["name"]: sorted(target.get("target_dependencies") or [])
        for target in description["targets"]
    }


def chain(graph, start, ends):
    """The shortest chain from `start` to one of `ends`, or None."""
    queue, seen = [[start]], {start}
    for path in queue:
        for following in graph.get(path[-1], []):
            if following in ends:
                return path + [following]
            if following not in seen:
                seen.add(following)
                queue.append(path + [following])
    return None


def chain_faults(description):
    """One line for each forbidden room that a blind room reaches, by the shortest chain."""
    graph = edges(description)
    executables = {
        target["name"] for target in description["targets"] if target["type"] == "executable"
    }
    found = []
    for room in sorted(BLIND & graph.keys()):
        for end in sorted(forbidden(room) | executables):
            path = chain(graph, room, {end})
            if path:
                found.append(f"the blind room {room} reaches {end}: {' -> '.join(path)}")
    return found


def unlisted(description):
    """One line for each room of Sources of which nobody has said whether it is blind."""
    listed = BLIND | KNOWING | ASKING | OPEN
    return [
        f"the room {target['name']} is in no list: say in Tests/checks/blinding_closure.py "
        "whether it is blind"
        for target in sorted(description["targets"], key=lambda each: each["name"])
        if target["path"].split("/")[0] == "Sources"
        and target["type"] != "executable" and target["name"] not in listed
    ]


def without_comments(source):
    """Swift source with its comments blanked out, line by line.

    Comment marks within string literals are no comments; what stands in a string stays.
    """
    token = re.compile(r'//[^\n]*|/\*|(?P<hashes>#*)(?P<quotes>"""|")')
    kept, at = [], 0

    def blank(text):
        return re.sub(r"[^\n]", " ", text)

    while True:
        match = token.search(source, at)
        if not match:
            return "".join(kept) + source[at:]
        kept.append(source[at:match.start()])
        if match["quotes"]:
            at = end_of_string(source, match)
            kept.append(source[match.start():at])
        elif match[0] == "/*":
            at = end_of_comment(source, match.end())
            kept.append(blank(source[match.start():at]))
        else:
            at = match.end()
            kept.append(blank(match[0]))


def end_of_comment(source, at):
    """Where the block comment that was opened before `at` ends; they nest."""
    depth = 1
    for mark in re.compile(r"/\*|\*/").finditer(source, at):
        depth += 1 if mark[0] == "/*" else -1
        if depth == 0:
            return mark.end()
    return len(source)


def end_of_string(source, opening):
    """Where a string literal ends; one of a single line never goes past its line."""
    hashes, quotes = opening["hashes"], opening["quotes"]
    escape = "\\" + hashes
    ending = quotes + hashes
    at = opening.end()
    while at < len(source):
        if source.startswith(escape + "(", at):
            at = end_of_interpolation(source, at + len(escape) + 1)
        elif source.startswith(escape, at):
            at += len(escape) + 1
        elif source.startswith(ending, at):
            return at + len(ending)
        elif source[at] == "\n" and quotes == '"':
            return at
        else:
            at += 1
    return at


def end_of_interpolation(source, at):
    """Where the parentheses that were opened before `at` close, strings within them passed over."""
    depth, string = 1, re.compile(r'(?P<hashes>#*)(?P<quotes>"""|")')
    while at < len(source) and depth > 0:
        opening = string.match(source, at)
        if opening:
            at = end_of_string(source, opening)
            continue
        depth += {"(": 1, ")": -1}.get(source[at], 0)
        at += 1
    return at


def export_faults(package):
    """One line for each `@_exported` below Sources that is no comment."""
    found = []
    for file in sorted((package / "Sources").rglob("*.swift")):
        text = file.read_text(encoding="utf-8")
        if "@_exported" not in text:
            continue
        for number, line in enumerate(without_comments(text).split("\n"), start=1):
            if "@_exported" in line:
                found.append(
                    f"{file.relative_to(package)}:{number}: @_exported hands a whole module on; "
                    "import it where it is used")
    return found


def describe(package):
    """What the package manager says of the package."""
    # What it says to standard error (that it waits, or warns) goes where ours goes.
    done = subprocess.run(
        ["swift", "package", "--package-path", str(package), "describe", "--type", "json"],
        stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def main():
    home = pathlib.Path(__file__).resolve().parents[2]
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--package", type=pathlib.Path, default=home, metavar="DIR")
    arguments.add_argument("description", nargs="?", type=pathlib.Path, metavar="DESCRIPTION")
    given = arguments.parse_args()
    try:
        if given.description:
            description = json.loads(given.description.read_text(encoding="utf-8"))
        else:
            description = describe(given.package)
        found = chain_faults(description) + unlisted(description)
    except (OSError, ValueError, KeyError, subprocess.CalledProcessError) as error:
        print(f"the package's description cannot be read: {error!r}", file=sys.stderr)
        return 65
    found += export_faults(given.package)
    for fault in found:
        print(fault, file=sys.stderr)
    if found:
        return 1
    blind = sorted(BLIND & edges(description).keys())
    if not blind:
        print("the description has no blind room: is it this package's?", file=sys.stderr)
        return 65
    print(f"blinding holds: {', '.join(blind)} reach nothing that unblinds")
    return 0


if __name__ == "__main__":
    sys.exit(main())
