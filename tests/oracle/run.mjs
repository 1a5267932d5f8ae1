// Replays the golden files against a server:
//   node run.mjs [--url http://127.0.0.1:8123] [--jobs N] [--quiet] [--fail-fast] [--list-known] [PATTERN]
// --list-known prints lines for known-failures.txt instead. Prints every statement whose answer differs, with what was expected and what came, then counts by topic.
// PATTERN is a regular expression on `topic/name`. Needs nothing but Node.
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { expectedParts, knownFailures, load, names, readIndex } from './goldens.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:8123' },
    jobs: { type: 'string', default: '2' },
    timeout: { type: 'string', default: '60' },
    quiet: { type: 'boolean', default: false },
    'fail-fast': { type: 'boolean', default: false },
    'list-known': { type: 'boolean', default: false },
  },
});
const SHOWN_LINES = 12;
const index = readIndex();
const known = knownFailures();

async function send(sql, parameters) {
  const url = new URL(options.url);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  const response = await fetch(url, { method: 'POST', body: sql, signal: AbortSignal.timeout(Number(options.timeout) * 1000) });
  return { status: response.status, body: Buffer.from(await response.arrayBuffer()) };
}

/** Names of the errors an answer speaks of, best last: `... (SYNTAX_ERROR) (version 26.7)`. */
const errorNames = text => [...text.matchAll(/\(([A-Z][A-Z0-9_]+)\)/g)].map(match => match[1]);

/** Null if the answer is right, else what is wrong. `expected` is null where the index does not know the statement. */
function difference(statement, answer, expected) {
  const text = answer.body.toString('utf8');
  if (answer.status !== 200) {
    if (!statement.errors) return `failed: ${text.trim().slice(0, 600)}`;
    return statement.errors.some(name => errorNames(text).includes(name)) ? null : `expected ${statement.errors.join(' or ')}, got ${text.trim().slice(0, 600)}`;
  }
  if (statement.errors) return `expected ${statement.errors.join(' or ')}, but it answered:\n${excerpt(text.split('\n'), 0)}`;
  if (expected === null || answer.body.equals(expected)) return null;
  const want = expected.toString('utf8').split('\n'), got = text.split('\n');
  let at = 0;
  while (at < want.length && want[at] === got[at]) at++;
  return `differs at line ${at + 1}\n${excerpt(want, at, '- ')}\n${excerpt(got, at, '+ ')}`;
}

function excerpt(lines, from, prefix = '  ') {
  const shown = lines.slice(from, from + SHOWN_LINES).map(line => prefix + line.slice(0, 400));
  if (lines.length > from + SHOWN_LINES) shown.push(`${prefix}... ${lines.length - from - SHOWN_LINES} more lines`);
  return shown.join('\n');
}

/** {name, statements, failures: [{statement, text}]} */
async function play(name) {
  const golden = load(name);
  const parts = expectedParts(golden, index.get(name));
  const home = 'test_' + randomBytes(6).toString('hex');
  const session = { session_id: home, database: home };
  const failures = [], bodies = [];
  const setup = await send(`CREATE DATABASE ${home}`, {});
  if (setup.status !== 200) failures.push({ statement: { text: 'CREATE DATABASE', line: 0 }, text: setup.body.toString().slice(0, 600) });
  for (const [i, statement] of golden.statements.entries()) {
    let wrong;
    try {
      const answer = await send(statement.text, session);
      if (answer.body.includes(home)) answer.body = Buffer.from(answer.body.toString('latin1').replaceAll(home, 'default'), 'latin1');
      const use = /^\s*USE\s+(?:DATABASE\s+)?`?(\w+)`?\s*$/i.exec(statement.text);
      if (use && answer.status === 200) session.database = use[1];
      if (answer.status === 200) bodies.push(answer.body);
      wrong = difference(statement, answer, parts ? parts[i] : null);
    } catch (error) {
      wrong = `no answer: ${error.cause?.message ?? error.message}`;
    }
    if (wrong) failures.push({ statement, text: wrong });
    if (wrong && options['fail-fast']) break;
  }
  if (!parts && !failures.length && !Buffer.concat(bodies).equals(golden.reference ?? Buffer.alloc(0))) {
    failures.push({ statement: { text: '(whole file)', line: 1 }, text: 'differs from the reference' });
  }
  await send(`DROP DATABASE IF EXISTS ${home}`, {}).catch(() => {});
  return { name, statements: golden.statements.length, failures };
}

const queue = names(positionals[0]);
const results = [];
async function worker() {
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    const result = await play(name);
    results.push(result);
    if (options.quiet) continue;
    for (const { statement, text } of result.failures) {
      if (options['list-known']) {
        console.log(`${name}:${statement.line} ${text.replace(/\s+/g, ' ').trim().slice(0, 140)}`);
        continue;
      }
      const note = known.has(`${name}:${statement.line}`) ? ' (known)' : '';
      console.log(`\n${name}.sql:${statement.line}${note}\n${excerpt(statement.text.trim().split('\n'), 0, '  ')}\n${text}`);
    }
  }
}
await Promise.all(Array.from({ length: Number(options.jobs) }, worker));

if (options['list-known']) process.exit(0);
const topics = new Map();
for (const { name, statements, failures } of results) {
  const topic = name.split('/')[0];
  const row = topics.get(topic) ?? { files: 0, filesOk: 0, statements: 0, wrong: 0 };
  row.files++;
  row.filesOk += failures.length ? 0 : 1;
  row.statements += statements;
  row.wrong += failures.length;
  topics.set(topic, row);
}
const total = { files: 0, filesOk: 0, statements: 0, wrong: 0 };
console.log(`\n${'topic'.padEnd(20)} files ok/all   statements ok/all`);
for (const [topic, row] of [...topics].sort().concat([['total', total]])) {
  if (row !== total) for (const key of Object.keys(total)) total[key] += row[key];
  console.log(`${topic.padEnd(20)} ${`${row.filesOk}/${row.files}`.padStart(12)}   ${`${Math.max(0, row.statements - row.wrong)}/${row.statements}`.padStart(17)}`);
}
process.exit(total.wrong ? 1 : 0);
