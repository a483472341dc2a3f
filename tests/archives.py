"""Pages and archives made for the tests: the same number gives the same bytes.

A process that converts with ``stub`` loads this module, so what only the makers of archives need is loaded where they need it.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import sqlite3
import tarfile
import time
import zipfile
from contextlib import closing
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

from govtext.errors import PageError
from govtext.records import Article, Document

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from govtext.archive.run import Progress

CITIES = ("江城市", "临湖市", "云岭市", "青河县", "东浦区", "南屏市")
WORKS = ("口袋公园", "停车泊位", "养老床位", "充电桩", "社区食堂", "学位")


def page(number: int) -> str:
    """A news page, as a city's site has it."""
    city, work = CITIES[number % len(CITIES)], WORKS[number % len(WORKS)]
    lines = [
        f"{city}今年计划新建{work}{number % 900 + 10}个，年底前全部完成。",
        f"全市安排资金{number % 80 + 2}.{number % 9 + 1}亿元，力争完成投资{number % 400 + 100}亿元以上。",
        f"截至目前，已建成{work}{number % 300 + 5}个，同比增长{number % 20 + 1}.{number % 7 + 1}%。",
        "有关部门表示，将加强统筹，压实责任，确保各项工作按期推进，让群众早日受益。",
    ]
    body = "".join(f"<p>{line}</p>" for line in lines)
    return (
        f'<html><head><meta charset="utf-8"><title>{city}推进{work}建设_{city}人民政府</title></head>'
        f'<body><div class="nav"><a href="/">首页</a></div>'
        f'<div class="content"><h1>{city}推进{work}建设</h1><p>来源：{city}日报 2024-0{number % 9 + 1}-1{number % 9}</p>{body}</div>'
        f'<div class="footer">版权所有 编号{number}</div></body></html>'
    )


def pages(count: int, start: int = 0) -> list[bytes]:
    return [page(number).encode() for number in range(start, start + count)]


def url(number: int) -> str:
    return f"http://www.example.gov.cn/2024/{number}.html"


def folder(path: Path, made: Sequence[bytes]) -> Path:
    for number, content in enumerate(made):
        place = path / f"{number // 1000:03d}" / f"{number:06d}.html"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    return path


def zip_archive(path: Path, made: Sequence[bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, content in enumerate(made):
            archive.writestr(f"新闻/{number:06d}.html", content)
    return path


def zip_in_gbk(path: Path, name: str, content: bytes) -> Path:
    """A zip as a Chinese Windows makes it: the name in GBK, no mark that says so."""
    raw = name.encode("gbk")
    stand_in = "".join("abcdefghijklmnopqrstuvwxyz"[place % 26] for place in range(len(raw)))
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(stand_in, content)
    path.write_bytes(path.read_bytes().replace(stand_in.encode(), raw))
    return path


def tar_archive(path: Path, made: Sequence[bytes]) -> Path:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        for number, content in enumerate(made):
            info = tarfile.TarInfo(f"crawl/{number:06d}.html")
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    path.write_bytes(packed(path.name, held.getvalue()))
    return path


def packed(name: str, content: bytes) -> bytes:
    if name.endswith(("gz", ".tgz")):
        return gzip.compress(content, mtime=0)
    import zstandard  # noqa: PLC0415

    return zstandard.ZstdCompressor().compress(content) if name.endswith(".zst") else content


def warc_archive(path: Path, made: Sequence[bytes], status: str = "200 OK", content_type: str = "text/html; charset=utf-8") -> Path:
    """Records by the letter of the standard, each in a member of its own when packed."""
    records = [_record("warcinfo", path.name, b"software: tests\r\n", "application/warc-fields")]
    for number, content in enumerate(made):
        head = f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\nContent-Length: {len(content)}\r\n\r\n"
        records.append(_record("response", url(number), head.encode() + content, "application/http; msgtype=response"))
    path.write_bytes(b"".join(gzip.compress(record, mtime=0) if path.suffix == ".gz" else record for record in records))
    return path


def _record(kind: str, name: str, block: bytes, content_type: str) -> bytes:
    identity = sha256(name.encode()).hexdigest()
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{identity[:32]}>\r\nWARC-Date: 2024-05-01T00:00:00Z\r\n"
        f"WARC-Target-URI: {name}\r\nContent-Type: {content_type}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def rows(made: Sequence[bytes]) -> list[dict[str, Any]]:
    return [{"url": url(n), "html": content.decode(), "date": f"2024-03-{n % 28 + 1:02d}"} for n, content in enumerate(made)]


def jsonl(path: Path, made: Sequence[bytes]) -> Path:
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows(made))
    path.write_bytes(packed(path.name, lines.encode()))
    return path


def csv_dump(path: Path, made: Sequence[bytes], encoding: str = "utf-8-sig") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, ["url", "html", "date"])
        writer.writeheader()
        writer.writerows(rows(made))
    return path


def parquet(path: Path, made: Sequence[bytes]) -> Path:
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.parquet  # noqa: PLC0415

    pyarrow.parquet.write_table(pa.Table.from_pylist(rows(made)), path)
    return path


def database(path: Path, made: Sequence[bytes]) -> Path:
    with closing(sqlite3.connect(path)) as held:
        held.execute("CREATE TABLE pages (url TEXT, html TEXT, date TEXT)")
        held.executemany("INSERT INTO pages VALUES (:url, :html, :date)", rows(made))
        held.commit()
    return path


KINDS: dict[str, Callable[[Path, Sequence[bytes]], Path]] = {
    "folder": folder,
    "crawl.zip": zip_archive,
    "crawl.tar": tar_archive,
    "crawl.tar.gz": tar_archive,
    "crawl.tar.zst": tar_archive,
    "crawl.warc": warc_archive,
    "crawl.warc.gz": warc_archive,
    "dump.jsonl": jsonl,
    "dump.jsonl.gz": jsonl,
    "dump.jsonl.zst": jsonl,
    "dump.csv": csv_dump,
    "dump.parquet": parquet,
    "dump.sqlite": database,
}


def stub(
    page: bytes | str,
    url: str | None = None,
    published: date | None = None,
    *,
    selector: str | None = None,
    simplify: bool = True,
    charset: str | None = None,  # noqa: ARG001 - as ``govtext.convert`` has it
) -> Document:
    """A converter that finds nothing, and does what a page's words tell it to: 「!die」, 「!hang」, 「!raise」, 「!eat」 …."""
    text = page.decode("utf-8", "replace") if isinstance(page, bytes) else page
    for word, act in ACTS.items():
        if word in text:
            act()
    empty = "list_page" if "!list" in text else None
    title = text.partition("<h1>")[2].partition("</h1>")[0] or None
    said = f"{published} {selector} {simplify}"
    article = Article(title=title, url=url, text=said, empty=empty)
    return Document(id="d_" + sha256(text.encode("utf-8", "replace")).hexdigest()[:16], uri=url, article=article)


def _raise() -> None:
    raise LookupError("a bug")


def _fail() -> None:
    raise PageError("binary", "the page is no text", "页面不是文本")


ACTS: dict[str, Callable[[], object]] = {
    "!die": lambda: os.kill(os.getpid(), 9),
    "!slow": lambda: time.sleep(0.2),
    "!hang": lambda: time.sleep(3600),
    "!eat": lambda: [bytearray(1 << 24) for _ in range(1 << 12)],
    "!raise": _raise,
    "!fail": _fail,
}


def die_once(page: bytes | str, **settings: Any) -> Document:
    """As ``stub``; the file a page names must be there, else the process makes it and ends: a page that kills once."""
    text = page.decode() if isinstance(page, bytes) else page
    mark = text.partition("!mark ")[2].partition("!")[0]
    if mark and not Path(mark).exists():
        Path(mark).touch()
        time.sleep(1)
        os.kill(os.getpid(), 9)
    return stub(page, **settings)


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def opened(path: Path) -> IO[bytes]:
    return cast("IO[bytes]", gzip.open(path, "rb")) if path.suffix == ".gz" else path.open("rb")


def hang_once(page: bytes | str, **settings: Any) -> Document:
    """As ``stub``; the file a page names must be there, else the process writes its number there and hangs: a page to be interrupted at."""
    text = page.decode() if isinstance(page, bytes) else page
    mark = text.partition("!mark ")[2].partition("!")[0]
    if mark and not Path(mark).exists():
        unnamed = Path(f"{mark}.tmp")
        unnamed.write_text(str(os.getpid()))
        unnamed.rename(mark)
        time.sleep(3600)
    return stub(page, **settings)


def command() -> None:
    """The command line with the converter above: shards of five pages."""
    from govtext.archive import run  # noqa: PLC0415
    from govtext.archive.config import Config  # noqa: PLC0415
    from govtext.cli import main  # noqa: PLC0415

    vars(run)["Config"] = partial(Config, converter="archives:hang_once", shard_size=5)
    main()


def die(page: bytes | str, **settings: Any) -> Document:
    """A converter that cannot even begin."""
    del page, settings
    os._exit(3)


def interrupt_at(count: int) -> Callable[[Progress], None]:
    """Somebody who watches a run and breaks it off when so many pages are done."""

    def watch(state: Progress) -> None:
        if state.counts.total >= count:
            raise KeyboardInterrupt

    return watch
