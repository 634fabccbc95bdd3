#!/usr/bin/env bash
# Unpacks what a cluster needs besides Kubernetes (etcd, containerd, runc, the CNI plugins, busybox) into the cache and prints the
# folder. The packages are unpacked rather than installed: installed, etcd and containerd would become services of the machine.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=cache.sh
. "$here/cache.sh"
# shellcheck source=private-apt.sh
. "$here/private-apt.sh"

KEY=cluster-tools-bookworm
LOG="$CACHE/$KEY.log"

fetch() {
    local result="$1"
    : >"$LOG"
    say "Fetching etcd, containerd, runc, the CNI plugins and busybox from Debian, once."
    logged "$LOG" make_private_apt "$PWD/apt" bookworm deb
    logged "$LOG" unpack_packages "$PWD/apt" "$result" etcd-server containerd runc containernetworking-plugins busybox-static
    logged "$LOG" "$result/usr/sbin/runc" --version
}

fill_cache "$KEY" fetch
printf '%s\n' "$CACHE/$KEY"
