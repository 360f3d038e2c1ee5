import fc, { type AsyncCommand } from 'fast-check';
import type { Model } from '../model';
import type { Real } from '../step';
import {
  agentHeartbeats,
  agentStatuses,
  agentTransferAccepts,
  agentTransferProposes,
  agentUpdates,
  versionPublishes,
  versionYanks,
} from './agent';
import { attestationIssues, attestationRevokes } from './attestation';
import { channelCloses, channelDrains, channelFinishes, channelReopens } from './channel-exits';
import { channelHolds, channelReleases } from './channel-hold';
import { channelPayouts, channelRefunds } from './channel-money';
import { channelOpens } from './channel-open';
import { channelRearms } from './channel-rearm';
import { configCancels, configExecutes, configProposes } from './config';
import { clocks, donations, pauses, unpauses } from './environment';
import { feesSweeps, mandateCloses, mandateDeposits, mandateWithdraws } from './mandate';
import { mandateKills, mandateRotates } from './mandate-keys';
import { mandateOpens } from './mandate-open';
import { channelSettles } from './settle';

/** Every kind of step, as the statistics name it. */
export const KINDS = [
  ...[
    'mandate_open',
    'mandate_deposit',
    'mandate_withdraw',
    'mandate_rotate',
    'mandate_kill',
    'mandate_close',
  ],
  ...['channel_open', 'channel_rearm', 'channel_settle', 'channel_payout', 'channel_refund', 'channel_close'],
  ...['channel_hold', 'channel_release'],
  ...[
    'channel_reopen',
    'channel_drain',
    'channel_finish',
    'fees_sweep',
    'donate',
    'pause',
    'unpause',
    'clock',
  ],
  ...['agent_suspend', 'agent_resume', 'agent_heartbeat', 'agent_update', 'version_publish', 'version_yank'],
  ...['agent_transfer_propose', 'agent_transfer_accept'],
  ...['config_propose', 'config_execute', 'config_cancel'],
  ...['attestation_issue', 'attestation_revoke'],
];

const weighted: [number, fc.Arbitrary<AsyncCommand<Model, Real>>][] = [
  [14, mandateOpens],
  [6, mandateDeposits],
  [8, mandateWithdraws],
  [4, mandateRotates],
  [1, mandateKills],
  [10, mandateCloses],
  [44, channelOpens],
  [16, channelRearms],
  [56, channelSettles],
  [16, channelPayouts],
  [10, channelRefunds],
  [20, channelHolds],
  [4, channelReleases],
  [18, channelCloses],
  [10, channelReopens],
  [18, channelDrains],
  [20, channelFinishes],
  [4, feesSweeps],
  [2, donations],
  [1, pauses],
  [6, unpauses],
  [36, clocks],
  [4, agentStatuses],
  [6, agentHeartbeats],
  [2, agentUpdates],
  [4, versionPublishes],
  [2, versionYanks],
  [8, agentTransferProposes],
  [6, agentTransferAccepts],
  [2, configProposes],
  [6, configExecutes],
  [1, configCancels],
  [8, attestationIssues],
  [2, attestationRevokes],
];

/** Up to `maxCommands` steps, each drawn with what is right and what is wrong with it. */
export function commands(maxCommands: number) {
  const any = fc.oneof(...weighted.map(([weight, arbitrary]) => ({ weight, arbitrary })));
  return fc.commands([any], { maxCommands, size: 'max' });
}
