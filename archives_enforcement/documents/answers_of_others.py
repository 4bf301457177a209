"""登记办结: which answers of other bodies come with their proof, and what papers show of them."""

from archives_enforcement.documents.models import Answer
from archives_enforcement.files.queries import files_about, files_by_record

# What is handed over to another body: its receiver signs for a list (移送).
HANDED_OVER = {
    "D-P19": "《行政执法机关移送涉嫌犯罪案件的规定》第六条、第七条",
    "D-P22": "《行政执法机关移送涉嫌犯罪案件的规定》第十二条",
    "D-P31": "《中华人民共和国行政处罚法》第二十二条、第二十七条，本机关案件办理制度",
}
# What comes in writing or is signed for, so that its scan belongs to it.
IN_WRITING = HANDED_OVER | {
    "D-I18": "《中华人民共和国档案法实施条例》第四十六条第二款",
    "D-P27": "《中华人民共和国档案法》第二十二条，本机关案件办理制度",
}
# What the police tell in writing; their paper may be late or lost, and then it is said why.
POLICE_DECIDE = "D-P20"
POLICE_TELL = "《行政执法机关移送涉嫌犯罪案件的规定》第八条"


def why_not(code: str, receiver: str, listed: str, files, unscanned: str = "") -> str | None:
    """What is still missing of an answer, with the article; None when nothing is.

    `unscanned` is why the paper with which the police tell their decision is not there.
    """
    basis = IN_WRITING.get(code)
    if code in HANDED_OVER and not (receiver.strip() and listed.strip()):
        return (
            "移送应当移交案件材料和物品，请写明接收机关、接收人和移交清单（名称、件数）。"
            f"依据：{basis}。"
        )
    if basis and not files:
        what = "接收机关签收的回执" if code in HANDED_OVER else "书面答复"
        return f"请上传{what}的扫描件。依据：{basis}。"
    if code == POLICE_DECIDE and not (files or unscanned.strip()):
        return (
            "公安机关立案、不予立案应当书面通知移送机关，请上传通知书的扫描件；没有收到书面通知的，"
            f"写明没有扫描件的原因。依据：{POLICE_TELL}。"
        )
    return None


def of_document(document, user) -> list[Answer]:
    """What came for a paper, oldest first, each with its files (`pages`) as `user` sees them."""
    rows = Answer.objects.visible_to(user).filter(document=document)
    answers = list(rows.select_related("recorded_by"))
    files = files_by_record(answers, user)
    for answer in answers:
        answer.pages = files[answer.pk]
    return answers


def files_of(papers) -> dict[int, list[tuple[Answer, object]]]:
    """Every file of the answers to `papers`, by the key of the paper; no one's scope is asked."""
    found = {paper.pk: [] for paper in papers}
    rows = Answer.objects.filter(document__in=found).select_related("document__bureau")
    for answer, file in files_about(rows):
        found[answer.document_id].append((answer, file))
    return found
