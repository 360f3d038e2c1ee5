import { useQuery } from '@tanstack/react-query';
import { type ApprovalView, approvalState } from '../../data/approval-views.js';
import { chain } from '../../data/queries.js';
import { useStore } from '../../lib/external-store.js';
import { ActionButton } from '../../ui/action.js';
import { Badge } from '../../ui/status.js';
import { connected } from '../../wallet/standard.js';

const INVALIDATE = ['approvals'];

/** What the connected wallet can do about a request. */
export function ApprovalActs({ view, now }: { view: ApprovalView; now: number }) {
  const wallet = useStore(connected)?.account.address ?? null;
  const own = view.approvers.find((one) => one.wallet === wallet);
  const isAsker = wallet !== null && [view.payer, view.requester].includes(wallet);
  const state = approvalState(view, now);
  const closable = isAsker || state === 'late';
  if (wallet === null) {
    return (
      <section className="sheet stack">
        <h2>What can be done</h2>
        <p className="soft">Connect a wallet: an approver signs here, who asked sends the call.</p>
      </section>
    );
  }
  const names = [own && 'an approver', isAsker && 'who asked'].filter((name) => typeof name === 'string');
  return (
    <section className="sheet stack">
      <h2>What can be done</h2>
      {names.length > 0 ? (
        <p>
          You are <Badge tone="human">{names.join(' and ')}</Badge>
        </p>
      ) : (
        <p className="soft">This wallet is neither an approver nor who asked.</p>
      )}
      {own !== undefined && <Vote view={view} signed={own.signed} state={state} />}
      {state === 'enough' && <Send view={view} wallet={wallet} />}
      {closable && <Close view={view} late={state === 'late'} />}
    </section>
  );
}

function Vote({
  view,
  signed,
  state,
}: {
  view: ApprovalView;
  signed: boolean;
  state: ReturnType<typeof approvalState>;
}) {
  if (signed) {
    return (
      <div className="stack">
        <p className="small soft">You have signed. Until the call is made you can take that back.</p>
        <div className="row">
          <ActionButton
            label="Take my signature back"
            action={async () => (await chain()).withdrawApproval(view)}
            invalidate={INVALIDATE}
          />
        </div>
      </div>
    );
  }
  const why = whyNotSign(view, state);
  return (
    <div className="stack">
      <p className="small soft">
        Your signature is for this call alone, until it ends. It moves nothing by itself.
      </p>
      <div className="row">
        <ActionButton
          label="Approve this call"
          tone="primary"
          disabled={why !== undefined}
          why={why}
          action={async () => (await chain()).signApproval(view)}
          invalidate={INVALIDATE}
        />
      </div>
    </div>
  );
}

function whyNotSign(view: ApprovalView, state: ReturnType<typeof approvalState>): string | undefined {
  if (!view.matches) return 'Blocked: the digest does not match.';
  if (view.outlived) return 'Its mandate is gone.';
  if (view.strays) return 'It is about another mandate.';
  if (view.shown === null) return 'Blocked: the call cannot be told.';
  if (state === 'late') return 'Too late: it has ended.';
  return undefined;
}

function Send({ view, wallet }: { view: ApprovalView; wallet: string }) {
  const can = useQuery({
    queryKey: ['approvals', 'can', view.address, wallet],
    queryFn: async () => (await chain()).canCarryOut(view, wallet),
  });
  const title = view.shown?.title ?? '';
  if (can.data === undefined) return null;
  return (
    <div className="stack">
      <p className="small soft">
        Enough have signed. {can.data ? 'Send it: the very bytes that they approved.' : WHO_SENDS}
      </p>
      {can.data && (
        <div className="row">
          <ActionButton
            label={`Send it: ${title}`}
            tone="primary"
            action={async () => (await chain()).runApproved(title, view)}
            invalidate={INVALIDATE}
          />
        </div>
      )}
    </div>
  );
}

const WHO_SENDS = 'The payer sends it now, from the browser that has the key for it.';

function Close({ view, late }: { view: ApprovalView; late: boolean }) {
  return (
    <div className="stack">
      <p className="small soft">
        {late
          ? 'It has ended: anyone may take it off the chain. Its rent goes back to who paid it.'
          : 'It ends the request: nobody can sign or use it any more, and its rent comes back.'}
      </p>
      <div className="row">
        <ActionButton
          label="End the request"
          action={async () => (await chain()).closeApproval(view)}
          invalidate={INVALIDATE}
        />
      </div>
    </div>
  );
}
