// The original engine in this process (npm package chdb), set to what a ClickHouse server has by default.
// `npm install` here first, or let CHDB_DIR name a directory whose node_modules has chdb.
import { createRequire } from 'node:module';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

process.env.TZ = 'UTC';
const base = process.env.CHDB_DIR ? pathToFileURL(path.join(process.env.CHDB_DIR, 'package.json')) : import.meta.url;
const { Session } = createRequire(base)('chdb');

const SERVER_DEFAULTS = [
  'SET implicit_select = 0',
  'SET allow_introspection_functions = 0',
  "SET storage_file_read_method = 'pread'",
  'SET output_format_arrow_use_native_writer = 1',
];

/** One data directory; sessions on it share tables and differ in settings, temporary tables and current database. */
export class Engine {
  #directory;
  #keepAlive;

  /** With no directory: a temporary one. Files of file() are read from and written to its `files` folder. */
  constructor(directory = fs.mkdtempSync(path.join(os.tmpdir(), 'oracle-'))) {
    this.#directory = directory;
    fs.mkdirSync(path.join(directory, 'files'), { recursive: true });
    process.chdir(path.join(directory, 'files'));
    this.#keepAlive = new Session(path.join(directory, 'data'));
  }

  async session() {
    const session = new EngineSession(new Session(path.join(this.#directory, 'data')));
    for (const statement of SERVER_DEFAULTS) await session.run(statement);
    return session;
  }

  close() {
    this.#keepAlive.close();
    fs.rmSync(this.#directory, { recursive: true, force: true });
  }
}

class EngineSession {
  #session;

  constructor(session) {
    this.#session = session;
  }

  /** The result's bytes, in TabSeparated unless the statement has its own FORMAT. */
  async run(statement, format = 'TabSeparated') {
    try {
      return Buffer.from((await this.#session.queryAsync(statement, { format })).bytes());
    } catch (error) {
      throw new EngineError(String(error.message));
    }
  }

  close() {
    this.#session.close();
  }
}

/** An answer `Code: 62. DB::Exception: text. (SYNTAX_ERROR)` of the engine, taken apart. */
export class EngineError extends Error {
  constructor(message) {
    super(message);
    this.code = Number(/Code: (\d+)\./.exec(message)?.[1] ?? 0);
    this.errorName = /\(([A-Z][A-Z0-9_]+)\)\s*$/.exec(message)?.[1] ?? 'UNKNOWN';
  }
}
