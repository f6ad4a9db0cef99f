"""People of a record: matched within an organisation, or within the agreement itself."""

from collections.abc import Mapping

from agreements.importing.matching import identify
from agreements.models import Agreement, Organisation, Person, unique_slug
from agreements.names import normalise_organisation, normalise_person, slugify_name
from agreements.records import OrganisationRecord


class Behalf:
    """On whose behalf people act: the parties of the agreement first, then known organisations."""

    def __init__(self, parties: Mapping[OrganisationRecord, Organisation]) -> None:
        self._by_name: dict[str, Organisation] = {}
        for stated, row in parties.items():
            own = (stated.name, stated.stated_as or "", row.name, stated.unit or "")
            names = (*own, *(alias.name for alias in stated.aliases))
            for form in map(normalise_organisation, names):
                self._by_name.setdefault(form, row)
        self._by_name.pop("", None)

    def organisation(self, stated: str | None) -> Organisation | None:
        """The organisation that a name means; None where nobody certain is meant."""
        form = normalise_organisation(stated or "")
        if not form:
            return None
        if form not in self._by_name:
            found = self._among_parties(form) or self._elsewhere(str(stated))
            if found is None:
                return None
            self._by_name[form] = found
        return self._by_name[form]

    def _among_parties(self, form: str) -> Organisation | None:
        """The one party whose name begins like it: Huawei stands for Huawei Technologies here."""
        near = {
            row
            for name, row in self._by_name.items()
            if name.startswith(f"{form} ") or form.startswith(f"{name} ")
        }
        return near.pop() if len(near) == 1 else None

    def _elsewhere(self, name: str) -> Organisation | None:
        match = identify(OrganisationRecord(name=name), look_for_candidates=False).match
        return match.organisation if match else None


class People:
    """The people of one agreement."""

    def __init__(self, agreement: Agreement) -> None:
        self._agreement = agreement
        self._met: dict[tuple[int | None, str], Person] = {}

    def settle(self, name: str, organisation: Organisation | None) -> Person:
        """The row of a person, made unless the organisation (or the agreement) has one so named."""
        met = (organisation.pk if organisation else None, normalise_person(name))
        if met not in self._met:
            self._met[met] = self._known(name, organisation) or Person.objects.create(
                name=name,
                organisation=organisation,
                slug=unique_slug(Person, slugify_name(normalise_person(name))),
            )
        return self._met[met]

    def _known(self, name: str, organisation: Organisation | None) -> Person | None:
        same = Person.objects.filter(normalised=normalise_person(name), organisation=organisation)
        if organisation is None:
            same = same.filter(participations__agreement=self._agreement)
        return same.first()
