import { type Token, type TokenHandler, Tokenizer, TokenizerMode } from 'parse5';
import { Outline } from './outline.js';
import type { HtmlFacts, ReadDocument } from './types.js';
import { clip, collapse } from './words.js';

const MAX_META_CHARACTERS = 500;

/** Elements whose text belongs to the surrounding line; every other tag ends a block. */
const INLINE = words(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark meter output ' +
    'picture progress q rp rt ruby s samp small source span strike strong sub sup time track tt u var wbr',
);
/** Elements whose content is left out; the tokenizer reads the raw ones up to their end tag. */
const RAW = words('script style noscript iframe noembed noframes xmp');
const LEFT_OUT = words('template svg math');
/** HTML tags that end an open `svg` or `math`, as in browsers; else one unclosed picture would hide the page. */
const LEAVES_FOREIGN = words(
  'blockquote body br center dd div dl dt h1 h2 h3 h4 h5 h6 head hr li menu nav ol p pre table ul',
);

interface OpenHeading {
  level: number;
  text: string[];
}

/** What was read of HTML, whole or in part; its headings go to the outline given. */
export interface HtmlText {
  title: string | null;
  blocks: string[];
  facts: HtmlFacts;
  warnings: string[];
}

/** Reads a whole HTML page. */
export function readHtml(source: string): ReadDocument {
  const outline = new Outline();
  const page = htmlText(source, outline);
  return {
    title: page.title ?? outline.entries.find((entry) => entry.level === 1)?.title ?? null,
    declaredLanguage: page.facts.lang,
    blocks: page.blocks,
    outline: outline.entries,
    facts: { html: page.facts },
    notes: ['The page was read as sent: no script was run, and styles that hide text were not applied.'],
    warnings: [...page.warnings, ...outline.warnings()],
  };
}

/**
 * Text, headings and facts of HTML, whole or in part; headings are added to `outline`.
 *
 * Only the tokenizer of parse5 is used: building a tree as browsers must (reopening unclosed formatting
 * elements) takes quadratic time on hostile pages, and the text needs no tree.
 */
export function htmlText(source: string, outline: Outline): HtmlText {
  const reader = new HtmlReader(outline);
  const tokenizer = new Tokenizer({}, reader);
  reader.tokenizer = tokenizer;
  tokenizer.write(source, true);
  return reader.finish();
}

class HtmlReader implements TokenHandler {
  tokenizer!: Tokenizer;
  private readonly blocks: string[] = [];
  private line: string[] = [];
  private heading: OpenHeading | null = null;
  private title: string | null = null;
  private titleText: string[] | null = null;
  private readonly facts: HtmlFacts = { lang: null, description: null, links: 0, images: 0, tables: 0 };
  private charset: string | null = null;
  /** Name of the raw element being passed over, such as `script`. */
  private raw: string | null = null;
  /** Element left out with all it contains, and how many of its kind are open. */
  private leftOut: { name: string; depth: number } | null = null;
  /** Open `nav` elements, and the sizes to fall back to when the outermost one closes. */
  private nav: { depth: number; blocks: number; headings: number } | null = null;
  private readonly skipped = new Map<string, number>();

  constructor(private readonly outline: Outline) {}

  onStartTag(token: Token.TagToken): void {
    const name = token.tagName;
    if (this.leftOut !== null) {
      if (name === this.leftOut.name) this.leftOut.depth += token.selfClosing ? 0 : 1;
      const foreign = this.leftOut.name !== 'template';
      if (!(foreign && LEAVES_FOREIGN.has(name))) {
        // Raw text inside a template must still end at its own end tag, not at a tag in its text.
        if (!foreign) this.enterRawText(name);
        return;
      }
      this.leftOut = null;
    }
    if (this.enterRawText(name)) {
      this.countSkipped(name);
      return;
    }
    if (LEFT_OUT.has(name)) {
      this.countSkipped(name);
      if (name === 'template' || !token.selfClosing) this.leftOut = { name, depth: 1 };
      return;
    }
    this.collectFacts(name, token.attrs);
    if (!INLINE.has(name)) this.endBlock();
    const level = headingLevel(name);
    if (level !== null) {
      this.endHeading();
      this.heading = { level, text: [] };
    } else if (name === 'nav') {
      if (this.nav !== null) this.nav.depth++;
      else this.nav = { depth: 1, blocks: this.blocks.length, headings: this.outline.entries.length };
    } else if (name === 'title') this.titleText = [];
  }

  onEndTag(token: Token.TagToken): void {
    const name = token.tagName;
    if (this.raw !== null) {
      if (name === this.raw) this.raw = null;
      return;
    }
    if (this.leftOut !== null) {
      if (name === this.leftOut.name && --this.leftOut.depth === 0) this.leftOut = null;
      return;
    }
    if (name === 'title') this.endTitle();
    if (!INLINE.has(name)) this.endBlock();
    if (headingLevel(name) !== null) this.endHeading();
    if (name === 'nav' && this.nav !== null && --this.nav.depth === 0) this.leaveNav(this.nav);
  }

  onCharacter(token: Token.CharacterToken): void {
    this.text(token.chars);
  }

  onWhitespaceCharacter(token: Token.CharacterToken): void {
    this.text(token.chars);
  }

  // The tokenizer asks for these; none of them is text.
  onNullCharacter(): void {}
  onComment(): void {}
  onDoctype(): void {}
  onEof(): void {}

  finish(): HtmlText {
    const warnings: string[] = [];
    if (this.raw !== null || this.leftOut !== null) {
      const name = this.raw ?? this.leftOut?.name;
      warnings.push(`A <${name}> element is never closed; what follows it was left out.`);
    }
    this.endTitle();
    this.endBlock();
    this.endHeading();
    const skipped = [...this.skipped].sort(([a], [b]) => (a < b ? -1 : 1));
    if (skipped.length > 0) {
      warnings.push(`Not read: ${skipped.map(([name, count]) => `${count} <${name}>`).join(', ')}.`);
    }
    if (this.charset !== null && !/^utf-?8$/.test(this.charset)) {
      warnings.push(`The page declares the encoding ${JSON.stringify(this.charset)} but was read as UTF-8.`);
    }
    return { title: this.title, blocks: this.blocks, facts: this.facts, warnings };
  }

  private enterRawText(name: string): boolean {
    if (RAW.has(name)) {
      this.raw = name;
      this.tokenizer.state = name === 'script' ? TokenizerMode.SCRIPT_DATA : TokenizerMode.RAWTEXT;
      return true;
    }
    if (name === 'textarea' || name === 'title') this.tokenizer.state = TokenizerMode.RCDATA;
    if (name === 'plaintext') this.tokenizer.state = TokenizerMode.PLAINTEXT;
    return false;
  }

  private text(chars: string): void {
    if (this.raw !== null || this.leftOut !== null) return;
    if (this.titleText !== null) {
      this.titleText.push(chars);
      return;
    }
    this.line.push(chars);
    this.heading?.text.push(chars);
  }

  private collectFacts(name: string, attrs: readonly Token.Attribute[]): void {
    const get = (key: string) => attrs.find((attr) => attr.name === key)?.value;
    if (name === 'a') this.facts.links += get('href') === undefined ? 0 : 1;
    else if (name === 'table') this.facts.tables++;
    else if (name === 'img') {
      this.facts.images++;
      this.heading?.text.push(` ${get('alt') ?? ''} `);
    } else if (name === 'html') {
      const lang = clip(collapse(get('lang') ?? ''), 35);
      if (lang !== '') this.facts.lang ??= lang;
    } else if (name === 'meta') {
      const content = get('content') ?? '';
      if (get('name')?.toLowerCase() === 'description' && collapse(content) !== '') {
        this.facts.description ??= clip(collapse(content), MAX_META_CHARACTERS);
      }
      const charset = get('charset') ?? /charset=([\w-]+)/i.exec(content)?.[1];
      if (charset !== undefined) this.charset ??= charset.trim().toLowerCase().slice(0, 40);
    }
  }

  private endBlock(): void {
    if (this.line.length === 0) return;
    const text = collapse(this.line.join(''));
    if (text !== '') this.blocks.push(text);
    this.line = [];
    this.heading?.text.push(' ');
  }

  private endHeading(): void {
    if (this.heading === null) return;
    this.outline.add(this.heading.level, this.heading.text.join(''));
    this.heading = null;
  }

  private endTitle(): void {
    if (this.titleText === null) return;
    const title = collapse(this.titleText.join(''));
    if (title !== '') this.title ??= clip(title, MAX_META_CHARACTERS);
    this.titleText = null;
  }

  /** Only a closed `nav` is dropped: were an unclosed one believed, it would hide the whole page. */
  private leaveNav(nav: { blocks: number; headings: number }): void {
    this.endHeading();
    this.blocks.length = nav.blocks;
    this.outline.truncate(nav.headings);
    this.countSkipped('nav');
    this.nav = null;
  }

  private countSkipped(name: string): void {
    this.skipped.set(name, (this.skipped.get(name) ?? 0) + 1);
  }
}

function headingLevel(name: string): number | null {
  return /^h[1-6]$/.test(name) ? Number(name[1]) : null;
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
