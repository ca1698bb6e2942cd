"""The cluster: three workers on this machine give what the pool gives, also when one of them is killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

import faulty_work
import pytest
from commands import ROOT, digests, finish, start, wait_for
from varied_pages import varied

from extract.engines.cluster import Cluster
from extract.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytest.importorskip("distributed")


class Running(NamedTuple):
    """A cluster, and the processes of its workers."""

    address: str
    workers: list[int]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Running]:
    path = os.pathsep.join(map(str, (ROOT, ROOT / "tests")))
    command = [sys.executable, str(ROOT / "tests" / "cluster_process.py"), "3"]
    with subprocess.Popen(  # noqa: S603 - our own
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": path}
    ) as process:
        assert process.stdout is not None
        address, *workers = process.stdout.readline().split()
        yield Running(address, [int(pid) for pid in workers])
        process.communicate()


def test_every_order_is_done_once_and_bad_items_cost_themselves(cluster: Running) -> None:
    orders = [(f"trang {number}", "crash" if number == 7 else "tin") for number in range(30)]
    with Cluster(cluster.address, 5) as engine:
        told = list(engine.results(faulty_work.prepare, orders))
        with pytest.raises(ValueError, match="học bổng"):
            list(engine.results(faulty_work.prepare, [("fail",)]))
    bad = [["trang 7: read", "crash: crash"]]
    assert sorted(told) == sorted([[f"trang {number}: read", "tin: read"] for number in range(30) if number != 7] + bad)


def test_a_run_gives_the_same_bytes_though_a_worker_is_killed(cluster: Running, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for archive in range(6):
        with (pages / f"tin-{archive}.jsonl").open("w", encoding="utf-8") as lines:
            for number in range(3):
                page = {"url": f"tin/{archive}-{number}", "html": varied(number, ".html") + " " * 400_000}
                print(json.dumps(page, ensure_ascii=False), file=lines)
    finish(pages, tmp_path / "local", "--workers", "1")
    out = tmp_path / "out"
    process = start(pages, out, "--engine", "dask", "--scheduler", cluster.address)
    wait_for(process, out, "reading")
    os.kill(cluster.workers[0], signal.SIGKILL)
    _, told = process.communicate()
    assert process.returncode == 0, told
    assert digests(out) == digests(tmp_path / "local")


def test_no_cluster_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.engines.cluster._PATIENCE", 0.5)
    with pytest.raises(EngineError, match="no scheduler with workers at tcp://127"):
        Cluster("tcp://127.0.0.1:9")
