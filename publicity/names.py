"""What looks like a person's name in Chinese words; plain data only, and never certain."""

import re

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕"
    "丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱"
    "严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟申欧耿关兰焦俞左柳甘祝包宁尚符舒阮"
    "柯纪梅童凌毕单裴霍涂成苗谷曲盛冉翁蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶牟艾尤阳阴时穆司卓古吉缪简"
    "车项连褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛"
    "仲虞敖巩明佘池查麻苑迟邝谌"
)  # fmt: skip
DOUBLE = (
    "欧阳",
    "司马",
    "上官",
    "诸葛",
    "东方",
    "皇甫",
    "尉迟",
    "公孙",
    "令狐",
    "慕容",
    "司徒",
    "夏侯",
)
HAN = r"[\u3400-\u9fff]"
BEGINS = rf"(?:{'|'.join(DOUBLE)}|[{SURNAMES}])"
NAME = re.compile(rf"{BEGINS}{HAN}{{1,2}}|{HAN}+(?:·{HAN}+)+")
MASKED = re.compile(r"[某×＊*]")
POST = re.compile(
    r"法定代表人|代理人|负责人|当事人|经办人|见证人|委托人|联系人|收件人|签收人|责任人|证人|工作人员|人员|"
    r"职工|员工|档案员|管理员|保管员|办公室|收发室|收发|门卫|前台|会计|出纳|保安|文员|家属|本人|公司|单位|"
    r"主任|局长|科长|处长|经理|校长|书记|主席|镇长|乡长|村长|同志|先生|女士|副|原|直接"
)
SEVERAL = re.compile(r"[、,，;；/\s]+")
ASIDE = re.compile(r"[（(].*?[)）]")
# A name is looked for beside a post and before a form of address: elsewhere it is any word.
BESIDE = re.compile(
    rf"(?:代表人|代理人|负责人|经办人|见证人|委托人|联系人|责任人|证人|人员|职工|员工|档案员|管理员|保管员|"
    rf"会计|主任|局长|科长|处长|经理|校长|书记|镇长|乡长)(?:为|是|系|：|:)?({BEGINS}{HAN}{{1,2}}?)"
    rf"(?=[，。、；：,;（(\s“”]|[于在把将称因的与和未没擅丢损]|$)|({BEGINS}{HAN}{{0,2}})(?:同志|先生|女士)"
)


def in_field(words: str) -> list[str]:
    """The names in a field that says who it was: without posts, and none that is masked."""
    parts = SEVERAL.split(ASIDE.sub(" ", words))
    plain = [POST.sub("", part) for part in parts if not MASKED.search(part)]
    return [name for name in plain if NAME.fullmatch(name)]


def probable(text: str) -> list[str]:
    """What may be names in a text, each once, in the order in which they stand."""
    found = (one or other for one, other in BESIDE.findall(text))
    return list(dict.fromkeys(name for name in found if not MASKED.search(name)))
