import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { openingQuery } from '../../data/dispute-queries.js';
import type { ListedJob } from '../../data/job-views.js';
import { balancesQuery, chain, tokenQuery } from '../../data/queries.js';
import { decimal } from '../../lib/amounts.js';
import { ActionButton } from '../../ui/action.js';
import { Amount } from '../../ui/amount.js';
import { AmountField, amountIn } from '../../ui/amount-field.js';
import { StatementFile } from '../disputes/statement-file.js';

/** Brings the result before a panel; what is not claimed is the agent's at once. */
export function DisputeResult({ listed: { job, mandate } }: { listed: ListedJob }) {
  const token = useQuery(tokenQuery(mandate.mint));
  const balances = useQuery(balancesQuery(mandate.payer));
  const decimals = token.data?.decimals ?? 0;
  const [typed, setTyped] = useState<string | null>(null);
  const [hash, setHash] = useState<string | null>(null);
  const text = typed ?? decimal(job.undecided, decimals).replaceAll(',', '');
  const claim = amountIn(text, decimals);
  const opening = useQuery(openingQuery(claim ?? 1n, mandate.mint));
  const navigate = useNavigate();
  const bond = opening.data?.bond ?? 0n;
  const stakeMint = opening.data?.stakeMint ?? null;
  const has = balances.data?.tokens.find(({ mint }) => mint === stakeMint)?.amount ?? 0n;
  const why = () => {
    if (claim === null) return 'Say how much you claim.';
    if (claim > job.undecided) return 'That is more than is not decided yet.';
    if (hash === null) return 'Choose the file with your statement first.';
    if (balances.data !== undefined && has < bond) {
      return 'You have not enough of the stake token for the bond.';
    }
    return undefined;
  };
  return (
    <div className="stack">
      <AmountField
        label="How much you claim back"
        value={text}
        mint={mandate.mint}
        decimals={decimals}
        onChange={setTyped}
        hint={
          <>
            At most <Amount amount={job.undecided} mint={mandate.mint} />. What you do not claim is the
            agent's at once.
          </>
        }
      />
      <StatementFile label="Your statement" onHash={setHash} />
      <div className="row">
        <ActionButton
          label={
            <>
              Open the dispute, put in <Amount amount={bond} mint={stakeMint} />
            </>
          }
          tone="primary"
          disabled={why() !== undefined}
          why={why()}
          action={async () => {
            const wish = { claim: claim ?? 0n, evidenceHash: hash ?? '' };
            const address = await (await chain()).disputeResult(job, wish);
            await navigate({ to: '/disputes/$address', params: { address } });
          }}
          invalidate={['job']}
        />
      </div>
      <p className="small soft">
        Terms and result stand on the chain: nothing has to be cited. The bond comes back if nobody rules,
        less the fees of arbiters who voted; a ruling splits it by the award.
      </p>
    </div>
  );
}
