"""Two name servers on loopback that know no name and keep each they are asked for.

One speaks DNS over HTTPS (RFC 8484): the engine can be told to ask it and nobody else, by anybody. The other speaks
plain DNS and stands in the place of the system's, for one process: that takes rights which only root has.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import socket
import ssl
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import serialization

from stoa.engine.chromium import PROXY_NAME
from tests.hostile.far_server import certificate

if TYPE_CHECKING:
    from pathlib import Path

ADDRESS = "127.0.0.1"
# Not where this machine's own may listen.
PLAIN_ADDRESS = "127.0.0.77"
_HEADER_BYTES = 12
# A response; recursion was wanted and is to be had; there is no such name (RFC 1035 §4.1.1).
_NO_SUCH_NAME = bytes.fromhex("8183")
_ONE_QUESTION = bytes.fromhex("0001000000000000")


class NameServer:
    """Answers in threads of its own. ``asked`` has the names.

    ``place`` is where an engine finds it that finds every address, ``place_behind_rules`` where one does whose rules
    let it find the filter proxy only: by the proxy's name. ``switches`` make an engine believe its certificate, and
    no other.
    """

    def __init__(self, folder: Path) -> None:
        pem = certificate(folder, PROXY_NAME)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(pem)
        self.asked: set[str] = set()
        self.switches = [f"--user-data-dir={folder}", f"--ignore-certificate-errors-spki-list={_fingerprint(pem)}"]
        self._server = _Server(self)
        # Not while taking the connection: whoever says nothing would keep all others waiting.
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True, do_handshake_on_connect=False)
        self.place = f"https://{ADDRESS}:{self._server.server_port}/names"
        self.place_behind_rules = f"https://{PROXY_NAME}:{self._server.server_port}/names"
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def close(self) -> None:
        """Answer nobody any more."""
        self._server.shutdown()
        self._server.server_close()


class PlainNameServer:
    """Takes datagrams on port 53 of an address of its own; ``asked`` has the names.

    Raises OSError where this process may not.
    """

    def __init__(self, folder: Path) -> None:
        self.asked: set[str] = set()
        self._box = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        try:
            self._box.bind((PLAIN_ADDRESS, 53))
        except OSError:
            self._box.close()
            raise
        self._settings = folder / "resolv.conf"
        self._settings.write_text(f"nameserver {PLAIN_ADDRESS}\noptions timeout:1 attempts:1\n", encoding="ascii")
        threading.Thread(target=self._serve, daemon=True).start()

    def before(self, command: list[str]) -> list[str]:
        """The command with what makes this the name server of the process that it starts."""
        script = 'mount --bind "$0" /etc/resolv.conf && exec "$@"'
        return ["unshare", "--mount", "--propagation", "private", "sh", "-c", script, str(self._settings), *command]

    def close(self) -> None:
        """Answer nobody any more."""
        with contextlib.suppress(OSError):
            # Closing alone does not wake whoever waits for a datagram.
            self._box.shutdown(socket.SHUT_RDWR)
        self._box.close()

    def _serve(self) -> None:
        with contextlib.suppress(OSError):
            while len((message := self._box.recvfrom(4096))[0]) > _HEADER_BYTES:
                name, answer = _answer(message[0])
                self.asked.add(name)
                self._box.sendto(answer, message[1])


def may_stand_in(folder: Path) -> bool:
    """Whether this process may put a name server in the place of the system's."""
    try:
        server = PlainNameServer(folder)
        server.close()
        tried = subprocess.run(server.before(["true"]), stdin=subprocess.DEVNULL, capture_output=True, check=False)
    except OSError:
        return False
    return tried.returncode == 0


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, names: NameServer) -> None:
        super().__init__((ADDRESS, 0), _Answer)
        self.names = names

    def handle_error(self, *_: object) -> None:
        """Nothing: engines end in the middle of a word."""


class _Answer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_POST(self) -> None:
        asked = self.rfile.read(int(self.headers["Content-Length"]))
        name, answer = _answer(asked)
        self.server.names.asked.add(name)
        self.send_response(200)
        self.send_header("Content-Type", "application/dns-message")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: object) -> None:
        """Nothing on the terminal."""


def _fingerprint(pem: Path) -> str:
    """Of a certificate's key, as the engine's switch wants it."""
    public = x509.load_pem_x509_certificate(pem.read_bytes()).public_key()
    der = public.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    return base64.b64encode(hashlib.sha256(der).digest()).decode()


def _answer(message: bytes) -> tuple[str, bytes]:
    """The name that a message asks for, and that there is none."""
    labels, at = [], _HEADER_BYTES
    while size := message[at]:
        labels.append(message[at + 1 : at + 1 + size].decode("ascii", "replace"))
        at += 1 + size
    # Behind the name its type and class (RFC 1035 §4.1.2).
    question = message[_HEADER_BYTES : at + 5]
    return ".".join(labels).lower(), message[:2] + _NO_SUCH_NAME + _ONE_QUESTION + question
