#!/usr/bin/env bash
# Proves everything: unit tests, generated files, the scripts' own tests, the story, the shells and the parity cases.
# Installs what is missing, and brings up a cluster of its own, whatever KUBECONFIG says: tests belong on no cluster that
# somebody uses.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
CLUSTER="test"
PROGRAM=.build/release/skubectl
# A folder of their own, so that the tests can be compiled while the program is; without what a debugger needs, faster.
UNIT_TESTS=(--scratch-path .build/tests -Xswiftc -gnone)
OUTPUTS=""

main() {
    local compared=0
    command -v swift >/dev/null || fail "A Swift toolchain is needed, and there is no 'swift' in PATH: see https://www.swift.org/install"
    Tests/Cluster/packages.sh build cluster test
    OUTPUTS="$(mktemp -d)"
    trap clean_up EXIT
    trap 'exit 130' INT TERM
    begin unit-tests nice swift build --quiet --build-tests "${UNIT_TESTS[@]}"
    step "Building the program"
    make --no-print-directory build
    begin cluster Tests/Cluster/cluster.sh up --name "$CLUSTER"
    step "Comparing the generated files"
    compare_generated_files
    step "Comparing the table of commands"
    Tests/Parity/compatibility --skubectl "$PROGRAM" || fail "The table in Docs/Compatibility.md is not up to date: run 'make generate'."
    step "Testing the test scripts"
    script_tests Tests/Habits
    script_tests Tests/Parity
    script_tests Tests/Upstream
    step "Bringing up a cluster"
    finish cluster || fail "The local cluster did not start, so nothing can be tested on one."
    KUBECONFIG="$(tail -n 1 "$OUTPUTS/cluster")"
    export KUBECONFIG
    # What happens on the node is mostly waiting, and goes on beside the rest.
    begin node on_the_node
    step "Testing the modules"
    finish unit-tests || fail "The tests of the modules could not be built."
    swift test --quiet --skip-build "${UNIT_TESTS[@]}"
    step "Completing in the shells"
    Tests/Shells/run --skubectl "$PROGRAM"
    step "Comparing with kubectl"
    # Nobody uses the cluster after this, so nothing has to be taken away.
    Tests/Parity/run --skubectl "$PROGRAM" --kubeconfigs "$(dirname "$KUBECONFIG")/kubeconfigs" --abandon || compared=$?
    finish node || fail "What was tried on the node did not go as it should."
    return "$compared"
}

# With a home of its own: the cache of another cluster that once had the same port would tell of other resources.
on_the_node() {
    export HOME="$OUTPUTS/home"
    mkdir "$HOME"
    step "Telling the story of one pod"
    tell_story
    step "Running a pipeline"
    run_pipeline
}

# begin NAME COMMAND...: runs the command in the background; `finish NAME` waits for it and tells what it said.
begin() {
    local name="$1"
    shift
    "$@" >"$OUTPUTS/$name" 2>&1 &
    echo $! >"$OUTPUTS/$name.pid"
}

finish() {
    local name="$1" code=0
    wait "$(cat "$OUTPUTS/$name.pid")" || code=$?
    rm "$OUTPUTS/$name.pid"
    cat "$OUTPUTS/$name"
    return "$code"
}

clean_up() {
    local pid
    for pid in "$OUTPUTS"/*.pid; do
        [[ ! -e "$pid" ]] || kill "$(cat "$pid")" 2>/dev/null || true
    done
    wait
    Tests/Cluster/cluster.sh down --name "$CLUSTER"
    rm -rf "$OUTPUTS"
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
    printf '\n== %s (after %d s)\n' "$*" "$SECONDS"
}

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

main
