import { useState } from 'react';
import type { LockView } from '../../data/lock-views.js';
import { chain } from '../../data/queries.js';
import { isAddress } from '../../lib/addresses.js';
import { TwiceButton } from '../../ui/action.js';
import { AddressField } from '../../ui/address-field.js';

/** Names another wallet for a lock: at once by its funder, or as an offer by its recipient. */
export function NewRecipient({ lock, way }: { lock: LockView; way: 'change' | 'offer' }) {
  const [to, setTo] = useState('');
  const why = problemOf(to, lock);
  return (
    <div className="stack">
      <AddressField
        label={way === 'change' ? 'New recipient' : 'Offer it to'}
        value={to}
        onChange={setTo}
        hint={why}
      />
      <div className="row">
        <TwiceButton
          label={way === 'change' ? 'Change the recipient' : 'Offer it'}
          disabled={why !== undefined}
          warning={
            way === 'change'
              ? 'What is still to come is theirs after this.'
              : 'All that is due and to come is theirs once they take it over.'
          }
          action={async () => {
            const page = await chain();
            await (way === 'change' ? page.changeRecipient(lock, to) : page.offerLock(lock, to));
            setTo('');
          }}
          invalidate={['lock']}
        />
      </div>
    </div>
  );
}

function problemOf(to: string, lock: LockView): string | undefined {
  if (!isAddress(to)) return 'Give the address of a wallet.';
  if (to === lock.recipient) return 'That is its recipient already.';
  return to === lock.approver ? 'That is who approves its milestones: name another wallet.' : undefined;
}
