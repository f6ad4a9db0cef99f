"""Addresses of the public pages."""

from django.urls import path, re_path, register_converter
from django.urls.converters import StringConverter

from agreements.web.accuracy import accuracy
from agreements.web.agreement_lists import agreement_list
from agreements.web.agreement_pages import agreement_detail
from agreements.web.areas import area_detail, area_list
from agreements.web.citing import cite
from agreements.web.data import data, data_package
from agreements.web.exports import export
from agreements.web.feeds import feed
from agreements.web.health import healthz
from agreements.web.home import home
from agreements.web.indexes import index
from agreements.web.organisations import organisation_detail
from agreements.web.people import person_detail
from agreements.web.record_format import record_schema
from agreements.web.sitemaps import robots, sitemap, sitemap_index
from agreements.web.sources import source_detail


class NameConverter(StringConverter):
    """A slug in any script."""

    regex = r"[-\w]+"


register_converter(NameConverter, "name")

urlpatterns = [
    path("", home, name="home"),
    path("agreements/", agreement_list, name="agreement_list"),
    path("agreements/<name:slug>/", agreement_detail, name="agreement"),
    re_path(r"^agreements/(?P<slug>[-\w]+)/cite\.(?P<suffix>bib|ris|json)$", cite, name="citation"),
    path("institutions/", index, {"kind": "institution"}, name="institution_list"),
    path(
        "institutions/<name:slug>/",
        organisation_detail,
        {"role": "institution"},
        name="institution",
    ),
    path("partners/", index, {"kind": "partner"}, name="partner_list"),
    path("partners/<name:slug>/", organisation_detail, {"role": "partner"}, name="partner"),
    path("people/", index, {"kind": "person"}, name="person_list"),
    path("people/<name:slug>/", person_detail, name="person"),
    path("areas/", area_list, name="area_list"),
    path("areas/<slug:code>/", area_detail, name="area"),
    path("sources/", index, {"kind": "source"}, name="source_list"),
    path("sources/<name:slug>/", source_detail, name="source"),
    path("accuracy/", accuracy, name="accuracy"),
    re_path(r"^agreements\.(?P<suffix>csv|xlsx|jsonl)$", export, name="export"),
    path("data/", data, name="data"),
    path("data/agreements.zip", data_package, name="data_package"),
    path("record.schema.json", record_schema, name="record_schema"),
    path("feed.atom", feed, name="feed"),
    path("sitemap.xml", sitemap_index, name="sitemap_index"),
    path("sitemap-<slug:section>.xml", sitemap, name="sitemap"),
    path("robots.txt", robots, name="robots"),
    path("healthz", healthz, name="healthz"),
]
