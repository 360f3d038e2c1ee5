import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { config } from '../../data/config.js';
import { chain, ratingReceiptsQuery } from '../../data/queries.js';
import type { AgentDetail, RatingReceipt } from '../../data/views.js';
import { Loaded } from '../../ui/loaded.js';
import { Empty } from '../../ui/status.js';
import { Answer } from '../receipts/answer.js';
import { RatingStrip } from '../receipts/rating-receipt.js';
import { SaveReceipt } from '../receipts/save-receipt.js';

/** Ratings by who paid, each with a receipt in a tree on the chain. */
export function RatingReceipts({ agent }: { agent: AgentDetail }) {
  const query = useQuery(ratingReceiptsQuery(agent.address));
  return (
    <section className="stack">
      <div className="row spread">
        <h2>Ratings</h2>
        <Link to="/verify" className="small">
          Check a receipt from a file
        </Link>
      </div>
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
                  <Rating key={says.asset} document={document} says={says} owner={agent.owner} />
                ))}
              </div>
            )
          }
        </Loaded>
      )}
    </section>
  );
}

function Rating({ document, says, owner }: { document: unknown; says: RatingReceipt; owner: string }) {
  const check = useMutation({ mutationFn: async () => (await chain()).checkReceipt(document) });
  return (
    <RatingStrip
      says={says}
      seal={check.isPending ? 'checking' : (check.data?.state ?? 'hollow')}
      check={check.data}
      onCheck={() => check.mutate()}
      error={check.error}
    >
      <Answer document={document} says={says} owner={owner} />
      <div className="row">
        <SaveReceipt document={document} />
      </div>
    </RatingStrip>
  );
}
