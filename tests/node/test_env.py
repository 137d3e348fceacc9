"""Nonsense in the environment is a clear sentence at the door."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from comity.config.env import read
from comity.config.env_problem import EnvironmentProblem


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"COMITY_PROT": "8000"}, "COMITY_PROT is not a setting of Comity. Known: COMITY_ALLOWED_HOSTS"),
        ({"COMITY_PORT": "eighty"}, "COMITY_PORT is “eighty”. Give a port number from 1 to 65535."),
        ({"COMITY_PORT": "70000"}, "COMITY_PORT is “70000”"),
        ({"COMITY_PORT": "-1"}, "COMITY_PORT is “-1”"),
        ({"COMITY_PORT": "٨٠"}, "COMITY_PORT is “٨٠”"),
        ({"COMITY_HTTPS": "true"}, "COMITY_HTTPS is “true”. Say yes or no."),
        ({"COMITY_COUNTRY": "Georgia"}, "COMITY_COUNTRY"),
        ({"COMITY_COUNTRY": "XX"}, "COMITY_COUNTRY"),
        ({"COMITY_PREFIX": "G"}, "two to eight letters"),
        ({"COMITY_PREFIX": "GE/1"}, "two to eight letters"),
        ({"COMITY_API_CHANGES": "0"}, "from 1 to 1000000"),
        ({"COMITY_API_CHANGES": "9" * 5000}, "from 1 to 1000000"),
        ({"COMITY_PACKS": "/no/such/folder"}, "/no/such/folder, which is not a folder"),
        ({"DATABASE_URL": "mysql://root@localhost/comity"}, "DATABASE_URL does not name a PostgreSQL database"),
        ({"DATABASE_URL": "postgresql://host:port/name"}, "DATABASE_URL"),
        ({"COMITY_HOST": "0.0.0.0", "COMITY_DEMONSTRATION": "yes"}, "COMITY_DEMONSTRATION is yes on a node that other"),
        ({"COMITY_HTTPS": "yes", "COMITY_DEMONSTRATION": "yes"}, "COMITY_DEMONSTRATION is yes on a node that other"),
        (
            {"COMITY_ALLOWED_HOSTS": "desk.example.org", "COMITY_DEMONSTRATION": "yes"},
            "COMITY_DEMONSTRATION is yes on a node that other",
        ),
    ],
)
def test_nonsense_is_refused_in_words(variables: dict[str, str], said: str) -> None:
    with pytest.raises(EnvironmentProblem) as problem:
        read(variables)
    assert said in str(problem.value)


def test_without_any_variable_it_is_a_demonstration_for_this_machine() -> None:
    env = read({})
    assert (env.host, env.port, env.demonstration, env.only_here) == ("127.0.0.1", 8000, True, True)


@pytest.mark.parametrize(
    "variables",
    [
        {"COMITY_HOST": "0.0.0.0"},
        {"COMITY_HOST": "::"},
        {"COMITY_ALLOWED_HOSTS": "desk.example.org"},
        {"COMITY_HTTPS": "yes"},
    ],
)
def test_a_node_that_others_reach_is_no_demonstration(variables: dict[str, str]) -> None:
    env = read(variables)
    assert not env.only_here
    assert not env.demonstration


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_every_name_of_this_machine_is_here(host: str) -> None:
    assert read({"COMITY_HOST": host}).only_here


def test_a_secret_is_made_once_for_the_nodes_user_alone(tmp_path: Path) -> None:
    env = read({"COMITY_HOME": str(tmp_path / "home")})
    secret = env.secret("session_key")
    assert len(secret) > 80
    assert env.secret("session_key") == secret
    folder = tmp_path / "home" / "secrets"
    assert [path.name for path in folder.iterdir()] == ["session_key"]
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "session_key").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("variables", "found"),
    [
        ({}, ("test", "B-LTA", False)),
        ({"COMITY_DEMONSTRATION": "no"}, ("none", "B-B", False)),
        ({"COMITY_TIMESTAMPS": "https://stamps.example.org/tsa"}, ("https://stamps.example.org/tsa", "B-LTA", False)),
        ({"COMITY_TIMESTAMPS": "http://127.0.0.1:8080/"}, ("http://127.0.0.1:8080/", "B-LTA", False)),
        ({"COMITY_SIGNATURE_LEVEL": "B-T", "COMITY_STAMP": "yes"}, ("test", "B-T", True)),
    ],
)
def test_signatures_are_as_good_as_the_node_s_time_stamps(
    variables: dict[str, str], found: tuple[str, str, bool]
) -> None:
    env = read(variables)
    assert (env.timestamps, env.signature_level, env.stamp) == found


def test_whom_a_node_asks_about_revocation() -> None:
    assert (read({}).revocation, read({}).revocation_inside) == ("files", frozenset())
    env = read({"COMITY_REVOCATION": "ask", "COMITY_REVOCATION_INSIDE": "OCSP.gov.example, [::1],"})
    assert (env.revocation, env.revocation_inside) == ("ask", {"ocsp.gov.example", "::1"})


@pytest.mark.parametrize(
    ("variables", "says"),
    [
        ({"COMITY_TIMESTAMPS": "http://stamps.example.org/"}, "begins with https://"),
        ({"COMITY_TIMESTAMPS": "https://user:word@stamps.example.org/"}, "without a user name"),
        ({"COMITY_TIMESTAMPS": "https://[stamps"}, "begins with https://"),
        ({"COMITY_SIGNATURE_LEVEL": "gold"}, "Say B-B, B-T or B-LTA"),
        ({"COMITY_SIGNATURE_LEVEL": "B-T", "COMITY_TIMESTAMPS": "none"}, "needs time-stamps"),
        ({"COMITY_WITHOUT_TIMESTAMPS": "perhaps"}, "Say yes or no"),
        ({"COMITY_REVOCATION": "yes"}, "COMITY_REVOCATION is “yes”. Say files, or ask"),
        ({"COMITY_REVOCATION_INSIDE": "ocsp.example.org"}, "set COMITY_REVOCATION=ask"),
        ({"COMITY_REVOCATION": "ask", "COMITY_REVOCATION_INSIDE": "http://ocsp/"}, "not the name of a host"),
    ],
)
def test_settings_of_signatures_that_cannot_be(variables: dict[str, str], says: str) -> None:
    with pytest.raises(EnvironmentProblem, match=says):
        read(variables)
