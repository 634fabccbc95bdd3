#!/usr/bin/env bash
# Runs one group of upstream's tests of kubectl commands, in a tree of its own, against a control plane that is there.
#
#     group.sh TREE PROGRAM PORT GROUP
#
# TREE holds test/cmd and what it needs (Tests/Cluster/fetch-suite.sh), PROGRAM is tested in kubectl's place, PORT is the API
# server's. It fails when an assertion of the group does.
set -euo pipefail

tree="$1" program="$2" port="$3" group="$4"

cd "$tree"
export LANG=C TERM=dumb ALLOW_SKEW=yes SECURE_API_PORT="$port" KUBE_TEMP="$tree/temp" KUBE_JUNIT_REPORT_DIR="$tree/temp/reports"
rm -rf "$KUBE_TEMP" _output
mkdir -p "$KUBE_TEMP"
# Where upstream's build would leave it, for this release and for newer ones.
for folder in _output/bin "_output/local/bin/linux/$(dpkg --print-architecture)"; do
    mkdir -p "$folder"
    ln -s "$program" "$folder/kubectl"
done

# shellcheck source=/dev/null
. hack/lib/init.sh
# shellcheck source=/dev/null
. hack/lib/test.sh
# shellcheck source=/dev/null
. test/cmd/legacy-script.sh

# Upstream's own `setup` builds kubectl and starts etcd first.
export HOME="$KUBE_TEMP" CONTEXT=test SUPPORTED_RESOURCES=("*")
unset KUBECONFIG KUBE_EDITOR
kube::util::trap_add stop-proxy EXIT
kube::util::ensure-gnu-sed
kubectl config set-credentials test-admin --token admin-token
kubectl config set-cluster local --insecure-skip-tls-verify --server "https://127.0.0.1:$port"
kubectl config set-context "$CONTEXT" --user test-admin --cluster local
kubectl config use-context "$CONTEXT"

# Groups whose functions are not named as `runTests` expects it of a group that is asked for by name.
run_secrets_tests() { run_secrets_test; }
run_kubectl_diff_same_names_tests() { run_kubectl_diff_same_names; }
# The tests of `kubectl auth` stand in the middle of `runTests`.
eval "run_kubectl_auth_tests() {
    set -o nounset
    set -o errexit
    $(sed -n '/^  # kubectl auth can-i$/,/^  # Retrieve multiple #$/p' test/cmd/legacy-script.sh | grep -v '^  #')
    set +o nounset
    set +o errexit
}"

WHAT="$group" runTests
