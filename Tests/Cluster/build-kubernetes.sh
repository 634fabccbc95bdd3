#!/usr/bin/env bash
# Builds the servers of Kubernetes 1.20.2 from Debian's source package into the cache, once, and prints the folder that holds them.
# It takes about five minutes on two cores and needs no network beyond Debian's mirror: the source package is whole.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=cache.sh
. "$here/cache.sh"
# shellcheck source=private-apt.sh
. "$here/private-apt.sh"

VERSION=1.20.2
KEY="kubernetes-$VERSION"
LOG="$CACHE/$KEY.log"
SERVERS=(kube-apiserver kube-controller-manager kube-scheduler kubelet)

main() {
    if [[ ! -d "$CACHE/$KEY" ]]; then
        "$here/packages.sh" kubernetes-build
        fill_cache "$KEY" build
    fi
    printf '%s\n' "$CACHE/$KEY"
}

# build RESULT: leaves the servers in RESULT; runs in a scratch folder.
build() {
    local result="$1" work="$PWD" tree="$PWD/go/src/k8s.io/kubernetes"
    export GOPATH="$work/go" GOCACHE="$work/go-cache" GO111MODULE=off CGO_ENABLED=0 GOFLAGS=-p=2
    export GOROOT="$work/debian/usr/lib/go-1.19" PATH="$work/debian/usr/lib/go-1.19/bin:$PATH"
    : >"$LOG"
    say "Building Kubernetes $VERSION, once, in about five minutes. The log is $LOG."
    say "  1/4 fetching Debian's source package, and Go 1.19 to compile it"
    fetch_go
    fetch_source "$tree"
    cd "$tree"
    replace_reflect2
    say "  2/4 generating the OpenAPI definitions"
    generate_openapi
    say "  3/4 compiling ${SERVERS[*]}"
    compile "$result"
    say "  4/4 checking that they run"
    check_versions "$result"
}

# Go is unpacked for this build alone: half a gigabyte that nothing else here needs.
fetch_go() {
    logged "$LOG" make_private_apt "$work/apt" bookworm deb deb-src
    logged "$LOG" unpack_packages "$work/apt" "$work/debian" golang-1.19-go golang-1.19-src golang-github-modern-go-reflect2-dev
}

fetch_source() {
    local tree="$1" unpacked
    mkdir -p "$(dirname "$tree")" source
    (cd source && logged "$LOG" private_apt "$work/apt" source kubernetes)
    unpacked="$(find source -maxdepth 1 -type d -name "kubernetes-*$VERSION*")"
    [[ -n "$unpacked" ]] || fail "Debian bookworm's source package of Kubernetes is not $VERSION."
    mv "$unpacked" "$tree"
}

# The vendored reflect2 is too old for Go 1.18 and later: the API server panics while it decodes some objects with maps.
replace_reflect2() {
    local vendored=vendor/github.com/modern-go/reflect2
    rm -rf "$vendored"
    cp -rL "$work/debian/usr/share/gocode/src/github.com/modern-go/reflect2" "$vendored"
}

# Upstream generates this file in its own build, so the source package lacks it. The packages below vendor/k8s.io are links (-R).
generate_openapi() {
    local target=pkg/generated/openapi packages
    packages="$(grep -Rl --include='*.go' '+k8s:openapi-gen=' vendor/k8s.io pkg | xargs -n 1 dirname | sort -u |
        grep -v -E '^vendor/k8s.io/(code-generator|kube-openapi|sample-apiserver|client-go/pkg/version)(/|$)' |
        sed -e 's|^vendor/||' -e 's|^pkg/|k8s.io/kubernetes/pkg/|' | paste -s -d,)"
    logged "$LOG" nice -n 5 go build -o "$GOPATH/openapi-gen" ./vendor/k8s.io/kube-openapi/cmd/openapi-gen
    logged "$LOG" "$GOPATH/openapi-gen" --go-header-file hack/boilerplate/boilerplate.generatego.txt --report-filename /dev/null \
        --output-file-base zz_generated.openapi --output-base "$GOPATH/src" --output-package "k8s.io/kubernetes/$target" -i "$packages"
    grep -q apiextensions/v1.CustomResourceDefinition "$target/zz_generated.openapi.go" ||
        fail "The OpenAPI definitions came out incomplete; see $LOG."
}

compile() {
    local result="$1" flags="-s -w" module=k8s.io/kubernetes/vendor/k8s.io/component-base/version
    flags+=" -X $module.gitVersion=v$VERSION -X $module.gitMajor=1 -X $module.gitMinor=20 -X $module.gitTreeState=clean"
    logged "$LOG" nice -n 5 go build -ldflags "$flags" -o "$result/" "${SERVERS[@]/#/./cmd/}"
}

check_versions() {
    local result="$1" server answer
    for server in "${SERVERS[@]}"; do
        answer="$("$result/$server" --version 2>&1)" || true
        [[ "$answer" == "Kubernetes v$VERSION" ]] || fail "The $server just built says '$answer' instead of its version, $VERSION."
    done
}

main "$@"
