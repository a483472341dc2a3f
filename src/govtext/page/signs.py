"""Words by which a page's furniture is known: class names (「comment」, 「pinglun」) and lines (「责任编辑：王平」, 「上一篇」).

Class names are read as words (「ad」 is no part of 「padding」); only long names that mean one thing are also looked for inside others.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from govtext.rules import local, pattern

_WORDS: Final = frozenset(
    """ad ads adv advert foot footer nav navbar hot rank ranking menu bottom copy tie guide search login top5 top10 aside tool tools toolbar
    btn button tags qrcode ewm erweima xgxw xgbd xgwz fenxiang prev next pager pagination fenye disclaimer widget
    popular hotnews""".split()  # noqa: SIM905 - a table of words
)
_PARTS: Final = (
    "comment", "reply", "recommend", "relat", "footer", "copyright", "sidebar", "crumb", "share", "advert", "banner",
    "pinglun", "tuijian", "statement", "disclaim", "xiangguan",
)  # fmt: skip
_BODY: Final = (
    "article", "content", "zoom", "detail", "trs_editor", "ucap", "endtext", "zhengwen", "artibody", "newstext", "maincon",
)  # fmt: skip
_BODY_WORDS: Final = frozenset({"view", "zw", "nr", "neirong", "text", "txt", "wz"})
_STRONGER: Final = (
    "comment",
    "recommend",
    "relat",
    "copyright",
    "crumb",
    "share",
    "pinglun",
    "tuijian",
    "statement",
    "disclaim",
    "xiangguan",
)  # fmt: skip - 「article-comment」 is no article; 「content-sidebar-wrap」 holds one
_ROLES: Final = {
    "subtitle": ("subtitle", "sub-title", "sub_title", "futi", "fubiaoti", "vicetitle", "vice-title"),
    "kicker": ("yinti", "introtitle", "intro-title", "kicker", "pretitle", "jianti", "shoulder"),
    "title": ("title", "biaoti", "headline"),
}
_TITLE_WORDS: Final = frozenset({"tit", "bt", "font01"})  # 「ArticleTit」, 「bt」 for 标题, the title in digital papers of Founder
_SPLIT: Final = r"[A-Za-z][a-z]* [0-9]*"
_ALL_WORDS: Final = _WORDS | _BODY_WORDS | _TITLE_WORDS
_SHORTEST: Final = 4  # letters of the shortest part
_BEGINNINGS: Final = frozenset(part[:_SHORTEST] for part in (*_PARTS, *_BODY, *(part for parts in _ROLES.values() for part in parts)))

# a line that is furniture at the head or tail of an article, by reason
_FURNITURE: Final = {
    "editor": r"""(?:本[版期]|新媒体|实习|版面|视觉|美术|图片)?
        (?: 责任编辑|责编|编辑|責任編輯|責編|編輯|核稿|网络编辑|审核|校对|值班编辑|编委|值班编委|[一二三初复终]审
        |审签|签发|监制|编审|责校 ) [\s/]*[:：|｜丨] | (?:责任编辑|责编)\b""",
    "source": r"""(?:本文)?(?:信息|文章|稿件|新闻|内容)?(?:来源|來源|稿源|转自) \s*[:：|｜丨]
        | (?:素材|资料)来源 \s* [:：|｜丨] | 图像来源，""",
    "repost": r"""本文(?:转自|转载自|来源于?|选自)[^，。]{2,20}$
        | 本文(?:来自|转自|转载自|首发于|来源于|系)[^。]{0,30}(?:公众号|授权|原创|转载)""",
    "player": r"""(?:很抱歉[，,]?)?(?:当前)?视频(?:无法|暂时无法)?播放(?:失败|出错) | 错误代码\s*[:：] | 时长\s*[:：]\s*\p{Nd}{1,2}:\p{Nd}
        | (?:请|您需要)?(?:安装|升级|更新).{0,10}(?i:flash) | 请?点击播放 | 您的浏览器.{0,4}不支持 | (?:广告|收起|展开|弹幕) \s* $
        | (?:倍速|[标高超]清|蓝光|流畅|循环播放|跳过片[头尾]|自动播放|连续播放|全屏|静音|音量|直播中?|回放|设置成功) \s* $
        | 正在为[你您]切换 | 播放速度 | 00:00 (?: \s* / \s* \p{Nd}{2}:\p{Nd}{2} )? \s* $""",
    "share": r"""分享(?:到|至)? \s* (?:[:：]|$) | 分享(?:到|至)(?:微信|微博|朋友圈|QQ|手机) | 扫一扫|扫码(?:关注|查看|阅读|下载)
        |点个[“"「]?(?:在看|赞) | [-—=\s]*(?:END|The\ End)[-—=\s]*$ | [（(]?完[）)]?\s*$
        |下载[“「《]?[^，。]{2,10}[”」》]?(?i:app|客户端)|微信扫|用微信|收藏(?:本文|本页|$)|点赞\s*(?:$|[(（\p{Nd}])|举报$|一键分享|分享让更多人看到
        |(?:更多[^，。]{2,8}[，,]?)?(?:敬?请|欢迎|扫码|长按|点击)?(?:关注|识别)[^，。]{0,14}(?:公众号|视频号|二维码|微信号|官方微[信博])""",
    "invite": r"""(?:点击?|戳) [^。]{0,4} (?:上方|上面|下方|下面|左上角|此处)? [^。]{0,16} (?:蓝字|蓝色字体|名片|关注) [^。]{0,16} $
        | (?:欢迎|请)?(?:点击|扫码|扫描|长按)[^，。]{0,10}关注[^，。]{0,8} $ | 关注(?:我们|[^，。]{2,10}(?:了解更多|不迷路)) \s* $
        | (?: 点?(?:分享|收藏|点赞|赞|在看|转发) [\s、，,]*+ ){2,} $ | 欢迎[^。]{0,8}(?:留言|评论|点赞|转发)[^。]{0,6} $ | 你怎么看[?？]
        | (?:觉得|如果)[^。]{0,10}(?:不错|有用|喜欢)[^。]{0,8}(?:点赞|在看|转发|分享)
        | 快?(?:转发|转|分享|扩散)给[^。]{2,12} $
        | 收录于合集 | 以下文章来源于 | [全本]文[共约]\s?\p{Nd}+\s?字 | 听全文 | 点击收听 | 设为星标 | 预览时标签
        | (?:继续|向[上下])滑动看""",
    "tools": r"""(?:我要)?打\s?印 (?:本页|本文|此页|页面|正文|】|[:：]|$) | 关\s?闭 (?:窗口|本页|此页|页面|】|$)
        | (?:我要)?纠错(?:】|[:：]|$) | 字[体号] \s* (?:[:：\[【]|$|[大默小])
        | (?:返|回)(?:回|到)(?:顶部|首页|列表|上[一级]页?|[^\s，。]{2,6}，(?:点击)?查看更多)
        | (?:订阅|登录|注册|付费)[^。]{0,12}(?:阅读|查看)全文
        | 打开[^，。]{2,12}[，,]?(?:查看|阅读)(?:更多|全文|精彩) | (?:点击|戳)[“"「]?阅读原文
        | 第\s?[0-9A-Z]{1,3}\s?版 (?:[:：]\S{1,8})? \s* $
        | (?:视频|音频|页面|正在)?加载中 | 正在加载
        | (?: (?:听新闻|语音播报|朗读|微信|(?:新浪)?微博|QQ(?:空间|好友)?|朋友圈|复制链接|打印|收藏|评论|点赞|分享|阅读原文
            |赞赏|打赏|喜欢作者|写留言|精选留言|[大中小]|[AT]\s?[+\-＋－大小]?
            |收听|订阅|\+?\s?关注|原创|放大|缩小|默认|手机看新闻|无障碍阅读|点击播放) [\s|/·]*+ )++ $
        | (?:浏览|点击|阅读|访问|点阅)(?:次数|量|数) \s* (?:[:：\[]|$|\p{Nd})""",
    "original_title": r"(?:本文)?原(?:标题|題) \s* (?:[:：]|$)",
    "neighbour": r"上一(?:篇|条|页)|下一(?:篇|条|页|則)|阅读下一篇|下一则",
    "related": r"""喜欢此内容的人还喜欢|相关(?:新闻|阅读|报道|链接|文章|稿件|文档|资讯|推荐|专题)|延伸阅读|延伸閱讀|相關新聞
        |往期(?:推荐|回顾|精选|精彩|好文|内容)|推薦閱讀|推荐阅读
        |热门推荐|热点推荐|为[你您]推荐|猜[你您]喜欢
        |更多(?:新闻|精彩|内容)|点击查看更多|查看更多|最新(?:新闻|资讯)[:：]?$|热门(?:新闻|文章)
        |(?:编辑|小编|本站|本网)推荐
        |(?:点击|热点|阅读|新闻|热门)排行|[你您]可能|大家都在看|精彩推荐
        |(?: (?:阅读|新闻|图片|视频|今日|频道|栏目|专题|站内|同类|本类)推荐 | (?:热点|最热|热门|图片|同类)(?:新闻|文章|资讯|图片|视频|榜单?)
            | 热[文榜搜](?:排行)?
            | (?:本栏目?|作者|站内)?(?:最新|最近)(?:文章|发布|更新|消息|视频)
            | 更多(?:阅读|资讯|推荐|相关.{2}) | 看过本文的人?还看了?过? | 大家(?:正在|爱|还在)看
            | (?:24小时|一周|本周|本月|今日)(?:热[文榜点]|点击|要闻|排行)(?:排行)?榜? ) [\s:：>»+]*+ (?:更多)? [\s>»+]*+ $""",
    "comments": r"(?:最新|全部|热门|精彩|网友|用户|读者)(?:评论|留言|跟贴|跟帖)|发表评论|我要评论|评论\(|评论区|跟贴|文明上网",
    "breadcrumb": r"(?:您|你)?(?:现在|当前)?(?:所在)?的?位置\s*[:：]|当前位置|您的位置|首页\s*[>›»/→-]\s*\S",
    "notice": r"""凡(?:本网|本站|注明|转载|标注)|(?:如|若)?(?:有|涉及|涉嫌)?侵权(?:请|，请|可)|版\s?权\s?所\s?有
        |[\p{Han}]{0,8}(?:免责|版权|特别|郑重)(?:声明|说明)|本[网網]站之.{0,12}[，,]非[经經]授[权權]|声明[:：]|(?i:copyright)|网站标识码|[\p{Han}]?ICP备|公网安备
        |(?:部分|文中)?(?:图片|图文|配图|素材)均?(?:来源于?|来自|源自)(?:网络|互联网) | 版权归[^。]{2,10}所有
        |本[网站](?:站|页)?所?(?:刊[载登]|转载|登载)
        |(?:欢迎|如需)?(?:本文)?转载[，,]?(?:请|须|需|务必)?注明
        |本文(?:为|系|由)[^。]{2,30}(?:上传|发布|撰写|供稿)[^。]{0,20}(?:仅|不)代表
        |(?:以上|上述|本文|该文)[^。]{0,12}(?:仅|不)代表[^。]{0,20}(?:观点|立场)""",
    "site": r"""(?: (?:投稿|新闻|爆料|报料)(?:邮箱|信箱|热线|电话) | (?:商务|广告|媒体|内容)合作 | 微信(?:公众)?号
        | 抖音号 | 联系我们 ) \s*[:：]
        |主办(?:单位)?[:：]|承办(?:单位)?[:：]|技术支持|未经(?:书面)?授权
        |您的浏览器|Produced\ By|相关政策$""",
    "index": r"""(?: (?: 索[\s　]*引[\s　]*号 | 主[\s　]*题[\s　]*(?:词|分类) | 发文机关 | 发[\s　]*文[\s　]*字[\s　]*号
        | 成文日期 | 生成日期 | 公文种类 | 有[\s　]*效[\s　]*性 | 信息分类 | 公开(?:方式|范围|形式|时限|属性) ) [\s　】]* [:：\t】]
        | (?: 标[\s　]*题 | 名[\s　]*称 ) [:：]? \t )""",
    "attachment_note": r"附件下载$|相关附件$",
}
_CUTTING: Final = frozenset({"related", "neighbour", "comments"})  # and all behind it belongs to them
_TRAILING: Final = frozenset({"notice", "site"})  # an article says 「主办单位：县文旅局」 and 「郑重声明：」 too
_FIRM: Final = frozenset({"original_title", "breadcrumb", "index", "repost"})  # no sentence of an article begins so
_LONG: Final = 20  # characters of a line with a comma that is a sentence
_OTHERS: Final = frozenset(
    "相延推热您猜更点查最可大精网发我评全跟文上下阅為编小本新用读往图视频栏站同作看今一"
)  # the first characters of what cuts
_CONTACT: Final = r"(?:地址|邮编|邮政编码|电话|传真|邮箱|(?i:e-?mail|tel|fax)) \s* [:：]"
_CONTACTS: Final = 3  # in one line; 「联系电话：」 alone stands in many a notice
_LABELS: Final = r"""
    (?<!\p{Han})
    (?: 索[\s　]*引[\s　]*号 | 信息索引 | 主题(?:词|分类) | 信息(?:分类|名称) | 发文机[关构] | 发布机[关构]
      | 公开(?:方式|范围|形式|时限|类型)
      | 发文字号 | 文[\s　]*号 | 成文日期 | 生成日期 | 发文日期 | 发布日期 | 有[\s　]*效[\s　]*性 | 公文种类 )
    [\s　】\]]* (?: [:：\t] | $ )
"""
_PLACES: Final = ("地点", "主讲", "报告人", "主持人", "人员")
_PLACE: Final = r"""
    [\s　]* (?: [（(]?[一二三四五六七八九十\p{Nd}]{1,2}[）)]? [、.．]? )? \s*
    (?: \p{Han}{0,4}地点 | 主讲(?:人|嘉宾) | 报告人 | 主持人 | (?:参会|参加|出席)人员 ) \s* [:：]
"""
_RIGHTS_MOST: Final = 500  # characters of a notice of rights
_RIGHTS: Final = r"""
    [\s　【\[（(※*]*+ (?: \p{Han}{0,8} (?:版权|免责|特别|郑重)(?:声明|说明|提示) | 声明[:：] | 凡(?:本[网站报]|注明|转载|来源|标注)
      | 本(?:[网網]?站|[网網])(?:之|的|所) ) .*? (?: [转轉][载載] | 侵[权權] | 著作[权權]
      | 版[权權] | 立场 | 授[权權] | 删除 | 投资建议 | 风险自担 )
"""  # as long as a paragraph
_FOOT: Final = r"""
    版\s?权\s?所\s?有|ICP备|公网安备|c(?i:opyright)|C(?i:opyright)|免责声明|不承担|未经.{0,4}授权|未经.{0,4}许可|許可證|许可证[:：\d]|举报电话|意见反馈|自媒体平台
  | 您的浏览器|浏览器版本|网站标识码 | [|｜]\s?(?:联系我们|关于我们|广告服务|招聘英才|网站声明|网站地图)
"""


class Name(NamedTuple):
    """What an element's id and class say: the word that makes it furniture, whether it is an article's body, which line of a title."""

    furniture: str | None = None
    body: bool = False
    role: str | None = None


UNNAMED: Final = Name()


@lru_cache(maxsize=4096)
def name(names: str) -> Name:
    """What a name says; that of an article's body is stronger than a word for furniture.

    >>> name("comment-list"), name("xl-title")
    (Name(furniture='comment', body=False, role=None), Name(furniture=None, body=False, role='title'))
    >>> name("TRS_Editor")
    Name(furniture=None, body=True, role=None)
    """
    lowered = names.lower()
    spaced = names.replace("_", " ").replace("-", " ")
    words = set(spaced.lower().split())
    letters = spaced.replace(" ", "")
    if not (letters.isascii() and letters.isalpha() and letters.islower()):
        words.update(word.lower() for word in local(_SPLIT).findall(names))
    if words.isdisjoint(_ALL_WORDS) and _BEGINNINGS.isdisjoint([lowered[i : i + _SHORTEST] for i in range(len(lowered))]):
        return UNNAMED  # most names are, and a page has a hundred
    role = next((role for role, parts in _ROLES.items() if any(part in lowered for part in parts)), None)
    role = role or ("title" if words & _TITLE_WORDS else None)
    named = [token for token in lowered.split() if any(part in token for part in _BODY)]
    if any(all(part not in token for part in _STRONGER) for token in named) or words & _BODY_WORDS:
        return Name(None, body=True, role=role)
    found = next((part for part in _PARTS if part in lowered), None) or next((word for word in sorted(words) if word in _WORDS), None)
    return Name(found, body=False, role=role)


def class_reason(names: str) -> str | None:
    """The word by which an element's id and class show that it is furniture, or None.

    >>> class_reason("comment-list"), class_reason("padding"), class_reason("article-content share")
    ('comment', None, None)
    """
    return name(names).furniture


def furniture(line: str) -> str | None:
    """Why a line at an article's head or tail is not its text, or None.

    >>> furniture("【责任编辑：王平】"), furniture("上一篇：没有了"), furniture("责任重于泰山")
    ('editor', 'neighbour', None)
    """
    if not _begins(line[:1]) and not ("ICP备" in line or ("明" in line and ("声明" in line or "说明" in line))):  # 「某网声明」
        return None
    found = local(_LINE).match(line)
    return found.lastgroup if found else None


@lru_cache(maxsize=4096)
def _begins(first: str) -> bool:
    """Whether a line of furniture may begin so, other than one that a few characters before 「声明」 make a notice."""
    return pattern(_KNOWN).match(first, partial=True) is not None


def labels_index(line: str) -> int:
    """How many labels of a 索引号 table stand in a line, each with or without its value.

    >>> labels_index("索引号"), labels_index("索 引 号：000/2024-1　文号：某政发〔2024〕3号"), labels_index("主题公园开放。")
    (1, 2, 0)
    """
    return len(local(_LABELS).findall(line)) if local(_LABELS).match(line.lstrip("　 【[")) else 0


def names_place(line: str) -> bool:
    """Whether a line says where what a text announces will be, or who speaks there: its 「时间：」 is no day of publication.

    >>> names_place("二、地点：县会议中心"), names_place("施工地点调整后，交通恢复。")
    (True, False)
    """
    return any(word in line[:10] for word in _PLACES) and local(_PLACE).match(line) is not None


def rights(line: str) -> str | None:
    """The reason why a paragraph is a site's notice of rights and not an article's text, or None.

    >>> rights("凡本网注明来源的稿件，未经授权，任何媒体不得转载。"), rights("本报讯 著作权登记量增长。")
    ('notice', None)
    """
    return "notice" if len(line) < _RIGHTS_MOST and local(_RIGHTS).match(line) else None


def only_at_end(line: str, reason: str) -> bool:
    """Whether a line is furniture only when no text stands below it: a sentence that happens to begin like one is text.

    >>> only_at_end("扫一扫", "share"), only_at_end("扫码支付覆盖率达到95%。", "share")
    (False, True)
    """
    return reason in _TRAILING or (
        reason in _FURNITURE and reason not in _FIRM and (line[-1] in "。；！？" or (len(line) >= _LONG and "，" in line))
    )


def cuts(reason: str | None) -> bool:
    """Whether a furniture line ends the article: nothing behind 「相关新闻」 is its text."""
    return reason in _CUTTING


def begins_other(heading: str) -> bool:
    """Whether a short line is the heading of what is not the article: 「相关新闻」, 「全部评论」.

    >>> begins_other("【相关阅读】"), begins_other("相关部门")
    (True, False)
    """
    return heading.lstrip("　 【[（(〖·•-—")[:1] in _OTHERS and cuts(furniture(heading))


def is_footer(text: str) -> bool:
    """Whether a block holds a phrase of a site's footer."""
    if local(_FOOT).search(text):
        return True
    return ("：" in text or ":" in text) and len(pattern(_CONTACT).findall(text)) >= _CONTACTS


_LINE: Final = r"[\s　【\[（(〖·•\-—↑↓▲▼◆■●★☆▶]*+ (?: " + " | ".join(f"(?P<{name}> {shape} )" for name, shape in _FURNITURE.items()) + " )"
_KNOWN: Final = _LINE.replace(r"[\p{Han}]", "(?!)")  # less what may begin with any character, 「某网声明」 and 「苏ICP备」
