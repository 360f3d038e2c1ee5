/** One word of a block of text. */
export interface Word {
  text: string;
  /** What it adds to the word count: a run of Han or Kana counts each character. */
  units: number;
  /** Only white space lies between this word and the one before it in the block. */
  follows: boolean;
  /** `url` and `unspaced` words never become key phrases. */
  kind: 'word' | 'number' | 'url' | 'unspaced';
}

// Greedy classes that never fail after their first character, so scanning is linear in the text.
const WORD =
  /https?:\/\/[^\s<>"]+|\p{N}+(?:[.,]\p{N}+)+(?![\p{L}\p{M}\p{N}])|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’_-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
const HAN_KANA = /[\p{Script=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}]/u;
const HAN_KANA_ALL = new RegExp(HAN_KANA.source, 'gu');
const UNSPACED_PHRASES = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const ONLY_ASCII = /^[\x20-\x7e]*$/;
const HAS_LETTER = /\p{L}/u;

/** What the words of a document come to. */
export interface WordCensus {
  words: number;
  /** Writing without blanks between words, where the count means something else. */
  hanKana: boolean;
  otherUnspaced: boolean;
  /** The first words, block by block. */
  sample: Word[][];
  /** The document has more words than the sample. */
  sampleCut: boolean;
}

/** Counts the words of all blocks and keeps the first `sampleSize`. */
export function takeCensus(blocks: readonly string[], sampleSize: number): WordCensus {
  const census: WordCensus = { words: 0, hanKana: false, otherUnspaced: false, sample: [], sampleCut: false };
  let left = sampleSize;
  for (const block of blocks) {
    const words = wordsOf(block);
    for (const word of words) {
      census.words += word.units;
      if (word.kind !== 'unspaced') continue;
      if (HAN_KANA.test(word.text)) census.hanKana = true;
      else census.otherUnspaced = true;
    }
    if (words.length > left) census.sampleCut = true;
    if (left > 0) census.sample.push(words.length > left ? words.slice(0, left) : words);
    left -= Math.min(left, words.length);
  }
  return census;
}

/** Cuts a block into words. White space, punctuation and symbols separate them. */
export function wordsOf(block: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  WORD.lastIndex = 0;
  for (let match = WORD.exec(block); match !== null; match = WORD.exec(block)) {
    const text = match[0];
    const follows = words.length > 0 && isBlank(block, end, match.index);
    end = match.index + text.length;
    words.push(wordFrom(text, follows));
  }
  return words;
}

/** White space runs become one blank, none at the ends. */
export function collapse(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Number of Unicode code points. */
export function codePoints(text: string): number {
  let count = text.length;
  for (let i = 0; i < text.length; i++) {
    // Decoded text has no lone surrogates, so each high one starts a pair.
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdbff) count--;
  }
  return count;
}

/** At most `max` UTF-16 units with `…` at the end if cut, never through a surrogate pair. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  const last = text.charCodeAt(max - 2);
  const end = last >= 0xd800 && last <= 0xdbff ? max - 2 : max - 1;
  return `${text.slice(0, end).trimEnd()}…`;
}

function wordFrom(text: string, follows: boolean): Word {
  if (text.startsWith('http') && /^https?:\/\//.test(text)) return { text, units: 1, follows, kind: 'url' };
  if (!ONLY_ASCII.test(text)) {
    const characters = text.match(HAN_KANA_ALL)?.length ?? 0;
    if (characters > 0) return { text, units: characters, follows, kind: 'unspaced' };
    if (UNSPACED_PHRASES.test(text)) return { text, units: 1, follows, kind: 'unspaced' };
  }
  return { text, units: 1, follows, kind: HAS_LETTER.test(text) ? 'word' : 'number' };
}

function isBlank(block: string, start: number, end: number): boolean {
  if (end - start === 1) return block[start] === ' ';
  return end > start && block.slice(start, end).trim() === '';
}
