"""People of a record: matched within an organisation, or within the agreement itself."""

from collections.abc import Mapping

from agreements.importing.desk import Desk
from agreements.importing.directory import Directory
from agreements.importing.matching import identify
from agreements.models import Agreement, Organisation, Participation, Person
from agreements.names import normalise_organisation, normalise_person, slugify_name
from agreements.records import OrganisationRecord


class Behalf:
    """On whose behalf people act: the parties of the agreement first, then known organisations."""

    def __init__(
        self, parties: Mapping[OrganisationRecord, Organisation], directory: Directory
    ) -> None:
        self._directory = directory
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
        match = identify(OrganisationRecord(name=name), self._directory).match
        return match.organisation if match else None


class People:
    """The people of one agreement."""

    def __init__(self, desk: Desk, agreement: Agreement) -> None:
        self._desk = desk
        self._agreement = agreement
        self._alone: dict[str, Person] | None = None

    def settle(self, name: str, organisation: Organisation | None) -> Person:
        """The row of a person, made unless the organisation (or the agreement) has one so named."""
        form = normalise_person(name)
        if organisation is None:
            alone = self._of_no_organisation()
            if form not in alone:
                alone[form] = self._made(name, None)
            return alone[form]
        if self._desk.is_new(organisation):
            self._desk.people.open((organisation.pk, form))
        same = self._desk.people[organisation.pk, form]
        if not same:
            same.append(self._made(name, organisation))
        return same[0]

    def _made(self, name: str, organisation: Organisation | None) -> Person:
        key = organisation.pk if organisation else None
        slug = slugify_name(normalise_person(name))
        person = self._desk.add(
            Person(name=name, normalised=normalise_person(name), organisation_id=key, slug=slug)
        )
        self._desk.persons.open(person.pk)
        self._desk.persons.put(person.pk, person)
        return person

    def _of_no_organisation(self) -> dict[str, Person]:
        """Those whom the agreement names already, by their normal form."""
        if self._alone is None:
            named = self._desk.parts[Participation][self._agreement.pk]
            self._desk.persons.look_up(row.person_id for row in named)
            people = [person for row in named for person in self._desk.persons[row.person_id]]
            alone = [person for person in people if person.organisation_id is None]
            alone.sort(key=lambda person: (person.name, person.pk), reverse=True)
            self._alone = {person.normalised: person for person in alone}
        return self._alone
