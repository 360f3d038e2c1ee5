import type { AgentManifest } from '@agent-labs/sdk';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { chainClock } from '../../data/clock.js';
import { config } from '../../data/config.js';
import { chain, mandatesQuery } from '../../data/queries.js';
import type { AgentDetail, MandateView } from '../../data/views.js';
import { useStore } from '../../lib/external-store.js';
import { cutText, grouped, shortAddress } from '../../lib/text.js';
import { isUntold } from '../../ui/action.js';
import { Amount } from '../../ui/amount.js';
import { Drop } from '../../ui/drop.js';
import { Icon } from '../../ui/icon.js';
import { Empty, Failure, Note, Skeleton } from '../../ui/status.js';
import { connected } from '../../wallet/standard.js';
import { AskApproval } from '../approvals/ask.js';
import { OpenMandate } from '../money/open-mandate.js';
import { Answer } from './answer.js';
import { CallReceipt } from './call-receipt.js';

/** Calls that a new channel's allotment is for. */
const CALLS_AHEAD = 100n;
/** Seconds that approvers are given at most: a new channel lives for two days. */
const DAY = 86_400;

/** Calls the agent with a document, for pay, out of a mandate. */
export function Call({
  agent,
  manifest,
  loading,
}: {
  agent: AgentDetail;
  manifest: AgentManifest | null;
  loading: boolean;
}) {
  const wallet = useStore(connected);
  const address = wallet?.account.address ?? null;
  const mandates = useQuery(mandatesQuery(address));
  if (!agent.live) {
    return (
      <Empty title="It takes no business now">
        Its owner has suspended it, or its lease is over. Nothing can be paid to it meanwhile.
      </Empty>
    );
  }
  if (config().gatewayUrl === null) {
    return (
      <Empty title="No gateway here">
        This server names no gateway, so agents cannot be called from the page.
      </Empty>
    );
  }
  if (loading) return <Skeleton />;
  if (manifest === null) {
    return (
      <Empty title="Its manifest is not served">
        Without it, this page does not know what the agent takes.
      </Empty>
    );
  }
  if (address === null) {
    return (
      <Empty title="Connect a wallet to pay">
        A call is paid out of a mandate: money set aside under limits that the chain enforces.
      </Empty>
    );
  }
  if (mandates.isError) return <Failure error={mandates.error} retry={() => void mandates.refetch()} />;
  if (mandates.data === undefined) return <Skeleton />;
  const usable = mandates.data.filter((mandate) => serves(mandate, agent));
  if (usable.length === 0) {
    return (
      <div className="columns">
        <OpenMandate mint={agent.mint} price={agent.price} taken={mandates.data.map(({ id }) => id)} />
        <HowItWorks agent={agent} />
      </div>
    );
  }
  return <CallForm agent={agent} manifest={manifest} wallet={address} mandates={usable} />;
}

function serves(mandate: MandateView, agent: AgentDetail): boolean {
  return (
    mandate.killedAt === 0 &&
    mandate.expiresAt > chainClock() &&
    mandate.mint === agent.mint &&
    mandate.perCallMax >= agent.price &&
    (mandate.allowList.length === 0 || mandate.allowList.includes(agent.address))
  );
}

function HowItWorks({ agent }: { agent: AgentDetail }) {
  return (
    <aside className="sheet">
      <h2>How a call is paid</h2>
      <ol className="stack steps">
        <li>You set money aside once, under limits. It stays yours until an agent has worked.</li>
        <li>A key in this browser signs a voucher for each call. Your wallet is not asked again.</li>
        <li>
          The agent answers, and signs its answer. Each costs{' '}
          <Amount amount={agent.price} mint={agent.mint} />.
        </li>
        <li>What you do not spend you take out again, whenever you like.</li>
      </ol>
    </aside>
  );
}

function CallForm({
  agent,
  manifest,
  wallet,
  mandates,
}: {
  agent: AgentDetail;
  manifest: AgentManifest;
  wallet: string;
  mandates: MandateView[];
}) {
  const [name, setName] = useState(manifest.capabilities[0]?.name ?? '');
  const [chosen, setChosen] = useState(mandates[0]?.address ?? '');
  const [file, setFile] = useState<File | null>(null);
  const client = useQueryClient();
  const capability = manifest.capabilities.find((entry) => entry.name === name);
  const mandate = mandates.find((entry) => entry.address === chosen) ?? mandates[0];
  const type = file === null || capability === undefined ? null : typeOf(file, capability.input.contentTypes);
  const tooLarge = file !== null && capability !== undefined && file.size > capability.input.maxBytes;
  const call = useMutation({
    mutationFn: async () => {
      if (file === null || capability === undefined || mandate === undefined || type === null) {
        throw new TypeError('Choose a document first.');
      }
      const wished = agent.price * CALLS_AHEAD;
      const left = mandate.free < wished && mandate.free >= agent.price ? mandate.free : wished;
      return (await chain()).callAgent({
        agent: agent.address,
        mandate,
        allotment: left,
        path: capability.path,
        contentType: type,
        fileName: file.name,
        body: new Uint8Array(await file.arrayBuffer()),
      });
    },
    onSettled: () =>
      Promise.all(
        [['calls'], ['agent', agent.address], ['wallet'], ['mandate']].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  });
  return (
    <div className="stack-l">
      <div className="columns">
        <section className="sheet stack">
          <h2>Call {cutText(manifest.name, 60)}</h2>
          {manifest.capabilities.length > 1 && (
            <label className="field">
              <span className="label">What should it do</span>
              <select className="input" value={name} onChange={({ target }) => setName(target.value)}>
                {manifest.capabilities.map((entry) => (
                  <option key={entry.name}>{entry.name}</option>
                ))}
              </select>
            </label>
          )}
          <Drop
            label="Document to send"
            accept={capability?.input.contentTypes.join(',') ?? ''}
            onFile={(chosenFile) => {
              call.reset();
              setFile(chosenFile);
            }}
          >
            {file === null ? (
              <>
                Drop a document here, or choose one.{' '}
                <span className="small faint">
                  {capability?.input.contentTypes.join(', ')}, at most{' '}
                  {grouped(BigInt(capability?.input.maxBytes ?? 0))} bytes
                </span>
              </>
            ) : (
              <>
                <Icon name="file" /> <strong>{cutText(file.name, 80)}</strong>{' '}
                <span className="small faint">{grouped(BigInt(file.size))} bytes</span>
              </>
            )}
          </Drop>
          {file !== null && type === null && (
            <Note tone="risk" alert>
              The agent does not take this kind of file. Nothing was charged.
            </Note>
          )}
          {tooLarge && (
            <Note tone="risk" alert>
              The agent takes at most {grouped(BigInt(capability?.input.maxBytes ?? 0))} bytes. Nothing was
              charged.
            </Note>
          )}
          <label className="field">
            <span className="label">Pay out of</span>
            <select
              className="input"
              value={mandate?.address}
              onChange={({ target }) => setChosen(target.value)}
            >
              {mandates.map((entry) => (
                <option key={entry.address} value={entry.address}>
                  Mandate {entry.id} ({shortAddress(entry.address)})
                </option>
              ))}
            </select>
            {mandate !== undefined && (
              <span className="hint">
                <Amount amount={mandate.free} mint={mandate.mint} /> free, at most{' '}
                <Amount amount={mandate.perCallMax} mint={mandate.mint} /> a call.{' '}
                <Link to="/mandates/$address" params={{ address: mandate.address }}>
                  See its limits
                </Link>
              </span>
            )}
          </label>
          <div className="row">
            <button
              type="button"
              className="button primary"
              disabled={file === null || type === null || tooLarge || call.isPending}
              onClick={() => call.mutate()}
            >
              {call.isPending ? (
                <>
                  <Icon name="spinner" /> Working
                </>
              ) : (
                <>
                  Send and pay <Amount amount={agent.price} mint={agent.mint} />
                </>
              )}
            </button>
          </div>
          {call.isError && call.error.name === 'ApprovalNeeded' && mandate !== undefined && (
            <AskApproval
              mandate={mandate}
              what="The channel that this call is paid over"
              longest={DAY}
              ask={async (lifetime) => (await chain()).askForChannel(call.error, mandate, lifetime)}
            />
          )}
          {call.isError && call.error.name !== 'ApprovalNeeded' && isUntold(call.error) && (
            <CallFailure error={call.error} />
          )}
        </section>
        <HowItWorks agent={agent} />
      </div>
      {call.data !== undefined && (
        <section className="stack" aria-label="Answer" aria-live="polite">
          <h2>Answer</h2>
          <CallReceipt call={call.data.call} payer={wallet} agent={agent.address} mint={agent.mint} />
          <Answer contentType={call.data.answer.contentType} body={call.data.answer.body} />
        </section>
      )}
    </div>
  );
}

/** Says what happened to the money first. */
function CallFailure({ error }: { error: Error }) {
  const money: Record<string, string> = {
    CallRefused: 'The agent refused, by name, and charged nothing.',
    CallUnanswered: 'No answer came. Send the same document again: it is charged once at most.',
    BadResponseProof: 'An answer came that the agent did not sign. Do not pay for it: close the channel.',
    StoreLocked: 'Another page of this site has the vouchers open. Close it. Nothing was charged.',
  };
  return (
    <Note tone="risk" alert>
      <strong>{money[error.name] ?? 'Nothing was charged.'}</strong>
      <p className="soft">{cutText(error.message, 400)}</p>
    </Note>
  );
}

const BY_ENDING: Record<string, string> = {
  md: 'text/markdown',
  markdown: 'text/markdown',
  html: 'text/html',
  htm: 'text/html',
  txt: 'text/plain',
  csv: 'text/csv',
  json: 'application/json',
  pdf: 'application/pdf',
};

/** The kind of a file, of those the agent takes; null for others. */
function typeOf(file: File, taken: string[]): string | null {
  const ending = file.name.split('.').at(-1)?.toLowerCase() ?? '';
  const guesses = [BY_ENDING[ending], file.type.split(';')[0]];
  return guesses.find((type): type is string => type !== undefined && taken.includes(type)) ?? null;
}
