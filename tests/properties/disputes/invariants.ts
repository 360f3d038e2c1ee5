import { PauseBit } from '@agent-labs/sdk';
import { must } from '../violated';
import { MINTS, PLACES, stakerOf } from './cast';
import { channelOfDispute } from './commands/dispute-ends';
import { checkDisputes, Slashes } from './dispute-invariants';
import { entitlements, touched } from './entitlements';
import {
  changed,
  configOf,
  lamportsOf,
  positionOf,
  records,
  type Snapshot,
  tokensOf,
  vaultOf,
} from './observe';
import { bondsLeft, disputesIn, isListed, poolTokens, sum, worthOf } from './rules';
import type { Plan } from './step';
import type { World } from './world';

export interface Checked {
  plan: Plan;
  ok: boolean;
  before: Snapshot;
  after: Snapshot;
  /** Unix seconds, when it ran. */
  now: bigint;
}

const GROWING = [
  'allotted',
  'settled',
  'calls',
  'paidGross',
  'returned',
  'refunded',
  'claimed',
  'awarded',
] as const;

/**
 * The invariants of design.md for escrow and stake together, judged by the accounts alone: no prediction is
 * asked. It remembers what it saw, so it must see every step of one chain.
 */
export class DisputeInvariants {
  #donated = 0n;
  readonly #born = new Set<string>();
  readonly #totals = new Map<string, bigint>();
  readonly #slashes = new Slashes();

  constructor(
    private readonly world: World,
    private readonly rent: (bytes: number) => bigint,
  ) {}

  /** @throws InvariantViolated */
  check(step: Checked): void {
    const { after } = step;
    if (step.ok && step.plan.kind === 'donate') this.#donated += step.plan.amount ?? 0n;
    if (step.ok && step.plan.kind === 'vault_end') this.#donated = 0n;
    this.#conserved(after);
    if (after.get('vault')?.vault) this.#books(step);
    this.#ledgers(step);
    this.#births(step);
    checkDisputes(this.world, step);
    if (step.ok) this.#slashes.follow(step);
    this.#early(step);
    this.#gains(step);
    this.#pause(step);
    this.#rents(step);
    this.#unrelated(step);
  }

  /** 5: no step makes or loses a token: all accounts of a mint hold together what they held at first. */
  #conserved(after: Snapshot): void {
    for (const mint of MINTS) {
      const holders = [...after.keys()].filter((label) => this.#isOf(label, mint));
      const total = sum(holders.map((label) => tokensOf(after, label)));
      const before = this.#totals.get(mint) ?? total;
      must(total === before, 5, () => `there were ${before} ${mint}, and are ${total}`);
      this.#totals.set(mint, total);
    }
  }

  #isOf(label: string, mint: string): boolean {
    if (mint === 'gold' && (label === 'tokens' || label === 'money0')) return true;
    return label.startsWith(`purse:${mint}:`) || (mint === 'tin' && label === 'money1');
  }

  /** 1 and 2: the vault holds pools, bonds and donations; what was staked is somewhere; 10: so are shares. */
  #books({ before, after }: Checked): void {
    const vault = vaultOf(after);
    const there = tokensOf(after, 'tokens');
    const owed = poolTokens(vault) + vault.bonds + this.#donated;
    must(there === owed, 1, () => `the vault has ${there} tokens, ${owed} are accounted for`);
    const bonds = sum(disputesIn(after).map(([, dispute]) => bondsLeft(dispute)));
    must(vault.bonds === bonds, 1, () => `the vault counts ${vault.bonds} of bonds, its disputes ${bonds}`);
    const found = poolTokens(vault) + vault.returned + vault.slashed;
    must(vault.staked === found, 2, () => `${vault.staked} were staked, ${found} are accounted for`);
    const was = before.get('vault')?.vault ?? vault;
    for (const term of ['staked', 'returned', 'slashed', 'disputesLost'] as const) {
      must(vault[term] >= was[term], 2, () => `${term} of the vault fell`);
    }
    must(vault.nextDispute >= was.nextDispute, 8, () => 'the number of the next dispute fell');
    must(vault.ownershipEpoch >= was.ownershipEpoch, 8, () => 'the ownership epoch fell');
    for (const tranche of ['FirstLoss', 'Backers'] as const) {
      const positions = PLACES.map((place) => positionOf(after, place)).filter(
        (one) => one?.tranche === tranche,
      );
      const [active, cooling] =
        tranche === 'FirstLoss'
          ? [vault.firstLoss, vault.firstLossCooling]
          : [vault.backers, vault.backersCooling];
      const actives = positions.map((one) => (one?.activeEpoch === active.epoch ? one.activeShares : 0n));
      const coolings = positions.map((one) => (one?.coolingEpoch === cooling.epoch ? one.coolingShares : 0n));
      must(sum(actives) === active.shares, 10, () => `active shares of ${tranche} do not add up`);
      must(sum(coolings) === cooling.shares, 10, () => `cooling shares of ${tranche} do not add up`);
    }
    const count = records(after, 'position').length;
    must(vault.positions === count, 14, () => `${vault.positions} positions counted, ${count} there`);
    const open = disputesIn(after).length;
    must(vault.openDisputes === open, 14, () => `${vault.openDisputes} disputes counted, ${open} open`);
  }

  /** 4: the channels' inequalities, their sums, and that no term falls; 1: the mandates' vaults cover them. */
  #ledgers({ before, after }: Checked): void {
    const owed = new Map<string, bigint>();
    for (const [label, channel] of records(after, 'channel')) {
      const { allotted, settled, paidGross, returned, refunded, held, matured, pending } = channel;
      const { claimed, awarded, heldUntil, holdDisputed, openDisputes, mandate } = channel;
      const holds =
        paidGross + refunded + held <= settled &&
        settled + returned <= allotted &&
        matured <= pending &&
        pending <= settled &&
        claimed <= settled &&
        awarded <= refunded &&
        awarded <= claimed;
      must(holds, 4, () => `ledger of ${label} does not add up`);
      const disputes = disputesIn(after).filter(([one]) => `channel${channelOfDispute(one)}` === label);
      must(disputes.length === openDisputes, 4, () => `${label} counts ${openDisputes} disputes`);
      const claims = sum(disputes.map(([, dispute]) => dispute.claim));
      must(claims <= claimed, 4, () => `${label} counts ${claimed} as claimed, its disputes ${claims}`);
      const takers = disputes.filter(([, dispute]) => dispute.held > 0n).length;
      must(takers === holdDisputed, 4, () => `${takers} disputes have the hold of ${label}`);
      const ends = heldUntil > 0n === (held > 0n && holdDisputed === 0);
      must(ends, 4, () => `the hold of ${label} ends at ${heldUntil}`);
      const of = mandate.toBase58();
      owed.set(of, (owed.get(of) ?? 0n) + allotted - paidGross - returned - refunded);
      const was = before.get(label)?.channel;
      if (was?.generation !== channel.generation) continue;
      for (const term of GROWING) must(channel[term] >= was[term], 4, () => `${term} of ${label} fell`);
    }
    for (const [label, { allotted, feesAccrued, free }] of records(after, 'mandate')) {
      const due = owed.get(this.world.at(label).toBase58()) ?? 0n;
      must(allotted === due, 4, () => `${label} has ${allotted} allotted, its channels ${due}`);
      const there = tokensOf(after, label.replace('mandate', 'money'));
      const sums = free + allotted + feesAccrued;
      must(there === sums, 1, () => `${label} has ${there} tokens and owes ${sums}`);
    }
  }

  /** 8: no dispute's address and no channel's generation comes again. */
  #births({ before, after }: Checked): void {
    for (const [label] of disputesIn(after)) this.#birth(label, label, before.get(label)?.dispute);
    for (const [label, { generation }] of records(after, 'channel')) {
      const known = before.get(label)?.channel;
      if (known?.generation === generation) continue;
      must(known === undefined, 8, () => `generation of ${label} changed to ${generation}`);
      this.#birth(label, `${label}@${generation}`, undefined);
    }
  }

  #birth(label: string, id: string, known: object | undefined): void {
    if (known !== undefined) return;
    must(!this.#born.has(id), 8, () => `${label} was there before`);
    this.#born.add(id);
  }

  /** 7: what a dispute waits for does not leave: those opened before its cooling ended are over. */
  #early({ plan, ok, before, now }: Checked): void {
    if (!ok || plan.kind !== 'withdraw' || plan.position === undefined) return;
    const until = positionOf(before, plan.position)?.coolingUntil ?? 0n;
    must(now >= until, 7, () => `${plan.position} left ${until - now} seconds early`);
    const vault = vaultOf(before);
    const waiting = disputesIn(before).filter(([, one]) => isListed(one, vault) && one.openedAt < until);
    must(waiting.length === 0, 7, () => `${plan.position} left ${waiting.map(([label]) => label).join()}`);
  }

  /** 9: purses move by what the step entitles to; stake falls in worth by slashes and by leaving alone. */
  #gains({ plan, ok, before, after, now }: Checked): void {
    const entitled = ok ? entitlements(this.world, plan, before, now) : new Map<string, bigint>();
    const closing = ['mandate_open', 'mandate_close', 'fees_sweep', 'vault_end'].includes(plan.kind);
    const bond = this.#bondOf(plan, before, after);
    for (const label of changed(before, after)) {
      if (!label.startsWith('purse:') || closing) continue;
      const grew = tokensOf(after, label) - tokensOf(before, label);
      const owed = (entitled.get(label) ?? 0n) - (label === `purse:gold:${plan.by}` ? bond : 0n);
      must(grew === owed, 9, () => `${plan.kind} moved ${grew} at ${label}, which is entitled to ${owed}`);
    }
    const [was, is] = [before.get('vault')?.vault, after.get('vault')?.vault];
    if (was === undefined || is === undefined || was === is) return;
    const slashes = is.slashed > was.slashed;
    for (const place of PLACES) {
      const [a, b] = [worthOf(was, positionOf(before, place)), worthOf(is, positionOf(after, place))];
      const more = b.active + b.cooling - a.active - a.cooling;
      const leaves = plan.position === place && plan.kind !== 'stake';
      const enters = plan.position === place && plan.kind === 'stake' ? (plan.amount ?? 0n) : 0n;
      must(leaves || slashes || more >= 0n, 9, () => `${plan.kind} cost ${place} ${-more}`);
      must(!slashes || more <= 0n, 9, () => `a slash gained ${stakerOf(place)} ${more}`);
      must(!leaves || more <= 0n, 9, () => `${plan.kind} gained ${place} ${more}`);
      must(plan.position !== place || more <= enters, 9, () => `${plan.kind} gained ${place} ${more}`);
    }
  }

  /** A bond put in: what the dispute says of it is asked, within what the signer's terms allow. */
  #bondOf({ kind, dispute = '' }: Plan, before: Snapshot, after: Snapshot): bigint {
    const [was, is] = [before.get(dispute)?.dispute, after.get(dispute)?.dispute];
    if (is === undefined) return 0n;
    if (kind === 'dispute_open') return is.claimantBond;
    return kind === 'dispute_appeal' ? is.appealBond - (was?.appealBond ?? 0n) : 0n;
  }

  /** 12, first half: no new risk while paused, and no slash. That exits stay open is `requireExitOpen`'s. */
  #pause({ plan, ok, before, after, now }: Checked): void {
    if (!ok) return;
    const { executionPauseEndsAt, pauseBits } = configOf(before);
    const risk = { stake: PauseBit.Stake, channel_open: PauseBit.Open }[plan.kind] ?? 0;
    must((pauseBits & risk) === 0, 12, () => `${plan.kind} while paused`);
    const paused = (pauseBits & PauseBit.Execute) !== 0 && now < executionPauseEndsAt;
    const [was, is] = [before.get('vault')?.vault?.slashed, after.get('vault')?.vault?.slashed];
    must(!paused || was === is || is === undefined, 12, () => `${plan.kind} slashed while that was paused`);
  }

  /** 13: what lives is rent-exempt, and what goes returns its rent to whoever paid it. */
  #rents({ plan, before, after }: Checked): void {
    const due = new Map<string, bigint>();
    for (const label of changed(before, after)) {
      const state = after.get(label)?.state ?? null;
      const least = this.rent(state?.data.length ?? 0);
      must(state === null || state.lamports >= least, 13, () => `${label} is below rent exemption`);
      const payer = state === null ? this.#rentPayer(label, before) : null;
      if (payer !== null) due.set(payer, (due.get(payer) ?? 0n) + lamportsOf(before, label));
    }
    for (const [payer, lamports] of due) {
      const got = lamportsOf(after, payer) - lamportsOf(before, payer);
      must(got === lamports, 13, () => `${plan.kind} returned ${got} of ${lamports} lamports to ${payer}`);
    }
  }

  #rentPayer(label: string, before: Snapshot): string | null {
    const { channel, dispute } = before.get(label) ?? {};
    if (dispute !== undefined) return `wallet:${this.world.nameOf(dispute.claimant)}`;
    if (channel !== undefined) return `wallet:${this.world.nameOf(channel.rentPayer)}`;
    if (label.startsWith('position:')) return `wallet:${label.split(':')[1]}`;
    if (label === 'vault' || label === 'tokens') return 'wallet:admin';
    if (label === 'mandate0' || label === 'money0') return 'wallet:pat';
    return label === 'mandate1' || label === 'money1' ? 'wallet:quin' : null;
  }

  /** 11: a step changes the accounts it is about, and one that fails none. */
  #unrelated({ plan, ok, before, after }: Checked): void {
    const about = new Set(ok ? touched(this.world, plan, before) : []);
    for (const label of changed(before, after)) {
      must(about.has(label), 11, () => `${plan.kind} (${ok ? 'done' : 'refused'}) changed ${label}`);
    }
  }
}
