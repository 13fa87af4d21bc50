"""Whatever goes wrong underneath becomes one plain sentence."""

import ssl

import pytest
from urllib3 import HTTPConnectionPool, exceptions

from annotator.network.addresses import parse
from annotator.network.mishaps import reason
from annotator.network.proxies import Proxy
from annotator.network.resolving import Rules

HERE = parse("https://news.test:81/a")
POOL = HTTPConnectionPool("news.test")


def certificate_error() -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError(1, "verify")
    error.verify_message = "certificate has expired"
    return error


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (exceptions.ConnectTimeoutError(), "did not answer within 10 seconds"),
        (exceptions.ReadTimeoutError(POOL, "", ""), "sent nothing for 20 seconds"),
        (exceptions.SSLError("x"), "rules of encryption"),
        (exceptions.SSLError(certificate_error()), "its certificate (certificate has expired); nothing"),
        (exceptions.DecodeError("x"), "packed wrongly"),
        (exceptions.IncompleteRead(1, 2), "broke off in the middle"),
        (exceptions.ProtocolError("x"), "broke off, or"),
        (OSError("x"), "broke off, or"),
        (ValueError("x"), "broke off, or"),
    ],
)
def test_words(error: Exception, words: str) -> None:
    said = reason(error, HERE, None, Rules())
    assert words in said
    assert "“news.test:81”" in said
    assert said.endswith(".")


def test_a_proxy_s_trouble_is_the_proxy_s() -> None:
    proxy = Proxy("http://proxy.test:3128", "proxy.test:3128", "ana:secret")
    said = reason(exceptions.ProxyError("x", OSError()), HERE, proxy, Rules())
    assert said.startswith("The proxy proxy.test:3128")
    assert reason(exceptions.ProtocolError("x"), HERE, proxy, Rules()).startswith("“news.test:81”")
