import { addressesIn } from '../../lib/addresses.js';
import {
  type ApprovalWish,
  approvalProblem,
  approversProblem,
  attestorProblem,
  listProblem,
  type TypedApproval,
} from '../../lib/approvers.js';
import { useStore } from '../../lib/external-store.js';
import { AmountField, parsedOrNull } from '../../ui/amount-field.js';
import { TextField } from '../../ui/text-field.js';
import { connected } from '../../wallet/standard.js';
import type { TypedPayees } from './limit-fields.js';

/** Who has a say in larger sums: fixed when the mandate opens, and neither payer nor session key. */
export function ApprovalFields({
  typed,
  onChange,
  mint,
  decimals,
}: {
  typed: TypedApproval;
  onChange: (typed: TypedApproval) => void;
  mint: string;
  decimals: number;
}) {
  const wallet = useStore(connected);
  const { addresses } = addressesIn(typed.approvers);
  const count = addresses.length;
  return (
    <details className="more">
      <summary>Who signs off larger sums</summary>
      <div className="stack">
        <TextField
          label="Approvers"
          value={typed.approvers}
          onChange={(approvers) => {
            const most = Math.max(1, addressesIn(approvers).addresses.length);
            onChange({ ...typed, approvers, threshold: Math.min(typed.threshold, most) });
          }}
          lines={3}
          mono
          placeholder="nobody; or addresses of wallets, one a line"
          wrong={approversProblem(typed.approvers, wallet?.account.address ?? null)}
          hint="At most 8. They see the very call, and sign it or do not. They cannot spend anything themselves."
        />
        {count > 0 && (
          <>
            <label className="field">
              <span className="label">How many must sign</span>
              <select
                className="input"
                value={typed.threshold}
                onChange={({ target }) => onChange({ ...typed, threshold: Number(target.value) })}
              >
                {addresses.map((address, at) => (
                  <option key={address} value={at + 1}>
                    {at + 1} of {count}
                  </option>
                ))}
              </select>
            </label>
            <div className="halves">
              <AmountField
                label="Asked for an allotment from"
                value={typed.above}
                mint={mint}
                decimals={decimals}
                placeholder="never"
                onChange={(above) => onChange({ ...typed, above })}
                hint="Opening a channel, allotting more, offering a job."
              />
              <AmountField
                label="Asked for a release from"
                value={typed.releaseAbove}
                mint={mint}
                decimals={decimals}
                placeholder="never"
                onChange={(releaseAbove) => onChange({ ...typed, releaseAbove })}
                hint="Accepting the result of a job."
              />
            </div>
          </>
        )}
      </div>
    </details>
  );
}

/** What was typed, for the chain; null where nobody is asked. @throws AmountInvalid */
export function approvalOf(typed: TypedApproval, decimals: number): ApprovalWish | null {
  const { addresses } = addressesIn(typed.approvers);
  if (addresses.length === 0) return null;
  return {
    approvers: addresses,
    threshold: typed.threshold,
    above: parsedOrNull(typed.above, decimals),
    releaseAbove: parsedOrNull(typed.releaseAbove, decimals),
  };
}

/** Whom the mandate may pay beside named agents, for the chain. */
export function saysOf({ attestor, listed }: TypedPayees): { attestor: string | null; listed: string[] } {
  const by = attestor.trim();
  return { attestor: by === '' ? null : by, listed: addressesIn(listed).addresses };
}

/** Why the chain would refuse who has a say; null where it takes it. */
export function voicesProblem({
  payees,
  voices,
  approval,
  wallet,
}: {
  payees: TypedPayees;
  voices: TypedApproval;
  approval: ApprovalWish | null;
  wallet: string | null;
}): string | null {
  const named = payees.allowList.length;
  const typed =
    approversProblem(voices.approvers, wallet) ??
    listProblem(payees.listed, named) ??
    attestorProblem(payees.attestor);
  if (typed !== null) return typed;
  const asks = addressesIn(voices.approvers).addresses.length > 0;
  if (!asks) return null;
  if (approval === null) return 'One of the amounts for the approvers cannot be read: see beside it.';
  return approvalProblem(approval, named);
}
