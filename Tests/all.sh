#!/usr/bin/env bash
# Proves everything: unit tests, generated files, the scripts' own tests, the story, the shells and the parity cases.
# Installs what is missing, and brings up a cluster of its own, whatever KUBECONFIG says: tests belong on no cluster that
# somebody uses.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
CLUSTER="test"
PROGRAM=.build/release/skubectl
OUTPUT=""
ON_THE_NODE=""

main() {
    command -v swift >/dev/null || fail "A Swift toolchain is needed, and there is no 'swift' in PATH: see https://www.swift.org/install"
    Tests/Cluster/packages.sh build cluster test
    step "Building the program"
    make --no-print-directory build
    step "Comparing the generated files"
    compare_generated_files
    step "Comparing the table of commands"
    Tests/Parity/compatibility --skubectl "$PROGRAM" || fail "The table in Docs/Compatibility.md is not up to date: run 'make generate'."
    step "Testing the test scripts"
    script_tests Tests/Habits
    script_tests Tests/Parity
    script_tests Tests/Upstream
    step "Bringing up a cluster"
    OUTPUT="$(mktemp)"
    trap clean_up EXIT
    trap 'exit 130' INT TERM
    KUBECONFIG="$(Tests/Cluster/cluster.sh up --name "$CLUSTER")" || fail "The local cluster did not start, so nothing can be tested on one."
    export KUBECONFIG
    # What happens on the node is mostly waiting, and goes on while the tests are compiled.
    on_the_node >"$OUTPUT" 2>&1 &
    ON_THE_NODE=$!
    step "Testing the modules"
    nice swift test --quiet
    if ! wait "$ON_THE_NODE"; then
        cat "$OUTPUT"
        fail "What was tried on the node did not go as it should."
    fi
    ON_THE_NODE=""
    cat "$OUTPUT"
    step "Completing in the shells"
    Tests/Shells/run --skubectl "$PROGRAM"
    step "Comparing with kubectl"
    Tests/Parity/run --skubectl "$PROGRAM" --kubeconfigs "$(dirname "$KUBECONFIG")/kubeconfigs"
}

on_the_node() {
    step "Telling the story of one pod"
    tell_story
    step "Running a pipeline"
    run_pipeline
}

clean_up() {
    if [[ -n "$ON_THE_NODE" ]]; then kill "$ON_THE_NODE" 2>/dev/null || true; fi
    Tests/Cluster/cluster.sh down --name "$CLUSTER"
    rm -f "$OUTPUT"
}

# Completions/ and Docs/Commands/ have to be what the commands' specs make of them now.
compare_generated_files() {
    local folder
    folder="$(mktemp -d)"
    "$PROGRAM" __generate completions "$folder/Completions"
    "$PROGRAM" __generate pages "$folder/Commands"
    if ! diff -r Completions "$folder/Completions" || ! diff -r Docs/Commands "$folder/Commands"; then
        rm -rf "$folder"
        fail "The generated files are not up to date: run 'make generate' and commit what it changes."
    fi
    rm -rf "$folder"
}

script_tests() {
    python3 -m unittest discover --quiet --start-directory "$1/tests" --top-level-directory "$1"
}

tell_story() {
    if has_node; then Tests/Story/story.sh "$PROGRAM"; fi
}

run_pipeline() {
    if has_node; then Tests/Pipeline/pipeline.sh "$PROGRAM"; fi
}

# Whether there is a node; says why not.
has_node() {
    local reason
    reason="$(dirname "$KUBECONFIG")/node-skipped"
    [[ -e "$reason" ]] || return 0
    echo "Skipped, because there is no node: $(cat "$reason")"
    return 1
}

step() {
    printf '\n== %s\n' "$*"
}

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

main
