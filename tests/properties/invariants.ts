import { PauseBit } from '@agent-labs/sdk';
import { entitlements, touched } from './entitlements';
import { dayOf, type Mandate } from './model';
import { changed, lamportsOf, records, type Snapshot, tokensOf } from './observe';
import type { Act } from './step';
import { must } from './violated';

export interface Checked {
  act: Act;
  ok: boolean;
  before: Snapshot;
  after: Snapshot;
  /** Unix seconds. */
  now: bigint;
}

/** Tokens seen to move for one mandate since it opened, on the accounts of those who pay and are paid. */
interface Flows {
  deposited: bigint;
  paid: bigint;
  swept: bigint;
  refunded: bigint;
  withdrawn: bigint;
  donated: bigint;
}

/** What was allotted under one mandate since it opened. */
interface Charges {
  total: bigint;
  days: Map<number, bigint>;
}

const GROWING = ['allotted', 'settled', 'calls', 'paidGross', 'returned', 'refunded', 'claimed'] as const;

/**
 * The invariants of design.md, judged by the accounts alone: no model is asked. It remembers what it saw, so
 * it must see every step of one chain.
 */
export class Invariants {
  readonly #flows = new Map<string, Flows>();
  readonly #charges = new Map<string, Charges>();
  readonly #generations = new Set<string>();
  readonly #rentPayers = new Map<string, string>();
  readonly #settles = new Map<string, { at: bigint; settled: bigint }[]>();

  constructor(private readonly rent: (bytes: number) => bigint) {}

  /** @throws InvariantViolated */
  check(step: Checked): void {
    const { after } = step;
    if (step.ok) {
      this.#births(step);
      this.#follow(step);
      if (step.act.kind === 'channel_settle') this.#remember(step);
    }
    for (const [label, mandate] of records(after, 'mandate')) this.#vaultCovers(label, mandate, after);
    this.#ledgers(step);
    for (const [label, mandate] of records(after, 'mandate')) this.#conserved(label, mandate);
    this.#early(step);
    this.#gains(step);
    this.#pause(step);
    this.#rents(step);
    this.#caps(step);
    this.#unrelated(step);
  }

  /** 8: no (address, generation) recurs, and no generation changes under a living account. */
  #births({ before, after }: Checked): void {
    for (const kind of ['mandate', 'channel'] as const) {
      for (const [label, { generation }] of records(after, kind)) {
        const known = before.get(label)?.[kind];
        if (known?.generation === generation) continue;
        must(known === undefined, 8, () => `generation of ${label} changed to ${generation}`);
        const id = `${label}@${generation}`;
        must(!this.#generations.has(id), 8, () => `${id} was there before`);
        this.#generations.add(id);
        this.#settles.delete(label);
        if (kind === 'mandate') this.#charges.set(label, { total: 0n, days: new Map() });
        if (kind === 'mandate') {
          const none = { deposited: 0n, paid: 0n, swept: 0n, refunded: 0n, withdrawn: 0n, donated: 0n };
          this.#flows.set(label, none);
        }
        const fell = [...after.keys()].filter((at) => lamportsOf(after, at) < lamportsOf(before, at));
        must(fell.length === 1, 13, () => `${fell.length} paid rent for ${label}`);
        this.#rentPayers.set(label, fell[0] ?? '');
      }
    }
  }

  /** Takes in what moved, on the side of those who pay and are paid. */
  #follow({ act, before, after }: Checked): void {
    const label = `mandate${act.mandate}`;
    const flows = this.#flows.get(label);
    if (act.mandate === undefined || flows === undefined) return;
    const grew = (at: string) => tokensOf(after, at) - tokensOf(before, at);
    const channel = before.get(`channel${act.channels?.[0]}`)?.channel;
    const payer = before.get(label)?.mandate?.payer;
    if (act.kind === 'mandate_open' || act.kind === 'mandate_deposit')
      flows.deposited -= grew(act.source ?? '');
    if (act.kind === 'channel_payout') flows.paid += grew(`tokens:${channel?.payoutOwner}`);
    if (act.kind === 'channel_refund') flows.refunded += grew(`tokens:${payer}`);
    if (act.kind === 'fees_sweep') flows.swept += grew('tokens:treasury');
    if (act.kind === 'mandate_withdraw') flows.withdrawn += grew(act.destination ?? '');
    if (act.kind === 'donate') flows.donated += grew(`vault${act.mandate}`);
    if (act.kind === 'mandate_close') {
      flows.withdrawn += grew(act.destination ?? '');
      const { deposited, donated, paid, swept, refunded, withdrawn } = flows;
      const out = paid + swept + refunded + withdrawn;
      must(deposited + donated === out, 5, () => `${label} took ${deposited + donated} and gave ${out}`);
    }
  }

  /** Keeps when each channel's watermark rose. */
  #remember({ act, after, now }: Checked): void {
    for (const key of act.channels ?? []) {
      const settled = after.get(`channel${key}`)?.channel?.settled ?? 0n;
      const history = this.#settles.get(`channel${key}`) ?? [];
      this.#settles.set(`channel${key}`, [...history, { at: now, settled }]);
    }
  }

  /** 1: the vault holds what the mandate owes; exactly that, but for donations. */
  #vaultCovers(label: string, { free, allotted, fees }: Mandate, after: Snapshot): void {
    const held = tokensOf(after, label.replace('mandate', 'vault'));
    const owed = free + allotted + fees;
    const donated = this.#flows.get(label)?.donated ?? 0n;
    must(held >= owed, 1, () => `vault of ${label} holds ${held} and owes ${owed}`);
    must(
      held === owed + donated,
      1,
      () => `vault of ${label} holds ${held}, not ${owed} and ${donated} donated`,
    );
  }

  /** 4: the channels' inequalities, their sums, and that no term falls. */
  #ledgers({ before, after }: Checked): void {
    const owed = new Map<string, bigint>();
    for (const [label, channel] of records(after, 'channel')) {
      const { allotted, settled, paidGross, returned, refunded, held, matured, pending, mandate } = channel;
      const holds =
        paidGross + refunded + held <= settled && settled + returned <= allotted && matured <= pending;
      // nobody disputes here: what is held has an end
      const ends = held > 0n === channel.heldUntil > 0n && channel.openDisputes === 0;
      must(holds && ends && pending <= settled, 4, () => `ledger of ${label} does not add up`);
      owed.set(mandate, (owed.get(mandate) ?? 0n) + allotted - paidGross - returned - refunded);
      const was = before.get(label)?.channel;
      if (was?.generation !== channel.generation) continue;
      for (const term of GROWING) must(channel[term] >= was[term], 4, () => `${term} of ${label} fell`);
    }
    for (const [label, { allotted, channels }] of records(after, 'mandate')) {
      const sum = owed.get(label) ?? 0n;
      must(allotted === sum, 4, () => `${label} has ${allotted} allotted, its channels ${sum}`);
      must(channels > 0 || allotted === 0n, 4, () => `${label} has money allotted and no channel`);
    }
  }

  /** 5: what was deposited went out by name or is on the books. */
  #conserved(label: string, { free, allotted, fees }: Mandate): void {
    const flows = this.#flows.get(label);
    if (flows === undefined) return;
    const { deposited, paid, swept, refunded, withdrawn } = flows;
    const found = paid + fees + swept + refunded + withdrawn + free + allotted;
    must(deposited === found, 5, () => `${label} took in ${deposited}, and ${found} is accounted for`);
  }

  /** 6: nothing is paid before a holdback has passed since it settled. */
  #early({ act, ok, after, now }: Checked): void {
    if (!ok || act.kind !== 'channel_payout') return;
    const label = `channel${act.channels?.[0]}`;
    const { paidGross = 0n, refunded = 0n, holdback = 0n } = after.get(label)?.channel ?? {};
    const old =
      (this.#settles.get(label) ?? []).filter(({ at }) => now - at >= holdback).at(-1)?.settled ?? 0n;
    must(
      paidGross <= old,
      6,
      () => `${label} has ${paidGross} paid (${refunded} refunded), ${old} are old enough`,
    );
  }

  /** 9: tokens grow by a named entitlement only, and fall only where their owner signed. */
  #gains({ act, ok, before, after }: Checked): void {
    const entitled = ok ? entitlements(act, before, after) : new Map<string, bigint>();
    for (const label of changed(before, after)) {
      const grew = tokensOf(after, label) - tokensOf(before, label);
      const owed = entitled.get(label) ?? 0n;
      const named = label.startsWith('vault') || grew === owed;
      must(named, 9, () => `${act.kind} moved ${grew} at ${label}, which is entitled to ${owed}`);
    }
  }

  /** 12, first half: no new risk while paused. That exits stay open is `requireExitOpen`'s. */
  #pause({ act, ok, before }: Checked): void {
    const bits = before.get('config')?.pauseBits ?? 0;
    const paysIn = act.kind === 'mandate_deposit' || (act.kind === 'mandate_open' && (act.amount ?? 0n) > 0n);
    const allots = ['mandate_open', 'channel_open', 'channel_rearm'].includes(act.kind);
    const stopped = (allots ? PauseBit.Open : 0) | (paysIn ? PauseBit.Deposit : 0);
    must(!ok || (bits & stopped) === 0, 12, () => `${act.kind} while paused`);
  }

  /** 13: what lives is rent-exempt, and what goes returns its rent to whoever paid it. */
  #rents({ act, before, after }: Checked): void {
    const due = new Map<string, bigint>();
    for (const label of changed(before, after)) {
      const state = after.get(label)?.state ?? null;
      const least = this.rent(state?.data.length ?? 0);
      must(state === null || state.lamports >= least, 13, () => `${label} is below rent exemption`);
      if (state !== null || !/^(mandate|vault|channel|proposal|attestation)/.test(label)) continue;
      const known = this.#rentPayers.get(label.replace('vault', 'mandate')) ?? '';
      const [kind = ''] = /^(proposal|attestation)/.exec(label) ?? [];
      const payer = { proposal: 'wallet:admin', attestation: 'wallet:attestor' }[kind] ?? known;
      due.set(payer, (due.get(payer) ?? 0n) + lamportsOf(before, label));
    }
    for (const [payer, lamports] of due) {
      const got = lamportsOf(after, payer) - lamportsOf(before, payer);
      must(got === lamports, 13, () => `${act.kind} returned ${got} of ${lamports} lamports to ${payer}`);
    }
    const all = (snapshot: Snapshot) =>
      changed(before, after).reduce((sum, at) => sum + lamportsOf(snapshot, at), 0n);
    must(
      all(before) === all(after),
      13,
      () => `${act.kind} made or lost ${all(after) - all(before)} lamports`,
    );
  }

  /** 16: what was allotted under a mandate, ever and on each day, is within its caps. */
  #caps({ before, after, now }: Checked): void {
    for (const label of changed(before, after)) {
      const [was, is] = [before.get(label)?.channel, after.get(label)?.channel];
      const added = (is?.allotted ?? 0n) - (was?.generation === is?.generation ? (was?.allotted ?? 0n) : 0n);
      const charges = this.#charges.get(is?.mandate ?? '');
      const mandate = after.get(is?.mandate ?? '')?.mandate;
      if (added === 0n || charges === undefined || mandate === undefined) continue;
      const today = (charges.days.get(dayOf(now)) ?? 0n) + added;
      charges.days.set(dayOf(now), today);
      charges.total += added;
      const { total } = charges;
      must(
        total <= mandate.totalCap,
        16,
        () => `${total} allotted under ${is?.mandate}, at most ${mandate.totalCap}`,
      );
      must(today <= mandate.dailyCap, 16, () => `${today} allotted in a day, at most ${mandate.dailyCap}`);
    }
  }

  /** 11: a step changes the accounts it is about, and one that fails none. */
  #unrelated({ act, ok, before, after }: Checked): void {
    const about = new Set(ok ? touched(act, before, this.#rentPayers) : []);
    for (const label of changed(before, after)) {
      must(about.has(label), 11, () => `${act.kind} (${ok ? 'done' : 'refused'}) changed ${label}`);
    }
  }
}
