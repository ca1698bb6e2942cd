"""A cluster of some workers on this machine, until standard input ends: tells its address, then their processes."""

from __future__ import annotations

import sys

if __name__ == "__main__":
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=int(sys.argv[1]), threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
    ) as cluster:
        pids = (str(nanny.pid) for nanny in cluster.workers.values())
        print(cluster.scheduler_address, *pids, flush=True)
        sys.stdin.read()
