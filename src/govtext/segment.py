"""From a stretch of text to its words: 「力争新增科技型中小企业」 is 力争 / 新增 / 科技型 / 中小企业. The home of ``jieba``.

A Tokenizer of our own: no global state, nothing on stderr, no cache file in a shared temporary folder, safe with threads and processes.
"""

from __future__ import annotations

import logging
import warnings
from functools import cache
from importlib.resources import files
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_LOCK = Lock()


@cache
def _tokenizer() -> Any:  # noqa: ANN401 - jieba ships no types
    with _LOCK, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba imports pkg_resources and has invalid escapes in its source
        import jieba  # noqa: PLC0415 - a second of loading that the readers do without

        jieba.setLogLevel(logging.ERROR)
        tokenizer = jieba.Tokenizer()
        with tokenizer.get_dict_file() as dictionary:
            tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(dictionary)
        tokenizer.initialized = True
        for row in files("govtext.lexicon").joinpath("words.txt").read_text("utf-8").splitlines():
            word, frequency, _tag = row.split(" ")
            tokenizer.add_word(word, int(frequency))
        return tokenizer


@cache
def frequencies() -> Mapping[str, int]:
    """How often each word of the dictionary was counted; a word's beginnings that are no words stand there with 0.

    >>> frequencies()["高新区"] > 0
    True
    """
    counted: Mapping[str, int] = _tokenizer().FREQ
    return counted


def words(text: str, start: int = 0, end: int | None = None) -> tuple[tuple[int, int], ...]:
    """The words of ``text[start:end]`` as offsets into ``text``.

    >>> text = "力争新增科技型中小企业"
    >>> [text[a:b] for a, b in words(text)]
    ['力争', '新增', '科技型', '中小企业']
    """
    end = len(text) if end is None else end
    out = []
    at = start
    for word in _tokenizer().cut(text[start:end], HMM=False):
        out.append((at, at + len(word)))
        at += len(word)
    return tuple(out)
