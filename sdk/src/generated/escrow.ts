// Generated from idl/escrow.json by `npm run build:programs`; do not edit.

/** Shape of the escrow program, for Anchor's types. */
export type Escrow = {
  "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2",
  "metadata": {
    "name": "escrow",
    "version": "0.1.0",
    "spec": "0.1.0",
    "description": "Agent Labs escrow program"
  },
  "instructions": [
    {
      "name": "channelClose",
      "docs": [
        "Starts the grace in which the agent still settles. Signed by payer or session key; by anyone once the",
        "mandate was killed or has expired, or its session key was rotated.",
        "",
        "Errors: `NotOpen`, `ClosedInOpeningSlot`, `CloseNotAllowed`, `MandateMismatch`"
      ],
      "discriminator": [
        9,
        95,
        236,
        231,
        220,
        80,
        107,
        188
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "The payer or the session key; anyone once the mandate winds down."
          ],
          "signer": true
        },
        {
          "name": "mandate",
          "relations": [
            "channel"
          ]
        },
        {
          "name": "channel",
          "writable": true
        },
        {
          "name": "eventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": []
    },
    {
      "name": "channelDrain",
      "docs": [
        "Returns what was not settled to the mandate, once nothing can settle any more. Signed by nobody.",
        "",
        "Errors: `NotDrainable`, `ChannelDraining`, `MandateMismatch`"
      ],
      "discriminator": [
        57,
        183,
        200,
        66,
        82,
        169,
        239,
        116
      ],
      "accounts": [
        {
          "name": "mandate",
          "writable": true,
          "relations": [
            "channel"
          ]
        },
        {
          "name": "channel",
          "writable": true
        },
        {
          "name": "eventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": []
    },
    {
      "name": "channelFinish",
      "docs": [
        "Ends a drained, paid-out channel; its rent goes back to whoever paid it. Signed by anyone.",
        "",
        "Errors: `NotDraining`, `HeldOrDisputed`, `UnpaidRemains`, `ClaimWindowOpen`, `RatingWindowOpen`,",
        "`MandateMismatch`, `RentPayerMismatch`"
      ],
      "discriminator": [
        136,
        160,
        101,
        153,
        215,
        69,
        159,
        70
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "Anyone; the payer need not wait for the rating window, which is its own."
          ],
          "signer": true
        },
        {
          "name": "mandate",
          "writable": true,
          "relations": [
            "channel"
          ]
        },
        {
          "name": "channel",
          "writable": true
        },
        {
          "name": "rentPayer",
          "writable": true,
          "relations": [
            "channel"
          ]
        },
        {
          "name": "eventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": []
    },
    {
      "name": "channelHold",
      "docs": [
        "Keeps `amount` base units of settled money that has not matured from being paid out, so that a dispute",
        "finds it. Signed by the payer, or by the session key while it is both mandate's and channel's; never",
        "paused. Lapses by itself unless disputed.",
        "",
        "Errors: `AmountZero`, `HoldExists`, `HoldTooHigh`, `NotPayerOrSession`, `MandateMismatch`"
      ],
      "discriminator": [
        25,
        34,
        151,
        22,
        242,
        181,
        127,
        168
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "The payer, or the session key that is both the mandate's and the channel's."
          ],
          "signer": true
        },
        {
          "name": "mandate",
          "relations": [
            "channel"
          ]
        },
        {
          "name": "channel",
          "writable": true
        },
        {
          "name": "eventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "amount",
          "type": "u64"
        }
      ]
    },
    {
      "name": "channelOpen",
      "docs": [
        "Allots money to an agent's latest version, under terms copied now. Signed by payer or session key.",
        "",
        "Errors: `Paused`, `NotPayerOrSession`, `MandateKilled`, `MandateExpired`, `AgentNotActive`, `AgentStale`,",
        "`VersionMismatch`, `VersionNotLatest`, `VersionYanked`, `MintMismatch`, `PriceAboveMaximum`,",
        "`AgentNotAllowed`, `AllotmentBelowPrice`, `ChannelExpiryInvalid`, `InsufficientFree`,",
        "`DailyCapExceeded`, `TotalCapExceeded`, `StakeTooLow`, `FirstLossTooLow`, `ScoreTooLow`,",
        "`StakeVaultMismatch`, `ScoreMismatch`, `AllowProofMissing`, `AllowProofInvalid`, `AllowProofTooLong`,",
        "`AllowProofUnexpected`, `NotAttested`, `AttestationExpired`, `AttestationMismatch`, `ApprovalRequired`,",
        "`ApprovalAccountsMismatch`, `ConfigMismatch`, and those of consent's `approval_consume`"
      ],
      "discriminator": [
        161,
        19,
        223,
        17,
        48,
        136,
        3,
        113
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "The payer or the session key."
          ],
          "signer": true
        },
        {
          "name": "rentPayer",
          "writable": true,
          "signer": true
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "mandate",
          "writable": true
        },
        {
          "name": "agent",
          "relations": [
            "version"
          ]
        },
        {
          "name": "version"
        },
        {
          "name": "channel",
          "writable": true
        },
        {
          "name": "stakeVault"
        },
        {
          "name": "score"
        },
        {
          "name": "attestation",
          "optional": true
        },
        {
          "name": "systemProgram",
          "address": "11111111111111111111111111111111"
        },
        {
          "name": "eventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "channelOpenArgs"
            }
          }
        }
      ]
    },
    {
      "name": "channelPayout",
      "docs": [
        "Pays what has matured to the agent's payout owner, less the fee. Signed by nobody; never paused.",
        "",
        "Errors: `NothingPayable`, `DestinationMismatch`, `MandateMismatch`, `VaultMismatch`, `MintMismatch`,",
        "`TokenProgramMismatch`"
      ],
      "discriminator": [
        68,
        241,
        100,
        189,
        50,
        28,
        191,
        28
      ],
      "accounts": [
        {
          "name": "mandate",
          "writable": true,
          "relations": [
            "channel"
          ]
        },
        {
          "name": "channel",
          "writable": true
        },
        {
          "name": "mint",
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "destination",
          "docs": [
            "The associated token account of the channel's payout owner."
          ],
          "writable": true
        },
        {
          "name": "tokenProgram",
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "eventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": []
    },
    {
      "name": "channelRearm",
      "docs": [
        "Allots more to an open channel and moves its end. Signed by payer or session key.",
        "",
        "Errors: `Paused`, `NotPayerOrSession`, `MandateKilled`, `MandateExpired`, `NotOpen`, `ChannelExpired`,",
        "`SessionRotated`, `AgentNotActive`, `AgentStale`, `OwnershipChanged`, `ChannelExpiryInvalid`,",
        "`AmountZero`, `InsufficientFree`, `DailyCapExceeded`, `TotalCapExceeded`, `MandateMismatch`,",
        "`AgentMismatch`, `VersionMismatch`, `VersionYanked`, `StakeTooLow`, `FirstLossTooLow`, `ScoreTooLow`,",
        "`StakeVaultMismatch`, `ScoreMismatch`, `NotAttested`, `AttestationExpired`, `AttestationMismatch`,",
        "`ApprovalRequired`, `ApprovalAccountsMismatch`, `ConfigMismatch`, and those of consent's `approval_consume`"
      ],
      "discriminator": [
        48,
        177,
        169,
        232,
        201,
        12,
        25,
        199
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "The payer or the session key."
          ],
          "signer": true
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "mandate",
          "writable": true,
          "relations": [
            "channel"
          ]
        },
        {
          "name": "agent",
          "relations": [
            "channel",
            "version"
          ]
        },
        {
          "name": "channel",
          "writable": true
        },
        {
          "name": "version",
          "docs": [
            "The one that the channel opened on."
          ]
        },
        {
          "name": "stakeVault"
        },
        {
          "name": "score"
        },
        {
          "name": "attestation",
          "optional": true
        },
        {
          "name": "eventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "channelRearmArgs"
            }
          }
        }
      ]
    },
    {
      "name": "channelRefund",
      "docs": [
        "Returns `amount` base units of settled, unpaid money to the payer, held money last. Signed by the payout",
        "owner.",
        "",
        "Errors: `AmountZero`, `RefundTooHigh`, `NotPayee`, `DestinationMismatch`, `MandateMismatch`,",
        "`VaultMismatch`, `MintMismatch`, `TokenProgramMismatch`"
      ],
      "discriminator": [
        87,
        168,
        206,
        149,
        151,
        224,
        78,
        42
      ],
      "accounts": [
        {
          "name": "payoutOwner",
          "signer": true,
          "relations": [
            "channel"
          ]
        },
        {
          "name": "mandate",
          "writable": true,
          "relations": [
            "channel"
          ]
        },
        {
          "name": "channel",
          "writable": true
        },
        {
          "name": "mint",
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "destination",
          "docs": [
            "The associated token account of the mandate's payer."
          ],
          "writable": true
        },
        {
          "name": "tokenProgram",
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "eventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "amount",
          "type": "u64"
        }
      ]
    },
    {
      "name": "channelRelease",
      "docs": [
        "Gives a hold back before its time. Signed like the hold; never paused.",
        "",
        "Errors: `NothingHeld`, `HoldDisputed`, `NotPayerOrSession`, `MandateMismatch`"
      ],
      "discriminator": [
        228,
        67,
        249,
        132,
        145,
        197,
        1,
        204
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "The payer, or the session key that is both the mandate's and the channel's."
          ],
          "signer": true
        },
        {
          "name": "mandate",
          "relations": [
            "channel"
          ]
        },
        {
          "name": "channel",
          "writable": true
        },
        {
          "name": "eventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": []
    },
    {
      "name": "channelReopen",
      "docs": [
        "Undoes a closing before its grace ends. Signed by the payer's wallet.",
        "",
        "Errors: `NotClosing`, `GraceOver`, `ReopenNotAllowed`, `PayerMismatch`, `MandateMismatch`"
      ],
      "discriminator": [
        115,
        202,
        252,
        97,
        29,
        70,
        178,
        163
      ],
      "accounts": [
        {
          "name": "payer",
          "docs": [
            "The wallet itself: a session key may wind down, and never undo it."
          ],
          "signer": true,
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "mandate",
          "relations": [
            "channel"
          ]
        },
        {
          "name": "channel",
          "writable": true
        },
        {
          "name": "eventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": []
    },
    {
      "name": "channelSettle",
      "docs": [
        "Raises channels' watermarks by vouchers that the Ed25519 instruction right before has verified.",
        "Signed by nobody. Data begins with the byte 1; what follows is not read.",
        "",
        "Errors: `NotInstructionsSysvar`, `Ed25519Missing`, `Ed25519NotCanonical`, `SignatureCountMismatch`,",
        "`DuplicateChannel`, `NotAChannel`, `UnknownLayout`, `WrongTag`, `WrongSigner`, `VoucherExpired`,",
        "`ChannelExpired`, `GraceOver`, `ChannelDraining`, `NotMonotonic`, `CallsNotMonotonic`,",
        "`PerCallMaximumExceeded`, `AboveAllotment`"
      ],
      "discriminator": [
        1
      ],
      "accounts": [
        {
          "name": "instructions",
          "address": "Sysvar1nstructions1111111111111111111111111"
        }
      ],
      "args": []
    },
    {
      "name": "channelSettleSet",
      "docs": [
        "Raises the watermarks of all channels of a voucher set, by the one signature that the Ed25519 instruction",
        "right before has verified. Signed by nobody. Data begins with the byte 3; what follows is not read.",
        "",
        "Errors: `SetSizeInvalid`, `WrongSet`, and those of `channel_settle` but for `WrongTag`"
      ],
      "discriminator": [
        3
      ],
      "accounts": [
        {
          "name": "instructions",
          "address": "Sysvar1nstructions1111111111111111111111111"
        }
      ],
      "args": []
    },
    {
      "name": "claimClose",
      "docs": [
        "Ends a claim: pays its loss to the payer as far as the hold goes, less what the agent gave back since, and",
        "answers what is left of it. Signed by stake's claim authority; never paused.",
        "",
        "Errors: `NotClaimAuthority`, `ClaimMismatch`, `DestinationMismatch`, `MandateMismatch`, `VaultMismatch`,",
        "`MintMismatch`, `TokenProgramMismatch`"
      ],
      "discriminator": [
        34,
        235,
        82,
        2,
        194,
        160,
        74,
        226
      ],
      "accounts": [
        {
          "name": "claimAuthority",
          "docs": [
            "Stake's PDA: no other program can sign for it."
          ],
          "signer": true,
          "address": "8WNMCqzYVDFJhWPt3VsxcCG6fhUkrvkTvsqGxYPikHFf"
        },
        {
          "name": "mandate",
          "writable": true,
          "relations": [
            "channel"
          ]
        },
        {
          "name": "channel",
          "writable": true
        },
        {
          "name": "mint",
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "destination",
          "docs": [
            "Any account of the mint that the payer owns, so that nobody wedges a dispute by giving one away; needed",
            "where nothing is paid, too: anyone can make one."
          ],
          "writable": true
        },
        {
          "name": "tokenProgram",
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "eventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "end",
          "type": {
            "defined": {
              "name": "claimEnd"
            }
          }
        }
      ],
      "returns": {
        "defined": {
          "name": "claimPaid"
        }
      }
    },
    {
      "name": "claimOpen",
      "docs": [
        "Counts a claim of `claim` base units, takes the payer's hold up to it and answers what may be claimed of",
        "whom. Signed by stake's claim authority, which is to check who claims; never paused.",
        "",
        "Errors: `NotClaimAuthority`, `AmountZero`, `ClaimTooHigh`, `ClaimWindowOver`, `MandateMismatch`"
      ],
      "discriminator": [
        207,
        147,
        136,
        115,
        100,
        238,
        249,
        95
      ],
      "accounts": [
        {
          "name": "claimAuthority",
          "docs": [
            "Stake's PDA: no other program can sign for it."
          ],
          "signer": true,
          "address": "8WNMCqzYVDFJhWPt3VsxcCG6fhUkrvkTvsqGxYPikHFf"
        },
        {
          "name": "mandate",
          "relations": [
            "channel"
          ]
        },
        {
          "name": "channel",
          "writable": true
        },
        {
          "name": "eventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "claim",
          "type": "u64"
        }
      ],
      "returns": {
        "defined": {
          "name": "claimRight"
        }
      }
    },
    {
      "name": "creditIssuerSet",
      "docs": [
        "Names an issuer of credits, or changes what it may mint. Signed by the config's admin; never paused.",
        "",
        "Errors: `NotAdmin`, `IssuerMissing`, `IssuerMismatch`, `ConfigMismatch`"
      ],
      "discriminator": [
        77,
        153,
        138,
        7,
        43,
        219,
        183,
        127
      ],
      "accounts": [
        {
          "name": "admin",
          "signer": true,
          "relations": [
            "config"
          ]
        },
        {
          "name": "rentPayer",
          "docs": [
            "Pays for a new issuer's account."
          ],
          "writable": true,
          "signer": true
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "creditIssuer",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  99,
                  114,
                  101,
                  100,
                  105,
                  116,
                  95,
                  105,
                  115,
                  115,
                  117,
                  101,
                  114
                ]
              },
              {
                "kind": "arg",
                "path": "args.issuer"
              }
            ]
          }
        },
        {
          "name": "systemProgram",
          "address": "11111111111111111111111111111111"
        },
        {
          "name": "eventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "creditIssuerSetArgs"
            }
          }
        }
      ]
    },
    {
      "name": "creditsBurn",
      "docs": [
        "Burns `amount` base units of the holder's credits; `reference` tells what for, zeros for nothing. Signed by",
        "the holder; never paused.",
        "",
        "Errors: `AmountZero`, `CreditMintMismatch`, `MintMismatch`"
      ],
      "discriminator": [
        30,
        78,
        243,
        231,
        115,
        119,
        252,
        240
      ],
      "accounts": [
        {
          "name": "holder",
          "signer": true
        },
        {
          "name": "mint",
          "writable": true,
          "address": "G17srd1NfhYue6obr254c8tHSQz9BMaHacwef63gmGaF"
        },
        {
          "name": "source",
          "docs": [
            "The token program checks that the holder may spend from it."
          ],
          "writable": true
        },
        {
          "name": "tokenProgram",
          "address": "TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA"
        },
        {
          "name": "eventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "amount",
          "type": "u64"
        },
        {
          "name": "reference",
          "type": {
            "array": [
              "u8",
              32
            ]
          }
        }
      ]
    },
    {
      "name": "creditsInitialize",
      "docs": [
        "Makes the mint of the credits, with `decimals` (at most 9), once. Signed by the config's admin.",
        "",
        "Errors: `NotAdmin`, `CreditsExist`, `CreditDecimalsInvalid`, `CreditMintMismatch`, `ConfigMismatch`"
      ],
      "discriminator": [
        80,
        178,
        16,
        80,
        41,
        159,
        178,
        72
      ],
      "accounts": [
        {
          "name": "admin",
          "signer": true,
          "relations": [
            "config"
          ]
        },
        {
          "name": "rentPayer",
          "writable": true,
          "signer": true
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "mint",
          "writable": true,
          "address": "G17srd1NfhYue6obr254c8tHSQz9BMaHacwef63gmGaF"
        },
        {
          "name": "tokenProgram",
          "address": "TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA"
        },
        {
          "name": "systemProgram",
          "address": "11111111111111111111111111111111"
        },
        {
          "name": "eventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "decimals",
          "type": "u8"
        }
      ]
    },
    {
      "name": "creditsMint",
      "docs": [
        "Mints `amount` base units of credits to a wallet, once for the payment that `reference` tells. Signed by the",
        "issuer.",
        "",
        "Errors: `Paused`, `AmountZero`, `NotIssuer`, `IssuerInactive`, `IssuerCapExceeded`, `CreditPaymentUsed`,",
        "`CreditReferenceMissing`, `CreditsMissing`, `CreditMintMismatch`, `DestinationMismatch`, `ConfigMismatch`"
      ],
      "discriminator": [
        88,
        176,
        119,
        60,
        189,
        205,
        174,
        213
      ],
      "accounts": [
        {
          "name": "issuer",
          "signer": true,
          "relations": [
            "creditIssuer"
          ]
        },
        {
          "name": "rentPayer",
          "docs": [
            "Pays for the record of the payment, which stays."
          ],
          "writable": true,
          "signer": true
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "creditIssuer",
          "writable": true
        },
        {
          "name": "payment",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  99,
                  114,
                  101,
                  100,
                  105,
                  116,
                  95,
                  112,
                  97,
                  121,
                  109,
                  101,
                  110,
                  116
                ]
              },
              {
                "kind": "account",
                "path": "issuer"
              },
              {
                "kind": "arg",
                "path": "reference"
              }
            ]
          }
        },
        {
          "name": "mint",
          "writable": true,
          "address": "G17srd1NfhYue6obr254c8tHSQz9BMaHacwef63gmGaF"
        },
        {
          "name": "wallet"
        },
        {
          "name": "destination",
          "writable": true
        },
        {
          "name": "tokenProgram",
          "address": "TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA"
        },
        {
          "name": "systemProgram",
          "address": "11111111111111111111111111111111"
        },
        {
          "name": "eventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "amount",
          "type": "u64"
        },
        {
          "name": "reference",
          "type": {
            "array": [
              "u8",
              32
            ]
          }
        }
      ]
    },
    {
      "name": "feesSweep",
      "docs": [
        "Pays accrued fees to the treasury. Signed by nobody.",
        "",
        "Errors: `NoFees`, `DestinationMismatch`, `VaultMismatch`, `MintMismatch`, `TokenProgramMismatch`,",
        "`ConfigMismatch`"
      ],
      "discriminator": [
        88,
        248,
        4,
        250,
        44,
        67,
        26,
        225
      ],
      "accounts": [
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "mandate",
          "writable": true
        },
        {
          "name": "mint",
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "destination",
          "docs": [
            "The treasury's associated token account."
          ],
          "writable": true
        },
        {
          "name": "tokenProgram",
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "eventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": []
    },
    {
      "name": "jobAccept",
      "docs": [
        "Takes a job on. Signed by the job's agent key or the agent's owner, for these terms; never paused.",
        "",
        "Errors: `NotJobAgent`, `JobGenerationMismatch`, `OwnershipChanged`, `JobNotFunded`, `TermsMismatch`,",
        "`AcceptanceOver`, `AgentMismatch`, `MandateMismatch`"
      ],
      "discriminator": [
        110,
        86,
        231,
        54,
        22,
        185,
        137,
        105
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "The job's agent key, or the agent's owner."
          ],
          "signer": true
        },
        {
          "name": "mandate",
          "relations": [
            "job"
          ]
        },
        {
          "name": "agent",
          "relations": [
            "job"
          ]
        },
        {
          "name": "job",
          "writable": true
        },
        {
          "name": "eventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "jobAcceptArgs"
            }
          }
        }
      ]
    },
    {
      "name": "jobCancel",
      "docs": [
        "Takes a job back before it is accepted: its money back to the mandate. Signed by the payer, or by the",
        "session key while it is both mandate's and job's.",
        "",
        "Errors: `NotPayerOrSession`, `JobNotFunded`, `MandateMismatch`"
      ],
      "discriminator": [
        66,
        242,
        146,
        157,
        196,
        105,
        42,
        39
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "The payer, or the session key that is both the mandate's and the job's."
          ],
          "signer": true
        },
        {
          "name": "mandate",
          "writable": true,
          "relations": [
            "job"
          ]
        },
        {
          "name": "job",
          "writable": true
        },
        {
          "name": "eventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": []
    },
    {
      "name": "jobClaimClose",
      "docs": [
        "Ends a disputed job: the loss, less what the agent gave back since, back to the mandate, the rest to the",
        "agent, and answers both. Signed by stake's claim authority; never paused.",
        "",
        "Errors: `NotClaimAuthority`, `ClaimMismatch`, `DestinationMismatch`, `MandateMismatch`, `VaultMismatch`,",
        "`MintMismatch`, `TokenProgramMismatch`"
      ],
      "discriminator": [
        141,
        83,
        7,
        210,
        51,
        189,
        143,
        110
      ],
      "accounts": [
        {
          "name": "claimAuthority",
          "docs": [
            "Stake's PDA: no other program can sign for it."
          ],
          "signer": true,
          "address": "8WNMCqzYVDFJhWPt3VsxcCG6fhUkrvkTvsqGxYPikHFf"
        },
        {
          "name": "mandate",
          "writable": true,
          "relations": [
            "job"
          ]
        },
        {
          "name": "job",
          "writable": true
        },
        {
          "name": "mint",
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "vault",
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "destination",
          "docs": [
            "The vault again: what stake's event names as where the award went."
          ]
        },
        {
          "name": "tokenProgram",
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "eventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "end",
          "type": {
            "defined": {
              "name": "claimEnd"
            }
          }
        }
      ],
      "returns": {
        "defined": {
          "name": "claimPaid"
        }
      }
    },
    {
      "name": "jobClaimOpen",
      "docs": [
        "Puts `claim` base units of a delivered job up to a dispute, the rest being the agent's, and answers what may",
        "be claimed of whom. Signed by stake's claim authority, which is to check who claims; never paused.",
        "",
        "Errors: `NotClaimAuthority`, `AmountZero`, `JobNotDelivered`, `ReviewOver`, `JobClaimTooHigh`,",
        "`MandateMismatch`"
      ],
      "discriminator": [
        247,
        227,
        0,
        95,
        167,
        167,
        96,
        21
      ],
      "accounts": [
        {
          "name": "claimAuthority",
          "docs": [
            "Stake's PDA: no other program can sign for it."
          ],
          "signer": true,
          "address": "8WNMCqzYVDFJhWPt3VsxcCG6fhUkrvkTvsqGxYPikHFf"
        },
        {
          "name": "mandate",
          "relations": [
            "job"
          ]
        },
        {
          "name": "job",
          "writable": true
        },
        {
          "name": "eventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "claim",
          "type": "u64"
        }
      ],
      "returns": {
        "defined": {
          "name": "claimRight"
        }
      }
    },
    {
      "name": "jobDeliver",
      "docs": [
        "Delivers the result, by its hash, and starts the payer's review. Signed by the job's agent key; never paused.",
        "",
        "Errors: `NotJobAgent`, `JobGenerationMismatch`, `JobNotAccepted`, `DeliveryOver`, `HashMissing`"
      ],
      "discriminator": [
        137,
        240,
        185,
        240,
        211,
        57,
        162,
        15
      ],
      "accounts": [
        {
          "name": "agentKey",
          "signer": true,
          "relations": [
            "job"
          ]
        },
        {
          "name": "job",
          "writable": true
        },
        {
          "name": "eventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "jobDeliverArgs"
            }
          }
        }
      ]
    },
    {
      "name": "jobExpire",
      "docs": [
        "Ends a job that was not accepted, or not delivered, in time: its money back to the mandate. Signed by nobody.",
        "",
        "Errors: `JobNotExpired`, `MandateMismatch`"
      ],
      "discriminator": [
        228,
        7,
        167,
        33,
        11,
        42,
        15,
        112
      ],
      "accounts": [
        {
          "name": "mandate",
          "writable": true,
          "relations": [
            "job"
          ]
        },
        {
          "name": "job",
          "writable": true
        },
        {
          "name": "eventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": []
    },
    {
      "name": "jobFinish",
      "docs": [
        "Ends the account of a job that is over and paid out; its rent goes back to whoever paid it. Signed by anyone.",
        "",
        "Errors: `JobNotEnded`, `JobUnpaid`, `JobFinishedInOpeningSlot`, `RatingWindowOpen`, `MandateMismatch`,",
        "`RentPayerMismatch`"
      ],
      "discriminator": [
        210,
        11,
        65,
        73,
        155,
        8,
        156,
        73
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "Anyone; the payer need not wait for the rating window, which is its own."
          ],
          "signer": true
        },
        {
          "name": "mandate",
          "writable": true,
          "relations": [
            "job"
          ]
        },
        {
          "name": "job",
          "writable": true
        },
        {
          "name": "rentPayer",
          "writable": true,
          "relations": [
            "job"
          ]
        },
        {
          "name": "eventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": []
    },
    {
      "name": "jobOpen",
      "docs": [
        "Offers an agent a job and allots its money, under terms copied now. Signed by payer or session key. The",
        "mandate's per-call maximum does not bound it, its caps do.",
        "",
        "Errors: `Paused`, `NotPayerOrSession`, `MandateKilled`, `MandateExpired`, `AgentNotActive`, `AgentStale`,",
        "`StakeTooLow`, `FirstLossTooLow`, `ScoreTooLow`, `StakeVaultMismatch`, `ScoreMismatch`, `VersionMismatch`,",
        "`VersionNotLatest`, `VersionYanked`, `AgentNotAllowed`, `AllowProofMissing`, `AllowProofInvalid`,",
        "`AllowProofTooLong`, `AllowProofUnexpected`, `NotAttested`, `AttestationExpired`, `AttestationMismatch`,",
        "`ApprovalRequired`, `ApprovalAccountsMismatch`, those of consent's `approval_consume`, `HashMissing`, `JobDeadlinesInvalid`, `ReviewWindowInvalid`, `AmountZero`,",
        "`InsufficientFree`, `DailyCapExceeded`, `TotalCapExceeded`, `ConfigMismatch`"
      ],
      "discriminator": [
        232,
        70,
        180,
        247,
        236,
        235,
        44,
        158
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "The payer or the session key."
          ],
          "signer": true
        },
        {
          "name": "rentPayer",
          "writable": true,
          "signer": true
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "mandate",
          "writable": true
        },
        {
          "name": "agent",
          "relations": [
            "version"
          ]
        },
        {
          "name": "version"
        },
        {
          "name": "job",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  106,
                  111,
                  98
                ]
              },
              {
                "kind": "account",
                "path": "mandate"
              },
              {
                "kind": "arg",
                "path": "args.id"
              }
            ]
          }
        },
        {
          "name": "stakeVault"
        },
        {
          "name": "score"
        },
        {
          "name": "attestation",
          "optional": true
        },
        {
          "name": "systemProgram",
          "address": "11111111111111111111111111111111"
        },
        {
          "name": "eventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "jobOpenArgs"
            }
          }
        }
      ]
    },
    {
      "name": "jobPayout",
      "docs": [
        "Pays what is earned to the agent's payout owner, less the fee. Signed by nobody; never paused.",
        "",
        "Errors: `JobNothingPayable`, `DestinationMismatch`, `MandateMismatch`, `VaultMismatch`, `MintMismatch`,",
        "`TokenProgramMismatch`"
      ],
      "discriminator": [
        128,
        184,
        246,
        29,
        84,
        143,
        34,
        234
      ],
      "accounts": [
        {
          "name": "mandate",
          "writable": true,
          "relations": [
            "job"
          ]
        },
        {
          "name": "job",
          "writable": true
        },
        {
          "name": "mint",
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "destination",
          "docs": [
            "The associated token account of the job's payout owner."
          ],
          "writable": true
        },
        {
          "name": "tokenProgram",
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "eventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": []
    },
    {
      "name": "jobRatingConsume",
      "docs": [
        "Uses up what the payer may rate of a job and answers it. Signed by reputation's rating authority, which is",
        "to check who rates and to pause ratings; this never does.",
        "",
        "Errors: `NotRatingAuthority`, `RatingRightMissing`, `MandateMismatch`"
      ],
      "discriminator": [
        188,
        44,
        199,
        127,
        241,
        141,
        183,
        206
      ],
      "accounts": [
        {
          "name": "ratingAuthority",
          "docs": [
            "Reputation's PDA: no other program can sign for it."
          ],
          "signer": true,
          "address": "7bYUtswaQJ9tnjm4bpCstNBY54FuU4sVAKmWLy7zXXdy"
        },
        {
          "name": "mandate",
          "relations": [
            "job"
          ]
        },
        {
          "name": "job",
          "writable": true
        }
      ],
      "args": [],
      "returns": {
        "defined": {
          "name": "ratingRight"
        }
      }
    },
    {
      "name": "jobRefund",
      "docs": [
        "Gives `amount` base units of an accepted job back to the mandate, all of them ending it; while a dispute is",
        "open, toward its loss. Signed by the payout owner.",
        "",
        "Errors: `NotPayee`, `JobGenerationMismatch`, `AmountZero`, `JobNotUnderWay`, `JobRefundTooHigh`,",
        "`MandateMismatch`"
      ],
      "discriminator": [
        44,
        59,
        103,
        166,
        229,
        44,
        202,
        230
      ],
      "accounts": [
        {
          "name": "payoutOwner",
          "signer": true,
          "relations": [
            "job"
          ]
        },
        {
          "name": "mandate",
          "writable": true,
          "relations": [
            "job"
          ]
        },
        {
          "name": "job",
          "writable": true
        },
        {
          "name": "eventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "jobRefundArgs"
            }
          }
        }
      ]
    },
    {
      "name": "jobReject",
      "docs": [
        "Declines a job: its money back to the mandate. Signed by the job's agent key or the agent's owner.",
        "",
        "Errors: `NotJobAgent`, `JobNotFunded`, `AgentMismatch`, `MandateMismatch`"
      ],
      "discriminator": [
        168,
        141,
        4,
        228,
        64,
        142,
        13,
        97
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "The job's agent key, or the agent's owner."
          ],
          "signer": true
        },
        {
          "name": "mandate",
          "writable": true,
          "relations": [
            "job"
          ]
        },
        {
          "name": "agent",
          "relations": [
            "job"
          ]
        },
        {
          "name": "job",
          "writable": true
        },
        {
          "name": "eventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": []
    },
    {
      "name": "jobRelease",
      "docs": [
        "Accepts the result: what the job has left is the agent's, and `job_payout` pays it. Signed by the payer, or",
        "by the session key while it is both mandate's and job's; by anyone once the review is over. Before that it",
        "needs the approvers where it is as much as they are asked about.",
        "",
        "Errors: `JobGenerationMismatch`, `JobNotDelivered`, `ReviewOpen`, `ApprovalRequired`,",
        "`ApprovalAccountsMismatch`, `MandateMismatch`, and those of consent's `approval_consume`"
      ],
      "discriminator": [
        2,
        59,
        24,
        119,
        181,
        42,
        116,
        40
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "The payer, or the session key that is both the mandate's and the job's; anyone once the review is over."
          ],
          "signer": true
        },
        {
          "name": "mandate",
          "relations": [
            "job"
          ]
        },
        {
          "name": "job",
          "writable": true
        },
        {
          "name": "eventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "generation",
          "type": "u64"
        }
      ]
    },
    {
      "name": "jobSplit",
      "docs": [
        "Ends a job as both sides agree: a part to the agent, the rest back to the mandate. Signed by the payer, or",
        "by the session key while it is both mandate's and job's, and by the payout owner; the agent's part needs the",
        "approvers where it is as much as they are asked about.",
        "",
        "Errors: `NotPayerOrSession`, `NotPayee`, `JobGenerationMismatch`, `JobNotUnderWay`, `JobSplitTooHigh`,",
        "`ApprovalRequired`, `ApprovalAccountsMismatch`, `MandateMismatch`, and those of consent's `approval_consume`"
      ],
      "discriminator": [
        47,
        25,
        95,
        10,
        68,
        29,
        134,
        191
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "The payer, or the session key that is both the mandate's and the job's."
          ],
          "signer": true
        },
        {
          "name": "payoutOwner",
          "docs": [
            "The one who is to be paid."
          ],
          "signer": true,
          "relations": [
            "job"
          ]
        },
        {
          "name": "mandate",
          "writable": true,
          "relations": [
            "job"
          ]
        },
        {
          "name": "job",
          "writable": true
        },
        {
          "name": "eventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "jobSplitArgs"
            }
          }
        }
      ]
    },
    {
      "name": "mandateClose",
      "docs": [
        "Ends a mandate without channels and jobs: all its tokens to `destination`, its rent to the payer, who signs.",
        "",
        "Errors: `ChannelsRemain`, `JobsRemain`, `FeesRemain`, `ClosedInOpeningSlot`, `PayerMismatch`, `VaultMismatch`,",
        "`MintMismatch`, `DestinationMismatch`, `TokenProgramMismatch`"
      ],
      "discriminator": [
        217,
        178,
        53,
        230,
        132,
        72,
        168,
        90
      ],
      "accounts": [
        {
          "name": "payer",
          "writable": true,
          "signer": true,
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "mandate",
          "writable": true
        },
        {
          "name": "mint",
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "destination",
          "writable": true
        },
        {
          "name": "tokenProgram",
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "eventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": []
    },
    {
      "name": "mandateDeposit",
      "docs": [
        "Adds `amount` base units to the free money. Signed by the payer.",
        "",
        "Errors: `Paused`, `AmountZero`, `MandateKilled`, `MandateExpired`, `PayerMismatch`, `VaultMismatch`,",
        "`MintMismatch`, `TokenProgramMismatch`, `ConfigMismatch`, and those of `mint`"
      ],
      "discriminator": [
        254,
        86,
        10,
        21,
        149,
        0,
        134,
        216
      ],
      "accounts": [
        {
          "name": "payer",
          "signer": true,
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "mandate",
          "writable": true
        },
        {
          "name": "mint",
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "source",
          "writable": true
        },
        {
          "name": "tokenProgram",
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "eventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "amount",
          "type": "u64"
        }
      ]
    },
    {
      "name": "mandateKill",
      "docs": [
        "The kill switch: no allotment any more, one way. Signed by the payer. Anyone may now close its channels.",
        "",
        "Errors: `MandateKilled`, `PayerMismatch`"
      ],
      "discriminator": [
        135,
        46,
        190,
        83,
        43,
        250,
        186,
        175
      ],
      "accounts": [
        {
          "name": "payer",
          "signer": true,
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "mandate",
          "writable": true
        },
        {
          "name": "eventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": []
    },
    {
      "name": "mandateOpen",
      "docs": [
        "Opens a mandate with its vault and sets `deposit` aside. Signed by the payer, who pays the rent.",
        "",
        "Errors: `Paused`, `SessionKeyInvalid`, `CapsInvalid`, `ExpiryInPast`, `MinScoreInvalid`,",
        "`AllowListInvalid`, `AllowListTwice`, `ApproversInvalid`, `SessionKeyApproves`,",
        "`ApprovalThresholdInvalid`, `ApprovalTriggerInvalid`, `MintMismatch`, `TokenProgramMismatch`,",
        "`ConfigMismatch`, and those of `mint`: `MintMalformed` to `MintExtensionUnknown`"
      ],
      "discriminator": [
        19,
        127,
        46,
        200,
        107,
        204,
        209,
        168
      ],
      "accounts": [
        {
          "name": "payer",
          "writable": true,
          "signer": true
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "mandate",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  109,
                  97,
                  110,
                  100,
                  97,
                  116,
                  101
                ]
              },
              {
                "kind": "account",
                "path": "payer"
              },
              {
                "kind": "arg",
                "path": "args.id"
              }
            ]
          }
        },
        {
          "name": "mint"
        },
        {
          "name": "vault",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  109,
                  97,
                  110,
                  100,
                  97,
                  116,
                  101,
                  95,
                  118,
                  97,
                  117,
                  108,
                  116
                ]
              },
              {
                "kind": "account",
                "path": "mandate"
              }
            ]
          }
        },
        {
          "name": "source",
          "docs": [
            "The payer's; the token program checks that the payer may spend from it."
          ],
          "writable": true
        },
        {
          "name": "tokenProgram"
        },
        {
          "name": "systemProgram",
          "address": "11111111111111111111111111111111"
        },
        {
          "name": "eventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "mandateOpenArgs"
            }
          }
        }
      ]
    },
    {
      "name": "mandateRotate",
      "docs": [
        "Replaces the session key. Signed by the payer. Open channels keep the old key; anyone may now close them.",
        "",
        "Errors: `SessionKeyInvalid`, `SessionKeyUnchanged`, `SessionKeyApproves`, `MandateKilled`, `PayerMismatch`"
      ],
      "discriminator": [
        167,
        202,
        28,
        26,
        171,
        127,
        127,
        199
      ],
      "accounts": [
        {
          "name": "payer",
          "signer": true,
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "mandate",
          "writable": true
        },
        {
          "name": "eventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "sessionKey",
          "type": "pubkey"
        }
      ]
    },
    {
      "name": "mandateWithdraw",
      "docs": [
        "Takes `amount` base units of free money out. Signed by the payer; never paused.",
        "",
        "Errors: `AmountZero`, `InsufficientFree`, `PayerMismatch`, `VaultMismatch`, `MintMismatch`,",
        "`DestinationMismatch`, `TokenProgramMismatch`"
      ],
      "discriminator": [
        198,
        117,
        133,
        64,
        93,
        94,
        239,
        178
      ],
      "accounts": [
        {
          "name": "payer",
          "signer": true,
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "mandate",
          "writable": true
        },
        {
          "name": "mint",
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "destination",
          "docs": [
            "Any account of the mint: the payer signs for where it goes."
          ],
          "writable": true
        },
        {
          "name": "tokenProgram",
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "eventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "amount",
          "type": "u64"
        }
      ]
    },
    {
      "name": "ratingConsume",
      "docs": [
        "Uses up what the payer may rate of a channel and answers it. Signed by reputation's rating authority,",
        "which is to check who rates and to pause ratings; this never does.",
        "",
        "Errors: `NotRatingAuthority`, `RatingRightMissing`, `MandateMismatch`"
      ],
      "discriminator": [
        182,
        253,
        172,
        58,
        252,
        123,
        95,
        171
      ],
      "accounts": [
        {
          "name": "ratingAuthority",
          "docs": [
            "Reputation's PDA: no other program can sign for it."
          ],
          "signer": true,
          "address": "7bYUtswaQJ9tnjm4bpCstNBY54FuU4sVAKmWLy7zXXdy"
        },
        {
          "name": "mandate",
          "relations": [
            "channel"
          ]
        },
        {
          "name": "channel",
          "writable": true
        }
      ],
      "args": [],
      "returns": {
        "defined": {
          "name": "ratingRight"
        }
      }
    }
  ],
  "accounts": [
    {
      "name": "agent",
      "discriminator": [
        47,
        166,
        112,
        147,
        155,
        197,
        86,
        7
      ]
    },
    {
      "name": "agentVersion",
      "discriminator": [
        228,
        76,
        35,
        176,
        117,
        149,
        154,
        147
      ]
    },
    {
      "name": "channel",
      "discriminator": [
        49,
        159,
        99,
        106,
        220,
        87,
        219,
        88
      ]
    },
    {
      "name": "config",
      "discriminator": [
        155,
        12,
        170,
        224,
        30,
        250,
        204,
        130
      ]
    },
    {
      "name": "creditIssuer",
      "discriminator": [
        180,
        181,
        129,
        99,
        182,
        127,
        20,
        192
      ]
    },
    {
      "name": "job",
      "discriminator": [
        75,
        124,
        80,
        203,
        161,
        180,
        202,
        80
      ]
    },
    {
      "name": "mandate",
      "discriminator": [
        113,
        216,
        98,
        159,
        185,
        63,
        55,
        18
      ]
    }
  ],
  "events": [
    {
      "name": "channelClosing",
      "discriminator": [
        213,
        229,
        143,
        197,
        237,
        154,
        150,
        96
      ]
    },
    {
      "name": "channelDrained",
      "discriminator": [
        23,
        103,
        236,
        150,
        70,
        144,
        57,
        151
      ]
    },
    {
      "name": "channelFinished",
      "discriminator": [
        197,
        204,
        98,
        146,
        169,
        161,
        0,
        232
      ]
    },
    {
      "name": "channelHeld",
      "discriminator": [
        15,
        189,
        54,
        97,
        147,
        239,
        24,
        186
      ]
    },
    {
      "name": "channelOpened",
      "discriminator": [
        253,
        213,
        255,
        96,
        31,
        188,
        47,
        170
      ]
    },
    {
      "name": "channelPaid",
      "discriminator": [
        175,
        240,
        127,
        74,
        119,
        80,
        123,
        157
      ]
    },
    {
      "name": "channelRearmed",
      "discriminator": [
        39,
        177,
        78,
        193,
        47,
        115,
        88,
        44
      ]
    },
    {
      "name": "channelRefunded",
      "discriminator": [
        153,
        250,
        43,
        189,
        87,
        45,
        22,
        174
      ]
    },
    {
      "name": "channelReopened",
      "discriminator": [
        5,
        147,
        148,
        156,
        74,
        251,
        31,
        88
      ]
    },
    {
      "name": "claimClosed",
      "discriminator": [
        73,
        155,
        63,
        71,
        195,
        114,
        28,
        232
      ]
    },
    {
      "name": "claimOpened",
      "discriminator": [
        149,
        209,
        22,
        4,
        147,
        156,
        128,
        152
      ]
    },
    {
      "name": "creditIssuerSet",
      "discriminator": [
        66,
        71,
        118,
        155,
        184,
        213,
        131,
        162
      ]
    },
    {
      "name": "creditsBurned",
      "discriminator": [
        255,
        159,
        234,
        42,
        66,
        171,
        78,
        171
      ]
    },
    {
      "name": "creditsInitialized",
      "discriminator": [
        140,
        196,
        167,
        79,
        157,
        191,
        225,
        177
      ]
    },
    {
      "name": "creditsMinted",
      "discriminator": [
        156,
        94,
        140,
        137,
        170,
        35,
        173,
        244
      ]
    },
    {
      "name": "feesSwept",
      "discriminator": [
        96,
        218,
        115,
        136,
        74,
        170,
        202,
        172
      ]
    },
    {
      "name": "holdReleased",
      "discriminator": [
        168,
        49,
        116,
        33,
        191,
        86,
        197,
        90
      ]
    },
    {
      "name": "jobAccepted",
      "discriminator": [
        47,
        54,
        152,
        59,
        118,
        195,
        251,
        114
      ]
    },
    {
      "name": "jobClaimClosed",
      "discriminator": [
        147,
        13,
        65,
        182,
        16,
        211,
        34,
        230
      ]
    },
    {
      "name": "jobClaimOpened",
      "discriminator": [
        34,
        222,
        8,
        201,
        48,
        105,
        37,
        126
      ]
    },
    {
      "name": "jobDelivered",
      "discriminator": [
        108,
        92,
        53,
        170,
        59,
        120,
        87,
        40
      ]
    },
    {
      "name": "jobFinished",
      "discriminator": [
        204,
        97,
        242,
        147,
        129,
        85,
        114,
        217
      ]
    },
    {
      "name": "jobOpened",
      "discriminator": [
        194,
        169,
        75,
        170,
        253,
        153,
        200,
        220
      ]
    },
    {
      "name": "jobPaid",
      "discriminator": [
        210,
        173,
        183,
        36,
        83,
        220,
        40,
        160
      ]
    },
    {
      "name": "jobRefunded",
      "discriminator": [
        156,
        171,
        111,
        37,
        17,
        174,
        8,
        167
      ]
    },
    {
      "name": "jobReleased",
      "discriminator": [
        73,
        13,
        222,
        144,
        55,
        34,
        233,
        79
      ]
    },
    {
      "name": "jobSplit",
      "discriminator": [
        21,
        234,
        197,
        8,
        246,
        206,
        86,
        188
      ]
    },
    {
      "name": "mandateClosed",
      "discriminator": [
        217,
        212,
        155,
        243,
        4,
        34,
        255,
        65
      ]
    },
    {
      "name": "mandateDeposited",
      "discriminator": [
        208,
        119,
        224,
        154,
        159,
        160,
        98,
        221
      ]
    },
    {
      "name": "mandateKilled",
      "discriminator": [
        223,
        21,
        173,
        197,
        140,
        55,
        179,
        132
      ]
    },
    {
      "name": "mandateOpened",
      "discriminator": [
        155,
        185,
        17,
        253,
        199,
        90,
        9,
        91
      ]
    },
    {
      "name": "mandateWithdrawn",
      "discriminator": [
        118,
        27,
        106,
        191,
        107,
        177,
        79,
        39
      ]
    },
    {
      "name": "sessionKeyRotated",
      "discriminator": [
        172,
        87,
        66,
        147,
        26,
        174,
        140,
        90
      ]
    }
  ],
  "errors": [
    {
      "code": 6000,
      "name": "mathOverflow",
      "msg": "Arithmetic left its range; use smaller amounts"
    },
    {
      "code": 6001,
      "name": "unknownLayout",
      "msg": "The account has a layout version this program does not know; upgrade the client or migrate it"
    },
    {
      "code": 6002,
      "name": "invariantBroken",
      "msg": "Stored state broke a rule of the ledger; nothing was changed, please report it"
    },
    {
      "code": 6003,
      "name": "notYetEnforced",
      "msg": "This limit needs a program that is not built yet; leave it unset"
    },
    {
      "code": 6004,
      "name": "paused",
      "msg": "The protocol is paused for new business; exits stay open"
    },
    {
      "code": 6005,
      "name": "amountZero",
      "msg": "The amount must be above zero"
    },
    {
      "code": 6006,
      "name": "payerMismatch",
      "msg": "Signer is not the mandate's payer"
    },
    {
      "code": 6007,
      "name": "notPayerOrSession",
      "msg": "Signer is neither the mandate's payer nor its session key"
    },
    {
      "code": 6008,
      "name": "configMismatch",
      "msg": "The account is not the config of the registry"
    },
    {
      "code": 6009,
      "name": "mandateMismatch",
      "msg": "The account belongs to another mandate"
    },
    {
      "code": 6010,
      "name": "mintMismatch",
      "msg": "The mint is not the mandate's"
    },
    {
      "code": 6011,
      "name": "vaultMismatch",
      "msg": "The token account is not the mandate's vault"
    },
    {
      "code": 6012,
      "name": "destinationMismatch",
      "msg": "The token account is not owned by the one who is to be paid, or is of another mint"
    },
    {
      "code": 6013,
      "name": "eventAuthorityMismatch",
      "msg": "The account is not this program's event authority"
    },
    {
      "code": 6014,
      "name": "programMismatch",
      "msg": "The account is not this program"
    },
    {
      "code": 6020,
      "name": "sessionKeyInvalid",
      "msg": "The session key must be a key of its own, neither zero nor the payer's wallet"
    },
    {
      "code": 6021,
      "name": "capsInvalid",
      "msg": "Per-call maximum, daily cap and total cap must be above zero, none above the next"
    },
    {
      "code": 6022,
      "name": "expiryInPast",
      "msg": "The expiry must lie in the future"
    },
    {
      "code": 6023,
      "name": "allowListInvalid",
      "msg": "The allow-list has more than 16 agents, a zero or a repeated one"
    },
    {
      "code": 6024,
      "name": "mandateKilled",
      "msg": "The mandate was killed; open a new one"
    },
    {
      "code": 6025,
      "name": "mandateExpired",
      "msg": "The mandate has expired; open a new one"
    },
    {
      "code": 6026,
      "name": "insufficientFree",
      "msg": "The mandate holds less free money than that; deposit or ask for less"
    },
    {
      "code": 6027,
      "name": "dailyCapExceeded",
      "msg": "Today's cap of the mandate does not allow this; wait for midnight UTC or ask for less"
    },
    {
      "code": 6028,
      "name": "totalCapExceeded",
      "msg": "The total cap of the mandate does not allow this; open a new mandate"
    },
    {
      "code": 6029,
      "name": "channelsRemain",
      "msg": "The mandate still has channels; close them first"
    },
    {
      "code": 6030,
      "name": "feesRemain",
      "msg": "The mandate still owes fees; sweep them first"
    },
    {
      "code": 6031,
      "name": "sessionKeyUnchanged",
      "msg": "That is the session key already"
    },
    {
      "code": 6032,
      "name": "noFees",
      "msg": "No fees to sweep"
    },
    {
      "code": 6033,
      "name": "minScoreInvalid",
      "msg": "A minimum score is from 1,000 to 5,000 thousandths of a star, or 0 for none; correct it"
    },
    {
      "code": 6034,
      "name": "allowListTwice",
      "msg": "A mandate has an allow-list or the root of one; leave one of them out"
    },
    {
      "code": 6035,
      "name": "approversInvalid",
      "msg": "There are more than 8 approvers, a zero or a repeated one, or the payer is among them; correct them"
    },
    {
      "code": 6036,
      "name": "approvalThresholdInvalid",
      "msg": "The threshold is from one approver to all of them, and zero without any; correct it"
    },
    {
      "code": 6037,
      "name": "approvalTriggerInvalid",
      "msg": "With approvers both trigger amounts are above zero, and zero without any; correct them"
    },
    {
      "code": 6038,
      "name": "approvalRequired",
      "msg": "That much needs the mandate's approvers; ask them for exactly this instruction (consent's approval_request), and pass the approval behind its accounts"
    },
    {
      "code": 6039,
      "name": "sessionKeyApproves",
      "msg": "The session key would approve its own allotments; take another key"
    },
    {
      "code": 6040,
      "name": "agentNotAllowed",
      "msg": "The mandate does not allow this agent"
    },
    {
      "code": 6041,
      "name": "agentNotActive",
      "msg": "The agent is not open for business"
    },
    {
      "code": 6042,
      "name": "agentStale",
      "msg": "The agent's liveness lease has run out; it must send a heartbeat first"
    },
    {
      "code": 6043,
      "name": "versionMismatch",
      "msg": "The version belongs to another agent"
    },
    {
      "code": 6044,
      "name": "versionNotLatest",
      "msg": "The version is not the agent's latest; read the manifest again"
    },
    {
      "code": 6045,
      "name": "versionYanked",
      "msg": "The version was yanked by its owner"
    },
    {
      "code": 6046,
      "name": "priceAboveMaximum",
      "msg": "The agent's price is above the mandate's per-call maximum"
    },
    {
      "code": 6047,
      "name": "channelExpiryInvalid",
      "msg": "The channel's expiry must lie in the future, within the longest channel life and the mandate's own"
    },
    {
      "code": 6048,
      "name": "allotmentBelowPrice",
      "msg": "The allotment does not pay for one call"
    },
    {
      "code": 6049,
      "name": "ownershipChanged",
      "msg": "The agent has a new owner since this opened; open a new one"
    },
    {
      "code": 6050,
      "name": "agentMismatch",
      "msg": "The agent's account is not the channel's"
    },
    {
      "code": 6051,
      "name": "sessionRotated",
      "msg": "The session key was rotated since this channel opened; open a new channel"
    },
    {
      "code": 6052,
      "name": "stakeTooLow",
      "msg": "Less stake stands behind the agent than config or mandate ask for; take another agent"
    },
    {
      "code": 6053,
      "name": "firstLossTooLow",
      "msg": "The agent's present owner has too little at stake; take another agent, or wait until it stakes"
    },
    {
      "code": 6054,
      "name": "scoreTooLow",
      "msg": "The agent's score is below what the mandate asks for, or nobody has rated it; take another agent"
    },
    {
      "code": 6055,
      "name": "stakeVaultMismatch",
      "msg": "The account is not the agent's stake vault; pass the one at its derived address"
    },
    {
      "code": 6056,
      "name": "scoreMismatch",
      "msg": "The account is not the agent's score; pass the one at its derived address"
    },
    {
      "code": 6057,
      "name": "allowProofMissing",
      "msg": "The mandate allows agents by a tree; prove that this agent is in it"
    },
    {
      "code": 6058,
      "name": "allowProofInvalid",
      "msg": "The proof does not lead from this agent to the mandate's tree; build it from the mandate's list"
    },
    {
      "code": 6059,
      "name": "allowProofTooLong",
      "msg": "A proof has at most 20 hashes; build it from the mandate's list"
    },
    {
      "code": 6060,
      "name": "notInstructionsSysvar",
      "msg": "The account is not the Instructions sysvar"
    },
    {
      "code": 6061,
      "name": "ed25519Missing",
      "msg": "The instruction right before must be one Ed25519 check of exactly the vouchers settled"
    },
    {
      "code": 6062,
      "name": "ed25519NotCanonical",
      "msg": "The Ed25519 instruction is not in canonical form"
    },
    {
      "code": 6063,
      "name": "signatureCountMismatch",
      "msg": "Pass one channel for each signature, in the same order"
    },
    {
      "code": 6064,
      "name": "duplicateChannel",
      "msg": "The same channel is passed twice"
    },
    {
      "code": 6065,
      "name": "notAChannel",
      "msg": "The account is not a channel of this program"
    },
    {
      "code": 6066,
      "name": "wrongSigner",
      "msg": "The voucher is signed by another key than the channel's session key"
    },
    {
      "code": 6067,
      "name": "wrongTag",
      "msg": "The voucher is for another channel, generation, deployment or cluster"
    },
    {
      "code": 6068,
      "name": "notMonotonic",
      "msg": "The voucher does not raise the settled amount; a later one was settled already"
    },
    {
      "code": 6069,
      "name": "callsNotMonotonic",
      "msg": "The voucher does not raise the number of calls"
    },
    {
      "code": 6070,
      "name": "perCallMaximumExceeded",
      "msg": "The voucher pays more per call than the mandate allows"
    },
    {
      "code": 6071,
      "name": "aboveAllotment",
      "msg": "The voucher is above what is allotted to the channel"
    },
    {
      "code": 6072,
      "name": "voucherExpired",
      "msg": "The voucher has expired"
    },
    {
      "code": 6073,
      "name": "channelExpired",
      "msg": "The channel has expired; nothing more can be settled"
    },
    {
      "code": 6074,
      "name": "graceOver",
      "msg": "The channel's grace is over; nothing more can be settled"
    },
    {
      "code": 6075,
      "name": "channelDraining",
      "msg": "The channel is draining; nothing more can be settled"
    },
    {
      "code": 6076,
      "name": "setSizeInvalid",
      "msg": "A set is of 2 to 64 channels; settle fewer by vouchers of their own, and more in several sets"
    },
    {
      "code": 6077,
      "name": "wrongSet",
      "msg": "The set was signed for other channels or generations, or for these in another order"
    },
    {
      "code": 6090,
      "name": "nothingPayable",
      "msg": "Nothing is payable yet; wait for the holdback to pass"
    },
    {
      "code": 6091,
      "name": "notPayee",
      "msg": "Signer is not the one the channel pays"
    },
    {
      "code": 6092,
      "name": "refundTooHigh",
      "msg": "The refund is above what is settled and neither paid nor refunded"
    },
    {
      "code": 6093,
      "name": "notOpen",
      "msg": "The channel is not open"
    },
    {
      "code": 6094,
      "name": "notClosing",
      "msg": "The channel is not closing"
    },
    {
      "code": 6095,
      "name": "closedInOpeningSlot",
      "msg": "Neither a mandate nor a channel can be closed in the slot it opened in; try again in the next"
    },
    {
      "code": 6096,
      "name": "closeNotAllowed",
      "msg": "Only the payer or its session key may close a channel whose mandate stands"
    },
    {
      "code": 6097,
      "name": "reopenNotAllowed",
      "msg": "A closing cannot be undone once the mandate was killed or has expired, or its key was rotated"
    },
    {
      "code": 6098,
      "name": "notDrainable",
      "msg": "The agent may still settle; wait for the grace or the expiry to pass"
    },
    {
      "code": 6099,
      "name": "notDraining",
      "msg": "The channel is not draining; close and drain it first"
    },
    {
      "code": 6100,
      "name": "unpaidRemains",
      "msg": "Settled money is still unpaid; pay it out first"
    },
    {
      "code": 6101,
      "name": "heldOrDisputed",
      "msg": "Money is held or disputed; wait for the outcome"
    },
    {
      "code": 6102,
      "name": "claimWindowOpen",
      "msg": "Claims may still be brought; wait for the claim window to pass"
    },
    {
      "code": 6103,
      "name": "ratingWindowOpen",
      "msg": "The payer may still rate; wait for the rating window to pass, or let the payer end the channel"
    },
    {
      "code": 6104,
      "name": "rentPayerMismatch",
      "msg": "The rent goes to the one who paid it"
    },
    {
      "code": 6110,
      "name": "ratingRightMissing",
      "msg": "Nothing was paid out for a fee, refunded or returned since the last rating; pay out first"
    },
    {
      "code": 6111,
      "name": "notRatingAuthority",
      "msg": "Only the reputation program's rating authority may use up a rating right; rate through it"
    },
    {
      "code": 6120,
      "name": "holdExists",
      "msg": "The payer holds money of this channel already; release it, or wait until it lapses or its dispute ends"
    },
    {
      "code": 6121,
      "name": "holdTooHigh",
      "msg": "The hold is above what is settled and has neither matured nor gone; hold less"
    },
    {
      "code": 6122,
      "name": "nothingHeld",
      "msg": "Nothing is held"
    },
    {
      "code": 6123,
      "name": "holdDisputed",
      "msg": "A dispute has taken the hold; wait for its outcome"
    },
    {
      "code": 6124,
      "name": "notClaimAuthority",
      "msg": "Only the stake program's claim authority may open or close a claim; open a dispute there"
    },
    {
      "code": 6125,
      "name": "claimTooHigh",
      "msg": "The claim is above what is settled and neither claimed nor given back; claim less"
    },
    {
      "code": 6126,
      "name": "claimWindowOver",
      "msg": "The claim window after the last settle is over"
    },
    {
      "code": 6127,
      "name": "claimMismatch",
      "msg": "The claim does not end as it began: no such claim is open at the channel"
    },
    {
      "code": 6130,
      "name": "jobDeadlinesInvalid",
      "msg": "Accept-by must lie in the future and before deliver-by, and that within the longest channel life and the mandate's expiry"
    },
    {
      "code": 6131,
      "name": "reviewWindowInvalid",
      "msg": "The review window must be from the config's shortest holdback, a second at least, to its claim window"
    },
    {
      "code": 6132,
      "name": "hashMissing",
      "msg": "The hash is all zeros; pass the SHA-256 of what is agreed or delivered"
    },
    {
      "code": 6133,
      "name": "jobGenerationMismatch",
      "msg": "The job is another than the one signed for: it was opened anew at this address; read it again"
    },
    {
      "code": 6134,
      "name": "termsMismatch",
      "msg": "The terms are others than the job's; read them again before accepting"
    },
    {
      "code": 6135,
      "name": "jobNotFunded",
      "msg": "The agent has accepted the job, or it is over; this comes before"
    },
    {
      "code": 6136,
      "name": "jobNotAccepted",
      "msg": "The job is not accepted and waiting for its result"
    },
    {
      "code": 6137,
      "name": "jobNotDelivered",
      "msg": "The job has no result under review"
    },
    {
      "code": 6138,
      "name": "jobNotUnderWay",
      "msg": "The agent is not at work on the job, nor is its result under review"
    },
    {
      "code": 6139,
      "name": "acceptanceOver",
      "msg": "The time to accept is over; the job can only expire"
    },
    {
      "code": 6140,
      "name": "deliveryOver",
      "msg": "The time to deliver is over; the job can only expire"
    },
    {
      "code": 6141,
      "name": "reviewOpen",
      "msg": "The review goes on; only the payer's side may release before it ends"
    },
    {
      "code": 6142,
      "name": "reviewOver",
      "msg": "The review is over; the result counts as accepted"
    },
    {
      "code": 6143,
      "name": "jobNotExpired",
      "msg": "The agent still has time; wait for accept-by, or for deliver-by once it has accepted"
    },
    {
      "code": 6144,
      "name": "notJobAgent",
      "msg": "Signer is neither the job's agent key nor the agent's owner"
    },
    {
      "code": 6145,
      "name": "jobSplitTooHigh",
      "msg": "The part is above what the job has left; agree on less"
    },
    {
      "code": 6146,
      "name": "jobRefundTooHigh",
      "msg": "The amount is above what the job has left; give back less"
    },
    {
      "code": 6147,
      "name": "jobClaimTooHigh",
      "msg": "The claim is above what the job has left; claim less"
    },
    {
      "code": 6148,
      "name": "jobNothingPayable",
      "msg": "Nothing of the job is earned and unpaid"
    },
    {
      "code": 6149,
      "name": "jobNotEnded",
      "msg": "The job has not ended; release, refund or expire it first"
    },
    {
      "code": 6150,
      "name": "jobUnpaid",
      "msg": "Earned money of the job is still unpaid; pay it out first"
    },
    {
      "code": 6151,
      "name": "jobsRemain",
      "msg": "The mandate still has jobs; finish them first"
    },
    {
      "code": 6152,
      "name": "jobFinishedInOpeningSlot",
      "msg": "A job cannot be finished in the slot it opened in; try again in the next"
    },
    {
      "code": 6160,
      "name": "tokenProgramMismatch",
      "msg": "The mint, or a token account, is of another token program; pass the one the mint belongs to"
    },
    {
      "code": 6161,
      "name": "mintMalformed",
      "msg": "The mint's extensions cannot be read; take another mint"
    },
    {
      "code": 6162,
      "name": "mintTakesFees",
      "msg": "The mint can take a fee of each transfer; take another mint"
    },
    {
      "code": 6163,
      "name": "mintHasPermanentDelegate",
      "msg": "The mint has a permanent delegate, who can take tokens from anybody; take another mint"
    },
    {
      "code": 6164,
      "name": "mintHasTransferHook",
      "msg": "The mint lets another program decide about transfers; take another mint"
    },
    {
      "code": 6165,
      "name": "mintFreezesByDefault",
      "msg": "The mint can make token accounts frozen from the start; take another mint"
    },
    {
      "code": 6166,
      "name": "mintPausable",
      "msg": "The mint's transfers can be paused; take another mint"
    },
    {
      "code": 6167,
      "name": "mintClosable",
      "msg": "The mint can be closed, and made anew with other rules; take another mint"
    },
    {
      "code": 6168,
      "name": "mintConfidential",
      "msg": "The mint can hide amounts; take another mint"
    },
    {
      "code": 6169,
      "name": "mintScalesAmounts",
      "msg": "The mint shows other amounts than it moves, by interest or a scale; take another mint"
    },
    {
      "code": 6170,
      "name": "mintNotTransferable",
      "msg": "The mint's tokens cannot be transferred; take another mint"
    },
    {
      "code": 6171,
      "name": "mintExtensionUnknown",
      "msg": "The mint has an extension that this program does not know; take another mint"
    },
    {
      "code": 6172,
      "name": "notAdmin",
      "msg": "Signer is not the config's admin"
    },
    {
      "code": 6173,
      "name": "creditsExist",
      "msg": "The credits were made before; they are made once"
    },
    {
      "code": 6174,
      "name": "creditsMissing",
      "msg": "The credits were not made yet; let the admin make them"
    },
    {
      "code": 6175,
      "name": "creditDecimalsInvalid",
      "msg": "Credits have at most 9 decimals"
    },
    {
      "code": 6176,
      "name": "creditMintMismatch",
      "msg": "The account is not the mint of the credits"
    },
    {
      "code": 6177,
      "name": "issuerMissing",
      "msg": "The issuer is the zero key; name one"
    },
    {
      "code": 6178,
      "name": "notIssuer",
      "msg": "Signer is not the issuer that the account is about"
    },
    {
      "code": 6179,
      "name": "issuerInactive",
      "msg": "The issuer was stopped; ask the admin"
    },
    {
      "code": 6180,
      "name": "issuerCapExceeded",
      "msg": "The issuer's cap of the day does not allow this; wait for midnight UTC, or ask the admin"
    },
    {
      "code": 6181,
      "name": "creditPaymentUsed",
      "msg": "Credits were minted for this payment before; its record tells to whom and how much"
    },
    {
      "code": 6182,
      "name": "creditReferenceMissing",
      "msg": "The payment's reference is zero; name the payment"
    },
    {
      "code": 6183,
      "name": "issuerMismatch",
      "msg": "The account is not the issuer's; pass the one at its derived address"
    },
    {
      "code": 6190,
      "name": "allowProofUnexpected",
      "msg": "The mandate asks for no proof; leave it out"
    },
    {
      "code": 6191,
      "name": "notAttested",
      "msg": "The mandate's attestor does not vouch for the agent's owner; take another agent, or have it attested"
    },
    {
      "code": 6192,
      "name": "attestationExpired",
      "msg": "The attestation of the agent's owner has expired; have it renewed"
    },
    {
      "code": 6193,
      "name": "attestationMismatch",
      "msg": "The account is not the attestor's attestation of the agent's owner; pass the one at its derived address"
    },
    {
      "code": 6210,
      "name": "approvalAccountsMismatch",
      "msg": "Behind the accounts come approval, its rent payer, the approval consumer, consent's event authority and consent, or nothing"
    }
  ],
  "types": [
    {
      "name": "agent",
      "docs": [
        "An agent: `[\"agent\", creator, handle]`.",
        "",
        "INVARIANTS: `creator` and `handle` never change; `ownership_epoch` starts at 1 and grows by one with each",
        "accepted transfer; `latest_version` counts versions 1..=n without gaps; Active and Suspended only with one;",
        "`price` and `price_mint` are the latest version's; `retires_at` is non-zero in Retiring and only there;",
        "`pending_owner` is zero without a transfer under way."
      ],
      "serialization": "bytemuck",
      "repr": {
        "kind": "c"
      },
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "version",
            "type": "u8"
          },
          {
            "name": "bump",
            "type": "u8"
          },
          {
            "name": "status",
            "docs": [
              "`AgentStatus`"
            ],
            "type": "u8"
          },
          {
            "name": "handleLen",
            "type": "u8"
          },
          {
            "name": "latestVersion",
            "type": "u32"
          },
          {
            "name": "ownershipEpoch",
            "type": "u32"
          },
          {
            "name": "padding",
            "type": {
              "array": [
                "u8",
                4
              ]
            }
          },
          {
            "name": "creator",
            "docs": [
              "Registered the handle, paid the rent, and gets it back."
            ],
            "type": "pubkey"
          },
          {
            "name": "owner",
            "type": "pubkey"
          },
          {
            "name": "pendingOwner",
            "type": "pubkey"
          },
          {
            "name": "agentKey",
            "docs": [
              "Signs responses and heartbeats; holds no funds."
            ],
            "type": "pubkey"
          },
          {
            "name": "payoutOwner",
            "docs": [
              "Wallet whose associated token accounts take payouts of channels opened from now on."
            ],
            "type": "pubkey"
          },
          {
            "name": "priceMint",
            "type": "pubkey"
          },
          {
            "name": "price",
            "docs": [
              "Price of one call, base units of `price_mint`."
            ],
            "type": "u64"
          },
          {
            "name": "holdback",
            "docs": [
              "Offered holdback of settled money, seconds."
            ],
            "type": "i64"
          },
          {
            "name": "leaseExpiresAt",
            "docs": [
              "Stale from then on, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "registeredAt",
            "type": "i64"
          },
          {
            "name": "retiresAt",
            "docs": [
              "First moment the agent may be closed, Unix seconds; 0 unless Retiring."
            ],
            "type": "i64"
          },
          {
            "name": "handle",
            "docs": [
              "Lower-case ASCII, zero-padded."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "tags",
            "docs": [
              "Lower-case ASCII, each zero-padded; unused ones all zero, at the end."
            ],
            "type": {
              "array": [
                {
                  "array": [
                    "u8",
                    16
                  ]
                },
                4
              ]
            }
          },
          {
            "name": "reserved",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          }
        ]
      }
    },
    {
      "name": "agentVersion",
      "docs": [
        "One published version of an agent: `[\"version\", agent, n: u32 LE]`. Sized to its content.",
        "",
        "INVARIANTS: immutable but for `yanked`, which only ever turns true; outlives its agent only to be closed."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "version",
            "type": "u8"
          },
          {
            "name": "bump",
            "type": "u8"
          },
          {
            "name": "yanked",
            "docs": [
              "Withdrawn by the owner: no channel opens on it."
            ],
            "type": "bool"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "publisher",
            "docs": [
              "Paid the rent, and gets it back."
            ],
            "type": "pubkey"
          },
          {
            "name": "number",
            "docs": [
              "1, 2, 3, …"
            ],
            "type": "u32"
          },
          {
            "name": "manifestHash",
            "docs": [
              "SHA-256 of the manifest's RFC 8785 canonical JSON."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "priceMint",
            "type": "pubkey"
          },
          {
            "name": "price",
            "docs": [
              "Price of one call, base units of `price_mint`."
            ],
            "type": "u64"
          },
          {
            "name": "publishedAt",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "semver",
            "docs": [
              "Semantic version, at most 32 bytes."
            ],
            "type": "string"
          },
          {
            "name": "uri",
            "docs": [
              "Where the manifest is, at most 200 bytes."
            ],
            "type": "string"
          }
        ]
      }
    },
    {
      "name": "channel",
      "docs": [
        "An allotment of a mandate to one agent, spent by vouchers: `[\"channel\", mandate, agent, n: u8]`.",
        "",
        "INVARIANTS: `paid_gross + refunded + held ≤ settled`, `settled + returned ≤ allotted`; `allotted, settled,",
        "calls, paid_gross, returned, refunded, claimed, awarded` never fall; `matured ≤ pending ≤ settled`;",
        "`awarded ≤ refunded`, `awarded ≤ claimed ≤ settled`; `held_until` is 0 exactly unless something is held that no",
        "dispute has taken; a hold is disputed only while a dispute is open;",
        "`rated_paid ≤ paid_gross`, `rated_refunded ≤ refunded`, neither ever falls; the terms",
        "(keys, price, fee, windows, epochs, tag) never change within a generation; no generation recurs, because it",
        "is the opening slot and a channel cannot be closed in it."
      ],
      "serialization": "bytemuck",
      "repr": {
        "kind": "c"
      },
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "version",
            "type": "u8"
          },
          {
            "name": "bump",
            "type": "u8"
          },
          {
            "name": "status",
            "docs": [
              "`ChannelStatus`"
            ],
            "type": "u8"
          },
          {
            "name": "n",
            "type": "u8"
          },
          {
            "name": "calls",
            "docs": [
              "Calls paid for so far."
            ],
            "type": "u32"
          },
          {
            "name": "tag",
            "docs": [
              "First 16 bytes of SHA-256(domain, genesis hash, escrow id, channel, generation)."
            ],
            "type": {
              "array": [
                "u8",
                16
              ]
            }
          },
          {
            "name": "sessionKey",
            "type": "pubkey"
          },
          {
            "name": "perCallMax",
            "docs": [
              "Most one call may cost, base units."
            ],
            "type": "u64"
          },
          {
            "name": "settled",
            "type": "u64"
          },
          {
            "name": "allotted",
            "type": "u64"
          },
          {
            "name": "returned",
            "type": "u64"
          },
          {
            "name": "expiresAt",
            "docs": [
              "Nothing settles from then on, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "closingEndsAt",
            "docs": [
              "Nothing settles from then on, Unix seconds; 0 unless Closing."
            ],
            "type": "i64"
          },
          {
            "name": "matured",
            "type": "u64"
          },
          {
            "name": "pending",
            "type": "u64"
          },
          {
            "name": "pendingSince",
            "type": "i64"
          },
          {
            "name": "lastSettleAt",
            "type": "i64"
          },
          {
            "name": "holdback",
            "docs": [
              "From settled to payable, seconds."
            ],
            "type": "i64"
          },
          {
            "name": "paidGross",
            "type": "u64"
          },
          {
            "name": "refunded",
            "docs": [
              "Back to the payer: by the agent, and by claims out of the hold."
            ],
            "type": "u64"
          },
          {
            "name": "claimed",
            "docs": [
              "Claimed by disputes, won or not."
            ],
            "type": "u64"
          },
          {
            "name": "held",
            "docs": [
              "Held by the payer against a claim."
            ],
            "type": "u64"
          },
          {
            "name": "heldUntil",
            "docs": [
              "When the hold lapses, Unix seconds; 0 without one, and while it is disputed."
            ],
            "type": "i64"
          },
          {
            "name": "openDisputes",
            "type": "u32"
          },
          {
            "name": "feeBps",
            "docs": [
              "Protocol fee, basis points of a payout."
            ],
            "type": "u16"
          },
          {
            "name": "holdDisputed",
            "docs": [
              "1 while the hold is an open dispute's, be it used up: it does not lapse, and there is no other."
            ],
            "type": "u8"
          },
          {
            "name": "padding",
            "type": {
              "array": [
                "u8",
                1
              ]
            }
          },
          {
            "name": "agentVersion",
            "type": "u32"
          },
          {
            "name": "ownershipEpoch",
            "type": "u32"
          },
          {
            "name": "keyEpoch",
            "docs": [
              "The mandate's at opening; a rotation makes them differ."
            ],
            "type": "u32"
          },
          {
            "name": "padding2",
            "type": {
              "array": [
                "u8",
                4
              ]
            }
          },
          {
            "name": "generation",
            "docs": [
              "Slot the channel opened in."
            ],
            "type": "u64"
          },
          {
            "name": "openedAt",
            "type": "i64"
          },
          {
            "name": "lastPayoutAt",
            "type": "i64"
          },
          {
            "name": "price",
            "docs": [
              "Price of one call, base units."
            ],
            "type": "u64"
          },
          {
            "name": "closeGrace",
            "docs": [
              "Seconds from Closing to the last settle."
            ],
            "type": "i64"
          },
          {
            "name": "holdLapse",
            "type": "i64"
          },
          {
            "name": "claimWindow",
            "type": "i64"
          },
          {
            "name": "ratingWindow",
            "type": "i64"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "agentKey",
            "docs": [
              "Signs responses."
            ],
            "type": "pubkey"
          },
          {
            "name": "payoutOwner",
            "docs": [
              "Wallet whose associated token account is paid."
            ],
            "type": "pubkey"
          },
          {
            "name": "rentPayer",
            "docs": [
              "Gets the rent back."
            ],
            "type": "pubkey"
          },
          {
            "name": "ratedPaid",
            "type": "u64"
          },
          {
            "name": "ratedRefunded",
            "type": "u64"
          },
          {
            "name": "awarded",
            "docs": [
              "Of `refunded`, what claims paid out of the hold."
            ],
            "type": "u64"
          },
          {
            "name": "reserved",
            "type": {
              "array": [
                "u8",
                40
              ]
            }
          }
        ]
      }
    },
    {
      "name": "channelClosing",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "channel",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "closedBy",
            "type": "pubkey"
          },
          {
            "name": "closingEndsAt",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "channelDrained",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "channel",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "settled",
            "type": "u64"
          },
          {
            "name": "calls",
            "type": "u32"
          },
          {
            "name": "returned",
            "docs": [
              "Went back to the mandate, base units."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "channelFinished",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "channel",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "calls",
            "type": "u32"
          },
          {
            "name": "allotted",
            "type": "u64"
          },
          {
            "name": "settled",
            "type": "u64"
          },
          {
            "name": "paidGross",
            "type": "u64"
          },
          {
            "name": "returned",
            "type": "u64"
          },
          {
            "name": "refunded",
            "type": "u64"
          },
          {
            "name": "rentPayer",
            "type": "pubkey"
          }
        ]
      }
    },
    {
      "name": "channelHeld",
      "docs": [
        "The payer keeps settled money from being paid out."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "channel",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "heldBy",
            "type": "pubkey"
          },
          {
            "name": "amount",
            "type": "u64"
          },
          {
            "name": "heldUntil",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "channelOpenArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "n",
            "docs": [
              "Tells several channels of one mandate to one agent apart."
            ],
            "type": "u8"
          },
          {
            "name": "amount",
            "docs": [
              "Allotted to the channel, base units; charged to the mandate's caps."
            ],
            "type": "u64"
          },
          {
            "name": "expiresAt",
            "docs": [
              "Nothing settles from then on, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "allowProof",
            "docs": [
              "Siblings from the agent's leaf up, at most 20, where the mandate allows agents by a tree; else empty."
            ],
            "type": {
              "vec": {
                "array": [
                  "u8",
                  32
                ]
              }
            }
          }
        ]
      }
    },
    {
      "name": "channelOpened",
      "docs": [
        "Money was allotted to an agent for the first time in this generation."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "channel",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "n",
            "type": "u8"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "tag",
            "type": {
              "array": [
                "u8",
                16
              ]
            }
          },
          {
            "name": "sessionKey",
            "type": "pubkey"
          },
          {
            "name": "agentKey",
            "type": "pubkey"
          },
          {
            "name": "payoutOwner",
            "type": "pubkey"
          },
          {
            "name": "rentPayer",
            "type": "pubkey"
          },
          {
            "name": "agentVersion",
            "type": "u32"
          },
          {
            "name": "ownershipEpoch",
            "type": "u32"
          },
          {
            "name": "price",
            "type": "u64"
          },
          {
            "name": "perCallMax",
            "type": "u64"
          },
          {
            "name": "feeBps",
            "type": "u16"
          },
          {
            "name": "holdback",
            "type": "i64"
          },
          {
            "name": "expiresAt",
            "type": "i64"
          },
          {
            "name": "allotted",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "channelPaid",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "channel",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "payoutOwner",
            "type": "pubkey"
          },
          {
            "name": "gross",
            "type": "u64"
          },
          {
            "name": "fee",
            "type": "u64"
          },
          {
            "name": "net",
            "type": "u64"
          },
          {
            "name": "paidGrossBefore",
            "type": "u64"
          },
          {
            "name": "paidGrossAfter",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "channelRearmArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "amount",
            "docs": [
              "Added to the allotment, base units; charged to the mandate's caps."
            ],
            "type": "u64"
          },
          {
            "name": "expiresAt",
            "docs": [
              "New end, Unix seconds; not before the present one."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "channelRearmed",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "channel",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "allottedBefore",
            "type": "u64"
          },
          {
            "name": "allottedAfter",
            "type": "u64"
          },
          {
            "name": "expiresAtBefore",
            "type": "i64"
          },
          {
            "name": "expiresAtAfter",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "channelRefunded",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "channel",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "payer",
            "type": "pubkey"
          },
          {
            "name": "amount",
            "type": "u64"
          },
          {
            "name": "refundedBefore",
            "type": "u64"
          },
          {
            "name": "refundedAfter",
            "type": "u64"
          },
          {
            "name": "heldBefore",
            "type": "u64"
          },
          {
            "name": "heldAfter",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "channelReopened",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "channel",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "claimClosed",
      "docs": [
        "A dispute's claim ended; `loss = refunded_since + paid + shortfall`, all in base units."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "channel",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "payer",
            "type": "pubkey"
          },
          {
            "name": "destination",
            "docs": [
              "Token account that was paid."
            ],
            "type": "pubkey"
          },
          {
            "name": "loss",
            "type": "u64"
          },
          {
            "name": "refundedSince",
            "docs": [
              "Given back by the agent while the claim was open, up to the loss."
            ],
            "type": "u64"
          },
          {
            "name": "paid",
            "docs": [
              "To the payer, out of the hold."
            ],
            "type": "u64"
          },
          {
            "name": "released",
            "docs": [
              "Of the hold, back to what the agent is paid from."
            ],
            "type": "u64"
          },
          {
            "name": "shortfall",
            "docs": [
              "What neither refunds nor the hold made good."
            ],
            "type": "u64"
          },
          {
            "name": "tookHold",
            "docs": [
              "Whether the hold was this claim's."
            ],
            "type": "bool"
          },
          {
            "name": "heldBefore",
            "type": "u64"
          },
          {
            "name": "heldAfter",
            "type": "u64"
          },
          {
            "name": "refundedBefore",
            "type": "u64"
          },
          {
            "name": "refundedAfter",
            "type": "u64"
          },
          {
            "name": "openDisputesBefore",
            "type": "u32"
          },
          {
            "name": "openDisputesAfter",
            "type": "u32"
          }
        ]
      }
    },
    {
      "name": "claimEnd",
      "docs": [
        "How a claim ends; of `claim_close` and `job_claim_close`."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "loss",
            "docs": [
              "What the payer lost, base units, refunds not yet taken off."
            ],
            "type": "u64"
          },
          {
            "name": "refundedBefore",
            "docs": [
              "`ClaimRight::refunded` of the opening."
            ],
            "type": "u64"
          },
          {
            "name": "tookHold",
            "docs": [
              "Whether the claim took the hold."
            ],
            "type": "bool"
          }
        ]
      }
    },
    {
      "name": "claimOpened",
      "docs": [
        "A dispute claims money of a channel."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "channel",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "payer",
            "type": "pubkey"
          },
          {
            "name": "claim",
            "type": "u64"
          },
          {
            "name": "claimedBefore",
            "type": "u64"
          },
          {
            "name": "claimedAfter",
            "type": "u64"
          },
          {
            "name": "refunded",
            "docs": [
              "Given back by the agent so far, base units."
            ],
            "type": "u64"
          },
          {
            "name": "taken",
            "docs": [
              "Of the hold, for this claim; above 0, the hold is disputed from now on and does not lapse."
            ],
            "type": "u64"
          },
          {
            "name": "held",
            "docs": [
              "Held by whatever claim, base units."
            ],
            "type": "u64"
          },
          {
            "name": "openDisputesBefore",
            "type": "u32"
          },
          {
            "name": "openDisputesAfter",
            "type": "u32"
          }
        ]
      }
    },
    {
      "name": "claimPaid",
      "docs": [
        "What the end of a claim brought, base units: escrow's answer (return data, Borsh) to `claim_close` and",
        "`job_claim_close`.",
        "",
        "`loss = refunded_since (up to the loss) + paid + shortfall`."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "refundedSince",
            "docs": [
              "Given back by the agent while the claim was open, up to the loss."
            ],
            "type": "u64"
          },
          {
            "name": "paid",
            "docs": [
              "Paid to the payer out of the hold; of a job, back to the mandate."
            ],
            "type": "u64"
          },
          {
            "name": "released",
            "docs": [
              "Of the hold, back to what the agent is paid from."
            ],
            "type": "u64"
          },
          {
            "name": "shortfall",
            "docs": [
              "Of the loss, what neither refunds nor the hold made good."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "claimRight",
      "docs": [
        "What may be claimed of a channel or a job, and of whom: escrow's answer (return data, Borsh) to `claim_open` and",
        "`job_claim_open`, which count the claim and take up to it what is held."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "subject",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "docs": [
              "Tells this subject from an earlier one at the same address."
            ],
            "type": "u64"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "payer",
            "docs": [
              "The mandate's payer: the only one who may claim."
            ],
            "type": "pubkey"
          },
          {
            "name": "payoutOwner",
            "type": "pubkey"
          },
          {
            "name": "sessionKey",
            "docs": [
              "Signs the channel's vouchers; the mandate's when a job opened."
            ],
            "type": "pubkey"
          },
          {
            "name": "agentKey",
            "docs": [
              "Signs the agent's responses."
            ],
            "type": "pubkey"
          },
          {
            "name": "mint",
            "docs": [
              "Mint of the amounts."
            ],
            "type": "pubkey"
          },
          {
            "name": "tag",
            "docs": [
              "Tag of the channel's vouchers and response proofs; zeros of a job."
            ],
            "type": {
              "array": [
                "u8",
                16
              ]
            }
          },
          {
            "name": "ownershipEpoch",
            "type": "u32"
          },
          {
            "name": "agentVersion",
            "type": "u32"
          },
          {
            "name": "perCallMax",
            "docs": [
              "Most that one call may cost, base units; 0 of a job."
            ],
            "type": "u64"
          },
          {
            "name": "held",
            "docs": [
              "Taken from the payer's hold for this claim, base units; all of a claim on a job."
            ],
            "type": "u64"
          },
          {
            "name": "refunded",
            "docs": [
              "Given back by the agent so far, base units, what claims were paid left out: what is added while the claim is",
              "open counts toward its loss."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "config",
      "docs": [
        "The protocol's settings, one a deployment: `[\"config\"]`.",
        "",
        "INVARIANTS: made once, by the registry's upgrade authority; `genesis_hash`, `stake_mint` and `flags` never",
        "change, `admin` by handover alone and all other settings by proposal alone; `fee_bps ≤ 500`; the two panels",
        "share no member; `live_proposals_from ≤ next_proposal`, both only growing; `pending_admin`,",
        "`admin_handover_at` and `admin_handover_expires_at` are zero together, `execution_paused_at` and",
        "`execution_pause_ends_at` too; those of `Windows`, `LongestWindows` and `Panel`.",
        "Money that is open carries copies of the terms it depends on: a change here reaches only what opens later."
      ],
      "serialization": "bytemuck",
      "repr": {
        "kind": "c"
      },
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "version",
            "type": "u8"
          },
          {
            "name": "bump",
            "type": "u8"
          },
          {
            "name": "flags",
            "docs": [
              "`config_flags`"
            ],
            "type": "u8"
          },
          {
            "name": "settlementMintCount",
            "type": "u8"
          },
          {
            "name": "pauseBits",
            "docs": [
              "`pause`"
            ],
            "type": "u16"
          },
          {
            "name": "feeBps",
            "docs": [
              "Protocol fee, basis points of a payout."
            ],
            "type": "u16"
          },
          {
            "name": "firstLossBps",
            "docs": [
              "Owner's first-loss tranche, basis points of `slash_cap_dispute`."
            ],
            "type": "u16"
          },
          {
            "name": "penaltyBps",
            "docs": [
              "Penalty on top of a slash, basis points of it, to the treasury."
            ],
            "type": "u16"
          },
          {
            "name": "bondBps",
            "docs": [
              "Dispute bond, basis points of the claim."
            ],
            "type": "u16"
          },
          {
            "name": "padding",
            "type": {
              "array": [
                "u8",
                2
              ]
            }
          },
          {
            "name": "admin",
            "type": "pubkey"
          },
          {
            "name": "pendingAdmin",
            "docs": [
              "Zero without a handover under way."
            ],
            "type": "pubkey"
          },
          {
            "name": "pauser",
            "type": "pubkey"
          },
          {
            "name": "treasury",
            "docs": [
              "Wallet whose associated token accounts take fees and penalties."
            ],
            "type": "pubkey"
          },
          {
            "name": "stakeMint",
            "type": "pubkey"
          },
          {
            "name": "genesisHash",
            "docs": [
              "Genesis hash of the cluster this deployment is on; no sysvar tells it, so migration and SDK check it."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "adminHandoverAt",
            "docs": [
              "First moment the handover may be accepted, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "executionPausedAt",
            "docs": [
              "When a pause of slash executions began, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "minStake",
            "docs": [
              "Stake an agent needs before channels open to it, base units of `stake_mint`."
            ],
            "type": "u64"
          },
          {
            "name": "slashCapDispute",
            "docs": [
              "Most that one dispute may slash, base units of `stake_mint`."
            ],
            "type": "u64"
          },
          {
            "name": "slashCapPeriod",
            "docs": [
              "Most that one vault may lose in a `Windows::slash_period`, base units of `stake_mint`."
            ],
            "type": "u64"
          },
          {
            "name": "bondMin",
            "docs": [
              "Smallest dispute bond, base units of `stake_mint`."
            ],
            "type": "u64"
          },
          {
            "name": "arbiterFee",
            "docs": [
              "What each voting arbiter earns from the bonds, base units of `stake_mint`."
            ],
            "type": "u64"
          },
          {
            "name": "windows",
            "type": {
              "defined": {
                "name": "windows"
              }
            }
          },
          {
            "name": "panels",
            "docs": [
              "The first panel rules, the second hears appeals."
            ],
            "type": {
              "array": [
                {
                  "defined": {
                    "name": "panel"
                  }
                },
                2
              ]
            }
          },
          {
            "name": "settlementMints",
            "type": {
              "array": [
                {
                  "defined": {
                    "name": "settlementMint"
                  }
                },
                8
              ]
            }
          },
          {
            "name": "nextProposal",
            "docs": [
              "Number of the next proposal to change the config."
            ],
            "type": "u64"
          },
          {
            "name": "liveProposalsFrom",
            "docs": [
              "Proposals below this number are settled or void: executed, cancelled, passed over, of a former admin."
            ],
            "type": "u64"
          },
          {
            "name": "adminHandoverExpiresAt",
            "docs": [
              "From then on the handover may no longer be accepted, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "executionPauseEndsAt",
            "docs": [
              "When a pause of slash executions lapses, Unix seconds; fixed as it began."
            ],
            "type": "i64"
          },
          {
            "name": "longest",
            "type": {
              "defined": {
                "name": "longestWindows"
              }
            }
          },
          {
            "name": "reserved",
            "type": {
              "array": [
                "u8",
                64
              ]
            }
          }
        ]
      }
    },
    {
      "name": "creditIssuer",
      "docs": [
        "Who may mint credits, and how many a day. `[\"credit_issuer\", issuer]`",
        "",
        "INVARIANTS: a mint keeps `minted_today ≤ daily_cap` on `day`, which begins at midnight UTC; a cap that is lowered",
        "later takes nothing back. `minted_today ≤ minted`; `minted` and `payments` only grow; the issuer never changes."
      ],
      "serialization": "bytemuck",
      "repr": {
        "kind": "c"
      },
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "version",
            "type": "u8"
          },
          {
            "name": "bump",
            "type": "u8"
          },
          {
            "name": "active",
            "docs": [
              "1 while it may mint."
            ],
            "type": "u8"
          },
          {
            "name": "padding",
            "type": "u8"
          },
          {
            "name": "day",
            "docs": [
              "Days since 1970-01-01 UTC that `minted_today` is about."
            ],
            "type": "u32"
          },
          {
            "name": "issuer",
            "docs": [
              "Signs each mint."
            ],
            "type": "pubkey"
          },
          {
            "name": "dailyCap",
            "docs": [
              "Most that may be minted in a day, base units."
            ],
            "type": "u64"
          },
          {
            "name": "mintedToday",
            "docs": [
              "Minted on `day`, base units."
            ],
            "type": "u64"
          },
          {
            "name": "minted",
            "docs": [
              "Minted ever, base units."
            ],
            "type": "u64"
          },
          {
            "name": "payments",
            "docs": [
              "Payments that credits were minted for."
            ],
            "type": "u64"
          },
          {
            "name": "reserved",
            "type": {
              "array": [
                "u8",
                64
              ]
            }
          }
        ]
      }
    },
    {
      "name": "creditIssuerSet",
      "docs": [
        "The admin named an issuer, or changed what it may mint."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "account",
            "type": "pubkey"
          },
          {
            "name": "issuer",
            "type": "pubkey"
          },
          {
            "name": "admin",
            "type": "pubkey"
          },
          {
            "name": "oldDailyCap",
            "type": "u64"
          },
          {
            "name": "newDailyCap",
            "type": "u64"
          },
          {
            "name": "oldActive",
            "type": "bool"
          },
          {
            "name": "newActive",
            "type": "bool"
          }
        ]
      }
    },
    {
      "name": "creditIssuerSetArgs",
      "docs": [
        "What an issuer may do from now on."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "issuer",
            "docs": [
              "Signs mints."
            ],
            "type": "pubkey"
          },
          {
            "name": "dailyCap",
            "docs": [
              "Most that it may mint in a day, base units."
            ],
            "type": "u64"
          },
          {
            "name": "active",
            "docs": [
              "Whether it may mint at all."
            ],
            "type": "bool"
          }
        ]
      }
    },
    {
      "name": "creditsBurned",
      "docs": [
        "A holder burned credits."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "mint",
            "type": "pubkey"
          },
          {
            "name": "holder",
            "type": "pubkey"
          },
          {
            "name": "source",
            "type": "pubkey"
          },
          {
            "name": "amount",
            "type": "u64"
          },
          {
            "name": "reference",
            "docs": [
              "What the holder knows the redemption by; zero for none."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "supplyBefore",
            "type": "u64"
          },
          {
            "name": "supplyAfter",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "creditsInitialized",
      "docs": [
        "The credits' mint was made."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "mint",
            "type": "pubkey"
          },
          {
            "name": "admin",
            "type": "pubkey"
          },
          {
            "name": "decimals",
            "type": "u8"
          }
        ]
      }
    },
    {
      "name": "creditsMinted",
      "docs": [
        "An issuer minted credits for a payment."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "mint",
            "type": "pubkey"
          },
          {
            "name": "issuer",
            "type": "pubkey"
          },
          {
            "name": "account",
            "type": "pubkey"
          },
          {
            "name": "payment",
            "type": "pubkey"
          },
          {
            "name": "reference",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "wallet",
            "type": "pubkey"
          },
          {
            "name": "destination",
            "type": "pubkey"
          },
          {
            "name": "amount",
            "type": "u64"
          },
          {
            "name": "day",
            "docs": [
              "Day that the cap was charged on, days since 1970-01-01 UTC."
            ],
            "type": "u32"
          },
          {
            "name": "mintedTodayBefore",
            "type": "u64"
          },
          {
            "name": "mintedTodayAfter",
            "type": "u64"
          },
          {
            "name": "mintedBefore",
            "type": "u64"
          },
          {
            "name": "mintedAfter",
            "type": "u64"
          },
          {
            "name": "mintedAt",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "feesSwept",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "treasury",
            "type": "pubkey"
          },
          {
            "name": "mint",
            "type": "pubkey"
          },
          {
            "name": "amount",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "holdEnd",
      "docs": [
        "Why held money went back to what the agent is paid from."
      ],
      "type": {
        "kind": "enum",
        "variants": [
          {
            "name": "lapsed"
          },
          {
            "name": "released"
          },
          {
            "name": "aboveClaim"
          }
        ]
      }
    },
    {
      "name": "holdReleased",
      "docs": [
        "Held money went back to what the agent is paid from; recorded before whatever else its instruction does."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "channel",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "amount",
            "type": "u64"
          },
          {
            "name": "heldBefore",
            "type": "u64"
          },
          {
            "name": "heldAfter",
            "type": "u64"
          },
          {
            "name": "why",
            "type": {
              "defined": {
                "name": "holdEnd"
              }
            }
          }
        ]
      }
    },
    {
      "name": "job",
      "docs": [
        "One larger piece of work, paid out of a mandate: `[\"job\", mandate, id: u64 LE]`.",
        "",
        "INVARIANTS: `earned + returned ≤ amount`, equal once it has ended; nothing is earned before its end but what a",
        "dispute leaves unclaimed; `paid_gross ≤ earned`; `awarded ≤ returned`, `awarded ≤ claimed ≤ amount`; `claimed`",
        "is above 0 exactly in Disputed and Resolved; `earned, returned, paid_gross, claimed, awarded` never fall;",
        "`accepted_at`, `delivered_at` and `ended_at` are set once each, `review_ends_at` and `result_hash` with the",
        "second; `rated_paid ≤ paid_gross`, `rated_returned ≤ returned`; terms (keys, amount, fee, deadlines, windows,",
        "epochs, terms hash) never change within a generation; no generation recurs, because it is the opening slot and",
        "a job cannot be finished in it."
      ],
      "serialization": "bytemuck",
      "repr": {
        "kind": "c"
      },
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "version",
            "type": "u8"
          },
          {
            "name": "bump",
            "type": "u8"
          },
          {
            "name": "status",
            "docs": [
              "`JobStatus`"
            ],
            "type": "u8"
          },
          {
            "name": "releaseApproval",
            "docs": [
              "1 where its release, but by silence, needs the mandate's approvers; else 0."
            ],
            "type": "u8"
          },
          {
            "name": "agentVersion",
            "docs": [
              "The agent's latest at opening."
            ],
            "type": "u32"
          },
          {
            "name": "ownershipEpoch",
            "type": "u32"
          },
          {
            "name": "keyEpoch",
            "docs": [
              "The mandate's at opening; a rotation makes them differ."
            ],
            "type": "u32"
          },
          {
            "name": "feeBps",
            "docs": [
              "Protocol fee, basis points of a payout."
            ],
            "type": "u16"
          },
          {
            "name": "padding2",
            "type": {
              "array": [
                "u8",
                6
              ]
            }
          },
          {
            "name": "id",
            "docs": [
              "Tells a mandate's jobs apart."
            ],
            "type": "u64"
          },
          {
            "name": "generation",
            "docs": [
              "Slot the job opened in: tells it from an earlier one at the same address."
            ],
            "type": "u64"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "sessionKey",
            "docs": [
              "The mandate's at opening."
            ],
            "type": "pubkey"
          },
          {
            "name": "agentKey",
            "docs": [
              "Accepts and delivers."
            ],
            "type": "pubkey"
          },
          {
            "name": "payoutOwner",
            "docs": [
              "Wallet whose associated token account is paid."
            ],
            "type": "pubkey"
          },
          {
            "name": "rentPayer",
            "docs": [
              "Gets the rent back."
            ],
            "type": "pubkey"
          },
          {
            "name": "termsHash",
            "docs": [
              "SHA-256 of what was agreed."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "resultHash",
            "docs": [
              "SHA-256 of what was delivered; zero before."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "amount",
            "docs": [
              "Allotted at opening."
            ],
            "type": "u64"
          },
          {
            "name": "earned",
            "docs": [
              "The agent's for good."
            ],
            "type": "u64"
          },
          {
            "name": "returned",
            "docs": [
              "Back to the mandate's free money."
            ],
            "type": "u64"
          },
          {
            "name": "paidGross",
            "type": "u64"
          },
          {
            "name": "claimed",
            "docs": [
              "By the dispute, won or not."
            ],
            "type": "u64"
          },
          {
            "name": "awarded",
            "docs": [
              "Of `returned`, what the dispute awarded."
            ],
            "type": "u64"
          },
          {
            "name": "ratedPaid",
            "type": "u64"
          },
          {
            "name": "ratedReturned",
            "type": "u64"
          },
          {
            "name": "acceptBy",
            "type": "i64"
          },
          {
            "name": "deliverBy",
            "type": "i64"
          },
          {
            "name": "reviewWindow",
            "type": "i64"
          },
          {
            "name": "ratingWindow",
            "type": "i64"
          },
          {
            "name": "openedAt",
            "type": "i64"
          },
          {
            "name": "acceptedAt",
            "type": "i64"
          },
          {
            "name": "deliveredAt",
            "type": "i64"
          },
          {
            "name": "reviewEndsAt",
            "type": "i64"
          },
          {
            "name": "endedAt",
            "type": "i64"
          },
          {
            "name": "lastPayoutAt",
            "type": "i64"
          },
          {
            "name": "reserved",
            "type": {
              "array": [
                "u8",
                96
              ]
            }
          }
        ]
      }
    },
    {
      "name": "jobAcceptArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "generation",
            "docs": [
              "Of the job that is meant."
            ],
            "type": "u64"
          },
          {
            "name": "termsHash",
            "docs": [
              "SHA-256 of what is agreed, as the agent has it."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          }
        ]
      }
    },
    {
      "name": "jobAccepted",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "job",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "acceptedBy",
            "type": "pubkey"
          },
          {
            "name": "termsHash",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "acceptedAt",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "jobClaimClosed",
      "docs": [
        "A dispute's claim ended, and the job with it; `loss = refunded_since + paid`, all in base units."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "job",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "payer",
            "type": "pubkey"
          },
          {
            "name": "loss",
            "type": "u64"
          },
          {
            "name": "refundedSince",
            "docs": [
              "Given back by the agent while the claim was open, up to the loss."
            ],
            "type": "u64"
          },
          {
            "name": "paid",
            "docs": [
              "Back to the mandate's free money."
            ],
            "type": "u64"
          },
          {
            "name": "released",
            "docs": [
              "To the agent."
            ],
            "type": "u64"
          },
          {
            "name": "earnedBefore",
            "type": "u64"
          },
          {
            "name": "earnedAfter",
            "type": "u64"
          },
          {
            "name": "returnedBefore",
            "type": "u64"
          },
          {
            "name": "returnedAfter",
            "type": "u64"
          },
          {
            "name": "endedAt",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "jobClaimOpened",
      "docs": [
        "A dispute claims money of a job."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "job",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "payer",
            "type": "pubkey"
          },
          {
            "name": "claim",
            "docs": [
              "Base units."
            ],
            "type": "u64"
          },
          {
            "name": "released",
            "docs": [
              "Undisputed, and so earned."
            ],
            "type": "u64"
          },
          {
            "name": "earnedAfter",
            "type": "u64"
          },
          {
            "name": "refunded",
            "docs": [
              "Given back by the agent so far."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "jobDeliverArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "generation",
            "docs": [
              "Of the job that is meant."
            ],
            "type": "u64"
          },
          {
            "name": "resultHash",
            "docs": [
              "SHA-256 of what is delivered."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          }
        ]
      }
    },
    {
      "name": "jobDelivered",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "job",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "resultHash",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "deliveredAt",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "reviewEndsAt",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "jobFinished",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "job",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "amount",
            "type": "u64"
          },
          {
            "name": "paidGross",
            "type": "u64"
          },
          {
            "name": "returned",
            "type": "u64"
          },
          {
            "name": "rentPayer",
            "type": "pubkey"
          }
        ]
      }
    },
    {
      "name": "jobOpenArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "id",
            "docs": [
              "Tells the mandate's jobs apart."
            ],
            "type": "u64"
          },
          {
            "name": "amount",
            "docs": [
              "Allotted to the job, base units; charged to the mandate's caps."
            ],
            "type": "u64"
          },
          {
            "name": "termsHash",
            "docs": [
              "SHA-256 of what is agreed."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "acceptBy",
            "docs": [
              "The agent accepts before then, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "deliverBy",
            "docs": [
              "The agent delivers before then, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "reviewWindow",
            "docs": [
              "From delivery on, how long the payer may dispute, seconds. A job whose release needs approvers has the",
              "config's claim window instead."
            ],
            "type": "i64"
          },
          {
            "name": "allowProof",
            "docs": [
              "Siblings from the agent's leaf up to the mandate's root; empty where it has none."
            ],
            "type": {
              "vec": {
                "array": [
                  "u8",
                  32
                ]
              }
            }
          }
        ]
      }
    },
    {
      "name": "jobOpened",
      "docs": [
        "A payer offered an agent a job, its money allotted."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "job",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "id",
            "type": "u64"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "payer",
            "type": "pubkey"
          },
          {
            "name": "sessionKey",
            "type": "pubkey"
          },
          {
            "name": "keyEpoch",
            "type": "u32"
          },
          {
            "name": "agentKey",
            "type": "pubkey"
          },
          {
            "name": "payoutOwner",
            "type": "pubkey"
          },
          {
            "name": "rentPayer",
            "type": "pubkey"
          },
          {
            "name": "agentVersion",
            "type": "u32"
          },
          {
            "name": "ownershipEpoch",
            "type": "u32"
          },
          {
            "name": "feeBps",
            "type": "u16"
          },
          {
            "name": "amount",
            "docs": [
              "Base units."
            ],
            "type": "u64"
          },
          {
            "name": "termsHash",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "acceptBy",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "deliverBy",
            "type": "i64"
          },
          {
            "name": "reviewWindow",
            "docs": [
              "Seconds."
            ],
            "type": "i64"
          },
          {
            "name": "ratingWindow",
            "type": "i64"
          },
          {
            "name": "openedAt",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "releaseApproval",
            "docs": [
              "Whether its release needs the mandate's approvers."
            ],
            "type": "bool"
          }
        ]
      }
    },
    {
      "name": "jobPaid",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "job",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "payoutOwner",
            "type": "pubkey"
          },
          {
            "name": "gross",
            "type": "u64"
          },
          {
            "name": "fee",
            "type": "u64"
          },
          {
            "name": "net",
            "type": "u64"
          },
          {
            "name": "paidGrossBefore",
            "type": "u64"
          },
          {
            "name": "paidGrossAfter",
            "type": "u64"
          },
          {
            "name": "paidAt",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "jobRefund",
      "docs": [
        "Why money of a job went back to the mandate."
      ],
      "type": {
        "kind": "enum",
        "variants": [
          {
            "name": "rejected"
          },
          {
            "name": "cancelled"
          },
          {
            "name": "expired"
          },
          {
            "name": "givenBack"
          }
        ]
      }
    },
    {
      "name": "jobRefundArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "generation",
            "docs": [
              "Of the job that is meant."
            ],
            "type": "u64"
          },
          {
            "name": "amount",
            "docs": [
              "Of what the job has left, back to the mandate, base units."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "jobRefunded",
      "docs": [
        "Money of a job went back to the mandate's free money."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "job",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "payer",
            "type": "pubkey"
          },
          {
            "name": "why",
            "type": {
              "defined": {
                "name": "jobRefund"
              }
            }
          },
          {
            "name": "amount",
            "docs": [
              "Base units."
            ],
            "type": "u64"
          },
          {
            "name": "returnedBefore",
            "type": "u64"
          },
          {
            "name": "returnedAfter",
            "type": "u64"
          },
          {
            "name": "endedAt",
            "docs": [
              "Unix seconds; 0 where the job goes on with the rest."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "jobReleased",
      "docs": [
        "The result was accepted, by the payer's side or by its silence."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "job",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "payoutOwner",
            "type": "pubkey"
          },
          {
            "name": "releasedBy",
            "type": "pubkey"
          },
          {
            "name": "amount",
            "docs": [
              "Earned by it, base units."
            ],
            "type": "u64"
          },
          {
            "name": "earnedBefore",
            "type": "u64"
          },
          {
            "name": "earnedAfter",
            "type": "u64"
          },
          {
            "name": "endedAt",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "jobSplit",
      "docs": [
        "Payer and payee agreed on what is the agent's."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "job",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "payer",
            "type": "pubkey"
          },
          {
            "name": "payoutOwner",
            "type": "pubkey"
          },
          {
            "name": "agreedBy",
            "docs": [
              "Whoever signed for the payer."
            ],
            "type": "pubkey"
          },
          {
            "name": "toAgent",
            "docs": [
              "Earned and returned by it, base units."
            ],
            "type": "u64"
          },
          {
            "name": "toMandate",
            "type": "u64"
          },
          {
            "name": "earnedAfter",
            "type": "u64"
          },
          {
            "name": "returnedAfter",
            "type": "u64"
          },
          {
            "name": "endedAt",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "jobSplitArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "generation",
            "docs": [
              "Of the job that is meant."
            ],
            "type": "u64"
          },
          {
            "name": "toAgent",
            "docs": [
              "Of what the job has left, to the agent, base units; the rest goes back to the mandate."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "longestWindows",
      "docs": [
        "The longest that each of these windows ever was under this config, seconds. A channel keeps the windows it",
        "opened with, and re-arming prolongs it without end: what is locked has to outlast these, and not only those",
        "of today.",
        "",
        "INVARIANTS: each at least that of `Windows`, never falling."
      ],
      "serialization": "bytemuck",
      "repr": {
        "kind": "c"
      },
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "channelLifeMax",
            "type": "i64"
          },
          {
            "name": "closeGrace",
            "type": "i64"
          },
          {
            "name": "holdbackMax",
            "type": "i64"
          },
          {
            "name": "claim",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "mandate",
      "docs": [
        "One payer's budget: a token vault and the limits under which it is allotted.",
        "`[\"mandate\", payer, id: u64 LE]`, followed in the account by `allow_count` addresses of agents and then by",
        "`approver_count` of approvers.",
        "",
        "INVARIANTS: the vault holds at least `free + allotted + fees_accrued`;",
        "`allotted = Σ over its channels (allotted − paid_gross − returned − refunded) + Σ over its jobs (amount −",
        "paid_gross − returned)`;",
        "caps are charged when money is allotted and never credited back: `total_charged ≤ total_cap`, and",
        "`day_charged ≤ daily_cap` on `day`; `0 < per_call_max ≤ daily_cap ≤ total_cap`;",
        "`killed_at` is set once and never cleared; payer, id, mint, vault, caps, minima, attestor, approvers, expiry",
        "and what is allowed never change; there is an allow-list or a root or neither; the threshold is reachable, and",
        "threshold and triggers are above zero exactly where there are approvers, none of whom is payer or session key."
      ],
      "serialization": "bytemuck",
      "repr": {
        "kind": "c"
      },
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "version",
            "type": "u8"
          },
          {
            "name": "bump",
            "type": "u8"
          },
          {
            "name": "vaultBump",
            "type": "u8"
          },
          {
            "name": "allowCount",
            "docs": [
              "Entries of the allow-list behind this struct; 0 allows every agent, or those under `allow_root`."
            ],
            "type": "u8"
          },
          {
            "name": "keyEpoch",
            "docs": [
              "Grows with each rotation of the session key; channels carry a copy."
            ],
            "type": "u32"
          },
          {
            "name": "channels",
            "docs": [
              "Channels that exist, draining ones included."
            ],
            "type": "u32"
          },
          {
            "name": "day",
            "docs": [
              "Days since 1970-01-01 UTC that `day_charged` is about."
            ],
            "type": "u32"
          },
          {
            "name": "id",
            "type": "u64"
          },
          {
            "name": "generation",
            "docs": [
              "Slot the mandate opened in: tells it from an earlier one at the same address."
            ],
            "type": "u64"
          },
          {
            "name": "payer",
            "type": "pubkey"
          },
          {
            "name": "mint",
            "type": "pubkey"
          },
          {
            "name": "tokenProgram",
            "type": "pubkey"
          },
          {
            "name": "vault",
            "type": "pubkey"
          },
          {
            "name": "sessionKey",
            "docs": [
              "Signs vouchers and allotments; holds no funds."
            ],
            "type": "pubkey"
          },
          {
            "name": "perCallMax",
            "docs": [
              "Most one call may cost, base units."
            ],
            "type": "u64"
          },
          {
            "name": "dailyCap",
            "docs": [
              "Most that may be allotted in a day, base units; `u64::MAX` for none."
            ],
            "type": "u64"
          },
          {
            "name": "totalCap",
            "docs": [
              "Most that may ever be allotted, base units; `u64::MAX` for none."
            ],
            "type": "u64"
          },
          {
            "name": "dayCharged",
            "docs": [
              "Allotted on `day`, base units."
            ],
            "type": "u64"
          },
          {
            "name": "totalCharged",
            "docs": [
              "Allotted ever, base units."
            ],
            "type": "u64"
          },
          {
            "name": "expiresAt",
            "docs": [
              "No allotment from then on, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "killedAt",
            "docs": [
              "When the payer killed it, Unix seconds; 0 while it lives."
            ],
            "type": "i64"
          },
          {
            "name": "free",
            "docs": [
              "Not allotted, base units: what can be withdrawn."
            ],
            "type": "u64"
          },
          {
            "name": "allotted",
            "docs": [
              "Allotted to channels and jobs and neither paid nor returned, base units."
            ],
            "type": "u64"
          },
          {
            "name": "feesAccrued",
            "docs": [
              "Fees owed to the treasury, base units."
            ],
            "type": "u64"
          },
          {
            "name": "minStake",
            "docs": [
              "Stake behind an agent that channels and jobs may open to, base units of the stake mint; 0 asks for none."
            ],
            "type": "u64"
          },
          {
            "name": "minScore",
            "docs": [
              "Score of such an agent, thousandths of a star; 0 asks for none."
            ],
            "type": "u32"
          },
          {
            "name": "approverCount",
            "docs": [
              "Approvers behind the allow-list; 0 asks for no approval."
            ],
            "type": "u8"
          },
          {
            "name": "approvalThreshold",
            "docs": [
              "How many of them must approve."
            ],
            "type": "u8"
          },
          {
            "name": "padding",
            "type": {
              "array": [
                "u8",
                2
              ]
            }
          },
          {
            "name": "approvalAbove",
            "docs": [
              "An allotment of as much or more needs approval, base units."
            ],
            "type": "u64"
          },
          {
            "name": "releaseApprovalAbove",
            "docs": [
              "A job's release of as much or more needs approval, base units."
            ],
            "type": "u64"
          },
          {
            "name": "allowRoot",
            "docs": [
              "Root of the tree of agents that may be paid, `allowed`; zero for none."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "attestor",
            "docs": [
              "Must vouch for an agent's owner (registry `Attestation`); zero asks for none."
            ],
            "type": "pubkey"
          },
          {
            "name": "jobs",
            "docs": [
              "Jobs that exist, ended ones included."
            ],
            "type": "u32"
          },
          {
            "name": "reserved",
            "type": {
              "array": [
                "u8",
                60
              ]
            }
          }
        ]
      }
    },
    {
      "name": "mandateClosed",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "payer",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "withdrawn",
            "docs": [
              "Free money and donations, base units."
            ],
            "type": "u64"
          },
          {
            "name": "destination",
            "type": "pubkey"
          }
        ]
      }
    },
    {
      "name": "mandateDeposited",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "payer",
            "type": "pubkey"
          },
          {
            "name": "amount",
            "type": "u64"
          },
          {
            "name": "freeBefore",
            "type": "u64"
          },
          {
            "name": "freeAfter",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "mandateKilled",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "payer",
            "type": "pubkey"
          },
          {
            "name": "killedAt",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "mandateOpenArgs",
      "docs": [
        "Limits of a new mandate. Amounts are base units of its mint; `UNCAPPED` switches a cap off."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "id",
            "docs": [
              "Chosen by the payer; tells its mandates apart."
            ],
            "type": "u64"
          },
          {
            "name": "sessionKey",
            "type": "pubkey"
          },
          {
            "name": "perCallMax",
            "type": "u64"
          },
          {
            "name": "dailyCap",
            "type": "u64"
          },
          {
            "name": "totalCap",
            "type": "u64"
          },
          {
            "name": "expiresAt",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "allowList",
            "docs": [
              "Agents that may be paid, at most 16; empty allows every agent, or those under `allow_root`."
            ],
            "type": {
              "vec": "pubkey"
            }
          },
          {
            "name": "deposit",
            "docs": [
              "Set aside at once, base units; may be 0."
            ],
            "type": "u64"
          },
          {
            "name": "minStake",
            "docs": [
              "Stake behind an agent that channels may open to, base units of the stake mint; 0 asks for none."
            ],
            "type": "u64"
          },
          {
            "name": "minScore",
            "docs": [
              "Score of such an agent, from 1,000 to 5,000 thousandths of a star; 0 asks for none."
            ],
            "type": "u32"
          },
          {
            "name": "allowRoot",
            "docs": [
              "Root of a tree of the agents that may be paid, for longer lists."
            ],
            "type": {
              "option": {
                "array": [
                  "u8",
                  32
                ]
              }
            }
          },
          {
            "name": "attestor",
            "docs": [
              "Must vouch for an agent's owner when money is allotted."
            ],
            "type": {
              "option": "pubkey"
            }
          },
          {
            "name": "approvers",
            "docs": [
              "Wallets that sign off larger sums, at most 8; without any, this and the next three are empty or zero."
            ],
            "type": {
              "vec": "pubkey"
            }
          },
          {
            "name": "approvalThreshold",
            "docs": [
              "How many of them must approve."
            ],
            "type": "u8"
          },
          {
            "name": "approvalAbove",
            "docs": [
              "An allotment of as much or more needs approval, base units; `UNCAPPED` for none."
            ],
            "type": "u64"
          },
          {
            "name": "releaseApprovalAbove",
            "docs": [
              "A job's release of as much or more needs approval, base units; `UNCAPPED` for none."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "mandateOpened",
      "docs": [
        "A payer set money aside under limits."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "payer",
            "type": "pubkey"
          },
          {
            "name": "id",
            "type": "u64"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "mint",
            "type": "pubkey"
          },
          {
            "name": "sessionKey",
            "type": "pubkey"
          },
          {
            "name": "perCallMax",
            "type": "u64"
          },
          {
            "name": "dailyCap",
            "type": "u64"
          },
          {
            "name": "totalCap",
            "type": "u64"
          },
          {
            "name": "expiresAt",
            "type": "i64"
          },
          {
            "name": "allowList",
            "type": {
              "vec": "pubkey"
            }
          },
          {
            "name": "deposited",
            "type": "u64"
          },
          {
            "name": "minStake",
            "type": "u64"
          },
          {
            "name": "minScore",
            "type": "u32"
          },
          {
            "name": "allowRoot",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "attestor",
            "type": "pubkey"
          },
          {
            "name": "approvers",
            "type": {
              "vec": "pubkey"
            }
          },
          {
            "name": "approvalThreshold",
            "type": "u8"
          },
          {
            "name": "approvalAbove",
            "type": "u64"
          },
          {
            "name": "releaseApprovalAbove",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "mandateWithdrawn",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "payer",
            "type": "pubkey"
          },
          {
            "name": "destination",
            "type": "pubkey"
          },
          {
            "name": "amount",
            "type": "u64"
          },
          {
            "name": "freeBefore",
            "type": "u64"
          },
          {
            "name": "freeAfter",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "panel",
      "docs": [
        "A set of arbiters.",
        "",
        "INVARIANTS: members[..count] distinct and non-zero, the rest zero; 1 ≤ threshold ≤ count ≤ 9."
      ],
      "serialization": "bytemuck",
      "repr": {
        "kind": "c"
      },
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "members",
            "type": {
              "array": [
                "pubkey",
                9
              ]
            }
          },
          {
            "name": "count",
            "type": "u8"
          },
          {
            "name": "threshold",
            "type": "u8"
          },
          {
            "name": "padding",
            "type": {
              "array": [
                "u8",
                6
              ]
            }
          }
        ]
      }
    },
    {
      "name": "ratingRight",
      "docs": [
        "What a payer may rate by: escrow's answer (return data, Borsh) to `rating_consume` and `job_rating_consume`,",
        "which use it up."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "kind",
            "type": {
              "defined": {
                "name": "subjectKind"
              }
            }
          },
          {
            "name": "subject",
            "docs": [
              "The channel or the job."
            ],
            "type": "pubkey"
          },
          {
            "name": "generation",
            "docs": [
              "Tells this subject from an earlier one at the same address."
            ],
            "type": "u64"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "payer",
            "docs": [
              "The mandate's payer: the only one who may use the right."
            ],
            "type": "pubkey"
          },
          {
            "name": "payoutOwner",
            "type": "pubkey"
          },
          {
            "name": "agentKey",
            "type": "pubkey"
          },
          {
            "name": "mint",
            "docs": [
              "Mint of the amounts."
            ],
            "type": "pubkey"
          },
          {
            "name": "ownershipEpoch",
            "type": "u32"
          },
          {
            "name": "agentVersion",
            "type": "u32"
          },
          {
            "name": "paid",
            "docs": [
              "Paid out for a fee and not rated yet, base units."
            ],
            "type": "u64"
          },
          {
            "name": "refunded",
            "docs": [
              "Refunded, or of a job returned, and not rated yet, base units: it can only lower a score."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "sessionKeyRotated",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "payer",
            "type": "pubkey"
          },
          {
            "name": "oldKey",
            "type": "pubkey"
          },
          {
            "name": "newKey",
            "type": "pubkey"
          },
          {
            "name": "oldEpoch",
            "type": "u32"
          },
          {
            "name": "newEpoch",
            "type": "u32"
          }
        ]
      }
    },
    {
      "name": "settlementMint",
      "docs": [
        "A mint whose payments count for reputation; unlisted mints settle, and weigh zero."
      ],
      "serialization": "bytemuck",
      "repr": {
        "kind": "c"
      },
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "mint",
            "type": "pubkey"
          },
          {
            "name": "weightBps",
            "docs": [
              "Weight of one base unit, basis points."
            ],
            "type": "u32"
          },
          {
            "name": "padding",
            "type": {
              "array": [
                "u8",
                4
              ]
            }
          }
        ]
      }
    },
    {
      "name": "subjectKind",
      "docs": [
        "What is disputed or rated. Stored as a `u8`."
      ],
      "repr": {
        "kind": "rust"
      },
      "type": {
        "kind": "enum",
        "variants": [
          {
            "name": "channel"
          },
          {
            "name": "job"
          }
        ]
      }
    },
    {
      "name": "windows",
      "docs": [
        "Every window of the protocol, seconds.",
        "",
        "INVARIANTS: each is > 0 (`holdback_min` may be 0);",
        "`unbonding ≥ channel_life_max + close_grace + 2 × holdback_max + claim + response + ruling + appeal +",
        "appeal_ruling`, the first four as `LongestWindows` has them, so that stake outlasts every claim on what it",
        "backs; `config_delay ≥ unbonding`."
      ],
      "serialization": "bytemuck",
      "repr": {
        "kind": "c"
      },
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "unbonding",
            "docs": [
              "From unstake to withdraw."
            ],
            "type": "i64"
          },
          {
            "name": "configDelay",
            "docs": [
              "From a proposed change of the config to the first moment it may execute."
            ],
            "type": "i64"
          },
          {
            "name": "configExpiry",
            "docs": [
              "From that moment on, how long the proposal stays executable."
            ],
            "type": "i64"
          },
          {
            "name": "adminDelay",
            "docs": [
              "From a proposed admin handover to the first moment it may be accepted."
            ],
            "type": "i64"
          },
          {
            "name": "channelLifeMax",
            "docs": [
              "Longest life of a channel, from opening or re-arm."
            ],
            "type": "i64"
          },
          {
            "name": "closeGrace",
            "docs": [
              "From Closing to the last settle."
            ],
            "type": "i64"
          },
          {
            "name": "holdbackMin",
            "docs": [
              "Shortest holdback an agent may offer."
            ],
            "type": "i64"
          },
          {
            "name": "holdbackMax",
            "docs": [
              "Longest holdback an agent may offer."
            ],
            "type": "i64"
          },
          {
            "name": "holdLapse",
            "docs": [
              "From a hold to its lapse, unless a dispute takes it up."
            ],
            "type": "i64"
          },
          {
            "name": "claim",
            "docs": [
              "From the last settle, how long a claim may be brought."
            ],
            "type": "i64"
          },
          {
            "name": "response",
            "type": "i64"
          },
          {
            "name": "ruling",
            "type": "i64"
          },
          {
            "name": "appeal",
            "type": "i64"
          },
          {
            "name": "appealRuling",
            "type": "i64"
          },
          {
            "name": "rating",
            "docs": [
              "From the last payout, how long only the payer may end the channel, so that a rating is not cut off."
            ],
            "type": "i64"
          },
          {
            "name": "lease",
            "docs": [
              "Liveness lease that a heartbeat renews."
            ],
            "type": "i64"
          },
          {
            "name": "executionPause",
            "docs": [
              "How long a pause of slash executions holds."
            ],
            "type": "i64"
          },
          {
            "name": "slashPeriod",
            "docs": [
              "Period of `slash_cap_period`."
            ],
            "type": "i64"
          }
        ]
      }
    }
  ],
  "constants": [
    {
      "name": "allowDomain",
      "docs": [
        "Domain of the hashes of an allow-list's tree."
      ],
      "type": "bytes",
      "value": "[97, 103, 101, 110, 116, 45, 108, 97, 98, 115, 47, 97, 108, 108, 111, 119, 47, 118, 49]"
    },
    {
      "name": "approvalConsumerSeed",
      "docs": [
        "Signs towards consent, which uses approvals up for it: `[\"approval_consumer\"]`"
      ],
      "type": "bytes",
      "value": "[97, 112, 112, 114, 111, 118, 97, 108, 95, 99, 111, 110, 115, 117, 109, 101, 114]"
    },
    {
      "name": "channelSeed",
      "docs": [
        "`Channel`: `[\"channel\", mandate, agent, n: u8]`"
      ],
      "type": "bytes",
      "value": "[99, 104, 97, 110, 110, 101, 108]"
    },
    {
      "name": "configSeed",
      "docs": [
        "The registry's `Config`: `[\"config\"]` under the registry's id."
      ],
      "type": "bytes",
      "value": "[99, 111, 110, 102, 105, 103]"
    },
    {
      "name": "creditIssuerSeed",
      "docs": [
        "`CreditIssuer`: `[\"credit_issuer\", issuer]`"
      ],
      "type": "bytes",
      "value": "[99, 114, 101, 100, 105, 116, 95, 105, 115, 115, 117, 101, 114]"
    },
    {
      "name": "creditMintSeed",
      "docs": [
        "The mint of the credits, its own mint authority: `[\"credit_mint\"]`"
      ],
      "type": "bytes",
      "value": "[99, 114, 101, 100, 105, 116, 95, 109, 105, 110, 116]"
    },
    {
      "name": "creditPaymentSeed",
      "docs": [
        "`CreditPayment`: `[\"credit_payment\", issuer, reference: 32 bytes]`"
      ],
      "type": "bytes",
      "value": "[99, 114, 101, 100, 105, 116, 95, 112, 97, 121, 109, 101, 110, 116]"
    },
    {
      "name": "jobSeed",
      "docs": [
        "`Job`: `[\"job\", mandate, id: u64 LE]`"
      ],
      "type": "bytes",
      "value": "[106, 111, 98]"
    },
    {
      "name": "mandateSeed",
      "docs": [
        "`Mandate`: `[\"mandate\", payer, id: u64 LE]`"
      ],
      "type": "bytes",
      "value": "[109, 97, 110, 100, 97, 116, 101]"
    },
    {
      "name": "mandateVaultSeed",
      "docs": [
        "The mandate's token account: `[\"mandate_vault\", mandate]`"
      ],
      "type": "bytes",
      "value": "[109, 97, 110, 100, 97, 116, 101, 95, 118, 97, 117, 108, 116]"
    },
    {
      "name": "maxAllowedAgents",
      "docs": [
        "Most agents on a mandate's allow-list."
      ],
      "type": "u8",
      "value": "16"
    },
    {
      "name": "maxAllowProof",
      "docs": [
        "Longest proof that an agent is in such a tree, hashes: a million agents."
      ],
      "type": "u8",
      "value": "20"
    },
    {
      "name": "maxApprovers",
      "docs": [
        "Most approvers of a mandate."
      ],
      "type": "u8",
      "value": "8"
    },
    {
      "name": "maxSet",
      "docs": [
        "Most channels of a voucher set, which is as many accounts as a transaction may lock."
      ],
      "type": "u8",
      "value": "64"
    },
    {
      "name": "minSet",
      "docs": [
        "Fewest channels of a voucher set: the message of one alone would be as long as a voucher."
      ],
      "type": "u8",
      "value": "2"
    },
    {
      "name": "reputationProgram",
      "docs": [
        "The reputation program, whose scores channels are opened by."
      ],
      "type": "pubkey",
      "value": "AG2eX8E441LFvtaKKWXTPrdC4QPQ6yHYrA8pNAWbA3Ee"
    },
    {
      "name": "scoreSeed",
      "docs": [
        "The reputation program's score of an agent: `[\"score\", agent]` under the reputation program's id."
      ],
      "type": "bytes",
      "value": "[115, 99, 111, 114, 101]"
    },
    {
      "name": "stakeProgram",
      "docs": [
        "The stake program, whose vaults channels are opened by."
      ],
      "type": "pubkey",
      "value": "9RbPjLxWUsimMJeFrxVJ7Yvu634GUbG5mqhot3m91sa9"
    },
    {
      "name": "stakeVaultSeed",
      "docs": [
        "The stake program's vault of an agent: `[\"vault\", agent]` under the stake program's id."
      ],
      "type": "bytes",
      "value": "[118, 97, 117, 108, 116]"
    },
    {
      "name": "uncapped",
      "docs": [
        "A cap of this value is no cap."
      ],
      "type": "u64",
      "value": "18446744073709551615"
    },
    {
      "name": "voucherDomain",
      "docs": [
        "Domain of a channel's voucher tag."
      ],
      "type": "bytes",
      "value": "[97, 103, 101, 110, 116, 45, 108, 97, 98, 115, 47, 118, 111, 117, 99, 104, 101, 114, 47, 118, 49]"
    },
    {
      "name": "voucherSetDomain",
      "docs": [
        "Domain of the hash that a voucher set names its channels by."
      ],
      "type": "bytes",
      "value": "[97, 103, 101, 110, 116, 45, 108, 97, 98, 115, 47, 118, 111, 117, 99, 104, 101, 114, 45, 115, 101, 116, 47, 118, 49]"
    }
  ]
};

/** IDL of the escrow program as its build gave it. */
export const escrowIdl = {
  "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2",
  "metadata": {
    "name": "escrow",
    "version": "0.1.0",
    "spec": "0.1.0",
    "description": "Agent Labs escrow program"
  },
  "instructions": [
    {
      "name": "channel_close",
      "docs": [
        "Starts the grace in which the agent still settles. Signed by payer or session key; by anyone once the",
        "mandate was killed or has expired, or its session key was rotated.",
        "",
        "Errors: `NotOpen`, `ClosedInOpeningSlot`, `CloseNotAllowed`, `MandateMismatch`"
      ],
      "discriminator": [
        9,
        95,
        236,
        231,
        220,
        80,
        107,
        188
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "The payer or the session key; anyone once the mandate winds down."
          ],
          "signer": true
        },
        {
          "name": "mandate",
          "relations": [
            "channel"
          ]
        },
        {
          "name": "channel",
          "writable": true
        },
        {
          "name": "event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": []
    },
    {
      "name": "channel_drain",
      "docs": [
        "Returns what was not settled to the mandate, once nothing can settle any more. Signed by nobody.",
        "",
        "Errors: `NotDrainable`, `ChannelDraining`, `MandateMismatch`"
      ],
      "discriminator": [
        57,
        183,
        200,
        66,
        82,
        169,
        239,
        116
      ],
      "accounts": [
        {
          "name": "mandate",
          "writable": true,
          "relations": [
            "channel"
          ]
        },
        {
          "name": "channel",
          "writable": true
        },
        {
          "name": "event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": []
    },
    {
      "name": "channel_finish",
      "docs": [
        "Ends a drained, paid-out channel; its rent goes back to whoever paid it. Signed by anyone.",
        "",
        "Errors: `NotDraining`, `HeldOrDisputed`, `UnpaidRemains`, `ClaimWindowOpen`, `RatingWindowOpen`,",
        "`MandateMismatch`, `RentPayerMismatch`"
      ],
      "discriminator": [
        136,
        160,
        101,
        153,
        215,
        69,
        159,
        70
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "Anyone; the payer need not wait for the rating window, which is its own."
          ],
          "signer": true
        },
        {
          "name": "mandate",
          "writable": true,
          "relations": [
            "channel"
          ]
        },
        {
          "name": "channel",
          "writable": true
        },
        {
          "name": "rent_payer",
          "writable": true,
          "relations": [
            "channel"
          ]
        },
        {
          "name": "event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": []
    },
    {
      "name": "channel_hold",
      "docs": [
        "Keeps `amount` base units of settled money that has not matured from being paid out, so that a dispute",
        "finds it. Signed by the payer, or by the session key while it is both mandate's and channel's; never",
        "paused. Lapses by itself unless disputed.",
        "",
        "Errors: `AmountZero`, `HoldExists`, `HoldTooHigh`, `NotPayerOrSession`, `MandateMismatch`"
      ],
      "discriminator": [
        25,
        34,
        151,
        22,
        242,
        181,
        127,
        168
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "The payer, or the session key that is both the mandate's and the channel's."
          ],
          "signer": true
        },
        {
          "name": "mandate",
          "relations": [
            "channel"
          ]
        },
        {
          "name": "channel",
          "writable": true
        },
        {
          "name": "event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "amount",
          "type": "u64"
        }
      ]
    },
    {
      "name": "channel_open",
      "docs": [
        "Allots money to an agent's latest version, under terms copied now. Signed by payer or session key.",
        "",
        "Errors: `Paused`, `NotPayerOrSession`, `MandateKilled`, `MandateExpired`, `AgentNotActive`, `AgentStale`,",
        "`VersionMismatch`, `VersionNotLatest`, `VersionYanked`, `MintMismatch`, `PriceAboveMaximum`,",
        "`AgentNotAllowed`, `AllotmentBelowPrice`, `ChannelExpiryInvalid`, `InsufficientFree`,",
        "`DailyCapExceeded`, `TotalCapExceeded`, `StakeTooLow`, `FirstLossTooLow`, `ScoreTooLow`,",
        "`StakeVaultMismatch`, `ScoreMismatch`, `AllowProofMissing`, `AllowProofInvalid`, `AllowProofTooLong`,",
        "`AllowProofUnexpected`, `NotAttested`, `AttestationExpired`, `AttestationMismatch`, `ApprovalRequired`,",
        "`ApprovalAccountsMismatch`, `ConfigMismatch`, and those of consent's `approval_consume`"
      ],
      "discriminator": [
        161,
        19,
        223,
        17,
        48,
        136,
        3,
        113
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "The payer or the session key."
          ],
          "signer": true
        },
        {
          "name": "rent_payer",
          "writable": true,
          "signer": true
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "mandate",
          "writable": true
        },
        {
          "name": "agent",
          "relations": [
            "version"
          ]
        },
        {
          "name": "version"
        },
        {
          "name": "channel",
          "writable": true
        },
        {
          "name": "stake_vault"
        },
        {
          "name": "score"
        },
        {
          "name": "attestation",
          "optional": true
        },
        {
          "name": "system_program",
          "address": "11111111111111111111111111111111"
        },
        {
          "name": "event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "ChannelOpenArgs"
            }
          }
        }
      ]
    },
    {
      "name": "channel_payout",
      "docs": [
        "Pays what has matured to the agent's payout owner, less the fee. Signed by nobody; never paused.",
        "",
        "Errors: `NothingPayable`, `DestinationMismatch`, `MandateMismatch`, `VaultMismatch`, `MintMismatch`,",
        "`TokenProgramMismatch`"
      ],
      "discriminator": [
        68,
        241,
        100,
        189,
        50,
        28,
        191,
        28
      ],
      "accounts": [
        {
          "name": "mandate",
          "writable": true,
          "relations": [
            "channel"
          ]
        },
        {
          "name": "channel",
          "writable": true
        },
        {
          "name": "mint",
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "destination",
          "docs": [
            "The associated token account of the channel's payout owner."
          ],
          "writable": true
        },
        {
          "name": "token_program",
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": []
    },
    {
      "name": "channel_rearm",
      "docs": [
        "Allots more to an open channel and moves its end. Signed by payer or session key.",
        "",
        "Errors: `Paused`, `NotPayerOrSession`, `MandateKilled`, `MandateExpired`, `NotOpen`, `ChannelExpired`,",
        "`SessionRotated`, `AgentNotActive`, `AgentStale`, `OwnershipChanged`, `ChannelExpiryInvalid`,",
        "`AmountZero`, `InsufficientFree`, `DailyCapExceeded`, `TotalCapExceeded`, `MandateMismatch`,",
        "`AgentMismatch`, `VersionMismatch`, `VersionYanked`, `StakeTooLow`, `FirstLossTooLow`, `ScoreTooLow`,",
        "`StakeVaultMismatch`, `ScoreMismatch`, `NotAttested`, `AttestationExpired`, `AttestationMismatch`,",
        "`ApprovalRequired`, `ApprovalAccountsMismatch`, `ConfigMismatch`, and those of consent's `approval_consume`"
      ],
      "discriminator": [
        48,
        177,
        169,
        232,
        201,
        12,
        25,
        199
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "The payer or the session key."
          ],
          "signer": true
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "mandate",
          "writable": true,
          "relations": [
            "channel"
          ]
        },
        {
          "name": "agent",
          "relations": [
            "channel",
            "version"
          ]
        },
        {
          "name": "channel",
          "writable": true
        },
        {
          "name": "version",
          "docs": [
            "The one that the channel opened on."
          ]
        },
        {
          "name": "stake_vault"
        },
        {
          "name": "score"
        },
        {
          "name": "attestation",
          "optional": true
        },
        {
          "name": "event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "ChannelRearmArgs"
            }
          }
        }
      ]
    },
    {
      "name": "channel_refund",
      "docs": [
        "Returns `amount` base units of settled, unpaid money to the payer, held money last. Signed by the payout",
        "owner.",
        "",
        "Errors: `AmountZero`, `RefundTooHigh`, `NotPayee`, `DestinationMismatch`, `MandateMismatch`,",
        "`VaultMismatch`, `MintMismatch`, `TokenProgramMismatch`"
      ],
      "discriminator": [
        87,
        168,
        206,
        149,
        151,
        224,
        78,
        42
      ],
      "accounts": [
        {
          "name": "payout_owner",
          "signer": true,
          "relations": [
            "channel"
          ]
        },
        {
          "name": "mandate",
          "writable": true,
          "relations": [
            "channel"
          ]
        },
        {
          "name": "channel",
          "writable": true
        },
        {
          "name": "mint",
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "destination",
          "docs": [
            "The associated token account of the mandate's payer."
          ],
          "writable": true
        },
        {
          "name": "token_program",
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "amount",
          "type": "u64"
        }
      ]
    },
    {
      "name": "channel_release",
      "docs": [
        "Gives a hold back before its time. Signed like the hold; never paused.",
        "",
        "Errors: `NothingHeld`, `HoldDisputed`, `NotPayerOrSession`, `MandateMismatch`"
      ],
      "discriminator": [
        228,
        67,
        249,
        132,
        145,
        197,
        1,
        204
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "The payer, or the session key that is both the mandate's and the channel's."
          ],
          "signer": true
        },
        {
          "name": "mandate",
          "relations": [
            "channel"
          ]
        },
        {
          "name": "channel",
          "writable": true
        },
        {
          "name": "event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": []
    },
    {
      "name": "channel_reopen",
      "docs": [
        "Undoes a closing before its grace ends. Signed by the payer's wallet.",
        "",
        "Errors: `NotClosing`, `GraceOver`, `ReopenNotAllowed`, `PayerMismatch`, `MandateMismatch`"
      ],
      "discriminator": [
        115,
        202,
        252,
        97,
        29,
        70,
        178,
        163
      ],
      "accounts": [
        {
          "name": "payer",
          "docs": [
            "The wallet itself: a session key may wind down, and never undo it."
          ],
          "signer": true,
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "mandate",
          "relations": [
            "channel"
          ]
        },
        {
          "name": "channel",
          "writable": true
        },
        {
          "name": "event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": []
    },
    {
      "name": "channel_settle",
      "docs": [
        "Raises channels' watermarks by vouchers that the Ed25519 instruction right before has verified.",
        "Signed by nobody. Data begins with the byte 1; what follows is not read.",
        "",
        "Errors: `NotInstructionsSysvar`, `Ed25519Missing`, `Ed25519NotCanonical`, `SignatureCountMismatch`,",
        "`DuplicateChannel`, `NotAChannel`, `UnknownLayout`, `WrongTag`, `WrongSigner`, `VoucherExpired`,",
        "`ChannelExpired`, `GraceOver`, `ChannelDraining`, `NotMonotonic`, `CallsNotMonotonic`,",
        "`PerCallMaximumExceeded`, `AboveAllotment`"
      ],
      "discriminator": [
        1
      ],
      "accounts": [
        {
          "name": "instructions",
          "address": "Sysvar1nstructions1111111111111111111111111"
        }
      ],
      "args": []
    },
    {
      "name": "channel_settle_set",
      "docs": [
        "Raises the watermarks of all channels of a voucher set, by the one signature that the Ed25519 instruction",
        "right before has verified. Signed by nobody. Data begins with the byte 3; what follows is not read.",
        "",
        "Errors: `SetSizeInvalid`, `WrongSet`, and those of `channel_settle` but for `WrongTag`"
      ],
      "discriminator": [
        3
      ],
      "accounts": [
        {
          "name": "instructions",
          "address": "Sysvar1nstructions1111111111111111111111111"
        }
      ],
      "args": []
    },
    {
      "name": "claim_close",
      "docs": [
        "Ends a claim: pays its loss to the payer as far as the hold goes, less what the agent gave back since, and",
        "answers what is left of it. Signed by stake's claim authority; never paused.",
        "",
        "Errors: `NotClaimAuthority`, `ClaimMismatch`, `DestinationMismatch`, `MandateMismatch`, `VaultMismatch`,",
        "`MintMismatch`, `TokenProgramMismatch`"
      ],
      "discriminator": [
        34,
        235,
        82,
        2,
        194,
        160,
        74,
        226
      ],
      "accounts": [
        {
          "name": "claim_authority",
          "docs": [
            "Stake's PDA: no other program can sign for it."
          ],
          "signer": true,
          "address": "8WNMCqzYVDFJhWPt3VsxcCG6fhUkrvkTvsqGxYPikHFf"
        },
        {
          "name": "mandate",
          "writable": true,
          "relations": [
            "channel"
          ]
        },
        {
          "name": "channel",
          "writable": true
        },
        {
          "name": "mint",
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "destination",
          "docs": [
            "Any account of the mint that the payer owns, so that nobody wedges a dispute by giving one away; needed",
            "where nothing is paid, too: anyone can make one."
          ],
          "writable": true
        },
        {
          "name": "token_program",
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "end",
          "type": {
            "defined": {
              "name": "ClaimEnd"
            }
          }
        }
      ],
      "returns": {
        "defined": {
          "name": "ClaimPaid"
        }
      }
    },
    {
      "name": "claim_open",
      "docs": [
        "Counts a claim of `claim` base units, takes the payer's hold up to it and answers what may be claimed of",
        "whom. Signed by stake's claim authority, which is to check who claims; never paused.",
        "",
        "Errors: `NotClaimAuthority`, `AmountZero`, `ClaimTooHigh`, `ClaimWindowOver`, `MandateMismatch`"
      ],
      "discriminator": [
        207,
        147,
        136,
        115,
        100,
        238,
        249,
        95
      ],
      "accounts": [
        {
          "name": "claim_authority",
          "docs": [
            "Stake's PDA: no other program can sign for it."
          ],
          "signer": true,
          "address": "8WNMCqzYVDFJhWPt3VsxcCG6fhUkrvkTvsqGxYPikHFf"
        },
        {
          "name": "mandate",
          "relations": [
            "channel"
          ]
        },
        {
          "name": "channel",
          "writable": true
        },
        {
          "name": "event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "claim",
          "type": "u64"
        }
      ],
      "returns": {
        "defined": {
          "name": "ClaimRight"
        }
      }
    },
    {
      "name": "credit_issuer_set",
      "docs": [
        "Names an issuer of credits, or changes what it may mint. Signed by the config's admin; never paused.",
        "",
        "Errors: `NotAdmin`, `IssuerMissing`, `IssuerMismatch`, `ConfigMismatch`"
      ],
      "discriminator": [
        77,
        153,
        138,
        7,
        43,
        219,
        183,
        127
      ],
      "accounts": [
        {
          "name": "admin",
          "signer": true,
          "relations": [
            "config"
          ]
        },
        {
          "name": "rent_payer",
          "docs": [
            "Pays for a new issuer's account."
          ],
          "writable": true,
          "signer": true
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "credit_issuer",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  99,
                  114,
                  101,
                  100,
                  105,
                  116,
                  95,
                  105,
                  115,
                  115,
                  117,
                  101,
                  114
                ]
              },
              {
                "kind": "arg",
                "path": "args.issuer"
              }
            ]
          }
        },
        {
          "name": "system_program",
          "address": "11111111111111111111111111111111"
        },
        {
          "name": "event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "CreditIssuerSetArgs"
            }
          }
        }
      ]
    },
    {
      "name": "credits_burn",
      "docs": [
        "Burns `amount` base units of the holder's credits; `reference` tells what for, zeros for nothing. Signed by",
        "the holder; never paused.",
        "",
        "Errors: `AmountZero`, `CreditMintMismatch`, `MintMismatch`"
      ],
      "discriminator": [
        30,
        78,
        243,
        231,
        115,
        119,
        252,
        240
      ],
      "accounts": [
        {
          "name": "holder",
          "signer": true
        },
        {
          "name": "mint",
          "writable": true,
          "address": "G17srd1NfhYue6obr254c8tHSQz9BMaHacwef63gmGaF"
        },
        {
          "name": "source",
          "docs": [
            "The token program checks that the holder may spend from it."
          ],
          "writable": true
        },
        {
          "name": "token_program",
          "address": "TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA"
        },
        {
          "name": "event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "amount",
          "type": "u64"
        },
        {
          "name": "reference",
          "type": {
            "array": [
              "u8",
              32
            ]
          }
        }
      ]
    },
    {
      "name": "credits_initialize",
      "docs": [
        "Makes the mint of the credits, with `decimals` (at most 9), once. Signed by the config's admin.",
        "",
        "Errors: `NotAdmin`, `CreditsExist`, `CreditDecimalsInvalid`, `CreditMintMismatch`, `ConfigMismatch`"
      ],
      "discriminator": [
        80,
        178,
        16,
        80,
        41,
        159,
        178,
        72
      ],
      "accounts": [
        {
          "name": "admin",
          "signer": true,
          "relations": [
            "config"
          ]
        },
        {
          "name": "rent_payer",
          "writable": true,
          "signer": true
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "mint",
          "writable": true,
          "address": "G17srd1NfhYue6obr254c8tHSQz9BMaHacwef63gmGaF"
        },
        {
          "name": "token_program",
          "address": "TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA"
        },
        {
          "name": "system_program",
          "address": "11111111111111111111111111111111"
        },
        {
          "name": "event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "decimals",
          "type": "u8"
        }
      ]
    },
    {
      "name": "credits_mint",
      "docs": [
        "Mints `amount` base units of credits to a wallet, once for the payment that `reference` tells. Signed by the",
        "issuer.",
        "",
        "Errors: `Paused`, `AmountZero`, `NotIssuer`, `IssuerInactive`, `IssuerCapExceeded`, `CreditPaymentUsed`,",
        "`CreditReferenceMissing`, `CreditsMissing`, `CreditMintMismatch`, `DestinationMismatch`, `ConfigMismatch`"
      ],
      "discriminator": [
        88,
        176,
        119,
        60,
        189,
        205,
        174,
        213
      ],
      "accounts": [
        {
          "name": "issuer",
          "signer": true,
          "relations": [
            "credit_issuer"
          ]
        },
        {
          "name": "rent_payer",
          "docs": [
            "Pays for the record of the payment, which stays."
          ],
          "writable": true,
          "signer": true
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "credit_issuer",
          "writable": true
        },
        {
          "name": "payment",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  99,
                  114,
                  101,
                  100,
                  105,
                  116,
                  95,
                  112,
                  97,
                  121,
                  109,
                  101,
                  110,
                  116
                ]
              },
              {
                "kind": "account",
                "path": "issuer"
              },
              {
                "kind": "arg",
                "path": "reference"
              }
            ]
          }
        },
        {
          "name": "mint",
          "writable": true,
          "address": "G17srd1NfhYue6obr254c8tHSQz9BMaHacwef63gmGaF"
        },
        {
          "name": "wallet"
        },
        {
          "name": "destination",
          "writable": true
        },
        {
          "name": "token_program",
          "address": "TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA"
        },
        {
          "name": "system_program",
          "address": "11111111111111111111111111111111"
        },
        {
          "name": "event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "amount",
          "type": "u64"
        },
        {
          "name": "reference",
          "type": {
            "array": [
              "u8",
              32
            ]
          }
        }
      ]
    },
    {
      "name": "fees_sweep",
      "docs": [
        "Pays accrued fees to the treasury. Signed by nobody.",
        "",
        "Errors: `NoFees`, `DestinationMismatch`, `VaultMismatch`, `MintMismatch`, `TokenProgramMismatch`,",
        "`ConfigMismatch`"
      ],
      "discriminator": [
        88,
        248,
        4,
        250,
        44,
        67,
        26,
        225
      ],
      "accounts": [
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "mandate",
          "writable": true
        },
        {
          "name": "mint",
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "destination",
          "docs": [
            "The treasury's associated token account."
          ],
          "writable": true
        },
        {
          "name": "token_program",
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": []
    },
    {
      "name": "job_accept",
      "docs": [
        "Takes a job on. Signed by the job's agent key or the agent's owner, for these terms; never paused.",
        "",
        "Errors: `NotJobAgent`, `JobGenerationMismatch`, `OwnershipChanged`, `JobNotFunded`, `TermsMismatch`,",
        "`AcceptanceOver`, `AgentMismatch`, `MandateMismatch`"
      ],
      "discriminator": [
        110,
        86,
        231,
        54,
        22,
        185,
        137,
        105
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "The job's agent key, or the agent's owner."
          ],
          "signer": true
        },
        {
          "name": "mandate",
          "relations": [
            "job"
          ]
        },
        {
          "name": "agent",
          "relations": [
            "job"
          ]
        },
        {
          "name": "job",
          "writable": true
        },
        {
          "name": "event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "JobAcceptArgs"
            }
          }
        }
      ]
    },
    {
      "name": "job_cancel",
      "docs": [
        "Takes a job back before it is accepted: its money back to the mandate. Signed by the payer, or by the",
        "session key while it is both mandate's and job's.",
        "",
        "Errors: `NotPayerOrSession`, `JobNotFunded`, `MandateMismatch`"
      ],
      "discriminator": [
        66,
        242,
        146,
        157,
        196,
        105,
        42,
        39
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "The payer, or the session key that is both the mandate's and the job's."
          ],
          "signer": true
        },
        {
          "name": "mandate",
          "writable": true,
          "relations": [
            "job"
          ]
        },
        {
          "name": "job",
          "writable": true
        },
        {
          "name": "event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": []
    },
    {
      "name": "job_claim_close",
      "docs": [
        "Ends a disputed job: the loss, less what the agent gave back since, back to the mandate, the rest to the",
        "agent, and answers both. Signed by stake's claim authority; never paused.",
        "",
        "Errors: `NotClaimAuthority`, `ClaimMismatch`, `DestinationMismatch`, `MandateMismatch`, `VaultMismatch`,",
        "`MintMismatch`, `TokenProgramMismatch`"
      ],
      "discriminator": [
        141,
        83,
        7,
        210,
        51,
        189,
        143,
        110
      ],
      "accounts": [
        {
          "name": "claim_authority",
          "docs": [
            "Stake's PDA: no other program can sign for it."
          ],
          "signer": true,
          "address": "8WNMCqzYVDFJhWPt3VsxcCG6fhUkrvkTvsqGxYPikHFf"
        },
        {
          "name": "mandate",
          "writable": true,
          "relations": [
            "job"
          ]
        },
        {
          "name": "job",
          "writable": true
        },
        {
          "name": "mint",
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "vault",
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "destination",
          "docs": [
            "The vault again: what stake's event names as where the award went."
          ]
        },
        {
          "name": "token_program",
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "end",
          "type": {
            "defined": {
              "name": "ClaimEnd"
            }
          }
        }
      ],
      "returns": {
        "defined": {
          "name": "ClaimPaid"
        }
      }
    },
    {
      "name": "job_claim_open",
      "docs": [
        "Puts `claim` base units of a delivered job up to a dispute, the rest being the agent's, and answers what may",
        "be claimed of whom. Signed by stake's claim authority, which is to check who claims; never paused.",
        "",
        "Errors: `NotClaimAuthority`, `AmountZero`, `JobNotDelivered`, `ReviewOver`, `JobClaimTooHigh`,",
        "`MandateMismatch`"
      ],
      "discriminator": [
        247,
        227,
        0,
        95,
        167,
        167,
        96,
        21
      ],
      "accounts": [
        {
          "name": "claim_authority",
          "docs": [
            "Stake's PDA: no other program can sign for it."
          ],
          "signer": true,
          "address": "8WNMCqzYVDFJhWPt3VsxcCG6fhUkrvkTvsqGxYPikHFf"
        },
        {
          "name": "mandate",
          "relations": [
            "job"
          ]
        },
        {
          "name": "job",
          "writable": true
        },
        {
          "name": "event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "claim",
          "type": "u64"
        }
      ],
      "returns": {
        "defined": {
          "name": "ClaimRight"
        }
      }
    },
    {
      "name": "job_deliver",
      "docs": [
        "Delivers the result, by its hash, and starts the payer's review. Signed by the job's agent key; never paused.",
        "",
        "Errors: `NotJobAgent`, `JobGenerationMismatch`, `JobNotAccepted`, `DeliveryOver`, `HashMissing`"
      ],
      "discriminator": [
        137,
        240,
        185,
        240,
        211,
        57,
        162,
        15
      ],
      "accounts": [
        {
          "name": "agent_key",
          "signer": true,
          "relations": [
            "job"
          ]
        },
        {
          "name": "job",
          "writable": true
        },
        {
          "name": "event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "JobDeliverArgs"
            }
          }
        }
      ]
    },
    {
      "name": "job_expire",
      "docs": [
        "Ends a job that was not accepted, or not delivered, in time: its money back to the mandate. Signed by nobody.",
        "",
        "Errors: `JobNotExpired`, `MandateMismatch`"
      ],
      "discriminator": [
        228,
        7,
        167,
        33,
        11,
        42,
        15,
        112
      ],
      "accounts": [
        {
          "name": "mandate",
          "writable": true,
          "relations": [
            "job"
          ]
        },
        {
          "name": "job",
          "writable": true
        },
        {
          "name": "event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": []
    },
    {
      "name": "job_finish",
      "docs": [
        "Ends the account of a job that is over and paid out; its rent goes back to whoever paid it. Signed by anyone.",
        "",
        "Errors: `JobNotEnded`, `JobUnpaid`, `JobFinishedInOpeningSlot`, `RatingWindowOpen`, `MandateMismatch`,",
        "`RentPayerMismatch`"
      ],
      "discriminator": [
        210,
        11,
        65,
        73,
        155,
        8,
        156,
        73
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "Anyone; the payer need not wait for the rating window, which is its own."
          ],
          "signer": true
        },
        {
          "name": "mandate",
          "writable": true,
          "relations": [
            "job"
          ]
        },
        {
          "name": "job",
          "writable": true
        },
        {
          "name": "rent_payer",
          "writable": true,
          "relations": [
            "job"
          ]
        },
        {
          "name": "event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": []
    },
    {
      "name": "job_open",
      "docs": [
        "Offers an agent a job and allots its money, under terms copied now. Signed by payer or session key. The",
        "mandate's per-call maximum does not bound it, its caps do.",
        "",
        "Errors: `Paused`, `NotPayerOrSession`, `MandateKilled`, `MandateExpired`, `AgentNotActive`, `AgentStale`,",
        "`StakeTooLow`, `FirstLossTooLow`, `ScoreTooLow`, `StakeVaultMismatch`, `ScoreMismatch`, `VersionMismatch`,",
        "`VersionNotLatest`, `VersionYanked`, `AgentNotAllowed`, `AllowProofMissing`, `AllowProofInvalid`,",
        "`AllowProofTooLong`, `AllowProofUnexpected`, `NotAttested`, `AttestationExpired`, `AttestationMismatch`,",
        "`ApprovalRequired`, `ApprovalAccountsMismatch`, those of consent's `approval_consume`, `HashMissing`, `JobDeadlinesInvalid`, `ReviewWindowInvalid`, `AmountZero`,",
        "`InsufficientFree`, `DailyCapExceeded`, `TotalCapExceeded`, `ConfigMismatch`"
      ],
      "discriminator": [
        232,
        70,
        180,
        247,
        236,
        235,
        44,
        158
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "The payer or the session key."
          ],
          "signer": true
        },
        {
          "name": "rent_payer",
          "writable": true,
          "signer": true
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "mandate",
          "writable": true
        },
        {
          "name": "agent",
          "relations": [
            "version"
          ]
        },
        {
          "name": "version"
        },
        {
          "name": "job",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  106,
                  111,
                  98
                ]
              },
              {
                "kind": "account",
                "path": "mandate"
              },
              {
                "kind": "arg",
                "path": "args.id"
              }
            ]
          }
        },
        {
          "name": "stake_vault"
        },
        {
          "name": "score"
        },
        {
          "name": "attestation",
          "optional": true
        },
        {
          "name": "system_program",
          "address": "11111111111111111111111111111111"
        },
        {
          "name": "event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "JobOpenArgs"
            }
          }
        }
      ]
    },
    {
      "name": "job_payout",
      "docs": [
        "Pays what is earned to the agent's payout owner, less the fee. Signed by nobody; never paused.",
        "",
        "Errors: `JobNothingPayable`, `DestinationMismatch`, `MandateMismatch`, `VaultMismatch`, `MintMismatch`,",
        "`TokenProgramMismatch`"
      ],
      "discriminator": [
        128,
        184,
        246,
        29,
        84,
        143,
        34,
        234
      ],
      "accounts": [
        {
          "name": "mandate",
          "writable": true,
          "relations": [
            "job"
          ]
        },
        {
          "name": "job",
          "writable": true
        },
        {
          "name": "mint",
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "destination",
          "docs": [
            "The associated token account of the job's payout owner."
          ],
          "writable": true
        },
        {
          "name": "token_program",
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": []
    },
    {
      "name": "job_rating_consume",
      "docs": [
        "Uses up what the payer may rate of a job and answers it. Signed by reputation's rating authority, which is",
        "to check who rates and to pause ratings; this never does.",
        "",
        "Errors: `NotRatingAuthority`, `RatingRightMissing`, `MandateMismatch`"
      ],
      "discriminator": [
        188,
        44,
        199,
        127,
        241,
        141,
        183,
        206
      ],
      "accounts": [
        {
          "name": "rating_authority",
          "docs": [
            "Reputation's PDA: no other program can sign for it."
          ],
          "signer": true,
          "address": "7bYUtswaQJ9tnjm4bpCstNBY54FuU4sVAKmWLy7zXXdy"
        },
        {
          "name": "mandate",
          "relations": [
            "job"
          ]
        },
        {
          "name": "job",
          "writable": true
        }
      ],
      "args": [],
      "returns": {
        "defined": {
          "name": "RatingRight"
        }
      }
    },
    {
      "name": "job_refund",
      "docs": [
        "Gives `amount` base units of an accepted job back to the mandate, all of them ending it; while a dispute is",
        "open, toward its loss. Signed by the payout owner.",
        "",
        "Errors: `NotPayee`, `JobGenerationMismatch`, `AmountZero`, `JobNotUnderWay`, `JobRefundTooHigh`,",
        "`MandateMismatch`"
      ],
      "discriminator": [
        44,
        59,
        103,
        166,
        229,
        44,
        202,
        230
      ],
      "accounts": [
        {
          "name": "payout_owner",
          "signer": true,
          "relations": [
            "job"
          ]
        },
        {
          "name": "mandate",
          "writable": true,
          "relations": [
            "job"
          ]
        },
        {
          "name": "job",
          "writable": true
        },
        {
          "name": "event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "JobRefundArgs"
            }
          }
        }
      ]
    },
    {
      "name": "job_reject",
      "docs": [
        "Declines a job: its money back to the mandate. Signed by the job's agent key or the agent's owner.",
        "",
        "Errors: `NotJobAgent`, `JobNotFunded`, `AgentMismatch`, `MandateMismatch`"
      ],
      "discriminator": [
        168,
        141,
        4,
        228,
        64,
        142,
        13,
        97
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "The job's agent key, or the agent's owner."
          ],
          "signer": true
        },
        {
          "name": "mandate",
          "writable": true,
          "relations": [
            "job"
          ]
        },
        {
          "name": "agent",
          "relations": [
            "job"
          ]
        },
        {
          "name": "job",
          "writable": true
        },
        {
          "name": "event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": []
    },
    {
      "name": "job_release",
      "docs": [
        "Accepts the result: what the job has left is the agent's, and `job_payout` pays it. Signed by the payer, or",
        "by the session key while it is both mandate's and job's; by anyone once the review is over. Before that it",
        "needs the approvers where it is as much as they are asked about.",
        "",
        "Errors: `JobGenerationMismatch`, `JobNotDelivered`, `ReviewOpen`, `ApprovalRequired`,",
        "`ApprovalAccountsMismatch`, `MandateMismatch`, and those of consent's `approval_consume`"
      ],
      "discriminator": [
        2,
        59,
        24,
        119,
        181,
        42,
        116,
        40
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "The payer, or the session key that is both the mandate's and the job's; anyone once the review is over."
          ],
          "signer": true
        },
        {
          "name": "mandate",
          "relations": [
            "job"
          ]
        },
        {
          "name": "job",
          "writable": true
        },
        {
          "name": "event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "generation",
          "type": "u64"
        }
      ]
    },
    {
      "name": "job_split",
      "docs": [
        "Ends a job as both sides agree: a part to the agent, the rest back to the mandate. Signed by the payer, or",
        "by the session key while it is both mandate's and job's, and by the payout owner; the agent's part needs the",
        "approvers where it is as much as they are asked about.",
        "",
        "Errors: `NotPayerOrSession`, `NotPayee`, `JobGenerationMismatch`, `JobNotUnderWay`, `JobSplitTooHigh`,",
        "`ApprovalRequired`, `ApprovalAccountsMismatch`, `MandateMismatch`, and those of consent's `approval_consume`"
      ],
      "discriminator": [
        47,
        25,
        95,
        10,
        68,
        29,
        134,
        191
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "The payer, or the session key that is both the mandate's and the job's."
          ],
          "signer": true
        },
        {
          "name": "payout_owner",
          "docs": [
            "The one who is to be paid."
          ],
          "signer": true,
          "relations": [
            "job"
          ]
        },
        {
          "name": "mandate",
          "writable": true,
          "relations": [
            "job"
          ]
        },
        {
          "name": "job",
          "writable": true
        },
        {
          "name": "event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "JobSplitArgs"
            }
          }
        }
      ]
    },
    {
      "name": "mandate_close",
      "docs": [
        "Ends a mandate without channels and jobs: all its tokens to `destination`, its rent to the payer, who signs.",
        "",
        "Errors: `ChannelsRemain`, `JobsRemain`, `FeesRemain`, `ClosedInOpeningSlot`, `PayerMismatch`, `VaultMismatch`,",
        "`MintMismatch`, `DestinationMismatch`, `TokenProgramMismatch`"
      ],
      "discriminator": [
        217,
        178,
        53,
        230,
        132,
        72,
        168,
        90
      ],
      "accounts": [
        {
          "name": "payer",
          "writable": true,
          "signer": true,
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "mandate",
          "writable": true
        },
        {
          "name": "mint",
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "destination",
          "writable": true
        },
        {
          "name": "token_program",
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": []
    },
    {
      "name": "mandate_deposit",
      "docs": [
        "Adds `amount` base units to the free money. Signed by the payer.",
        "",
        "Errors: `Paused`, `AmountZero`, `MandateKilled`, `MandateExpired`, `PayerMismatch`, `VaultMismatch`,",
        "`MintMismatch`, `TokenProgramMismatch`, `ConfigMismatch`, and those of `mint`"
      ],
      "discriminator": [
        254,
        86,
        10,
        21,
        149,
        0,
        134,
        216
      ],
      "accounts": [
        {
          "name": "payer",
          "signer": true,
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "mandate",
          "writable": true
        },
        {
          "name": "mint",
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "source",
          "writable": true
        },
        {
          "name": "token_program",
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "amount",
          "type": "u64"
        }
      ]
    },
    {
      "name": "mandate_kill",
      "docs": [
        "The kill switch: no allotment any more, one way. Signed by the payer. Anyone may now close its channels.",
        "",
        "Errors: `MandateKilled`, `PayerMismatch`"
      ],
      "discriminator": [
        135,
        46,
        190,
        83,
        43,
        250,
        186,
        175
      ],
      "accounts": [
        {
          "name": "payer",
          "signer": true,
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "mandate",
          "writable": true
        },
        {
          "name": "event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": []
    },
    {
      "name": "mandate_open",
      "docs": [
        "Opens a mandate with its vault and sets `deposit` aside. Signed by the payer, who pays the rent.",
        "",
        "Errors: `Paused`, `SessionKeyInvalid`, `CapsInvalid`, `ExpiryInPast`, `MinScoreInvalid`,",
        "`AllowListInvalid`, `AllowListTwice`, `ApproversInvalid`, `SessionKeyApproves`,",
        "`ApprovalThresholdInvalid`, `ApprovalTriggerInvalid`, `MintMismatch`, `TokenProgramMismatch`,",
        "`ConfigMismatch`, and those of `mint`: `MintMalformed` to `MintExtensionUnknown`"
      ],
      "discriminator": [
        19,
        127,
        46,
        200,
        107,
        204,
        209,
        168
      ],
      "accounts": [
        {
          "name": "payer",
          "writable": true,
          "signer": true
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "mandate",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  109,
                  97,
                  110,
                  100,
                  97,
                  116,
                  101
                ]
              },
              {
                "kind": "account",
                "path": "payer"
              },
              {
                "kind": "arg",
                "path": "args.id"
              }
            ]
          }
        },
        {
          "name": "mint"
        },
        {
          "name": "vault",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  109,
                  97,
                  110,
                  100,
                  97,
                  116,
                  101,
                  95,
                  118,
                  97,
                  117,
                  108,
                  116
                ]
              },
              {
                "kind": "account",
                "path": "mandate"
              }
            ]
          }
        },
        {
          "name": "source",
          "docs": [
            "The payer's; the token program checks that the payer may spend from it."
          ],
          "writable": true
        },
        {
          "name": "token_program"
        },
        {
          "name": "system_program",
          "address": "11111111111111111111111111111111"
        },
        {
          "name": "event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "MandateOpenArgs"
            }
          }
        }
      ]
    },
    {
      "name": "mandate_rotate",
      "docs": [
        "Replaces the session key. Signed by the payer. Open channels keep the old key; anyone may now close them.",
        "",
        "Errors: `SessionKeyInvalid`, `SessionKeyUnchanged`, `SessionKeyApproves`, `MandateKilled`, `PayerMismatch`"
      ],
      "discriminator": [
        167,
        202,
        28,
        26,
        171,
        127,
        127,
        199
      ],
      "accounts": [
        {
          "name": "payer",
          "signer": true,
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "mandate",
          "writable": true
        },
        {
          "name": "event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "session_key",
          "type": "pubkey"
        }
      ]
    },
    {
      "name": "mandate_withdraw",
      "docs": [
        "Takes `amount` base units of free money out. Signed by the payer; never paused.",
        "",
        "Errors: `AmountZero`, `InsufficientFree`, `PayerMismatch`, `VaultMismatch`, `MintMismatch`,",
        "`DestinationMismatch`, `TokenProgramMismatch`"
      ],
      "discriminator": [
        198,
        117,
        133,
        64,
        93,
        94,
        239,
        178
      ],
      "accounts": [
        {
          "name": "payer",
          "signer": true,
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "mandate",
          "writable": true
        },
        {
          "name": "mint",
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "destination",
          "docs": [
            "Any account of the mint: the payer signs for where it goes."
          ],
          "writable": true
        },
        {
          "name": "token_program",
          "relations": [
            "mandate"
          ]
        },
        {
          "name": "event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
        },
        {
          "name": "program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        }
      ],
      "args": [
        {
          "name": "amount",
          "type": "u64"
        }
      ]
    },
    {
      "name": "rating_consume",
      "docs": [
        "Uses up what the payer may rate of a channel and answers it. Signed by reputation's rating authority,",
        "which is to check who rates and to pause ratings; this never does.",
        "",
        "Errors: `NotRatingAuthority`, `RatingRightMissing`, `MandateMismatch`"
      ],
      "discriminator": [
        182,
        253,
        172,
        58,
        252,
        123,
        95,
        171
      ],
      "accounts": [
        {
          "name": "rating_authority",
          "docs": [
            "Reputation's PDA: no other program can sign for it."
          ],
          "signer": true,
          "address": "7bYUtswaQJ9tnjm4bpCstNBY54FuU4sVAKmWLy7zXXdy"
        },
        {
          "name": "mandate",
          "relations": [
            "channel"
          ]
        },
        {
          "name": "channel",
          "writable": true
        }
      ],
      "args": [],
      "returns": {
        "defined": {
          "name": "RatingRight"
        }
      }
    }
  ],
  "accounts": [
    {
      "name": "Agent",
      "discriminator": [
        47,
        166,
        112,
        147,
        155,
        197,
        86,
        7
      ]
    },
    {
      "name": "AgentVersion",
      "discriminator": [
        228,
        76,
        35,
        176,
        117,
        149,
        154,
        147
      ]
    },
    {
      "name": "Channel",
      "discriminator": [
        49,
        159,
        99,
        106,
        220,
        87,
        219,
        88
      ]
    },
    {
      "name": "Config",
      "discriminator": [
        155,
        12,
        170,
        224,
        30,
        250,
        204,
        130
      ]
    },
    {
      "name": "CreditIssuer",
      "discriminator": [
        180,
        181,
        129,
        99,
        182,
        127,
        20,
        192
      ]
    },
    {
      "name": "Job",
      "discriminator": [
        75,
        124,
        80,
        203,
        161,
        180,
        202,
        80
      ]
    },
    {
      "name": "Mandate",
      "discriminator": [
        113,
        216,
        98,
        159,
        185,
        63,
        55,
        18
      ]
    }
  ],
  "events": [
    {
      "name": "ChannelClosing",
      "discriminator": [
        213,
        229,
        143,
        197,
        237,
        154,
        150,
        96
      ]
    },
    {
      "name": "ChannelDrained",
      "discriminator": [
        23,
        103,
        236,
        150,
        70,
        144,
        57,
        151
      ]
    },
    {
      "name": "ChannelFinished",
      "discriminator": [
        197,
        204,
        98,
        146,
        169,
        161,
        0,
        232
      ]
    },
    {
      "name": "ChannelHeld",
      "discriminator": [
        15,
        189,
        54,
        97,
        147,
        239,
        24,
        186
      ]
    },
    {
      "name": "ChannelOpened",
      "discriminator": [
        253,
        213,
        255,
        96,
        31,
        188,
        47,
        170
      ]
    },
    {
      "name": "ChannelPaid",
      "discriminator": [
        175,
        240,
        127,
        74,
        119,
        80,
        123,
        157
      ]
    },
    {
      "name": "ChannelRearmed",
      "discriminator": [
        39,
        177,
        78,
        193,
        47,
        115,
        88,
        44
      ]
    },
    {
      "name": "ChannelRefunded",
      "discriminator": [
        153,
        250,
        43,
        189,
        87,
        45,
        22,
        174
      ]
    },
    {
      "name": "ChannelReopened",
      "discriminator": [
        5,
        147,
        148,
        156,
        74,
        251,
        31,
        88
      ]
    },
    {
      "name": "ClaimClosed",
      "discriminator": [
        73,
        155,
        63,
        71,
        195,
        114,
        28,
        232
      ]
    },
    {
      "name": "ClaimOpened",
      "discriminator": [
        149,
        209,
        22,
        4,
        147,
        156,
        128,
        152
      ]
    },
    {
      "name": "CreditIssuerSet",
      "discriminator": [
        66,
        71,
        118,
        155,
        184,
        213,
        131,
        162
      ]
    },
    {
      "name": "CreditsBurned",
      "discriminator": [
        255,
        159,
        234,
        42,
        66,
        171,
        78,
        171
      ]
    },
    {
      "name": "CreditsInitialized",
      "discriminator": [
        140,
        196,
        167,
        79,
        157,
        191,
        225,
        177
      ]
    },
    {
      "name": "CreditsMinted",
      "discriminator": [
        156,
        94,
        140,
        137,
        170,
        35,
        173,
        244
      ]
    },
    {
      "name": "FeesSwept",
      "discriminator": [
        96,
        218,
        115,
        136,
        74,
        170,
        202,
        172
      ]
    },
    {
      "name": "HoldReleased",
      "discriminator": [
        168,
        49,
        116,
        33,
        191,
        86,
        197,
        90
      ]
    },
    {
      "name": "JobAccepted",
      "discriminator": [
        47,
        54,
        152,
        59,
        118,
        195,
        251,
        114
      ]
    },
    {
      "name": "JobClaimClosed",
      "discriminator": [
        147,
        13,
        65,
        182,
        16,
        211,
        34,
        230
      ]
    },
    {
      "name": "JobClaimOpened",
      "discriminator": [
        34,
        222,
        8,
        201,
        48,
        105,
        37,
        126
      ]
    },
    {
      "name": "JobDelivered",
      "discriminator": [
        108,
        92,
        53,
        170,
        59,
        120,
        87,
        40
      ]
    },
    {
      "name": "JobFinished",
      "discriminator": [
        204,
        97,
        242,
        147,
        129,
        85,
        114,
        217
      ]
    },
    {
      "name": "JobOpened",
      "discriminator": [
        194,
        169,
        75,
        170,
        253,
        153,
        200,
        220
      ]
    },
    {
      "name": "JobPaid",
      "discriminator": [
        210,
        173,
        183,
        36,
        83,
        220,
        40,
        160
      ]
    },
    {
      "name": "JobRefunded",
      "discriminator": [
        156,
        171,
        111,
        37,
        17,
        174,
        8,
        167
      ]
    },
    {
      "name": "JobReleased",
      "discriminator": [
        73,
        13,
        222,
        144,
        55,
        34,
        233,
        79
      ]
    },
    {
      "name": "JobSplit",
      "discriminator": [
        21,
        234,
        197,
        8,
        246,
        206,
        86,
        188
      ]
    },
    {
      "name": "MandateClosed",
      "discriminator": [
        217,
        212,
        155,
        243,
        4,
        34,
        255,
        65
      ]
    },
    {
      "name": "MandateDeposited",
      "discriminator": [
        208,
        119,
        224,
        154,
        159,
        160,
        98,
        221
      ]
    },
    {
      "name": "MandateKilled",
      "discriminator": [
        223,
        21,
        173,
        197,
        140,
        55,
        179,
        132
      ]
    },
    {
      "name": "MandateOpened",
      "discriminator": [
        155,
        185,
        17,
        253,
        199,
        90,
        9,
        91
      ]
    },
    {
      "name": "MandateWithdrawn",
      "discriminator": [
        118,
        27,
        106,
        191,
        107,
        177,
        79,
        39
      ]
    },
    {
      "name": "SessionKeyRotated",
      "discriminator": [
        172,
        87,
        66,
        147,
        26,
        174,
        140,
        90
      ]
    }
  ],
  "errors": [
    {
      "code": 6000,
      "name": "MathOverflow",
      "msg": "Arithmetic left its range; use smaller amounts"
    },
    {
      "code": 6001,
      "name": "UnknownLayout",
      "msg": "The account has a layout version this program does not know; upgrade the client or migrate it"
    },
    {
      "code": 6002,
      "name": "InvariantBroken",
      "msg": "Stored state broke a rule of the ledger; nothing was changed, please report it"
    },
    {
      "code": 6003,
      "name": "NotYetEnforced",
      "msg": "This limit needs a program that is not built yet; leave it unset"
    },
    {
      "code": 6004,
      "name": "Paused",
      "msg": "The protocol is paused for new business; exits stay open"
    },
    {
      "code": 6005,
      "name": "AmountZero",
      "msg": "The amount must be above zero"
    },
    {
      "code": 6006,
      "name": "PayerMismatch",
      "msg": "Signer is not the mandate's payer"
    },
    {
      "code": 6007,
      "name": "NotPayerOrSession",
      "msg": "Signer is neither the mandate's payer nor its session key"
    },
    {
      "code": 6008,
      "name": "ConfigMismatch",
      "msg": "The account is not the config of the registry"
    },
    {
      "code": 6009,
      "name": "MandateMismatch",
      "msg": "The account belongs to another mandate"
    },
    {
      "code": 6010,
      "name": "MintMismatch",
      "msg": "The mint is not the mandate's"
    },
    {
      "code": 6011,
      "name": "VaultMismatch",
      "msg": "The token account is not the mandate's vault"
    },
    {
      "code": 6012,
      "name": "DestinationMismatch",
      "msg": "The token account is not owned by the one who is to be paid, or is of another mint"
    },
    {
      "code": 6013,
      "name": "EventAuthorityMismatch",
      "msg": "The account is not this program's event authority"
    },
    {
      "code": 6014,
      "name": "ProgramMismatch",
      "msg": "The account is not this program"
    },
    {
      "code": 6020,
      "name": "SessionKeyInvalid",
      "msg": "The session key must be a key of its own, neither zero nor the payer's wallet"
    },
    {
      "code": 6021,
      "name": "CapsInvalid",
      "msg": "Per-call maximum, daily cap and total cap must be above zero, none above the next"
    },
    {
      "code": 6022,
      "name": "ExpiryInPast",
      "msg": "The expiry must lie in the future"
    },
    {
      "code": 6023,
      "name": "AllowListInvalid",
      "msg": "The allow-list has more than 16 agents, a zero or a repeated one"
    },
    {
      "code": 6024,
      "name": "MandateKilled",
      "msg": "The mandate was killed; open a new one"
    },
    {
      "code": 6025,
      "name": "MandateExpired",
      "msg": "The mandate has expired; open a new one"
    },
    {
      "code": 6026,
      "name": "InsufficientFree",
      "msg": "The mandate holds less free money than that; deposit or ask for less"
    },
    {
      "code": 6027,
      "name": "DailyCapExceeded",
      "msg": "Today's cap of the mandate does not allow this; wait for midnight UTC or ask for less"
    },
    {
      "code": 6028,
      "name": "TotalCapExceeded",
      "msg": "The total cap of the mandate does not allow this; open a new mandate"
    },
    {
      "code": 6029,
      "name": "ChannelsRemain",
      "msg": "The mandate still has channels; close them first"
    },
    {
      "code": 6030,
      "name": "FeesRemain",
      "msg": "The mandate still owes fees; sweep them first"
    },
    {
      "code": 6031,
      "name": "SessionKeyUnchanged",
      "msg": "That is the session key already"
    },
    {
      "code": 6032,
      "name": "NoFees",
      "msg": "No fees to sweep"
    },
    {
      "code": 6033,
      "name": "MinScoreInvalid",
      "msg": "A minimum score is from 1,000 to 5,000 thousandths of a star, or 0 for none; correct it"
    },
    {
      "code": 6034,
      "name": "AllowListTwice",
      "msg": "A mandate has an allow-list or the root of one; leave one of them out"
    },
    {
      "code": 6035,
      "name": "ApproversInvalid",
      "msg": "There are more than 8 approvers, a zero or a repeated one, or the payer is among them; correct them"
    },
    {
      "code": 6036,
      "name": "ApprovalThresholdInvalid",
      "msg": "The threshold is from one approver to all of them, and zero without any; correct it"
    },
    {
      "code": 6037,
      "name": "ApprovalTriggerInvalid",
      "msg": "With approvers both trigger amounts are above zero, and zero without any; correct them"
    },
    {
      "code": 6038,
      "name": "ApprovalRequired",
      "msg": "That much needs the mandate's approvers; ask them for exactly this instruction (consent's approval_request), and pass the approval behind its accounts"
    },
    {
      "code": 6039,
      "name": "SessionKeyApproves",
      "msg": "The session key would approve its own allotments; take another key"
    },
    {
      "code": 6040,
      "name": "AgentNotAllowed",
      "msg": "The mandate does not allow this agent"
    },
    {
      "code": 6041,
      "name": "AgentNotActive",
      "msg": "The agent is not open for business"
    },
    {
      "code": 6042,
      "name": "AgentStale",
      "msg": "The agent's liveness lease has run out; it must send a heartbeat first"
    },
    {
      "code": 6043,
      "name": "VersionMismatch",
      "msg": "The version belongs to another agent"
    },
    {
      "code": 6044,
      "name": "VersionNotLatest",
      "msg": "The version is not the agent's latest; read the manifest again"
    },
    {
      "code": 6045,
      "name": "VersionYanked",
      "msg": "The version was yanked by its owner"
    },
    {
      "code": 6046,
      "name": "PriceAboveMaximum",
      "msg": "The agent's price is above the mandate's per-call maximum"
    },
    {
      "code": 6047,
      "name": "ChannelExpiryInvalid",
      "msg": "The channel's expiry must lie in the future, within the longest channel life and the mandate's own"
    },
    {
      "code": 6048,
      "name": "AllotmentBelowPrice",
      "msg": "The allotment does not pay for one call"
    },
    {
      "code": 6049,
      "name": "OwnershipChanged",
      "msg": "The agent has a new owner since this opened; open a new one"
    },
    {
      "code": 6050,
      "name": "AgentMismatch",
      "msg": "The agent's account is not the channel's"
    },
    {
      "code": 6051,
      "name": "SessionRotated",
      "msg": "The session key was rotated since this channel opened; open a new channel"
    },
    {
      "code": 6052,
      "name": "StakeTooLow",
      "msg": "Less stake stands behind the agent than config or mandate ask for; take another agent"
    },
    {
      "code": 6053,
      "name": "FirstLossTooLow",
      "msg": "The agent's present owner has too little at stake; take another agent, or wait until it stakes"
    },
    {
      "code": 6054,
      "name": "ScoreTooLow",
      "msg": "The agent's score is below what the mandate asks for, or nobody has rated it; take another agent"
    },
    {
      "code": 6055,
      "name": "StakeVaultMismatch",
      "msg": "The account is not the agent's stake vault; pass the one at its derived address"
    },
    {
      "code": 6056,
      "name": "ScoreMismatch",
      "msg": "The account is not the agent's score; pass the one at its derived address"
    },
    {
      "code": 6057,
      "name": "AllowProofMissing",
      "msg": "The mandate allows agents by a tree; prove that this agent is in it"
    },
    {
      "code": 6058,
      "name": "AllowProofInvalid",
      "msg": "The proof does not lead from this agent to the mandate's tree; build it from the mandate's list"
    },
    {
      "code": 6059,
      "name": "AllowProofTooLong",
      "msg": "A proof has at most 20 hashes; build it from the mandate's list"
    },
    {
      "code": 6060,
      "name": "NotInstructionsSysvar",
      "msg": "The account is not the Instructions sysvar"
    },
    {
      "code": 6061,
      "name": "Ed25519Missing",
      "msg": "The instruction right before must be one Ed25519 check of exactly the vouchers settled"
    },
    {
      "code": 6062,
      "name": "Ed25519NotCanonical",
      "msg": "The Ed25519 instruction is not in canonical form"
    },
    {
      "code": 6063,
      "name": "SignatureCountMismatch",
      "msg": "Pass one channel for each signature, in the same order"
    },
    {
      "code": 6064,
      "name": "DuplicateChannel",
      "msg": "The same channel is passed twice"
    },
    {
      "code": 6065,
      "name": "NotAChannel",
      "msg": "The account is not a channel of this program"
    },
    {
      "code": 6066,
      "name": "WrongSigner",
      "msg": "The voucher is signed by another key than the channel's session key"
    },
    {
      "code": 6067,
      "name": "WrongTag",
      "msg": "The voucher is for another channel, generation, deployment or cluster"
    },
    {
      "code": 6068,
      "name": "NotMonotonic",
      "msg": "The voucher does not raise the settled amount; a later one was settled already"
    },
    {
      "code": 6069,
      "name": "CallsNotMonotonic",
      "msg": "The voucher does not raise the number of calls"
    },
    {
      "code": 6070,
      "name": "PerCallMaximumExceeded",
      "msg": "The voucher pays more per call than the mandate allows"
    },
    {
      "code": 6071,
      "name": "AboveAllotment",
      "msg": "The voucher is above what is allotted to the channel"
    },
    {
      "code": 6072,
      "name": "VoucherExpired",
      "msg": "The voucher has expired"
    },
    {
      "code": 6073,
      "name": "ChannelExpired",
      "msg": "The channel has expired; nothing more can be settled"
    },
    {
      "code": 6074,
      "name": "GraceOver",
      "msg": "The channel's grace is over; nothing more can be settled"
    },
    {
      "code": 6075,
      "name": "ChannelDraining",
      "msg": "The channel is draining; nothing more can be settled"
    },
    {
      "code": 6076,
      "name": "SetSizeInvalid",
      "msg": "A set is of 2 to 64 channels; settle fewer by vouchers of their own, and more in several sets"
    },
    {
      "code": 6077,
      "name": "WrongSet",
      "msg": "The set was signed for other channels or generations, or for these in another order"
    },
    {
      "code": 6090,
      "name": "NothingPayable",
      "msg": "Nothing is payable yet; wait for the holdback to pass"
    },
    {
      "code": 6091,
      "name": "NotPayee",
      "msg": "Signer is not the one the channel pays"
    },
    {
      "code": 6092,
      "name": "RefundTooHigh",
      "msg": "The refund is above what is settled and neither paid nor refunded"
    },
    {
      "code": 6093,
      "name": "NotOpen",
      "msg": "The channel is not open"
    },
    {
      "code": 6094,
      "name": "NotClosing",
      "msg": "The channel is not closing"
    },
    {
      "code": 6095,
      "name": "ClosedInOpeningSlot",
      "msg": "Neither a mandate nor a channel can be closed in the slot it opened in; try again in the next"
    },
    {
      "code": 6096,
      "name": "CloseNotAllowed",
      "msg": "Only the payer or its session key may close a channel whose mandate stands"
    },
    {
      "code": 6097,
      "name": "ReopenNotAllowed",
      "msg": "A closing cannot be undone once the mandate was killed or has expired, or its key was rotated"
    },
    {
      "code": 6098,
      "name": "NotDrainable",
      "msg": "The agent may still settle; wait for the grace or the expiry to pass"
    },
    {
      "code": 6099,
      "name": "NotDraining",
      "msg": "The channel is not draining; close and drain it first"
    },
    {
      "code": 6100,
      "name": "UnpaidRemains",
      "msg": "Settled money is still unpaid; pay it out first"
    },
    {
      "code": 6101,
      "name": "HeldOrDisputed",
      "msg": "Money is held or disputed; wait for the outcome"
    },
    {
      "code": 6102,
      "name": "ClaimWindowOpen",
      "msg": "Claims may still be brought; wait for the claim window to pass"
    },
    {
      "code": 6103,
      "name": "RatingWindowOpen",
      "msg": "The payer may still rate; wait for the rating window to pass, or let the payer end the channel"
    },
    {
      "code": 6104,
      "name": "RentPayerMismatch",
      "msg": "The rent goes to the one who paid it"
    },
    {
      "code": 6110,
      "name": "RatingRightMissing",
      "msg": "Nothing was paid out for a fee, refunded or returned since the last rating; pay out first"
    },
    {
      "code": 6111,
      "name": "NotRatingAuthority",
      "msg": "Only the reputation program's rating authority may use up a rating right; rate through it"
    },
    {
      "code": 6120,
      "name": "HoldExists",
      "msg": "The payer holds money of this channel already; release it, or wait until it lapses or its dispute ends"
    },
    {
      "code": 6121,
      "name": "HoldTooHigh",
      "msg": "The hold is above what is settled and has neither matured nor gone; hold less"
    },
    {
      "code": 6122,
      "name": "NothingHeld",
      "msg": "Nothing is held"
    },
    {
      "code": 6123,
      "name": "HoldDisputed",
      "msg": "A dispute has taken the hold; wait for its outcome"
    },
    {
      "code": 6124,
      "name": "NotClaimAuthority",
      "msg": "Only the stake program's claim authority may open or close a claim; open a dispute there"
    },
    {
      "code": 6125,
      "name": "ClaimTooHigh",
      "msg": "The claim is above what is settled and neither claimed nor given back; claim less"
    },
    {
      "code": 6126,
      "name": "ClaimWindowOver",
      "msg": "The claim window after the last settle is over"
    },
    {
      "code": 6127,
      "name": "ClaimMismatch",
      "msg": "The claim does not end as it began: no such claim is open at the channel"
    },
    {
      "code": 6130,
      "name": "JobDeadlinesInvalid",
      "msg": "Accept-by must lie in the future and before deliver-by, and that within the longest channel life and the mandate's expiry"
    },
    {
      "code": 6131,
      "name": "ReviewWindowInvalid",
      "msg": "The review window must be from the config's shortest holdback, a second at least, to its claim window"
    },
    {
      "code": 6132,
      "name": "HashMissing",
      "msg": "The hash is all zeros; pass the SHA-256 of what is agreed or delivered"
    },
    {
      "code": 6133,
      "name": "JobGenerationMismatch",
      "msg": "The job is another than the one signed for: it was opened anew at this address; read it again"
    },
    {
      "code": 6134,
      "name": "TermsMismatch",
      "msg": "The terms are others than the job's; read them again before accepting"
    },
    {
      "code": 6135,
      "name": "JobNotFunded",
      "msg": "The agent has accepted the job, or it is over; this comes before"
    },
    {
      "code": 6136,
      "name": "JobNotAccepted",
      "msg": "The job is not accepted and waiting for its result"
    },
    {
      "code": 6137,
      "name": "JobNotDelivered",
      "msg": "The job has no result under review"
    },
    {
      "code": 6138,
      "name": "JobNotUnderWay",
      "msg": "The agent is not at work on the job, nor is its result under review"
    },
    {
      "code": 6139,
      "name": "AcceptanceOver",
      "msg": "The time to accept is over; the job can only expire"
    },
    {
      "code": 6140,
      "name": "DeliveryOver",
      "msg": "The time to deliver is over; the job can only expire"
    },
    {
      "code": 6141,
      "name": "ReviewOpen",
      "msg": "The review goes on; only the payer's side may release before it ends"
    },
    {
      "code": 6142,
      "name": "ReviewOver",
      "msg": "The review is over; the result counts as accepted"
    },
    {
      "code": 6143,
      "name": "JobNotExpired",
      "msg": "The agent still has time; wait for accept-by, or for deliver-by once it has accepted"
    },
    {
      "code": 6144,
      "name": "NotJobAgent",
      "msg": "Signer is neither the job's agent key nor the agent's owner"
    },
    {
      "code": 6145,
      "name": "JobSplitTooHigh",
      "msg": "The part is above what the job has left; agree on less"
    },
    {
      "code": 6146,
      "name": "JobRefundTooHigh",
      "msg": "The amount is above what the job has left; give back less"
    },
    {
      "code": 6147,
      "name": "JobClaimTooHigh",
      "msg": "The claim is above what the job has left; claim less"
    },
    {
      "code": 6148,
      "name": "JobNothingPayable",
      "msg": "Nothing of the job is earned and unpaid"
    },
    {
      "code": 6149,
      "name": "JobNotEnded",
      "msg": "The job has not ended; release, refund or expire it first"
    },
    {
      "code": 6150,
      "name": "JobUnpaid",
      "msg": "Earned money of the job is still unpaid; pay it out first"
    },
    {
      "code": 6151,
      "name": "JobsRemain",
      "msg": "The mandate still has jobs; finish them first"
    },
    {
      "code": 6152,
      "name": "JobFinishedInOpeningSlot",
      "msg": "A job cannot be finished in the slot it opened in; try again in the next"
    },
    {
      "code": 6160,
      "name": "TokenProgramMismatch",
      "msg": "The mint, or a token account, is of another token program; pass the one the mint belongs to"
    },
    {
      "code": 6161,
      "name": "MintMalformed",
      "msg": "The mint's extensions cannot be read; take another mint"
    },
    {
      "code": 6162,
      "name": "MintTakesFees",
      "msg": "The mint can take a fee of each transfer; take another mint"
    },
    {
      "code": 6163,
      "name": "MintHasPermanentDelegate",
      "msg": "The mint has a permanent delegate, who can take tokens from anybody; take another mint"
    },
    {
      "code": 6164,
      "name": "MintHasTransferHook",
      "msg": "The mint lets another program decide about transfers; take another mint"
    },
    {
      "code": 6165,
      "name": "MintFreezesByDefault",
      "msg": "The mint can make token accounts frozen from the start; take another mint"
    },
    {
      "code": 6166,
      "name": "MintPausable",
      "msg": "The mint's transfers can be paused; take another mint"
    },
    {
      "code": 6167,
      "name": "MintClosable",
      "msg": "The mint can be closed, and made anew with other rules; take another mint"
    },
    {
      "code": 6168,
      "name": "MintConfidential",
      "msg": "The mint can hide amounts; take another mint"
    },
    {
      "code": 6169,
      "name": "MintScalesAmounts",
      "msg": "The mint shows other amounts than it moves, by interest or a scale; take another mint"
    },
    {
      "code": 6170,
      "name": "MintNotTransferable",
      "msg": "The mint's tokens cannot be transferred; take another mint"
    },
    {
      "code": 6171,
      "name": "MintExtensionUnknown",
      "msg": "The mint has an extension that this program does not know; take another mint"
    },
    {
      "code": 6172,
      "name": "NotAdmin",
      "msg": "Signer is not the config's admin"
    },
    {
      "code": 6173,
      "name": "CreditsExist",
      "msg": "The credits were made before; they are made once"
    },
    {
      "code": 6174,
      "name": "CreditsMissing",
      "msg": "The credits were not made yet; let the admin make them"
    },
    {
      "code": 6175,
      "name": "CreditDecimalsInvalid",
      "msg": "Credits have at most 9 decimals"
    },
    {
      "code": 6176,
      "name": "CreditMintMismatch",
      "msg": "The account is not the mint of the credits"
    },
    {
      "code": 6177,
      "name": "IssuerMissing",
      "msg": "The issuer is the zero key; name one"
    },
    {
      "code": 6178,
      "name": "NotIssuer",
      "msg": "Signer is not the issuer that the account is about"
    },
    {
      "code": 6179,
      "name": "IssuerInactive",
      "msg": "The issuer was stopped; ask the admin"
    },
    {
      "code": 6180,
      "name": "IssuerCapExceeded",
      "msg": "The issuer's cap of the day does not allow this; wait for midnight UTC, or ask the admin"
    },
    {
      "code": 6181,
      "name": "CreditPaymentUsed",
      "msg": "Credits were minted for this payment before; its record tells to whom and how much"
    },
    {
      "code": 6182,
      "name": "CreditReferenceMissing",
      "msg": "The payment's reference is zero; name the payment"
    },
    {
      "code": 6183,
      "name": "IssuerMismatch",
      "msg": "The account is not the issuer's; pass the one at its derived address"
    },
    {
      "code": 6190,
      "name": "AllowProofUnexpected",
      "msg": "The mandate asks for no proof; leave it out"
    },
    {
      "code": 6191,
      "name": "NotAttested",
      "msg": "The mandate's attestor does not vouch for the agent's owner; take another agent, or have it attested"
    },
    {
      "code": 6192,
      "name": "AttestationExpired",
      "msg": "The attestation of the agent's owner has expired; have it renewed"
    },
    {
      "code": 6193,
      "name": "AttestationMismatch",
      "msg": "The account is not the attestor's attestation of the agent's owner; pass the one at its derived address"
    },
    {
      "code": 6210,
      "name": "ApprovalAccountsMismatch",
      "msg": "Behind the accounts come approval, its rent payer, the approval consumer, consent's event authority and consent, or nothing"
    }
  ],
  "types": [
    {
      "name": "Agent",
      "docs": [
        "An agent: `[\"agent\", creator, handle]`.",
        "",
        "INVARIANTS: `creator` and `handle` never change; `ownership_epoch` starts at 1 and grows by one with each",
        "accepted transfer; `latest_version` counts versions 1..=n without gaps; Active and Suspended only with one;",
        "`price` and `price_mint` are the latest version's; `retires_at` is non-zero in Retiring and only there;",
        "`pending_owner` is zero without a transfer under way."
      ],
      "serialization": "bytemuck",
      "repr": {
        "kind": "c"
      },
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "version",
            "type": "u8"
          },
          {
            "name": "bump",
            "type": "u8"
          },
          {
            "name": "status",
            "docs": [
              "`AgentStatus`"
            ],
            "type": "u8"
          },
          {
            "name": "handle_len",
            "type": "u8"
          },
          {
            "name": "latest_version",
            "type": "u32"
          },
          {
            "name": "ownership_epoch",
            "type": "u32"
          },
          {
            "name": "padding",
            "type": {
              "array": [
                "u8",
                4
              ]
            }
          },
          {
            "name": "creator",
            "docs": [
              "Registered the handle, paid the rent, and gets it back."
            ],
            "type": "pubkey"
          },
          {
            "name": "owner",
            "type": "pubkey"
          },
          {
            "name": "pending_owner",
            "type": "pubkey"
          },
          {
            "name": "agent_key",
            "docs": [
              "Signs responses and heartbeats; holds no funds."
            ],
            "type": "pubkey"
          },
          {
            "name": "payout_owner",
            "docs": [
              "Wallet whose associated token accounts take payouts of channels opened from now on."
            ],
            "type": "pubkey"
          },
          {
            "name": "price_mint",
            "type": "pubkey"
          },
          {
            "name": "price",
            "docs": [
              "Price of one call, base units of `price_mint`."
            ],
            "type": "u64"
          },
          {
            "name": "holdback",
            "docs": [
              "Offered holdback of settled money, seconds."
            ],
            "type": "i64"
          },
          {
            "name": "lease_expires_at",
            "docs": [
              "Stale from then on, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "registered_at",
            "type": "i64"
          },
          {
            "name": "retires_at",
            "docs": [
              "First moment the agent may be closed, Unix seconds; 0 unless Retiring."
            ],
            "type": "i64"
          },
          {
            "name": "handle",
            "docs": [
              "Lower-case ASCII, zero-padded."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "tags",
            "docs": [
              "Lower-case ASCII, each zero-padded; unused ones all zero, at the end."
            ],
            "type": {
              "array": [
                {
                  "array": [
                    "u8",
                    16
                  ]
                },
                4
              ]
            }
          },
          {
            "name": "reserved",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          }
        ]
      }
    },
    {
      "name": "AgentVersion",
      "docs": [
        "One published version of an agent: `[\"version\", agent, n: u32 LE]`. Sized to its content.",
        "",
        "INVARIANTS: immutable but for `yanked`, which only ever turns true; outlives its agent only to be closed."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "version",
            "type": "u8"
          },
          {
            "name": "bump",
            "type": "u8"
          },
          {
            "name": "yanked",
            "docs": [
              "Withdrawn by the owner: no channel opens on it."
            ],
            "type": "bool"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "publisher",
            "docs": [
              "Paid the rent, and gets it back."
            ],
            "type": "pubkey"
          },
          {
            "name": "number",
            "docs": [
              "1, 2, 3, …"
            ],
            "type": "u32"
          },
          {
            "name": "manifest_hash",
            "docs": [
              "SHA-256 of the manifest's RFC 8785 canonical JSON."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "price_mint",
            "type": "pubkey"
          },
          {
            "name": "price",
            "docs": [
              "Price of one call, base units of `price_mint`."
            ],
            "type": "u64"
          },
          {
            "name": "published_at",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "semver",
            "docs": [
              "Semantic version, at most 32 bytes."
            ],
            "type": "string"
          },
          {
            "name": "uri",
            "docs": [
              "Where the manifest is, at most 200 bytes."
            ],
            "type": "string"
          }
        ]
      }
    },
    {
      "name": "Channel",
      "docs": [
        "An allotment of a mandate to one agent, spent by vouchers: `[\"channel\", mandate, agent, n: u8]`.",
        "",
        "INVARIANTS: `paid_gross + refunded + held ≤ settled`, `settled + returned ≤ allotted`; `allotted, settled,",
        "calls, paid_gross, returned, refunded, claimed, awarded` never fall; `matured ≤ pending ≤ settled`;",
        "`awarded ≤ refunded`, `awarded ≤ claimed ≤ settled`; `held_until` is 0 exactly unless something is held that no",
        "dispute has taken; a hold is disputed only while a dispute is open;",
        "`rated_paid ≤ paid_gross`, `rated_refunded ≤ refunded`, neither ever falls; the terms",
        "(keys, price, fee, windows, epochs, tag) never change within a generation; no generation recurs, because it",
        "is the opening slot and a channel cannot be closed in it."
      ],
      "serialization": "bytemuck",
      "repr": {
        "kind": "c"
      },
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "version",
            "type": "u8"
          },
          {
            "name": "bump",
            "type": "u8"
          },
          {
            "name": "status",
            "docs": [
              "`ChannelStatus`"
            ],
            "type": "u8"
          },
          {
            "name": "n",
            "type": "u8"
          },
          {
            "name": "calls",
            "docs": [
              "Calls paid for so far."
            ],
            "type": "u32"
          },
          {
            "name": "tag",
            "docs": [
              "First 16 bytes of SHA-256(domain, genesis hash, escrow id, channel, generation)."
            ],
            "type": {
              "array": [
                "u8",
                16
              ]
            }
          },
          {
            "name": "session_key",
            "type": "pubkey"
          },
          {
            "name": "per_call_max",
            "docs": [
              "Most one call may cost, base units."
            ],
            "type": "u64"
          },
          {
            "name": "settled",
            "type": "u64"
          },
          {
            "name": "allotted",
            "type": "u64"
          },
          {
            "name": "returned",
            "type": "u64"
          },
          {
            "name": "expires_at",
            "docs": [
              "Nothing settles from then on, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "closing_ends_at",
            "docs": [
              "Nothing settles from then on, Unix seconds; 0 unless Closing."
            ],
            "type": "i64"
          },
          {
            "name": "matured",
            "type": "u64"
          },
          {
            "name": "pending",
            "type": "u64"
          },
          {
            "name": "pending_since",
            "type": "i64"
          },
          {
            "name": "last_settle_at",
            "type": "i64"
          },
          {
            "name": "holdback",
            "docs": [
              "From settled to payable, seconds."
            ],
            "type": "i64"
          },
          {
            "name": "paid_gross",
            "type": "u64"
          },
          {
            "name": "refunded",
            "docs": [
              "Back to the payer: by the agent, and by claims out of the hold."
            ],
            "type": "u64"
          },
          {
            "name": "claimed",
            "docs": [
              "Claimed by disputes, won or not."
            ],
            "type": "u64"
          },
          {
            "name": "held",
            "docs": [
              "Held by the payer against a claim."
            ],
            "type": "u64"
          },
          {
            "name": "held_until",
            "docs": [
              "When the hold lapses, Unix seconds; 0 without one, and while it is disputed."
            ],
            "type": "i64"
          },
          {
            "name": "open_disputes",
            "type": "u32"
          },
          {
            "name": "fee_bps",
            "docs": [
              "Protocol fee, basis points of a payout."
            ],
            "type": "u16"
          },
          {
            "name": "hold_disputed",
            "docs": [
              "1 while the hold is an open dispute's, be it used up: it does not lapse, and there is no other."
            ],
            "type": "u8"
          },
          {
            "name": "padding",
            "type": {
              "array": [
                "u8",
                1
              ]
            }
          },
          {
            "name": "agent_version",
            "type": "u32"
          },
          {
            "name": "ownership_epoch",
            "type": "u32"
          },
          {
            "name": "key_epoch",
            "docs": [
              "The mandate's at opening; a rotation makes them differ."
            ],
            "type": "u32"
          },
          {
            "name": "padding_2",
            "type": {
              "array": [
                "u8",
                4
              ]
            }
          },
          {
            "name": "generation",
            "docs": [
              "Slot the channel opened in."
            ],
            "type": "u64"
          },
          {
            "name": "opened_at",
            "type": "i64"
          },
          {
            "name": "last_payout_at",
            "type": "i64"
          },
          {
            "name": "price",
            "docs": [
              "Price of one call, base units."
            ],
            "type": "u64"
          },
          {
            "name": "close_grace",
            "docs": [
              "Seconds from Closing to the last settle."
            ],
            "type": "i64"
          },
          {
            "name": "hold_lapse",
            "type": "i64"
          },
          {
            "name": "claim_window",
            "type": "i64"
          },
          {
            "name": "rating_window",
            "type": "i64"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "agent_key",
            "docs": [
              "Signs responses."
            ],
            "type": "pubkey"
          },
          {
            "name": "payout_owner",
            "docs": [
              "Wallet whose associated token account is paid."
            ],
            "type": "pubkey"
          },
          {
            "name": "rent_payer",
            "docs": [
              "Gets the rent back."
            ],
            "type": "pubkey"
          },
          {
            "name": "rated_paid",
            "type": "u64"
          },
          {
            "name": "rated_refunded",
            "type": "u64"
          },
          {
            "name": "awarded",
            "docs": [
              "Of `refunded`, what claims paid out of the hold."
            ],
            "type": "u64"
          },
          {
            "name": "reserved",
            "type": {
              "array": [
                "u8",
                40
              ]
            }
          }
        ]
      }
    },
    {
      "name": "ChannelClosing",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "channel",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "closed_by",
            "type": "pubkey"
          },
          {
            "name": "closing_ends_at",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "ChannelDrained",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "channel",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "settled",
            "type": "u64"
          },
          {
            "name": "calls",
            "type": "u32"
          },
          {
            "name": "returned",
            "docs": [
              "Went back to the mandate, base units."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "ChannelFinished",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "channel",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "calls",
            "type": "u32"
          },
          {
            "name": "allotted",
            "type": "u64"
          },
          {
            "name": "settled",
            "type": "u64"
          },
          {
            "name": "paid_gross",
            "type": "u64"
          },
          {
            "name": "returned",
            "type": "u64"
          },
          {
            "name": "refunded",
            "type": "u64"
          },
          {
            "name": "rent_payer",
            "type": "pubkey"
          }
        ]
      }
    },
    {
      "name": "ChannelHeld",
      "docs": [
        "The payer keeps settled money from being paid out."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "channel",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "held_by",
            "type": "pubkey"
          },
          {
            "name": "amount",
            "type": "u64"
          },
          {
            "name": "held_until",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "ChannelOpenArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "n",
            "docs": [
              "Tells several channels of one mandate to one agent apart."
            ],
            "type": "u8"
          },
          {
            "name": "amount",
            "docs": [
              "Allotted to the channel, base units; charged to the mandate's caps."
            ],
            "type": "u64"
          },
          {
            "name": "expires_at",
            "docs": [
              "Nothing settles from then on, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "allow_proof",
            "docs": [
              "Siblings from the agent's leaf up, at most 20, where the mandate allows agents by a tree; else empty."
            ],
            "type": {
              "vec": {
                "array": [
                  "u8",
                  32
                ]
              }
            }
          }
        ]
      }
    },
    {
      "name": "ChannelOpened",
      "docs": [
        "Money was allotted to an agent for the first time in this generation."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "channel",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "n",
            "type": "u8"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "tag",
            "type": {
              "array": [
                "u8",
                16
              ]
            }
          },
          {
            "name": "session_key",
            "type": "pubkey"
          },
          {
            "name": "agent_key",
            "type": "pubkey"
          },
          {
            "name": "payout_owner",
            "type": "pubkey"
          },
          {
            "name": "rent_payer",
            "type": "pubkey"
          },
          {
            "name": "agent_version",
            "type": "u32"
          },
          {
            "name": "ownership_epoch",
            "type": "u32"
          },
          {
            "name": "price",
            "type": "u64"
          },
          {
            "name": "per_call_max",
            "type": "u64"
          },
          {
            "name": "fee_bps",
            "type": "u16"
          },
          {
            "name": "holdback",
            "type": "i64"
          },
          {
            "name": "expires_at",
            "type": "i64"
          },
          {
            "name": "allotted",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "ChannelPaid",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "channel",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "payout_owner",
            "type": "pubkey"
          },
          {
            "name": "gross",
            "type": "u64"
          },
          {
            "name": "fee",
            "type": "u64"
          },
          {
            "name": "net",
            "type": "u64"
          },
          {
            "name": "paid_gross_before",
            "type": "u64"
          },
          {
            "name": "paid_gross_after",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "ChannelRearmArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "amount",
            "docs": [
              "Added to the allotment, base units; charged to the mandate's caps."
            ],
            "type": "u64"
          },
          {
            "name": "expires_at",
            "docs": [
              "New end, Unix seconds; not before the present one."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "ChannelRearmed",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "channel",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "allotted_before",
            "type": "u64"
          },
          {
            "name": "allotted_after",
            "type": "u64"
          },
          {
            "name": "expires_at_before",
            "type": "i64"
          },
          {
            "name": "expires_at_after",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "ChannelRefunded",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "channel",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "payer",
            "type": "pubkey"
          },
          {
            "name": "amount",
            "type": "u64"
          },
          {
            "name": "refunded_before",
            "type": "u64"
          },
          {
            "name": "refunded_after",
            "type": "u64"
          },
          {
            "name": "held_before",
            "type": "u64"
          },
          {
            "name": "held_after",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "ChannelReopened",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "channel",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "ClaimClosed",
      "docs": [
        "A dispute's claim ended; `loss = refunded_since + paid + shortfall`, all in base units."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "channel",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "payer",
            "type": "pubkey"
          },
          {
            "name": "destination",
            "docs": [
              "Token account that was paid."
            ],
            "type": "pubkey"
          },
          {
            "name": "loss",
            "type": "u64"
          },
          {
            "name": "refunded_since",
            "docs": [
              "Given back by the agent while the claim was open, up to the loss."
            ],
            "type": "u64"
          },
          {
            "name": "paid",
            "docs": [
              "To the payer, out of the hold."
            ],
            "type": "u64"
          },
          {
            "name": "released",
            "docs": [
              "Of the hold, back to what the agent is paid from."
            ],
            "type": "u64"
          },
          {
            "name": "shortfall",
            "docs": [
              "What neither refunds nor the hold made good."
            ],
            "type": "u64"
          },
          {
            "name": "took_hold",
            "docs": [
              "Whether the hold was this claim's."
            ],
            "type": "bool"
          },
          {
            "name": "held_before",
            "type": "u64"
          },
          {
            "name": "held_after",
            "type": "u64"
          },
          {
            "name": "refunded_before",
            "type": "u64"
          },
          {
            "name": "refunded_after",
            "type": "u64"
          },
          {
            "name": "open_disputes_before",
            "type": "u32"
          },
          {
            "name": "open_disputes_after",
            "type": "u32"
          }
        ]
      }
    },
    {
      "name": "ClaimEnd",
      "docs": [
        "How a claim ends; of `claim_close` and `job_claim_close`."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "loss",
            "docs": [
              "What the payer lost, base units, refunds not yet taken off."
            ],
            "type": "u64"
          },
          {
            "name": "refunded_before",
            "docs": [
              "`ClaimRight::refunded` of the opening."
            ],
            "type": "u64"
          },
          {
            "name": "took_hold",
            "docs": [
              "Whether the claim took the hold."
            ],
            "type": "bool"
          }
        ]
      }
    },
    {
      "name": "ClaimOpened",
      "docs": [
        "A dispute claims money of a channel."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "channel",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "payer",
            "type": "pubkey"
          },
          {
            "name": "claim",
            "type": "u64"
          },
          {
            "name": "claimed_before",
            "type": "u64"
          },
          {
            "name": "claimed_after",
            "type": "u64"
          },
          {
            "name": "refunded",
            "docs": [
              "Given back by the agent so far, base units."
            ],
            "type": "u64"
          },
          {
            "name": "taken",
            "docs": [
              "Of the hold, for this claim; above 0, the hold is disputed from now on and does not lapse."
            ],
            "type": "u64"
          },
          {
            "name": "held",
            "docs": [
              "Held by whatever claim, base units."
            ],
            "type": "u64"
          },
          {
            "name": "open_disputes_before",
            "type": "u32"
          },
          {
            "name": "open_disputes_after",
            "type": "u32"
          }
        ]
      }
    },
    {
      "name": "ClaimPaid",
      "docs": [
        "What the end of a claim brought, base units: escrow's answer (return data, Borsh) to `claim_close` and",
        "`job_claim_close`.",
        "",
        "`loss = refunded_since (up to the loss) + paid + shortfall`."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "refunded_since",
            "docs": [
              "Given back by the agent while the claim was open, up to the loss."
            ],
            "type": "u64"
          },
          {
            "name": "paid",
            "docs": [
              "Paid to the payer out of the hold; of a job, back to the mandate."
            ],
            "type": "u64"
          },
          {
            "name": "released",
            "docs": [
              "Of the hold, back to what the agent is paid from."
            ],
            "type": "u64"
          },
          {
            "name": "shortfall",
            "docs": [
              "Of the loss, what neither refunds nor the hold made good."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "ClaimRight",
      "docs": [
        "What may be claimed of a channel or a job, and of whom: escrow's answer (return data, Borsh) to `claim_open` and",
        "`job_claim_open`, which count the claim and take up to it what is held."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "subject",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "docs": [
              "Tells this subject from an earlier one at the same address."
            ],
            "type": "u64"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "payer",
            "docs": [
              "The mandate's payer: the only one who may claim."
            ],
            "type": "pubkey"
          },
          {
            "name": "payout_owner",
            "type": "pubkey"
          },
          {
            "name": "session_key",
            "docs": [
              "Signs the channel's vouchers; the mandate's when a job opened."
            ],
            "type": "pubkey"
          },
          {
            "name": "agent_key",
            "docs": [
              "Signs the agent's responses."
            ],
            "type": "pubkey"
          },
          {
            "name": "mint",
            "docs": [
              "Mint of the amounts."
            ],
            "type": "pubkey"
          },
          {
            "name": "tag",
            "docs": [
              "Tag of the channel's vouchers and response proofs; zeros of a job."
            ],
            "type": {
              "array": [
                "u8",
                16
              ]
            }
          },
          {
            "name": "ownership_epoch",
            "type": "u32"
          },
          {
            "name": "agent_version",
            "type": "u32"
          },
          {
            "name": "per_call_max",
            "docs": [
              "Most that one call may cost, base units; 0 of a job."
            ],
            "type": "u64"
          },
          {
            "name": "held",
            "docs": [
              "Taken from the payer's hold for this claim, base units; all of a claim on a job."
            ],
            "type": "u64"
          },
          {
            "name": "refunded",
            "docs": [
              "Given back by the agent so far, base units, what claims were paid left out: what is added while the claim is",
              "open counts toward its loss."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "Config",
      "docs": [
        "The protocol's settings, one a deployment: `[\"config\"]`.",
        "",
        "INVARIANTS: made once, by the registry's upgrade authority; `genesis_hash`, `stake_mint` and `flags` never",
        "change, `admin` by handover alone and all other settings by proposal alone; `fee_bps ≤ 500`; the two panels",
        "share no member; `live_proposals_from ≤ next_proposal`, both only growing; `pending_admin`,",
        "`admin_handover_at` and `admin_handover_expires_at` are zero together, `execution_paused_at` and",
        "`execution_pause_ends_at` too; those of `Windows`, `LongestWindows` and `Panel`.",
        "Money that is open carries copies of the terms it depends on: a change here reaches only what opens later."
      ],
      "serialization": "bytemuck",
      "repr": {
        "kind": "c"
      },
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "version",
            "type": "u8"
          },
          {
            "name": "bump",
            "type": "u8"
          },
          {
            "name": "flags",
            "docs": [
              "`config_flags`"
            ],
            "type": "u8"
          },
          {
            "name": "settlement_mint_count",
            "type": "u8"
          },
          {
            "name": "pause_bits",
            "docs": [
              "`pause`"
            ],
            "type": "u16"
          },
          {
            "name": "fee_bps",
            "docs": [
              "Protocol fee, basis points of a payout."
            ],
            "type": "u16"
          },
          {
            "name": "first_loss_bps",
            "docs": [
              "Owner's first-loss tranche, basis points of `slash_cap_dispute`."
            ],
            "type": "u16"
          },
          {
            "name": "penalty_bps",
            "docs": [
              "Penalty on top of a slash, basis points of it, to the treasury."
            ],
            "type": "u16"
          },
          {
            "name": "bond_bps",
            "docs": [
              "Dispute bond, basis points of the claim."
            ],
            "type": "u16"
          },
          {
            "name": "padding",
            "type": {
              "array": [
                "u8",
                2
              ]
            }
          },
          {
            "name": "admin",
            "type": "pubkey"
          },
          {
            "name": "pending_admin",
            "docs": [
              "Zero without a handover under way."
            ],
            "type": "pubkey"
          },
          {
            "name": "pauser",
            "type": "pubkey"
          },
          {
            "name": "treasury",
            "docs": [
              "Wallet whose associated token accounts take fees and penalties."
            ],
            "type": "pubkey"
          },
          {
            "name": "stake_mint",
            "type": "pubkey"
          },
          {
            "name": "genesis_hash",
            "docs": [
              "Genesis hash of the cluster this deployment is on; no sysvar tells it, so migration and SDK check it."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "admin_handover_at",
            "docs": [
              "First moment the handover may be accepted, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "execution_paused_at",
            "docs": [
              "When a pause of slash executions began, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "min_stake",
            "docs": [
              "Stake an agent needs before channels open to it, base units of `stake_mint`."
            ],
            "type": "u64"
          },
          {
            "name": "slash_cap_dispute",
            "docs": [
              "Most that one dispute may slash, base units of `stake_mint`."
            ],
            "type": "u64"
          },
          {
            "name": "slash_cap_period",
            "docs": [
              "Most that one vault may lose in a `Windows::slash_period`, base units of `stake_mint`."
            ],
            "type": "u64"
          },
          {
            "name": "bond_min",
            "docs": [
              "Smallest dispute bond, base units of `stake_mint`."
            ],
            "type": "u64"
          },
          {
            "name": "arbiter_fee",
            "docs": [
              "What each voting arbiter earns from the bonds, base units of `stake_mint`."
            ],
            "type": "u64"
          },
          {
            "name": "windows",
            "type": {
              "defined": {
                "name": "Windows"
              }
            }
          },
          {
            "name": "panels",
            "docs": [
              "The first panel rules, the second hears appeals."
            ],
            "type": {
              "array": [
                {
                  "defined": {
                    "name": "Panel"
                  }
                },
                2
              ]
            }
          },
          {
            "name": "settlement_mints",
            "type": {
              "array": [
                {
                  "defined": {
                    "name": "SettlementMint"
                  }
                },
                8
              ]
            }
          },
          {
            "name": "next_proposal",
            "docs": [
              "Number of the next proposal to change the config."
            ],
            "type": "u64"
          },
          {
            "name": "live_proposals_from",
            "docs": [
              "Proposals below this number are settled or void: executed, cancelled, passed over, of a former admin."
            ],
            "type": "u64"
          },
          {
            "name": "admin_handover_expires_at",
            "docs": [
              "From then on the handover may no longer be accepted, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "execution_pause_ends_at",
            "docs": [
              "When a pause of slash executions lapses, Unix seconds; fixed as it began."
            ],
            "type": "i64"
          },
          {
            "name": "longest",
            "type": {
              "defined": {
                "name": "LongestWindows"
              }
            }
          },
          {
            "name": "reserved",
            "type": {
              "array": [
                "u8",
                64
              ]
            }
          }
        ]
      }
    },
    {
      "name": "CreditIssuer",
      "docs": [
        "Who may mint credits, and how many a day. `[\"credit_issuer\", issuer]`",
        "",
        "INVARIANTS: a mint keeps `minted_today ≤ daily_cap` on `day`, which begins at midnight UTC; a cap that is lowered",
        "later takes nothing back. `minted_today ≤ minted`; `minted` and `payments` only grow; the issuer never changes."
      ],
      "serialization": "bytemuck",
      "repr": {
        "kind": "c"
      },
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "version",
            "type": "u8"
          },
          {
            "name": "bump",
            "type": "u8"
          },
          {
            "name": "active",
            "docs": [
              "1 while it may mint."
            ],
            "type": "u8"
          },
          {
            "name": "padding",
            "type": "u8"
          },
          {
            "name": "day",
            "docs": [
              "Days since 1970-01-01 UTC that `minted_today` is about."
            ],
            "type": "u32"
          },
          {
            "name": "issuer",
            "docs": [
              "Signs each mint."
            ],
            "type": "pubkey"
          },
          {
            "name": "daily_cap",
            "docs": [
              "Most that may be minted in a day, base units."
            ],
            "type": "u64"
          },
          {
            "name": "minted_today",
            "docs": [
              "Minted on `day`, base units."
            ],
            "type": "u64"
          },
          {
            "name": "minted",
            "docs": [
              "Minted ever, base units."
            ],
            "type": "u64"
          },
          {
            "name": "payments",
            "docs": [
              "Payments that credits were minted for."
            ],
            "type": "u64"
          },
          {
            "name": "reserved",
            "type": {
              "array": [
                "u8",
                64
              ]
            }
          }
        ]
      }
    },
    {
      "name": "CreditIssuerSet",
      "docs": [
        "The admin named an issuer, or changed what it may mint."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "account",
            "type": "pubkey"
          },
          {
            "name": "issuer",
            "type": "pubkey"
          },
          {
            "name": "admin",
            "type": "pubkey"
          },
          {
            "name": "old_daily_cap",
            "type": "u64"
          },
          {
            "name": "new_daily_cap",
            "type": "u64"
          },
          {
            "name": "old_active",
            "type": "bool"
          },
          {
            "name": "new_active",
            "type": "bool"
          }
        ]
      }
    },
    {
      "name": "CreditIssuerSetArgs",
      "docs": [
        "What an issuer may do from now on."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "issuer",
            "docs": [
              "Signs mints."
            ],
            "type": "pubkey"
          },
          {
            "name": "daily_cap",
            "docs": [
              "Most that it may mint in a day, base units."
            ],
            "type": "u64"
          },
          {
            "name": "active",
            "docs": [
              "Whether it may mint at all."
            ],
            "type": "bool"
          }
        ]
      }
    },
    {
      "name": "CreditsBurned",
      "docs": [
        "A holder burned credits."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "mint",
            "type": "pubkey"
          },
          {
            "name": "holder",
            "type": "pubkey"
          },
          {
            "name": "source",
            "type": "pubkey"
          },
          {
            "name": "amount",
            "type": "u64"
          },
          {
            "name": "reference",
            "docs": [
              "What the holder knows the redemption by; zero for none."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "supply_before",
            "type": "u64"
          },
          {
            "name": "supply_after",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "CreditsInitialized",
      "docs": [
        "The credits' mint was made."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "mint",
            "type": "pubkey"
          },
          {
            "name": "admin",
            "type": "pubkey"
          },
          {
            "name": "decimals",
            "type": "u8"
          }
        ]
      }
    },
    {
      "name": "CreditsMinted",
      "docs": [
        "An issuer minted credits for a payment."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "mint",
            "type": "pubkey"
          },
          {
            "name": "issuer",
            "type": "pubkey"
          },
          {
            "name": "account",
            "type": "pubkey"
          },
          {
            "name": "payment",
            "type": "pubkey"
          },
          {
            "name": "reference",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "wallet",
            "type": "pubkey"
          },
          {
            "name": "destination",
            "type": "pubkey"
          },
          {
            "name": "amount",
            "type": "u64"
          },
          {
            "name": "day",
            "docs": [
              "Day that the cap was charged on, days since 1970-01-01 UTC."
            ],
            "type": "u32"
          },
          {
            "name": "minted_today_before",
            "type": "u64"
          },
          {
            "name": "minted_today_after",
            "type": "u64"
          },
          {
            "name": "minted_before",
            "type": "u64"
          },
          {
            "name": "minted_after",
            "type": "u64"
          },
          {
            "name": "minted_at",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "FeesSwept",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "treasury",
            "type": "pubkey"
          },
          {
            "name": "mint",
            "type": "pubkey"
          },
          {
            "name": "amount",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "HoldEnd",
      "docs": [
        "Why held money went back to what the agent is paid from."
      ],
      "type": {
        "kind": "enum",
        "variants": [
          {
            "name": "Lapsed"
          },
          {
            "name": "Released"
          },
          {
            "name": "AboveClaim"
          }
        ]
      }
    },
    {
      "name": "HoldReleased",
      "docs": [
        "Held money went back to what the agent is paid from; recorded before whatever else its instruction does."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "channel",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "amount",
            "type": "u64"
          },
          {
            "name": "held_before",
            "type": "u64"
          },
          {
            "name": "held_after",
            "type": "u64"
          },
          {
            "name": "why",
            "type": {
              "defined": {
                "name": "HoldEnd"
              }
            }
          }
        ]
      }
    },
    {
      "name": "Job",
      "docs": [
        "One larger piece of work, paid out of a mandate: `[\"job\", mandate, id: u64 LE]`.",
        "",
        "INVARIANTS: `earned + returned ≤ amount`, equal once it has ended; nothing is earned before its end but what a",
        "dispute leaves unclaimed; `paid_gross ≤ earned`; `awarded ≤ returned`, `awarded ≤ claimed ≤ amount`; `claimed`",
        "is above 0 exactly in Disputed and Resolved; `earned, returned, paid_gross, claimed, awarded` never fall;",
        "`accepted_at`, `delivered_at` and `ended_at` are set once each, `review_ends_at` and `result_hash` with the",
        "second; `rated_paid ≤ paid_gross`, `rated_returned ≤ returned`; terms (keys, amount, fee, deadlines, windows,",
        "epochs, terms hash) never change within a generation; no generation recurs, because it is the opening slot and",
        "a job cannot be finished in it."
      ],
      "serialization": "bytemuck",
      "repr": {
        "kind": "c"
      },
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "version",
            "type": "u8"
          },
          {
            "name": "bump",
            "type": "u8"
          },
          {
            "name": "status",
            "docs": [
              "`JobStatus`"
            ],
            "type": "u8"
          },
          {
            "name": "release_approval",
            "docs": [
              "1 where its release, but by silence, needs the mandate's approvers; else 0."
            ],
            "type": "u8"
          },
          {
            "name": "agent_version",
            "docs": [
              "The agent's latest at opening."
            ],
            "type": "u32"
          },
          {
            "name": "ownership_epoch",
            "type": "u32"
          },
          {
            "name": "key_epoch",
            "docs": [
              "The mandate's at opening; a rotation makes them differ."
            ],
            "type": "u32"
          },
          {
            "name": "fee_bps",
            "docs": [
              "Protocol fee, basis points of a payout."
            ],
            "type": "u16"
          },
          {
            "name": "padding_2",
            "type": {
              "array": [
                "u8",
                6
              ]
            }
          },
          {
            "name": "id",
            "docs": [
              "Tells a mandate's jobs apart."
            ],
            "type": "u64"
          },
          {
            "name": "generation",
            "docs": [
              "Slot the job opened in: tells it from an earlier one at the same address."
            ],
            "type": "u64"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "session_key",
            "docs": [
              "The mandate's at opening."
            ],
            "type": "pubkey"
          },
          {
            "name": "agent_key",
            "docs": [
              "Accepts and delivers."
            ],
            "type": "pubkey"
          },
          {
            "name": "payout_owner",
            "docs": [
              "Wallet whose associated token account is paid."
            ],
            "type": "pubkey"
          },
          {
            "name": "rent_payer",
            "docs": [
              "Gets the rent back."
            ],
            "type": "pubkey"
          },
          {
            "name": "terms_hash",
            "docs": [
              "SHA-256 of what was agreed."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "result_hash",
            "docs": [
              "SHA-256 of what was delivered; zero before."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "amount",
            "docs": [
              "Allotted at opening."
            ],
            "type": "u64"
          },
          {
            "name": "earned",
            "docs": [
              "The agent's for good."
            ],
            "type": "u64"
          },
          {
            "name": "returned",
            "docs": [
              "Back to the mandate's free money."
            ],
            "type": "u64"
          },
          {
            "name": "paid_gross",
            "type": "u64"
          },
          {
            "name": "claimed",
            "docs": [
              "By the dispute, won or not."
            ],
            "type": "u64"
          },
          {
            "name": "awarded",
            "docs": [
              "Of `returned`, what the dispute awarded."
            ],
            "type": "u64"
          },
          {
            "name": "rated_paid",
            "type": "u64"
          },
          {
            "name": "rated_returned",
            "type": "u64"
          },
          {
            "name": "accept_by",
            "type": "i64"
          },
          {
            "name": "deliver_by",
            "type": "i64"
          },
          {
            "name": "review_window",
            "type": "i64"
          },
          {
            "name": "rating_window",
            "type": "i64"
          },
          {
            "name": "opened_at",
            "type": "i64"
          },
          {
            "name": "accepted_at",
            "type": "i64"
          },
          {
            "name": "delivered_at",
            "type": "i64"
          },
          {
            "name": "review_ends_at",
            "type": "i64"
          },
          {
            "name": "ended_at",
            "type": "i64"
          },
          {
            "name": "last_payout_at",
            "type": "i64"
          },
          {
            "name": "reserved",
            "type": {
              "array": [
                "u8",
                96
              ]
            }
          }
        ]
      }
    },
    {
      "name": "JobAcceptArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "generation",
            "docs": [
              "Of the job that is meant."
            ],
            "type": "u64"
          },
          {
            "name": "terms_hash",
            "docs": [
              "SHA-256 of what is agreed, as the agent has it."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          }
        ]
      }
    },
    {
      "name": "JobAccepted",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "job",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "accepted_by",
            "type": "pubkey"
          },
          {
            "name": "terms_hash",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "accepted_at",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "JobClaimClosed",
      "docs": [
        "A dispute's claim ended, and the job with it; `loss = refunded_since + paid`, all in base units."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "job",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "payer",
            "type": "pubkey"
          },
          {
            "name": "loss",
            "type": "u64"
          },
          {
            "name": "refunded_since",
            "docs": [
              "Given back by the agent while the claim was open, up to the loss."
            ],
            "type": "u64"
          },
          {
            "name": "paid",
            "docs": [
              "Back to the mandate's free money."
            ],
            "type": "u64"
          },
          {
            "name": "released",
            "docs": [
              "To the agent."
            ],
            "type": "u64"
          },
          {
            "name": "earned_before",
            "type": "u64"
          },
          {
            "name": "earned_after",
            "type": "u64"
          },
          {
            "name": "returned_before",
            "type": "u64"
          },
          {
            "name": "returned_after",
            "type": "u64"
          },
          {
            "name": "ended_at",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "JobClaimOpened",
      "docs": [
        "A dispute claims money of a job."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "job",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "payer",
            "type": "pubkey"
          },
          {
            "name": "claim",
            "docs": [
              "Base units."
            ],
            "type": "u64"
          },
          {
            "name": "released",
            "docs": [
              "Undisputed, and so earned."
            ],
            "type": "u64"
          },
          {
            "name": "earned_after",
            "type": "u64"
          },
          {
            "name": "refunded",
            "docs": [
              "Given back by the agent so far."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "JobDeliverArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "generation",
            "docs": [
              "Of the job that is meant."
            ],
            "type": "u64"
          },
          {
            "name": "result_hash",
            "docs": [
              "SHA-256 of what is delivered."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          }
        ]
      }
    },
    {
      "name": "JobDelivered",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "job",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "result_hash",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "delivered_at",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "review_ends_at",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "JobFinished",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "job",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "amount",
            "type": "u64"
          },
          {
            "name": "paid_gross",
            "type": "u64"
          },
          {
            "name": "returned",
            "type": "u64"
          },
          {
            "name": "rent_payer",
            "type": "pubkey"
          }
        ]
      }
    },
    {
      "name": "JobOpenArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "id",
            "docs": [
              "Tells the mandate's jobs apart."
            ],
            "type": "u64"
          },
          {
            "name": "amount",
            "docs": [
              "Allotted to the job, base units; charged to the mandate's caps."
            ],
            "type": "u64"
          },
          {
            "name": "terms_hash",
            "docs": [
              "SHA-256 of what is agreed."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "accept_by",
            "docs": [
              "The agent accepts before then, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "deliver_by",
            "docs": [
              "The agent delivers before then, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "review_window",
            "docs": [
              "From delivery on, how long the payer may dispute, seconds. A job whose release needs approvers has the",
              "config's claim window instead."
            ],
            "type": "i64"
          },
          {
            "name": "allow_proof",
            "docs": [
              "Siblings from the agent's leaf up to the mandate's root; empty where it has none."
            ],
            "type": {
              "vec": {
                "array": [
                  "u8",
                  32
                ]
              }
            }
          }
        ]
      }
    },
    {
      "name": "JobOpened",
      "docs": [
        "A payer offered an agent a job, its money allotted."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "job",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "id",
            "type": "u64"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "payer",
            "type": "pubkey"
          },
          {
            "name": "session_key",
            "type": "pubkey"
          },
          {
            "name": "key_epoch",
            "type": "u32"
          },
          {
            "name": "agent_key",
            "type": "pubkey"
          },
          {
            "name": "payout_owner",
            "type": "pubkey"
          },
          {
            "name": "rent_payer",
            "type": "pubkey"
          },
          {
            "name": "agent_version",
            "type": "u32"
          },
          {
            "name": "ownership_epoch",
            "type": "u32"
          },
          {
            "name": "fee_bps",
            "type": "u16"
          },
          {
            "name": "amount",
            "docs": [
              "Base units."
            ],
            "type": "u64"
          },
          {
            "name": "terms_hash",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "accept_by",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "deliver_by",
            "type": "i64"
          },
          {
            "name": "review_window",
            "docs": [
              "Seconds."
            ],
            "type": "i64"
          },
          {
            "name": "rating_window",
            "type": "i64"
          },
          {
            "name": "opened_at",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "release_approval",
            "docs": [
              "Whether its release needs the mandate's approvers."
            ],
            "type": "bool"
          }
        ]
      }
    },
    {
      "name": "JobPaid",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "job",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "payout_owner",
            "type": "pubkey"
          },
          {
            "name": "gross",
            "type": "u64"
          },
          {
            "name": "fee",
            "type": "u64"
          },
          {
            "name": "net",
            "type": "u64"
          },
          {
            "name": "paid_gross_before",
            "type": "u64"
          },
          {
            "name": "paid_gross_after",
            "type": "u64"
          },
          {
            "name": "paid_at",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "JobRefund",
      "docs": [
        "Why money of a job went back to the mandate."
      ],
      "type": {
        "kind": "enum",
        "variants": [
          {
            "name": "Rejected"
          },
          {
            "name": "Cancelled"
          },
          {
            "name": "Expired"
          },
          {
            "name": "GivenBack"
          }
        ]
      }
    },
    {
      "name": "JobRefundArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "generation",
            "docs": [
              "Of the job that is meant."
            ],
            "type": "u64"
          },
          {
            "name": "amount",
            "docs": [
              "Of what the job has left, back to the mandate, base units."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "JobRefunded",
      "docs": [
        "Money of a job went back to the mandate's free money."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "job",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "payer",
            "type": "pubkey"
          },
          {
            "name": "why",
            "type": {
              "defined": {
                "name": "JobRefund"
              }
            }
          },
          {
            "name": "amount",
            "docs": [
              "Base units."
            ],
            "type": "u64"
          },
          {
            "name": "returned_before",
            "type": "u64"
          },
          {
            "name": "returned_after",
            "type": "u64"
          },
          {
            "name": "ended_at",
            "docs": [
              "Unix seconds; 0 where the job goes on with the rest."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "JobReleased",
      "docs": [
        "The result was accepted, by the payer's side or by its silence."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "job",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "payout_owner",
            "type": "pubkey"
          },
          {
            "name": "released_by",
            "type": "pubkey"
          },
          {
            "name": "amount",
            "docs": [
              "Earned by it, base units."
            ],
            "type": "u64"
          },
          {
            "name": "earned_before",
            "type": "u64"
          },
          {
            "name": "earned_after",
            "type": "u64"
          },
          {
            "name": "ended_at",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "JobSplit",
      "docs": [
        "Payer and payee agreed on what is the agent's."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "job",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "payer",
            "type": "pubkey"
          },
          {
            "name": "payout_owner",
            "type": "pubkey"
          },
          {
            "name": "agreed_by",
            "docs": [
              "Whoever signed for the payer."
            ],
            "type": "pubkey"
          },
          {
            "name": "to_agent",
            "docs": [
              "Earned and returned by it, base units."
            ],
            "type": "u64"
          },
          {
            "name": "to_mandate",
            "type": "u64"
          },
          {
            "name": "earned_after",
            "type": "u64"
          },
          {
            "name": "returned_after",
            "type": "u64"
          },
          {
            "name": "ended_at",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "JobSplitArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "generation",
            "docs": [
              "Of the job that is meant."
            ],
            "type": "u64"
          },
          {
            "name": "to_agent",
            "docs": [
              "Of what the job has left, to the agent, base units; the rest goes back to the mandate."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "LongestWindows",
      "docs": [
        "The longest that each of these windows ever was under this config, seconds. A channel keeps the windows it",
        "opened with, and re-arming prolongs it without end: what is locked has to outlast these, and not only those",
        "of today.",
        "",
        "INVARIANTS: each at least that of `Windows`, never falling."
      ],
      "serialization": "bytemuck",
      "repr": {
        "kind": "c"
      },
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "channel_life_max",
            "type": "i64"
          },
          {
            "name": "close_grace",
            "type": "i64"
          },
          {
            "name": "holdback_max",
            "type": "i64"
          },
          {
            "name": "claim",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "Mandate",
      "docs": [
        "One payer's budget: a token vault and the limits under which it is allotted.",
        "`[\"mandate\", payer, id: u64 LE]`, followed in the account by `allow_count` addresses of agents and then by",
        "`approver_count` of approvers.",
        "",
        "INVARIANTS: the vault holds at least `free + allotted + fees_accrued`;",
        "`allotted = Σ over its channels (allotted − paid_gross − returned − refunded) + Σ over its jobs (amount −",
        "paid_gross − returned)`;",
        "caps are charged when money is allotted and never credited back: `total_charged ≤ total_cap`, and",
        "`day_charged ≤ daily_cap` on `day`; `0 < per_call_max ≤ daily_cap ≤ total_cap`;",
        "`killed_at` is set once and never cleared; payer, id, mint, vault, caps, minima, attestor, approvers, expiry",
        "and what is allowed never change; there is an allow-list or a root or neither; the threshold is reachable, and",
        "threshold and triggers are above zero exactly where there are approvers, none of whom is payer or session key."
      ],
      "serialization": "bytemuck",
      "repr": {
        "kind": "c"
      },
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "version",
            "type": "u8"
          },
          {
            "name": "bump",
            "type": "u8"
          },
          {
            "name": "vault_bump",
            "type": "u8"
          },
          {
            "name": "allow_count",
            "docs": [
              "Entries of the allow-list behind this struct; 0 allows every agent, or those under `allow_root`."
            ],
            "type": "u8"
          },
          {
            "name": "key_epoch",
            "docs": [
              "Grows with each rotation of the session key; channels carry a copy."
            ],
            "type": "u32"
          },
          {
            "name": "channels",
            "docs": [
              "Channels that exist, draining ones included."
            ],
            "type": "u32"
          },
          {
            "name": "day",
            "docs": [
              "Days since 1970-01-01 UTC that `day_charged` is about."
            ],
            "type": "u32"
          },
          {
            "name": "id",
            "type": "u64"
          },
          {
            "name": "generation",
            "docs": [
              "Slot the mandate opened in: tells it from an earlier one at the same address."
            ],
            "type": "u64"
          },
          {
            "name": "payer",
            "type": "pubkey"
          },
          {
            "name": "mint",
            "type": "pubkey"
          },
          {
            "name": "token_program",
            "type": "pubkey"
          },
          {
            "name": "vault",
            "type": "pubkey"
          },
          {
            "name": "session_key",
            "docs": [
              "Signs vouchers and allotments; holds no funds."
            ],
            "type": "pubkey"
          },
          {
            "name": "per_call_max",
            "docs": [
              "Most one call may cost, base units."
            ],
            "type": "u64"
          },
          {
            "name": "daily_cap",
            "docs": [
              "Most that may be allotted in a day, base units; `u64::MAX` for none."
            ],
            "type": "u64"
          },
          {
            "name": "total_cap",
            "docs": [
              "Most that may ever be allotted, base units; `u64::MAX` for none."
            ],
            "type": "u64"
          },
          {
            "name": "day_charged",
            "docs": [
              "Allotted on `day`, base units."
            ],
            "type": "u64"
          },
          {
            "name": "total_charged",
            "docs": [
              "Allotted ever, base units."
            ],
            "type": "u64"
          },
          {
            "name": "expires_at",
            "docs": [
              "No allotment from then on, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "killed_at",
            "docs": [
              "When the payer killed it, Unix seconds; 0 while it lives."
            ],
            "type": "i64"
          },
          {
            "name": "free",
            "docs": [
              "Not allotted, base units: what can be withdrawn."
            ],
            "type": "u64"
          },
          {
            "name": "allotted",
            "docs": [
              "Allotted to channels and jobs and neither paid nor returned, base units."
            ],
            "type": "u64"
          },
          {
            "name": "fees_accrued",
            "docs": [
              "Fees owed to the treasury, base units."
            ],
            "type": "u64"
          },
          {
            "name": "min_stake",
            "docs": [
              "Stake behind an agent that channels and jobs may open to, base units of the stake mint; 0 asks for none."
            ],
            "type": "u64"
          },
          {
            "name": "min_score",
            "docs": [
              "Score of such an agent, thousandths of a star; 0 asks for none."
            ],
            "type": "u32"
          },
          {
            "name": "approver_count",
            "docs": [
              "Approvers behind the allow-list; 0 asks for no approval."
            ],
            "type": "u8"
          },
          {
            "name": "approval_threshold",
            "docs": [
              "How many of them must approve."
            ],
            "type": "u8"
          },
          {
            "name": "padding",
            "type": {
              "array": [
                "u8",
                2
              ]
            }
          },
          {
            "name": "approval_above",
            "docs": [
              "An allotment of as much or more needs approval, base units."
            ],
            "type": "u64"
          },
          {
            "name": "release_approval_above",
            "docs": [
              "A job's release of as much or more needs approval, base units."
            ],
            "type": "u64"
          },
          {
            "name": "allow_root",
            "docs": [
              "Root of the tree of agents that may be paid, `allowed`; zero for none."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "attestor",
            "docs": [
              "Must vouch for an agent's owner (registry `Attestation`); zero asks for none."
            ],
            "type": "pubkey"
          },
          {
            "name": "jobs",
            "docs": [
              "Jobs that exist, ended ones included."
            ],
            "type": "u32"
          },
          {
            "name": "reserved",
            "type": {
              "array": [
                "u8",
                60
              ]
            }
          }
        ]
      }
    },
    {
      "name": "MandateClosed",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "payer",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "withdrawn",
            "docs": [
              "Free money and donations, base units."
            ],
            "type": "u64"
          },
          {
            "name": "destination",
            "type": "pubkey"
          }
        ]
      }
    },
    {
      "name": "MandateDeposited",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "payer",
            "type": "pubkey"
          },
          {
            "name": "amount",
            "type": "u64"
          },
          {
            "name": "free_before",
            "type": "u64"
          },
          {
            "name": "free_after",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "MandateKilled",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "payer",
            "type": "pubkey"
          },
          {
            "name": "killed_at",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "MandateOpenArgs",
      "docs": [
        "Limits of a new mandate. Amounts are base units of its mint; `UNCAPPED` switches a cap off."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "id",
            "docs": [
              "Chosen by the payer; tells its mandates apart."
            ],
            "type": "u64"
          },
          {
            "name": "session_key",
            "type": "pubkey"
          },
          {
            "name": "per_call_max",
            "type": "u64"
          },
          {
            "name": "daily_cap",
            "type": "u64"
          },
          {
            "name": "total_cap",
            "type": "u64"
          },
          {
            "name": "expires_at",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "allow_list",
            "docs": [
              "Agents that may be paid, at most 16; empty allows every agent, or those under `allow_root`."
            ],
            "type": {
              "vec": "pubkey"
            }
          },
          {
            "name": "deposit",
            "docs": [
              "Set aside at once, base units; may be 0."
            ],
            "type": "u64"
          },
          {
            "name": "min_stake",
            "docs": [
              "Stake behind an agent that channels may open to, base units of the stake mint; 0 asks for none."
            ],
            "type": "u64"
          },
          {
            "name": "min_score",
            "docs": [
              "Score of such an agent, from 1,000 to 5,000 thousandths of a star; 0 asks for none."
            ],
            "type": "u32"
          },
          {
            "name": "allow_root",
            "docs": [
              "Root of a tree of the agents that may be paid, for longer lists."
            ],
            "type": {
              "option": {
                "array": [
                  "u8",
                  32
                ]
              }
            }
          },
          {
            "name": "attestor",
            "docs": [
              "Must vouch for an agent's owner when money is allotted."
            ],
            "type": {
              "option": "pubkey"
            }
          },
          {
            "name": "approvers",
            "docs": [
              "Wallets that sign off larger sums, at most 8; without any, this and the next three are empty or zero."
            ],
            "type": {
              "vec": "pubkey"
            }
          },
          {
            "name": "approval_threshold",
            "docs": [
              "How many of them must approve."
            ],
            "type": "u8"
          },
          {
            "name": "approval_above",
            "docs": [
              "An allotment of as much or more needs approval, base units; `UNCAPPED` for none."
            ],
            "type": "u64"
          },
          {
            "name": "release_approval_above",
            "docs": [
              "A job's release of as much or more needs approval, base units; `UNCAPPED` for none."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "MandateOpened",
      "docs": [
        "A payer set money aside under limits."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "payer",
            "type": "pubkey"
          },
          {
            "name": "id",
            "type": "u64"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "mint",
            "type": "pubkey"
          },
          {
            "name": "session_key",
            "type": "pubkey"
          },
          {
            "name": "per_call_max",
            "type": "u64"
          },
          {
            "name": "daily_cap",
            "type": "u64"
          },
          {
            "name": "total_cap",
            "type": "u64"
          },
          {
            "name": "expires_at",
            "type": "i64"
          },
          {
            "name": "allow_list",
            "type": {
              "vec": "pubkey"
            }
          },
          {
            "name": "deposited",
            "type": "u64"
          },
          {
            "name": "min_stake",
            "type": "u64"
          },
          {
            "name": "min_score",
            "type": "u32"
          },
          {
            "name": "allow_root",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "attestor",
            "type": "pubkey"
          },
          {
            "name": "approvers",
            "type": {
              "vec": "pubkey"
            }
          },
          {
            "name": "approval_threshold",
            "type": "u8"
          },
          {
            "name": "approval_above",
            "type": "u64"
          },
          {
            "name": "release_approval_above",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "MandateWithdrawn",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "payer",
            "type": "pubkey"
          },
          {
            "name": "destination",
            "type": "pubkey"
          },
          {
            "name": "amount",
            "type": "u64"
          },
          {
            "name": "free_before",
            "type": "u64"
          },
          {
            "name": "free_after",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "Panel",
      "docs": [
        "A set of arbiters.",
        "",
        "INVARIANTS: members[..count] distinct and non-zero, the rest zero; 1 ≤ threshold ≤ count ≤ 9."
      ],
      "serialization": "bytemuck",
      "repr": {
        "kind": "c"
      },
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "members",
            "type": {
              "array": [
                "pubkey",
                9
              ]
            }
          },
          {
            "name": "count",
            "type": "u8"
          },
          {
            "name": "threshold",
            "type": "u8"
          },
          {
            "name": "padding",
            "type": {
              "array": [
                "u8",
                6
              ]
            }
          }
        ]
      }
    },
    {
      "name": "RatingRight",
      "docs": [
        "What a payer may rate by: escrow's answer (return data, Borsh) to `rating_consume` and `job_rating_consume`,",
        "which use it up."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "kind",
            "type": {
              "defined": {
                "name": "SubjectKind"
              }
            }
          },
          {
            "name": "subject",
            "docs": [
              "The channel or the job."
            ],
            "type": "pubkey"
          },
          {
            "name": "generation",
            "docs": [
              "Tells this subject from an earlier one at the same address."
            ],
            "type": "u64"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "payer",
            "docs": [
              "The mandate's payer: the only one who may use the right."
            ],
            "type": "pubkey"
          },
          {
            "name": "payout_owner",
            "type": "pubkey"
          },
          {
            "name": "agent_key",
            "type": "pubkey"
          },
          {
            "name": "mint",
            "docs": [
              "Mint of the amounts."
            ],
            "type": "pubkey"
          },
          {
            "name": "ownership_epoch",
            "type": "u32"
          },
          {
            "name": "agent_version",
            "type": "u32"
          },
          {
            "name": "paid",
            "docs": [
              "Paid out for a fee and not rated yet, base units."
            ],
            "type": "u64"
          },
          {
            "name": "refunded",
            "docs": [
              "Refunded, or of a job returned, and not rated yet, base units: it can only lower a score."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "SessionKeyRotated",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "payer",
            "type": "pubkey"
          },
          {
            "name": "old_key",
            "type": "pubkey"
          },
          {
            "name": "new_key",
            "type": "pubkey"
          },
          {
            "name": "old_epoch",
            "type": "u32"
          },
          {
            "name": "new_epoch",
            "type": "u32"
          }
        ]
      }
    },
    {
      "name": "SettlementMint",
      "docs": [
        "A mint whose payments count for reputation; unlisted mints settle, and weigh zero."
      ],
      "serialization": "bytemuck",
      "repr": {
        "kind": "c"
      },
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "mint",
            "type": "pubkey"
          },
          {
            "name": "weight_bps",
            "docs": [
              "Weight of one base unit, basis points."
            ],
            "type": "u32"
          },
          {
            "name": "padding",
            "type": {
              "array": [
                "u8",
                4
              ]
            }
          }
        ]
      }
    },
    {
      "name": "SubjectKind",
      "docs": [
        "What is disputed or rated. Stored as a `u8`."
      ],
      "repr": {
        "kind": "rust"
      },
      "type": {
        "kind": "enum",
        "variants": [
          {
            "name": "Channel"
          },
          {
            "name": "Job"
          }
        ]
      }
    },
    {
      "name": "Windows",
      "docs": [
        "Every window of the protocol, seconds.",
        "",
        "INVARIANTS: each is > 0 (`holdback_min` may be 0);",
        "`unbonding ≥ channel_life_max + close_grace + 2 × holdback_max + claim + response + ruling + appeal +",
        "appeal_ruling`, the first four as `LongestWindows` has them, so that stake outlasts every claim on what it",
        "backs; `config_delay ≥ unbonding`."
      ],
      "serialization": "bytemuck",
      "repr": {
        "kind": "c"
      },
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "unbonding",
            "docs": [
              "From unstake to withdraw."
            ],
            "type": "i64"
          },
          {
            "name": "config_delay",
            "docs": [
              "From a proposed change of the config to the first moment it may execute."
            ],
            "type": "i64"
          },
          {
            "name": "config_expiry",
            "docs": [
              "From that moment on, how long the proposal stays executable."
            ],
            "type": "i64"
          },
          {
            "name": "admin_delay",
            "docs": [
              "From a proposed admin handover to the first moment it may be accepted."
            ],
            "type": "i64"
          },
          {
            "name": "channel_life_max",
            "docs": [
              "Longest life of a channel, from opening or re-arm."
            ],
            "type": "i64"
          },
          {
            "name": "close_grace",
            "docs": [
              "From Closing to the last settle."
            ],
            "type": "i64"
          },
          {
            "name": "holdback_min",
            "docs": [
              "Shortest holdback an agent may offer."
            ],
            "type": "i64"
          },
          {
            "name": "holdback_max",
            "docs": [
              "Longest holdback an agent may offer."
            ],
            "type": "i64"
          },
          {
            "name": "hold_lapse",
            "docs": [
              "From a hold to its lapse, unless a dispute takes it up."
            ],
            "type": "i64"
          },
          {
            "name": "claim",
            "docs": [
              "From the last settle, how long a claim may be brought."
            ],
            "type": "i64"
          },
          {
            "name": "response",
            "type": "i64"
          },
          {
            "name": "ruling",
            "type": "i64"
          },
          {
            "name": "appeal",
            "type": "i64"
          },
          {
            "name": "appeal_ruling",
            "type": "i64"
          },
          {
            "name": "rating",
            "docs": [
              "From the last payout, how long only the payer may end the channel, so that a rating is not cut off."
            ],
            "type": "i64"
          },
          {
            "name": "lease",
            "docs": [
              "Liveness lease that a heartbeat renews."
            ],
            "type": "i64"
          },
          {
            "name": "execution_pause",
            "docs": [
              "How long a pause of slash executions holds."
            ],
            "type": "i64"
          },
          {
            "name": "slash_period",
            "docs": [
              "Period of `slash_cap_period`."
            ],
            "type": "i64"
          }
        ]
      }
    }
  ],
  "constants": [
    {
      "name": "ALLOW_DOMAIN",
      "docs": [
        "Domain of the hashes of an allow-list's tree."
      ],
      "type": "bytes",
      "value": "[97, 103, 101, 110, 116, 45, 108, 97, 98, 115, 47, 97, 108, 108, 111, 119, 47, 118, 49]"
    },
    {
      "name": "APPROVAL_CONSUMER_SEED",
      "docs": [
        "Signs towards consent, which uses approvals up for it: `[\"approval_consumer\"]`"
      ],
      "type": "bytes",
      "value": "[97, 112, 112, 114, 111, 118, 97, 108, 95, 99, 111, 110, 115, 117, 109, 101, 114]"
    },
    {
      "name": "CHANNEL_SEED",
      "docs": [
        "`Channel`: `[\"channel\", mandate, agent, n: u8]`"
      ],
      "type": "bytes",
      "value": "[99, 104, 97, 110, 110, 101, 108]"
    },
    {
      "name": "CONFIG_SEED",
      "docs": [
        "The registry's `Config`: `[\"config\"]` under the registry's id."
      ],
      "type": "bytes",
      "value": "[99, 111, 110, 102, 105, 103]"
    },
    {
      "name": "CREDIT_ISSUER_SEED",
      "docs": [
        "`CreditIssuer`: `[\"credit_issuer\", issuer]`"
      ],
      "type": "bytes",
      "value": "[99, 114, 101, 100, 105, 116, 95, 105, 115, 115, 117, 101, 114]"
    },
    {
      "name": "CREDIT_MINT_SEED",
      "docs": [
        "The mint of the credits, its own mint authority: `[\"credit_mint\"]`"
      ],
      "type": "bytes",
      "value": "[99, 114, 101, 100, 105, 116, 95, 109, 105, 110, 116]"
    },
    {
      "name": "CREDIT_PAYMENT_SEED",
      "docs": [
        "`CreditPayment`: `[\"credit_payment\", issuer, reference: 32 bytes]`"
      ],
      "type": "bytes",
      "value": "[99, 114, 101, 100, 105, 116, 95, 112, 97, 121, 109, 101, 110, 116]"
    },
    {
      "name": "JOB_SEED",
      "docs": [
        "`Job`: `[\"job\", mandate, id: u64 LE]`"
      ],
      "type": "bytes",
      "value": "[106, 111, 98]"
    },
    {
      "name": "MANDATE_SEED",
      "docs": [
        "`Mandate`: `[\"mandate\", payer, id: u64 LE]`"
      ],
      "type": "bytes",
      "value": "[109, 97, 110, 100, 97, 116, 101]"
    },
    {
      "name": "MANDATE_VAULT_SEED",
      "docs": [
        "The mandate's token account: `[\"mandate_vault\", mandate]`"
      ],
      "type": "bytes",
      "value": "[109, 97, 110, 100, 97, 116, 101, 95, 118, 97, 117, 108, 116]"
    },
    {
      "name": "MAX_ALLOWED_AGENTS",
      "docs": [
        "Most agents on a mandate's allow-list."
      ],
      "type": "u8",
      "value": "16"
    },
    {
      "name": "MAX_ALLOW_PROOF",
      "docs": [
        "Longest proof that an agent is in such a tree, hashes: a million agents."
      ],
      "type": "u8",
      "value": "20"
    },
    {
      "name": "MAX_APPROVERS",
      "docs": [
        "Most approvers of a mandate."
      ],
      "type": "u8",
      "value": "8"
    },
    {
      "name": "MAX_SET",
      "docs": [
        "Most channels of a voucher set, which is as many accounts as a transaction may lock."
      ],
      "type": "u8",
      "value": "64"
    },
    {
      "name": "MIN_SET",
      "docs": [
        "Fewest channels of a voucher set: the message of one alone would be as long as a voucher."
      ],
      "type": "u8",
      "value": "2"
    },
    {
      "name": "REPUTATION_PROGRAM",
      "docs": [
        "The reputation program, whose scores channels are opened by."
      ],
      "type": "pubkey",
      "value": "AG2eX8E441LFvtaKKWXTPrdC4QPQ6yHYrA8pNAWbA3Ee"
    },
    {
      "name": "SCORE_SEED",
      "docs": [
        "The reputation program's score of an agent: `[\"score\", agent]` under the reputation program's id."
      ],
      "type": "bytes",
      "value": "[115, 99, 111, 114, 101]"
    },
    {
      "name": "STAKE_PROGRAM",
      "docs": [
        "The stake program, whose vaults channels are opened by."
      ],
      "type": "pubkey",
      "value": "9RbPjLxWUsimMJeFrxVJ7Yvu634GUbG5mqhot3m91sa9"
    },
    {
      "name": "STAKE_VAULT_SEED",
      "docs": [
        "The stake program's vault of an agent: `[\"vault\", agent]` under the stake program's id."
      ],
      "type": "bytes",
      "value": "[118, 97, 117, 108, 116]"
    },
    {
      "name": "UNCAPPED",
      "docs": [
        "A cap of this value is no cap."
      ],
      "type": "u64",
      "value": "18446744073709551615"
    },
    {
      "name": "VOUCHER_DOMAIN",
      "docs": [
        "Domain of a channel's voucher tag."
      ],
      "type": "bytes",
      "value": "[97, 103, 101, 110, 116, 45, 108, 97, 98, 115, 47, 118, 111, 117, 99, 104, 101, 114, 47, 118, 49]"
    },
    {
      "name": "VOUCHER_SET_DOMAIN",
      "docs": [
        "Domain of the hash that a voucher set names its channels by."
      ],
      "type": "bytes",
      "value": "[97, 103, 101, 110, 116, 45, 108, 97, 98, 115, 47, 118, 111, 117, 99, 104, 101, 114, 45, 115, 101, 116, 47, 118, 49]"
    }
  ]
} as unknown as Escrow;
