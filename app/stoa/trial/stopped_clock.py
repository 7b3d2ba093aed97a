"""The script that stops a page's clock at one moment, put in front of the page's own scripts."""

from __future__ import annotations


def stopped_clock(at: int) -> str:
    """A script after which ``Date`` tells one moment (``at``: milliseconds since 1970 UTC) for ever.

    Timers and ``performance.now`` go on, or no animation and no waiting would ever end.
    """
    return f"""
(() => {{
  const at = {at:d}, RealDate = Date;
  const Stopped = class Date extends RealDate {{
    constructor(...given) {{ given.length ? super(...given) : super(at); }}
    static now() {{ return at; }}
  }};
  globalThis.Date = new Proxy(Stopped, {{ apply: () => new Stopped().toString() }});
  Stopped.prototype.constructor = globalThis.Date;
}})();
"""
