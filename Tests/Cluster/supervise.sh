#!/usr/bin/env bash
# Starts all components of one cluster and stays as their parent: when this process ends, however it ends, so do they. It is started
# by cluster.sh, where possible as the first process of PID and mount namespaces of its own, and reports through files in STATE:
# "ready", or "failed" with the reason, and "node-skipped" with the reason why there is no node.
#
#     supervise.sh STATE
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=control-plane.sh
. "$here/control-plane.sh"
# shellcheck source=node.sh
. "$here/node.sh"

declare -A PIDS

main() {
    STATE="$1"
    # shellcheck source=/dev/null
    . "$STATE/settings"
    has_node && try_to_prepare_node
    set -E
    trap 'give_up "A step of the start failed."' ERR
    start_everything
    touch "$STATE/ready"
    # Besides the components, containers whose own parent has gone end up as children here.
    while :; do
        wait -n || true
        sleep 1
    done
}

# In a subshell of its own, because bash looks over failures inside a function whose own failure is looked at.
try_to_prepare_node() {
    local status
    set +e
    (set -e && prepare_node)
    status=$?
    set -e
    [[ "$status" == 0 ]] || skip_node "the mounts, cgroups or bridge of a node could not be made" supervisor
}

start_everything() {
    start_etcd
    has_node && start_containerd
    need 20 etcd etcd_answers
    start_apiserver
    has_node && bring_up_containerd
    # The kubelet looks for Docker for its first five seconds, so it starts before there is an API server to answer it.
    has_node && start_kubelet
    need 60 kube-apiserver api_is_ready
    start_controller_manager
    [[ -n "${SUITE:-}" ]] || start_scheduler
    need 40 kube-controller-manager default_namespace_is_ready
    has_node && { wait_for 40 kubelet node_is_ready || skip_node "the kubelet did not report a ready node" kubelet; }
    return 0
}

bring_up_containerd() {
    wait_for 20 containerd containerd_answers || skip_node "containerd did not start" containerd
    has_node || return 0
    import_images || skip_node "containerd could not import the images" images
}

has_node() { [[ ! -e "$STATE/node-skipped" ]]; }

# skip_node REASON LOG: goes on without a node.
skip_node() {
    local component
    echo "$1 ($(tail -n 1 "$STATE/logs/$2.log"))" >"$STATE/node-skipped"
    for component in kubelet containerd; do
        [[ -z "${PIDS[$component]:-}" ]] || kill -KILL "${PIDS[$component]}" 2>/dev/null || true
    done
}

# start COMPONENT COMMAND...
start() {
    local component="$1"
    shift
    setpriv --pdeathsig KILL "$@" </dev/null >>"$STATE/logs/$component.log" 2>&1 &
    PIDS[$component]=$!
}

# wait_for SECONDS COMPONENT CONDITION: false when the time is over or the component has ended.
wait_for() {
    local deadline=$((SECONDS + $1)) component="$2" condition="$3"
    until "$condition"; do
        kill -0 "${PIDS[$component]}" 2>/dev/null || return 1
        ((SECONDS < deadline)) || return 1
        sleep 0.1
    done
}

# need SECONDS COMPONENT CONDITION: the cluster is of no use without it.
need() {
    wait_for "$@" || give_up "$2 did not get ready within $1 seconds." "$2"
}

give_up() {
    printf '%s\n' "$1" "${2:-supervisor}" >"$STATE/failed"
    exit 1
}

main "$@"
