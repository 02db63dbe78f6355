#!/bin/sh
# Takes the new pages of a folder into a library and writes its references anew; meant for cron:
#
#     15 6 * * *  /path/to/batch.sh ~/scraped ~/papers.litcli ~/papers.bib
#
# Pages that are known already cost next to nothing and change nothing, so the folder may simply keep growing.
# Exit code 0: done, also where pages were set aside (each is named, and waits in `litcli inbox list`);
# 75: the library cannot be used now, mostly because another program has it: try again later; else litcli's own code.
set -eu

[ $# -eq 3 ] || { echo "usage: batch.sh FOLDER LIBRARY FILE.bib" >&2; exit 2; }
pages=$1 references=$3
export LITCLI_LIBRARY="$2"

results=$(mktemp)
trap 'rm -f "$results"' EXIT

code=0
litcli ingest "$pages" --tag "arrived/$(date +%Y-%m)" --json --quiet >"$results" || code=$?
case $code in
    0 | 3) ;; # 3: some pages were set aside, the others are in
    5) exit 75 ;;
    *) exit "$code" ;;
esac

# One JSON line a page: {"source", "ordinal", "outcome", "citekey", "reason", "like"}.
python3 - "$results" <<'PY'
import json
import sys
from collections import Counter

with open(sys.argv[1], encoding="utf-8") as lines:
    items = [json.loads(line) for line in lines]
print(", ".join(f"{number} {outcome}" for outcome, number in Counter(item["outcome"] for item in items).items()) or "no pages")
for item in items:
    if item["like"]:
        print(f"{item['citekey']} may be the same work as {', '.join(item['like'])}: litcli dedupe")
PY

litcli export --to bibtex -o "$references" --quiet
