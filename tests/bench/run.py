"""How fast, how large: every figure of README's table, measured in one run, as medians with a baseline beside them.

    python tests/bench/run.py [--short] [--only WORD] [-o FILE]

Prints a Markdown table. Each figure is the median of several processes started afresh; `--short` takes tiny sizes, to
see that it runs. Peak memory is that of all processes of a run together.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import platform
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from bases import grown
from listings import KINDS, PLAIN, listing, listings, sentences

from factcheck import load
from factcheck.model import ClaimsDB

ROOT = Path(__file__).parent.parent.parent
FACTCHECK = [sys.executable, "-m", "factcheck"]
MODEL = """
import spacy
from factcheck.language.tokens import model_path
spacy.load(model_path(), exclude=["ner", "senter", "lemmatizer", "attribute_ruler"])
"""


@dataclass(frozen=True)
class Cost:
    """What a process took."""

    wall: float
    """Seconds by the clock."""
    cpu: float
    """Seconds of work, in all processes."""
    peak: int
    """Megabytes, of all processes at once."""


@dataclass(frozen=True)
class Row:
    """A line of the table."""

    what: str
    value: str
    wanted: str = ""
    beside: str = ""


@dataclass(frozen=True)
class Sizes:
    """How much is measured."""

    runs: int
    pages: int
    warm: int
    labels: int
    rows: int
    bases: tuple[int, ...]
    lengths: tuple[int, ...]


FULL = Sizes(runs=7, pages=200, warm=400, labels=10_000, rows=100_000, bases=(300, 1000, 3000), lengths=(120, 300))
SHORT = Sizes(runs=1, pages=5, warm=5, labels=20, rows=50, bases=(40, 80), lengths=(120,))


@cache
def shipped() -> ClaimsDB:
    """The base that listings are made of."""
    return load()


def cost(command: Sequence[str], folder: Path, code: set[int] = frozenset({0, 1, 2})) -> Cost:  # type: ignore[assignment]
    """Run a command once."""
    begun, before = time.monotonic(), worked()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environ_in(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    highest = Highest(process.pid)
    _out, said = process.communicate()
    wall = time.monotonic() - begun
    peak = highest.end()
    if process.returncode not in code:
        raise SystemExit(f"{command} ended with {process.returncode}: {said.decode()[-500:]}")
    return Cost(wall, worked() - before, peak)


def worked() -> float:
    """Seconds of work that all processes that have ended have done so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def environ_in(folder: Path) -> dict[str, str]:
    """As an installed program runs: a cache of its own, and modules that are compiled once and for all.

    A base that stands prepared in the cache of whoever calls is taken from there.
    """
    cache, prepared = folder / "cache", os.environ.get("FACTCHECK_CACHE_DIR")
    if prepared and not cache.exists():
        cache.mkdir()
        for path in (*Path(prepared).glob("base-*"), *Path(prepared).glob("index-*")):
            shutil.copy(path, cache)
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    own = {"FACTCHECK_CACHE_DIR": cache, "PYTHONPATH": ROOT}
    return kept | {name: str(path) for name, path in own.items()}


class Highest(threading.Thread):
    """Watches the memory of a process and of those below it."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid, self._done, self._peak = pid, threading.Event(), 0
        self.start()

    def run(self) -> None:
        while not self._done.wait(0.1):
            self._peak = max(self._peak, sum(map(resident, below(self._pid))))

    def end(self) -> int:
        self._done.set()
        self.join()
        return self._peak // 1_000_000


def below(pid: int) -> Iterator[int]:
    """The process and all that it has started."""
    yield pid
    for path in Path("/proc").glob(f"{pid}/task/*/children"):
        try:
            children = path.read_text().split()
        except OSError:
            continue
        for child in children:
            yield from below(int(child))


def resident(pid: int) -> int:
    """Bytes that a process has to itself, and its share of what it has in common with others."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0


def median(command: Sequence[str], folder: Path, runs: int) -> Cost:
    costs = [cost(command, folder) for _ in range(runs)]
    return Cost(*(statistics.median(values) for values in ([c.wall for c in costs], [c.cpu for c in costs])),
                max(c.peak for c in costs))  # fmt: skip


# ------------------------------------------------------------------ what is measured


def start(folder: Path, sizes: Sizes) -> Iterator[Row]:
    """Commands that read no copy."""
    bare = median([sys.executable, "-c", "pass"], folder, sizes.runs)
    yield Row("Python, doing nothing", f"{bare.wall:.2f} s", "", f"{bare.cpu:.2f} s of work")
    for words in (["--help"], ["explain", "exosomes.crosses-intact-skin"], ["db", "list"]):
        cost([*FACTCHECK, *words], folder)
        took = median([*FACTCHECK, *words], folder, sizes.runs)
        yield Row(f"`{' '.join(words)}`", f"{took.wall:.2f} s", "≤ 0.15 s", f"{took.cpu:.2f} s of work")


def cold(folder: Path, sizes: Sizes) -> Iterator[Row]:
    """One page in a fresh process."""
    page = folder / "page.txt"
    page.write_text(next(listings(shipped(), 1, words=1000)))
    command = [*FACTCHECK, str(page), "--no-cache"]
    cost(command, folder)
    pairs = [(cost([sys.executable, "-c", MODEL], folder), cost(command, folder)) for _ in range(sizes.runs)]
    model, whole = (
        [statistics.median(getattr(cost, kind) for cost in each) for kind in ("wall", "cpu")]
        for each in zip(*pairs, strict=True)
    )
    ours = [
        statistics.median(getattr(whole, kind) - getattr(model, kind) for model, whole in pairs)
        for kind in ("wall", "cpu")
    ]
    yield Row("spaCy imported and its model loaded", f"{model[0]:.2f} s", "", f"{model[1]:.2f} s of work")
    yield Row("a page of 1,000 words, fresh process", f"{whole[0]:.2f} s", "", f"{whole[1]:.2f} s of work")
    peak = max(whole.peak for _, whole in pairs)
    yield Row("of it ours", f"{ours[0]:.2f} s", "≤ 0.25 s", f"{ours[1]:.2f} s of work; peak {peak} MB")


def cached(folder: Path, sizes: Sizes) -> Iterator[Row]:
    """A folder that has not changed."""
    for words in sizes.lengths:
        pages = folder / f"pages-{words}"
        pages.mkdir()
        for number, text in enumerate(listings(shipped(), sizes.pages, words)):
            (pages / f"{number:04}.txt").write_text(text)
        command = [*FACTCHECK, str(pages), "-f", "jsonl"]
        cost(command, folder)
        took = median(command, folder, sizes.runs)
        done = subprocess.run(
            [sys.executable, "-X", "importtime", *command[1:]],
            cwd=folder, env=environ_in(folder), capture_output=True, text=True,
        )  # fmt: skip
        loaded = "spaCy loaded" if " spacy\n" in done.stderr else "spaCy not loaded"
        what = f"{sizes.pages} pages of {words} words, unchanged"
        yield Row(what, f"{took.wall:.2f} s", "≤ 0.3 s", f"{took.cpu:.2f} s of work; {loaded}")


WARM = """
import sys, json, time
from pathlib import Path
from factcheck.language import tokens as language
from factcheck.cache.ready import checker
from factcheck.cli.shared import load_base, cache_folder
from factcheck.read import from_text
begun = time.perf_counter()
base = load_base(None)
loaded = time.perf_counter() - begun
checks = checker(base, cache_folder())
texts = json.loads(Path(sys.argv[1]).read_text())
cut = len(texts) // 5 + 1
for text in texts[:cut]:
    checks.check(from_text(text))
info = getattr(language.grammar, "cache_info", None)
before, begun = info().misses if info else 0, time.process_time()
done = [checks.check(from_text(text)) for text in texts[cut:]]
took = time.process_time() - begun
count = sum(len({claim.sentence for claim in each.claims}) + each.skipped for each in done)
parsed = (info().misses - before) / max(count, 1) if info else None
print(json.dumps({"words": sum(len(t.split()) for t in texts[cut:]) / took, "parsed": parsed, "loaded": loaded,
                  "claims": sum(len(each.claims) for each in done) / took}))
"""


def inside(folder: Path, count: int, words: int = 120) -> dict[str, float]:
    """Judged in a process that is warm."""
    texts = folder / "texts.json"
    texts.write_text(json.dumps(list(listings(shipped(), count, words))))
    done = subprocess.run(
        [sys.executable, "-c", WARM, str(texts)], env=environ_in(folder), capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


def warm(folder: Path, sizes: Sizes) -> Iterator[Row]:
    """Labels of 120 words."""
    inside(folder, 3)
    found = [inside(folder, sizes.warm) for _ in range(min(sizes.runs, 3))]
    middle = {key: statistics.median(each[key] or 0 for each in found) for key in found[0]}
    yield Row("labels of 120 words, one warm process", f"{middle['words']:,.0f} words/s of CPU", "≥ 15,000")
    yield Row("sentences that are parsed", f"{middle['parsed']:.0%}")
    yield Row("compiled base loaded", f"{middle['loaded'] * 1000:.0f} ms", "≤ 50 ms")


def processes(folder: Path, sizes: Sizes) -> Iterator[Row]:
    """Many labels by one process and by two."""
    table = folder / "labels.csv"
    words = written(table, listings(shipped(), sizes.labels))
    took = {}
    for jobs in (1, 2):
        command = [*FACTCHECK, str(table), "-j", str(jobs), "--no-cache", "-o", f"{jobs}.jsonl"]
        took[jobs] = cost(command, folder)
        speed = f"{words / took[jobs].wall:,.0f} words/s"
        beside = f"{took[1].wall / took[jobs].wall:.2f} × one; peak {took[jobs].peak} MB"
        yield Row(f"{sizes.labels:,} labels, -j {jobs}", speed, "≥ 1.6 × one" if jobs > 1 else "", beside)
    same = (folder / "1.jsonl").read_bytes() == (folder / "2.jsonl").read_bytes()
    yield Row("their reports", "same bytes" if same else "DIFFER")


def tables(folder: Path, sizes: Sizes) -> Iterator[Row]:
    """A table many times larger than what is in memory at once."""
    for rows in (sizes.rows // 5, sizes.rows):
        for ending in ("csv", "parquet"):
            table = folder / f"rows.{ending}"
            texts = short_rows(rows)
            words = written(table, texts) if ending == "csv" else written_parquet(table, texts)
            took = cost([*FACTCHECK, str(table), "-j", "2", "--no-cache", "-o", "rows.jsonl"], folder)
            beside = f"{rows / took.wall:,.0f} rows/s of {words / rows:.0f} words"
            yield Row(f"{rows:,} rows of {ending}, -j 2", f"{took.peak} MB at most", "≤ 600 MB", beside)


def short_rows(count: int) -> Iterator[str]:
    pool, chance = sentences(shipped()), random.Random(3)
    for number in range(count):
        plain = chance.choice(PLAIN).format(brand="Nova", line="Dew", n=number % 90, m=number % 8 + 2)
        yield f"{chance.choice(KINDS)} no. {number}. {chance.choice(pool)} {plain}"


def written(path: Path, texts: Iterator[str]) -> int:
    """A table of listings; how many words it holds."""
    words = 0
    with path.open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["id", "text"])
        for number, text in enumerate(texts):
            words += len(text.split())
            rows.writerow([number, text])
    return words


def written_parquet(path: Path, texts: Iterator[str]) -> int:
    import pyarrow
    import pyarrow.parquet

    held = list(texts)
    pyarrow.parquet.write_table(
        pyarrow.table({"id": list(range(len(held))), "text": held}), path, row_group_size=10_000
    )
    return sum(len(text.split()) for text in held)


CURVE = """
import sys, json, time, msgspec, random
from pathlib import Path
from factcheck.engine import Checker
from factcheck.model import ClaimsDB
from factcheck.read import from_text
base = msgspec.msgpack.decode(Path(sys.argv[1]).read_bytes(), type=ClaimsDB)
checks = Checker(base)
texts = json.loads(Path(sys.argv[2]).read_text())
for text in texts:
    checks.check(from_text(text))
begun = time.process_time()
claims = sum(len(checks.check(from_text(text)).claims) for text in texts)
print(json.dumps([time.process_time() - begun, claims]))
"""


def curve(folder: Path, sizes: Sizes) -> Iterator[Row]:
    """The time that a claim takes as the base grows; the copy stays, and is about what the smallest base knows."""
    import msgspec

    smallest = grown(shipped(), sizes.bases[0])
    pool, chance = sentences(smallest), random.Random(4)
    texts = folder / "curve.json"
    texts.write_text(json.dumps([listing(pool, 120, chance) for _ in range(sizes.warm // 4 + 1)]))
    first = None
    for size in sizes.bases:
        path = folder / f"base-{size}.msgpack"
        path.write_bytes(msgspec.msgpack.encode(grown(shipped(), size)))
        command = [sys.executable, "-c", CURVE, str(path), str(texts)]
        environ = environ_in(folder)
        found = [json.loads(subprocess.run(command, env=environ, capture_output=True, check=True).stdout)
                 for _ in range(min(sizes.runs, 3))]  # fmt: skip
        took = statistics.median(seconds / claims for seconds, claims in found)
        first = first or took
        wanted = "≤ 2 ×" if size == sizes.bases[-1] else ""
        yield Row(f"a claim, base of {size:,} assertions", f"{took * 1000:.2f} ms", wanted, f"{took / first:.2f} ×")


PARTS = {"start": start, "cold": cold, "cached": cached, "warm": warm, "processes": processes, "tables": tables,
         "curve": curve}  # fmt: skip


def main() -> None:
    given = argparse.ArgumentParser()
    given.add_argument("--short", action="store_true")
    given.add_argument("--only", choices=PARTS, action="append")
    given.add_argument("-o", "--output", type=Path)
    options = given.parse_args()
    lines = [machine(), "", "| what | measured | wanted | beside |", "| --- | --- | --- | --- |"]
    print("\n".join(lines), flush=True)
    for name in options.only or PARTS:
        with tempfile.TemporaryDirectory() as folder:
            for row in PARTS[name](Path(folder), SHORT if options.short else FULL):
                lines.append(f"| {row.what} | {row.value} | {row.wanted} | {row.beside} |")
                print(lines[-1], flush=True)
    if options.output:
        options.output.write_text("\n".join(lines) + "\n")


def machine() -> str:
    """What it was measured on."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    load_ = os.getloadavg()[0]
    return (
        f"{os.cpu_count()} cores ({platform.machine()}), {memory:.0f} GB, Python {platform.python_version()}, "
        f"{platform.system()}; load at the start {load_:.1f}"
    )


if __name__ == "__main__":
    main()
