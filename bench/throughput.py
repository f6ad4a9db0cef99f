"""How many kept pages a second leave, as a share of what a bare Django view reaches.

Usage, with wrk on the PATH: python bench/throughput.py [/address ...] [--seconds 10] [--rounds 3]

Serves the catalogue of DATABASE_URL as `manage.py serve` does, and beside it a Django with one view
and no middleware that returns the same bytes from memory; wrk asks both in turn. Each figure is the
median of the rounds.
"""

import argparse
import contextlib
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[1]
GUNICORN = [sys.executable, "-m", "gunicorn", "--workers=2", "--threads=4", "--log-level=warning"]
BARE = """
import django, pathlib
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path

body = pathlib.Path(__file__).with_name("body").read_bytes()
urlpatterns = [path("", lambda request: HttpResponse(body))]
settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], SECRET_KEY="measured")
application = get_wsgi_application()
"""


@contextlib.contextmanager
def serving(application: str, folder: Path) -> Iterator[str]:
    """Run an application of a folder under gunicorn; gives its root address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [*GUNICORN, f"--bind=127.0.0.1:{port}", f"--chdir={folder}", application]
    with subprocess.Popen(command) as server:
        try:
            root = f"http://127.0.0.1:{port}"
            _wait(root)
            yield root
        finally:
            server.terminate()


def _wait(root: str) -> None:
    for _ in range(600):
        try:
            urlopen(root, timeout=60).close()
        except URLError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"{root} does not answer")


def asked(address: str, seconds: int) -> float:
    """Answers a second."""
    wrk = ["wrk", "--threads=1", "--connections=8", f"--duration={seconds}s", address]
    report = subprocess.check_output(wrk, text=True)
    if "Non-2xx" in report:
        raise SystemExit(f"{address}: not every answer was a page\n{report}")
    found = re.search(r"Requests/sec:\s+([\d.]+)", report)
    if found is None:
        raise SystemExit(f"wrk said something unforeseen:\n{report}")
    return float(found[1])


def settle(address: str) -> None:
    """Ask until the server's processes have read the catalogue and answer ever alike."""
    before, now = 0.0, asked(address, 5)
    while abs(now - before) > now / 20:
        before, now = now, asked(address, 5)


def compared(root: str, address: str, options: argparse.Namespace) -> float:
    """Share of the bare view's throughput that the page reaches."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with urlopen(root + address, timeout=600) as answer:
            (folder / "body").write_bytes(answer.read())
        (folder / "bare.py").write_text(BARE)
        ours, bare = [], []
        with serving("bare:application", folder) as other:
            for _ in range(options.rounds):
                ours.append(asked(root + address, options.seconds))
                bare.append(asked(other + "/", options.seconds))
    share = statistics.median(ours) / statistics.median(bare)
    size = f"{statistics.median(ours):8.0f} of {statistics.median(bare):8.0f} answers a second"
    print(f"{address:<40} {size}: {share:.2f}", flush=True)
    return share


def main(options: argparse.Namespace) -> None:
    """Measure every address."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "agreements.settings")
    collect = [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity=0"]
    subprocess.run(collect, cwd=ROOT, check=True)
    with serving("agreements.wsgi", ROOT) as root:
        settle(root + options.addresses[0])
        for address in options.addresses:
            compared(root, address, options)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("addresses", nargs="*", default=["/", "/agreements/", "/partners/"])
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=3)
    main(parser.parse_args())
