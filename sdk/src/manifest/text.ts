import type { Rule } from './problems.js';

const CONTROL = /\p{Cc}/u;
/** marks that turn the direction of writing: what is read is not what is there */
const BIDI = /\p{Bidi_Control}/u;
/** format characters, separators of lines, private ones, lone surrogates, all that shows nothing */
const HIDDEN = /[\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}]/u;

/** Text for people, on one line. `max` counts characters (code points). */
export function plainText(max: number): Rule<string> {
  return (value) => {
    if (CONTROL.test(value)) return 'must not hold control characters or line breaks';
    if (BIDI.test(value)) return 'must not hold characters that turn the direction of writing';
    if (HIDDEN.test(value)) return 'must not hold invisible characters';
    if (value !== value.normalize('NFC')) return 'must be in Unicode normal form C';
    if (value !== value.trim()) return 'must not start or end with a space';
    const length = [...value].length;
    return length >= 1 && length <= max ? null : `must have 1 to ${max} characters, not ${length}`;
  };
}

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Lower-case letters, digits, single inner hyphens. */
export function slug(min: number, max: number): Rule<string> {
  return (value) => {
    if (value.length < min || value.length > max) return `must have ${min} to ${max} characters`;
    return SLUG.test(value) ? null : 'may hold a-z, 0-9 and single hyphens between them';
  };
}

const NUMBER = '(?:0|[1-9][0-9]*)';
const PRERELEASE = `(?:${NUMBER}|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)`;
const SEMVER = new RegExp(
  `^${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-${PRERELEASE}(?:\\.${PRERELEASE})*)?(?:\\+[0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*)?$`,
);

export const semanticVersion: Rule<string> = (value) =>
  value.length <= 64 && SEMVER.test(value) ? null : 'must be a semantic version such as 1.0.0';

const MEDIA_TYPE = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,63}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,63}$/;

export const mediaType: Rule<string> = (value) =>
  MEDIA_TYPE.test(value) ? null : 'must be a media type in lower case without parameters, such as text/plain';

export function oneOf(...values: string[]): Rule<string> {
  return (value) =>
    values.includes(value) ? null : `must be ${values.map((each) => `"${each}"`).join(' or ')}`;
}

const SPDX_TOKEN = /\(|\)|[^\s()]+/g;
const SPDX_ID = /^(?:DocumentRef-[a-zA-Z0-9.-]+:)?[a-zA-Z0-9][a-zA-Z0-9.-]*\+?$/;
const SPDX_OPERATORS = ['AND', 'OR', 'WITH'];

/** The grammar of SPDX expressions; whether an identifier is on SPDX's list is not looked up. */
export const spdxExpression: Rule<string> = (value) => {
  const problem = 'must be an SPDX license expression such as Apache-2.0 or MIT OR Apache-2.0';
  if (value.length > 128 || !/^[\x20-\x7e]+$/.test(value) || value !== value.trim()) return problem;
  let depth = 0;
  let expectsId = true;
  let afterWith = false;
  let mayHaveWith = false;
  for (const token of value.match(SPDX_TOKEN) ?? []) {
    if (token === '(') {
      if (!expectsId || afterWith) return problem;
      depth++;
    } else if (token === ')') {
      if (expectsId || depth === 0) return problem;
      depth--;
      mayHaveWith = false;
    } else if (SPDX_OPERATORS.includes(token)) {
      if (expectsId || (token === 'WITH' && !mayHaveWith)) return problem;
      expectsId = true;
      afterWith = token === 'WITH';
    } else {
      if (!expectsId || !SPDX_ID.test(token)) return problem;
      expectsId = false;
      // an exception applies to one license, once
      mayHaveWith = !afterWith;
      afterWith = false;
    }
  }
  return expectsId || depth > 0 ? problem : null;
};
