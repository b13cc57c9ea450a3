#!/usr/bin/env bash
# Publishes the host into artifacts/run, if anything has changed since the last time. Compiled ahead of time where the SDK can:
# a start then takes a second less, and the first answers come from compiled code.
set -euo pipefail
cd "$(dirname "$0")/.."
out=artifacts/run
stamp=$out/.built
if [ -e "$stamp" ] && [ -z "$(find src Directory.Build.props Directory.Packages.props global.json eng/publish.sh artifacts/webchat \
        \( -name bin -o -name obj \) -prune -o -type f -newer "$stamp" -print -quit)" ]; then
    exit 0
fi
echo "Building FactoryBot ..." >&2
rm -rf "$out"
mkdir -p "$out"
publish() { dotnet publish src/FactoryBot -c Release -o "$out" --nologo -v quiet "$@" >"$out.log" 2>&1; }
publish --use-current-runtime --self-contained false -p:PublishReadyToRun=true || publish ||
    { cat "$out.log" >&2; echo "The build failed; the log is $out.log." >&2; exit 1; }
touch "$stamp"
