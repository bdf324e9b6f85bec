#!/bin/bash
# From ../shared/data to data/models/*, seeded. usage: training/run.sh WORK, in the project's folder; about two hours on two cores.
set -euo pipefail
work=$(realpath -m "$1")
models=$(realpath data/models)
data=$(realpath ../shared/data)
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q -r training/requirements.txt
cd training
export OMP_WAIT_POLICY=passive
run() { "$work/venv/bin/python" "$@"; }
run learn.py --data "$data" --out "$work" --stage broad
run learn.py --data "$data" --out "$work" --stage narrow
run learn.py --data "$data" --out "$work" --stage close
run report.py --data "$data" --out "$work"
(cd .. && cargo build --release)
run weigh.py --data "$data" --work "$work" --firebreak ../target/release/firebreak --write ../data/weights.toml
run gate.py --data "$data" --work "$work" --weights ../data/weights.toml --firebreak ../target/release/firebreak --out "$models/gate.bin"
run export.py --out "$work" --models "$models"
