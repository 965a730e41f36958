#!/usr/bin/env bash
# The site in parts on Slurm. STORE is the store, OUT where the site goes; both on a disk that all nodes see.
#   STORE=/data/store.db OUT=/data/site scripts/engines/slurm.sh 4
# It prints the numbers of both jobs. With `part` or `merge` it is the job itself: Slurm runs it once for each part, with its number in the
# environment. APIDELTA is the command; without it the package has to be installed in the folder that this runs in.
set -euo pipefail
: "${STORE:?names the store}" "${OUT:?names the folder of the site}"
apidelta() { ${APIDELTA:-npx apidelta} "$@"; }
parts="$OUT.parts"

case "${1-}" in
  part)
    # A part that was broken off goes on where it was when Slurm starts it again.
    apidelta build --store "$STORE" --shard auto --workers "${SLURM_CPUS_PER_TASK:-1}" --out "$parts/$SLURM_ARRAY_TASK_ID"
    ;;
  merge)
    apidelta merge "$parts"/* --out "$OUT"
    rm -r "$parts"
    ;;
  *)
    mkdir -p "$parts"
    log="$parts.log"
    array="$(sbatch --parsable --requeue --array="1-${1:?how many parts}" --mem=1G --output="$log" --open-mode=append "$0" part)"
    echo "$array"
    # The parts are merged when all of them are there, and not where one failed.
    sbatch --parsable --dependency="afterok:$array" --kill-on-invalid-dep=yes --output="$log" --open-mode=append "$0" merge
    ;;
esac
