"""What the demonstration leaves behind: the figures of the sample year, papers, sign-ins."""

import json
import re
import subprocess
import sys
from collections import Counter

import page as validator
import pdfplumber
import pytest

from archives_enforcement.accounts.roles import ROLES
from tests.browser.site import ROOT, environment

# Counted in the public report of the year that the sample follows.
YEAR = {
    "checks": 40,
    "letters": 40,
    "look_backs": 6,
    "key_unit_visits": 4,
    "visits_total": 50,
    "observers": 37,
    "articles": 16,
    "ledger_tasks": 9,
    "exemplary_units": 2,
    "officers_before": 1,
    "officers_new": 2,
    "penalties": 0,
    "checks_without_letter": 0,
}
SENTENCES = (
    "行政执法检查40次",
    "印发反馈意见书40份",
    "开展“回头看”6次",
    "安全检查4次",
    "到现场合计50次",
    "观摩37名",
    "宣传稿件16篇",
    "档案任务9项",
    "优秀典型单位2个",
    "执法人员1名",
    "持证执法人员2名",
    "行政处罚决定0件",
)

# What waits for whom in the bureau of today.
DESKS = {
    "990101_head": ("审定示例区",),
    "990101_officer": ("（星期四）下午到示例学校一", "起草反馈意见书", "逾期没有回复"),
    "990101_reviewer": ("法制审核：示例档案整理公司",),
    "unit_contact": ("上次的回复为什么退回",),
}


@pytest.fixture(scope="module")
def figures(demo_folder):
    text = (demo_folder / "reports" / "figures.json").read_text(encoding="utf-8")
    return {figure["key"]: figure for figure in json.loads(text)["figures"]}


def test_the_sample_year_gives_the_figures_of_the_report(figures):
    assert {key: figures[key]["value"] for key in YEAR} == YEAR


def test_what_was_chosen_stood_on_the_list_of_its_day_with_its_reasons(demo_folder):
    """Look-backs, talks and models come out of rules and of a person's choice among them."""
    text = (demo_folder / "reports" / "choices.json").read_text(encoding="utf-8")
    made = json.loads(text)
    counted = Counter(row["what"] for row in made)
    assert counted == {"回头看": YEAR["look_backs"], "约谈": 1, "整改优秀典型": 2}
    assert [row for row in made if not row["reasons"] or row["place"] > row["of"]] == []
    for what in ("回头看", "整改优秀典型"):  # there was something to choose from
        assert max(row["of"] for row in made if row["what"] == what) > 1
    [talk] = [row for row in made if row["what"] == "约谈"]
    assert any("回头看时" in reason for reason in talk["reasons"])


def test_every_figure_names_its_records(figures):
    wrong = [key for key, row in figures.items() if len(set(row["record_ids"])) != row["value"]]
    assert wrong == []


def test_the_report_states_the_figures(demo_folder):
    with pdfplumber.open(demo_folder / "reports" / "report.pdf") as pdf:
        text = "".join(page.extract_text() or "" for page in pdf.pages)
    text = re.sub(r"—\d+—", "", "".join(text.split()))  # a sentence may run over two pages
    assert [sentence for sentence in SENTENCES if sentence not in text] == []


def test_every_check_has_its_letter_as_a_file(demo_folder):
    letters = list((demo_folder / "letters").glob("东丽档反〔2024〕*号.pdf"))
    assert len(letters) == YEAR["letters"]
    assert [path.name for path in (demo_folder / "decisions").glob("*罚决*")] != []
    assert [path.name for path in (demo_folder / "records").glob("*检笔*")] != []
    others = {*(demo_folder / "letters").glob("*笔*"), *(demo_folder / "letters").glob("*指引*")}
    assert others == set()


def test_every_paper_is_a_sound_archival_file(demo_folder):
    papers = [
        path
        for folder in ("letters", "decisions", "records")
        for path in demo_folder.glob(f"{folder}/*.pdf")
    ]
    papers.append(demo_folder / "reports" / "report.pdf")
    assert len(papers) > YEAR["letters"]
    faults = {}
    for paper in papers:
        report = validator.validate_pdf_bytes(
            paper.read_bytes(), profile=validator.ValidationProfile.PDF_A_3U
        )
        checked = subprocess.run(["qpdf", "--check", paper], capture_output=True, check=False)
        found = [failure.message for failure in report.failures] + checked.stderr.splitlines()
        if found or report.rules.total <= 100 or checked.returncode:
            faults[paper.name] = found
    assert faults == {}


def test_there_is_one_sign_in_for_every_role(demo_folder):
    text = (demo_folder / "sign-ins.txt").read_text(encoding="utf-8")
    unheld = {"backfiller", "security_administrator", "audit_administrator"}
    roles = {role.label for code, role in ROLES.items() if code not in unheld}
    assert [label for label in roles if label not in text] == []


@pytest.mark.parametrize("command", ["verify_audit", "verify_documents"])
def test_nothing_in_it_is_broken(demo_folder, command):
    done = subprocess.run(
        [sys.executable, "manage.py", command],
        cwd=ROOT,
        env=environment(demo_folder),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("username", DESKS)
def test_everybody_of_today_finds_what_waits_for_him(sign_in, username):
    words = sign_in(username).get_by_role("main").inner_text()
    assert [line for line in DESKS[username] if line not in words] == []


def test_the_decisions_of_today_are_public_in_time(sign_in, visit):
    assert "处罚决定公开" not in sign_in("990101_head").get_by_role("main").inner_text()
    public = visit("/publicity/public/").get_by_role("main").inner_text()
    assert len(set(re.findall(r"示例档罚决〔\d+〕\d+号", public))) == 2
