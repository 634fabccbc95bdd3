#!/usr/bin/env bash
# Checks the cluster scripts themselves: two clusters side by side run the story's pod, every kubeconfig signs in or fails as it
# should, and nothing is left on the machine afterwards.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=cache.sh
. "$here/cache.sh"

PASSED=0 FAILED=0
SCRATCH="$(mktemp -d)"
FIRST="check-$$-a" SECOND="check-$$-b"

main() {
    trap clean_up EXIT
    KUBECTL="$("$here/../Reference/fetch-kubectl.sh")"
    unset KUBECONFIG
    traces >"$SCRATCH/before"
    expect "two clusters start side by side" both up
    expect "a cluster that is up stays as it is" starts_at_once
    if [[ -e "$CACHE/clusters/$FIRST/node-skipped" ]]; then
        echo "skipped: pods, because $(cat "$CACHE/clusters/$FIRST/node-skipped")"
    else
        check_pods
    fi
    check_kubeconfigs
    expect "an audit log counts requests" audit_log_counts
    mapfile -t MARKS < <(sed -n 's/^MARK=//p' "$CACHE/clusters/$FIRST/settings" "$CACHE/clusters/$SECOND/settings")
    expect "the first cluster goes down" cluster down "$FIRST"
    expect "the second one does not mind" cluster status "$SECOND"
    expect "the second cluster goes down" cluster down "$SECOND"
    expect "a control plane comes up without a node" cluster up "$FIRST" --no-node
    expect "what a killed cluster leaves is cleaned up" survives_a_kill
    expect "it goes down" cluster down "$FIRST"
    expect "nothing is left on the machine" eventually 10 nothing_is_left
    echo "$PASSED passed, $FAILED failed"
    [[ "$FAILED" == 0 ]]
}

clean_up() {
    both down >/dev/null 2>&1 || true
    rm -rf "$SCRATCH"
}

# expect SENTENCE COMMAND...
expect() {
    local sentence="$1"
    shift
    if "$@" >"$SCRATCH/output" 2>&1; then
        PASSED=$((PASSED + 1))
        echo "passed: $sentence"
    else
        FAILED=$((FAILED + 1))
        echo "FAILED: $sentence"
        sed 's/^/    /' "$SCRATCH/output"
    fi
}

# eventually SECONDS COMMAND...
eventually() {
    local deadline=$((SECONDS + $1))
    shift
    until "$@"; do
        ((SECONDS < deadline)) || return 1
        sleep 0.2
    done
}

cluster() {
    local verb="$1" name="$2"
    shift 2
    "$here/cluster.sh" "$verb" --name "$name" "$@"
}

both() {
    local other options=()
    [[ "$1" != up ]] || options=(--audit)
    cluster "$1" "$FIRST" "${options[@]}" &
    other=$!
    cluster "$1" "$SECOND" && wait "$other"
}

starts_at_once() {
    local start="$SECONDS"
    cluster up "$SECOND" 2>&1 | grep "already up" && ((SECONDS - start <= 3))
}

# kubectl CLUSTER KUBECONFIG ARGUMENT...
kubectl() {
    local state="$CACHE/clusters/$1" kubeconfig="$2"
    shift 2
    "$KUBECTL" --kubeconfig "$state/$kubeconfig.kubeconfig" --cache-dir "$SCRATCH/discovery" "$@"
}

check_pods() {
    local name
    for name in "$FIRST" "$SECOND"; do
        expect "$name: the pod is created" kubectl "$name" admin create -f "$here/auto-pod.yaml"
    done
    for name in "$FIRST" "$SECOND"; do
        expect "$name: both containers get ready" kubectl "$name" admin wait --for condition=Ready --timeout 60s pod/auto-pod
        expect "$name: the pod is 2/2 Running" pod_is_running "$name"
        expect "$name: auto-client logs the answer" eventually 20 logs_say "$name" auto-client "server-resp::::serve:8082"
        expect "$name: auto-serve logs the request" eventually 20 logs_say "$name" auto-serve "/serve"
        expect "$name: exec runs a command" exec_answers "$name"
    done
    sleep 65 # the kubelets collect garbage every minute
    for name in "$FIRST" "$SECOND"; do
        expect "$name: the pod outlives the other kubelet's garbage collection" logs_say "$name" auto-client "server-resp::::serve:8082"
        expect "$name: nothing was restarted" pod_is_running "$name"
        expect "$name: the pod is deleted" kubectl "$name" admin delete -f "$here/auto-pod.yaml" --timeout 40s
    done
}

pod_is_running() { kubectl "$1" admin get pod auto-pod --no-headers | grep -E '^auto-pod +2/2 +Running +0 '; }

logs_say() { kubectl "$1" admin logs auto-pod -c "$2" | grep -F "$3"; }

exec_answers() { kubectl "$1" admin exec auto-pod -c auto-serve -- cat /www/serve | grep -Fx "serve:8082"; }

check_kubeconfigs() {
    local good
    for good in admin kubeconfigs/{files,token,tokenfile,exec,exec-v1beta1,exec-v1,insecure}; do
        expect "$good.kubeconfig signs in" kubectl "$FIRST" "$good" get namespaces
    done
    expect_refusal limited 'User "limited" cannot list resource'
    expect_refusal expired "must be logged in"
    expect_refusal bad-token "must be logged in"
    expect_refusal wrong-ca "certificate signed by unknown authority"
    expect_refusal nobody "connection to the server .* was refused"
    expect_refusal unknown-host "no such host|dial tcp: lookup"
    expect_refusal exec-failing "failed with exit code 3"
}

# expect_refusal KUBECONFIG PATTERN
expect_refusal() { expect "$1.kubeconfig fails as it should" refuses "$@"; }

refuses() {
    ! kubectl "$FIRST" "kubeconfigs/$1" get namespaces >"$SCRATCH/refusal" 2>&1 || return 1
    grep -E "$2" "$SCRATCH/refusal" || {
        cat "$SCRATCH/refusal"
        return 1
    }
}

audit_log_counts() {
    kubectl "$FIRST" admin get --raw /api/v1/namespaces/default/configmaps?limit=17 &&
        eventually 5 grep -F "configmaps?limit=17" "$CACHE/clusters/$FIRST/audit.log"
}

survives_a_kill() {
    kill -KILL "$(cat "$CACHE/clusters/$FIRST/supervisor.pid")"
    eventually 5 not_up "$FIRST" && cluster up "$FIRST" --no-node
}

not_up() { ! cluster status "$1"; }

# Whatever a cluster could leave on the machine, as text. Other clusters may be busy meanwhile, so their bridges and pods do not count.
traces() {
    grep -v ' /sys/fs/cgroup' /proc/self/mounts || true
    find /sys/class/net -mindepth 1 ! -name 'veth*' ! -name 'skubectl*' | sort
    sysctl_values
    sha256sum /etc/hosts
    ls -d /var/lib/{cni,kubelet} /var/log/{pods,containers} /run/{netns,containerd} /etc/cni /opt/containerd 2>/dev/null || true
    iptables-save 2>/dev/null | grep '^-A' || true
}

sysctl_values() {
    local name
    for name in vm/overcommit_memory vm/panic_on_oom kernel/panic kernel/panic_on_oops net/ipv4/ip_forward; do
        echo "$name $(cat "/proc/sys/$name")"
    done
}

nothing_is_left() {
    local name
    traces | diff "$SCRATCH/before" - || return 1
    for name in "${MARKS[@]}"; do
        if [[ -e "/sys/class/net/$name" ]] || find /sys/fs/cgroup -maxdepth 2 -name "$name" | grep .; then return 1; fi
    done
    for name in "$FIRST" "$SECOND"; do
        [[ ! -e "$CACHE/clusters/$name" ]] || return 1
        # The pattern comes from a file, because grep would find it on its own command line.
        if grep -lF -f <(echo "$CACHE/clusters/$name") /proc/[0-9]*/cmdline 2>/dev/null; then return 1; fi
    done
}

main "$@"
