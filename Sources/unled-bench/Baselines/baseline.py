"""What the Python baselines share: their arguments, how they are measured, what they print."""

import argparse
import json
import os
import platform
import time


def arguments(*more):
    """The data file, how often each figure is measured, and what a baseline asks for besides."""
    parser = argparse.ArgumentParser()
    parser.add_argument("data")
    parser.add_argument("--repeats", type=int, required=True)
    for name, kind in more:
        parser.add_argument(f"--{name}", type=kind, required=True)
    return parser.parse_args()


def measured(name, repeats, work):
    """Does some work once to warm up, then several times; `work` takes a seed and gives numbers."""
    work(0)
    elapsed, processor = [], []
    for repeat in range(repeats):
        start, used = time.perf_counter(), time.process_time()
        results = work(repeat)
        elapsed.append((time.perf_counter() - start) * 1000)
        processor.append((time.process_time() - used) * 1000)
    return {
        "name": name,
        "elapsed": elapsed,
        "processor": processor,
        "results": {key: float(value) for key, value in results.items()},
    }


def report(modules, *runs):
    """Prints one JSON object: versions, threads, and what was measured, in milliseconds."""
    versions = [f"Python {platform.python_version()}"]
    versions += [f"{module.__name__} {module.__version__}" for module in modules]
    print(json.dumps({"versions": ", ".join(versions), "threads": threads(), "runs": runs}))


def threads():
    """How many threads the linear algebra under numpy takes."""
    try:
        from threadpoolctl import threadpool_info
    except ImportError:
        return f"up to {os.cpu_count()} threads in linear algebra"
    pools = [pool for pool in threadpool_info() if pool["user_api"] == "blas"]
    width = max((pool["num_threads"] for pool in pools), default=1)
    return f"up to {width} threads in linear algebra ({pools[0]['internal_api'] if pools else 'none'})"
