"""Sessions of the pages: how one begins and ends, what its cookie is like, and that no form works without its token."""

import re

import pytest

from api import keys
from api.app import create_app
from api.routes.session import local
from api.sessions import Sessions
from api.settings import Settings
from tests.api.live import client_of

BROWSER = {"Accept": "text/html,application/xhtml+xml"}
FIELD = re.compile(r'name="csrf" value="([^"]+)"')


@pytest.fixture
def home(tmp_path):
    path = tmp_path / "data"
    path.mkdir()
    return path


@pytest.fixture
def browser(home):
    with client_of(create_app(Settings(data=home, workers=1)), headers=BROWSER) as client:
        yield client


def token(response):
    return FIELD.search(response.text)[1]


def sign_in(browser, key, onward="/sources", **more):
    form = {"csrf": token(browser.get("/session")), "key": key, "next": onward} | more
    return browser.post("/session", data=form)


def test_a_key_opens_a_session_and_the_way_out_ends_it(browser, home):
    _, key = keys.create(home, ("load", "review"), label="Nguyễn Văn An")
    response = sign_in(browser, key)
    assert (response.status_code, response.headers["location"]) == (303, "/sources")
    cookie = response.headers["set-cookie"].lower()
    assert all(part in cookie for part in ("httponly", "samesite=strict", "path=/", "max-age=43200"))
    assert key not in cookie
    shown = browser.get("/session")
    assert "Nguyễn Văn An" in shown.text
    assert key not in shown.text
    assert "Nguyễn Văn An" in browser.get("/about").text
    assert browser.get("/api/v1/loads").status_code == 200
    assert browser.post("/session/end", data={"csrf": token(shown)}).status_code == 303
    assert browser.get("/api/v1/loads").status_code == 401


def test_over_https_the_cookie_is_held_to_https_and_to_this_host(browser, home):
    _, key = keys.create(home, ("load",))
    secure = {"X-Forwarded-Proto": "https"}
    form = browser.get("/session", headers=secure)
    visit = form.headers["set-cookie"]
    assert visit.startswith("__Host-phahe_visit=")
    assert "Secure" in visit
    cookie = {"Cookie": visit.partition(";")[0]} | secure
    begun = browser.post("/session", data={"csrf": token(form), "key": key}, headers=cookie)
    assert begun.status_code == 303
    assert begun.headers["set-cookie"].startswith("__Host-phahe_session=")
    assert "Secure" in begun.headers["set-cookie"]


@pytest.mark.parametrize("wrong", ["phahe_wrong", "", " ", "Khóa", "x" * 5000])
def test_a_wrong_key_opens_nothing(browser, wrong):
    response = sign_in(browser, wrong)
    assert response.status_code == 403
    assert 'role="alert"' in response.text
    assert "phahe_session" not in response.headers.get("set-cookie", "")


@pytest.mark.parametrize("given", [{"csrf": "x"}, {"csrf": ""}, {}, {"csrf": "ế"}])
def test_signing_in_needs_the_form_of_this_site(browser, home, given):
    _, key = keys.create(home, ("load",))
    browser.get("/session")
    response = browser.post("/session", data={"key": key} | given, headers={"Accept": "application/json"})
    assert (response.status_code, response.json()["type"]) == (403, "/problems/form")


@pytest.mark.parametrize("how", ["no token", "wrong token", "field", "header"])
def test_a_session_changes_nothing_without_its_token(browser, home, how):
    _, key = keys.create(home, ("load",))
    sign_in(browser, key)
    right = token(browser.get("/session"))
    data = {"text": "Kết luận số 49-KL/TW", "csrf": {"field": right, "wrong token": right[::-1]}.get(how, "")}
    headers = {"Accept": "application/json"} | ({"X-CSRF-Token": right} if how == "header" else {})
    response = browser.post("/api/v1/loads", data=data, headers=headers)
    assert response.status_code == (202 if how in ("field", "header") else 403), response.text


def test_a_session_opens_what_its_key_opens(browser, home):
    _, key = keys.create(home, ("review",))
    sign_in(browser, key)
    assert browser.get("/api/v1/loads").status_code == 403


def test_a_session_ends_when_its_key_is_revoked(browser, home):
    made, key = keys.create(home, ("load",))
    sign_in(browser, key)
    assert browser.get("/api/v1/loads").status_code == 200
    keys.revoke(home, made.id)
    assert browser.get("/api/v1/loads").status_code == 401


def test_a_session_ends_by_itself(home):
    made, _ = keys.create(home, ("load",))
    now = [1000.0]
    kept = Sessions(home, 60, clock=lambda: now[0])
    session, text = kept.begin(made)
    assert kept.find(text) == session
    now[0] += 60
    assert kept.find(text) is None


def test_signing_in_again_ends_the_session_before(browser, home):
    _, key = keys.create(home, ("load",))
    sign_in(browser, key)
    first = browser.cookies["phahe_session"]
    browser.cookies.delete("phahe_session")
    sign_in(browser, key)
    assert browser.cookies["phahe_session"] != first


def test_a_page_that_needs_a_key_shows_the_form_and_leads_back(browser):
    response = browser.get("/api/v1/loads?x=1")
    assert response.status_code == 401
    assert 'name="next" value="/api/v1/loads?x=1"' in response.text
    assert response.headers["www-authenticate"] == "Bearer"
    assert response.headers["cache-control"] == "no-store"


def test_a_page_of_a_session_is_kept_by_no_shared_cache(browser, home):
    assert browser.get("/about").headers["cache-control"] == "no-cache"
    sign_in(browser, keys.create(home, ("load",))[1])
    assert browser.get("/about").headers["cache-control"] == "private, no-cache"
    assert "Cookie" in browser.get("/about").headers["vary"]


@pytest.mark.parametrize(
    ("address", "onward"),
    [
        ("/sources?x=1", "/sources?x=1"),
        ("//evil.example/", "/session"),
        ("/\\evil.example/", "/session"),
        ("https://evil.example/", "/session"),
        ("javascript:alert(1)", "/session"),
        ("/x\r\nSet-Cookie: a=b", "/session"),
        ("", "/session"),
    ],
)
def test_a_session_leads_on_only_within_the_site(address, onward):
    assert local(address) == onward
