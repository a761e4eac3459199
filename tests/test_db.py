"""The evidence base's room: reading, checking, joining, caching, and the help it gives to those who write."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
import yaml

from factcheck.cli import base as verbs
from factcheck.cli import explain as explaining
from factcheck.db import bounds, lookup, nodes, schema
from factcheck.db import compile as compiled
from factcheck.db.compile import load_cached
from factcheck.db.examples import KINDS, failures, outcome, render_outcome, run_examples
from factcheck.db.folder import digest_of, find_base
from factcheck.db.form import form_faults
from factcheck.db.lint import LINTS, check
from factcheck.db.listing import listing, listing_of_topic, overdue
from factcheck.db.load import InvalidBase, Loaded, load, read_base
from factcheck.db.new import NotWrittenError, fresh, new_assertion, template
from factcheck.db.nodes import MAX_BYTES, read_yaml
from factcheck.db.problems import Problem, did_you_mean
from factcheck.db.readings import readings, wording_faults
from factcheck.db.shape import keys
from factcheck.engine import Checker
from factcheck.files import KEPT
from factcheck.model import (
    Assertion,
    Checked,
    Claim,
    Concept,
    Cue,
    Identifiers,
    Lexicon,
    MatchInfo,
    Qualifiers,
    Rival,
    Strength,
    Within,
)
from factcheck.read import from_text
from factcheck.report.explain import about_source

LABELS_OF_STRENGTH = get_args(Strength)
HERE = Path(__file__).parent
SAMPLES = Path(__file__).parent.parent / "samples"
MINI = HERE / "data" / "mini_db"
BROKEN = sorted((HERE / "broken").glob("*.yaml"))
EXPECT = re.compile(r"# expect: (?P<fragment>.+)$")


def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(MINI, tmp_path / "mini"))


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def edited(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def messages(folders: list[Path]) -> list[str]:
    return [problem.message for problem in check(read_base(folders))]


# ------------------------------------------------------------------ broken samples


def broken_base(sample: Path, tmp_path: Path) -> tuple[Loaded, Path]:
    """The small base with the sample laid over it where its first line says."""
    text = sample.read_text(encoding="utf-8")
    name = text.partition("\n")[0].removeprefix("# file: ")
    folders = [copied(tmp_path)]
    if name.startswith("added/"):
        folders.append(tmp_path / "added")
        name = name.removeprefix("added/")
    place = written(folders[-1], name, text)
    return read_base(folders), place


def expected(text: str) -> list[tuple[int, str]]:
    """Line and fragment of each comment: on its line, or alone above the line that it is about."""
    lines, found = text.split("\n"), []
    for number, line in enumerate(lines, start=1):
        if match := EXPECT.search(line):
            alone = line.lstrip().startswith("#")
            found.append((number + 1 if alone else number, match["fragment"].strip()))
    return found


@pytest.mark.parametrize("sample", BROKEN, ids=lambda path: path.stem)
def test_broken_samples_are_reported_at_their_place_and_nothing_else_is(sample: Path, tmp_path: Path) -> None:
    loaded, place = broken_base(sample, tmp_path)
    problems = list(check(loaded))
    for line, fragment in expected(sample.read_text(encoding="utf-8")):
        fitting = [each for each in problems if each.line == line and fragment in each.message]
        assert fitting, f"line {line}: {fragment!r} not among\n" + "\n".join(each.render() for each in problems)
        assert fitting[0].file == place.as_posix()
        problems.remove(fitting[0])
    assert not problems, "\n".join(each.render() for each in problems)


def test_every_lint_has_a_broken_sample(tmp_path: Path) -> None:
    reached = set()
    for number, sample in enumerate(BROKEN):
        loaded, _ = broken_base(sample, tmp_path / str(number))
        reached |= {lint.__name__ for lint in LINTS if any(lint(loaded))}
    assert {lint.__name__ for lint in LINTS} == reached


def test_the_small_base_has_no_problem() -> None:
    assert check(read_base([MINI])) == ()


# ------------------------------------------------------------------ reading YAML


def test_scalars_stay_text_and_empty_values_are_left_out() -> None:
    page, problems = read_yaml('market: no\nn: 010\ntime: 12:30\nquoted: "null"\na: null\nb: ~\nc:\n', "x.yaml")
    assert page.data == {"market": "no", "n": "010", "time": "12:30", "quoted": "null"}
    assert problems == ()


def test_places_of_values_keys_and_missing_steps() -> None:
    page, _ = read_yaml("a:\n  - b: 1\n    c: [x, y]\n", "x.yaml")
    assert page.place(("a", 0, "c", 1)) == (3, 12)
    assert page.place(("a", 0, "c"), key=True) == (3, 5)
    assert page.place(("a", 0, "missing")) == (2, 5)
    assert page.place(("a", 7)) == (2, 3)


@pytest.mark.parametrize("loader", [nodes.LOADER, yaml.SafeLoader])
@pytest.mark.parametrize(
    ("text", "line", "fragment"),
    [
        ("a: b: c\n", 1, "a colon inside a text"),
        ("a: 'it's'\n", 1, "text follows a closed quotation"),
        ('x: 1\na: "open\nb: 1\n', 2, "never closed"),
        ("a: [1, 2\nb: 3\n", 1, "square brackets is not closed"),
        ("a: {b: 1\nc: 2\n", 1, "braces is not closed"),
        ("a: >= 0.4 %\n", 1, "may not begin with > or |"),
        ("a: @home\n", 1, "may not begin with this character"),
        ('a: "\\q"\n', 1, "a backslash"),
        ("a: - b\n", 1, "a hyphen that begins no list"),
        ("a:\n\tb: 1\n", 2, "a tab"),
        ('x: 1\na: "\x01"\n', 2, "control character"),
        ("- " * 100_000, 1, "nested deeper"),
        ("[" * 100_000, 1, "nested deeper"),
        ("", 1, "the file is empty"),
        ("# only a comment\n", 1, "the file is empty"),
        ("a: 1\n---\nb: 2\n", 2, "second document"),
    ],
)
def test_faults_of_syntax_in_plain_words(
    monkeypatch: pytest.MonkeyPatch, loader: type, text: str, line: int, fragment: str
) -> None:
    monkeypatch.setattr(nodes, "LOADER", loader)
    page, problems = read_yaml(text, "x.yaml")
    assert page.root is None
    assert [each.line for each in problems] == [line]
    assert fragment in problems[0].message


def test_folded_blocks_need_no_quotes_and_keys_must_be_words() -> None:
    page, _ = read_yaml("a: >\n  five words without any quotes\n? [b]\n: c\n", "x.yaml")
    assert [each.message for each in form_faults(page)] == ["a key must be one plain word"]


def test_wordings_of_the_lexicon_need_no_quotes(tmp_path: Path) -> None:
    base = copied(tmp_path)
    edited(base, "lexicon/mini.yaml", "[patch]", "[patch, a patch worn over night]")
    assert messages([base]) == []


def test_problem_is_shown_with_its_line_a_caret_and_a_hint() -> None:
    page, _ = read_yaml("a: 1\nstrenght: high\n", "x.yaml")
    shown = page.problem(("strenght",), "unknown", "did you mean 'strength'?", key=True).render()
    assert shown.split("\n") == [
        "x.yaml:2:1: unknown",
        "    strenght: high",
        "    ^",
        "  hint: did you mean 'strength'?",
    ]


def test_caret_stands_under_the_place_in_long_lines_and_nothing_steers_the_terminal() -> None:
    line = "x" * 300 + "HERE\x1b[31m" + "y" * 300
    _, source, caret = Problem(file="f", line=1, column=301, message="m\x1b", text=line).render().split("\n")
    assert source[caret.index("^") :].startswith("HERE\\x1b[31m")
    assert len(caret) < 120
    assert "\x1b" not in source


# ------------------------------------------------------------------ folders


def test_load_gives_values_with_defaults_and_numbers_from_text() -> None:
    db = load([MINI])
    assert [each.id for each in db.assertions][:2] == ["mini.not-approved", "mini.erases-wrinkles"]
    trial = next(each for each in db.sources if each.id == "trial-2020")
    assert trial.study is not None
    assert (trial.study.n, trial.study.weeks, trial.identifiers.pmid) == (40, 12.0, "12345678")
    assert db.as_of == "2025-05"
    assert db.topics == (("mini", "A small topic"),)
    assert db.assertions[-1].withdrawn


@pytest.mark.parametrize(
    ("prepare", "fragment"),
    [
        (lambda folder: None, "no folder of this name"),
        (lambda folder: folder.write_text("x"), "this is a file"),
        (lambda folder: folder.mkdir(), "no evidence base"),
        (lambda folder: (folder / "topics").mkdir(parents=True), "no assertions"),
    ],
)
def test_a_folder_that_is_no_base_is_one_problem(tmp_path: Path, prepare, fragment: str) -> None:
    prepare(tmp_path / "base")
    with pytest.raises(InvalidBase) as invalid:
        load([tmp_path / "base"])
    assert [fragment in each.message for each in invalid.value.problems] == [True]


def test_all_problems_of_all_files_come_at_once(tmp_path: Path) -> None:
    base = copied(tmp_path)
    edited(base, "topics/mini.yaml", "strength: high", "strength: hihg")
    edited(base, "sources/dish-2018.yaml", "kind: in-vitro", "kind: dish")
    edited(base, "lexicon/mini.yaml", "kind: ingredient", "kind: snail")
    loaded = read_base([base])
    assert loaded.db is None
    assert len(loaded.problems) == 4
    assert "'high'" in loaded.problems[-1].hint


def test_what_an_unreadable_file_holds_is_not_missed_elsewhere(tmp_path: Path) -> None:
    base = copied(tmp_path)
    written(base, "sources/trial-2020.yaml", "id: trial-2020\nkind: [\n")
    written(base, "lexicon/mini.yaml", "concepts: [\n")
    assert len(check(read_base([base]))) == 2


@pytest.mark.parametrize("name", ["topics/more.yml", "sources/a.YAML", "lexicon/words.json"])
def test_files_that_would_be_passed_over_are_named(tmp_path: Path, name: str) -> None:
    base = copied(tmp_path)
    written(base, name, "a: 1\n")
    written(base, "topics/.hidden.yaml", "{")
    assert messages([base]) == ["this file is not read"]


def test_folders_inside_large_files_and_other_encodings_are_refused(tmp_path: Path) -> None:
    base = copied(tmp_path)
    (base / "topics" / "more").mkdir()
    written(base, "sources/large.yaml", "#" * (MAX_BYTES + 1))
    (base / "sources" / "latin.yaml").write_bytes("title: é\n".encode("latin-1"))
    found = sorted(messages([base]))
    assert found == ["folders inside are not read", "larger than 2 MB", "not UTF-8 text (at byte 7)"]


def test_byte_order_mark_and_windows_line_ends_change_no_place(tmp_path: Path) -> None:
    base = copied(tmp_path)
    path = base / "sources" / "dish-2018.yaml"
    text = path.read_text(encoding="utf-8").replace("kind: in-vitro", "kind: dish").replace("\n", "\r\n")
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    (problem,) = read_base([base]).problems
    assert (problem.line, problem.column, problem.text) == (2, 7, "kind: dish")


def test_paths_are_shown_from_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    base = copied(tmp_path)
    edited(base, "sources/dish-2018.yaml", "kind: in-vitro", "kind: dish")
    monkeypatch.chdir(tmp_path)
    assert read_base([base]).problems[0].file == "mini/sources/dish-2018.yaml"


def test_digest_knows_names_and_contents_and_not_the_place(tmp_path: Path) -> None:
    base = copied(tmp_path)
    first = digest_of([base])
    assert first == digest_of([MINI]) == load([base]).digest
    edited(base, "topics/mini.yaml", "Two controlled", "Three controlled")
    second = digest_of([base])
    (base / "topics" / "mini.yaml").rename(base / "topics" / "mini2.yaml")
    assert len({first, second, digest_of([base]), digest_of([MINI, base]), digest_of([base, MINI])}) == 5


# ------------------------------------------------------------------ several bases

ADDED = """\
topic: {topic}
changes: {changes}
assertions:
  - id: {topic}.roses
    says: "Snail cream smells of roses."
    also: ["A rosy cream", "Rose-scented cream", "Scent of roses", "Roses in a cream"]
    evidence_says: unsettled
    strength: low
    because: "Nobody has looked at it."
    evidence: [{{source: trial-2020, shows: mixed}}]
    examples:
      unsupported: ["It smells like a rose garden.", "The scent of June roses."]
      not_this: ["Rose gardens smell good.", "Snails eat roses."]
"""


def added(tmp_path: Path, changes: str = "[]", topic: str = "brand") -> Path:
    return written(tmp_path / "added", f"topics/{topic}.yaml", ADDED.format(topic=topic, changes=changes)).parent.parent


def test_a_later_base_adds_assertions_also_to_a_topic_of_the_same_name(tmp_path: Path) -> None:
    db = load([MINI, added(tmp_path, topic="mini")])
    assert db.assertions[-1].id == "mini.roses"
    assert db.topics == (("mini", "A small topic"),)
    assert messages([MINI, added(tmp_path, topic="mini")]) == []


def test_a_later_base_withdraws_with_a_reason(tmp_path: Path) -> None:
    changes = '[{id: mini.calms-redness, withdraw: true, reason: "Our market knows better."}]'
    db = load([MINI, added(tmp_path, changes)])
    changed = next(each for each in db.assertions if each.id == "mini.calms-redness")
    assert changed.withdrawn == "Our market knows better."


def test_a_later_base_narrows_the_bounds_it_names_and_keeps_the_others(tmp_path: Path) -> None:
    changes = '[{id: mini.erases-wrinkles, reason: "Tried to 1 %.", within: {dose: "0.4-1 %"}}]'
    db = load([MINI, added(tmp_path, changes)])
    changed = next(each for each in db.assertions if each.id == "mini.erases-wrinkles")
    assert (changed.within.dose, changed.within.time, changed.within.setting) == (
        "0.4-1 %",
        "12 weeks",
        ("intact-skin",),
    )
    assert changed.because.endswith("Narrowed: Tried to 1 %.")


def test_bases_narrow_one_after_the_other_and_never_widen_again(tmp_path: Path) -> None:
    def base(name: str, dose: str) -> Path:
        text = f'topic: {name}\nchanges: [{{id: mini.erases-wrinkles, reason: "R.", within: {{dose: "{dose}"}}}}]\n'
        return written(tmp_path / name, f"topics/{name}.yaml", text).parent.parent

    assert messages([MINI, base("one", "0.4-1 %"), base("two", "0.5-1 %")]) == []
    wider = "wider than the assertion it narrows: 0.4-2 % (it holds for 0.4-1 %)"
    assert messages([MINI, base("one", "0.4-1 %"), base("two", "0.4-2 %")]) == [wider]


@pytest.mark.parametrize(
    ("key", "held", "given", "said"),
    [
        ("dose", ">= 5 %", "2-5 %", "2-5 % (it holds from 5 %)"),
        ("dose", "<= 5 %", "4-6 %", "4-6 % (it holds up to 5 %)"),
        ("dose", ">= 5 %", "5 mg", "5 mg (it holds from 5 %)"),
        ("time", "12 weeks", ">= 12 weeks", ">= 12 weeks (it holds for 12 weeks)"),
        ("dose", ">= 5 %", "5-10 %", None),
        ("time", "8-12 weeks", "2-3 months", None),
        ("time", None, "2 days", None),
    ],
)
def test_an_amount_is_narrower_if_all_of_it_lies_within(
    key: str, held: str | None, given: str, said: str | None
) -> None:
    assert list(bounds.wider(Within(**{key: given}), Within(**{key: held}))) == ([(key, said)] if said else [])


@pytest.mark.parametrize(
    ("key", "text", "hint"),
    [
        ("dose", "5 % or more", 'alone: ">= 5 %"'),
        ("dose", "5 %+", 'alone: ">= 5 %"'),
        ("dose", "up to 5 %", 'alone: "<= 5 %"'),
        ("time", "over 12 weeks", 'alone: ">= 12 weeks"'),
        ("time", "at least twelve weeks", 'alone: ">= twelve weeks"'),
        ("time", "twice daily for 12 weeks", 'alone: "12 weeks"'),
        ("dose", "0.05 % and 0.1 %", "one amount or one range"),
        ("dose", ">= SPF 30", "one amount or one range"),
        ("dose", "# %", "like"),
        ("dose", "12 weeks", "under `time`"),
        ("time", "5 %", "under `dose`"),
    ],
)
def test_amounts_that_would_be_misread_are_refused_with_what_to_write(key: str, text: str, hint: str) -> None:
    wrong = bounds.fault(key, text)
    assert wrong is not None
    assert hint in wrong[1]


@pytest.mark.parametrize("text", ["5 %", ">= 0.4 %", "at least 5%", "2 to 5 %", "30–150 nm", "SPF 15-100", "SPF 50+"])
def test_amounts_that_are_read_as_written_are_taken(text: str) -> None:
    assert bounds.fault("dose", text) is None


def test_a_base_cannot_change_its_own_assertions(tmp_path: Path) -> None:
    changes = '[{id: brand.roses, withdraw: true, reason: "No."}]'
    assert messages([MINI, added(tmp_path, changes)]) == ["no assertion 'brand.roses' in a base loaded before"]


def test_an_id_taken_in_an_earlier_base_is_named_with_both_places(tmp_path: Path) -> None:
    base = added(tmp_path)
    shutil.copy(MINI / "sources" / "dish-2018.yaml", base / "topics")
    (base / "sources").mkdir()
    (base / "topics" / "dish-2018.yaml").rename(base / "sources" / "dish-2018.yaml")
    (problem,) = read_base([MINI, base]).problems
    assert problem.file == (base / "sources" / "dish-2018.yaml").as_posix()
    assert "dish-2018.yaml:1" in problem.message


def test_a_later_lexicon_adds_wordings_to_a_concept(tmp_path: Path) -> None:
    base = added(tmp_path)
    written(
        base,
        "lexicon/more.yaml",
        "concepts:\n  - {id: wrinkles, kind: outcome, forms: [crinkle], does: [uncrinkles]}\n",
    )
    concept = next(each for each in load([MINI, base]).lexicon.concepts if each.id == "wrinkles")
    assert concept.forms == ("wrinkle", "line", "crinkle")
    assert concept.does == ("anti-wrinkle", "uncrinkles")
    assert concept.valence == "bad"
    assert messages([MINI, base]) == []


def test_a_base_named_twice_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    base = copied(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert load([base, Path("mini"), tmp_path / "x" / ".." / "mini"]) == load([base])


# ------------------------------------------------------------------ the cache


def test_the_second_load_comes_from_the_cache_and_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = tmp_path / "deep" / "cache"
    first = load_cached([MINI], cache)
    assert cache.stat().st_mode & 0o777 == 0o700
    monkeypatch.setattr(compiled, "checked", lambda folders: pytest.fail("read anew"))
    assert load_cached([MINI], cache) == first == load([MINI])


def test_a_changed_base_is_read_anew(tmp_path: Path) -> None:
    base, cache = copied(tmp_path), tmp_path / "cache"
    load_cached([base], cache)
    edited(base, "topics/mini.yaml", "Two controlled", "Three controlled")
    assert load_cached([base], cache).assertions[1].because.startswith("Three")


def test_a_base_kept_by_other_types_is_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache, types = tmp_path / "cache", tmp_path / "model"
    shutil.copytree(Path(compiled.model.__file__).parent, types)
    monkeypatch.setattr(compiled.model, "__file__", str(types / "__init__.py"))
    load_cached([MINI], cache)
    with (types / "sources.py").open("a") as file:
        file.write("\n# another field\n")
    monkeypatch.setattr(compiled, "checked", lambda folders: "read anew")
    monkeypatch.setattr(compiled, "put", lambda path, data: None)
    assert load_cached([MINI], cache) == "read anew"


def test_a_kept_base_rests_on_all_that_its_checks_ask() -> None:
    """What stands at the top of a module of this room and comes from another one; types and writing apart."""
    rows = (row for path in Path(compiled.__file__).parent.glob("*.py") for row in path.read_text("utf-8").splitlines())
    asked = {found[1] for row in rows if (found := re.match(r"from factcheck\.([\w.]+)", row))}
    apart = {name for name in asked if name.split(".")[0] in {"db", "files", "model"}}
    assert {f"{name.replace('.', '/')}.py" for name in asked - apart} == set(compiled.ASKED)


def test_a_base_is_in_order_from_wherever_it_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    base = copied(tmp_path)
    written(base, "lexicon/parcels.yaml", "concepts:\n  - {id: parcels, kind: mask, forms: [sent to you over night]}\n")
    monkeypatch.chdir(base / "lexicon")
    assert load([base]).assertions


@pytest.mark.parametrize("content", [b"", b"\x00\xff", b"\x81\xa1a\x01", b"\x91" * 5000])
def test_a_damaged_cache_file_is_ignored_and_replaced(tmp_path: Path, content: bytes) -> None:
    db = load_cached([MINI], tmp_path)
    (file,) = tmp_path.glob("base-*")
    file.write_bytes(content)
    assert load_cached([MINI], tmp_path) == db
    assert file.read_bytes() != content


def test_a_cache_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    place = written(tmp_path, "file", "in the way")
    assert load_cached([MINI], place / "cache") == load_cached([MINI], None)


def test_only_a_base_without_problems_is_cached(tmp_path: Path) -> None:
    base, cache = copied(tmp_path), tmp_path / "cache"
    edited(base, "topics/mini.yaml", "source: trial-2020", "source: trail-2020")
    for _ in range(2):
        with pytest.raises(InvalidBase, match="no source 'trail-2020'"):
            load_cached([base], cache)
    assert not list(tmp_path.glob("cache/*"))


@pytest.mark.parametrize("name", ["misspelt", "empty"])
def test_a_base_that_adds_nothing_is_refused_though_the_rest_is_cached(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    load_cached([MINI], tmp_path / "cache")
    with pytest.raises(InvalidBase, match=r"no folder of this name|no evidence base"):
        load_cached([MINI, tmp_path / name], tmp_path / "cache")


def test_old_cache_files_are_removed(tmp_path: Path) -> None:
    base, cache = copied(tmp_path), tmp_path / "cache"
    for number in range(KEPT + 3):
        edited(base, "topics/mini.yaml", 'title: "', f'title: "{number} ')
        load_cached([base], cache)
    assert len(list(cache.iterdir())) == KEPT


def test_the_cached_way_imports_nothing_heavy(tmp_path: Path) -> None:
    load_cached([MINI], tmp_path)
    code = (
        "import sys; from pathlib import Path; from factcheck.db.compile import load_cached;"
        f"assert load_cached([Path({str(MINI)!r})], Path({str(tmp_path)!r})).assertions;"
        "print([m for m in ('yaml', 'pydantic', 'spacy', 'difflib') if m in sys.modules])"
    )
    path = os.pathsep.join((str(HERE.parent), *filter(None, [os.environ.get("PYTHONPATH")])))
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


# ------------------------------------------------------------------ templates, lists, schemas


def test_the_template_is_valid_yaml_with_every_gap_marked_and_explained(tmp_path: Path) -> None:
    path = new_assertion(tmp_path, "brand.calms-redness", "2026-11")
    loaded = read_base([tmp_path])
    assert loaded.db is not None
    assert loaded.db.assertions[0].id == "brand.calms-redness"
    gaps = [each for each in check(loaded) if "filled in" in each.message]
    assert len(gaps) == path.read_text(encoding="utf-8").count('"FILL IN"') + 1  # and the source
    assert {each.message for each in check(loaded)} == {gaps[0].message}


def test_the_template_names_every_field_an_expert_fills_in() -> None:
    text = fresh("brand.x", "2026-11")
    left_out = {"review_by", "stands_behind", "proof_lacking", "explains", "known_misses", "withdrawn"}
    assert {key for key in keys(Assertion) if f"{key}:" not in text} == left_out


def test_the_readme_of_the_base_shows_the_template_as_it_is() -> None:
    readme = (find_base() / "README.md").read_text(encoding="utf-8")
    assert template("exosomes.calms-redness", "2026-11") in readme
    assert "`" + "`, `".join(LABELS_OF_STRENGTH) + "`" in readme


def test_the_filled_in_example_in_the_readme_of_the_base_passes_and_changes_nothing_else(
    tmp_path: Path, checker: Checker
) -> None:
    """Nor does the order change in which a process keeps its sets: the shared checker was made ready in another one."""
    grown = Checker(load([find_base(), invented_base(tmp_path)]))  # which takes no base with a problem
    assert [render_outcome(each) for each in failures(run_examples(grown, "birch"))] == []
    assert list(wording_faults(grown, "birch")) == []
    page = from_text((SAMPLES / "exosome-serum.txt").read_text("utf-8"))
    here, there = ([(c.start, c.end, c.label, c.citations, c.explanation) for c in each.check(page).claims]
                   for each in (grown, checker))  # fmt: skip
    assert here == there and here


def test_a_mask_is_asked_of_no_claim(tmp_path: Path) -> None:
    base = copied(tmp_path)
    lexicon = "concepts:\n  - {id: parcels, kind: mask, forms: [shipped overnight]}\n"
    written(base, "lexicon/parcels.yaml", lexicon)
    edited(base, "topics/mini.yaml", '"Wipes out wrinkles"', '"Shipped overnight, it wipes out wrinkles"')
    asked = {
        requirement.concept
        for held in Checker(load([base])).index.by_anchor.values()
        for phrasing in held
        for requirement in (*phrasing.subjects, phrasing.anchor, *phrasing.others)
    }
    assert asked and "parcels" not in asked


def test_a_source_is_explained_with_how_the_article_cites_it() -> None:
    db = load([MINI])
    (source,) = (each for each in db.sources if each.id == "dish-2018")
    assert "Cited there as: Dish 2018\n  The article says: Snails work.\n" in about_source(source, db)


def invented_base(folder: Path) -> Path:
    """What the README of the base shows, as a base."""
    blocks = re.findall(r"```yaml\n(.*?)```", (find_base() / "README.md").read_text(encoding="utf-8"), re.S)
    assert len(blocks) == 5
    names = ("topics/birch.yaml", "lexicon/our-words.yaml", "sources/helix-2024.yaml", "topics/our-claims.yaml")
    for name, text in zip(names, blocks[1:], strict=True):
        written(folder, name, text)
    return folder


def test_a_second_template_is_appended_and_the_first_file_kept(tmp_path: Path) -> None:
    path = new_assertion(tmp_path, "brand.one", "2026-11")
    before = path.read_text(encoding="utf-8")
    assert new_assertion(tmp_path, "brand.two", "2026-11") == path
    assert path.read_text(encoding="utf-8").startswith(before)
    db = read_base([tmp_path]).db
    assert db is not None
    assert [each.id for each in db.assertions] == ["brand.one", "brand.two"]


def test_the_template_takes_the_indentation_of_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, "topics/brand.yaml", "topic: brand\nassertions:\n- id: brand.one\n  says: x\n")
    new_assertion(tmp_path, "brand.two", "2026-11")
    assert "\n- id: brand.two\n  #" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "text", "fragment"),
    [
        ("Brand.X", None, "no id"),
        ("brand", None, "no id"),
        ("../../etc.x", None, "no id"),
        ("brand.one", "topic: brand\nassertions:\n  - id: brand.one\n", "already, on line 3"),
        ("brand.two", "topic: brand\nassertions: [{id: brand.one}]\n", "on lines of their own"),
        ("brand.two", "topic: brand\nassertions:\n  - id: brand.one\ntitle: x\n", "must be the last key"),
        ("brand.two", "topic: [\n", "mend it first"),
        ("brand.held", None, "write it under `changes`"),
        ("brand.held", "topic: brand\nassertions:\n  - id: brand.held\n", "already, on line 3"),
    ],
)
def test_no_template_is_written_where_it_would_not_be_read(
    tmp_path: Path, name: str, text: str | None, fragment: str
) -> None:
    if text:
        written(tmp_path, "topics/brand.yaml", text)
    with pytest.raises(NotWrittenError, match=fragment):
        new_assertion(tmp_path, name, "2026-11", {"brand.held"})
    assert [each.read_text(encoding="utf-8") for each in tmp_path.rglob("*.yaml")] == ([text] if text else [])


def test_nothing_is_written_into_an_installed_package(tmp_path: Path) -> None:
    with pytest.raises(NotWrittenError, match="installed package"):
        new_assertion(tmp_path / "site-packages" / "factcheck" / "claims_db", "brand.x", "2026-11")


def test_listing_counts_the_base() -> None:
    text = listing(load([MINI]))
    assert re.search(r"^assertions +3$", text, re.M)
    assert re.search(r"^withdrawn +1$", text, re.M)
    assert re.search(r"^mini +A small topic +3 +1 +1 +1 +15 +14$", text, re.M)
    assert re.search(r"^verified +5$", text, re.M)
    rows = listing_of_topic(load([MINI]), "mini")
    assert re.search(r"^mini\.erases-wrinkles +contradicted +moderate +5 +4 +1$", rows, re.M)


def test_what_is_past_its_review_date_is_named(tmp_path: Path) -> None:
    base = copied(tmp_path)
    edited(base, "topics/mini.yaml", "as_of: 2025-05", "as_of: 2025-05\n    review_by: 2026-05")
    held = load([base])
    assert overdue(held, "2026-06") == ("due for review since 2026-05: mini.not-approved",)
    assert overdue(held, "2026-05") == ()


def test_the_schema_files_agree_with_the_types(tmp_path: Path) -> None:
    assert schema.stale(find_base()) == ()
    assert len(schema.write_schemas(tmp_path)) == 3
    assert schema.write_schemas(tmp_path) == ()


def test_the_schemas_explain_every_key_and_accept_the_small_base() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    for folder, kind in (("topics", "topic"), ("sources", "source"), ("lexicon", "lexicon")):
        rules = json.loads(schema.schemas()[f"{kind}.json"])
        described = [about for each in (rules, *rules["$defs"].values()) for about in each["properties"].values()]
        assert all("description" in about or "$ref" in about for about in described)
        for path in (MINI / folder).glob("*.yaml"):
            jsonschema.validate(yaml.safe_load(path.read_text(encoding="utf-8")), rules)


@pytest.mark.parametrize(
    ("venue", "line"),
    [
        ("Cosmetics 2024;11(5):154", "Helix A. A trial. Cosmetics 2024;11(5):154."),
        ("Cosmetics", "Helix A. A trial. Cosmetics. 2024."),
        (None, "Helix A. A trial. 2024."),
    ],
)
def test_a_reference_says_the_year_once(venue: str | None, line: str) -> None:
    trial = replace(load([MINI]).sources[0], authors="Helix A", title="A trial", venue=venue, year=2024)
    assert replace(trial, citation=None, identifiers=Identifiers(doi="10.1234/x")).reference == line


# ------------------------------------------------------------------ looking things up


def test_a_word_leads_to_the_concepts_that_it_names_by_stem_or_as_written() -> None:
    lexicon = Lexicon(
        concepts=(
            Concept(id="wrinkles", kind="outcome", valence="bad", forms=("wrinkle",), does=("anti-wrinkle",)),
            Concept(id="fine-lines", kind="outcome", valence="bad", isa=("wrinkles",), forms=("fine line", "=lines")),
        )
    )
    for word, ids in (
        ("Wrinkles", ["wrinkles"]),
        ("anti wrinkle", ["wrinkles"]),
        ("fine lines", ["fine-lines"]),
        ("lines", ["fine-lines"]),
        ("line", []),
        ("flab", []),
    ):
        assert [each.id for each in lookup.named(word, lexicon)] == ids
    assert lookup.holding("line", lexicon) == (("lines", "fine-lines"), ("fine line", "fine-lines"))
    assert lookup.narrower("wrinkles", lexicon) == ("fine-lines",)


def test_a_concept_knows_who_asks_for_it_and_to_whom_it_is_another_claim() -> None:
    base = load([MINI])
    assert lookup.users("wrinkles", Checker(base).index) == ("mini.erases-wrinkles",)
    assert lookup.users("snail", Checker(base).index) == ("mini.erases-wrinkles",)
    assert lookup.excluding("patch", base) == ("mini.not-approved",)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("snail mucin", ["snail (ingredient)", "Named by (forms): snail, snail mucin", "mini.erases-wrinkles"]),
        ("patch", ["patch (product)", "Another claim to (unless): mini.not-approved"]),
        ("erase", ["direction down, a complete effect", "A kind of: reduce"]),
        ("after-needling", ["A setting: written under `within`", "Named by the words: after needling"]),
        ("not-covered", ["not covered", "The evidence base does not speak about it."]),
        ("unsupported", ["It does not say false."]),
        ("softened", ["hedged"]),
    ],
)
def test_words_settings_and_labels_are_explained(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str, parts: list[str]
) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr(explaining, "readable_base", lambda db: load([MINI]))
    assert explaining.explain(name) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert all(part in shown for part in parts), shown


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("mucin", 'wordings with it in them: "snail mucin" (snail)'),
        ("flab", "the lexicon does not know the word either"),
        ("mini.erases-wrinkle", "did you mean mini.erases-wrinkles?"),
        ("mini", "factcheck db list --topic mini"),
        ("calms-redness", "did you mean mini.calms-redness?"),
    ],
)
def test_what_nothing_is_called_gets_a_hint_that_helps(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str, told: str
) -> None:
    monkeypatch.setattr(explaining, "readable_base", lambda db: load([MINI]))
    assert explaining.explain(name) == 2
    assert capsys.readouterr().err.rstrip().endswith(told)


def test_hints_lead_to_what_a_thing_is_called_here_and_not_astray(tmp_path: Path) -> None:
    base = copied(tmp_path)
    written(
        base,
        "lexicon/x.yaml",
        "concepts:\n  - {id: chin, kind: place, words: [chin]}\n  - {id: skin, kind: body, colour: [skin]}\n",
    )
    assert [(each.message, each.hint) for each in read_base([base]).problems] == [
        ("'place' is no value of 'kind'", "that is called 'body' here"),
        ("'words' is no key of a concept", "that is called 'forms' here"),
        ("'colour' is no key of a concept", hint_of_keys()),
    ]
    edited(base, "lexicon/x.yaml", "kind: place, words", "kind: body, forms")
    edited(base, "lexicon/x.yaml", "colour", "forms")
    edited(base, "topics/mini.yaml", "unless: [patch]", "unless: [injected, crumbs]\n    stands_behind: testimonal")
    hints = [each.hint for each in check(read_base([base])) if "no concept" in each.message]
    assert hints[0] == "that is a setting: write it under `within`"
    assert hints[1].startswith("one of: chin, ")
    (behind,) = [each for each in check(read_base([base])) if "testimonal" in each.message]
    assert "testimonial" in behind.hint
    assert did_you_mean("abcde", [f"concept-{number}" for number in range(99)]) == ""


def hint_of_keys() -> str:
    return f"one of: {', '.join(sorted(keys(Concept)))}"


# ------------------------------------------------------------------ examples


def found(name: str, label: str) -> Claim:
    assertion = next(each for each in load([MINI]).assertions if each.id == name)
    return Claim(
        text="It erases every wrinkle", start=0, end=5, line=1, column=1, place=None,
        sentence="It erases every wrinkle.", label=label, reason="evidence-disagrees",  # type: ignore[arg-type]
        assertion=assertion, match=MatchInfo(score=0.9, level="close", phrasing="Wipes out wrinkles"),
        rivals=(Rival(id="mini.x", score=0.3),),
        qualifiers=Qualifiers(absolute=True, cues=(Cue(kind="absolute", text="every", start=0, end=5),)),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "claims", "passed"),
    [
        ("contradicted", [("mini.erases-wrinkles", "contradicted")], True),
        ("contradicted", [("mini.erases-wrinkles", "unsupported")], False),
        ("contradicted", [("mini.calms-redness", "contradicted")], False),
        ("contradicted", [], False),
        ("not_this", [("mini.calms-redness", "unsupported")], True),
        ("not_this", [("mini.erases-wrinkles", "unsupported")], False),
        ("known_misses", [], True),
        ("known_misses", [("mini.erases-wrinkles", "contradicted")], False),
    ],
)
def test_an_example_passes_when_its_assertion_gives_its_label(
    kind: str, claims: list[tuple[str, str]], passed: bool
) -> None:
    checked = Checked(name="x", claims=tuple(found(*each) for each in claims))
    each = outcome("mini.erases-wrinkles", kind, "It erases every wrinkle.", checked)  # type: ignore[arg-type]
    assert each.passed is passed
    shown = render_outcome(each)
    assert shown.startswith("ok" if passed else "FAIL")
    assert ("→" in shown) is not passed


def test_an_outcome_tells_an_expert_what_was_understood() -> None:
    checked = Checked(name="x", claims=(found("mini.erases-wrinkles", "unsupported"),))
    shown = render_outcome(outcome("mini.erases-wrinkles", "contradicted", "It erases every wrinkle.", checked))
    for part in (
        "wanted    contradicted by mini",
        "got       unsupported by mini",
        "evidence-disagrees",
        "Wipes out",
        "0.90",
    ):
        assert part in shown
    assert "absolute 'every'" in shown
    assert "mini.x (0.30)" in shown


class Silent:
    """A checker that finds nothing."""

    db = load([MINI])

    def check(self, document: object) -> Checked:
        return Checked(name="x")


def test_every_example_of_the_assertions_that_hold_is_run() -> None:
    outcomes = list(run_examples(Silent()))  # type: ignore[arg-type]
    assert {each.kind for each in outcomes} <= set(KINDS)
    assert {each.assertion for each in outcomes} == {
        f"mini.{s}" for s in ("not-approved", "erases-wrinkles", "calms-redness")
    }
    assert all(each.passed is (each.kind in ("not_this", "known_misses")) for each in outcomes)
    only = list(run_examples(Silent(), "mini.calms-redness"))  # type: ignore[arg-type]
    assert {each.assertion for each in only} == {"mini.calms-redness"}


def test_withdrawn_assertions_are_kept_and_not_run() -> None:
    base = Silent.db
    assert any(each.withdrawn for each in base.assertions)
    gone = replace(base.assertions[0], withdrawn="No longer.")
    silent = Silent()
    silent.db = replace(base, assertions=(gone,))
    assert list(run_examples(silent)) == []  # type: ignore[arg-type]


WHEN = """\
concepts:
  - {id: onset, kind: other, forms: [overnight, in days]}
  - {id: shins, kind: body, forms: [shin]}
  - {id: filling, kind: other, forms: [fill in]}
"""


def test_the_test_of_one_assertion_shows_its_wordings_and_says_why_there_is_nothing_to_test(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    base = copied(tmp_path)
    new_assertion(base, "brand.empty", "2026-11")
    monkeypatch.setattr(verbs, "folders", lambda db: [base])
    assert verbs.test_base("mini.glows-in-the-dark") == 0
    assert verbs.test_base("brand.empty") == 3
    verbs.test_base("mini.erases-wrinkles")
    said = capsys.readouterr()
    assert said.out.startswith("mini.glows-in-the-dark is withdrawn: The notice speaks of snails. It is not matched")
    assert "brand.empty is an empty template" in said.err
    assert "      phrasing  Wipes out wrinkles\n      read as   snail" in said.out


@pytest.mark.parametrize(
    ("wording", "told"),
    [
        ("Snail cream does not erase wrinkles.", "so no claim can be told from its denial"),
        ("Snail cream, for you.", "nothing in it but its subject"),
        (
            "Melts cellulite overnight",
            "says only when, where or for whom, so it would match every claim that says so: give",
        ),
        ("Burns flab on shins", 'give the lexicon "burns", "flab"'),
        ("For snailier shins", 'give the lexicon "snailier"'),
        ("FILL IN", "still to be filled in"),
        ("Moonwort cream erases wrinkles.", 'no word of the lexicon names "moonwort"'),
    ],
)
def test_wordings_at_fault_are_told_in_the_expert_s_words(tmp_path: Path, wording: str, told: str) -> None:
    base = copied(tmp_path)
    written(base, "lexicon/when.yaml", WHEN)
    edited(base, "topics/mini.yaml", '"Snail cream erases wrinkles."', '"A cosmetic erases wrinkles."')
    before = list(wording_faults(Checker(load([base]))))
    edited(base, "topics/mini.yaml", '"Goodbye wrinkles"', f'"{wording}"')
    (fault,) = [each for each in wording_faults(Checker(load([base]))) if each not in before]
    assert f"mini.erases-wrinkles  (wording)\n      phrasing  {wording}\n" in fault
    assert told in fault.split("→ ")[1]


UNNAMED = """
topic: brand
assertions:
  - id: brand.lines
    says: "{says}"
    also: ["A visible lessening of lines", "Reduces wrinkles", "Snail lessens lines", "lessens wrinkles"]
    evidence_says: unsettled
    strength: low
    because: "Nobody has looked at it."
    evidence: [{{source: trial-2020, shows: mixed}}]
    examples:
      unsupported: ["It reduces lines.", "Fewer lines with it."]
      not_this: ["Rose gardens smell good.", "Snails eat roses."]
"""
"""An assertion about what `says` names first."""


@pytest.mark.parametrize(
    ("says", "named"),
    [
        ("Moonwort reduces lines.", "moonwort"),
        ("Moonwort cream reduces lines.", "moonwort"),
        ("A moonwort cream reduces lines.", "moonwort"),
        ("Lines are reduced by moonwort.", "moonwort"),
        ("Crisaborole reduces lines.", "crisaborole"),
        ("Moon water reduces lines.", "moon water"),
    ],
)
def test_an_assertion_about_what_no_word_names_is_refused_because_it_would_hold_of_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], says: str, named: str
) -> None:
    place = written(tmp_path / "own", "topics/brand.yaml", UNNAMED.format(says=says))
    monkeypatch.setattr(verbs, "folders", lambda db: [MINI, tmp_path / "own"])
    monkeypatch.setattr(verbs, "cache_folder", lambda: None)
    assert verbs.check_base() == 3
    told = capsys.readouterr().err
    assert f'{place.as_posix()}:5:11: no word of the lexicon names "{named}"' in told
    assert f"{{id: {named.replace(' ', '-')}, kind: ingredient, isa: [cosmetic], forms: [{named}]}}" in told
    written(tmp_path / "own", "lexicon/own.yaml", f"concepts:\n  - {{id: own, kind: ingredient, forms: [{named}]}}\n")
    assert verbs.check_base() == 0


@pytest.mark.parametrize(
    "says", ["Snail reduces lines.", "The tonic reduces lines.", "Lines are reduced.", "A cream reduces lines."]
)
def test_an_assertion_about_what_is_known_or_about_any_product_is_not_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, says: str
) -> None:
    written(tmp_path / "own", "topics/brand.yaml", UNNAMED.format(says=says))
    monkeypatch.setattr(verbs, "folders", lambda db: [MINI, tmp_path / "own"])
    monkeypatch.setattr(verbs, "cache_folder", lambda: None)
    assert verbs.check_base() == 0


@pytest.mark.parametrize("wording", ["Snail cream wipes out shins", "Erases wrinkles on plump shins", "Seen in days"])
def test_wordings_that_name_what_they_are_about_are_not_at_fault(tmp_path: Path, wording: str) -> None:
    base = copied(tmp_path)
    written(base, "lexicon/when.yaml", WHEN)
    edited(base, "topics/mini.yaml", '"Goodbye wrinkles"', f'"{wording}"')
    assert not [each for each in wording_faults(Checker(load([base]))) if wording in each]


def test_each_wording_is_shown_as_it_is_read(tmp_path: Path) -> None:
    base = copied(tmp_path)
    written(base, "lexicon/when.yaml", WHEN)
    edited(base, "topics/mini.yaml", '"Goodbye wrinkles"', '"Erases ugly wrinkles overnight"')
    shown = list(readings(Checker(load([base])), "mini.erases-wrinkles"))
    assert len(shown) == 5
    assert shown[-1].split("\n") == [
        "read  mini.erases-wrinkles  (wording)",
        "      phrasing  Erases ugly wrinkles overnight",
        "      read as   snail + cream + wrinkles (better, in full) + onset",
        "      beside    erase (effect)",
        "      unknown   ugly",
    ]


def test_an_example_that_is_still_the_template_s_fails_and_a_question_is_told() -> None:
    shown = render_outcome(outcome("mini.erases-wrinkles", "not_this", "FILL IN", Checked(name="x")))
    assert shown.startswith("FAIL") and "still to be filled in" in shown
    asked = outcome("mini.erases-wrinkles", "contradicted", "Does it erase wrinkles?", Checked(name="x"))
    assert "a question claims nothing" in render_outcome(asked)


def test_no_wording_that_the_tool_offers_is_flagged_by_it(checker: Checker) -> None:
    """By no assertion of the whole base, not only by the one that offers it."""
    offered = {each.instead for each in checker.db.assertions if each.instead and not each.withdrawn}
    judged = {text: checker.check(from_text(text)).claims for text in offered}
    flagged = {
        text: [c for c in claims if c.label in ("unsupported", "contradicted")] for text, claims in judged.items()
    }
    assert len(offered) > 150 and not {text for text, claims in flagged.items() if claims}
