#!/usr/bin/env bash
# Unpacks nginx, which serves the bench's OpenAPI documents of version 3, into the cache and prints its path. It is not installed:
# installed, it would become a service of the machine.
set -euo pipefail

cluster="$(cd "$(dirname "${BASH_SOURCE[0]}")/../Cluster" && pwd)"
# shellcheck source-path=SCRIPTDIR/../Cluster source=cache.sh
. "$cluster/cache.sh"
# shellcheck source-path=SCRIPTDIR/../Cluster source=private-apt.sh
. "$cluster/private-apt.sh"

KEY=nginx-bookworm
LOG="$CACHE/$KEY.log"

fetch() {
    local result="$1"
    : >"$LOG"
    say "Fetching nginx from Debian, once."
    logged "$LOG" make_private_apt "$PWD/apt" bookworm deb
    logged "$LOG" unpack_packages "$PWD/apt" "$result" nginx
    logged "$LOG" "$result/usr/sbin/nginx" -V
}

fill_cache "$KEY" fetch
printf '%s\n' "$CACHE/$KEY/usr/sbin/nginx"
