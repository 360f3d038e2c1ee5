import type { ShownField, TransactionReview } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import type { Tokens } from './tokens.js';
import { Lamports, type Shown, type ShownRecord, Span, Time } from './values.js';

/** A review as it is shown: what the bytes say, and what changes by it. */
export async function shownReview(review: TransactionReview, tokens: Tokens): Promise<ShownRecord> {
  const { preview, effects, problems, fee, computeUnits } = review;
  return {
    feePayer: preview.feePayer,
    signers: preview.signers,
    instructions: await Promise.all(
      preview.instructions.map(async ({ program, name, title, fields, risk }) => ({
        title,
        instruction: `${program}.${name}`,
        fields: await shownFields(fields, tokens),
        ...(risk !== null && { risk }),
      })),
    ),
    ...(preview.unknown.length > 0 && {
      unknown: preview.unknown.map(({ programId, reason }) => ({ program: programId, reason })),
    }),
    changes: await Promise.all(
      effects.map(async ({ address, lamports, token, authority }): Promise<ShownRecord> => {
        const facts = token.after ?? token.before;
        const moved = (token.after?.amount ?? 0n) - (token.before?.amount ?? 0n);
        const held = (of: typeof facts) =>
          facts === null ? null : tokens.amount(of?.amount ?? 0n, facts.mint);
        return {
          account: address,
          holder: facts?.owner ?? null,
          tokens: facts === null ? null : await tokens.amount(moved, facts.mint),
          tokensBefore: await held(token.before),
          tokensAfter: await held(token.after),
          sol: new Lamports(lamports.after - lamports.before),
          ...(authority.length > 0 && { authority }),
        };
      }),
    ),
    ...(problems.length > 0 && { problems: problems.map(({ account, message }) => ({ account, message })) }),
    fee: fee === null ? null : new Lamports(fee),
    computeUnits,
  };
}

async function shownFields(fields: ShownField[], tokens: Tokens): Promise<ShownRecord> {
  const shown: Record<string, Shown> = {};
  for (const { label, kind, value, mint } of fields) {
    const entry = await shownField(kind, value, mint, tokens);
    const known = shown[label];
    shown[label] = known === undefined ? entry : Array.isArray(known) ? [...known, entry] : [known, entry];
  }
  return shown;
}

async function shownField(
  kind: ShownField['kind'],
  value: string,
  mint: string | undefined,
  tokens: Tokens,
): Promise<Shown> {
  switch (kind) {
    case 'amount':
      return mint === undefined ? `${value} base units` : tokens.amount(BigInt(value), new PublicKey(mint));
    case 'lamports':
      return new Lamports(BigInt(value));
    case 'time':
      return new Time(BigInt(value));
    case 'span':
      return new Span(BigInt(value));
    case 'address':
      return new PublicKey(value);
    default:
      return value;
  }
}
