#!/usr/bin/env bash
# Writes the Teams app package with your ids filled in. Options: bash appPackage/package.sh --help
set -euo pipefail
cd "$(dirname "$0")/.."
exec dotnet run --project src/FactoryBot -- teams-package "$@"
