"""Submitting the pages of the admin as a browser does: what a form shows is what it sends."""

from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse


def page(model: str, name: str, *args: object) -> str:
    """The address of a page of the admin."""
    return reverse(f"admin:agreements_{model}_{name}", args=args)


def shown(response: Any) -> dict[str, Any]:
    """Every field of a form page with the value it was opened with."""
    context = response.context
    forms = [context["adminform"].form]
    data: dict[str, Any] = {}
    for inline in context["inline_admin_formsets"]:
        formset = inline.formset
        forms += [formset.management_form, *formset.forms]
    for form in forms:
        for bound in form:
            value = bound.value()
            data[bound.html_name] = "" if value is None else value
    return data


def submit(browser: Client, address: str, **changes: Any) -> Any:
    """Open a form page, change some fields, and save; `_save` unless another button is named."""
    data = shown(browser.get(address)) | changes
    if not any(name.startswith("_") for name in changes):
        data["_save"] = "Save"
    return browser.post(address, data)


def new_row(prefix: str, index: int, **fields: Any) -> dict[str, Any]:
    """One more row of an inline that had `index` rows."""
    data = {f"{prefix}-{index}-{name}": value for name, value in fields.items()}
    return data | {f"{prefix}-TOTAL_FORMS": index + 1}


def errors_of(response: HttpResponse) -> dict[str, Any]:
    """The messages beside the fields of a form that was not saved."""
    assert response.status_code == 200
    context: Any = response.context  # type: ignore[attr-defined]
    found = dict(context["adminform"].form.errors)
    for inline in context["inline_admin_formsets"]:
        for form in inline.formset.forms:
            found |= {form.add_prefix(name): told for name, told in form.errors.items()}
    return found
