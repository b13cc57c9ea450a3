#!/usr/bin/env bash
# Sets up, builds and runs every test. The last line is "N passed, N failed"; any failure, or a part that ran no test, ends non-zero.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
exec </dev/null

passed=0
failed=0

# Adds the counts of one part; a part without any counts as one failure.
count() {
    local name=$1 status=$2 good=$3 bad=$4
    if [ $((good + bad)) -eq 0 ]; then
        echo "$name ran no test."
        bad=1
    elif [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then
        echo "$name ended with status $status."
        bad=1
    fi
    passed=$((passed + good))
    failed=$((failed + bad))
}

finish() {
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ] && exit 0
    exit 1
}

if ! bash eng/setup.sh || ! dotnet build FactoryBot.sln -c Release -v quiet; then
    echo "Set-up or build failed; no test has run."
    failed=1
    finish
fi

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

for project in tests/*.Tests/*.csproj; do
    name=$(basename "$project" .csproj)
    dotnet test "$project" -c Release --no-build --results-directory "$results" --logger "trx;LogFileName=$name.trx" --logger "console;verbosity=minimal"
    status=$?
    counters=$(grep -o '<Counters [^>]*>' "$results/$name.trx" 2>/dev/null)
    total=$(sed -nE 's/.* total="([0-9]+)".*/\1/p' <<<"$counters")
    good=$(sed -nE 's/.* passed="([0-9]+)".*/\1/p' <<<"$counters")
    # Whatever did not pass has failed, a skipped test among them.
    count "$name" "$status" "${good:-0}" $((${total:-0} - ${good:-0}))
done

if [ -e tests/e2e/package.json ]; then
    [ ! -d tests/e2e/.node ] || PATH="$PWD/tests/e2e/.node/node_modules/node/bin:$PATH"
    npm test --prefix tests/e2e --silent 2>&1 | tee "$results/e2e.log"
    status=${PIPESTATUS[0]}
    last=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$results/e2e.log" | tail -1)
    good=$(sed -nE 's/^([0-9]+) passed.*/\1/p' <<<"$last")
    bad=$(sed -nE 's/.* ([0-9]+) failed$/\1/p' <<<"$last")
    count tests/e2e "$status" "${good:-0}" "${bad:-0}"
fi

finish
