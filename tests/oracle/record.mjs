// Writes the references of the golden files from the original engine:
//   node record.mjs [--check] [--mark-errors] [PATTERN]
// --check         writes nothing; says which references would change, and exits with 1 if any would.
// --mark-errors   adds `-- { serverError NAME }` behind statements that fail and do not say so yet (for new files).
// Every file is run twice, the second time with one thread and small blocks; a file whose answers differ is reported as
// not deterministic. Files with the tag ours-only are left alone.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Engine, EngineError } from './engine.mjs';
import { load, names, readIndex, ROOT, writeIndex } from './goldens.mjs';

const options = process.argv.slice(2);
const check = options.includes('--check');
const markErrors = options.includes('--mark-errors');
const pattern = options.find(option => !option.startsWith('--'));
const engine = new Engine();
const problems = [];

/** Runs a file in a fresh session and database: an array of Buffer or EngineError, one a statement. */
async function play(golden, settings) {
  const session = await engine.session();
  const cleanup = await engine.session();
  const database = 'test_' + randomBytes(6).toString('hex');
  const results = [];
  try {
    await session.run(`CREATE DATABASE ${database}`);
    await session.run(`USE ${database}`);
    await session.run('SET max_execution_time = 60');
    for (const setting of settings) await session.run(setting);
    for (const statement of golden.statements) {
      try {
        const bytes = await session.run(statement.text);
        results.push(bytes.includes(database) ? Buffer.from(bytes.toString('latin1').replaceAll(database, 'default'), 'latin1') : bytes);
      } catch (error) {
        if (!(error instanceof EngineError)) throw error;
        results.push(error);
      }
    }
  } finally {
    session.close();
    await cleanup.run(`DROP DATABASE IF EXISTS ${database}`);
    cleanup.close();
  }
  return results;
}

function complain(name, statement, text) {
  problems.push(name);
  console.log(`${name}.sql:${statement.line}: ${text}\n    ${statement.text.trim().split('\n').join('\n    ')}`);
}

/** Reports what is wrong with a result and returns the bytes it adds to the reference. */
function judge(golden, statement, result) {
  if (result instanceof EngineError) {
    const unexpected = !statement.errors?.includes(result.errorName);
    if (unexpected && markErrors && !statement.errors) console.log(`${golden.name}.sql:${statement.line}: marked ${result.message.slice(0, 300)}\n    ${statement.text}`);
    else if (unexpected) complain(golden.name, statement, `expected ${statement.errors ?? 'an answer'}, got ${result.message}`);
    return Buffer.alloc(0);
  }
  if (statement.errors) complain(golden.name, statement, `expected ${statement.errors}, but it succeeded`);
  return result;
}

function mark(golden, results) {
  let sql = golden.sql;
  for (let i = golden.statements.length - 1; i >= 0; i--) {
    const statement = golden.statements[i];
    if (!(results[i] instanceof EngineError) || statement.errors) continue;
    statement.errors = [results[i].errorName];
    const head = sql.slice(0, statement.end), hint = `-- { serverError ${results[i].errorName} }`;
    sql = head.endsWith('\n') ? `${head}${hint}\n${sql.slice(statement.end)}` : `${head} ${hint}${sql.slice(statement.end)}`;
  }
  if (sql !== golden.sql) fs.writeFileSync(path.join(ROOT, golden.name + '.sql'), sql);
}

const same = (a, b) => a instanceof EngineError ? b instanceof EngineError && a.code === b.code : Buffer.isBuffer(b) && a.equals(b);

const index = readIndex();
let files = 0, count = 0;
for (const name of names(pattern)) {
  const golden = load(name);
  if (golden.oursOnly !== null) continue;
  const results = await play(golden, []);
  const again = await play(golden, ['SET max_threads = 1', 'SET max_block_size = 7']);
  results.forEach((result, i) => {
    if (!same(result, again[i])) complain(name, golden.statements[i], `not deterministic:\n--- first\n${result}\n--- second\n${again[i]}`);
  });
  const parts = results.map((result, i) => judge(golden, golden.statements[i], result));
  const reference = Buffer.concat(parts);
  files++;
  count += parts.length;
  if (check) {
    if (!golden.reference?.equals(reference)) complain(name, golden.statements[0], 'the reference would change');
    continue;
  }
  if (markErrors) mark(golden, results);
  fs.writeFileSync(path.join(ROOT, name + '.reference'), reference);
  index.set(name, parts.map(part => part.length));
}
if (!check) {
  const present = new Set(names());
  for (const name of index.keys()) if (!present.has(name)) index.delete(name);
  writeIndex(index);
}
engine.close();
console.log(`${files} files, ${count} statements, ${problems.length} problems`);
process.exit(problems.length ? 1 : 0);
