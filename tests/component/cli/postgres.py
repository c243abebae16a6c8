# SPDX-FileCopyrightText: The Chatelaine contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A PostgreSQL server of a test's own: on a unix socket in a temporary folder, gone with the test."""

import glob
import os
import pwd
import shutil
import socket
import subprocess
import tempfile

PROGRAMS = sorted(glob.glob("/usr/lib/postgresql/*/bin"))[-1:] or [os.path.dirname(shutil.which("initdb") or "")]


class Postgres:
    """The superuser is `postgres`; everybody on this machine is trusted, on the socket only."""

    port = 5432
    listening = "-c listen_addresses="

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="chatelaine-pg-")
        self.data = os.path.join(self.folder, "data")
        # The server refuses to be root: then it runs as the user that Debian's package made for it.
        self.runner = []
        if os.getuid() == 0:
            user = pwd.getpwnam("postgres")
            os.chown(self.folder, user.pw_uid, user.pw_gid)
            os.chmod(self.folder, 0o755)
            self.runner = ["setpriv", "--reuid", str(user.pw_uid), "--regid", str(user.pw_gid), "--clear-groups"]
        self.run("initdb", "-D", self.data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale", "C", "-N")
        self.running = False
        self.start()

    def run(self, program, *arguments):
        return subprocess.run(
            [*self.runner, os.path.join(PROGRAMS[0], program), *arguments],
            cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            check=True, timeout=60,
        )

    def start(self):
        if self.running:
            return
        options = f"-p {self.port} -k {self.folder} {self.listening} -c fsync=off"
        self.run("pg_ctl", "-D", self.data, "-o", options, "-l", os.path.join(self.folder, "log"), "-w", "start")
        self.running = True

    def serve_tls(self, name):
        """Listens on 127.0.0.1, too, with a certificate for `name` by a CA of its own; gives port and CA."""
        certificate, key, authority = (os.path.join(self.folder, file) for file in ("tls.crt", "tls.key", "ca.crt"))

        def openssl(*arguments):
            subprocess.run(["openssl", *arguments], check=True, capture_output=True, cwd=self.folder, timeout=60)

        curve = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")
        openssl("req", "-x509", *curve, "-keyout", "ca.key", "-out", authority, "-subj", "/CN=Team test CA", "-days", "2")
        openssl("req", *curve, "-keyout", key, "-out", "tls.csr", "-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}")
        openssl("x509", "-req", "-in", "tls.csr", "-CA", authority, "-CAkey", "ca.key", "-CAcreateserial", "-out",
                certificate, "-days", "2", "-copy_extensions", "copy")
        os.chmod(key, 0o600)
        os.chmod(authority, 0o644)
        if os.getuid() == 0:
            user = pwd.getpwnam("postgres")
            for file in (certificate, key):
                os.chown(file, user.pw_uid, user.pw_gid)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.stop("fast")
        self.listening = f"-c listen_addresses=127.0.0.1 -c ssl=on -c ssl_cert_file={certificate} -c ssl_key_file={key}"
        self.start()
        return authority

    def stop(self, mode="immediate"):
        if self.running:
            self.run("pg_ctl", "-D", self.data, "-m", mode, "-w", "stop")
        self.running = False

    def remove(self):
        self.stop()
        shutil.rmtree(self.folder)

    def address(self, database, user="postgres"):
        return f"postgresql://{user}@/{database}?host={self.folder}"

    def client(self, program, *arguments, check=True):
        return subprocess.run(
            [os.path.join(PROGRAMS[0], program), "-h", self.folder, "-p", str(self.port), "-U", "postgres", *arguments],
            capture_output=True, text=True, check=check, timeout=60,
        )

    def create(self, database):
        self.client("createdb", database)
        return self.address(database)

    def sql(self, database, text, check=True):
        """What psql says: rows as lines, columns with a bar between them."""
        arguments = ("-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", "-d", database, "-c", text)
        done = self.client("psql", *arguments, check=False)
        if check and done.returncode != 0:
            raise AssertionError(done.stderr)
        return done.stdout.strip() if check else done
