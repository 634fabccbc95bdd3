# shellcheck shell=bash
# Where downloaded and built things are kept between runs: outside the checkout, one folder for each key, filled at once or not at all.

CACHE="${SKUBECTL_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/skubectl}"

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "$*"
    exit 1
}

# fill_cache KEY BUILDER: makes $CACHE/KEY by running BUILDER with an empty folder as its only argument. The folder gets its name
# only once BUILDER has succeeded, and two runs at the same time do not build twice: the second waits for the first.
fill_cache() {
    local key="$1" builder="$2"
    [[ -d "$CACHE/$key" ]] && return
    mkdir -p "$CACHE"
    (
        exec 9>"$CACHE/.$key.lock"
        flock --nonblock 9 || {
            say "Another run is preparing $key; waiting for it."
            flock 9
        }
        [[ -d "$CACHE/$key" ]] && exit
        rm -rf "$CACHE/.$key".building.*
        staging="$(mktemp -d "$CACHE/.$key.building.XXXXXX")"
        trap 'chmod -R u+w "$staging"; rm -rf "$staging"' EXIT
        mkdir "$staging/result" "$staging/work"
        (cd "$staging/work" && "$builder" "$staging/result")
        mv "$staging/result" "$CACHE/$key"
    )
}

# logged LOG COMMAND...: keeps the command's output in LOG, and shows the end of it when the command fails.
logged() {
    local log="$1"
    shift
    "$@" >>"$log" 2>&1 && return
    say "This command failed: $*"
    say "The last lines of $log:"
    tail -n 20 "$log" >&2
    return 1
}
