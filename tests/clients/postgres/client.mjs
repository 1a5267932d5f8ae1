// PostgreSQL's clients for Node: pg with pg-cursor, and postgres.js. Prints a line for each case: ok or fail, a tab, its name,
// and for a failure a tab and the reason as JSON.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

const require = createRequire(process.env.MILLRACE_MODULES + '/');
const pg = require('pg');
const Cursor = require('pg-cursor');
const postgres = require('postgres');
const where = { host: '127.0.0.1', port: +process.env.MILLRACE_PORT, user: 'default', password: process.env.MILLRACE_PASSWORD, database: 'default' };
const awkward = "it's \\ \"ok\"\t\n; DROP TABLE t -- \\' $1";

const client = new pg.Client(where);
await client.connect();
await client.query('drop table if exists node_t');
await client.query('create table node_t (a int, b text) engine = MergeTree order by a');
await client.query("insert into node_t values (1, 'a'), (2, 'b')");
const sql = postgres({ ...where, max: 2 });

async function rows(text, values) {
  return (await client.query(text, values)).rows;
}

const cases = {
  async pg_rows() {
    assert.deepEqual(await rows('select * from node_t order by a'), [{ a: 1, b: 'a' }, { a: 2, b: 'b' }]);
  },
  async pg_parameters() {
    assert.deepEqual(await rows('select $1::int as a, $2 as b, $3::timestamptz as t, $4::int[] as r', [1, awkward, new Date(0), [1, 2]]),
      [{ a: 1, b: awkward, t: new Date(0), r: [1, 2] }]);
    assert.deepEqual(await rows('select a from node_t where a = $1 and b = $2', [1, 'a']), [{ a: 1 }]);
    assert.deepEqual(await rows('select a from node_t order by a limit $1 offset $2', [1, 1]), [{ a: 2 }]);
    assert.deepEqual(await rows('select a from node_t where a = any($1) order by a', [[1, 2]]), [{ a: 1 }, { a: 2 }]);
  },
  async pg_named_statement() {
    for (let i = 0; i < 3; i++) {
      assert.deepEqual((await client.query({ name: 'n', text: 'select $1::int as x', values: [i] })).rows, [{ x: i }]);
    }
  },
  async pg_escaped_literal() {
    assert.deepEqual(await rows(`select ${client.escapeLiteral(awkward)} as v`), [{ v: awkward }]);
  },
  async pg_cursor() {
    const cursor = client.query(new Cursor('select number from numbers(100)'));
    assert.equal((await cursor.read(10)).length, 10);
    assert.equal((await cursor.read(1000)).length, 90);
    await cursor.close();
  },
  async pg_insert() {
    await client.query('create temporary table nt (a int, b text, d timestamptz)');
    const answer = await client.query('insert into nt values ($1,$2,$3),($4,$5,$6)', [1, 'x', new Date(0), 2, null, new Date(0)]);
    assert.equal(answer.rowCount, 2);
    assert.deepEqual((await rows('select b from nt order by a')).map((r) => r.b), ['x', null]);
  },
  async pg_error() {
    await assert.rejects(rows('select nope'), (e) => e.code === '42703');
    assert.deepEqual(await rows('select 1 as x'), [{ x: 1 }]);
  },
  async postgresjs_parameters() {
    assert.deepEqual([...await sql`select a, b from node_t where a = ${1} and b = ${'a'}`], [{ a: 1, b: 'a' }]);
    assert.deepEqual([...await sql`select a from node_t where a in ${sql([1, 2])} order by a`], [{ a: 1 }, { a: 2 }]);
    assert.deepEqual([...await sql`select ${sql.array([1, 2, 3])}::int[] as x, ${awkward}::text as s`], [{ x: [1, 2, 3], s: awkward }]);
  },
  async postgresjs_cursor() {
    let found = 0;
    await sql`select number from numbers(1000)`.cursor(100, (part) => { found += part.length; });
    assert.equal(found, 1000);
  },
  async postgresjs_transaction() {
    assert.deepEqual([...await sql.begin(async (s) => s`select 1 as x`)], [{ x: 1 }]);
  },
};

let failed = 0;
for (const [name, body] of Object.entries(cases)) {
  try {
    await body();
    console.log(`ok\t${name}`);
  } catch (e) {
    failed++;
    console.log(`fail\t${name}\t${JSON.stringify(String(e.stack))}`);
  }
}
await client.query('drop table node_t');
await client.end();
await sql.end();
process.exit(failed ? 1 : 0);
