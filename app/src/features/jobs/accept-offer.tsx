import { useState } from 'react';
import type { JobView } from '../../data/job-views.js';
import { chain } from '../../data/queries.js';
import { ActionButton } from '../../ui/action.js';
import { StatementFile } from '../disputes/statement-file.js';

/** Takes a job on, for the very terms that the agent's side has before it. */
export function AcceptOffer({ job }: { job: JobView }) {
  const [hash, setHash] = useState<string | null>(null);
  const why =
    hash === null
      ? 'Choose the file with the terms that you were sent.'
      : hash === job.termsHash
        ? undefined
        : 'These are not the terms that the job was offered with: do not accept it.';
  return (
    <div className="stack">
      <StatementFile
        label="Terms that you were sent"
        onHash={setHash}
        prompt="Drop the terms that you were sent: they are held against the hash on the chain."
      />
      <div className="row">
        <ActionButton
          label="Accept the job"
          tone="primary"
          disabled={why !== undefined}
          why={why}
          action={async () => (await chain()).acceptOffer(job, hash ?? '')}
          invalidate={['job']}
        />
      </div>
    </div>
  );
}
