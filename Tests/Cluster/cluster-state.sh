# shellcheck shell=bash
# What belongs to one cluster: its folder, its slot (a number that gives it ports, a bridge, a cgroup and a pod network of its own),
# and the process that supervises it.

NODE_NAME=docker-desktop
CLUSTERS="$CACHE/clusters"

# use_cluster NAME
use_cluster() {
    [[ "$1" =~ ^[a-z][a-z0-9-]{0,30}$ ]] || fail "'$1' is no name for a cluster: use up to 31 lower-case letters, digits and dashes."
    NAME="$1"
    STATE="$CLUSTERS/$NAME"
    mkdir -p "$CLUSTERS"
}

# One run of cluster.sh at a time for a cluster, until this run ends. A process that stays must close the lock's descriptor, 9.
lock_cluster() {
    exec 9>"$CLUSTERS/.$NAME.lock"
    flock --nonblock 9 && return
    say "Another run is busy with the cluster '$NAME'; waiting for it."
    flock 9
}

# Writes $STATE/settings, with a slot that nothing on the machine uses.
take_slot() {
    local slot
    (
        exec 7>"$CLUSTERS/.slots.lock"
        flock 7
        for ((slot = 0; slot < 100; slot++)); do
            slot_is_free "$slot" || continue
            write_settings "$slot" >"$STATE/settings"
            exit 0
        done
        fail "Every one of the 100 ranges of ports for clusters is in use."
    )
}

slot_is_free() {
    local slot="$1" port
    ! grep -qsx "SLOT=$slot" "$CLUSTERS"/*/settings || return 1
    [[ ! -e "/sys/class/net/skubectl$slot" ]] || return 1
    ! grep -q "$(printf '\t0000%02X0A\t' $((slot + 1)))" /proc/net/route || return 1
    for port in 0 1 2 3 9; do
        ! listening $((23000 + slot * 10 + port)) || return 1
    done
}

listening() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

write_settings() {
    local slot="$1" base=$((23000 + $1 * 10))
    printf '%s=%q\n' SLOT "$slot" NAME "$NAME" STATE "$STATE" CACHE "$CACHE" NODE_NAME "$NODE_NAME" AUDIT "$AUDIT" SUITE "$SUITE" \
        ETCD_PORT "$base" ETCD_PEER_PORT $((base + 1)) APISERVER_PORT $((base + 2)) KUBELET_PORT $((base + 3)) CLOSED_PORT $((base + 9)) \
        MARK "skubectl$slot" POD_NET "10.$((slot + 1))" KUBERNETES "$KUBERNETES" TOOLS "$TOOLS" IMAGES "$IMAGES"
}

# Prints the supervisor's process id; false when it is not running. An id alone proves nothing, since ids are used again.
supervisor() {
    local pid
    pid="$(<"$STATE/supervisor.pid")" || return 1
    tr '\0' ' ' <"/proc/$pid/cmdline" | grep -qF "supervise.sh $STATE " || return 1
    printf '%s\n' "$pid"
} 2>/dev/null

# The first process of a PID namespace takes everything in it along; without one, its parent's end ends each component.
stop_supervisor() {
    local pid children id
    pid="$(supervisor)" || return 0
    children="$(cat "/proc/$pid/task/$pid/children")"
    # shellcheck disable=SC2086 # one word is one process
    kill -KILL "$pid" $children 2>/dev/null || true
    for id in "$pid" $children; do
        until has_ended "$id"; do sleep 0.05; done
    done
}

has_ended() { ! grep -qs '^State:[[:space:]]*[^Z]' "/proc/$1/status"; }
