import {
  cheapest,
  inUnits,
  PAIR_RENT,
  type Plan,
  PRICES,
  type Prices,
  SIGNATURE,
  shareToMove,
  walletCost,
} from './attack';
import { percent, table, times, units, whole } from './format';
import { honestPayers, sum, voices } from './population';
import { CANDIDATES, PRESENT, power, ROOT, UNIT, type WeightFunction } from './weights';

/** Medians of what honest payers paid, units. */
const MEDIANS = [0.2, 2, 20, 200];
const PAYERS = 100;
const medianHeads = MEDIANS.map((median) => `median ${median}`);

/** The cheapest way to move an agent's mean from `from` to `to` beside its honest payers. */
function move(
  by: WeightFunction,
  payers: readonly number[],
  [from, to]: readonly [number, number],
  prices: Prices,
): Plan {
  const { total } = voices(payers, by, prices.feeBps);
  const aim = to > from ? 'own' : 'rival';
  return cheapest(by, total * shareToMove(from, to), aim, prices);
}

const UP = [3, 4] as const;
const DOWN = [4, 3] as const;

/** What the honest payers burnt, which no weight function can make an attacker exceed. */
function bound(payers: readonly number[], prices: Prices): number {
  const { gas, idle } = walletCost(prices);
  return (sum(payers) * prices.feeBps) / 10_000 + payers.length * (gas + idle);
}

function byWeight(): string {
  const rows = CANDIDATES.map((by) => [
    by.name,
    ...MEDIANS.map((median) => units(move(by, honestPayers(PAYERS, median), UP, PRICES).total)),
  ]);
  const most = MEDIANS.map((median) => units(bound(honestPayers(PAYERS, median), PRICES)));
  return table(['weight by', ...medianHeads], [...rows, ['what its payers burnt', ...most]]);
}

function byVoice(): string {
  const payers = honestPayers(PAYERS, 20);
  const rows = CANDIDATES.map((by) => {
    const { largest, smallerHalf, effective } = voices(payers, by, PRICES.feeBps);
    const huge = voices([...payers, 50_000 * UNIT], by, PRICES.feeBps).largest;
    return [by.name, percent(smallerHalf), percent(largest), whole(effective), percent(huge)];
  });
  return table(
    ['weight by', 'the smaller half', 'the largest', 'as steady as', 'one who pays 50,000 besides'],
    rows,
  );
}

const plan = ({ total, wallets, volume }: Plan): string =>
  `${units(total)} (${whole(wallets)} × ${units(volume)})`;

function byFee(): string {
  const rows = [0, 10, 50, 100, 500].map((feeBps) => {
    const cells = MEDIANS.map((median) =>
      feeBps === 0
        ? 'no ratings'
        : plan(move(PRESENT, honestPayers(PAYERS, median), UP, { ...PRICES, feeBps })),
    );
    return [`${feeBps} bps`, ...cells];
  });
  return table(['fee', ...medianHeads], rows);
}

function byCap(): string {
  const [small, large] = [honestPayers(PAYERS, 20), honestPayers(PAYERS, 200)];
  const rows = [10, 100, 1_000, 10_000, 100_000, Number.POSITIVE_INFINITY].map((cap) => {
    const by = { name: '', weight: power(3 / 4, cap) };
    const huge = voices([...small, 50_000 * UNIT], by, PRICES.feeBps).largest;
    return [
      Number.isFinite(cap) ? `${whole(cap)} units` : 'none',
      units(move(by, small, UP, PRICES).total),
      units(move(by, large, UP, PRICES).total),
      percent(voices(large, by, PRICES.feeBps).largest),
      percent(huge),
    ];
  });
  const head = ['cap of a pair', 'a star more, median 20', 'a star more, median 200'];
  return table([...head, 'the largest at 200', 'at 20, one who pays 50,000 besides'], rows);
}

function byCrowd(): string {
  const rows = [1, 10, 100, 1_000].map((count) => [
    count === 1 ? '1 payer' : `${whole(count)} payers`,
    ...MEDIANS.map((median) => units(move(PRESENT, honestPayers(count, median), UP, PRICES).total)),
  ]);
  return table(['honest history', ...medianHeads], rows);
}

function byDistance(): string {
  const payers = honestPayers(PAYERS, 20);
  const steps: [number, number][] = [
    [2, 3],
    [3, 4],
    [3.5, 4.5],
    [4, 4.5],
    [4, 4.9],
    [5, 4],
    [4.5, 3.5],
    [4, 3],
    [3, 2],
  ];
  const rows = steps.map(([from, to]) => [
    `${from} to ${to}`,
    to > from ? 'its owner' : 'a rival',
    times(shareToMove(from, to)),
    plan(move(PRESENT, payers, [from, to], PRICES)),
  ]);
  return table(['mean', 'who', 'weight needed', 'costs'], rows);
}

function byRival(): string {
  const rows = CANDIDATES.map((by) => [
    by.name,
    ...MEDIANS.map((median) => units(move(by, honestPayers(PAYERS, median), DOWN, PRICES).total)),
  ]);
  return table(['weight by', ...medianHeads], rows);
}

function byStake(): string {
  const lift = move(PRESENT, honestPayers(PAYERS, 20), UP, PRICES).total;
  const rows = [0, 100, 1_000, 10_000, 100_000].map((stake) => {
    const idle = (stake * UNIT * PRICES.yearly * PRICES.days) / 365;
    const slashed = (share: number) => units(lift + idle + share * stake * UNIT);
    return [`${whole(stake)} units`, units(idle), units(lift + idle), slashed(0.1), slashed(0.5), slashed(1)];
  });
  return table(['stake', 'its use', 'lift and stake', 'cheats, 10 %', 'cheats, 50 %', 'cheats, 100 %'], rows);
}

function byPrices(): string {
  const payers = honestPayers(PAYERS, 20);
  const rows: [string, Partial<Prices>][] = [
    ['as above', {}],
    ['a SOL at 50 units', { sol: 50 }],
    ['a SOL at 500 units', { sol: 500 }],
    ['the score stands for a week', { days: 7 }],
    ['the score stands for a year', { days: 365 }],
    ['money costs 30 % a year', { yearly: 0.3 }],
    ['a holdback of at least a day', { holdback: 1 }],
    ['a holdback of at least a week', { holdback: 7 }],
  ];
  const cells = rows.map(([name, changes]) => {
    const prices = { ...PRICES, ...changes };
    const [root, present] = [ROOT, PRESENT].map((by) => move(by, payers, UP, prices));
    const { gas, idle } = walletCost(prices);
    if (root === undefined || present === undefined) throw new Error('two functions, two plans');
    return [name, units(gas + idle), plan(root), plan(present), units(present.rent)];
  });
  return table(['', 'one more wallet', 'root', 'power 3/4', 'rent meanwhile'], cells);
}

function byProgram(): string {
  const fresh = (median: number) => honestPayers(PAYERS, median);
  const same = (cost: number) => MEDIANS.map(() => units(cost));
  // a star up takes as many votes of 5 as there are honest ones
  const posts = PAYERS * inUnits(SIGNATURE, PRICES);
  // one wallet: payer's voucher, who settles, who rates; one base unit of payment and one of fee
  const payments = PAYERS * (inUnits(3 * SIGNATURE, PRICES) + 2);
  const linear = CANDIDATES.find(({ name }) => name === 'linear, no cap');
  if (linear === undefined) throw new Error('no linear function');
  const rows = [
    ['anyone posts: a vote is a signature', ...same(posts)],
    ['each payment is a vote, nothing caps', ...same(payments)],
    [
      'paid volume weighs, nothing caps: one wallet',
      ...MEDIANS.map((m) => units(move(linear, fresh(m), UP, PRICES).total)),
    ],
    ['this one', ...MEDIANS.map((m) => units(move(PRESENT, fresh(m), UP, PRICES).total))],
  ];
  return table(['a program where', ...medianHeads], rows);
}

function byReader(): string {
  const { gas, idle } = walletCost(PRICES);
  const rent = inUnits(PAIR_RENT, PRICES);
  const share = PRICES.feeBps / 10_000;
  const few = (count: number, each: number) => units(count * (gas + idle + Math.ceil(each * share)));
  // voucher, settle, payout with the rating
  const again = inUnits(3 * SIGNATURE, PRICES) + 1;
  const locked = (stake: number) => units((stake * UNIT * PRICES.yearly * PRICES.days) / 365);
  const rows = [
    ['a mean of 5.0, nothing else', 'one wallet that paid 1 base unit', few(1, 1), units(rent)],
    ['100 ratings', 'one wallet, 100 payments of 1 base unit', units(99 * again + gas + idle), units(rent)],
    ['100 payers', '100 wallets that paid 1 base unit each', few(100, 1), units(100 * rent)],
    ['1,000 payers', '1,000 wallets, the same way', few(1_000, 1), units(1_000 * rent)],
    ['a volume of 10,000', 'one wallet, the money going round', few(1, 10_000 * UNIT), units(rent)],
    ['a volume of 1,000,000', 'the same', few(1, 1_000_000 * UNIT), units(rent)],
    [
      '100 payers and a volume of 10,000',
      '100 wallets that paid 100 each',
      few(100, 100 * UNIT),
      units(100 * rent),
    ],
    [
      'a mean raised by a star over 100 payers, median 20',
      'as above',
      units(move(PRESENT, honestPayers(PAYERS, 20), UP, PRICES).total),
      units(move(PRESENT, honestPayers(PAYERS, 20), UP, PRICES).rent),
    ],
    ['an age of 90 days', 'waiting', '0', '0'],
    ['a stake of 10,000 for 90 days', 'having it', locked(10_000), units(10_000 * UNIT)],
    ['disputes lost: 0', 'serving nobody but oneself', '0', '0'],
  ];
  return table(['what it shows', 'how it is faked', 'costs', 'tied up'], rows);
}

/** Each table of `docs/reputation.md` by the name of its markers. */
export const TABLES: Record<string, () => string> = {
  weights: byWeight,
  voices: byVoice,
  fees: byFee,
  caps: byCap,
  crowd: byCrowd,
  distance: byDistance,
  rival: byRival,
  stake: byStake,
  prices: byPrices,
  programs: byProgram,
  readers: byReader,
};
