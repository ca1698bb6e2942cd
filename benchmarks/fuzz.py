# ruff: noqa: INP001 - a script, no package
"""Thousands of damaged inputs: none may crash or hang the reading of pages, or vanish.

    python benchmarks/fuzz.py [--inputs 20000] [--seed 0] [--only NUMBER]

Prints every input that does, and writes it to ``output/fuzz``; ``--only`` reads one of them again. What the inputs are
and what is asked of them stands in ``tests/fuzzing.py``.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from fuzzing import make, trouble  # noqa: E402 - found by the line above

from extract.pipeline import Knowledge  # noqa: E402

_TOLD_EACH = 1_000


def main() -> None:
    """Read all inputs, and exit with 1 if any of them makes trouble."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", type=int, help="read this one input")
    arguments = parser.parse_args()
    numbers = range(arguments.inputs) if arguments.only is None else [arguments.only]
    knowledge = Knowledge.load()
    kept = ROOT / "output" / "fuzz"
    failed = 0
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        for number in numbers:
            one = make(arguments.seed, number)
            wrong = trouble(one, Path(folder), knowledge)
            if wrong is not None:
                failed += 1
                kept.mkdir(parents=True, exist_ok=True)
                file = kept / f"{arguments.seed}-{number}-{one.name}"
                file.write_bytes(one.data)
                print(f"input {number} of seed {arguments.seed} ({one.how}): {wrong}\n  {file}", flush=True)
            if number % _TOLD_EACH == _TOLD_EACH - 1:
                print(f"{number + 1:,} inputs, {failed} failed, {time.monotonic() - start:.0f} seconds", flush=True)
    print(f"{len(numbers):,} inputs of seed {arguments.seed}, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
