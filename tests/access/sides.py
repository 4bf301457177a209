"""One bureau with a unit and the people who keep its books, and the marks its records carry."""

from dataclasses import dataclass
from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile

from archives_enforcement.accounts.models import Bureau, Grant, Party, User
from archives_enforcement.files.models import StoredFile
from tests import factories
from tests.access.canaries import canary
from tests.access.people import Team
from units.models import Unit

SINCE = date(2021, 1, 1)
PDF = "%PDF-1.7 {}"


@dataclass(frozen=True)
class Side:
    letter: str
    bureau: Bureau
    unit: Unit
    team: Team
    invited: User  # the observer who is invited
    chair: User  # of hearings
    contact: User  # of the unit

    def mark(self, kind: str) -> str:
        return canary(self.letter, kind)

    def contact_now(self) -> User:
        """The contact with what is granted by now; the one above is granted more later."""
        return User.objects.get(pk=self.contact.pk)

    def pdf(self, kind: str) -> bytes:
        return PDF.format(self.mark(kind)).encode()

    def upload(self, kind: str) -> SimpleUploadedFile:
        return SimpleUploadedFile(f"{self.mark(kind)}.pdf", self.pdf(kind))

    def uploaded(self, kind: str) -> StoredFile:
        return StoredFile.objects.get(name=f"{self.mark(kind)}.pdf")

    def firm(self, kind: str) -> Party:
        """An archives service firm for which the contact of the unit acts too."""
        party = factories.make_party(
            self.bureau,
            f"{self.mark(kind)}公司",
            Party.Kind.SERVICE_ENTERPRISE,
            credit_code=factories.make_credit_code(),
            legal_representative="法定代表人甲",
            address="示例路2号",
        )
        Grant.objects.create(user=self.contact, party=party, valid_from=SINCE)
        return party


def make_bureau(letter: str, code: str, **fields) -> Bureau:
    return factories.make_bureau(f"{canary(letter, 'bureau')}档案局", code, **fields)


def make_unit(bureau: Bureau, letter: str, kind: str = "name") -> Unit:
    return factories.make_unit(bureau, f"{canary(letter, kind)}街道")
