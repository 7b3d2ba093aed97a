"""One tree of errors with stable codes and a sentence for people."""

from __future__ import annotations

from enum import StrEnum


class ErrorCode(StrEnum):
    """The stable names a mini-app may compare against; none is ever renamed or reused."""

    PARSE_ERROR = "parse_error"
    INVALID_REQUEST = "invalid_request"
    UNKNOWN_METHOD = "unknown_method"
    INVALID_PARAMS = "invalid_params"
    NOT_DECLARED = "not_declared"
    DENIED = "denied"
    CANCELLED = "cancelled"
    TOO_LARGE = "too_large"
    TOO_MANY = "too_many"
    NOT_FOUND = "not_found"
    CLOSED = "closed"
    UNSUPPORTED = "unsupported"
    INTERNAL = "internal"


# JSON-RPC 2.0 §5.1 fixes the first four numbers and leaves -32000 to -32099 to the server.
JSON_RPC_NUMBERS: dict[ErrorCode, int] = {
    ErrorCode.PARSE_ERROR: -32700,
    ErrorCode.INVALID_REQUEST: -32600,
    ErrorCode.UNKNOWN_METHOD: -32601,
    ErrorCode.INVALID_PARAMS: -32602,
    ErrorCode.INTERNAL: -32603,
    ErrorCode.NOT_DECLARED: -32000,
    ErrorCode.DENIED: -32001,
    ErrorCode.CANCELLED: -32002,
    ErrorCode.TOO_LARGE: -32003,
    ErrorCode.TOO_MANY: -32004,
    ErrorCode.NOT_FOUND: -32005,
    ErrorCode.CLOSED: -32006,
    ErrorCode.UNSUPPORTED: -32007,
}


class StoaError(Exception):
    """Root of every error Stoa raises on purpose; its text is fit for a person to read."""


class BridgeError(StoaError):
    """An answer to a mini-app: a stable code, a sentence, and the manifest line that would change it, if one would.

    Services raise it from a handler; the gate turns it into a JSON-RPC error. Any other exception
    becomes ``internal`` without its text.
    """

    def __init__(self, code: ErrorCode, sentence: str, *, fix: str | None = None) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence
        self.fix = fix
