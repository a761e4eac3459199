"""The house rules that no linter knows: import order, a library in its room, module size, silence."""

import ast
import re
import sys
from pathlib import Path

import pytest

from factcheck import named
from factcheck.model import ClaimsDB

PACKAGE = Path(__file__).parent.parent / "factcheck"
ORDER = """
    model named read
    language.english language.normalise language.spelling language.tokens
    reading.wordings reading.mentions reading.clauses reading.acting reading.roles reading.naming reading.reader
    reading.owners reading.means reading.general
    segment.fixtures segment.audience segment.references segment.crossed segment.surroundings segment.about
    segment.parts segment.replies segment.distance segment.aside segment.advice segment.candidates
    match.foreign match.pairs match.inherit match.stems match.phrasing match.index match.nearby match.prepared
    match.spans match.gate match.matches
    qualify.doubts qualify.commas qualify.reach qualify.granted qualify.leads qualify.rivals qualify.amounts
    qualify.qualifiers
    judge
    grounds.quoting grounds.marking grounds.citing grounds.explanation
    waive engine report files db config baseline cache batch cluster evaluate trace cli
""".split()
"""The path of the data, room by room; what stands here imports only what stands before it."""
OWNERS = {
    "spacy": "language",
    "rapidfuzz": "language",
    "snowballstemmer": "language",
    "typer": "cli",
    "yaml": "db",
    "pydantic": "db",
    "pypdf": "read",
    "pyarrow": "read report",
    "dask": "cluster",
    "distributed": "cluster",
}
"""The rooms that may import a library, by whichever way."""
LONGEST = 250
"""Lines of a module."""
MODULES = [path for path in sorted(PACKAGE.rglob("*.py")) if path.name != "__main__.py"]


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def place_of(name: str) -> int | None:
    """The place of a module, or of the room that it lies in, in the order; None for a door to several modules."""
    package, *parts = name.split(".")[:3]
    if package != PACKAGE.name:
        return None
    return next((ORDER.index(".".join(parts[:n])) for n in (2, 1) if ".".join(parts[:n]) in ORDER), None)


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
            found |= {str(each.value) for each in node.args if isinstance(each, ast.Constant)}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_room_imports_only_rooms_above_it(path: Path) -> None:
    own = place_of(".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts))
    if own is not None:
        assert not {name for name in imports(path) if (place_of(name) or 0) > own}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_library_lives_in_its_room(path: Path) -> None:
    room = room_of(path)
    assert not {name for name in imports(path) if room not in OWNERS.get(name.split(".")[0], room).split()}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_can_be_read_in_one_go(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_the_command_line_speaks(path: Path) -> None:
    if room_of(path) == "cli":
        return
    tree = ast.parse(path.read_text("utf-8"))
    called = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    assert not called & {"print", "exit", "quit"}
    assert "sys.exit" not in path.read_text("utf-8")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


def concepts_in(path: Path) -> set[str]:
    """Texts that a mention's concept is compared with."""
    found = set()
    for node in (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Compare)):
        sides = (node.left, *node.comparators)
        if any(isinstance(side, ast.Attribute) and side.attr == "concept" for side in sides):
            parts = [part for side in sides for part in ast.walk(side)]
            found |= {part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_concepts_are_known_by_name_in_one_room(path: Path) -> None:
    assert not concepts_in(path)


def test_the_lexicon_holds_every_concept_that_the_program_knows_by_name(db: ClaimsDB) -> None:
    held = [value for name, value in vars(named).items() if name.isupper()]
    ids = {each for value in held for each in ([value] if isinstance(value, str) else value)}
    assert ids == named.BY_NAME
    assert not named.BY_NAME - {concept.id for concept in db.lexicon.concepts}


def test_every_room_is_on_the_list() -> None:
    doors = {path for path in MODULES if path.name == "__init__.py"}
    names = {path: ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts) for path in MODULES}
    assert not {name for path, name in names.items() if place_of(name) is None and path not in doors}


def test_nothing_names_another_registry_project() -> None:
    for path in [*MODULES, PACKAGE.parent / "README.md"]:
        text = path.read_text("utf-8") if path.exists() else ""
        assert not re.search(r"pip install factcheck(?![-\w])", text), path


def test_importing_the_package_loads_nothing_heavy() -> None:
    import subprocess

    code = "import factcheck, sys; print([m for m in ('spacy', 'yaml', 'pydantic', 'typer') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
