#!/usr/bin/env bash
# Starts FactoryBot: sets the machine up where something is missing, builds what has changed, runs it.
#   bash eng/run.sh              the server, with a private database and the demo plant
#   bash eng/run.sh chat         the chat in this terminal
#   bash eng/run.sh ask "..."    one question; any other command of factorybot likewise
set -euo pipefail
cd "$(dirname "$0")/.."

bash eng/setup.sh --run

bash eng/publish.sh

# Only for this machine: lets the Agents Playground and the browser in without a key. Real Teams needs Teams__AppId.
if [ -z "${Teams__AppId:-}" ]; then
    export Teams__DangerouslyAllowUnauthenticatedLocalCalls="${Teams__DangerouslyAllowUnauthenticatedLocalCalls:-true}"
    export WebChat__DangerouslyOpenOnLoopback="${WebChat__DangerouslyOpenOnLoopback:-true}"
fi
export ASPNETCORE_URLS="${ASPNETCORE_URLS:-http://localhost:3978}"
# Code is written and run through one mapping: with two, as is the default, answers come a third slower while the compiler is at work.
export DOTNET_EnableWriteXorExecute="${DOTNET_EnableWriteXorExecute:-0}"
# New objects are collected every 4 MB. By default that is the size of the processor's cache, which takes 25 MB more and is no faster.
export DOTNET_GCgen0size="${DOTNET_GCgen0size:-0x400000}"

exec dotnet artifacts/run/factorybot.dll "$@"
