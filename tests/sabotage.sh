#!/usr/bin/env bash
# Would the tests of a requirement notice if it were not kept? Each mutant turns a rule round or takes a step out of a process, is built, and has only
# the tests of its requirement run on it. Outside the gate: about a minute for each.
#   tests/sabotage.sh [--seed N] [--count N]    draws 20 requirements, or N, by seed
#   tests/sabotage.sh --only R-088              the mutants of one requirement;  --all: every one
#   --tree DIR                                  keeps the copy that is built, so that the next run is quicker
set -euo pipefail
exec node "$(dirname "$0")/sabotage/run.mjs" "$@"
