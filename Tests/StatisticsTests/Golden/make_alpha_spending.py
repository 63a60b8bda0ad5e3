"""make_alpha_spending.py -- regenerates alpha_spending.json.

    python make_alpha_spending.py OUTDIR

Package: scipy. The chance of staying within all bounds is integrated over the increments by nested adaptive quadrature;
each bound is then found by Brent's method. Up to three looks are within reach. That chance is computed once more by
scipy's multivariate normal distribution, and the script stops where both differ by more than 1e-6.
"""
import json, os, sys
from importlib.metadata import version
import numpy as np
from scipy import integrate, optimize, stats
from scipy.stats import norm


def spent(alpha, t): return alpha if t == 1 else 4 * norm.sf(norm.isf(alpha / 4) / np.sqrt(t))


def within(ts, cs):
    steps = np.sqrt(np.diff([0, *ts]))

    def stay(look, s):
        end = cs[look] * np.sqrt(ts[look])
        if look == len(ts) - 1: return norm.cdf((end - s) / steps[look]) - norm.cdf((-end - s) / steps[look])
        inner = lambda x: norm.pdf((x - s) / steps[look]) / steps[look] * stay(look + 1, x)
        return integrate.quad(inner, -end, end, epsabs=1e-12, epsrel=1e-11, limit=400, points=[s] if abs(s) < end else None)[0]

    return stay(0, 0.0)


def expected(i):
    alpha, ts = i["alpha"], i["fractions"]
    if not ts: return dict(value=None, reason="no_data")
    total, cs = [spent(alpha, t) for t in ts], [norm.isf(spent(alpha, ts[0]) / 2)]
    for k in range(1, len(ts)):
        cs.append(optimize.brentq(lambda c: within(ts[:k + 1], cs + [c]) - (1 - total[k]), 0.5, 12, xtol=1e-11))
    if len(ts) > 1:
        r = [[np.sqrt(min(x, y) / max(x, y)) for y in ts] for x in ts]
        v = stats.multivariate_normal.cdf(cs, cov=r, lower_limit=[-c for c in cs], maxpts=4_000_000, abseps=1e-9)
        assert abs(1 - v - total[-1]) < 1e-6, (i, 1 - v, total[-1])
    return dict(spent=total, bounds=[float(c) for c in cs], levels=[float(2 * norm.sf(c)) for c in cs])


CASES = [
    ("two_equal", "published: 2.963, 1.969", .05, [.5, 1]),
    ("three_equal", "published: 3.710, 2.511, 1.993", .05, [1 / 3, 2 / 3, 1]),
    ("half_and_three_quarters", "", .05, [.5, .75, 1]),
    ("alpha_01", "alpha .01", .01, [.4, .9, 1]),
    ("not_to_the_end", "the last look is not the end", .05, [.35, .62]),
    ("one_early", "one look, before the end", .05, [.7]),
    ("one_at_the_end", "one look, at the end: all of alpha", .05, [1]),
    ("close_together", "two looks with little between them", .05, [.5, .52, 1]),
    ("wide_alpha", "alpha .2", .2, [.25, .5, 1]),
    ("none", "no look", .05, []),
]

if __name__ == "__main__":
    head = dict(name="alpha_spending", source="Lan & DeMets (1983) Biometrika 70:659-663, each side spending its half of alpha; Armitage, McPherson & Rowe (1969) JRSS A 132:235-244",
                generated_by="make_alpha_spending.py; Python %d.%d.%d; scipy %s" % (*sys.version_info[:3], version("scipy")))
    cases = []
    for id, note, alpha, ts in CASES:
        i = dict(alpha=alpha, fractions=ts)
        cases.append(dict(id=id, note=note, input=i, expected=expected(i), tolerance=1e-8))
        print(id, cases[-1]["expected"], flush=True)
    with open(os.path.join(sys.argv[1], "alpha_spending.json"), "w") as f:
        f.write(json.dumps(head)[:-1] + ', "cases": [\n' + ",\n".join(json.dumps(c) for c in cases) + "\n]}\n")
