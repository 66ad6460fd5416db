"""A PostgreSQL server of one's own: in a folder, on a socket there, gone at the end."""

import os
import pwd
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

PROGRAMS = max(Path("/usr/lib/postgresql").glob("*/bin"), default=None)
MISSING = "there is no PostgreSQL server here: `apt-get install postgresql` (Debian's package)"
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "lock_timeout": "30s",  # no test waits for ever
    "timezone": "Asia/Kathmandu",  # if a time depended on where the server is, it would show
}


class Server:
    """A server that trusts whoever comes over the socket in its folder."""

    def __init__(self, folder, programs):
        self._folder, self._programs, self._made = folder, programs, 0

    def new_database(self):
        """An empty database, as SQLAlchemy's URL."""
        self._made += 1
        self.run("createdb", "--host", self._folder, f"course{self._made}")
        return f"postgresql+psycopg://{owner()}@/course{self._made}?host={self._folder}"

    def start(self):
        settings = SETTINGS | {"unix_socket_directories": self._folder}
        options = " ".join(f"-c {name}='{value}'" for name, value in settings.items())
        self.run("pg_ctl", "start", "--wait", *self._place, f"--options={options}")

    def stop(self):
        self.run("pg_ctl", "stop", "--mode=immediate", *self._place)

    def run(self, program, *words):
        """Run one of PostgreSQL's programs, as somebody else if we are root: it insists on that."""
        subprocess.run(
            [self._programs / program, *words],
            cwd=self._folder,
            user=owner() if os.getuid() == 0 else None,
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )

    @property
    def _place(self):
        return f"--pgdata={self._folder}/data", f"--log={self._folder}/log"


@contextmanager
def serving(programs=PROGRAMS):
    """A server that has started."""
    folder = tempfile.mkdtemp(prefix="unrolled-pg-")  # pytest's own folders are closed to others
    server = Server(folder, programs)
    try:
        if os.getuid() == 0:
            shutil.chown(folder, owner())
        data = f"--pgdata={folder}/data"
        server.run("initdb", data, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder)


def owner():
    """Who the server runs as, and the name of its first user."""
    return "postgres" if os.getuid() == 0 else pwd.getpwuid(os.getuid()).pw_name
