"""From a damaged page to the text that was published: 「重大項(xiàng)目」 to 「重大项目」.

``REPAIRS`` is all that is ever done, in this order. A repair acts on what the page shows by count, never on one suspicious place; a page
without damage comes back as it is. Full-width digits and letters (２０２３) are no damage: the readers of numbers fold them as they read.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, cached_property, partial
from typing import TYPE_CHECKING, Final

from govtext import records
from govtext.page import leftovers, mojibake, readings, torn, traditional
from govtext.page.draft import Draft, RepairRule, repair_rule
from govtext.page.edits import Edit, Trail, apply, compose
from govtext.rules import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govtext.page.decode import Decoded

_AROUND: Final = 4  # characters of context in a sample
_NATIVE_HOST: Final = r"""(?i: https?://[^/\s"'<>]* (?: \.(?:tw|hk|mo)(?![^:/\s"']) | (?<=/)(?:hk|tw)\. ) )"""
_NATIVE: Final = rf"""(?i:  # a page that says it was written in Traditional
    <html\b [^>]{{0,300}}? lang \s*=\s* ["']? zh-(?:hant|tw|hk|mo)
  | "(?:og:url|canonical)" \s+ (?:content|href) \s*=\s* ["'] {_NATIVE_HOST}
  | "og:locale" \s+ content \s*=\s* ["'] zh_(?:tw|hk|mo)
)"""
_NATIVE_SIGNS: Final = (b"zh-hant", b"zh-tw", b"zh-hk", b"zh-mo", b"zh_tw", b"zh_hk", b"zh_mo")
_NATIVE_HOSTS: Final = (b".tw", b".hk", b".mo", b"/tw.", b"/hk.")
_HEAD: Final = 20_000  # characters in which it says so


@dataclass(frozen=True)
class Step:
    """What one repair did to the text that the repairs before it left: its edits count that text's characters."""

    kind: str
    before: str
    edits: tuple[Edit, ...]

    @property
    def sample(self) -> str:
        """The first place, before → after."""
        edit = self.edits[0]
        left, right = self.before[max(0, edit.start - _AROUND) : edit.start], self.before[edit.end : edit.end + _AROUND]
        return f"{left}{self.before[edit.start : edit.end]}{right} → {left}{edit.replacement}{right}"


@dataclass(frozen=True)
class Repaired:
    """A page's text as published, and the steps that led to it from ``source``, the text as decoded."""

    source: str
    text: str
    steps: tuple[Step, ...] = ()

    @cached_property
    def edits(self) -> tuple[Edit, ...]:
        """All that was changed, in offsets of ``source``."""
        out: Sequence[Edit] = ()
        for step in self.steps:
            out = compose(out, step.edits)
        return tuple(out)

    @cached_property
    def trail(self) -> Trail:
        """The way back from ``text`` to ``source``."""
        return Trail(self.edits)

    @property
    def repairs(self) -> tuple[records.Repair, ...]:
        """The ledger: each kind of repair once, in the order they were done."""
        return tuple(
            records.Repair(kind=s.kind, count=len(s.edits), lossy=any(e.lossy for e in s.edits), sample=s.sample) for s in self.steps
        )

    @cached_property
    def doubts(self) -> tuple[int, ...]:
        """The offsets of ``text`` right behind which a number may have lost its first digit."""
        out, shift = [], 0
        for edit in self.edits:
            shift += len(edit.replacement) - (edit.end - edit.start)
            if edit.doubt:
                out.append(edit.end + shift)
        return tuple(out)


@repair_rule(
    examples={
        "(浙江?。?025年項(xiàng)目報(bào)告,建設(shè)": "(浙江省)2025年项目报告,建设",
        "項(xiàng)目報(bào)告,建設(shè)\n?。◤埌灿睿?/p>": "项目报告,建设\n (张安宇)",
        # 優 is the last byte of 變 and the first of 為: its reading fell between them; halves of 所 and 用 are a private character
        "建設(shè)、項(xiàng)目,將知識轉(zhuǎn)變?yōu)椤盀槲宜\ue2c4谩?。": "建设、项目,将知识转变为“为我所用”。",
    },
    leaves=("真的吗?。我不信", "什么?！你再说一遍", "<p title='?。▍^'>项目</p>", "谁?。他问。"),
)
def torn_run(draft: Draft) -> list[Edit]:
    """Text whose bytes were paired wrongly, behind a cut or a reading that fell between two halves of characters."""
    cut = any(sign in draft.telling and sign in draft.text for sign in ("?。", "?！"))
    if not (draft.annotated or draft.in_traditional or cut):
        return []
    return torn.torn(draft.text, annotated=draft.annotated, in_traditional=draft.in_traditional)


@repair_rule(
    examples={"重大項(xiàng)目建設(shè)與高質(zhì)量發(fā)展": "重大项目建设与高质量发展"},
    leaves=(
        "国内生产总值(GDP)、应用(app)、千米(km)、细颗粒物(PM2.5)",
        "汉(hàn)语(yǔ)拼(pīn)音(yīn)教(jiào)学(xué)",
        "郴(chēn)州、亳(bó)州、盱眙(xūyí)",
        "生词：爱(ài)、发(fā)、业(yè)、现(xiàn)",
        "The cat(mao) and dog(gou) sat",
        "没(mo)了，抄没(mo)",
        "水道(shui)と電車(den)です",
        "for(i)in(x):f(ma)",
    ),
)
def reading(draft: Draft) -> list[Edit]:
    """Bracketed readings behind the characters that a converter had turned to Traditional."""
    if not draft.annotated:
        return []
    return [Edit(a, b, "", "reading") for a, b in readings.notes(draft.text, in_traditional=draft.in_traditional)]


@repair_rule(
    examples={"無錫高新區隨著顯著的發展，著力推進": "无锡高新区随着显著的发展，着力推进"},
    leaves=("无锡高新区周有光《語》", "東京の開発計画は来年までに実現する", "乾隆皇帝的著作"),
)
def to_simplified(draft: Draft) -> list[Edit]:
    """Traditional characters, on a page that is mostly written in them."""
    if not draft.in_traditional:
        return []
    return [Edit(i, i + 1, new, "to_simplified") for i, new in traditional.changes(draft.text, draft.fences)]


REPAIRS: Final[tuple[RepairRule, ...]] = (
    mojibake.utf8_as_gbk,
    mojibake.western,
    torn_run,  # before readings: one may stand within a run; before unseen: a run may hold private-use characters
    reading,
    leftovers.unseen,
    leftovers.markup_left,
    leftovers.doubled_comma,
    leftovers.spaced_number,
    to_simplified,  # last: the rules above know the damage by its Traditional characters
)


def repair(text: str, *, simplify: bool = True) -> Repaired:
    """Undo the damage that a page shows; ``simplify=False`` keeps Traditional text Traditional.

    The text is a page's source or its plain-text dump. A page without damage comes back as the same object.

    >>> repaired = repair("貢獻(xiàn)、項(xiàng)目、建設(shè)")
    >>> repaired.text, [(r.kind, r.count) for r in repaired.repairs]
    ('贡献、项目、建设', [('reading', 3), ('to_simplified', 4)])
    """
    return _repair(text, lambda: simplify)


def _repair(text: str, simplified: Callable[[], bool], stored: bytes | None = None) -> Repaired:
    """The same; whether a page is to be simplified is asked of those that are written in Traditional characters."""
    draft = Draft.of(text, stored)
    steps = []
    for rule in REPAIRS:
        if rule is torn_run:  # what was read with the wrong codec shows nothing before it is mended
            written = traditional.is_traditional(draft.telling)
            annotated = (written or readings.has_tones(draft.telling)) and bool(readings.notes(draft.text, in_traditional=written))
            draft = replace(draft, annotated=annotated, in_traditional=written)
        if rule is to_simplified and not (draft.in_traditional and simplified()):
            continue
        edits = rule.find(draft)
        if edits:
            steps.append(Step(rule.kind, draft.text, tuple(edits)))
            draft = Draft.of(apply(draft.text, edits), annotated=draft.annotated, in_traditional=draft.in_traditional)
    return Repaired(text, draft.text, tuple(steps))


def repair_page(decoded: Decoded, url: str | None = None, *, simplify: bool = True) -> Repaired:
    """Undo the damage of a decoded page; one that was written in Traditional characters keeps them.

    >>> from govtext.page.decode import Decoded
    >>> repair_page(Decoded("<p>無錫高新區</p>", "utf-8")).text, repair_page(Decoded("<p>無錫高新區</p>", "big5")).text
    ('<p>无锡高新区</p>', '<p>無錫高新區</p>')
    """
    native = cache(partial(_is_native, decoded, url))
    repaired = _repair(decoded.text, lambda: simplify and not native(), decoded.stored)
    if simplify and any(step.kind in {reading.kind, torn_run.kind} for step in repaired.steps) and native():
        return repair(decoded.text)  # a converter made it Traditional
    return repaired


def _is_native(decoded: Decoded, url: str | None) -> bool:
    return (
        decoded.encoding.startswith("big5")
        or (url is not None and pattern(_NATIVE_HOST).match(url) is not None)
        or _says_native(decoded.text[:_HEAD])
    )


def _says_native(head: str) -> bool:
    lowered = head.encode("utf-8", "surrogatepass").lower()  # a shape that ignores case is slow
    hosts = (b'"og:url"' in lowered or b'"canonical"' in lowered) and any(sign in lowered for sign in _NATIVE_HOSTS)
    return (hosts or any(sign in lowered for sign in _NATIVE_SIGNS)) and pattern(_NATIVE).search(head) is not None
