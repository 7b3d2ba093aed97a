"""Hosts that are used and not declared in ``network``, or declared and not used."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stoa.check.references import Reference, Use
from stoa.miniapp.errors import Finding
from stoa.miniapp.origin import DEFAULT_PORTS, NetworkRule, OriginError, parse_origin
from stoa.miniapp.policy import allows, network_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stoa.check.subject import Subject

_ADDRESS = re.compile(r"(?i:(https?|wss?))://((?:\$\{[^}`]*\}|[^/\s\"'`?#\\:<>()$])+)(?::([0-9]{1,5}))?")
_HOLE = re.compile(r"\$\{[^}]*\}")
_NETWORK_USES = frozenset({Use.MEDIA, Use.FETCH})


def validate(subject: Subject) -> Iterator[Finding]:
    """Errors for requests that will be refused, warnings for hosts that no file names."""
    if subject.manifest is None:
        return
    rules = network_rules(subject.manifest)
    for reference in subject.references:
        if reference.use in _NETWORK_USES:
            yield from _request(reference, rules)
    named = set(_named(subject))
    for index, rule in enumerate(rules):
        if not any(_covers(rule, scheme, host, port) for scheme, host, port in named):
            where = subject.manifest_line(f"/network/{index}")
            sentence = f"{rule} is declared and no file names it"
            yield Finding(
                "warning", where, sentence, "take it out, or name it in a comment beside the code that reaches it"
            )


def _request(reference: Reference, rules: tuple[NetworkRule, ...]) -> Iterator[Finding]:
    match = _address(reference)
    if match is None:
        return
    scheme, host, port = _parts(match)
    if scheme in ("http", "ws"):
        sentence = f"requests over {scheme} are refused, whatever network says"
        yield Finding("error", reference.where, sentence, f"use {scheme}s://")
    elif not any(_covers(rule, scheme, host, port) for rule in rules):
        shown = f"{scheme}://{host}" if port == DEFAULT_PORTS[scheme] else f"{scheme}://{host}:{port}"
        sentence = f"a request to {shown} will be refused: it is not declared"
        yield Finding("error", reference.where, sentence, _fix(shown))


def _fix(shown: str) -> str | None:
    shown = re.sub(r"//(?:[^/.]*\$\{[^}]*\}[^/.]*\.)+", "//*.", shown)
    try:
        return f'add "{parse_origin(shown)}" to network in manifest.json'
    except OriginError as exc:
        return exc.fix


def _named(subject: Subject) -> Iterator[tuple[str, str, int]]:
    """Every address with a scheme that any file names, also in texts and comments.

    A script may put requests together, and some hosts are only known from answers: a comment then tells the reader.
    """
    for script in subject.scripts:
        for match in _ADDRESS.finditer(script.text):
            yield _parts(match)
    for reference in subject.references:
        address = _address(reference)
        if address is not None:
            yield _parts(address)


def _address(reference: Reference) -> re.Match[str] | None:
    target = f"https:{reference.target}" if reference.target.startswith("//") else reference.target
    return _ADDRESS.match(target)


def _parts(match: re.Match[str]) -> tuple[str, str, int]:
    scheme = match[1].lower()
    return scheme, match[2].lower().rstrip("."), int(match[3]) if match[3] else DEFAULT_PORTS.get(scheme, 80)


def _covers(rule: NetworkRule, scheme: str, host: str, port: int) -> bool:
    """Whether a rule allows a host, of which ``${…}`` parts may be anything."""
    if "${" not in host:
        return allows((rule,), scheme, host, port)
    known = _HOLE.split(host)[-1].lstrip(".")
    same_place = scheme == rule.scheme and port == rule.port
    return same_place and (not known or f".{rule.host}".endswith(f".{known}") or f".{known}".endswith(f".{rule.host}"))
