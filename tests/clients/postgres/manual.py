"""What the manual's page on the PostgreSQL interface shows: every command of psql, typed at a terminal, with the answers shown.

Needs psql; the cases about encryption need openssl's certificates, made by the test. Prints a line for each case: ok, skip or
fail, a tab, its name, and for the latter two a tab and the reason.
"""
import os
import pty
import re
import select
import shlex
import shutil
import signal
import sys
import time
import traceback

PORT = os.environ['MILLRACE_PORT']
LOG = os.environ['MILLRACE_LOG']
CERTIFICATES = os.environ.get('MILLRACE_CERTIFICATES', '')
PATIENCE = 20


class Terminal:
    """A program at a terminal of its own."""

    def __init__(self, command):
        # the page's port is another one here
        self.words = shlex.split(command.replace('9005', PORT).replace('/path/to/', CERTIFICATES + '/'))
        self.seen = ''
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            for name in [n for n in os.environ if n.startswith('PG')]:
                del os.environ[name]
            os.environ.update(PSQLRC='/dev/null', PSQL_PAGER='', PGCONNECT_TIMEOUT='10', PSQL_HISTORY='/dev/null', TERM='dumb',
                              LC_ALL='C')
            os.execvp(self.words[0], self.words)

    def until(self, pattern):
        """Reads until the pattern has come; the text up to its end."""
        end = time.monotonic() + PATIENCE
        while True:
            match = re.search(pattern, self.seen)
            if match:
                text, self.seen = self.seen[:match.end()], self.seen[match.end():]
                return text
            ready, _, _ = select.select([self.fd], [], [], max(0, end - time.monotonic()))
            if not ready:
                raise AssertionError(f'{pattern!r} did not come within {PATIENCE} s, but {self.seen!r}')
            try:
                self.seen += os.read(self.fd, 65536).decode(errors='replace').replace('\r', '')
            except OSError:
                raise AssertionError(f'{pattern!r} did not come, the program ended: {self.seen!r}') from None

    def type(self, text):
        os.write(self.fd, (text + '\n').encode())

    def status(self):
        """How it ends."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            ready, _, _ = select.select([self.fd], [], [], 0.1)
            if ready:
                try:
                    self.seen += os.read(self.fd, 65536).decode(errors='replace').replace('\r', '')
                except OSError:
                    pass
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.pid = 0
                return os.waitstatus_to_exitcode(status)
        raise AssertionError(f'no end within {PATIENCE} s')

    def __enter__(self):
        return self

    def __exit__(self, *what):
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.fd)


def banner(text):
    """The page shows psql 14.2 and server 22.3.1.1; here they are others."""
    match = re.search(r'\npsql \((\d+)\.\S+(?: \([^)]*\))?, server (\d+)\.\d+\.\d+\.\d+\)\n', text)
    assert match, text
    warning = f'WARNING: psql major version {match[1]}, server major version {match[2]}.\n         Some psql features might not work.\n'
    assert warning in text, text
    assert 'Type "help" for help.\n\ndefault=> ' in text, text


def case_log_line():
    with open(LOG) as log:
        text = log.read()
    assert f'{{}} <Information> Application: Listening for PostgreSQL compatibility protocol: 127.0.0.1:{PORT}\n' in text, text


def case_psql_as_alice():
    with Terminal('psql -p 9005 -h 127.0.0.1 -U alice default') as psql:
        asked = psql.until('Password for user alice: ')
        assert asked == 'Password for user alice: ', asked
        psql.type('wonder')
        banner(psql.until('default=> '))
        psql.type('SELECT 1 AS x, currentUser() AS who;')
        answer = psql.until('default=> ')
        assert ' x |  who  \n---+-------\n 1 | alice\n(1 row)\n' in answer, answer
        psql.type('\\q')
        assert psql.status() == 0


def case_psql_with_a_wrong_password():
    with Terminal('psql -p 9005 -h 127.0.0.1 -U alice default') as psql:
        psql.until('Password for user alice: ')
        psql.type('nonsense')
        psql.until('password authentication failed for user "alice"')
        assert psql.status() == 2


def case_default_has_no_password_and_is_refused():
    for typed in ['', 'anything']:
        with Terminal('psql -p 9005 -h 127.0.0.1 -U default default') as psql:
            psql.until('Password for user default: ')
            psql.type(typed)
            psql.until('no password supplied|password authentication failed for user "default"')
            assert psql.status() == 2


def case_password_scram_sha256_hex():
    with Terminal('psql -p 9005 -h 127.0.0.1 -U user_with_sha256 default') as psql:
        psql.until('Password for user user_with_sha256: ')
        psql.type('abacaba')
        banner(psql.until('default=> '))
        psql.type('SELECT currentUser();')
        assert 'user_with_sha256' in psql.until('default=> ')
    with Terminal('psql "port=9005 host=127.0.0.1 user=user_with_sha256 dbname=default"') as psql:
        psql.until('Password for user user_with_sha256: ')
        psql.type('abacab')
        psql.until('password authentication failed for user "user_with_sha256"')
        assert psql.status() == 2


def case_tls_with_certificates():
    with Terminal('psql "port=9005 host=127.0.0.1 user=alice dbname=default sslcert=/path/to/certificate.pem'
                  ' sslkey=/path/to/key.pem sslrootcert=/path/to/rootcert.pem sslmode=verify-ca"') as psql:
        psql.until('Password for user alice: ')
        psql.type('wonder')
        text = psql.until('default=> ')
        assert re.search(r'\nSSL connection \(protocol: TLSv1\.[23], cipher: \S+', text), text
        banner(text.replace(re.search(r'SSL connection .*\n', text)[0], ''))


def case_tls_with_a_strangers_certificate():
    with Terminal('psql "port=9005 host=127.0.0.1 user=alice dbname=default sslcert=/path/to/stranger.pem'
                  ' sslkey=/path/to/stranger-key.pem sslrootcert=/path/to/rootcert.pem sslmode=verify-ca"') as psql:
        psql.until('SSL error|certificate|server closed the connection')
        assert psql.status() == 2


def case_tls_to_a_server_that_is_not_trusted():
    with Terminal('psql "port=9005 host=127.0.0.1 user=alice dbname=default sslrootcert=/path/to/stranger.pem sslmode=verify-ca"') as psql:
        psql.until('certificate verify failed')
        assert psql.status() == 2


def case_scram_over_tls_is_bound_to_the_channel():
    with Terminal('psql "port=9005 host=127.0.0.1 user=user_with_sha256 dbname=default sslrootcert=/path/to/rootcert.pem'
                  ' sslmode=verify-ca channel_binding=require"') as psql:
        psql.until('Password for user user_with_sha256: ')
        psql.type('abacaba')
        psql.until('default=> ')


def main():
    failed = 0
    for name, case in list(globals().items()):
        if not name.startswith('case_'):
            continue
        reason = '' if shutil.which('psql') else 'psql is not installed'
        if not reason and not CERTIFICATES and 'tls' in name:
            reason = 'openssl is not installed'
        if reason and name != 'case_log_line':
            print(f'skip\t{name[5:]}\t{reason}', flush=True)
            continue
        try:
            case()
            print(f'ok\t{name[5:]}', flush=True)
        except Exception:  # noqa: BLE001
            failed += 1
            text = traceback.format_exc()[-2000:].replace('\n', '\\n').replace('\t', ' ')
            print(f'fail\t{name[5:]}\t{text}', flush=True)
    return 1 if failed else 0


sys.exit(main())
