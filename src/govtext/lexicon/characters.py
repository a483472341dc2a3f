"""The characters that Chinese prose is mostly written with: half of any page is 「的一是在不了有和人这」 and their like.

Written down by the authors from general knowledge of the language, in no exact order. A page decoded right is made of them; one decoded wrong is not.
"""

from __future__ import annotations

FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之"
    "进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与"
    "关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常"
    "文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光"
    "门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目"
    "至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装省市县乡镇村委局厅办项投资"
    "企服创优务城推施促深贯落精神责任监督环境绿色扩际育医养老疗障住房价值率超亿万元环旅游贸易财税银融款额季末底约余家近日讯者编辑来源"
)
SIGNS = frozenset("、。“”‘’《》〈〉（），：；！？—…·％　【】『』「」")
