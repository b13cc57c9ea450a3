#!/usr/bin/env bash
# Prints how fast parts are taken in, phase by phase, and found, each with the processor time that it takes: a generated catalogue (one million parts, or as many as the first argument says) and 300 lines of requests.
set -euo pipefail
cd "$(dirname "$0")/.."
parts="${1:-1000000}"
folder=$(mktemp -d)
# The private PostgreSQL runs as a user of its own where root starts it.
chmod 711 "$folder"
trap 'rm -rf "$folder"' EXIT

awk -v n="$parts" 'BEGIN {
    split("hex bolt,socket head cap screw,countersunk screw,hex nut,washer,threaded rod,ball bearing,shaft coupling,terminal block,gear motor,linear rail,spring pin,hose clamp,cable gland,proximity sensor", kind, ",")
    split("steel zinc plated,stainless steel A2,stainless steel A4,brass,aluminum,nylon,black oxide steel,copper", material, ",")
    split("Alfa,Berg,Corin,Delta,Ekman,Fabri,Gamma,Holt,Ilves,Jota", maker, ",")
    print "part_number,description,supplier,pack_qty,price,cost,lead_days"
    srand(7)
    for (i = 1; i <= n; i++) {
        k = 1 + int(rand() * 15); m = 1 + int(rand() * 8); d = 3 + int(rand() * 38); l = 5 * (1 + int(rand() * 120)); s = 1 + int(rand() * 10)
        printf "%s-%06d-%02d,M%dx%d mm %s %s series %d,%s,%d,%.2f,%.2f,%d\n", toupper(substr(maker[s], 1, 2)), i, m, d, l, kind[k], material[m], 100 + int(rand() * 900), maker[s], (k < 7 ? 100 : 1), 1 + rand() * 90, 1 + rand() * 40, 3 + int(rand() * 30)
    }
}' >"$folder/parts.csv"

# Every three-thousandth part is asked for: by number, by all of its words, and by some of them.
awk -F, -v n="$parts" 'NR > 1 && NR % int(n / 300 + 1) == 0 {
    c++
    split($2, w, " series ")
    text = c % 3 == 0 ? $1 ", 40 pcs" : c % 3 == 1 ? "please quote 200 pcs " $2 " " $3 : "need 75 pcs " w[1] ", " $3
    gsub(/"/, "", text)
    printf "{\"id\":\"M%d\",\"text\":\"%s\",\"gold\":[{\"part_number\":\"%s\",\"quantity\":%d}]}\n", c * 3 + 1, text, $1, c % 3 == 0 ? 40 : c % 3 == 1 ? 200 : 75
}' "$folder/parts.csv" >"$folder/requests.jsonl"

dotnet build tests/FactoryBot.Benchmarks -c Release --nologo -v quiet
dotnet run --project tests/FactoryBot.Benchmarks -c Release --no-build -- quotes "$folder/database" "$folder/parts.csv" "$folder/requests.jsonl"
