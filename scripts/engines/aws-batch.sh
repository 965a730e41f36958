#!/usr/bin/env bash
# The site in parts on AWS Batch: an array job, and one that waits for all of it. JOB_QUEUE and JOB_DEFINITION name what runs them: an image
# with Node and apidelta, and a disk at /data that all of them see, with store.db on it.
#   JOB_QUEUE=docs JOB_DEFINITION=apidelta scripts/engines/aws-batch.sh 4
set -euo pipefail
submit() { aws batch submit-job --job-queue "$JOB_QUEUE" --job-definition "$JOB_DEFINITION" --query jobId --output text "$@"; }
command() { printf 'command=["sh","-c","%s"]' "$1"; }

array="$(submit --job-name apidelta-parts --array-properties "size=${1:?how many parts}" \
  --container-overrides "$(command 'apidelta build --store /data/store.db --shard auto --out /data/parts/$AWS_BATCH_JOB_ARRAY_INDEX')")"
submit --job-name apidelta-merge --depends-on "jobId=$array" \
  --container-overrides "$(command 'apidelta merge /data/parts/* --out /data/site')"
