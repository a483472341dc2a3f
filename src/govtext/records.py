"""All that leaves the library: Pydantic models, validated once from plain data. The home of ``pydantic``.

Names follow schema.org QuantitativeValue, FHIR Quantity and TIMEX3; null means that the text does not say it.
Every offset counts Unicode code points of ``Article.text`` (or of the text given to a reader).
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, PrivateAttr, TypeAdapter

SCHEMA_VERSION = 1

Comparator = Literal["eq", "ge", "gt", "le", "lt", "approx", "range"]
Measure = Literal["level", "increment", "growth", "point", "share", "multiple", "rank"]
Status = Literal["planned", "achieved"]
Commitment = Literal["ensure", "strive", "expect", "plan"]
Grain = Literal["day", "ten_days", "month", "quarter", "half", "year", "years", "week", "century"]
Relation = Literal["by", "within", "each", "since", "at"]


def plain_number(number: Decimal) -> int | float:
    """A Decimal as JSON shows it: 31500000000, 4.5, never 3.15E+10.

    >>> plain_number(Decimal("3.15E+10")), plain_number(Decimal("4.50"))
    (31500000000, 4.5)
    """
    return int(number) if number == number.to_integral_value() else float(number)


Amount = Annotated[Decimal, PlainSerializer(plain_number, return_type=int | float, when_used="json")]


class Record(BaseModel):
    """Base of all records: frozen, nothing extra."""

    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_inf_nan="null")


class Span(Record):
    """A half-open slice of the text, in code points."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Number(Record):
    """A number as it stands in a text: ``value``, or the bounds of a vague one (几十, 三五百) in ``low`` and ``high``."""

    text: str
    span: Span
    comparator: Comparator = "eq"
    value: Amount | None = None
    low: Amount | None = None
    high: Amount | None = None
    rule: str


class Quantity(Record):
    """A number with its unit. ``span`` covers number and unit (315亿元), ``text`` the whole expression (不少于315亿元)."""

    text: str
    span: Span
    comparator: Comparator
    value: Amount | None = None  # in the bare unit: 315亿元 is 31500000000 元; the bound for ge gt le lt
    low: Amount | None = None
    high: Amount | None = None
    unit: str
    unit_code: str | None = None  # ISO 4217 for money, UCUM where it has one, else ours
    dimension: str | None = None
    measure: Measure | None = None
    per: str | None = None
    rule: str = ""


class Interval(Record):
    """Inclusive first and last day; null is an open side."""

    start: date | None = None
    end: date | None = None


class Deadline(Record):
    """A time as written and, resolved against the publication date, its first and last day (both inclusive)."""

    text: str
    span: Span | None  # null when the words stand outside the text, in the title
    start: date | None = None
    end: date | None = None
    grain: Grain | None = None
    relation: Relation = "within"
    inherited: bool = False
    rule: str = ""
    alternatives: tuple[Interval, ...] = ()  # other readings, when the words allow more than one


class Evidence(Record):
    """The characters that say a field, and the rule that read them there."""

    role: Literal["subject", "action", "actor", "quantity", "deadline", "commitment", "status", "measure", "baseline"]
    text: str
    span: Span | None  # null when it stands in the title
    rule: str


class Target(Record):
    """One promise or one fact: who, what, how much, by when."""

    id: str
    kind: Literal["quantity", "milestone"]
    status: Status
    commitment: Commitment | None = None
    cue: str | None = None
    subject: str | None = None
    action: str | None = None
    actor: str | None = None
    quantity: Quantity | None = None
    deadline: Deadline | None = None
    baseline: str | None = None
    quote: str
    span: Span
    evidence: tuple[Evidence, ...] = ()
    inherited: tuple[str, ...] = ()  # the fields taken from another clause, heading or the title
    flags: tuple[str, ...] = ()  # "after_torn_run": the number may have lost its first digit


class Repair(Record):
    """One kind of repair done to a page: how often, and whether characters were lost for good."""

    kind: str
    count: int
    lossy: bool = False
    sample: str = ""  # the first place, before → after


class Paragraph(Record):
    """A paragraph of the article: what it is and where it stands in the text."""

    kind: Literal["heading", "paragraph", "list_item", "table_row", "caption", "footnote"]
    span: Span
    level: int | None = None  # of a heading: 1 is the highest


class Dropped(Record):
    """A line at the article's head or tail that is not its text, and why it was dropped."""

    text: str
    reason: str


class PublishedSlice(Record):
    """Characters of the decoded page, before any repair."""

    start: int
    end: int
    text: str


class Doubt(Record):
    """A place of the text whose characters may not be the published ones."""

    span: Span
    reason: str


class Article(Record):
    """A page without its boilerplate. ``text`` is the one coordinate system: paragraphs joined by newlines."""

    title: str | None = None
    subtitle: str | None = None
    kicker: str | None = None  # 引题, above the title
    source: str | None = None  # 来源
    author: str | None = None  # 作者, 记者
    editor: str | None = None  # 责任编辑
    published: datetime | None = None
    published_precision: Literal["day", "minute", "second"] | None = None
    published_from: str | None = None  # where it was read: label, meta, url, argument
    issuer: str | None = None  # 发文机关
    document_number: str | None = None  # 文号
    issued: date | None = None  # 成文日期
    url: str | None = None
    next_page: str | None = None
    text: str = ""
    paragraphs: tuple[Paragraph, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    empty: str | None = None  # why there is no article: error_page, list_page, no_text
    encoding: str | None = None
    replaced: int = 0  # bytes that could not be decoded
    repairs: tuple[Repair, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    _origin: Any = PrivateAttr(default=None)  # what as_published reads: set by page, never written out

    def as_published(self, span: Span | None = None) -> tuple[PublishedSlice, ...]:
        """The characters of the decoded page behind ``span`` of the text (all of it by default), one slice where no repair cuts it."""
        span = span or Span(start=0, end=len(self.text))
        if self._origin is None:
            return (PublishedSlice(start=span.start, end=span.end, text=self.text[span.start : span.end]),)
        return tuple(PublishedSlice(start=a, end=b, text=t) for a, b, t in self._origin.slices(self.text, span.start, span.end))


class Document(Record):
    """One page converted: its article, what it promises and what it reports as done."""

    schema_version: int = SCHEMA_VERSION
    id: str
    uri: str | None = None
    article: Article
    targets: tuple[Target, ...] = ()
    achievements: tuple[Target, ...] = ()


@lru_cache(maxsize=1)
def _of_quantities() -> TypeAdapter[tuple[Quantity, ...]]:
    return TypeAdapter(tuple[Quantity, ...])


@lru_cache(maxsize=1)
def _of_deadlines() -> TypeAdapter[tuple[Deadline, ...]]:
    return TypeAdapter(tuple[Deadline, ...])


def quantities(rows: list[dict[str, Any]]) -> tuple[Quantity, ...]:
    """Plain data as records, all validated in one call: a call for each takes a sixth more time."""
    return _of_quantities().validate_python(rows)


def deadlines(rows: list[dict[str, Any]]) -> tuple[Deadline, ...]:
    """The same for times."""
    return _of_deadlines().validate_python(rows)
