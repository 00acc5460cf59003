#!/bin/sh
# Copies the boundary files of the tests into the corpora of the targets. The corpora are not kept in git.
set -eu
cd "$(dirname "$0")"
files=../tests/data/boundary
for target in read geojson table kml kmz gpx wkt; do
  mkdir -p "corpus/$target"
done
# Files above 100 kB slow every run down and hold nothing that a small one does not.
find "$files/formats" "$files/hostile" ../tests/data/hostile -type f -size -100k 2>/dev/null | while read -r file; do
  name=$(basename "$file")
  cp "$file" "corpus/read/$name"
  case "$name" in
    *.geojson | *.json) cp "$file" "corpus/geojson/$name" ;;
    *.csv | *.txt) cp "$file" "corpus/table/$name" ;;
    *.kml) cp "$file" "corpus/kml/$name"; cp "$file" "corpus/kmz/$name" ;;
    *.kmz) cp "$file" "corpus/kmz/$name" ;;
    *.gpx) cp "$file" "corpus/gpx/$name" ;;
    *.wkt) cp "$file" "corpus/wkt/$name" ;;
  esac
done
