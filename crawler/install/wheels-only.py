"""Runs pip so that it cannot start another program: nothing can be built and no repository cloned.

`--only-binary :all:` does not bind requirements that name a URL or a repository; an audit hook cannot be taken back.
Usage: python -I wheels-only.py <pip arguments>
"""

import runpy
import sys

STARTS = {"subprocess.Popen", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "os.system"}


def refuse(event, _arguments):
    if event in STARTS:
        raise PermissionError("wheels only: refused to start another program")


sys.addaudithook(refuse)
sys.argv[0] = "pip"
runpy.run_module("pip", run_name="__main__", alter_sys=True)
