import { useState } from 'react';
import { type GrantView, grantState } from '../../data/consent-views.js';
import { chain } from '../../data/queries.js';
import { cutText, shortHash, shownText } from '../../lib/text.js';
import { exactTime } from '../../lib/time.js';
import { ActionButton, TwiceButton } from '../../ui/action.js';
import { Address, CopyButton } from '../../ui/address.js';
import { Badge } from '../../ui/status.js';
import { Countdown, Time, useNow } from '../../ui/time.js';
import { LifeField } from './life-field.js';
import { TermsFields } from './terms-fields.js';

const INVALIDATE = ['wallet'];

/** One consent: to whom, for what, until when; taken back by one button. */
export function Grant({ grant }: { grant: GrantView }) {
  const now = useNow();
  const state = grantState(grant, now);
  const [renewing, setRenewing] = useState(false);
  return (
    <article className="sheet stack" aria-label="Consent">
      <div className="row">
        <h2 className="break">
          {grant.words === null ? (
            <Hash hash={grant.purpose} name="purpose" />
          ) : (
            cutText(grant.words.purpose, 120)
          )}
        </h2>
        {state === 'valid' && <Badge tone="settled">counts</Badge>}
        {state === 'revoked' && <Badge tone="risk">taken back</Badge>}
        {state === 'over' && <Badge tone="waiting">over</Badge>}
      </div>
      <dl className="facts">
        <dt>To</dt>
        <dd>
          <Address address={grant.controller} />
        </dd>
        <dt>Terms</dt>
        <dd>
          version {grant.termsVersion}
          {grant.words === null ? (
            <div className="small soft">
              <Hash hash={grant.termsHash} name="terms" />; the words are not in this browser
            </div>
          ) : (
            <div className="small soft break">{shownText(grant.words.terms)}</div>
          )}
        </dd>
        <dt>Given</dt>
        <dd>
          <Time at={grant.givenAt} />
        </dd>
        <dt>{state === 'revoked' ? 'Taken back' : 'Good until'}</dt>
        <dd>{state === 'revoked' ? <Time at={grant.revokedAt} /> : exactTime(grant.expiresAt)}</dd>
      </dl>
      <div className="row">
        {state === 'valid' && (
          <TwiceButton
            label="Take it back"
            warning="From that moment it counts no more, for anybody, whatever they remember. What was done before stays done. It counts again only if you give it anew."
            action={async () => (await chain()).revokeConsent(grant)}
            invalidate={INVALIDATE}
          />
        )}
        {grant.words !== null && !renewing && (
          <button type="button" className="button compact" onClick={() => setRenewing(true)}>
            {state === 'valid' ? 'Change it' : 'Give it anew'}
          </button>
        )}
        {state !== 'valid' && <Close grant={grant} now={now} />}
      </div>
      {renewing && <Renew grant={grant} onDone={() => setRenewing(false)} />}
    </article>
  );
}

function Close({ grant, now }: { grant: GrantView; now: number }) {
  if (now < grant.closesAt) {
    return (
      <span className="small soft">
        Its rent can be had back in <Countdown until={grant.closesAt} over="a moment" />: until then anyone
        can see that it ended.
      </span>
    );
  }
  return (
    <ActionButton
      label="Take it off the chain, get the rent back"
      action={async () => (await chain()).closeGrant(grant)}
      invalidate={INVALIDATE}
    />
  );
}

/** The same purpose again: longer, or under newer terms. */
function Renew({ grant, onDone }: { grant: GrantView; onDone: () => void }) {
  const [terms, setTerms] = useState(grant.words?.terms ?? '');
  const [version, setVersion] = useState(grant.termsVersion);
  const [life, setLife] = useState(365);
  const why =
    terms.trim() === ''
      ? 'Say to which terms.'
      : version === grant.termsVersion && terms !== grant.words?.terms
        ? 'Other terms are another version: count it up.'
        : undefined;
  return (
    <div className="stack">
      <TermsFields
        terms={terms}
        version={version}
        least={grant.termsVersion}
        onChange={(changed) => {
          setTerms(changed.terms);
          setVersion(changed.version);
        }}
      />
      <LifeField days={life} onChange={setLife} />
      <div className="row">
        <ActionButton
          label="Give it under these terms"
          tone="primary"
          disabled={why !== undefined}
          why={why}
          action={async () => {
            const wish = { terms, termsVersion: version, lifetime: life * 86_400 };
            await (await chain()).giveAnew(grant, wish);
            onDone();
          }}
          invalidate={INVALIDATE}
        />
        <button type="button" className="button compact quiet" onClick={onDone}>
          Leave it
        </button>
      </div>
    </div>
  );
}

function Hash({ hash, name }: { hash: string; name: string }) {
  return (
    <span className="address mono small" title={hash}>
      {name} {shortHash(hash)} <CopyButton text={hash} label={null} name={`Copy hash of the ${name}`} />
    </span>
  );
}
