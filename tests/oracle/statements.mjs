// Splits a golden file into statements. The Java runner (SqlStatements) follows the same rules; keep the two alike.
//
//  - A statement ends at `;` outside of quotes, comments and heredocs.
//  - The data of INSERT ... FORMAT X (X other than Values) starts on the next line and ends at an empty line, at a line
//    that holds only `;`, or at the end of the file. The newline before the end mark belongs to the data.
//  - `-- { serverError NAME }` inside a statement or between it and the next one says that it must fail with that error;
//    several names separated by commas mean any of them.
//  - A line `-- tags: ours-only REASON` at the top of the file: the reference is written by hand, not recorded.

const WORD = /[A-Za-z0-9_]/;
const EXPECTATION = /\{\s*serverError\s+([A-Z0-9_,\s]+?)\s*\}/;

/** End of the quoted text that opens at `from`, or the end of the text if it is never closed. */
function quotedEnd(text, from) {
  const quote = text[from];
  for (let i = from + 1; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === quote) {
      if (text[i + 1] !== quote) return i + 1;
      i++;
    }
  }
  return text.length;
}

/** End of the comment that opens at `from`, or `from` if there is none. A line comment ends before its newline. */
function commentEnd(text, from) {
  if (text.startsWith('--', from)) {
    const end = text.indexOf('\n', from);
    return end < 0 ? text.length : end;
  }
  if (text.startsWith('/*', from)) {
    const end = text.indexOf('*/', from + 2);
    return end < 0 ? text.length : end + 2;
  }
  return from;
}

/** End of the heredoc `$tag$ ... $tag$` that opens at `from`, or `from` if there is none. */
function heredocEnd(text, from) {
  let i = from + 1;
  while (i < text.length && WORD.test(text[i])) i++;
  if (text[i] !== '$') return from;
  const tag = text.slice(from, i + 1);
  const end = text.indexOf(tag, i + 1);
  return end < 0 ? from : end + tag.length;
}

/** Where the data of an INSERT ends: [end of data, start of what follows]. */
function dataEnd(text, from) {
  let line = from;
  while (line < text.length) {
    const newline = text.indexOf('\n', line);
    const end = newline < 0 ? text.length : newline;
    const content = text.slice(line, end).trim();
    if (content === '' || content === ';') return [line, Math.min(end + 1, text.length)];
    line = end + 1;
  }
  return [text.length, text.length];
}

/** One statement from `from`: {text, next, comments}; the text is without the closing semicolon. */
function readStatement(text, from) {
  let i = from, first = '', selects = false, formatSeen = false;
  const comments = [];
  while (i < text.length) {
    const c = text[i];
    if (c === ';') return { text: text.slice(from, i), next: i + 1, comments };
    if (c === "'" || c === '"' || c === '`') { i = quotedEnd(text, i); continue; }
    const afterComment = commentEnd(text, i);
    if (afterComment > i) { comments.push(text.slice(i, afterComment)); i = afterComment; continue; }
    if (c === '$') { const end = heredocEnd(text, i); i = end > i ? end : i + 1; continue; }
    if (!WORD.test(c)) { i++; continue; }
    const start = i;
    while (i < text.length && WORD.test(text[i])) i++;
    const word = text.slice(start, i).toUpperCase();
    if (!first) first = word;
    if (first !== 'INSERT') continue;
    if (word === 'SELECT' || word === 'WITH') selects = true;
    if (formatSeen && !selects && word !== 'VALUES') {
      const lineEnd = text.indexOf('\n', i);
      if (lineEnd >= 0 && text.slice(i, lineEnd).trim() === '') {
        const [end, next] = dataEnd(text, lineEnd + 1);
        return { text: text.slice(from, end), next, comments };
      }
    }
    formatSeen = word === 'FORMAT';
  }
  return { text: text.slice(from), next: text.length, comments };
}

const expected = comment => EXPECTATION.exec(comment)?.[1].split(/\s*,\s*/) ?? null;

/** Statements of a file: {text, start, end, line, errors}; `errors` is null or the names one of which must come. */
export function split(text) {
  const statements = [];
  let i = 0;
  while (i < text.length) {
    if (/\s|;/.test(text[i])) { i++; continue; }
    const afterComment = commentEnd(text, i);
    if (afterComment > i) {
      const errors = expected(text.slice(i, afterComment));
      if (errors && statements.length) statements.at(-1).errors = errors;
      i = afterComment;
      continue;
    }
    const one = readStatement(text, i);
    const errors = one.comments.map(expected).find(Boolean) ?? null;
    statements.push({ text: one.text, start: i, end: one.next, line: text.slice(0, i).split('\n').length, errors });
    i = one.next;
  }
  return statements;
}

/** The reason after `-- tags: ours-only`, or null. */
export function oursOnly(text) {
  return /^-- tags:.*\bours-only\b[ \t]*(.*)$/m.exec(text)?.[1] ?? null;
}
