"""What one clause says about whether its numbers are promised or done: cues, words of what was done, times ahead and times over.

Not one word decides: 「将」 promises, 「已」 reports, but 「截至去年底已完成30亿元，年内将再完成20亿元」 holds one of each. The nearest
evidence on the number's left wins.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from govtext.lexicon import cues, zones
from govtext.targets.example import Example

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govtext.records import Commitment, Status
    from govtext.targets.tokens import Token

# How many tokens of a clause are looked at: bounds the work on a clause without end.
REACH = 120
# Evidence that the frame outweighs, and that does not carry over to the next clause.
SOFT_RULES = frozenset({"weak_cue", "soft_done_word", "done_attribute"})
# So far behind a time stands the noun that makes it a base: 以2017年渍水点数量为【基数】.
BASED_ON = 8
# The title of a plan has no more tokens than this.
TITLE = 40
# So near before a goal stands the word that holds a figure against it.
HELD = 2
FIRM = frozenset("拟 将 即将 拟安排 确保 力争".split())


@dataclass(frozen=True, slots=True)
class Stance:
    """Planned or achieved, the word that says it, where, and by which rule."""

    status: Status | None
    commitment: Commitment | None
    cue: str | None
    start: int
    end: int
    rule: str


def in_clause(tokens: Sequence[Token], upto: int, tense: Callable[[Token], str]) -> Stance | None:
    """What the words of one clause before ``tokens[upto]`` say, the nearest first; ``tense`` tells a date's side: past, future, open."""
    best: Stance | None = None
    for place in range(upto - 1, max(-1, upto - 1 - REACH), -1):
        found = _of_time(tokens, place, tense) if tokens[place].part == "time" else _of_word(tokens, place)
        if found is None:
            continue
        if _settles(found, best):
            return found
        if _stands_before(found, best):
            best = found
    return best


def _of_time(tokens: Sequence[Token], place: int, tense: Callable[[Token], str]) -> Stance | None:
    """A time ahead promises, a time that is over reports; the year of a goal or of a base does neither."""
    token, side = tokens[place], tense(tokens[place])
    if (
        _of_goal(tokens, place)
        or _of_name(tokens, place)
        or (side == "past" and (_says_which(tokens, place) or _attributive(tokens, place)))
        or (side == "past" and _based(tokens, place) and not any(t.word == "以来" for t in tokens))
    ):
        return None
    if side == "future":
        return Stance("planned", "plan", None, token.start, token.end, "future_time")
    rule = "now_time" if token.word in cues.NOW else "past_time"
    return Stance("achieved", None, None, token.start, token.end, rule) if side == "past" else None


def _attributive(tokens: Sequence[Token], place: int) -> bool:
    """促进【目前的】各类赛事提升: what there is now."""
    return tokens[place].word in cues.NOW and any(t.part == "of" for t in tokens[place + 1 : place + 2])


def _of_word(tokens: Sequence[Token], place: int) -> Stance | None:
    """A word of what was done, or a cue of what will be."""
    token, before = tokens[place], tokens[place - 1] if place else None
    if token.part == "number":
        return Stance("achieved", None, "了", token.start, token.end, "done_word") if "了" in token.word else None  # 翻了一番
    after_verb = before is not None and before.part == "do"
    if token.word in cues.DONE or token.word[0] == "已":
        if _names_which(tokens, place):
            return None
        attribute = token.word != "了" and after_verb
        return Stance("achieved", None, token.word, token.start, token.end, "done_attribute" if attribute else "done_word")
    if token.word in cues.SOFT and not _based(tokens, place):
        return Stance("achieved", None, token.word, token.start, token.end, "soft_done_word")
    if token.part == "do" and token.word[0] == "拟" and len(token.word) > 1:  # 拟安排, 拟投资
        return Stance("planned", "plan", token.word, token.start, token.end, "cue")
    said = _promised(token) if token.part == "cue" and not _of_noun(tokens, place) else None
    return replace(said, rule="cue") if said and _by_order(tokens, place) else said


def _by_order(tokens: Sequence[Token], place: int) -> bool:
    """《行动计划》【明确】, 《方案》还【提出】: what a plan says is what will be; a report's words are of both kinds."""
    end = place - 1 if place and tokens[place - 1].word in ("还", "也", "同时", "并") else place
    if tokens[place].word not in cues.SPEECH or end < 2 or tokens[end - 1].word != "》":
        return False
    name = [t.word for t in tokens[max(0, end - TITLE) : end - 1]]
    words = "".join(name[: name.index("（")] if "（" in name else name)
    return words.endswith(tuple(zones.PLANS))


def _names_which(tokens: Sequence[Token], place: int) -> bool:
    """利用【现有】管道改建, 拆除5个【现有】收费站, 由【现有】的5条扩展至20条, 落实【已】出台的政策: which ones, not what was done."""
    word, before = tokens[place].word, tokens[place - 1].part if place else None
    if word == "现有" and (before in ("do", "number") or _based(tokens, place)):
        return True
    return word != "了" and _of_attribute(tokens, place)


def _of_attribute(tokens: Sequence[Token], place: int) -> bool:
    """落实好【已】出台的政策: what has been done only says which ones; 已建成的5个 are counted."""
    of = place + 1 if len(tokens[place].word) > 1 else place + 2
    within = tokens[place + 1 : of + 1]
    named = tokens[of + 1 : of + 3]
    if not any(t.part in ("do", "change", "cue") for t in tokens[:place]):
        return False  # 年内【已】建成的项目超过270个: the topic itself
    return bool(named) and within[-1].part == "of" and within[0].part in ("do", "of") and all(t.part != "number" for t in named)


def _settles(found: Stance, best: Stance | None) -> bool:
    """Whether nothing further left can outweigh what was found."""
    if found.rule in ("past_time", "now_time"):
        return best is None or best.rule in SOFT_RULES
    if found.rule in ("done_word", "done_attribute"):
        return best is None or best.rule == "weak_cue"
    firm = found.rule == "cue" and found.commitment != "plan"
    return firm and (best is None or best.rule == "weak_cue" or best.commitment in ("plan", None))


def _stands_before(found: Stance, best: Stance | None) -> bool:
    """Whether what was found outweighs the evidence nearer to the number."""
    if best is None:
        return found.rule not in ("past_time", "now_time", "done_word", "done_attribute")
    if found.rule not in ("cue", "weak_cue"):
        return False
    return best.rule == "soft_done_word" or (best.rule == "weak_cue" and _weighs_more(found, best))


def _based(tokens: Sequence[Token], place: int) -> bool:
    """【比】2020年, 在2020年的【基础】上, 以2017年数量为【基数】: where a change starts from."""
    if place > 0 and tokens[place - 1].word in cues.BASES:
        return True
    behind = [t.word for t in tokens[place + 1 : place + 1 + BASED_ON] if t.part != "of"]
    if behind[:1] in (["基础"], ["基础上"], ["基础之上"], ["相比"], ["比较"]):
        return True
    return place > 0 and tokens[place - 1].word == "以" and any(word in cues.BASE_NOUNS for word in behind)


def _weighs_more(stance: Stance, weak: Stance) -> bool:
    """A firm cue outweighs a weak one, a word of speech one of ability."""
    return stance.rule == "cue" or (stance.cue in cues.SPEECH and weak.cue in cues.ABILITY)


def _says_which(tokens: Sequence[Token], place: int) -> bool:
    """将完成【2000年底前】建成的21.9万个小区: behind a promise the time of what has been done only says which ones."""
    behind = [t.part for t in tokens[place + 1 : place + 3]]
    return behind == ["do", "of"] and any(t.part == "cue" for t in tokens[max(0, place - REACH) : place])


def _of_goal(tokens: Sequence[Token], place: int) -> bool:
    """完成【全年】目标的56%: the year of a goal dates nothing."""
    after = [t.word for t in tokens[place + 1 : place + 3]]
    goal = after[1:] if after[:1] == ["投资"] else after[:1]
    return tokens[place].word in cues.WHOLE_YEARS and any(word in cues.GOALS for word in goal)


def _of_name(tokens: Sequence[Token], place: int) -> bool:
    """举行【一季度】重大项目开工仪式, 控制在【上年】收入的5%以内: a time in the name of an occasion or of a measure."""
    return place > 0 and (
        tokens[place - 1].word in cues.OCCASIONS
        or (tokens[place - 1].part == "reach" and tokens[place - 1].word != "为" and not tokens[place].word.startswith("到"))
    )


def _of_noun(tokens: Sequence[Token], place: int) -> bool:
    """【拟】入库企业名单, 占年度投资【计划】63%: a cue inside a noun phrase."""
    word = tokens[place].word
    if word == "拟" and of_parts(tokens, place):
        return True
    if word == "拟":
        return any(t.word in cues.LISTS for t in tokens[place + 1 : place + 12])
    if word in cues.GOALS and any(t.word in cues.HELD_AGAINST for t in tokens[max(0, place - HELD) : place]):
        return True  # 比年度【计划】高20个百分点
    behind, before = tokens[place + 1 : place + 2], tokens[place - 1] if place else None
    named = before is not None and (before.part == "noun" or before.word == "投资" or before.word in cues.WHOLE_YEARS)
    return word in cues.GOALS and named and bool(behind) and (behind[0].part == "number" and behind[0].word.endswith(("%", "％")))


def of_parts(tokens: Sequence[Token], place: int) -> bool:
    """其中在建13项、【拟】报批42项、在谈3项: a part of what there is, named by how far it has come."""
    listed = place > 1 and tokens[place - 1].word == "、" and any(t.part == "number" for t in tokens[:place])
    return listed and any(t.word in ("在建", "在谈", "续建", "已建") for t in tokens)


def _promised(token: Token) -> Stance:
    commitment = cast("Commitment", cues.COMMITMENTS[token.word])
    return Stance(
        "planned",
        commitment,
        token.word,
        token.start,
        token.end,
        "weak_cue" if token.word in cues.ABILITY or token.word in cues.SPEECH else "cue",
    )


EXAMPLES = (
    Example(
        "上半年完成投资156亿元，占全年计划投资的57%。其中，区级财政24亿元。累计下达搬迁计划5万人，累计完成搬迁4万人。",
        (
            "achieved | 投资 | 完成 | - | eq 15600000000 元 | increment | 2024-06-30",
            "achieved | 计划投资 | 占 | - | eq 57 % | share | 2024-06-30",
            "achieved | 区级财政 | 完成 | - | eq 2400000000 元 | increment | -",
            "achieved | 搬迁计划 | 下达 | - | eq 50000 人 | level | -",
            "achieved | 搬迁 | 完成 | - | eq 40000 人 | increment | -",
        ),
        published="2024-07-20",
    ),
    Example(
        "《方案》提出，改造农村公路300公里。《方案》还提出，推进引调水工程。加快实施供水规划，新增供水人口20万人。",
        (
            "planned | 农村公路 | 改造 | - | eq 300 公里 | increment | -",
            "planned | 供水人口 | 新增 | - | eq 200000 人 | increment | -",
        ),
    ),
    Example(
        "累计完成投资14亿元，比年度计划高17个百分点，比计划投资高2亿元。",
        (
            "achieved | 投资 | 完成 | - | eq 1400000000 元 | increment | -",
            "achieved | 投资 | 高 | - | eq 17 个百分点 | point | -",
            "achieved | 投资 | 高 | - | eq 200000000 元 | increment | -",
        ),
    ),
    Example(
        "到2027年，全区高新技术企业在2022年的基础上翻一番，超过90家。",
        (
            "planned | 高新技术企业 | 翻一番 | - | eq 2 倍 | multiple | 2027-12-31",
            "planned | 高新技术企业 | 超过 | - | gt 90 家 | level | 2027-12-31",
        ),
    ),
    Example(
        "以2017年积水点数量为基数，今年确保积水点数量消减50%。",
        ("planned | 积水点数量 | 消减 | - | eq 50 % | growth | 2024-12-31",),
    ),
    Example(
        "《交通发展三年行动计划（2024—2026年）》明确，公路里程达到15万公里；新增航道270公里。",
        (
            "planned | 公路里程 | 达到 | - | eq 150000 公里 | level | -",
            "planned | 航道 | 新增 | - | eq 270 公里 | increment | -",
        ),
    ),
    Example(
        "《统计公报》提出，公路里程达到15万公里；新增航道270公里。",
        ("planned | 公路里程 | 达到 | - | eq 150000 公里 | level | -", "achieved | 航道 | 新增 | - | eq 270 公里 | increment | -"),
    ),
    Example(
        "今年将拆除5个现有收费站，新建2个。",
        (
            "planned | 现有收费站 | 拆除 | - | eq 5 个 | increment | 2024-12-31",
            "planned | 现有收费站 | 新建 | - | eq 2 个 | increment | 2024-12-31",
        ),
    ),
    Example(
        "落户项目62项，其中投产17项、在建33项、拟报批9项。",
        (
            "achieved | 项目 | 落户 | - | eq 62 项 | increment | -",
            "achieved | 项目 | 投产 | - | eq 17 项 | increment | -",
            "achieved | 在建 | 投产 | - | eq 33 项 | increment | -",
            "achieved | 报批 | 投产 | - | eq 9 项 | increment | -",
        ),
    ),
    Example(
        "一、2023年工作回顾\n园区引进项目47个，计划投资额近90亿元。人均可支配收入2.33万元，年均增长6.7%。",
        (
            "achieved | 项目 | 引进 | 澜江市 | eq 47 个 | increment | -",
            "achieved | 计划投资额 | - | 澜江市 | approx 9000000000 元 | level | -",
            "achieved | 人均可支配收入 | - | 澜江市 | eq 23300 元 | level | -",
            "achieved | 人均可支配收入 | 增长 | 澜江市 | eq 6.7 % | growth | -",
        ),
        title="2024年澜江市政府工作报告",
    ),
    Example(
        "到2027年，设备投资规模较2023年增长25%以上，报废汽车回收量比2023年增长一倍，增幅高于2023年。",
        (
            "planned | 设备投资规模 | 增长 | - | ge 25 % | growth | 2027-12-31",
            "planned | 报废汽车回收量 | 增长 | - | eq 1 倍 | growth | 2027-12-31",
        ),
    ),
    Example(
        "截至去年底全区已建成公园30个，年内将再建成20个。",
        (
            "achieved | 公园 | 建成 | - | eq 30 个 | increment | 2023-12-31",
            "planned | 公园 | 建成 | - | eq 20 个 | increment | 2024-12-31",
        ),
    ),
    Example(
        "澜江区力争全年接待游客120万人次，同比增长5%。",
        (
            "planned | 游客 | 接待 | 澜江区 | eq 1200000 人次 | increment | 2024-12-31",
            "planned | 游客 | 同比增长 | 澜江区 | eq 5 % | growth | 2024-12-31",
        ),
    ),
    Example(
        "目前全市养老床位达8500张，计划到2027年达到1.1万张。",
        (
            "achieved | 养老床位 | 达 | - | eq 8500 张 | level | -",
            "planned | 养老床位 | 达到 | - | eq 11000 张 | level | 2027-12-31",
        ),
    ),
    Example("该厂每辆客车能够载客60人。", ("achieved | 该厂每辆客车 | 载客 | 该厂 | eq 60 人 | increment | -",)),
    Example("项目建成后可年产钢结构12万吨。", ("planned | 钢结构 | 年产 | - | eq 120000 吨 | level | -",)),
    Example("完成全年目标的62%。", ("achieved | - | 完成 | - | eq 62 % | share | -",)),
    Example("市政府决定将公交票补贴范围扩大到12个乡镇。", ("planned | 公交票补贴范围 | 扩大到 | 市政府 | eq 12 个 | level | -",)),
    Example("不久前，该行宣布将存款利率下调0.1个百分点。", ("achieved | 存款利率 | 下调 | 该行 | eq 0.1 个百分点 | point | -",)),
    Example(
        "澜江区举行一季度重大项目开工仪式，22个项目签约。",
        ("achieved | 项目 | 签约 | 澜江区 | eq 22 个 | increment | -",),
        published="2024-02-21",
    ),
    Example(
        "预计明年旅游收入首次超过9000亿美元，约占全部收入的四成。",
        (
            "planned | 旅游收入 | 超过 | - | gt 900000000000 美元 | level | 2025-12-31",
            "planned | 旅游收入 | 占 | - | approx 40 % | share | 2025-12-31",
        ),
    ),
    Example(
        "2024年要落实好已出台的政策，新增补贴资金63亿元。",
        ("planned | 补贴资金 | 新增 | - | eq 6300000000 元 | increment | 2024-12-31",),
    ),
    Example("年内已建成的公路项目超过27个。", ("achieved | 建成的公路项目 | 超过 | - | gt 27 个 | level | -",)),
    Example("愿景是到2040年，氢气产量提升至58万吨。", ("planned | 氢气产量 | 提升至 | - | eq 580000 吨 | level | 2040-12-31",)),
    Example(
        "目前已经新增公厕276座，为年度总任务的81%。",
        ("achieved | 公厕 | 新增 | - | eq 276 座 | increment | -", "achieved | 公厕 | 为 | - | eq 81 % | share | -"),
    ),
    Example(
        "今年，全区将在去年的基础上继续加大力度，新建幼儿园20所。", ("planned | 幼儿园 | 新建 | - | eq 20 所 | increment | 2024-12-31",)
    ),
    Example(
        "“十五五”时期，望澜市将完成2005年底前建成的120个小区的改造任务。",
        ("planned | 小区的改造 | 完成 | 望澜市 | eq 120 个 | increment | 2030-12-31",),
    ),
    Example(
        "年度计划新增养老设施2500平方米，现每千名老人拥有床位36张。",
        ("achieved | 养老设施 | 新增 | - | eq 2500 平方米 | increment | -", "achieved | 床位 | 拥有 | - | eq 36 张 | level | -"),
    ),
    Example("去年开工的20个项目全部完工。", ("achieved | 项目 | 开工 | - | eq 20 个 | increment | -",)),
    Example("坚守45万亩耕地红线。", ("planned | 耕地红线 | - | - | eq 450000 亩 | level | -",)),
    Example(
        "我市全年共举办集中开工活动4次，累计开工项目1031个。",
        ("achieved | 集中开工活动 | 举办 | - | eq 4 次 | increment | -", "achieved | 项目 | 开工 | - | eq 1031 个 | increment | -"),
        published="2024-12-02",
    ),
    Example("今年将共新建公厕120座。", ("planned | 公厕 | 新建 | - | eq 120 座 | increment | 2024-12-31",)),
    Example(
        "望澜还将优化场地布局；促进目前的各类赛事提升，建成品牌赛事36个。", ("planned | 品牌赛事 | 建成 | 望澜 | eq 36 个 | increment | -",)
    ),
    Example(
        "去年交通投资291亿元，占全年计划230亿元的126.7%，比上年增长27.4%。",
        (
            "achieved | 交通投资 | - | - | eq 29100000000 元 | level | 2023-12-31",
            "achieved | 交通投资 | 占 | - | eq 126.7 % | share | 2023-12-31",
            "achieved | 交通投资 | 增长 | - | eq 27.4 % | growth | 2023-12-31",
        ),
    ),
)
