import {
  attestationIssue as issueInstruction,
  attestationRevoke as revokeInstruction,
} from '@agent-labs/sdk';
import fc from 'fast-check';
import { keyOf, OWNERS } from '../addresses';
import type { Wallet } from '../model';
import { Command, type Planner } from '../step';
import { choose } from './wishes';

export const ATTESTOR: Wallet = 'attestor';
/** No agent's owner; the attestor vouches for it from the beginning on. */
export const BYSTANDER: Wallet = 'payerA';
const EVIDENCE = new Uint8Array(32).fill(3);

interface IssueWish {
  subject: Wallet;
  life: bigint;
  evident: boolean;
}

export const attestationIssue: Planner<IssueWish> = async (model, addresses, { subject, life, evident }) => {
  const expiresAt = model.now + life;
  const { instruction } = await issueInstruction(addresses.deployment, {
    attestor: keyOf(ATTESTOR).publicKey,
    subject: keyOf(subject).publicKey,
    expiresAt,
    evidence: evident ? EVIDENCE : new Uint8Array(32),
  });
  const late = life > 0n ? null : 'AttestationExpiryInvalid';
  return {
    act: { kind: 'attestation_issue', signer: ATTESTOR, source: `attestation:${subject}` },
    refusal: evident ? late : 'EvidenceMissing',
    instructions: [instruction],
    signers: [ATTESTOR],
    apply: () => {
      model.attested.set(subject, expiresAt);
    },
  };
};

const attestationRevoke: Planner<{ subject: Wallet }> = async (model, addresses, drawn) => {
  const known = [...model.attested.keys()].filter((subject) => subject !== BYSTANDER);
  const subject = known.find((one) => one === drawn.subject) ?? known[0] ?? drawn.subject;
  const { instruction } = await revokeInstruction(addresses.deployment, {
    attestor: keyOf(ATTESTOR).publicKey,
    subject: keyOf(subject).publicKey,
  });
  return {
    act: { kind: 'attestation_revoke', signer: ATTESTOR, source: `attestation:${subject}` },
    refusal: model.attested.has(subject) ? null : 'AccountOwnedByWrongProgram',
    instructions: [instruction],
    signers: [ATTESTOR],
    apply: () => {
      model.attested.delete(subject);
    },
  };
};

const subject = fc.constantFrom(...OWNERS);
export const attestationIssues = fc
  .record<IssueWish>({
    subject,
    life: choose([8, 50_000n], [3, 300n], [2, 20n], [1, 0n]),
    evident: choose([12, true], [1, false]),
  })
  .map((wish) => new Command(attestationIssue, wish));
export const attestationRevokes = fc.record({ subject }).map((wish) => new Command(attestationRevoke, wish));
