import { type DisputeAccount, type DisputeEnding, disputeExecute, disputeWithdraw } from '@agent-labs/sdk';
import type { PublicKey } from '@solana/web3.js';
import { mandateOf } from '../cast';
import { agentOf, configOf, type Snapshot, vaultOf } from '../observe';
import { disputesIn, endsAt, isBeforeRuling, isListed } from '../rules';
import { type Settlement, settlementOf } from '../settlement';
import type { World } from '../world';
import { ABSENT, first, isEarnest, type Planner, pickFit, type Scene, type Wish } from './wishes';

export const channelOfDispute = (label: string) => Number(/^dispute:(\d+)/.exec(label)?.[1] ?? 0);

/** What an end that has come means; null where it has not. */
export function endOf(seen: Snapshot, label: string, now: bigint, withdrawn: boolean): Settlement | null {
  const dispute = seen.get(label)?.dispute;
  const channel = seen.get(`channel${channelOfDispute(label)}`)?.channel;
  if (dispute === undefined || channel === undefined) return null;
  return settlementOf(dispute, channel, vaultOf(seen), agentOf(seen).owner, { now, withdrawn });
}

/** The accounts of an end, right in every place. */
function endingOf(world: World, seen: Snapshot, label: string, dispute: DisputeAccount): DisputeEnding {
  const channel = channelOfDispute(label);
  const { at, payer, mint } = mandateOf(channel);
  const purse = (wallet: PublicKey) => world.at(`purse:gold:${world.nameOf(wallet)}`);
  const { answerer, appellant, claimant, next, previous } = dispute;
  return {
    dispute: world.at(label),
    agent: world.at('agent'),
    mandate: world.at(`mandate${at}`),
    mint: world.at(`mint:${mint}`),
    subject: world.at(`channel${channel}`),
    ...{ claimant, previous, next },
    awardDestination: world.at(`purse:${mint}:${payer}`),
    claimantTokens: purse(claimant),
    answererTokens: purse(answerer ?? agentOf(seen).owner),
    appellantTokens: appellant === null ? null : purse(appellant),
    treasuryTokens: world.at('purse:gold:treasury'),
  };
}

const NOBODY = 'dispute:0.999';

/** Why an end with the accounts of `ending` is refused, once its time has come. */
function endRefusal(
  { seen, now }: Scene,
  end: Settlement,
  dispute: DisputeAccount,
  ending: DisputeEnding,
): string | null {
  const { executionPauseEndsAt, pauseBits } = configOf(seen);
  const { bonds, slash } = end;
  const slashes = (slash?.toClaimant ?? 0n) + (slash?.toTreasury ?? 0n) > 0n;
  const isSame = (a: PublicKey | null, b: PublicKey | null) =>
    a === null ? b === null : (b?.equals(a) ?? false);
  const isTheirs = isSame(ending.previous, dispute.previous) && isSame(ending.next, dispute.next);
  const isMissing =
    ((slash?.toClaimant ?? 0n) + bonds.claimant > 0n && ending.claimantTokens === null) ||
    (bonds.answerer > 0n && ending.answererTokens === null) ||
    (bonds.appellant > 0n && ending.appellantTokens === null) ||
    ((slash?.toTreasury ?? 0n) > 0n && ending.treasuryTokens === null);
  return first(
    slashes && (pauseBits & 64) !== 0 && now < executionPauseEndsAt && 'ExecutionPaused',
    !isTheirs && 'DisputeListMismatch',
    isMissing && 'DestinationMismatch',
  );
}

/** Something about the accounts that is not as it is to be. */
function spoiled(ending: DisputeEnding, seen: Snapshot, world: World, { dice }: Wish): DisputeEnding {
  const listed = disputesIn(seen).filter(([, one]) => isListed(one, vaultOf(seen)));
  const taken = [ending.dispute, ending.previous, ending.next];
  const other = listed.find(([label]) => !taken.some((key) => key?.equals(world.at(label))))?.[0];
  const another = other === undefined ? null : world.at(other);
  const changes: Partial<DisputeEnding>[] = [
    { previous: ending.previous === null ? another : null },
    { next: ending.next === null ? another : null },
    { previous: ending.next, next: ending.previous },
    { claimantTokens: null },
    { answererTokens: null },
    { appellantTokens: null },
    { treasuryTokens: null },
  ];
  return { ...ending, ...changes[dice % changes.length] };
}

function planner(withdrawn: boolean): Planner {
  return async (scene, wish) => {
    const { world, seen, now } = scene;
    const all = disputesIn(seen);
    const earnest = isEarnest(wish);
    // who withdraws in error does so after a ruling
    const fits = ([, one]: (typeof all)[number]) =>
      withdrawn ? isBeforeRuling(one) === earnest : now >= endsAt(one);
    const fit = earnest || withdrawn;
    const [label, dispute] = pickFit(all, { ...wish, fit }, fits) ?? [NOBODY, undefined];
    const kind = withdrawn ? 'dispute_withdraw' : 'dispute_execute';
    const right = dispute === undefined ? absent(world, label) : endingOf(world, seen, label, dispute);
    const ending = wish.flawed && dispute !== undefined ? spoiled(right, seen, world, wish) : right;
    const claimant = world.nameOf(ending.claimant);
    const by = withdrawn && !wish.stray ? claimant : 'stranger';
    const authority = world.key(by).publicKey;
    const end = endOf(seen, label, now, withdrawn);
    return {
      kind,
      by,
      dispute: label,
      channel: channelOfDispute(label),
      amount: end === null ? 0n : (end.slash?.toClaimant ?? 0n) + end.bonds.claimant,
      refusal: first(
        dispute === undefined && ABSENT,
        withdrawn && by !== claimant && 'NotClaimant',
        withdrawn && dispute !== undefined && !isBeforeRuling(dispute) && 'AlreadyRuled',
        end === null && 'NotExecutable',
        dispute !== undefined && end !== null && endRefusal(scene, end, dispute, ending),
      ),
      instructions: [
        withdrawn
          ? await disputeWithdraw(world.deployment, ending, authority)
          : await disputeExecute(world.deployment, ending, authority),
      ],
      signers: [by],
    };
  };
}

/** Of a dispute that is not there. */
function absent(world: World, label: string): DisputeEnding {
  return {
    dispute: world.at(label),
    agent: world.at('agent'),
    mandate: world.at('mandate0'),
    mint: world.at('mint:gold'),
    subject: world.at('channel0'),
    claimant: world.key('pat').publicKey,
    ...{ previous: null, next: null, answererTokens: null, appellantTokens: null, treasuryTokens: null },
    awardDestination: world.at('purse:gold:pat'),
    claimantTokens: world.at('purse:gold:pat'),
  };
}

export const execute = planner(false);
export const takeBack = planner(true);
