"""Addresses of the API: those of the pages, below `/api/v1/`."""

from django.urls import include, path, re_path

from agreements.api.agreement_views import AgreementDetail, AgreementFacets, AgreementList
from agreements.api.docs import docs
from agreements.api.other_views import (
    AreaDetail,
    AreaList,
    CitationList,
    NamedDetail,
    NamedList,
    OrganisationDetail,
    ParticipationList,
    SourceDetail,
)
from agreements.api.others import OrganisationFacts, PersonFacts, SourceFacts
from agreements.api.root import NothingView, RootView
from agreements.api.schema import SchemaView

SLUG = r"(?P<slug>[-\w]+)"

INSTITUTION = {"kind": "institution", "serializer_class": OrganisationFacts}
PARTNER = {"kind": "partner", "serializer_class": OrganisationFacts}
PERSON = {"kind": "person", "serializer_class": PersonFacts}
SOURCE = {"kind": "source", "serializer_class": SourceFacts}

v1 = [
    path("", RootView.as_view(), name="root"),
    path("agreements/", AgreementList.as_view(), name="agreement_list"),
    path("agreements/facets/", AgreementFacets.as_view(), name="facets"),
    re_path(rf"^agreements/{SLUG}/$", AgreementDetail.as_view(), name="agreement"),
    path("institutions/", NamedList.as_view(**INSTITUTION), name="institution_list"),
    re_path(rf"^institutions/{SLUG}/$", OrganisationDetail.as_view(**INSTITUTION)),
    path("partners/", NamedList.as_view(**PARTNER), name="partner_list"),
    re_path(rf"^partners/{SLUG}/$", OrganisationDetail.as_view(**PARTNER)),
    path("people/", NamedList.as_view(**PERSON), name="person_list"),
    re_path(rf"^people/{SLUG}/$", NamedDetail.as_view(**PERSON)),
    re_path(rf"^people/{SLUG}/participations/$", ParticipationList.as_view()),
    path("areas/", AreaList.as_view(), name="area_list"),
    path("areas/<slug:code>/", AreaDetail.as_view()),
    path("sources/", NamedList.as_view(**SOURCE), name="source_list"),
    re_path(rf"^sources/{SLUG}/$", SourceDetail.as_view()),
    re_path(rf"^sources/{SLUG}/citations/$", CitationList.as_view()),
    path("schema/", SchemaView.as_view(), name="schema"),
    path("docs/", docs, name="docs"),
]

urlpatterns = [
    path("v1/", include((v1, "api"))),
    re_path(r"^(?P<rest>[\s\S]*/)?$", NothingView.as_view()),
]
