import type { DisputeStep, DisputeView } from '../../data/dispute-views.js';
import { counted } from '../../lib/text.js';
import { Address, CopyButton } from '../../ui/address.js';
import { Amount } from '../../ui/amount.js';
import { Note } from '../../ui/status.js';
import { Table } from '../../ui/table.js';
import { Time } from '../../ui/time.js';
import { percent, STEPS } from './words.js';

/** Each step with its time, who took it, and its transaction. */
export function Timeline({ dispute, steps }: { dispute: DisputeView; steps: DisputeStep[] | null }) {
  return (
    <section className="stack">
      <h2>What happened</h2>
      {steps === null ? (
        <Note tone="waiting">
          The indexer remembers who did what, and does not answer. The chain itself still tells{' '}
          {counted(dispute.citedCalls, 'cited call')} and all votes.
        </Note>
      ) : (
        <Table label="What happened">
          <thead>
            <tr>
              <th scope="col">Step</th>
              <th scope="col">Who</th>
              <th scope="col" className="num">
                When
              </th>
              <th scope="col">Transaction</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={step.key}>
                <th scope="row">
                  {STEPS[step.kind] ?? step.kind}
                  <Detail step={step} mint={dispute.stakeMint} />
                </th>
                <td>{step.who !== null && <Address address={step.who} />}</td>
                <td className="num">{step.at === null ? '' : <Time at={step.at} />}</td>
                <td>
                  <span className="address" title={step.signature}>
                    {step.signature.slice(0, 8)}…
                    <CopyButton text={step.signature} label={null} name="Copy signature" />
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}

function Detail({ step, mint }: { step: DisputeStep; mint: string }) {
  return (
    <div className="small faint">
      {step.call !== null && `call ${step.call} `}
      {step.awardBps !== null && `${percent(step.awardBps)} to the claimant `}
      {step.amount !== null && step.amount > 0n && (
        <>
          {step.kind === 'voteCast' ? 'fee' : 'bond'} <Amount amount={step.amount} mint={mint} />
        </>
      )}
    </div>
  );
}
