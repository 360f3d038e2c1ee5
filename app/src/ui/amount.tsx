import { useQuery } from '@tanstack/react-query';
import { tokenQuery } from '../data/queries.js';
import { decimal, SOL } from '../lib/amounts.js';
import { shortAddress } from '../lib/text.js';

/** Lamports as SOL. */
export function Sol({ lamports, sign = false }: { lamports: bigint; sign?: boolean }) {
  return (
    <span className="amount">
      {sign && lamports > 0n ? '+' : ''}
      {decimal(lamports, SOL.decimals)} <span className="symbol">SOL</span>
    </span>
  );
}

/** Base units of a mint in its token; base units, said so, while or where its decimals are not known. */
export function Amount({
  amount,
  mint,
  sign = false,
}: {
  amount: bigint;
  mint: string | null;
  sign?: boolean;
}) {
  const token = useQuery(tokenQuery(mint));
  const plus = sign && amount > 0n ? '+' : '';
  if (mint !== null && token.isPending) return <span className="skeleton" />;
  if (!token.data) {
    return (
      <span className="amount">
        {plus}
        {decimal(amount, 0)} <span className="symbol">base units</span>
      </span>
    );
  }
  const symbol = token.data.symbol === '' ? shortAddress(mint ?? '') : token.data.symbol;
  return (
    <span className="amount">
      {plus}
      {decimal(amount, token.data.decimals)} <span className="symbol">{symbol}</span>
    </span>
  );
}
