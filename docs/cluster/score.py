"""Scores a file of JSON Lines on a cluster engine: each partition is piped through `firebreak score`.

usage: score.py FIREBREAK POSTS OUT PARTITIONS [OPTION…]

FIREBREAK is the path of the program on every machine; OUT is a folder that must not exist yet; OPTIONs are handed to
`firebreak score`, such as --rules. Runs on this machine's cores unless spark-submit names a master. docs/cluster.md says more.
"""

import os
import shlex
import sys

from pyspark.sql import SparkSession


def main() -> int:
    program, posts, out, partitions, *options = sys.argv[1:]
    # One thread a program: Spark already runs one program a core.
    command = shlex.join([os.path.abspath(program), "score", "--threads", "1", *options])
    # Without a master from spark-submit this is local mode on all cores.
    spark = SparkSession.builder.appName("firebreak").config("spark.ui.enabled", "false").getOrCreate()
    lines = spark.sparkContext.textFile(posts, minPartitions=int(partitions))
    # Exit status 1 says that some lines were no posts; their reports say so too. Only 2 is a failure of the program.
    piped = lines.pipe(f"sh -c {shlex.quote(command + '; test $? -lt 2')}", checkCode=True)
    piped.saveAsTextFile(out)
    spark.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
