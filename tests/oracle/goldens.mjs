// The golden files on disk: tests/sql/<topic>/<name>.sql with <name>.reference beside it.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { oursOnly, split } from './statements.mjs';

export const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'sql');
const INDEX = path.join(ROOT, 'statements.tsv');

/** Names `topic/name` in order; with a pattern only those that contain it or match it as a regular expression. */
export function names(pattern) {
  const all = fs.readdirSync(ROOT, { recursive: true })
    .filter(file => file.endsWith('.sql'))
    .map(file => file.slice(0, -4).split(path.sep).join('/'))
    .sort();
  if (!pattern) return all;
  const expression = new RegExp(pattern);
  return all.filter(name => expression.test(name));
}

/** One golden: {name, sql, statements, oursOnly, reference (Buffer or null)}. */
export function load(name) {
  const sql = fs.readFileSync(path.join(ROOT, name + '.sql'), 'utf8');
  const file = path.join(ROOT, name + '.reference');
  const reference = fs.existsSync(file) ? fs.readFileSync(file) : null;
  return { name, sql, statements: split(sql), oursOnly: oursOnly(sql), reference };
}

/** How many bytes of the reference each statement wrote: name -> numbers. Lets a runner judge each statement alone. */
export function readIndex() {
  const index = new Map();
  if (!fs.existsSync(INDEX)) return index;
  for (const line of fs.readFileSync(INDEX, 'utf8').split('\n')) {
    const [name, lengths] = line.split('\t');
    if (name && !name.startsWith('#')) index.set(name, lengths === '' ? [] : lengths.split(' ').map(Number));
  }
  return index;
}

export function writeIndex(index) {
  const rows = [...index.keys()].sort().map(name => `${name}\t${index.get(name).join(' ')}\n`);
  fs.writeFileSync(INDEX, '# Bytes of the reference that each statement wrote; kept by tests/oracle/record.mjs\n' + rows.join(''));
}

/** The slices of the reference by statement, or null where the index does not fit the files. */
export function expectedParts(golden, lengths) {
  if (!lengths || !golden.reference || lengths.length !== golden.statements.length) return null;
  if (lengths.reduce((sum, length) => sum + length, 0) !== golden.reference.length) return null;
  let at = 0;
  return lengths.map(length => golden.reference.subarray(at, (at += length)));
}

/** Names that are known to fail: `topic/name reason` a line. */
export function knownFailures() {
  const file = path.join(ROOT, 'known-failures.txt');
  const known = new Map();
  if (!fs.existsSync(file)) return known;
  for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
    const [, name, reason] = /^\s*([^#\s]+)\s*(.*)$/.exec(line) ?? [];
    if (name) known.set(name, reason);
  }
  return known;
}
