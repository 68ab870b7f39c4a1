from pathlib import Path

import pytest
from obstore.store import MemoryStore

from newsspider.errors import BadArgument, SharedAway
from newsspider.shared.object_store import ObjectStore


class Overwriting(ObjectStore):
    """A look-alike of S3 that takes If-None-Match and ignores it."""

    def create(self, name: str, data: bytes) -> bool:
        self._store.put(name, data)
        return True


def test_objects_are_made_once_read_listed_and_removed(tmp_path: Path) -> None:
    store = ObjectStore.open((tmp_path / "bersama kita").as_uri())
    assert store.create("detik/lease/1", b"satu")
    assert not store.create("detik/lease/1", b"dua")
    assert store.get("detik/lease/1") == b"satu"
    assert store.get("detik/lease/2") is None
    (tmp_path / "file").write_bytes(b"isi")
    store.put_file("tempo/parts/a", tmp_path / "file")
    assert b"".join(store.chunks("tempo/parts/a")) == b"isi"
    assert list(store.chunks("tempo/parts/b")) == []
    assert store.names("detik") == ["detik/lease/1"]
    assert store.folders() == ["detik", "tempo"]
    store.delete(["detik/lease/1", "detik/lease/1"])
    assert store.names("detik") == []


def test_a_store_that_creates_once_passes_and_keeps_nothing(tmp_path: Path) -> None:
    store = ObjectStore.open(tmp_path.as_uri())
    store.refuse_overwriting()
    assert store.names("probe") == []


def test_a_store_that_overwrites_is_refused() -> None:
    store = Overwriting(MemoryStore(), "s3://mirip")
    with pytest.raises(BadArgument, match="ignores create-if-absent") as refused:
        store.refuse_overwriting()
    assert refused.value.exit_code == 78
    assert store.names("probe") == []


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("/mnt/bersama", "write s3://BUCKET"),
        ("https://kabar.example/x", "write s3://BUCKET"),
        ("file://bersama", "three slashes"),
        ("file:///", "three slashes"),
        ("s3://", "SHARED=s3://: "),
    ],
)
def test_an_address_that_is_none_is_refused(url: str, words: str) -> None:
    with pytest.raises(BadArgument, match=words):
        ObjectStore.open(url)


def test_a_place_that_does_not_answer_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("AWS_ALLOW_HTTP", "true")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "a")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "rahasia")
    store = ObjectStore.open("s3://ember/folder")
    with pytest.raises(SharedAway, match="s3://ember/folder does not answer: creating x") as away:
        store.create("x", b"")
    assert away.value.exit_code == 75
    assert "rahasia" not in str(away.value)
