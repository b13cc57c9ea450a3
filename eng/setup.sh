#!/usr/bin/env bash
# Installs what FactoryBot needs on a Debian machine and does nothing where it is there already.
#   eng/setup.sh          what building, running and all tests need
#   eng/setup.sh --run    what building and running need
set -euo pipefail
cd "$(dirname "$0")/.."

tests=yes
case "${1:-}" in
    "") ;;
    --run) tests=no ;;
    *) sed -n 's/^#   //p' "$0" >&2; exit 2 ;;
esac

say() { printf 'setup: %s\n' "$*"; }
fail() { say "$*" >&2; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

has dotnet || fail "the .NET 10 SDK is missing. Install it, then run this again."
words=$(dotnet --version 2>&1) || fail "the .NET SDK cannot be used (global.json asks for 10.0.100 or newer): $words"

# The newest PostgreSQL of the distribution's own folders.
server_major() { ls -1 /usr/lib/postgresql 2>/dev/null | grep -E '^[0-9]+$' | sort -n | tail -1; }
has_server() { local major; major=$(server_major); [ -n "$major" ] && [ "$major" -ge 15 ] && [ -x "/usr/lib/postgresql/$major/bin/initdb" ]; }
has_vector() { [ -e "/usr/share/postgresql/$(server_major)/extension/vector.control" ]; }
has_font() { [ -e /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf ]; }

packages=()
has_server || packages+=(postgresql)
has setpriv && has setsid || packages+=(util-linux)
# Charts become pictures with the first, quotes are written in the font and read out of PDF files with the third.
has rsvg-convert || packages+=(librsvg2-bin)
has_font || packages+=(fonts-dejavu-core)
has pdftotext || packages+=(poppler-utils)
[ -f /usr/share/wordnet/index.noun ] || packages+=(wordnet-base)
# The chat page is bundled from npm packages.
has npm || packages+=(nodejs npm)
if [ "$tests" = yes ]; then
    has chromium || packages+=(chromium)
fi

root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"
    elif has sudo; then sudo "$@"
    else fail "this needs root and there is no sudo. Let an administrator run: bash $PWD/eng/setup.sh"; fi
}

updated=no
install() {
    has apt-get || fail "apt-get is missing; install these yourself: $*"
    [ "$updated" = yes ] || root apt-get -qq update </dev/null
    updated=yes
    say "installing $*"
    root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$@" </dev/null >/dev/null
}

if [ "${#packages[@]}" -gt 0 ]; then
    # Debian would make and start a cluster of its own beside ours.
    if [[ " ${packages[*]} " == *" postgresql "* ]] && [ ! -e /etc/postgresql-common/createcluster.conf ]; then
        root mkdir -p /etc/postgresql-common
        echo "create_main_cluster = false" | root tee /etc/postgresql-common/createcluster.conf >/dev/null
    fi
    install "${packages[@]}"
fi
has_server || fail "the distribution's PostgreSQL is older than 15. Set ConnectionStrings__FactoryBot to a newer server."

if ! has_vector; then
    major=$(server_major)
    has apt-cache && [ "$updated" = no ] && { root apt-get -qq update </dev/null; updated=yes; }
    if apt-cache show "postgresql-$major-pgvector" >/dev/null 2>&1; then
        install "postgresql-$major-pgvector"
    else
        install build-essential dpkg-dev "postgresql-server-dev-$major"
        root bash eng/pgvector.sh "$major" </dev/null
    fi
fi

bash eng/webchat.sh </dev/null

if [ "$tests" = yes ]; then
    # Debian 12 has an older Node.js than the Agents Playground runs on; the test run finds this one by its folder.
    node=tests/e2e/.node
    if ! node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 20 ? 0 : 1)' && [ ! -x "$node/node_modules/node/bin/node" ]; then
        say "installing Node.js 22 into $node"
        npm install --prefix "$node" node@22 --no-save --no-audit --no-fund --loglevel=error </dev/null >/dev/null
    fi
    [ ! -d "$node" ] || PATH="$PWD/$node/node_modules/node/bin:$PATH"
    # npm writes its own copy of the lock file last, so an older one means an install that is missing or was cut off.
    if [ -e tests/e2e/package-lock.json ] && [ ! tests/e2e/node_modules/.package-lock.json -nt tests/e2e/package-lock.json ]; then
        say "installing the packages of tests/e2e"
        npm ci --prefix tests/e2e --no-audit --no-fund --loglevel=error </dev/null >/dev/null
    fi
fi
