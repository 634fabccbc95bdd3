#!/usr/bin/env bash
# Unpacks the reference client, kubectl 1.36 as Debian builds it, into the cache and prints its path. It is not installed, and a
# kubectl that the machine already has is never used.
set -euo pipefail

cluster="$(cd "$(dirname "${BASH_SOURCE[0]}")/../Cluster" && pwd)"
# shellcheck source-path=SCRIPTDIR/../Cluster source=cache.sh
. "$cluster/cache.sh"
# shellcheck source-path=SCRIPTDIR/../Cluster source=private-apt.sh
. "$cluster/private-apt.sh"

SERIES=1.36
KEY="kubectl-$SERIES"
LOG="$CACHE/$KEY.log"

fetch() {
    local result="$1" suite
    : >"$LOG"
    say "Fetching the reference kubectl $SERIES from Debian, once."
    for suite in forky sid; do
        rm -rf "$suite"
        logged "$LOG" make_private_apt "$PWD/$suite" "$suite" deb
        private_apt_version "$PWD/$suite" kubectl | grep -q "^$SERIES\." || continue
        logged "$LOG" unpack_packages "$PWD/$suite" "$suite/root" kubectl
        install -m 755 "$suite/root/usr/bin/kubectl" "$result/kubectl"
        logged "$LOG" "$result/kubectl" version --client
        return
    done
    fail "Neither Debian forky nor sid has kubectl $SERIES any more."
}

fill_cache "$KEY" fetch
printf '%s\n' "$CACHE/$KEY/kubectl"
