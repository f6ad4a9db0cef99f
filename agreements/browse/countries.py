"""Names of countries for readers, from ISO 3166-1 as pycountry holds it."""

from functools import cache

import pycountry


@cache
def country_names() -> dict[str, str]:
    """The short name in use by alpha-2 code: "South Korea" rather than "Korea, Republic of"."""
    return {c.alpha_2: getattr(c, "common_name", c.name) for c in pycountry.countries}


def country_name(code: str) -> str:
    """The country's name, or the code itself where ISO 3166 knows none."""
    return country_names().get(code, code)


def also_named(code: str) -> list[str]:
    """Other names and codes by which a country is found."""
    country = pycountry.countries.get(alpha_2=code)
    if country is None:
        return [code]
    return [code, country.alpha_3, country.name, getattr(country, "official_name", "")]
