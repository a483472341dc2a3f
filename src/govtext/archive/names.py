"""Names of files and members: what kind of thing each is, in which encoding it was written, whether it climbs out.

「news.tar.gz」 is a tar; 「1.shtml」 is a page; 「logo.png」 is neither; a zip made on a Chinese Windows names its members in GBK.
"""

from __future__ import annotations

from typing import Literal

Kind = Literal["page", "zip", "tar", "warc", "jsonl", "csv", "parquet", "sqlite"]

PAGES = (".html", ".htm", ".shtml", ".xhtml", ".txt", ".asp", ".aspx", ".jsp", ".jspx", ".php", ".do", ".action")
COMPRESSED = (".gz", ".zst", ".bz2", ".xz")
KINDS: dict[str, Kind] = {
    ".zip": "zip",
    ".tar": "tar",
    ".tgz": "tar",
    ".tzst": "tar",
    ".tbz2": "tar",
    ".txz": "tar",
    ".warc": "warc",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".parquet": "parquet",
    ".pq": "parquet",
    ".sqlite": "sqlite",
    ".sqlite3": "sqlite",
    ".db": "sqlite",
}


def suffix(name: str) -> str:
    """The last suffix in small letters, a compression and a query looked through; digits are no suffix.

    >>> suffix("a/2023.11/新闻.TAR.GZ"), suffix("a/t2023.0820"), suffix("show.php?id=3.2"), suffix("1.html.gz")
    ('.tar', '', '.php', '.html')
    """
    base = name.replace("\\", "/").rsplit("/", 1)[-1].split("?", 1)[0].lower()
    for ending in COMPRESSED:
        base = base.removesuffix(ending)
    dot = base.rfind(".")
    return base[dot:] if dot >= 0 and base[dot + 1 : dot + 2].isalpha() else ""


def compression(name: str) -> str:
    """How the bytes are packed: .gz, .zst, .bz2, .xz or nothing.

    >>> compression("a.tgz"), compression("a.jsonl.zst"), compression("a.zip")
    ('.gz', '.zst', '')
    """
    low = name.lower()
    short = {".tgz": ".gz", ".tzst": ".zst", ".tbz2": ".bz2", ".txz": ".xz"}
    return next((kind for ending, kind in (*short.items(), *zip(COMPRESSED, COMPRESSED, strict=True)) if low.endswith(ending)), "")


def kind(name: str) -> Kind | None:
    """What a file of this name holds, None when it is no page and no archive of pages. Crawlers save pages without a suffix.

    >>> kind("a.zip"), kind("新闻.shtml"), kind("content_51873"), kind("style.css")
    ('zip', 'page', 'page', None)
    """
    ending = suffix(name)
    return "page" if not ending or ending in PAGES else KINDS.get(ending)


def member_name(raw: bytes) -> str:
    """A member's name from its bytes: UTF-8 when it is that, else GB 18030, else with its bytes shown.

    >>> member_name("新闻/1.html".encode("gbk"))
    '新闻/1.html'
    """
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("ascii", "backslashreplace")


def climbs(name: str) -> bool:
    """Whether a member's name leads out of its archive.

    >>> climbs("../etc/passwd"), climbs("C:/x.html"), climbs("/x.html"), climbs("a/..b/x.html")
    (True, True, True, False)
    """
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or parts[0] == "" or parts[0].endswith(":")


def hidden(name: str) -> bool:
    """Whether a system made it for itself: .DS_Store, __MACOSX."""
    return any(part.startswith((".", "__MACOSX")) and part not in {".", ".."} for part in name.replace("\\", "/").split("/"))
