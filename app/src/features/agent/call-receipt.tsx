import { useMutation } from '@tanstack/react-query';
import type { CallCheck, MadeCall } from '../../chain/calls.js';
import { chain } from '../../data/queries.js';
import { Address } from '../../ui/address.js';
import { Amount } from '../../ui/amount.js';
import { Receipt, type SealState } from '../../ui/receipt.js';

/** The receipt of one call that this browser made. */
export function CallReceipt({
  call,
  payer,
  agent,
  mint,
}: {
  call: MadeCall;
  payer: string;
  agent: string;
  mint: string;
}) {
  const check = useMutation({ mutationFn: async () => (await chain()).checkCall(call) });
  return (
    <Receipt
      seal={sealOf(check.isPending, check.data)}
      onCheck={() => check.mutate()}
      from={<Address address={payer} />}
      to={<Address address={agent} to="agent" />}
      what={`for call ${call.callNumber}`}
      amount={<Amount amount={call.amount} mint={mint} />}
      hash={call.responseHash}
      hashName="answer"
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

/** Solid once the signature holds and the chain has settled the call; hollow while it is only signed. */
function sealOf(checking: boolean, check: CallCheck | undefined): SealState {
  if (checking) return 'checking';
  if (check === undefined) return 'hollow';
  if (check.holds) return 'solid';
  return check.signed ? 'hollow' : 'broken';
}
