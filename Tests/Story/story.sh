#!/usr/bin/env bash
# Tells the story of one pod with skubectl, on the cluster of KUBECONFIG: shows each command and what it answers, checks that the
# answer is the story's, and removes what it created.
#
#     story.sh [PROGRAM]        PROGRAM is the skubectl to use; the one that was built here unless given
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
PROGRAM="$(realpath "${1:-$here/../../.build/release/skubectl}")"
PATIENCE=120 # seconds until a pod must be where it is going

main() {
    cd "$here"
    need_a_node
    trap clean_up EXIT
    trap 'exit 130' INT TERM
    pod_with_two_containers
    restart_policies
    phases
    shared_volume
    heading "The story is told."
}

pod_with_two_containers() {
    heading "A pod with two containers that share a network"
    show create -f pod.yaml
    expect 'pod/auto-pod created'
    await auto-pod '2/2 *Running'
    show get pod/auto-pod -o wide
    expect 'auto-pod +2/2 +Running +0 '
    await_log auto-pod auto-client 'server-resp::::serve:8082'
    show describe pod/auto-pod
    expect 'Container image "auto-client" already present on machine'
    expect 'QoS Class: +Burstable'
    show logs auto-pod -c auto-client
    expect '^server-resp::::serve:8082$'
    show logs auto-pod -c auto-serve
    expect '/serve'
    show delete -f pod.yaml
    expect 'pod "auto-pod" deleted from [a-z0-9-]+ namespace'
}

restart_policies() {
    heading "Restart policies: a container that exits 0, and one that exits 1, under each"
    show create -f restart-policies.yaml
    await always-zero CrashLoopBackOff
    await always-one CrashLoopBackOff
    await onfailure-zero Completed
    await onfailure-one CrashLoopBackOff
    await never-zero Completed
    await never-one Error
    show get pods always-zero always-one onfailure-zero onfailure-one never-zero never-one
    expect '^never-one +0/1 +Error +0 '
    show describe pod/onfailure-one
    expect 'Back-off restarting failed container'
    show logs onfailure-one --previous
    expect 'on failure, one'
    show delete -f restart-policies.yaml --now
}

phases() {
    heading "Pods that stay pending"
    show create -f pending.yaml
    await unschedulable Pending
    await image-missing ErrImageNeverPull
    show get -f pending.yaml
    expect '^image-missing +0/1 +ErrImageNeverPull +0 '
    show describe pod/unschedulable
    expect 'FailedScheduling'
    show describe pod/image-missing
    expect 'ErrImageNeverPull'
    show delete -f pending.yaml --now
}

shared_volume() {
    heading "A volume that both containers see"
    show create -f shared-volume.yaml
    await shared-volume '2/2 *Running'
    await_log shared-volume reader 'from the writer'
    show logs shared-volume -c reader
    expect '^from the writer$'
    show delete -f shared-volume.yaml --now
}

heading() { printf '\n# %s\n' "$*"; }

# show ARGUMENT...: runs skubectl as a user would, and keeps its answer for expect.
show() {
    printf '\n$ skubectl %s\n' "$*"
    ANSWER="$("$PROGRAM" "$@" 2>&1)" || {
        printf '%s\n' "$ANSWER"
        fail "That command failed, and in the story it does not."
    }
    [[ -z "$ANSWER" ]] || printf '%s\n' "$ANSWER"
}

# expect PATTERN: the last answer has a line of this extended regular expression.
expect() { grep -qE -- "$1" <<<"$ANSWER" || fail "The story's answer has a line like: $1"; }

# await POD PATTERN: polls until the pod's line in the table is like that.
await() {
    local line="" deadline=$((SECONDS + PATIENCE))
    until grep -qE -- "$2" <<<"$line"; do
        ((SECONDS < deadline)) || fail "After $PATIENCE seconds the pod $1 is not '$2' but: $line"
        sleep 0.5
        line="$("$PROGRAM" get pod "$1" --no-headers 2>&1)" || true
    done
}

# await_log POD CONTAINER TEXT
await_log() {
    local deadline=$((SECONDS + PATIENCE))
    until "$PROGRAM" logs "$1" -c "$2" 2>&1 | grep -F -- "$3" >/dev/null; do
        ((SECONDS < deadline)) || fail "After $PATIENCE seconds the container $2 has not said: $3"
        sleep 0.5
    done
}

need_a_node() {
    [[ -x "$PROGRAM" ]] || fail "There is no program $PROGRAM: run make first."
    local nodes
    nodes="$("$PROGRAM" get nodes --no-headers 2>&1)" || fail "The cluster does not answer: $nodes"
    grep -qE ' Ready ' <<<"$nodes" || fail "The story needs a node, and this cluster has none that is ready."
}

clean_up() {
    local status=$?
    "$PROGRAM" delete --ignore-not-found --now --wait=false \
        -f pod.yaml -f restart-policies.yaml -f pending.yaml -f shared-volume.yaml >/dev/null 2>&1 || true
    exit "$status"
}

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

main
