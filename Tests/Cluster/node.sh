# shellcheck shell=bash
# The node: containerd and the kubelet. They run in a mount namespace of the cluster's own, in which the folders that both hard-code
# (/run, /var/log/pods, /var/lib/cni, ...) are private to the cluster: two kubelets that shared /var/log/pods would delete each
# other's logs, and all mounts are gone with the last process.

# Prints, in one line, why this machine cannot run a node; prints nothing when it can.
node_obstacle() {
    if [[ "$(id -u)" != 0 ]]; then
        echo "a kubelet needs root"
    elif ! namespaces_work; then
        echo "this machine does not allow new mount and PID namespaces"
    elif [[ ! -d /sys/fs/cgroup/memory ]] && ! grep -qs memory /sys/fs/cgroup/cgroup.controllers; then
        echo "no memory cgroup is mounted below /sys/fs/cgroup"
    fi
}

namespaces_work() {
    [[ "$(id -u)" == 0 ]] && unshare --mount --pid --fork --mount-proc true 2>/dev/null
}

# Runs inside the cluster's mount namespace, before everything else.
prepare_node() {
    make_folders_private
    pretend_kernel_settings
    make_cgroups
    make_bridge
    write_node_configuration
}

make_folders_private() {
    local folder
    mount --make-rshared /
    exec 8<"$CACHE"
    for folder in /run /var/lib /var/log /opt; do
        mkdir -p "$STATE/node/private$folder"
        mount --bind "$STATE/node/private$folder" "$folder"
    done
    if [[ ! -e "$STATE/settings" ]]; then
        # The cache was below one of them.
        mkdir -p "$CACHE"
        mount --no-canonicalize --bind /proc/self/fd/8 "$CACHE"
    fi
    exec 8<&-
    { cat /etc/hosts && echo "127.0.0.1 $NODE_NAME"; } >"$STATE/node/hosts"
    mount --bind "$STATE/node/hosts" /etc/hosts
}

# The kubelet insists on kernel settings of its own, such as rebooting after a panic. It finds them set, and the machine keeps its own.
pretend_kernel_settings() {
    local setting file
    mkdir -p "$STATE/node/kernel"
    for setting in vm/overcommit_memory=1 vm/panic_on_oom=0 kernel/panic=10 kernel/panic_on_oops=1 \
        kernel/keys/root_maxkeys=1000000 kernel/keys/root_maxbytes=25000000 net/ipv4/ip_forward=1; do
        file="$STATE/node/kernel/$(tr / . <<<"${setting%=*}")"
        echo "${setting#*=}" >"$file"
        [[ ! -e "/proc/sys/${setting%=*}" ]] || mount --bind "$file" "/proc/sys/${setting%=*}"
    done
}

# A cgroup of the cluster's own: a kubelet removes the pods that it does not know from the one it is given.
make_cgroups() {
    local root
    if [[ -e /sys/fs/cgroup/cgroup.controllers ]]; then
        sed 's/[^ ]\+/+&/g' /sys/fs/cgroup/cgroup.controllers >/sys/fs/cgroup/cgroup.subtree_control
    fi
    for root in $(cgroup_roots); do
        mkdir -p "$root/$MARK"
    done
}

cgroup_roots() { awk '$3 ~ /^cgroup2?$/ { print $2 }' /proc/self/mounts; }

# The bridge is made here rather than by the CNI plugin, because its address is the node's address.
make_bridge() {
    "$TOOLS/bin/busybox" ip link add "$MARK" type bridge
    "$TOOLS/bin/busybox" ip addr add "$POD_NET.0.1/24" dev "$MARK"
    "$TOOLS/bin/busybox" ip link set "$MARK" up
}

# Runs outside the namespace, once all processes are gone.
clean_up_node() {
    local root attempt
    [[ ! -e "/sys/class/net/$MARK" ]] || "$TOOLS/bin/busybox" ip link delete "$MARK"
    for root in $(cgroup_roots); do
        for attempt in 1 2 3 4 5 6 7 8 9 10; do
            [[ -d "$root/$MARK" ]] || break
            # The kernel takes a moment to see that the last process of a group has gone.
            find "$root/$MARK" -depth -type d -exec rmdir {} + 2>/dev/null || sleep "0.$attempt"
        done
    done
}

write_node_configuration() {
    mkdir -p "$STATE/node"/{cni,containerd,kubelet}
    : >"$STATE/node/resolv.conf"
    write_cni_configuration >"$STATE/node/cni/10-bridge.conflist"
    write_containerd_configuration >"$STATE/node/containerd.toml"
    write_kubelet_configuration >"$STATE/node/kubelet.yaml"
}

# Without masquerading the bridge plugin writes no firewall rules: a pod reaches its node and its neighbours, and nothing else.
write_cni_configuration() {
    cat <<JSON
{"cniVersion": "0.4.0", "name": "$MARK", "plugins": [
  {"type": "bridge", "bridge": "$MARK", "isGateway": true, "ipMasq": false,
   "ipam": {"type": "host-local", "ranges": [[{"subnet": "$POD_NET.0.0/24"}]], "dataDir": "$STATE/node/cni-addresses"}}]}
JSON
}

# restrict_oom_score_adj: without CAP_SYS_RESOURCE runc may not lower the score and fails ("can't get final child's PID from pipe").
write_containerd_configuration() {
    cat <<TOML
version = 2
root = "$STATE/node/containerd/root"
state = "$STATE/node/containerd/state"
disabled_plugins = ["io.containerd.snapshotter.v1.aufs", "io.containerd.snapshotter.v1.btrfs", "io.containerd.snapshotter.v1.devmapper",
  "io.containerd.snapshotter.v1.zfs", "io.containerd.internal.v1.opt", "io.containerd.tracing.processor.v1.otlp"]
[plugins."io.containerd.grpc.v1.cri"]
  sandbox_image = "localhost/pause:3"
  stream_server_address = "127.0.0.1"
  restrict_oom_score_adj = true
  disable_apparmor = true
  tolerate_missing_hugetlb_controller = true
  disable_hugetlb_controller = true
[plugins."io.containerd.grpc.v1.cri".cni]
  bin_dir = "$TOOLS/usr/lib/cni"
  conf_dir = "$STATE/node/cni"
[plugins."io.containerd.grpc.v1.cri".containerd]
  snapshotter = "$(snapshotter)"
[plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
  runtime_type = "io.containerd.runc.v2"
[plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
  BinaryName = "$TOOLS/usr/sbin/runc"
TOML
}

# Overlays do not stack everywhere: on a machine that is itself a container, copies have to do.
snapshotter() {
    local try="$STATE/node/overlay-try"
    mkdir -p "$try"/{lower,upper,work,merged}
    if mount -t overlay overlay -o "lowerdir=$try/lower,upperdir=$try/upper,workdir=$try/work" "$try/merged" 2>/dev/null; then
        umount "$try/merged"
        echo overlayfs
    else
        echo native
    fi
}

# DevicePlugins: its folder is hard-coded, and no test has a device. Eviction and image collection are off because a full disk of the
# machine is no business of the tests, and a collected image could not be pulled again. The node's state is looked at every second
# because the first look, which comes too early, is otherwise followed by ten seconds of "not ready". Tests start many pods at once:
# five requests a second, what a kubelet allows itself, would keep them waiting for each other.
write_kubelet_configuration() {
    cat <<YAML
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
address: 127.0.0.1
port: $KUBELET_PORT
healthzPort: 0
readOnlyPort: 0
tlsCertFile: $STATE/pki/kubelet.crt
tlsPrivateKeyFile: $STATE/pki/kubelet.key
authentication: {anonymous: {enabled: false}, webhook: {enabled: false}, x509: {clientCAFile: $STATE/pki/ca.crt}}
authorization: {mode: AlwaysAllow}
cgroupDriver: cgroupfs
cgroupRoot: /$MARK
enforceNodeAllocatable: []
evictionHard: {memory.available: "0%", nodefs.available: "0%", nodefs.inodesFree: "0%", imagefs.available: "0%"}
imageGCHighThresholdPercent: 100
failSwapOn: false
nodeStatusUpdateFrequency: 1s
nodeStatusReportFrequency: 1m
maxPods: 200
kubeAPIQPS: 100
kubeAPIBurst: 200
makeIPTablesUtilChains: false
featureGates: {DevicePlugins: false}
clusterDNS: [10.96.0.10]
clusterDomain: cluster.local
resolvConf: $STATE/node/resolv.conf
volumePluginDir: $STATE/components/volume-plugins
YAML
}

start_containerd() {
    start containerd env "PATH=$TOOLS/usr/bin:$TOOLS/usr/sbin:$PATH" "$TOOLS/usr/bin/containerd" --config "$STATE/node/containerd.toml"
}

containerd_answers() { "$TOOLS/usr/bin/ctr" --timeout 2s version; } >/dev/null 2>&1

import_images() {
    "$TOOLS/usr/bin/ctr" -n k8s.io images import --snapshotter "$(sed -n 's/ *snapshotter = "\(.*\)"/\1/p' "$STATE/node/containerd.toml")" \
        "$IMAGES" >"$STATE/logs/images.log" 2>&1
}

# AWS_EC2_METADATA_DISABLED: otherwise the kubelet asks the network for a cloud's credentials.
start_kubelet() {
    start kubelet env AWS_EC2_METADATA_DISABLED=true "$KUBERNETES/kubelet" --config "$STATE/node/kubelet.yaml" --kubeconfig "$STATE/components/kubelet.kubeconfig" \
        --root-dir "$STATE/node/kubelet" --cert-dir "$STATE/pki" --hostname-override "$NODE_NAME" --node-ip "$POD_NET.0.1" \
        --container-runtime remote --container-runtime-endpoint unix:///run/containerd/containerd.sock
}
