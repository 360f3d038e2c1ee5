import type { Chain, Deployment } from '@agent-labs/sdk';
import type { CallOutcome, CallWatcher } from '../paid/calls.js';
import { Refused, uncharged } from '../refused.js';
import { type ApprovalService, approvalRefusal } from './approvals.js';
import type { Budgets } from './budgets.js';
import { grantRefusal } from './grants.js';
import { type PolicyRefusal, type PolicyRequest, policyRefusals, sessionPolicy } from './policy.js';

/** A session as policy sees it. */
export interface PolicedSession {
  id: string;
  policy: unknown;
}

/** Says whether something would be allowed, and holds calls to it. Fails closed. */
export class Preflight {
  constructor(
    readonly budgets: Budgets,
    readonly services: readonly [ApprovalService & { name: 'Consent' }, ApprovalService & { name: 'Kyc' }],
    /** Where consents are given and taken back. */
    readonly on: { chain: Chain; deployment: Deployment },
  ) {}

  /** All reasons against; none means allowed, as of now. */
  async refusals({ id, policy }: PolicedSession, request: PolicyRequest): Promise<PolicyRefusal[]> {
    const parsed = sessionPolicy.safeParse(policy);
    const remaining = parsed.success ? BigInt(parsed.data.maximum) - this.budgets.used(id) : 0n;
    const refusals = policyRefusals(policy, request, remaining);
    if (!parsed.success) return refusals;
    const { consent: terms, consentRequired, kycRequired } = parsed.data;
    const [consent, kyc] = this.services;
    const asked = [...(consentRequired ? [consent] : []), ...(kycRequired ? [kyc] : [])];
    const { chain, deployment } = this.on;
    const answers = await Promise.all([
      ...(terms === undefined ? [] : [grantRefusal(chain, deployment, terms, request.subject)]),
      ...asked.map((service) => approvalRefusal(service, request)),
    ]);
    return [...refusals, ...answers.filter((refusal) => refusal !== null)];
  }

  /** Watches one paid call of a session: allowed first, reserved before it goes out, counted by its outcome. */
  watch(session: PolicedSession, request: Omit<PolicyRequest, 'amount'>): CallWatcher {
    return {
      before: async (call) => {
        const key = keyOf(call);
        // sent again: it was allowed, and may be paid already
        if (this.budgets.resume(session.id, key)) return;
        const [first] = await this.refusals(session, { ...request, amount: call.price });
        if (first !== undefined) throw uncharged(403, first.code, first.message);
        const { maximum } = sessionPolicy.parse(session.policy);
        if (await this.budgets.reserve(session.id, BigInt(maximum), key, call.price)) return;
        throw uncharged(403, 'MaximumReached', "other calls have used up the session's maximum meanwhile");
      },
      after: async (call, result) => {
        if (result === 'paid') await this.budgets.charge(session.id, keyOf(call));
        if (result === 'refused') await this.budgets.release(session.id, keyOf(call));
        if (result === 'unknown') this.budgets.doubt(session.id, keyOf(call));
      },
    };
  }

  /** Watches an answer that is asked for again, which needs no session: it settles its voucher in all of them. */
  watchAnswers(): CallWatcher {
    return {
      before: async () => {},
      after: async (call, result) => {
        if (result !== 'unknown') await this.budgets.settle(keyOf(call), result === 'paid');
      },
    };
  }
}

/** A call without a session: whoever signed its voucher has agreed, and nothing is counted. */
export const UNWATCHED: CallWatcher = { before: async () => {}, after: async () => {} };

function keyOf({ channel, callNumber, signature }: CallOutcome): string {
  return `${channel}:${callNumber}:${signature}`;
}

/** The refusal of one whose session does not exist, or is not theirs: strangers are not told which. */
export function unknownSession(): Refused {
  return new Refused(404, 'SessionUnknown', 'you are in no session of that id');
}
