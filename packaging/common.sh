# What packaging/run and packaging/test share: messages, packages, configuring and building.
# Sourced by POSIX sh with set -eu, in the root of the source tree. Logs go to build/log.
# shellcheck shell=sh

# say TEXT: one line of progress.
say() {
    printf 'chokepoint: %s\n' "$*"
}

# fail WHAT WHY NEXT: ends with a message in three parts.
fail() {
    printf 'chokepoint: %s\n  why: %s\n  next: %s\n' "$1" "$2" "$3" >&2
    exit 1
}

# since SECONDS: how many seconds have passed since the time that `date +%s` gave.
since() {
    echo $(($(date +%s) - $1))
}

# keep LOG: writes the lines it is given to the log, and says every ten seconds how far a build or an installation is.
keep() {
    unpacked=0
    ready=0
    all=
    told=$(date +%s)
    while IFS= read -r line; do
        printf '%s\n' "$line" >&3
        case $line in
            "["*/*"] "*)
                far=${line%%"]"*}
                far="step ${far#"["}"
                far="${far%/*} of ${far#*/}"
                ;;
            *" newly installed, "*)
                all=${line%%" newly installed, "*}
                all=" of ${all##* }"
                continue
                ;;
            "Get:"*)
                far=${line%% *}
                far="package ${far#"Get:"}$all is being downloaded"
                ;;
            "Unpacking "*)
                unpacked=$((unpacked + 1))
                far="$unpacked$all packages unpacked"
                ;;
            "Setting up "*)
                ready=$((ready + 1))
                far="$ready$all packages ready"
                ;;
            *) continue ;;
        esac
        if [ "$(since "$told")" -ge 10 ]; then
            say "  $far"
            told=$(date +%s)
        fi
    done 3>"$1"
}

# quietly STEP COMMAND...: runs the command with its output in a log, of which only progress is told, and its end when it fails.
quietly() {
    step=$1
    shift
    mkdir -p build/log
    rm -f "build/log/$step.failed"
    { "$@" 2>&1 || : >"build/log/$step.failed"; } | keep "build/log/$step.txt"
    if [ -e "build/log/$step.failed" ]; then
        tail -n 80 "build/log/$step.txt" >&2
        fail "the step \"$step\" failed" "its last messages stand above; all of them are in build/log/$step.txt" \
            "mend what they name and start again"
    fi
}

# packages KIND...: names of the packages of these kinds (run, test).
packages() {
    awk -v kinds=" $* " '!/^[ \t]*(#|$)/ && index(kinds, " " $2 " ") { print $1 }' packaging/dependencies
}

# missing_packages KIND...: those of them that are not installed.
# shellcheck disable=SC2016,SC2046 # ${...} is for dpkg-query; names of packages hold no blanks
missing_packages() {
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' $(packages "$@") 2>/dev/null |
        sed -n 's/^installed //p')
    for package in $(packages "$@"); do
        printf '%s\n' "$installed" | grep -qxF -e "$package" || echo "$package"
    done
}

# install_packages KIND...: installs what is missing; does and says nothing when all is there.
install_packages() {
    if ! command -v dpkg-query >/dev/null; then
        fail "the packages that are needed cannot be checked" \
            "this system has no dpkg-query, so it is not Debian or made from it" \
            "install what packaging/dependencies lists in your system's way, then build as packaging/README.md says"
    fi
    missing=$(missing_packages "$@" | tr '\n' ' ')
    missing=${missing% }
    [ -n "$missing" ] || return 0
    if ! command -v apt-get >/dev/null; then
        fail "packages are missing: $missing" "this system has no apt-get that could install them" \
            "install them in your system's way and start again"
    fi
    as_root=
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            fail "packages are missing: $missing" \
                "only root may install them, and this user is not root and has no sudo" \
                "as root: apt-get update && apt-get install --no-install-recommends $missing"
        fi
        as_root=sudo
        say "sudo is asked for because only root may install packages; these and what they depend on will be installed:"
    else
        say "installing these packages and what they depend on:"
    fi
    say "  $missing"
    begin=$(date +%s)
    # One call as root, so that a password is asked for once. Lists that cannot be renewed may still be good enough.
    # shellcheck disable=SC2016,SC2086 # $@ is for the inner shell; $missing is a list
    quietly install $as_root env DEBIAN_FRONTEND=noninteractive LC_ALL=C sh -c '
        apt-get -q update || echo "The lists of packages could not be renewed; trying with those that are here."
        exec apt-get -q -y --no-install-recommends -o DPkg::Lock::Timeout=300 install "$@"' install $missing
    downloaded=$(sed -n '/^Need to get/,$ s/^Fetched //p' build/log/install.txt)
    say "packages installed in $(since "$begin") s${downloaded:+ (downloaded $downloaded)}"
}

# configure PRESET FOLDER: only when the folder has no build files, or older ones than the presets. Ninja itself
# configures again when a CMakeLists.txt has changed. Where somebody has installed ccache, compiled files are kept between
# builds; it is not installed by us, for a first build takes a fifth longer with it.
configure() {
    if command -v ccache >/dev/null; then
        export CMAKE_CXX_COMPILER_LAUNCHER=ccache CCACHE_SLOPPINESS=pch_defines,time_macros
    fi
    if [ ! -f "$2/build.ninja" ] || [ -n "$(find CMakePresets.json -newer "$2/build.ninja")" ]; then
        quietly "configure-$1" cmake --preset "$1"
    fi
}

# compile PRESET [OPTION...]: on a terminal ninja shows each step, elsewhere a line tells now and then how far it is.
compile() {
    if [ -t 1 ]; then
        cmake --build --preset "$@" ||
            fail "the build failed" "the compiler's messages stand above" "mend what they name and start again"
    else
        quietly "build-$1" cmake --build --preset "$@"
    fi
}

# private_runtime_folder: gives Qt the folder that it misses, with a warning, in shells without a login session.
private_runtime_folder() {
    if [ -z "${XDG_RUNTIME_DIR:-}" ]; then
        mkdir -p build/runtime
        chmod 700 build/runtime
        XDG_RUNTIME_DIR=$PWD/build/runtime
        export XDG_RUNTIME_DIR
    fi
}
