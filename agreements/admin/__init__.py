"""The editors' desk: every model of the catalogue in Django's admin, and the work of review."""

from django.conf import settings
from django.contrib import admin

from agreements.admin import (
    agreement_parts,
    agreements,
    areas,
    imports,
    organisations,
    people,
    proposals,
    queued_documents,
    sources,
)

__all__ = [
    "agreement_parts",
    "agreements",
    "areas",
    "imports",
    "organisations",
    "people",
    "proposals",
    "queued_documents",
    "sources",
]

admin.site.site_header = f"{settings.SITE_NAME}: editors' desk"
admin.site.site_title = settings.SITE_NAME
admin.site.index_title = "The catalogue"
