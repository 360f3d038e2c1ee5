import { type Chain, creditMintAddress, type Deployment, tokenProgramOf } from '@agent-labs/sdk';
import { MintLayout } from '@solana/spl-token';
import { PublicKey } from '@solana/web3.js';
import { CliError } from './errors.js';
import { Amount, NoLimit } from './values.js';

/** A mint as amounts of it are written. */
export interface Token {
  /** base58 */
  mint: string;
  /** null where nobody told it */
  symbol: string | null;
  decimals: number;
}

export const SOL: Token = { mint: 'SOL', symbol: 'SOL', decimals: 9 };

/** Mints that everybody knows, base58. */
const KNOWN: Record<string, string> = {
  EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v: 'USDC',
  '4zMMC9srt5Ri5X14GAgXhaHii3GnPAERYPJgZJDncDU': 'USDC',
};

/** Symbols and decimals of mints; the latter are always the chain's word. */
export class Tokens {
  readonly #known = new Map<string, Token>();
  readonly #symbols: Map<string, string>;

  /** @param symbols of mints, base58 */
  constructor(
    readonly chain: Chain,
    deployment: Deployment,
    symbols: Record<string, string>,
  ) {
    const credits = creditMintAddress(deployment).toBase58();
    this.#symbols = new Map(Object.entries({ ...KNOWN, [credits]: 'CREDIT', ...symbols }));
  }

  /** @throws AccountMismatch where there is no mint */
  async of(mint: PublicKey): Promise<Token> {
    const key = mint.toBase58();
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    await tokenProgramOf(this.chain, mint);
    const account = await this.chain.getAccount(mint);
    if (account === null || account.data.length < MintLayout.span) {
      throw new CliError('MintUnknown', `${key} is no mint`, 1);
    }
    const { decimals } = MintLayout.decode(account.data.subarray(0, MintLayout.span));
    const token = { mint: key, symbol: this.#symbols.get(key) ?? null, decimals };
    this.#known.set(key, token);
    return token;
  }

  async amount(baseUnits: bigint, mint: PublicKey): Promise<Amount> {
    return new Amount(baseUnits, await this.of(mint));
  }

  /** The mint that a symbol or an address names. @throws CliError `MintUnknown` */
  mintOf(text: string): PublicKey {
    const named = [...this.#symbols].filter(([, symbol]) => symbol.toLowerCase() === text.toLowerCase());
    const [mint, ...others] = named;
    if (mint !== undefined && others.length === 0) return new PublicKey(mint[0]);
    try {
      return new PublicKey(text);
    } catch (error) {
      const known = [...new Set(this.#symbols.values())].join(', ');
      throw new CliError('MintUnknown', `${text} is neither an address nor one of ${known}`, 2, undefined, {
        cause: error,
      });
    }
  }
}

const MOST = (1n << 64n) - 1n;

/**
 * Base units of an amount as it was typed: `12.5tUSD`, `12.5tokens` or `12500000base`. A number alone is refused,
 * for it could be either.
 * @throws CliError `AmountInvalid`
 */
export function parseAmount(text: string, token: Token): bigint {
  const [, whole, rest = '', unit] =
    /^([0-9]{1,20})(?:\.([0-9]+))?\s*([A-Za-z][A-Za-z0-9]*)?$/.exec(text.trim()) ?? [];
  const example = `write 12.5${token.symbol ?? 'tokens'}, or 12500000base for base units`;
  if (whole === undefined) throw invalid(`${text} is no amount`, example);
  if (unit === undefined) throw invalid(`${text} has no unit`, example);
  if (unit.toLowerCase() === 'base') {
    if (text.includes('.')) throw invalid('base units are whole', example);
    return within(BigInt(whole), text);
  }
  const named = [token.symbol, 'tokens'].filter((name) => name !== null).map((name) => name.toLowerCase());
  if (!named.includes(unit.toLowerCase())) {
    throw invalid(`${text} is in ${unit}, and this is about ${token.symbol ?? token.mint}`, example);
  }
  if (rest.length > token.decimals)
    throw invalid(`${text} is finer than ${token.decimals} decimals`, example);
  return within(BigInt(whole + rest.padEnd(token.decimals, '0')), text);
}

function within(amount: bigint, text: string): bigint {
  if (amount > MOST) throw invalid(`${text} is more than a token can have`, 'write less');
  return amount;
}

function invalid(message: string, next: string): CliError {
  return new CliError('AmountInvalid', message, 2, next);
}

/** Base units as a decimal number, exactly: 12500000 of 6 decimals is 12.5. */
export function decimal(amount: bigint, decimals: number): string {
  const sign = amount < 0n ? '-' : '';
  const digits = (amount < 0n ? -amount : amount).toString().padStart(decimals + 1, '0');
  const rest = digits.slice(digits.length - decimals).replace(/0+$/, '');
  const whole = digits.slice(0, digits.length - decimals);
  return decimals === 0 || rest === '' ? `${sign}${whole}` : `${sign}${whole}.${rest}`;
}

/** A cap of the chain: the largest number is none. */
export function cap(baseUnits: bigint, token: Token): Amount | NoLimit {
  return baseUnits === MOST ? new NoLimit() : new Amount(baseUnits, token);
}
