"""What went wrong between here and a host, in words for the person who asked."""

import ssl

from urllib3 import exceptions

from annotator.network.addresses import Address
from annotator.network.proxies import Proxy
from annotator.network.resolving import Rules


def reason(error: Exception, address: Address, proxy: Proxy | None, rules: Rules) -> str:
    """What happened, and what to do, in one sentence."""
    where = f"The proxy {proxy.place}" if isinstance(error, exceptions.ProxyError) and proxy else f"“{address.shown}”"
    certificate = _certificate_trouble(error)
    if certificate is not None:
        told = f" ({certificate})" if certificate else ""
        return f"That this is really “{address.shown}” cannot be verified by its certificate{told}; nothing was loaded."
    words = (
        # One kind of the next: whoever refuses has answered.
        (exceptions.NewConnectionError, f"{where} takes no connection; check the address, or try later."),
        (
            exceptions.ConnectTimeoutError,
            f"{where} did not answer within {rules.connect_seconds:g} seconds; try later.",
        ),
        (exceptions.ReadTimeoutError, f"{where} sent nothing for {rules.read_seconds:g} seconds; try later."),
        (exceptions.ProxyError, f"{where} does not let this page through; ask whoever runs it."),
        (exceptions.SSLError, f"{where} does not keep to the rules of encryption; nothing was loaded."),
        (exceptions.DecodeError, f"What {where} sent is packed wrongly; try later, or save the page in a browser."),
        (exceptions.IncompleteRead, f"{where} broke off in the middle of the page; try again."),
    )
    for kind, sentence in words:
        if isinstance(error, kind):
            return sentence
    return f"{where} broke off, or its answer is none that a page has; try again, or save the page in a browser."


def _certificate_trouble(error: BaseException | None) -> str | None:
    """What is wrong with a certificate; None where that is not what happened."""
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return str(getattr(error, "verify_message", "")).strip(" .")
        error = error.__cause__ or error.__context__ or next((a for a in error.args if isinstance(a, Exception)), None)
    return None
