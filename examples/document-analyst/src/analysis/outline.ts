import type { OutlineEntry } from './types.js';
import { clip, collapse } from './words.js';

const MAX_ENTRIES = 500;
const MAX_TITLE_CHARACTERS = 200;

/** Collects headings in document order and knows what it had to leave out. */
export class Outline {
  readonly entries: OutlineEntry[] = [];
  private dropped = 0;
  private clipped = 0;
  private untitled = 0;

  /** Returns the title as kept, or `null` if the heading has no text. */
  add(level: number, rawTitle: string): string | null {
    const full = collapse(rawTitle);
    if (full === '') {
      this.untitled++;
      return null;
    }
    const title = clip(full, MAX_TITLE_CHARACTERS);
    if (title !== full) this.clipped++;
    if (this.entries.length < MAX_ENTRIES) this.entries.push({ level, title });
    else this.dropped++;
    return title;
  }

  /** Takes back every heading after the first `length` ones. */
  truncate(length: number): void {
    this.entries.length = Math.min(this.entries.length, length);
  }

  warnings(): string[] {
    const warnings: string[] = [];
    if (this.dropped > 0)
      warnings.push(
        `The outline lists the first ${MAX_ENTRIES} headings; ${this.dropped} more were left out.`,
      );
    if (this.clipped > 0)
      warnings.push(`${this.clipped} heading(s) were cut to ${MAX_TITLE_CHARACTERS} characters.`);
    if (this.untitled > 0)
      warnings.push(`${this.untitled} heading(s) without text were left out of the outline.`);
    return warnings;
  }
}
