"""The benchmark runs: its short form, so that the long one can be trusted to end."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Cold

BENCH = Path(__file__).parent / "bench" / "run.py"


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="memory is measured as Linux tells it")
def test_the_benchmark_runs_in_short_form(cold: Cold) -> None:
    only = [word for part in ("cached", "warm") for word in ("--only", part)]
    environ = {**os.environ, "FACTCHECK_CACHE_DIR": str(cold.cache)}
    done = subprocess.run([sys.executable, str(BENCH), "--short", *only], capture_output=True, text=True, env=environ)
    assert done.returncode == 0, done.stderr
    rows = done.stdout.splitlines()[4:]
    assert len(rows) == 4 and any("spaCy not loaded" in row for row in rows)
