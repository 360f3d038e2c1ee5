import type { AgentManifest } from '@agent-labs/sdk';
import { config, isLocal } from '../../data/config.js';
import { safeLink } from '../../lib/text.js';

/** Bytes of an address on the chain. */
const LONGEST = 200;

/** What is wrong with an address of a manifest; null where nothing is. */
export function uriProblem(uri: string): string | null {
  const text = uri.trim();
  if (text === '') return 'Give its address.';
  if (!/^[\x21-\x7e]+$/.test(text)) return 'Use plain characters without spaces.';
  if (text.length > LONGEST) return `It may have ${LONGEST} characters, this has ${text.length}.`;
  if (safeLink(text, isLocal()) === null) {
    return isLocal()
      ? 'It must start with https, http, ipfs or ar.'
      : 'It must start with https, ipfs or ar.';
  }
  return null;
}

/** This server did not take the manifest. Nothing was registered. */
export class HostingRefused extends Error {
  override readonly name = 'HostingRefused';
}

/** Has this server keep a manifest, under its hash. @returns its address @throws HostingRefused */
export async function hostHere(manifest: AgentManifest): Promise<string> {
  const response = await fetch('/manifests', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(manifest),
  });
  const answer = (await response.json()) as { path?: string; error?: { message: string } };
  if (!response.ok || answer.path === undefined) {
    throw new HostingRefused(answer.error?.message ?? `this server answered ${response.status}`);
  }
  return new URL(answer.path, location.origin).href;
}

/** Where gateways, indexers and payers find the manifest. */
export function WhereItLies({
  uri,
  hosted,
  onUri,
  onHosted,
}: {
  uri: string;
  hosted: boolean;
  onUri: (uri: string) => void;
  onHosted: (hosted: boolean) => void;
}) {
  const wrong = uri === '' ? null : uriProblem(uri);
  return (
    <div className="stack">
      {config().hosting && (
        <label className="check">
          <input type="checkbox" checked={hosted} onChange={({ target }) => onHosted(target.checked)} />
          Let this server keep it, as this is a local chain
        </label>
      )}
      {!hosted && (
        <label className="field">
          <span className="label">Address of this very file</span>
          <input
            className="input mono"
            value={uri}
            inputMode="url"
            autoComplete="off"
            placeholder="https://example.com/agents/manifest-1.0.0.json"
            aria-invalid={wrong !== null}
            onChange={({ target }) => onUri(target.value)}
          />
          <span className={wrong === null ? 'hint' : 'wrong'} aria-live="polite">
            {wrong ??
              'Whoever reads it there holds it against the hash on the chain: keep the file as it is.'}
          </span>
        </label>
      )}
    </div>
  );
}
