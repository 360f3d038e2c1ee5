import { ManifestInvalid } from './problems.js';

/** UTF-8 bytes of a manifest's text. */
const MAXIMUM_BYTES = 64 * 1024;
const MAXIMUM_DEPTH = 16;
const STRING_OR_BRACKET = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]]/g;

/**
 * Parses JSON text and refuses what two parsers would read in two ways: a name that is there twice.
 * @throws ManifestInvalid
 */
export function parseJson(text: string): unknown {
  const refuse = (message: string): never => {
    throw new ManifestInvalid([{ path: '', message }]);
  };
  if (new TextEncoder().encode(text).length > MAXIMUM_BYTES) refuse(`has more than ${MAXIMUM_BYTES} bytes`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    refuse('is not JSON');
  }
  const problem = structureProblem(text);
  if (problem) refuse(problem);
  return value;
}

/** Goes through the strings and brackets of text that is known to be JSON. */
function structureProblem(text: string): string | null {
  const open: { names: Set<string> | null }[] = [];
  for (const { 0: token, index } of text.matchAll(STRING_OR_BRACKET)) {
    if (token === '{' || token === '[') {
      open.push({ names: token === '{' ? new Set() : null });
      if (open.length > MAXIMUM_DEPTH) return `is nested more than ${MAXIMUM_DEPTH} deep`;
    } else if (token === '}' || token === ']') {
      open.pop();
    } else if (isName(text, index + token.length)) {
      const names = open.at(-1)?.names;
      // escapes spell one name in many ways
      const name: string = JSON.parse(token);
      if (names?.has(name)) return 'has an object with the same name twice';
      names?.add(name);
    }
  }
  return null;
}

/** Whether a colon comes next, and with it a value. */
function isName(text: string, after: number): boolean {
  const colon = /\s*:/y;
  colon.lastIndex = after;
  return colon.test(text);
}
