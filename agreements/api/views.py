"""What all views of the API do: read-only lists and details, strict about their parameters."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils.decorators import method_decorator
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page
from rest_framework import generics, serializers
from rest_framework.request import Request

from agreements.api.pagination import PARAMETERS
from agreements.api.parameters import FIELDS, asked_fields
from agreements.api.problems import refuse_unknown
from agreements.api.representations import Representation


@method_decorator([cache_control(public=True, no_cache=True), conditional_page], name="dispatch")
class Rows(generics.GenericAPIView[Any]):
    """Rows that readers may see, with the fields that a request asks for."""

    serializer_class: type[Representation]
    filters: Sequence[str] = ()
    """Parameters that narrow the rows."""

    @property
    def known(self) -> list[str]:
        """The parameters that there are."""
        return [*self.filters, FIELDS]

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Refuse parameters that are unknown before anything is looked up."""
        super().initial(request, *args, **kwargs)
        refuse_unknown(request.query_params, self.known)
        self.only = asked_fields(request.query_params, list(self.serializer_class().fields))

    def get_serializer(self, *args: Any, **kwargs: Any) -> serializers.BaseSerializer[Any]:
        """The representation with the fields that are wanted."""
        return super().get_serializer(*args, only=self.only, **kwargs)

    only: list[str] | None = None


class RowList(Rows, generics.ListAPIView[Any]):
    """A page of rows in an order that a cursor can follow."""

    @property
    def known(self) -> list[str]:
        """The parameters that there are, those of the pages included."""
        return [*super().known, *PARAMETERS]

    def total(self, rows: QuerySet[Any]) -> int:
        """How many rows the filters show."""
        return rows.count()


class RowDetail(Rows, generics.RetrieveAPIView[Any]):
    """One row, by the name that it has in addresses."""

    lookup_field = "slug"
