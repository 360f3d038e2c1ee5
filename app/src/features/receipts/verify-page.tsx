import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { chain } from '../../data/queries.js';
import type { RatingReceipt } from '../../data/views.js';
import { cutText } from '../../lib/text.js';
import { Address } from '../../ui/address.js';
import { Amount } from '../../ui/amount.js';
import { Drop } from '../../ui/drop.js';
import { Failure, Note } from '../../ui/status.js';
import { TextField } from '../../ui/text-field.js';
import { Time } from '../../ui/time.js';
import { Answer } from './answer.js';
import { RatingStrip } from './rating-receipt.js';

interface Given {
  name: string;
  document: unknown;
  says: RatingReceipt;
}

/** Where anyone checks a receipt that somebody gave them, with no word of this server's in it. */
export function VerifyPage() {
  const [given, setGiven] = useState<Given | null>(null);
  const reading = useMutation({
    mutationFn: async (file: File) => {
      setGiven(null);
      setGiven({ name: file.name, ...(await (await chain()).readReceiptFile(file)) });
    },
  });
  return (
    <>
      <div className="page-head">
        <div>
          <h1>Check a receipt</h1>
          <p className="soft">
            A receipt says that somebody paid an agent and how they rated it. Its file holds the proof; the
            check is done here, in your browser.
          </p>
        </div>
      </div>
      <div className="stack-l">
        <Drop label="Receipt file" accept=".json" onFile={(file) => reading.mutate(file)}>
          {given === null ? (
            'Drop the file of a receipt here. It goes nowhere.'
          ) : (
            <strong>{cutText(given.name, 60)}</strong>
          )}
        </Drop>
        {reading.isError && <Failure error={reading.error} />}
        {given !== null && <Checked key={given.says.asset + given.name} given={given} />}
      </div>
    </>
  );
}

function Checked({ given: { document, says } }: { given: Given }) {
  const [root, setRoot] = useState('');
  const check = useMutation({
    mutationFn: async (against: string | null) => {
      const { checkAgainstRoot, checkReceipt } = await chain();
      return against === null ? checkReceipt(document) : checkAgainstRoot(document, against);
    },
  });
  const state = check.data?.state;
  return (
    <section className="stack">
      <h2>What it says</h2>
      <RatingStrip
        says={says}
        seal={check.isPending ? 'checking' : (state ?? 'hollow')}
        check={check.data}
        error={check.error}
      />
      <div className="row">
        <button type="button" className="button primary" onClick={() => check.mutate(null)}>
          Check it against the chain
        </button>
      </div>
      <details className="more">
        <summary>Check it without a node</summary>
        <div className="stack">
          <TextField
            label="Root of the tree"
            value={root}
            onChange={setRoot}
            mono
            placeholder="64 hexadecimal digits, or base58"
            hint="One that you read from a registered tree yourself, or that somebody you trust did. The one in the file proves nothing."
          />
          <div className="row">
            <button
              type="button"
              className="button"
              disabled={root.trim() === ''}
              onClick={() => check.mutate(root)}
            >
              Check it against this root
            </button>
          </div>
        </div>
      </details>
      <div role="status">
        {state === 'solid' && <Note tone="settled">The receipt holds.</Note>}
        {state === 'broken' && (
          <Note tone="risk">The receipt does not hold. Do not believe what it says.</Note>
        )}
      </div>
      {state === 'solid' && <Answer document={document} says={says} owner={null} />}
      <Facts says={says} />
    </section>
  );
}

function Facts({ says }: { says: RatingReceipt }) {
  return (
    <section className="sheet">
      <h2>All of it</h2>
      <dl className="facts">
        <dt>Paid by</dt>
        <dd>
          <Address address={says.payer} />
        </dd>
        <dt>To the agent</dt>
        <dd>
          <Address address={says.agent} to="agent" />
        </dd>
        <dt>Paid out</dt>
        <dd>
          <Amount amount={says.paid} mint={says.mint} />
        </dd>
        <dt>Given back</dt>
        <dd>
          <Amount amount={says.refunded} mint={says.mint} />
        </dd>
        <dt>Channel or job</dt>
        <dd>
          <Address address={says.subject} />
        </dd>
        <dt>Version</dt>
        <dd>{says.version}</dd>
        <dt>Rating</dt>
        <dd>
          number {says.number.toString()} of this agent, <Time at={says.time} />
        </dd>
        <dt>Receipt</dt>
        <dd>
          <Address address={says.asset} picture={false} />
        </dd>
      </dl>
    </section>
  );
}
