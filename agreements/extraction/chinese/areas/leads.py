"""The words that announce in Chinese what is agreed on, and the list that they announce."""

import re
from collections.abc import Iterator

from agreements.extraction.document import Span

QUOTED = r"[“《「][^“”《》「」]{1,30}[”》」]"
_STOP = "开展|进行|展开|签署|举行|围绕|聚焦|在(?![线校职])"
_MEMBERS = rf"(?:{QUOTED}|(?!{_STOP})[^。；！？：:，])"
_LIST = rf"(?P<list>{_MEMBERS}{{2,120}}?)"
_LONG_LIST = rf"(?P<list>{_MEMBERS}{{2,120}})"
"""A list that names fields itself, 新能源领域技术攻关, ends at the last 领域 of its clause."""
_SEVERAL = (
    r"(?:多个?|各个?|诸多|若干|重[点要]|主要|[一二三四五六七八九十两\d]+个?大?|相关|具体|其[他它])?"
)
_FIELDS = (
    rf"(?:等)?{_SEVERAL}"
    r"(?:领域|方面|方向|层面|维度|议题|主题|课题|板块|任务|环节|上的?(?=[^，。；的]{0,4}(?:交流|合作|发力|联手|协作|配合|共用|共享|携手|深耕)))"
)
_COOPERATE = r"(?:全面|全方位|多层次|深度|深入|战略|务实|广泛|长期|紧密)*合作"
_DO = r"(?:作出|做出|开展|进行|深化|加强|建立|实施|推进|达成|共同|深入|携手|合作|展开|推动|促进)"
_TALK = (
    r"[^，。；]*(?:座谈|探讨|讨论|洽谈|磋商|研讨|(?<!合作)(?<!合作[与和])交流(?!与?合作))"
    r"[^，。；达]{0,4}(?:[，。；]|$)"
)
"""What is only talked about; 交流并达成共识 is more."""
_WORKS = (
    "实验室|研究院|研究所|研究中心|中心|基地|平台|学院|课程|专业|教材|奖学金|奖教金|助学金|基金|工作站|实训室|论坛"
    "|大赛|竞赛|计[划画]|项目|体系|联合体|共同体|研究|研发|攻关|培养|培训|建设|推广|人才|示范区|园区"
)
"""What two sides build or do together ends in one of these."""

_LEADS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![正现存所])(?:在|就(?![业读任近餐])|围绕|聚焦(?:于)?|瞄准|面向|针对|涉及){_LONG_LIST}{_FIELDS}(?!{_TALK})",
        rf"(?:围绕|聚焦(?:于)?|就(?![业读任近餐])){_LIST}(?:等)?(?={_DO}|[，。；])(?!{_TALK})",
        rf"(?:(?:内容|范围|领域|重点|方向|维度|板块|课题)(?:主要)?为|(?:内容|范围|领域|重点|方向|协议|备忘录|合作|活动|的事|要点)[^。；、]{{0,16}}?(?<!不)(?<!嘉宾)(?<!人员)(?<!领导)(?:涵盖|包括|涉及|覆盖|包含|还?有(?!效|利|限|[^，。；]{{0,4}}[:：]))){_LIST}(?:等(?!级)|$|(?=[，。；]))",
        rf"(?<![所予加])以{_LIST}为(?:主攻|主要|重点|核心|合作)?(?:方向|重点|内容|领域|抓手|切入点|突破口)",
        rf"把{_LIST}(?:列为|作为|定为|当作)[^，。；]{{0,6}}(?:主题|重点|方向|内容|领域|任务)",
        rf"(?:方面|方向|领域|事|[一二两三四五六七八九十\d]项|内容|主题|重点|任务|板块)[上为是]?[:：]{_LIST}(?:等|$|(?=[，。；]))",
        rf"(?:主攻(?!方向)|深耕){_LIST}(?:等|$|(?=[，。；]))",
        rf"(?:落在|体现在|集中在|集中于|着眼于){_LIST}(?:等)?(?:{_SEVERAL}(?:块|点|方面|领域|上)|(?=[，。；]))",
        r"(?:联合(?:招收|申报|申请|研制|研究)|合作(?:研究|开设|开发))(?P<list>[^，。；！？：:]{2,24})(?=[，。；])",
        r"[一二三四五]是(?P<list>[^，。；！？：:]{2,10})(?=[，。；])",
        rf"从{_LIST}{_FIELDS}(?=[^，。；]{{0,12}}合作)",
        rf"用于{_LIST}等[^，。；]{{0,6}}合作",
        rf"关于(?:进一步)?{_LIST}(?:等)?(?:的|合作|谅解|战略|框架)*(?:协议|备忘录|意向书|合[同约])",
        rf"(?:开展|推进|加强|深化|推动|探索|实施|促进)(?P<list>[^，。；！？：]{{2,60}}?)(?:等)?(?:方面)?的?{_COOPERATE}",
        rf"(?:共建|共同(?:建设|打造|组建|设立|建立|开展|推进|培养|推动|探索|举办|开发|研发|申请)|联合(?:建设|组建|设立|成立|共建|开展|打造|培养|开发|举办)"
        rf"|合办|开办|增设|合作(?:编写|共建|建设|开展|举办|建立|成立)|启动|推出|新设|设立|成立|开展|推进|推动|加强)(?P<list>[^，。；！？：]{{1,36}}?(?:{_WORKS})[”》」]?)(?=等|并|(?<=”)项目|签约|揭牌|协议|暨|[，。；！]|$)",
    )
)


def lists_in(span: Span) -> Iterator[Span]:
    """The lists that words of cooperation announce, a stretch once."""
    taken: list[Span] = []
    for lead in _LEADS:
        for match in lead.finditer(span.document.text, span.start, span.end):
            list_ = Span(match.start("list"), match.end("list"), span.document)
            if not any(list_.overlaps(other) for other in taken):
                taken.append(list_)
                yield list_
