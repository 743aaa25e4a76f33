#!/usr/bin/env bash
# Would the engine's tests notice a mistake? Stryker makes 1,400 of them and runs the tests on each.
set -euo pipefail
cd "$(dirname "$0")/LraGovernance.Engine.Tests"
dotnet tool restore
LRA_MUTATION=1 exec dotnet stryker "$@"
