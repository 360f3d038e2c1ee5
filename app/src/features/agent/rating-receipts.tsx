import { useMutation, useQuery } from '@tanstack/react-query';
import { config } from '../../data/config.js';
import { chain, ratingReceiptsQuery } from '../../data/queries.js';
import type { AgentDetail, RatingReceipt } from '../../data/views.js';
import { Address } from '../../ui/address.js';
import { Amount } from '../../ui/amount.js';
import { Icon } from '../../ui/icon.js';
import { Loaded } from '../../ui/loaded.js';
import { Receipt } from '../../ui/receipt.js';
import { Empty } from '../../ui/status.js';
import { Time } from '../../ui/time.js';

/** Ratings by who paid, each with a receipt in a tree on the chain. */
export function RatingReceipts({ agent }: { agent: AgentDetail }) {
  const query = useQuery(ratingReceiptsQuery(agent.address));
  return (
    <section className="stack">
      <h2>Ratings</h2>
      {config().indexerUrl === null ? (
        <p className="soft">
          This server names no indexer, which finds the receipts. The score above is the chain's.
        </p>
      ) : (
        <Loaded query={query}>
          {(receipts) =>
            receipts.length === 0 ? (
              <Empty title="Nobody has rated it yet">
                Who paid it may rate it, once for what was paid out. Each rating leaves a receipt that anyone
                can check.
              </Empty>
            ) : (
              <div className="stack">
                {receipts.map(({ document, says }) => (
                  <Rating key={says.asset} document={document} says={says} />
                ))}
              </div>
            )
          }
        </Loaded>
      )}
    </section>
  );
}

function Rating({ document, says }: { document: unknown; says: RatingReceipt }) {
  const check = useMutation({ mutationFn: async () => (await chain()).checkReceipt(document) });
  return (
    <Receipt
      seal={check.isPending ? 'checking' : (check.data?.state ?? 'hollow')}
      onCheck={() => check.mutate()}
      from={<Address address={says.payer} />}
      to={<Address address={says.agent} to="agent" />}
      what={
        <>
          and rated it <Stars count={says.stars} /> <Time at={says.time} />
        </>
      }
      amount={<Amount amount={says.paid} mint={says.mint} />}
      hash={says.leaf}
      hashName="leaf"
    >
      {check.data?.facts.map((fact) => (
        <p key={fact} className="small soft">
          {fact}
        </p>
      ))}
      {check.isError && <p className="small">{check.error.message}</p>}
    </Receipt>
  );
}

function Stars({ count }: { count: number }) {
  return (
    <span className="score" role="img" aria-label={`${count} of 5 stars`}>
      {[1, 2, 3, 4, 5].map((at) => (
        <Icon key={at} name="star" size={13} filled={at <= count} />
      ))}
    </span>
  );
}
