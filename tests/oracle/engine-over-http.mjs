// An HTTP face for the original engine, so that a runner or a client can be pointed at it:
//   node engine-over-http.mjs [PORT] [DIRECTORY]
// Understood: GET and POST, query, database, session_id, default_format, param_*, any setting. Unlike a real server it
// knows no users, compression, progress or result headers.
import http from 'node:http';
import { Engine, EngineError } from './engine.mjs';

const NOT_SETTINGS = new Set(['query', 'database', 'session_id', 'session_timeout', 'default_format', 'user', 'password', 'query_id']);
const IDLE_MS = 60_000;
const port = Number(process.argv[2] ?? 8123);
const engine = new Engine(process.argv[3]);
const sessions = new Map();

/** The named session, or a new one; work in one session is done in turn. */
async function sessionOf(id) {
  let entry = id ? sessions.get(id) : undefined;
  if (!entry) {
    entry = { opening: engine.session(), turn: Promise.resolve(), database: null, used: Date.now() };
    if (id) sessions.set(id, entry);
  }
  entry.used = Date.now();
  return entry;
}

function status(code) {
  if (code === 60 || code === 81) return 404;
  return code > 0 && code < 120 ? 400 : 500;
}

const literal = text => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

async function answer(parameters, sql, response) {
  const id = parameters.get('session_id');
  const entry = await sessionOf(id);
  const work = entry.turn.then(async () => {
    const session = await entry.opening;
    try {
      const database = parameters.get('database');
      if (database && database !== entry.database) {
        await session.run('USE `' + database + '`');
        entry.database = database;
      }
      for (const [name, value] of parameters) {
        if (!NOT_SETTINGS.has(name)) await session.run(`SET ${name} = ${literal(value)}`);
      }
      const body = await session.run(sql, parameters.get('default_format') ?? 'TabSeparated');
      response.writeHead(200, { 'Content-Type': 'text/plain; charset=UTF-8' });
      response.end(body);
    } catch (error) {
      const code = error instanceof EngineError ? error.code : 0;
      response.writeHead(status(code), { 'X-ClickHouse-Exception-Code': String(code) });
      response.end(error.message + '\n');
    } finally {
      if (!id) session.close();
    }
  });
  entry.turn = work.catch(() => {});
  await work;
}

const server = http.createServer((request, response) => {
  const chunks = [];
  request.on('data', chunk => chunks.push(chunk));
  request.on('end', () => {
    const parameters = new URL(request.url, 'http://localhost').searchParams;
    const body = Buffer.concat(chunks).toString('utf8');
    const query = parameters.get('query');
    const sql = query ? query + '\n' + body : body;
    if (sql.trim() === '') response.end('Ok.\n');
    else answer(parameters, sql, response).catch(error => response.destroy(error));
  });
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
    process.exit(0);
  });
}
server.listen(port, '127.0.0.1', () => console.log(`The original engine answers at http://127.0.0.1:${server.address().port}`));
