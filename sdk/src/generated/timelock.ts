// Generated from idl/timelock.json by `npm run build:programs`; do not edit.

/** Shape of the timelock program, for Anchor's types. */
export type Timelock = {
  "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ",
  "metadata": {
    "name": "timelock",
    "version": "0.1.0",
    "spec": "0.1.0",
    "description": "Agent Labs timelock program"
  },
  "instructions": [
    {
      "name": "batchCancel",
      "docs": [
        "Fixes the time up to which leaves vest that nobody has claimed. Locks that were made go on. Never paused.",
        "",
        "Authority: the creator, where it may cancel the locks.",
        "Errors: `CancelNotAllowed`, `BatchNotFunded`, `BatchOver`, `BatchCancelled`, `NotCreator`"
      ],
      "discriminator": [
        95,
        4,
        82,
        154,
        211,
        234,
        222,
        135
      ],
      "accounts": [
        {
          "name": "creator",
          "signer": true,
          "relations": [
            "batch"
          ]
        },
        {
          "name": "batch",
          "writable": true
        },
        {
          "name": "eventAuthority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": []
    },
    {
      "name": "batchClaim",
      "docs": [
        "Takes a leaf out of a batch into an ordinary lock of its terms, once; after a cancellation, of what it had",
        "vested by then, all of it due, or of none. Never paused.",
        "",
        "Authority: anyone with the leaf and its proof, who pays the lock's rent and gets it back at its end.",
        "Errors: `BatchNotFunded`, `BatchOver`, `AmountZero`, `LeafProofTooLong`, `LeafProofInvalid`, `LeafIndexInvalid`,",
        "`LeafClaimed`, `BatchExhausted`, `MintMismatch`, `VaultMismatch`, `TokenProgramMismatch`, and those of",
        "`lock_create` for a leaf whose terms no lock can have"
      ],
      "discriminator": [
        3,
        1,
        13,
        209,
        198,
        215,
        144,
        13
      ],
      "accounts": [
        {
          "name": "rentPayer",
          "docs": [
            "Anyone; gets the lock's rent back when that is closed."
          ],
          "writable": true,
          "signer": true
        },
        {
          "name": "batch",
          "writable": true
        },
        {
          "name": "recipient"
        },
        {
          "name": "mint",
          "relations": [
            "batch"
          ]
        },
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "batch"
          ]
        },
        {
          "name": "lock",
          "writable": true
        },
        {
          "name": "lockTokens",
          "writable": true
        },
        {
          "name": "tokenProgram",
          "relations": [
            "batch"
          ]
        },
        {
          "name": "systemProgram",
          "address": "11111111111111111111111111111111"
        },
        {
          "name": "eventAuthority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "batchClaimArgs"
            }
          }
        }
      ]
    },
    {
      "name": "batchClose",
      "docs": [
        "Ends a batch that is over, or was never funded in full: all its tokens to `destination`, its rent to the",
        "creator. Its locks go on. Never paused.",
        "",
        "Authority: the creator.",
        "Errors: `BatchOpen`, `ClosedInOpeningSlot`, `NotCreator`, `DestinationMismatch`, `MintMismatch`,",
        "`VaultMismatch`, `TokenProgramMismatch`"
      ],
      "discriminator": [
        169,
        206,
        57,
        69,
        131,
        129,
        13,
        66
      ],
      "accounts": [
        {
          "name": "creator",
          "writable": true,
          "signer": true,
          "relations": [
            "batch"
          ]
        },
        {
          "name": "batch",
          "writable": true
        },
        {
          "name": "mint",
          "relations": [
            "batch"
          ]
        },
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "batch"
          ]
        },
        {
          "name": "destination",
          "docs": [
            "Wherever the creator wants what is left."
          ],
          "writable": true
        },
        {
          "name": "tokenProgram",
          "relations": [
            "batch"
          ]
        },
        {
          "name": "eventAuthority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": []
    },
    {
      "name": "batchCreate",
      "docs": [
        "Promises grants to up to 65,536 recipients under the root of their tree.",
        "",
        "Authority: the creator, who pays the rent and gets it back at the end.",
        "Errors: `Paused`, `AddressTaken`, `BatchRootInvalid`, `BatchCountInvalid`, `BatchTotalInvalid`,",
        "`ClaimWindowInvalid`, `TokenProgramMismatch`, `ConfigMismatch`, and those of the mint"
      ],
      "discriminator": [
        194,
        142,
        141,
        17,
        55,
        185,
        20,
        248
      ],
      "accounts": [
        {
          "name": "creator",
          "writable": true,
          "signer": true
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "batch",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  98,
                  97,
                  116,
                  99,
                  104
                ]
              },
              {
                "kind": "account",
                "path": "creator"
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
                  98,
                  97,
                  116,
                  99,
                  104,
                  95,
                  116,
                  111,
                  107,
                  101,
                  110,
                  115
                ]
              },
              {
                "kind": "account",
                "path": "batch"
              }
            ]
          }
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
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "batchCreateArgs"
            }
          }
        }
      ]
    },
    {
      "name": "batchFund",
      "docs": [
        "Puts `amount` base units into a batch; once it has its total, leaves can be claimed.",
        "",
        "Authority: anyone, out of a token account it may spend from.",
        "Errors: `Paused`, `AmountZero`, `BatchOverfunded`, `BatchOver`, `MintMismatch`, `VaultMismatch`,",
        "`TokenProgramMismatch`, `ConfigMismatch`, and those of the mint"
      ],
      "discriminator": [
        25,
        195,
        71,
        57,
        160,
        159,
        244,
        22
      ],
      "accounts": [
        {
          "name": "funder",
          "docs": [
            "Anyone."
          ],
          "signer": true
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "batch",
          "writable": true
        },
        {
          "name": "mint",
          "relations": [
            "batch"
          ]
        },
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "batch"
          ]
        },
        {
          "name": "source",
          "docs": [
            "The funder's; the token program checks that the funder may spend from it."
          ],
          "writable": true
        },
        {
          "name": "tokenProgram",
          "relations": [
            "batch"
          ]
        },
        {
          "name": "eventAuthority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
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
      "name": "batchWithdraw",
      "docs": [
        "Takes out what is the creator's: what leaves claimed after the cancellation did not get, and all that is left",
        "once the batch is over. Never paused.",
        "",
        "Authority: the creator, to any token account.",
        "Errors: `NothingFree`, `NotCreator`, `DestinationMismatch`, `MintMismatch`, `VaultMismatch`,",
        "`TokenProgramMismatch`"
      ],
      "discriminator": [
        37,
        76,
        149,
        71,
        94,
        36,
        245,
        195
      ],
      "accounts": [
        {
          "name": "creator",
          "signer": true,
          "relations": [
            "batch"
          ]
        },
        {
          "name": "batch",
          "writable": true
        },
        {
          "name": "mint",
          "relations": [
            "batch"
          ]
        },
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "batch"
          ]
        },
        {
          "name": "destination",
          "docs": [
            "Wherever the creator wants it."
          ],
          "writable": true
        },
        {
          "name": "tokenProgram",
          "relations": [
            "batch"
          ]
        },
        {
          "name": "eventAuthority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": []
    },
    {
      "name": "epochOpen",
      "docs": [
        "Opens the epoch of the present span of time: sets the amount aside for each member of this moment. A span in",
        "which none opened is not made up for. Never paused: it commits no new money.",
        "",
        "Authority: anyone, without a signature.",
        "Errors: `PoolStopped`, `EpochNotDue`, `PoolEmpty`, `EpochNotFunded`"
      ],
      "discriminator": [
        28,
        220,
        36,
        113,
        160,
        149,
        243,
        188
      ],
      "accounts": [
        {
          "name": "pool",
          "writable": true
        },
        {
          "name": "eventAuthority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": []
    },
    {
      "name": "intakeClose",
      "docs": [
        "Takes an intake's account away, its rent to whoever paid it; it can be opened again under the same terms.",
        "",
        "Authority: the recipient.",
        "Errors: `NotIntakeRecipient`, `RentPayerMismatch`"
      ],
      "discriminator": [
        99,
        6,
        43,
        221,
        255,
        185,
        21,
        255
      ],
      "accounts": [
        {
          "name": "recipient",
          "signer": true,
          "relations": [
            "intake"
          ]
        },
        {
          "name": "intake",
          "writable": true
        },
        {
          "name": "rentPayer",
          "writable": true,
          "relations": [
            "intake"
          ]
        },
        {
          "name": "eventAuthority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": []
    },
    {
      "name": "intakeLock",
      "docs": [
        "Locks all that waits in one of an intake's token accounts, for its recipient, from now on. Never paused.",
        "",
        "Authority: anyone from the intake's minimum on; below it, and for another mint, the recipient. The rent is",
        "anyone's, who gets it back.",
        "Errors: `NothingDue`, `BelowMinimum`, `VaultMismatch`, `AddressTaken`, `ScheduleOutOfRange`, `MintMismatch`,",
        "`TokenProgramMismatch`"
      ],
      "discriminator": [
        189,
        73,
        170,
        249,
        221,
        20,
        254,
        157
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "Anyone, from the minimum on; below it, or for another mint, the recipient."
          ],
          "signer": true
        },
        {
          "name": "rentPayer",
          "docs": [
            "Pays the lock's rent, and gets it back."
          ],
          "writable": true,
          "signer": true
        },
        {
          "name": "intake"
        },
        {
          "name": "lock",
          "writable": true
        },
        {
          "name": "mint"
        },
        {
          "name": "tokens",
          "writable": true
        },
        {
          "name": "source",
          "docs": [
            "One of the intake's."
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
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": [
        {
          "name": "id",
          "type": "u64"
        }
      ]
    },
    {
      "name": "intakeOpen",
      "docs": [
        "Makes the account of an address that locks what is paid to it. Never paused.",
        "",
        "Authority: anyone, who pays the rent and gets it back.",
        "Errors: `IntakeTermsInvalid`, `RecipientInvalid`, `AddressTaken`"
      ],
      "discriminator": [
        99,
        193,
        167,
        113,
        252,
        19,
        20,
        159
      ],
      "accounts": [
        {
          "name": "rentPayer",
          "docs": [
            "Anyone: pays the rent, and gets it back."
          ],
          "writable": true,
          "signer": true
        },
        {
          "name": "recipient"
        },
        {
          "name": "intake",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  105,
                  110,
                  116,
                  97,
                  107,
                  101
                ]
              },
              {
                "kind": "account",
                "path": "recipient"
              },
              {
                "kind": "arg",
                "path": "terms"
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
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": [
        {
          "name": "terms",
          "type": {
            "defined": {
              "name": "intakeTerms"
            }
          }
        }
      ]
    },
    {
      "name": "intakeRelay",
      "docs": [
        "Signs for the intake what a payout owner signs at escrow, `data`: a refund of a channel or of a job, or its",
        "split. The accounts behind this instruction's are escrow's. Never paused.",
        "",
        "Authority: the recipient.",
        "Errors: `NotIntakeRecipient`, `RelayNotAllowed`, `EscrowMismatch`, and those of escrow's `channel_refund`,",
        "`job_refund` and `job_split`"
      ],
      "discriminator": [
        147,
        102,
        230,
        196,
        85,
        39,
        10,
        130
      ],
      "accounts": [
        {
          "name": "recipient",
          "signer": true,
          "relations": [
            "intake"
          ]
        },
        {
          "name": "intake"
        },
        {
          "name": "escrowProgram",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        },
        {
          "name": "eventAuthority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": [
        {
          "name": "data",
          "type": "bytes"
        }
      ]
    },
    {
      "name": "lockAccept",
      "docs": [
        "Takes an offered lock over, with all that is due. Never paused.",
        "",
        "Authority: who it is offered to.",
        "Errors: `NotPendingRecipient`, `GenerationMismatch`, `ClaimedMeanwhile`"
      ],
      "discriminator": [
        176,
        254,
        157,
        130,
        84,
        197,
        124,
        30
      ],
      "accounts": [
        {
          "name": "newRecipient",
          "signer": true
        },
        {
          "name": "lock",
          "writable": true
        },
        {
          "name": "eventAuthority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "lockAcceptArgs"
            }
          }
        }
      ]
    },
    {
      "name": "lockCancel",
      "docs": [
        "Stops a lock for good. What was released stays due, the rest can be reclaimed. Never paused.",
        "",
        "Authority: the funder or the recipient, as the lock's mode has it.",
        "Errors: `CancelNotAllowed`, `LockStopped`, `ScheduleOver`"
      ],
      "discriminator": [
        160,
        240,
        230,
        5,
        214,
        123,
        185,
        234
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "The funder or the recipient, as the lock's mode has it."
          ],
          "signer": true
        },
        {
          "name": "lock",
          "writable": true
        },
        {
          "name": "eventAuthority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": []
    },
    {
      "name": "lockClaim",
      "docs": [
        "Pays the recipient all that is due, or a former one what it is still owed. Never paused.",
        "",
        "Authority: anyone; others than who is paid pay to the associated token account.",
        "Errors: `NothingDue`, `DestinationMismatch`, `MintMismatch`, `VaultMismatch`, `TokenProgramMismatch`"
      ],
      "discriminator": [
        246,
        17,
        238,
        41,
        27,
        228,
        212,
        6
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "Anyone: where the money goes is the recipient's own."
          ],
          "signer": true
        },
        {
          "name": "lock",
          "writable": true
        },
        {
          "name": "mint",
          "relations": [
            "lock"
          ]
        },
        {
          "name": "tokens",
          "writable": true,
          "relations": [
            "lock"
          ]
        },
        {
          "name": "destination",
          "docs": [
            "The recipient's: any token account where the recipient signs, else the associated one."
          ],
          "writable": true
        },
        {
          "name": "tokenProgram",
          "relations": [
            "lock"
          ]
        },
        {
          "name": "eventAuthority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": [
        {
          "name": "former",
          "type": "bool"
        }
      ]
    },
    {
      "name": "lockClose",
      "docs": [
        "Ends a lock that is over and paid: donations to the funder, the rent to whoever paid it.",
        "",
        "Authority: anyone.",
        "Errors: `ClosedInOpeningSlot`, `LockNotOver`, `DestinationMismatch`, `RentPayerMismatch`, `MintMismatch`,",
        "`VaultMismatch`, `TokenProgramMismatch`"
      ],
      "discriminator": [
        215,
        72,
        146,
        233,
        40,
        253,
        53,
        183
      ],
      "accounts": [
        {
          "name": "authority",
          "signer": true
        },
        {
          "name": "lock",
          "writable": true
        },
        {
          "name": "mint",
          "relations": [
            "lock"
          ]
        },
        {
          "name": "tokens",
          "writable": true,
          "relations": [
            "lock"
          ]
        },
        {
          "name": "destination",
          "docs": [
            "Takes what was donated, and is needed for that alone: the funder's, the associated one unless the funder signs."
          ],
          "writable": true,
          "optional": true
        },
        {
          "name": "rentPayer",
          "writable": true,
          "relations": [
            "lock"
          ]
        },
        {
          "name": "tokenProgram",
          "relations": [
            "lock"
          ]
        },
        {
          "name": "eventAuthority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": []
    },
    {
      "name": "lockCreate",
      "docs": [
        "Locks `amount` base units for a recipient, under terms that are fixed with it.",
        "",
        "Authority: the creator, who puts the money in. The rent is anyone's, who gets it back.",
        "Errors: `Paused`, `AmountZero`, `TopUpNotAllowed`, `ScheduleOver`, `AddressTaken`, `RecipientInvalid`,",
        "`ApproverInvalid`, `StartAfterEnd`, `CliffOutsideSchedule`, `CliffAboveTotal`, `PeriodInvalid`,",
        "`ScheduleOutOfRange`, `MilestonesInvalid`, `MilestoneSumMismatch`, `MintMismatch`, `TokenProgramMismatch`,",
        "`ConfigMismatch`, and those of `mint`: `MintMalformed` to `MintExtensionUnknown`"
      ],
      "discriminator": [
        14,
        186,
        146,
        96,
        230,
        206,
        78,
        4
      ],
      "accounts": [
        {
          "name": "creator",
          "docs": [
            "Puts the money in, and has the creator's rights."
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
          "name": "lock",
          "writable": true
        },
        {
          "name": "mint"
        },
        {
          "name": "tokens",
          "writable": true
        },
        {
          "name": "source",
          "docs": [
            "The creator's; the token program checks that the creator may spend from it."
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
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "lockCreateArgs"
            }
          }
        }
      ]
    },
    {
      "name": "lockOffer",
      "docs": [
        "Offers the lock as a whole to another wallet, or to nobody again. Never paused.",
        "",
        "Authority: the recipient, where the lock's mode has it.",
        "Errors: `ChangeNotAllowed`, `RecipientInvalid`, `ApproverInvalid`"
      ],
      "discriminator": [
        164,
        47,
        183,
        165,
        76,
        77,
        168,
        20
      ],
      "accounts": [
        {
          "name": "recipient",
          "signer": true
        },
        {
          "name": "lock",
          "writable": true
        },
        {
          "name": "eventAuthority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": [
        {
          "name": "to",
          "type": {
            "option": "pubkey"
          }
        }
      ]
    },
    {
      "name": "lockRecipientChange",
      "docs": [
        "Names another recipient for what is released from now on; what was released before stays the old one's.",
        "",
        "Authority: the funder, where the lock's mode has it.",
        "Errors: `NotFunder`, `ChangeNotAllowed`, `LockStopped`, `ScheduleOver`, `FormerUnpaid`, `RecipientInvalid`,",
        "`ApproverInvalid`"
      ],
      "discriminator": [
        97,
        140,
        108,
        243,
        55,
        185,
        175,
        159
      ],
      "accounts": [
        {
          "name": "funder",
          "signer": true
        },
        {
          "name": "lock",
          "writable": true
        },
        {
          "name": "eventAuthority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": [
        {
          "name": "newRecipient",
          "type": "pubkey"
        }
      ]
    },
    {
      "name": "lockReclaim",
      "docs": [
        "Returns to the funder what a cancellation or the milestones' deadline left over. Never paused.",
        "",
        "Authority: anyone; others than the funder pay to the associated token account.",
        "Errors: `NothingToReclaim`, `DestinationMismatch`, `MintMismatch`, `VaultMismatch`, `TokenProgramMismatch`"
      ],
      "discriminator": [
        75,
        162,
        19,
        180,
        59,
        32,
        17,
        195
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "Anyone: where the money goes is the funder's own."
          ],
          "signer": true
        },
        {
          "name": "lock",
          "writable": true
        },
        {
          "name": "mint",
          "relations": [
            "lock"
          ]
        },
        {
          "name": "tokens",
          "writable": true,
          "relations": [
            "lock"
          ]
        },
        {
          "name": "destination",
          "docs": [
            "The funder's: any token account where the funder signs, else the associated one."
          ],
          "writable": true
        },
        {
          "name": "tokenProgram",
          "relations": [
            "lock"
          ]
        },
        {
          "name": "eventAuthority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": []
    },
    {
      "name": "lockTopUp",
      "docs": [
        "Adds `amount` base units to a lock that takes more, as though they had been there from the start.",
        "",
        "Authority: the funder.",
        "Errors: `Paused`, `AmountZero`, `NotFunder`, `TopUpNotAllowed`, `LockStopped`, `ScheduleOver`,",
        "`ScheduleOutOfRange`, `MintMismatch`, `VaultMismatch`, `TokenProgramMismatch`, `ConfigMismatch`, and those of",
        "`mint`"
      ],
      "discriminator": [
        164,
        22,
        100,
        108,
        68,
        55,
        120,
        232
      ],
      "accounts": [
        {
          "name": "funder",
          "signer": true
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "lock",
          "writable": true
        },
        {
          "name": "mint",
          "relations": [
            "lock"
          ]
        },
        {
          "name": "tokens",
          "writable": true,
          "relations": [
            "lock"
          ]
        },
        {
          "name": "source",
          "docs": [
            "The funder's; the token program checks that the funder may spend from it."
          ],
          "writable": true
        },
        {
          "name": "tokenProgram",
          "relations": [
            "lock"
          ]
        },
        {
          "name": "eventAuthority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
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
      "name": "milestoneApprove",
      "docs": [
        "Approves a milestone: its amount is due from now on. Never paused.",
        "",
        "Authority: the lock's approver.",
        "Errors: `NotApprover`, `GenerationMismatch`, `LockStopped`, `DeadlineOver`, `MilestoneUnknown`,",
        "`MilestoneApproved`, `MilestoneOutOfOrder`"
      ],
      "discriminator": [
        239,
        246,
        85,
        145,
        20,
        205,
        240,
        25
      ],
      "accounts": [
        {
          "name": "approver",
          "signer": true
        },
        {
          "name": "lock",
          "writable": true
        },
        {
          "name": "eventAuthority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "milestoneApproveArgs"
            }
          }
        }
      ]
    },
    {
      "name": "poolClaim",
      "docs": [
        "Pays a member all that it has coming, while the attestor vouches for it. Never paused.",
        "",
        "Authority: anyone, to the member's associated token account; the member to any token account of its own.",
        "Errors: `NothingDue`, `NotAttested`, `AttestationExpired`, `AttestationMismatch`, `PoolMismatch`,",
        "`DestinationMismatch`, `MintMismatch`, `VaultMismatch`, `TokenProgramMismatch`"
      ],
      "discriminator": [
        194,
        15,
        3,
        169,
        22,
        194,
        178,
        179
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "Anyone; the member itself may name any token account of its own."
          ],
          "signer": true
        },
        {
          "name": "pool",
          "writable": true,
          "relations": [
            "membership"
          ]
        },
        {
          "name": "membership",
          "writable": true
        },
        {
          "name": "attestation"
        },
        {
          "name": "mint",
          "relations": [
            "pool"
          ]
        },
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "pool"
          ]
        },
        {
          "name": "destination",
          "writable": true
        },
        {
          "name": "tokenProgram",
          "relations": [
            "pool"
          ]
        },
        {
          "name": "eventAuthority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": []
    },
    {
      "name": "poolClose",
      "docs": [
        "Ends a stopped pool without memberships: all its tokens to `destination`, its rent to the creator. Never",
        "paused.",
        "",
        "Authority: the creator.",
        "Errors: `PoolNotStopped`, `MembersRemain`, `ClosedInOpeningSlot`, `NotCreator`, `DestinationMismatch`,",
        "`MintMismatch`, `VaultMismatch`, `TokenProgramMismatch`"
      ],
      "discriminator": [
        108,
        56,
        104,
        209,
        247,
        189,
        22,
        247
      ],
      "accounts": [
        {
          "name": "creator",
          "writable": true,
          "signer": true,
          "relations": [
            "pool"
          ]
        },
        {
          "name": "pool",
          "writable": true
        },
        {
          "name": "mint",
          "relations": [
            "pool"
          ]
        },
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "pool"
          ]
        },
        {
          "name": "destination",
          "docs": [
            "Wherever the creator wants what is left."
          ],
          "writable": true
        },
        {
          "name": "tokenProgram",
          "relations": [
            "pool"
          ]
        },
        {
          "name": "eventAuthority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": []
    },
    {
      "name": "poolCreate",
      "docs": [
        "Makes an income pool with its vault: a fixed amount an epoch for each attested member.",
        "",
        "Authority: the creator, who pays the rent and gets it back at the end.",
        "Errors: `Paused`, `AddressTaken`, `AttestorInvalid`, `MembersLimitInvalid`, `EpochAmountInvalid`,",
        "`EpochLengthInvalid`, `FirstEpochInvalid`, `GraceInvalid`, `TokenProgramMismatch`, `ConfigMismatch`, and those",
        "of the mint: `MintMalformed` to `MintExtensionUnknown`"
      ],
      "discriminator": [
        55,
        151,
        27,
        224,
        136,
        247,
        199,
        235
      ],
      "accounts": [
        {
          "name": "creator",
          "writable": true,
          "signer": true
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "pool",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  112,
                  111,
                  111,
                  108
                ]
              },
              {
                "kind": "account",
                "path": "creator"
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
                  112,
                  111,
                  111,
                  108,
                  95,
                  116,
                  111,
                  107,
                  101,
                  110,
                  115
                ]
              },
              {
                "kind": "account",
                "path": "pool"
              }
            ]
          }
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
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "poolCreateArgs"
            }
          }
        }
      ]
    },
    {
      "name": "poolEvict",
      "docs": [
        "Suspends a member that the attestor does not vouch for any more, and ends the membership once nothing is",
        "coming to it, or the pool's grace has passed since. In a stopped pool it ends any membership that has nothing",
        "coming. Never paused.",
        "",
        "Authority: anyone, without a signature; the rent goes to whoever paid it.",
        "Errors: `StillAttested`, `GraceNotOver`, `ClaimFirst`, `PoolMismatch`, `AttestationMismatch`,",
        "`RentPayerMismatch`"
      ],
      "discriminator": [
        130,
        255,
        156,
        97,
        87,
        190,
        246,
        146
      ],
      "accounts": [
        {
          "name": "pool",
          "writable": true,
          "relations": [
            "membership"
          ]
        },
        {
          "name": "membership",
          "writable": true
        },
        {
          "name": "attestation",
          "relations": [
            "membership"
          ]
        },
        {
          "name": "rentPayer",
          "writable": true,
          "relations": [
            "membership"
          ]
        },
        {
          "name": "eventAuthority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": []
    },
    {
      "name": "poolFund",
      "docs": [
        "Adds `amount` base units to the free money. What anybody puts in is the creator's to take out once it has",
        "stopped the pool.",
        "",
        "Authority: anyone, out of a token account it may spend from.",
        "Errors: `Paused`, `AmountZero`, `PoolStopped`, `MintMismatch`, `VaultMismatch`, `TokenProgramMismatch`,",
        "`ConfigMismatch`, and those of the mint"
      ],
      "discriminator": [
        228,
        154,
        72,
        252,
        218,
        244,
        30,
        95
      ],
      "accounts": [
        {
          "name": "funder",
          "docs": [
            "Anyone."
          ],
          "signer": true
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "pool",
          "writable": true
        },
        {
          "name": "mint",
          "relations": [
            "pool"
          ]
        },
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "pool"
          ]
        },
        {
          "name": "source",
          "docs": [
            "The funder's; the token program checks that the funder may spend from it."
          ],
          "writable": true
        },
        {
          "name": "tokenProgram",
          "relations": [
            "pool"
          ]
        },
        {
          "name": "eventAuthority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
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
      "name": "poolJoin",
      "docs": [
        "Makes a wallet that the pool's attestor vouches for a member. It has a part in epochs that open from now on.",
        "",
        "Authority: the wallet; anyone pays the rent, and gets it back when the membership ends.",
        "Errors: `Paused`, `AlreadyMember`, `PoolStopped`, `PoolFull`, `NotAttested`, `AttestationExpired`,",
        "`AttestationMismatch`, `ConfigMismatch`"
      ],
      "discriminator": [
        119,
        101,
        185,
        182,
        74,
        77,
        232,
        73
      ],
      "accounts": [
        {
          "name": "wallet",
          "signer": true
        },
        {
          "name": "rentPayer",
          "docs": [
            "Gets it back when the membership ends."
          ],
          "writable": true,
          "signer": true
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "pool",
          "writable": true
        },
        {
          "name": "membership",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  109,
                  101,
                  109,
                  98,
                  101,
                  114
                ]
              },
              {
                "kind": "account",
                "path": "pool"
              },
              {
                "kind": "account",
                "path": "wallet"
              }
            ]
          }
        },
        {
          "name": "attestation"
        },
        {
          "name": "systemProgram",
          "address": "11111111111111111111111111111111"
        },
        {
          "name": "eventAuthority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": []
    },
    {
      "name": "poolLeave",
      "docs": [
        "Ends a membership by its own will. With money coming only if `forfeit` says that it is given up. Never paused.",
        "",
        "Authority: the member; the rent goes to whoever paid it.",
        "Errors: `ClaimFirst`, `NotMember`, `PoolMismatch`, `RentPayerMismatch`"
      ],
      "discriminator": [
        150,
        99,
        143,
        205,
        94,
        177,
        242,
        163
      ],
      "accounts": [
        {
          "name": "wallet",
          "signer": true,
          "relations": [
            "membership"
          ]
        },
        {
          "name": "pool",
          "writable": true,
          "relations": [
            "membership"
          ]
        },
        {
          "name": "membership",
          "writable": true
        },
        {
          "name": "rentPayer",
          "writable": true,
          "relations": [
            "membership"
          ]
        },
        {
          "name": "eventAuthority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": [
        {
          "name": "forfeit",
          "type": "bool"
        }
      ]
    },
    {
      "name": "poolStop",
      "docs": [
        "Ends the opening of epochs, for good. What is owed can still be claimed. Never paused.",
        "",
        "Authority: the creator.",
        "Errors: `PoolStopped`, `NotCreator`"
      ],
      "discriminator": [
        49,
        161,
        242,
        95,
        153,
        251,
        203,
        57
      ],
      "accounts": [
        {
          "name": "creator",
          "signer": true,
          "relations": [
            "pool"
          ]
        },
        {
          "name": "pool",
          "writable": true
        },
        {
          "name": "eventAuthority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": []
    },
    {
      "name": "poolWithdraw",
      "docs": [
        "Takes all free money out of a stopped pool. Never paused.",
        "",
        "Authority: the creator, to any token account.",
        "Errors: `PoolNotStopped`, `NothingFree`, `NotCreator`, `DestinationMismatch`, `MintMismatch`, `VaultMismatch`,",
        "`TokenProgramMismatch`"
      ],
      "discriminator": [
        50,
        1,
        23,
        25,
        135,
        221,
        159,
        182
      ],
      "accounts": [
        {
          "name": "creator",
          "signer": true,
          "relations": [
            "pool"
          ]
        },
        {
          "name": "pool",
          "writable": true
        },
        {
          "name": "mint",
          "relations": [
            "pool"
          ]
        },
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "pool"
          ]
        },
        {
          "name": "destination",
          "docs": [
            "Wherever the creator wants it."
          ],
          "writable": true
        },
        {
          "name": "tokenProgram",
          "relations": [
            "pool"
          ]
        },
        {
          "name": "eventAuthority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": []
    }
  ],
  "accounts": [
    {
      "name": "batch",
      "discriminator": [
        156,
        194,
        70,
        44,
        22,
        88,
        137,
        44
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
      "name": "incomePool",
      "discriminator": [
        120,
        42,
        222,
        11,
        56,
        46,
        117,
        144
      ]
    },
    {
      "name": "intake",
      "discriminator": [
        2,
        24,
        108,
        236,
        127,
        226,
        109,
        2
      ]
    },
    {
      "name": "lock",
      "discriminator": [
        8,
        255,
        36,
        202,
        210,
        22,
        57,
        137
      ]
    },
    {
      "name": "membership",
      "discriminator": [
        231,
        141,
        180,
        98,
        109,
        168,
        175,
        166
      ]
    }
  ],
  "events": [
    {
      "name": "batchCancelled",
      "discriminator": [
        59,
        115,
        236,
        211,
        209,
        249,
        121,
        225
      ]
    },
    {
      "name": "batchClaimed",
      "discriminator": [
        60,
        42,
        120,
        40,
        81,
        126,
        128,
        160
      ]
    },
    {
      "name": "batchClosed",
      "discriminator": [
        192,
        76,
        201,
        211,
        10,
        212,
        139,
        232
      ]
    },
    {
      "name": "batchCreated",
      "discriminator": [
        231,
        92,
        210,
        203,
        2,
        59,
        109,
        234
      ]
    },
    {
      "name": "batchFunded",
      "discriminator": [
        97,
        235,
        47,
        122,
        137,
        27,
        37,
        200
      ]
    },
    {
      "name": "batchWithdrawn",
      "discriminator": [
        181,
        43,
        231,
        214,
        194,
        222,
        93,
        153
      ]
    },
    {
      "name": "epochOpened",
      "discriminator": [
        136,
        166,
        130,
        170,
        78,
        145,
        67,
        78
      ]
    },
    {
      "name": "intakeClosed",
      "discriminator": [
        239,
        85,
        57,
        199,
        90,
        179,
        51,
        13
      ]
    },
    {
      "name": "intakeLocked",
      "discriminator": [
        221,
        110,
        40,
        231,
        110,
        141,
        39,
        195
      ]
    },
    {
      "name": "intakeOpened",
      "discriminator": [
        46,
        97,
        47,
        65,
        254,
        19,
        193,
        231
      ]
    },
    {
      "name": "intakeRelayed",
      "discriminator": [
        200,
        30,
        71,
        51,
        136,
        226,
        156,
        237
      ]
    },
    {
      "name": "lockCancelled",
      "discriminator": [
        162,
        15,
        131,
        36,
        130,
        104,
        186,
        86
      ]
    },
    {
      "name": "lockClaimed",
      "discriminator": [
        226,
        164,
        109,
        42,
        115,
        151,
        115,
        59
      ]
    },
    {
      "name": "lockClosed",
      "discriminator": [
        163,
        163,
        91,
        3,
        79,
        54,
        172,
        68
      ]
    },
    {
      "name": "lockCreated",
      "discriminator": [
        244,
        216,
        59,
        77,
        83,
        47,
        61,
        196
      ]
    },
    {
      "name": "lockOffered",
      "discriminator": [
        81,
        255,
        235,
        200,
        108,
        150,
        134,
        147
      ]
    },
    {
      "name": "lockRecipientChanged",
      "discriminator": [
        241,
        147,
        81,
        229,
        194,
        69,
        85,
        250
      ]
    },
    {
      "name": "lockReclaimed",
      "discriminator": [
        91,
        135,
        117,
        212,
        182,
        198,
        216,
        240
      ]
    },
    {
      "name": "lockToppedUp",
      "discriminator": [
        0,
        192,
        85,
        173,
        43,
        164,
        178,
        190
      ]
    },
    {
      "name": "lockTransferred",
      "discriminator": [
        77,
        26,
        178,
        15,
        169,
        10,
        20,
        90
      ]
    },
    {
      "name": "memberSuspended",
      "discriminator": [
        237,
        36,
        75,
        124,
        68,
        113,
        231,
        150
      ]
    },
    {
      "name": "membershipEnded",
      "discriminator": [
        25,
        84,
        22,
        179,
        56,
        201,
        198,
        54
      ]
    },
    {
      "name": "milestoneApproved",
      "discriminator": [
        40,
        109,
        159,
        144,
        169,
        230,
        35,
        229
      ]
    },
    {
      "name": "poolClaimed",
      "discriminator": [
        36,
        11,
        190,
        83,
        128,
        77,
        196,
        150
      ]
    },
    {
      "name": "poolClosed",
      "discriminator": [
        106,
        46,
        29,
        231,
        42,
        44,
        73,
        119
      ]
    },
    {
      "name": "poolCreated",
      "discriminator": [
        202,
        44,
        41,
        88,
        104,
        220,
        157,
        82
      ]
    },
    {
      "name": "poolFunded",
      "discriminator": [
        164,
        221,
        242,
        68,
        164,
        64,
        24,
        214
      ]
    },
    {
      "name": "poolJoined",
      "discriminator": [
        79,
        207,
        125,
        205,
        4,
        167,
        178,
        115
      ]
    },
    {
      "name": "poolStopped",
      "discriminator": [
        217,
        173,
        29,
        47,
        127,
        171,
        47,
        253
      ]
    },
    {
      "name": "poolWithdrawn",
      "discriminator": [
        23,
        62,
        221,
        23,
        53,
        222,
        69,
        207
      ]
    }
  ],
  "errors": [
    {
      "code": 6000,
      "name": "mathOverflow",
      "msg": "A number left its range; use smaller amounts"
    },
    {
      "code": 6001,
      "name": "unknownLayout",
      "msg": "The account has a layout this program does not know; update the client or migrate the account"
    },
    {
      "code": 6002,
      "name": "invariantBroken",
      "msg": "Stored state would break a rule of the ledger; nothing was changed, please report it"
    },
    {
      "code": 6003,
      "name": "paused",
      "msg": "Locking is paused; claims stay open, lock after the admin unpauses"
    },
    {
      "code": 6004,
      "name": "amountZero",
      "msg": "The amount is zero; give one above it"
    },
    {
      "code": 6005,
      "name": "configMismatch",
      "msg": "The account is not the registry's config; pass the one at its derived address"
    },
    {
      "code": 6006,
      "name": "eventAuthorityMismatch",
      "msg": "The account is not this program's event authority; pass the one at its derived address"
    },
    {
      "code": 6007,
      "name": "programMismatch",
      "msg": "The account is not this program; pass it as the last account"
    },
    {
      "code": 6008,
      "name": "mintMismatch",
      "msg": "The mint, or a token account's, is not the recorded one; pass that"
    },
    {
      "code": 6009,
      "name": "tokenProgramMismatch",
      "msg": "The mint, or a token account, is of another token program; pass the one the mint belongs to"
    },
    {
      "code": 6010,
      "name": "vaultMismatch",
      "msg": "The token account is not the recorded one; pass that"
    },
    {
      "code": 6011,
      "name": "destinationMismatch",
      "msg": "The token account is not of the one to be paid; pass theirs, the associated one unless they sign"
    },
    {
      "code": 6012,
      "name": "rentPayerMismatch",
      "msg": "The rent goes to whoever paid it; pass that account"
    },
    {
      "code": 6013,
      "name": "mintMalformed",
      "msg": "The mint's extensions cannot be read; take another mint"
    },
    {
      "code": 6014,
      "name": "mintTakesFees",
      "msg": "The mint can take a fee of each transfer; take another mint"
    },
    {
      "code": 6015,
      "name": "mintHasPermanentDelegate",
      "msg": "The mint has a permanent delegate, who can take tokens from anybody; take another mint"
    },
    {
      "code": 6016,
      "name": "mintHasTransferHook",
      "msg": "The mint lets another program decide about transfers; take another mint"
    },
    {
      "code": 6017,
      "name": "mintFreezesByDefault",
      "msg": "The mint can make token accounts frozen from the start; take another mint"
    },
    {
      "code": 6018,
      "name": "mintPausable",
      "msg": "The mint's transfers can be paused; take another mint"
    },
    {
      "code": 6019,
      "name": "mintClosable",
      "msg": "The mint can be closed, and made anew with other rules; take another mint"
    },
    {
      "code": 6020,
      "name": "mintConfidential",
      "msg": "The mint can hide amounts; take another mint"
    },
    {
      "code": 6021,
      "name": "mintScalesAmounts",
      "msg": "The mint shows other amounts than it moves, by interest or a scale; take another mint"
    },
    {
      "code": 6022,
      "name": "mintNotTransferable",
      "msg": "The mint's tokens cannot be transferred; take another mint"
    },
    {
      "code": 6023,
      "name": "mintExtensionUnknown",
      "msg": "The mint has an extension that this program does not know; take another mint"
    },
    {
      "code": 6024,
      "name": "startAfterEnd",
      "msg": "The schedule starts at its end or after it; correct the two"
    },
    {
      "code": 6025,
      "name": "cliffOutsideSchedule",
      "msg": "The cliff must lie between start and end; correct it"
    },
    {
      "code": 6026,
      "name": "cliffAboveTotal",
      "msg": "More comes with the cliff than is locked; lower it"
    },
    {
      "code": 6027,
      "name": "periodInvalid",
      "msg": "A period is a second or more, and releases a base unit or more; correct it"
    },
    {
      "code": 6028,
      "name": "scheduleOutOfRange",
      "msg": "A schedule lies between 1970 and the year 3000; bring its ends in"
    },
    {
      "code": 6029,
      "name": "scheduleOver",
      "msg": "The schedule is over, all of it is released"
    },
    {
      "code": 6030,
      "name": "milestonesInvalid",
      "msg": "There are 1 to 8 milestones, each of an amount above zero; correct them"
    },
    {
      "code": 6031,
      "name": "milestoneSumMismatch",
      "msg": "The milestones' sum is not the amount locked; correct one of the two"
    },
    {
      "code": 6032,
      "name": "approverInvalid",
      "msg": "The approver must be a key, and not the recipient's; name another"
    },
    {
      "code": 6033,
      "name": "topUpNotAllowed",
      "msg": "The lock takes no more: it was made so, or goes by milestones; make another one"
    },
    {
      "code": 6034,
      "name": "recipientInvalid",
      "msg": "The recipient must be a key that can receive, and another than now; name another"
    },
    {
      "code": 6035,
      "name": "addressTaken",
      "msg": "There is such an account already; choose another id, or use it"
    },
    {
      "code": 6036,
      "name": "nothingDue",
      "msg": "Nothing is due; wait for the schedule or the approver"
    },
    {
      "code": 6037,
      "name": "formerUnpaid",
      "msg": "A former recipient is still owed what was released before; claim it for them first"
    },
    {
      "code": 6038,
      "name": "notApprover",
      "msg": "Signer is not the lock's approver"
    },
    {
      "code": 6039,
      "name": "milestoneUnknown",
      "msg": "The lock has no such milestone; pass an index of one"
    },
    {
      "code": 6040,
      "name": "milestoneApproved",
      "msg": "The milestone is approved already; an approval stands"
    },
    {
      "code": 6041,
      "name": "milestoneOutOfOrder",
      "msg": "An earlier milestone is not approved yet; this lock goes in order"
    },
    {
      "code": 6042,
      "name": "deadlineOver",
      "msg": "The deadline for approvals is over; what was not approved goes back"
    },
    {
      "code": 6043,
      "name": "cancelNotAllowed",
      "msg": "Who signs may not cancel this lock; its mode was fixed when it was made"
    },
    {
      "code": 6044,
      "name": "lockStopped",
      "msg": "The lock was stopped before; claim what is due"
    },
    {
      "code": 6045,
      "name": "nothingToReclaim",
      "msg": "Nothing goes back; a lock returns what a cancellation or a deadline left over"
    },
    {
      "code": 6046,
      "name": "changeNotAllowed",
      "msg": "Who signs may not change this lock's recipient; its mode was fixed when it was made"
    },
    {
      "code": 6047,
      "name": "notPendingRecipient",
      "msg": "The lock is not offered to who signs; let its recipient offer it"
    },
    {
      "code": 6048,
      "name": "claimedMeanwhile",
      "msg": "More was claimed than the new recipient agreed to; look at the lock again"
    },
    {
      "code": 6049,
      "name": "generationMismatch",
      "msg": "The lock is another than the one signed for: it was made anew at this address; read it again"
    },
    {
      "code": 6050,
      "name": "lockNotOver",
      "msg": "The lock goes on or still holds money; end it, claim and reclaim first"
    },
    {
      "code": 6051,
      "name": "closedInOpeningSlot",
      "msg": "A lock cannot be closed in the slot it was made in; try again in the next"
    },
    {
      "code": 6052,
      "name": "notFunder",
      "msg": "Signer is not the lock's funder"
    },
    {
      "code": 6053,
      "name": "intakeTermsInvalid",
      "msg": "An intake's cliff and period fit in its duration, whole periods of at least a base unit of its minimum; correct them"
    },
    {
      "code": 6054,
      "name": "belowMinimum",
      "msg": "There is less than the intake's minimum, or of another mint; wait, or let the recipient sign"
    },
    {
      "code": 6055,
      "name": "notIntakeRecipient",
      "msg": "Signer is not the intake's recipient"
    },
    {
      "code": 6056,
      "name": "relayNotAllowed",
      "msg": "An intake signs escrow's channel_refund, job_refund and job_split, and nothing else"
    },
    {
      "code": 6057,
      "name": "escrowMismatch",
      "msg": "The account is not the escrow program; pass that"
    },
    {
      "code": 6060,
      "name": "notCreator",
      "msg": "Signer is not the creator; sign with the wallet that made it"
    },
    {
      "code": 6061,
      "name": "attestorInvalid",
      "msg": "The attestor must be a key; name who vouches for members"
    },
    {
      "code": 6062,
      "name": "membersLimitInvalid",
      "msg": "A pool takes at least one member; raise the most"
    },
    {
      "code": 6063,
      "name": "epochAmountInvalid",
      "msg": "The amount is zero, or more than can be paid to the most members; correct it"
    },
    {
      "code": 6064,
      "name": "epochLengthInvalid",
      "msg": "An epoch lasts a minute to ten years; correct its length"
    },
    {
      "code": 6065,
      "name": "firstEpochInvalid",
      "msg": "The first epoch lies in the past, or more than ten years ahead; correct its time"
    },
    {
      "code": 6066,
      "name": "graceInvalid",
      "msg": "The grace is at most a year; correct it"
    },
    {
      "code": 6067,
      "name": "poolMismatch",
      "msg": "The membership is of another pool; pass that one"
    },
    {
      "code": 6068,
      "name": "poolStopped",
      "msg": "The creator stopped the pool; what is owed can still be claimed"
    },
    {
      "code": 6069,
      "name": "poolFull",
      "msg": "The pool has as many members as it takes; wait until one leaves"
    },
    {
      "code": 6070,
      "name": "alreadyMember",
      "msg": "The wallet has a membership already; claim what it is owed and end that one first"
    },
    {
      "code": 6071,
      "name": "notAttested",
      "msg": "The pool's attestor does not vouch for the wallet; ask it for an attestation"
    },
    {
      "code": 6072,
      "name": "attestationExpired",
      "msg": "The wallet's attestation has expired; ask the attestor to renew it"
    },
    {
      "code": 6073,
      "name": "attestationMismatch",
      "msg": "The account is not the attestation of this wallet by the pool's attestor; pass that"
    },
    {
      "code": 6074,
      "name": "epochNotDue",
      "msg": "This epoch was opened already, or the first is not due yet; wait for its time"
    },
    {
      "code": 6075,
      "name": "epochNotFunded",
      "msg": "The free money does not pay for all members; fund the pool"
    },
    {
      "code": 6076,
      "name": "poolEmpty",
      "msg": "The pool has no members; an epoch would be for nobody"
    },
    {
      "code": 6077,
      "name": "claimFirst",
      "msg": "The member has money coming; claim it first, or give it up by name when leaving"
    },
    {
      "code": 6078,
      "name": "stillAttested",
      "msg": "The attestor still vouches for the member; only without that it can be evicted"
    },
    {
      "code": 6079,
      "name": "graceNotOver",
      "msg": "The suspended member keeps what it has coming for a while; wait for the end of the grace"
    },
    {
      "code": 6080,
      "name": "poolNotStopped",
      "msg": "The pool still runs; stop it first"
    },
    {
      "code": 6081,
      "name": "membersRemain",
      "msg": "The pool has memberships; let them be paid and evicted first"
    },
    {
      "code": 6082,
      "name": "nothingFree",
      "msg": "Nothing is free to be taken out"
    },
    {
      "code": 6083,
      "name": "notMember",
      "msg": "Signer is not the member; sign with the wallet that joined"
    },
    {
      "code": 6090,
      "name": "batchRootInvalid",
      "msg": "The root is zero; pass that of the recipients' tree"
    },
    {
      "code": 6091,
      "name": "batchCountInvalid",
      "msg": "A batch has 1 to 65,536 leaves; split a longer list"
    },
    {
      "code": 6092,
      "name": "batchTotalInvalid",
      "msg": "The total is less than a base unit a leaf; pass the sum of all amounts"
    },
    {
      "code": 6093,
      "name": "claimWindowInvalid",
      "msg": "Leaves can be claimed for 30 days at least and 100 years at most; move the end"
    },
    {
      "code": 6094,
      "name": "batchOverfunded",
      "msg": "That is more than the batch still lacks; deposit the rest alone"
    },
    {
      "code": 6095,
      "name": "batchNotFunded",
      "msg": "The batch is not funded in full yet; deposit the rest first"
    },
    {
      "code": 6096,
      "name": "batchOver",
      "msg": "The batch is over: every leaf was claimed, or their time has passed"
    },
    {
      "code": 6097,
      "name": "batchCancelled",
      "msg": "The batch was cancelled before; its leaves can still be claimed for what had vested"
    },
    {
      "code": 6098,
      "name": "leafIndexInvalid",
      "msg": "The batch has no such leaf; pass the index that the recipients' file names"
    },
    {
      "code": 6099,
      "name": "leafClaimed",
      "msg": "The leaf was claimed before; its lock has the money"
    },
    {
      "code": 6100,
      "name": "leafProofTooLong",
      "msg": "A proof has at most 16 hashes"
    },
    {
      "code": 6101,
      "name": "leafProofInvalid",
      "msg": "The proof does not lead from this grant to the batch's root; take both from the recipients' file"
    },
    {
      "code": 6102,
      "name": "batchExhausted",
      "msg": "The leaves are worth more than the batch was funded with; ask its creator"
    },
    {
      "code": 6103,
      "name": "batchOpen",
      "msg": "Leaves can still be claimed; wait for the last of them or the end of their time"
    }
  ],
  "types": [
    {
      "name": "batch",
      "docs": [
        "Grants to thousands of recipients under one Merkle root. `[\"batch\", creator, id: u64 LE]`",
        "",
        "Behind these fields lies a bitmap, bit `index % 8` of byte `index / 8` for each leaf: 1 once it was claimed.",
        "A leaf that is claimed becomes an ordinary `Lock`; one that is claimed after a cancellation gets what it had",
        "vested by then, and the difference is the creator's. What no leaf has taken by `claim_until` is, too.",
        "",
        "INVARIANTS: `deposited = open + locked + free + returned`, `deposited ≤ total`; nothing is claimed before",
        "`deposited = total`, and from then on it stays so; `deposited, locked, returned, claimed` only grow, and `open`",
        "only falls once funded; `claimed` is the number of bits set, none of them at `count` or above, none ever cleared:",
        "a leaf is claimed once; `cancelled_at` is set at most once, by the creator, where it may cancel the locks, too; the",
        "terms (root, count, total, mint, modes, `claim_until`) never change."
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
            "name": "cancel",
            "docs": [
              "Who may cancel its locks: a `Side`. Where the creator may, it may cancel the batch as well."
            ],
            "type": "u8"
          },
          {
            "name": "change",
            "docs": [
              "Who may change the recipient of its locks: a `Side`."
            ],
            "type": "u8"
          },
          {
            "name": "padding",
            "type": {
              "array": [
                "u8",
                3
              ]
            }
          },
          {
            "name": "count",
            "docs": [
              "Leaves."
            ],
            "type": "u32"
          },
          {
            "name": "claimed",
            "docs": [
              "Of them, those claimed."
            ],
            "type": "u32"
          },
          {
            "name": "id",
            "docs": [
              "Tells a creator's batches apart."
            ],
            "type": "u64"
          },
          {
            "name": "generation",
            "docs": [
              "Slot it was made in: tells it from an earlier one at the same address, and its locks from that one's."
            ],
            "type": "u64"
          },
          {
            "name": "creator",
            "docs": [
              "Paid the rent, and gets what no leaf takes."
            ],
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
            "name": "root",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "total",
            "docs": [
              "Of all leaves."
            ],
            "type": "u64"
          },
          {
            "name": "deposited",
            "type": "u64"
          },
          {
            "name": "open",
            "docs": [
              "Of leaves that nobody has claimed."
            ],
            "type": "u64"
          },
          {
            "name": "locked",
            "docs": [
              "In locks that were made."
            ],
            "type": "u64"
          },
          {
            "name": "free",
            "docs": [
              "The creator's: what leaves claimed after the cancellation did not get."
            ],
            "type": "u64"
          },
          {
            "name": "returned",
            "docs": [
              "Taken out by the creator."
            ],
            "type": "u64"
          },
          {
            "name": "claimUntil",
            "docs": [
              "From then on no leaf can be claimed, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "cancelledAt",
            "docs": [
              "Nothing vests after it in leaves not yet claimed, Unix seconds; 0 for never."
            ],
            "type": "i64"
          },
          {
            "name": "createdAt",
            "type": "i64"
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
      "name": "batchBooks",
      "docs": [
        "The ledger of a batch, as its events tell it, before and after."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "deposited",
            "type": "u64"
          },
          {
            "name": "open",
            "type": "u64"
          },
          {
            "name": "locked",
            "type": "u64"
          },
          {
            "name": "free",
            "type": "u64"
          },
          {
            "name": "returned",
            "type": "u64"
          },
          {
            "name": "claimed",
            "type": "u32"
          }
        ]
      }
    },
    {
      "name": "batchCancelled",
      "docs": [
        "The creator stopped the leaves that nobody had claimed: nothing vests in them any more."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "batch",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "creator",
            "type": "pubkey"
          },
          {
            "name": "cancelledAt",
            "type": "i64"
          },
          {
            "name": "books",
            "type": {
              "defined": {
                "name": "batchBooks"
              }
            }
          }
        ]
      }
    },
    {
      "name": "batchClaimArgs",
      "docs": [
        "A grant of a batch, and where it is in the tree."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "index",
            "type": "u32"
          },
          {
            "name": "amount",
            "docs": [
              "Base units."
            ],
            "type": "u64"
          },
          {
            "name": "schedule",
            "type": {
              "defined": {
                "name": "scheduleTerms"
              }
            }
          },
          {
            "name": "proof",
            "docs": [
              "Siblings from the leaf up, at most 16."
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
      "name": "batchClaimed",
      "docs": [
        "A leaf was claimed. It is a lock now, unless it was worth nothing when the batch was cancelled."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "batch",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "index",
            "type": "u32"
          },
          {
            "name": "recipient",
            "type": "pubkey"
          },
          {
            "name": "amount",
            "docs": [
              "Of the leaf."
            ],
            "type": "u64"
          },
          {
            "name": "schedule",
            "type": {
              "defined": {
                "name": "scheduleTerms"
              }
            }
          },
          {
            "name": "locked",
            "docs": [
              "What went into the lock."
            ],
            "type": "u64"
          },
          {
            "name": "lock",
            "docs": [
              "Zero for none."
            ],
            "type": "pubkey"
          },
          {
            "name": "rentPayer",
            "type": "pubkey"
          },
          {
            "name": "before",
            "type": {
              "defined": {
                "name": "batchBooks"
              }
            }
          },
          {
            "name": "after",
            "type": {
              "defined": {
                "name": "batchBooks"
              }
            }
          }
        ]
      }
    },
    {
      "name": "batchClosed",
      "docs": [
        "A batch ended, with all that was in its vault, donations too, to the creator."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "batch",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "creator",
            "type": "pubkey"
          },
          {
            "name": "destination",
            "type": "pubkey"
          },
          {
            "name": "withdrawn",
            "type": "u64"
          },
          {
            "name": "books",
            "docs": [
              "As they stood before."
            ],
            "type": {
              "defined": {
                "name": "batchBooks"
              }
            }
          }
        ]
      }
    },
    {
      "name": "batchCreateArgs",
      "docs": [
        "Terms of a new batch, for good."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "id",
            "docs": [
              "Tells the creator's batches apart."
            ],
            "type": "u64"
          },
          {
            "name": "root",
            "docs": [
              "Of the tree of all grants."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "count",
            "docs": [
              "Leaves of that tree."
            ],
            "type": "u32"
          },
          {
            "name": "total",
            "docs": [
              "Of all of them, base units."
            ],
            "type": "u64"
          },
          {
            "name": "cancel",
            "docs": [
              "Who may cancel the locks; the creator, if it may, can cancel the batch as well."
            ],
            "type": {
              "defined": {
                "name": "side"
              }
            }
          },
          {
            "name": "change",
            "docs": [
              "Who may change the locks' recipients."
            ],
            "type": {
              "defined": {
                "name": "side"
              }
            }
          },
          {
            "name": "claimUntil",
            "docs": [
              "From then on no leaf can be claimed, Unix seconds."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "batchCreated",
      "docs": [
        "A creator promised grants under a root. Nothing can be claimed before all of them are funded."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "batch",
            "type": "pubkey"
          },
          {
            "name": "creator",
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
            "name": "tokenProgram",
            "type": "pubkey"
          },
          {
            "name": "vault",
            "type": "pubkey"
          },
          {
            "name": "root",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "count",
            "type": "u32"
          },
          {
            "name": "total",
            "type": "u64"
          },
          {
            "name": "cancel",
            "type": {
              "defined": {
                "name": "side"
              }
            }
          },
          {
            "name": "change",
            "type": {
              "defined": {
                "name": "side"
              }
            }
          },
          {
            "name": "claimUntil",
            "type": "i64"
          },
          {
            "name": "createdAt",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "batchFunded",
      "docs": [
        "Somebody put money into a batch; with the last of it, it is live."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "batch",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "funder",
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
            "name": "live",
            "type": "bool"
          },
          {
            "name": "before",
            "type": {
              "defined": {
                "name": "batchBooks"
              }
            }
          },
          {
            "name": "after",
            "type": {
              "defined": {
                "name": "batchBooks"
              }
            }
          }
        ]
      }
    },
    {
      "name": "batchWithdrawn",
      "docs": [
        "The creator took out what no leaf takes."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "batch",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "creator",
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
            "name": "before",
            "type": {
              "defined": {
                "name": "batchBooks"
              }
            }
          },
          {
            "name": "after",
            "type": {
              "defined": {
                "name": "batchBooks"
              }
            }
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
      "name": "epochOpened",
      "docs": [
        "An epoch began: each of `members` has `amount` coming."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "pool",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "epoch",
            "type": "u64"
          },
          {
            "name": "members",
            "type": "u32"
          },
          {
            "name": "amount",
            "type": "u64"
          },
          {
            "name": "openedAt",
            "type": "i64"
          },
          {
            "name": "endsAt",
            "docs": [
              "End of its span."
            ],
            "type": "i64"
          },
          {
            "name": "before",
            "type": {
              "defined": {
                "name": "poolBooks"
              }
            }
          },
          {
            "name": "after",
            "type": {
              "defined": {
                "name": "poolBooks"
              }
            }
          }
        ]
      }
    },
    {
      "name": "incomePool",
      "docs": [
        "A basic income: a fixed amount an epoch for each attested member. `[\"pool\", creator, id: u64 LE]`",
        "",
        "Time is cut into spans of `epoch_length` from `first_epoch_at` on. In each of them one epoch may open, while it",
        "lasts and where the free money pays for all members of that moment; a span in which none opened is passed over",
        "for good. Epochs are numbered in the order they open, and a membership knows the numbers it has a part in.",
        "",
        "INVARIANTS: `funded = paid + free + owed + withdrawn`, and `funded, paid, withdrawn, epochs` only grow;",
        "`members ≤ max_members`, `members ≤ records`; `owed` is the sum of what the memberships have coming, 0 without",
        "records; in Expire `owed` is of the latest epoch alone, at most `records × amount`; `owed = paid = 0` before the",
        "first epoch; nothing opens once `stopped_at` is set; what is withdrawn was free after that; the terms (mint,",
        "attestor, mode, amount, times, grace, `max_members`) never change."
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
            "name": "mode",
            "docs": [
              "`PoolMode`"
            ],
            "type": "u8"
          },
          {
            "name": "maxMembers",
            "type": "u32"
          },
          {
            "name": "members",
            "docs": [
              "Memberships that the next epoch counts."
            ],
            "type": "u32"
          },
          {
            "name": "records",
            "docs": [
              "Memberships that exist, suspended ones too."
            ],
            "type": "u32"
          },
          {
            "name": "id",
            "docs": [
              "Tells a creator's pools apart."
            ],
            "type": "u64"
          },
          {
            "name": "generation",
            "docs": [
              "Slot it was made in: tells it from an earlier one at the same address."
            ],
            "type": "u64"
          },
          {
            "name": "creator",
            "docs": [
              "Paid the rent, stops the pool, and gets what is left."
            ],
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
            "name": "attestor",
            "docs": [
              "Vouches for members in the registry."
            ],
            "type": "pubkey"
          },
          {
            "name": "amount",
            "docs": [
              "Of one member and epoch, base units."
            ],
            "type": "u64"
          },
          {
            "name": "epochLength",
            "docs": [
              "Seconds."
            ],
            "type": "i64"
          },
          {
            "name": "firstEpochAt",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "grace",
            "docs": [
              "How long a suspended member keeps what it has coming, seconds."
            ],
            "type": "i64"
          },
          {
            "name": "epochs",
            "docs": [
              "Epochs opened so far: the number of the next."
            ],
            "type": "u64"
          },
          {
            "name": "epochEndsAt",
            "docs": [
              "End of the latest epoch's span, Unix seconds; 0 before the first."
            ],
            "type": "i64"
          },
          {
            "name": "funded",
            "type": "u64"
          },
          {
            "name": "paid",
            "type": "u64"
          },
          {
            "name": "free",
            "type": "u64"
          },
          {
            "name": "owed",
            "docs": [
              "Of opened epochs, and neither claimed nor given up."
            ],
            "type": "u64"
          },
          {
            "name": "withdrawn",
            "docs": [
              "Taken out by the creator."
            ],
            "type": "u64"
          },
          {
            "name": "stoppedAt",
            "docs": [
              "Unix seconds; 0 while epochs open."
            ],
            "type": "i64"
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
      "name": "intake",
      "docs": [
        "An address that locks what is paid to it: `[\"intake\", recipient, hash of its terms]`. Money waits in its token",
        "accounts, before it is opened, too.",
        "",
        "INVARIANTS: terms valid and never changed, and the address theirs; holds no money itself."
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
            "name": "padding",
            "type": {
              "array": [
                "u8",
                6
              ]
            }
          },
          {
            "name": "recipient",
            "type": "pubkey"
          },
          {
            "name": "rentPayer",
            "docs": [
              "Opened it, paid the rent, and gets it back."
            ],
            "type": "pubkey"
          },
          {
            "name": "id",
            "docs": [
              "`IntakeTerms`"
            ],
            "type": "u64"
          },
          {
            "name": "mint",
            "type": "pubkey"
          },
          {
            "name": "minAmount",
            "type": "u64"
          },
          {
            "name": "cliff",
            "type": "i64"
          },
          {
            "name": "duration",
            "type": "i64"
          },
          {
            "name": "period",
            "type": "i64"
          },
          {
            "name": "termsHash",
            "docs": [
              "Of the terms above."
            ],
            "type": {
              "array": [
                "u8",
                32
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
      "name": "intakeClosed",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "intake",
            "type": "pubkey"
          },
          {
            "name": "recipient",
            "type": "pubkey"
          },
          {
            "name": "rentPayer",
            "type": "pubkey"
          },
          {
            "name": "terms",
            "type": {
              "defined": {
                "name": "intakeTerms"
              }
            }
          }
        ]
      }
    },
    {
      "name": "intakeLocked",
      "docs": [
        "Beside the `LockCreated` of what was locked."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "intake",
            "type": "pubkey"
          },
          {
            "name": "recipient",
            "type": "pubkey"
          },
          {
            "name": "lock",
            "type": "pubkey"
          },
          {
            "name": "mint",
            "type": "pubkey"
          },
          {
            "name": "amount",
            "docs": [
              "Base units."
            ],
            "type": "u64"
          },
          {
            "name": "authority",
            "type": "pubkey"
          }
        ]
      }
    },
    {
      "name": "intakeOpened",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "intake",
            "type": "pubkey"
          },
          {
            "name": "recipient",
            "type": "pubkey"
          },
          {
            "name": "rentPayer",
            "type": "pubkey"
          },
          {
            "name": "terms",
            "type": {
              "defined": {
                "name": "intakeTerms"
              }
            }
          }
        ]
      }
    },
    {
      "name": "intakeRelayed",
      "docs": [
        "The recipient had the intake sign for it at escrow; what came of it is in escrow's own event."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "intake",
            "type": "pubkey"
          },
          {
            "name": "recipient",
            "type": "pubkey"
          },
          {
            "name": "instruction",
            "docs": [
              "First eight bytes of escrow's instruction."
            ],
            "type": {
              "array": [
                "u8",
                8
              ]
            }
          },
          {
            "name": "dataHash",
            "docs": [
              "SHA-256 of its data."
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
      "name": "intakeTerms",
      "docs": [
        "How an intake locks what it takes in. The intake's address is derived from them: whoever knows the terms can check",
        "what an address stands for before anything is there, and nobody can open it under others."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "id",
            "docs": [
              "Tells intakes of one recipient and the same terms apart."
            ],
            "type": "u64"
          },
          {
            "name": "mint",
            "docs": [
              "Mint that anyone may lock; of any other one the recipient alone."
            ],
            "type": "pubkey"
          },
          {
            "name": "minAmount",
            "docs": [
              "Less than this only the recipient locks, base units."
            ],
            "type": "u64"
          },
          {
            "name": "cliff",
            "docs": [
              "From locking to the first release, seconds."
            ],
            "type": "i64"
          },
          {
            "name": "duration",
            "docs": [
              "From locking to the last release, seconds."
            ],
            "type": "i64"
          },
          {
            "name": "period",
            "docs": [
              "Seconds between releases, a whole part of `duration`; 0 releases by the second."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "lock",
      "docs": [
        "Money that is released to a recipient over time: `[\"lock\", creator, id: u64 LE]`.",
        "",
        "INVARIANTS: `claimed + former_due ≤ released(t) ≤ deposited`, released(t) of the moment it was stopped once it was;",
        "`returned ≤ deposited − released` once it is over, 0 before; each of the three sums only grows, and the token",
        "account holds at least `deposited − claimed − returned`. Id, generation, creator, funder, rent payer, mint, tokens,",
        "schedule and modes never change; `stopped_at` is set once; a former recipient is owed something or there is none;",
        "recipient and approver are never the same."
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
            "name": "tokensBump",
            "type": "u8"
          },
          {
            "name": "cancel",
            "docs": [
              "Who may cancel: a `Side`."
            ],
            "type": "u8"
          },
          {
            "name": "change",
            "docs": [
              "Who may change the recipient: a `Side`."
            ],
            "type": "u8"
          },
          {
            "name": "topUp",
            "docs": [
              "1 where the funder may add to it."
            ],
            "type": "u8"
          },
          {
            "name": "approved",
            "docs": [
              "Milestones that are approved, a bit each."
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
            "name": "id",
            "type": "u64"
          },
          {
            "name": "generation",
            "docs": [
              "Slot it was made in: tells it from an earlier one at the same address."
            ],
            "type": "u64"
          },
          {
            "name": "creator",
            "docs": [
              "Made it: a wallet, an intake or a batch."
            ],
            "type": "pubkey"
          },
          {
            "name": "funder",
            "docs": [
              "Wallet that has the creator's rights, and gets what goes back."
            ],
            "type": "pubkey"
          },
          {
            "name": "recipient",
            "type": "pubkey"
          },
          {
            "name": "pendingRecipient",
            "docs": [
              "To whom the recipient offers the lock; zero without an offer."
            ],
            "type": "pubkey"
          },
          {
            "name": "formerRecipient",
            "docs": [
              "Is owed `former_due`; zero for none."
            ],
            "type": "pubkey"
          },
          {
            "name": "rentPayer",
            "docs": [
              "Paid the rent, and gets it back."
            ],
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
            "name": "tokens",
            "docs": [
              "The lock's token account."
            ],
            "type": "pubkey"
          },
          {
            "name": "schedule",
            "type": {
              "defined": {
                "name": "schedule"
              }
            }
          },
          {
            "name": "deposited",
            "docs": [
              "Put in, base units."
            ],
            "type": "u64"
          },
          {
            "name": "claimed",
            "docs": [
              "Paid to recipients, base units."
            ],
            "type": "u64"
          },
          {
            "name": "returned",
            "docs": [
              "Gone back to the funder, base units."
            ],
            "type": "u64"
          },
          {
            "name": "formerDue",
            "docs": [
              "Released to a former recipient and not claimed yet, base units."
            ],
            "type": "u64"
          },
          {
            "name": "openedAt",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "stoppedAt",
            "docs": [
              "From then on nothing more is released, Unix seconds; 0 unless cancelled."
            ],
            "type": "i64"
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
      "name": "lockAcceptArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "generation",
            "docs": [
              "Of the lock that is meant."
            ],
            "type": "u64"
          },
          {
            "name": "claimedAtMost",
            "docs": [
              "What may have been claimed of it by now, base units: more of it would no longer be what was agreed on."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "lockCancelled",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "lock",
            "type": "pubkey"
          },
          {
            "name": "cancelledBy",
            "type": "pubkey"
          },
          {
            "name": "stoppedAt",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "released",
            "docs": [
              "Released up to then, paid or not, base units."
            ],
            "type": "u64"
          },
          {
            "name": "returnable",
            "docs": [
              "What goes back to the funder, base units."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "lockClaimed",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "lock",
            "type": "pubkey"
          },
          {
            "name": "payee",
            "docs": [
              "The recipient, or a former one."
            ],
            "type": "pubkey"
          },
          {
            "name": "former",
            "docs": [
              "Whether it is a former recipient's due."
            ],
            "type": "bool"
          },
          {
            "name": "authority",
            "type": "pubkey"
          },
          {
            "name": "destination",
            "type": "pubkey"
          },
          {
            "name": "amount",
            "docs": [
              "Base units."
            ],
            "type": "u64"
          },
          {
            "name": "claimedBefore",
            "type": "u64"
          },
          {
            "name": "claimedAfter",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "lockClosed",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "lock",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "funder",
            "type": "pubkey"
          },
          {
            "name": "authority",
            "type": "pubkey"
          },
          {
            "name": "rentPayer",
            "type": "pubkey"
          },
          {
            "name": "donated",
            "docs": [
              "Tokens that somebody had sent there, base units."
            ],
            "type": "u64"
          },
          {
            "name": "destination",
            "docs": [
              "Where those went; zero without any."
            ],
            "type": "pubkey"
          },
          {
            "name": "deposited",
            "type": "u64"
          },
          {
            "name": "claimed",
            "type": "u64"
          },
          {
            "name": "returned",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "lockCreateArgs",
      "docs": [
        "Terms of a lock, fixed for its life."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "id",
            "docs": [
              "Chosen by the creator; tells its locks apart."
            ],
            "type": "u64"
          },
          {
            "name": "recipient",
            "type": "pubkey"
          },
          {
            "name": "amount",
            "docs": [
              "Put in at once, base units."
            ],
            "type": "u64"
          },
          {
            "name": "schedule",
            "type": {
              "defined": {
                "name": "scheduleTerms"
              }
            }
          },
          {
            "name": "cancel",
            "docs": [
              "Who may cancel it."
            ],
            "type": {
              "defined": {
                "name": "side"
              }
            }
          },
          {
            "name": "change",
            "docs": [
              "Who may change its recipient."
            ],
            "type": {
              "defined": {
                "name": "side"
              }
            }
          },
          {
            "name": "topUp",
            "docs": [
              "Whether the creator may add to it; not with milestones."
            ],
            "type": "bool"
          }
        ]
      }
    },
    {
      "name": "lockCreated",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "lock",
            "type": "pubkey"
          },
          {
            "name": "creator",
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
            "name": "funder",
            "type": "pubkey"
          },
          {
            "name": "recipient",
            "type": "pubkey"
          },
          {
            "name": "rentPayer",
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
            "name": "tokens",
            "type": "pubkey"
          },
          {
            "name": "amount",
            "docs": [
              "Base units."
            ],
            "type": "u64"
          },
          {
            "name": "schedule",
            "type": {
              "defined": {
                "name": "scheduleTerms"
              }
            }
          },
          {
            "name": "cancel",
            "type": {
              "defined": {
                "name": "side"
              }
            }
          },
          {
            "name": "change",
            "type": {
              "defined": {
                "name": "side"
              }
            }
          },
          {
            "name": "topUp",
            "type": "bool"
          },
          {
            "name": "openedAt",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "stoppedAt",
            "docs": [
              "Unix seconds; 0 unless it was made stopped, by a batch that was cancelled."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "lockOffered",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "lock",
            "type": "pubkey"
          },
          {
            "name": "recipient",
            "type": "pubkey"
          },
          {
            "name": "oldPendingRecipient",
            "docs": [
              "Zero for no offer."
            ],
            "type": "pubkey"
          },
          {
            "name": "newPendingRecipient",
            "type": "pubkey"
          }
        ]
      }
    },
    {
      "name": "lockRecipientChanged",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "lock",
            "type": "pubkey"
          },
          {
            "name": "changedBy",
            "type": "pubkey"
          },
          {
            "name": "oldRecipient",
            "type": "pubkey"
          },
          {
            "name": "newRecipient",
            "type": "pubkey"
          },
          {
            "name": "formerDue",
            "docs": [
              "What the old one is still owed of what was released before, base units."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "lockReclaimed",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "lock",
            "type": "pubkey"
          },
          {
            "name": "funder",
            "type": "pubkey"
          },
          {
            "name": "authority",
            "type": "pubkey"
          },
          {
            "name": "destination",
            "type": "pubkey"
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
          }
        ]
      }
    },
    {
      "name": "lockToppedUp",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "lock",
            "type": "pubkey"
          },
          {
            "name": "funder",
            "type": "pubkey"
          },
          {
            "name": "amount",
            "docs": [
              "Base units."
            ],
            "type": "u64"
          },
          {
            "name": "depositedBefore",
            "type": "u64"
          },
          {
            "name": "depositedAfter",
            "type": "u64"
          },
          {
            "name": "endsAtBefore",
            "docs": [
              "When all of it is released, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "endsAtAfter",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "lockTransferred",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "lock",
            "type": "pubkey"
          },
          {
            "name": "oldRecipient",
            "type": "pubkey"
          },
          {
            "name": "newRecipient",
            "type": "pubkey"
          },
          {
            "name": "due",
            "docs": [
              "Released and not claimed, which goes with the lock, base units."
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
      "name": "memberSuspended",
      "docs": [
        "A member's attestation was found worthless: it has no part in epochs from `until` on, and keeps for a while what",
        "it had coming."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "pool",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "membership",
            "type": "pubkey"
          },
          {
            "name": "wallet",
            "type": "pubkey"
          },
          {
            "name": "until",
            "type": "u64"
          },
          {
            "name": "due",
            "type": "u64"
          },
          {
            "name": "suspendedAt",
            "type": "i64"
          },
          {
            "name": "before",
            "type": {
              "defined": {
                "name": "poolBooks"
              }
            }
          },
          {
            "name": "after",
            "type": {
              "defined": {
                "name": "poolBooks"
              }
            }
          }
        ]
      }
    },
    {
      "name": "membership",
      "docs": [
        "A wallet's part in an income pool. `[\"member\", pool, wallet]`",
        "",
        "It has a part in the epochs `next..min(until, pool.epochs)`; in Expire in the latest of them alone, while that",
        "lasts.",
        "",
        "INVARIANTS: made with a valid attestation and the wallet's signature; `next ≤ until`, and `next` only grows: no",
        "epoch is paid twice; `next` begins at the pool's `epochs`: none opened before is paid; `until` is `ACTIVE` exactly",
        "while `suspended_at` is 0, and set once; pool, wallet, attestation and rent payer never change."
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
            "name": "padding",
            "type": {
              "array": [
                "u8",
                6
              ]
            }
          },
          {
            "name": "pool",
            "type": "pubkey"
          },
          {
            "name": "wallet",
            "type": "pubkey"
          },
          {
            "name": "attestation",
            "docs": [
              "Where the registry has, or would have, the attestation."
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
            "name": "next",
            "docs": [
              "First epoch that was not settled with it."
            ],
            "type": "u64"
          },
          {
            "name": "until",
            "docs": [
              "First epoch that does not count it any more; `ACTIVE` while it is a member."
            ],
            "type": "u64"
          },
          {
            "name": "paid",
            "docs": [
              "Paid to it so far, base units."
            ],
            "type": "u64"
          },
          {
            "name": "joinedAt",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "suspendedAt",
            "docs": [
              "Unix seconds; 0 while it is a member."
            ],
            "type": "i64"
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
      "name": "membershipEnd",
      "docs": [
        "Why a membership ended."
      ],
      "type": {
        "kind": "enum",
        "variants": [
          {
            "name": "left"
          },
          {
            "name": "evicted"
          }
        ]
      }
    },
    {
      "name": "membershipEnded",
      "docs": [
        "A membership ended, its rent to who had paid it."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "pool",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "membership",
            "type": "pubkey"
          },
          {
            "name": "wallet",
            "type": "pubkey"
          },
          {
            "name": "why",
            "type": {
              "defined": {
                "name": "membershipEnd"
              }
            }
          },
          {
            "name": "forfeited",
            "docs": [
              "What it had coming, and gave up."
            ],
            "type": "u64"
          },
          {
            "name": "paid",
            "type": "u64"
          },
          {
            "name": "rentPayer",
            "type": "pubkey"
          },
          {
            "name": "endedAt",
            "type": "i64"
          },
          {
            "name": "before",
            "type": {
              "defined": {
                "name": "poolBooks"
              }
            }
          },
          {
            "name": "after",
            "type": {
              "defined": {
                "name": "poolBooks"
              }
            }
          }
        ]
      }
    },
    {
      "name": "milestoneApproveArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "generation",
            "docs": [
              "Of the lock that is meant."
            ],
            "type": "u64"
          },
          {
            "name": "index",
            "docs": [
              "From 0."
            ],
            "type": "u8"
          }
        ]
      }
    },
    {
      "name": "milestoneApproved",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "lock",
            "type": "pubkey"
          },
          {
            "name": "approver",
            "type": "pubkey"
          },
          {
            "name": "index",
            "type": "u8"
          },
          {
            "name": "amount",
            "docs": [
              "Base units."
            ],
            "type": "u64"
          },
          {
            "name": "approvedBefore",
            "docs": [
              "Bits of the milestones that are approved."
            ],
            "type": "u8"
          },
          {
            "name": "approvedAfter",
            "type": "u8"
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
      "name": "poolBooks",
      "docs": [
        "What an instruction moves of a pool, as its events tell it, before and after."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "funded",
            "type": "u64"
          },
          {
            "name": "paid",
            "type": "u64"
          },
          {
            "name": "free",
            "type": "u64"
          },
          {
            "name": "owed",
            "type": "u64"
          },
          {
            "name": "withdrawn",
            "type": "u64"
          },
          {
            "name": "members",
            "type": "u32"
          },
          {
            "name": "records",
            "type": "u32"
          },
          {
            "name": "epochs",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "poolClaimed",
      "docs": [
        "A member was paid for the epochs from `next_before` on that it had coming."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "pool",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "membership",
            "type": "pubkey"
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
            "name": "nextBefore",
            "type": "u64"
          },
          {
            "name": "nextAfter",
            "type": "u64"
          },
          {
            "name": "paidBefore",
            "type": "u64"
          },
          {
            "name": "paidAfter",
            "type": "u64"
          },
          {
            "name": "before",
            "type": {
              "defined": {
                "name": "poolBooks"
              }
            }
          },
          {
            "name": "after",
            "type": {
              "defined": {
                "name": "poolBooks"
              }
            }
          }
        ]
      }
    },
    {
      "name": "poolClosed",
      "docs": [
        "A pool ended, with all that was in its vault, donations too, to the creator."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "pool",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "creator",
            "type": "pubkey"
          },
          {
            "name": "destination",
            "type": "pubkey"
          },
          {
            "name": "withdrawn",
            "type": "u64"
          },
          {
            "name": "books",
            "docs": [
              "As they stood before."
            ],
            "type": {
              "defined": {
                "name": "poolBooks"
              }
            }
          }
        ]
      }
    },
    {
      "name": "poolCreateArgs",
      "docs": [
        "Terms of a new pool, for good. Times are Unix seconds, spans seconds."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "id",
            "docs": [
              "Tells the creator's pools apart."
            ],
            "type": "u64"
          },
          {
            "name": "attestor",
            "docs": [
              "Vouches for members in the registry."
            ],
            "type": "pubkey"
          },
          {
            "name": "mode",
            "type": {
              "defined": {
                "name": "poolMode"
              }
            }
          },
          {
            "name": "maxMembers",
            "type": "u32"
          },
          {
            "name": "amount",
            "docs": [
              "Of one member and epoch, base units."
            ],
            "type": "u64"
          },
          {
            "name": "epochLength",
            "type": "i64"
          },
          {
            "name": "firstEpochAt",
            "docs": [
              "When the first epoch may open."
            ],
            "type": "i64"
          },
          {
            "name": "grace",
            "docs": [
              "How long a suspended member keeps what it has coming."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "poolCreated",
      "docs": [
        "A creator made an income pool. Its ledger is empty."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "pool",
            "type": "pubkey"
          },
          {
            "name": "creator",
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
            "name": "tokenProgram",
            "type": "pubkey"
          },
          {
            "name": "vault",
            "type": "pubkey"
          },
          {
            "name": "attestor",
            "type": "pubkey"
          },
          {
            "name": "mode",
            "type": {
              "defined": {
                "name": "poolMode"
              }
            }
          },
          {
            "name": "maxMembers",
            "type": "u32"
          },
          {
            "name": "amount",
            "type": "u64"
          },
          {
            "name": "epochLength",
            "type": "i64"
          },
          {
            "name": "firstEpochAt",
            "type": "i64"
          },
          {
            "name": "grace",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "poolFunded",
      "docs": [
        "Somebody put money into a pool."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "pool",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "funder",
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
            "name": "before",
            "type": {
              "defined": {
                "name": "poolBooks"
              }
            }
          },
          {
            "name": "after",
            "type": {
              "defined": {
                "name": "poolBooks"
              }
            }
          }
        ]
      }
    },
    {
      "name": "poolJoined",
      "docs": [
        "A wallet became a member."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "pool",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "membership",
            "type": "pubkey"
          },
          {
            "name": "wallet",
            "type": "pubkey"
          },
          {
            "name": "attestation",
            "type": "pubkey"
          },
          {
            "name": "rentPayer",
            "type": "pubkey"
          },
          {
            "name": "firstEpoch",
            "docs": [
              "Number of the first epoch it has a part in."
            ],
            "type": "u64"
          },
          {
            "name": "joinedAt",
            "type": "i64"
          },
          {
            "name": "before",
            "type": {
              "defined": {
                "name": "poolBooks"
              }
            }
          },
          {
            "name": "after",
            "type": {
              "defined": {
                "name": "poolBooks"
              }
            }
          }
        ]
      }
    },
    {
      "name": "poolMode",
      "docs": [
        "What becomes of the part of an epoch that a member did not claim. Stored as a `u8`."
      ],
      "repr": {
        "kind": "rust"
      },
      "type": {
        "kind": "enum",
        "variants": [
          {
            "name": "accrue"
          },
          {
            "name": "expire"
          }
        ]
      }
    },
    {
      "name": "poolStopped",
      "docs": [
        "The creator ended the opening of epochs."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "pool",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "creator",
            "type": "pubkey"
          },
          {
            "name": "stoppedAt",
            "type": "i64"
          },
          {
            "name": "before",
            "type": {
              "defined": {
                "name": "poolBooks"
              }
            }
          },
          {
            "name": "after",
            "type": {
              "defined": {
                "name": "poolBooks"
              }
            }
          }
        ]
      }
    },
    {
      "name": "poolWithdrawn",
      "docs": [
        "The creator took out what was free in a stopped pool."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "pool",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "creator",
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
            "name": "before",
            "type": {
              "defined": {
                "name": "poolBooks"
              }
            }
          },
          {
            "name": "after",
            "type": {
              "defined": {
                "name": "poolBooks"
              }
            }
          }
        ]
      }
    },
    {
      "name": "schedule",
      "docs": [
        "A `ScheduleTerms` as accounts store it.",
        "",
        "INVARIANTS: never changes; what its kind does not use is zero. 0 ≤ start ≤ cliff_at ≤ its end ≤ `END_OF_TIME`,",
        "and start < end where linear; period and period_amount above zero where periodic; with milestones 1 to 8 of them,",
        "each above zero, and an approver."
      ],
      "serialization": "bytemuck",
      "repr": {
        "kind": "c"
      },
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "start",
            "type": "i64"
          },
          {
            "name": "cliffAt",
            "type": "i64"
          },
          {
            "name": "end",
            "docs": [
              "End of a linear schedule, deadline of milestones; 0 where periodic."
            ],
            "type": "i64"
          },
          {
            "name": "period",
            "docs": [
              "Seconds."
            ],
            "type": "i64"
          },
          {
            "name": "cliffAmount",
            "docs": [
              "Base units."
            ],
            "type": "u64"
          },
          {
            "name": "periodAmount",
            "docs": [
              "Base units."
            ],
            "type": "u64"
          },
          {
            "name": "approver",
            "type": "pubkey"
          },
          {
            "name": "milestones",
            "docs": [
              "Base units each; `milestone_count` of them, the rest zero."
            ],
            "type": {
              "array": [
                "u64",
                8
              ]
            }
          },
          {
            "name": "kind",
            "docs": [
              "`ScheduleKind`"
            ],
            "type": "u8"
          },
          {
            "name": "milestoneCount",
            "type": "u8"
          },
          {
            "name": "inOrder",
            "docs": [
              "1 where milestones are approved in order."
            ],
            "type": "u8"
          },
          {
            "name": "padding",
            "type": {
              "array": [
                "u8",
                5
              ]
            }
          }
        ]
      }
    },
    {
      "name": "scheduleTerms",
      "docs": [
        "A schedule as it is agreed on. Moments are Unix seconds, amounts base units."
      ],
      "type": {
        "kind": "enum",
        "variants": [
          {
            "name": "linear",
            "fields": [
              {
                "name": "start",
                "type": "i64"
              },
              {
                "name": "cliffAt",
                "type": "i64"
              },
              {
                "name": "cliffAmount",
                "type": "u64"
              },
              {
                "name": "end",
                "type": "i64"
              }
            ]
          },
          {
            "name": "periodic",
            "fields": [
              {
                "name": "start",
                "type": "i64"
              },
              {
                "name": "cliffAt",
                "type": "i64"
              },
              {
                "name": "cliffAmount",
                "type": "u64"
              },
              {
                "name": "period",
                "type": "i64"
              },
              {
                "name": "periodAmount",
                "type": "u64"
              }
            ]
          },
          {
            "name": "milestones",
            "fields": [
              {
                "name": "amounts",
                "type": {
                  "vec": "u64"
                }
              },
              {
                "name": "approver",
                "type": "pubkey"
              },
              {
                "name": "inOrder",
                "type": "bool"
              },
              {
                "name": "deadline",
                "type": "i64"
              }
            ]
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
      "name": "side",
      "docs": [
        "Which of the two sides may do something to a lock, alone. Stored as a `u8`."
      ],
      "repr": {
        "kind": "rust"
      },
      "type": {
        "kind": "enum",
        "variants": [
          {
            "name": "nobody"
          },
          {
            "name": "creator"
          },
          {
            "name": "recipient"
          },
          {
            "name": "either"
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
      "name": "batchDomain",
      "docs": [
        "Domain of the hashes of a batch's tree."
      ],
      "type": "bytes",
      "value": "[97, 103, 101, 110, 116, 45, 108, 97, 98, 115, 47, 98, 97, 116, 99, 104, 47, 118, 49]"
    },
    {
      "name": "batchSeed",
      "docs": [
        "`Batch`: `[\"batch\", creator, id: u64 LE]`"
      ],
      "type": "bytes",
      "value": "[98, 97, 116, 99, 104]"
    },
    {
      "name": "batchTokensSeed",
      "docs": [
        "A batch's token account: `[\"batch_tokens\", batch]`"
      ],
      "type": "bytes",
      "value": "[98, 97, 116, 99, 104, 95, 116, 111, 107, 101, 110, 115]"
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
      "name": "endOfTime",
      "docs": [
        "No schedule ends later: the year 3000, Unix seconds."
      ],
      "type": "i64",
      "value": "32503680000"
    },
    {
      "name": "escrowProgram",
      "docs": [
        "The escrow program, whose payouts an intake takes."
      ],
      "type": "pubkey",
      "value": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
    },
    {
      "name": "intakeDomain",
      "docs": [
        "Domain of the hash of an intake's terms."
      ],
      "type": "bytes",
      "value": "[97, 103, 101, 110, 116, 45, 108, 97, 98, 115, 47, 105, 110, 116, 97, 107, 101, 47, 118, 49]"
    },
    {
      "name": "intakeSeed",
      "docs": [
        "`Intake`: `[\"intake\", recipient, hash of its terms: 32 bytes]`"
      ],
      "type": "bytes",
      "value": "[105, 110, 116, 97, 107, 101]"
    },
    {
      "name": "lockIndexBits",
      "docs": [
        "Bits of a lock's id that tell a batch's leaves apart; those above are the batch's generation."
      ],
      "type": "u32",
      "value": "16"
    },
    {
      "name": "lockSeed",
      "docs": [
        "`Lock`: `[\"lock\", creator, id: u64 LE]`"
      ],
      "type": "bytes",
      "value": "[108, 111, 99, 107]"
    },
    {
      "name": "lockTokensSeed",
      "docs": [
        "A lock's token account: `[\"lock_tokens\", lock]`"
      ],
      "type": "bytes",
      "value": "[108, 111, 99, 107, 95, 116, 111, 107, 101, 110, 115]"
    },
    {
      "name": "longestWait",
      "docs": [
        "Longest time from a pool's making to its first epoch: ten years, seconds."
      ],
      "type": "i64",
      "value": "315360000"
    },
    {
      "name": "maxBatch",
      "docs": [
        "Most leaves of a batch: its bitmap is made in one step."
      ],
      "type": "u32",
      "value": "65536"
    },
    {
      "name": "maxBatchProof",
      "docs": [
        "Longest proof that a grant is in such a tree, hashes."
      ],
      "type": "u8",
      "value": "16"
    },
    {
      "name": "maxClaimWindow",
      "docs": [
        "Longest: 100 years."
      ],
      "type": "i64",
      "value": "3153600000"
    },
    {
      "name": "maxGrace",
      "docs": [
        "Longest time that a suspended member keeps what it has coming: a year, seconds."
      ],
      "type": "i64",
      "value": "31536000"
    },
    {
      "name": "maxIntakeDuration",
      "docs": [
        "Longest time an intake locks for: 100 years, seconds."
      ],
      "type": "i64",
      "value": "3155760000"
    },
    {
      "name": "maxMilestones",
      "docs": [
        "Most milestones of a lock."
      ],
      "type": "u8",
      "value": "8"
    },
    {
      "name": "memberSeed",
      "docs": [
        "`Membership`: `[\"member\", pool, wallet]`"
      ],
      "type": "bytes",
      "value": "[109, 101, 109, 98, 101, 114]"
    },
    {
      "name": "minClaimWindow",
      "docs": [
        "Shortest time that leaves can be claimed: 30 days, seconds."
      ],
      "type": "i64",
      "value": "2592000"
    },
    {
      "name": "poolSeed",
      "docs": [
        "`IncomePool`: `[\"pool\", creator, id: u64 LE]`"
      ],
      "type": "bytes",
      "value": "[112, 111, 111, 108]"
    },
    {
      "name": "poolTokensSeed",
      "docs": [
        "A pool's token account: `[\"pool_tokens\", pool]`"
      ],
      "type": "bytes",
      "value": "[112, 111, 111, 108, 95, 116, 111, 107, 101, 110, 115]"
    }
  ]
};

/** IDL of the timelock program as its build gave it. */
export const timelockIdl = {
  "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ",
  "metadata": {
    "name": "timelock",
    "version": "0.1.0",
    "spec": "0.1.0",
    "description": "Agent Labs timelock program"
  },
  "instructions": [
    {
      "name": "batch_cancel",
      "docs": [
        "Fixes the time up to which leaves vest that nobody has claimed. Locks that were made go on. Never paused.",
        "",
        "Authority: the creator, where it may cancel the locks.",
        "Errors: `CancelNotAllowed`, `BatchNotFunded`, `BatchOver`, `BatchCancelled`, `NotCreator`"
      ],
      "discriminator": [
        95,
        4,
        82,
        154,
        211,
        234,
        222,
        135
      ],
      "accounts": [
        {
          "name": "creator",
          "signer": true,
          "relations": [
            "batch"
          ]
        },
        {
          "name": "batch",
          "writable": true
        },
        {
          "name": "event_authority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": []
    },
    {
      "name": "batch_claim",
      "docs": [
        "Takes a leaf out of a batch into an ordinary lock of its terms, once; after a cancellation, of what it had",
        "vested by then, all of it due, or of none. Never paused.",
        "",
        "Authority: anyone with the leaf and its proof, who pays the lock's rent and gets it back at its end.",
        "Errors: `BatchNotFunded`, `BatchOver`, `AmountZero`, `LeafProofTooLong`, `LeafProofInvalid`, `LeafIndexInvalid`,",
        "`LeafClaimed`, `BatchExhausted`, `MintMismatch`, `VaultMismatch`, `TokenProgramMismatch`, and those of",
        "`lock_create` for a leaf whose terms no lock can have"
      ],
      "discriminator": [
        3,
        1,
        13,
        209,
        198,
        215,
        144,
        13
      ],
      "accounts": [
        {
          "name": "rent_payer",
          "docs": [
            "Anyone; gets the lock's rent back when that is closed."
          ],
          "writable": true,
          "signer": true
        },
        {
          "name": "batch",
          "writable": true
        },
        {
          "name": "recipient"
        },
        {
          "name": "mint",
          "relations": [
            "batch"
          ]
        },
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "batch"
          ]
        },
        {
          "name": "lock",
          "writable": true
        },
        {
          "name": "lock_tokens",
          "writable": true
        },
        {
          "name": "token_program",
          "relations": [
            "batch"
          ]
        },
        {
          "name": "system_program",
          "address": "11111111111111111111111111111111"
        },
        {
          "name": "event_authority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "BatchClaimArgs"
            }
          }
        }
      ]
    },
    {
      "name": "batch_close",
      "docs": [
        "Ends a batch that is over, or was never funded in full: all its tokens to `destination`, its rent to the",
        "creator. Its locks go on. Never paused.",
        "",
        "Authority: the creator.",
        "Errors: `BatchOpen`, `ClosedInOpeningSlot`, `NotCreator`, `DestinationMismatch`, `MintMismatch`,",
        "`VaultMismatch`, `TokenProgramMismatch`"
      ],
      "discriminator": [
        169,
        206,
        57,
        69,
        131,
        129,
        13,
        66
      ],
      "accounts": [
        {
          "name": "creator",
          "writable": true,
          "signer": true,
          "relations": [
            "batch"
          ]
        },
        {
          "name": "batch",
          "writable": true
        },
        {
          "name": "mint",
          "relations": [
            "batch"
          ]
        },
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "batch"
          ]
        },
        {
          "name": "destination",
          "docs": [
            "Wherever the creator wants what is left."
          ],
          "writable": true
        },
        {
          "name": "token_program",
          "relations": [
            "batch"
          ]
        },
        {
          "name": "event_authority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": []
    },
    {
      "name": "batch_create",
      "docs": [
        "Promises grants to up to 65,536 recipients under the root of their tree.",
        "",
        "Authority: the creator, who pays the rent and gets it back at the end.",
        "Errors: `Paused`, `AddressTaken`, `BatchRootInvalid`, `BatchCountInvalid`, `BatchTotalInvalid`,",
        "`ClaimWindowInvalid`, `TokenProgramMismatch`, `ConfigMismatch`, and those of the mint"
      ],
      "discriminator": [
        194,
        142,
        141,
        17,
        55,
        185,
        20,
        248
      ],
      "accounts": [
        {
          "name": "creator",
          "writable": true,
          "signer": true
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "batch",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  98,
                  97,
                  116,
                  99,
                  104
                ]
              },
              {
                "kind": "account",
                "path": "creator"
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
                  98,
                  97,
                  116,
                  99,
                  104,
                  95,
                  116,
                  111,
                  107,
                  101,
                  110,
                  115
                ]
              },
              {
                "kind": "account",
                "path": "batch"
              }
            ]
          }
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
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "BatchCreateArgs"
            }
          }
        }
      ]
    },
    {
      "name": "batch_fund",
      "docs": [
        "Puts `amount` base units into a batch; once it has its total, leaves can be claimed.",
        "",
        "Authority: anyone, out of a token account it may spend from.",
        "Errors: `Paused`, `AmountZero`, `BatchOverfunded`, `BatchOver`, `MintMismatch`, `VaultMismatch`,",
        "`TokenProgramMismatch`, `ConfigMismatch`, and those of the mint"
      ],
      "discriminator": [
        25,
        195,
        71,
        57,
        160,
        159,
        244,
        22
      ],
      "accounts": [
        {
          "name": "funder",
          "docs": [
            "Anyone."
          ],
          "signer": true
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "batch",
          "writable": true
        },
        {
          "name": "mint",
          "relations": [
            "batch"
          ]
        },
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "batch"
          ]
        },
        {
          "name": "source",
          "docs": [
            "The funder's; the token program checks that the funder may spend from it."
          ],
          "writable": true
        },
        {
          "name": "token_program",
          "relations": [
            "batch"
          ]
        },
        {
          "name": "event_authority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
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
      "name": "batch_withdraw",
      "docs": [
        "Takes out what is the creator's: what leaves claimed after the cancellation did not get, and all that is left",
        "once the batch is over. Never paused.",
        "",
        "Authority: the creator, to any token account.",
        "Errors: `NothingFree`, `NotCreator`, `DestinationMismatch`, `MintMismatch`, `VaultMismatch`,",
        "`TokenProgramMismatch`"
      ],
      "discriminator": [
        37,
        76,
        149,
        71,
        94,
        36,
        245,
        195
      ],
      "accounts": [
        {
          "name": "creator",
          "signer": true,
          "relations": [
            "batch"
          ]
        },
        {
          "name": "batch",
          "writable": true
        },
        {
          "name": "mint",
          "relations": [
            "batch"
          ]
        },
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "batch"
          ]
        },
        {
          "name": "destination",
          "docs": [
            "Wherever the creator wants it."
          ],
          "writable": true
        },
        {
          "name": "token_program",
          "relations": [
            "batch"
          ]
        },
        {
          "name": "event_authority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": []
    },
    {
      "name": "epoch_open",
      "docs": [
        "Opens the epoch of the present span of time: sets the amount aside for each member of this moment. A span in",
        "which none opened is not made up for. Never paused: it commits no new money.",
        "",
        "Authority: anyone, without a signature.",
        "Errors: `PoolStopped`, `EpochNotDue`, `PoolEmpty`, `EpochNotFunded`"
      ],
      "discriminator": [
        28,
        220,
        36,
        113,
        160,
        149,
        243,
        188
      ],
      "accounts": [
        {
          "name": "pool",
          "writable": true
        },
        {
          "name": "event_authority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": []
    },
    {
      "name": "intake_close",
      "docs": [
        "Takes an intake's account away, its rent to whoever paid it; it can be opened again under the same terms.",
        "",
        "Authority: the recipient.",
        "Errors: `NotIntakeRecipient`, `RentPayerMismatch`"
      ],
      "discriminator": [
        99,
        6,
        43,
        221,
        255,
        185,
        21,
        255
      ],
      "accounts": [
        {
          "name": "recipient",
          "signer": true,
          "relations": [
            "intake"
          ]
        },
        {
          "name": "intake",
          "writable": true
        },
        {
          "name": "rent_payer",
          "writable": true,
          "relations": [
            "intake"
          ]
        },
        {
          "name": "event_authority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": []
    },
    {
      "name": "intake_lock",
      "docs": [
        "Locks all that waits in one of an intake's token accounts, for its recipient, from now on. Never paused.",
        "",
        "Authority: anyone from the intake's minimum on; below it, and for another mint, the recipient. The rent is",
        "anyone's, who gets it back.",
        "Errors: `NothingDue`, `BelowMinimum`, `VaultMismatch`, `AddressTaken`, `ScheduleOutOfRange`, `MintMismatch`,",
        "`TokenProgramMismatch`"
      ],
      "discriminator": [
        189,
        73,
        170,
        249,
        221,
        20,
        254,
        157
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "Anyone, from the minimum on; below it, or for another mint, the recipient."
          ],
          "signer": true
        },
        {
          "name": "rent_payer",
          "docs": [
            "Pays the lock's rent, and gets it back."
          ],
          "writable": true,
          "signer": true
        },
        {
          "name": "intake"
        },
        {
          "name": "lock",
          "writable": true
        },
        {
          "name": "mint"
        },
        {
          "name": "tokens",
          "writable": true
        },
        {
          "name": "source",
          "docs": [
            "One of the intake's."
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
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": [
        {
          "name": "id",
          "type": "u64"
        }
      ]
    },
    {
      "name": "intake_open",
      "docs": [
        "Makes the account of an address that locks what is paid to it. Never paused.",
        "",
        "Authority: anyone, who pays the rent and gets it back.",
        "Errors: `IntakeTermsInvalid`, `RecipientInvalid`, `AddressTaken`"
      ],
      "discriminator": [
        99,
        193,
        167,
        113,
        252,
        19,
        20,
        159
      ],
      "accounts": [
        {
          "name": "rent_payer",
          "docs": [
            "Anyone: pays the rent, and gets it back."
          ],
          "writable": true,
          "signer": true
        },
        {
          "name": "recipient"
        },
        {
          "name": "intake",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  105,
                  110,
                  116,
                  97,
                  107,
                  101
                ]
              },
              {
                "kind": "account",
                "path": "recipient"
              },
              {
                "kind": "arg",
                "path": "terms"
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
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": [
        {
          "name": "terms",
          "type": {
            "defined": {
              "name": "IntakeTerms"
            }
          }
        }
      ]
    },
    {
      "name": "intake_relay",
      "docs": [
        "Signs for the intake what a payout owner signs at escrow, `data`: a refund of a channel or of a job, or its",
        "split. The accounts behind this instruction's are escrow's. Never paused.",
        "",
        "Authority: the recipient.",
        "Errors: `NotIntakeRecipient`, `RelayNotAllowed`, `EscrowMismatch`, and those of escrow's `channel_refund`,",
        "`job_refund` and `job_split`"
      ],
      "discriminator": [
        147,
        102,
        230,
        196,
        85,
        39,
        10,
        130
      ],
      "accounts": [
        {
          "name": "recipient",
          "signer": true,
          "relations": [
            "intake"
          ]
        },
        {
          "name": "intake"
        },
        {
          "name": "escrow_program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        },
        {
          "name": "event_authority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": [
        {
          "name": "data",
          "type": "bytes"
        }
      ]
    },
    {
      "name": "lock_accept",
      "docs": [
        "Takes an offered lock over, with all that is due. Never paused.",
        "",
        "Authority: who it is offered to.",
        "Errors: `NotPendingRecipient`, `GenerationMismatch`, `ClaimedMeanwhile`"
      ],
      "discriminator": [
        176,
        254,
        157,
        130,
        84,
        197,
        124,
        30
      ],
      "accounts": [
        {
          "name": "new_recipient",
          "signer": true
        },
        {
          "name": "lock",
          "writable": true
        },
        {
          "name": "event_authority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "LockAcceptArgs"
            }
          }
        }
      ]
    },
    {
      "name": "lock_cancel",
      "docs": [
        "Stops a lock for good. What was released stays due, the rest can be reclaimed. Never paused.",
        "",
        "Authority: the funder or the recipient, as the lock's mode has it.",
        "Errors: `CancelNotAllowed`, `LockStopped`, `ScheduleOver`"
      ],
      "discriminator": [
        160,
        240,
        230,
        5,
        214,
        123,
        185,
        234
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "The funder or the recipient, as the lock's mode has it."
          ],
          "signer": true
        },
        {
          "name": "lock",
          "writable": true
        },
        {
          "name": "event_authority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": []
    },
    {
      "name": "lock_claim",
      "docs": [
        "Pays the recipient all that is due, or a former one what it is still owed. Never paused.",
        "",
        "Authority: anyone; others than who is paid pay to the associated token account.",
        "Errors: `NothingDue`, `DestinationMismatch`, `MintMismatch`, `VaultMismatch`, `TokenProgramMismatch`"
      ],
      "discriminator": [
        246,
        17,
        238,
        41,
        27,
        228,
        212,
        6
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "Anyone: where the money goes is the recipient's own."
          ],
          "signer": true
        },
        {
          "name": "lock",
          "writable": true
        },
        {
          "name": "mint",
          "relations": [
            "lock"
          ]
        },
        {
          "name": "tokens",
          "writable": true,
          "relations": [
            "lock"
          ]
        },
        {
          "name": "destination",
          "docs": [
            "The recipient's: any token account where the recipient signs, else the associated one."
          ],
          "writable": true
        },
        {
          "name": "token_program",
          "relations": [
            "lock"
          ]
        },
        {
          "name": "event_authority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": [
        {
          "name": "former",
          "type": "bool"
        }
      ]
    },
    {
      "name": "lock_close",
      "docs": [
        "Ends a lock that is over and paid: donations to the funder, the rent to whoever paid it.",
        "",
        "Authority: anyone.",
        "Errors: `ClosedInOpeningSlot`, `LockNotOver`, `DestinationMismatch`, `RentPayerMismatch`, `MintMismatch`,",
        "`VaultMismatch`, `TokenProgramMismatch`"
      ],
      "discriminator": [
        215,
        72,
        146,
        233,
        40,
        253,
        53,
        183
      ],
      "accounts": [
        {
          "name": "authority",
          "signer": true
        },
        {
          "name": "lock",
          "writable": true
        },
        {
          "name": "mint",
          "relations": [
            "lock"
          ]
        },
        {
          "name": "tokens",
          "writable": true,
          "relations": [
            "lock"
          ]
        },
        {
          "name": "destination",
          "docs": [
            "Takes what was donated, and is needed for that alone: the funder's, the associated one unless the funder signs."
          ],
          "writable": true,
          "optional": true
        },
        {
          "name": "rent_payer",
          "writable": true,
          "relations": [
            "lock"
          ]
        },
        {
          "name": "token_program",
          "relations": [
            "lock"
          ]
        },
        {
          "name": "event_authority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": []
    },
    {
      "name": "lock_create",
      "docs": [
        "Locks `amount` base units for a recipient, under terms that are fixed with it.",
        "",
        "Authority: the creator, who puts the money in. The rent is anyone's, who gets it back.",
        "Errors: `Paused`, `AmountZero`, `TopUpNotAllowed`, `ScheduleOver`, `AddressTaken`, `RecipientInvalid`,",
        "`ApproverInvalid`, `StartAfterEnd`, `CliffOutsideSchedule`, `CliffAboveTotal`, `PeriodInvalid`,",
        "`ScheduleOutOfRange`, `MilestonesInvalid`, `MilestoneSumMismatch`, `MintMismatch`, `TokenProgramMismatch`,",
        "`ConfigMismatch`, and those of `mint`: `MintMalformed` to `MintExtensionUnknown`"
      ],
      "discriminator": [
        14,
        186,
        146,
        96,
        230,
        206,
        78,
        4
      ],
      "accounts": [
        {
          "name": "creator",
          "docs": [
            "Puts the money in, and has the creator's rights."
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
          "name": "lock",
          "writable": true
        },
        {
          "name": "mint"
        },
        {
          "name": "tokens",
          "writable": true
        },
        {
          "name": "source",
          "docs": [
            "The creator's; the token program checks that the creator may spend from it."
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
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "LockCreateArgs"
            }
          }
        }
      ]
    },
    {
      "name": "lock_offer",
      "docs": [
        "Offers the lock as a whole to another wallet, or to nobody again. Never paused.",
        "",
        "Authority: the recipient, where the lock's mode has it.",
        "Errors: `ChangeNotAllowed`, `RecipientInvalid`, `ApproverInvalid`"
      ],
      "discriminator": [
        164,
        47,
        183,
        165,
        76,
        77,
        168,
        20
      ],
      "accounts": [
        {
          "name": "recipient",
          "signer": true
        },
        {
          "name": "lock",
          "writable": true
        },
        {
          "name": "event_authority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": [
        {
          "name": "to",
          "type": {
            "option": "pubkey"
          }
        }
      ]
    },
    {
      "name": "lock_recipient_change",
      "docs": [
        "Names another recipient for what is released from now on; what was released before stays the old one's.",
        "",
        "Authority: the funder, where the lock's mode has it.",
        "Errors: `NotFunder`, `ChangeNotAllowed`, `LockStopped`, `ScheduleOver`, `FormerUnpaid`, `RecipientInvalid`,",
        "`ApproverInvalid`"
      ],
      "discriminator": [
        97,
        140,
        108,
        243,
        55,
        185,
        175,
        159
      ],
      "accounts": [
        {
          "name": "funder",
          "signer": true
        },
        {
          "name": "lock",
          "writable": true
        },
        {
          "name": "event_authority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": [
        {
          "name": "new_recipient",
          "type": "pubkey"
        }
      ]
    },
    {
      "name": "lock_reclaim",
      "docs": [
        "Returns to the funder what a cancellation or the milestones' deadline left over. Never paused.",
        "",
        "Authority: anyone; others than the funder pay to the associated token account.",
        "Errors: `NothingToReclaim`, `DestinationMismatch`, `MintMismatch`, `VaultMismatch`, `TokenProgramMismatch`"
      ],
      "discriminator": [
        75,
        162,
        19,
        180,
        59,
        32,
        17,
        195
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "Anyone: where the money goes is the funder's own."
          ],
          "signer": true
        },
        {
          "name": "lock",
          "writable": true
        },
        {
          "name": "mint",
          "relations": [
            "lock"
          ]
        },
        {
          "name": "tokens",
          "writable": true,
          "relations": [
            "lock"
          ]
        },
        {
          "name": "destination",
          "docs": [
            "The funder's: any token account where the funder signs, else the associated one."
          ],
          "writable": true
        },
        {
          "name": "token_program",
          "relations": [
            "lock"
          ]
        },
        {
          "name": "event_authority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": []
    },
    {
      "name": "lock_top_up",
      "docs": [
        "Adds `amount` base units to a lock that takes more, as though they had been there from the start.",
        "",
        "Authority: the funder.",
        "Errors: `Paused`, `AmountZero`, `NotFunder`, `TopUpNotAllowed`, `LockStopped`, `ScheduleOver`,",
        "`ScheduleOutOfRange`, `MintMismatch`, `VaultMismatch`, `TokenProgramMismatch`, `ConfigMismatch`, and those of",
        "`mint`"
      ],
      "discriminator": [
        164,
        22,
        100,
        108,
        68,
        55,
        120,
        232
      ],
      "accounts": [
        {
          "name": "funder",
          "signer": true
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "lock",
          "writable": true
        },
        {
          "name": "mint",
          "relations": [
            "lock"
          ]
        },
        {
          "name": "tokens",
          "writable": true,
          "relations": [
            "lock"
          ]
        },
        {
          "name": "source",
          "docs": [
            "The funder's; the token program checks that the funder may spend from it."
          ],
          "writable": true
        },
        {
          "name": "token_program",
          "relations": [
            "lock"
          ]
        },
        {
          "name": "event_authority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
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
      "name": "milestone_approve",
      "docs": [
        "Approves a milestone: its amount is due from now on. Never paused.",
        "",
        "Authority: the lock's approver.",
        "Errors: `NotApprover`, `GenerationMismatch`, `LockStopped`, `DeadlineOver`, `MilestoneUnknown`,",
        "`MilestoneApproved`, `MilestoneOutOfOrder`"
      ],
      "discriminator": [
        239,
        246,
        85,
        145,
        20,
        205,
        240,
        25
      ],
      "accounts": [
        {
          "name": "approver",
          "signer": true
        },
        {
          "name": "lock",
          "writable": true
        },
        {
          "name": "event_authority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "MilestoneApproveArgs"
            }
          }
        }
      ]
    },
    {
      "name": "pool_claim",
      "docs": [
        "Pays a member all that it has coming, while the attestor vouches for it. Never paused.",
        "",
        "Authority: anyone, to the member's associated token account; the member to any token account of its own.",
        "Errors: `NothingDue`, `NotAttested`, `AttestationExpired`, `AttestationMismatch`, `PoolMismatch`,",
        "`DestinationMismatch`, `MintMismatch`, `VaultMismatch`, `TokenProgramMismatch`"
      ],
      "discriminator": [
        194,
        15,
        3,
        169,
        22,
        194,
        178,
        179
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "Anyone; the member itself may name any token account of its own."
          ],
          "signer": true
        },
        {
          "name": "pool",
          "writable": true,
          "relations": [
            "membership"
          ]
        },
        {
          "name": "membership",
          "writable": true
        },
        {
          "name": "attestation"
        },
        {
          "name": "mint",
          "relations": [
            "pool"
          ]
        },
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "pool"
          ]
        },
        {
          "name": "destination",
          "writable": true
        },
        {
          "name": "token_program",
          "relations": [
            "pool"
          ]
        },
        {
          "name": "event_authority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": []
    },
    {
      "name": "pool_close",
      "docs": [
        "Ends a stopped pool without memberships: all its tokens to `destination`, its rent to the creator. Never",
        "paused.",
        "",
        "Authority: the creator.",
        "Errors: `PoolNotStopped`, `MembersRemain`, `ClosedInOpeningSlot`, `NotCreator`, `DestinationMismatch`,",
        "`MintMismatch`, `VaultMismatch`, `TokenProgramMismatch`"
      ],
      "discriminator": [
        108,
        56,
        104,
        209,
        247,
        189,
        22,
        247
      ],
      "accounts": [
        {
          "name": "creator",
          "writable": true,
          "signer": true,
          "relations": [
            "pool"
          ]
        },
        {
          "name": "pool",
          "writable": true
        },
        {
          "name": "mint",
          "relations": [
            "pool"
          ]
        },
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "pool"
          ]
        },
        {
          "name": "destination",
          "docs": [
            "Wherever the creator wants what is left."
          ],
          "writable": true
        },
        {
          "name": "token_program",
          "relations": [
            "pool"
          ]
        },
        {
          "name": "event_authority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": []
    },
    {
      "name": "pool_create",
      "docs": [
        "Makes an income pool with its vault: a fixed amount an epoch for each attested member.",
        "",
        "Authority: the creator, who pays the rent and gets it back at the end.",
        "Errors: `Paused`, `AddressTaken`, `AttestorInvalid`, `MembersLimitInvalid`, `EpochAmountInvalid`,",
        "`EpochLengthInvalid`, `FirstEpochInvalid`, `GraceInvalid`, `TokenProgramMismatch`, `ConfigMismatch`, and those",
        "of the mint: `MintMalformed` to `MintExtensionUnknown`"
      ],
      "discriminator": [
        55,
        151,
        27,
        224,
        136,
        247,
        199,
        235
      ],
      "accounts": [
        {
          "name": "creator",
          "writable": true,
          "signer": true
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "pool",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  112,
                  111,
                  111,
                  108
                ]
              },
              {
                "kind": "account",
                "path": "creator"
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
                  112,
                  111,
                  111,
                  108,
                  95,
                  116,
                  111,
                  107,
                  101,
                  110,
                  115
                ]
              },
              {
                "kind": "account",
                "path": "pool"
              }
            ]
          }
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
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "PoolCreateArgs"
            }
          }
        }
      ]
    },
    {
      "name": "pool_evict",
      "docs": [
        "Suspends a member that the attestor does not vouch for any more, and ends the membership once nothing is",
        "coming to it, or the pool's grace has passed since. In a stopped pool it ends any membership that has nothing",
        "coming. Never paused.",
        "",
        "Authority: anyone, without a signature; the rent goes to whoever paid it.",
        "Errors: `StillAttested`, `GraceNotOver`, `ClaimFirst`, `PoolMismatch`, `AttestationMismatch`,",
        "`RentPayerMismatch`"
      ],
      "discriminator": [
        130,
        255,
        156,
        97,
        87,
        190,
        246,
        146
      ],
      "accounts": [
        {
          "name": "pool",
          "writable": true,
          "relations": [
            "membership"
          ]
        },
        {
          "name": "membership",
          "writable": true
        },
        {
          "name": "attestation",
          "relations": [
            "membership"
          ]
        },
        {
          "name": "rent_payer",
          "writable": true,
          "relations": [
            "membership"
          ]
        },
        {
          "name": "event_authority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": []
    },
    {
      "name": "pool_fund",
      "docs": [
        "Adds `amount` base units to the free money. What anybody puts in is the creator's to take out once it has",
        "stopped the pool.",
        "",
        "Authority: anyone, out of a token account it may spend from.",
        "Errors: `Paused`, `AmountZero`, `PoolStopped`, `MintMismatch`, `VaultMismatch`, `TokenProgramMismatch`,",
        "`ConfigMismatch`, and those of the mint"
      ],
      "discriminator": [
        228,
        154,
        72,
        252,
        218,
        244,
        30,
        95
      ],
      "accounts": [
        {
          "name": "funder",
          "docs": [
            "Anyone."
          ],
          "signer": true
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "pool",
          "writable": true
        },
        {
          "name": "mint",
          "relations": [
            "pool"
          ]
        },
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "pool"
          ]
        },
        {
          "name": "source",
          "docs": [
            "The funder's; the token program checks that the funder may spend from it."
          ],
          "writable": true
        },
        {
          "name": "token_program",
          "relations": [
            "pool"
          ]
        },
        {
          "name": "event_authority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
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
      "name": "pool_join",
      "docs": [
        "Makes a wallet that the pool's attestor vouches for a member. It has a part in epochs that open from now on.",
        "",
        "Authority: the wallet; anyone pays the rent, and gets it back when the membership ends.",
        "Errors: `Paused`, `AlreadyMember`, `PoolStopped`, `PoolFull`, `NotAttested`, `AttestationExpired`,",
        "`AttestationMismatch`, `ConfigMismatch`"
      ],
      "discriminator": [
        119,
        101,
        185,
        182,
        74,
        77,
        232,
        73
      ],
      "accounts": [
        {
          "name": "wallet",
          "signer": true
        },
        {
          "name": "rent_payer",
          "docs": [
            "Gets it back when the membership ends."
          ],
          "writable": true,
          "signer": true
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "pool",
          "writable": true
        },
        {
          "name": "membership",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  109,
                  101,
                  109,
                  98,
                  101,
                  114
                ]
              },
              {
                "kind": "account",
                "path": "pool"
              },
              {
                "kind": "account",
                "path": "wallet"
              }
            ]
          }
        },
        {
          "name": "attestation"
        },
        {
          "name": "system_program",
          "address": "11111111111111111111111111111111"
        },
        {
          "name": "event_authority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": []
    },
    {
      "name": "pool_leave",
      "docs": [
        "Ends a membership by its own will. With money coming only if `forfeit` says that it is given up. Never paused.",
        "",
        "Authority: the member; the rent goes to whoever paid it.",
        "Errors: `ClaimFirst`, `NotMember`, `PoolMismatch`, `RentPayerMismatch`"
      ],
      "discriminator": [
        150,
        99,
        143,
        205,
        94,
        177,
        242,
        163
      ],
      "accounts": [
        {
          "name": "wallet",
          "signer": true,
          "relations": [
            "membership"
          ]
        },
        {
          "name": "pool",
          "writable": true,
          "relations": [
            "membership"
          ]
        },
        {
          "name": "membership",
          "writable": true
        },
        {
          "name": "rent_payer",
          "writable": true,
          "relations": [
            "membership"
          ]
        },
        {
          "name": "event_authority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": [
        {
          "name": "forfeit",
          "type": "bool"
        }
      ]
    },
    {
      "name": "pool_stop",
      "docs": [
        "Ends the opening of epochs, for good. What is owed can still be claimed. Never paused.",
        "",
        "Authority: the creator.",
        "Errors: `PoolStopped`, `NotCreator`"
      ],
      "discriminator": [
        49,
        161,
        242,
        95,
        153,
        251,
        203,
        57
      ],
      "accounts": [
        {
          "name": "creator",
          "signer": true,
          "relations": [
            "pool"
          ]
        },
        {
          "name": "pool",
          "writable": true
        },
        {
          "name": "event_authority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": []
    },
    {
      "name": "pool_withdraw",
      "docs": [
        "Takes all free money out of a stopped pool. Never paused.",
        "",
        "Authority: the creator, to any token account.",
        "Errors: `PoolNotStopped`, `NothingFree`, `NotCreator`, `DestinationMismatch`, `MintMismatch`, `VaultMismatch`,",
        "`TokenProgramMismatch`"
      ],
      "discriminator": [
        50,
        1,
        23,
        25,
        135,
        221,
        159,
        182
      ],
      "accounts": [
        {
          "name": "creator",
          "signer": true,
          "relations": [
            "pool"
          ]
        },
        {
          "name": "pool",
          "writable": true
        },
        {
          "name": "mint",
          "relations": [
            "pool"
          ]
        },
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "pool"
          ]
        },
        {
          "name": "destination",
          "docs": [
            "Wherever the creator wants it."
          ],
          "writable": true
        },
        {
          "name": "token_program",
          "relations": [
            "pool"
          ]
        },
        {
          "name": "event_authority",
          "address": "9pMu5iUHJoVYdZEiZADMuFBPMQNxmajrGnzTrQ5Y5jTb"
        },
        {
          "name": "program",
          "address": "8Stkk6uYse4GvrHZn6tCvPLZedAWkxxTX3LzMuVBXpTJ"
        }
      ],
      "args": []
    }
  ],
  "accounts": [
    {
      "name": "Batch",
      "discriminator": [
        156,
        194,
        70,
        44,
        22,
        88,
        137,
        44
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
      "name": "IncomePool",
      "discriminator": [
        120,
        42,
        222,
        11,
        56,
        46,
        117,
        144
      ]
    },
    {
      "name": "Intake",
      "discriminator": [
        2,
        24,
        108,
        236,
        127,
        226,
        109,
        2
      ]
    },
    {
      "name": "Lock",
      "discriminator": [
        8,
        255,
        36,
        202,
        210,
        22,
        57,
        137
      ]
    },
    {
      "name": "Membership",
      "discriminator": [
        231,
        141,
        180,
        98,
        109,
        168,
        175,
        166
      ]
    }
  ],
  "events": [
    {
      "name": "BatchCancelled",
      "discriminator": [
        59,
        115,
        236,
        211,
        209,
        249,
        121,
        225
      ]
    },
    {
      "name": "BatchClaimed",
      "discriminator": [
        60,
        42,
        120,
        40,
        81,
        126,
        128,
        160
      ]
    },
    {
      "name": "BatchClosed",
      "discriminator": [
        192,
        76,
        201,
        211,
        10,
        212,
        139,
        232
      ]
    },
    {
      "name": "BatchCreated",
      "discriminator": [
        231,
        92,
        210,
        203,
        2,
        59,
        109,
        234
      ]
    },
    {
      "name": "BatchFunded",
      "discriminator": [
        97,
        235,
        47,
        122,
        137,
        27,
        37,
        200
      ]
    },
    {
      "name": "BatchWithdrawn",
      "discriminator": [
        181,
        43,
        231,
        214,
        194,
        222,
        93,
        153
      ]
    },
    {
      "name": "EpochOpened",
      "discriminator": [
        136,
        166,
        130,
        170,
        78,
        145,
        67,
        78
      ]
    },
    {
      "name": "IntakeClosed",
      "discriminator": [
        239,
        85,
        57,
        199,
        90,
        179,
        51,
        13
      ]
    },
    {
      "name": "IntakeLocked",
      "discriminator": [
        221,
        110,
        40,
        231,
        110,
        141,
        39,
        195
      ]
    },
    {
      "name": "IntakeOpened",
      "discriminator": [
        46,
        97,
        47,
        65,
        254,
        19,
        193,
        231
      ]
    },
    {
      "name": "IntakeRelayed",
      "discriminator": [
        200,
        30,
        71,
        51,
        136,
        226,
        156,
        237
      ]
    },
    {
      "name": "LockCancelled",
      "discriminator": [
        162,
        15,
        131,
        36,
        130,
        104,
        186,
        86
      ]
    },
    {
      "name": "LockClaimed",
      "discriminator": [
        226,
        164,
        109,
        42,
        115,
        151,
        115,
        59
      ]
    },
    {
      "name": "LockClosed",
      "discriminator": [
        163,
        163,
        91,
        3,
        79,
        54,
        172,
        68
      ]
    },
    {
      "name": "LockCreated",
      "discriminator": [
        244,
        216,
        59,
        77,
        83,
        47,
        61,
        196
      ]
    },
    {
      "name": "LockOffered",
      "discriminator": [
        81,
        255,
        235,
        200,
        108,
        150,
        134,
        147
      ]
    },
    {
      "name": "LockRecipientChanged",
      "discriminator": [
        241,
        147,
        81,
        229,
        194,
        69,
        85,
        250
      ]
    },
    {
      "name": "LockReclaimed",
      "discriminator": [
        91,
        135,
        117,
        212,
        182,
        198,
        216,
        240
      ]
    },
    {
      "name": "LockToppedUp",
      "discriminator": [
        0,
        192,
        85,
        173,
        43,
        164,
        178,
        190
      ]
    },
    {
      "name": "LockTransferred",
      "discriminator": [
        77,
        26,
        178,
        15,
        169,
        10,
        20,
        90
      ]
    },
    {
      "name": "MemberSuspended",
      "discriminator": [
        237,
        36,
        75,
        124,
        68,
        113,
        231,
        150
      ]
    },
    {
      "name": "MembershipEnded",
      "discriminator": [
        25,
        84,
        22,
        179,
        56,
        201,
        198,
        54
      ]
    },
    {
      "name": "MilestoneApproved",
      "discriminator": [
        40,
        109,
        159,
        144,
        169,
        230,
        35,
        229
      ]
    },
    {
      "name": "PoolClaimed",
      "discriminator": [
        36,
        11,
        190,
        83,
        128,
        77,
        196,
        150
      ]
    },
    {
      "name": "PoolClosed",
      "discriminator": [
        106,
        46,
        29,
        231,
        42,
        44,
        73,
        119
      ]
    },
    {
      "name": "PoolCreated",
      "discriminator": [
        202,
        44,
        41,
        88,
        104,
        220,
        157,
        82
      ]
    },
    {
      "name": "PoolFunded",
      "discriminator": [
        164,
        221,
        242,
        68,
        164,
        64,
        24,
        214
      ]
    },
    {
      "name": "PoolJoined",
      "discriminator": [
        79,
        207,
        125,
        205,
        4,
        167,
        178,
        115
      ]
    },
    {
      "name": "PoolStopped",
      "discriminator": [
        217,
        173,
        29,
        47,
        127,
        171,
        47,
        253
      ]
    },
    {
      "name": "PoolWithdrawn",
      "discriminator": [
        23,
        62,
        221,
        23,
        53,
        222,
        69,
        207
      ]
    }
  ],
  "errors": [
    {
      "code": 6000,
      "name": "MathOverflow",
      "msg": "A number left its range; use smaller amounts"
    },
    {
      "code": 6001,
      "name": "UnknownLayout",
      "msg": "The account has a layout this program does not know; update the client or migrate the account"
    },
    {
      "code": 6002,
      "name": "InvariantBroken",
      "msg": "Stored state would break a rule of the ledger; nothing was changed, please report it"
    },
    {
      "code": 6003,
      "name": "Paused",
      "msg": "Locking is paused; claims stay open, lock after the admin unpauses"
    },
    {
      "code": 6004,
      "name": "AmountZero",
      "msg": "The amount is zero; give one above it"
    },
    {
      "code": 6005,
      "name": "ConfigMismatch",
      "msg": "The account is not the registry's config; pass the one at its derived address"
    },
    {
      "code": 6006,
      "name": "EventAuthorityMismatch",
      "msg": "The account is not this program's event authority; pass the one at its derived address"
    },
    {
      "code": 6007,
      "name": "ProgramMismatch",
      "msg": "The account is not this program; pass it as the last account"
    },
    {
      "code": 6008,
      "name": "MintMismatch",
      "msg": "The mint, or a token account's, is not the recorded one; pass that"
    },
    {
      "code": 6009,
      "name": "TokenProgramMismatch",
      "msg": "The mint, or a token account, is of another token program; pass the one the mint belongs to"
    },
    {
      "code": 6010,
      "name": "VaultMismatch",
      "msg": "The token account is not the recorded one; pass that"
    },
    {
      "code": 6011,
      "name": "DestinationMismatch",
      "msg": "The token account is not of the one to be paid; pass theirs, the associated one unless they sign"
    },
    {
      "code": 6012,
      "name": "RentPayerMismatch",
      "msg": "The rent goes to whoever paid it; pass that account"
    },
    {
      "code": 6013,
      "name": "MintMalformed",
      "msg": "The mint's extensions cannot be read; take another mint"
    },
    {
      "code": 6014,
      "name": "MintTakesFees",
      "msg": "The mint can take a fee of each transfer; take another mint"
    },
    {
      "code": 6015,
      "name": "MintHasPermanentDelegate",
      "msg": "The mint has a permanent delegate, who can take tokens from anybody; take another mint"
    },
    {
      "code": 6016,
      "name": "MintHasTransferHook",
      "msg": "The mint lets another program decide about transfers; take another mint"
    },
    {
      "code": 6017,
      "name": "MintFreezesByDefault",
      "msg": "The mint can make token accounts frozen from the start; take another mint"
    },
    {
      "code": 6018,
      "name": "MintPausable",
      "msg": "The mint's transfers can be paused; take another mint"
    },
    {
      "code": 6019,
      "name": "MintClosable",
      "msg": "The mint can be closed, and made anew with other rules; take another mint"
    },
    {
      "code": 6020,
      "name": "MintConfidential",
      "msg": "The mint can hide amounts; take another mint"
    },
    {
      "code": 6021,
      "name": "MintScalesAmounts",
      "msg": "The mint shows other amounts than it moves, by interest or a scale; take another mint"
    },
    {
      "code": 6022,
      "name": "MintNotTransferable",
      "msg": "The mint's tokens cannot be transferred; take another mint"
    },
    {
      "code": 6023,
      "name": "MintExtensionUnknown",
      "msg": "The mint has an extension that this program does not know; take another mint"
    },
    {
      "code": 6024,
      "name": "StartAfterEnd",
      "msg": "The schedule starts at its end or after it; correct the two"
    },
    {
      "code": 6025,
      "name": "CliffOutsideSchedule",
      "msg": "The cliff must lie between start and end; correct it"
    },
    {
      "code": 6026,
      "name": "CliffAboveTotal",
      "msg": "More comes with the cliff than is locked; lower it"
    },
    {
      "code": 6027,
      "name": "PeriodInvalid",
      "msg": "A period is a second or more, and releases a base unit or more; correct it"
    },
    {
      "code": 6028,
      "name": "ScheduleOutOfRange",
      "msg": "A schedule lies between 1970 and the year 3000; bring its ends in"
    },
    {
      "code": 6029,
      "name": "ScheduleOver",
      "msg": "The schedule is over, all of it is released"
    },
    {
      "code": 6030,
      "name": "MilestonesInvalid",
      "msg": "There are 1 to 8 milestones, each of an amount above zero; correct them"
    },
    {
      "code": 6031,
      "name": "MilestoneSumMismatch",
      "msg": "The milestones' sum is not the amount locked; correct one of the two"
    },
    {
      "code": 6032,
      "name": "ApproverInvalid",
      "msg": "The approver must be a key, and not the recipient's; name another"
    },
    {
      "code": 6033,
      "name": "TopUpNotAllowed",
      "msg": "The lock takes no more: it was made so, or goes by milestones; make another one"
    },
    {
      "code": 6034,
      "name": "RecipientInvalid",
      "msg": "The recipient must be a key that can receive, and another than now; name another"
    },
    {
      "code": 6035,
      "name": "AddressTaken",
      "msg": "There is such an account already; choose another id, or use it"
    },
    {
      "code": 6036,
      "name": "NothingDue",
      "msg": "Nothing is due; wait for the schedule or the approver"
    },
    {
      "code": 6037,
      "name": "FormerUnpaid",
      "msg": "A former recipient is still owed what was released before; claim it for them first"
    },
    {
      "code": 6038,
      "name": "NotApprover",
      "msg": "Signer is not the lock's approver"
    },
    {
      "code": 6039,
      "name": "MilestoneUnknown",
      "msg": "The lock has no such milestone; pass an index of one"
    },
    {
      "code": 6040,
      "name": "MilestoneApproved",
      "msg": "The milestone is approved already; an approval stands"
    },
    {
      "code": 6041,
      "name": "MilestoneOutOfOrder",
      "msg": "An earlier milestone is not approved yet; this lock goes in order"
    },
    {
      "code": 6042,
      "name": "DeadlineOver",
      "msg": "The deadline for approvals is over; what was not approved goes back"
    },
    {
      "code": 6043,
      "name": "CancelNotAllowed",
      "msg": "Who signs may not cancel this lock; its mode was fixed when it was made"
    },
    {
      "code": 6044,
      "name": "LockStopped",
      "msg": "The lock was stopped before; claim what is due"
    },
    {
      "code": 6045,
      "name": "NothingToReclaim",
      "msg": "Nothing goes back; a lock returns what a cancellation or a deadline left over"
    },
    {
      "code": 6046,
      "name": "ChangeNotAllowed",
      "msg": "Who signs may not change this lock's recipient; its mode was fixed when it was made"
    },
    {
      "code": 6047,
      "name": "NotPendingRecipient",
      "msg": "The lock is not offered to who signs; let its recipient offer it"
    },
    {
      "code": 6048,
      "name": "ClaimedMeanwhile",
      "msg": "More was claimed than the new recipient agreed to; look at the lock again"
    },
    {
      "code": 6049,
      "name": "GenerationMismatch",
      "msg": "The lock is another than the one signed for: it was made anew at this address; read it again"
    },
    {
      "code": 6050,
      "name": "LockNotOver",
      "msg": "The lock goes on or still holds money; end it, claim and reclaim first"
    },
    {
      "code": 6051,
      "name": "ClosedInOpeningSlot",
      "msg": "A lock cannot be closed in the slot it was made in; try again in the next"
    },
    {
      "code": 6052,
      "name": "NotFunder",
      "msg": "Signer is not the lock's funder"
    },
    {
      "code": 6053,
      "name": "IntakeTermsInvalid",
      "msg": "An intake's cliff and period fit in its duration, whole periods of at least a base unit of its minimum; correct them"
    },
    {
      "code": 6054,
      "name": "BelowMinimum",
      "msg": "There is less than the intake's minimum, or of another mint; wait, or let the recipient sign"
    },
    {
      "code": 6055,
      "name": "NotIntakeRecipient",
      "msg": "Signer is not the intake's recipient"
    },
    {
      "code": 6056,
      "name": "RelayNotAllowed",
      "msg": "An intake signs escrow's channel_refund, job_refund and job_split, and nothing else"
    },
    {
      "code": 6057,
      "name": "EscrowMismatch",
      "msg": "The account is not the escrow program; pass that"
    },
    {
      "code": 6060,
      "name": "NotCreator",
      "msg": "Signer is not the creator; sign with the wallet that made it"
    },
    {
      "code": 6061,
      "name": "AttestorInvalid",
      "msg": "The attestor must be a key; name who vouches for members"
    },
    {
      "code": 6062,
      "name": "MembersLimitInvalid",
      "msg": "A pool takes at least one member; raise the most"
    },
    {
      "code": 6063,
      "name": "EpochAmountInvalid",
      "msg": "The amount is zero, or more than can be paid to the most members; correct it"
    },
    {
      "code": 6064,
      "name": "EpochLengthInvalid",
      "msg": "An epoch lasts a minute to ten years; correct its length"
    },
    {
      "code": 6065,
      "name": "FirstEpochInvalid",
      "msg": "The first epoch lies in the past, or more than ten years ahead; correct its time"
    },
    {
      "code": 6066,
      "name": "GraceInvalid",
      "msg": "The grace is at most a year; correct it"
    },
    {
      "code": 6067,
      "name": "PoolMismatch",
      "msg": "The membership is of another pool; pass that one"
    },
    {
      "code": 6068,
      "name": "PoolStopped",
      "msg": "The creator stopped the pool; what is owed can still be claimed"
    },
    {
      "code": 6069,
      "name": "PoolFull",
      "msg": "The pool has as many members as it takes; wait until one leaves"
    },
    {
      "code": 6070,
      "name": "AlreadyMember",
      "msg": "The wallet has a membership already; claim what it is owed and end that one first"
    },
    {
      "code": 6071,
      "name": "NotAttested",
      "msg": "The pool's attestor does not vouch for the wallet; ask it for an attestation"
    },
    {
      "code": 6072,
      "name": "AttestationExpired",
      "msg": "The wallet's attestation has expired; ask the attestor to renew it"
    },
    {
      "code": 6073,
      "name": "AttestationMismatch",
      "msg": "The account is not the attestation of this wallet by the pool's attestor; pass that"
    },
    {
      "code": 6074,
      "name": "EpochNotDue",
      "msg": "This epoch was opened already, or the first is not due yet; wait for its time"
    },
    {
      "code": 6075,
      "name": "EpochNotFunded",
      "msg": "The free money does not pay for all members; fund the pool"
    },
    {
      "code": 6076,
      "name": "PoolEmpty",
      "msg": "The pool has no members; an epoch would be for nobody"
    },
    {
      "code": 6077,
      "name": "ClaimFirst",
      "msg": "The member has money coming; claim it first, or give it up by name when leaving"
    },
    {
      "code": 6078,
      "name": "StillAttested",
      "msg": "The attestor still vouches for the member; only without that it can be evicted"
    },
    {
      "code": 6079,
      "name": "GraceNotOver",
      "msg": "The suspended member keeps what it has coming for a while; wait for the end of the grace"
    },
    {
      "code": 6080,
      "name": "PoolNotStopped",
      "msg": "The pool still runs; stop it first"
    },
    {
      "code": 6081,
      "name": "MembersRemain",
      "msg": "The pool has memberships; let them be paid and evicted first"
    },
    {
      "code": 6082,
      "name": "NothingFree",
      "msg": "Nothing is free to be taken out"
    },
    {
      "code": 6083,
      "name": "NotMember",
      "msg": "Signer is not the member; sign with the wallet that joined"
    },
    {
      "code": 6090,
      "name": "BatchRootInvalid",
      "msg": "The root is zero; pass that of the recipients' tree"
    },
    {
      "code": 6091,
      "name": "BatchCountInvalid",
      "msg": "A batch has 1 to 65,536 leaves; split a longer list"
    },
    {
      "code": 6092,
      "name": "BatchTotalInvalid",
      "msg": "The total is less than a base unit a leaf; pass the sum of all amounts"
    },
    {
      "code": 6093,
      "name": "ClaimWindowInvalid",
      "msg": "Leaves can be claimed for 30 days at least and 100 years at most; move the end"
    },
    {
      "code": 6094,
      "name": "BatchOverfunded",
      "msg": "That is more than the batch still lacks; deposit the rest alone"
    },
    {
      "code": 6095,
      "name": "BatchNotFunded",
      "msg": "The batch is not funded in full yet; deposit the rest first"
    },
    {
      "code": 6096,
      "name": "BatchOver",
      "msg": "The batch is over: every leaf was claimed, or their time has passed"
    },
    {
      "code": 6097,
      "name": "BatchCancelled",
      "msg": "The batch was cancelled before; its leaves can still be claimed for what had vested"
    },
    {
      "code": 6098,
      "name": "LeafIndexInvalid",
      "msg": "The batch has no such leaf; pass the index that the recipients' file names"
    },
    {
      "code": 6099,
      "name": "LeafClaimed",
      "msg": "The leaf was claimed before; its lock has the money"
    },
    {
      "code": 6100,
      "name": "LeafProofTooLong",
      "msg": "A proof has at most 16 hashes"
    },
    {
      "code": 6101,
      "name": "LeafProofInvalid",
      "msg": "The proof does not lead from this grant to the batch's root; take both from the recipients' file"
    },
    {
      "code": 6102,
      "name": "BatchExhausted",
      "msg": "The leaves are worth more than the batch was funded with; ask its creator"
    },
    {
      "code": 6103,
      "name": "BatchOpen",
      "msg": "Leaves can still be claimed; wait for the last of them or the end of their time"
    }
  ],
  "types": [
    {
      "name": "Batch",
      "docs": [
        "Grants to thousands of recipients under one Merkle root. `[\"batch\", creator, id: u64 LE]`",
        "",
        "Behind these fields lies a bitmap, bit `index % 8` of byte `index / 8` for each leaf: 1 once it was claimed.",
        "A leaf that is claimed becomes an ordinary `Lock`; one that is claimed after a cancellation gets what it had",
        "vested by then, and the difference is the creator's. What no leaf has taken by `claim_until` is, too.",
        "",
        "INVARIANTS: `deposited = open + locked + free + returned`, `deposited ≤ total`; nothing is claimed before",
        "`deposited = total`, and from then on it stays so; `deposited, locked, returned, claimed` only grow, and `open`",
        "only falls once funded; `claimed` is the number of bits set, none of them at `count` or above, none ever cleared:",
        "a leaf is claimed once; `cancelled_at` is set at most once, by the creator, where it may cancel the locks, too; the",
        "terms (root, count, total, mint, modes, `claim_until`) never change."
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
            "name": "cancel",
            "docs": [
              "Who may cancel its locks: a `Side`. Where the creator may, it may cancel the batch as well."
            ],
            "type": "u8"
          },
          {
            "name": "change",
            "docs": [
              "Who may change the recipient of its locks: a `Side`."
            ],
            "type": "u8"
          },
          {
            "name": "padding",
            "type": {
              "array": [
                "u8",
                3
              ]
            }
          },
          {
            "name": "count",
            "docs": [
              "Leaves."
            ],
            "type": "u32"
          },
          {
            "name": "claimed",
            "docs": [
              "Of them, those claimed."
            ],
            "type": "u32"
          },
          {
            "name": "id",
            "docs": [
              "Tells a creator's batches apart."
            ],
            "type": "u64"
          },
          {
            "name": "generation",
            "docs": [
              "Slot it was made in: tells it from an earlier one at the same address, and its locks from that one's."
            ],
            "type": "u64"
          },
          {
            "name": "creator",
            "docs": [
              "Paid the rent, and gets what no leaf takes."
            ],
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
            "name": "root",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "total",
            "docs": [
              "Of all leaves."
            ],
            "type": "u64"
          },
          {
            "name": "deposited",
            "type": "u64"
          },
          {
            "name": "open",
            "docs": [
              "Of leaves that nobody has claimed."
            ],
            "type": "u64"
          },
          {
            "name": "locked",
            "docs": [
              "In locks that were made."
            ],
            "type": "u64"
          },
          {
            "name": "free",
            "docs": [
              "The creator's: what leaves claimed after the cancellation did not get."
            ],
            "type": "u64"
          },
          {
            "name": "returned",
            "docs": [
              "Taken out by the creator."
            ],
            "type": "u64"
          },
          {
            "name": "claim_until",
            "docs": [
              "From then on no leaf can be claimed, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "cancelled_at",
            "docs": [
              "Nothing vests after it in leaves not yet claimed, Unix seconds; 0 for never."
            ],
            "type": "i64"
          },
          {
            "name": "created_at",
            "type": "i64"
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
      "name": "BatchBooks",
      "docs": [
        "The ledger of a batch, as its events tell it, before and after."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "deposited",
            "type": "u64"
          },
          {
            "name": "open",
            "type": "u64"
          },
          {
            "name": "locked",
            "type": "u64"
          },
          {
            "name": "free",
            "type": "u64"
          },
          {
            "name": "returned",
            "type": "u64"
          },
          {
            "name": "claimed",
            "type": "u32"
          }
        ]
      }
    },
    {
      "name": "BatchCancelled",
      "docs": [
        "The creator stopped the leaves that nobody had claimed: nothing vests in them any more."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "batch",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "creator",
            "type": "pubkey"
          },
          {
            "name": "cancelled_at",
            "type": "i64"
          },
          {
            "name": "books",
            "type": {
              "defined": {
                "name": "BatchBooks"
              }
            }
          }
        ]
      }
    },
    {
      "name": "BatchClaimArgs",
      "docs": [
        "A grant of a batch, and where it is in the tree."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "index",
            "type": "u32"
          },
          {
            "name": "amount",
            "docs": [
              "Base units."
            ],
            "type": "u64"
          },
          {
            "name": "schedule",
            "type": {
              "defined": {
                "name": "ScheduleTerms"
              }
            }
          },
          {
            "name": "proof",
            "docs": [
              "Siblings from the leaf up, at most 16."
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
      "name": "BatchClaimed",
      "docs": [
        "A leaf was claimed. It is a lock now, unless it was worth nothing when the batch was cancelled."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "batch",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "index",
            "type": "u32"
          },
          {
            "name": "recipient",
            "type": "pubkey"
          },
          {
            "name": "amount",
            "docs": [
              "Of the leaf."
            ],
            "type": "u64"
          },
          {
            "name": "schedule",
            "type": {
              "defined": {
                "name": "ScheduleTerms"
              }
            }
          },
          {
            "name": "locked",
            "docs": [
              "What went into the lock."
            ],
            "type": "u64"
          },
          {
            "name": "lock",
            "docs": [
              "Zero for none."
            ],
            "type": "pubkey"
          },
          {
            "name": "rent_payer",
            "type": "pubkey"
          },
          {
            "name": "before",
            "type": {
              "defined": {
                "name": "BatchBooks"
              }
            }
          },
          {
            "name": "after",
            "type": {
              "defined": {
                "name": "BatchBooks"
              }
            }
          }
        ]
      }
    },
    {
      "name": "BatchClosed",
      "docs": [
        "A batch ended, with all that was in its vault, donations too, to the creator."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "batch",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "creator",
            "type": "pubkey"
          },
          {
            "name": "destination",
            "type": "pubkey"
          },
          {
            "name": "withdrawn",
            "type": "u64"
          },
          {
            "name": "books",
            "docs": [
              "As they stood before."
            ],
            "type": {
              "defined": {
                "name": "BatchBooks"
              }
            }
          }
        ]
      }
    },
    {
      "name": "BatchCreateArgs",
      "docs": [
        "Terms of a new batch, for good."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "id",
            "docs": [
              "Tells the creator's batches apart."
            ],
            "type": "u64"
          },
          {
            "name": "root",
            "docs": [
              "Of the tree of all grants."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "count",
            "docs": [
              "Leaves of that tree."
            ],
            "type": "u32"
          },
          {
            "name": "total",
            "docs": [
              "Of all of them, base units."
            ],
            "type": "u64"
          },
          {
            "name": "cancel",
            "docs": [
              "Who may cancel the locks; the creator, if it may, can cancel the batch as well."
            ],
            "type": {
              "defined": {
                "name": "Side"
              }
            }
          },
          {
            "name": "change",
            "docs": [
              "Who may change the locks' recipients."
            ],
            "type": {
              "defined": {
                "name": "Side"
              }
            }
          },
          {
            "name": "claim_until",
            "docs": [
              "From then on no leaf can be claimed, Unix seconds."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "BatchCreated",
      "docs": [
        "A creator promised grants under a root. Nothing can be claimed before all of them are funded."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "batch",
            "type": "pubkey"
          },
          {
            "name": "creator",
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
            "name": "token_program",
            "type": "pubkey"
          },
          {
            "name": "vault",
            "type": "pubkey"
          },
          {
            "name": "root",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "count",
            "type": "u32"
          },
          {
            "name": "total",
            "type": "u64"
          },
          {
            "name": "cancel",
            "type": {
              "defined": {
                "name": "Side"
              }
            }
          },
          {
            "name": "change",
            "type": {
              "defined": {
                "name": "Side"
              }
            }
          },
          {
            "name": "claim_until",
            "type": "i64"
          },
          {
            "name": "created_at",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "BatchFunded",
      "docs": [
        "Somebody put money into a batch; with the last of it, it is live."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "batch",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "funder",
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
            "name": "live",
            "type": "bool"
          },
          {
            "name": "before",
            "type": {
              "defined": {
                "name": "BatchBooks"
              }
            }
          },
          {
            "name": "after",
            "type": {
              "defined": {
                "name": "BatchBooks"
              }
            }
          }
        ]
      }
    },
    {
      "name": "BatchWithdrawn",
      "docs": [
        "The creator took out what no leaf takes."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "batch",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "creator",
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
            "name": "before",
            "type": {
              "defined": {
                "name": "BatchBooks"
              }
            }
          },
          {
            "name": "after",
            "type": {
              "defined": {
                "name": "BatchBooks"
              }
            }
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
      "name": "EpochOpened",
      "docs": [
        "An epoch began: each of `members` has `amount` coming."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "pool",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "epoch",
            "type": "u64"
          },
          {
            "name": "members",
            "type": "u32"
          },
          {
            "name": "amount",
            "type": "u64"
          },
          {
            "name": "opened_at",
            "type": "i64"
          },
          {
            "name": "ends_at",
            "docs": [
              "End of its span."
            ],
            "type": "i64"
          },
          {
            "name": "before",
            "type": {
              "defined": {
                "name": "PoolBooks"
              }
            }
          },
          {
            "name": "after",
            "type": {
              "defined": {
                "name": "PoolBooks"
              }
            }
          }
        ]
      }
    },
    {
      "name": "IncomePool",
      "docs": [
        "A basic income: a fixed amount an epoch for each attested member. `[\"pool\", creator, id: u64 LE]`",
        "",
        "Time is cut into spans of `epoch_length` from `first_epoch_at` on. In each of them one epoch may open, while it",
        "lasts and where the free money pays for all members of that moment; a span in which none opened is passed over",
        "for good. Epochs are numbered in the order they open, and a membership knows the numbers it has a part in.",
        "",
        "INVARIANTS: `funded = paid + free + owed + withdrawn`, and `funded, paid, withdrawn, epochs` only grow;",
        "`members ≤ max_members`, `members ≤ records`; `owed` is the sum of what the memberships have coming, 0 without",
        "records; in Expire `owed` is of the latest epoch alone, at most `records × amount`; `owed = paid = 0` before the",
        "first epoch; nothing opens once `stopped_at` is set; what is withdrawn was free after that; the terms (mint,",
        "attestor, mode, amount, times, grace, `max_members`) never change."
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
            "name": "mode",
            "docs": [
              "`PoolMode`"
            ],
            "type": "u8"
          },
          {
            "name": "max_members",
            "type": "u32"
          },
          {
            "name": "members",
            "docs": [
              "Memberships that the next epoch counts."
            ],
            "type": "u32"
          },
          {
            "name": "records",
            "docs": [
              "Memberships that exist, suspended ones too."
            ],
            "type": "u32"
          },
          {
            "name": "id",
            "docs": [
              "Tells a creator's pools apart."
            ],
            "type": "u64"
          },
          {
            "name": "generation",
            "docs": [
              "Slot it was made in: tells it from an earlier one at the same address."
            ],
            "type": "u64"
          },
          {
            "name": "creator",
            "docs": [
              "Paid the rent, stops the pool, and gets what is left."
            ],
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
            "name": "attestor",
            "docs": [
              "Vouches for members in the registry."
            ],
            "type": "pubkey"
          },
          {
            "name": "amount",
            "docs": [
              "Of one member and epoch, base units."
            ],
            "type": "u64"
          },
          {
            "name": "epoch_length",
            "docs": [
              "Seconds."
            ],
            "type": "i64"
          },
          {
            "name": "first_epoch_at",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "grace",
            "docs": [
              "How long a suspended member keeps what it has coming, seconds."
            ],
            "type": "i64"
          },
          {
            "name": "epochs",
            "docs": [
              "Epochs opened so far: the number of the next."
            ],
            "type": "u64"
          },
          {
            "name": "epoch_ends_at",
            "docs": [
              "End of the latest epoch's span, Unix seconds; 0 before the first."
            ],
            "type": "i64"
          },
          {
            "name": "funded",
            "type": "u64"
          },
          {
            "name": "paid",
            "type": "u64"
          },
          {
            "name": "free",
            "type": "u64"
          },
          {
            "name": "owed",
            "docs": [
              "Of opened epochs, and neither claimed nor given up."
            ],
            "type": "u64"
          },
          {
            "name": "withdrawn",
            "docs": [
              "Taken out by the creator."
            ],
            "type": "u64"
          },
          {
            "name": "stopped_at",
            "docs": [
              "Unix seconds; 0 while epochs open."
            ],
            "type": "i64"
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
      "name": "Intake",
      "docs": [
        "An address that locks what is paid to it: `[\"intake\", recipient, hash of its terms]`. Money waits in its token",
        "accounts, before it is opened, too.",
        "",
        "INVARIANTS: terms valid and never changed, and the address theirs; holds no money itself."
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
            "name": "padding",
            "type": {
              "array": [
                "u8",
                6
              ]
            }
          },
          {
            "name": "recipient",
            "type": "pubkey"
          },
          {
            "name": "rent_payer",
            "docs": [
              "Opened it, paid the rent, and gets it back."
            ],
            "type": "pubkey"
          },
          {
            "name": "id",
            "docs": [
              "`IntakeTerms`"
            ],
            "type": "u64"
          },
          {
            "name": "mint",
            "type": "pubkey"
          },
          {
            "name": "min_amount",
            "type": "u64"
          },
          {
            "name": "cliff",
            "type": "i64"
          },
          {
            "name": "duration",
            "type": "i64"
          },
          {
            "name": "period",
            "type": "i64"
          },
          {
            "name": "terms_hash",
            "docs": [
              "Of the terms above."
            ],
            "type": {
              "array": [
                "u8",
                32
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
      "name": "IntakeClosed",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "intake",
            "type": "pubkey"
          },
          {
            "name": "recipient",
            "type": "pubkey"
          },
          {
            "name": "rent_payer",
            "type": "pubkey"
          },
          {
            "name": "terms",
            "type": {
              "defined": {
                "name": "IntakeTerms"
              }
            }
          }
        ]
      }
    },
    {
      "name": "IntakeLocked",
      "docs": [
        "Beside the `LockCreated` of what was locked."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "intake",
            "type": "pubkey"
          },
          {
            "name": "recipient",
            "type": "pubkey"
          },
          {
            "name": "lock",
            "type": "pubkey"
          },
          {
            "name": "mint",
            "type": "pubkey"
          },
          {
            "name": "amount",
            "docs": [
              "Base units."
            ],
            "type": "u64"
          },
          {
            "name": "authority",
            "type": "pubkey"
          }
        ]
      }
    },
    {
      "name": "IntakeOpened",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "intake",
            "type": "pubkey"
          },
          {
            "name": "recipient",
            "type": "pubkey"
          },
          {
            "name": "rent_payer",
            "type": "pubkey"
          },
          {
            "name": "terms",
            "type": {
              "defined": {
                "name": "IntakeTerms"
              }
            }
          }
        ]
      }
    },
    {
      "name": "IntakeRelayed",
      "docs": [
        "The recipient had the intake sign for it at escrow; what came of it is in escrow's own event."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "intake",
            "type": "pubkey"
          },
          {
            "name": "recipient",
            "type": "pubkey"
          },
          {
            "name": "instruction",
            "docs": [
              "First eight bytes of escrow's instruction."
            ],
            "type": {
              "array": [
                "u8",
                8
              ]
            }
          },
          {
            "name": "data_hash",
            "docs": [
              "SHA-256 of its data."
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
      "name": "IntakeTerms",
      "docs": [
        "How an intake locks what it takes in. The intake's address is derived from them: whoever knows the terms can check",
        "what an address stands for before anything is there, and nobody can open it under others."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "id",
            "docs": [
              "Tells intakes of one recipient and the same terms apart."
            ],
            "type": "u64"
          },
          {
            "name": "mint",
            "docs": [
              "Mint that anyone may lock; of any other one the recipient alone."
            ],
            "type": "pubkey"
          },
          {
            "name": "min_amount",
            "docs": [
              "Less than this only the recipient locks, base units."
            ],
            "type": "u64"
          },
          {
            "name": "cliff",
            "docs": [
              "From locking to the first release, seconds."
            ],
            "type": "i64"
          },
          {
            "name": "duration",
            "docs": [
              "From locking to the last release, seconds."
            ],
            "type": "i64"
          },
          {
            "name": "period",
            "docs": [
              "Seconds between releases, a whole part of `duration`; 0 releases by the second."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "Lock",
      "docs": [
        "Money that is released to a recipient over time: `[\"lock\", creator, id: u64 LE]`.",
        "",
        "INVARIANTS: `claimed + former_due ≤ released(t) ≤ deposited`, released(t) of the moment it was stopped once it was;",
        "`returned ≤ deposited − released` once it is over, 0 before; each of the three sums only grows, and the token",
        "account holds at least `deposited − claimed − returned`. Id, generation, creator, funder, rent payer, mint, tokens,",
        "schedule and modes never change; `stopped_at` is set once; a former recipient is owed something or there is none;",
        "recipient and approver are never the same."
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
            "name": "tokens_bump",
            "type": "u8"
          },
          {
            "name": "cancel",
            "docs": [
              "Who may cancel: a `Side`."
            ],
            "type": "u8"
          },
          {
            "name": "change",
            "docs": [
              "Who may change the recipient: a `Side`."
            ],
            "type": "u8"
          },
          {
            "name": "top_up",
            "docs": [
              "1 where the funder may add to it."
            ],
            "type": "u8"
          },
          {
            "name": "approved",
            "docs": [
              "Milestones that are approved, a bit each."
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
            "name": "id",
            "type": "u64"
          },
          {
            "name": "generation",
            "docs": [
              "Slot it was made in: tells it from an earlier one at the same address."
            ],
            "type": "u64"
          },
          {
            "name": "creator",
            "docs": [
              "Made it: a wallet, an intake or a batch."
            ],
            "type": "pubkey"
          },
          {
            "name": "funder",
            "docs": [
              "Wallet that has the creator's rights, and gets what goes back."
            ],
            "type": "pubkey"
          },
          {
            "name": "recipient",
            "type": "pubkey"
          },
          {
            "name": "pending_recipient",
            "docs": [
              "To whom the recipient offers the lock; zero without an offer."
            ],
            "type": "pubkey"
          },
          {
            "name": "former_recipient",
            "docs": [
              "Is owed `former_due`; zero for none."
            ],
            "type": "pubkey"
          },
          {
            "name": "rent_payer",
            "docs": [
              "Paid the rent, and gets it back."
            ],
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
            "name": "tokens",
            "docs": [
              "The lock's token account."
            ],
            "type": "pubkey"
          },
          {
            "name": "schedule",
            "type": {
              "defined": {
                "name": "Schedule"
              }
            }
          },
          {
            "name": "deposited",
            "docs": [
              "Put in, base units."
            ],
            "type": "u64"
          },
          {
            "name": "claimed",
            "docs": [
              "Paid to recipients, base units."
            ],
            "type": "u64"
          },
          {
            "name": "returned",
            "docs": [
              "Gone back to the funder, base units."
            ],
            "type": "u64"
          },
          {
            "name": "former_due",
            "docs": [
              "Released to a former recipient and not claimed yet, base units."
            ],
            "type": "u64"
          },
          {
            "name": "opened_at",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "stopped_at",
            "docs": [
              "From then on nothing more is released, Unix seconds; 0 unless cancelled."
            ],
            "type": "i64"
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
      "name": "LockAcceptArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "generation",
            "docs": [
              "Of the lock that is meant."
            ],
            "type": "u64"
          },
          {
            "name": "claimed_at_most",
            "docs": [
              "What may have been claimed of it by now, base units: more of it would no longer be what was agreed on."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "LockCancelled",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "lock",
            "type": "pubkey"
          },
          {
            "name": "cancelled_by",
            "type": "pubkey"
          },
          {
            "name": "stopped_at",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "released",
            "docs": [
              "Released up to then, paid or not, base units."
            ],
            "type": "u64"
          },
          {
            "name": "returnable",
            "docs": [
              "What goes back to the funder, base units."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "LockClaimed",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "lock",
            "type": "pubkey"
          },
          {
            "name": "payee",
            "docs": [
              "The recipient, or a former one."
            ],
            "type": "pubkey"
          },
          {
            "name": "former",
            "docs": [
              "Whether it is a former recipient's due."
            ],
            "type": "bool"
          },
          {
            "name": "authority",
            "type": "pubkey"
          },
          {
            "name": "destination",
            "type": "pubkey"
          },
          {
            "name": "amount",
            "docs": [
              "Base units."
            ],
            "type": "u64"
          },
          {
            "name": "claimed_before",
            "type": "u64"
          },
          {
            "name": "claimed_after",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "LockClosed",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "lock",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "funder",
            "type": "pubkey"
          },
          {
            "name": "authority",
            "type": "pubkey"
          },
          {
            "name": "rent_payer",
            "type": "pubkey"
          },
          {
            "name": "donated",
            "docs": [
              "Tokens that somebody had sent there, base units."
            ],
            "type": "u64"
          },
          {
            "name": "destination",
            "docs": [
              "Where those went; zero without any."
            ],
            "type": "pubkey"
          },
          {
            "name": "deposited",
            "type": "u64"
          },
          {
            "name": "claimed",
            "type": "u64"
          },
          {
            "name": "returned",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "LockCreateArgs",
      "docs": [
        "Terms of a lock, fixed for its life."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "id",
            "docs": [
              "Chosen by the creator; tells its locks apart."
            ],
            "type": "u64"
          },
          {
            "name": "recipient",
            "type": "pubkey"
          },
          {
            "name": "amount",
            "docs": [
              "Put in at once, base units."
            ],
            "type": "u64"
          },
          {
            "name": "schedule",
            "type": {
              "defined": {
                "name": "ScheduleTerms"
              }
            }
          },
          {
            "name": "cancel",
            "docs": [
              "Who may cancel it."
            ],
            "type": {
              "defined": {
                "name": "Side"
              }
            }
          },
          {
            "name": "change",
            "docs": [
              "Who may change its recipient."
            ],
            "type": {
              "defined": {
                "name": "Side"
              }
            }
          },
          {
            "name": "top_up",
            "docs": [
              "Whether the creator may add to it; not with milestones."
            ],
            "type": "bool"
          }
        ]
      }
    },
    {
      "name": "LockCreated",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "lock",
            "type": "pubkey"
          },
          {
            "name": "creator",
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
            "name": "funder",
            "type": "pubkey"
          },
          {
            "name": "recipient",
            "type": "pubkey"
          },
          {
            "name": "rent_payer",
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
            "name": "tokens",
            "type": "pubkey"
          },
          {
            "name": "amount",
            "docs": [
              "Base units."
            ],
            "type": "u64"
          },
          {
            "name": "schedule",
            "type": {
              "defined": {
                "name": "ScheduleTerms"
              }
            }
          },
          {
            "name": "cancel",
            "type": {
              "defined": {
                "name": "Side"
              }
            }
          },
          {
            "name": "change",
            "type": {
              "defined": {
                "name": "Side"
              }
            }
          },
          {
            "name": "top_up",
            "type": "bool"
          },
          {
            "name": "opened_at",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "stopped_at",
            "docs": [
              "Unix seconds; 0 unless it was made stopped, by a batch that was cancelled."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "LockOffered",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "lock",
            "type": "pubkey"
          },
          {
            "name": "recipient",
            "type": "pubkey"
          },
          {
            "name": "old_pending_recipient",
            "docs": [
              "Zero for no offer."
            ],
            "type": "pubkey"
          },
          {
            "name": "new_pending_recipient",
            "type": "pubkey"
          }
        ]
      }
    },
    {
      "name": "LockRecipientChanged",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "lock",
            "type": "pubkey"
          },
          {
            "name": "changed_by",
            "type": "pubkey"
          },
          {
            "name": "old_recipient",
            "type": "pubkey"
          },
          {
            "name": "new_recipient",
            "type": "pubkey"
          },
          {
            "name": "former_due",
            "docs": [
              "What the old one is still owed of what was released before, base units."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "LockReclaimed",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "lock",
            "type": "pubkey"
          },
          {
            "name": "funder",
            "type": "pubkey"
          },
          {
            "name": "authority",
            "type": "pubkey"
          },
          {
            "name": "destination",
            "type": "pubkey"
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
          }
        ]
      }
    },
    {
      "name": "LockToppedUp",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "lock",
            "type": "pubkey"
          },
          {
            "name": "funder",
            "type": "pubkey"
          },
          {
            "name": "amount",
            "docs": [
              "Base units."
            ],
            "type": "u64"
          },
          {
            "name": "deposited_before",
            "type": "u64"
          },
          {
            "name": "deposited_after",
            "type": "u64"
          },
          {
            "name": "ends_at_before",
            "docs": [
              "When all of it is released, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "ends_at_after",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "LockTransferred",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "lock",
            "type": "pubkey"
          },
          {
            "name": "old_recipient",
            "type": "pubkey"
          },
          {
            "name": "new_recipient",
            "type": "pubkey"
          },
          {
            "name": "due",
            "docs": [
              "Released and not claimed, which goes with the lock, base units."
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
      "name": "MemberSuspended",
      "docs": [
        "A member's attestation was found worthless: it has no part in epochs from `until` on, and keeps for a while what",
        "it had coming."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "pool",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "membership",
            "type": "pubkey"
          },
          {
            "name": "wallet",
            "type": "pubkey"
          },
          {
            "name": "until",
            "type": "u64"
          },
          {
            "name": "due",
            "type": "u64"
          },
          {
            "name": "suspended_at",
            "type": "i64"
          },
          {
            "name": "before",
            "type": {
              "defined": {
                "name": "PoolBooks"
              }
            }
          },
          {
            "name": "after",
            "type": {
              "defined": {
                "name": "PoolBooks"
              }
            }
          }
        ]
      }
    },
    {
      "name": "Membership",
      "docs": [
        "A wallet's part in an income pool. `[\"member\", pool, wallet]`",
        "",
        "It has a part in the epochs `next..min(until, pool.epochs)`; in Expire in the latest of them alone, while that",
        "lasts.",
        "",
        "INVARIANTS: made with a valid attestation and the wallet's signature; `next ≤ until`, and `next` only grows: no",
        "epoch is paid twice; `next` begins at the pool's `epochs`: none opened before is paid; `until` is `ACTIVE` exactly",
        "while `suspended_at` is 0, and set once; pool, wallet, attestation and rent payer never change."
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
            "name": "padding",
            "type": {
              "array": [
                "u8",
                6
              ]
            }
          },
          {
            "name": "pool",
            "type": "pubkey"
          },
          {
            "name": "wallet",
            "type": "pubkey"
          },
          {
            "name": "attestation",
            "docs": [
              "Where the registry has, or would have, the attestation."
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
            "name": "next",
            "docs": [
              "First epoch that was not settled with it."
            ],
            "type": "u64"
          },
          {
            "name": "until",
            "docs": [
              "First epoch that does not count it any more; `ACTIVE` while it is a member."
            ],
            "type": "u64"
          },
          {
            "name": "paid",
            "docs": [
              "Paid to it so far, base units."
            ],
            "type": "u64"
          },
          {
            "name": "joined_at",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "suspended_at",
            "docs": [
              "Unix seconds; 0 while it is a member."
            ],
            "type": "i64"
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
      "name": "MembershipEnd",
      "docs": [
        "Why a membership ended."
      ],
      "type": {
        "kind": "enum",
        "variants": [
          {
            "name": "Left"
          },
          {
            "name": "Evicted"
          }
        ]
      }
    },
    {
      "name": "MembershipEnded",
      "docs": [
        "A membership ended, its rent to who had paid it."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "pool",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "membership",
            "type": "pubkey"
          },
          {
            "name": "wallet",
            "type": "pubkey"
          },
          {
            "name": "why",
            "type": {
              "defined": {
                "name": "MembershipEnd"
              }
            }
          },
          {
            "name": "forfeited",
            "docs": [
              "What it had coming, and gave up."
            ],
            "type": "u64"
          },
          {
            "name": "paid",
            "type": "u64"
          },
          {
            "name": "rent_payer",
            "type": "pubkey"
          },
          {
            "name": "ended_at",
            "type": "i64"
          },
          {
            "name": "before",
            "type": {
              "defined": {
                "name": "PoolBooks"
              }
            }
          },
          {
            "name": "after",
            "type": {
              "defined": {
                "name": "PoolBooks"
              }
            }
          }
        ]
      }
    },
    {
      "name": "MilestoneApproveArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "generation",
            "docs": [
              "Of the lock that is meant."
            ],
            "type": "u64"
          },
          {
            "name": "index",
            "docs": [
              "From 0."
            ],
            "type": "u8"
          }
        ]
      }
    },
    {
      "name": "MilestoneApproved",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "lock",
            "type": "pubkey"
          },
          {
            "name": "approver",
            "type": "pubkey"
          },
          {
            "name": "index",
            "type": "u8"
          },
          {
            "name": "amount",
            "docs": [
              "Base units."
            ],
            "type": "u64"
          },
          {
            "name": "approved_before",
            "docs": [
              "Bits of the milestones that are approved."
            ],
            "type": "u8"
          },
          {
            "name": "approved_after",
            "type": "u8"
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
      "name": "PoolBooks",
      "docs": [
        "What an instruction moves of a pool, as its events tell it, before and after."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "funded",
            "type": "u64"
          },
          {
            "name": "paid",
            "type": "u64"
          },
          {
            "name": "free",
            "type": "u64"
          },
          {
            "name": "owed",
            "type": "u64"
          },
          {
            "name": "withdrawn",
            "type": "u64"
          },
          {
            "name": "members",
            "type": "u32"
          },
          {
            "name": "records",
            "type": "u32"
          },
          {
            "name": "epochs",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "PoolClaimed",
      "docs": [
        "A member was paid for the epochs from `next_before` on that it had coming."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "pool",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "membership",
            "type": "pubkey"
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
            "name": "next_before",
            "type": "u64"
          },
          {
            "name": "next_after",
            "type": "u64"
          },
          {
            "name": "paid_before",
            "type": "u64"
          },
          {
            "name": "paid_after",
            "type": "u64"
          },
          {
            "name": "before",
            "type": {
              "defined": {
                "name": "PoolBooks"
              }
            }
          },
          {
            "name": "after",
            "type": {
              "defined": {
                "name": "PoolBooks"
              }
            }
          }
        ]
      }
    },
    {
      "name": "PoolClosed",
      "docs": [
        "A pool ended, with all that was in its vault, donations too, to the creator."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "pool",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "creator",
            "type": "pubkey"
          },
          {
            "name": "destination",
            "type": "pubkey"
          },
          {
            "name": "withdrawn",
            "type": "u64"
          },
          {
            "name": "books",
            "docs": [
              "As they stood before."
            ],
            "type": {
              "defined": {
                "name": "PoolBooks"
              }
            }
          }
        ]
      }
    },
    {
      "name": "PoolCreateArgs",
      "docs": [
        "Terms of a new pool, for good. Times are Unix seconds, spans seconds."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "id",
            "docs": [
              "Tells the creator's pools apart."
            ],
            "type": "u64"
          },
          {
            "name": "attestor",
            "docs": [
              "Vouches for members in the registry."
            ],
            "type": "pubkey"
          },
          {
            "name": "mode",
            "type": {
              "defined": {
                "name": "PoolMode"
              }
            }
          },
          {
            "name": "max_members",
            "type": "u32"
          },
          {
            "name": "amount",
            "docs": [
              "Of one member and epoch, base units."
            ],
            "type": "u64"
          },
          {
            "name": "epoch_length",
            "type": "i64"
          },
          {
            "name": "first_epoch_at",
            "docs": [
              "When the first epoch may open."
            ],
            "type": "i64"
          },
          {
            "name": "grace",
            "docs": [
              "How long a suspended member keeps what it has coming."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "PoolCreated",
      "docs": [
        "A creator made an income pool. Its ledger is empty."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "pool",
            "type": "pubkey"
          },
          {
            "name": "creator",
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
            "name": "token_program",
            "type": "pubkey"
          },
          {
            "name": "vault",
            "type": "pubkey"
          },
          {
            "name": "attestor",
            "type": "pubkey"
          },
          {
            "name": "mode",
            "type": {
              "defined": {
                "name": "PoolMode"
              }
            }
          },
          {
            "name": "max_members",
            "type": "u32"
          },
          {
            "name": "amount",
            "type": "u64"
          },
          {
            "name": "epoch_length",
            "type": "i64"
          },
          {
            "name": "first_epoch_at",
            "type": "i64"
          },
          {
            "name": "grace",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "PoolFunded",
      "docs": [
        "Somebody put money into a pool."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "pool",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "funder",
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
            "name": "before",
            "type": {
              "defined": {
                "name": "PoolBooks"
              }
            }
          },
          {
            "name": "after",
            "type": {
              "defined": {
                "name": "PoolBooks"
              }
            }
          }
        ]
      }
    },
    {
      "name": "PoolJoined",
      "docs": [
        "A wallet became a member."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "pool",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "membership",
            "type": "pubkey"
          },
          {
            "name": "wallet",
            "type": "pubkey"
          },
          {
            "name": "attestation",
            "type": "pubkey"
          },
          {
            "name": "rent_payer",
            "type": "pubkey"
          },
          {
            "name": "first_epoch",
            "docs": [
              "Number of the first epoch it has a part in."
            ],
            "type": "u64"
          },
          {
            "name": "joined_at",
            "type": "i64"
          },
          {
            "name": "before",
            "type": {
              "defined": {
                "name": "PoolBooks"
              }
            }
          },
          {
            "name": "after",
            "type": {
              "defined": {
                "name": "PoolBooks"
              }
            }
          }
        ]
      }
    },
    {
      "name": "PoolMode",
      "docs": [
        "What becomes of the part of an epoch that a member did not claim. Stored as a `u8`."
      ],
      "repr": {
        "kind": "rust"
      },
      "type": {
        "kind": "enum",
        "variants": [
          {
            "name": "Accrue"
          },
          {
            "name": "Expire"
          }
        ]
      }
    },
    {
      "name": "PoolStopped",
      "docs": [
        "The creator ended the opening of epochs."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "pool",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "creator",
            "type": "pubkey"
          },
          {
            "name": "stopped_at",
            "type": "i64"
          },
          {
            "name": "before",
            "type": {
              "defined": {
                "name": "PoolBooks"
              }
            }
          },
          {
            "name": "after",
            "type": {
              "defined": {
                "name": "PoolBooks"
              }
            }
          }
        ]
      }
    },
    {
      "name": "PoolWithdrawn",
      "docs": [
        "The creator took out what was free in a stopped pool."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "pool",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "creator",
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
            "name": "before",
            "type": {
              "defined": {
                "name": "PoolBooks"
              }
            }
          },
          {
            "name": "after",
            "type": {
              "defined": {
                "name": "PoolBooks"
              }
            }
          }
        ]
      }
    },
    {
      "name": "Schedule",
      "docs": [
        "A `ScheduleTerms` as accounts store it.",
        "",
        "INVARIANTS: never changes; what its kind does not use is zero. 0 ≤ start ≤ cliff_at ≤ its end ≤ `END_OF_TIME`,",
        "and start < end where linear; period and period_amount above zero where periodic; with milestones 1 to 8 of them,",
        "each above zero, and an approver."
      ],
      "serialization": "bytemuck",
      "repr": {
        "kind": "c"
      },
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "start",
            "type": "i64"
          },
          {
            "name": "cliff_at",
            "type": "i64"
          },
          {
            "name": "end",
            "docs": [
              "End of a linear schedule, deadline of milestones; 0 where periodic."
            ],
            "type": "i64"
          },
          {
            "name": "period",
            "docs": [
              "Seconds."
            ],
            "type": "i64"
          },
          {
            "name": "cliff_amount",
            "docs": [
              "Base units."
            ],
            "type": "u64"
          },
          {
            "name": "period_amount",
            "docs": [
              "Base units."
            ],
            "type": "u64"
          },
          {
            "name": "approver",
            "type": "pubkey"
          },
          {
            "name": "milestones",
            "docs": [
              "Base units each; `milestone_count` of them, the rest zero."
            ],
            "type": {
              "array": [
                "u64",
                8
              ]
            }
          },
          {
            "name": "kind",
            "docs": [
              "`ScheduleKind`"
            ],
            "type": "u8"
          },
          {
            "name": "milestone_count",
            "type": "u8"
          },
          {
            "name": "in_order",
            "docs": [
              "1 where milestones are approved in order."
            ],
            "type": "u8"
          },
          {
            "name": "padding",
            "type": {
              "array": [
                "u8",
                5
              ]
            }
          }
        ]
      }
    },
    {
      "name": "ScheduleTerms",
      "docs": [
        "A schedule as it is agreed on. Moments are Unix seconds, amounts base units."
      ],
      "type": {
        "kind": "enum",
        "variants": [
          {
            "name": "Linear",
            "fields": [
              {
                "name": "start",
                "type": "i64"
              },
              {
                "name": "cliff_at",
                "type": "i64"
              },
              {
                "name": "cliff_amount",
                "type": "u64"
              },
              {
                "name": "end",
                "type": "i64"
              }
            ]
          },
          {
            "name": "Periodic",
            "fields": [
              {
                "name": "start",
                "type": "i64"
              },
              {
                "name": "cliff_at",
                "type": "i64"
              },
              {
                "name": "cliff_amount",
                "type": "u64"
              },
              {
                "name": "period",
                "type": "i64"
              },
              {
                "name": "period_amount",
                "type": "u64"
              }
            ]
          },
          {
            "name": "Milestones",
            "fields": [
              {
                "name": "amounts",
                "type": {
                  "vec": "u64"
                }
              },
              {
                "name": "approver",
                "type": "pubkey"
              },
              {
                "name": "in_order",
                "type": "bool"
              },
              {
                "name": "deadline",
                "type": "i64"
              }
            ]
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
      "name": "Side",
      "docs": [
        "Which of the two sides may do something to a lock, alone. Stored as a `u8`."
      ],
      "repr": {
        "kind": "rust"
      },
      "type": {
        "kind": "enum",
        "variants": [
          {
            "name": "Nobody"
          },
          {
            "name": "Creator"
          },
          {
            "name": "Recipient"
          },
          {
            "name": "Either"
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
      "name": "BATCH_DOMAIN",
      "docs": [
        "Domain of the hashes of a batch's tree."
      ],
      "type": "bytes",
      "value": "[97, 103, 101, 110, 116, 45, 108, 97, 98, 115, 47, 98, 97, 116, 99, 104, 47, 118, 49]"
    },
    {
      "name": "BATCH_SEED",
      "docs": [
        "`Batch`: `[\"batch\", creator, id: u64 LE]`"
      ],
      "type": "bytes",
      "value": "[98, 97, 116, 99, 104]"
    },
    {
      "name": "BATCH_TOKENS_SEED",
      "docs": [
        "A batch's token account: `[\"batch_tokens\", batch]`"
      ],
      "type": "bytes",
      "value": "[98, 97, 116, 99, 104, 95, 116, 111, 107, 101, 110, 115]"
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
      "name": "END_OF_TIME",
      "docs": [
        "No schedule ends later: the year 3000, Unix seconds."
      ],
      "type": "i64",
      "value": "32503680000"
    },
    {
      "name": "ESCROW_PROGRAM",
      "docs": [
        "The escrow program, whose payouts an intake takes."
      ],
      "type": "pubkey",
      "value": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
    },
    {
      "name": "INTAKE_DOMAIN",
      "docs": [
        "Domain of the hash of an intake's terms."
      ],
      "type": "bytes",
      "value": "[97, 103, 101, 110, 116, 45, 108, 97, 98, 115, 47, 105, 110, 116, 97, 107, 101, 47, 118, 49]"
    },
    {
      "name": "INTAKE_SEED",
      "docs": [
        "`Intake`: `[\"intake\", recipient, hash of its terms: 32 bytes]`"
      ],
      "type": "bytes",
      "value": "[105, 110, 116, 97, 107, 101]"
    },
    {
      "name": "LOCK_INDEX_BITS",
      "docs": [
        "Bits of a lock's id that tell a batch's leaves apart; those above are the batch's generation."
      ],
      "type": "u32",
      "value": "16"
    },
    {
      "name": "LOCK_SEED",
      "docs": [
        "`Lock`: `[\"lock\", creator, id: u64 LE]`"
      ],
      "type": "bytes",
      "value": "[108, 111, 99, 107]"
    },
    {
      "name": "LOCK_TOKENS_SEED",
      "docs": [
        "A lock's token account: `[\"lock_tokens\", lock]`"
      ],
      "type": "bytes",
      "value": "[108, 111, 99, 107, 95, 116, 111, 107, 101, 110, 115]"
    },
    {
      "name": "LONGEST_WAIT",
      "docs": [
        "Longest time from a pool's making to its first epoch: ten years, seconds."
      ],
      "type": "i64",
      "value": "315360000"
    },
    {
      "name": "MAX_BATCH",
      "docs": [
        "Most leaves of a batch: its bitmap is made in one step."
      ],
      "type": "u32",
      "value": "65536"
    },
    {
      "name": "MAX_BATCH_PROOF",
      "docs": [
        "Longest proof that a grant is in such a tree, hashes."
      ],
      "type": "u8",
      "value": "16"
    },
    {
      "name": "MAX_CLAIM_WINDOW",
      "docs": [
        "Longest: 100 years."
      ],
      "type": "i64",
      "value": "3153600000"
    },
    {
      "name": "MAX_GRACE",
      "docs": [
        "Longest time that a suspended member keeps what it has coming: a year, seconds."
      ],
      "type": "i64",
      "value": "31536000"
    },
    {
      "name": "MAX_INTAKE_DURATION",
      "docs": [
        "Longest time an intake locks for: 100 years, seconds."
      ],
      "type": "i64",
      "value": "3155760000"
    },
    {
      "name": "MAX_MILESTONES",
      "docs": [
        "Most milestones of a lock."
      ],
      "type": "u8",
      "value": "8"
    },
    {
      "name": "MEMBER_SEED",
      "docs": [
        "`Membership`: `[\"member\", pool, wallet]`"
      ],
      "type": "bytes",
      "value": "[109, 101, 109, 98, 101, 114]"
    },
    {
      "name": "MIN_CLAIM_WINDOW",
      "docs": [
        "Shortest time that leaves can be claimed: 30 days, seconds."
      ],
      "type": "i64",
      "value": "2592000"
    },
    {
      "name": "POOL_SEED",
      "docs": [
        "`IncomePool`: `[\"pool\", creator, id: u64 LE]`"
      ],
      "type": "bytes",
      "value": "[112, 111, 111, 108]"
    },
    {
      "name": "POOL_TOKENS_SEED",
      "docs": [
        "A pool's token account: `[\"pool_tokens\", pool]`"
      ],
      "type": "bytes",
      "value": "[112, 111, 111, 108, 95, 116, 111, 107, 101, 110, 115]"
    }
  ]
} as unknown as Timelock;
