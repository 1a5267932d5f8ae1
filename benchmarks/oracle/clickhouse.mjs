// A ClickHouse engine in this process, driven by lines of JSON on stdin and timed here, inside the process.
//
//   node clickhouse.mjs MODULES DATA THREADS MEMORY    (MODULES has node_modules/chdb, MEMORY is bytes per query)
//
//   {"sql": "...", "format": "TabSeparated", "discard": true}  ->  {"ms": 1.5, "bytes": 12} or {..., "result": "..."}
//   {"queries": ["..."], "clients": 50, "seconds": 10}         ->  {"ms": 10000, "latencies": [0.8, ...]}
//   anything that fails                                        ->  {"error": "..."}
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { writeSync } from 'node:fs';

const [modules, data, threads, memory] = process.argv.slice(2);
const { Session } = createRequire(modules + '/package.json')('chdb');

async function open() {
  const session = new Session(data);
  const settings = { max_threads: threads, max_memory_usage: memory, use_query_condition_cache: 0 };
  for (const [name, value] of Object.entries(settings)) {
    await session.queryAsync(`SET ${name} = ${value}`);
  }
  return session;
}

const main = await open();

async function run({ sql, format, discard }) {
  const start = performance.now();
  const bytes = (await main.queryAsync(sql, { format: format || 'TabSeparated' })).bytes();
  const ms = performance.now() - start;
  return discard ? { ms, bytes: bytes.length } : { ms, bytes: bytes.length, result: Buffer.from(bytes).toString() };
}

async function runClients({ queries, clients, seconds }) {
  const sessions = [];
  for (let i = 0; i < clients; i++) {
    sessions.push(await open());
  }
  const latencies = [];
  const start = performance.now();
  const end = start + seconds * 1000;
  await Promise.all(sessions.map(async (session, client) => {
    for (let i = client; performance.now() < end; i++) {
      const from = performance.now();
      (await session.queryAsync(queries[i % queries.length], { format: 'TabSeparated' })).bytes();
      latencies.push(Math.round((performance.now() - from) * 1000) / 1000);
    }
  }));
  const ms = performance.now() - start;
  sessions.forEach(session => session.close());
  return { ms, latencies };
}

function answer(value) {
  const line = Buffer.from(JSON.stringify(value) + '\n');
  for (let at = 0; at < line.length;) {
    try {
      at += writeSync(1, line, at);
    } catch (e) {
      if (e.code !== 'EAGAIN') throw e;
    }
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  try {
    const command = JSON.parse(line);
    answer(command.queries ? await runClients(command) : await run(command));
  } catch (e) {
    answer({ error: String(e.message || e) });
  }
}
main.close();
