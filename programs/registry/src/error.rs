use anchor_lang::prelude::*;

/// Append-only: a number, once given, keeps its meaning. Anchor adds 6000 to each, on the chain and in the
/// IDL; `numbers_stay` pins what clients see.
#[error_code]
#[derive(PartialEq, Eq)]
pub enum RegistryError {
    // what any instruction can say
    #[msg("The account has a layout this program does not know; update the client or migrate the account")]
    UnknownLayout = 0,
    #[msg("Stored state would break a rule of the registry; nothing was changed, please report it")]
    InvariantBroken = 1,
    #[msg("A number left its range; use smaller values")]
    MathOverflow = 2,
    #[msg("This limit needs a program that is not built yet; leave it zero")]
    NotYetEnforced = 3,
    #[msg("Registering and publishing are paused; try again after the admin unpauses")]
    Paused = 4,

    #[msg("The account is not the registry's config; pass the one at its derived address")]
    ConfigMismatch = 5,
    #[msg("The account is not this program's event authority; pass the one at its derived address")]
    EventAuthorityMismatch = 6,
    #[msg("The account is not this program; pass it as the last account")]
    ProgramMismatch = 7,

    // config
    #[msg("Only the upgrade authority of this program makes its config; sign with that key")]
    NotUpgradeAuthority = 8,
    #[msg("The config exists already; change it instead of making it again")]
    ConfigExists = 9,
    #[msg("The admin is the zero key; name one")]
    AdminMissing = 10,
    #[msg("The pauser is the zero key; name one")]
    PauserMissing = 11,
    #[msg("The treasury is the zero key; name one")]
    TreasuryMissing = 12,
    #[msg("The stake mint is the zero key; name one")]
    StakeMintMissing = 13,
    #[msg("The genesis hash is zero; give the one of the cluster")]
    GenesisHashMissing = 14,
    #[msg("The protocol fee is at most 500 basis points; lower it")]
    FeeTooHigh = 15,
    #[msg("A share is at most 10,000 basis points; lower it")]
    BpsTooHigh = 16,
    #[msg("Each window lasts from 1 second to 10 years, only holdback_min may be 0; correct it")]
    WindowOutOfRange = 17,
    #[msg("holdback_min is above holdback_max; swap or correct them")]
    HoldbackRangeInvalid = 18,
    #[msg("Stake would leave before the last claim on it can end; lengthen unbonding or shorten the others")]
    UnbondingTooShort = 19,
    #[msg("A change of config must wait at least as long as unbonding; lengthen config_delay")]
    ConfigDelayTooShort = 20,
    #[msg("A panel has 1 to 9 members; add or remove some")]
    PanelSizeInvalid = 21,
    #[msg("A panel's threshold is from 1 to its number of members; correct it")]
    PanelThresholdInvalid = 22,
    #[msg("A panel names a zero key or one key twice; correct it")]
    PanelMemberInvalid = 23,
    #[msg("The two panels share a member, who would judge twice; take it off one")]
    PanelsOverlap = 24,
    #[msg("At most 8 settlement mints carry a weight; leave some out")]
    SettlementMintsTooMany = 25,
    #[msg("The settlement mints name a zero key, one key twice, or the credits; correct them")]
    SettlementMintInvalid = 26,
    #[msg("The flags hold a bit this program does not know; clear it")]
    FlagsUnknown = 27,
    #[msg("Private manifest addresses are for local clusters only; clear the flag")]
    PrivateUrisOnPublicCluster = 28,
    #[msg("Only the pauser or the admin pauses; sign with one of them")]
    NotPauser = 29,
    #[msg("Only the admin does this; sign with it")]
    NotAdmin = 30,
    #[msg("Name at least one pause bit, and only known ones")]
    PauseBitsInvalid = 31,

    // agent
    #[msg("A handle is 3 to 32 of a-z, 0-9 and single hyphens inside; choose another")]
    HandleInvalid = 32,
    #[msg("You have registered this handle before, and a handle is never registered twice; choose another")]
    HandleTaken = 33,
    #[msg("The agent key is the zero key; name the one that signs the agent's responses")]
    AgentKeyMissing = 34,
    #[msg("The payout owner is the zero key; name the wallet that payouts go to")]
    PayoutOwnerMissing = 35,
    #[msg("The holdback is outside the config's holdback_min and holdback_max; choose one between")]
    HoldbackOutOfRange = 36,
    #[msg("An agent has at most 4 tags; leave some out")]
    TagsTooMany = 37,
    #[msg("A tag is 1 to 16 of a-z, 0-9 and single hyphens inside; correct it")]
    TagInvalid = 38,
    #[msg("The tags name one twice; leave it out")]
    TagRepeated = 39,
    #[msg("Only the agent's owner does this; sign with the owner's key")]
    NotOwner = 40,
    #[msg("Only the agent's own key or its owner does this; sign with one of them")]
    NotAgentOrOwner = 41,
    #[msg("Nothing to update; give at least one field")]
    NothingToUpdate = 42,
    #[msg("An agent's status cannot change that way; see the arrows of AgentStatus")]
    StatusChangeInvalid = 43,
    #[msg("An agent needs a version before it opens for business; publish one first")]
    NoVersion = 44,
    #[msg("The agent is retiring and publishes nothing more; register a new agent")]
    AgentRetiring = 45,
    #[msg("Only an Active or Suspended agent renews its lease; activate it first")]
    LeaseNotRenewable = 46,
    #[msg("The agent has this owner already; propose another key, or zero to cancel")]
    TransferToOwner = 47,
    #[msg("No transfer is under way; there is nothing to cancel")]
    TransferNotPending = 48,
    #[msg("The agent was not offered to this key; ask its owner to propose the transfer")]
    NotPendingOwner = 49,
    #[msg("The former owner may hold the present agent key; choose a fresh one")]
    AgentKeyNotFresh = 50,
    #[msg("Retire the agent first, and close it when its retirement is over")]
    AgentNotRetiring = 51,
    #[msg("Claims on the agent may still be open; wait until retires_at")]
    RetirementNotOver = 52,
    #[msg("The agent's stake vault still exists; withdraw the stake and close the vault first")]
    StakeVaultExists = 53,
    #[msg("The rent goes to the agent's creator; pass that account")]
    CreatorMismatch = 54,

    // version
    #[msg("Not a semantic version of at most 32 bytes; see semver.org")]
    SemverInvalid = 55,
    #[msg("The manifest hash is zero; give the SHA-256 of the manifest's canonical JSON")]
    ManifestHashMissing = 56,
    #[msg("A manifest address is 1 to 200 bytes of the characters RFC 3986 allows; encode the others")]
    UriInvalid = 57,
    #[msg("A manifest address begins with https://, ipfs:// or ar://; publish it there")]
    UriSchemeRefused = 58,
    #[msg("The manifest's host is not a public name; use one that everybody can reach")]
    UriHostRefused = 59,
    #[msg("The price of a call must be above zero")]
    PriceZero = 60,
    #[msg("The price mint is not an initialized mint of SPL Token or Token-2022; pass one")]
    PriceMintInvalid = 61,
    #[msg("The version is yanked already; nothing is left to do")]
    AlreadyYanked = 62,
    #[msg("The rent goes to the version's publisher; pass that account")]
    PublisherMismatch = 63,

    // changes of the config
    #[msg("The proposal changes nothing; name at least one setting")]
    ProposalEmpty = 64,
    #[msg(
        "Another proposal was made since this was signed; look at it, and sign again with the next number"
    )]
    ProposalNumberOutdated = 65,
    #[msg("The proposal may not execute yet; wait until executable_at")]
    ProposalNotDue = 66,
    #[msg("The proposal's time is over; propose the change anew")]
    ProposalExpired = 67,
    #[msg("A later proposal was executed or the admin changed since; propose the change anew")]
    ProposalVoid = 68,
    #[msg("The rent goes to whoever paid it; pass that account")]
    RentPayerMismatch = 69,
    #[msg("The config has this admin already; propose another key, or zero to cancel")]
    AdminUnchanged = 70,
    #[msg("The config was not offered to this key; ask its admin to propose the handover")]
    NotPendingAdmin = 71,
    #[msg("The handover may not be accepted yet; wait until admin_handover_at")]
    HandoverNotDue = 72,
    #[msg("The handover's time is over; ask the admin to propose it anew")]
    HandoverExpired = 73,

    // delegates
    #[msg("Name at least one permission, and only known ones")]
    PermissionsInvalid = 74,
    #[msg("A delegate's time ends after now and within 10 years; correct expires_at")]
    DelegateExpiryInvalid = 75,
    #[msg("The owner needs no delegation; name another key")]
    DelegateIsOwner = 76,
    #[msg("An arbiter takes no side; name a key that sits on no panel")]
    DelegateIsArbiter = 77,
    #[msg("An agent has at most 4 delegates; remove one first")]
    DelegatesTooMany = 78,
    #[msg("This key is no delegate of the agent; ask its owner to add it")]
    NotDelegate = 79,
    #[msg("The delegates were named by a former owner; ask the present one to add the key")]
    DelegatesVoid = 80,
    #[msg("The delegate's time is over; ask the owner to add the key anew")]
    DelegateExpired = 81,
    #[msg("The delegate may not do this; ask the owner for the permission, or to do it")]
    DelegateNotPermitted = 82,
    #[msg("Only the owner or the delegate itself removes a delegate; sign with one of them")]
    NotOwnerOrDelegate = 83,
    #[msg("The delegates are in force; remove each, or wait for the agent's transfer or end")]
    DelegatesInForce = 84,

    #[msg("A proposal with a lower number is not settled; execute or cancel it, or sign with the admin")]
    ProposalNotNext = 85,

    // attestations
    #[msg("An attestation is about a wallet; name its subject")]
    SubjectMissing = 86,
    #[msg("The hash of the evidence is missing; hash a salt with it")]
    EvidenceMissing = 87,
    #[msg("An attestation ends after now and within 10 years; correct expires_at")]
    AttestationExpiryInvalid = 88,
    #[msg("Only who issued an attestation revokes it; sign with the attestor")]
    NotAttestor = 89,
    #[msg("Credits are bought, not risked: they are no stake mint; name another")]
    StakeMintIsCredits = 90,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay() {
        for (error, number) in [
            (RegistryError::UnknownLayout, 6000),
            (RegistryError::Paused, 6004),
            (RegistryError::FeeTooHigh, 6015),
            (RegistryError::PauseBitsInvalid, 6031),
            (RegistryError::HandleInvalid, 6032),
            (RegistryError::CreatorMismatch, 6054),
            (RegistryError::SemverInvalid, 6055),
            (RegistryError::PublisherMismatch, 6063),
            (RegistryError::ProposalEmpty, 6064),
            (RegistryError::HandoverExpired, 6073),
            (RegistryError::PermissionsInvalid, 6074),
            (RegistryError::DelegatesInForce, 6084),
            (RegistryError::ProposalNotNext, 6085),
            (RegistryError::SubjectMissing, 6086),
            (RegistryError::NotAttestor, 6089),
            (RegistryError::StakeMintIsCredits, 6090),
        ] {
            assert_eq!(u32::from(error), number, "{error:?}");
        }
    }
}
