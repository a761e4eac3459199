"""A siege of the command: every hostile case at full size, each beside a good page whose findings must not change.

    python tests/fuzz/run.py [--size CHARACTERS] [--seed N] [--seconds LIMIT] [--minutes IN ALL]

Prints what broke (a traceback, a wrong exit code, too much time or memory, findings of the good page lost) and counts.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from cases import CLAIM, Case, cases

PEAK = 1500
"""Megabytes."""


def main() -> int:
    given = argparse.ArgumentParser()
    given.add_argument("--size", type=int, default=300_000)
    given.add_argument("--seed", type=int, default=1)
    given.add_argument("--seconds", type=float, default=60)
    given.add_argument("--minutes", type=float, default=float("inf"))
    given.add_argument("--only", default="")
    options = given.parse_args()
    counts: Counter[str] = Counter()
    slowest: list[tuple[float, int, str]] = []
    end, left = time.monotonic() + options.minutes * 60, 0
    for case in cases(options.size, options.seed):
        if options.only not in case.name:
            continue
        if time.monotonic() > end:
            left += 1
            continue
        kind = case.name.split()[0]
        fault, seconds, peak = tried(case, options.seconds)
        counts[kind] += 1
        slowest.append((seconds, peak, case.name))
        if fault:
            counts["broken"] += 1
            print(f"BROKEN {case.name}: {fault}", flush=True)
    for seconds, peak, name in sorted(slowest, reverse=True)[:8]:
        print(f"{seconds:6.1f} s {peak:5} MB  {name}")
    more = f", {left} left for want of time" if left else ""
    print(f"{sum(counts.values()) - counts['broken']} cases tried, {counts['broken']} broken{more}")
    print(", ".join(f"{kind} {count}" for kind, count in sorted(counts.items())))
    return bool(counts["broken"])


def tried(case: Case, limit: float) -> tuple[str, float, int]:
    """What broke, the seconds and megabytes it took."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        good = folder / "good page.txt"
        good.write_text(CLAIM)
        try:
            arguments = case.make(folder)
        except OSError as error:
            return f"not made: {error}", 0, 0
        if any("\0" in argument for argument in arguments):
            return "", 0, 0
        command = [sys.executable, "-m", "factcheck", str(good), *arguments, "-f", "jsonl", "-j", "1", "--no-cache"]
        begun = time.monotonic()
        with (folder / "out").open("wb") as out, (folder / "err").open("wb") as err:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
            while (ended := os.wait4(process.pid, os.WNOHANG))[0] == 0:
                if time.monotonic() - begun > limit:
                    process.kill()
                    process.wait()
                    return f"more than {limit:.0f} s", limit, 0
                time.sleep(0.02)
        process.returncode = os.waitstatus_to_exitcode(ended[1])
        seconds, peak = time.monotonic() - begun, ended[2].ru_maxrss // 1024
        return verdict(case, process.returncode, folder, peak), seconds, peak


def verdict(case: Case, code: int, folder: Path, peak: int) -> str:
    """What is wrong with how a run ended; empty: nothing."""
    said = (folder / "err").read_text("utf-8", "replace")
    if "Traceback" in said or "internal error" in said:
        return said.strip()[-300:]
    # The good page has a finding, so that nothing ends with 0.
    if code not in {max(wanted, 1) for wanted in case.codes}:
        return f"exit code {code}: {said.strip()[:200]}"
    if peak > PEAK:
        return f"{peak} MB"
    rows = [json.loads(row) for row in (folder / "out").read_text("utf-8").split("\n") if row]
    if not any(row["document"].endswith("good page.txt") and row.get("label") == "contradicted" for row in rows):
        return "the findings of the good page are lost"
    if "could not be judged" in json.dumps(rows):
        return next(row["error"] for row in rows if "could not be judged" in row.get("error", ""))
    return ""


if __name__ == "__main__":
    raise SystemExit(main())
