import { manyAgents } from '../helpers/many-agents';
import { IndexerFixture, itemsOf } from '../indexer/support';
import { randomFrom, World } from '../indexer/world';
import type { Speed } from './speed';

const TRANSACTIONS = 2_000;
/** Deliveries under way at once. */
const AT_ONCE = 32;
const AGENTS = 10_000;
const SEARCHES = 300;

const percentile = (values: number[], part: number) =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * part) - 1] ?? 0;

/** One transaction a delivery, as Helius sends them, some under way at once, while folding goes on beside. */
async function deliveries(fixture: IndexerFixture, world: World): Promise<Speed[]> {
  await world.live(TRANSACTIONS);
  const waiting = itemsOf(world).map((item) => JSON.stringify([item]));
  const count = waiting.length;
  const times: number[] = [];
  const began = performance.now();
  const send = async () => {
    for (let body = waiting.shift(); body !== undefined; body = waiting.shift()) {
      const started = performance.now();
      const { status } = await fixture.post(body);
      if (status !== 200) throw new Error(`a delivery was answered ${status}`);
      times.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, send));
  const acknowledged = performance.now();
  await fixture.indexer.settled();
  const folded = performance.now();
  const rate = (until: number) => Math.round((count * 1_000) / (until - began));
  return [
    { name: 'webhooks acknowledged', value: rate(acknowledged), unit: '/s', budget: 500, atLeast: true },
    {
      name: `webhook acknowledged, ${AT_ONCE} under way, p99`,
      value: percentile(times, 0.99),
      unit: 'ms',
      budget: 300,
      atLeast: false,
    },
    { name: 'webhooks folded', value: rate(folded), unit: '/s', budget: 500, atLeast: true },
  ];
}

async function searches(fixture: IndexerFixture): Promise<Speed> {
  await fixture.clear();
  await manyAgents(fixture.indexer.database, AGENTS);
  const random = randomFrom(7);
  const pick = (list: string[]) => list[Math.floor(random() * list.length)];
  const times: number[] = [];
  for (let at = 0; at < SEARCHES; at += 1) {
    const words = pick(['', 'q=invoice', 'q=tran', 'q=audit%20ledg', 'q=agent', 'q=garden-7']);
    const filter = pick(['', 'tag=pdf', 'status=Active', 'minScore=3000', 'live=true&proven=true']);
    const sort = pick(['', 'sort=score', 'sort=price', 'sort=volume', 'sort=recent']);
    const started = performance.now();
    const { status } = await fixture.get(`/v1/agents?${[words, filter, sort].filter(Boolean).join('&')}`);
    if (status !== 200) throw new Error(`a search was answered ${status}`);
    times.push(performance.now() - started);
  }
  return {
    name: 'agent search over 10,000 agents, p95',
    value: percentile(times, 0.95),
    unit: 'ms',
    budget: 50,
    atLeast: false,
  };
}

/** The indexer on PGlite, in this process with the chain that it listens to. */
export async function measureIndexer(): Promise<Speed[]> {
  const world = await World.start(1);
  const fixture = await IndexerFixture.start(world);
  try {
    return [...(await deliveries(fixture, world)), await searches(fixture)];
  } finally {
    await fixture.stop();
    await world.localnet.stop();
  }
}
