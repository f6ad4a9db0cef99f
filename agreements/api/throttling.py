"""How often one client may ask, counted in the database for all web processes together."""

import ipaddress
import time
from typing import Any

from django.conf import settings
from django.utils.crypto import salted_hmac
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from agreements.models.request_counts import count_request


class ClientThrottle(BaseThrottle):
    """At most API_RATE requests of one client in each window of time, which begin for all at once.

    An IPv6 client is its /64, of which it may take any address. What is stored is a keyed hash.
    """

    def allow_request(self, request: Request, view: Any) -> bool:
        """Count the request and say whether it is within the rate."""
        if settings.API_RATE is None:
            return True
        most, seconds = settings.API_RATE
        now = time.time()
        since = int(now // seconds) * seconds
        self._wait = since + seconds - now
        client = salted_hmac("agreements.api.client", _network(self.get_ident(request)))
        return count_request(client.hexdigest()[:32], since) <= most

    def wait(self) -> int:
        """Whole seconds until the next window begins."""
        return int(self._wait) + 1


def _network(client: str | None) -> str:
    try:
        address = ipaddress.ip_address(client or "")
    except ValueError:
        return client or ""
    if isinstance(address, ipaddress.IPv6Address) and not address.ipv4_mapped:
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(getattr(address, "ipv4_mapped", None) or address)
