# shellcheck shell=bash
# The kubeconfigs of one cluster: admin.kubeconfig, those of the components, and in kubeconfigs/ one for every way to sign in and
# every way to fail at it.

ADMIN_TOKEN=admin-token-of-a-test-cluster

make_kubeconfigs() {
    local pki="$STATE/pki" folder="$STATE/kubeconfigs" server="https://127.0.0.1:$APISERVER_PORT" ca
    mkdir -p "$folder/pki" "$STATE/components"
    ca="certificate-authority-data: $(inline "$pki/ca.crt")"
    printf '%s,token-admin,token-admin,"system:masters"\n' "$ADMIN_TOKEN" >"$STATE/pki/tokens.csv"

    kubeconfig "$STATE/admin.kubeconfig" "$server" "$ca" "$(certificate_of admin)"
    make_component_kubeconfigs
    make_certificate_kubeconfigs
    make_token_kubeconfigs
    make_exec_kubeconfigs
    make_broken_kubeconfigs
}

make_component_kubeconfigs() {
    local component
    for component in controller-manager scheduler kubelet; do
        kubeconfig "$STATE/components/$component.kubeconfig" "$server" "$ca" "$(certificate_of "$component")"
    done
}

make_certificate_kubeconfigs() {
    cp "$pki/ca.crt" "$pki/rsa-admin.crt" "$pki/rsa-admin.key" "$folder/pki/"
    kubeconfig "$folder/files.kubeconfig" "$server" "certificate-authority: pki/ca.crt" \
        "client-certificate: pki/rsa-admin.crt" "client-key: pki/rsa-admin.key"
    kubeconfig "$folder/limited.kubeconfig" "$server" "$ca" "$(certificate_of limited)"
    kubeconfig "$folder/insecure.kubeconfig" "$server" "insecure-skip-tls-verify: true" "$(certificate_of admin)"
}

make_token_kubeconfigs() {
    printf '%s\n' "$ADMIN_TOKEN" >"$folder/token"
    kubeconfig "$folder/token.kubeconfig" "$server" "$ca" "token: $ADMIN_TOKEN"
    kubeconfig "$folder/tokenfile.kubeconfig" "$server" "$ca" "tokenFile: $folder/token"
}

make_exec_kubeconfigs() {
    local version fields
    make_exec_plugin "$folder/exec-plugin"
    for version in v1beta1 v1; do
        fields=("exec:" "  apiVersion: client.authentication.k8s.io/$version" "  command: ./exec-plugin" "  args: [$version]"
            "  interactiveMode: Never")
        kubeconfig "$folder/exec-$version.kubeconfig" "$server" "$ca" "${fields[@]}"
    done
    cp "$folder/exec-v1beta1.kubeconfig" "$folder/exec.kubeconfig"
    sed 's/args: \[v1\]/args: [v1, fail]/' "$folder/exec-v1.kubeconfig" >"$folder/exec-failing.kubeconfig"
}

make_exec_plugin() {
    cat >"$1" <<PLUGIN
#!/bin/sh
# A credential plugin: exec-plugin VERSION [fail]
if [ "\${2:-}" = fail ]; then
    echo "exec-plugin: no credentials today" >&2
    exit 3
fi
cat <<CREDENTIAL
{"apiVersion": "client.authentication.k8s.io/\$1", "kind": "ExecCredential", "status": {"token": "$ADMIN_TOKEN"}}
CREDENTIAL
PLUGIN
    chmod +x "$1"
}

make_broken_kubeconfigs() {
    kubeconfig "$folder/expired.kubeconfig" "$server" "$ca" "$(certificate_of expired)"
    kubeconfig "$folder/bad-token.kubeconfig" "$server" "$ca" "token: not-a-token-of-this-cluster"
    kubeconfig "$folder/wrong-ca.kubeconfig" "$server" "certificate-authority-data: $(inline "$pki/other-ca.crt")" "$(certificate_of admin)"
    kubeconfig "$folder/nobody.kubeconfig" "https://127.0.0.1:$CLOSED_PORT" "$ca" "$(certificate_of admin)"
    kubeconfig "$folder/unknown-host.kubeconfig" "https://cluster.invalid:6443" "$ca" "$(certificate_of admin)"
}

inline() { base64 --wrap=0 "$1"; }

# The two lines of a kubeconfig's user that carry the certificate and key of $1.
certificate_of() {
    printf 'client-certificate-data: %s\nclient-key-data: %s' "$(inline "$STATE/pki/$1.crt")" "$(inline "$STATE/pki/$1.key")"
}

# kubeconfig FILE SERVER CLUSTER-FIELD USER-FIELD...
kubeconfig() {
    local file="$1" server="$2" cluster_field="$3"
    shift 3
    cat >"$file" <<KUBECONFIG
apiVersion: v1
kind: Config
clusters:
- name: $NODE_NAME
  cluster:
    $cluster_field
    server: $server
users:
- name: $NODE_NAME
  user:
$(printf '%s\n' "$@" | sed 's/^/    /')
contexts:
- name: $NODE_NAME
  context:
    cluster: $NODE_NAME
    user: $NODE_NAME
current-context: $NODE_NAME
preferences: {}
KUBECONFIG
    chmod 600 "$file"
}
