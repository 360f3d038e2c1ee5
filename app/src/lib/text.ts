/**
 * Untrusted text as it may be shown: without what turns the direction of writing, hides, or stands for nothing,
 * so that one name cannot be made to look like another. Scripts and their joiners stay as they are.
 */
export function shownText(text: string): string {
  return text
    .replace(/[\p{Cc}]/gu, ' ')
    .replace(/[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Cut to whole characters as readers count them. */
export function cutText(text: string, most: number): string {
  const shown = shownText(text);
  const parts = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(shown)];
  if (parts.length <= most) return shown;
  return `${parts
    .slice(0, most - 1)
    .map(({ segment }) => segment)
    .join('')}…`;
}

/** Where a link may lead: https, ipfs and ar, and http where the page itself is on a local chain; null otherwise. */
export function safeLink(address: string, isLocal: boolean): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, username, password } = new URL(address);
  if (username !== '' || password !== '') return null;
  const allowed = isLocal ? ['https:', 'ipfs:', 'ar:', 'http:'] : ['https:', 'ipfs:', 'ar:'];
  return allowed.includes(protocol) ? address : null;
}

/** `7xKq…9fRt` */
export function shortAddress(address: string): string {
  return address.length > 12 ? `${address.slice(0, 4)}…${address.slice(-4)}` : address;
}

/** "2 calls", "1 call" */
export function counted(count: number | bigint, one: string, many = `${one}s`): string {
  return `${grouped(BigInt(count))} ${BigInt(count) === 1n ? one : many}`;
}

/** 1936 as 1,936 */
export function grouped(whole: bigint): string {
  return whole.toString().replace(/\B(?=(\d{3})+$)/g, ',');
}

/** SHA-256 and the like, as its first and last digits. */
export function shortHash(hex: string): string {
  return hex.length > 16 ? `${hex.slice(0, 6)}…${hex.slice(-6)}` : hex;
}
