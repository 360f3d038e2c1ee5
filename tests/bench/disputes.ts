import {
  channelHold,
  channelOpen,
  channelSettle,
  cheapestChannelNumber,
  createMessageSigner,
  decodeChannel,
  disputeAnswer,
  disputeAppeal,
  disputeCite,
  disputeExecute,
  disputeOpen,
  disputeVote,
  encodeVoucher,
  mandateOpen,
  nextTranscript,
  responseProofMessage,
  stake,
  versionPublish,
} from '@agent-labs/sdk';
import type { Keypair, PublicKey } from '@solana/web3.js';
import { tokenAccount } from '../fixtures/escrow';
import type { RegistryFixture } from '../fixtures/registry';
import { stakeTokensOf } from '../fixtures/stake';
import type { Note } from './units';

/** Base units of the stake mint. */
const [COST, STAKED, PURSE] = [20_000n, 15_000n, 100_000_000n];
const ZEROS = new Uint8Array(32);

export interface DisputeBench {
  agent: PublicKey;
  owner: Keypair;
  /** Backs the agent. */
  backer: Keypair;
  /** Disputes a channel of the stake mint, with a session key of its own. */
  payer: Keypair;
  session: Keypair;
}

/** Measures a dispute through both panels that slashes owner and backer, among parties of fixed keys. */
export async function measureDisputes(
  fixture: RegistryFixture,
  bench: DisputeBench,
  note: Note,
): Promise<void> {
  const { arbiters, chain, deployment, feePayer, send, stakeMint, treasury } = fixture;
  const { agent, backer, owner, payer } = bench;
  for (const wallet of [owner, backer, payer, treasury, ...arbiters.flat()]) {
    await tokenAccount(chain, stakeMint, wallet.publicKey, PURSE);
  }
  for (const [staker, tranche] of [
    [owner, 'FirstLoss'],
    [backer, 'Backers'],
  ] as const) {
    const wish = { agent, stakeMint, staker: staker.publicKey, tranche, amount: STAKED };
    await send((await stake(deployment, wish)).instruction, staker);
  }
  const { mandate, channel, call } = await paidCall(fixture, bench);
  const measured = async (name: string, ...sent: Parameters<typeof send>) => {
    const outcome = await send(...sent);
    note(name, outcome.computeUnits, 'CU', null);
    return outcome;
  };

  const held = await channelHold(deployment, { channel, mandate }, payer.publicKey, COST / 4n);
  await measured('channel_hold', held, payer);
  const { instruction, dispute } = await disputeOpen(deployment, {
    ...{ agent, subject: channel, mandate, stakeMint, claim: COST, bond: PURSE },
    claimant: payer.publicKey,
    nonce: 0n,
    lastDispute: null,
    evidenceHash: ZEROS,
  });
  await measured('dispute_open', instruction, payer);
  const before = { transcriptBefore: ZEROS, responseBefore: ZEROS };
  const citing = await disputeCite(deployment, { claimant: payer.publicKey, dispute, call, ...before });
  await measured('dispute_cite', citing, payer);
  const ref = { dispute, agent, stakeMint };
  const answering = { wallet: backer.publicKey, tranche: 'Backers', bond: PURSE } as const;
  await measured(
    'dispute_answer, by a backer',
    await disputeAnswer(deployment, ref, answering, ZEROS),
    backer,
  );

  await chain.advance({ seconds: fixture.settings.windows.response });
  const vote = async (panel: 0 | 1, member: number, name: string) => {
    const arbiter = arbiters[panel][member] as Keypair;
    const voting = await disputeVote(deployment, ref, arbiter.publicKey, 10_000);
    await measured(name, voting, arbiter);
  };
  await vote(0, 0, 'dispute_vote');
  await vote(0, 1, 'dispute_vote, the ruling one');
  const appealing = { wallet: owner.publicKey, bond: PURSE };
  await measured('dispute_appeal', await disputeAppeal(deployment, ref, appealing), owner);
  await vote(1, 0, 'dispute_vote on an appeal');
  await vote(1, 1, 'dispute_vote on an appeal, the ruling one');

  const tokensOf = (wallet: Keypair) => stakeTokensOf(fixture, wallet.publicKey);
  const ending = {
    ...{ dispute, agent, mandate, subject: channel, claimant: payer.publicKey, previous: null, next: null },
    mint: fixture.stakeMint,
    awardDestination: tokensOf(payer),
    claimantTokens: tokensOf(payer),
    answererTokens: tokensOf(backer),
    appellantTokens: tokensOf(owner),
    treasuryTokens: tokensOf(treasury),
  };
  const executing = await disputeExecute(deployment, ending, feePayer.publicKey);
  const { size } = await measured('dispute_execute, slashing owner and backer', executing);
  note('that execution, without lookup table', size, 'bytes', 1_232);
}

/** A channel of the stake mint with one call on it that both sides signed, and that was settled. */
async function paidCall(fixture: RegistryFixture, { agent, owner, payer, session }: DisputeBench) {
  const { agentKey, chain, deployment, manifestHash, send, stakeMint } = fixture;
  const published = await versionPublish(deployment, {
    ...{ agent, owner: owner.publicKey, number: 2, semver: '1.1.0', manifestHash },
    uri: 'https://agents.example/documents/analyst/manifest-1.1.0.json',
    price: COST,
    priceMint: stakeMint,
  });
  await send(published.instruction, owner);
  const now = await chain.unixTime();
  const opened = await mandateOpen(deployment, {
    ...{ payer: payer.publicKey, mint: stakeMint, id: 3n, sessionKey: session.publicKey },
    ...{ perCallMax: COST, dailyCap: COST, totalCap: COST, deposit: COST, expiresAt: now + 900n },
  });
  await send(opened.instruction, payer);
  const { mandate } = opened;
  const { instruction, channel } = await channelOpen(deployment, {
    ...{ authority: session.publicKey, rentPayer: payer.publicKey, mandate, agent, versionNumber: 2 },
    n: cheapestChannelNumber(deployment, mandate, agent),
    amount: COST,
    expiresAt: now + 800n,
  });
  await send(instruction, session, payer);
  await chain.advance({ slots: 1 });

  const state = await chain.getAccount(channel);
  if (state === null) throw new Error('the channel is not there');
  const tag = Uint8Array.from(decodeChannel(state.data).tag);
  const request = new Uint8Array(32).fill(1);
  const voucher = encodeVoucher({
    ...{ tag, cumulative: COST, calls: 1, expires: Number(now) + 700 },
    transcript: nextTranscript(ZEROS, 1, request, ZEROS),
  });
  const proof = responseProofMessage({
    ...{ tag, callNumber: 1, requestHash: request, responseHash: new Uint8Array(32).fill(2) },
    cumulative: COST,
  });
  const [byPayer, byAgent] = [session, agentKey].map(({ secretKey }) => createMessageSigner(secretKey));
  if (!byPayer || !byAgent) throw new Error('two signers');
  const call = {
    voucher: { publicKey: byPayer.publicKey, signature: byPayer.sign(voucher), message: voucher },
    proof: { publicKey: byAgent.publicKey, signature: byAgent.sign(proof), message: proof },
  };
  await send(channelSettle(deployment, [{ channel, ...call.voucher }]));
  return { mandate, channel, call };
}
