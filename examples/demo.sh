#!/bin/sh
# The main job on the example pages: `make demo`. All that it makes lies in .demo beside this folder, made afresh each time.
set -eu

cd "$(dirname "$0")/.."
rm -rf .demo
mkdir .demo

command -v litcli >/dev/null || { echo "demo: litcli is not installed; run 'make demo'" >&2; exit 1; }
unset LITCLI_STYLE LITCLI_LOCALE LITCLI_JOBS LITCLI_CITEKEY_PATTERN
export LITCLI_CONFIG=.demo/config.toml # none: the demo shows the defaults
export LITCLI_LIBRARY=.demo/library.litcli

bold='' dim='' plain=''
if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then
    esc=$(printf '\033')
    bold="${esc}[1m" dim="${esc}[2m" plain="${esc}[0m"
fi

say() { printf '\n%s# %s%s\n' "$dim" "$1" "$plain"; }

# run COMMAND [EXIT-CODE]: show the command line, run it, and stop unless it ends as expected.
run() {
    printf '%s$ %s%s\n' "$bold" "$1" "$plain"
    code=0
    eval "$1" || code=$?
    [ "$code" -eq "${2:-0}" ] && return
    printf 'demo: that ended with exit code %s, and %s was expected\n' "$code" "${2:-0}" >&2
    exit 1
}

say 'Read a folder of raw pages. One is news: it is set aside, and the exit code is 3.'
run 'litcli ingest examples/pages' 3
say 'One file may hold many pages.'
run 'litcli ingest examples/dump.txt --tag monitoring'
say 'The same page twice changes nothing.'
run 'litcli ingest examples/pages/pubmed.txt'

say 'What the library holds, and what waits for a look.'
run 'litcli list'
run 'litcli inbox list'

say 'Each value with its place on the page, how sure it is, and by which rule it was read.'
run 'litcli show halvorsen2021 --evidence'
say 'Why does it say so?'
run 'litcli why halvorsen2021 issue'
say 'Two pages of one work became one entry.'
run 'litcli why raghunathan2022 container-title'

say 'Search, with or without accents.'
run "litcli search 'author:ostergaard OR polinizacion'"
say 'Tag what a search finds.'
run "litcli tag add lighting/dimming --where 'dimm*' --yes"
run 'litcli tag tree'
say 'This page does not name its journal, so that is missing, not guessed. An edit lies above the page.'
run 'litcli list missing:container-title --columns key,missing'
run "litcli set halvorsen2021 container-title='Reviews in Night Ecology' volume=9"
run 'litcli why halvorsen2021 container-title'

say 'Out to other programs.'
run 'litcli export --to ris -o .demo/refs.ris'
run 'litcli export --where tag:lighting/ --to bibtex -o .demo/refs.bib'
run 'litcli export raghunathan2022 --to bibtex | grep -v abstract'
say 'A bibliography in two of 10,000 styles, and as a web page.'
run 'litcli cite --where tag:lighting/ --style apa'
run 'litcli cite --where tag:lighting/ --style vancouver'
run 'litcli cite --style apa --format html -o .demo/refs.html'

say 'Every change can be taken back.'
run 'litcli rm sorensen2015'
run 'litcli undo'
run 'litcli log'

printf '\nThe results lie in .demo:\n'
for file in .demo/library.litcli .demo/refs.ris .demo/refs.bib .demo/refs.html; do
    [ -s "$file" ] || { echo "demo: $file was not written" >&2; exit 1; }
    printf '  %s\n' "$file"
done
printf 'Try it yourself:  %s --library .demo/library.litcli list\n' "$(command -v litcli)"
