import { guessLanguage, languageOfTag, stopWords } from './stopwords.js';
import type { KeyPhrase, LanguageAssumption, StopWordLanguage } from './types.js';
import { clip, type Word, wordsOf } from './words.js';

const MAX_PHRASES = 15;
const MAX_PHRASE_WORDS = 3;
/** Longer runs of letters are encoded data, not words. */
const MAX_WORD_CHARACTERS = 40;
/** Ranked candidates looked at when near-duplicates are removed. */
const SHORTLIST = 80;
/** With this many phrases that occur twice, those that occur once are not worth listing. */
const ENOUGH_REPEATED = 5;

const LANGUAGE_NAMES: Readonly<Record<StopWordLanguage, string>> = {
  en: 'English',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
};

export interface KeyPhraseResult {
  keyPhrases: KeyPhrase[];
  language: LanguageAssumption;
  /** Says which stop words were assumed, and why. */
  note: string;
}

const NO_STOP_WORDS: ReadonlySet<string> = new Set();

interface Term {
  key: string;
  shown: string;
}

interface Candidate {
  terms: string[];
  /** As spelt in the text; of several spellings the one with the fewest capitals. */
  shown: string;
  count: number;
  score: number;
}

/**
 * Key phrases in the manner of RAKE: stop words and punctuation cut the text into runs; every one to three
 * neighbouring words of a run are a candidate, scored by its count times the company its words keep (sum of
 * degree over frequency). Phrases of heading or title words rank up to half as high again.
 *
 * @param sample words block by block; phrases never cross blocks.
 * @param shortBlocks the blocks are cells, which are phrases already and need no stop words.
 */
export function findKeyPhrases(
  sample: readonly (readonly Word[])[],
  headings: readonly string[],
  declared: string | null,
  shortBlocks: boolean,
): KeyPhraseResult {
  const { language, note } = assumeLanguage(sample, declared, shortBlocks);
  const stops = language.stopWords === null ? NO_STOP_WORDS : stopWords(language.stopWords);
  const french = language.stopWords === 'fr';
  const runs =
    language.stopWords !== null || shortBlocks ? cutIntoRuns(sample, stops, french) : loneWords(sample);
  if (language.stopWords !== 'de') joinPlurals(runs);
  const prominent = new Set(headings.flatMap((title) => wordsOf(title).map((word) => fold(word.text))));
  const ranked = rank(countCandidates(runs), weighWords(runs), prominent);
  return {
    keyPhrases: withoutOverlaps(ranked).map(({ shown, count, score }) => ({
      phrase: shown,
      score: Math.round(score * 1000) / 1000,
      count,
    })),
    language,
    note,
  };
}

function assumeLanguage(
  sample: readonly (readonly Word[])[],
  declared: string | null,
  shortBlocks: boolean,
): { language: LanguageAssumption; note: string } {
  const all = sample.flatMap((block) =>
    block.filter((word) => word.kind === 'word').map((word) => fold(word.text)),
  );
  const guess = guessLanguage(all);
  if (guess !== null) {
    const name = LANGUAGE_NAMES[guess.language];
    const percent = Math.round(guess.share * 100);
    return {
      language: { stopWords: guess.language, basis: 'text', declared },
      note: `Key phrases assume ${name} stop words, because ${percent} % of the words are on that list.`,
    };
  }
  const fromTag = languageOfTag(declared);
  if (fromTag !== null) {
    return {
      language: { stopWords: fromTag, basis: 'declared', declared },
      note: `Key phrases assume ${LANGUAGE_NAMES[fromTag]} stop words, because the document declares that language.`,
    };
  }
  const units = shortBlocks ? 'words as they stand in the cells' : 'single words of four letters or more';
  return {
    language: { stopWords: null, basis: 'none', declared },
    note: `No stop-word list (English, German, French, Spanish) fits this text: key phrases are ${units}.`,
  };
}

function cutIntoRuns(
  sample: readonly (readonly Word[])[],
  stops: ReadonlySet<string>,
  french: boolean,
): Term[][] {
  const runs: Term[][] = [];
  for (const block of sample) {
    let run: Term[] = [];
    for (const word of block) {
      const term = termOf(word, french);
      if (!word.follows || term === null || stops.has(term.key)) {
        if (run.length > 0) runs.push(run);
        run = [];
      }
      if (term !== null && !stops.has(term.key)) run.push(term);
    }
    if (run.length > 0) runs.push(run);
  }
  return runs;
}

/** Without stop words neighbours mean nothing: "of the" would be the best phrase of the text. */
function loneWords(sample: readonly (readonly Word[])[]): Term[][] {
  return sample.flatMap((block) =>
    block.flatMap((word) => {
      const term = termOf(word, false);
      return term === null || letterCount(term.key) < 4 ? [] : [[term]];
    }),
  );
}

/** Gives "sensors" the key of "sensor" if both occur. German plurals are not formed with -s. */
function joinPlurals(runs: readonly Term[][]): void {
  const keys = new Set(runs.flatMap((run) => run.map((term) => term.key)));
  for (const run of runs) {
    for (const term of run) {
      if (!term.key.endsWith('s') || term.key.length < 4) continue;
      const singular = term.key.slice(0, -1);
      if (keys.has(singular)) term.key = singular;
    }
  }
}

/** `null` for what cannot be part of a phrase. */
function termOf(word: Word, french: boolean): Term | null {
  if (word.kind !== 'word' || word.text.length > MAX_WORD_CHARACTERS) return null;
  let shown = word.text.replace(/['’]s$/, '');
  // "l'analyse" and "analyse" are the same word.
  if (french) shown = shown.replace(/^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’]/iu, '');
  const key = fold(shown);
  return letterCount(key) < 2 ? null : { key, shown };
}

/** Degree over frequency of each word: how many words its runs have on average, at most three. */
function weighWords(runs: readonly Term[][]): Map<string, number> {
  const totals = new Map<string, { frequency: number; degree: number }>();
  for (const run of runs) {
    const degree = Math.min(run.length, MAX_PHRASE_WORDS);
    for (const { key } of run) {
      const total = totals.get(key);
      if (total === undefined) totals.set(key, { frequency: 1, degree });
      else {
        total.frequency++;
        total.degree += degree;
      }
    }
  }
  return new Map([...totals].map(([key, { frequency, degree }]) => [key, degree / frequency]));
}

function countCandidates(runs: readonly Term[][]): Map<string, Candidate> {
  const candidates = new Map<string, Candidate>();
  for (const run of runs) {
    for (let start = 0; start < run.length; start++) {
      let key = '';
      for (let end = start; end < Math.min(run.length, start + MAX_PHRASE_WORDS); end++) {
        const term = run[end] as Term;
        key = key === '' ? term.key : `${key} ${term.key}`;
        const known = candidates.get(key);
        if (known === undefined) {
          const shown = spelling(run, start, end);
          candidates.set(key, { terms: key.split(' '), shown, count: 1, score: 0 });
        } else {
          known.count++;
          if (known.shown === key) continue;
          const shown = spelling(run, start, end);
          if (capitals(shown) < capitals(known.shown)) known.shown = shown;
        }
      }
    }
  }
  return candidates;
}

function spelling(run: readonly Term[], start: number, end: number): string {
  let shown = (run[start] as Term).shown;
  for (let i = start + 1; i <= end; i++) shown += ` ${(run[i] as Term).shown}`;
  return shown;
}

function capitals(text: string): number {
  return text.match(/\p{Lu}/gu)?.length ?? 0;
}

/** The best candidates, best first; ties go to the one met first, so the order never depends on chance. */
function rank(
  candidates: ReadonlyMap<string, Candidate>,
  weights: ReadonlyMap<string, number>,
  prominent: ReadonlySet<string>,
): Candidate[] {
  let repeated = 0;
  for (const { count } of candidates.values()) if (count > 1) repeated++;
  const least = repeated >= ENOUGH_REPEATED ? 2 : 1;
  const best: Candidate[] = [];
  for (const candidate of candidates.values()) {
    const { terms, count } = candidate;
    if (count < least || (terms.length === 1 && letterCount(terms[0] as string) < 3)) continue;
    let company = 0;
    let marked = 0;
    for (const term of terms) {
      company += weights.get(term) ?? 0;
      if (prominent.has(term)) marked++;
    }
    const emphasis = 1 + marked / terms.length / 2;
    candidate.score = count * company * emphasis;
    insert(best, candidate);
  }
  return best;
}

function insert(best: Candidate[], candidate: Candidate): void {
  const last = best[best.length - 1];
  if (best.length === SHORTLIST && last !== undefined && last.score >= candidate.score) return;
  let at = best.length;
  while (at > 0 && (best[at - 1] as Candidate).score < candidate.score) at--;
  best.splice(at, 0, candidate);
  if (best.length > SHORTLIST) best.pop();
}

/**
 * Of phrases within each other keeps the longer, unless the shorter occurs at least twice as often: "escrow
 * account" stands for "escrow", but not for an "account" met everywhere.
 */
function withoutOverlaps(ranked: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of ranked) {
    const within = kept.some(
      (other) => contains(other.terms, candidate.terms) && candidate.count < 2 * other.count,
    );
    if (within) continue;
    const shorter = kept.filter((other) => contains(candidate.terms, other.terms));
    // A shorter phrase ranked higher stays if it is much more frequent, and then says enough.
    if (shorter.some((other) => other.count >= 2 * candidate.count)) continue;
    for (const other of shorter) kept.splice(kept.indexOf(other), 1);
    kept.push(candidate);
  }
  return kept.sort((a, b) => b.score - a.score).slice(0, MAX_PHRASES);
}

function contains(longer: readonly string[], shorter: readonly string[]): boolean {
  for (let i = 0; i + shorter.length <= longer.length; i++) {
    if (shorter.every((term, j) => term === longer[i + j])) return true;
  }
  return false;
}

function letterCount(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

function fold(text: string): string {
  // Only short words are normalised: on long runs of combining marks it takes quadratic time.
  const folded = text.length > MAX_WORD_CHARACTERS ? clip(text, MAX_WORD_CHARACTERS) : text.normalize('NFC');
  return folded.toLowerCase().replaceAll('’', "'");
}
