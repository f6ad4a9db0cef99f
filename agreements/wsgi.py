"""The WSGI application that a web server loads."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "agreements.settings")

django = get_wsgi_application()

from agreements.web.page_cache import kept_pages  # noqa: E402 - Django is set up first

application = kept_pages(django)
