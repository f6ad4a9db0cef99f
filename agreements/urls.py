"""Every public address, and the admin."""

from django.contrib import admin
from django.urls import include, path

handler400 = "agreements.web.errors.bad_request"
handler404 = "agreements.web.errors.not_found"

urlpatterns = [
    path("admin/", admin.site.urls),
    path("api/", include("agreements.api.urls")),
    path("", include("agreements.web.urls")),
]
