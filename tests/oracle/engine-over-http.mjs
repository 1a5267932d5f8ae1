// An HTTP face for the original engine, so that a runner, a client or a benchmark can be pointed at it:
//   node engine-over-http.mjs [PORT] [DIRECTORY]
// Understood: GET and POST, query, database, session_id, default_format, X-ClickHouse-Format, param_*, any setting, bodies and results coded with lz4,
// gzip, zstd or br. Results and inserted data stream through named pipes that the engine itself writes, compresses and reads, so any format will do. Unlike a
// real server it knows no users, native compression and progress.
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Engine, EngineError } from './engine.mjs';

const NOT_SETTINGS = new Set([
  'query', 'database', 'session_id', 'session_timeout', 'session_check', 'default_format', 'user', 'password', 'query_id', 'quota_key', 'role',
  'client_protocol_version', 'compress', 'decompress', 'enable_http_compression', 'wait_end_of_query', 'buffer_size',
]);
const CODINGS = ['lz4', 'zstd', 'br', 'gzip'];
const IDLE_MS = 60_000;
const port = Number(process.argv[2] ?? 8123);
const engine = new Engine(process.argv[3]);
const sessions = new Map();
const plain = []; // sessions without a name that are as new
const pipes = []; // names of pipes that nobody uses
const pipeDirectory = fs.mkdtempSync(path.join(os.tmpdir(), 'oracle-pipes-'));

/** The named session, or one that nobody else has; work in one session is done in turn. */
function sessionOf(id) {
  let entry = id ? sessions.get(id) : plain.pop();
  if (!entry) {
    entry = { opening: engine.session(), turn: Promise.resolve(), database: null, changed: false, used: Date.now() };
    if (id) sessions.set(id, entry);
  }
  entry.used = Date.now();
  return entry;
}

function leave(id, entry, session) {
  if (id) return;
  if (entry.changed) session.close();
  else plain.push(entry);
}

function status(code) {
  if (code === 60 || code === 81) return 404;
  return code > 0 && code < 120 ? 400 : 500;
}

const literal = text => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

function takePipe() {
  if (pipes.length === 0) {
    const made = Array.from({ length: 16 }, () => path.join(pipeDirectory, randomUUID()));
    execFileSync('mkfifo', made);
    pipes.push(...made);
  }
  return pipes.pop();
}

/** Both ends of a pipe, open without waiting for the engine; the one that the engine writes to is kept open until it has finished. */
function openPipe() {
  const name = takePipe();
  const read = fs.openSync(name, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
  const write = fs.openSync(name, fs.constants.O_WRONLY);
  return { name, read, write };
}

async function prepare(entry, session, parameters) {
  const database = parameters.get('database');
  if (database && database !== entry.database) {
    await session.run('USE `' + database + '`');
    entry.database = database;
    entry.changed ||= database !== 'default';
  }
  for (const [name, value] of parameters) {
    if (NOT_SETTINGS.has(name)) continue;
    await session.run(`SET ${name} = ${literal(value)}`);
    entry.changed = true;
  }
}

function head(response, coding, format) {
  response.writeHead(200, {
    'Content-Type': 'text/plain; charset=UTF-8',
    'X-ClickHouse-Format': format,
    'X-ClickHouse-Query-Id': randomUUID(),
    'X-ClickHouse-Timezone': 'UTC',
    'X-ClickHouse-Server-Display-Name': 'engine',
    'X-ClickHouse-Summary': '{}',
    ...(coding ? { 'Content-Encoding': coding } : {}),
  });
}

/** Statements whose result the engine writes into a pipe; others answer nothing or little. */
const ROWS = /^\s*(\(|SELECT|WITH|FROM)\b/i;
const FORMAT = /\bFORMAT\s+(\w+)\s*;?\s*$/i;
const INSERT = /^\s*INSERT\s+INTO\s[^;]*?\bFORMAT\s+(\w+)[ \t;]*\r?\n?/i;

async function stream(session, sql, format, coding, response) {
  const asked = FORMAT.exec(sql);
  const query = (asked ? sql.slice(0, asked.index) : sql).replace(/;\s*$/, '');
  const chosen = asked ? asked[1] : format;
  const pipe = openPipe();
  const rows = new net.Socket({ fd: pipe.read, readable: true, writable: false });
  rows.once('data', () => head(response, coding, chosen));
  const sent = new Promise((done, lost) => rows.on('close', done).on('error', lost));
  rows.pipe(response, { end: false });
  const compression = coding ? ` COMPRESSION '${coding}'` : '';
  try {
    await session.run(`${query}\nINTO OUTFILE '${pipe.name}' TRUNCATE${compression} FORMAT ${chosen}`);
  } finally {
    fs.closeSync(pipe.write);
    await sent;
    pipes.push(pipe.name);
  }
  if (!response.headersSent) head(response, '', chosen);
  response.end();
}

async function insert(session, sql, body, coding) {
  const format = FORMAT.exec(sql);
  const name = takePipe();
  // Opening waits for the engine's end: it would wait for ever itself if all had been written and closed before.
  const data = fs.createWriteStream(name, { highWaterMark: 1 << 20 });
  data.on('error', () => {}); // the engine has stopped reading, and says why
  body.pipe(data);
  const compression = coding ? ` COMPRESSION '${coding}'` : '';
  try {
    await session.run(`${sql.slice(0, format.index)} FROM INFILE '${name}'${compression} FORMAT ${format[1]}`);
  } finally {
    if (!data.closed) {
      fs.closeSync(fs.openSync(name, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK));
      body.unpipe(data);
      data.destroy();
    }
    pipes.push(name);
  }
}

/** Runs `work` in the session of a request and answers its failures. */
async function answer(parameters, response, work) {
  const id = parameters.get('session_id');
  const entry = sessionOf(id);
  const turn = entry.turn.then(async () => {
    const session = await entry.opening;
    try {
      await prepare(entry, session, parameters);
      await work(session);
    } catch (error) {
      if (response.headersSent) {
        response.destroy();
        return;
      }
      const code = error instanceof EngineError ? error.code : 0;
      response.writeHead(status(code), { 'X-ClickHouse-Exception-Code': String(code) });
      response.end(error.message + '\n');
    } finally {
      leave(id, entry, session);
    }
  });
  entry.turn = turn.catch(() => {});
  await turn;
}

function accepted(request, parameters) {
  if (parameters.get('enable_http_compression') !== '1') return '';
  const wanted = String(request.headers['accept-encoding'] ?? '').split(/\s*,\s*/);
  return CODINGS.find(coding => wanted.includes(coding)) ?? '';
}

async function whole(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Takes the statement from the beginning of a body: an INSERT with its data behind it. */
async function headOf(request) {
  const first = await new Promise((done, lost) => request.once('readable', () => done(request.read())).once('end', () => done(null)).once('error', lost));
  if (first === null) return { text: '' };
  const text = first.toString('latin1');
  const found = INSERT.exec(text);
  if (!found || /\bVALUES\b/i.test(found[0])) {
    request.unshift(first);
    return { text: (await whole(request)).toString('utf8') };
  }
  request.unshift(first.subarray(Buffer.byteLength(found[0], 'latin1')));
  return { text: first.toString('utf8').slice(0, found[0].length), data: request };
}

async function serve(request, response) {
  const parameters = new URL(request.url, 'http://localhost').searchParams;
  const format = parameters.get('default_format') ?? request.headers['x-clickhouse-format'] ?? 'TabSeparated';
  const coding = String(request.headers['content-encoding'] ?? '');
  const query = parameters.get('query');
  const dataApart = query && INSERT.test(query);
  if (coding && !dataApart) {
    response.writeHead(400, { 'X-ClickHouse-Exception-Code': '1' });
    response.end('A statement in a coded body cannot be found here; send it in the URL, or uncoded\n');
    return;
  }
  const start = dataApart ? { text: query, data: request } : await headOf(request);
  const sql = dataApart || !query ? start.text : query + '\n' + start.text;
  if (sql.trim() === '') {
    response.end('Ok.\n');
    return;
  }
  await answer(parameters, response, async session => {
    if (start.data) {
      await insert(session, start.text, start.data, coding);
      head(response, '', format);
      response.end();
    } else if (ROWS.test(sql)) {
      await stream(session, sql, format, accepted(request, parameters), response);
    } else {
      const body = await session.run(sql, format);
      head(response, '', format);
      response.end(body);
    }
  });
}

const server = http.createServer((request, response) => {
  serve(request, response).catch(error => response.destroy(error));
});

setInterval(async () => {
  for (const [id, entry] of sessions) {
    if (Date.now() - entry.used < IDLE_MS) continue;
    sessions.delete(id);
    (await entry.opening).close();
  }
}, 10_000).unref();

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    server.close();
    engine.close();
    fs.rmSync(pipeDirectory, { recursive: true, force: true });
    process.exit(0);
  });
}
server.listen(port, '127.0.0.1', () => console.log(`The original engine answers at http://127.0.0.1:${server.address().port}`));
