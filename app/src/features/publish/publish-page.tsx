import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { FileProblems, ReadManifest } from '../../chain/manifests.js';
import { chain } from '../../data/queries.js';
import { useStore } from '../../lib/external-store.js';
import { cutText, shortHash } from '../../lib/text.js';
import { isUntold } from '../../ui/action.js';
import { CopyButton } from '../../ui/address.js';
import { Amount } from '../../ui/amount.js';
import { Drop } from '../../ui/drop.js';
import { Failure, Note } from '../../ui/status.js';
import { connected } from '../../wallet/standard.js';
import { hostHere, uriProblem, WhereItLies } from './where-it-lies.js';

const ADDRESS = /^[1-9A-HJ-NP-Za-km-z]{32,44}$/;
/** Seconds that settled money is held back. */
const HOLDBACKS: Record<string, string> = {
  '60': 'a minute',
  '3600': 'an hour',
  '86400': 'a day',
  '172800': 'two days',
};

/** Seconds over which each payout is released. */
const LOCKS: Record<string, string> = {
  '0': 'at once',
  '604800': 'locked, over a week',
  '2592000': 'locked, over 30 days',
  '31536000': 'locked, over a year',
};

/** Registers an agent from its manifest, or publishes a version of one that is registered: one transaction. */
export function PublishPage() {
  const [file, setFile] = useState<{ name: string; read: ReadManifest | FileProblems } | null>(null);
  const [uri, setUri] = useState('');
  const [hosted, setHosted] = useState(false);
  const [agentKey, setAgentKey] = useState('');
  const [holdback, setHoldback] = useState('60');
  const [lockedOver, setLockedOver] = useState('0');
  const wallet = useStore(connected);
  const client = useQueryClient();
  const read = file !== null && 'manifest' in file.read ? file.read : null;
  const handle = read?.manifest.handle ?? null;
  const known = useQuery({
    queryKey: ['handle', handle, wallet?.account.address],
    queryFn: async () => {
      const { addressOfHandle, agentDetail } = await chain();
      return handle === null ? null : agentDetail(await addressOfHandle(handle));
    },
    enabled: handle !== null && wallet !== null,
  });
  const key = known.data?.agentKey ?? agentKey.trim();
  const publish = useMutation({
    mutationFn: async () => {
      if (read === null) throw new TypeError('Choose a manifest first.');
      const address = hosted ? await hostHere(read.manifest) : uri.trim();
      const { registerFrom } = await chain();
      return registerFrom({
        manifest: read.manifest,
        uri: address,
        agentKey: key,
        holdback: BigInt(holdback),
        lockedOver: lockedOver === '0' ? null : BigInt(lockedOver),
      });
    },
    onSettled: () => client.invalidateQueries(),
  });
  const ready =
    read !== null &&
    ADDRESS.test(key) &&
    (hosted || uriProblem(uri) === null) &&
    wallet !== null &&
    !known.isLoading;
  if (publish.data !== undefined) return <Published address={publish.data} />;
  return (
    <>
      <div className="page-head">
        <div>
          <h1>Register an agent</h1>
          <p>From its manifest: what it does, takes and costs. Its hash goes on the chain, for good.</p>
        </div>
      </div>
      <div className="stack-l narrow">
        <section className="stack" aria-labelledby="step-file">
          <h2 id="step-file">1. Its manifest</h2>
          <Drop
            label="Manifest file"
            accept="application/json,.json"
            onFile={(chosen) =>
              void chain()
                .then(({ readManifestFile }) => readManifestFile(chosen))
                .then((found) => setFile({ name: chosen.name, read: found }))
            }
          >
            {file === null ? (
              'Drop manifest.json here, or choose it.'
            ) : (
              <strong>{cutText(file.name, 80)}</strong>
            )}
          </Drop>
          {file !== null && 'problems' in file.read && <Problems problems={file.read.problems} />}
          {read !== null && <Summary read={read} />}
        </section>
        {read !== null && (
          <>
            <section className="stack" aria-labelledby="step-place">
              <h2 id="step-place">2. Where others read it</h2>
              <WhereItLies uri={uri} hosted={hosted} onUri={setUri} onHosted={setHosted} />
            </section>
            <section className="stack" aria-labelledby="step-key">
              <h2 id="step-key">3. The key that signs its answers</h2>
              {known.data ? (
                <Note tone="info">
                  <strong>{cutText(known.data.handle, 32)}</strong> is yours already: this publishes version{' '}
                  {known.data.latestVersion + 1} of it. Its key stays.
                </Note>
              ) : (
                <>
                  <label className="field">
                    <span className="label">Agent key</span>
                    <input
                      className="input mono"
                      value={agentKey}
                      autoComplete="off"
                      spellCheck={false}
                      placeholder="public key of the software, base58"
                      aria-invalid={agentKey !== '' && !ADDRESS.test(agentKey.trim())}
                      onChange={({ target }) => setAgentKey(target.value)}
                    />
                    <span className="hint">
                      The software holds the other half of it. It signs answers and can move no money.
                    </span>
                  </label>
                  <label className="field">
                    <span className="label">Earnings are held back for</span>
                    <select
                      className="input"
                      value={holdback}
                      onChange={({ target }) => setHoldback(target.value)}
                    >
                      {Object.entries(HOLDBACKS).map(([seconds, words]) => (
                        <option key={seconds} value={seconds}>
                          {words}
                        </option>
                      ))}
                    </select>
                    <span className="hint">
                      A longer time is a promise to payers, who can object meanwhile.
                    </span>
                  </label>
                  <label className="field">
                    <span className="label">Payouts reach you</span>
                    <select
                      className="input"
                      value={lockedOver}
                      onChange={({ target }) => setLockedOver(target.value)}
                    >
                      {Object.entries(LOCKS).map(([seconds, words]) => (
                        <option key={seconds} value={seconds}>
                          {words}
                        </option>
                      ))}
                    </select>
                    <span className="hint">
                      Locked, each payout is released to you by the second from the day it comes in. Payers
                      see that you stay for your earnings.
                    </span>
                  </label>
                </>
              )}
            </section>
            <div className="row">
              <button
                type="button"
                className="button primary"
                disabled={!ready || publish.isPending}
                onClick={() => publish.mutate()}
              >
                {known.data ? 'Publish' : 'Register'} {cutText(read.manifest.handle, 32)}{' '}
                {cutText(read.manifest.version, 20)}
              </button>
              {wallet === null && <span className="small soft">Connect the wallet that will own it.</span>}
            </div>
          </>
        )}
        {publish.isError && isUntold(publish.error) && <Failure error={publish.error} />}
      </div>
    </>
  );
}

function Problems({ problems }: FileProblems) {
  return (
    <Note tone="risk" alert>
      <strong>
        {problems.length === 1 ? 'One thing is' : `${problems.length} things are`} wrong in this file.
      </strong>
      <ul className="stack">
        {problems.map(({ path, message }) => (
          <li key={`${path}${message}`} className="break">
            <code>{cutText(path, 80) || 'the file'}</code> {cutText(message, 300)}
          </li>
        ))}
      </ul>
    </Note>
  );
}

function Summary({ read: { manifest, hash } }: { read: ReadManifest }) {
  return (
    <dl className="facts sheet">
      <dt>Name</dt>
      <dd>{cutText(manifest.name, 64)}</dd>
      <dt>Handle</dt>
      <dd className="mono">{cutText(manifest.handle, 32)}</dd>
      <dt>Version</dt>
      <dd>{cutText(manifest.version, 32)}</dd>
      <dt>Price a call</dt>
      <dd>
        <Amount amount={BigInt(manifest.pricing.amount)} mint={manifest.pricing.mint} />
      </dd>
      <dt>Does</dt>
      <dd>{manifest.capabilities.map(({ name }) => cutText(name, 32)).join(', ')}</dd>
      <dt>Hash</dt>
      <dd>
        <span className="address" title={hash}>
          {shortHash(hash)} <CopyButton text={hash} label={null} name="Copy manifest hash" />
        </span>
      </dd>
    </dl>
  );
}

function Published({ address }: { address: string }) {
  return (
    <div className="stack narrow">
      <h1>It is on the chain</h1>
      <Note tone="settled">
        Registered, published and open for business. Stake is the first thing that speaks for it: without what
        the protocol asks for, nobody can pay it. It shows among those not proven yet until somebody has.
      </Note>
      <div className="row">
        <Link to="/agents/$address" params={{ address }} search={{ tab: 'stake' }} className="button primary">
          Stake on it
        </Link>
        <Link to="/agents/$address" params={{ address }} className="button">
          See its page
        </Link>
      </div>
    </div>
  );
}
