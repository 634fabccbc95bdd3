#!/usr/bin/env bash
# Writes the archive of the images that a node has from the start, because there is no registry to pull from, and prints its path:
# the pause image, busybox, and the story's auto-serve and auto-client. All are one layer of busybox, the story's with one more.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=cache.sh
. "$here/cache.sh"

main() {
    local tools key
    tools="$("$here/fetch-tools.sh")"
    BUSYBOX="$tools/bin/busybox"
    key="images-$(cat "$BUSYBOX" "${BASH_SOURCE[0]}" "$here"/images/* | sha256sum | cut -c 1-16)"
    fill_cache "$key" build
    printf '%s\n' "$CACHE/$key/images.tar"
}

build() {
    local result="$1" busybox program
    busybox="$(busybox_layer)"
    # The kubelet names every sandbox's image itself; it needs a process that stays, and busybox has one.
    image pause '["/bin/busybox", "sleep", "1000000000"]' '"localhost/pause:3"' "$busybox"
    image busybox '["sh"]' '"docker.io/library/busybox:latest", "docker.io/library/busybox:1"' "$busybox"
    for program in auto-serve auto-client; do
        image "$program" "[\"/bin/$program\"]" "\"docker.io/library/$program:latest\"" "$busybox" "$(program_layer "$program")"
    done
    jq -s . manifest-*.json >manifest.json
    pack "$result/images.tar" manifest.json ./*.config.json ./*.layer.tar
}

busybox_layer() {
    local root=busybox-root applet
    mkdir -p "$root"/{bin,etc,root,tmp,var}
    chmod 1777 "$root/tmp"
    cp "$BUSYBOX" "$root/bin/busybox"
    for applet in $("$BUSYBOX" --list); do
        [[ "$applet" == busybox ]] || ln -s busybox "$root/bin/$applet"
    done
    echo 'root:x:0:0:root:/root:/bin/sh' >"$root/etc/passwd"
    echo 'root:x:0:' >"$root/etc/group"
    layer busybox "$root"
}

program_layer() {
    mkdir -p "$1-root/bin"
    install -m 755 "$here/images/$1" "$1-root/bin/$1"
    layer "$1" "$1-root"
}

# layer NAME ROOT: packs a layer and prints its file name.
layer() {
    (cd "$2" && pack "../$1.layer.tar" .)
    echo "$1.layer.tar"
}

# The same content makes the same archive, so that an image's id depends on nothing else.
pack() {
    local archive="$1"
    shift
    tar --sort=name --owner=0 --group=0 --numeric-owner --mtime=@0 --transform='s|^\./||' -cf "$archive" -- "$@"
}

# image NAME COMMAND TAGS LAYER...: writes the image's configuration and its entry for the archive's manifest.
image() {
    local name="$1" command="$2" tags="$3" architecture digests layers
    shift 3
    architecture="$(dpkg --print-architecture)"
    digests="$(sha256sum "$@" | sed 's/^\([0-9a-f]*\).*/"sha256:\1"/' | paste -s -d,)"
    layers="$(printf '"%s"\n' "$@" | paste -s -d,)"
    jq -n "{created: \"2021-01-13T00:00:00Z\", architecture: \"$architecture\", os: \"linux\",
        config: {Cmd: $command, Env: [\"PATH=/bin\"], WorkingDir: \"/\"}, rootfs: {type: \"layers\", diff_ids: [$digests]}}" \
        >"$name.config.json"
    jq -n "{Config: \"$name.config.json\", RepoTags: [$tags], Layers: [$layers]}" >"manifest-$name.json"
}

main
