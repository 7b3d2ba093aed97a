"""Write, or with --check compare, the files generated from the contract, the manifest's model and the hostile roads."""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "app"), str(ROOT)]

from tests.hostile import table  # noqa: E402

from stoa.areas import AREAS  # noqa: E402  the path above must come first
from stoa.check.answer import CheckAnswer  # noqa: E402
from stoa.contract import generate  # noqa: E402
from stoa.miniapp.declaration import Declaration  # noqa: E402


def files() -> dict[Path, str]:
    """Each generated file with the text it must have."""
    manifest, answer = Declaration.model_json_schema(by_alias=True), CheckAnswer.model_json_schema(by_alias=True)
    security = ROOT / "docs/security.md"
    return {
        ROOT / "miniapps/_sdk/stoa.js": generate.javascript(AREAS),
        ROOT / "miniapps/_sdk/stoa.d.ts": generate.typescript(AREAS),
        ROOT / "docs/bridge.md": generate.reference(AREAS),
        ROOT / "docs/manifest.schema.json": json.dumps(manifest, indent=2, ensure_ascii=False) + "\n",
        ROOT / "docs/check.schema.json": json.dumps(answer, indent=2, ensure_ascii=False) + "\n",
        security: table.inserted(security.read_text(encoding="utf-8")),
    }


def main() -> int:
    """Exit code 0 when all are in step (or were written), 1 when --check found one that is not."""
    stale = []
    for path, text in files().items():
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(path)
        if "--check" not in sys.argv:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    for path in stale:
        state = "out of step; run packaging/generate.py" if "--check" in sys.argv else "written"
        print(f"{path.relative_to(ROOT)}: {state}")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
