"""What is kept between runs: it comes back as it was, it never grows past its bound, and no damage to it is a fault."""

import os
import sqlite3
import sys
from dataclasses import replace
from pathlib import Path
from subprocess import Popen

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_base import CHECKER, DB, page

from factcheck.cache import Packer, Store, clear, held, key_of, state_of
from factcheck.cache.ready import checker
from factcheck.cache.store import NAME
from factcheck.match.prepared import made, packed, unpacked
from factcheck.model import Checked, Citation, ClaimsDB
from factcheck.qualify.reach import polarity

BASE = replace(DB, digest="sha256:small")
COPY = """# Exosome serum

Our FDA-approved exosomes erase wrinkles and boost collagen. Results are not guaranteed.

- Penetrates to the dermis
- Reduces redness by 40 %

"I lost all my wrinkles!" says Ann. Shipping is free. Retinol outperforms bakuchiol.
"""


def checked(text: str = COPY, name: str = "a.md") -> Checked:
    return replace(CHECKER.check(page(text)), name=name)


# ------------------------------------------------------------------ packing


def test_what_is_packed_comes_back_as_it_was() -> None:
    document = checked()
    assert len(document.claims) > 4
    assert {claim.label for claim in document.claims} >= {"contradicted", "unsupported"}
    (back,) = Packer(BASE).unpack(Packer(BASE).pack([document]), "a.md")
    assert back == document
    assert (
        back.claims[0].assertion is BASE.assertions[[a.id for a in BASE.assertions].index(back.claims[0].assertion.id)]
    )


def test_names_stay_outside() -> None:
    assert b"secret" not in Packer(BASE).pack([checked(name="secret")])
    assert Packer(BASE).unpack(Packer(BASE).pack([checked()]), "b.md") == (checked(name="b.md"),)


def test_what_the_base_does_not_explain_travels_whole() -> None:
    strange = Citation(
        source="x", shows="mixed", citation="X.", url=None, quote=None, note="n", verification="reported"
    )
    foreign = replace(DB.assertions[0], says="Another base says so.")
    document = checked()
    claims = [replace(claim, citations=(*claim.citations, strange)) for claim in document.claims if claim.assertion]
    claims[0] = replace(claims[0], assertion=foreign)
    document = replace(document, claims=tuple(claims))
    assert Packer(BASE).unpack(Packer(BASE).pack([document]), document.name) == (document,)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(COPY.split()), max_size=60).map(" ".join))
def test_any_text_comes_back(text: str) -> None:
    document = checked(text)
    assert Packer(BASE).unpack(Packer(BASE).pack([document]), document.name) == (document,)


@pytest.mark.parametrize("damage", [b"", b"\x00" * 50, os.urandom(300), b"x\x9c\x03\x00\x00\x00\x00\x01"])
def test_bytes_that_are_none_of_ours_are_refused(damage: bytes) -> None:
    with pytest.raises(ValueError):
        Packer(BASE).unpack(damage, "a.md")


def test_no_damaged_byte_changes_a_result() -> None:
    packer, document = Packer(BASE), checked()
    whole = packer.pack([document])
    refused = 0
    for at in range(len(whole)):
        damaged = whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :]
        try:
            assert packer.unpack(damaged, document.name) == (document,)
        except ValueError:
            refused += 1
    assert refused > 0.9 * len(whole)


# ------------------------------------------------------------------ the prepared base


def test_the_prepared_base_comes_back_as_it_was() -> None:
    ready, back = made(BASE), unpacked(packed(made(BASE), BASE), BASE)
    assert back.index.by_anchor == ready.index.by_anchor
    assert back.index.empty == ready.index.empty
    mine, theirs = ready.reader.wordings, back.reader.wordings
    assert (dict(theirs.forms), dict(theirs.cues)) == (dict(mine.forms), dict(mine.cues))
    assert (theirs.vocabulary, theirs.stems) == (mine.vocabulary, mine.stems)
    assert back.nearby.postings == ready.nearby.postings


def test_a_phrasing_out_of_the_cache_denies_what_it_denied_before(db: ClaimsDB) -> None:
    ready = made(db)
    back = unpacked(packed(ready, db), db)
    mine, theirs = ([p for each in it.index.by_anchor.values() for p in each] for it in (ready, back))
    assert [polarity(p) for p in theirs] == [polarity(p) for p in mine]


def test_a_checker_out_of_the_cache_judges_alike(tmp_path: Path) -> None:
    assert checker(BASE, None).check(page(COPY)) == CHECKER.check(page(COPY))
    for _ in range(2):
        assert checker(BASE, tmp_path).check(page(COPY)) == CHECKER.check(page(COPY))
    (kept,) = tmp_path.glob("index-*.msgpack")
    kept.write_bytes(kept.read_bytes()[:-99])
    assert checker(BASE, tmp_path).check(page(COPY)) == CHECKER.check(page(COPY))


# ------------------------------------------------------------------ keys


def test_a_key_holds_everything_and_keeps_parts_apart() -> None:
    state, other = state_of(BASE), state_of(replace(BASE, digest="sha256:other"))
    assert state and other
    keys = [
        key_of(state, "document", b"ab", b"c"),
        key_of(state, "document", b"a", b"bc"),
        key_of(state, "file", b"ab", b"c"),
        key_of(other, "document", b"ab", b"c"),
    ]
    assert len(set(keys)) == len(keys)


def test_a_base_without_a_digest_is_not_cached() -> None:
    assert state_of(replace(BASE, digest="")) is None


# ------------------------------------------------------------------ the store


def key(number: int) -> bytes:
    return number.to_bytes(20, "big")


def test_what_is_put_in_is_found_by_the_next_run(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        assert store.get(key(1)) is None
        store.put(key(1), b"one")
        assert store.get(key(1)) == b"one"
    with Store(tmp_path) as store:
        assert store.get(key(1)) == b"one"
        assert store.get(key(2)) is None


def test_the_store_never_outgrows_its_bound(tmp_path: Path) -> None:
    limit = 2_000_000
    with Store(tmp_path, limit) as store:
        for number in range(3000):
            store.put(key(number), os.urandom(2000))
        assert store.get(key(2999)) is not None
    with Store(tmp_path, limit) as store:
        assert store.get(key(2999)) is not None, "the newest stays"
        assert store.get(key(0)) is None, "the oldest goes"
    assert (tmp_path / NAME).stat().st_size <= limit


def test_what_was_used_lately_outlives_what_was_not(tmp_path: Path) -> None:
    with Store(tmp_path, 400_000) as store:
        for number in range(100):
            store.put(key(number), os.urandom(1000))
    with sqlite3.connect(tmp_path / NAME) as base:
        base.execute("UPDATE results SET used = used - 1000000")
    base.close()
    with Store(tmp_path, 400_000) as store:
        assert store.get(key(3)) is not None
    with Store(tmp_path, 400_000) as store:
        for number in range(1000, 1180):
            store.put(key(number), os.urandom(1000))
    with Store(tmp_path, 400_000) as store:
        assert store.get(key(3)) is not None
        assert store.get(key(4)) is None


def test_what_would_crowd_out_the_rest_is_not_kept(tmp_path: Path) -> None:
    with Store(tmp_path, 1_000_000) as store:
        store.put(key(1), bytes(500_000))
        assert store.get(key(1)) is None


@pytest.mark.parametrize("damage", ["garbage", "cut", "folder", "readonly", "blob"])
def test_a_damaged_store_is_no_fault(tmp_path: Path, damage: str) -> None:
    with Store(tmp_path) as store:
        for number in range(200):
            store.put(key(number), os.urandom(500))
    path = tmp_path / NAME
    if damage == "garbage":
        path.write_bytes(os.urandom(5000))
    elif damage == "cut":
        path.write_bytes(path.read_bytes()[:9000])
    elif damage == "folder":
        path.unlink()
        path.mkdir()
    elif damage == "readonly":
        path.chmod(0o400)
        tmp_path.chmod(0o500)
    else:
        with sqlite3.connect(path) as base:
            base.execute("UPDATE results SET data = 'text', used = 'never'")
        base.close()
    for _ in range(2):
        with Store(tmp_path) as store:
            for number in range(200):
                store.get(key(number))
                store.put(key(number), b"new")
    tmp_path.chmod(0o700)


def test_a_folder_that_cannot_be_made_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with Store(tmp_path / "file" / "cache") as store:
        store.put(key(1), b"one")
        assert store.get(key(1)) is None


FILL = """
import sys
from pathlib import Path
from factcheck.cache import Store
folder, first = Path(sys.argv[1]), int(sys.argv[2])
for round_ in range(20):
    with Store(folder, 3_000_000) as store:
        for number in range(first + 1000 * round_, first + 1000 * round_ + 25):
            key = number.to_bytes(20, "big")
            store.put(key, key * 20)
"""


def test_several_runs_at_once_lose_nothing_and_mix_nothing(tmp_path: Path) -> None:
    runs = [Popen([sys.executable, "-c", FILL, str(tmp_path), str(100 * n)]) for n in range(3)]
    assert [run.wait(60) for run in runs] == [0, 0, 0]
    with Store(tmp_path) as store:
        for first in (0, 100, 200):
            for number in range(first, first + 25):
                assert store.get(key(number + 19000)) == key(number + 19000) * 20


# ------------------------------------------------------------------ clearing


def test_clearing_takes_what_is_ours_and_nothing_else(tmp_path: Path) -> None:
    checker(BASE, tmp_path)
    with Store(tmp_path) as store:
        store.put(key(1), b"one")
    own = [tmp_path / "letter.txt", tmp_path / "base.sqlite3", tmp_path / "results-1.sqlite3.backup"]
    for path in own:
        path.write_text("mine")
    now = held(tmp_path)
    assert now.results == 1
    assert clear(tmp_path) == now.size > 1000
    assert sorted(tmp_path.iterdir()) == sorted(own)
    assert clear(tmp_path) == 0 and held(tmp_path).results == 0
    assert clear(tmp_path / "none") == 0
