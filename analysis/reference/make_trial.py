#!/usr/bin/env python3
"""Writes a table of ratings whose effects and variances are known, for trial.R.

    python3 make_trial.py FILE [--seed N] [--scenarios N] [--models N] [--raters N]
                          [--replicates N] [--wordings N] [--unpaired] [--uneven]

Ratings from 0 to 6 under leading, neutral and baseline (2.8, 2.0, 1.5 on average), with random
intercepts and slopes of scenarios, raters and models and random intercepts of outputs; leading
texts are longer, and length adds to ratings. `--uneven` leaves some texts and ratings out. The
same seed gives the same table.
"""

import argparse
import csv
import random

MEANS = {"neutral": 2.0, "leading": 2.8, "baseline": 1.5}


def rows(options):
    draw = random.Random(options.seed)

    def effects(names, intercept, slope):
        """Of each name an intercept, and a deviation under each condition."""
        return {
            name: (draw.gauss(0, intercept), {c: draw.gauss(0, slope) for c in MEANS})
            for name in names
        }

    scenarios = effects([f"s{i:02}" for i in range(options.scenarios)], 0.5, 0.3)
    raters = effects([f"r{i}" for i in range(options.raters)], 0.4, 0.25)
    models = effects([f"m{i}" for i in range(options.models)], 0.0, 0.3)
    for number, (scenario, of_scenario) in enumerate(scenarios.items()):
        for condition, average in MEANS.items():
            for model, of_model in models.items():
                for replicate in range(1, options.replicates + 1):
                    if options.uneven and draw.random() < 0.08:
                        continue
                    longer = 15 if condition == "leading" else 0
                    length = max(5, round(draw.gauss(80 + longer, 20)))
                    text = average + 0.005 * (length - 80) + draw.gauss(0, 0.5)
                    text += sum(
                        both + by[condition] for both, by in (of_scenario, of_model))
                    is_apart = options.unpaired and condition == "baseline"
                    for rater in draw.sample(sorted(raters), min(3, len(raters))):
                        both, by = raters[rater]
                        value = text + both + by[condition] + draw.gauss(0, 0.7)
                        is_silent = options.uneven and draw.random() < 0.03
                        yield [
                            f"text {scenario}" if is_apart else scenario,
                            0 if condition == "baseline" else number % options.wordings + 1,
                            condition, model, replicate,
                            f"{scenario}/{condition}/{model}/{replicate}", rater, "theme",
                            "" if is_silent else min(6, max(0, round(value))), length,
                        ]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("file")
    for name, default in (
        ("seed", 1907), ("scenarios", 16), ("models", 3), ("raters", 6), ("replicates", 2),
        ("wordings", 1),
    ):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--unpaired", action="store_true", help="baselines of no scenario")
    parser.add_argument("--uneven", action="store_true", help="some texts and ratings missing")
    options = parser.parse_args()
    with open(options.file, "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow([
            "scenario", "wording", "condition", "model", "replicate", "output", "rater", "question",
            "value", "length"])
        out.writerows(rows(options))


if __name__ == "__main__":
    main()
