"""Write the example answers of the API's description (`api/answers.json`) from a server over the examples.

Answers are cut short (two items of a list, the beginnings of texts), so that the description can be read.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import httpx

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "api" / "answers.json"
ITEMS, LETTERS, PAIR = 2, 160, 3

NAME = "of=49-KL/TW"
PLAN = "doc/vn/ubnd-hai-phong/kh/2020/211-kh-ubnd"
READS = {
    "/api/v1/search": "?q=khuyến học&limit=2",
    "/api/v1/documents": "?type=KH&limit=2",
    "/api/v1/named": "?name=49-KL/TW",
    "/api/v1/documents/{path}": PLAN,
    "/api/v1/documents/{path}/relations": f"{PLAN}/relations",
    "/api/v1/documents/{path}/evidence": f"{PLAN}/evidence",
    "/api/v1/chains": "?of=211/KH-UBND&to=11-CT/TW",
    "/api/v1/around": f"?{NAME}",
    "/api/v1/chain-audit": "?of=211/KH-UBND&down=false",
    "/api/v1/coverage": f"?{NAME}&on=2021-06-30",
    "/api/v1/deadlines": "?of=489/QĐ-TTg&on=2021-06-30",
    "/api/v1/impact": f"?{NAME}&on=2021-06-30",
    "/api/v1/changes": f"?{NAME}&since=2019-05-10&until=2021-06-30",
    "/api/v1/checks": "?limit=2",
    "/api/v1/contradictions": "",
    "/api/v1/dangling": "?limit=2",
    "/api/v1/diffusion": f"?{NAME}",
    "/api/v1/bodies": "?limit=2",
    "/api/v1/bodies/{path}": "bbt",
    "/api/v1/claims": "?limit=1",
    "/api/v1/queries": "",
    "/api/v1/sources": "?limit=2",
    "/api/v1/stats": "",
    "/api/v1/accuracy": "",
    "/dumps": "",
}
TEXT = "Kế hoạch số 12/KH-UBND ngày 03/02/2021 của UBND tỉnh Thái Bình thực hiện Nghị định số 30/2020/NĐ-CP."
SEARCH = {
    "body": "Thái Bình",
    "place": "vbpl.vn",
    "since": "2020-03-05",
    "until": "2021-06-30",
    "items": 412,
    "on": "2021-07-01",
}


def short(value: Any, items: int = ITEMS) -> Any:  # noqa: ANN401 - JSON
    """A value cut short: of lists within lists, one item; pairs and the like stay whole."""
    match value:
        case dict():
            return {key: short(one, items) for key, one in value.items()}
        case list():
            few = len(value) <= PAIR and not any(isinstance(one, dict | list) for one in value)
            return [short(one, 1) for one in (value if few else value[:items])]
        case str() if len(value) > LETTERS:
            return value[:LETTERS].rsplit(" ", 1)[0] + " …"
        case _:
            return value


def gathered(client: httpx.Client, key: str) -> dict[str, Any]:
    """The requests and answers of every route, by method and path."""
    found: dict[str, Any] = {}
    for path, rest in READS.items():
        address = path.partition("{")[0] + rest
        found[f"GET {path}"] = {"answer": client.get(address).raise_for_status().json()}
    keyed = {"Authorization": f"Bearer {key}"}

    def sent(method: str, path: str, address: str, body: object = None) -> Any:  # noqa: ANN401 - JSON
        got = client.request(method, address, json=body, headers=keyed).raise_for_status().json()
        found[f"{method} {path}"] = {"answer": got} | ({"body": body} if body is not None else {})
        return got

    one = client.get("/api/v1/claims?limit=1").json()["items"][0]["assertion"].rsplit("/", 1)[1]
    sent("GET", "/api/v1/claims/{name}", f"/api/v1/claims/{one}")
    sent("GET", "/api/v1/assertions/{path}", f"/api/v1/assertions/{one}")
    source = client.get("/api/v1/sources?limit=1").json()["items"][0]["sha256"]
    sent("GET", "/api/v1/sources/{sha256}", f"/api/v1/sources/{source}")
    declared = sent("POST", "/api/v1/searches", "/api/v1/searches", SEARCH)
    sent("GET", "/api/v1/searches", "/api/v1/searches")
    sent("GET", "/api/v1/searches/{identity}", f"/api/v1/searches/{declared['id']}")
    sent("DELETE", "/api/v1/searches/{identity}", f"/api/v1/searches/{declared['id']}")
    before = client.get("/readyz").json()["version"]
    given = sent("POST", "/api/v1/verdicts", "/api/v1/verdicts", {"act": "confirm", "claim": one, "why": "đúng câu"})
    sent("GET", "/api/v1/verdicts", "/api/v1/verdicts")
    sent("GET", "/api/v1/verdicts/{identity}", f"/api/v1/verdicts/{given['verdict']['id']}")
    body = {"texts": [{"text": TEXT, "name": "ke-hoach.txt"}]}
    run = sent("POST", "/api/v1/loads", "/api/v1/loads?dry_run=true&wait=60", body)
    kept = sent("POST", "/api/v1/loads/{identity}/keep", f"/api/v1/loads/{run['id']}/keep?wait=60")
    sent("GET", "/api/v1/loads", "/api/v1/loads")
    sent("GET", "/api/v1/loads/{identity}", f"/api/v1/loads/{run['id']}")
    sent("GET", "/api/v1/changes/known", f"/api/v1/changes/known?of=30/2020/NĐ-CP&since={before}")
    sha256 = kept["report"]["loaded"][0]["sha256"]
    sent("DELETE", "/api/v1/sources/{sha256}", f"/api/v1/sources/{sha256}")
    sent("GET", "/api/v1/disputes", "/api/v1/disputes")
    return dict(sorted(found.items()))


def main() -> None:
    """Serve the examples, ask, write."""
    from api import demo, keys
    from api.app import create_app
    from api.settings import Settings
    from tests.api.live import client_of

    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        with contextlib.redirect_stdout(io.StringIO()):
            demo.run(data, port=0, serving=False)
        key = keys.create(data, ("admin",), label="Nguyễn Văn An")[1]
        with client_of(create_app(Settings(data=data, workers=1))) as client:
            for name in ("phahe.ttl.gz", "phahe.nq.gz"):
                client.get(f"/dumps/{name}", follow_redirects=True).raise_for_status()
            found = gathered(client, key)
    TARGET.write_text(json.dumps(short(found), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
