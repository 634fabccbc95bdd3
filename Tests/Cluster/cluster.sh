#!/usr/bin/env bash
# A real one-node Kubernetes 1.20.2 on this machine alone, for tests. Several can run side by side.
#
#     cluster.sh up [--name NAME] [--no-node] [--audit]    starts it if it is not up; prints the path of its kubeconfig
#     cluster.sh up --suite FOLDER [--name NAME]           the same, as upstream's own tests in FOLDER expect it (fetch-suite.sh)
#     cluster.sh down [--name NAME]                        ends it and removes everything that it left
#     cluster.sh status [--name NAME]                      says in a line how it is; fails when it is not healthy
#     cluster.sh env [--name NAME]                         prints the line that exports KUBECONFIG and CLUSTER_STATE
#     cluster.sh logs [--name NAME] [COMPONENT]            prints the end of the components' logs
#
# NAME is "default" unless given. All state is in one folder, STATE: admin.kubeconfig, kubeconfigs/ for every way to sign in,
# logs/, audit.log (with --audit: one line for each request), and node-skipped, which is there when there is only a control plane
# (--no-node, or a machine that cannot run a kubelet) and says why. With --suite there is no node and no scheduler, everybody may do
# everything, and the tokens are those of the tests.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
for part in cache cluster-state certificates kubeconfigs control-plane node; do
    # shellcheck source=/dev/null
    . "$here/$part.sh"
done

main() {
    local verb="${1:-}" name=default
    AUDIT=no NO_NODE=no SUITE='' COMPONENT='*'
    [[ $# == 0 ]] || shift
    while [[ $# -gt 0 ]]; do
        case "$1" in
        --name) name="${2:?--name needs a name}" && shift ;;
        --name=*) name="${1#*=}" ;;
        --no-node) NO_NODE=yes ;;
        --audit) AUDIT=yes ;;
        --suite)
            # shellcheck disable=SC2034 # it goes into the cluster's settings
            SUITE="$(realpath -e "${2:?--suite needs a folder}")"
            NO_NODE=yes
            shift
            ;;
        -*) usage ;;
        *) COMPONENT="$1" ;;
        esac
        shift
    done
    use_cluster "$name"
    case "$verb" in
    up | down)
        lock_cluster
        "$verb"
        ;;
    status | logs) "$verb" ;;
    env) print_env ;;
    *) usage ;;
    esac
}

usage() {
    sed -n '/^#     /s/^# *//p' "${BASH_SOURCE[0]}" >&2
    exit 2
}

up() {
    if is_healthy; then
        say "The cluster '$NAME' is already up."
        [[ "$AUDIT" == no || -e "$STATE/audit.log" ]] || fail "It was started without --audit; take it down first."
    else
        fetch_parts
        remove_cluster
        trap 'remove_cluster' EXIT
        trap 'exit 130' INT TERM HUP
        start_cluster
        trap - EXIT
    fi
    [[ ! -e "$STATE/node-skipped" ]] || say "It has no node: $(cat "$STATE/node-skipped")."
    printf '%s\n' "$STATE/admin.kubeconfig"
}

# shellcheck disable=SC2034 # they go into the cluster's settings
fetch_parts() {
    "$here/packages.sh" cluster
    KUBERNETES="$("$here/build-kubernetes.sh")"
    TOOLS="$("$here/fetch-tools.sh")"
    IMAGES="$("$here/build-images.sh")"
}

start_cluster() {
    local obstacle start="$SECONDS"
    mkdir -p "$STATE"/{logs,components}
    chmod 700 "$STATE"
    take_slot
    # shellcheck source=/dev/null
    . "$STATE/settings"
    obstacle="$(node_obstacle)"
    [[ "$NO_NODE" == no ]] || obstacle="none was wanted"
    [[ -z "$obstacle" ]] || echo "$obstacle" >"$STATE/node-skipped"
    say "Starting the cluster '$NAME'."
    make_certificates || fail "openssl could not make the certificates: $(tail -n 1 "$STATE/logs/certificates.log")"
    make_kubeconfigs
    launch_supervisor
    await_supervisor
    say "The cluster '$NAME' is up after $((SECONDS - start)) seconds."
}

launch_supervisor() {
    local command=("$here/supervise.sh" "$STATE")
    ! namespaces_work || command=(unshare --mount --pid --fork --kill-child --mount-proc "${command[@]}")
    setsid "${command[@]}" </dev/null >"$STATE/logs/supervisor.log" 2>&1 9>&- &
    echo $! >"$STATE/supervisor.pid"
    # The shell that forked becomes the command only a moment later.
    for _ in {1..100}; do
        supervisor >/dev/null && return
        sleep 0.02
    done
}

await_supervisor() {
    until [[ -e "$STATE/ready" ]]; do
        if [[ -e "$STATE/failed" ]]; then
            report_failure "$(sed -n 1p "$STATE/failed")" "$(sed -n 2p "$STATE/failed")"
        fi
        supervisor >/dev/null || report_failure "Its supervisor ended." supervisor
        sleep 0.1
    done
}

# report_failure REASON COMPONENT
report_failure() {
    say "The cluster '$NAME' did not start: $1" "The last lines of the log of $2:"
    tail -n 20 "$STATE/logs/$2.log" >&2 || true
    exit 1
}

is_healthy() {
    [[ -e "$STATE/ready" ]] && supervisor >/dev/null || return 1
    # shellcheck source=/dev/null
    . "$STATE/settings"
    api_is_ready 2>/dev/null && { [[ -e "$STATE/node-skipped" ]] || node_is_ready; }
}

down() {
    if [[ -d "$STATE" ]]; then
        remove_cluster
        say "The cluster '$NAME' is down."
    else
        say "There is no cluster '$NAME'."
    fi
}

# Ends whatever is left of a cluster, in whichever state it is. It runs in a subshell, because it takes on the old settings.
remove_cluster() (
    [[ -d "$STATE" ]] || exit 0
    stop_supervisor
    if [[ -e "$STATE/settings" ]]; then
        # shellcheck source=/dev/null
        . "$STATE/settings"
        [[ "$(id -u)" != 0 ]] || clean_up_node
    fi
    rm -rf "$STATE"
)

status() {
    if is_healthy; then
        echo "The cluster '$NAME' is up: $STATE/admin.kubeconfig"
        [[ ! -e "$STATE/node-skipped" ]] || echo "It has no node: $(cat "$STATE/node-skipped")."
    elif [[ -d "$STATE" ]]; then
        fail "The cluster '$NAME' is not healthy."
    else
        fail "There is no cluster '$NAME'."
    fi
}

print_env() {
    status >/dev/null
    printf 'export KUBECONFIG=%q CLUSTER_STATE=%q\n' "$STATE/admin.kubeconfig" "$STATE"
}

logs() {
    [[ -d "$STATE" ]] || fail "There is no cluster '$NAME'."
    # shellcheck disable=SC2086 # the component may be a pattern
    tail -n 20 "$STATE/logs/"$COMPONENT.log
}

main "$@"
