"""Settings: which place wins, what is refused, and what `factcheck config` says of it."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest
from command import CONTRADICTED, Run, run

from factcheck.config import ConfigError, InForce, Settings, choices_of, in_force, key_of
from factcheck.model import Market
from factcheck.read import ReadOptions

__all__ = ["run"]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def force(folder: Path, *, flags: dict[str, object] | None = None, **environ: str) -> InForce:
    return in_force(flags or {}, environ, folder)


# ------------------------------------------------------------------ which place wins


def test_a_flag_beats_a_variable_beats_the_file_beats_the_default(here: Path) -> None:
    assert force(here).settings == Settings()
    (here / "factcheck.toml").write_text('# ours\nfail-on = "unsupported"\nshow = "all"\nstrict = true\n')
    got = force(here, flags={"show": "flagged", "strict": None}, FACTCHECK_FAIL_ON="never", FACTCHECK_SHOW="all")
    assert (got.settings.fail_on, got.settings.show, got.settings.strict) == ("never", "flagged", True)
    assert {name: got.origins[name] for name in ("fail_on", "show", "strict", "quiet")} == {
        "fail_on": "FACTCHECK_FAIL_ON", "show": "--show", "strict": "factcheck.toml:4", "quiet": "default",
    }  # fmt: skip


def test_the_nearest_file_holds_and_in_one_folder_the_plainest(here: Path) -> None:
    below = here / "a" / "b"
    below.mkdir(parents=True)
    (here / "pyproject.toml").write_text("[project]\nname = 'x'\n[tool.factcheck]\nshow = 'all'\n")
    assert force(below).file == here / "pyproject.toml" and force(below).settings.show == "all"
    (below / "pyproject.toml").write_text("[project]\nname = 'not ours'\n")
    assert force(below).file == here / "pyproject.toml"
    (here / "a" / ".factcheck.toml").write_text("quiet = true\n")
    assert force(below).settings.quiet and force(below).settings.show == "flagged"
    (here / "a" / "factcheck.toml").write_text("verbose = true\n")
    assert force(below).file == here / "a" / "factcheck.toml"


@pytest.mark.parametrize(
    "text",
    ["[tool.'factcheck']\nquiet = true", "[tool]\nfactcheck = {quiet = true}", "tool.factcheck.quiet = true"],
)
def test_our_section_may_be_written_in_any_way(here: Path, text: str) -> None:
    (here / "pyproject.toml").write_text(text)
    assert force(here).settings.quiet
    (here / "pyproject.toml").write_text('tool = "factcheck"')
    assert force(here).file is None


def test_patterns_in_a_file_start_at_the_file(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("pages/new.md", "pages/archive/old.md"):
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_text(CONTRADICTED)
    (here / "factcheck.toml").write_text('exclude = ["pages/archive/**"]\nformat = "compact"\n')
    for folder, words in (
        (here, "pages"),
        (here, str(here / "pages")),
        (here / "pages", "."),
        (here / "pages", "new.md archive/old.md --force-exclude"),
        (here / "pages", "new.md archive --force-exclude --exclude archive"),
    ):
        monkeypatch.chdir(folder)
        assert "1 document checked" in run(*words.split()).err, words


def test_a_file_can_be_named_and_files_can_be_left_out(here: Path) -> None:
    (here / "factcheck.toml").write_text("quiet = true\n")
    (here / "other.toml").write_text("verbose = true\n")
    named = in_force({}, {}, here, file=here / "other.toml")
    assert named.settings.verbose and not named.settings.quiet
    assert in_force({}, {"FACTCHECK_CONFIG": "other.toml"}, here).settings.verbose
    assert in_force({}, {"FACTCHECK_STRICT": "1"}, here, isolated=True).settings == Settings(strict=True)


def test_paths_in_a_file_start_at_the_file(here: Path) -> None:
    (here / "factcheck.toml").write_text('db = ["ours", "/theirs"]\nbaseline = "known.json"\n')
    (here / "copy").mkdir()
    got = force(here / "copy").settings
    assert got.db == (here / "ours", Path("/theirs")) and got.baseline == here / "known.json"
    assert force(here / "copy", flags={"db": [Path("mine")]}).settings.db == (Path("mine"),)


def test_variables_are_words(here: Path) -> None:
    got = force(
        here, FACTCHECK_STRICT="yes", FACTCHECK_CACHE="0", FACTCHECK_MARKET="us, eu", FACTCHECK_JOBS="3",
        FACTCHECK_DB="a:b", FACTCHECK_EXCLUDE="", FACTCHECK_AUTHOR="Me",
    ).settings  # fmt: skip
    assert (got.strict, got.cache, got.market, got.jobs) == (True, False, ("us", "eu"), 3)
    assert (got.db, got.exclude, got.author) == ((Path("a"), Path("b")), (), "Me")


def test_a_misspelt_variable_is_doubted_and_others_are_let_be(here: Path) -> None:
    got = force(here, FACTCHECK_FAILON="never", FACTCHECK_DEBUG="1", FACTCHECK_CACHE_DIR="x", FACTCHECK_LANDLORD="y")
    assert got.doubts == ("FACTCHECK_FAILON is not read; did you mean FACTCHECK_FAIL_ON?",)


def test_flags_may_be_repeated_or_hold_a_list(here: Path) -> None:
    got = force(
        here, flags={"select": ["a,b", "c"], "market": ["us,uk"], "exclude": ["a,b", "c"], "jobs": "2"}
    ).settings
    assert (got.select, got.market, got.exclude, got.jobs) == (("a", "b", "c"), ("us", "uk"), ("a,b", "c"), 2)


# ------------------------------------------------------------------ what is refused


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("fail-onn = 'never'", "factcheck.toml:1: no setting is called fail-onn; did you mean fail-on?"),
        ("\n\nfoo = 1", "factcheck.toml:3: no setting is called foo"),
        ("[report]\nshow = 'all'", "factcheck.toml:1: no setting is called report"),
        (
            "fail-on = 'contra'",
            "factcheck.toml:1: fail-on: 'contra' is not one of contradicted, unsupported, never; "
            "did you mean contradicted?",
        ),
        ("fail-on = true", "factcheck.toml:1: fail-on: true is not one of contradicted, unsupported, never"),
        ("strict = 1", "factcheck.toml:1: strict wants true or false, not 1"),
        ("strict = 'yes'", "factcheck.toml:1: strict wants true or false, not 'yes'"),
        ("jobs = -1", "factcheck.toml:1: jobs wants a whole number from 0 on, not -1"),
        ("max-size = 0", "factcheck.toml:1: max-size wants a whole number from 1 on, not 0"),
        ("jobs = true", "factcheck.toml:1: jobs wants a whole number from 0 on, not true"),
        ("select = [1]", "factcheck.toml:1: select wants a list of texts, not [1]"),
        ("market = ['us', 'mars']", "factcheck.toml:1: market: 'mars' is not one of us, eu, uk, ca, kr, tw"),
        ("baseline = 1", "factcheck.toml:1: baseline wants a path, not 1"),
        ("show = [", "factcheck.toml: "),
        ("show = 'all'\nshow = 'all'", "factcheck.toml: cannot overwrite a value"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_place(here: Path, text: str, message: str) -> None:
    (here / "factcheck.toml").write_text(text)
    with pytest.raises(ConfigError) as refused:
        force(here)
    assert str(refused.value).startswith(message) and "\n" not in str(refused.value)


def test_the_line_is_found_in_our_section_only(here: Path) -> None:
    (here / "pyproject.toml").write_text("[tool.other]\nstrict = 1\n\n[tool.factcheck]\n\nstrict = 1\n")
    with pytest.raises(ConfigError, match=r"^pyproject\.toml:6: strict wants true"):
        force(here)


def test_files_that_cannot_be_read_are_named(here: Path) -> None:
    cases = (
        ("gone.toml", None, "no such"),
        ("bytes.toml", b"\xff\xfe", "not UTF-8"),
        ("deep.toml", b"a=" + b"[" * 9999, ""),
    )
    for name, content, message in cases:
        if content is not None:
            (here / name).write_bytes(content)
        with pytest.raises(ConfigError, match=f"{name}: {message}"):
            in_force({}, {}, here, file=here / name)


def test_a_broken_pyproject_of_somebody_else_is_none_of_our_business(here: Path) -> None:
    (here / "pyproject.toml").write_text("[tool.other\n")
    assert force(here).file is None


@pytest.mark.parametrize(
    ("variable", "given", "message"),
    [
        ("FACTCHECK_STRICT", "perhaps", "FACTCHECK_STRICT wants true or false, not 'perhaps'"),
        ("FACTCHECK_JOBS", "two", "FACTCHECK_JOBS wants a whole number from 0 on, not 'two'"),
        (
            "FACTCHECK_COLOR",
            "alwys",
            "FACTCHECK_COLOR: 'alwys' is not one of auto, always, never; did you mean always?",
        ),
    ],
)
def test_variables_are_held_to_the_same_types(here: Path, variable: str, given: str, message: str) -> None:
    with pytest.raises(ConfigError) as refused:
        in_force({}, {variable: given}, here)
    assert str(refused.value) == message


# ------------------------------------------------------------------ one definition


def test_the_markets_are_those_of_the_base_and_defaults_those_of_reading() -> None:
    assert choices_of("market") == get_args(Market)
    assert choices_of("fail_on") == ("contradicted", "unsupported", "never") and choices_of("author") == ()
    assert ReadOptions().max_bytes == Settings().max_size * 1_000_000
    assert ReadOptions().max_text == Settings().max_copy * 1_000_000
    assert ReadOptions().stdin_name == Settings().stdin_filename


def test_every_setting_says_what_it_is_and_is_an_option() -> None:
    import inspect

    from factcheck.cli.check import check

    assert {each.name for each in fields(Settings)} <= set(inspect.signature(check).parameters)


# ------------------------------------------------------------------ the command


def test_config_prints_what_is_in_force_as_a_file_that_says_the_same(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "factcheck.toml").write_text('exclude = ["drafts/*", \'a "b"\']\nmax-findings = 3\n')
    monkeypatch.setenv("FACTCHECK_QUIET", "1")
    done = run("config")
    assert done.code == 0 and done.out.startswith("# settings from factcheck.toml\n")
    lines = dict(line.split(" #", 1) for line in done.out.splitlines()[1:] if " #" in line)
    assert {line.split(" = ")[0]: origin.strip() for line, origin in lines.items()}[
        "max-findings"
    ] == "factcheck.toml:2"
    (here / "copied.toml").write_text(done.out)
    again = in_force({}, {}, here, file=here / "copied.toml")
    assert again.settings == in_force({}, {"FACTCHECK_QUIET": "1"}, here).settings
    assert set(tomllib.loads(done.out)) <= {key_of(each.name) for each in fields(Settings)}
    assert "# settings from" not in run("config", "--isolated").out


def test_a_run_obeys_the_file_and_says_so(run: Run, here: Path) -> None:
    (here / "page.txt").write_text(CONTRADICTED)
    assert run("page.txt").code == 1
    (here / "factcheck.toml").write_text("fail-on = 'never'\nformat = 'json'\n")
    done = run("page.txt", "-v")
    assert done.code == 0 and done.out.startswith("{") and "settings from" in done.err
    assert run("page.txt", "--fail-on", "contradicted").code == 1
    assert run("page.txt", "--isolated").code == 1
    (here / "factcheck.toml").write_text("fial-on = 'never'\n")
    for command in (("page.txt",), ("config",), ("explain", "--text", "x"), ("db", "check")):
        done = run(*command)
        wanted = "factcheck: factcheck.toml:1: no setting is called fial-on; did you mean fail-on?\n"
        assert (done.code, done.out, done.err) == (2, "", wanted)
