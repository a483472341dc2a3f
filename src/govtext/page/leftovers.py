"""Small damage that converters, scanners and copying leave in a text: 「/p>」, 「,，」, 「2 0 0 1年」, characters that nobody sees."""

from __future__ import annotations

from typing import Final

from govtext.page.draft import Draft, repair_rule
from govtext.page.edits import Edit
from govtext.rules import local, pattern

_UNSEEN: Final = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff"
_TAGS: Final = "p|div|span|strong|br|font|td|tr|li|b"
# the entities that Chinese pages write; &lt; and &gt; are left, for unescaped they would make tags
_ENTITIES: Final = {
    "nbsp": " ", "ensp": " ", "emsp": "　", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’",
    "mdash": "—", "ndash": "–", "hellip": "…", "middot": "·", "permil": "‰", "quot": '"', "amp": "&",
}  # fmt: skip
# what stands behind an 「&amp;」 that was escaped twice
_TWICE: Final = tuple(f"{name};" for name in _ENTITIES if name not in {"quot", "amp"})
_ENDS: Final = ("</>", '"/>', "'/>", "//>")  # the ends of tags in what a draft tells: 「</p>」, 「<br/>」, 「<a href="a"/>」
_COMMAS: Final = 5  # on one page; a slip of the keyboard happens once or twice


@repair_rule(
    examples={"投资315\u200b亿元": "投资315亿元", "总投\ue123资\ue5e5亿元": "总投资　亿元"},
    leaves=("1\xad\xad—4月平均", "<a>拾玖\ue003</a>", "\ufeff\n<p>无锡</p>", "<i class=iconfont>\ue600</i>首页", "👨\u200d👩\u200d👧"),
)
def unseen(draft: Draft) -> list[Edit]:
    """Zero-width and private-use characters inside words and numbers; U+E5E5 is the full-width space of some editors."""
    text = draft.text
    edits: list[Edit] = []
    if seen := "".join(c for c in _UNSEEN if c in draft.telling):
        runs, inner = pattern(rf"[{seen}]++").finditer(text), local(r"[\p{Han}\p{Nd}]").match
        edits += draft.drop((m for m in runs if m.start() and inner(text, m.start() - 1) and inner(text, m.end())), "unseen")
    if not pattern(r"[\ue000-\uf8ff]").search(draft.telling):
        return edits
    private = pattern(r"[\ue000-\uf8ff] (?: (?<=\ue5e5) | (?<=\p{Han}.) (?=\p{Han}) )").finditer(text)
    edits += [Edit(m.start(), m.end(), "　" if m[0] == "\ue5e5" else "", "unseen", m[0] != "\ue5e5") for m in draft.open(private)]
    return sorted(edits, key=lambda e: e.start)


@repair_rule(
    examples={
        "年底前开工。/p>\n无锡": "年底前开工。\n无锡",
        "年底前开工。</p>\n无锡": "年底前开工。\n无锡",
        "&nbsp;&nbsp;今年开工": "  今年开工",
        "<p>&amp;nbsp;今年开工</p>": "<p>&nbsp;今年开工</p>",
    },
    leaves=("<p>&nbsp;今年开工</p>", "写作 a</p>", "时速80km/p>", "<p>空格写作&amp;nbsp;。</p>"),
)
def markup_left(draft: Draft) -> list[Edit]:
    """Ends of tags and entities that stand in the text as text."""
    text = draft.text
    edits: list[Edit] = []
    before, after = r"[\p{Han}。！？；：，、”’」）)…!?;%]", r"(?=\s|<|$)"
    if draft.is_html and draft.telling.count("/>") > sum(map(draft.telling.count, _ENDS)):
        edits += draft.drop(local(rf"/ (?<={before}/) (?:{_TAGS})>++ {after}").finditer(text), "markup_left")
    elif not draft.is_html and ">" in text:
        found = pattern(rf"(?<={before}) (?:</?|/) (?:{_TAGS}) \s{{0,2}}/?> {after}").finditer(text)
        edits += [Edit(m.start(), m.end(), "", "markup_left") for m in found]
    if "&" not in text:
        return edits
    if not draft.is_html:
        known = pattern(r"& (?P<name>\L<names>) ;", names=frozenset(_ENTITIES)).finditer(text)
        edits += [Edit(m.start(), m.end(), _ENTITIES[m["name"]], "markup_left") for m in draft.open(known)]
    elif any(part.startswith(_TWICE) for part in text.split("&amp;")):
        twice = pattern(r"&amp; (?<=[\p{Han}。，；>;]&amp;) (?=(?:\L<names>) [\p{Han}“&])", names=frozenset(_TWICE))
        edits += [Edit(m.start(), m.end(), "&", "markup_left") for m in draft.open(twice.finditer(text))]
    return sorted(edits, key=lambda e: e.start)


@repair_rule(
    examples={"一,，二,，三，四,，五,，六,，七": "一，二，三，四，五，六，七"},
    leaves=("他说,，好。", "数组[1,,2,,3,,4,,5,,6,,7]", "略,,,,,,,,,,略", "a,，b"),
)
def doubled_comma(draft: Draft) -> list[Edit]:
    """A comma that noise put before punctuation, all over a page: ASCII before full-width, or any on a page damaged otherwise."""
    text = draft.text
    noise = (",，" in draft.telling and ",，" in text) or ((draft.annotated or draft.in_traditional) and ",," in text)
    if not noise:
        return []
    other = r"| (?<=\p{Han}|[%”）)\p{Nd}]) , (?=[,、；;。] (?![,、；;。]))" if draft.annotated or draft.in_traditional else ""
    found = list(pattern(rf"(?<!,) , (?=，) {other}").finditer(text))
    found = draft.open(found) if len(found) >= _COMMAS else []
    return [Edit(m.start(), m.end(), "", "doubled_comma") for m in found] if len(found) >= _COMMAS else []


@repair_rule(
    examples={"2 0 0 1年增长1 5 %": "2001年增长15%", "到2 0 1 0年达到1 2 . 5亿元": "到2010年达到12.5亿元"},
    leaves=("上一页 1 2 3 4 5 下一页", "电话4000 662 888", "增长1 5 %", "比分3 2 1年", "第1 2 3 4 年级"),
)
def spaced_number(draft: Draft) -> list[Edit]:
    """Spaces that a scanner put between the digits of numbers, on a page that shows it by a year of four single digits."""
    text = draft.text
    if not pattern(r"年 (?<=\ \p{Nd}\ ?年)").search(text) or not any(century in text for century in ("2 0 ", "1 9 ")):
        return []
    number = pattern(
        r"""(?<![\p{Nd}.]|[\p{Nd}.]\ ) \p{Nd} (?:\ \p{Nd} | \ ?\.\ ?\p{Nd})*+ (?<=\ \p{Nd})
            \ ? (?P<unit>年(?!级) | [%％‰] | [万亿] | 个百分点 | 元 | 吨 | 公里 | 公顷 | 亩 | 人 | 家 | 户 | 倍)"""
    )
    years = pattern(r"(?<![\p{Nd}.]|[\p{Nd}.]\ ) (?:1\ 9|2\ 0)\ \p{Nd}\ \p{Nd} \ ?年(?!级)").finditer(text)
    if not draft.open(years):
        return []
    edits = []
    for m in draft.open(number.finditer(text)):
        edits += [Edit(i, i + 1, "", "spaced_number") for i in range(m.start(), m.start("unit")) if text[i] == " "]
    return edits
