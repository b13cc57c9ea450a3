#!/usr/bin/env bash
# Starts FactoryBot: sets the machine up where something is missing, builds what has changed, runs it.
#   bash eng/run.sh              the server, with a private database and the demo plant
#   bash eng/run.sh chat         the chat in this terminal
#   bash eng/run.sh ask "..."    one question; any other command of factorybot likewise
set -euo pipefail
cd "$(dirname "$0")/.."

bash eng/setup.sh --run

out=artifacts/run
stamp=$out/.built
if [ ! -e "$stamp" ] || [ -n "$(find src Directory.Build.props Directory.Packages.props global.json \
        \( -name bin -o -name obj \) -prune -o -type f -newer "$stamp" -print -quit)" ]; then
    echo "Building FactoryBot ..." >&2
    mkdir -p "$out"
    dotnet publish src/FactoryBot -c Release -o "$out" --nologo -v quiet >"$out.log" 2>&1 ||
        { cat "$out.log" >&2; echo "The build failed; the log is $out.log." >&2; exit 1; }
    touch "$stamp"
fi

# Only for this machine: lets the Agents Playground and local programs in without a key. Real Teams needs Teams__AppId.
if [ -z "${Teams__AppId:-}" ]; then
    export Teams__DangerouslyAllowUnauthenticatedLocalCalls="${Teams__DangerouslyAllowUnauthenticatedLocalCalls:-true}"
fi
export ASPNETCORE_URLS="${ASPNETCORE_URLS:-http://localhost:3978}"

exec dotnet "$out/factorybot.dll" "$@"
