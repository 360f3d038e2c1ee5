import { EndpointForbidden, type EndpointHttp, EndpointSilent } from '@agent-labs/gateway/endpoint-http';
import { type AgentManifest, ManifestInvalid, manifestHash, parseManifest } from '@agent-labs/sdk';
import { refreshListings } from './search/totals.js';
import type { Database } from './store/database.js';

/** Manifests that one run fetches, and at a time. */
const MOST = 200;
const AT_ONCE = 8;
const LARGEST_MANIFEST = 64 * 1024;
/** Milliseconds. */
const MANIFEST_TIME = 10_000;
/** Seconds until what could not be read is tried again: doubled each time, up to a day. */
const TRY_AGAIN = 30;
const LONGEST_WAIT = 86_400;

export interface ManifestsOptions {
  database: Database;
  http: EndpointHttp;
  /** Takes manifests with private endpoints: for a local chain alone. */
  allowPrivate: boolean;
}

interface Version extends Record<string, unknown> {
  address: string;
  agent: string;
  uri: string;
  manifest_hash: string;
  tries: number;
}

type Verdict =
  | { state: 'verified'; manifest: AgentManifest }
  | { state: 'mismatch' | 'invalid' | 'unavailable'; message: string };

/** Fetches what versions point at, and keeps what the hash on the chain stands for. */
export class Manifests {
  readonly #options: ManifestsOptions;

  constructor(options: ManifestsOptions) {
    this.#options = options;
  }

  /** Fetches manifests that are due. @returns how many @throws what the database throws */
  async run(): Promise<number> {
    const due = await this.#options.database.query<Version>(
      `SELECT v.address, v.agent, v.uri, v.manifest_hash, coalesce(m.tries, 0) AS tries
       FROM versions v LEFT JOIN manifests m ON m.version = v.address
       WHERE NOT v.closed AND (m.version IS NULL OR (m.state <> 'verified' AND m.try_after <= now()))
       ORDER BY m.try_after NULLS FIRST, v.published_at LIMIT ${MOST}`,
    );
    for (let at = 0; at < due.length; at += AT_ONCE) {
      await Promise.all(due.slice(at, at + AT_ONCE).map((version) => this.#take(version)));
    }
    return due.length;
  }

  async #take(version: Version): Promise<void> {
    const verdict = await this.#judge(version);
    const wait = Math.min(LONGEST_WAIT, TRY_AGAIN * 2 ** Math.min(version.tries, 20));
    const manifest = verdict.state === 'verified' ? JSON.stringify(verdict.manifest) : null;
    const message = verdict.state === 'verified' ? null : verdict.message;
    await this.#options.database.transaction(async (queries) => {
      await queries.query(
        `INSERT INTO manifests (version, agent, state, message, tries, try_after, manifest)
         VALUES ($1, $2, $3, $4, $5, now() + make_interval(secs => $6), $7::jsonb)
         ON CONFLICT (version) DO UPDATE SET state = EXCLUDED.state, message = EXCLUDED.message,
           tries = EXCLUDED.tries, try_after = EXCLUDED.try_after, manifest = EXCLUDED.manifest`,
        [version.address, version.agent, verdict.state, message, version.tries + 1, wait, manifest],
      );
      if (verdict.state === 'verified') await refreshListings(queries, [version.agent]);
    });
  }

  async #judge({ uri, manifest_hash: expected }: Version): Promise<Verdict> {
    const { http, allowPrivate } = this.#options;
    const { protocol } = URL.canParse(uri) ? new URL(uri) : { protocol: '' };
    if (protocol !== 'https:' && !(protocol === 'http:' && allowPrivate)) {
      return { state: 'unavailable', message: 'the manifest is not at an https address' };
    }
    let text: string;
    try {
      const { status, body } = await http.fetch(uri, {
        method: 'GET',
        headers: { accept: 'application/json' },
        timeout: MANIFEST_TIME,
        largestAnswer: LARGEST_MANIFEST,
      });
      if (status !== 200) return { state: 'unavailable', message: `its server answered ${status}` };
      text = body.toString('utf8');
    } catch (error) {
      if (error instanceof EndpointForbidden || error instanceof EndpointSilent) {
        return { state: 'unavailable', message: error.message };
      }
      throw error;
    }
    try {
      const manifest = parseManifest(text, { allowPrivateEndpoints: allowPrivate });
      if (Buffer.from(manifestHash(manifest)).toString('hex') === expected)
        return { state: 'verified', manifest };
    } catch (error) {
      if (!(error instanceof ManifestInvalid)) throw error;
      return { state: 'invalid', message: error.message };
    }
    return { state: 'mismatch', message: 'the manifest is not the one whose hash is on the chain' };
  }
}
