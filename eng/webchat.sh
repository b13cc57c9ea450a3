#!/usr/bin/env bash
# Puts Web Chat's own script, pinned and checked, into artifacts/webchat, where the build takes it from. Does nothing where it is there already.
set -euo pipefail
cd "$(dirname "$0")/.."
version=4.18.1
# Of the package as it was published.
sha512=ee3a44509ee8953eb65e6fbc7a1ec186121c5d57d4db10f8a590da781b7c2b85dc372e8affcdd4188c44f411645e61cc6788431153b3b3972b7b4ec65ae697ce
out=artifacts/webchat
[ "$(cat "$out/version" 2>/dev/null)" != "$version" ] || exit 0

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && npm pack "botframework-webchat@$version" --silent >/dev/null)
echo "$sha512  $work/botframework-webchat-$version.tgz" | sha512sum --check --quiet
mkdir -p "$out"
tar -xzf "$work/botframework-webchat-$version.tgz" -C "$work" package/dist/webchat.js package/dist/webchat.js.LICENSE.txt
cp "$work/package/dist/webchat.js" "$work/package/dist/webchat.js.LICENSE.txt" "$out/"
gzip -9 -k -n -f "$out/webchat.js"
echo "$version" >"$out/version"
printf 'webchat: %s, %s KB, %s KB packed\n' "$version" $(($(stat -c %s "$out/webchat.js") / 1024)) $(($(stat -c %s "$out/webchat.js.gz") / 1024))
