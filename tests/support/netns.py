"""An internet of our own, in network and mount namespaces (`unshare -nm python -m …`).

Everything is on the loopback interface of the namespace, so that the live settings can be tried,
with name lookup and TLS, and what must not be reached can be listened at. Prints what it saw.
"""

import json
import ssl
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.support.faultserver import FaultServer, missing, page, robots
from tests.support.probing import probe

SITE: Final = "103.10.10.10"
INTERNAL: Final = {
    "meta": "169.254.169.254",
    "intern": "10.1.2.3",
    "rumah": "192.168.1.1",
    "lokal": "127.0.0.1",
    "shared": "100.64.0.1",
}
TLS: Final = {
    "good": "103.10.10.11",
    "expired": "103.10.10.12",
    "other-name": "103.10.10.13",
    "self-signed": "103.10.10.14",
}
NOW: Final = datetime.now(UTC)


class Authority:
    """A certificate authority of the day."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Test")])
        self.file = folder / "authority.pem"
        root = self._certificate(self._name, self._key, NOW + timedelta(days=1), authority=True)
        self.file.write_bytes(root.public_bytes(serialization.Encoding.PEM))

    def context(
        self, host: str, until: datetime = NOW + timedelta(days=1), *, signs: bool = True
    ) -> ssl.SSLContext:
        """A server's context for `host`, with a certificate until then, signed by us or itself."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
        made = self._certificate(subject, key, until, signer=None if signs else key)
        file = self._folder / f"{host}.pem"
        secret = key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        file.write_bytes(secret + made.public_bytes(serialization.Encoding.PEM))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file)
        return context

    def _certificate(
        self,
        subject: x509.Name,
        key: ec.EllipticCurvePrivateKey,
        until: datetime,
        *,
        authority: bool = False,
        signer: ec.EllipticCurvePrivateKey | None = None,
    ) -> x509.Certificate:
        (common,) = subject.get_attributes_for_oid(NameOID.COMMON_NAME)
        builder = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(subject if signer else self._name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(NOW - timedelta(days=9))
            .not_valid_after(until)
            .add_extension(x509.BasicConstraints(authority, None), critical=True)
            .add_extension(x509.SubjectAlternativeName([x509.DNSName(str(common.value))]), False)
        )
        return builder.sign(signer or self._key, hashes.SHA256())


def prepare(folder: Path) -> None:
    """Addresses on the loopback interface, and names for them."""
    names = {"www": SITE, **INTERNAL, **TLS}
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    for address in set(names.values()) - {"127.0.0.1"}:
        subprocess.run(["ip", "address", "add", f"{address}/32", "dev", "lo"], check=True)
    lines = [f"{address} {name}.sindonews.com\n" for name, address in names.items()]
    for file, text in (("hosts", "".join(lines)), ("resolv.conf", "nameserver 127.0.0.1\n")):
        (folder / file).write_text(text)
        subprocess.run(["mount", "--bind", folder / file, f"/etc/{file}"], check=True)


def main() -> None:
    """Tries every address and says what came of it, and who else was asked."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        prepare(folder)
        serve = stack.enter_context
        serve(FaultServer({"/a": page}, SITE, 80))
        private = [
            serve(FaultServer({"/robots.txt": missing, "/*": page}, address, 80))
            for address in INTERNAL.values()
        ]
        authority = Authority(folder)
        yesterday = NOW - timedelta(days=1)
        contexts = {
            "good": authority.context("good.sindonews.com"),
            "expired": authority.context("expired.sindonews.com", yesterday),
            "other-name": authority.context("www.example.org"),
            "self-signed": authority.context("self-signed.sindonews.com", signs=False),
        }
        for name, context in contexts.items():
            serve(FaultServer({"/robots.txt": robots, "/a": page}, TLS[name], 443, context))
        told = probe(
            "http://www.sindonews.com/a",
            *(f"http://{name}.sindonews.com/a" for name in INTERNAL),
            *(f"https://{name}.sindonews.com/a" for name in TLS),
            "http://no-such-name.sindonews.com/a",
            "https://www.sindonews.com/a",  # nobody listens there
            variables={"SSL_CERT_FILE": str(authority.file)},
            FAILURES_IN_A_ROW_MAX=0,
            DOWNLOAD_TIMEOUT=10,
            ROBOTSTXT_TIMEOUT=10,
        )
        reached = [asdict(hit) for server in private for hit in server.hits]
        sys.stdout.write(json.dumps({"results": told.results, "log": told.log, "reached": reached}))


if __name__ == "__main__":
    main()
