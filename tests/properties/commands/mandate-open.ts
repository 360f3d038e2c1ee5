import { mandateOpen as mandateOpenInstruction, UNCAPPED } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import fc from 'fast-check';
import { type Addresses, keyOf, SESSIONS } from '../addresses';
import { credit, type Mandate, type Model, PLACES, type Wallet } from '../model';
import { Command, type Planner } from '../step';
import { ATTESTOR } from './attestation';
import {
  type Amount,
  amount,
  amountOf,
  choose,
  first,
  pickPlace,
  type Swap,
  swap,
  swapError,
  swapped,
  type Target,
  target,
} from './wishes';

/** The limits that each place's mandate opens with. */
const LIMITS = [
  { perCallMax: 10n ** 15n, dailyCap: UNCAPPED, totalCap: UNCAPPED, allow: [] },
  { perCallMax: 12_000n, dailyCap: 60_000n, totalCap: 80_000n, allow: [] },
  { perCallMax: 50_000n, dailyCap: 2_000_000n, totalCap: 2_500_000n, allow: [0, 1] },
] as const;
const PLENTY = [12n * 10n ** 18n, 1_000_000n, 5_000_000n] as const;

/** Who else has a say in a mandate's allotments. */
export const TERMS = {
  plain: {},
  tree: { tree: true },
  attested: { attestor: ATTESTOR },
  approved: { approvalAbove: 40_000n },
};

interface Wish {
  place: Target;
  terms: keyof typeof TERMS;
  session: number;
  life: bigint;
  deposit: Amount;
  flaw: keyof typeof FLAWS | null;
  swap: Swap | null;
}

const zero = PublicKey.default;
type Params = Parameters<typeof mandateOpenInstruction>[1];

const approvedBy = (approvers: PublicKey[], threshold = 1, above = 1n) => ({
  approval: { approvers, threshold, above },
});

/** What can be wrong with the terms, and what is said of it. */
const FLAWS = {
  sessionZero: { error: 'SessionKeyInvalid', change: () => ({ sessionKey: zero }) },
  sessionPayer: { error: 'SessionKeyInvalid', change: ({ payer }: Params) => ({ sessionKey: payer }) },
  callZero: { error: 'CapsInvalid', change: () => ({ perCallMax: 0n }) },
  callAboveDay: { error: 'CapsInvalid', change: () => ({ perCallMax: 9n, dailyCap: 8n, totalCap: 9n }) },
  dayAboveTotal: { error: 'CapsInvalid', change: () => ({ perCallMax: 7n, dailyCap: 9n, totalCap: 8n }) },
  expired: { error: 'ExpiryInPast', change: (_: Params, now: bigint) => ({ expiresAt: now }) },
  longAgo: { error: 'ExpiryInPast', change: () => ({ expiresAt: -(1n << 63n) }) },
  agentTwice: { error: 'AllowListInvalid', change: ({ mint }: Params) => ({ allowList: [mint, mint] }) },
  agentZero: { error: 'AllowListInvalid', change: () => ({ allowList: [zero] }) },
  minScore: { error: 'MinScoreInvalid', change: () => ({ minScore: 999 }) },
  listAndRoot: {
    error: 'AllowListTwice',
    change: ({ mint }: Params) => ({ allowList: [mint], allowRoot: new Uint8Array(32).fill(1) }),
  },
  approverPays: { error: 'ApproversInvalid', change: ({ payer }: Params) => approvedBy([payer]) },
  approverTwice: { error: 'ApproversInvalid', change: ({ mint }: Params) => approvedBy([mint, mint]) },
  approverSigns: {
    error: 'SessionKeyApproves',
    change: ({ sessionKey }: Params) => approvedBy([sessionKey]),
  },
  threshold: { error: 'ApprovalThresholdInvalid', change: ({ mint }: Params) => approvedBy([mint], 2) },
  trigger: { error: 'ApprovalTriggerInvalid', change: ({ mint }: Params) => approvedBy([mint], 1, 0n) },
} as const;

export const mandateOpen: Planner<Wish> = async (model, addresses, wish) => {
  const place = pickPlace(model, wish.place, (mandate) => mandate === null);
  const { payer, id } = PLACES[place] ?? PLACES[0];
  const limits = LIMITS[place] ?? LIMITS[0];
  const purse = model.tokens.get(`tokens:${payer}`) ?? 0n;
  const most = PLENTY[place] ?? 0n;
  const deposit = amountOf(wish.deposit, wish.deposit === 'above' || most > purse ? purse : most);
  const session: Wallet = SESSIONS[wish.session % SESSIONS.length] ?? 'session0';
  const expiresAt = model.now + wish.life;
  const terms = { tree: false, attestor: '', approvalAbove: 0n, ...TERMS[wish.terms] };
  const params: Params = {
    payer: keyOf(payer).publicKey,
    mint: addresses.at('mint'),
    // where nothing is and nothing ever will be
    id: wish.flaw === null && wish.swap === null ? id : 99n,
    sessionKey: keyOf(session).publicKey,
    perCallMax: limits.perCallMax,
    dailyCap: limits.dailyCap,
    totalCap: limits.totalCap,
    expiresAt,
    allowList: terms.tree ? [] : limits.allow.map((agent) => addresses.at(`agent${agent}`)),
    deposit,
    ...(terms.tree && { allowRoot: addresses.tree.root }),
    ...(terms.attestor !== '' && { attestor: keyOf(terms.attestor).publicKey }),
    ...(terms.approvalAbove > 0n && approvedBy([keyOf('approver').publicKey], 1, terms.approvalAbove)),
  };
  const flaw = wish.flaw === null ? null : FLAWS[wish.flaw];
  const changed = { ...params, ...flaw?.change(params, model.now) };
  const { instruction } = await mandateOpenInstruction(addresses.deployment, changed);
  return {
    act: { kind: 'mandate_open', mandate: place, amount: deposit, signer: payer, source: `tokens:${payer}` },
    refusal: first(
      params.id === id && model.mandates[place] !== null && 'system:0',
      swapError(wish.swap),
      pausedFor(model, deposit),
      flaw?.error ?? null,
      deposit > purse && 'token:1',
    ),
    instructions: [swapped(instruction, wish.swap, addresses)],
    signers: [payer],
    apply: () => {
      model.mandates[place] = opened(model, {
        payer,
        id,
        session,
        expiresAt,
        free: deposit,
        ...limits,
        ...terms,
      });
      credit(model, `tokens:${payer}`, -deposit);
      model.tokens.set(`vault${place}`, deposit);
    },
  };
};

const OPEN = 1 << 2;
const DEPOSIT = 1 << 3;

function pausedFor({ pauseBits }: Model, deposit: bigint): string | null {
  return (pauseBits & OPEN) !== 0 || (deposit > 0n && (pauseBits & DEPOSIT) !== 0) ? 'Paused' : null;
}

type Terms = Pick<
  Mandate,
  | 'payer'
  | 'id'
  | 'session'
  | 'expiresAt'
  | 'free'
  | 'perCallMax'
  | 'dailyCap'
  | 'totalCap'
  | 'tree'
  | 'attestor'
  | 'approvalAbove'
>;

function opened(model: Model, { allow, ...terms }: Terms & { allow: readonly number[] }): Mandate {
  return {
    ...terms,
    allow: terms.tree ? '' : allow.join(),
    generation: model.slot,
    keyEpoch: 0,
    channels: 0,
    day: 0,
    dayCharged: 0n,
    totalCharged: 0n,
    killedAt: 0n,
    allotted: 0n,
    fees: 0n,
  };
}

const flaws = Object.keys(FLAWS) as (keyof typeof FLAWS)[];

export const terms = choose<keyof typeof TERMS>([4, 'plain'], [2, 'tree'], [2, 'attested'], [2, 'approved']);

export const mandateOpens = fc
  .record<Wish>({
    place: target,
    terms,
    session: fc.nat({ max: 3 }),
    life: choose([2, 1_500n], [4, 9_000n], [6, 200_000n], [6, 10n ** 9n]),
    deposit: fc.oneof(
      { weight: 3, arbitrary: fc.constant('all' as const) },
      { weight: 2, arbitrary: amount },
    ),
    flaw: fc.oneof(
      { weight: 3, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom(...flaws) },
    ),
    swap: swap('event_authority', 'program', 'config'),
  })
  .map((wish) => new Command(mandateOpen, wish));

export type { Addresses };
