import { useState } from 'react';
import type { JobView } from '../../data/job-views.js';
import { shortHash } from '../../lib/text.js';
import { CopyButton } from '../../ui/address.js';
import { Note } from '../../ui/status.js';
import { StatementFile } from '../disputes/statement-file.js';

/** Tells whether a file is what both sides fixed on the chain: the terms, or the result. */
export function CheckFile({ job }: { job: JobView }) {
  const [hash, setHash] = useState<string | null>(null);
  return (
    <section className="sheet stack">
      <h2>Terms and result</h2>
      <dl className="facts">
        <dt>Terms</dt>
        <dd>
          <Hash hash={job.termsHash} />
        </dd>
        <dt>Result</dt>
        <dd>{job.resultHash === null ? 'not delivered' : <Hash hash={job.resultHash} />}</dd>
      </dl>
      <StatementFile
        label="File to check"
        onHash={setHash}
        prompt="Drop a file here: it is told whether it is the terms, or the result. It stays with you."
      />
      {hash !== null && <Verdict hash={hash} job={job} />}
    </section>
  );
}

function Verdict({ hash, job }: { hash: string; job: JobView }) {
  if (hash === job.resultHash) return <Note tone="settled">This is the result, to the byte.</Note>;
  if (hash === job.termsHash) return <Note tone="settled">These are the terms, to the byte.</Note>;
  return (
    <Note tone="risk" alert>
      This file is neither the terms nor the result.
    </Note>
  );
}

function Hash({ hash }: { hash: string }) {
  return (
    <span className="address mono small" title={hash}>
      {shortHash(hash)} <CopyButton text={hash} label={null} name="Copy hash" />
    </span>
  );
}
