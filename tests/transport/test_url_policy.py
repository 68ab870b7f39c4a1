"""Which addresses the guard and the resolver let pass."""

from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsspider.transport.url_policy import is_global, refusal, server

SITE = ["sindonews.com"]


@pytest.mark.parametrize(
    "url",
    [
        "https://www.sindonews.com/",
        "https://sindonews.com/read/1/2/x-1?showpage=all",
        "http://EKBIS.sindonews.com:80/robots.txt",
        "https://a.b.sindonews.com:443/",
    ],
)
def test_addresses_of_the_site_pass(url: str) -> None:
    assert refusal(url, SITE) is None


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("file:///etc/passwd", "scheme"),
        ("data:text/html,x", "scheme"),
        ("ftp://www.sindonews.com/", "scheme"),
        ("javascript:alert(1)", "scheme"),
        ("//www.sindonews.com/", "scheme"),
        ("", "scheme"),
        ("https://user:pw@www.sindonews.com/", "credentials"),
        ("https://www.sindonews.com@evil.id/", "credentials"),
        ("https://@www.sindonews.com/", "credentials"),
        ("https://evil.id\\@www.sindonews.com/", "credentials"),
        ("https://www.sindonews.com:8080/", "port"),
        ("https://www.sindonews.com:22/", "port"),
        ("https://www.sindonews.com:99999/", "malformed"),
        ("https://www.sindonews.com:x/", "malformed"),
        ("http://[::1/", "malformed"),
        ("https:///x", "no_host"),
        ("https://evilsindonews.com/", "foreign_host"),
        ("https://sindonews.com.evil.id/", "foreign_host"),
        ("https://www.sindonews.com./", "malformed_host"),
        ("https://www.sindonews.com%2eevil.id/", "malformed_host"),
        ("https://www.sindonews.com\\.evil.id/", "malformed_host"),
        ("https://www..sindonews.com/", "malformed_host"),
        ("https://-.sindonews.com/", "malformed_host"),
        ("https://www.sіndonews.com/", "malformed_host"),  # Cyrillic і
        ("https://xn--sndonews-n2a.com/", "foreign_host"),
        ("http://127.0.0.1/", "foreign_host"),
        ("http://2852039166/", "foreign_host"),
        ("http://0xa9fea9fe/", "foreign_host"),
        ("http://0251.0376.0251.0376/", "foreign_host"),
        ("http://169.254.169.254/latest/meta-data/", "foreign_host"),
        ("http://[::ffff:169.254.169.254]/", "malformed_host"),
        ("http://[::1]/", "malformed_host"),
        ("http://localhost/", "foreign_host"),
        ("https://www.sindonews.com/" + "x" * 3000, "too_long"),
    ],
)
def test_other_addresses_are_refused_with_a_reason(url: str, reason: str) -> None:
    assert refusal(url, SITE) == reason


@given(st.ip_addresses())
def test_no_literal_address_ever_passes_the_guard(address: IPv4Address | IPv6Address) -> None:
    host = f"[{address}]" if isinstance(address, IPv6Address) else str(address)
    assert refusal(f"http://{host}/", SITE) is not None
    assert refusal(f"http://{int(address)}/", SITE) is not None
    assert refusal(f"http://{int(address):#x}/", SITE) is not None


@given(st.text())
def test_the_guard_never_raises(text: str) -> None:
    assert refusal(text, SITE) is not None
    assert refusal(f"https://{text}.evil.id/", SITE) is not None


@given(st.ip_addresses(v=4))
def test_the_resolver_takes_an_embedded_address_for_what_it_is(address: IPv4Address) -> None:
    assert is_global(f"::ffff:{address}") == is_global(str(address))


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "100.64.0.1"),
        *("0.0.0.0", "255.255.255.255", "224.0.0.1", "198.18.0.1", "::1", "::", "fc00::1"),
        *("fe80::1", "ff02::1", "2002:7f00:1::", "64:ff9b::7f00:1", "no address", ""),
    ],
)
def test_addresses_off_the_public_internet_are_not_global(address: str) -> None:
    assert not is_global(address)


@pytest.mark.parametrize("address", ["103.10.10.10", "8.8.8.8", "2404:6800:4003::1"])
def test_public_addresses_are_global(address: str) -> None:
    assert is_global(address)


@pytest.mark.parametrize(
    "text", ["", "localhost", "localhost:", "host:0", "host:70000", "a b:1", "u@h:1", "http://h:1"]
)
def test_a_server_is_a_host_and_a_port(text: str) -> None:
    with pytest.raises(ValueError, match="is not host:port"):
        server(text)
