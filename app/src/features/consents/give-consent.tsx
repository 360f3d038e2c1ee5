import { useState } from 'react';
import { chain } from '../../data/queries.js';
import { isAddress } from '../../lib/addresses.js';
import { ActionButton } from '../../ui/action.js';
import { TextField } from '../../ui/text-field.js';
import { LifeField } from './life-field.js';
import { TermsFields } from './terms-fields.js';

const EMPTY = { controller: '', purpose: '', terms: '', termsVersion: 1, days: 365 };

/** Gives a consent: to whom, for what, under which terms, until when. */
export function GiveConsent({ wallet }: { wallet: string }) {
  const [typed, setTyped] = useState(EMPTY);
  const change = (some: Partial<typeof EMPTY>) => setTyped({ ...typed, ...some });
  const controller = typed.controller.trim();
  const wrong = controller === '' || isAddress(controller) ? null : 'That is no address.';
  const why = whyNot(typed, controller, wrong, wallet);
  return (
    <section className="sheet stack">
      <h2>Give a consent</h2>
      <TextField
        label="To whom"
        value={typed.controller}
        onChange={(text) => change({ controller: text })}
        mono
        placeholder="address of who asks"
        wrong={wrong}
      />
      <TextField
        label="For what"
        value={typed.purpose}
        onChange={(purpose) => change({ purpose })}
        placeholder="one purpose, in your words"
        hint="One purpose each: so each can be taken back by itself."
      />
      <TermsFields
        terms={typed.terms}
        version={typed.termsVersion}
        onChange={({ terms, version }) => change({ terms, termsVersion: version })}
      />
      <LifeField days={typed.days} onChange={(days) => change({ days })} />
      <div className="row">
        <ActionButton
          label="Give this consent"
          tone="primary"
          disabled={why !== undefined}
          why={why}
          action={async () => {
            const { days, purpose, terms, termsVersion } = typed;
            const consent = { controller, purpose, terms, termsVersion, lifetime: days * 86_400 };
            await (await chain()).giveConsent(consent);
            setTyped(EMPTY);
          }}
          invalidate={['wallet']}
        />
      </div>
    </section>
  );
}

function whyNot(
  { purpose, terms }: typeof EMPTY,
  controller: string,
  wrong: string | null,
  wallet: string,
): string | undefined {
  if (controller === '' || wrong !== null) return 'Say to whom.';
  if (controller === wallet) return 'That is your own wallet.';
  if (purpose.trim() === '') return 'Say for what.';
  return terms.trim() === '' ? 'Say to which terms.' : undefined;
}
