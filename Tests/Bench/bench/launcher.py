"""Runs commands one at a time and tells what each took: the program behind `timing.py`, with a process of its own.

The kernel never tells a child's peak memory as less than what its parent had when the child began, so the parent has to
be smaller than what it measures. Reads a JSON object a line (arguments, environment, source) and writes one back.
"""

import json
import os
import sys
import time


def main() -> None:
    for line in sys.stdin:
        command = json.loads(line)
        discard = [
            (os.POSIX_SPAWN_OPEN, 0, command["source"], os.O_RDONLY, 0),
            (os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0),
        ]
        arguments = command["arguments"]
        start = time.perf_counter()
        pid = os.posix_spawn(arguments[0], arguments, command["environment"], file_actions=discard)
        _, status, usage = os.wait4(pid, 0)
        told = {
            "seconds": time.perf_counter() - start,
            "exit_code": os.waitstatus_to_exitcode(status),
            "processor_seconds": usage.ru_utime + usage.ru_stime,
            "peak_kilobytes": usage.ru_maxrss,
        }
        print(json.dumps(told), flush=True)


main()
