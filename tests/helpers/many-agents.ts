import type { Database } from '@agent-labs/indexer';
import { refreshListings } from '@agent-labs/indexer';

const WORDS = [
  'invoice',
  'translate',
  'summary',
  'contract',
  'weather',
  'recipe',
  'audit',
  'image',
  'ledger',
  'garden',
];
const TAGS = ['pdf', 'legal', 'data', 'german', 'tables', 'vision', 'finance', 'travel'];
const MINT = 'EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v';

/** An address that no key belongs to, the same one for a number. */
export function addressOf(number: number): string {
  const digits = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
  let [rest, text] = [number, ''];
  do {
    text = `${digits[rest % 58]}${text}`;
    rest = Math.floor(rest / 58);
  } while (rest > 0);
  return `Agent${text.padStart(38, '1')}`;
}

/** Writes agents into the tables as the fold would, each with a verified manifest, past the chain. */
export async function manyAgents(database: Database, count: number): Promise<void> {
  const all = Array.from({ length: count }, (_, at) => {
    const pick = <T>(list: readonly T[], step: number) => list[Math.floor(at / step) % list.length] as T;
    const words = [pick(WORDS, 1), pick(WORDS, 10), pick(WORDS, 100)];
    const address = addressOf(at);
    const agent = {
      address,
      creator: addressOf(count + (at % 500)),
      owner: addressOf(count + (at % 500)),
      pending_owner: null,
      ownership_epoch: 1,
      handle: `${words[0]}-${at}`,
      agent_key: address,
      payout_owner: address,
      status: at % 10 === 9 ? 'Suspended' : 'Active',
      holdback: 60,
      tags: [...new Set([pick(TAGS, 1), pick(TAGS, 8)])],
      lease_expires_at: at % 7 === 0 ? 1 : 4_000_000_000,
      retires_at: 0,
      registered_at: 1_700_000_000 + at,
      latest_version: 1,
      price: String(1_000 + (at % 997)),
      price_mint: MINT,
    };
    const version = {
      address: addressOf(2 * count + at),
      agent: address,
      number: 1,
      publisher: agent.owner,
      semver: '1.0.0',
      manifest_hash: '07'.repeat(32),
      uri: 'https://agents.example/manifest.json',
      price: agent.price,
      price_mint: MINT,
      published_at: agent.registered_at,
      yanked: false,
      closed: false,
    };
    const manifest = {
      version: version.address,
      agent: address,
      state: 'verified',
      message: null,
      tries: 1,
      try_after: '2026-01-01T00:00:00Z',
      manifest: {
        name: `${words.join(' ')} ${at}`,
        summary: `Reads what you send and answers about ${words.join(', ')}.`,
        description: `An agent for ${words.join(' and ')}. `.repeat(8),
        capabilities: [{ name: words[0] }, { name: words[1] }],
      },
    };
    const totals = {
      agent: address,
      channels: at % 13,
      payers: at % 11,
      calls: at,
      settled: String(at * 1_000),
      paid: String(at % 3 === 0 ? 0 : at * 990),
      refunded: '0',
      stake: String((at % 101) * 1_000_000),
      score: at % 5 === 0 ? null : 1_000 + (at % 4_000),
      ratings: at % 17,
    };
    return { agent, version, manifest, totals };
  });
  for (const [table, rows] of [
    ['agents', all.map(({ agent }) => agent)],
    ['versions', all.map(({ version }) => version)],
    ['manifests', all.map(({ manifest }) => manifest)],
    ['agent_totals', all.map(({ totals }) => totals)],
  ] as const) {
    await database.query(
      `INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
      [JSON.stringify(rows)],
    );
  }
  await refreshListings(
    database,
    all.map(({ agent }) => agent.address),
  );
  await database.query('ANALYZE');
}
