"""What a trial saw, as findings: requests that were refused, calls that were not declared.

Pure functions over the rows of the workbench's Network and Bridge tabs (or ``Evidence.values()``), so that what is
seen at run time stands in one list with what ``check_folder`` read in the files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from stoa.check.report import in_order
from stoa.check.score import judged
from stoa.contract.errors import ErrorCode
from stoa.miniapp.errors import Finding
from stoa.miniapp.manifest import MANIFEST_NAME
from stoa.miniapp.origin import DEFAULT_PORTS
from stoa.miniapp.policy import allows, network_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from stoa.miniapp.manifest import Manifest

_UNUSED_HOST, _UNUSED_PERMISSION = "is declared and no file names it", "is declared and never used"


def seen_at_run_time(requests: Iterable[Mapping[str, Any]], calls: Iterable[Mapping[str, Any]]) -> tuple[Finding, ...]:
    """The findings of a trial, each once.

    ``requests`` have ``url``, ``refused`` (the rule that stopped it, or "") and ``fix``; ``calls`` have ``name``,
    ``verdict``, ``rule`` and ``fix``, as a journal's entries.
    """
    network = judged("network", _of_requests(requests))
    return in_order([*network, *judged("permissions", _of_calls(calls))])


def unrefuted(
    findings: Iterable[Finding],
    manifest: Manifest,
    requests: Sequence[Mapping[str, Any]],
    calls: Sequence[Mapping[str, Any]],
    methods: Mapping[str, str | None],
) -> list[Finding]:
    """The findings in the files without those that a trial refutes.

    Static "declared and not used" findings go when a host was reached, or a call of a permission came. That a trial
    did *not* reach a host proves nothing, and is never a finding.
    """
    used = {f"{rule}" for rule in network_rules(manifest) if any(_reaches(rule, request) for request in requests)}
    asked = {methods.get(str(call.get("name"))) for call in calls} - {None}
    stale = {f"{host} {_UNUSED_HOST}" for host in used}
    stale |= {f'the permission "{name}" {_UNUSED_PERMISSION}' for name in asked}
    return [finding for finding in findings if finding.sentence not in stale]


def _of_requests(requests: Iterable[Mapping[str, Any]]) -> Iterator[Finding]:
    for request in requests:
        if request.get("refused"):
            origin = _origin(str(request.get("url", "")))
            sentence = f"when it ran, a request to {origin} was refused: {request['refused']}"
            yield Finding("error", MANIFEST_NAME, sentence, request.get("fix"))


def _of_calls(calls: Iterable[Mapping[str, Any]]) -> Iterator[Finding]:
    for call in calls:
        name, verdict = str(call.get("name", "")), call.get("verdict")
        if verdict == ErrorCode.NOT_DECLARED:
            sentence = f"when it ran, {name} was refused: its permission is not declared"
            yield Finding("error", MANIFEST_NAME, sentence, call.get("fix"))
        elif verdict == ErrorCode.UNKNOWN_METHOD:
            sentence = f"when it ran, it made a call that does not exist: {name}"
            yield Finding("error", MANIFEST_NAME, sentence, call.get("fix"), area="contract")


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else url[:80]


def _reaches(rule: Any, request: Mapping[str, Any]) -> bool:
    if request.get("refused"):
        return False
    parts = urlsplit(str(request.get("url", "")))
    try:
        port = parts.port or DEFAULT_PORTS.get(parts.scheme, 0)
    except ValueError:
        return False
    return allows((rule,), parts.scheme, parts.hostname or "", port)
