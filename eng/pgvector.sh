#!/usr/bin/env bash
# Installs the pgvector extension for one PostgreSQL version on a release that has no package of it: builds the
# source package of a newer Debian release, fetched from this machine's own mirror and verified by apt.
# Usage, as root: eng/pgvector.sh POSTGRESQL_MAJOR
set -euo pipefail

major=$1
newer=trixie
pg_config=/usr/lib/postgresql/$major/bin/pg_config
[ -e "/usr/share/postgresql/$major/extension/vector.control" ] && exit 0

# This machine's own mirror and key, from either format of apt's sources; security mirrors hold no pgvector.
read -r mirror entry < <(apt-get indextargets --format '$(SITE) $(SOURCESENTRY) $(CODENAME) $(COMPONENT)' 'Created-By: Packages' |
    awk '$3 !~ /security|updates|backports/ && $4 == "main" { print $1, $2; exit }') || true
[ -n "${mirror:-}" ] || { echo "pgvector: no Debian mirror in apt's sources; run apt-get update first." >&2; exit 1; }
key=$(sed -nE 's/^Signed-By: *([^ ]+).*/\1/p; s/^deb.*\[.*signed-by=([^] ]+).*/\1/p' "${entry%:*}" | head -1)
[ -e "$key" ] || key=/usr/share/keyrings/debian-archive-keyring.gpg

work=$(mktemp -d /tmp/pgvector.XXXXXX)
trap 'rm -rf "$work"' EXIT
# apt drops its rights to the user _apt while it downloads.
chmod 755 "$work"
mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/source"
if id _apt >/dev/null 2>&1; then chown -R _apt "$work/lists" "$work/cache" "$work/source"; fi
cat >"$work/newer.sources" <<SOURCES
Types: deb-src
URIs: $mirror
Suites: $newer
Components: main
Signed-By: $key
SOURCES
private=(-o "Dir::Etc::sourcelist=$work/newer.sources" -o Dir::Etc::sourceparts=- -o "Dir::State::lists=$work/lists"
    -o "Dir::Cache=$work/cache" -o APT::Get::List-Cleanup=0 -o Acquire::Languages=none)

echo "pgvector: building the source package of $newer for PostgreSQL $major"
apt-get "${private[@]}" -qq update
cd "$work/source"
apt-get "${private[@]}" -qq source --download-only pgvector
# apt has checked the files against the signed index, so the .dsc needs no second key here.
dpkg-source --no-check -x pgvector_*.dsc tree >/dev/null
make -s -C tree OPTFLAGS= PG_CONFIG="$pg_config" with_llvm=no -j"$(nproc)" >"$work/build.log" 2>&1 &&
    make -s -C tree PG_CONFIG="$pg_config" with_llvm=no install >>"$work/build.log" 2>&1 ||
    { tail -20 "$work/build.log" >&2; echo "pgvector: the build failed." >&2; exit 1; }
