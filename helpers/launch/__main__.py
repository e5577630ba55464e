"""Start a Jupyter server of somebody else's choice as the course's own: ``python -m helpers.launch COMMAND …``.

Binder and a class's hub decide which server runs, with which address and token. This command brings the learner's
folder up to date, sets the course's settings in the environment, and then becomes that server.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from helpers.errors import CourseError
from helpers.language import _
from helpers.launch.desk import HOME, located, prepare
from helpers.launch.environment import environment


def main(command: Sequence[str]) -> int:
    """Become the server; return only if there is none to start.

    The learner's folder is the one that ``COURSE_FOLDER`` names, else ``resolution-53-137`` at home.
    """
    if not command:
        message = _("give the server's command, as in: {example}").format(
            example="python -m helpers.launch jupyter lab"
        )
        print(f"course: {message}", file=sys.stderr)
        return 2
    try:
        folder = located(Path(os.environ.get("COURSE_FOLDER") or HOME))
    except CourseError as problem:
        print(f"course: {problem}", file=sys.stderr)
        return 1
    try:
        prepare(folder)
    except CourseError as problem:
        print(f"course: {problem}", file=sys.stderr)
        if not folder.is_dir():
            return 1  # a disk that is full must not keep a learner from what is there already
    try:
        os.execvpe(command[0], list(command), environment("reading", folder))
    except OSError as problem:
        message = _("{program} cannot be started: {reason}").format(program=command[0], reason=problem.strerror)
        print(f"course: {message}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
