/** A migration cannot go on. Nothing was sent unless the message says so. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused';
  constructor(
    readonly reason:
      | 'SettingsInvalid'
      | 'SettingsFileUnreadable'
      | 'GenesisHashMismatch'
      | 'ProgramMissing'
      | 'ProgramFinal'
      | 'NotUpgradeAuthority'
      | 'MintInvalid'
      | 'ConfigMissing'
      | 'ConfigDiffers'
      | 'ConfigFixed'
      | 'NotAdmin'
      | 'NothingToPropose'
      | 'ProposalMissing'
      | 'ProposalPending'
      | 'HandoverMissing'
      | 'MultisigMissing'
      | 'BuildRecordInvalid',
    message: string,
  ) {
    super(`${reason}: ${message}`);
  }
}
