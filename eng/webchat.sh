#!/usr/bin/env bash
# Puts the chat page's scripts of Microsoft's, pinned and checked, into artifacts/webchat, where the build takes them from: Web Chat without speech and
# without cards, which is half of it, and the renderer of cards, which the page loads later. Does nothing where they are there already.
set -euo pipefail
cd "$(dirname "$0")/.."
out=artifacts/webchat
client=botframework-webchat@4.18.1
cards=adaptivecards@3.0.2
[ "$(cat "$out/version" 2>/dev/null)" != "$client $cards" ] || exit 0

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# package, script in it, name here, sha512 of the package as it was published
fetch() {
    local archive=${1/@/-}.tgz
    (cd "$work" && npm pack "$1" --silent >/dev/null)
    echo "$4  $work/$archive" | sha512sum --check --quiet
    tar -xzf "$work/$archive" -C "$work" "package/dist/$2"
    mv "$work/package/dist/$2" "$out/$3"
    gzip -9 -k -n -f "$out/$3"
    node -e 'const fs = require("fs"); fs.writeFileSync(process.argv[1] + ".br", require("zlib").brotliCompressSync(fs.readFileSync(process.argv[1])))' "$out/$3"
    printf '%s: %s KB, %s KB packed\n' "$1" $(($(stat -c %s "$out/$3") / 1024)) $(($(stat -c %s "$out/$3.br") / 1024))
}
rm -rf "$out"
mkdir -p "$out"
fetch $client webchat-minimal.js webchat.js ee3a44509ee8953eb65e6fbc7a1ec186121c5d57d4db10f8a590da781b7c2b85dc372e8affcdd4188c44f411645e61cc6788431153b3b3972b7b4ec65ae697ce
tar -xzf "$work/${client/@/-}.tgz" -C "$work" package/dist/webchat-minimal.js.LICENSE.txt
mv "$work/package/dist/webchat-minimal.js.LICENSE.txt" "$out/webchat.js.LICENSE.txt"
fetch $cards adaptivecards.min.js adaptivecards.js 8a89e21ed9bc739b84370ea399d7679eda630b832f48e8cdd97ae0f58871b93b6856acf45e862b227448ab4b9ff5698e366ee9fb0aa302a064a08e8844378dc0
tar -xzf "$work/${cards/@/-}.tgz" -C "$work" package/LICENSE
mv "$work/package/LICENSE" "$out/adaptivecards.js.LICENSE.txt"
echo "$client $cards" >"$out/version"
