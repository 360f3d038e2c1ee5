import { Refused } from '../refused.js';

/** Control, format, private and unassigned characters, and separators of lines: what is not seen as such. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/gu;

/** @throws Refused `NameMalformed`: a name must look like what it is */
export function requireName(name: string): void {
  if (name.search(HIDDEN) < 0) return;
  throw new Refused(400, 'NameMalformed', 'a name must not contain control or invisible characters');
}

/** How many characters of a message its reader would not see; line breaks and tabs apart. */
export function hiddenCharacters(text: string): number {
  return [...text.matchAll(HIDDEN)].filter(([one]) => one !== '\n' && one !== '\t' && one !== '\r').length;
}
