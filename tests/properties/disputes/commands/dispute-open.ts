import {
  type ChannelAccount,
  type DisputeAccount,
  disputeCite,
  disputeOpen,
  evidenceInstruction,
} from '@agent-labs/sdk';
import { PublicKey, SystemProgram, type TransactionInstruction } from '@solana/web3.js';
import { CAPS, PLACES, stakerOf } from '../cast';
import { agentOf, configOf, positionOf, type Snapshot, tokensOf, vaultOf } from '../observe';
import { claimable, claimsEnd, disputesIn, heldAt, max, min } from '../rules';
import { type Evidence, feePayer, type World } from '../world';
import { findChannel } from './channel';
import { signed, tagOf } from './settle';
import { ABSENT, first, isEarnest, type Planner, partOf, pick, pickFit } from './wishes';

export const hasPosition = (seen: Snapshot, wallet: string) =>
  PLACES.some((place) => stakerOf(place) === wallet && positionOf(seen, place) !== undefined);

function bondOf(seen: Snapshot, claim: bigint, inGold: boolean): bigint {
  const { arbiterFee, bondBps, bondMin, panels } = configOf(seen);
  const ofClaim = inGold ? (claim * BigInt(bondBps) + 9_999n) / 10_000n : 0n;
  return max(bondMin, ofClaim, BigInt(panels[0]?.threshold ?? 0) * arbiterFee);
}

/** What of a hold a claim would take. */
function takenOf(channel: ChannelAccount, claim: bigint, now: bigint): bigint {
  return channel.holdDisputed === 1 ? 0n : min(claim, heldAt(channel, now));
}

export const openDispute: Planner = async ({ world, seen, now }, wish) => {
  const vault = vaultOf(seen);
  const fits = (one: ChannelAccount) => claimable(one) > 0n && now < claimsEnd(one);
  const mostOf = (one: ChannelAccount, inGold: boolean) =>
    min(claimable(one), inGold ? CAPS.dispute : takenOf(one, claimable(one), now));
  const found = findChannel(world, seen, wish, (one) => {
    const inGold = !one.mandate.equals(world.at('mandate1'));
    return fits(one) && mostOf(one, inGold) > 0n;
  });
  const { channel, payer } = found;
  const inGold = found.mint === 'gold';
  const owner = world.nameOf(agentOf(seen).owner);
  const by = wish.stray ? ([owner, 'stranger'][wish.dice % 2] ?? payer) : payer;
  const most = channel === undefined ? 1n : wish.flawed ? claimable(channel) : mostOf(channel, inGold);
  const claim = partOf(most, wish.part);
  const flaw = wish.flawed ? ['last', 'bond', 'nonce', 'claim'][wish.dice % 4] : undefined;

  const last = vault.lastDispute.equals(PublicKey.default) ? null : vault.lastDispute;
  const another = disputesIn(seen).find(([label]) => !last?.equals(world.at(label)))?.[0];
  const wrongLast = last !== null ? null : another === undefined ? null : world.at(another);
  const isLastWrong = flaw === 'last' && wrongLast !== last;
  const isNonceWrong = flaw === 'nonce';
  const bond = bondOf(seen, claim, inGold) - (flaw === 'bond' ? 1n : 0n);
  const { instruction } = await disputeOpen(world.deployment, {
    claimant: world.key(by).publicKey,
    ...found.ref,
    subject: found.ref.channel,
    stakeMint: world.at('mint:gold'),
    nonce: vault.nextDispute + (isNonceWrong ? 1n : 0n),
    lastDispute: isLastWrong ? wrongLast : last,
    claim,
    evidenceHash: new Uint8Array(32).fill(3),
    bond,
  });
  const dispute = `dispute:${found.at}.${vault.nextDispute}`;
  world.at(dispute);
  const above = channel !== undefined && claim > (inGold ? CAPS.dispute : takenOf(channel, claim, now));
  return {
    kind: 'dispute_open',
    by,
    channel: found.at,
    dispute,
    amount: claim,
    refusal: first(
      claim === 0n && 'AmountZero',
      by === owner && 'OwnAgent',
      isLastWrong && 'DisputeListMismatch',
      hasPosition(seen, by) && 'ClaimantHasStake',
      channel === undefined && `escrow:${ABSENT}`,
      channel !== undefined && claim > claimable(channel) && 'escrow:ClaimTooHigh',
      channel !== undefined && now >= claimsEnd(channel) && 'escrow:ClaimWindowOver',
      by !== payer && 'NotPayer',
      above && 'ClaimTooHigh',
      flaw === 'bond' && 'BondTooLow',
      isNonceWrong && 'DisputeMismatch',
      tokensOf(seen, `purse:gold:${by}`) < bond && 'token:1',
    ),
    instructions: [instruction],
    signers: [by],
  };
};

const idle = { fromPubkey: feePayer.publicKey, toPubkey: feePayer.publicKey, lamports: 0 };

/** What is wrong with how a call is cited, and what is said of it. */
const FLAWS = [
  ['missing', 'Ed25519Missing'],
  ['between', 'Ed25519Missing'],
  ['one', 'SignatureCountMismatch'],
  ['padded', 'Ed25519NotCanonical'],
  ['forged', '?:2'],
  ['swapped', 'SignerMismatch'],
  ['transcript', 'TranscriptMismatch'],
  ['proof', 'CallMismatch'],
  ['tag', 'TagMismatch'],
  ['again', 'CallOutOfOrder'],
] as const;
type Flaw = (typeof FLAWS)[number][0];

type Proven = Evidence & { call: NonNullable<Evidence['call']> };
const isProven = (one: Evidence): one is Proven => one.call !== null;

/** The evidence of another call than `call`, of which a part makes for what is wrong. */
function otherCall(world: World, call: Proven, dispute: DisputeAccount, flaw: Flaw): Proven | undefined {
  const own = world.evidence.get(tagOf(dispute)) ?? [];
  const others = [...world.evidence].filter(([tag]) => tag !== tagOf(dispute)).flatMap(([, calls]) => calls);
  const among = (flaw === 'tag' ? others : own).filter(isProven);
  const suits = ({ number, call: { voucher } }: Proven) => {
    if (flaw === 'again') return number <= dispute.lastCitedCall;
    const sameSigner = Buffer.from(voucher.publicKey).equals(Buffer.from(call.call.voucher.publicKey));
    return flaw === 'tag' ? sameSigner : number !== call.number;
  };
  return among.find(suits);
}

export const cite: Planner = async ({ world, seen, now }, wish) => {
  const all = disputesIn(seen);
  const callsOf = (dispute: DisputeAccount) =>
    (world.evidence.get(tagOf(dispute)) ?? [])
      .filter(isProven)
      .filter(({ number }) => number > dispute.lastCitedCall);
  const fits = ([, one]: (typeof all)[number]) => now < one.responseEndsAt && callsOf(one).length > 0;
  const [label, dispute] = pickFit(all, wish, fits) ?? ['dispute:0.999', undefined];
  const calls = dispute === undefined ? [] : callsOf(dispute);
  const call = calls[wish.at % Math.max(1, Math.min(2, calls.length))];
  const known = [...world.evidence.values()].flat().find(isProven);
  const used = call ?? known;
  if (used === undefined) throw new Error('nobody ever called');

  let [flaw, error] = (!isEarnest(wish) && !wish.stray && call ? pick(FLAWS, wish.dice) : undefined) ?? [
    undefined,
    null,
  ];
  const needsOther = ['proof', 'tag', 'again'].includes(flaw ?? '');
  const other = needsOther && dispute && flaw ? otherCall(world, used, dispute, flaw) : undefined;
  if (needsOther && other === undefined) [flaw, error] = [undefined, null];
  const by = wish.stray || dispute === undefined ? 'stranger' : world.nameOf(dispute.claimant);
  const instructions = await citing(world, label, by, used, flaw, other);
  return {
    kind: 'dispute_cite',
    by,
    dispute: label,
    refusal:
      first(
        flaw === 'forged' && error,
        dispute === undefined && ABSENT,
        wish.stray && 'NotClaimant',
        dispute !== undefined && now >= dispute.responseEndsAt && 'ResponseOver',
        error,
      ) ?? (call === undefined ? undefined : null),
    instructions,
    signers: [by],
  };
};

async function citing(
  world: World,
  label: string,
  by: string,
  { call, transcriptBefore, responseBefore }: Proven,
  flaw: Flaw | undefined,
  other: Proven | undefined,
): Promise<TransactionInstruction[]> {
  const params = { claimant: world.key(by).publicKey, dispute: world.at(label) };
  const cited = flaw === 'tag' || flaw === 'again' ? (other?.call ?? call) : call;
  const proof = flaw === 'proof' ? (other?.call.proof ?? call.proof) : cited.proof;
  const before = flaw === 'again' && other ? other : { transcriptBefore, responseBefore };
  const [check, cite] = await disputeCite(world.deployment, {
    ...params,
    call: { voucher: cited.voucher, proof },
    transcriptBefore: flaw === 'transcript' ? new Uint8Array(32).fill(1) : before.transcriptBefore,
    responseBefore: before.responseBefore,
  });
  if (flaw === 'missing') return [cite];
  if (flaw === 'between') return [check, SystemProgram.transfer(idle), cite];
  if (flaw === 'one') check.data[0] = 1;
  if (flaw === 'padded') check.data[1] = 1;
  if (flaw === 'forged') check.data[check.data.length - 1] = ~Number(check.data.at(-1)) & 0xff;
  if (flaw !== 'swapped') return [check, cite];
  // the payer's key signed both, the agent's none
  const forged = signed(world, 'session0', cited.proof.message);
  return [evidenceInstruction({ voucher: cited.voucher, proof: forged }), cite];
}
