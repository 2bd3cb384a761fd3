#!/bin/sh
# back-up.sh FOLDER: dumps DATABASE_URL, and ERASURE_DATABASE_URL if it is set, and keeps 30 days.
# A dump has its name only once it is whole.
set -eu
folder=$1
day=$(date +%Y-%m-%d)

dump() {
  pg_dump --format=custom --file="$folder/$2-$day.part" "$1"
  mv "$folder/$2-$day.part" "$folder/$2-$day.dump"
}

dump "$DATABASE_URL" sansheng
if [ -n "${ERASURE_DATABASE_URL:-}" ]; then
  dump "$ERASURE_DATABASE_URL" erasures
fi
find "$folder" -maxdepth 1 -name '*.dump' -mtime +30 -delete
find "$folder" -maxdepth 1 -name '*.part' -mtime +1 -delete
