#!/usr/bin/env python3
"""Measure a detector of leading prompts against simple baselines.

Data are JSON lines with `id`, `text` and, if labelled, `label` ("leading" or
"neutral"), `pair_id` and a group (see --group-field). Scores are JSON lines
with `id`, `score` (0..1, higher is more leading) and, if the scorer decides
for itself, `leading` (true or false). Without `leading` a prompt is flagged
when its score reaches --threshold.

Three baselines stand beside the detector, because much data of this kind is
easy: a bag of words, or the length alone, can look like skill.

  length   number of words; longer counts as more leading
  lexicon  how many of 30 fixed words the prompt holds
  tfidf    logistic regression on 1- and 2-grams

Baselines are tested on one group at a time and trained on all the others, so
that none can profit from the templates of the group it is tested on. Each
flags what scores above the 97th percentile of the neutral training prompts,
which fixes its false-alarm rate near 3 % on data like its training data. The
detector is not trained here, so its figures do not depend on the groups.

Limits: groups that share questions or writers are not fully apart. Prompts of
one template are not independent, so the counts overstate what is known.
"Ordinary" prompts (--neutral) may hold real leading cues; their alarm rate is
an upper bound of the false-alarm rate.
"""

import argparse
import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

# The vectors are short, so threads of the algebra library cost more than they save.
for _variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_variable, "1")

import numpy as np  # noqa: E402 (after the thread count is set)

# Thirty terms that carry stance, certainty, expectation or social pressure in
# English questions. Chosen once from general knowledge and never tuned to data,
# or the baseline would stop being one.
LEXICON = (
    "admit agree always believe certain clearly convinced definitely everyone "
    "experts expect feel honestly i'm isn't don't just know must never "
    "obviously of-course really right should sure surely think why wrong"
).split()

DEFAULT_THRESHOLD = 0.5
BASELINE_PERCENTILE = 97.0
MISSING = "–"


# ---------------------------------------------------------------- input

def read_lines(path):
    """The objects of a JSON Lines file; a bad line stops the run by number."""
    rows = []
    with open(path, encoding="utf-8") as handle:
        for number, line in enumerate(handle, 1):
            if not line.strip():
                continue
            try:
                rows.append(json.loads(line))
            except json.JSONDecodeError as error:
                sys.exit(f"{path}, line {number}: not JSON ({error.msg}); write one object a line")
    return rows


def read_prompts(path, fields, where, labelled):
    """Prompts of one file as dicts with id, text, label, pair and group.

    `group` is the first of `fields` that a line has, else the file's stem.
    Lines that `where` (pairs of field and text) does not match are left out.
    With `labelled` false every prompt counts as neutral and has no pair.
    """
    prompts = []
    for number, row in enumerate(read_lines(path), 1):
        if any(str(row.get(field)).lower() != value.lower() for field, value in where):
            continue
        label = row.get("label") if labelled else "neutral"
        if not isinstance(row.get("id"), str) or not isinstance(row.get("text"), str):
            sys.exit(f"{path}, object {number}: needs strings `id` and `text`")
        if label not in ("leading", "neutral"):
            sys.exit(f"{path}, object {number}: label is {label!r}; use leading or neutral, "
                     "or give a file without labels as --neutral")
        group = next((str(row[field]) for field in fields if row.get(field)), Path(path).stem)
        prompts.append({"id": row["id"], "text": row["text"], "leading": label == "leading",
                        "pair": row.get("pair_id") if labelled else None, "group": group})
    return prompts


def run_command(command, prompts):
    """Score lines printed by `command` for {id, text} lines on its input."""
    lines = "".join(json.dumps({"id": p["id"], "text": p["text"]}, ensure_ascii=False) + "\n" for p in prompts)
    try:
        done = subprocess.run(shlex.split(command), input=lines, capture_output=True, text=True,
                              encoding="utf-8", check=False)
    except OSError as error:
        sys.exit(f"--command: cannot start ({error}); give the program and its arguments in one string")
    # Linters exit 1 when they find something, so only a missing answer is an error.
    rows = []
    for number, line in enumerate(done.stdout.splitlines(), 1):
        if not line.strip():
            continue
        try:
            rows.append(json.loads(line))
        except json.JSONDecodeError:
            sys.exit(f"--command: output line {number} is not JSON: {line[:80]!r}")
    if not rows:
        sys.exit(f"--command: printed no scores (exit {done.returncode}): {done.stderr.strip()[:400]}")
    return rows


def attach(rows, prompts, threshold):
    """Arrays of scores and flags in the order of the prompts."""
    table = {}
    for row in rows:
        if "id" not in row or not isinstance(row.get("score"), (int, float)):
            sys.exit(f"scores: a line lacks `id` or a number `score`: {str(row)[:80]}")
        table[row["id"]] = row
    missing = [p["id"] for p in prompts if p["id"] not in table]
    if missing:
        sys.exit(f"scores: {len(missing)} of {len(prompts)} prompts have none, the first is {missing[0]!r}")
    scores = np.array([float(table[p["id"]]["score"]) for p in prompts])
    if not np.all(np.isfinite(scores)):
        sys.exit("scores: a score is not finite")
    flags = np.array([bool(table[p["id"]].get("leading", table[p["id"]]["score"] >= threshold)) for p in prompts])
    return scores, flags


# ---------------------------------------------------------------- measures

def midranks(values):
    """Ranks from 1; equal values share the mean of their ranks."""
    order = np.argsort(values, kind="mergesort")
    ordered = values[order]
    starts = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
    counts = np.diff(np.r_[starts, len(values)])
    ranks = np.empty(len(values))
    ranks[order] = np.repeat(starts + (counts + 1) / 2, counts)
    return ranks


def area(scores, leading):
    """Area under the ROC curve, ties half (Mann-Whitney); None if a class is empty."""
    positive, negative = int(leading.sum()), int((~leading).sum())
    if positive == 0 or negative == 0:
        return None
    return float((midranks(scores)[leading].sum() - positive * (positive + 1) / 2) / (positive * negative))


def pairwise(scores, prompts):
    """Share of (leading, neutral) pairs with the leading member higher, ties half, and their number."""
    pairs = {}
    for score, prompt in zip(scores, prompts):
        if prompt["pair"] is not None:
            pairs.setdefault((prompt["group"], prompt["pair"]), ([], []))[0 if prompt["leading"] else 1].append(score)
    wins = [1.0 if a > b else 0.5 if a == b else 0.0 for up, down in pairs.values() for a in up for b in down]
    return (float(np.mean(wins)) if wins else None), len(wins)


def share(flags):
    """Mean of a boolean array; None if it is empty."""
    return float(flags.mean()) if len(flags) else None


def measure(prompts, scores, flags):
    """All figures for one scorer on one set of prompts."""
    leading = np.array([p["leading"] for p in prompts], dtype=bool)
    right, pairs = pairwise(scores, prompts)
    return {"leading": int(leading.sum()), "neutral": int((~leading).sum()), "pairs": pairs,
            "auc": area(scores, leading), "recall": share(flags[leading]),
            "alarms": share(flags[~leading]), "pairwise": right}


# ---------------------------------------------------------------- baselines

def words(text):
    """Lower-case words; apostrophes stay inside, typographic ones made plain."""
    return re.findall(r"[a-z0-9]+(?:'[a-z]+)*", text.lower().replace("\u2019", "'"))


def length_scores(texts):
    """Number of words in each text."""
    return np.array([float(len(words(text))) for text in texts])


def lexicon_scores(texts):
    """Number of different lexicon terms in each text."""
    terms = [f" {term.replace('-', ' ')} " for term in LEXICON]
    spaced = [f" {' '.join(words(text))} " for text in texts]
    return np.array([float(sum(term in text for term in terms)) for text in spaced])


def grams(text):
    """Counts of the 1-grams and 2-grams of a text."""
    tokens = words(text)
    counts = {}
    for gram in tokens + [a + " " + b for a, b in zip(tokens, tokens[1:])]:
        counts[gram] = counts.get(gram, 0) + 1
    return counts


def document_frequencies(bags):
    """In how many bags each gram stands."""
    frequency = {}
    for bag in bags:
        for gram in bag:
            frequency[gram] = frequency.get(gram, 0) + 1
    return frequency


def vocabulary(bags, least=2):
    """Columns and smoothed inverse document frequencies of grams in at least `least` bags."""
    frequency = document_frequencies(bags)
    kept = sorted(gram for gram, count in frequency.items() if count >= least)
    idf = np.array([np.log((1 + len(bags)) / (1 + frequency[gram])) + 1 for gram in kept])
    return {gram: column for column, gram in enumerate(kept)}, idf


def sparse(bags, columns, idf):
    """Rows, columns and values of the TF-IDF matrix; every row has length 1."""
    rows, cols, values = [], [], []
    for row, bag in enumerate(bags):
        known = [(columns[gram], count) for gram, count in bag.items() if gram in columns]
        if not known:
            continue
        col = np.array([c for c, _ in known])
        value = (1 + np.log(np.array([float(count) for _, count in known]))) * idf[col]
        rows.append(np.full(len(col), row))
        cols.append(col)
        values.append(value / np.linalg.norm(value))
    if not rows:
        return np.zeros(0, dtype=int), np.zeros(0, dtype=int), np.zeros(0)
    return np.concatenate(rows), np.concatenate(cols), np.concatenate(values)


def fit_logistic(matrix, count, width, leading, penalty=1.0, steps=200, tolerance=1e-4):
    """Weights and intercept of L2 logistic regression, by L-BFGS.

    Minimises the summed log loss plus `penalty`/2 times the squared weights.
    Classes are weighted to count alike; the intercept is not penalised.
    """
    rows, cols, values = matrix
    sign = np.where(leading, 1.0, -1.0)
    balance = np.where(leading, count / (2.0 * max(1, leading.sum())), count / (2.0 * max(1, (~leading).sum())))

    def loss(theta):
        margin = sign * (np.bincount(rows, values * theta[cols], minlength=count) + theta[-1])
        value = float(np.sum(balance * np.logaddexp(0, -margin)) + penalty / 2 * theta[:-1] @ theta[:-1])
        pull = -balance * sign * np.exp(-np.logaddexp(0, margin))
        return value, np.append(np.bincount(cols, values * pull[rows], minlength=width) + penalty * theta[:-1], pull.sum())

    theta = np.zeros(width + 1)
    value, gradient = loss(theta)
    history = []
    for _ in range(steps):
        if np.max(np.abs(gradient)) < tolerance * count / 100:
            break
        direction = -two_loop(gradient, history)
        step = 1.0 if history else 1.0 / max(1.0, float(np.linalg.norm(gradient)))
        slope = float(gradient @ direction)
        while step > 1e-12:
            trial_value, trial_gradient = loss(theta + step * direction)
            if trial_value <= value + 1e-4 * step * slope:
                break
            step /= 2
        else:
            break
        move, change = step * direction, trial_gradient - gradient
        theta, value, gradient = theta + move, trial_value, trial_gradient
        if move @ change > 1e-12:
            history = (history + [(move, change)])[-10:]
    return theta[:-1], theta[-1]


def two_loop(gradient, history):
    """The L-BFGS product of the inverse Hessian estimate with the gradient (Nocedal 1980)."""
    vector = gradient.copy()
    alphas = []
    for move, change in reversed(history):
        alpha = (move @ vector) / (move @ change)
        vector -= alpha * change
        alphas.append(alpha)
    if history:
        move, change = history[-1]
        vector *= (move @ change) / (change @ change)
    for (move, change), alpha in zip(history, reversed(alphas)):
        vector += move * (alpha - (change @ vector) / (move @ change))
    return vector


def tfidf_scores(train_bags, train_leading, test_bags):
    """Log odds of being leading for the training and the test prompts."""
    columns, idf = vocabulary(train_bags)
    train, test = sparse(train_bags, columns, idf), sparse(test_bags, columns, idf)
    weights, intercept = fit_logistic(train, len(train_bags), len(columns), train_leading)

    def apply(matrix, count):
        rows, cols, values = matrix
        return np.bincount(rows, values * weights[cols], minlength=count) + intercept

    return apply(train, len(train_bags)), apply(test, len(test_bags))


def flag_above(train_scores, train_leading, test_scores):
    """Flags for scores above the 97th percentile of the neutral training scores."""
    limit = np.percentile(train_scores[~train_leading], BASELINE_PERCENTILE, method="higher")
    return test_scores > limit


def baselines(train, test, bags):
    """Scores and flags of the three baselines on `test`, trained on `train`."""
    leading = np.array([p["leading"] for p in train], dtype=bool)
    if leading.all() or not leading.any():
        return {}
    train_texts, test_texts = [p["text"] for p in train], [p["text"] for p in test]
    results = {}
    for name, scorer in (("length", length_scores), ("lexicon", lexicon_scores)):
        train_scores, test_scores = scorer(train_texts), scorer(test_texts)
        results[name] = test_scores, flag_above(train_scores, leading, test_scores)
    train_scores, test_scores = tfidf_scores([bags[p["id"]] for p in train], leading, [bags[p["id"]] for p in test])
    results["tfidf"] = test_scores, flag_above(train_scores, leading, test_scores)
    return results


# ---------------------------------------------------------------- report

def show(value):
    """A figure with three decimals, or a dash if there is none."""
    return MISSING if value is None else f"{value:.3f}"


def table(header, rows, text=1):
    """A Markdown table with aligned columns; the first `text` hold words, the rest numbers."""
    cells = [[str(cell) for cell in row] for row in [header] + rows]
    widths = [max(len(row[i]) for row in cells) for i in range(len(header))]

    def line(row):
        return "| " + " | ".join(c.ljust(w) if i < text else c.rjust(w) for i, (c, w) in enumerate(zip(row, widths))) + " |"

    rule = "| " + " | ".join("-" * w if i < text else "-" * (w - 1) + ":" for i, w in enumerate(widths)) + " |"
    return "\n".join([line(cells[0]), rule] + [line(row) for row in cells[1:]])


def groups_of(prompts):
    """Prompts by group, in order of first appearance."""
    found = {}
    for prompt in prompts:
        found.setdefault(prompt["group"], []).append(prompt)
    return found


def mean_of(figures, key):
    """Mean over groups of one figure, leaving out groups without it."""
    values = [f[key] for f in figures if f[key] is not None]
    return float(np.mean(values)) if values else None


def row_of(group, name, figures):
    """One table row."""
    return [group, name, figures["leading"], figures["neutral"], figures["pairs"], show(figures["auc"]),
            show(figures["recall"]), show(figures["alarms"]), show(figures["pairwise"])]


def report_labelled(prompts, scored, bags, with_baselines):
    """Table of all scorers by group, then the mean of the groups."""
    groups = groups_of(prompts)
    rows, by_name = [], {}
    for group, held_out in groups.items():
        results = {"detector": scored(held_out)}
        if with_baselines:
            results.update(baselines([p for p in prompts if p["group"] != group], held_out, bags))
        for name, (scores, flags) in results.items():
            figures = measure(held_out, scores, flags)
            by_name.setdefault(name, []).append(figures)
            rows.append(row_of(group, name, figures))
    for name, figures in by_name.items():
        mean = {key: mean_of(figures, key) for key in ("auc", "recall", "alarms", "pairwise")}
        mean.update({key: sum(f[key] for f in figures) for key in ("leading", "neutral", "pairs")})
        rows.append(row_of("mean of groups", name, mean))
    rows.append(row_of("all together", "detector", measure(prompts, *scored(prompts))))
    return table(["group", "scorer", "leading", "neutral", "pairs", "AUC", "recall", "false alarms", "pairwise"],
                 rows, text=2)


def report_neutral(prompts, training, scored, bags, with_baselines):
    """Table of alarm rates on prompts that count as neutral, by group and in all."""
    flags = {"detector": scored(prompts)[1]}
    if with_baselines:
        flags.update({name: result[1] for name, result in baselines(training, prompts, bags).items()})
    groups = groups_of(prompts)
    rows = []
    for group in list(groups) + (["all together"] if len(groups) > 1 else []):
        chosen = np.array([group in (p["group"], "all together") for p in prompts])
        rows.append([group] + [int(chosen.sum())] + [show(share(f[chosen])) for f in flags.values()])
    return table(["group", "n"] + list(flags), rows)


def parse_arguments(arguments=None):
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter,
                                     epilog="Example: evaluate.py --data dev.jsonl --data pairs.jsonl "
                                            "--neutral ordinary.jsonl --command 'unled lint --jsonl'")
    parser.add_argument("--data", action="append", default=[], metavar="FILE",
                        help="labelled prompts, JSON lines; may be given more than once")
    parser.add_argument("--neutral", action="append", default=[], metavar="FILE",
                        help="prompts that count as neutral and are never trained on; may be given more than once")
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--scores", metavar="FILE", help="JSON lines of id, score and, if decided, leading")
    source.add_argument("--command", metavar="COMMAND",
                        help="program that reads {id, text} lines and prints {id, score, leading} lines")
    parser.add_argument("--threshold", type=float, default=DEFAULT_THRESHOLD, metavar="T",
                        help="flag at this score where a line has no `leading` (default %(default)s)")
    parser.add_argument("--group-field", action="append", metavar="NAME",
                        help="field that names a prompt's group; the first that a line has counts, else the "
                             "file's name; may be given more than once (default: group)")
    parser.add_argument("--where", action="append", default=[], metavar="FIELD=VALUE",
                        help="keep only lines with this value, for instance length_matched=true (files of --data)")
    parser.add_argument("--no-baselines", action="store_true", help="leave the three baselines out")
    options = parser.parse_args(arguments)
    if not options.data and not options.neutral:
        parser.error("nothing to measure: give --data or --neutral")
    if any("=" not in item for item in options.where):
        parser.error("--where wants FIELD=VALUE")
    return options


def main(arguments=None):
    """Read, score, measure, print."""
    options = parse_arguments(arguments)
    fields = options.group_field or ["group"]
    where = [tuple(item.split("=", 1)) for item in options.where]
    labelled = [p for path in options.data for p in read_prompts(path, fields, where, True)]
    neutral = [p for path in options.neutral for p in read_prompts(path, fields, [], False)]
    prompts = labelled + neutral
    if not prompts:
        sys.exit("no prompts left; look at --where")
    seen = set()
    for prompt in prompts:
        if prompt["id"] in seen:
            sys.exit(f"id {prompt['id']!r} stands twice; ids must be unique over all files")
        seen.add(prompt["id"])

    rows = read_lines(options.scores) if options.scores else run_command(options.command, prompts)
    scores, flags = attach(rows, prompts, options.threshold)
    place = {p["id"]: i for i, p in enumerate(prompts)}

    def scored(chosen):
        index = [place[p["id"]] for p in chosen]
        return scores[index], flags[index]

    bags = {} if options.no_baselines else {p["id"]: grams(p["text"]) for p in prompts}
    if labelled:
        print("### Labelled prompts\n")
        print(report_labelled(labelled, scored, bags, not options.no_baselines))
    if neutral:
        print(("\n" if labelled else "") + "### Alarm rates on prompts that count as neutral\n")
        print(report_neutral(neutral, labelled, scored, bags, not options.no_baselines))


if __name__ == "__main__":
    main()
