import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { creditMovesQuery } from '../../data/credit-queries.js';
import type { CreditMove } from '../../data/credit-views.js';
import { counted, shortHash } from '../../lib/text.js';
import { Address, CopyButton } from '../../ui/address.js';
import { Amount } from '../../ui/amount.js';
import { Loaded } from '../../ui/loaded.js';
import { Empty, Note } from '../../ui/status.js';
import { Table } from '../../ui/table.js';
import { Time } from '../../ui/time.js';

const WORDS: Record<CreditMove['kind'], string> = {
  minted: 'Minted to you',
  issued: 'Minted by you',
  burned: 'Burned by you',
};

/** Credits that came to the wallet, that it issued, or that it burned, the latest first. */
export function CreditMoveList({ wallet }: { wallet: string }) {
  const query = useQuery(creditMovesQuery(wallet));
  return (
    <Loaded query={query}>
      {(told) =>
        told === null ? (
          <Note tone="waiting">
            What was minted and burned is remembered by the indexer, which this page does not reach. The
            balance above is the chain's own.
          </Note>
        ) : told.moves.length === 0 ? (
          <Empty
            title="Nothing minted or burned yet"
            action={
              <Link to="/activity" className="button">
                See all activity
              </Link>
            }
          >
            Credits that you buy appear here once their issuer has minted them.
          </Empty>
        ) : (
          <div className="stack">
            <Moves moves={told.moves} />
            <p className="small faint" role="status">
              {counted(told.moves.length, 'movement')} shown
              {told.more ? ', the latest: the indexer has older ones.' : ': all of them.'}
            </p>
          </div>
        )
      }
    </Loaded>
  );
}

function Moves({ moves }: { moves: CreditMove[] }) {
  return (
    <Table label="Minted and burned">
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Other side</th>
          <th scope="col" className="num">
            Amount
          </th>
          <th scope="col">Reference</th>
          <th scope="col" className="num">
            When
          </th>
          <th scope="col">Transaction</th>
        </tr>
      </thead>
      <tbody>
        {moves.map((move) => (
          <Row key={move.key} move={move} />
        ))}
      </tbody>
    </Table>
  );
}

function Row({
  move: { kind, other, amount, mint, reference, time, slot, signature },
}: {
  move: CreditMove;
}) {
  const tone = { minted: 'num delta plus', burned: 'num delta minus', issued: 'num' }[kind];
  return (
    <tr>
      <th scope="row">{WORDS[kind]}</th>
      <td>{other !== null && <Address address={other} />}</td>
      <td className={tone}>
        <Amount amount={kind === 'burned' ? -amount : amount} mint={mint} sign={kind === 'minted'} />
      </td>
      <td>
        {reference === null ? (
          <span className="small faint">none</span>
        ) : (
          <span className="address" title={reference}>
            {shortHash(reference)}
            <CopyButton text={reference} label={null} name="Copy reference" />
          </span>
        )}
      </td>
      <td className="num">
        {time === null ? <span className="mono">slot {slot}</span> : <Time at={time} />}
      </td>
      <td>
        <span className="address" title={signature}>
          {signature.slice(0, 8)}…
          <CopyButton text={signature} label={null} name="Copy signature" />
        </span>
      </td>
    </tr>
  );
}
