#!/usr/bin/env bash
# fetch.sh FOLDER: copies DL4J and all it needs into this folder, by the system's Maven or the project's own.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
maven=(mvn)
command -v mvn >/dev/null || maven=(sh "$here/../../mvnw")

rm -rf "$1"
cd "$here"
"${maven[@]}" -B -ntp -f "$here/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies "-DoutputDirectory=$1"
