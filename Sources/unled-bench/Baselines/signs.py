"""The sign-flip test of paired differences with signs drawn at random."""

import numpy as np

from baseline import arguments, measured, report


def test(differences, resamples, seed, draw, at_once=500):
    """Two-sided and one-sided p; `draw` gives the sums of so many arrangements."""
    generator = np.random.default_rng(seed)
    observed = differences.sum()
    slack = 1e-12 * max(1, np.abs(differences).sum())
    far = above = 0
    for start in range(0, resamples, at_once):
        sums = draw(generator, differences, min(at_once, resamples - start))
        far += np.count_nonzero(np.abs(sums) >= abs(observed) - slack)
        above += np.count_nonzero(sums >= observed - slack)
    return {"twoSided": (1 + far) / (1 + resamples), "greater": (1 + above) / (1 + resamples)}


def by_choice(generator, differences, count):
    """A sign each by `choice`, and one matrix product."""
    return generator.choice([-1.0, 1.0], size=(count, len(differences))) @ differences


def by_bits(generator, differences, count):
    """A sign each from one random bit, and one matrix product."""
    width = (len(differences) + 7) // 8
    random = np.frombuffer(generator.bytes(count * width), dtype=np.uint8)
    bits = np.unpackbits(random.reshape(count, width), axis=1, count=len(differences))
    return 2 * (bits.astype(float) @ differences) - differences.sum()


if __name__ == "__main__":
    given = arguments(("resamples", int))
    differences = np.loadtxt(given.data, skiprows=1)
    report(
        [np],
        *(
            measured(
                name,
                given.repeats,
                lambda seed: test(differences, given.resamples, seed, draw),
            )
            for name, draw in [
                ("numpy, signs by choice", by_choice),
                ("numpy, signs from random bits", by_bits),
            ]
        ),
    )
