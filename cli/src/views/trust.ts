import {
  type DisputeAccount,
  disputeEnd,
  disputeLoss,
  type PositionAccount,
  positionWorth,
  type StakeVaultAccount,
} from '@agent-labs/sdk';
import type { PublicKey } from '@solana/web3.js';
import type { Token } from '../tokens.js';
import { Amount, Share, type ShownRecord, Time } from '../values.js';

export function positionView(vault: StakeVaultAccount, position: PositionAccount, token: Token): ShownRecord {
  const { active, cooling } = positionWorth(vault, position);
  return {
    staker: position.staker,
    tranche: position.tranche,
    active: new Amount(active, token),
    cooling: new Amount(cooling, token),
    coolingUntil: new Time(position.coolingUntil),
    waitsForDispute: vault.oldestDisputeAt > 0n && vault.oldestDisputeAt < position.coolingUntil,
  };
}

/** A dispute in a list. */
export function disputeRow(dispute: PublicKey, account: DisputeAccount, token: Token): ShownRecord {
  return {
    dispute,
    about: account.kind,
    status: account.status,
    claim: new Amount(account.claim, token),
    claimant: account.claimant,
    agent: account.agent,
    opened: new Time(account.openedAt),
  };
}

export function disputeView(
  dispute: PublicKey,
  account: DisputeAccount,
  token: Token,
  stakeToken: Token,
): ShownRecord {
  const { end, from } = disputeEnd(account);
  const bond = (value: bigint) => new Amount(value, stakeToken);
  return {
    ...disputeRow(dispute, account, token),
    subject: account.subject,
    mandate: account.mandate,
    evidenceHash: Uint8Array.from(account.evidenceHash),
    citedCalls: account.citedCalls,
    held: new Amount(account.held, token),
    refunded: new Amount(account.refunded, token),
    bonds: {
      claimant: bond(account.claimantBond),
      answer: bond(account.answerBond),
      appeal: bond(account.appealBond),
    },
    answerer: account.answerer,
    appellant: account.appellant,
    responseEnds: new Time(account.responseEndsAt),
    rulingEnds: new Time(account.rulingEndsAt),
    appealEnds: new Time(account.appealEndsAt),
    appealRulingEnds: new Time(account.appealRulingEndsAt),
    panels: account.panels.map((panel, at) => ({
      panel: at === 0 ? 'first' : 'appeal',
      threshold: panel.threshold,
      award: panel.award === null ? null : new Share(panel.award),
      votes: panel.members.map((member, place) => {
        const vote = panel.votes[place] ?? null;
        return { arbiter: member, award: vote === null ? null : new Share(vote) };
      }),
    })),
    outcome: {
      onItsWayTo: end,
      executableFrom: new Time(from),
      toClaimant: new Amount(disputeLoss(account, end), token),
    },
  };
}
