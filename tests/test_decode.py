"""Any bytes become the text that was published: the codec is right whatever the declaration says."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govtext.page.decode import decode

if TYPE_CHECKING:
    from pathlib import Path

SIMPLIFIED = "<p>无锡高新区今年新增科技型中小企业700家以上，全年开工建设重大项目，投资完成不少于315亿元。</p>"
TRADITIONAL = "<p>無錫高新區今年新增科技型中小企業700家以上，全年開工建設重大項目，投資完成不少於315億元。</p>"
DECLARATIONS = ("utf-8", "gbk", "gb2312", "big5", "iso-8859-1", "windows-1252", "shift_jis", "no-such-codec", None)
STORED = (
    ("utf-8", SIMPLIFIED),
    ("utf-8", TRADITIONAL),
    ("gb18030", SIMPLIFIED),
    ("gb18030", TRADITIONAL),
    ("big5", TRADITIONAL),
    ("utf-16-le", SIMPLIFIED),
    ("utf-16-be", SIMPLIFIED),
)


@pytest.mark.parametrize("declared", DECLARATIONS)
@pytest.mark.parametrize(("codec", "text"), STORED)
def test_the_bytes_overrule_a_wrong_declaration(codec: str, text: str, declared: str | None) -> None:
    by_server = decode(text.encode(codec), declared)
    assert (by_server.text, by_server.encoding, by_server.replaced, by_server.declared) == (text, codec, 0, declared)
    page = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">{text}' if declared else text
    by_page = decode(page.encode(codec))
    assert (by_page.text, by_page.encoding, by_page.replaced, by_page.declared) == (page, codec, 0, declared)


@pytest.mark.parametrize(
    ("bom", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_text(bom: bytes, codec: str) -> None:
    assert decode(bom + "无锡".encode(codec), "gbk").text == "无锡"
    assert decode(bom + "无锡".encode(codec)).encoding == codec


def test_an_xml_declaration_is_read() -> None:
    page = '<?xml version="1.0" encoding="GB2312"?><p>无锡</p>'
    assert decode(page.encode("gbk")) == decode(page.encode("gbk"), "gb2312")
    assert decode(page.encode("gbk")).text == page


@pytest.mark.parametrize(("character", "declared"), [("镕", "gb2312"), ("𠀀", "gbk"), ("€", "gb2312")])
def test_gb2312_and_gbk_are_read_as_gb18030(character: str, declared: str) -> None:
    text = f"中国{character}人民"
    assert decode(text.encode("gb18030"), declared).text == text


def test_two_characters_are_enough() -> None:
    assert decode("联通".encode("gbk"), "gb2312").text == "联通"  # well-formed UTF-8 too: the editor's joke of 2001
    assert decode("无锡".encode("gbk")).text == "无锡"
    assert decode("無錫".encode("big5")).encoding == "big5"


def test_a_declared_codec_of_another_language_is_believed_when_it_fits() -> None:
    assert decode("東京の開発計画".encode("shift_jis"), "shift_jis").text == "東京の開発計画"
    assert decode("naïve café, déjà vu".encode("latin-1"), "iso-8859-1").text == "naïve café, déjà vu"


def test_replaced_bytes_are_counted() -> None:
    data = "无锡高新区".encode()
    broken = decode(data[:-1])
    assert (broken.text, broken.encoding, broken.replaced) == ("无锡高新\ufffd", "utf-8", 2)
    assert decode(SIMPLIFIED.encode("gbk") + b"\xff", "gbk").replaced == 1
    assert decode("无\ufffd锡".encode()).replaced == 0  # it was published so


def test_nothing_and_ascii_are_utf_8() -> None:
    assert (decode(b"").text, decode(b"").encoding) == ("", "utf-8")
    assert decode(b"<p>GDP</p>", "gbk").encoding == "utf-8"


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "gbk", "big5", "utf-16", "hz", "base64", "idna", "\0"]))
def test_any_bytes_become_some_text(data: bytes, declared: str | None) -> None:
    decoded = decode(data, declared)
    assert isinstance(decoded.text, str)
    assert 0 <= decoded.replaced <= len(data)


def test_the_reference_pages_lose_nothing(shared: Path) -> None:
    pages = sorted((shared / "pages" / "develop").glob("*.html"))
    assert {page.name: decode(page.read_bytes()).replaced for page in pages} == {page.name: 0 for page in pages}
