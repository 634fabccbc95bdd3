#!/usr/bin/env bash
# A deployment as a CI job runs it, on the cluster of KUBECONFIG: what would change, apply, wait until it runs, a smoke check, a
# release that cannot start and is found out in time, the way back, and the removal of what is no longer wanted. Each step is
# checked by its exit code and by what it says.
#
#     pipeline.sh [PROGRAM]      PROGRAM is the skubectl to use; the one that was built here unless given
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
PROGRAM="$(realpath "${1:-$here/../../.build/release/skubectl}")"
NAMESPACE="pipeline-$$"
FOLDER="$(mktemp -d)"

main() {
    trap clean_up EXIT
    trap 'exit 130' INT TERM
    cp -R "$here/app" "$FOLDER"
    cd "$FOLDER/app"
    step 0 create namespace "$NAMESPACE"
    first_release
    no_change
    release_that_cannot_start
    smaller_release
    printf '\n# The pipeline is through.\n'
}

first_release() {
    step 1 diff -k production
    expect '^\+  name: web$'
    step 0 apply -k production
    expect '^deployment.apps/web created$'
    step 0 rollout status deployment/web --timeout=60s
    expect 'deployment "web" successfully rolled out'
    step 0 wait --for=condition=Available deployment/web --timeout=30s
    expect '^deployment.apps/web condition met$'
    step 0 wait --for='jsonpath={.status.readyReplicas}=2' deployment/web --timeout=30s
    smoke_check
}

# The service answers through the API server.
smoke_check() {
    step 0 get --raw "/api/v1/namespaces/$NAMESPACE/services/web:http/proxy/serve"
    expect '^serve:8082$'
}

no_change() {
    step 0 diff -k production
    expect_nothing
    step 0 apply -k production
    expect '^deployment.apps/web unchanged$'
}

release_that_cannot_start() {
    step 0 set image deployment/web serve=auto-serve:none
    expect '^deployment.apps/web image updated$'
    local start=$SECONDS
    step 1 rollout status deployment/web --timeout=60s
    expect 'error: deployment "web" exceeded its progress deadline'
    ((SECONDS - start < 40)) || fail "It took $((SECONDS - start)) seconds to find out."
    step 0 rollout undo deployment/web
    expect '^deployment.apps/web rolled back$'
    step 0 rollout status deployment/web --timeout=60s
    smoke_check
    step 0 rollout history deployment/web
}

smaller_release() {
    sed -i '/cache.yaml/d' production/kustomization.yaml
    step 0 apply -k production --prune -l app.kubernetes.io/part-of=shop --prune-allowlist=core/v1/ConfigMap
    expect '^configmap/cache pruned$'
    step 1 get configmap cache
    step 0 delete -k production --timeout=60s
    step 0 get all,configmaps -l app.kubernetes.io/part-of=shop
    expect '^No resources found'
}

# step CODE ARGUMENT...: runs skubectl in the namespace; its exit code has to be CODE.
step() {
    local wanted="$1" code=0
    shift
    printf '\n$ skubectl %s\n' "$*"
    ANSWER="$("$PROGRAM" --namespace "$NAMESPACE" "$@" 2>&1)" || code=$?
    [[ -z "$ANSWER" ]] || printf '%s\n' "$ANSWER"
    ((code == wanted)) || fail "The exit code is $code and should be $wanted."
}

# expect PATTERN: the last answer has a line of this extended regular expression.
expect() { grep -qE -- "$1" <<<"$ANSWER" || fail "The answer has no line like: $1"; }

expect_nothing() { [[ -z "$ANSWER" ]] || fail "There should be no answer."; }

clean_up() {
    local status=$?
    "$PROGRAM" delete namespace "$NAMESPACE" --ignore-not-found --wait=false >/dev/null 2>&1 || true
    rm -rf "$FOLDER"
    exit "$status"
}

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

main
