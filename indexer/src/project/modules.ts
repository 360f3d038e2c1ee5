import { receiptsModule } from '../das/module.js';
import type { ProjectModule } from '../fold/module.js';
import { consentModule } from './consent.js';
import { escrowModule } from './escrow.js';
import { registryModule } from './registry.js';
import { reputationModule } from './reputation.js';
import { stakeModule } from './stake.js';
import { timelockModule } from './timelock.js';

/** What the transactions of each program mean. */
export const MODULES: ProjectModule[] = [
  registryModule,
  escrowModule,
  stakeModule,
  reputationModule,
  timelockModule,
  consentModule,
  receiptsModule,
];
