# shellcheck shell=bash
# The servers of the control plane: how each is started, and how to ask whether it is there. Everything listens on 127.0.0.1 only.

start_etcd() {
    local client="http://127.0.0.1:$ETCD_PORT" peer="http://127.0.0.1:$ETCD_PEER_PORT"
    # A test cluster does not outlive its machine, so nothing is flushed to the disk.
    start etcd "$TOOLS/usr/bin/etcd" --name "$NAME" --data-dir "$STATE/etcd" --unsafe-no-fsync \
        --listen-client-urls "$client" --advertise-client-urls "$client" \
        --listen-peer-urls "$peer" --initial-advertise-peer-urls "$peer" --initial-cluster "$NAME=$peer"
}

etcd_answers() {
    curl -fs "http://127.0.0.1:$ETCD_PORT/health" | grep -q '"health":"true"'
}

start_apiserver() {
    local pki="$STATE/pki" audit=() suite=() tokens="$STATE/pki/tokens.csv" modes=Node,RBAC services=10.96.0.0/16
    if [[ "$AUDIT" == yes ]]; then
        printf '%s\n' 'apiVersion: audit.k8s.io/v1' 'kind: Policy' 'omitStages: [RequestReceived]' 'rules: [{level: Metadata}]' \
            >"$STATE/components/audit-policy.yaml"
        audit=(--audit-policy-file "$STATE/components/audit-policy.yaml" --audit-log-path "$STATE/audit.log")
    fi
    if [[ -n "${SUITE:-}" ]]; then
        # As upstream's hack/make-rules/test-cmd.sh starts it.
        tokens="$SUITE/hack/testdata/auth-tokens.csv" modes=RBAC,AlwaysAllow services=10.0.0.0/24
        suite=(--disable-admission-plugins "ServiceAccount,PersistentVolumeLabel,DefaultStorageClass,DefaultTolerationSeconds"
            --disable-admission-plugins "MutatingAdmissionWebhook,ValidatingAdmissionWebhook,StorageObjectInUseProtection")
    fi
    # --advertise-address: an address for documentation, because the endpoints of the service "kubernetes" may not be 127.0.0.1.
    # Hostname: the way to the kubelet is the node's name, which is 127.0.0.1 for the processes of this cluster.
    start kube-apiserver "$KUBERNETES/kube-apiserver" \
        --etcd-servers "http://127.0.0.1:$ETCD_PORT" --etcd-prefix "/registry" \
        --bind-address 127.0.0.1 --secure-port "$APISERVER_PORT" --advertise-address 198.51.100.1 \
        --tls-cert-file "$pki/apiserver.crt" --tls-private-key-file "$pki/apiserver.key" \
        --client-ca-file "$pki/ca.crt" --token-auth-file "$tokens" \
        --authorization-mode "$modes" --enable-admission-plugins NodeRestriction --allow-privileged \
        --service-cluster-ip-range "$services" \
        --service-account-issuer https://kubernetes.default.svc \
        --service-account-signing-key-file "$pki/service-account.key" --service-account-key-file "$pki/service-account.pub" \
        --kubelet-client-certificate "$pki/kubelet-client.crt" --kubelet-client-key "$pki/kubelet-client.key" \
        --kubelet-certificate-authority "$pki/ca.crt" --kubelet-preferred-address-types Hostname \
        --proxy-client-cert-file "$pki/aggregator.crt" --proxy-client-key-file "$pki/aggregator.key" \
        --requestheader-client-ca-file "$pki/ca.crt" --requestheader-allowed-names front-proxy-client \
        --requestheader-username-headers X-Remote-User --requestheader-group-headers X-Remote-Group \
        --requestheader-extra-headers-prefix X-Remote-Extra- "${audit[@]}" "${suite[@]}"
}

start_controller_manager() {
    local pki="$STATE/pki" kubeconfig="$STATE/components/controller-manager.kubeconfig"
    start kube-controller-manager "$KUBERNETES/kube-controller-manager" \
        --kubeconfig "$kubeconfig" --port 0 --secure-port 0 --leader-elect=false --use-service-account-credentials \
        --service-account-private-key-file "$pki/service-account.key" --root-ca-file "$pki/ca.crt" \
        --cluster-signing-cert-file "$pki/ca.crt" --cluster-signing-key-file "$pki/ca.key" \
        --flex-volume-plugin-dir "$STATE/components/volume-plugins" \
        --kube-api-qps 400 --kube-api-burst 800 --concurrent-serviceaccount-token-syncs 20 --concurrent-namespace-syncs 20
}

start_scheduler() {
    start kube-scheduler "$KUBERNETES/kube-scheduler" \
        --kubeconfig "$STATE/components/scheduler.kubeconfig" --port 0 --secure-port 0 --leader-elect=false
}

# api PATH: what the API server answers to the administrator.
api() {
    curl -fs --cacert "$STATE/pki/ca.crt" --cert "$STATE/pki/admin.crt" --key "$STATE/pki/admin.key" \
        "https://127.0.0.1:$APISERVER_PORT$1"
}

api_is_ready() { api /readyz >"$STATE/logs/readyz.log"; }

# A pod can be created in "default" once its service account has a token.
default_namespace_is_ready() {
    api /api/v1/namespaces/default/serviceaccounts/default | jq -e '.secrets | length > 0' &&
        api /api/v1/namespaces/default/configmaps/kube-root-ca.crt && api /api/v1/namespaces/default/services/kubernetes
} >/dev/null 2>&1

node_is_ready() {
    api "/api/v1/nodes/$NODE_NAME" | jq -e 'any(.status.conditions[]; .type == "Ready" and .status == "True")
        and all(.spec.taints[]?; .effect == "PreferNoSchedule")'
} >/dev/null 2>&1
