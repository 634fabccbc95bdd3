#!/usr/bin/env bash
# Creates pods that no scheduler takes up, in the namespace "load", for lists of a realistic size: 10,000 in about half a minute.
# Pods that are there already stay.
#
#     load-pods.sh COUNT [--name NAME]
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"

main() {
    local count="${1:-}" exported
    [[ "$count" =~ ^[0-9]+$ ]] || {
        echo "How many pods? For example: load-pods.sh 10000" >&2
        exit 2
    }
    shift
    "$here/packages.sh" test
    exported="$("$here/cluster.sh" env "$@")"
    eval "$exported"
    python3 "$here/load_pods.py" "$count" "$CLUSTER_STATE"
}

main "$@"
