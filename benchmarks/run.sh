#!/usr/bin/env bash
# Called by ./sequential bench, which has set everything up: SEQUENTIAL_ROOT, _STATE (a folder to keep things in), _LIB, _PYTHON.
set -euo pipefail
sources=$SEQUENTIAL_ROOT/benchmarks/src/main/java
classes=$SEQUENTIAL_STATE/benchmarks
case $(uname -s) in MINGW* | MSYS* | CYGWIN*) separator=';' ;; *) separator=: ;; esac

if [ ! -f "$classes/.built" ] || [ -n "$(find "$sources" "$SEQUENTIAL_LIB" -newer "$classes/.built" | head -n 1)" ]; then
  rm -rf "$classes"
  mkdir -p "$classes"
  find "$sources" -name '*.java' | sed 's/.*/"&"/' >"$classes/sources.txt"
  javac -parameters -nowarn -proc:none -d "$classes" -cp "$SEQUENTIAL_LIB/*" @"$classes/sources.txt"
  touch "$classes/.built"
fi

exec java --enable-native-access=ALL-UNNAMED -XX:+IgnoreUnrecognizedVMOptions --sun-misc-unsafe-memory-access=allow \
  -Dorg.nd4j.log.initialization=false -Djava.awt.headless=true \
  "-Djava.util.logging.config.file=$SEQUENTIAL_ROOT/magics/src/main/resources/dev/sequential/magics/logging.properties" \
  -cp "$classes$separator$SEQUENTIAL_LIB/*" dev.sequential.benchmarks.Main "$@"
