#!/usr/bin/env bash
# Unpacks upstream's own tests of kubectl commands, from Debian's source package of Kubernetes 1.20.2, into the cache and prints the
# folder: test/cmd, and what its scripts source and read. Tests/Upstream runs them.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=cache.sh
. "$here/cache.sh"
# shellcheck source=private-apt.sh
. "$here/private-apt.sh"

KEY=command-suite-1.20.2
LOG="$CACHE/$KEY.log"
PARTS=(test/cmd test/fixtures test/e2e/testing-manifests hack/lib hack/testdata third_party/forked/shell2junit)

fetch() {
    local result="$1" archives
    : >"$LOG"
    say "Fetching the tests of kubectl from Debian's source package of Kubernetes, once."
    logged "$LOG" make_private_apt "$PWD/apt" bookworm deb-src
    logged "$LOG" private_apt "$PWD/apt" source --download-only kubernetes
    archives=(kubernetes_*1.20.2.orig.tar.gz)
    [[ -e "${archives[0]}" ]] || fail "Debian bookworm's source package of Kubernetes is not 1.20.2."
    logged "$LOG" tar --extract --file "${archives[0]}" --directory "$result" --strip-components 1 --wildcards "${PARTS[@]/#/\*/}"
    [[ -e "$result/test/cmd/legacy-script.sh" ]] || fail "The source package has no tests of kubectl."
}

fill_cache "$KEY" fetch
printf '%s\n' "$CACHE/$KEY"
