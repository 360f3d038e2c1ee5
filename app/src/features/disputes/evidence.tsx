import { useState } from 'react';
import type { DisputeStep, DisputeView } from '../../data/dispute-views.js';
import { hashOfFile } from '../../lib/hash-file.js';
import { counted, shortHash } from '../../lib/text.js';
import { CopyButton } from '../../ui/address.js';
import { Drop } from '../../ui/drop.js';
import { Failure, Note } from '../../ui/status.js';
import { Table } from '../../ui/table.js';
import { Time } from '../../ui/time.js';

/** What both sides brought: calls that both signed, and statements by their hashes. */
export function Evidence({ dispute, steps }: { dispute: DisputeView; steps: DisputeStep[] | null }) {
  const cited = steps?.filter(({ kind }) => kind === 'callCited') ?? null;
  return (
    <section className="stack">
      <h2>Evidence</h2>
      {cited === null || cited.length === 0 ? (
        <p className="soft">
          {dispute.kind === 'Job'
            ? 'The hashes of terms and result stand in the job: the payer signed the one, the agent both.'
            : dispute.citedCalls === 0
              ? 'No call is cited. A call counts when both signed it: the payer its voucher, the agent its answer.'
              : `${counted(dispute.citedCalls, 'call')} cited, the last of them call ${dispute.lastCitedCall}.`}
        </p>
      ) : (
        <Table label="Cited calls">
          <thead>
            <tr>
              <th scope="col">Call</th>
              <th scope="col">Answer, its hash</th>
              <th scope="col" className="num">
                Cited
              </th>
            </tr>
          </thead>
          <tbody>
            {cited.map((step) => (
              <tr key={step.key}>
                <th scope="row">Call {step.call}</th>
                <td>
                  <Hash hash={step.hash ?? ''} />
                </td>
                <td className="num">{step.at !== null && <Time at={step.at} />}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <Statements dispute={dispute} />
    </section>
  );
}

function Hash({ hash }: { hash: string }) {
  return (
    <span className="address mono" title={hash}>
      {shortHash(hash)} <CopyButton text={hash} label={null} name="Copy hash" />
    </span>
  );
}

/** Statements are known by their hashes alone; whoever has a file can see whether it is one of them. */
function Statements({ dispute }: { dispute: DisputeView }) {
  const told = [
    { whose: "The claimant's", hash: dispute.evidenceHash },
    { whose: "The answerer's", hash: dispute.answerHash },
    { whose: "The owner's", hash: dispute.ownerHash },
  ].filter((entry): entry is { whose: string; hash: string } => entry.hash !== null);
  const [found, setFound] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const match = told.find(({ hash }) => hash === found);
  const check = async (file: File) => {
    try {
      setFound(await hashOfFile(file));
      setError(null);
    } catch (problem) {
      setError(problem);
    }
  };
  return (
    <div className="stack">
      <h3>Statements</h3>
      <dl className="facts">
        {told.map(({ whose, hash }) => (
          <div key={whose} className="facts-row">
            <dt>{whose}</dt>
            <dd>
              <Hash hash={hash} />
            </dd>
          </div>
        ))}
      </dl>
      <Drop label="Statement to check" accept="" onFile={(file) => void check(file)}>
        Somebody gave you a statement? Drop it here to see whether it is the one on the chain.
      </Drop>
      {found !== null && (
        <Note tone={match === undefined ? 'risk' : 'settled'} alert>
          {match === undefined
            ? 'This file is none of the statements on the chain.'
            : `${match.whose} statement: this is the very file.`}
        </Note>
      )}
      {error !== null && <Failure error={error} />}
    </div>
  );
}
