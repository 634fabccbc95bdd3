#!/usr/bin/env bash
# Shows the story of one pod from nothing: installs what is missing, builds skubectl, brings up the local cluster unless KUBECONFIG
# already reaches one, tells the story, and takes down what it brought up.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
CLUSTER=demo
PROGRAM=.build/release/skubectl

main() {
    command -v swift >/dev/null || fail "A Swift toolchain is needed, and there is no 'swift' in PATH: see https://www.swift.org/install"
    Tests/Cluster/packages.sh build cluster
    make --no-print-directory build
    if [[ -n "${KUBECONFIG:-}" ]] && "$PROGRAM" get --raw /readyz --request-timeout=5s >/dev/null 2>&1; then
        echo "Using the cluster of KUBECONFIG=$KUBECONFIG."
    else
        trap 'Tests/Cluster/cluster.sh down --name "$CLUSTER"' EXIT
        trap 'exit 130' INT TERM
        KUBECONFIG="$(Tests/Cluster/cluster.sh up --name "$CLUSTER")" || fail "The local cluster did not start, so the story cannot be told."
        export KUBECONFIG
    fi
    Tests/Story/story.sh "$PROGRAM"
}

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

main
