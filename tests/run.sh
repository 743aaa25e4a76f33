#!/usr/bin/env bash
# Installs what the tests need, starts a PostgreSQL of its own, builds, and runs everything.
# LRA_CAMPAIGN=1 runs the long campaigns in place of their samples.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '\n== %s\n' "$*"; }

say "What the tests need"
missing=()
[ -x /usr/bin/chromium ] || missing+=(chromium)
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
if [ "${#missing[@]}" -gt 0 ]; then
  root=(); [ "$(id -u)" = 0 ] || root=(sudo)
  "${root[@]}" apt-get update -qq
  DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi
[ -x /usr/bin/chromium ] || { echo "chromium is not there and could not be installed" >&2; exit 1; }

# Databases of tests live for seconds and sync every commit: in memory where there is room, or waiting for the disk is half the time.
room=$(df --output=avail /dev/shm 2>/dev/null | tail -n 1 || true)
[ "${room:-0}" -gt 4000000 ] && export TMPDIR=/dev/shm
results=$(mktemp -d)
chmod 711 "$results"
export TMPDIR="$results/temporary" # what tests leave behind goes when they have ended
mkdir -m 1777 "$TMPDIR"
stop() { tests/postgres.sh stop "$results/postgres" || true; rm -rf "$results" || true; }
trap stop EXIT
LRA_TEST_POSTGRES=$(tests/postgres.sh "$results/postgres" "${LRA_TEST_POSTGRES_PORT:-54329}")
export LRA_TEST_POSTGRES

say "Build"
dotnet build LraGovernance.sln --nologo -v quiet -clp:NoSummary

run() { nice -n "$2" dotnet test "tests/$1" --no-build --nologo --logger "trx;LogFileName=$results/$1.trx" --logger "console;verbosity=minimal"; }

# The browser waits for itself a good part of the time: it runs beside the rest, which takes what the browser leaves, and is told of afterwards.
failed=0
run LraGovernance.BrowserTests 0 >"$results/browser.log" 2>&1 & browser=$!
for project in LraGovernance.Engine.Tests LraGovernance.Tests; do
  say "$project"
  run "$project" 10 || failed=1
done
wait "$browser" || failed=1
say LraGovernance.BrowserTests
cat "$results/browser.log"

say "Summary"
node tests/summary.mjs "$results"/*.trx || failed=1
exit "$failed"
