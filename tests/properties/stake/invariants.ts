import { must } from '../violated';
import type { Plan } from './commands';
import {
  held,
  PLACES,
  type Place,
  STAKERS,
  stakerOf,
  TRANCHES,
  trancheOf,
  type Vault,
  worthOf,
} from './model';
import { lamportsOf, type Snapshot, tokensOf, vaultOf } from './world';

export interface Checked {
  plan: Plan;
  ok: boolean;
  before: Snapshot;
  after: Snapshot;
  /** Unix seconds, when it ran. */
  now: bigint;
  paused: boolean;
}

/** Lamports that keep an account of so many bytes. */
export type Rent = (bytes: number) => bigint;

/** Invariants 1, 2 and 6 to 13 of design.md, judged by the accounts alone: no model is asked. */
export class StakeInvariants {
  #donated = 0n;

  constructor(private readonly rent: Rent) {}

  /** @throws InvariantViolated */
  check(step: Checked): void {
    const { plan, ok, before, after } = step;
    const [was, is] = [vaultOf(before), vaultOf(after)];
    if (ok && plan.kind === 'donate') this.#donated += plan.amount ?? 0n;
    if (is === null) this.#donated = 0n;
    this.#books(after, is);
    this.#grows(was, is);
    this.#shares(is);
    this.#early(step, was);
    this.#gains(step, was, is);
    this.#rents(step);
    this.#unrelated(step);
    must(
      !(ok && step.paused && ['stake', 'vault_open'].includes(plan.kind)),
      12,
      () => `${plan.kind} while paused`,
    );
  }

  /** 1 and 2: the token account holds what the pools do, and donations; what was staked is somewhere. */
  #books(after: Snapshot, is: Vault | null): void {
    if (is === null) return;
    const there = tokensOf(after, 'tokens');
    const owed = held(is) + this.#donated;
    must(there === owed, 1, () => `the vault has ${there} tokens, ${owed} are accounted for`);
    const found = held(is) + is.returned + is.slashed;
    must(is.staked === found, 2, () => `${is.staked} were staked, ${found} are accounted for`);
  }

  /** 2: what was staked, returned and slashed never falls; 8: no epoch comes again. */
  #grows(was: Vault | null, is: Vault | null): void {
    if (was === null || is === null) return;
    for (const term of ['staked', 'returned', 'slashed'] as const) {
      must(is[term] >= was[term], 2, () => `${term} fell`);
    }
    must(is.epoch >= was.epoch, 8, () => 'the ownership epoch fell');
    for (const tranche of TRANCHES) {
      for (const pool of ['active', 'cooling'] as const) {
        const [a, b] = [was.pools[tranche][pool].epoch, is.pools[tranche][pool].epoch];
        must(b >= a, 8, () => `the epoch of ${tranche} ${pool} fell`);
      }
    }
  }

  /** 10: a share is counted once: those of the positions make up those of the pools. */
  #shares(is: (Vault & { count: number }) | null): void {
    if (is === null) return;
    for (const tranche of TRANCHES) {
      const { active, cooling } = is.pools[tranche];
      const positions = [...is.positions].filter(([place]) => trancheOf(place) === tranche);
      const sum = (part: 'active' | 'cooling', epoch: number) =>
        positions
          .filter(([, position]) => position[`${part}Epoch`] === epoch)
          .reduce((total, [, position]) => total + position[part], 0n);
      must(
        sum('active', active.epoch) === active.shares,
        10,
        () => `active shares of ${tranche} do not add up`,
      );
      must(
        sum('cooling', cooling.epoch) === cooling.shares,
        10,
        () => `cooling shares of ${tranche} do not add up`,
      );
    }
    must(
      is.count === is.positions.size,
      14,
      () => `${is.count} positions counted, ${is.positions.size} there`,
    );
  }

  /** 6 and 7: nothing leaves before its time, nor while a dispute from before it is open. */
  #early({ plan, ok, now }: Checked, was: Vault | null): void {
    if (!ok || plan.kind !== 'withdraw' || plan.place === undefined || was === null) return;
    const until = was.positions.get(plan.place)?.until ?? 0n;
    must(now >= until, 6, () => `${plan.place} left ${until - now} seconds early`);
    const disputed = was.disputedAt !== 0n && was.disputedAt < until;
    must(!disputed, 7, () => `${plan.place} left a dispute`);
  }

  /** 9: a purse moves by what its owner stakes or has cooled, and no step gains or costs anybody else. */
  #gains({ plan, ok, before, after }: Checked, was: Vault | null, is: Vault | null): void {
    const due = new Map<string, bigint>();
    if (ok && plan.kind === 'stake') due.set(`purse:${plan.by}`, -(plan.amount ?? 0n));
    if (ok && plan.kind === 'donate') due.set('purse:stranger', -(plan.amount ?? 0n));
    if (ok && plan.kind === 'withdraw' && plan.place && was) {
      due.set(`purse:${stakerOf(plan.place)}`, worthOf(was, plan.place).cooling);
    }
    if (ok && plan.kind === 'vault_close') due.set('owner', tokensOf(before, 'tokens'));
    for (const who of [...STAKERS, 'stranger']) {
      const grew = tokensOf(after, `purse:${who}`) - tokensOf(before, `purse:${who}`);
      const toOwner = due.get('owner') ?? 0n;
      const entitled = due.get(`purse:${who}`) ?? 0n;
      const named = grew === entitled || (toOwner > 0n && grew === toOwner);
      must(named, 9, () => `${plan.kind} moved ${grew} to ${who}, who is entitled to ${entitled}`);
    }
    if (plan.kind === 'slash' || was === null || is === null) return;
    for (const place of PLACES) this.#worths(plan, place, [before, was], [after, is]);
  }

  #worths(plan: Plan, place: Place, [before, was]: [Snapshot, Vault], [after, is]: [Snapshot, Vault]): void {
    const whole = (vault: Vault) => worthOf(vault, place).active + worthOf(vault, place).cooling;
    const purse = `purse:${stakerOf(place)}`;
    const gained = whole(is) - whole(was) + tokensOf(after, purse) - tokensOf(before, purse);
    if (plan.place === place) must(gained <= 0n, 9, () => `${plan.kind} gained ${gained} for ${place}`);
    else if (plan.by !== stakerOf(place) || plan.kind !== 'stake') {
      must(
        whole(is) >= whole(was) || plan.place === undefined,
        9,
        () => `${plan.kind} cost ${place} something`,
      );
    }
  }

  /** 11: a step changes the accounts it is about, and one that fails none. */
  #unrelated({ plan, ok, before, after }: Checked): void {
    const about = new Set(ok ? touched(plan) : []);
    for (const label of changed(before, after)) {
      must(about.has(label), 11, () => `${plan.kind} (${ok ? 'done' : 'refused'}) changed ${label}`);
    }
  }

  /** 13: what lives is rent-exempt, and what goes returns its rent to whoever paid it. */
  #rents({ plan, before, after }: Checked): void {
    const due = new Map<string, bigint>();
    for (const label of changed(before, after)) {
      const state = after.get(label);
      const least = this.rent(state?.data.length ?? 0);
      must(!state || state.lamports >= least, 13, () => `${label} is below rent exemption`);
      const payer = label.includes(':') ? `wallet:${label.split(':')[0]}` : 'wallet:cat';
      const kept = PLACES.includes(label as Place) || label === 'vault' || label === 'tokens';
      if (!state && kept) due.set(payer, (due.get(payer) ?? 0n) + lamportsOf(before, label));
    }
    for (const [payer, lamports] of due) {
      const got = lamportsOf(after, payer) - lamportsOf(before, payer);
      must(got === lamports, 13, () => `${plan.kind} returned ${got} of ${lamports} lamports to ${payer}`);
    }
  }
}

function changed(before: Snapshot, after: Snapshot): string[] {
  return [...after.keys()].filter((label) => {
    const [a, b] = [before.get(label), after.get(label)];
    if (!a || !b) return a !== b;
    return a.lamports !== b.lamports || !a.owner.equals(b.owner) || Buffer.compare(a.data, b.data) !== 0;
  });
}

/** The accounts that a successful step may change. */
function touched({ kind, place, by }: Plan): string[] {
  const staker = place === undefined ? '' : stakerOf(place);
  const wallets = [`wallet:${staker}`, `wallet:${by}`];
  switch (kind) {
    case 'vault_open':
      return ['vault', 'tokens', 'wallet:cat'];
    case 'stake':
      return ['vault', 'tokens', place ?? '', `purse:${staker}`, ...wallets];
    case 'unstake':
    case 'tranche_release':
      return ['vault', place ?? ''];
    case 'withdraw':
      return ['vault', 'tokens', place ?? '', `purse:${staker}`, `wallet:${staker}`];
    case 'position_close':
      return ['vault', place ?? '', `wallet:${staker}`];
    case 'vault_close':
      return ['vault', 'tokens', 'purse:ann', 'purse:ben', 'wallet:cat'];
    case 'donate':
      return ['tokens', 'purse:stranger'];
    case 'slash':
    case 'dispute':
      return ['vault', 'tokens'];
    case 'sell':
    case 'retire':
      return ['agent'];
    case 'pause':
      return ['config'];
    default:
      return [];
  }
}
