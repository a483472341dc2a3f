"""What a quantity is counted by, when the words ahead say it: 「每万人…15件」 per 万人, 「年均增长6%」 per 年, 「亩均税收」 per 亩."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from govtext.rules import local

if TYPE_CHECKING:
    from govtext.rules import Pattern

_REACH = 20  # characters: 每万人高价值发明专利拥有量达到


@lru_cache(maxsize=1)
def _ahead() -> Pattern:
    return local(
        r"""
        (?: 每(?P<each>[十百千万亿]{0,2}
                (?: 平方公里|平方米|立方米|公里|公顷|常住人口|人口|个月|工作日|小时|分钟|季度?
                  | [人户亩年月日天周吨辆件个名位家台套元次村县校班] )
            )
          | (?P<mean>[人亩户日年月周季村校])均
          | 单位(?P<output>GDP|地区生产总值|生产总值|工业增加值|面积|产值|产品|建筑面积)
        )
        [^，。；;：:！？\n\p{Nd}]{0,16}$
        """
    )


def per(text: str, start: int) -> str | None:
    """The word for what a quantity that begins at ``start`` is counted by.

    >>> [per(t, len(t)) for t in ("每千人口拥有执业医师", "年均增长", "单位GDP能耗下降", "新增")]
    ['千人口', '年', 'GDP', None]
    """
    ahead = text[max(0, start - _REACH) : start]
    if "每" not in ahead and "均" not in ahead and "单位" not in ahead:
        return None
    found = _ahead().search(ahead)
    return (found["each"] or found["mean"] or found["output"]) if found else None
