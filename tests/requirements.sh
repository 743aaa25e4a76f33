#!/usr/bin/env bash
# Writes docs/requirements.md anew: what the papers require, and which pages, steps, rules and tests show it.
set -euo pipefail
cd "$(dirname "$0")/.."
LRA_WRITE_REQUIREMENTS=1 dotnet test tests/LraGovernance.Tests --nologo --filter FullyQualifiedName~Requirements.RequirementsTests "$@"
