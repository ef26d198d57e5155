#!/usr/bin/env bash
# Called by ./sequential bench, which has set everything up: SEQUENTIAL_ROOT, _STATE (a folder to keep things in), _LIB, _PYTHON.
set -euo pipefail
cd "$SEQUENTIAL_ROOT"
classes=benchmarks/target/classes
main=dev.sequential.benchmarks.Main
mkdir -p "$classes"
javac -parameters -g -nowarn -proc:none -d "$classes" -cp "$SEQUENTIAL_LIB/*" $(find benchmarks/src/main/java -name '*.java')
[ -f "$classes/${main//.//}.class" ] || { echo "sequential: there are no benchmarks yet ($main)." >&2; exit 1; }
exec java -Xmx4g --enable-native-access=ALL-UNNAMED -XX:+IgnoreUnrecognizedVMOptions --sun-misc-unsafe-memory-access=allow \
  -Dorg.nd4j.log.initialization=false -Djava.awt.headless=true -cp "$classes:$SEQUENTIAL_LIB/*" "$main" "$@"
