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
    }
  ],
  "accounts": [
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
    }
  ],
  "events": [
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
    }
  ],
  "types": [
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
    }
  ],
  "accounts": [
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
    }
  ],
  "events": [
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
    }
  ],
  "types": [
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
    }
  ]
} as unknown as Timelock;
