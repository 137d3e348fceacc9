"""The schemas of requests, at public addresses that programs of any site may read."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from comity.casework.rules.schema_files import schema_files


def test_every_schema_is_public_where_the_index_says(client: Client) -> None:
    index = client.get("/schemas/request/index.json")
    assert index["Content-Type"] == "application/json"
    texts = dict(schema_files())
    for one in index.json()["schemas"]:
        answer = client.get(f"/schemas/request/{one['file']}")
        assert answer.status_code == 200
        assert answer["Content-Type"] == "application/schema+json"
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert answer.content.decode() == texts[one["file"]]
        assert json.loads(answer.content)["$schema"].endswith("2020-12/schema")


def test_what_has_not_changed_is_not_sent_again(client: Client) -> None:
    first = client.get("/schemas/request/any/1.json")
    again = client.get("/schemas/request/any/1.json", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("address", ["preservation/99.json", "hearing/1.json", "any/2.json"])
def test_there_is_no_other(client: Client, address: str) -> None:
    assert client.get(f"/schemas/request/{address}").status_code == 404
