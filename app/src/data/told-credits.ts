import { mergedMoves } from '../lib/credits.js';
import type { CreditMove, CreditMoves } from './credit-views.js';
import { askIndexer } from './indexer.js';

/** An event of credits as the indexer writes it: amounts as decimal text, bytes in hexadecimal. */
interface ToldEvent {
  id: string;
  signature: string;
  slot: number;
  blockTime: number | null;
  data: {
    mint: string;
    amount: string;
    reference: string;
    /** of those that were minted */
    wallet?: string;
    issuer?: string;
  };
}

const ROWS = '50';
const NO_REFERENCE = /^0*$/;

/** Credits that came to a wallet, that it issued, or that it burned, the latest first. @throws IndexerDown, IndexerRefused */
export async function toldCreditMoves(wallet: string): Promise<CreditMoves> {
  const lists = await Promise.all(
    ['creditsMinted', 'creditsBurned'].map(async (kind) => {
      const parameters = { wallet, kind, program: 'escrow', limit: ROWS };
      const page = await askIndexer<{ items: ToldEvent[]; next: string | null }>('/v1/activity', parameters);
      const moves = (page?.items ?? []).map((event) => move(event, wallet));
      return { moves, more: (page?.next ?? null) !== null };
    }),
  );
  return mergedMoves(lists);
}

function move({ id, blockTime, data, ...event }: ToldEvent, asker: string): CreditMove {
  const { mint, amount, reference, wallet = null, issuer = null } = data;
  const kind = wallet === null ? 'burned' : wallet === asker ? 'minted' : 'issued';
  return {
    key: id,
    kind,
    signature: event.signature,
    slot: event.slot,
    time: blockTime,
    amount: BigInt(amount),
    mint,
    other: kind === 'minted' ? issuer : wallet,
    reference: NO_REFERENCE.test(reference) ? null : reference,
  };
}
