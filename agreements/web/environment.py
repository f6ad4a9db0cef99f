"""What the templates of readers' pages may call, beside what Jinja2 brings."""

from collections.abc import Callable
from typing import Any

from django.template import defaultfilters
from django.templatetags.static import static
from django_htmx.jinja import htmx_script
from jinja2 import ChainableUndefined, Environment
from markupsafe import Markup

from agreements.browse.countries import country_name
from agreements.models.addresses import address
from agreements.web import charts, formats

_FILTERS: dict[str, Callable[..., Any]] = {
    "at": formats.at,
    "country": country_name,
    "cut": defaultfilters.cut,
    "date": defaultfilters.date,
    "default_if_none": defaultfilters.default_if_none,
    "described": formats.described,
    "grouped": "{:,}".format,
    "named": formats.named,
    "native_name": formats.native_name,
    "partial_date": formats.partial_date,
    "pluralize": defaultfilters.pluralize,
    "time": formats.time,
    "truncatechars": defaultfilters.truncatechars,
}


def environment(**options: Any) -> Environment:
    """For Django's Jinja2 backend. A value that is not there shows as nothing, in Django's way."""
    made = Environment(**options | {"undefined": ChainableUndefined})  # noqa: S701 - Django escapes
    made.filters |= _FILTERS
    made.globals |= {
        "cited_text": formats.cited_text,
        "htmx_script": htmx_script,
        "json_ld": formats.json_ld,
        "page_query": formats.page_query,
        "pagination": _drawn(made, "includes/_pagination.html", formats.pagination),
        "rank_chart": _drawn(made, "agreements/_chart_ranks.html", charts.rank_chart),
        "static": static,
        "url": address,
        "year_chart": _drawn(made, "agreements/_chart_years.html", charts.year_chart),
    }
    return made


def _drawn(
    made: Environment, template: str, context: Callable[..., dict[str, Any]]
) -> Callable[..., Markup]:
    """A part of a page: a template with what the function makes of its arguments."""
    return lambda *parts: Markup(made.get_template(template).render(context(*parts)))  # noqa: S704
