#!/usr/bin/env bash
# Starts a PostgreSQL of our own in a folder of our own; prints its connection string. Stops with: postgres.sh stop DIR
set -euo pipefail

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ] || { echo "PostgreSQL is not installed" >&2; exit 1; }
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

if [ "${1:-}" = stop ]; then
  as_postgres "$bin/pg_ctl" -D "$2/data" -m immediate stop >/dev/null
  exit 0
fi

dir=${1:?a folder to keep it in}
port=${2:-54329}
mkdir -p "$dir"
[ "$(id -u)" = 0 ] && chown postgres "$dir"
chmod 711 "$dir"
echo "lra-tests-only" > "$dir/password"
[ "$(id -u)" = 0 ] && chown postgres "$dir/password"
as_postgres "$bin/initdb" -D "$dir/data" -A scram-sha-256 --username=lra --pwfile="$dir/password" -k >/dev/null
as_postgres "$bin/pg_ctl" -D "$dir/data" -l "$dir/log" -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$dir -c max_connections=200" -w start >/dev/null
echo "Host=127.0.0.1;Port=$port;Username=lra;Password=lra-tests-only;Database=postgres"
