"""The intraclass correlations of a complete table by pingouin."""

import pandas
import pingouin

from baseline import arguments, measured, report


def correlations(table):
    found = pingouin.intraclass_corr(data=table, targets="unit", raters="rater", ratings="value")
    names = ["oneWaySingle", "agreementSingle", "consistencySingle"]
    names += ["oneWayMean", "agreementMean", "consistencyMean"]
    results = dict(zip(names, found["ICC"], strict=True))
    return results | {f"{name}F": f for name, f in zip(names, found["F"], strict=True)}


if __name__ == "__main__":
    given = arguments()
    table = pandas.read_csv(given.data)
    run = measured("pingouin.intraclass_corr", given.repeats, lambda _: correlations(table))
    report([pingouin, pandas], run)
