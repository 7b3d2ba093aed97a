"""JSON-RPC 2.0 as text: an untrusted string to a request, and an answer to a string."""

from __future__ import annotations

import json
import re
from json.encoder import encode_basestring_ascii
from typing import Any, NamedTuple

from stoa.contract.errors import JSON_RPC_NUMBERS, BridgeError, ErrorCode
from stoa.contract.sizes import JSON_MAX_DEPTH, PICTURE_MESSAGE_MAX_CHARS

CallId = int | str | None
PREVIEW_MAX_CHARS = 500
SHOWN_MAX_CHARS = 4096
_MEMBERS = {"jsonrpc", "id", "method", "params"}
_WHITE = " \t\n\r"
_HEAD = re.compile(r'\{"jsonrpc":"2\.0","id":("[A-Za-z0-9_-]{1,64}"|0|[1-9][0-9]{0,14}),')


class Request(NamedTuple):
    """A well-formed call. ``call_id`` is None for a notification, which gets no answer; ``size`` is in characters.

    ``raw`` is the message as it came, None where it is larger than what a journal keeps of it.
    """

    call_id: CallId
    method: str
    params: dict[str, Any]
    size: int
    raw: str | None


class RequestError(BridgeError):
    """A malformed call, with the id it should be answered under where one could be read."""

    def __init__(self, code: ErrorCode, sentence: str, call_id: CallId = None) -> None:
        super().__init__(code, sentence)
        self.call_id = call_id


def read_request(raw: str) -> Request:
    """Parse an untrusted message. Raises RequestError and nothing else.

    The size is checked before anything is parsed, so that a giant message costs nothing.
    """
    if len(raw) > PICTURE_MESSAGE_MAX_CHARS:
        raise RequestError(ErrorCode.TOO_LARGE, f"A message has at most {PICTURE_MESSAGE_MAX_CHARS} characters.")
    try:
        message = _read(raw)
    except (ValueError, RecursionError):
        sentence = f"The message is not JSON, or its values nest more than {JSON_MAX_DEPTH} deep."
        raise RequestError(ErrorCode.PARSE_ERROR, sentence, _id_at_the_head(raw)) from None
    if not isinstance(message, dict):
        raise RequestError(ErrorCode.INVALID_REQUEST, "A message is one JSON object; batches are not taken.")
    call_id = _call_id(message.get("id"))
    if message.get("jsonrpc") != "2.0" or not isinstance(message.get("method"), str):
        raise RequestError(ErrorCode.INVALID_REQUEST, 'A call has "jsonrpc": "2.0" and a "method".', call_id)
    if not message.keys() <= _MEMBERS:
        raise RequestError(
            ErrorCode.INVALID_REQUEST, 'A call has "jsonrpc", "id", "method" and "params" only.', call_id
        )
    params = message.get("params", {})
    if not isinstance(params, dict):
        raise RequestError(ErrorCode.INVALID_PARAMS, '"params" is an object with named members.', call_id)
    if _may_hold_too_much(raw):
        _check_values(params, call_id)
    return Request(call_id, message["method"], params, len(raw), raw if len(raw) <= PREVIEW_MAX_CHARS else None)


def result_text(call_id: CallId, result_json: str) -> str:
    """The answer to a call, around a result that is JSON already."""
    written = encode_basestring_ascii(call_id) if isinstance(call_id, str) else json.dumps(call_id)
    return f'{{"jsonrpc":"2.0","id":{written},"result":{result_json}}}'


def error_text(call_id: CallId, error: BridgeError) -> str:
    """The refusal of a call."""
    data = {"code": str(error.code)}
    if error.fix is not None:
        data["fix"] = error.fix
    body = {"code": JSON_RPC_NUMBERS[error.code], "message": error.sentence, "data": data}
    return json.dumps({"jsonrpc": "2.0", "id": call_id, "error": body}, separators=(",", ":"))


def event_text(name: str, payload_json: str) -> str:
    """An event as a JSON-RPC notification."""
    return f'{{"jsonrpc":"2.0","method":{json.dumps(name)},"params":{payload_json}}}'


def shown(request: Request) -> str:
    """The parameters as a person reads them; of a large call only the names, as writing it all out costs too much."""
    if request.size > SHOWN_MAX_CHARS:
        return f"{{{', '.join(map(preview, request.params))}}} ({request.size} characters)"
    return _ENCODER.encode(request.params)


def preview(text: str) -> str:
    """A text cut to what the journal may keep of it."""
    return text if len(text) <= PREVIEW_MAX_CHARS else text[: PREVIEW_MAX_CHARS - 1] + "…"


def _refuse_constant(name: str) -> None:
    raise ValueError(name)


# Made once: json.loads and json.dumps make one for each call that asks for anything beyond their defaults, which took
# as long as reading the call itself.
_DECODER = json.JSONDecoder(parse_constant=_refuse_constant)
_ENCODER = json.JSONEncoder(ensure_ascii=False)


def _read(raw: str) -> object:
    """As ``json.loads``, which looks for white space twice more. Raises ValueError and RecursionError."""
    text = raw.strip(_WHITE)
    value, end = _DECODER.raw_decode(text)
    if end != len(text):
        raise ValueError("There is more after the value.")
    return value


def _id_at_the_head(raw: str) -> CallId:
    """The id of a message that cannot be parsed, where the SDK writes it: a page waits for the answer to every call."""
    found = _HEAD.match(raw)
    return None if found is None else _call_id(json.loads(found[1]))


def _call_id(raw_id: object) -> CallId:
    if isinstance(raw_id, str) and len(raw_id) <= 64 and _is_unicode(raw_id):
        return raw_id
    if raw_id is None or isinstance(raw_id, bool):
        return None
    if isinstance(raw_id, int) and 0 <= raw_id < 2**53:
        return raw_id
    raise RequestError(ErrorCode.INVALID_REQUEST, '"id" is a whole number from 0, or at most 64 characters.')


def _is_unicode(text: str) -> bool:
    """Whether a text can be stored: JSON escapes can smuggle half a surrogate pair into a Python string."""
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _may_hold_too_much(raw: str) -> bool:
    """Whether there may be values that ``_check_values`` refuses; in few messages, and told without looking at each."""
    return raw.count("{") + raw.count("[") > JSON_MAX_DEPTH or "\\u" in raw or not _is_unicode(raw)


def _check_values(params: dict[str, Any], call_id: CallId) -> None:
    """Refuse what no model could hold: values nested too deep, and text that is not Unicode."""
    level: list[Any] = [params]
    for _ in range(JSON_MAX_DEPTH):
        below: list[Any] = []
        for value in level:
            if isinstance(value, dict):
                below.extend(value.keys())
                below.extend(value.values())
            elif isinstance(value, list):
                below.extend(value)
            elif isinstance(value, str) and not _is_unicode(value):
                raise RequestError(ErrorCode.INVALID_PARAMS, "A text holds half a surrogate pair.", call_id)
        if not below:
            return
        level = below
    raise RequestError(ErrorCode.INVALID_PARAMS, f"Values nest at most {JSON_MAX_DEPTH} deep.", call_id)
