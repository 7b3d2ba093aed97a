"""A server that a manifest declares, and that works for the other side: it redirects, hints and asks as it is told."""

from __future__ import annotations

import datetime as dt
import socket
import ssl
import threading
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

if TYPE_CHECKING:
    from pathlib import Path

HOST = "api.example.org"
# Not where the sink listens: what is refused there is allowed here, by a rule of the test.
ADDRESS = "127.0.0.9"
_CORS = "Access-Control-Allow-Origin: *\r\nAccess-Control-Expose-Headers: *\r\nCache-Control: no-store\r\n"


class FarServer:
    """HTTPS on 127.0.0.9. ``answers`` has a status line and headers for each path; other paths get 200.

    ``asked`` keeps the whole head of each request.
    """

    def __init__(self, folder: Path, port: int = 0) -> None:
        self.answers: dict[str, str] = {}
        self.asked: list[str] = []
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(certificate(folder, HOST))
        self._listener = socket.create_server((ADDRESS, port))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    @property
    def origin(self) -> str:
        """What a manifest declares."""
        return f"https://{HOST}:{self.port}"

    def close(self) -> None:
        """Take no more connections."""
        self._listener.close()

    def _serve(self) -> None:
        while True:
            try:
                taken, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(taken,), daemon=True).start()

    def _answer(self, taken: socket.socket) -> None:
        try:
            with self._context.wrap_socket(taken, server_side=True) as safe:
                head = b""
                while b"\r\n\r\n" not in head and (data := safe.recv(4096)):
                    head += data
                text = head.decode("latin-1")
                self.asked.append(text)
                path = text.split(" ")[1] if " " in text else ""
                first, _, more = self.answers.get(path, "200 OK").partition("\n")
                lines = "".join(f"{line}\r\n" for line in more.splitlines())
                safe.sendall(
                    f"HTTP/1.1 {first}\r\n{_CORS}{lines}Content-Length: 2\r\nConnection: close\r\n\r\nok".encode()
                )
        except OSError:
            pass  # the engine closes a connection whose certificate it looks at, and comes again


def certificate(folder: Path, host: str) -> Path:
    """A file with a key and a certificate for a host that nobody else signed."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, host)])
    now = dt.datetime.now(dt.UTC)
    signed = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(x509.random_serial_number()).not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    pem = folder / f"{host}.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    pem.write_bytes(private + signed.public_bytes(serialization.Encoding.PEM))
    return pem
