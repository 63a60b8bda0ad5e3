#!/usr/bin/env python3
"""Recomputes a trial's numbers from its record and compares them with its report.

Nothing of the program is used: the record is read with SQL, means are exact fractions, t
quantiles come from an incomplete beta function of its own. What rests on resampling is printed
and not compared.

    python3 recompute.py TRIAL [--report FILE] [--csv FILE]

TRIAL is the trial's folder. The table goes to standard output; the exit status is 1 where a
number differs by more than 1e-9 (of the ordinal model by more than 1e-7).
"""

import argparse
import csv
import json
import math
import sqlite3
import sys
from collections import defaultdict
from fractions import Fraction
from pathlib import Path

CONDITIONS = ["neutral", "leading", "away", "placebo", "baseline"]
FEWEST_CLUSTERS = 5
TOLERANCE = 1e-9
# Both searches for the ordinal model's maximum end some 1e-9 standard errors from it.
TOLERANCE_OF_SEARCH = 1e-7


# Distributions


def beta_fraction(a, b, x):
    """The continued fraction of the incomplete beta function, by Lentz's method."""
    tiny = 1e-300
    c, d = 1.0, 1 - (a + b) * x / (a + 1)
    d = 1 / (d if abs(d) > tiny else tiny)
    h = d
    for m in range(1, 10000):
        for numerator in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 + numerator * d
            d = 1 / (d if abs(d) > tiny else tiny)
            c = 1 + numerator / c
            c = c if abs(c) > tiny else tiny
            step = c * d
            h *= step
        if abs(step - 1) < 1e-16:
            return h
    raise ArithmeticError("the incomplete beta function did not converge")


def incomplete_beta(a, b, x, rest):
    """I_x(a, b); `rest` is 1 - x, given apart so that nothing is lost near 1."""
    if x <= 0:
        return 0.0
    if rest <= 0:
        return 1.0
    front = math.exp(
        math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log(rest)
    )
    if x < (a + 1) / (a + b + 2):
        return front * beta_fraction(a, b, x) / a
    return 1 - front * beta_fraction(b, a, rest) / b


def student_tail(t, df):
    """P(T > t) for t >= 0."""
    square = t * t
    return incomplete_beta(df / 2, 0.5, df / (df + square), square / (df + square)) / 2


def two_sided(value, error, df):
    """P of a value as far from zero; where nothing varies, 1 of zero and 0 of all else."""
    if error == 0:
        return 1.0 if value == 0 else 0.0
    return min(1.0, 2 * student_tail(abs(float(value)) / error, df))


def student_quantile(p, df):
    """The t with P(T <= t) = p, for p of a half or more."""
    tail = 1 - p
    low, high = 0.0, 1.0
    while student_tail(high, df) > tail:
        high *= 2
    for _ in range(200):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if student_tail(middle, df) > tail:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def normal_quantile(p):
    """The z with P(Z <= z) = p, for p of a half or more."""
    low, high = 0.0, 40.0
    for _ in range(200):
        middle = (low + high) / 2
        if math.erfc(middle / math.sqrt(2)) / 2 > 1 - p:
            low = middle
        else:
            high = middle
    return (low + high) / 2


# Looking early


def spent(alpha, fraction):
    """What may be spent until a share of the views is rated, two-sided."""
    if fraction >= 1:
        return alpha
    return 2 * math.erfc(normal_quantile(1 - alpha / 4) / math.sqrt(2 * fraction))


def last_level(alpha, fractions):
    """The two-sided level of the last of several looks, by sums over the paths of S = Z sqrt(t).

    The density among the trials that went on stands on points of Gauss's rule of three points, in panels
    that are narrow beside the next step.
    """
    def leaving(density, bound, step):
        return sum(
            mass * math.erfc((bound - point) / (step * math.sqrt(2))) for point, mass in density)

    density, before, used = [(0.0, 1.0)], 0.0, 0.0
    for place, fraction in enumerate(fractions):
        step, share = math.sqrt(fraction - before), spent(alpha, fraction) - used
        low, high = 0.0, 40.0
        for _ in range(100):
            middle = (low + high) / 2
            if leaving(density, middle * math.sqrt(fraction), step) > share:
                low = middle
            else:
                high = middle
        if place + 1 == len(fractions):
            return math.erfc(low / math.sqrt(2))
        end = min(low, 10) * math.sqrt(fraction)
        ahead = min(step, math.sqrt(fractions[place + 1] - fraction))
        panels = max(16, math.ceil(24 * end / ahead))
        half, following = end / panels, []
        for panel in range(panels):
            for node, weight in ((-math.sqrt(0.6), 5 / 9), (0.0, 8 / 9), (math.sqrt(0.6), 5 / 9)):
                point = -end + (2 * panel + 1 + node) * half
                mass = sum(
                    mass * math.exp(-((point - old) / step) ** 2 / 2) for old, mass in density)
                following.append((point, weight * half * mass / (step * math.sqrt(2 * math.pi))))
        density, before, used = following, fraction, spent(alpha, fraction)


def level_after(looks, now, alpha):
    """The level that looks, each a share and an answer, leave to what was revealed at the share `now`."""
    shares = []
    for share, _ in looks:
        if (shares[-1] if shares else 0) < share < 1:
            shares.append(share)
    if not shares:
        return alpha
    if looks[-1][1] != "enough" or now >= 1:
        return last_level(alpha, shares + [1])
    own = last_level(alpha, shares)
    return max(own, last_level(alpha, shares + [now])) if now > shares[-1] else own


def hedged_interval(values, alpha, grid=1000):
    """The mean of values in 0...1 by betting on one after another; limits never widen again."""
    bets, variation, total, squares = [], 0.25, 0.5, 0.25
    for t, value in enumerate(values, 1):
        bets.append(math.sqrt(2 * -math.log(alpha / 2) / (t * math.log1p(t) * variation)))
        total += value
        squares += (value - total / (t + 1)) ** 2
        variation = squares / (t + 1)
    first, last = [None] * len(values), [None] * len(values)
    for point in range(grid + 1):
        middle, up, down = point / grid, 0.5, 0.5
        above = 0.5 / middle if middle else math.inf
        below = 0.5 / (1 - middle) if middle < 1 else math.inf
        for index, (value, bet) in enumerate(zip(values, bets)):
            up *= 1 + min(bet, above) * (value - middle)
            down *= 1 - min(bet, below) * (value - middle)
            if max(up, down) <= 1 / alpha:
                first[index] = point if first[index] is None else first[index]
                last[index] = point
    low, high = 0.0, 1.0
    for start, end in zip(first, last):
        if start is not None:
            low, high = max(low, start / grid - 1 / grid), min(high, end / grid + 1 / grid)
    return low, high


# Small statistics


def mean(values):
    return sum(values, Fraction(0)) / len(values)


def variance(values):
    middle = mean(values)
    return sum(((value - middle) ** 2 for value in values), Fraction(0)) / (len(values) - 1)


def covariance(first, second):
    a, b = mean(first), mean(second)
    total = sum(((x - a) * (y - b) for x, y in zip(first, second)), Fraction(0))
    return total / (len(first) - 1)


def t_interval(value, error, df, level):
    half = student_quantile((1 + level) / 2, df) * error if error > 0 else 0.0
    return (float(value) - half, float(value) + half)


def welch(first, second):
    """Standard error and degrees of freedom of a difference of two groups."""
    a, b = variance(first) / len(first), variance(second) / len(second)
    if a + b == 0:
        return 0.0, float(len(first) + len(second) - 2)
    df = (a + b) ** 2 / (a * a / (len(first) - 1) + b * b / (len(second) - 1))
    return math.sqrt(a + b), float(df)


def sign_flip(differences):
    """Exact two-sided p, or None where the sums are too many to be counted."""
    scale = math.lcm(*(value.denominator for value in differences))
    steps = [abs(int(value * scale)) for value in differences]
    divisor = math.gcd(*steps) or 1
    steps = [step // divisor for step in steps]
    observed = abs(sum(int(value * scale) // divisor for value in differences))
    sums = {0: 1}
    for step in steps:
        following = defaultdict(int)
        for total, ways in sums.items():
            following[total + step] += ways
            following[total - step] += ways
        if len(following) > 2_000_000:
            return None
        sums = following
    far = sum(ways for total, ways in sums.items() if abs(total) >= observed)
    return float(Fraction(far, 2 ** len(steps)))


def is_on_a_usual_grid(differences):
    """Whether more than 20 differences lie on steps of 1/1 to 1/120, or on decimal ones."""
    scale = math.lcm(*(value.denominator for value in differences))
    return any(parts % scale == 0 for parts in [*range(1, 121), 1_000, 10_000])


def krippendorff(units, metric):
    """Alpha of units, each a list of ratings; None where it is undefined."""
    units = [unit for unit in units if len(unit) >= 2]
    if not units:
        return None
    levels = sorted({value for unit in units for value in unit})
    place = {value: index for index, value in enumerate(levels)}
    size = len(levels)
    if size < 2:
        return None
    coincidences = [[Fraction(0)] * size for _ in levels]
    for unit in units:
        for i, first in enumerate(unit):
            for j, second in enumerate(unit):
                if i != j:
                    coincidences[place[first]][place[second]] += Fraction(1, len(unit) - 1)
    margins = [sum(row, Fraction(0)) for row in coincidences]
    total = sum(margins, Fraction(0))

    def distance(c, k):
        if metric == "nominal":
            return 1
        if metric == "interval":
            return (levels[c] - levels[k]) ** 2
        return (sum(margins[c : k + 1], Fraction(0)) - (margins[c] + margins[k]) / 2) ** 2

    pairs = [(c, k) for c in range(size) for k in range(c + 1, size)]
    observed = sum((coincidences[c][k] * distance(c, k) for c, k in pairs), Fraction(0))
    expected = sum((margins[c] * margins[k] * distance(c, k) for c, k in pairs), Fraction(0))
    return float(1 - (total - 1) * observed / expected)


def brennan_prediger(units, form):
    """The coefficient over the declared scale; None where no unit has two ratings."""
    units = [unit for unit in units if len(unit) >= 2]
    if not units:
        return None
    kind = form["kind"]
    values = list(range(101)) if kind == "slider" else list(range(len(form["labels"])))
    spread = values[-1] - values[0]

    def weight(a, b):
        if kind in ("nominal", "binary"):
            return Fraction(int(a == b))
        return 1 - Fraction((a - b) ** 2) / Fraction(spread**2)

    def agreement(unit):
        pairs = [(i, j) for i in range(len(unit)) for j in range(len(unit)) if i != j]
        return sum((weight(unit[i], unit[j]) for i, j in pairs), Fraction(0)) / len(pairs)

    seen = mean([agreement(unit) for unit in units])
    chance = sum((weight(a, b) for a in values for b in values), Fraction(0)) / len(values) ** 2
    return float((seen - chance) / (1 - chance))


def bang(correct, wrong, unknown):
    """Index and 95 % interval; None where nobody ventured a guess."""
    n = correct + wrong + unknown
    if correct + wrong == 0:
        return None
    c, w = correct / n, wrong / n
    half = normal_quantile(0.975) * math.sqrt((c * (1 - c) + w * (1 - w) + 2 * c * w) / n)
    return ((correct - wrong) / n, half)


def solve(matrix, vector):
    """The solution of a small system of equations, by elimination with row exchanges."""
    rows = [row[:] + [right] for row, right in zip(matrix, vector)]
    size = len(rows)
    for i in range(size):
        best = max(range(i, size), key=lambda k: abs(rows[k][i]))
        if rows[best][i] == 0:
            raise ZeroDivisionError
        rows[i], rows[best] = rows[best], rows[i]
        for k in range(i + 1, size):
            factor = rows[k][i] / rows[i][i]
            rows[k] = [a - factor * b for a, b in zip(rows[k], rows[i])]
    result = [0.0] * size
    for i in reversed(range(size)):
        known = sum(rows[i][k] * result[k] for k in range(i + 1, size))
        result[i] = (rows[i][size] - known) / rows[i][i]
    return result


def log_odds(counts):
    """The effect of a cumulative logit model with two sides; None where it has no bound.

    `counts` are those of each level, lowest first, of the second and the first side; the model
    says logit P(rating <= j) = threshold_j - effect on the first side. By Newton's method.
    """
    levels = [j for j in range(len(counts[0])) if counts[0][j] + counts[1][j]]
    if len(levels) < 2 or not all(sum(side) for side in counts):
        return None
    table = [[float(side[j]) for j in levels] for side in counts]
    cuts = len(levels) - 1
    total, below, point = sum(map(sum, table)), 0.0, []
    for j in range(cuts):
        below += table[0][j] + table[1][j]
        point.append(math.log(below / (total - below)))
    point.append(0.0)

    def slopes(at):
        """Likelihood, gradient and information; None where thresholds do not ascend."""
        if any(at[j] <= at[j - 1] for j in range(1, cuts)):
            return None
        value, gradient = 0.0, [0.0] * (cuts + 1)
        information = [[0.0] * (cuts + 1) for _ in range(cuts + 1)]
        for x in (0, 1):
            for j, count in enumerate(table[x]):
                if not count:
                    continue
                upper = at[j] - x * at[cuts] if j < cuts else math.inf
                lower = at[j - 1] - x * at[cuts] if j > 0 else -math.inf
                if lower > 0:  # of two tails the difference of the smaller ones
                    share = logistic(-lower) - logistic(-upper)
                else:
                    share = logistic(upper) - logistic(lower)
                if share <= 0:
                    return None
                value += count * math.log(share)
                first, second = [0.0] * (cuts + 1), [[0.0] * (cuts + 1) for _ in range(cuts + 1)]
                for limit, sign, place in ((upper, 1, j), (lower, -1, j - 1)):
                    if math.isinf(limit):
                        continue
                    density = logistic(limit) * logistic(-limit)
                    curve = density * (logistic(-limit) - logistic(limit))
                    parts = [(place, 1.0), (cuts, -float(x))]
                    for a, by_a in parts:
                        first[a] += sign * density * by_a
                        for b, by_b in parts:
                            second[a][b] += sign * curve * by_a * by_b
                for a in range(cuts + 1):
                    gradient[a] += count * first[a] / share
                    for b in range(cuts + 1):
                        information[a][b] -= count * (
                            second[a][b] / share - first[a] * first[b] / share**2)
        return value, gradient, information

    state = slopes(point)
    for _ in range(200):
        try:
            step = solve(state[2], state[1])
        except ZeroDivisionError:
            return None
        gain = sum(a * b for a, b in zip(step, state[1]))
        length, following = 1.0, None
        while length > 1e-10:
            moved = [a + length * b for a, b in zip(point, step)]
            following = slopes(moved)
            if following and following[0] >= state[0] - 1e-13 * abs(state[0]):
                break
            length /= 2
            following = None
        if following is None:
            break
        point, state = moved, following
        if gain < 1e-18 * max(1, abs(state[0])):
            break
        if abs(point[cuts]) > 30:
            return None
    return point[cuts]


def logistic(x):
    return 1 / (1 + math.exp(-x)) if x > -700 else 0.0


def jackknife(strata, estimate):
    """Value, standard error and degrees of freedom with one cluster left out after the other.

    `strata` are the numbers of clusters, `estimate` takes the number of the one left out, or None;
    None instead where any of the estimates has no value.
    """
    if not strata or min(strata) < 2:
        return None
    whole, squares, start = estimate(None), 0.0, 0
    for count in strata:
        values = [estimate(cluster) for cluster in range(start, start + count)]
        if whole is None or None in values:
            return None
        middle = math.fsum(values) / count
        squares += math.fsum((v - middle) ** 2 for v in values) * (count - 1) / count
        start += count
    return whole, math.sqrt(squares), float(min(strata) - 1)


def benjamini_hochberg(values):
    order = sorted(range(len(values)), key=lambda i: values[i], reverse=True)
    adjusted, least = [0.0] * len(values), 1.0
    for rank, i in enumerate(order):
        least = min(least, values[i] * len(values) / (len(values) - rank))
        adjusted[i] = least
    return adjusted


# The record


class Record:
    """What a revealed record says, joined."""

    def __init__(self, folder):
        database = sqlite3.connect(f"file:{folder / 'record.sqlite'}?mode=ro", uri=True)
        database.row_factory = sqlite3.Row
        self.design = json.loads(
            database.execute("SELECT canonical FROM design ORDER BY number DESC").fetchone()[0]
        )
        plan = self.design["analysis"]
        self.alpha, self.smallest = plan["alpha"], plan["smallest_effect"]
        self.level = self._level(database, plan.get("looks"))
        self.order = None
        if plan.get("looks") == "anytime":
            self.order = {s["id"]: i for i, s in enumerate(self.design["scenarios"])}
        self.floor, self.reference = plan["agreement_floor"], plan.get("reference")
        self.models_are_sample = plan["models"] == "like these"
        baselines = self.design.get("baselines", [])
        self.baselines = {baseline["id"]: baseline for baseline in baselines}
        named = [baseline for baseline in baselines if baseline["primary"]]
        self.primary_baseline = (named or baselines or [None])[0]
        reserved = {model for baseline in baselines for model in baseline["models"]}
        self.models = [m["id"] for m in self.design["models"] if m["id"] not in reserved]
        self.wordings = len(self.design["conditions"]["neutral"])
        self.by_wording = self.wordings >= FEWEST_CLUSTERS
        self.questions = self.design["rating"]["questions"]
        self.question = next(q["question"] for q in self.questions if q["primary"])
        self.form = self.question["form"]
        self.origins = self._origins(database)
        self.texts = self._texts(database)
        self.unrated = self._unrated(database)
        self.planned = database.execute("SELECT count(*) FROM run").fetchone()[0]
        self.answers, self.guesses = self._ratings(database)
        self.rows = self.rows_of(self.question["id"])

    def _level(self, database, looks):
        """The two-sided level of the effects: alpha, or what looks before the reveal leave of it."""
        if not isinstance(looks, list):
            return self.alpha
        log = [
            (event, json.loads(detail)) for event, detail in
            database.execute("SELECT event, detail FROM audit ORDER BY number")]
        share = lambda detail: min(1, detail["rated"] / detail["planned"])
        taken = [(share(detail), detail["answer"]) for event, detail in log if event == "look"]
        now = next(
            (share(detail) for event, detail in log if event == "reveal" and "rated" in detail), 1)
        return level_after(taken, now, self.alpha)

    def _run(self, row):
        return {
            "scenario": row["scenario"], "wording": row["wording"] + 1, "condition": row["condition"],
            "baseline": row["baseline"], "model": row["model"], "replicate": row["replicate"],
            "control": None,
        }

    def _origins(self, database):
        origins = {row["id"]: self._run(row) for row in database.execute("SELECT * FROM run")}
        text = {"wording": 0, "model": None, "replicate": 1}
        for baseline in self.design.get("baselines", []):
            for source in baseline["source"] if isinstance(baseline["source"], list) else []:
                if isinstance(source, dict):
                    origins["text:" + source["text"]["file"]] = {
                        **text, "scenario": source["scenario"], "condition": "baseline",
                        "baseline": baseline["id"], "control": None,
                    }
        for control in self.design.get("controls", []):
            origins["text:" + control["text"]["file"]] = {
                **text, "scenario": control["text"]["file"], "condition": None, "baseline": None,
                "control": control["kind"],
            }
        return origins

    def _texts(self, database):
        """Each text by its output's name."""
        texts = dict(database.execute(
            "SELECT output.run, text.body FROM output JOIN text ON text.hash = output.text"))
        for name, body in database.execute(
            "SELECT design_file.name, text.body FROM design_file"
            " JOIN text ON text.hash = design_file.text"
            " WHERE design = (SELECT hash FROM design ORDER BY number DESC LIMIT 1)"
        ):
            texts["text:" + name] = body
        return texts

    def _copies(self, names):
        """The first output with the same text in the same cell, of each that is a copy."""
        known, firsts = {}, {}
        for name in sorted(names):
            origin = self.origins[name]
            if origin["control"] is not None or name not in self.texts:
                continue
            cell = tuple(
                origin[part] for part in ("scenario", "wording", "condition", "baseline", "model"))
            first = known.setdefault((cell, self.texts[name]), name)
            if first != name:
                firsts[name] = first
        return firsts

    def rows_of(self, question, kinds=("person", "simulated")):
        return [r for r in self.answers if r["question"] == question and r["kind"] in kinds]

    def _unrated(self, database):
        """Runs that were asked and brought no text."""
        return [
            self._run(row)
            for row in database.execute(
                "SELECT * FROM run WHERE id IN (SELECT run FROM attempt)"
                " AND id NOT IN (SELECT run FROM output)"
            )
        ]

    def _ratings(self, database):
        echoing = {r[0] for r in database.execute("SELECT output FROM trace WHERE kind = 'echo'")}
        meaning = dict(database.execute("SELECT id, meaning FROM guess_option").fetchall())
        newest = {}
        for row in database.execute(
            "SELECT rating.*, rater.kind, allocation.output, allocation.view FROM rating"
            " JOIN rater ON rater.id = rating.rater"
            " JOIN allocation ON allocation.code = rating.code"
            " WHERE NOT rating.late ORDER BY rating.revision, rating.id"
        ):
            newest[row["rater"], row["position"], row["question"]] = row
        answered = [row for _, row in sorted(newest.items()) if row["note"] is None]
        firsts = self._copies({row["output"] for row in answered})
        self.copies = len(firsts)
        rows, guesses, met = [], [], defaultdict(int)
        for row in answered:
            origin = self.origins[row["output"]]
            if row["guess"] is not None:
                if row["kind"] in ("person", "simulated"):
                    guesses.append((origin, meaning[row["guess"]]))
                continue
            seen = row["rater"], row["code"], row["question"]
            met[seen] += 1
            text = self.texts.get(row["output"])
            rows.append({
                **origin, "output": firsts.get(row["output"], row["output"]),
                "rater": row["rater"], "kind": row["kind"], "question": row["question"],
                "value": None if row["value"] is None else Fraction(row["value"]),
                "echo": row["output"] in echoing, "masked": row["view"] != "plain",
                "occasion": met[seen], "length": None if text is None else len(text.split()),
            })
        return rows, guesses

    @property
    def all_first(self):
        """First ratings on any question, of raters who count."""
        return [r for r in self.answers if r["kind"] in ("person", "simulated")
                and r["occasion"] == 1 and r["control"] is None]

    @property
    def first(self):
        return [r for r in self.rows if r["occasion"] == 1 and r["control"] is None]

    def is_measured(self, row):
        """Whether a row is of the trial's conditions or of the primary baseline."""
        name = self.primary_baseline["id"] if self.primary_baseline else None
        return row["condition"] != "baseline" or row["baseline"] == name


# Effects


class Means:
    """Averages rating by output by model by scenario by cluster."""

    def __init__(self, record, rows, unrated, by_wording):
        outputs = defaultdict(list)
        origin = {}
        for row in rows:
            if row["value"] is not None:
                outputs[row["output"]].append(row["value"])
                origin[row["output"]] = row
        cells = defaultdict(list)
        texts = [(origin[name], mean(values)) for name, values in outputs.items()]
        for text, value in texts + [(text, Fraction(0)) for text in unrated]:
            in_wording = by_wording and text["condition"] != "baseline"
            cluster = text["wording"] if in_wording else text["scenario"]
            cells[text["condition"], cluster, text["scenario"], text["model"]].append(value)
        self.cells = {cell: mean(values) for cell, values in cells.items()}

    def by_scenario(self, condition):
        """{(cluster, scenario): {model: value}}"""
        result = defaultdict(dict)
        for (name, cluster, scenario, model), value in self.cells.items():
            if name == condition:
                result[cluster, scenario][model] = value
        return result

    @staticmethod
    def by_cluster(scenarios):
        clusters = defaultdict(list)
        for (cluster, _), value in scenarios.items():
            clusters[cluster].append(value)
        return {cluster: mean(values) for cluster, values in clusters.items()}

    def means(self, condition):
        cells = self.by_scenario(condition)
        return self.by_cluster({key: mean(list(m.values())) for key, m in cells.items()})

    def differences(self, first, second):
        """Over scenarios and models that have both."""
        a, b = self.by_scenario(first), self.by_scenario(second)
        pairs = {}
        for key in a.keys() & b.keys():
            shared = a[key].keys() & b[key].keys()
            if shared:
                pairs[key] = mean([a[key][model] - b[key][model] for model in shared])
        return self.by_cluster(pairs)

    def over_baseline(self, condition):
        """Over scenarios that have a baseline text, each side averaged by itself."""
        base = {s: mean(list(m.values())) for (_, s), m in self.by_scenario("baseline").items()}
        return self.by_cluster({
            key: mean(list(models.values())) - base[key[1]]
            for key, models in self.by_scenario(condition).items() if key[1] in base
        })


def blank(value=None, clusters=0):
    return {
        "value": value, "interval": None, "narrow": None, "se": None, "df": None, "p": None,
        "drawn": False, "clusters": clusters, "standing": "open", "differences": None,
        "t": None, "narrow_t": None, "sequence": None,
    }


class Effects:
    """Every effect of one set of ratings."""

    def __init__(
        self, record, rows, unrated, model=None, clean=False, baseline="primary",
        by_wording=None, is_primary=True,
    ):
        self.record = record
        by_wording = record.by_wording if by_wording is None else by_wording
        self.reference = record.reference if is_primary else None
        if clean:
            rows = [row for row in rows if not row["echo"] or row["masked"]]
        if baseline == "primary":
            baseline = record.primary_baseline
        name = baseline["id"] if baseline else None
        keep = lambda row: row["condition"] != "baseline" or row["baseline"] == name
        self.rows, self.unrated = list(filter(keep, rows)), list(filter(keep, unrated))
        if model is not None:
            own = any(r["condition"] == "baseline" and r["model"] == model
                      for r in self.rows + self.unrated)
            keep_model = lambda row: (
                row["model"] == model or row["condition"] == "baseline" and not own)
            self.rows = list(filter(keep_model, self.rows))
            self.unrated = list(filter(keep_model, self.unrated))
        self.means = Means(record, self.rows, self.unrated, by_wording)
        self.by_model = []
        if record.models_are_sample and model is None:
            self.by_model = [
                Effects(
                    record, rows, unrated, model=m, baseline=baseline, by_wording=by_wording,
                    is_primary=is_primary)
                for m in record.models]
        has_base = any(cell[0] == "baseline" for cell in self.means.cells)
        if self.reference is not None:
            self.base = "reference"
        elif not has_base or record.reference is not None:
            self.base = "none"
        else:
            self.base = "paired" if baseline["paired"] else "unpaired"
        self.lead = self.within("leading", "neutral")
        self.steerability = self.within("leading", "away")
        self.placebo = self.within("placebo", "neutral")
        self.lead_over_placebo = self.within("leading", "placebo")
        self.presence = self.over_base("neutral")
        self.leading_over_base = self.over_base("leading")
        self.let_placebo_speak()

    def within(self, first, second):
        between = [m.means.differences(first, second) for m in self.by_model]
        between = [mean(list(d.values())) for d in between if d]
        return self.paired(self.means.differences(first, second), between)

    def over_base(self, condition):
        between = [m.over_base(condition)["value"] for m in self.by_model]
        between = [value for value in between if value is not None]
        own = self.means.means(condition)
        if self.base == "none" or not own:
            return blank()
        if self.base == "reference":
            reference = Fraction(self.reference)
            return self.paired({c: v - reference for c, v in own.items()}, between)
        if self.base == "paired":
            return self.paired(self.means.over_baseline(condition), between)
        base = list(self.means.means("baseline").values())
        first = list(own.values())
        effect = blank(mean(first) - mean(base), len(first))
        if min(len(first), len(base)) < 2:
            return effect
        effect["se"], effect["df"] = welch(first, base)
        return self.judged(effect, min(len(first), len(base)), between)

    def paired(self, differences, between=(), follows=True):
        values = list(differences.values())
        if not values:
            return blank()
        effect = blank(mean(values), len(values))
        effect["differences"] = differences
        if len(values) < 2:
            return effect
        effect["se"] = math.sqrt(variance(values) / len(values))
        effect["df"] = float(len(values) - 1)
        if len(values) >= FEWEST_CLUSTERS:
            effect["p"] = sign_flip(values)
            effect["drawn"] = len(values) > 20 and not is_on_a_usual_grid(values)
        effect = self.judged(effect, len(values), list(between))
        if effect["t"] and follows and self.record.order is not None:
            self.follow(effect)
        return effect

    def follow(self, effect):
        """An interval that holds however often one looks decides where it is the widest."""
        order, form = self.record.order, self.record.form
        width = 100 if form["kind"] == "slider" else len(form["labels"]) - 1
        ordered = sorted(
            effect["differences"].items(), key=lambda d: (order.get(d[0], math.inf), d[0]))
        values = [min(max((float(v) + width) / (2 * width), 0.0), 1.0) for _, v in ordered]
        effect["sequence"] = [
            tuple(2 * width * limit - width for limit in hedged_interval(values, alpha))
            for alpha in (self.record.alpha, 2 * self.record.alpha)]
        self.decide(effect, [])

    def decide(self, effect, others):
        """The widest interval decides, t where none is wider; each goes with its narrow one."""
        whole = [(effect["t"], effect["narrow_t"]), *others]
        if effect["sequence"]:
            whole.append(tuple(effect["sequence"]))
        effect["interval"], effect["narrow"] = max(whole, key=lambda i: i[0][1] - i[0][0])
        self.place(effect)

    def judged(self, effect, clusters, between):
        if clusters < FEWEST_CLUSTERS:
            return effect
        alpha = self.record.level
        if len(between) > 1:
            models = variance(between) / len(between)
            own = effect["se"] ** 2
            effect["se"] = math.sqrt(own + models)
            if own + models > 0:
                # Satterthwaite's degrees of freedom of a sum of variances.
                effect["df"] = (own + models) ** 2 / (
                    own**2 / effect["df"] + models**2 / (len(between) - 1)
                )
        value, se, df = effect["value"], effect["se"], effect["df"]
        effect["interval"] = effect["t"] = t_interval(value, se, df, 1 - alpha)
        effect["narrow"] = effect["narrow_t"] = t_interval(value, se, df, 1 - 2 * alpha)
        self.place(effect)
        return effect

    def place(self, effect):
        """Where an effect stands by its intervals."""
        smallest = self.record.smallest
        effect["standing"] = "open"
        if effect["interval"][0] > 0 and float(effect["value"]) >= smallest:
            effect["standing"] = "there"
        elif effect["narrow"][1] < smallest:
            effect["standing"] = "reversed" if effect["narrow"][1] < 0 else "not there"

    def widen(self, effect, report):
        """The mixed model of the report decides where its interval is the wider one."""
        model = report.get("mixed_model")
        if not model or not effect["t"]:
            return
        self.decide(effect, [
            ((model["low"], model["high"]), (model["narrow"]["low"], model["narrow"]["high"]))])

    def let_placebo_speak(self):
        """Where any added text moves the ratings, lead must be there against the placebo too."""
        smallest = self.record.smallest
        moves = self.placebo["interval"] and (
            self.placebo["interval"][0] > 0 and self.placebo["value"] >= smallest
            or self.placebo["interval"][1] < 0 and self.placebo["value"] <= -smallest)
        if moves and self.lead["standing"] == "there":
            if self.lead_over_placebo["standing"] != "there":
                self.lead["standing"] = "open"

    def led_share(self):
        """Value and Fieller's interval; a value alone where baseline texts are not paired."""
        over = self.leading_over_base["interval"]
        if over is None or self.lead["interval"] is None or over[0] <= self.record.smallest:
            return None, None
        leads = self.means.differences("leading", "neutral")
        if self.base == "unpaired":
            own = self.means.means("leading")
            shared = [c for c in leads if c in own]
            base = mean(list(self.means.means("baseline").values()))
            return mean([leads[c] for c in shared]) / (mean([own[c] for c in shared]) - base), None
        whole = (
            self.means.over_baseline("leading") if self.base == "paired" else
            {c: v - Fraction(self.record.reference)
             for c, v in self.means.means("leading").items()})
        shared = [c for c in leads if c in whole]
        x, y = [leads[c] for c in shared], [whole[c] for c in shared]
        n = len(shared)
        t2 = student_quantile(1 - self.record.level / 2, n - 1) ** 2
        a, b = float(mean(x)), float(mean(y))
        vx, vy, vxy = (float(v) / n for v in (variance(x), variance(y), covariance(x, y)))
        p, q, r = b * b - t2 * vy, a * b - t2 * vxy, a * a - t2 * vx
        if p <= 0:
            return None, None
        root = math.sqrt(max(0.0, q * q - p * r))
        return mean(x) / mean(y), ((q - root) / p, (q + root) / p)


def verdict_of(effects, clean_standing, fall):
    """What effects alone say."""
    if effects.lead["standing"] == "there" and clean_standing != "there":
        if fall["narrow"] and fall["narrow"][0] > 0:
            return "unblinded"
    record = effects.record
    if record.models_are_sample and len(record.models) < 6:
        return "inconclusive"
    word = {"there": True, "open": None, "not there": False, "reversed": False}
    lead, presence = word[effects.lead["standing"]], word[effects.presence["standing"]]
    if effects.base == "none":
        return {True: "led", False: "not led", None: "inconclusive"}[lead]
    if lead is None or presence is None:
        return "inconclusive"
    return {
        (True, False): "holds unled", (True, True): "partly led", (False, True): "led",
        (False, False): "absent",
    }[presence, lead]


def lost_to_cleaning(effects, cleaned):
    """Lead less clean lead in each cluster that has both."""
    own = effects.means.differences("leading", "neutral")
    clean = cleaned.means.differences("leading", "neutral")
    return {cluster: own[cluster] - value for cluster, value in clean.items() if cluster in own}


def with_clean(record, rows, unrated):
    """Effects, clean lead and the fall from lead to it."""
    effects = Effects(record, rows, unrated)
    clean, fall = effects.lead, {**blank(Fraction(0)), "interval": None}
    if any(row["echo"] for row in record.first):
        cleaned = Effects(record, rows, unrated, clean=True)
        clean = cleaned.within("leading", "neutral")
        lost = lost_to_cleaning(effects, cleaned)
        between = [lost_to_cleaning(*pair) for pair in zip(effects.by_model, cleaned.by_model)]
        between = [mean(list(values.values())) for values in between if values]
        fall = effects.paired(lost, between, follows=False)
    return effects, clean, fall


# The comparison


class Table:
    """Rows of name, ours, report, difference."""

    def __init__(self):
        self.passed = self.failed = 0
        self.tolerance = TOLERANCE
        self.out = csv.writer(sys.stdout, lineterminator="\n")
        self.out.writerow(["name", "ours", "report", "difference"])

    @staticmethod
    def shown(value):
        if isinstance(value, float):
            return repr(value)
        return "" if value is None else str(value)

    def compare(self, name, ours, report):
        ours = float(ours) if isinstance(ours, Fraction) else ours
        numbers = all(
            isinstance(v, (int, float)) and not isinstance(v, bool) for v in (ours, report))
        if numbers:
            difference = ours - report
            good = abs(difference) <= self.tolerance * max(1, abs(report))
        else:
            difference, good = None, ours == report
        self.passed += good
        self.failed += not good
        mark = self.shown(difference) if numbers else ("" if good else "differs")
        self.out.writerow([
            name if good else f"FAILED {name}", self.shown(ours), self.shown(report), mark])

    def tell(self, name, report):
        """What rests on resampling or on a mixed model: shown, not compared."""
        self.out.writerow([name, "not recomputed", self.shown(report), ""])

    def p(self, name, ours, report):
        """The larger p of that by t and that by the mixed model in the report."""
        if ours["t"] is None:
            self.compare(f"{name} p", None, report["p"])
            return None
        p = two_sided(ours["value"], ours["se"], ours["df"])
        model = report["mixed_model"]
        if model and ours["se"] > 0:
            p = max(p, two_sided(
                model["value"], model["standard_error"], model["degrees_of_freedom"]))
        self.compare(f"{name} p", p, report["p"])
        return p

    def mean(self, name, values, report, alpha):
        """A mean over clusters with its t interval."""
        values = list(values)
        report = report or {"value": None, "low": None, "high": None, "scenarios": 0}
        limits = (None, None)
        if len(values) >= FEWEST_CLUSTERS:
            error = math.sqrt(variance(values) / len(values))
            limits = t_interval(mean(values), error, len(values) - 1, 1 - alpha)
        self.compare(name, mean(values) if values else None, report["value"])
        self.compare(f"{name} low", limits[0], report["low"])
        self.compare(f"{name} high", limits[1], report["high"])
        self.compare(f"{name} scenarios", len(values), report["scenarios"])

    def model(self, name, model, alpha):
        """The limits of a mixed model by its own estimate, error and degrees of freedom."""
        figures = model["value"], model["standard_error"], model["degrees_of_freedom"]
        for label, limits, level in (
            ("model", model, 1 - alpha), ("model narrow", model["narrow"], 1 - 2 * alpha),
        ):
            low, high = t_interval(*figures, level)
            self.compare(f"{name} {label} low", low, limits["low"])
            self.compare(f"{name} {label} high", high, limits["high"])

    def effect(self, name, ours, report, alpha, judged=True):
        self.compare(name, ours["value"], report["value"])
        self.p(name, ours, report)
        if ours["t"]:
            levels = report["level"], report["t"]["level"], report["narrow"]["level"]
            for theirs, level in zip(levels, (1 - alpha, 1 - alpha, 1 - 2 * alpha)):
                self.compare(f"{name} level", level, theirs)
        if report["mixed_model"]:
            self.model(name, report["mixed_model"], alpha)
        limits, theirs = ours["t"] or (None, None), report["t"] or {}
        self.compare(f"{name} t low", limits[0], theirs.get("low"))
        self.compare(f"{name} t high", limits[1], theirs.get("high"))
        if ours["sequence"] or "sequence" in report:
            limits, theirs = (ours["sequence"] or [(None, None)])[0], report.get("sequence") or {}
            self.compare(f"{name} sequence low", limits[0], theirs.get("low"))
            self.compare(f"{name} sequence high", limits[1], theirs.get("high"))
        limits = ours["interval"] or (None, None)
        self.compare(f"{name} low", limits[0], report["low"])
        self.compare(f"{name} high", limits[1], report["high"])
        narrow, theirs = ours["narrow"] or (None, None), report["narrow"] or {}
        self.compare(f"{name} narrow low", narrow[0], theirs.get("low"))
        self.compare(f"{name} narrow high", narrow[1], theirs.get("high"))
        self.compare(f"{name} standard error", ours["se"], report["standard_error"])
        self.compare(f"{name} degrees of freedom", ours["df"], report["degrees_of_freedom"])
        self.compare(f"{name} scenarios", ours["clusters"], report["scenarios"])
        if ours["drawn"] or ours["differences"] is not None and ours["p"] is None:
            self.tell(f"{name} sign-flip p", report["sign_flip_p"])
        else:
            self.compare(f"{name} sign-flip p", ours["p"], report["sign_flip_p"])
        if report["bootstrap"]:
            self.tell(f"{name} bootstrap low", report["bootstrap"]["low"])
            self.tell(f"{name} bootstrap high", report["bootstrap"]["high"])
        if judged:
            there = {"there": True, "open": None}.get(ours["standing"], False)
            self.compare(f"{name} standing", ours["standing"], report["standing"])
            self.compare(f"{name} there", there, report["there"])
            self.compare(f"{name} reversed", ours["standing"] == "reversed", report["reversed"])


def units_of(rows):
    """Ratings of each output; of two by one rater the later one stays."""
    units = defaultdict(dict)
    for row in rows:
        if row["value"] is not None:
            units[row["output"]][row["rater"]] = row["value"]
    return {output: list(raters.values()) for output, raters in units.items()}


def repeats_of(record):
    """Both ratings of each output that one rater saw twice."""
    before = {(r["rater"], r["output"]): r["value"] for r in record.first}
    repeats = {
        (r["rater"], r["output"]): [before.get((r["rater"], r["output"])), r["value"]]
        for r in record.rows
        if r["occasion"] == 2 and r["control"] is None and r["value"] is not None}
    return [pair for pair in repeats.values() if None not in pair]


def control_difference(record):
    """Counts, difference, interval and whether controls are told apart."""
    units = defaultdict(dict)
    for row in record.rows:
        if row["control"] and row["occasion"] == 1 and row["value"] is not None:
            units[row["control"]].setdefault(row["output"], []).append(row["value"])
    kinds = [[mean(v) for v in kind.values()] for kind in
             (units.get("show", {}), units.get("show_not", units.get("showNot", {})))]
    show, show_not = kinds
    difference = mean(show) - mean(show_not) if show and show_not else None
    if min(len(show), len(show_not)) < 4:
        return len(show), len(show_not), difference, None, None
    se, df = welch(show, show_not)
    interval = t_interval(difference, se, df, 1 - 2 * record.alpha)
    return len(show), len(show_not), difference, interval, interval[0] > record.smallest


def gate(value_defined, alpha_limits, bp_low, floor, apart):
    """The rule of the agreement gate, given limits that rest on resampling."""
    low, high = alpha_limits
    if value_defined and high is not None and high >= floor:
        return "agreed"
    if bp_low is None or bp_low < floor:
        return "below the floor"
    if apart is not None:
        return "excused" if apart else "below the floor"
    return "excused" if low is not None and low > 0 else "not shown"


def check(record, report):
    table = Table()
    question = next(q for q in report["questions"] if q["primary"])
    if report.get("looks"):
        table.compare("level after looks", record.level, report["looks"]["level"])
    effects, clean, fall = with_clean(record, record.first, record.unrated)
    for effect, key in [
        (effects.presence, "presence"), (effects.steerability, "steerability"),
        (effects.placebo, "placebo_shift"), (effects.lead_over_placebo, "lead_over_placebo"),
        (effects.leading_over_base, "leading_over_base"), (effects.lead, "lead"),
    ]:
        effects.widen(effect, question[key])
    effects.let_placebo_speak()
    if clean is not effects.lead:
        effects.widen(clean, report["gates"]["blinding"]["clean_lead"])

    check_effects(table, record, "", effects, question)
    check_placebo(table, record, effects, question["placebo_shift"])
    check_parts(table, record, "", record.first, question)
    check_gates(table, record, report, question, effects, clean, fall)
    check_counts(table, record, report, question)
    check_information(table, record, report, question, effects)
    check_sensitivity(table, record, report, effects, clean)
    check_apart(table, record, report)
    check_others(table, record, report)
    check_verdict(table, record, report, effects, clean, fall)
    print(f"{table.passed} passed, {table.failed} failed")
    return table.failed == 0


EFFECTS = [
    ("presence", "presence", "presence"), ("lead", "lead", "lead"),
    ("steerability", "steerability", "steerability"),
    ("placebo shift", "placebo", "placebo_shift"),
    ("lead over placebo", "lead_over_placebo", "lead_over_placebo"),
    ("leading over base", "leading_over_base", "leading_over_base"),
]


def check_effects(table, record, prefix, effects, question, judged=True):
    """Means, effects and led share of a question."""
    for condition in CONDITIONS:
        values = effects.means.means(condition).values()
        table.mean(
            f"{prefix}mean {condition}", values, question["means"].get(condition), record.level)
    for name, attribute, key in EFFECTS:
        table.effect(
            prefix + name, getattr(effects, attribute), question[key], record.level, judged)
    share, limits = effects.led_share()
    theirs = question["led_share"]
    table.compare(f"{prefix}led share", share, theirs["value"])
    if limits or share is None:
        table.compare(f"{prefix}led share low", (limits or [None])[0], theirs["low"])
        table.compare(f"{prefix}led share high", (limits or [None, None])[1], theirs["high"])
    else:
        table.tell(f"{prefix}led share low", theirs["low"])
        table.tell(f"{prefix}led share high", theirs["high"])


def check_parts(table, record, prefix, rows, question):
    """A question by model, by baseline, by wording and by scenario."""
    judged = is_primary = not prefix
    for theirs in question["models"]:
        own = Effects(
            record, rows, record.unrated, model=theirs["model"], is_primary=is_primary)
        for condition in CONDITIONS:
            table.mean(
                f"{prefix}mean {condition} of {theirs['model']}",
                own.means.means(condition).values(), theirs["means"].get(condition),
                record.level)
        for name in ("lead", "presence"):
            check_aside(
                table, own, f"{prefix}{name} of {theirs['model']}", getattr(own, name),
                theirs[name], judged)
    for theirs in question["baselines"]:
        name = f"{prefix}presence over {theirs['baseline']}"
        own = Effects(
            record, rows, record.unrated, baseline=record.baselines[theirs["baseline"]],
            is_primary=is_primary)
        table.mean(
            f"{prefix}mean of {theirs['baseline']}", own.means.means("baseline").values(),
            theirs["mean"], record.level)
        if record.reference is None:
            table.effect(name, own.presence, theirs["presence"], record.level, judged)
    check_wordings(table, record, prefix, rows, question)
    check_scenarios(table, record, prefix, rows, question)
    check_distributions(table, record, prefix, rows, question)


def check_scenarios(table, record, prefix, rows, question):
    """Each scenario, or wording, with its means and effects."""
    effects = Effects(record, rows, record.unrated, is_primary=not prefix)
    means = {condition: effects.means.means(condition) for condition in CONDITIONS}
    if effects.base != "unpaired":
        base = means["baseline"]
        means["baseline"] = {}
        wanted = defaultdict(list)
        for cluster, scenario in effects.means.by_scenario("neutral"):
            if scenario in base:
                wanted[cluster].append(base[scenario])
        means["baseline"] = {cluster: mean(values) for cluster, values in wanted.items()}
    leads = effects.means.differences("leading", "neutral")
    presences = {}
    if effects.base == "paired":
        presences = effects.means.over_baseline("neutral")
    elif effects.base == "reference":
        presences = {c: v - Fraction(record.reference) for c, v in means["neutral"].items()}
    clusters = set().union(*means.values())
    named = lambda c: f"wording {c}" if isinstance(c, int) else c
    theirs = {row["scenario"]: row for row in question["scenarios"]}
    table.compare(
        f"{prefix}scenario rows", sorted(named(c) for c in clusters), sorted(theirs))
    wordings = defaultdict(set)
    for row in [r for r in rows if r["value"] is not None] + record.unrated:
        if row["condition"] != "baseline":
            wordings[row["scenario"]].add(row["wording"])
    for cluster in clusters:
        name, row = named(cluster), theirs.get(named(cluster))
        if row is None:
            continue
        for condition in CONDITIONS:
            table.compare(
                f"{prefix}{name} {condition}", means[condition].get(cluster),
                row["means"].get(condition))
        table.compare(f"{prefix}{name} lead", leads.get(cluster), row["lead"])
        table.compare(f"{prefix}{name} presence", presences.get(cluster), row["presence"])
        asked = {cluster} if isinstance(cluster, int) else wordings[cluster]
        table.compare(
            f"{prefix}{name} wording", min(asked) if len(asked) == 1 else None, row["wording"])


def check_distributions(table, record, prefix, rows, question):
    for condition in CONDITIONS:
        own = [r for r in rows if r["condition"] == condition and record.is_measured(r)]
        if not own:
            continue
        theirs = question["distributions"][condition]
        unknown = sum(row["value"] is None for row in own)
        table.compare(f"{prefix}cannot tell {condition}", unknown, theirs["cannot_tell"])
        table.compare(
            f"{prefix}cannot tell share {condition}", unknown / len(own),
            theirs["cannot_tell_share"])
        table.compare(f"{prefix}ratings {condition}", len(own), theirs["ratings"])
        if question["form"]["kind"] != "slider":
            said = [
                sum(row["value"] == level for row in own)
                for level in range(len(question["form"]["labels"]))]
            table.compare(f"{prefix}distribution {condition}", said, theirs["counts"])


def check_placebo(table, record, effects, theirs):
    shift, smallest = effects.placebo, record.smallest
    if not shift["narrow"]:
        table.compare("placebo shift equivalent", None, theirs.get("equivalent"))
        return
    low, high = shift["narrow"]
    table.compare(
        "placebo shift equivalent", low > -smallest and high < smallest, theirs.get("equivalent"))
    if record.models_are_sample or shift["se"] == 0:
        return
    p = 0.0
    for t in ((float(shift["value"]) + smallest) / shift["se"],
              (smallest - float(shift["value"])) / shift["se"]):
        tail = student_tail(abs(t), shift["df"])
        p = max(p, tail if t > 0 else 1 - tail)
    table.compare("placebo shift equivalence p", p, theirs.get("equivalence_p"))


def check_gates(table, record, report, question, effects, clean, fall):
    agreement, blinding = report["gates"]["agreement"], report["gates"]["blinding"]
    units = units_of(record.first)
    table.compare(
        "alpha", krippendorff(units.values(), agreement["metric"]), agreement["value"])
    table.compare("metric", {"ordinal": "ordinal", "slider": "interval"}.get(
        record.form["kind"], "nominal"), agreement["metric"])
    table.tell("alpha low", agreement["low"])
    table.tell("alpha high", agreement["high"])
    table.compare(
        "brennan prediger", brennan_prediger(units.values(), record.form),
        agreement["brennan_prediger"]["value"])
    table.tell("brennan prediger low", agreement["brennan_prediger"]["low"])
    table.tell("brennan prediger high", agreement["brennan_prediger"]["high"])
    check_agreement(table, "", record.first, question)
    table.compare("floor", record.floor, agreement["floor"])

    show, show_not, difference, limits, apart = control_difference(record)
    theirs = agreement["controls"]
    table.compare("controls that show", show, theirs["show"])
    table.compare("controls that do not", show_not, theirs["show_not"])
    table.compare("controls difference", difference, theirs["difference"])
    table.compare("controls low", (limits or [None])[0], theirs.get("low"))
    table.compare("controls high", (limits or [None, None])[1], theirs.get("high"))
    table.compare("controls apart", apart, theirs.get("apart"))

    repeats = repeats_of(record)
    table.compare("repeats", len(repeats), agreement["repeats"])
    again = agreement.get("with_themselves")
    if repeats:
        table.compare(
            "alpha with themselves", krippendorff(repeats, agreement["metric"]),
            again["alpha"]["value"])
        table.compare(
            "brennan prediger with themselves", brennan_prediger(repeats, record.form),
            again["brennan_prediger"]["value"])
        table.compare("outputs with themselves", len(repeats), again["outputs"])
        table.compare("pairable with themselves", len(repeats), again["pairable_outputs"])
        table.compare(
            "raters with themselves", len({r["rater"] for r in record.rows
                                           if r["occasion"] == 2 and r["control"] is None}),
            again["raters"])

    table.effect("clean lead", clean, blinding["clean_lead"], record.level)
    if fall["differences"] is not None:
        table.effect("fall", fall, blinding["fall"], record.level)
    echoing = [row for row in record.first if row["echo"]]
    table.compare(
        "echoing outputs", len({r["output"] for r in echoing}), blinding["echoing_outputs"])
    table.compare(
        "masked outputs", len({r["output"] for r in echoing if r["masked"]}),
        blinding["masked_outputs"])
    indices = []
    for arm, right in (("leading", "toward"), ("neutral", "neither")):
        said = [g for o, g in record.guesses if o["condition"] == arm and o["control"] is None]
        correct, unknown = said.count(right), said.count("cannot tell")
        counts = (correct, len(said) - correct - unknown, unknown)
        theirs = blinding["bang"][arm]
        for name, count in zip(("correct", "wrong", "cannot_tell"), counts):
            table.compare(f"guesses {arm} {name}", count, theirs[name])
        index = bang(*counts)
        indices.append(index)
        table.compare(f"bang {arm}", index and index[0], theirs["value"])
        table.compare(f"bang {arm} low", index and index[0] - index[1], theirs["low"])
        table.compare(f"bang {arm} high", index and index[0] + index[1], theirs["high"])
    both = all(index is not None for index in indices)
    average = (indices[0][0] + indices[1][0]) / 2 if both else None
    half = math.hypot(indices[0][1], indices[1][1]) / 2 if both else 0
    table.compare("bang mean", average, blinding["bang"]["mean"])
    table.compare("bang mean low", average - half if both else None, blinding["bang"]["low"])
    table.compare("bang mean high", average + half if both else None, blinding["bang"]["high"])
    pushes = both and average > 0 and effects.lead["value"] is not None
    push = float(effects.lead["value"]) / average if pushes else None
    table.compare("push", push, blinding["push"])


def check_agreement(table, prefix, rows, question):
    """The agreement on a question, as it stands beside the question."""
    units, theirs = units_of(rows), question["agreement"]
    table.compare(
        f"{prefix}alpha beside", krippendorff(units.values(), theirs["metric"]),
        theirs["alpha"]["value"])
    table.compare(
        f"{prefix}brennan prediger beside", brennan_prediger(units.values(), question["form"]),
        theirs["brennan_prediger"]["value"])
    table.compare(f"{prefix}outputs in agreement", len(units), theirs["outputs"])
    table.compare(
        f"{prefix}pairable outputs", sum(len(unit) > 1 for unit in units.values()),
        theirs["pairable_outputs"])
    table.compare(
        f"{prefix}raters in agreement", len({r["rater"] for r in rows if r["value"] is not None}),
        theirs["raters"])


def check_counts(table, record, report, question):
    counts, rated = report["counts"], record.first
    apart = lambda kind: [
        r for r in record.rows_of(record.question["id"], (kind,))
        if not r["control"] and r["occasion"] == 1]
    own = [r for r in rated + record.unrated if r["condition"] != "baseline"]
    ours = {
        "scenarios": len({r["scenario"] for r in own}), "wordings": record.wordings,
        "models": len(record.models), "replicates": len({r["replicate"] for r in own}),
        "outputs": len({r["output"] for r in rated}), "raters": len({r["rater"] for r in rated}),
        "ratings": len(rated), "unrated": len(record.unrated),
        "baseline_texts": len({r["output"] for r in rated if r["condition"] == "baseline"}),
        "controls": len({r["output"] for r in record.rows if r["control"]}),
        "repeats": len(repeats_of(record)), "planned_runs": record.planned,
        "simulated_raters": len({r["rater"] for r in record.all_first if r["kind"] == "simulated"}),
        "prompter_ratings": len(apart("prompter")), "model_ratings": len(apart("model")),
        "model_raters": sorted(
            {r["rater"] for r in record.answers if r["kind"] == "model" and not r["control"]}),
        "unrated_by_condition": {
            c: sum(r["condition"] == c for r in record.unrated)
            for c in CONDITIONS if any(r["condition"] == c for r in record.unrated)},
    }
    for name, count in ours.items():
        table.compare(f"count {name}", count, counts[name])
# The verdict from other sides


class Sides:
    """Two sides of an effect as single ratings, clusters and cells numbered.

    Cells hold both sides; where baseline texts belong to no scenario all is one cell, and each
    cluster has one side.
    """

    def __init__(self, record, rows, first, second, base=None):
        rows = [r for r in rows if r["condition"] in (first, second)]
        in_wording = lambda r: record.by_wording and r["condition"] != "baseline"
        own = lambda r: (0, r["wording"]) if in_wording(r) else (1, r["scenario"])
        homes = {r["scenario"]: own(r) for r in rows if r["condition"] == first}
        cluster = own
        cell = lambda r: (own(r), r["scenario"], r["model"])
        if base == "paired":
            cluster = lambda r: homes.get(r["scenario"], own(r))
            cell = lambda r: (cluster(r), r["scenario"])
        self.is_paired = base != "unpaired"
        if self.is_paired:
            both = {cell(r) for r in rows if r["condition"] == first}
            both &= {cell(r) for r in rows if r["condition"] == second}
            rows = [r for r in rows if cell(r) in both]
            names = sorted({cluster(r) for r in rows})
            self.strata = [len(names)] if names else []
        else:
            cell = lambda r: 0
            cluster = lambda r: (r["condition"] == second, own(r))
            names = sorted({cluster(r) for r in rows})
            self.strata = [sum(n[0] == side for n in names) for side in (False, True)]
        place = {name: number for number, name in enumerate(names)}
        self.items = [
            {**r, "cluster": place[cluster(r)], "cell": cell(r), "is_first": r["condition"] == first}
            for r in rows]

    def texts(self):
        """Texts whose length is known, each with its mean rating, by name."""
        outputs = defaultdict(list)
        for item in self.items:
            if item["length"] is not None:
                outputs[item["output"]].append(item)
        return [
            {**items[-1], "value": mean([i["value"] for i in items]),
             "doublings": math.log2(max(items[-1]["length"], 1))}
            for _, items in sorted(outputs.items())]


def single_ratings(record, rows, unrated):
    """Ratings that say something; refusals with as many lowest ones as an output has on average."""
    rows = [r for r in rows if r["value"] is not None and record.is_measured(r)]
    if not rows:
        return rows
    per_output = max(1, math.floor(len(rows) / len({r["output"] for r in rows}) + 0.5))
    dealt = min(per_output, len({r["rater"] for r in rows}))
    for number, text in enumerate(unrated):
        if record.is_measured(text):
            rows += [{
                **text, "output": f"unrated {number}", "value": Fraction(0), "length": None,
            }] * dealt
    return rows


def from_jackknife(record, found, clusters):
    if found is None:
        return blank()
    effect = blank(found[0], clusters)
    effect["se"], effect["df"] = found[1:]
    if found[2] + 1 >= FEWEST_CLUSTERS:
        effect["interval"] = effect["t"] = t_interval(*found, 1 - record.level)
        effect["narrow"] = t_interval(*found, 1 - 2 * record.level)
    return effect


def ordinal(record, sides):
    levels = sorted({item["value"] for item in sides.items})
    counts = [[[0] * len(levels) for _ in (0, 1)] for _ in range(sum(sides.strata))]
    for item in sides.items:
        counts[item["cluster"]][item["is_first"]][levels.index(item["value"])] += 1

    def without(left):
        kept = [cluster for number, cluster in enumerate(counts) if number != left]
        return log_odds([
            [sum(cluster[side][j] for cluster in kept) for j in range(len(levels))]
            for side in (0, 1)])

    found = jackknife(sides.strata, without)
    return from_jackknife(record, found, sides.strata[0] if sides.strata else 0)


class Length:
    """An effect among texts as long as one another; lengths by their logarithm to base 2."""

    def __init__(self, record, sides):
        self.record, self.sides, self.texts = record, sides, sides.texts()
        # A cluster without any text of known length is none.
        known = sorted({text["cluster"] for text in self.texts})
        for text in self.texts:
            text["cluster"] = known.index(text["cluster"])
        self.strata, start = [], 0
        for count in sides.strata:
            self.strata.append(sum(start <= cluster < start + count for cluster in known))
            start += count

    @property
    def is_known(self):
        return {text["is_first"] for text in self.texts} == {True, False}

    @property
    def doublings(self):
        side = lambda is_first: [
            t["doublings"] for t in self.texts if t["is_first"] == is_first]
        return sum(side(True)) / len(side(True)) - sum(side(False)) / len(side(False))

    def moments(self, left=None):
        """Sums of squares and products of side, length and rating, about the means of cells."""
        cells = defaultdict(list)
        for text in self.texts:
            if text["cluster"] != left:
                cells[text["cell"]].append(
                    (float(text["is_first"]), text["doublings"], float(text["value"])))
        sums = defaultdict(list)
        for texts in cells.values():
            centres = [math.fsum(column) / len(texts) for column in zip(*texts)]
            for text in texts:
                x, length, y = (a - b for a, b in zip(text, centres))
                for name, product in (
                    ("xx", x * x), ("xl", x * length), ("ll", length * length), ("xy", x * y),
                    ("ly", length * y),
                ):
                    sums[name].append(product)
        return [math.fsum(sums[name]) for name in ("xx", "xl", "ll", "xy", "ly")]

    def fit(self, left=None):
        """The effect of the side at the same length, and what a doubling adds."""
        xx, xl, ll, xy, ly = self.moments(left)
        determinant = xx * ll - xl * xl
        if xx <= 0 or determinant <= 1e-9 * xx * max(ll, 1):
            return None, None
        return (xy * ll - ly * xl) / determinant, (ly * xx - xy * xl) / determinant

    @property
    def raw(self):
        xx, _, _, xy, _ = self.moments()
        return xy / xx if xx > 0 else None

    def adjusted(self):
        found = jackknife(self.strata, lambda left: self.fit(left)[0])
        return from_jackknife(self.record, found, self.strata[0])

    def pairs(self):
        """Differences of pairs within cells, nearest first, by cluster."""
        pairs = defaultdict(list)
        lengths = [text["doublings"] for text in self.texts]
        if not self.sides.is_paired or len(lengths) < 2:
            return pairs
        middle = math.fsum(lengths) / len(lengths)
        spread = math.sqrt(math.fsum((v - middle) ** 2 for v in lengths) / (len(lengths) - 1))
        cells = defaultdict(lambda: ([], []))
        for text in self.texts:
            cells[text["cell"]][not text["is_first"]].append(text)
        for firsts, seconds in cells.values():
            near = sorted(
                (abs(a["doublings"] - b["doublings"]), i, j)
                for i, a in enumerate(firsts) for j, b in enumerate(seconds))
            used = set(), set()
            for apart, i, j in near:
                if apart <= 0.2 * spread and i not in used[0] and j not in used[1]:
                    used[0].add(i)
                    used[1].add(j)
                    pairs[firsts[i]["cluster"]].append(firsts[i]["value"] - seconds[j]["value"])
        return pairs


def without_p(effect):
    """Of effects that are shown beside, nothing is resampled or counted."""
    effect["p"], effect["drawn"] = None, False
    return effect


def check_aside(table, effects, name, ours, theirs, judged):
    """An effect beside the planned ones."""
    if theirs.get("mixed_model"):
        effects.widen(ours, theirs)
    hidden = {**without_p(ours), "differences": None}
    alpha = effects.record.level
    table.effect(name, hidden, {**theirs, "bootstrap": None}, alpha, judged=judged)


def check_sensitivity(table, record, report, effects, clean):
    theirs = {way["way"]: way for way in report["sensitivity"]["ways"]}
    rated = single_ratings(record, record.first, record.unrated)
    lead = Sides(record, rated, "leading", "neutral")
    presence = None
    if effects.base in ("paired", "unpaired"):
        presence = Sides(record, rated, "neutral", "baseline", effects.base)
    ours = []
    if record.unrated:
        own = with_clean(record, record.first, [])[0]
        for effect, key in ((own.presence, "presence"), (own.lead, "lead")):
            own.widen(effect, theirs["without refusals"][key])
        own.let_placebo_speak()
        ours.append(("without refusals", own.presence, own.lead, True))
    # Where masks change nothing there may be no such row.
    figures = lambda effect: (effect["value"], effect["se"], effect["clusters"])
    if clean is not effects.lead:
        if "clean ratings" in theirs or figures(clean) != figures(effects.lead):
            ours.append(("clean ratings", None, clean, True))
    if record.form["kind"] != "slider":
        ours.append((
            "ordinal model", presence and ordinal(record, presence), ordinal(record, lead), False))
    by_length = {"lead": Length(record, lead)}
    if presence:
        by_length["presence"] = Length(record, presence)
    by_length = {name: length for name, length in by_length.items() if length.is_known}
    if by_length:
        adjusted = {name: length.adjusted() for name, length in by_length.items()}
        matched, pairs = {}, {name: length.pairs() for name, length in by_length.items()}
        for name, length in by_length.items():
            if length.sides.is_paired:
                means = {c: mean(v) for c, v in sorted(pairs[name].items())}
                matched[name] = without_p(effects.paired(means))
        for name in adjusted:
            if adjusted[name]["interval"]:
                effects.place(adjusted[name])
        for way, found in (("length adjusted", adjusted), ("length matched", matched)):
            ours.append((way, found.get("presence"), found.get("lead"), True))
    table.compare("ways of counting", sorted(way[0] for way in ours), sorted(theirs))
    for way, own_presence, own_lead, is_in_points in ours:
        if way not in theirs:
            continue
        table.compare(
            f"{way} unit", "points" if is_in_points else "log odds", theirs[way]["unit"])
        for name, own in (("presence", own_presence), ("lead", own_lead)):
            if way == "clean ratings" and name == "lead":
                table.compare(
                    f"{way} lead", report["gates"]["blinding"]["clean_lead"], theirs[way]["lead"])
                continue
            judged = is_in_points and own is not None
            table.tolerance = TOLERANCE if is_in_points else TOLERANCE_OF_SEARCH
            check_aside(
                table, effects, f"{way} {name}", own or blank(), theirs[way][name], judged)
            table.tolerance = TOLERANCE
    facts = report["sensitivity"]["length"]
    if not by_length:
        table.compare("lengths", None, facts)
        return
    words = defaultdict(dict)
    for row in rated:
        if row["length"] is not None:
            words[row["condition"]][row["output"]] = row["length"]
    for condition in sorted(words.keys() | facts["means"].keys()):
        lengths = list(words[condition].values())
        table.compare(
            f"mean length {condition}", sum(lengths) / len(lengths) if lengths else None,
            facts["means"].get(condition))
    own = by_length.get("lead")
    table.compare("lead doublings", own and own.doublings, facts["lead_doublings"])
    table.compare("per doubling", own and own.fit()[1], facts["per_doubling"])
    count = sum(map(len, pairs["lead"].values())) if "lead" in pairs else 0
    table.compare("matched pairs", count, facts["matched_pairs"])
    moved = []
    for name, planned in (("presence", effects.presence), ("lead", effects.lead)):
        raw = by_length[name].raw if name in by_length else None
        interval = planned["interval"]
        if raw is None or not interval or interval[0] <= 0 <= interval[1]:
            continue
        others = [float(e["value"]) for e in (adjusted.get(name), matched.get(name))
                  if e and e["interval"]]
        if any(v * raw < 0 or abs(v - raw) > abs(raw) / 2 for v in others):
            moved.append(name)
    table.compare("moved by length", moved, facts["moved"])


def check_information(table, record, report, question, effects):
    """How much the ratings behind the lead say."""
    theirs, lead, model = report["information"], effects.lead, question["lead"]["mixed_model"]
    sides = Sides(record, single_ratings(record, record.first, []), "leading", "neutral")
    values = [[i["value"] for i in sides.items if i["is_first"] == side] for side in (True, False)]
    count = sum(map(len, values))
    table.compare("ratings compared", count, theirs["ratings_compared"])
    by_model = model and lead["interval"] == (model["low"], model["high"])
    error = model["standard_error"] if by_model else lead["se"]
    effective = None
    if error and lead["interval"] and min(map(len, values)) > 1:
        squares = sum(variance(side) * (len(side) - 1) for side in values)
        independent = squares / (count - 2) * sum(Fraction(1, len(side)) for side in values)
        effective = min(float(count), count * float(independent) / error**2)
    table.compare("effective ratings", effective, theirs["effective_ratings"])
    table.compare("design effect", count / effective if effective else None, theirs["design_effect"])
    table.compare("copies", record.copies, theirs["copies"])
    shares = []
    if model:
        # A slope adds to a rating what it is half a step from the middle.
        for term, part in zip(model["terms"] + ["rest"], model["variances"]):
            name = term.split("|")[-1].strip(" )")
            is_slope = term.startswith("(0 + x |")
            shares.append((f"lead by {name}" if is_slope else name, part / 4 if is_slope else part))
    total = sum(part for _, part in shares)
    shares = shares if total > 0 else []
    table.compare(
        "variance terms", [name for name, _ in shares],
        [share["term"] for share in theirs["variance_shares"]])
    for (name, part), share in zip(shares, theirs["variance_shares"]):
        table.compare(f"variance share {name}", part / total, share["share"])
    table.compare("first look", effects.lead["clusters"] < 24, report["first_look"])


def check_wordings(table, record, prefix, rows, question):
    """The effects of each wording alone, by scenario."""
    asked = [r for r in rows if r["value"] is not None] + record.unrated
    wordings = sorted({r["wording"] for r in asked if r["condition"] != "baseline"})
    wordings = wordings if len(wordings) > 1 else []
    table.compare(
        f"{prefix}wordings", wordings, [row["wording"] for row in question["wordings"]])
    for wording, theirs in zip(wordings, question["wordings"]):
        own = lambda r: r["condition"] == "baseline" or r["wording"] == wording
        effects = Effects(
            record, list(filter(own, rows)), list(filter(own, record.unrated)),
            by_wording=False, is_primary=not prefix)
        for name in ("presence", "lead"):
            check_aside(
                table, effects, f"{prefix}{name} of wording {wording}", getattr(effects, name),
                theirs[name], judged=not prefix)


def check_apart(table, record, report):
    """Raters whose ratings are in no estimate."""
    asked = {q["question"]["id"]: q["question"] for q in record.questions if not q["distractor"]}
    expected = []
    for kind in ("prompter", "model"):
        for identity, question in asked.items():
            if question["form"]["kind"] not in ("binary", "ordinal", "slider"):
                continue
            own = [r for r in record.rows_of(identity, (kind,))
                   if r["control"] is None and r["occasion"] == 1 and record.is_measured(r)]
            if any(r["value"] is not None for r in own):
                expected.append((kind, identity, own))
    table.compare(
        "raters apart", [list(e[:2]) for e in expected],
        [[row["kind"], row["question"]] for row in report["raters_apart"]])
    for (kind, identity, own), theirs in zip(expected, report["raters_apart"]):
        name = f"{kind} {identity}"
        said = [r for r in own if r["value"] is not None]
        table.compare(f"{name} raters", len({r["rater"] for r in said}), theirs["raters"])
        table.compare(f"{name} ratings", len(said), theirs["ratings"])
        effects = Effects(record, own, [])
        for key in ("presence", "lead"):
            check_aside(
                table, effects, f"{name} {key}", getattr(effects, key), theirs[key], judged=False)
        others, mine, origins = defaultdict(list), defaultdict(list), {}
        for r in record.rows_of(identity):
            if r["occasion"] == 1 and r["control"] is None and r["value"] is not None:
                others[r["output"]].append(r["value"])
        for r in said:
            mine[r["output"]].append(r["value"])
            origins.setdefault(r["output"], r)
        shared = sorted(mine.keys() & others.keys())
        table.compare(f"{name} shared outputs", len(shared), theirs["shared_outputs"])
        gaps = [{**origins[o], "value": mean(mine[o]) - mean(others[o])} for o in shared]
        means = Means(record, gaps, [], record.by_wording)
        clusters = defaultdict(list)
        for condition in CONDITIONS:
            values = means.means(condition)
            if condition != "baseline":
                for cluster, value in values.items():
                    clusters[cluster].append(value)
            table.mean(
                f"{name} gap {condition}", values.values(), theirs["gaps"].get(condition),
                record.level)
        gap = effects.paired({c: mean(v) for c, v in clusters.items()})
        shift = effects.paired(means.differences("leading", "neutral"))
        check_aside(table, effects, f"{name} gap", gap, theirs["gap"], judged=False)
        check_aside(table, effects, f"{name} gap shift", shift, theirs["gap_shift"], judged=False)
        table.compare(
            f"{name} agreement",
            krippendorff([[mean(mine[o]), mean(others[o])] for o in shared], "interval"),
            theirs["agreement"])


def check_others(table, record, report):
    """The questions that decide nothing, with their p adjusted for one another."""
    together = record.design["analysis"].get("together") or {}
    found = []
    for theirs in report["questions"]:
        if theirs["primary"] or theirs["id"] in together:
            continue
        if theirs["form"]["kind"] not in ("binary", "ordinal", "slider"):
            continue
        name = theirs["id"]
        rows = [r for r in record.rows_of(name) if r["occasion"] == 1 and r["control"] is None]
        effects = Effects(record, rows, record.unrated, is_primary=False)
        for _, attribute, key in EFFECTS:
            effects.widen(getattr(effects, attribute), theirs[key])
        check_effects(table, record, f"{name} ", effects, theirs, judged=False)
        check_parts(table, record, f"{name} ", rows, theirs)
        check_agreement(table, f"{name} ", rows, theirs)
        for key in ("presence", "lead"):
            p = table.p(f"{name} {key}", getattr(effects, key), theirs[key])
            if p is not None:
                found.append((f"{name} {key} p adjusted", p, theirs[key].get("p_adjusted")))
    for (name, _, theirs), p in zip(found, benjamini_hochberg([p for _, p, _ in found])):
        table.compare(name, p, theirs)


def check_verdict(table, record, report, effects, clean, fall):
    agreement = report["gates"]["agreement"]
    judged = verdict_of(effects, clean["standing"], fall)
    # The report holds the mixed models of all ratings, none of those with some left out.
    has_models = "mixed model" in report["interval"]
    if not record.unrated:
        bare = judged
    elif has_models:
        bare = report["verdict_without_unrated"]
    else:
        without = with_clean(record, record.first, [])
        bare = verdict_of(without[0], without[1]["standing"], without[2])
    pairable = any(len(unit) > 1 for unit in units_of(record.first).values())
    outcome = gate(
        agreement["value"] is not None, (agreement["low"], agreement["high"]),
        agreement["brennan_prediger"]["low"], record.floor, agreement["controls"]["apart"],
    ) if pairable else "unknown"
    again = agreement.get("with_themselves")
    if again and agreement["repeats"] >= 20:
        again = gate(
            again["alpha"]["value"] is not None, (again["alpha"]["low"], again["alpha"]["high"]),
            again["brennan_prediger"]["low"], record.floor, agreement["controls"]["apart"])
    else:
        again = None
    table.compare("agreement outcome", outcome, agreement["outcome"])
    table.compare("agreement with themselves", again, agreement["outcome_with_themselves"])
    if "below the floor" in (outcome, again):
        verdict = "unreadable"
    elif judged == "unblinded":
        verdict = judged
    elif "not shown" in (outcome, again):
        verdict = "inconclusive"
    else:
        verdict = judged if bare == judged else "inconclusive"
    table.compare("verdict without refusals", bare, report["verdict_without_unrated"])
    table.compare("verdict", verdict, report["verdict"])
    raters = {row["rater"] for row in record.first}
    if has_models:
        table.tell("decisive raters", sorted(report["decisive_raters"]))
    elif len(raters) > 1 and agreement["passed"]:
        decisive = []
        for rater in raters:
            left = [row for row in record.first if row["rater"] != rater]
            found, its_clean, its_fall = with_clean(record, left, record.unrated)
            if verdict_of(found, its_clean["standing"], its_fall) != judged:
                decisive.append(rater)
        table.compare("decisive raters", sorted(decisive), sorted(report["decisive_raters"]))


def write_csv(record, path):
    """Every rating that enters an estimate, one a line, for the scripts in R."""
    base = Effects(record, record.first, record.unrated).base
    with open(path, "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow([
            "condition", "cluster", "scenario", "wording", "model", "output", "rater", "value",
            "length", "alpha", "base", "reference", "models"])
        rows = [(r, r["output"], r["rater"], r["value"]) for r in record.first]
        rows += [(r, f"unrated {i}", "", Fraction(0)) for i, r in enumerate(record.unrated)]
        for row, output, rater, value in rows:
            if value is None or not record.is_measured(row):
                continue
            in_wording = record.by_wording and row["condition"] != "baseline"
            out.writerow([
                row["condition"], row["wording"] if in_wording else row["scenario"],
                row["scenario"], row["wording"], row["model"] or "people", output, rater,
                repr(float(value)), row.get("length", ""), record.level, base,
                "" if record.reference is None else record.reference,
                record.design["analysis"]["models"]])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("trial", type=Path, help="the trial's folder")
    parser.add_argument("--report", type=Path, help="report.json, where it lies elsewhere")
    parser.add_argument("--csv", type=Path, help="write the ratings here, for recompute.R")
    options = parser.parse_args()
    record = Record(options.trial)
    if options.csv:
        write_csv(record, options.csv)
    report = json.loads((options.report or options.trial / "report.json").read_text())
    sys.exit(0 if check(record, report) else 1)


if __name__ == "__main__":
    main()
