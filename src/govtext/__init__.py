"""govtext: from archives of Chinese government-news pages to a clean table of who promised what, how much, by when.

    import govtext

    doc = govtext.convert(page)                     # bytes | str | soup: a page, or a plain-text dump of one
    doc = govtext.extract(text, published=date)     # clean text, left as it is
    article = govtext.parse(page)                   # the page without its boilerplate
    govtext.convert_archive("crawl.zip", "targets.csv")   # all pages of an archive

Names load when first used, so ``govtext.quantities`` pays for neither jieba nor a page parser.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from govtext.archive.documents import iter_documents
    from govtext.archive.run import convert_archive
    from govtext.errors import GovtextError
    from govtext.pipeline import convert, extract, numbers, parse, quantities, times
    from govtext.records import Article, Deadline, Document, Number, Quantity, Span, Target

__version__ = "0.1.0"

_HOME = {
    "GovtextError": "govtext.errors",
    "convert": "govtext.pipeline",
    "convert_archive": "govtext.archive.run",
    "extract": "govtext.pipeline",
    "iter_documents": "govtext.archive.documents",
    "numbers": "govtext.pipeline",
    "parse": "govtext.pipeline",
    "quantities": "govtext.pipeline",
    "times": "govtext.pipeline",
    "Article": "govtext.records",
    "Deadline": "govtext.records",
    "Document": "govtext.records",
    "Number": "govtext.records",
    "Quantity": "govtext.records",
    "Span": "govtext.records",
    "Target": "govtext.records",
}

__all__ = [
    "Article",
    "Deadline",
    "Document",
    "GovtextError",
    "Number",
    "Quantity",
    "Span",
    "Target",
    "__version__",
    "convert",
    "convert_archive",
    "extract",
    "iter_documents",
    "numbers",
    "parse",
    "quantities",
    "times",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's attribute is anything
    if name not in _HOME:
        raise AttributeError(f"module 'govtext' has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
