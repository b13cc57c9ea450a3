#!/usr/bin/env bash
# Prints the figures of a whole turn beside two echo bots, and of the planner and the cards alone. Takes about five minutes.
#   eng/bench.sh [rounds]
#   eng/bench.sh fleet [--lines 200] [--first 2023-11-01] [--last 2026-10-31] [--folder artifacts/fleet] [--keep]
#       36 million rows of a generated fleet, its questions beside DuckDB and plain SQL; needs 10 GB of disk and some ten minutes
#   eng/bench.sh documents [pieces] [pages] [folder]
#       search in tenants with 1, 10 and 89 percent of 200,000 pieces beside the exact search, and intake beside the bare converters, also of
#       the PDF and DOCX files of a folder of one's own
set -euo pipefail
cd "$(dirname "$0")/.."
if [ "${1:-}" = documents ]; then
    dotnet build tests/FactoryBot.Benchmarks -c Release --nologo -v quiet
    folder=$(mktemp -d)
    # The private PostgreSQL runs as a user of its own where root starts it.
    chmod 711 "$folder"
    trap 'rm -rf "$folder"' EXIT
    dotnet run --project tests/FactoryBot.Benchmarks -c Release --no-build -- documents search "$folder/search" "${2:-200000}"
    dotnet run --project tests/FactoryBot.Benchmarks -c Release --no-build -- documents intake "$folder/intake" "${3:-400}" ${4:+"$4"}
    exit
fi
if [ "${1:-}" = fleet ]; then
    shift
    dotnet build tests/FactoryBot.Benchmarks -c Release --nologo -v quiet
    [ -d tests/FactoryBot.Benchmarks/Fleet/node_modules ] || (cd tests/FactoryBot.Benchmarks/Fleet && npm ci --silent)
    exec node tests/FactoryBot.Benchmarks/Fleet/fleet.mjs "$@"
fi
rounds="${1:-2}"

bash eng/publish.sh
dotnet build tests/e2e/bench/bare -c Release --nologo -v quiet
dotnet build tests/FactoryBot.Benchmarks -c Release --nologo -v quiet
[ -d tests/e2e/node_modules ] || (cd tests/e2e && npm ci --ignore-scripts --silent)

echo "### A turn: POST /api/messages until the reply is at the connector"
echo
FACTORYBOT_DLL="$PWD/artifacts/run/factorybot.dll" node tests/e2e/bench/run.mjs --rounds "$rounds"
echo
echo "### Planner and cards alone"
echo
dotnet run --project tests/FactoryBot.Benchmarks -c Release --no-build -- --filter '*' --job short --exporters github >/dev/null
cat BenchmarkDotNet.Artifacts/results/*-report-github.md

echo
echo "### Quotes: one million parts taken in and found"
echo
bash eng/bench-quotes.sh
