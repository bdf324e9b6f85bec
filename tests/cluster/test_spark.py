"""Posts piped through the command line by Spark get the reports that they get without it, in the same order."""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).parents[2]
FIREBREAK = ROOT / "target/debug/firebreak"
SCRIPTS = ROOT / "docs/cluster"
# The workers must be this Python, whichever is first on the path; and nothing leaves the machine.
ENVIRONMENT = {**os.environ, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}


class Spark(unittest.TestCase):
    def test_three_partitions_make_one_output(self):
        with tempfile.TemporaryDirectory() as folder:
            posts = Path(folder, "posts.jsonl")
            made = subprocess.run([sys.executable, SCRIPTS / "posts.py", "600"], check=True, capture_output=True).stdout
            posts.write_bytes(made + b"no post\n")
            alone = subprocess.run([FIREBREAK, "score", "--rules", posts], capture_output=True, text=True)
            self.assertEqual(alone.returncode, 1)
            out = Path(folder, "out")
            subprocess.run([sys.executable, SCRIPTS / "score.py", FIREBREAK, posts, out, "3", "--rules"], check=True, env=ENVIRONMENT)
            parts = sorted(out.glob("part-*"))
            self.assertGreaterEqual(len(parts), 3)
            piped = [line for part in parts for line in part.read_text().splitlines()]
            expected = alone.stdout.splitlines()
            self.assertEqual(len(expected), 601)
            self.assertEqual(piped[:-1], expected[:-1])
            # A partition has its own standard input, and counts its own lines.
            self.assertEqual(json.loads(piped[-1])["error"], json.loads(expected[-1])["error"])
            self.assertIn('"level":"warning"', alone.stdout)

    def test_a_program_that_cannot_start_fails_the_job(self):
        with tempfile.TemporaryDirectory() as folder:
            posts = Path(folder, "posts.jsonl")
            posts.write_text('{"id":1,"text":"a"}\n')
            command = [sys.executable, SCRIPTS / "score.py", Path(folder, "nothing"), posts, Path(folder, "out"), "1"]
            job = subprocess.run(command, capture_output=True, env=ENVIRONMENT)
            self.assertNotEqual(job.returncode, 0)


if __name__ == "__main__":
    unittest.main()
