#!/usr/bin/env python3
"""Recomputes a trial's numbers from its record and compares them with its report.

Nothing of the program is used: the record is read with SQL, means are exact fractions, t
quantiles come from an incomplete beta function of its own. What rests on resampling is printed
and not compared.

    python3 recompute.py TRIAL [--report FILE] [--csv FILE]

TRIAL is the trial's folder. The table goes to standard output; the exit status is 1 where a
number differs by more than 1e-9.
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
        questions = self.design["rating"]["questions"]
        self.question = next(q["question"] for q in questions if q["primary"])
        self.form = self.question["form"]
        self.origins = self._origins(database)
        self.unrated = self._unrated(database)
        self.words, self.copies = self._texts(database)
        self.rows, self.guesses = self._ratings(database)
        for row in self.rows:  # a copy of an output is that output
            row["output"] = self.copies.get(row["output"], row["output"])

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
        """Words of each text, and the first output of those that are word for word another one."""
        texts = dict(database.execute(
            "SELECT DISTINCT allocation.output, text.body FROM allocation"
            " JOIN text ON text.hash = allocation.stored").fetchall())
        known, copies = {}, {}
        for name in sorted(texts):
            origin = self.origins[name]
            if origin["control"]:
                continue
            cell = tuple(
                origin[key] for key in ("scenario", "wording", "condition", "baseline", "model"))
            first = known.setdefault((cell, texts[name]), name)
            if first != name:
                copies[name] = first
        return {name: len(text.split()) for name, text in texts.items()}, copies

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
        rows, guesses, met = [], [], defaultdict(int)
        for _, row in sorted(newest.items()):
            if row["kind"] not in ("person", "simulated"):
                continue
            origin = self.origins[row["output"]]
            if row["guess"] is not None:
                guesses.append((origin, meaning[row["guess"]]))
            elif row["question"] == self.question["id"]:
                seen = row["rater"], row["output"]
                met[seen] += 1
                rows.append({
                    **origin, "output": row["output"], "rater": row["rater"],
                    "value": None if row["cannot_tell"] else Fraction(row["value"]),
                    "length": self.words[row["output"]],
                    "echo": row["output"] in echoing, "masked": row["view"] != "plain",
                    "occasion": met[seen],
                })
        return rows, guesses

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

    def __init__(self, record, rows, unrated):
        outputs = defaultdict(list)
        origin = {}
        for row in rows:
            if row["value"] is not None:
                outputs[row["output"]].append(row["value"])
                origin[row["output"]] = row
        cells = defaultdict(list)
        texts = [(origin[name], mean(values)) for name, values in outputs.items()]
        for text, value in texts + [(text, Fraction(0)) for text in unrated]:
            in_wording = record.by_wording and text["condition"] != "baseline"
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

    def __init__(self, record, rows, unrated, model=None, clean=False, baseline="primary"):
        self.record = record
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
        self.means = Means(record, self.rows, self.unrated)
        self.by_model = []
        if record.models_are_sample and model is None:
            self.by_model = [
                Effects(record, rows, unrated, model=m, baseline=baseline) for m in record.models]
        has_base = any(cell[0] == "baseline" for cell in self.means.cells)
        if record.reference is not None:
            self.base = "reference"
        elif not has_base:
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
            reference = Fraction(self.record.reference)
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
            good = abs(difference) <= TOLERANCE * max(1, abs(report))
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

    def effect(self, name, ours, report, judged=True):
        self.compare(name, ours["value"], report["value"])
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
    units = defaultdict(list)
    for row in rows:
        if row["value"] is not None:
            units[row["output"]].append(row["value"])
    return units


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

    for condition in CONDITIONS:
        values = list(effects.means.means(condition).values())
        theirs = question["means"].get(condition)
        if not values:
            table.compare(f"mean {condition}", None, theirs)
            continue
        theirs = theirs or {"value": None, "low": None, "high": None, "scenarios": None}
        limits = (None, None)
        if len(values) >= FEWEST_CLUSTERS:
            se = math.sqrt(variance(values) / len(values))
            limits = t_interval(mean(values), se, len(values) - 1, 1 - record.level)
        table.compare(f"mean {condition}", mean(values), theirs["value"])
        table.compare(f"mean {condition} low", limits[0], theirs["low"])
        table.compare(f"mean {condition} high", limits[1], theirs["high"])
        table.compare(f"mean {condition} scenarios", len(values), theirs["scenarios"])

    for name, effect, key in [
        ("presence", effects.presence, "presence"), ("lead", effects.lead, "lead"),
        ("steerability", effects.steerability, "steerability"),
        ("placebo shift", effects.placebo, "placebo_shift"),
        ("lead over placebo", effects.lead_over_placebo, "lead_over_placebo"),
        ("leading over base", effects.leading_over_base, "leading_over_base"),
    ]:
        table.effect(name, effect, question[key])
    check_placebo(table, record, effects, question["placebo_shift"])

    share, limits = effects.led_share()
    theirs = question["led_share"]
    table.compare("led share", share, theirs["value"])
    if limits or share is None:
        table.compare("led share low", (limits or [None])[0], theirs["low"])
        table.compare("led share high", (limits or [None, None])[1], theirs["high"])
    else:
        table.tell("led share low", theirs["low"])
        table.tell("led share high", theirs["high"])

    for theirs in question["models"]:
        own = Effects(record, record.first, record.unrated, model=theirs["model"])
        for effect, key in [(own.lead, "lead"), (own.presence, "presence")]:
            own.widen(effect, theirs[key])
            effect["p"] = None  # of a model's own effects nothing is shown beside the interval
        table.effect(f"lead of {theirs['model']}", own.lead, theirs["lead"])
        table.effect(f"presence of {theirs['model']}", own.presence, theirs["presence"])
        for condition in theirs["means"]:
            table.compare(
                f"mean {condition} of {theirs['model']}",
                mean(list(own.means.means(condition).values())),
                theirs["means"][condition]["value"])
    for theirs in question["baselines"]:
        if record.reference is not None:
            continue
        own = Effects(
            record, record.first, record.unrated, baseline=record.baselines[theirs["baseline"]])
        table.effect(f"presence over {theirs['baseline']}", own.presence, theirs["presence"])
        table.compare(
            f"mean of {theirs['baseline']}", mean(list(own.means.means("baseline").values())),
            theirs["mean"]["value"])

    check_gates(table, record, report, question, effects, clean, fall)
    check_counts(table, record, report, question)
    check_length(table, record, report)
    check_information(table, record, report)
    check_verdict(table, record, report, effects, clean, fall)
    print(f"{table.passed} passed, {table.failed} failed")
    return table.failed == 0


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
    table.compare("outputs in agreement", len(units), question["agreement"]["outputs"])
    table.compare(
        "pairable outputs", sum(len(unit) > 1 for unit in units.values()),
        question["agreement"]["pairable_outputs"])

    show, show_not, difference, limits, apart = control_difference(record)
    theirs = agreement["controls"]
    table.compare("controls that show", show, theirs["show"])
    table.compare("controls that do not", show_not, theirs["show_not"])
    table.compare("controls difference", difference, theirs["difference"])
    table.compare("controls low", (limits or [None])[0], theirs.get("low"))
    table.compare("controls high", (limits or [None, None])[1], theirs.get("high"))
    table.compare("controls apart", apart, theirs.get("apart"))

    before = {(r["rater"], r["output"]): r["value"] for r in record.first}
    repeats = [
        [before[r["rater"], r["output"]], r["value"]] for r in record.rows
        if r["occasion"] == 2 and r["control"] is None]
    repeats = [pair for pair in repeats if None not in pair]
    table.compare("repeats", len(repeats), agreement["repeats"])
    again = agreement.get("with_themselves")
    if repeats:
        table.compare(
            "alpha with themselves", krippendorff(repeats, agreement["metric"]),
            again["alpha"]["value"])
        table.compare(
            "brennan prediger with themselves", brennan_prediger(repeats, record.form),
            again["brennan_prediger"]["value"])

    table.effect("clean lead", clean, blinding["clean_lead"])
    if fall["differences"] is not None:
        table.effect("fall", fall, blinding["fall"])
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


# Counted otherwise: the lead among texts as long as one another


def compared(record):
    """Ratings of leading and neutral texts in the cells that have both, by cell."""
    cells = defaultdict(lambda: {"leading": [], "neutral": []})
    for row in record.first:
        if row["condition"] in ("leading", "neutral") and row["value"] is not None:
            cluster = row["wording"] if record.by_wording else row["scenario"]
            cells[cluster, row["scenario"], row["model"]][row["condition"]].append(row)
    return {cell: sides for cell, sides in cells.items() if sides["leading"] and sides["neutral"]}


def texts_of(rows):
    """Doublings of length and mean rating of each text."""
    outputs = defaultdict(list)
    for row in rows:
        outputs[row["output"]].append(row)
    return {
        name: (math.log2(max(own[0]["length"], 1)), float(mean([r["value"] for r in own])))
        for name, own in sorted(outputs.items())}


def side_and_length(sums):
    """The effect of the side at one length, and that of a doubling: least squares within cells."""
    xx, xl, ll, xy, ly = (sum(column) for column in zip(*sums))
    determinant = xx * ll - xl * xl
    return (xy * ll - ly * xl) / determinant, (ly * xx - xy * xl) / determinant


def check_length(table, record, report):
    length = report["sensitivity"]["length"]
    cells = compared(record)
    if not length or not cells or record.unrated:
        return
    clusters, lengths = defaultdict(list), {"leading": [], "neutral": []}
    for cell, sides in sorted(cells.items()):
        points = []
        for condition, x in (("leading", 1.0), ("neutral", 0.0)):
            for doublings, value in texts_of(sides[condition]).values():
                points.append((x, doublings, value))
                lengths[condition].append(doublings)
        x, l, y = ([p[i] - mean([q[i] for q in points]) for p in points] for i in range(3))
        clusters[cell[0]].append([
            sum(a * b for a, b in zip(*pair))
            for pair in ((x, x), (x, l), (l, l), (x, y), (l, y))])
    table.compare(
        "leading texts longer by doublings", mean(lengths["leading"]) - mean(lengths["neutral"]),
        length["lead_doublings"])
    lead, slope = side_and_length([s for own in clusters.values() for s in own])
    table.compare("a doubling of length", slope, length["per_doubling"])
    row = next(r for r in report["sensitivity"]["ways"] if r["way"] == "length adjusted")["lead"]
    left = [
        side_and_length([s for name, own in clusters.items() if name != out for s in own])[0]
        for out in clusters]
    count = len(left)
    error = math.sqrt((count - 1) / count * sum((v - mean(left)) ** 2 for v in left))
    table.compare("lead length adjusted", lead, row["value"])
    table.compare("lead length adjusted standard error", error, row["standard_error"])
    if count >= FEWEST_CLUSTERS:
        low, high = t_interval(lead, error, count - 1, 1 - record.level)
        table.compare("lead length adjusted low", low, row["low"])
        table.compare("lead length adjusted high", high, row["high"])


def check_information(table, record, report):
    ours, theirs = compared(record), report["information"]
    sides = [[float(r["value"]) for cell in ours.values() for r in cell[c]]
             for c in ("leading", "neutral")]
    count = sum(map(len, sides))
    table.compare("ratings compared", count, theirs["ratings_compared"])
    table.compare("copies", len(record.copies), theirs["copies"])
    lead = report["questions"][0]["lead"]
    if theirs["effective_ratings"] is None:
        return
    by_model = lead["decided_by"] == "mixed model"
    error = lead["mixed_model"]["standard_error"] if by_model else lead["standard_error"]
    pooled = sum(sum((v - mean(s)) ** 2 for v in s) for s in sides) / (count - 2)
    alone = pooled * sum(1 / len(s) for s in sides)
    table.compare(
        "effective ratings", min(count, count * alone / error ** 2), theirs["effective_ratings"])


def check_counts(table, record, report, question):
    counts, rated = report["counts"], record.first
    own = [r for r in rated + record.unrated if r["condition"] != "baseline"]
    ours = {
        "scenarios": len({r["scenario"] for r in own}), "wordings": record.wordings,
        "models": len(record.models), "replicates": len({r["replicate"] for r in own}),
        "outputs": len({r["output"] for r in rated}), "raters": len({r["rater"] for r in rated}),
        "ratings": len(rated), "unrated": len(record.unrated),
        "baseline_texts": len({r["output"] for r in rated if r["condition"] == "baseline"}),
        "controls": len({r["output"] for r in record.rows if r["control"]}),
    }
    for name, count in ours.items():
        table.compare(f"count {name}", count, counts[name])
    for condition in CONDITIONS:
        rows = [r for r in rated if r["condition"] == condition and record.is_measured(r)]
        if not rows:
            continue
        theirs = question["distributions"][condition]
        unknown = sum(row["value"] is None for row in rows)
        table.compare(f"cannot tell {condition}", unknown, theirs["cannot_tell"])
        table.compare(
            f"cannot tell share {condition}", unknown / len(rows), theirs["cannot_tell_share"])
        table.compare(f"ratings {condition}", len(rows), theirs["ratings"])
        if record.form["kind"] != "slider":
            said = [
                sum(row["value"] == level for row in rows)
                for level in range(len(record.form["labels"]))]
            table.compare(f"distribution {condition}", said, theirs["counts"])


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
    """Every rating that enters an estimate, one a line, for recompute.R."""
    base = Effects(record, record.first, record.unrated).base
    with open(path, "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow([
            "condition", "cluster", "scenario", "model", "output", "rater", "value", "alpha",
            "base", "reference", "models"])
        rows = [(r, r["output"], r["rater"], r["value"]) for r in record.first]
        rows += [(r, f"unrated {i}", "", Fraction(0)) for i, r in enumerate(record.unrated)]
        for row, output, rater, value in rows:
            if value is None or not record.is_measured(row):
                continue
            in_wording = record.by_wording and row["condition"] != "baseline"
            out.writerow([
                row["condition"], row["wording"] if in_wording else row["scenario"],
                row["scenario"], row["model"] or "people", output, rater, repr(float(value)),
                record.level, base, "" if record.reference is None else record.reference,
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
