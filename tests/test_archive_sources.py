"""Inputs: every kind of archive gives its pages in order, and every bad one says what is wrong with it."""

from __future__ import annotations

import json
import sqlite3
import struct
import sys
import tarfile
import zipfile
from contextlib import closing
from datetime import date
from io import BytesIO
from traceback import extract_stack
from typing import TYPE_CHECKING

import pyarrow.parquet
import pytest

import archives
from govtext.archive.config import Columns, Config, Limits
from govtext.archive.documents import iter_documents
from govtext.archive.entry import Page, Problem, entry
from govtext.archive.names import kind
from govtext.archive.sources import Source, expand, members
from govtext.errors import MissingExtra, SourceError

if TYPE_CHECKING:
    from pathlib import Path

    from govtext.archive.entry import Entry

PAGES = archives.pages(12)
FILES = [name for name in archives.KINDS if name != "folder"]


def entries(path: Path, config: Config | None = None) -> list[Entry]:
    config = config or Config()
    found = [entry(member) for source in expand([str(path)]).sources for member in members(source, config)]
    counted = sum(1 for source in expand([str(path)]).sources for _ in members(source, config))
    assert counted == len(found), "counting and reading do not agree"
    return found


def codes(path: Path, config: Config | None = None) -> list[str]:
    return [got.code if isinstance(got, Problem) else "page" for got in entries(path, config)]


@pytest.mark.parametrize("name", archives.KINDS)
def test_every_kind_gives_its_pages_in_order(name: str, tmp_path: Path) -> None:
    found = entries(archives.KINDS[name](tmp_path / name, PAGES))
    assert [got.content if isinstance(got.content, bytes) else got.content.encode() for got in found if isinstance(got, Page)] == PAGES
    assert len({got.uri for got in found}) == len(PAGES)
    assert all(got.uri.startswith(str(tmp_path / name)) for got in found)


@pytest.mark.parametrize("name", [name for name in FILES if name.startswith("dump")])
def test_rows_have_their_address_and_date(name: str, tmp_path: Path) -> None:
    found = entries(archives.KINDS[name](tmp_path / name, PAGES))[3]
    assert isinstance(found, Page)
    assert (found.url, found.published) == (archives.url(3), date(2024, 3, 4))


@pytest.mark.parametrize("name", [name for name in FILES if name not in {"crawl.zip", "dump.csv"}])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_torn_file_says_so_and_gives_what_stands_before_the_tear(name: str, share: float, tmp_path: Path) -> None:
    path = archives.KINDS[name](tmp_path / name, PAGES)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    found = codes(path)
    assert set(found[-1:]) <= {"truncated", "broken_archive", "unreadable", "bad_line"}
    assert found[-1] != "page"
    assert len(found) <= len(PAGES) + 1


def test_pages_before_a_tear_are_kept(tmp_path: Path) -> None:
    for name in ("crawl.tar", "crawl.tar.gz", "crawl.warc", "crawl.warc.gz", "dump.jsonl", "dump.jsonl.gz"):
        path = archives.KINDS[name](tmp_path / name, PAGES)
        whole = path.read_bytes()
        path.write_bytes(whole[: len(whole) * 3 // 4])
        assert codes(path).count("page") >= 3, name


def test_names_of_a_chinese_zip(tmp_path: Path) -> None:
    path = archives.zip_in_gbk(tmp_path / "a.zip", "新闻.html", b"<p>x</p>")
    assert [got.uri for got in entries(path)] == [f"{path}!新闻.html"]


def test_names_of_a_chinese_tar(tmp_path: Path) -> None:
    path = tmp_path / "a.tar"
    with tarfile.open(path, "w", format=tarfile.GNU_FORMAT, encoding="gbk") as archive:
        archive.addfile(tarfile.TarInfo("新闻/第一条.html"))
    assert [got.uri for got in entries(path)] == [f"{path}!新闻/第一条.html"]


@pytest.mark.parametrize("name", ["../../etc/x.html", "/etc/x.html", "a/../../x.html", "C:/x.html"])
def test_names_that_climb_out_are_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(name, "x")
        archive.writestr("ok.html", "x")
    assert codes(path) == ["climbing_name", "page"]
    tar = tmp_path / "a.tar"
    with tarfile.open(tar, "w") as held:
        held.addfile(tarfile.TarInfo(name))
    assert codes(tar) == ["climbing_name"]


def test_an_encrypted_member_is_one_line(tmp_path: Path) -> None:
    path = archives.zip_archive(tmp_path / "a.zip", PAGES[:3])
    raw = bytearray(path.read_bytes())
    central = raw.index(b"PK\x01\x02")
    raw[central + 8] |= 1
    raw[6] |= 1
    path.write_bytes(raw)
    assert codes(path) == ["encrypted", "page", "page"]


def test_a_member_that_is_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.html", bytes(30 << 20))
        archive.writestr("ok.html", "x")
    assert codes(path) == ["bomb", "page"]


def test_a_directory_that_lies_about_a_size_is_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.html", b"x" * 5000)
    raw = bytearray(path.read_bytes())
    central = raw.index(b"PK\x01\x02")
    struct.pack_into("<I", raw, central + 24, 10)
    path.write_bytes(raw)
    assert codes(path, Config(limits=Limits(page_bytes=1000))) == ["broken_archive"]


def test_a_stream_that_is_a_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govtext.archive.streams.FREE", 1 << 20)
    for name in ("a.jsonl.gz", "a.jsonl.zst"):
        path = tmp_path / name
        path.write_bytes(archives.packed(name, bytes(8 << 20)))
        assert codes(path)[-1] == "bomb"


@pytest.mark.parametrize(
    "name", ["folder", "crawl.zip", "crawl.tar", "crawl.warc", "dump.jsonl", "dump.csv", "dump.parquet", "dump.sqlite"]
)
def test_a_page_above_the_limit_is_one_line(name: str, tmp_path: Path) -> None:
    made = [PAGES[0], b"<p>" + b"x" * 5000, PAGES[1]]
    path = archives.KINDS[name](tmp_path / name, made)
    found = codes(path, Config(limits=Limits(page_bytes=4000)))
    assert (found[0], found[2]) == ("page", "page")
    assert found[1] in {"too_large", "bad_row"}


def test_an_archive_in_an_archive_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("inner.zip", "x")
        archive.writestr("style.css", "x")
        archive.writestr("__MACOSX/._a.html", "x")
        archive.writestr("a.html", "x")
    assert codes(path) == ["nested", "page"]


def test_links_of_a_tar_are_not_followed(tmp_path: Path) -> None:
    path = tmp_path / "a.tar"
    with tarfile.open(path, "w") as archive:
        link = tarfile.TarInfo("passwd.html")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
        archive.addfile(tarfile.TarInfo("a.html"))
    assert codes(path) == ["page"]


def test_a_tar_with_garbage_in_its_middle_does_not_end_silently(tmp_path: Path) -> None:
    path = archives.tar_archive(tmp_path / "a.tar", PAGES)
    raw = bytearray(path.read_bytes())
    middle = raw.index(b"crawl/000006.html")
    raw[middle : middle + 512] = b"\xff" * 512
    path.write_bytes(raw)
    assert codes(path) == ["page"] * 6 + ["truncated"]


def test_only_text_that_was_delivered_is_a_page_of_a_warc(tmp_path: Path) -> None:
    assert codes(archives.warc_archive(tmp_path / "a.warc.gz", PAGES[:2], status="404 Not Found")) == []


@pytest.mark.parametrize(
    ("said", "charset"),
    [
        ("text/html; charset=GBK", "GBK"),
        ('text/html;charset = "gb2312"; x=y', "gb2312"),
        ("text/html", None),
        ("text/html; charset=", None),
    ],
)
def test_a_warc_hands_the_charset_of_the_server_on(said: str, charset: str | None, tmp_path: Path) -> None:
    found = entries(archives.warc_archive(tmp_path / "a.warc", PAGES[:1], content_type=said))[0]
    assert isinstance(found, Page)
    assert found.charset == charset


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        ("", "Shift_JIS"),  # only the server knows
        ("<meta charset=shift_jis>", "iso-8859-1"),  # the server says what it says of everything
        ("<meta charset=shift_jis>", "no-such-charset"),
    ],
)
def test_a_page_of_a_warc_is_read_as_server_and_page_say(head: str, charset: str, tmp_path: Path) -> None:
    content = f"{head}<h1>東京の開発計画</h1>".encode("shift_jis")
    path = archives.warc_archive(tmp_path / "a.warc", [content], content_type=f"text/html; charset={charset}")
    assert [document.article.encoding for document in iter_documents(path)] == ["shift_jis"]


@pytest.mark.parametrize("charset", ["utf-8", "GBK", "big5", "iso-8859-1", "shift_jis", "no-such-charset"])
@pytest.mark.parametrize("codec", ["utf-8", "gbk"])
def test_a_wrong_charset_of_the_server_does_not_spoil_a_page(codec: str, charset: str, tmp_path: Path) -> None:
    content = archives.page(0).replace("utf-8", codec).encode(codec)
    path = archives.warc_archive(tmp_path / "a.warc", [content], content_type=f"text/html; charset={charset}")
    assert [document.article.title for document in iter_documents(path)] == ["江城市推进口袋公园建设"]


def test_bad_lines_are_one_line_each(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    good = json.dumps({"html": "<p>x</p>"})
    path.write_text(f'\ufeff{good}\n{{"html": \n\n[1]\n{{"html": null}}\n{{"name": "x"}}\n{"[" * 100_000}\n{good}', encoding="utf-8")
    assert codes(path) == ["page", "bad_line", "bad_line", "no_page", "no_column", "bad_line", "page"]
    assert entries(path)[1].uri == f"{path}#2"


def test_half_a_character_in_an_address_does_not_cost_the_page(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"html": "<p>x</p>", "url": "http://x/\\ud83d"}\n')
    assert [got.url for got in entries(path) if isinstance(got, Page)] == ["http://x/?"]


def test_bad_rows_are_one_line_each(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('url,html\nu,"<p>\n1</p>"\nonly\nu,a,b\nu,<p>2</p>\nu,"<p>3', encoding="utf-8")
    assert codes(path) == ["page", "bad_row", "bad_row", "page", "bad_row"]


def test_a_csv_in_gb18030(tmp_path: Path) -> None:
    path = archives.csv_dump(tmp_path / "a.csv", PAGES, encoding="gb18030")
    assert [got.content for got in entries(path) if isinstance(got, Page)] == [page.decode() for page in PAGES]


def test_bytes_that_are_none_of_the_encoding_are_left_to_the_page(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("url,html\nu\xff,<p>一\xff二</p>\n".encode("latin-1", "replace").replace(b"?", "字".encode()))
    found = [(got.url, got.content) for got in entries(path) if isinstance(got, Page)]
    assert found == [("u\N{REPLACEMENT CHARACTER}", b"<p>\xe5\xad\x97\xff\xe5\xad\x97</p>")]


def test_a_tsv(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("网址\t正文\nu\t<p>一，二</p>\n", encoding="utf-8")
    assert [(got.url, got.content) for got in entries(path) if isinstance(got, Page)] == [("u", "<p>一，二</p>")]


@pytest.mark.parametrize("name", [name for name in FILES if name.startswith("dump")])
def test_a_wrong_column_is_said_with_the_columns_there_are(name: str, tmp_path: Path) -> None:
    found = entries(archives.KINDS[name](tmp_path / name, PAGES[:1]), Config(columns=Columns(html="body_html")))
    assert [got.code for got in found if isinstance(got, Problem)] == ["no_column"]
    assert isinstance(found[0], Problem)
    assert "url" in found[0].message
    assert "body_html" in found[0].message


@pytest.mark.parametrize("name", ["dump.jsonl", "dump.csv", "dump.parquet", "dump.sqlite"])
@pytest.mark.parametrize("column", ["url", "published"])
def test_an_address_or_a_date_is_not_left_out_because_its_column_is_misspelt(name: str, column: str, tmp_path: Path) -> None:
    path = archives.KINDS[name](tmp_path / name, PAGES[:3])
    assert codes(path, Config(columns=Columns(**{column: "fecha"}))) == ["no_column"]


def test_a_database_wants_a_table_when_it_has_several(tmp_path: Path) -> None:
    path = archives.database(tmp_path / "a.sqlite", PAGES)
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE log (line TEXT)")
    assert codes(path) == ["no_table"]
    assert codes(path, Config(columns=Columns(table="pages"))) == ["page"] * len(PAGES)
    query = "SELECT html AS h FROM pages ORDER BY url DESC LIMIT 2"
    assert codes(path, Config(columns=Columns(table=query, html="h"))) == ["page", "page"]


def test_a_database_is_opened_for_reading_alone(tmp_path: Path) -> None:
    path = archives.database(tmp_path / "a.sqlite", PAGES)
    assert codes(path, Config(columns=Columns(table="WITH x AS (SELECT 1) DELETE FROM pages"))) == ["unreadable"]


def test_what_is_no_archive_is_one_line(tmp_path: Path) -> None:
    for name in FILES:
        path = tmp_path / name
        path.write_bytes(b"\x00\x01 this is none")
        assert codes(path)[-1] != "page", name
        path.write_bytes(b"")
        assert "page" not in codes(path), name


def test_a_folder_is_sorted_and_links_are_not_followed(tmp_path: Path) -> None:
    for name in ("b/2.html", "b/10.html", "a.txt", "z.css", ".hidden.html", "noend"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "link.html").symlink_to(tmp_path / "a.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    inputs = expand([str(tmp_path)])
    assert [source.address.removeprefix(f"{tmp_path}/") for source in inputs.sources] == ["a.txt", "b/10.html", "b/2.html", "noend"]
    assert inputs.skipped == {".css": 1, "hidden": 1, "links": 2}


def test_folders_may_lie_deeper_than_calls_go(tmp_path: Path) -> None:
    deep = tmp_path / "/".join("d" * 150)
    deep.mkdir(parents=True)
    (deep / "a.html").write_text("x")
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(extract_stack()) + 100)
    try:
        sources = expand([str(tmp_path)]).sources
    finally:
        sys.setrecursionlimit(limit)
    assert [source.address for source in sources] == [str(deep / "a.html")]


def test_the_output_in_an_input_folder_is_no_input(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("x")
    (tmp_path / "out.jsonl").write_text("x")
    assert [s.address for s in expand([str(tmp_path)], leave=[tmp_path / "out.jsonl"]).sources] == [str(tmp_path / "a.html")]


def test_what_is_not_there_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        expand([str(tmp_path / "none")])
    (tmp_path / "a.pdf").write_text("x")
    with pytest.raises(SourceError, match="no page and no archive"):
        expand([str(tmp_path / "a.pdf")])


def test_an_address_whose_package_is_missing_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "s3fs", None)
    with pytest.raises(SourceError, match=r'pip install "fsspec\[s3\]"'):
        expand(["s3://crawl/a.zip"])


@pytest.mark.parametrize(
    ("module", "name", "extra"), [("warcio.archiveiterator", "a.warc", "warc"), ("pyarrow.parquet", "a.parquet", "parquet")]
)
def test_a_missing_package_names_its_extra(module: str, name: str, extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = archives.KINDS[{"warc": "crawl.warc", "parquet": "dump.parquet"}[extra]](tmp_path / name, PAGES)
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtra, match=rf"govtext\[{extra}\]"):
        codes(path)


def test_zstandard_and_fsspec_name_their_extras(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = archives.jsonl(tmp_path / "a.jsonl.zst", PAGES)
    monkeypatch.setitem(sys.modules, "zstandard", None)
    monkeypatch.setitem(sys.modules, "fsspec", None)
    with pytest.raises(MissingExtra, match=r"govtext\[zstd\]"):
        codes(path)
    with pytest.raises(MissingExtra, match=r"govtext\[remote\]"):
        expand(["s3://bucket/a.zip"])


def test_a_remote_archive(tmp_path: Path) -> None:
    for name in ("crawl.zip", "dump.jsonl.gz", "dump.parquet"):
        path = archives.KINDS[name](tmp_path / name, PAGES)
        sources = expand([f"file://{path}"]).sources
        assert [source.kind for source in sources] == [kind(name)]
        assert [type(entry(member)) for member in members(sources[0], Config())] == [Page] * len(PAGES)


def test_a_remote_folder(tmp_path: Path) -> None:
    archives.folder(tmp_path / "crawl", PAGES)
    (tmp_path / "crawl" / "style.css").write_text("x")
    inputs = expand([f"file://{tmp_path}/crawl/"])
    assert len(inputs.sources) == len(PAGES)
    assert inputs.skipped == {".css": 1}
    with pytest.raises(SourceError, match="cannot be opened"):
        expand([f"file://{tmp_path}/none.zip"])


def test_an_empty_file_and_one_that_went_away(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"")
    assert codes(tmp_path / "a.html") == ["empty_file"]
    gone = Source(str(tmp_path / "b.html"), "page")
    assert [got.code for got in map(entry, members(gone, Config())) if isinstance(got, Problem)] == ["missing"]


def test_several_frames_and_padding_are_one_stream(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    line = json.dumps({"html": "<p>x</p>"}).encode() + b"\n"
    path.write_bytes(archives.packed("a.gz", line) * 3 + bytes(2000))
    assert codes(path) == ["page"] * 3


def test_damaged_rows_of_a_parquet_do_not_cost_the_others(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(archives.rows(PAGES)), path, row_group_size=4)
    place = pyarrow.parquet.ParquetFile(path).metadata.row_group(1).column(1).dictionary_page_offset
    raw = bytearray(path.read_bytes())
    raw[place : place + 40] = b"\xff" * 40
    path.write_bytes(raw)
    assert codes(path) == ["page"] * 4 + ["unreadable"] + ["page"] * 4
    assert [got.uri.rpartition("#")[2] for got in entries(path)] == ["1", "2", "3", "4", "5-8", "9", "10", "11", "12"]


def test_a_damaged_member_does_not_end_its_zip(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.html", b"AAAA")
        archive.writestr("b.html", b"BBBB")
    path.write_bytes(path.read_bytes().replace(b"AAAA", b"AAAC"))
    assert codes(path) == ["broken_archive", "page"]


def test_a_tar_checks_the_sum_behind_its_end(tmp_path: Path) -> None:
    path = archives.tar_archive(tmp_path / "a.tar.gz", PAGES)
    raw = bytearray(path.read_bytes())
    raw[-6] ^= 0xFF
    path.write_bytes(raw)
    assert codes(path) == ["page"] * len(PAGES) + ["broken_archive"]
    assert BytesIO(raw).read(2) == b"\x1f\x8b"
