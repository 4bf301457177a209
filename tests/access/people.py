"""The persons of the policy table, one letter each."""

from typing import NamedTuple

from archives_enforcement.accounts.models import User
from tests import factories

EVERY_POST = (
    "officer", "clerk", "head", "deputy_head", "section_head", "reviewer", "hearing_chair",
    "assistant",
)  # fmt: skip

# Letter → who it is. The order is the order of the columns of the table.
PERSONS = {
    "-": "nobody signed in",
    "A": "contact of unit A, the owner of the record",
    "B": "contact of unit B, under the same bureau",
    "I": "observer who is invited",
    "N": "observer who is not invited",
    "O": "staff of another bureau, with every post",
    "S": "role superior, at the bureau above",
    "T": "staff of the bureau above, with every post",
    "o": "officer",
    "c": "clerk",
    "h": "head",
    "d": "deputy head",
    "s": "section head",
    "r": "reviewer",
    "j": "hearing chair",
    "a": "assistant from the archive hall",
    "m": "administrator of the system",
}
OWN_POSTS = dict(zip("ochdsrja", EVERY_POST, strict=True))


class Team(NamedTuple):
    """Those who bring a bureau's records into their states; they may enter past acts."""

    lead: User
    second: User
    chief: User
    desk: User
    lawyer: User
    guide: User


def make_team(bureau) -> Team:
    def name(post):
        return f"{post}-{bureau.code}"

    return Team(
        factories.make_officer(name("lead"), bureau, "backfiller"),
        factories.make_officer(name("second"), bureau, "backfiller"),
        factories.make_user(name("chief"), "head", "backfiller", bureau=bureau),
        factories.make_user(name("desk"), "clerk", bureau=bureau),
        factories.make_user(name("lawyer"), "reviewer", "backfiller", bureau=bureau),
        factories.make_user(name("guide"), "assistant", "backfiller", bureau=bureau),
    )


def make_persons(own, other, above, unit_a, unit_b) -> dict[str, User]:
    """Everybody of PERSONS who can sign in."""
    found = {
        "A": factories.make_contact("contact-a", unit_a.party),
        "B": factories.make_contact("contact-b", unit_b.party),
        "I": factories.make_user("invited", "observer"),
        "N": factories.make_user("uninvited", "observer"),
        "O": factories.make_user("elsewhere", *EVERY_POST, bureau=other),
        "S": factories.make_user("superior", "superior", bureau=above),
        "T": factories.make_user("above", *EVERY_POST, bureau=above),
        "m": factories.make_user("administrator", "administrator", is_staff=True),
    }
    found |= {
        letter: factories.make_user(f"own-{post}", post, bureau=own)
        for letter, post in OWN_POSTS.items()
    }
    return found
