// The JavaScript client for Node: connect, query, insert, stream, error. Prints a line for each case: ok or fail, a tab, its
// name, and for a failure a tab and the reason as JSON.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { Readable } from 'node:stream';

const { createClient, ClickHouseError, ClickHouseLogLevel } = createRequire(process.env.MILLRACE_MODULES + '/')('@clickhouse/client');
const url = `http://localhost:${process.env.MILLRACE_PORT}`;
const quiet = { log: { level: ClickHouseLogLevel.OFF } };
const options = { ...quiet, url, username: 'default', password: process.env.MILLRACE_PASSWORD ?? 'password', database: 'js_client' };
const admin = createClient({ ...options, database: 'default' });
await admin.command({ query: 'DROP DATABASE IF EXISTS js_client' });
await admin.command({ query: 'CREATE DATABASE js_client' });
const client = createClient(options);

async function json(query, more = {}) {
  return (await client.query({ query, format: 'JSONEachRow', ...more })).json();
}

const cases = {
  async ping() {
    assert.equal((await client.ping()).success, true);
    assert.equal((await client.ping({ select: true })).success, true);
  },
  async select_as_json() {
    const result = await client.query({ query: 'SELECT number AS n, toString(number) AS s FROM numbers(3)', format: 'JSON' });
    const body = await result.json();
    assert.equal(body.rows, 3);
    assert.deepEqual(body.meta, [{ name: 'n', type: 'UInt64' }, { name: 's', type: 'String' }]);
    assert.equal(body.data[2].s, '2');
    assert.match(result.query_id, /^[0-9a-f-]{36}$/);
  },
  async formats() {
    for (const format of ['JSONEachRow', 'JSONCompactEachRow', 'JSONStringsEachRow', 'JSONCompact', 'JSONStrings']) {
      const body = await (await client.query({ query: 'SELECT 1 AS a', format })).json();
      assert.ok(body !== undefined, format);
    }
    for (const [format, text] of [['CSV', '1,"x"\n'], ['TabSeparated', '1\tx\n'], ['CSVWithNames', '"a","b"\n1,"x"\n']]) {
      assert.equal(await (await client.query({ query: "SELECT 1 AS a, 'x' AS b", format })).text(), text);
    }
  },
  async parameters() {
    const rows = await json('SELECT {a:UInt32} AS a, {b:String} AS b, {c:Array(String)} AS c, {d:Nullable(Int8)} AS d', {
      query_params: { a: 5, b: "it's\t\\", c: ['x', "y'z"], d: null } });
    assert.deepEqual(rows, [{ a: 5, b: "it's\t\\", c: ['x', "y'z"], d: null }]);
    assert.deepEqual(await json('SELECT {t:DateTime} AS t', { query_params: { t: new Date('2024-05-06T07:08:09Z') } }),
      [{ t: '2024-05-06 07:08:09' }]);
  },
  async settings() {
    assert.deepEqual(await json("SELECT getSetting('max_threads') AS v", { clickhouse_settings: { max_threads: 3 } }), [{ v: 3 }]);
    const quoted = await json('SELECT toUInt64(1) AS v', { clickhouse_settings: { output_format_json_quote_64bit_integers: 1 } });
    assert.deepEqual(quoted, [{ v: '1' }]);
  },
  async every_setting_with_the_value_it_shows() {
    const rows = await json("SELECT name, value FROM system.settings WHERE name != 'readonly'");
    assert.ok(rows.length >= 1720);
    for (let at = 0; at < rows.length; at += 100) {
      const batch = Object.fromEntries(rows.slice(at, at + 100).map((r) => [r.name, r.value]));
      await (await client.query({ query: 'SELECT 1', format: 'TabSeparated', clickhouse_settings: batch })).text();
    }
  },
  async insert_rows() {
    await client.command({ query: 'CREATE TABLE rows (id UInt64, name String, tags Array(String), at DateTime DEFAULT now()) ENGINE = MergeTree ORDER BY id' });
    const result = await client.insert({ table: 'rows', values: [{ id: 42, name: 'x', tags: ['a', 'b'] }, { id: 43, name: 'ÿ', tags: [] }], format: 'JSONEachRow' });
    assert.equal(result.executed, true);
    assert.deepEqual(await json('SELECT id, name, tags FROM rows ORDER BY id'),
      [{ id: 42, name: 'x', tags: ['a', 'b'] }, { id: 43, name: 'ÿ', tags: [] }]);
    await client.insert({ table: 'rows', values: [[44, 'compact']], columns: ['id', 'name'], format: 'JSONCompactEachRow' });
    await client.insert({ table: 'rows', values: [{ id: 45, name: 'except' }], columns: { except: ['tags', 'at'] }, format: 'JSONEachRow' });
    assert.deepEqual(await json('SELECT count() AS c FROM rows'), [{ c: 4 }]);
  },
  async insert_stream() {
    await client.command({ query: 'CREATE TABLE streamed (id UInt64) ENGINE = MergeTree ORDER BY id' });
    await client.insert({ table: 'streamed', values: Readable.from((function* () { for (let id = 0; id < 5000; id++) yield { id }; })(), { objectMode: true }), format: 'JSONEachRow' });
    await client.insert({ table: 'streamed', values: Readable.from(['5000\n', '5001\n'], { objectMode: false }), format: 'CSV' });
    assert.deepEqual(await json('SELECT count() AS c, max(id) AS m FROM streamed'), [{ c: 5002, m: 5001 }]);
  },
  async select_stream() {
    const result = await client.query({ query: 'SELECT number FROM numbers(100000)', format: 'JSONEachRow' });
    let rows = 0;
    for await (const part of result.stream()) rows += part.length;
    assert.equal(rows, 100000);
  },
  async stream_left_early() {
    const result = await client.query({ query: 'SELECT number FROM system.numbers LIMIT 5000000', format: 'CSV' });
    for await (const part of result.stream()) { assert.ok(part.length); break; }
    result.close();
    assert.deepEqual(await json('SELECT 1 AS a'), [{ a: 1 }]);
  },
  async exec() {
    const { stream } = await client.exec({ query: 'SELECT 1 AS a FORMAT CSV' });
    let text = '';
    for await (const chunk of stream) text += chunk;
    assert.equal(text, '1\n');
  },
  async errors() {
    await assert.rejects(client.query({ query: 'SELECT nosuch', format: 'JSON' }), (e) => {
      assert.ok(e instanceof ClickHouseError);
      assert.equal(e.code, '47');
      assert.equal(e.type, 'UNKNOWN_IDENTIFIER');
      return true;
    });
    await assert.rejects(client.command({ query: 'selec 1' }), (e) => e.code === '62' && e.type === 'SYNTAX_ERROR');
    await assert.rejects(client.insert({ table: 'nosuch', values: [{ a: 1 }], format: 'JSONEachRow' }), (e) => e.code === '60');
    const wrong = createClient({ ...options, password: 'wrong' });
    await assert.rejects(wrong.query({ query: 'SELECT 1' }), (e) => e.code === '516');
    await wrong.close();
    await assert.rejects(client.query({ query: 'SELECT 1', clickhouse_settings: { max_thread: 1 } }), (e) => e.code === '115');
  },
  async error_in_mid_stream() {
    await assert.rejects(async () => {
      const result = await client.query({
        query: "SELECT throwIf(number = 300000, 'late') AS a FROM numbers(1000000)", format: 'JSONEachRow',
        clickhouse_settings: { max_block_size: 1000, wait_end_of_query: 0 } });
      for await (const part of result.stream()) assert.ok(part.length);
    });
    assert.deepEqual(await json('SELECT 1 AS a'), [{ a: 1 }]);
  },
  async sessions_and_temporary_tables() {
    const session = createClient({ ...options, session_id: 'js-client-session' });
    await session.command({ query: 'CREATE TEMPORARY TABLE mine (a UInt8)' });
    await session.insert({ table: 'mine', values: [{ a: 7 }], format: 'JSONEachRow' });
    assert.deepEqual(await (await session.query({ query: 'SELECT a FROM mine', format: 'JSONEachRow' })).json(), [{ a: 7 }]);
    await session.close();
  },
  async compression() {
    const packed = createClient({ ...options, compression: { request: true, response: true } });
    await packed.command({ query: 'CREATE TABLE packed (id UInt64, s String) ENGINE = MergeTree ORDER BY id' });
    await packed.insert({ table: 'packed', values: Array.from({ length: 2000 }, (_, id) => ({ id, s: 'x'.repeat(50) })), format: 'JSONEachRow' });
    assert.equal((await (await packed.query({ query: 'SELECT * FROM packed', format: 'JSONEachRow' })).json()).length, 2000);
    await packed.close();
  },
  async abort() {
    const controller = new AbortController();
    const pending = client.query({ query: 'SELECT sleep(3)', format: 'CSV', abort_signal: controller.signal });
    setTimeout(() => controller.abort(), 100);
    await assert.rejects(pending);
    assert.deepEqual(await json('SELECT 1 AS a'), [{ a: 1 }]);
  },
  async queries_run_together() {
    const started = Date.now();
    await Promise.all(Array.from({ length: 8 }, () => client.query({ query: 'SELECT sleep(0.2)', format: 'CSV' }).then((r) => r.text())));
    assert.ok(Date.now() - started < 2000);
  },
  async mutations() {
    await client.command({ query: 'CREATE TABLE changed (id UInt64, s String) ENGINE = MergeTree ORDER BY id' });
    await client.insert({ table: 'changed', values: [{ id: 1, s: 'a' }, { id: 2, s: 'b' }, { id: 3, s: 'c' }], format: 'JSONEachRow' });
    await client.command({ query: 'DELETE FROM changed WHERE id = 2' });
    await client.command({ query: "ALTER TABLE changed UPDATE s = 'z' WHERE id = 3" });
    assert.deepEqual(await json('SELECT * FROM changed ORDER BY id'), [{ id: 1, s: 'a' }, { id: 3, s: 'z' }]);
  },
};

let failed = 0;
for (const [name, run] of Object.entries(cases)) {
  try {
    await run();
    console.log(`ok\tjs.${name}`);
  } catch (e) {
    failed++;
    console.log(`fail\tjs.${name}\t${JSON.stringify(String(e.stack ?? e).slice(0, 1500))}`);
  }
}
await client.close();
await admin.command({ query: 'DROP DATABASE IF EXISTS js_client' });
await admin.close();
process.exit(failed ? 1 : 0);
