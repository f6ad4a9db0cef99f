"""Pages as schema.org describes them (https://schema.org), for search engines and crawlers."""

from typing import Any

from agreements.models import Agreement, CooperationArea, Organisation, Person, Source
from agreements.vocabulary.kinds import OrganisationType

_TYPES = {
    OrganisationType.UNIVERSITY: "CollegeOrUniversity",
    OrganisationType.COLLEGE: "CollegeOrUniversity",
    OrganisationType.SCHOOL: "EducationalOrganization",
    OrganisationType.RESEARCH_INSTITUTE: "ResearchOrganization",
    OrganisationType.HOSPITAL: "Hospital",
    OrganisationType.COMPANY: "Corporation",
    OrganisationType.GOVERNMENT: "GovernmentOrganization",
}

Data = dict[str, Any]


def breadcrumb_list(steps: list[tuple[str, str]]) -> Data:
    """The way from the home page to this one: names and absolute addresses."""
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": address}
            for place, (name, address) in enumerate(steps, start=1)
        ],
    }


def site(name: str, search_address: str) -> Data:
    """The catalogue itself, with the address that searches it."""
    return {
        "@type": "WebSite",
        "name": name,
        "potentialAction": {
            "@type": "SearchAction",
            "target": f"{search_address}?q={{query}}",
            "query-input": "required name=query",
        },
    }


def agreement(row: Agreement) -> Data:
    """An agreement, of prefetched parties, areas and citations with their sources."""
    sources = {citation.source_id: citation.source for citation in row.citations.all()}
    return _stated(
        {
            "@type": "CreativeWork",
            "name": row.title,
            "genre": row.get_kind_display(),
            "description": row.summary,
            "dateCreated": row.signed_on,
            "expires": row.expires_on,
            "locationCreated": {"@type": "Place", "name": row.place} if row.place else None,
            "contributor": [organisation(party.organisation) for party in row.parties.all()],
            "about": sorted({str(named.area or named) for named in row.agreement_areas.all()}),
            "citation": [source(cited) for cited in sources.values()],
        }
    )


def organisation(row: Organisation) -> Data:
    """An institution or partner, of prefetched aliases."""
    identifiers = [
        row.ror,
        f"https://www.wikidata.org/wiki/{row.wikidata}" if row.wikidata else "",
        row.website,
    ]
    return _stated(
        {
            "@type": _TYPES.get(OrganisationType(row.type), "Organization"),
            "name": row.name,
            "alternateName": [alias.name for alias in row.aliases.all()],
            "sameAs": [address for address in identifiers if address],
            "leiCode": row.lei,
        }
    )


def person(row: Person) -> Data:
    """Somebody whom announcements name."""
    affiliation = {"@type": "Organization", "name": str(row.organisation)}
    return _stated(
        {
            "@type": "Person",
            "name": row.name,
            "affiliation": affiliation if row.organisation else None,
        }
    )


def area(row: CooperationArea) -> Data:
    """A term of the vocabulary."""
    names = [row.label_zh] if row.label_zh else []
    return _stated(
        {
            "@type": "DefinedTerm",
            "name": row.label_en,
            "alternateName": names,
            "termCode": row.code,
        }
    )


def source(row: Source) -> Data:
    """A document that announces agreements."""
    return _stated(
        {
            "@type": "CreativeWork",
            "name": str(row),
            "sameAs": row.url,
            "publisher": {"@type": "Organization", "name": row.publisher}
            if row.publisher
            else None,
            "datePublished": row.published_on,
            "inLanguage": row.language,
        }
    )


def _stated(data: Data) -> Data:
    """Leave out what is not known."""
    return {key: value for key, value in data.items() if value}
