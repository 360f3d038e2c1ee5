import { TOKEN_DECIMALS } from '@agent-labs/localnet';
import type { PublicKey } from '@solana/web3.js';

/** Names of the local settlement token and the stake token on screen. */
export const SYMBOL = 'tUSD';
export const STAKE_SYMBOL = 'tSTAKE';

/** Base units as an amount with its unit: `0.01 tUSD`. */
export function tokens(amount: bigint, symbol = SYMBOL): string {
  const scale = 10n ** BigInt(TOKEN_DECIMALS);
  const fraction = (amount % scale).toString().padStart(TOKEN_DECIMALS, '0').replace(/0+$/, '');
  return `${amount / scale}${fraction === '' ? '' : `.${fraction}`} ${symbol}`;
}

/** First and last four characters of an address. */
export function short(address: PublicKey): string {
  const text = address.toBase58();
  return `${text.slice(0, 4)}…${text.slice(-4)}`;
}

/** A whole number with thousands separated: `12,345`. */
export function whole(value: bigint | number): string {
  return value.toString().replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Rows under a header, the first column left, the others right aligned. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((title, at) =>
    Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ');
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [line(header), rule, ...rows.map(line)].map((text) => `  ${text.trimEnd()}`).join('\n');
}
