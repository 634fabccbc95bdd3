#!/usr/bin/env bash
# Installs the Debian packages of the named groups that are missing, and does nothing, quickly, when none is.
#
#     packages.sh build cluster test
set -euo pipefail

packages_of() {
    case "$1" in
    build) echo make gcc libc6-dev libcurl4-openssl-dev libyaml-dev ;;
    kubernetes-build) echo dpkg-dev patch ;;
    cluster) echo openssl curl jq ;;
    test) echo python3 curl git jq hyperfine openssl bash-completion zsh fish ;;
    check) echo shellcheck ;;
    *)
        echo "There is no group of packages named '$1'; the groups are: build, kubernetes-build, cluster, test, check." >&2
        return 1
        ;;
    esac
}

missing_of() {
    local installed
    installed="$(dpkg-query --show --showformat '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true)"
    comm -23 <(printf '%s\n' "$@" | sort -u) <(sed -n 's/^installed //p' <<<"$installed" | sort -u)
}

install() {
    local root=()
    if [[ "$(id -u)" != 0 ]]; then
        sudo -n true 2>/dev/null || {
            echo "These Debian packages are missing and installing them needs root; please install them: $*" >&2
            return 1
        }
        root=(sudo -n)
    fi
    echo "Installing the missing Debian packages: $*" >&2
    local apt=("${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y) log
    log="$(mktemp)"
    # apt never removes a package for this: where one is in the way, a person has to decide.
    if "${apt[@]}" update >"$log" 2>&1 && "${apt[@]}" install --no-install-recommends --no-remove "$@" >>"$log" 2>&1 </dev/null; then
        rm -f "$log"
        return
    fi
    tail -n 20 "$log" >&2
    echo "apt could not install $*; its whole output is in $log." >&2
    return 1
}

main() {
    local group wanted=() missing
    for group in "$@"; do
        # Without a variable of its own the failure of packages_of would go unseen.
        local names
        names="$(packages_of "$group")"
        read -ra names <<<"$names"
        wanted+=("${names[@]}")
    done
    missing="$(missing_of "${wanted[@]}")"
    [[ -n "$missing" ]] || return 0
    # shellcheck disable=SC2086 # one word is one package
    install $missing
}

main "$@"
