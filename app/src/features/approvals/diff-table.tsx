import type { ApprovalDiff, Change } from '../../data/approval-views.js';
import { exactTime } from '../../lib/time.js';
import { Address } from '../../ui/address.js';
import { Amount } from '../../ui/amount.js';
import { Note } from '../../ui/status.js';
import { Table } from '../../ui/table.js';

/** What is before, and what the call leaves. */
export function DiffTable({ diff }: { diff: ApprovalDiff }) {
  return (
    <div className="stack">
      {diff.refusal !== null && (
        <Note tone="risk" alert>
          <strong>As things are, the chain would refuse it.</strong>
          <p className="soft">{diff.refusal}</p>
        </Note>
      )}
      <div className="tight">
        <Table label="What changes by it">
          <thead>
            <tr>
              <th scope="col">Of the money</th>
              <th scope="col" className="num">
                Before
              </th>
              <th scope="col" className="num">
                After
              </th>
            </tr>
          </thead>
          <tbody>
            {diff.changes.map((change) => (
              <Row key={change.label} change={change} mint={diff.mint} />
            ))}
          </tbody>
        </Table>
      </div>
      <dl className="facts">
        {diff.paid !== null && (
          <>
            <dt>Paid in the end</dt>
            <dd>
              <Address address={diff.paid} />
            </dd>
          </>
        )}
        {diff.missing > 0n && (
          <>
            <dt>Set aside first</dt>
            <dd>
              <Amount amount={diff.missing} mint={diff.mint} /> from the payer's wallet
            </dd>
          </>
        )}
      </dl>
      <p className="small soft">
        {diff.from === 'simulated'
          ? 'After: as the node simulates this very call.'
          : "After: by the programs' arithmetic. Once enough have signed, the node simulates it."}
      </p>
    </div>
  );
}

function Row({ change, mint }: { change: Change; mint: string }) {
  const { after, before, label, limit, over } = change;
  const isSame = before === after;
  return (
    <tr className={isSame ? 'faint' : undefined}>
      <th scope="row">{label}</th>
      <td className="num">
        <Figure kind={change.kind} value={before} mint={mint} />
      </td>
      <td className="num">
        {isSame ? (
          'the same'
        ) : (
          <strong>
            <Figure kind={change.kind} value={after} mint={mint} />
          </strong>
        )}
        {limit != null && (
          <span className={over ? 'sub wrong' : 'sub'}>
            {over ? 'over the limit of ' : 'of '}
            <Amount amount={limit} mint={mint} />
          </span>
        )}
      </td>
    </tr>
  );
}

function Figure({ kind, value, mint }: { kind: Change['kind']; value: Change['before']; mint: string }) {
  if (value === null) return <span className="faint">nothing yet</span>;
  if (kind === 'amount') return <Amount amount={BigInt(value)} mint={mint} />;
  if (kind === 'time') return <span className="small">{exactTime(Number(value))}</span>;
  if (kind === 'address') return <Address address={String(value)} />;
  return <span className="break">{String(value)}</span>;
}
