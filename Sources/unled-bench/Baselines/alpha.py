"""Krippendorff's alpha with a percentile interval over resampled units, from value counts."""

import numpy as np

from baseline import arguments, measured, report


def value_counts(units, values):
    """Units x categories, units with fewer than two ratings as rows of zeros."""
    _, unit = np.unique(units, return_inverse=True)
    levels, level = np.unique(values, return_inverse=True)
    shape = (unit.max() + 1, len(levels))
    counts = np.bincount(unit * shape[1] + level, minlength=shape[0] * shape[1]).reshape(shape)
    counts[counts.sum(axis=1) < 2] = 0
    return counts.astype(float)


def alpha(coincidences, metric):
    """Alpha of one coincidence matrix, or of each in a stack of them."""
    margins = coincidences.sum(axis=-1)
    if metric == "nominal":
        distances = 1 - np.eye(margins.shape[-1])
    else:
        ranks = margins.cumsum(axis=-1) - margins / 2
        distances = (ranks[..., :, None] - ranks[..., None, :]) ** 2
    observed = (coincidences * distances).sum(axis=(-2, -1))
    expected = (margins[..., :, None] * margins[..., None, :] * distances).sum(axis=(-2, -1))
    return 1 - (margins.sum(axis=-1) - 1) * observed / expected


def per_other(counts):
    """Counts over the number of the other ratings of the unit."""
    return counts / np.maximum(counts.sum(axis=1, keepdims=True) - 1, 1)


def of_rows(counts, shares):
    """Coincidences of units given by their rows."""
    return shares.T @ counts - np.diag(shares.sum(axis=0))


def with_interval(estimate, replicates):
    low, high = np.quantile(replicates, [0.025, 0.975])
    error = replicates.std(ddof=1)
    return {"estimate": estimate, "low": low, "high": high, "standardError": error}


def resampling_rows(units, values, metric, resamples, seed):
    """Draws rows of the counts; one matrix product a resample."""
    counts = value_counts(units, values)
    shares = per_other(counts)
    generator = np.random.default_rng(seed)
    drawn = np.empty((resamples, counts.shape[1], counts.shape[1]))
    for resample in range(resamples):
        rows = generator.integers(len(counts), size=len(counts))
        drawn[resample] = of_rows(counts.take(rows, axis=0), shares.take(rows, axis=0))
    return with_interval(alpha(of_rows(counts, shares), metric), alpha(drawn, metric))


def multiplying(units, values, metric, resamples, seed, at_once=64):
    """Counts how often each unit is drawn; one matrix product for many resamples."""
    counts = value_counts(units, values)
    shares = per_other(counts)
    size = counts.shape[1]
    each = shares[:, :, None] * counts[:, None, :]
    each[:, range(size), range(size)] -= shares
    each = each.reshape(len(counts), -1)
    generator = np.random.default_rng(seed)
    drawn = []
    for start in range(0, resamples, at_once):
        times = np.stack([
            np.bincount(generator.integers(len(counts), size=len(counts)), minlength=len(counts))
            for _ in range(min(at_once, resamples - start))
        ])
        drawn.append(times.astype(float) @ each)
    drawn = np.concatenate(drawn).reshape(-1, size, size)
    return with_interval(alpha(each.sum(axis=0).reshape(size, size), metric), alpha(drawn, metric))


if __name__ == "__main__":
    given = arguments(("resamples", int), ("metric", str))
    units, values = np.loadtxt(given.data, delimiter=",", skiprows=1, usecols=(0, 2), unpack=True)
    report(
        [np],
        *(
            measured(
                name,
                given.repeats,
                lambda seed: method(units, values, given.metric, given.resamples, seed),
            )
            for name, method in [
                ("numpy, rows of counts drawn", resampling_rows),
                ("numpy, multiplicities in one product", multiplying),
            ]
        ),
    )
