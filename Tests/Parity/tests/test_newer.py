"""The newer server selects, pages and tells as an API server does."""

import json
import tempfile
import unittest
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from parity.newer import NewerServer
from parity.newer_objects import field_filter, label_filter

KINDS = {"v1": {"pods": {"kind": "Pod", "short": ["po"]}, "nodes": {"kind": "Node", "cluster": True}}}


def pod(name: str, **labels: str) -> dict[str, object]:
    metadata = {"name": name, "namespace": "default", "labels": labels}
    return {"apiVersion": "v1", "kind": "Pod", "metadata": metadata, "spec": {}}


class SelectorTests(unittest.TestCase):
    def test_labels(self) -> None:
        item = pod("a", tier="front", app="web")
        for selector in ("", "app=web", "app==web,tier!=back", "tier in (a,front),app", "!gone", "tier notin (back)"):
            self.assertTrue(label_filter(selector)(item), selector)
        for selector in ("app=db", "app!=web", "gone", "!app", "tier in (back)", "app=web,tier=back"):
            self.assertFalse(label_filter(selector)(item), selector)

    def test_fields(self) -> None:
        self.assertTrue(field_filter("metadata.name=a,status.phase!=Failed")(pod("a")))
        self.assertFalse(field_filter("metadata.name=b")(pod("a")))


class ServerTests(unittest.TestCase):
    def setUp(self) -> None:
        folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        (folder / "objects").mkdir()
        (folder / "kinds.json").write_text(json.dumps(KINDS))
        (folder / "objects/pods.json").write_text(json.dumps(pod("b")) + json.dumps([pod("a"), pod("c")]))
        self.side = folder / "one"
        self.side.mkdir()
        self.url = self.enterContext(NewerServer(folder, folder)).url + "/one"

    def ask(self, path: str, accept: str = "application/json") -> dict[str, object]:
        with urlopen(Request(self.url + path, headers={"Accept": accept})) as answer:
            return dict(json.load(answer))

    def test_lists_come_in_pages(self) -> None:
        first = self.ask("/api/v1/namespaces/default/pods?limit=2")
        self.assertEqual([item["metadata"]["name"] for item in first["items"]], ["a", "b"])
        rest = self.ask(f"/api/v1/pods?limit=2&continue={first['metadata']['continue']}")
        self.assertEqual([item["metadata"]["name"] for item in rest["items"]], ["c"])

    def test_what_is_not_there_is_told_as_a_status(self) -> None:
        with self.assertRaises(HTTPError) as raised:
            self.ask("/api/v1/namespaces/default/pods/d")
        with raised.exception as error:
            self.assertEqual((error.code, json.load(error)["message"]), (404, 'pods "d" not found'))

    def test_discovery_is_aggregated(self) -> None:
        told = self.ask("/api", "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList")
        resources = told["items"][0]["versions"][0]["resources"]
        self.assertEqual([resource["scope"] for resource in resources], ["Namespaced", "Cluster"])

    def test_requests_are_noted(self) -> None:
        self.ask("/version")
        self.assertEqual((self.side / "requests").read_text(), "GET /version\n")

    def test_containers_are_added_to_pods_and_noted(self) -> None:
        body = json.dumps({"spec": {"ephemeralContainers": [{"name": "d"}]}}).encode()
        path = "/api/v1/namespaces/default/pods/a/ephemeralcontainers"
        with urlopen(Request(self.url + path, data=body, method="PATCH")) as answer:
            self.assertEqual(json.load(answer)["spec"]["ephemeralContainers"], [{"name": "d"}])
        self.assertTrue((self.side / "bodies").read_text().startswith(f"PATCH {path}\n{{\n"))
        for other, code in ((path.replace("/a/", "/x/"), 404), (path.removesuffix("/ephemeralcontainers"), 405)):
            with self.assertRaises(HTTPError) as raised:
                urlopen(Request(self.url + other, data=body, method="PATCH"))
            with raised.exception as error:
                self.assertEqual(error.code, code)
