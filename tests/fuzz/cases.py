"""Inputs that are made to harm, each with the exit codes that it may end in; `size` scales them from test to siege."""

from __future__ import annotations

import gzip
import io
import json
import os
import random
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

UNREAD, READ, EITHER = {2}, {0, 1}, {0, 1, 2}
CLAIM = "Our exosomes are FDA approved. "
ENDINGS = ("txt", "md", "html", "pdf", "docx", "csv", "tsv", "json", "jsonl", "parquet", "txt.gz", "csv.gz")
LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
)
BAITS = (
    *"a \t-*_#.%0([“\"'&|<{é﷽🧴\n\r\u200b\u0301\u00ad",
    *("1.", "0.5 % ", "1-", "| ", "||\n", "- a\n", "<a ", "<!--", "1\n", "FDA ", "not ", "no and ", "and ", "skin, "),
    *("not only ", "exosomes ", "exosomes boost collagen, ", "reduce wrinkles and ", "clinically proven ", "Q: A: "),
    *("? ", "e.g. ", "www.", "http://", "\x1b[31m", "retinol vs ", "- Calms redness\n", "x" * 49 + " ", "it ", "(a"),
    *("studies show that ", "```\n", "function(){", "“Love it!” says Ann. ", "=\n", "a\n=\n", "* * ", "**a", "ﬁ"),
    *("factcheck: ignore ", "<!-- factcheck: ignore x: y -->\n", "30-150 nm ", "Ingredients: "),
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(frozen=True)
class Case:
    """Arguments of a run, made in a folder that is its own."""

    name: str
    make: Callable[[Path], list[str]]
    codes: set[int]


def cases(size: int, seed: int = 1) -> Iterator[Case]:
    """Every kind; `size` in characters of the long ones."""
    yield from texts(size)
    yield from packed(size)
    yield from trees(size)
    yield from tables(size)
    yield from paths()
    yield from noise(seed, max(2, size // 20_000))


def file(name: str, data: bytes | str, *more: str) -> Callable[[Path], list[str]]:
    def make(folder: Path) -> list[str]:
        path = folder / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass"))
        return [str(path), *more]

    return make


def texts(size: int) -> Iterator[Case]:
    """Long lines, many lines, and what sends a careless pattern back and forth."""
    for bait in BAITS:
        yield Case(f"text of {bait[:24]!r}", file("a.txt", bait * (size // len(bait)) + "\n" + CLAIM), EITHER)
    yield Case("one long line of claims", file("a.txt", CLAIM * (size // 60)), READ)
    yield Case("NUL", file("a.txt", CLAIM + "\0"), UNREAD)
    yield Case("control characters", file("a.txt", CLAIM * 100 + "\x01\x02"), EITHER)
    yield Case("UTF-16 cut in two", file("a.txt", ("\ufeff" + CLAIM).encode("utf-16-le")[:-1]), UNREAD)
    yield Case("bytes of no encoding", file("a.txt", CLAIM.encode() + b"\x81\x8d\x8f"), EITHER)
    yield Case("empty", file("a.txt", ""), UNREAD)
    yield Case("invisible", file("a.txt", "\u200b\ufeff \n"), UNREAD)
    yield Case("over the limit", file("a.txt", "a" * 2_000_001, "--max-size", "2"), UNREAD)


def packed(size: int) -> Iterator[Case]:
    """What unpacks to far more than it should, or to nothing."""
    bomb = gzip.compress(bytes(max(size, 15_000_000)))
    for ending in ("txt.gz", "csv.gz", "jsonl.gz", "html.gz"):
        yield Case(f"gzip bomb {ending}", file(f"a.{ending}", bomb), UNREAD)
    yield Case("gzip in gzip", file("a.txt.gz", gzip.compress(gzip.compress(CLAIM.encode()))), UNREAD)
    yield Case("gzip cut", file("a.txt.gz", gzip.compress(CLAIM.encode() * 50)[:-9]), UNREAD)
    for name, document, codes in (
        ("bomb", " " * max(size, 15_000_000), UNREAD),
        ("laughs", f"{LAUGHS}]><w:document xmlns:w='{WORD}'>&j;</w:document>", UNREAD),
        ("no XML", "<<<", UNREAD),
        ("deep", f"<w:document xmlns:w='{WORD}'>" + "<w:sdt>" * 5000 + "</w:sdt>" * 5000 + "</w:document>", UNREAD),
        ("other root", "<x/>", UNREAD),
    ):
        yield Case(f"Word {name}", file("a.docx", zipped({"word/document.xml": document})), codes)
    yield Case("zip without document", file("a.docx", zipped({"../../etc/passwd": "x"})), UNREAD)
    yield Case("PDF without anything", file("a.pdf", b"%PDF-1.7\n%%EOF"), UNREAD)
    loop = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\n"
    yield Case("PDF whose pages hold themselves", file("a.pdf", loop + b"trailer<</Root 1 0 R>>\n%%EOF"), UNREAD)


def zipped(parts: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return made.getvalue()


def trees(size: int) -> Iterator[Case]:
    """Pages that are deep, never closed, or full of what must not run."""
    for part in ("<div>", "<p>", "<b>", "<ul><li>", "<table><tr><td>", "</p>", "<!--", "<script>", "<a href='", "&amp;",
                 "<svg>", "<h1>", "<select><option>", "<template>", "<p a=b ", "<![CDATA[", "<textarea>"):  # fmt: skip
        yield Case(f"page of {part}", file("a.html", f"<p>{CLAIM}</p>" + part * (size // len(part))), EITHER)
    yield Case("JSON-LD deep", file("a.html", f'<script type="application/ld+json">{"[" * size}</script>x'), EITHER)
    scripts = f"<p onclick=alert(1)>{CLAIM}</p><img src=x onerror=alert(2)><iframe src='file:///etc/passwd'></iframe>"
    yield Case("scripts", file("a.html", scripts), READ)


def tables(size: int) -> Iterator[Case]:
    """Rows that are broken, deep, huge, or no rows."""
    row = json.dumps({"text": CLAIM})
    yield Case("JSON deep", file("a.json", "[" * size), UNREAD)
    yield Case("JSON lines deep", file("a.jsonl", "[" * size + f"\n{row}\n"), {2})
    yield Case(
        "lone surrogates", file("a.jsonl", '{"text": "\\ud800 Exosomes reduce wrinkles.", "id": "\\udfff"}\n'), READ
    )
    yield Case("JSON numbers", file("a.json", f"[{'9' * 5000}]"), UNREAD)
    yield Case("NaN", file("a.json", f'[{{"text": NaN}}, {row}]'), {2})
    yield Case("CSV never closed", file("a.csv", 'text\n"' + CLAIM * (size // 40)), EITHER)
    yield Case("CSV of one huge cell", file("a.csv", "text\n" + "x" * 10_500_000), UNREAD)
    yield Case("CSV of commas", file("a.csv", "text" + "," * size + "\n" + CLAIM), EITHER)
    yield Case("CSV of line ends", file("a.csv", "text\n" + "\n" * size), UNREAD)
    yield Case("CSV formulas", file("a.csv", f'text,id\n"{CLAIM}","=HYPERLINK(1)"\n'), READ)
    yield Case("Parquet of noise", file("a.parquet", b"PAR1" + os.urandom(500) + b"PAR1"), UNREAD)


def paths() -> Iterator[Case]:
    """Paths that lead astray."""
    yield Case("missing", lambda folder: [str(folder / "none.txt")], UNREAD)
    yield Case("NUL in a path", lambda folder: ["a\0b"], UNREAD)
    yield Case("long path", lambda folder: ["a" * 5000], UNREAD)
    yield Case("dots", lambda folder: [str(folder / ".." / ".." / "none" / ".." / "x.txt")], UNREAD)
    for device in ("/dev/zero", "/dev/null", "/dev/tty", "/proc/self/mem"):
        if Path(device).exists():
            yield Case(device, lambda folder, device=device: [device], UNREAD)
    yield Case("loop of links", loop, READ)
    yield Case("link to itself", itself, UNREAD)
    yield Case("pipe", pipe, UNREAD)
    yield Case("folder named as a file", named_folder, UNREAD)
    yield Case("many endings", file("a" + ".txt" * 40, CLAIM), READ)
    yield Case("odd name", file("a\nb\x1b[31m\u202e.txt", CLAIM), READ)


def loop(folder: Path) -> list[str]:
    inner = folder / "in" / "deeper"
    inner.mkdir(parents=True)
    (inner / "up").symlink_to(folder / "in", target_is_directory=True)
    (inner / "a.txt").write_text(CLAIM)
    return [str(folder / "in")]


def itself(folder: Path) -> list[str]:
    (folder / "me.txt").symlink_to(folder / "me.txt")
    return [str(folder / "me.txt")]


def pipe(folder: Path) -> list[str]:
    os.mkfifo(folder / "pipe.txt")
    return [str(folder / "pipe.txt")]


def named_folder(folder: Path) -> list[str]:
    (folder / "a.txt").mkdir()
    return [str(folder / "a.txt")]


def noise(seed: int, many: int) -> Iterator[Case]:
    """Random bytes, and good files with bytes turned, cut and doubled, under every ending."""
    chance = random.Random(seed)
    document = f"<w:document xmlns:w='{WORD}'><w:p><w:r><w:t>{CLAIM}</w:t></w:r></w:p></w:document>"
    good = {
        "html": f"<html><body><h1>Serum</h1><p>{CLAIM}</p><ul><li>Calms</ul>".encode(),
        "docx": zipped({"word/document.xml": document}),
        "txt.gz": gzip.compress(CLAIM.encode() * 9),
        "json": json.dumps([{"text": CLAIM, "id": 1}] * 3).encode(),
        "csv": f"text,id\n{CLAIM},1\n{CLAIM},2\n".encode(),
    }  # fmt: skip
    for number in range(many):
        for ending in ENDINGS:
            data = bytearray(good.get(ending, CLAIM.encode() * 5))
            if number % 2:
                data = bytearray(chance.randbytes(chance.randint(1, 3000)))
            for _ in range(chance.randint(0, 8)):
                at = chance.randrange(len(data))
                data[at : at + chance.randint(0, 3)] = chance.randbytes(chance.randint(0, 3))
            yield Case(f"noise {ending} {number}", file(f"n.{ending}", bytes(data) or b"x"), EITHER)
