import { createHash } from 'node:crypto';
import {
  type ChannelAccount,
  channelSettle,
  createMessageSigner,
  encodeVoucher,
  type MessageSigner,
  nextTranscript,
  responseProofMessage,
  type SignedMessage,
} from '@agent-labs/sdk';
import { CALL_MAX } from '../cast';
import { min, pastSettling, unspent } from '../rules';
import type { Evidence, World } from '../world';
import { findChannel } from './channel';
import { ABSENT, type Planner, type Wish } from './wishes';

const ZEROS = new Uint8Array(32);
const signers = new Map<string, MessageSigner>();

export function signed(world: World, by: string, message: Uint8Array): SignedMessage {
  const signer = signers.get(by) ?? createMessageSigner(world.key(by).secretKey);
  signers.set(by, signer);
  return { publicKey: signer.publicKey, signature: signer.sign(message), message };
}

export const tagOf = ({ tag }: { tag: number[] }) => Buffer.from(tag).toString('hex');
const hashOf = (...parts: unknown[]) => Uint8Array.from(createHash('sha256').update(parts.join()).digest());

/** The next calls of a channel, as both sides sign them; the agent answers without a signature now and then. */
function nextCalls(world: World, channel: ChannelAccount, session: string, now: bigint, wish: Wish) {
  const tag = Uint8Array.from(channel.tag);
  const known = world.evidence.get(tagOf(channel)) ?? [];
  const calls: Evidence[] = [];
  let [before, cumulative] = [known.at(-1), channel.settled];
  const count = 1 + (wish.dice % 3);
  for (let made = 0; made < count; made += 1) {
    const left = channel.allotted - channel.returned - cumulative;
    const dear = min(CALL_MAX, left);
    const cost = wish.part === 'half' || wish.part === 'third' ? (dear + 1n) / 2n : dear;
    if (cost === 0n) break;
    cumulative += cost;
    const number = channel.calls + made + 1;
    const [request, response] = [hashOf('request', tag, number), hashOf('response', tag, number)];
    const [transcriptBefore, responseBefore] = [before?.transcript ?? ZEROS, before?.response ?? ZEROS];
    const transcript = nextTranscript(transcriptBefore, number, request, responseBefore);
    const expires = Number(now) + 5_000;
    const voucher = encodeVoucher({ tag, cumulative, calls: number, expires, transcript });
    const answer = { tag, callNumber: number, requestHash: request, responseHash: response, cumulative };
    const call =
      (wish.dice + made) % 7 === 0
        ? null
        : {
            voucher: signed(world, session, voucher),
            proof: signed(world, world.nameOf(channel.agentKey), responseProofMessage(answer)),
          };
    const told = { number, transcriptBefore, responseBefore, transcript, response };
    before = { ...told, call };
    calls.push(before);
    if (made + 1 === count || left === cost) {
      return { calls, last: signed(world, session, voucher) };
    }
  }
  return null;
}

export const settle: Planner = async ({ world, seen, now }, wish) => {
  const fits = (one: ChannelAccount) => !pastSettling(one, now) && unspent(one) > 0n;
  const found = findChannel(world, seen, wish, fits);
  const { channel, session } = found;
  const made = channel === undefined ? null : nextCalls(world, channel, session, now, wish);
  // of a channel without anything left to spend: a voucher that says nothing new
  const tag = Uint8Array.from(channel?.tag ?? new Array<number>(16).fill(0));
  const blank = { tag, cumulative: 1n, calls: 1, expires: Number(now) + 5_000, transcript: ZEROS };
  const message = made?.last ?? signed(world, session, encodeVoucher(blank));
  const right = channel !== undefined && made !== null && fits(channel);
  return {
    kind: 'channel_settle',
    by: session,
    channel: found.at,
    refusal: right ? null : channel === undefined ? 'escrow:NotAChannel' : undefined,
    instructions: channelSettle(world.deployment, [{ channel: found.ref.channel, ...message }]),
    signers: [],
    landed: () => {
      if (channel === undefined) throw new Error(`settled without a channel: ${ABSENT} expected`);
      const known = world.evidence.get(tagOf(channel)) ?? [];
      world.evidence.set(tagOf(channel), [...known, ...(made?.calls ?? [])]);
    },
  };
};
