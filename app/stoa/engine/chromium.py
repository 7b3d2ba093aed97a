"""Chromium's switches, environment and scheme: all that must be said before the engine starts.

``prepare_environment`` must run before QApplication is made, ``set_switches`` before the first profile. What each
switch closes was measured with hostile pages; docs/security.md says which road each one is for.
"""

from __future__ import annotations

import os
from pathlib import Path

SCHEME = "miniapp"
# What the engine calls the filter proxy: a name that nobody else can have (RFC 2606).
PROXY_NAME = "proxy.invalid"

_DEBUGGING = "QTWEBENGINE_REMOTE_DEBUGGING"
# A person's or an attacker's environment must not open a debugging port, another engine, or the sandbox.
_FOREIGN_VARIABLES = (
    "QTWEBENGINE_DISABLE_SANDBOX",
    "QTWEBENGINE_CHROMIUM_FLAGS",
    _DEBUGGING,
    "QTWEBENGINEPROCESS_PATH",
)
# FedCm and SharedWorker are roads out. The engine's own spare renderer belongs to the profile of the room opened last,
# which has a renderer already: 15 MB that no room can ever use. The others keep databases for each profile, 0.9 MB, of
# what no room has: dictionaries to unpack servers' answers with, tokens of issuers, and what advertisers share between
# sites (pages cannot reach it here; its database was made two minutes after the room, 2 ms of work each).
_OFF = (
    "FedCm,SharedWorker,SpareRendererForSitePerProcess,"
    "CompressionDictionaryTransport,CompressionDictionaryTransportBackend,PrivateStateTokens,SharedStorageAPI"
)
_LOCAL_CHECKS = "LocalNetworkAccessChecks:LocalNetworkAccessChecksWarn/false,LocalNetworkAccessChecksWebRTC"
# The renderer of a hidden page collects its garbage and drops its caches once: by itself after half a minute or more,
# here as soon as its page is frozen (pool.py). That is 0.3 MB, and 2 MB of a heavy page.
_PURGE = "MemoryPurgeInBackground:memory_purge_background_min_delay/5s/memory_purge_background_max_delay/6s"
# The JavaScript heap of one room, in MB; the renderer's data segment has a limit of its own (renderer.py).
HEAP_MB = 384


def has_gpu() -> bool:
    """Whether this machine has a device that a GPU process could draw with."""
    return any(Path("/dev/dri").glob("render*")) if Path("/dev/dri").is_dir() else not Path("/proc").is_dir()


def switches(proxy_port: int, *, gpu: bool) -> list[str]:
    """The command line of the engine. ``proxy_port`` is the filter proxy's port on loopback."""
    flags = [
        # The only way out is the filter proxy; without the bypass list loopback would go past it.
        f"--proxy-server={PROXY_NAME}:{proxy_port}",
        "--proxy-bypass-list=<-loopback>",
        # The engine finds the proxy and nothing else: it asks no name server, and an address that something managed to
        # take past the proxy, in numbers too, leads nowhere. No EXCLUDE: it would leave this machine's ports open.
        f'--host-resolver-rules="MAP {PROXY_NAME} 127.0.0.1 , MAP * ~NOTFOUND"',
        # Only with "force-" does this hold; it keeps WebRTC from sending any datagram.
        "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
        f"--disable-features={_OFF}",
        # A second wall against those datagrams, to this machine and its network only: the engine asks for a permission
        # that it has nobody to ask for.
        f"--enable-features={_LOCAL_CHECKS},{_PURGE}",
        "--site-per-process",
        # Over whatever a profile's settings say: no clipboard by command, no sound before a press (2: "document user
        # activation required"), that of a synthesizer too, which the settings know nothing of.
        "--blink-settings=autoplayPolicy=2,javaScriptCanAccessClipboard=false,DOMPasteAllowed=false",
        f"--js-flags=--max-old-space-size={HEAP_MB}",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-breakpad",
        "--no-pings",
        # The engine keeps a second process to fork from, for helpers with sandboxes of their own (printing, on-device
        # models, decoders in hardware), none of which is started here; one that were would be started from its file.
        # Measured: 9 MB that every start would have, and a process less.
        "--no-unsandboxed-zygote",
    ]
    if not gpu:
        # Without one there is nothing to keep in the three caches that each profile would have for a GPU's programs.
        flags += ["--disable-gpu", "--disable-gpu-shader-disk-cache"]
    return flags


def prepare_environment(*, sandbox: bool, debugging_port: int | None = None) -> None:
    """Clean and set the environment. Call before QApplication is made.

    ``sandbox=False`` is the person's explicit choice (``--no-sandbox``). ``debugging_port`` opens the engine's
    debugging port on loopback for tests.
    """
    for name in _FOREIGN_VARIABLES:
        os.environ.pop(name, None)
    if not sandbox:
        os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    # The engine sets this one itself as it starts. Were it new then, the list of all of them would move to another
    # place while other threads read it (see beginning.py).
    os.environ.setdefault("force_s3tc_enable", "true")
    # One heap of the C library for all threads of a renderer; most of what they need comes from the engine's own heaps.
    # Programs that are opened from here get the person's environment (see outside.py).
    os.environ.setdefault("MALLOC_ARENA_MAX", "1")
    if debugging_port is not None:
        os.environ[_DEBUGGING] = f"127.0.0.1:{debugging_port}"
    if not has_gpu():
        # Software drawing without GL saves 32 MB and some 30 ms a room (measured on a machine without a GPU).
        os.environ.setdefault("QT_QUICK_BACKEND", "software")
        os.environ.setdefault("QT_XCB_GL_INTEGRATION", "none")


def set_switches(proxy_port: int) -> None:
    """Hand the engine its command line. Call before the first profile."""
    flags = switches(proxy_port, gpu=has_gpu())
    if (debugging := os.environ.get(_DEBUGGING)) is not None:
        # Without it Qt lets every origin connect: any page in the person's browser that guesses the port. Drivers
        # outside a browser send no origin.
        flags.append(f"--remote-allow-origins=http://{debugging}")
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = " ".join(flags)
