import MarkdownIt from 'markdown-it';
import { htmlText } from './html.js';
import { Outline } from './outline.js';
import type { MarkdownFacts, ReadDocument } from './types.js';
import { clip, collapse } from './words.js';

const MAX_LINES = 100_000;
/** Every `>`, `-`, `1.` … at the start of a line is a block to open; ordinary lines have one or two. */
const MAX_CONTAINER_MARKS = 250_000;
/** Bars separate table cells, the costliest blocks for their size. */
const MAX_BARS = 300_000;
/** Lists count two levels each. */
const MAX_NESTING = 24;
/** Longer paragraphs keep their markup characters in the text. */
const MAX_INLINE_CHARACTERS = 20_000;
/** About one second of inline parsing on hostile input; an ordinary document of 2 MiB has half as many. */
const MAX_MARKUP_CHARACTERS = 500_000;
const MARKUP = /[[\]*_!<&\\`~]/g;
const MAX_FRONT_MATTER_LINES = 200;

const parser = new MarkdownIt({ html: true, maxNesting: MAX_NESTING });
// Inline content is parsed here, block by block, to keep its cost bounded.
parser.core.ruler.enableOnly(['normalize', 'block']);

type BlockToken = ReturnType<typeof parser.parse>[number];

/** Reads CommonMark with GitHub tables, strikethrough and task lists. */
export function readMarkdown(source: string): ReadDocument {
  const { frontMatter, title: frontTitle, body } = splitFrontMatter(source);
  const reader = new MarkdownReader(frontMatter);
  const readable = limitLines(body);
  reader.read(readable);
  const outline = reader.outline;
  const warnings = [...reader.warnings(), ...outline.warnings()];
  if (readable.length < body.length) {
    warnings.unshift(`Only the first ${lineCount(readable)} of ${lineCount(body)} lines were read.`);
  }
  const notes = ['Code blocks are counted apart and are not part of the words.'];
  if (frontMatter !== null) {
    notes.push(
      `Front matter (${frontMatter.kind.toUpperCase()}) was recognised; only its keys and a plain title were read.`,
    );
  }
  return {
    title: frontTitle ?? outline.entries.find((entry) => entry.level === 1)?.title ?? null,
    declaredLanguage: null,
    blocks: reader.blocks,
    outline: outline.entries,
    facts: { markdown: reader.facts },
    notes,
    warnings,
  };
}

class MarkdownReader {
  readonly blocks: string[] = [];
  readonly outline = new Outline();
  readonly facts: MarkdownFacts;
  private readonly languages = new Set<string>();
  private readonly env = {};
  private deepest = 0;
  private markupLeft = MAX_MARKUP_CHARACTERS;
  private unparsedBlocks = 0;
  private readonly htmlWarnings = new Set<string>();

  constructor(frontMatter: MarkdownFacts['frontMatter']) {
    this.facts = {
      frontMatter,
      codeBlocks: 0,
      codeLines: 0,
      codeLanguages: [],
      links: 0,
      images: 0,
      tables: 0,
      tasks: { done: 0, open: 0 },
    };
  }

  read(body: string): void {
    let heading: number | null = null;
    let startsItem = false;
    for (const token of parser.parse(body, this.env)) {
      this.deepest = Math.max(this.deepest, token.level + (token.nesting === 1 ? 1 : 0));
      if (token.type === 'heading_open') heading = Number(token.tag[1]);
      else if (token.type === 'inline') {
        const text = collapse(this.inlineText(startsItem ? this.task(token.content) : token.content));
        if (text !== '') this.blocks.push(text);
        if (heading !== null) this.outline.add(heading, text);
        heading = null;
      } else if (token.type === 'fence' || token.type === 'code_block') this.code(token);
      else if (token.type === 'html_block') this.html(token.content);
      else if (token.type === 'table_open') this.facts.tables++;
      startsItem = token.type === 'list_item_open' || (startsItem && token.type === 'paragraph_open');
    }
    this.facts.codeLanguages = [...this.languages].sort();
  }

  warnings(): string[] {
    const warnings = [...this.htmlWarnings].map((warning) => `In HTML blocks: ${warning}`);
    if (this.deepest >= MAX_NESTING) {
      warnings.push(`What is nested deeper than ${MAX_NESTING} levels (a list counts as two) was not read.`);
    }
    if (this.unparsedBlocks > 0) {
      warnings.push(
        `${this.unparsedBlocks} block(s) were too long or too dense in markup: their markup counts as text and their links were not counted.`,
      );
    }
    return warnings;
  }

  /** Counts a task-list mark and takes it off the text. */
  private task(content: string): string {
    const mark = /^\[([ xX])\]\s/.exec(content);
    if (mark === null) return content;
    if (mark[1] === ' ') this.facts.tasks.open++;
    else this.facts.tasks.done++;
    return content.slice(mark[0].length);
  }

  private inlineText(content: string): string {
    const markup = content.match(MARKUP)?.length ?? 0;
    if (markup === 0) return content;
    if (content.length > MAX_INLINE_CHARACTERS || markup > this.markupLeft) {
      this.unparsedBlocks++;
      return content;
    }
    this.markupLeft -= markup;
    const tokens: BlockToken[] = [];
    parser.inline.parse(content, parser, this.env, tokens);
    let text = '';
    for (const token of tokens) {
      if (token.type === 'text' || token.type === 'text_special' || token.type === 'code_inline')
        text += token.content;
      else if (token.type === 'softbreak' || token.type === 'hardbreak') text += ' ';
      else if (token.type === 'link_open') this.facts.links++;
      else if (token.type === 'image') {
        this.facts.images++;
        text += token.content;
      } else if (token.type === 'html_inline' && /^<br/i.test(token.content)) text += ' ';
    }
    return text;
  }

  private code(token: BlockToken): void {
    this.facts.codeBlocks++;
    this.facts.codeLines += lineCount(token.content);
    const language = token.info.trim().split(/\s/, 1)[0]?.toLowerCase() ?? '';
    if (language !== '' && this.languages.size < 50) this.languages.add(clip(language, 40));
  }

  private html(content: string): void {
    const part = htmlText(content, this.outline);
    for (const block of part.blocks) this.blocks.push(block);
    this.facts.links += part.facts.links;
    this.facts.images += part.facts.images;
    this.facts.tables += part.facts.tables;
    for (const warning of part.warnings) if (this.htmlWarnings.size < 10) this.htmlWarnings.add(warning);
  }
}

/** The part of `body` whose blocks can be told apart in bounded time, cut at the end of a line. */
function limitLines(body: string): string {
  let marks = 0;
  let bars = 0;
  let start = 0;
  for (let line = 0; line < MAX_LINES; line++) {
    const found = body.indexOf('\n', start);
    const end = found === -1 ? body.length : found + 1;
    marks += containerMarks(body, start);
    bars += barCount(body.slice(start, end));
    if (marks > MAX_CONTAINER_MARKS || bars > MAX_BARS) return body.slice(0, start);
    if (found === -1) return body;
    start = end;
  }
  return body.slice(0, start);
}

function barCount(line: string): number {
  let count = 0;
  for (let at = line.indexOf('|'); at !== -1; at = line.indexOf('|', at + 1)) count++;
  return count;
}

/** Marks of quotes and list items at the start of a line, at most as many as can be nested. */
function containerMarks(body: string, start: number): number {
  let marks = 0;
  for (let i = start; i < body.length && marks <= MAX_NESTING; i++) {
    const character = body[i] as string;
    if (character === '>') marks++;
    else if ('-*+.)'.includes(character)) {
      // A list mark needs white space after it; "-----" and "**bold**" open no list.
      if (!/\s/.test(body[i + 1] ?? '\n')) break;
      marks++;
    } else if (!/[ \t\d]/.test(character)) break;
  }
  return marks;
}

function lineCount(text: string): number {
  let count = text === '' || text.endsWith('\n') ? 0 : 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function splitFrontMatter(source: string): {
  frontMatter: MarkdownFacts['frontMatter'];
  title: string | null;
  body: string;
} {
  const none = { frontMatter: null, title: null, body: source };
  const kind = source.startsWith('---\n') ? 'yaml' : source.startsWith('+++\n') ? 'toml' : null;
  if (kind === null) return none;
  const lines = source.split('\n', MAX_FRONT_MATTER_LINES + 2);
  const end = lines.findIndex(
    (line, i) => i > 0 && (kind === 'yaml' ? /^(?:---|\.\.\.)\s*$/ : /^\+\+\+\s*$/).test(line),
  );
  const inner = end === -1 ? [] : lines.slice(1, end);
  const pattern = kind === 'yaml' ? /^([\w-]{1,60}):(?:\s(.*))?$/ : /^([\w-]{1,60})\s{0,9}=\s(.*)$/;
  const pairs = inner.flatMap((line) => {
    const pair = pattern.exec(line);
    return pair?.[1] === undefined ? [] : [{ key: pair[1], value: pair[2] ?? '' }];
  });
  // Without a single key it is a thematic break, not front matter.
  if (pairs.length === 0) return none;
  const value = pairs.find(({ key }) => key === 'title')?.value.trim() ?? '';
  const title = clip(collapse(/^(["'])(.*)\1$/.exec(value)?.[2] ?? value), 200);
  return {
    frontMatter: { kind, lines: inner.length, keys: pairs.map(({ key }) => key) },
    title: title === '' || /^[|>&*[{]/.test(title) ? null : title,
    body: source.slice(lines.slice(0, end + 1).join('\n').length + 1),
  };
}
