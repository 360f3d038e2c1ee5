import assert from 'node:assert/strict';
import {
  approvalClose,
  approvalRequest,
  approvalSign,
  approvalWithdraw,
  auditAnchor,
  auditLogOpen,
  callOfInstruction,
  grantClose,
  grantGive,
  grantRevoke,
  type TransactionFailed,
  withApproval,
} from '@agent-labs/sdk';
import type { PublicKey, Signer, TransactionInstruction } from '@solana/web3.js';
import fc from 'fast-check';
import { asked } from '../../fixtures/approvals';
import type { RegistryFixture } from '../../fixtures/registry';
import type { Statistics } from '../statistics';
import { InvariantViolated } from '../violated';
import { errorName } from '../world';
import { type Asking, DAY, type Grant, World } from './world';

export const KINDS = [
  ...['give', 'revoke', 'closeGrant', 'request', 'sign', 'withdraw', 'closeApproval', 'consume', 'anchor'],
];

interface Wish {
  kind: string;
  /** which grant, or which approver */
  which: number;
  /** which of the calls that are asked for */
  call: number;
  /** whether it is done as it should be */
  right: boolean;
  more: number;
}

interface Plan {
  instruction: TransactionInstruction;
  signers: Signer[];
  refusal: string | false;
  /** may be changed by it */
  at: PublicKey | null;
  apply(): void | Promise<void>;
}

/** Signatures and what they are for often enough that some are enough; days seldom, for they end everything. */
const KIND = fc.constantFrom(
  ...['give', 'give', 'give', 'revoke', 'closeGrant', 'request', 'request', 'request'],
  ...Array<string>(6).fill('sign'),
  ...[
    'withdraw',
    'withdraw',
    'closeApproval',
    'consume',
    'consume',
    'consume',
    'anchor',
    'anchor',
    'clock',
    'day',
  ],
);
const wish: fc.Arbitrary<Wish> = fc.record({
  kind: KIND,
  which: fc.constantFrom(0, 1, 2, 3),
  call: fc.constantFrom(0, 1),
  right: fc.constantFrom(true, true, true, false),
  more: fc.constantFrom(0, 1, 2),
});

/** Which invariant a success breaks that had to be refused so. */
const BROKEN: Record<string, number> = {
  AccountOwnedByWrongProgram: 10,
  AlreadySigned: 10,
  RevisionMismatch: 10,
  SequenceMismatch: 10,
};

/**
 * Consents, approvals and anchors as they are drawn: what lands is what decision 25 lets land.
 * @param reasons whether a refusal must be for the reason foretold; a bug may leave another one
 */
export function consentProperty(
  registry: RegistryFixture,
  statistics: Statistics,
  { most, reasons }: { most: number; reasons: boolean },
) {
  return fc.asyncProperty(
    fc.array(wish, { minLength: most / 2, maxLength: most, size: 'max' }),
    async (drawn) => {
      const world = await World.start(registry);
      statistics.runs += 1;
      for (const one of drawn) await step({ world, statistics, reasons }, one);
      await end({ world, statistics, reasons });
    },
  );
}

interface Life {
  world: World;
  statistics: Statistics;
  reasons: boolean;
}

/** From every state everybody's rent gets back. */
async function end(life: Life): Promise<void> {
  const base = { call: 0, right: true, more: 2 };
  for (const call of [0, 1]) {
    if (life.world.asked[call]?.state)
      await step(life, { ...base, kind: 'closeApproval', which: 0, call }, false);
  }
  const standing = life.world.grants.flatMap(({ state }, which) => (state === null ? [] : [which]));
  for (const which of standing) {
    if (life.world.grants[which]?.state?.revokedAt === 0n) {
      await step(life, { ...base, kind: 'revoke', which }, false);
    }
  }
  if (standing.length === 0) return;
  await life.world.on.chain.advance({ seconds: DAY, slots: 1 });
  for (const which of standing) await step(life, { ...base, kind: 'closeGrant', which }, false);
}

async function step({ world, statistics, reasons }: Life, one: Wish, drawn = true): Promise<void> {
  const { chain, feePayer } = world.on;
  if (one.kind === 'clock' || one.kind === 'day') {
    await chain.advance({ seconds: one.kind === 'day' ? DAY : 50n, slots: 1 });
    return;
  }
  const { apply, at, instruction, refusal, signers } = await PLANS[one.kind as keyof typeof PLANS](
    world,
    one,
  );
  const outcome = await chain
    .send([instruction], { payer: feePayer, signers: asked(instruction, ...signers) })
    .then(
      () => 'ok',
      (error: TransactionFailed) => errorName(error),
    );
  statistics.count(one.kind, outcome, drawn);
  const foretold = refusal || 'ok';
  if (outcome === 'ok' && foretold !== 'ok') {
    throw new InvariantViolated(BROKEN[foretold] ?? 9, `${one.kind}: not ${foretold}`);
  }
  if (outcome !== 'ok' && foretold === 'ok') throw new InvariantViolated(14, `${one.kind}: ${outcome}`);
  if (reasons) assert.equal(outcome, foretold, one.kind);
  if (outcome === 'ok') await apply();
  await world.check(outcome === 'ok' ? at : null);
  await chain.advance({ slots: 1 });
}

const first = (...reasons: (string | false)[]): string | false =>
  reasons.find((reason) => reason !== false) ?? false;

const counts = ({ state }: Grant, now: bigint) =>
  state !== null && state.revokedAt === 0n && now < state.expiresAt;
/** No account, where one must be. */
const NONE = 'AccountOwnedByWrongProgram';

function grantOf(world: World, { which }: Wish) {
  const grant = world.grants[which % world.grants.length] as Grant;
  const { subject, purpose } = grant;
  return { grant, ref: { subject: subject.publicKey, controller: world.controller, purpose } };
}

/** Has whoever did not sign yet do so, while it can be signed: two of four signatures are seldom drawn in time. */
async function signedByAll({ on }: World, { at, state }: Asking): Promise<void> {
  if (state === null || (await on.chain.unixTime()) >= state.expiresAt) return;
  for (const [place, approver] of on.approvers.entries()) {
    if (state.signed.has(place)) continue;
    await on.send(await approvalSign(on.deployment, at, approver.publicKey, state.expiresAt), approver);
    state.signed.add(place);
  }
}

/** Waits until the very second from which on an approval is none. */
async function lapse({ on: { chain } }: World, expiresAt: bigint): Promise<void> {
  const left = expiresAt - (await chain.unixTime());
  if (left > 0n) await chain.advance({ seconds: left, slots: 1 });
}

const askingOf = (world: World, { call }: Wish) => world.asked[call] as Asking;

const PLANS = {
  give: async (world: World, one: Wish): Promise<Plan> => {
    const { grant, ref } = grantOf(world, one);
    const now = await world.on.chain.unixTime();
    const { state } = grant;
    // the very same again, or a revision that is not the grant's
    const same = !one.right && one.more === 0 && counts(grant, now) ? state : null;
    const stale = !one.right && same === null;
    const revision = (state?.revision ?? 0) + (stale ? 1 : 0);
    const terms = same?.terms ?? 1 + one.more;
    const expiresAt = same?.expiresAt ?? now + (one.call === 0 ? 500n : 30n);
    const { instruction } = await grantGive(world.on.deployment, {
      ...{ ...ref, rentPayer: world.sponsor.publicKey, termsHash: new Uint8Array(32).fill(5) },
      ...{ termsVersion: terms, revision, expiresAt },
    });
    const newer = state === null || terms > state.terms || expiresAt > state.expiresAt;
    return {
      instruction,
      signers: [grant.subject, world.sponsor],
      at: grant.at,
      refusal: first(
        stale && 'RevisionMismatch',
        state !== null && terms < state.terms && 'TermsVersionTooLow',
        counts(grant, now) && !newer && 'GrantUnchanged',
      ),
      apply: () => {
        grant.state = { revision: revision + 1, terms, expiresAt, revokedAt: 0n };
      },
    };
  },
  revoke: async (world: World, one: Wish): Promise<Plan> => {
    const { grant, ref } = grantOf(world, one);
    const now = await world.on.chain.unixTime();
    return {
      instruction: await grantRevoke(world.on.deployment, ref),
      signers: [grant.subject],
      at: grant.at,
      refusal: first(grant.state === null && NONE, grant.state?.revokedAt !== 0n && 'GrantRevoked'),
      apply: () => {
        if (grant.state) Object.assign(grant.state, { revision: grant.state.revision + 1, revokedAt: now });
      },
    };
  },
  closeGrant: async (world: World, one: Wish): Promise<Plan> => {
    const { grant, ref } = grantOf(world, one);
    // days are drawn seldom
    const over = (grant.state?.revokedAt ?? 0n) > 0n;
    if (over && one.more === 2) await world.on.chain.advance({ seconds: DAY, slots: 1 });
    const now = await world.on.chain.unixTime();
    const ended = grant.state?.revokedAt || grant.state?.expiresAt || 0n;
    return {
      instruction: await grantClose(world.on.deployment, ref, world.sponsor.publicKey),
      signers: [grant.subject],
      at: grant.at,
      refusal: first(grant.state === null && NONE, now < ended + DAY && 'GrantStays'),
      apply: () => {
        grant.state = null;
      },
    };
  },
  request: async (world: World, one: Wish): Promise<Plan> => {
    const now = await world.on.chain.unixTime();
    const known = askingOf(world, one);
    if (known.state === null && now >= known.opensUntil) world.asked[one.call] = await world.asking(known.n);
    const asking = askingOf(world, one);
    const { deployment, mandate, payer, session } = world.on;
    const requester = one.right ? (one.more > 0 ? session : payer) : world.sponsor;
    const expiresAt = now + 120n;
    const { instruction } = await approvalRequest(deployment, {
      ...{
        requester: requester.publicKey,
        rentPayer: world.sponsor.publicKey,
        mandate,
        nonce: 0n,
        expiresAt,
      },
      mandateGeneration: (await world.on.readMandate()).generation,
      call: callOfInstruction(asking.instruction),
    });
    return {
      instruction,
      signers: [requester, world.sponsor],
      at: asking.at,
      refusal: first(!one.right && 'NotPayerOrSession', asking.state !== null && 'ApprovalExists'),
      apply: () => {
        asking.state = { signed: new Set(), expiresAt };
      },
    };
  },
  sign: async (world: World, one: Wish): Promise<Plan> => {
    const now = await world.on.chain.unixTime();
    const { at, state } = askingOf(world, one);
    const place = one.which;
    const approver = world.on.approvers[place] ?? world.on.session;
    const expiresAt = (state?.expiresAt ?? 0n) + (one.right ? 0n : 1n);
    return {
      instruction: await approvalSign(world.on.deployment, at, approver.publicKey, expiresAt),
      signers: [approver],
      at,
      refusal: first(
        state === null && NONE,
        !one.right && 'ExpiryMismatch',
        state !== null && now >= state.expiresAt && 'ApprovalExpired',
        place > 2 && 'NotApprover',
        state?.signed.has(place) === true && 'AlreadySigned',
      ),
      apply: () => {
        state?.signed.add(place);
      },
    };
  },
  withdraw: async (world: World, one: Wish): Promise<Plan> => {
    const { at, state } = askingOf(world, one);
    const approver = world.on.approvers[one.which] ?? world.on.session;
    return {
      instruction: await approvalWithdraw(world.on.deployment, at, approver.publicKey),
      signers: [approver],
      at,
      refusal: first(
        state === null && NONE,
        one.which > 2 && 'NotApprover',
        state?.signed.has(one.which) !== true && 'NotSigned',
      ),
      apply: () => {
        state?.signed.delete(one.which);
      },
    };
  },
  closeApproval: async (world: World, one: Wish): Promise<Plan> => {
    const now = await world.on.chain.unixTime();
    const asking = askingOf(world, one);
    const entitled = one.right && one.more === 2;
    const authority = entitled ? world.on.payer : world.sponsor;
    const { deployment } = world.on;
    return {
      instruction: await approvalClose(deployment, asking.at, authority.publicKey, world.sponsor.publicKey),
      signers: [authority],
      at: asking.at,
      refusal: first(
        asking.state === null && NONE,
        !entitled && now < (asking.state?.expiresAt ?? 0n) && 'NotRequester',
      ),
      apply: () => {
        asking.state = null;
      },
    };
  },
  consume: async (world: World, one: Wish): Promise<Plan> => {
    const asking = askingOf(world, one);
    const { at, state } = asking;
    if (one.more > 0 && state !== null) await signedByAll(world, asking);
    if (one.more === 1 && one.which === 0 && state !== null) await lapse(world, state.expiresAt);
    const now = await world.on.chain.unixTime();
    // with the other call's bytes, where both may still open
    const other = world.asked[1 - one.call] as Asking;
    const sent = one.right ? asking : other;
    const { deployment, payer, session } = world.on;
    const ref = { approval: at, rentPayer: world.sponsor.publicKey };
    return {
      instruction: withApproval(deployment, sent.instruction, ref),
      signers: [session, payer],
      at,
      refusal: first(
        now >= sent.opensUntil && 'ChannelExpiryInvalid',
        state === null && NONE,
        sent !== asking && 'CallMismatch',
        state !== null && now >= state.expiresAt && 'ApprovalExpired',
        state !== null && state.signed.size < 2 && 'ThresholdNotReached',
      ),
      apply: async () => {
        world.allotted += 1;
        asking.state = null;
        await world.check(at);
        world.asked[one.call] = await world.asking(asking.n + 2);
      },
    };
  },
  anchor: async (world: World, one: Wish): Promise<Plan> => {
    const { chain, deployment } = world.on;
    const { log, sponsor } = world;
    if ((await chain.getAccount(world.logAt)) === null) {
      const { instruction } = await auditLogOpen(deployment, { operator: sponsor.publicKey, id: 0n });
      await world.on.send(instruction, sponsor);
    }
    const next = { sequence: log.sequence + (one.right ? 1n : 0n), root: one.which + 1 };
    const entries = log.entries + BigInt(one.more);
    const bytes = (n: number) => new Uint8Array(32).fill(n);
    return {
      instruction: await auditAnchor(deployment, {
        ...{ operator: sponsor.publicKey, log: world.logAt, sequence: next.sequence, entries },
        ...{ previousRoot: bytes(log.root), root: bytes(next.root) },
      }),
      signers: [sponsor],
      at: world.logAt,
      refusal: first(!one.right && 'SequenceMismatch', one.more === 0 && 'EntriesNotGrowing'),
      apply: () => {
        world.log = { ...next, entries };
      },
    };
  },
};
