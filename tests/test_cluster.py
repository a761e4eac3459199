"""The same findings from a cluster of two workers as from one machine, with one worker killed on the way."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from command import Run, run
from small_base import DB

from factcheck.batch import check_files
from factcheck.read.options import ReadOptions

__all__ = ["run"]
distributed = pytest.importorskip("distributed")
parquet = pytest.importorskip("pyarrow.parquet")
from factcheck.cluster import check_on_cluster  # noqa: E402


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    options = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None, "silence_logs": 50}
    with distributed.LocalCluster(**options) as made:
        yield made


def table(path: Path, rows: int) -> Path:
    texts = [f"Exosomes reduce wrinkles. Lot {n}. Our exosomes are FDA approved." * (1 + n % 3) for n in range(rows)]
    path.write_text("id,text\n" + "".join(f"sku-{n},{text}\n" for n, text in enumerate(texts)))
    return path


@pytest.mark.filterwarnings("ignore")
def test_a_killed_worker_changes_nothing(cluster: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.cluster.CHUNK", 10_000)
    listings = table(tmp_path / "listings.csv", 800)
    results = check_on_cluster([listings], ReadOptions(), DB, cluster.scheduler_address)
    first = next(results)
    os.kill(next(iter(cluster.workers.values())).pid, 9)
    assert [first, *results] == list(check_files([listings], ReadOptions(), DB))


@pytest.mark.filterwarnings("ignore")
def test_tables_in_and_out_are_the_same_bytes(cluster: Any, tmp_path: Path, run: Run) -> None:
    import pyarrow

    parts = tmp_path / "parts"
    parts.mkdir()
    for part in range(3):
        rows = {
            "id": [f"{part}-{n}" for n in range(50)],
            "text": [f"Retinoids reduce wrinkles. Lot {n}." for n in range(50)],
        }
        parquet.write_table(pyarrow.table(rows), parts / f"part-{part}.parquet")
    run("parts", "-j", "1", "--no-cache", "-o", "alone.parquet")
    there = run("parts", "--cluster", cluster.scheduler_address, "--no-cache", "-o", "there.parquet")
    assert there.code == 0 and (tmp_path / "there.parquet").read_bytes() == (tmp_path / "alone.parquet").read_bytes()
    found = parquet.read_table(tmp_path / "there.parquet").to_pylist()
    assert len(found) == 150 and found[60]["id"] == "1-10" and found[0]["label"] == "supported"
    assert run("parts", "-f", "html", "-o", "x.parquet").code == 2


def test_no_cluster_is_one_clear_line(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.cluster.PATIENCE", 1)
    table(tmp_path / "t.csv", 3)
    done = run("t.csv", "--cluster", "tcp://127.0.0.1:9")
    assert (
        done.code == 2 and done.err.startswith("factcheck: --cluster tcp://127.0.0.1:9: ") and done.err.count("\n") == 1
    )
    monkeypatch.setitem(sys.modules, "factcheck.cluster", None)
    assert "extra factcheck-claims[cluster]" in run("t.csv", "--cluster", "tcp://127.0.0.1:9").err
