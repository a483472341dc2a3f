"""What a clause without a number is about: 「巢马铁路全线铺轨完成，预计明年通车」 dates the opening of 巢马铁路."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govtext.lexicon import agents, cues, phrases, verbs
from govtext.targets import doing, event, front
from govtext.targets.actor import is_actor
from govtext.targets.example import Example
from govtext.targets.piece import header
from govtext.targets.tokens import VERBS, is_preposition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govtext.targets.piece import Piece
    from govtext.targets.tokens import Token

# A part of works named so shortly is named before: 线路, 工程进度.
SHORT_PART = 6


def of_event(tokens: Sequence[Token]) -> Piece | None:
    """What a clause in front of an event is about: 「【巢马铁路】全线铺轨完成，预计明年通车」; what it builds; else its object."""
    kept = front.strip_front([t for t in tokens if t.part not in ("time", "cue")])
    if not kept or tokens[0].word in ("据", "根据") or kept[0].word in phrases.LINKS | phrases.GOING:
        return None  # 据市农业农村局统计; 【起于】望澜火车站: said of what was named before
    built = next(
        (i + 1 for i in range(len(kept) - 2, -1, -1) if kept[i].word in phrases.BUILDING or (not i and kept[i].word in phrases.REBUILDING)),
        None,
    )
    if built is not None:
        return _made(kept[built:])
    if begins_with_deed(kept):
        return None
    end = next((i for i, t in enumerate(kept) if _says_of_it(t) and not _within_name(kept, i) and not _between_places(kept, i)), None)
    found = header(kept[:end], "topic_of_earlier_clause") if end else None
    if found is None or (is_actor(found.text) and not found.text.endswith(phrases.HOUSES_BUILT)):
        found = counted(tokens)
    if found is None or found.text.endswith((*verbs.AMOUNTS, *verbs.AMOUNT_NOUNS)):
        return None  # 总建筑面积12万平方米，明年6月竣工
    if len(found.text) > SHORT_PART or not found.text.endswith(phrases.PARTS_OF_WORKS):
        return found
    works = next(found.text.removesuffix(part) for part in phrases.PARTS_OF_WORKS if found.text.endswith(part))
    pointing = len(works) > len("该") and works[0] in "该此本"
    return replace(found, text=works, end=found.start + len(works)) if pointing else None  # 【该工程】线路全长


def _made(tokens: Sequence[Token]) -> Piece | None:
    """What is built, without its size: 由中铁承建的【大桥】全长3.8公里."""
    made = header(tokens, "object_of_earlier_clause")
    if made and made.text.endswith(("全长", "总长")):
        return replace(made, text=made.text[:-2], end=made.end - 2)
    return None if made and made.text.endswith(("工期", *verbs.AMOUNTS)) else made


def _says_of_it(token: Token) -> bool:
    """Whether a word ends the topic: what it does, is, or where it stands."""
    return (
        token.part in (*VERBS, "adverb")
        or token.word in phrases.LINKS | phrases.TURNS | phrases.DEEDS | verbs.EVENTS
        or is_preposition(token)
    )


def _between_places(tokens: Sequence[Token], at: int) -> bool:
    """Whether 至 joins the ends of a road: 召夸【至】泸西高速公路."""
    around = (*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2])
    return tokens[at].word in ("至", "到") and len(around) > 1 and all(t.part == "noun" for t in around)


def _within_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb says of what kind the noun behind it is: 地面【应用】系统, 额定【输送】功率."""
    behind = tokens[at + 1 : at + 2]
    if tokens[at].part == "do" and at and behind and behind[0].word in ("启动", "完成", "开始", "结束"):
        return True  # 轨道【铺设】10月底启动
    if tokens[at].part != "do" or not at or not behind or behind[0].part != "noun":
        return False
    return tokens[at].word in phrases.KINDS or behind[0].word in verbs.AMOUNT_NOUNS


def begins_with_deed(tokens: Sequence[Token]) -> bool:
    """Whether words in front of an event are what is done, not what it is done to: 年底【投入】商业运营, 【赴】南海执行任务."""
    kept = front.strip_front([t for t in tokens if t.part not in ("time", "cue")])
    return bool(kept) and (
        kept[0].part in VERBS or kept[0].word in phrases.GOING | phrases.TURNS | verbs.EVENTS or event.happens(kept[0].word)
    )


def counted(tokens: Sequence[Token]) -> Piece | None:
    """The object at a clause's end, which the next clause may count: 「设立研发机构，下半年新增不少于5家」."""
    if tokens and tokens[-1].word in agents.SAYING:
        return None
    if any(t.word in phrases.RECKONED for t in tokens[:2]):
        return None  # 按可比价格计算
    kept = front.strip_front([t for t in tokens if t.part != "time"])
    while len(kept) > 1 and (kept[-1].word in phrases.STEADY or kept[-1].part == "adverb"):
        kept = kept[:-1]  # 物价指数同比【持平】
    if len(kept) > 2 and kept[-2].word == "为" and kept[-1].word in cues.BASE_NOUNS:
        kept = kept[:-2]  # 以2017年【渍水点数量】为基数
    done = next((i for i, t in enumerate(kept) if i > 1 and t.word in ("进行", "实施", "开展")), None)
    if done is not None and kept[0].word == "对":
        return header(kept[1:done], "object_of_earlier_clause")  # 对【老旧小区】进行改造，共计20万平方米
    if kept and kept[0].word in phrases.SERVING:
        kept = front.cut(kept)[1]  # 为老人发放【津贴】
    if kept and kept[-1].word == "”" and any(t.word.endswith(("连增", "连丰", "连冠", "倍增", "翻番")) for t in kept[-2:]):
        end = next((i for i, t in enumerate(kept) if t.part in VERBS or (i and t.word == "在")), 0)
        return header(kept[:end], "topic_of_earlier_clause") if end else None  # 【粮食总产】实现“十四连增”
    parts = doing.read(kept, counting=False)
    noun = parts.noun
    if noun and noun[-1].word in phrases.TROUBLES and any(t.part == "do" for t in noun[1:-1]):
        return None  # 区建委解决制约项目建设进程的难题
    told = next((i for i, t in enumerate(noun) if i and t.part == "adverb" and t.word not in phrases.ATTRIBUTIVE), len(noun))
    found = header(noun[:told] or parts.group, "object_of_earlier_clause")  # 【粮食】再获丰收
    if found and found.text.endswith("全覆盖"):  # 企业数字化改造【全覆盖】，今年完成2500家
        found = replace(found, text=found.text.removesuffix("全覆盖"), end=found.end - len("全覆盖"))
    return None if found is None or found.text in _STARTS or is_actor(found.text) or found.text.endswith(phrases.REALMS) else found


# Behind these another clause tells what comes of it: 预计7月初【启动实施】，年底建成.
_STARTS = frozenset(("", *"启动实施 开工建设 启动建设 全面启动 全面开工 正式启动 正式开工 动工建设".split()))


EXAMPLES = (
    Example(
        "澜江大桥全长3.8公里，主跨650米，双向六车道，总投资28亿元，预计2026年底建成通车。",
        (
            "achieved | 澜江大桥全长 | - | - | eq 3.8 公里 | level | -",
            "achieved | 主跨 | - | - | eq 650 米 | level | -",
            "achieved | 总投资 | - | - | eq 2800000000 元 | level | -",
            "planned | 澜江大桥 | 建成通车 | - | event | - | 2026-12-31",
        ),
    ),
    Example(
        "目前该县已建成基站1.2万个，实现乡镇以上全覆盖，到2025年底预计达到1.8万个。",
        (
            "achieved | 基站 | 建成 | 该县 | eq 12000 个 | increment | -",
            "planned | 基站 | 达到 | 该县 | eq 18000 个 | level | 2025-12-31",
        ),
    ),
    Example(
        "粮食总产实现“十四连增”，达23万吨。",
        ("achieved | 粮食总产 | 达 | - | eq 230000 吨 | level | -",),
    ),
    Example(
        "改造集镇主干道，争取5月底前竣工通车。",
        ("planned | 集镇主干道 | 竣工通车 | - | event | - | 2024-05-31",),
    ),
    Example(
        "今年全省新增专项债券额度2800亿元，重点支持交通、水利等领域，已发行1500亿元。",
        (
            "achieved | 专项债券额度 | 新增 | - | eq 280000000000 元 | increment | 2024-12-31",
            "achieved | 专项债券额度 | 发行 | - | eq 150000000000 元 | increment | 2024-12-31",
        ),
    ),
    Example("澜马铁路全线铺轨完成，预计明年通车。", ("planned | 澜马铁路 | 通车 | - | event | - | 2025-12-31",)),
    Example("恒远集团在东州建设电池工厂，明年年底投产。", ("planned | 电池工厂 | 投产 | 恒远集团 | event | - | 2025-12-31",)),
    Example("澜江大桥是望青高速的控制性工程，计划明年5月合龙。", ("planned | 澜江大桥 | 合龙 | - | event | - | 2025-05-31",)),
    Example("水库枢纽工程进展顺利，年底前下闸蓄水。", ("planned | 水库枢纽工程 | 蓄水 | - | event | - | 2024-12-31",)),
    Example(
        "地铁5号线一期9月开始空载试运行，年底前具备初期运营条件。",
        ("planned | 地铁5号线一期 | 开始 | - | event | - | 2024-09-30", "planned | 地铁5号线一期 | 具备 | - | event | - | 2024-12-31"),
    ),
    Example("市教育局表示，明年新增学位3000个。", ("planned | 学位 | 新增 | 市教育局 | eq 3000 个 | increment | 2025-12-31",)),
    Example(
        "澜东管道工程昨天转入调试。该工程线路全长300公里，额定输送能力800万吨，计划于2025年3月投入商业运行。",
        (
            "achieved | 该工程线路全长 | - | - | eq 300 公里 | level | -",
            "achieved | 额定输送能力 | - | - | eq 8000000 吨 | level | -",
            "planned | 澜东管道工程 | 运行 | - | event | - | 2025-03-31",
        ),
    ),
    Example("空中交通管理系统通过验收，5月1日前具备接管能力。", ("planned | 空中交通管理系统 | 具备 | - | event | - | 2024-05-01",)),
    Example(
        "全市财政收入802亿元，按可比口径计算，增长12%；消费价格指数同比持平，涨幅收窄3.7个百分点。",
        (
            "achieved | 财政收入 | - | - | eq 80200000000 元 | level | -",
            "achieved | 财政收入 | 增长 | - | eq 12 % | growth | -",
            "achieved | 消费价格指数涨幅 | 收窄 | - | eq 3.7 个百分点 | point | -",
        ),
    ),
    Example("力争改善灌溉面积90万亩。", ("planned | 灌溉面积 | 改善 | - | eq 900000 亩 | increment | -",)),
    Example("全市粮食再获丰收，今年预计突破14亿斤。", ("planned | 粮食 | 突破 | - | gt 1400000000 斤 | level | 2024-12-31",)),
    Example("南屏至石桥高速公路获得批复，11月底前开工。", ("planned | 南屏至石桥高速公路 | 开工 | - | event | - | 2024-11-30",)),
    Example(
        "区建委努力解决制约项目的难题，确保全年竣工10万平方米。",
        ("planned | - | 竣工 | 区建委 | eq 100000 平方米 | increment | 2024-12-31",),
    ),
    Example(
        "轨道铺设10月底启动，年底前全线贯通，明年6月试运行。",
        (
            "planned | 轨道铺设 | 启动 | - | event | - | 2024-10-31",
            "planned | 轨道铺设 | 全线贯通 | - | event | - | 2024-12-31",
            "planned | 轨道铺设 | 试运行 | - | event | - | 2025-06-30",
        ),
    ),
    Example(
        "工程已获得批复，预计于今年7月初启动实施，年底建成投用，到时全县又将有7000余户群众受益。",
        (
            "planned | 工程 | 启动实施 | - | event | - | 2024-07-10",
            "planned | 工程 | 建成投用 | - | event | - | 2024-12-31",
            "planned | 群众 | 受益 | - | gt 7000 户 | level | 2024-12-31",
        ),
        published="2024-06-20",
    ),
)
