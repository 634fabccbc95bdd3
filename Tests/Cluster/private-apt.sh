# shellcheck shell=bash
# An apt with lists, cache and sources of its own, for packages of a Debian release that the machine does not follow.
# Nothing below /etc/apt or /var/lib/apt is changed, and no root is needed.

# The mirror that the machine itself uses for its own release.
debian_mirror() {
    local codename mirror
    # shellcheck source=/dev/null
    codename="$(. /etc/os-release && echo "$VERSION_CODENAME")"
    mirror="$(apt-get update --print-uris 2>/dev/null | sed -n "s|^'\(.*\)/dists/$codename/InRelease' .*|\1|p" | sed -n 1p)"
    [[ -n "$mirror" ]] || fail "apt on this machine has no mirror for Debian $codename, so nothing can be fetched from it."
    printf '%s\n' "$mirror"
}

# make_private_apt FOLDER SUITE TYPE...: a fresh private apt in FOLDER that knows the packages (deb, deb-src) of SUITE.
make_private_apt() {
    local folder="$1" suite="$2" mirror keyring=/usr/share/keyrings/debian-archive-keyring.gpg signed=""
    shift 2
    mirror="$(debian_mirror)" || return
    [[ ! -e "$keyring" ]] || signed="[signed-by=$keyring] "
    mkdir -p "$folder"/{state/lists/partial,cache/archives/partial}
    printf "%s $signed$mirror $suite main\n" "$@" >"$folder/sources.list"
    private_apt "$folder" update
}

# unpack_packages FOLDER ROOT PACKAGE...: downloads binary packages with the private apt in FOLDER and unpacks them below ROOT.
unpack_packages() {
    local folder root package
    folder="$(realpath "$1")" root="$(realpath -m "$2")"
    shift 2
    mkdir -p "$folder/packages"
    (cd "$folder/packages" && rm -f -- *.deb && private_apt "$folder" download "$@") || return
    for package in "$folder"/packages/*.deb; do
        dpkg -x "$package" "$root" || return
    done
}

# private_apt FOLDER ARGUMENT...: apt-get with the private apt in FOLDER.
private_apt() {
    local folder="$1"
    shift
    apt-get -q -o Dir::State="$folder/state" -o Dir::State::status=/dev/null -o Dir::Cache="$folder/cache" \
        -o Dir::Etc::sourcelist="$folder/sources.list" -o Dir::Etc::sourceparts=/dev/null -o APT::Sandbox::User="$(id -un)" "$@"
}

# private_apt_version FOLDER PACKAGE: the version that the private apt in FOLDER would install.
private_apt_version() {
    apt-cache -o Dir::State="$1/state" -o Dir::State::status=/dev/null -o Dir::Cache="$1/cache" \
        -o Dir::Etc::sourcelist="$1/sources.list" -o Dir::Etc::sourceparts=/dev/null policy "$2" | sed -n 's/^  Candidate: //p'
}
