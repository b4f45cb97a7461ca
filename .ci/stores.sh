# To be sourced: installs Redis and PostgreSQL from Debian's packages where they are missing, starts each on a free port with its data
# in a temporary folder, and sets REDIS_URL and DATABASE_URL. Nothing of them stays.

if ! command -v redis-server >/dev/null || ! compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends redis-server postgresql >/dev/null
fi

free_port() {
  node -e "const s = require('net').createServer().listen(0, '127.0.0.1', () => { console.log(s.address().port); s.close(); })"
}

stores=$(mktemp -d)
pg_bin=$(compgen -G '/usr/lib/postgresql/*/bin' | sort -V | tail -1)
pg_port=$(free_port)
redis_port=$(free_port)
# PostgreSQL does not run as root.
chown postgres "$stores"
as_postgres() { runuser -u postgres -- "$@"; }

stop_stores() {
  redis-cli -p "$redis_port" shutdown nosave || true
  as_postgres "$pg_bin/pg_ctl" -D "$stores/pg" -m immediate stop >/dev/null || true
  rm -rf "$stores"
}
trap stop_stores EXIT

(
  cd "$stores"
  redis-server --port "$redis_port" --bind 127.0.0.1 --save '' --daemonize yes --dir "$stores" --logfile redis.log >/dev/null
  as_postgres "$pg_bin/initdb" -D "$stores/pg" --auth trust --no-sync >/dev/null
  as_postgres "$pg_bin/pg_ctl" -D "$stores/pg" -o "-p $pg_port -k $stores -c listen_addresses=127.0.0.1" -l "$stores/pg.log" -w start >/dev/null
)

export REDIS_URL="redis://127.0.0.1:$redis_port"
export DATABASE_URL="postgres://postgres@127.0.0.1:$pg_port/postgres"
