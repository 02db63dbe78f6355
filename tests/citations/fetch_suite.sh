#!/bin/sh
# Puts the tests that CSL has for its processors into tests/citations/suite/, as Debian keeps them in the source of haskell-citeproc.
# Where there is no Debian to ask, nothing happens, and the test that wants them says so.
set -eu
cd "$(dirname "$0")"
[ ! -d suite ] || exit 0
command -v apt-get >/dev/null || exit 0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/lists/partial" "$work/parts" "$work/source"
for list in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
  [ ! -f "$list" ] || sed -n 's/^deb /deb-src /p' "$list" >"$work/parts/$(basename "$list" .list).list"
done
for list in /etc/apt/sources.list.d/*.sources; do
  [ ! -f "$list" ] || sed 's/^Types:.*/Types: deb-src/' "$list" >"$work/parts/$(basename "$list")"
done
apt() {
  timeout 120 apt-get -qq -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$work/parts" -o Dir::State::lists="$work/lists" "$@"
}
apt update >/dev/null 2>&1
cd "$work/source"
apt source --download-only haskell-citeproc >/dev/null 2>&1
tar xzf ./*.orig.tar.gz
mkdir "$work/suite"
cp ./*/test/csl/*.txt "$work/suite/"
ls ./*.orig.tar.gz | sed 's/.*_\(.*\)\.orig.*/\1/' >"$work/suite/VERSION"
mv "$work/suite" "$OLDPWD/suite"
