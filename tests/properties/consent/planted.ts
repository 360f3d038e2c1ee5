import {
  builtDeployment,
  callHash,
  callOfInstruction,
  decodeConsentGrant,
  grantAddress,
} from '@agent-labs/sdk';
import type { PublicKey } from '@solana/web3.js';
import { type Bug, refusal, type Scene } from '../planted-chain';
import { PURPOSES } from './world';

/** Where fields lie in accounts, discriminator included; the programs' layout tests pin them. */
const GRANT = { revokedAt: 200 };
const APPROVAL = { signed: 12, expiresAt: 40, call: 208 };
const LOG = { sequence: 88 };
/** Place of the approval behind the accounts of an opening. */
const APPROVAL_AT = 13;

/** Whether an opening has its approval there. */
const hasApproval = (scene: Scene) => scene.exists(scene.argument(APPROVAL_AT));

/** The subject's other consents to the same controller. */
async function othersOf(scene: Scene): Promise<PublicKey[]> {
  const grant = scene.at('grant');
  const { subject, controller } = decodeConsentGrant((await scene.read(grant)).data);
  const deployment = builtDeployment(new Uint8Array(32));
  return PURPOSES.map((purpose) => grantAddress(deployment, subject, controller, purpose)).filter(
    (at) => !at.equals(grant),
  );
}

/** Bugs that consent does not have, by the invariant that each breaks. */
export const CONSENT_BUGS: Bug[] = [
  {
    invariant: 9,
    name: 'an approval is good for another call',
    from: 3,
    on: 'channel_open',
    plant: async (scene) => {
      if (!(await hasApproval(scene))) return {};
      const at = scene.argument(APPROVAL_AT);
      const { data } = await scene.read(at);
      const { keys, ...call } = callOfInstruction(scene.instruction);
      const own = callHash({ ...call, keys: keys.slice(0, APPROVAL_AT) });
      await scene.patch(at, APPROVAL.call, own);
      return { refused: () => scene.patch(at, APPROVAL.call, data.slice(APPROVAL.call, APPROVAL.call + 32)) };
    },
  },
  {
    invariant: 9,
    name: 'an approval does not expire',
    from: 6,
    on: 'channel_open',
    plant: async (scene) => {
      if (!(await hasApproval(scene))) return {};
      const at = scene.argument(APPROVAL_AT);
      const { data } = await scene.read(at);
      const far = Buffer.alloc(8);
      far.writeBigInt64LE(2n ** 60n);
      await scene.patch(at, APPROVAL.expiresAt, far);
      const before = data.slice(APPROVAL.expiresAt, APPROVAL.expiresAt + 8);
      return { refused: () => scene.patch(at, APPROVAL.expiresAt, before) };
    },
  },
  {
    invariant: 9,
    name: 'a signature counts for two approvers',
    on: 'approval_sign',
    plant: async (scene) => ({
      landed: () => scene.patch(scene.at('approval'), APPROVAL.signed, Uint8Array.of(0b111)),
    }),
  },
  {
    invariant: 9,
    name: 'a consent that was taken back goes on',
    on: 'grant_revoke',
    plant: async (scene) => ({
      landed: () => scene.patch(scene.at('grant'), GRANT.revokedAt, new Uint8Array(8)),
    }),
  },
  {
    invariant: 10,
    name: 'an approval is not used up',
    on: 'channel_open',
    plant: async (scene) => {
      if (!(await hasApproval(scene))) return {};
      const at = scene.argument(APPROVAL_AT);
      const state = await scene.read(at);
      return { landed: () => scene.replace(at, state) };
    },
  },
  {
    invariant: 10,
    name: 'an anchor can be given again',
    on: 'audit_anchor',
    plant: async (scene) => ({ landed: () => scene.add(scene.at('log'), LOG.sequence, -1n) }),
  },
  {
    invariant: 11,
    name: 'taking a consent back takes back all of the subject',
    on: 'grant_revoke',
    plant: async (scene) => {
      if (!(await scene.exists(scene.at('grant')))) return {};
      const others = await othersOf(scene);
      return {
        landed: async () => {
          for (const at of others) {
            if (await scene.exists(at)) await scene.patch(at, GRANT.revokedAt, Uint8Array.of(1));
          }
        },
      };
    },
  },
  {
    invariant: 13,
    name: 'the rent of an approval goes to who ends it',
    on: 'approval_close',
    plant: async (scene) => {
      const [from, to] = [scene.at('rent_payer'), scene.at('authority')];
      const before = (await scene.read(from)).lamports;
      return {
        landed: async () => {
          const gained = (await scene.read(from)).lamports - before;
          if (!from.equals(to)) await scene.moveLamports(from, to, gained);
        },
      };
    },
  },
  {
    invariant: 14,
    name: 'nobody takes a signature back',
    from: 3,
    on: 'approval_withdraw',
    plant: async () => {
      throw refusal('NotSigned', 6051);
    },
  },
];
