# The PostgreSQL server that ./dev test asks whether it takes every statement.

POSTGRES_PACKAGES=(postgresql)
POSTGRES_OFF=/etc/postgresql-common/createcluster.d/slipway.conf

# While its package is installed: else that makes a database and runs it as a service, which nobody
# asked for. postgres_no_service on|off, as root.
postgres_no_service() {
    if [ "$1" = on ]; then
        as_root mkdir -p "$(dirname $POSTGRES_OFF)"
        echo 'create_main_cluster = false' | as_root tee $POSTGRES_OFF >/dev/null
    else
        as_root rm -f $POSTGRES_OFF
        as_root rmdir --ignore-fail-on-non-empty "$(dirname $POSTGRES_OFF)"
    fi
}

stage_postgres() { stage contract-postgres tests/contract/postgres.py; }
