import { Outline } from './outline.js';
import type { ReadDocument } from './types.js';
import { collapse } from './words.js';

const MAX_HEADING_CHARACTERS = 80;
const NUMBERED = /^(\d{1,3}(?:\.\d{1,3}){0,5})[.)]?\s+(\p{L}.*)$/u;

interface Candidate {
  paragraph: number;
  level: number;
  title: string;
  /** Section number, only for numbered lines. */
  number: number[] | null;
}

/** Reads plain text: paragraphs are separated by blank lines, lines within one are joined. */
export function readPlainText(source: string): ReadDocument {
  const paragraphs = splitParagraphs(source);
  const outline = new Outline();
  const headings = findHeadings(paragraphs);
  for (const heading of headings) outline.add(heading.level, heading.title);
  const note =
    headings.length > 0
      ? 'Plain text has no mark for headings: lines underlined, in capitals or numbered in order, standing alone, were taken as headings.'
      : 'No outline: plain text has no mark for headings, and no line is underlined, in capitals or numbered in order on its own.';
  return {
    title: headings[0]?.paragraph === 0 ? (outline.entries[0]?.title ?? null) : null,
    declaredLanguage: null,
    blocks: paragraphs
      .map((lines) => collapse(lines.filter((line) => !isRule(line)).join(' ')))
      .filter((text) => text !== ''),
    outline: outline.entries,
    facts: {},
    notes: [note],
    warnings: outline.warnings(),
  };
}

function splitParagraphs(source: string): string[][] {
  const paragraphs: string[][] = [];
  let current: string[] = [];
  for (const raw of source.split('\n')) {
    const line = raw.trim();
    if (line !== '') current.push(line);
    else if (current.length > 0) {
      paragraphs.push(current);
      current = [];
    }
  }
  if (current.length > 0) paragraphs.push(current);
  return paragraphs;
}

function findHeadings(paragraphs: readonly string[][]): Candidate[] {
  const candidates: Candidate[] = [];
  paragraphs.forEach((lines, paragraph) => {
    const [first = '', second] = lines;
    if (!looksLikeTitle(first)) return;
    const underline = second === undefined ? null : underlineLevel(first, second);
    if (underline !== null) candidates.push({ paragraph, level: underline, title: first, number: null });
    else if (lines.length === 1) {
      const numbered = NUMBERED.exec(first);
      if (numbered?.[1] !== undefined) {
        const number = numbered[1].split('.').map(Number);
        candidates.push({ paragraph, level: number.length, title: first, number });
      } else if (isCapitals(first)) candidates.push({ paragraph, level: 1, title: first, number: null });
    }
  });
  // One numbered line, or numbers out of order, are more likely a list or a date than sections.
  const numbers = candidates.flatMap(({ number }) => (number === null ? [] : [number]));
  const ordered =
    numbers.length >= 2 && numbers.every((number, i) => i === 0 || isAfter(number, numbers[i - 1] ?? []));
  return ordered ? candidates : candidates.filter(({ number }) => number === null);
}

function looksLikeTitle(line: string): boolean {
  return line.length <= MAX_HEADING_CHARACTERS && /\p{L}/u.test(line) && !/[.,;:!?]$/.test(line);
}

function underlineLevel(title: string, line: string): number | null {
  if (!isRule(line) || line.length * 2 < title.length) return null;
  return line.startsWith('=') ? 1 : 2;
}

function isRule(line: string): boolean {
  return /^(?:={3,}|-{3,}|~{3,})$/.test(line);
}

function isCapitals(line: string): boolean {
  const letters = line.match(/\p{L}/gu) ?? [];
  return letters.length >= 4 && letters.every((letter) => letter !== letter.toLowerCase());
}

function isAfter(number: readonly number[], before: readonly number[]): boolean {
  for (let i = 0; i < number.length; i++) {
    const difference = (number[i] ?? 0) - (before[i] ?? -1);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
