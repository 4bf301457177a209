"""What is laid down for one kind of document, whatever its wording."""

from typing import NamedTuple

from archives_enforcement.accounts import roles

DRAFT = "documents.draft_document"
# Who signs: what decides, orders, approves or names somebody needs the head of the bureau himself
# (行政处罚法第五十四条、第五十六条、第五十七条: 行政机关负责人); other letters his deputy may sign.
DECIDE, SIGN = "documents.sign_decision", "documents.sign_document"
BY_OFFICERS = "执法人员（制作人）定稿，当场签字"

EITHER, REVIEW_FIRST = "either", "review_first"  # 复议或者诉讼；复议前置
DIRECT_FIRST, ON_THE_SPOT = "direct_first", "on_the_spot"  # 应当直接送达；应当当场交付
UNIT, PARTY = {"unit": "被检查单位"}, {"party": "当事人"}
OFFICERS = {"officers": "执法人员及证件编号"}
TWO_INVESTIGATE = "《中华人民共和国行政处罚法》第四十二条、第五十五条"
TWO_CHECK = "本机关检查工作规范（两人以上）"  # before a case is filed no article says so

Columns = dict[str, int]  # 中文 of each column → its width (mm); 序号 stands before them


class Kind(NamedTuple):
    """A kind of document.

    `fields` are the mandatory facts (name → 中文); without one of them nothing is issued; `extra`
    are facts that may be empty. `about` names the records it is drafted on through the page that
    serves all kinds (`drafting`); kinds without it come from an act that has a page of its own.
    """

    label: str
    series: str  # 文书代字 between the bureau's word and the year
    layout: str  # letter (GB/T 9704) or form
    basis: str
    fields: dict[str, str]
    about: tuple[str, ...] = ()
    extra: dict[str, str] = {}
    drafter: str = DRAFT  # the permission to draft it
    signer: str = DECIDE  # the permission to sign it
    endorsed: bool = (
        False  # 承办机构负责人 has a line of his own: he reviews it, where there is one
    )
    review: bool = False  # 核稿 or 审核 by another person before it goes to the signer
    by_officers: bool = False  # 笔录 and lists: whole with the signatures on it, issued by nobody
    outward: bool = True  # goes to the party, with proof of delivery
    clock: str = ""  # the time limit that delivery starts for the receiver
    clock_named: str = ""  # the fact that may name the days of `clock`
    on_issue: dict[str, str] = {}  # limits that its issue starts → the fact that may name the days
    answered: tuple[str, ...] = ()  # of all these, what is registered as done on the paper itself
    asks: bool = False  # its receiver answers it in writing, and the answer is kept with it
    retention: str = "30年"
    public: bool = False
    remedies: str = ""  # tells how to appeal: EITHER way, or REVIEW_FIRST
    affects_rights: bool = False  # delivered as 行政处罚法第六十一条 says, with a receipt
    may_order: str = ""  # the fact with the remedies where this one orders; so signed, delivered
    handed: str = ""  # DIRECT_FIRST or ON_THE_SPOT, where a law wants it given to the party itself
    each_page: str = ""  # who signs at the foot of every page, where it is a record of his words
    minutes: bool = False  # 纪要格式 (GB/T 9704-2012 第10.3): a mark of its own, and no seal
    printed: bool = (
        False  # 印发: bears a 版记 by itself (第7.4), as plans, circulars and reports do
    )
    two_officers: str = ""  # the articles by which it names two, each with his certificate
    signed_list: bool = False  # bears a list that both sides sign on the spot
    signed_elsewhere: bool = False  # its signatures are kept by the act that it comes from
    retyped: bool = False  # comes from a record, yet its words may be corrected by a new paper
    measure: bool = False  # a measure of work, no penalty: nor does it bear the name of one
    follows: tuple[str, str] = (
        "",
        "",
    )  # the kind it follows, whose lists it takes over → its number
    tables: dict[str, Columns] = {}  # facts that are lists (清单) → their columns
    choices: dict[str, tuple[str, ...]] = {}  # facts that are chosen → the words to choose from

    @property
    def corrected_by_new(self) -> bool:
        """Whether a mistake is put right on the paper; else it is put right where it comes from."""
        return bool(self.about) or self.retyped

    @property
    def signed_by_hand(self) -> bool:
        """Whether people sign it on paper, so that a scan of the signed pages belongs to it."""
        return (self.by_officers or self.signed_list) and not self.signed_elsewhere

    @property
    def handed_on_site(self) -> bool:
        """Whether the officers give it to the party where they act: it is signed there by hand."""
        return self.outward and self.signed_by_hand

    @property
    def signed_by(self) -> str:
        """The posts that sign it, or that nobody but its officers does."""
        if self.by_officers:
            return BY_OFFICERS
        posts = f"{roles.holders(self.signer)}签发"
        return f"{posts}（写有责令的由{roles.holders(DECIDE)}签发）" if self.may_order else posts

    @property
    def sealed(self) -> bool:
        """Whether it bears the seal: what leaves the bureau does, or is made public.

        笔录 and sheets for use inside hold by the signatures on them; nobody has approved the use
        of the seal on what its drafter completes. 纪要 bear none.
        """
        if self.minutes:
            return False
        return self.layout == "letter" or self.outward or self.public

    @property
    def alike(self) -> bool:
        """Whether it may be drafted for many at once, with the same words.

        What was seen on the spot is written down there, what touches rights rests on the facts of
        each case (行政处罚法第四十条), and a letter to a third body is one letter.
        """
        return not (self.by_officers or self.affects_rights or "receiver" in self.fields)
