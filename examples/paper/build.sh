#!/bin/sh
# Builds paper.html with its references: ./build.sh [LIBRARY] [FOLDER]
#
# The citations in paper.md are citekeys ([@halvorsen2021]). litcli writes the references as CSL-JSON, and pandoc, which comes
# with litcli, puts them in. refs.bib is for those who write LaTeX (\cite{halvorsen2021}); reading.md is a list of all
# that the library holds on a subject, made by litcli alone.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
export LITCLI_LIBRARY="${1:-library.litcli}"
out=${2:-.}
pandoc=${PANDOC:-$(python3 -c 'import pypandoc; print(pypandoc.get_pandoc_path())')}

litcli export --to csl-json -o "$out/refs.json"
litcli export --to bibtex -o "$out/refs.bib"
"$pandoc" "$here/paper.md" --citeproc --bibliography "$out/refs.json" --standalone -o "$out/paper.html"
litcli cite --where 'keyword:lepidoptera OR moths' --style chicago-author-date --format markdown -o "$out/reading.md"
