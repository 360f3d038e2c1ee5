// Generated from idl/stake.json by `npm run build:programs`; do not edit.

/** Shape of the stake program, for Anchor's types. */
export type Stake = {
  "address": "9RbPjLxWUsimMJeFrxVJ7Yvu634GUbG5mqhot3m91sa9",
  "metadata": {
    "name": "stake",
    "version": "0.1.0",
    "spec": "0.1.0",
    "description": "Agent Labs stake program"
  },
  "instructions": [
    {
      "name": "positionClose",
      "docs": [
        "Ends a position that is worth less than a base unit in either pool; its rent goes to the staker.",
        "",
        "Authority: anyone.",
        "Errors: `PositionNotWorthless`, `StakerMismatch`, `PositionMismatch`"
      ],
      "discriminator": [
        94,
        102,
        34,
        147,
        43,
        101,
        141,
        130
      ],
      "accounts": [
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "position"
          ]
        },
        {
          "name": "position",
          "writable": true
        },
        {
          "name": "staker",
          "writable": true,
          "relations": [
            "position"
          ]
        },
        {
          "name": "eventAuthority",
          "address": "2oCUQEcEco4QXAkd7Gvpc6HnTQihD9Fq1xaxBLbXSkB7"
        },
        {
          "name": "program",
          "address": "9RbPjLxWUsimMJeFrxVJ7Yvu634GUbG5mqhot3m91sa9"
        }
      ],
      "args": []
    },
    {
      "name": "stake",
      "docs": [
        "Puts `amount` base units behind the agent, and makes the staker's position where there is none.",
        "",
        "Authority: the staker; for the first-loss tranche that is the agent's present owner.",
        "Errors: `Paused`, `AmountZero`, `AgentRetiring`, `NotOwner`, `TrancheNotReleased`, `PoolFull`,",
        "`PositionMismatch`, `AgentMismatch`, `VaultTokensMismatch`, `MintMismatch`, `ConfigMismatch`"
      ],
      "discriminator": [
        206,
        176,
        202,
        18,
        200,
        209,
        179,
        108
      ],
      "accounts": [
        {
          "name": "staker",
          "docs": [
            "Pays the position's rent where this makes it."
          ],
          "writable": true,
          "signer": true
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "agent",
          "relations": [
            "vault"
          ]
        },
        {
          "name": "vault",
          "writable": true
        },
        {
          "name": "position",
          "writable": true
        },
        {
          "name": "tokens",
          "writable": true,
          "relations": [
            "vault"
          ]
        },
        {
          "name": "source",
          "docs": [
            "The staker's; the token program checks that the staker may spend from it."
          ],
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
          "address": "2oCUQEcEco4QXAkd7Gvpc6HnTQihD9Fq1xaxBLbXSkB7"
        },
        {
          "name": "program",
          "address": "9RbPjLxWUsimMJeFrxVJ7Yvu634GUbG5mqhot3m91sa9"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "stakeArgs"
            }
          }
        }
      ]
    },
    {
      "name": "trancheRelease",
      "docs": [
        "After a change of owner: moves the former owner's first-loss stake to cooling, and makes the tranche the",
        "new owner's. Until then it counts for nothing. Never paused.",
        "",
        "Authority: anyone.",
        "Errors: `NothingToRelease`, `FormerPositionMissing`, `NotFormerPosition`, `PositionMismatch`,",
        "`AgentMismatch`, `ConfigMismatch`"
      ],
      "discriminator": [
        68,
        219,
        168,
        92,
        243,
        129,
        169,
        51
      ],
      "accounts": [
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "agent",
          "relations": [
            "vault"
          ]
        },
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "position"
          ]
        },
        {
          "name": "position",
          "docs": [
            "The former owner's first-loss position; left out where the tranche is empty."
          ],
          "writable": true,
          "optional": true
        },
        {
          "name": "eventAuthority",
          "address": "2oCUQEcEco4QXAkd7Gvpc6HnTQihD9Fq1xaxBLbXSkB7"
        },
        {
          "name": "program",
          "address": "9RbPjLxWUsimMJeFrxVJ7Yvu634GUbG5mqhot3m91sa9"
        }
      ],
      "args": []
    },
    {
      "name": "unstake",
      "docs": [
        "Moves active shares to cooling for `windows.unbonding` seconds, and restarts that wait for all that",
        "cools in the position. It can still be slashed there. Never paused.",
        "",
        "Authority: the staker; once the agent is retiring anyone, for all active shares at once.",
        "Errors: `AmountZero`, `NotStaker`, `NotAllShares`, `SharesExceeded`, `SharesWorthless`, `PoolFull`,",
        "`PositionMismatch`, `AgentMismatch`, `ConfigMismatch`"
      ],
      "discriminator": [
        90,
        95,
        107,
        42,
        205,
        124,
        50,
        225
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "The staker; anyone once the agent is retiring."
          ],
          "signer": true
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "agent",
          "relations": [
            "vault"
          ]
        },
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "position"
          ]
        },
        {
          "name": "position",
          "writable": true
        },
        {
          "name": "eventAuthority",
          "address": "2oCUQEcEco4QXAkd7Gvpc6HnTQihD9Fq1xaxBLbXSkB7"
        },
        {
          "name": "program",
          "address": "9RbPjLxWUsimMJeFrxVJ7Yvu634GUbG5mqhot3m91sa9"
        }
      ],
      "args": [
        {
          "name": "shares",
          "type": "u64"
        }
      ]
    },
    {
      "name": "vaultClose",
      "docs": [
        "Ends a vault without positions: donations to the agent's owner, the rent to whoever paid it.",
        "",
        "Authority: the agent's owner; anyone once it is retiring.",
        "Errors: `CloseNotAllowed`, `PositionsRemain`, `DisputeOpen`, `DestinationMismatch`, `RentPayerMismatch`,",
        "`AgentMismatch`, `VaultTokensMismatch`"
      ],
      "discriminator": [
        81,
        73,
        155,
        182,
        37,
        130,
        252,
        91
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "The agent's owner; anyone once it is retiring."
          ],
          "signer": true
        },
        {
          "name": "agent",
          "relations": [
            "vault"
          ]
        },
        {
          "name": "vault",
          "writable": true
        },
        {
          "name": "tokens",
          "writable": true,
          "relations": [
            "vault"
          ]
        },
        {
          "name": "destination",
          "docs": [
            "Takes what was donated: any token account of the agent's owner."
          ],
          "writable": true
        },
        {
          "name": "rentPayer",
          "writable": true,
          "relations": [
            "vault"
          ]
        },
        {
          "name": "tokenProgram",
          "address": "TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA"
        },
        {
          "name": "eventAuthority",
          "address": "2oCUQEcEco4QXAkd7Gvpc6HnTQihD9Fq1xaxBLbXSkB7"
        },
        {
          "name": "program",
          "address": "9RbPjLxWUsimMJeFrxVJ7Yvu634GUbG5mqhot3m91sa9"
        }
      ],
      "args": []
    },
    {
      "name": "vaultOpen",
      "docs": [
        "Opens an agent's vault with its token account, of the config's stake mint.",
        "",
        "Authority: anyone, who pays the rent and gets it back at the end.",
        "Errors: `Paused`, `AgentRetiring`, `VaultExists`, `MintMismatch`, `Token2022Refused`, `MintInvalid`,",
        "`ConfigMismatch`"
      ],
      "discriminator": [
        88,
        119,
        117,
        99,
        145,
        1,
        225,
        154
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
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "agent"
        },
        {
          "name": "vault",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  118,
                  97,
                  117,
                  108,
                  116
                ]
              },
              {
                "kind": "account",
                "path": "agent"
              }
            ]
          }
        },
        {
          "name": "tokens",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  118,
                  97,
                  117,
                  108,
                  116,
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
                "path": "vault"
              }
            ]
          }
        },
        {
          "name": "mint"
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
          "address": "2oCUQEcEco4QXAkd7Gvpc6HnTQihD9Fq1xaxBLbXSkB7"
        },
        {
          "name": "program",
          "address": "9RbPjLxWUsimMJeFrxVJ7Yvu634GUbG5mqhot3m91sa9"
        }
      ],
      "args": []
    },
    {
      "name": "withdraw",
      "docs": [
        "Pays the staker all that has cooled, once no dispute from before its end is open; closes the position",
        "where nothing is left in it, the rent to the staker. Never paused.",
        "",
        "Authority: anyone; others than the staker pay to the associated token account, unless the agent is",
        "retiring.",
        "Errors: `NothingCooling`, `StillCooling`, `DisputeOpen`, `DestinationMismatch`, `StakerMismatch`,",
        "`PositionMismatch`, `AgentMismatch`, `VaultTokensMismatch`"
      ],
      "discriminator": [
        183,
        18,
        70,
        156,
        148,
        109,
        161,
        34
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "Anyone: where the money goes is the staker's own."
          ],
          "signer": true
        },
        {
          "name": "agent",
          "relations": [
            "vault"
          ]
        },
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "position"
          ]
        },
        {
          "name": "position",
          "writable": true
        },
        {
          "name": "staker",
          "writable": true,
          "relations": [
            "position"
          ]
        },
        {
          "name": "tokens",
          "writable": true,
          "relations": [
            "vault"
          ]
        },
        {
          "name": "destination",
          "docs": [
            "The staker's: any token account where the staker signs, else the associated one."
          ],
          "writable": true
        },
        {
          "name": "tokenProgram",
          "address": "TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA"
        },
        {
          "name": "eventAuthority",
          "address": "2oCUQEcEco4QXAkd7Gvpc6HnTQihD9Fq1xaxBLbXSkB7"
        },
        {
          "name": "program",
          "address": "9RbPjLxWUsimMJeFrxVJ7Yvu634GUbG5mqhot3m91sa9"
        }
      ],
      "args": []
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
      "name": "position",
      "discriminator": [
        170,
        188,
        143,
        228,
        122,
        64,
        247,
        208
      ]
    },
    {
      "name": "stakeVault",
      "discriminator": [
        192,
        112,
        65,
        125,
        129,
        151,
        173,
        226
      ]
    }
  ],
  "events": [
    {
      "name": "positionClosed",
      "discriminator": [
        157,
        163,
        227,
        228,
        13,
        97,
        138,
        121
      ]
    },
    {
      "name": "staked",
      "discriminator": [
        11,
        146,
        45,
        205,
        230,
        58,
        213,
        240
      ]
    },
    {
      "name": "trancheReleased",
      "discriminator": [
        225,
        25,
        37,
        246,
        224,
        183,
        193,
        249
      ]
    },
    {
      "name": "unstaked",
      "discriminator": [
        27,
        179,
        156,
        215,
        47,
        71,
        195,
        7
      ]
    },
    {
      "name": "vaultClosed",
      "discriminator": [
        238,
        129,
        38,
        228,
        227,
        118,
        249,
        215
      ]
    },
    {
      "name": "vaultOpened",
      "discriminator": [
        198,
        250,
        195,
        25,
        26,
        107,
        197,
        16
      ]
    },
    {
      "name": "withdrawn",
      "discriminator": [
        20,
        89,
        223,
        198,
        194,
        124,
        219,
        13
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
      "msg": "Stored state would break a rule of the stake; nothing was changed, please report it"
    },
    {
      "code": 6003,
      "name": "paused",
      "msg": "Staking is paused; exits stay open, stake after the admin unpauses"
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
      "name": "agentMismatch",
      "msg": "The account is not the vault's agent; pass the agent that the vault names"
    },
    {
      "code": 6009,
      "name": "positionMismatch",
      "msg": "The position belongs to another vault, staker or tranche; pass the one at its derived address"
    },
    {
      "code": 6010,
      "name": "vaultTokensMismatch",
      "msg": "The token account is not the vault's; pass the one that the vault names"
    },
    {
      "code": 6011,
      "name": "mintMismatch",
      "msg": "The mint is not the stake mint; pass the config's for a new vault, else the vault's"
    },
    {
      "code": 6012,
      "name": "destinationMismatch",
      "msg": "The token account is not of the one to be paid; pass theirs, the associated one unless they sign"
    },
    {
      "code": 6013,
      "name": "rentPayerMismatch",
      "msg": "The rent goes to whoever paid it; pass that account"
    },
    {
      "code": 6020,
      "name": "vaultExists",
      "msg": "The agent has a stake vault already; stake into it"
    },
    {
      "code": 6021,
      "name": "token2022Refused",
      "msg": "Stake of a Token-2022 mint is not taken; the stake mint must be of the SPL Token program"
    },
    {
      "code": 6022,
      "name": "mintInvalid",
      "msg": "The stake mint is not an initialized mint of the SPL Token program; the config must name one"
    },
    {
      "code": 6023,
      "name": "agentRetiring",
      "msg": "The agent is retiring and takes no stake; stake on another"
    },
    {
      "code": 6024,
      "name": "closeNotAllowed",
      "msg": "Only the agent's owner closes its vault before it retires; sign with that key"
    },
    {
      "code": 6025,
      "name": "positionsRemain",
      "msg": "Positions remain; unstake, withdraw and close them first"
    },
    {
      "code": 6040,
      "name": "notOwner",
      "msg": "The first-loss tranche is the owner's; sign with the owner's key, or stake as a backer"
    },
    {
      "code": 6041,
      "name": "trancheNotReleased",
      "msg": "A former owner's tranche still counts as this one; release it first"
    },
    {
      "code": 6042,
      "name": "poolFull",
      "msg": "The pool cannot count the shares of that much; use less, or wait until others have left it"
    },
    {
      "code": 6060,
      "name": "notStaker",
      "msg": "Only the staker unstakes while the agent is in business; sign with the staker's key"
    },
    {
      "code": 6061,
      "name": "notAllShares",
      "msg": "For an absent staker all active shares are unstaked at once; ask for exactly those"
    },
    {
      "code": 6062,
      "name": "sharesExceeded",
      "msg": "The position has fewer active shares, or a slash wiped them; ask for what is there"
    },
    {
      "code": 6063,
      "name": "sharesWorthless",
      "msg": "These shares are worth less than one base unit; unstake more, or close the position"
    },
    {
      "code": 6064,
      "name": "nothingCooling",
      "msg": "Nothing cools in this position, or a slash wiped it; unstake first, or close the position"
    },
    {
      "code": 6065,
      "name": "stillCooling",
      "msg": "The stake still cools; withdraw it from cooling_until on"
    },
    {
      "code": 6066,
      "name": "disputeOpen",
      "msg": "A dispute that this waits for is open; try again when it is over"
    },
    {
      "code": 6067,
      "name": "positionNotWorthless",
      "msg": "The position is worth something; unstake and withdraw it instead"
    },
    {
      "code": 6068,
      "name": "stakerMismatch",
      "msg": "The account is not the position's staker; pass that one"
    },
    {
      "code": 6080,
      "name": "nothingToRelease",
      "msg": "The vault is of the agent's present owner; there is nothing to release"
    },
    {
      "code": 6081,
      "name": "formerPositionMissing",
      "msg": "The former owner's tranche holds stake; pass the position that it is in"
    },
    {
      "code": 6082,
      "name": "notFormerPosition",
      "msg": "The position is not the one that holds the former owner's tranche; pass that one"
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
      "name": "config",
      "docs": [
        "The protocol's settings, one a deployment: `[\"config\"]`.",
        "",
        "INVARIANTS: made once, by the registry's upgrade authority; `genesis_hash` never changes;",
        "`fee_bps ≤ 500`; the two panels share no member; those of `Windows` and `Panel`.",
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
            "name": "reserved",
            "type": {
              "array": [
                "u8",
                128
              ]
            }
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
      "name": "pool",
      "docs": [
        "Stake shared by its shares.",
        "",
        "INVARIANTS: no tokens without shares and no shares without tokens; `tokens ≤ shares ≤ tokens ×",
        "MAX_SHARES_PER_TOKEN`: only a slash makes a share worth less than a base unit, and nothing makes it worth",
        "more. A slash that leaves more shares a token wipes the pool: tokens and shares are zero then, `epoch` is",
        "one higher, and shares of an earlier epoch are worth nothing."
      ],
      "serialization": "bytemuck",
      "repr": {
        "kind": "c"
      },
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "tokens",
            "docs": [
              "Base units of the stake mint."
            ],
            "type": "u64"
          },
          {
            "name": "shares",
            "type": "u64"
          },
          {
            "name": "epoch",
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
      "name": "poolState",
      "docs": [
        "A `Pool`, in events."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "tokens",
            "docs": [
              "Base units of the stake mint."
            ],
            "type": "u64"
          },
          {
            "name": "shares",
            "type": "u64"
          },
          {
            "name": "epoch",
            "type": "u32"
          }
        ]
      }
    },
    {
      "name": "position",
      "docs": [
        "One staker's part of one tranche of a vault: `[\"position\", vault, staker, tranche: u8]`.",
        "",
        "INVARIANTS: opened by its staker's signature; shares of a pool's earlier epoch are worth nothing;",
        "`cooling_until` is 0 exactly while `cooling_shares` is 0."
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
            "name": "tranche",
            "docs": [
              "`Tranche`"
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
            "name": "activeEpoch",
            "docs": [
              "Epochs of the pools that the shares are of."
            ],
            "type": "u32"
          },
          {
            "name": "coolingEpoch",
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
            "name": "vault",
            "type": "pubkey"
          },
          {
            "name": "staker",
            "type": "pubkey"
          },
          {
            "name": "activeShares",
            "type": "u64"
          },
          {
            "name": "coolingShares",
            "type": "u64"
          },
          {
            "name": "coolingUntil",
            "docs": [
              "From then on what cools may be withdrawn, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "openedAt",
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
      "name": "positionClosed",
      "docs": [
        "A position that was worth nothing is gone."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "vault",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "position",
            "type": "pubkey"
          },
          {
            "name": "staker",
            "type": "pubkey"
          },
          {
            "name": "tranche",
            "type": {
              "defined": {
                "name": "tranche"
              }
            }
          },
          {
            "name": "positionBefore",
            "type": {
              "defined": {
                "name": "positionState"
              }
            }
          },
          {
            "name": "activeBefore",
            "type": {
              "defined": {
                "name": "poolState"
              }
            }
          },
          {
            "name": "activeAfter",
            "type": {
              "defined": {
                "name": "poolState"
              }
            }
          },
          {
            "name": "coolingBefore",
            "type": {
              "defined": {
                "name": "poolState"
              }
            }
          },
          {
            "name": "coolingAfter",
            "type": {
              "defined": {
                "name": "poolState"
              }
            }
          },
          {
            "name": "returned",
            "docs": [
              "Lamports that went to the staker."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "positionState",
      "docs": [
        "What changes in a `Position`, in events."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "activeShares",
            "type": "u64"
          },
          {
            "name": "activeEpoch",
            "type": "u32"
          },
          {
            "name": "coolingShares",
            "type": "u64"
          },
          {
            "name": "coolingEpoch",
            "type": "u32"
          },
          {
            "name": "coolingUntil",
            "docs": [
              "Unix seconds; 0 while nothing cools."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "released",
      "docs": [
        "The former owner's part of a `TrancheReleased`."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "position",
            "type": "pubkey"
          },
          {
            "name": "staker",
            "type": "pubkey"
          },
          {
            "name": "shares",
            "type": "u64"
          },
          {
            "name": "amount",
            "docs": [
              "Base units that cool now."
            ],
            "type": "u64"
          },
          {
            "name": "positionBefore",
            "type": {
              "defined": {
                "name": "positionState"
              }
            }
          },
          {
            "name": "positionAfter",
            "type": {
              "defined": {
                "name": "positionState"
              }
            }
          },
          {
            "name": "activeBefore",
            "type": {
              "defined": {
                "name": "poolState"
              }
            }
          },
          {
            "name": "activeAfter",
            "type": {
              "defined": {
                "name": "poolState"
              }
            }
          },
          {
            "name": "coolingBefore",
            "type": {
              "defined": {
                "name": "poolState"
              }
            }
          },
          {
            "name": "coolingAfter",
            "type": {
              "defined": {
                "name": "poolState"
              }
            }
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
      "name": "stakeArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "tranche",
            "type": {
              "defined": {
                "name": "tranche"
              }
            }
          },
          {
            "name": "amount",
            "docs": [
              "Base units of the stake mint."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "stakeVault",
      "docs": [
        "What stands behind an agent: `[\"vault\", agent]`. Its tokens are at `[\"vault_tokens\", vault]`.",
        "",
        "INVARIANTS: `agent`, `mint`, `tokens` never change; tokens at the vault ≥ Σ pools' tokens, equal without donations;",
        "`staked = Σ pools' tokens + returned + slashed`, the three only growing; `ownership_epoch` only grows."
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
                2
              ]
            }
          },
          {
            "name": "ownershipEpoch",
            "docs": [
              "The agent's ownership epoch that `first_loss` belongs to; behind the agent's until the former owner's",
              "tranche was moved to cooling, and counts as nothing until then."
            ],
            "type": "u32"
          },
          {
            "name": "positions",
            "docs": [
              "Positions that exist."
            ],
            "type": "u32"
          },
          {
            "name": "openDisputes",
            "type": "u32"
          },
          {
            "name": "oldestDisputeAt",
            "docs": [
              "When the oldest open dispute was opened, Unix seconds; 0 without one."
            ],
            "type": "i64"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "mint",
            "type": "pubkey"
          },
          {
            "name": "tokens",
            "docs": [
              "The token account that holds the stake."
            ],
            "type": "pubkey"
          },
          {
            "name": "rentPayer",
            "docs": [
              "Paid the vault's rent, and gets it back."
            ],
            "type": "pubkey"
          },
          {
            "name": "firstLoss",
            "docs": [
              "Owner's stake that counts."
            ],
            "type": {
              "defined": {
                "name": "pool"
              }
            }
          },
          {
            "name": "firstLossCooling",
            "docs": [
              "Owner's and former owners' stake on its way out; slashed with `first_loss`."
            ],
            "type": {
              "defined": {
                "name": "pool"
              }
            }
          },
          {
            "name": "backers",
            "docs": [
              "Backers' stake that counts."
            ],
            "type": {
              "defined": {
                "name": "pool"
              }
            }
          },
          {
            "name": "backersCooling",
            "docs": [
              "Backers' stake on its way out; slashed with `backers`."
            ],
            "type": {
              "defined": {
                "name": "pool"
              }
            }
          },
          {
            "name": "staked",
            "docs": [
              "Ever staked, returned and slashed, base units."
            ],
            "type": "u64"
          },
          {
            "name": "returned",
            "type": "u64"
          },
          {
            "name": "slashed",
            "type": "u64"
          },
          {
            "name": "nextDispute",
            "docs": [
              "Number of the next dispute."
            ],
            "type": "u64"
          },
          {
            "name": "slashedInPeriod",
            "docs": [
              "Slashed in the period that began at `period_started_at` (Unix seconds), base units."
            ],
            "type": "u64"
          },
          {
            "name": "periodStartedAt",
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
      "name": "staked",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "vault",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "position",
            "type": "pubkey"
          },
          {
            "name": "staker",
            "type": "pubkey"
          },
          {
            "name": "tranche",
            "type": {
              "defined": {
                "name": "tranche"
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
            "name": "shares",
            "type": "u64"
          },
          {
            "name": "opened",
            "docs": [
              "Whether this made the position."
            ],
            "type": "bool"
          },
          {
            "name": "positionBefore",
            "type": {
              "defined": {
                "name": "positionState"
              }
            }
          },
          {
            "name": "positionAfter",
            "type": {
              "defined": {
                "name": "positionState"
              }
            }
          },
          {
            "name": "activeBefore",
            "type": {
              "defined": {
                "name": "poolState"
              }
            }
          },
          {
            "name": "activeAfter",
            "type": {
              "defined": {
                "name": "poolState"
              }
            }
          }
        ]
      }
    },
    {
      "name": "tranche",
      "docs": [
        "Whose stake a position is: the agent's owner loses first."
      ],
      "repr": {
        "kind": "rust"
      },
      "type": {
        "kind": "enum",
        "variants": [
          {
            "name": "firstLoss"
          },
          {
            "name": "backers"
          }
        ]
      }
    },
    {
      "name": "trancheReleased",
      "docs": [
        "A former owner's tranche went to cooling; the vault is the present owner's."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "vault",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "oldEpoch",
            "type": "u32"
          },
          {
            "name": "newEpoch",
            "type": "u32"
          },
          {
            "name": "released",
            "docs": [
              "What was released; nothing where the tranche was empty."
            ],
            "type": {
              "option": {
                "defined": {
                  "name": "released"
                }
              }
            }
          }
        ]
      }
    },
    {
      "name": "unstaked",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "vault",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "position",
            "type": "pubkey"
          },
          {
            "name": "staker",
            "type": "pubkey"
          },
          {
            "name": "tranche",
            "type": {
              "defined": {
                "name": "tranche"
              }
            }
          },
          {
            "name": "authority",
            "docs": [
              "The staker, or whoever did it for one who is absent."
            ],
            "type": "pubkey"
          },
          {
            "name": "shares",
            "type": "u64"
          },
          {
            "name": "amount",
            "docs": [
              "Base units that cool now."
            ],
            "type": "u64"
          },
          {
            "name": "positionBefore",
            "type": {
              "defined": {
                "name": "positionState"
              }
            }
          },
          {
            "name": "positionAfter",
            "type": {
              "defined": {
                "name": "positionState"
              }
            }
          },
          {
            "name": "activeBefore",
            "type": {
              "defined": {
                "name": "poolState"
              }
            }
          },
          {
            "name": "activeAfter",
            "type": {
              "defined": {
                "name": "poolState"
              }
            }
          },
          {
            "name": "coolingBefore",
            "type": {
              "defined": {
                "name": "poolState"
              }
            }
          },
          {
            "name": "coolingAfter",
            "type": {
              "defined": {
                "name": "poolState"
              }
            }
          }
        ]
      }
    },
    {
      "name": "vaultClosed",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "vault",
            "type": "pubkey"
          },
          {
            "name": "agent",
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
              "Base units that were no stake, and where they went."
            ],
            "type": "u64"
          },
          {
            "name": "destination",
            "type": "pubkey"
          },
          {
            "name": "staked",
            "docs": [
              "Totals of the vault's life, base units."
            ],
            "type": "u64"
          },
          {
            "name": "returned",
            "type": "u64"
          },
          {
            "name": "slashed",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "vaultOpened",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "vault",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "mint",
            "type": "pubkey"
          },
          {
            "name": "tokens",
            "docs": [
              "The vault's token account."
            ],
            "type": "pubkey"
          },
          {
            "name": "rentPayer",
            "type": "pubkey"
          },
          {
            "name": "ownershipEpoch",
            "type": "u32"
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
        "appeal_ruling`, so that stake outlasts every claim on what it backs; `config_delay ≥ unbonding`."
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
    },
    {
      "name": "withdrawn",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "vault",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "position",
            "type": "pubkey"
          },
          {
            "name": "staker",
            "type": "pubkey"
          },
          {
            "name": "tranche",
            "type": {
              "defined": {
                "name": "tranche"
              }
            }
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
            "name": "shares",
            "type": "u64"
          },
          {
            "name": "amount",
            "docs": [
              "Base units that were paid."
            ],
            "type": "u64"
          },
          {
            "name": "closed",
            "docs": [
              "Whether nothing was left in the position, so that it is gone."
            ],
            "type": "bool"
          },
          {
            "name": "positionBefore",
            "type": {
              "defined": {
                "name": "positionState"
              }
            }
          },
          {
            "name": "positionAfter",
            "type": {
              "defined": {
                "name": "positionState"
              }
            }
          },
          {
            "name": "coolingBefore",
            "type": {
              "defined": {
                "name": "poolState"
              }
            }
          },
          {
            "name": "coolingAfter",
            "type": {
              "defined": {
                "name": "poolState"
              }
            }
          }
        ]
      }
    }
  ],
  "constants": [
    {
      "name": "maxSharesPerToken",
      "docs": [
        "A pool that a slash leaves with more shares a token is wiped."
      ],
      "type": "u64",
      "value": "1000000"
    },
    {
      "name": "positionSeed",
      "docs": [
        "`Position`: `[\"position\", vault, staker, tranche: u8]`"
      ],
      "type": "bytes",
      "value": "[112, 111, 115, 105, 116, 105, 111, 110]"
    },
    {
      "name": "stakeVaultSeed",
      "docs": [
        "`StakeVault`: `[\"vault\", agent]`"
      ],
      "type": "bytes",
      "value": "[118, 97, 117, 108, 116]"
    },
    {
      "name": "vaultTokensSeed",
      "docs": [
        "The vault's token account: `[\"vault_tokens\", vault]`"
      ],
      "type": "bytes",
      "value": "[118, 97, 117, 108, 116, 95, 116, 111, 107, 101, 110, 115]"
    }
  ]
};

/** IDL of the stake program as its build gave it. */
export const stakeIdl = {
  "address": "9RbPjLxWUsimMJeFrxVJ7Yvu634GUbG5mqhot3m91sa9",
  "metadata": {
    "name": "stake",
    "version": "0.1.0",
    "spec": "0.1.0",
    "description": "Agent Labs stake program"
  },
  "instructions": [
    {
      "name": "position_close",
      "docs": [
        "Ends a position that is worth less than a base unit in either pool; its rent goes to the staker.",
        "",
        "Authority: anyone.",
        "Errors: `PositionNotWorthless`, `StakerMismatch`, `PositionMismatch`"
      ],
      "discriminator": [
        94,
        102,
        34,
        147,
        43,
        101,
        141,
        130
      ],
      "accounts": [
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "position"
          ]
        },
        {
          "name": "position",
          "writable": true
        },
        {
          "name": "staker",
          "writable": true,
          "relations": [
            "position"
          ]
        },
        {
          "name": "event_authority",
          "address": "2oCUQEcEco4QXAkd7Gvpc6HnTQihD9Fq1xaxBLbXSkB7"
        },
        {
          "name": "program",
          "address": "9RbPjLxWUsimMJeFrxVJ7Yvu634GUbG5mqhot3m91sa9"
        }
      ],
      "args": []
    },
    {
      "name": "stake",
      "docs": [
        "Puts `amount` base units behind the agent, and makes the staker's position where there is none.",
        "",
        "Authority: the staker; for the first-loss tranche that is the agent's present owner.",
        "Errors: `Paused`, `AmountZero`, `AgentRetiring`, `NotOwner`, `TrancheNotReleased`, `PoolFull`,",
        "`PositionMismatch`, `AgentMismatch`, `VaultTokensMismatch`, `MintMismatch`, `ConfigMismatch`"
      ],
      "discriminator": [
        206,
        176,
        202,
        18,
        200,
        209,
        179,
        108
      ],
      "accounts": [
        {
          "name": "staker",
          "docs": [
            "Pays the position's rent where this makes it."
          ],
          "writable": true,
          "signer": true
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "agent",
          "relations": [
            "vault"
          ]
        },
        {
          "name": "vault",
          "writable": true
        },
        {
          "name": "position",
          "writable": true
        },
        {
          "name": "tokens",
          "writable": true,
          "relations": [
            "vault"
          ]
        },
        {
          "name": "source",
          "docs": [
            "The staker's; the token program checks that the staker may spend from it."
          ],
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
          "address": "2oCUQEcEco4QXAkd7Gvpc6HnTQihD9Fq1xaxBLbXSkB7"
        },
        {
          "name": "program",
          "address": "9RbPjLxWUsimMJeFrxVJ7Yvu634GUbG5mqhot3m91sa9"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "StakeArgs"
            }
          }
        }
      ]
    },
    {
      "name": "tranche_release",
      "docs": [
        "After a change of owner: moves the former owner's first-loss stake to cooling, and makes the tranche the",
        "new owner's. Until then it counts for nothing. Never paused.",
        "",
        "Authority: anyone.",
        "Errors: `NothingToRelease`, `FormerPositionMissing`, `NotFormerPosition`, `PositionMismatch`,",
        "`AgentMismatch`, `ConfigMismatch`"
      ],
      "discriminator": [
        68,
        219,
        168,
        92,
        243,
        129,
        169,
        51
      ],
      "accounts": [
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "agent",
          "relations": [
            "vault"
          ]
        },
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "position"
          ]
        },
        {
          "name": "position",
          "docs": [
            "The former owner's first-loss position; left out where the tranche is empty."
          ],
          "writable": true,
          "optional": true
        },
        {
          "name": "event_authority",
          "address": "2oCUQEcEco4QXAkd7Gvpc6HnTQihD9Fq1xaxBLbXSkB7"
        },
        {
          "name": "program",
          "address": "9RbPjLxWUsimMJeFrxVJ7Yvu634GUbG5mqhot3m91sa9"
        }
      ],
      "args": []
    },
    {
      "name": "unstake",
      "docs": [
        "Moves active shares to cooling for `windows.unbonding` seconds, and restarts that wait for all that",
        "cools in the position. It can still be slashed there. Never paused.",
        "",
        "Authority: the staker; once the agent is retiring anyone, for all active shares at once.",
        "Errors: `AmountZero`, `NotStaker`, `NotAllShares`, `SharesExceeded`, `SharesWorthless`, `PoolFull`,",
        "`PositionMismatch`, `AgentMismatch`, `ConfigMismatch`"
      ],
      "discriminator": [
        90,
        95,
        107,
        42,
        205,
        124,
        50,
        225
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "The staker; anyone once the agent is retiring."
          ],
          "signer": true
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "agent",
          "relations": [
            "vault"
          ]
        },
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "position"
          ]
        },
        {
          "name": "position",
          "writable": true
        },
        {
          "name": "event_authority",
          "address": "2oCUQEcEco4QXAkd7Gvpc6HnTQihD9Fq1xaxBLbXSkB7"
        },
        {
          "name": "program",
          "address": "9RbPjLxWUsimMJeFrxVJ7Yvu634GUbG5mqhot3m91sa9"
        }
      ],
      "args": [
        {
          "name": "shares",
          "type": "u64"
        }
      ]
    },
    {
      "name": "vault_close",
      "docs": [
        "Ends a vault without positions: donations to the agent's owner, the rent to whoever paid it.",
        "",
        "Authority: the agent's owner; anyone once it is retiring.",
        "Errors: `CloseNotAllowed`, `PositionsRemain`, `DisputeOpen`, `DestinationMismatch`, `RentPayerMismatch`,",
        "`AgentMismatch`, `VaultTokensMismatch`"
      ],
      "discriminator": [
        81,
        73,
        155,
        182,
        37,
        130,
        252,
        91
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "The agent's owner; anyone once it is retiring."
          ],
          "signer": true
        },
        {
          "name": "agent",
          "relations": [
            "vault"
          ]
        },
        {
          "name": "vault",
          "writable": true
        },
        {
          "name": "tokens",
          "writable": true,
          "relations": [
            "vault"
          ]
        },
        {
          "name": "destination",
          "docs": [
            "Takes what was donated: any token account of the agent's owner."
          ],
          "writable": true
        },
        {
          "name": "rent_payer",
          "writable": true,
          "relations": [
            "vault"
          ]
        },
        {
          "name": "token_program",
          "address": "TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA"
        },
        {
          "name": "event_authority",
          "address": "2oCUQEcEco4QXAkd7Gvpc6HnTQihD9Fq1xaxBLbXSkB7"
        },
        {
          "name": "program",
          "address": "9RbPjLxWUsimMJeFrxVJ7Yvu634GUbG5mqhot3m91sa9"
        }
      ],
      "args": []
    },
    {
      "name": "vault_open",
      "docs": [
        "Opens an agent's vault with its token account, of the config's stake mint.",
        "",
        "Authority: anyone, who pays the rent and gets it back at the end.",
        "Errors: `Paused`, `AgentRetiring`, `VaultExists`, `MintMismatch`, `Token2022Refused`, `MintInvalid`,",
        "`ConfigMismatch`"
      ],
      "discriminator": [
        88,
        119,
        117,
        99,
        145,
        1,
        225,
        154
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
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "agent"
        },
        {
          "name": "vault",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  118,
                  97,
                  117,
                  108,
                  116
                ]
              },
              {
                "kind": "account",
                "path": "agent"
              }
            ]
          }
        },
        {
          "name": "tokens",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  118,
                  97,
                  117,
                  108,
                  116,
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
                "path": "vault"
              }
            ]
          }
        },
        {
          "name": "mint"
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
          "address": "2oCUQEcEco4QXAkd7Gvpc6HnTQihD9Fq1xaxBLbXSkB7"
        },
        {
          "name": "program",
          "address": "9RbPjLxWUsimMJeFrxVJ7Yvu634GUbG5mqhot3m91sa9"
        }
      ],
      "args": []
    },
    {
      "name": "withdraw",
      "docs": [
        "Pays the staker all that has cooled, once no dispute from before its end is open; closes the position",
        "where nothing is left in it, the rent to the staker. Never paused.",
        "",
        "Authority: anyone; others than the staker pay to the associated token account, unless the agent is",
        "retiring.",
        "Errors: `NothingCooling`, `StillCooling`, `DisputeOpen`, `DestinationMismatch`, `StakerMismatch`,",
        "`PositionMismatch`, `AgentMismatch`, `VaultTokensMismatch`"
      ],
      "discriminator": [
        183,
        18,
        70,
        156,
        148,
        109,
        161,
        34
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "Anyone: where the money goes is the staker's own."
          ],
          "signer": true
        },
        {
          "name": "agent",
          "relations": [
            "vault"
          ]
        },
        {
          "name": "vault",
          "writable": true,
          "relations": [
            "position"
          ]
        },
        {
          "name": "position",
          "writable": true
        },
        {
          "name": "staker",
          "writable": true,
          "relations": [
            "position"
          ]
        },
        {
          "name": "tokens",
          "writable": true,
          "relations": [
            "vault"
          ]
        },
        {
          "name": "destination",
          "docs": [
            "The staker's: any token account where the staker signs, else the associated one."
          ],
          "writable": true
        },
        {
          "name": "token_program",
          "address": "TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA"
        },
        {
          "name": "event_authority",
          "address": "2oCUQEcEco4QXAkd7Gvpc6HnTQihD9Fq1xaxBLbXSkB7"
        },
        {
          "name": "program",
          "address": "9RbPjLxWUsimMJeFrxVJ7Yvu634GUbG5mqhot3m91sa9"
        }
      ],
      "args": []
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
      "name": "Position",
      "discriminator": [
        170,
        188,
        143,
        228,
        122,
        64,
        247,
        208
      ]
    },
    {
      "name": "StakeVault",
      "discriminator": [
        192,
        112,
        65,
        125,
        129,
        151,
        173,
        226
      ]
    }
  ],
  "events": [
    {
      "name": "PositionClosed",
      "discriminator": [
        157,
        163,
        227,
        228,
        13,
        97,
        138,
        121
      ]
    },
    {
      "name": "Staked",
      "discriminator": [
        11,
        146,
        45,
        205,
        230,
        58,
        213,
        240
      ]
    },
    {
      "name": "TrancheReleased",
      "discriminator": [
        225,
        25,
        37,
        246,
        224,
        183,
        193,
        249
      ]
    },
    {
      "name": "Unstaked",
      "discriminator": [
        27,
        179,
        156,
        215,
        47,
        71,
        195,
        7
      ]
    },
    {
      "name": "VaultClosed",
      "discriminator": [
        238,
        129,
        38,
        228,
        227,
        118,
        249,
        215
      ]
    },
    {
      "name": "VaultOpened",
      "discriminator": [
        198,
        250,
        195,
        25,
        26,
        107,
        197,
        16
      ]
    },
    {
      "name": "Withdrawn",
      "discriminator": [
        20,
        89,
        223,
        198,
        194,
        124,
        219,
        13
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
      "msg": "Stored state would break a rule of the stake; nothing was changed, please report it"
    },
    {
      "code": 6003,
      "name": "Paused",
      "msg": "Staking is paused; exits stay open, stake after the admin unpauses"
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
      "name": "AgentMismatch",
      "msg": "The account is not the vault's agent; pass the agent that the vault names"
    },
    {
      "code": 6009,
      "name": "PositionMismatch",
      "msg": "The position belongs to another vault, staker or tranche; pass the one at its derived address"
    },
    {
      "code": 6010,
      "name": "VaultTokensMismatch",
      "msg": "The token account is not the vault's; pass the one that the vault names"
    },
    {
      "code": 6011,
      "name": "MintMismatch",
      "msg": "The mint is not the stake mint; pass the config's for a new vault, else the vault's"
    },
    {
      "code": 6012,
      "name": "DestinationMismatch",
      "msg": "The token account is not of the one to be paid; pass theirs, the associated one unless they sign"
    },
    {
      "code": 6013,
      "name": "RentPayerMismatch",
      "msg": "The rent goes to whoever paid it; pass that account"
    },
    {
      "code": 6020,
      "name": "VaultExists",
      "msg": "The agent has a stake vault already; stake into it"
    },
    {
      "code": 6021,
      "name": "Token2022Refused",
      "msg": "Stake of a Token-2022 mint is not taken; the stake mint must be of the SPL Token program"
    },
    {
      "code": 6022,
      "name": "MintInvalid",
      "msg": "The stake mint is not an initialized mint of the SPL Token program; the config must name one"
    },
    {
      "code": 6023,
      "name": "AgentRetiring",
      "msg": "The agent is retiring and takes no stake; stake on another"
    },
    {
      "code": 6024,
      "name": "CloseNotAllowed",
      "msg": "Only the agent's owner closes its vault before it retires; sign with that key"
    },
    {
      "code": 6025,
      "name": "PositionsRemain",
      "msg": "Positions remain; unstake, withdraw and close them first"
    },
    {
      "code": 6040,
      "name": "NotOwner",
      "msg": "The first-loss tranche is the owner's; sign with the owner's key, or stake as a backer"
    },
    {
      "code": 6041,
      "name": "TrancheNotReleased",
      "msg": "A former owner's tranche still counts as this one; release it first"
    },
    {
      "code": 6042,
      "name": "PoolFull",
      "msg": "The pool cannot count the shares of that much; use less, or wait until others have left it"
    },
    {
      "code": 6060,
      "name": "NotStaker",
      "msg": "Only the staker unstakes while the agent is in business; sign with the staker's key"
    },
    {
      "code": 6061,
      "name": "NotAllShares",
      "msg": "For an absent staker all active shares are unstaked at once; ask for exactly those"
    },
    {
      "code": 6062,
      "name": "SharesExceeded",
      "msg": "The position has fewer active shares, or a slash wiped them; ask for what is there"
    },
    {
      "code": 6063,
      "name": "SharesWorthless",
      "msg": "These shares are worth less than one base unit; unstake more, or close the position"
    },
    {
      "code": 6064,
      "name": "NothingCooling",
      "msg": "Nothing cools in this position, or a slash wiped it; unstake first, or close the position"
    },
    {
      "code": 6065,
      "name": "StillCooling",
      "msg": "The stake still cools; withdraw it from cooling_until on"
    },
    {
      "code": 6066,
      "name": "DisputeOpen",
      "msg": "A dispute that this waits for is open; try again when it is over"
    },
    {
      "code": 6067,
      "name": "PositionNotWorthless",
      "msg": "The position is worth something; unstake and withdraw it instead"
    },
    {
      "code": 6068,
      "name": "StakerMismatch",
      "msg": "The account is not the position's staker; pass that one"
    },
    {
      "code": 6080,
      "name": "NothingToRelease",
      "msg": "The vault is of the agent's present owner; there is nothing to release"
    },
    {
      "code": 6081,
      "name": "FormerPositionMissing",
      "msg": "The former owner's tranche holds stake; pass the position that it is in"
    },
    {
      "code": 6082,
      "name": "NotFormerPosition",
      "msg": "The position is not the one that holds the former owner's tranche; pass that one"
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
      "name": "Config",
      "docs": [
        "The protocol's settings, one a deployment: `[\"config\"]`.",
        "",
        "INVARIANTS: made once, by the registry's upgrade authority; `genesis_hash` never changes;",
        "`fee_bps ≤ 500`; the two panels share no member; those of `Windows` and `Panel`.",
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
            "name": "reserved",
            "type": {
              "array": [
                "u8",
                128
              ]
            }
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
      "name": "Pool",
      "docs": [
        "Stake shared by its shares.",
        "",
        "INVARIANTS: no tokens without shares and no shares without tokens; `tokens ≤ shares ≤ tokens ×",
        "MAX_SHARES_PER_TOKEN`: only a slash makes a share worth less than a base unit, and nothing makes it worth",
        "more. A slash that leaves more shares a token wipes the pool: tokens and shares are zero then, `epoch` is",
        "one higher, and shares of an earlier epoch are worth nothing."
      ],
      "serialization": "bytemuck",
      "repr": {
        "kind": "c"
      },
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "tokens",
            "docs": [
              "Base units of the stake mint."
            ],
            "type": "u64"
          },
          {
            "name": "shares",
            "type": "u64"
          },
          {
            "name": "epoch",
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
      "name": "PoolState",
      "docs": [
        "A `Pool`, in events."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "tokens",
            "docs": [
              "Base units of the stake mint."
            ],
            "type": "u64"
          },
          {
            "name": "shares",
            "type": "u64"
          },
          {
            "name": "epoch",
            "type": "u32"
          }
        ]
      }
    },
    {
      "name": "Position",
      "docs": [
        "One staker's part of one tranche of a vault: `[\"position\", vault, staker, tranche: u8]`.",
        "",
        "INVARIANTS: opened by its staker's signature; shares of a pool's earlier epoch are worth nothing;",
        "`cooling_until` is 0 exactly while `cooling_shares` is 0."
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
            "name": "tranche",
            "docs": [
              "`Tranche`"
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
            "name": "active_epoch",
            "docs": [
              "Epochs of the pools that the shares are of."
            ],
            "type": "u32"
          },
          {
            "name": "cooling_epoch",
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
            "name": "vault",
            "type": "pubkey"
          },
          {
            "name": "staker",
            "type": "pubkey"
          },
          {
            "name": "active_shares",
            "type": "u64"
          },
          {
            "name": "cooling_shares",
            "type": "u64"
          },
          {
            "name": "cooling_until",
            "docs": [
              "From then on what cools may be withdrawn, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "opened_at",
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
      "name": "PositionClosed",
      "docs": [
        "A position that was worth nothing is gone."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "vault",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "position",
            "type": "pubkey"
          },
          {
            "name": "staker",
            "type": "pubkey"
          },
          {
            "name": "tranche",
            "type": {
              "defined": {
                "name": "Tranche"
              }
            }
          },
          {
            "name": "position_before",
            "type": {
              "defined": {
                "name": "PositionState"
              }
            }
          },
          {
            "name": "active_before",
            "type": {
              "defined": {
                "name": "PoolState"
              }
            }
          },
          {
            "name": "active_after",
            "type": {
              "defined": {
                "name": "PoolState"
              }
            }
          },
          {
            "name": "cooling_before",
            "type": {
              "defined": {
                "name": "PoolState"
              }
            }
          },
          {
            "name": "cooling_after",
            "type": {
              "defined": {
                "name": "PoolState"
              }
            }
          },
          {
            "name": "returned",
            "docs": [
              "Lamports that went to the staker."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "PositionState",
      "docs": [
        "What changes in a `Position`, in events."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "active_shares",
            "type": "u64"
          },
          {
            "name": "active_epoch",
            "type": "u32"
          },
          {
            "name": "cooling_shares",
            "type": "u64"
          },
          {
            "name": "cooling_epoch",
            "type": "u32"
          },
          {
            "name": "cooling_until",
            "docs": [
              "Unix seconds; 0 while nothing cools."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "Released",
      "docs": [
        "The former owner's part of a `TrancheReleased`."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "position",
            "type": "pubkey"
          },
          {
            "name": "staker",
            "type": "pubkey"
          },
          {
            "name": "shares",
            "type": "u64"
          },
          {
            "name": "amount",
            "docs": [
              "Base units that cool now."
            ],
            "type": "u64"
          },
          {
            "name": "position_before",
            "type": {
              "defined": {
                "name": "PositionState"
              }
            }
          },
          {
            "name": "position_after",
            "type": {
              "defined": {
                "name": "PositionState"
              }
            }
          },
          {
            "name": "active_before",
            "type": {
              "defined": {
                "name": "PoolState"
              }
            }
          },
          {
            "name": "active_after",
            "type": {
              "defined": {
                "name": "PoolState"
              }
            }
          },
          {
            "name": "cooling_before",
            "type": {
              "defined": {
                "name": "PoolState"
              }
            }
          },
          {
            "name": "cooling_after",
            "type": {
              "defined": {
                "name": "PoolState"
              }
            }
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
      "name": "StakeArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "tranche",
            "type": {
              "defined": {
                "name": "Tranche"
              }
            }
          },
          {
            "name": "amount",
            "docs": [
              "Base units of the stake mint."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "StakeVault",
      "docs": [
        "What stands behind an agent: `[\"vault\", agent]`. Its tokens are at `[\"vault_tokens\", vault]`.",
        "",
        "INVARIANTS: `agent`, `mint`, `tokens` never change; tokens at the vault ≥ Σ pools' tokens, equal without donations;",
        "`staked = Σ pools' tokens + returned + slashed`, the three only growing; `ownership_epoch` only grows."
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
                2
              ]
            }
          },
          {
            "name": "ownership_epoch",
            "docs": [
              "The agent's ownership epoch that `first_loss` belongs to; behind the agent's until the former owner's",
              "tranche was moved to cooling, and counts as nothing until then."
            ],
            "type": "u32"
          },
          {
            "name": "positions",
            "docs": [
              "Positions that exist."
            ],
            "type": "u32"
          },
          {
            "name": "open_disputes",
            "type": "u32"
          },
          {
            "name": "oldest_dispute_at",
            "docs": [
              "When the oldest open dispute was opened, Unix seconds; 0 without one."
            ],
            "type": "i64"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "mint",
            "type": "pubkey"
          },
          {
            "name": "tokens",
            "docs": [
              "The token account that holds the stake."
            ],
            "type": "pubkey"
          },
          {
            "name": "rent_payer",
            "docs": [
              "Paid the vault's rent, and gets it back."
            ],
            "type": "pubkey"
          },
          {
            "name": "first_loss",
            "docs": [
              "Owner's stake that counts."
            ],
            "type": {
              "defined": {
                "name": "Pool"
              }
            }
          },
          {
            "name": "first_loss_cooling",
            "docs": [
              "Owner's and former owners' stake on its way out; slashed with `first_loss`."
            ],
            "type": {
              "defined": {
                "name": "Pool"
              }
            }
          },
          {
            "name": "backers",
            "docs": [
              "Backers' stake that counts."
            ],
            "type": {
              "defined": {
                "name": "Pool"
              }
            }
          },
          {
            "name": "backers_cooling",
            "docs": [
              "Backers' stake on its way out; slashed with `backers`."
            ],
            "type": {
              "defined": {
                "name": "Pool"
              }
            }
          },
          {
            "name": "staked",
            "docs": [
              "Ever staked, returned and slashed, base units."
            ],
            "type": "u64"
          },
          {
            "name": "returned",
            "type": "u64"
          },
          {
            "name": "slashed",
            "type": "u64"
          },
          {
            "name": "next_dispute",
            "docs": [
              "Number of the next dispute."
            ],
            "type": "u64"
          },
          {
            "name": "slashed_in_period",
            "docs": [
              "Slashed in the period that began at `period_started_at` (Unix seconds), base units."
            ],
            "type": "u64"
          },
          {
            "name": "period_started_at",
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
      "name": "Staked",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "vault",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "position",
            "type": "pubkey"
          },
          {
            "name": "staker",
            "type": "pubkey"
          },
          {
            "name": "tranche",
            "type": {
              "defined": {
                "name": "Tranche"
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
            "name": "shares",
            "type": "u64"
          },
          {
            "name": "opened",
            "docs": [
              "Whether this made the position."
            ],
            "type": "bool"
          },
          {
            "name": "position_before",
            "type": {
              "defined": {
                "name": "PositionState"
              }
            }
          },
          {
            "name": "position_after",
            "type": {
              "defined": {
                "name": "PositionState"
              }
            }
          },
          {
            "name": "active_before",
            "type": {
              "defined": {
                "name": "PoolState"
              }
            }
          },
          {
            "name": "active_after",
            "type": {
              "defined": {
                "name": "PoolState"
              }
            }
          }
        ]
      }
    },
    {
      "name": "Tranche",
      "docs": [
        "Whose stake a position is: the agent's owner loses first."
      ],
      "repr": {
        "kind": "rust"
      },
      "type": {
        "kind": "enum",
        "variants": [
          {
            "name": "FirstLoss"
          },
          {
            "name": "Backers"
          }
        ]
      }
    },
    {
      "name": "TrancheReleased",
      "docs": [
        "A former owner's tranche went to cooling; the vault is the present owner's."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "vault",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "old_epoch",
            "type": "u32"
          },
          {
            "name": "new_epoch",
            "type": "u32"
          },
          {
            "name": "released",
            "docs": [
              "What was released; nothing where the tranche was empty."
            ],
            "type": {
              "option": {
                "defined": {
                  "name": "Released"
                }
              }
            }
          }
        ]
      }
    },
    {
      "name": "Unstaked",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "vault",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "position",
            "type": "pubkey"
          },
          {
            "name": "staker",
            "type": "pubkey"
          },
          {
            "name": "tranche",
            "type": {
              "defined": {
                "name": "Tranche"
              }
            }
          },
          {
            "name": "authority",
            "docs": [
              "The staker, or whoever did it for one who is absent."
            ],
            "type": "pubkey"
          },
          {
            "name": "shares",
            "type": "u64"
          },
          {
            "name": "amount",
            "docs": [
              "Base units that cool now."
            ],
            "type": "u64"
          },
          {
            "name": "position_before",
            "type": {
              "defined": {
                "name": "PositionState"
              }
            }
          },
          {
            "name": "position_after",
            "type": {
              "defined": {
                "name": "PositionState"
              }
            }
          },
          {
            "name": "active_before",
            "type": {
              "defined": {
                "name": "PoolState"
              }
            }
          },
          {
            "name": "active_after",
            "type": {
              "defined": {
                "name": "PoolState"
              }
            }
          },
          {
            "name": "cooling_before",
            "type": {
              "defined": {
                "name": "PoolState"
              }
            }
          },
          {
            "name": "cooling_after",
            "type": {
              "defined": {
                "name": "PoolState"
              }
            }
          }
        ]
      }
    },
    {
      "name": "VaultClosed",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "vault",
            "type": "pubkey"
          },
          {
            "name": "agent",
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
              "Base units that were no stake, and where they went."
            ],
            "type": "u64"
          },
          {
            "name": "destination",
            "type": "pubkey"
          },
          {
            "name": "staked",
            "docs": [
              "Totals of the vault's life, base units."
            ],
            "type": "u64"
          },
          {
            "name": "returned",
            "type": "u64"
          },
          {
            "name": "slashed",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "VaultOpened",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "vault",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "mint",
            "type": "pubkey"
          },
          {
            "name": "tokens",
            "docs": [
              "The vault's token account."
            ],
            "type": "pubkey"
          },
          {
            "name": "rent_payer",
            "type": "pubkey"
          },
          {
            "name": "ownership_epoch",
            "type": "u32"
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
        "appeal_ruling`, so that stake outlasts every claim on what it backs; `config_delay ≥ unbonding`."
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
    },
    {
      "name": "Withdrawn",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "vault",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "position",
            "type": "pubkey"
          },
          {
            "name": "staker",
            "type": "pubkey"
          },
          {
            "name": "tranche",
            "type": {
              "defined": {
                "name": "Tranche"
              }
            }
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
            "name": "shares",
            "type": "u64"
          },
          {
            "name": "amount",
            "docs": [
              "Base units that were paid."
            ],
            "type": "u64"
          },
          {
            "name": "closed",
            "docs": [
              "Whether nothing was left in the position, so that it is gone."
            ],
            "type": "bool"
          },
          {
            "name": "position_before",
            "type": {
              "defined": {
                "name": "PositionState"
              }
            }
          },
          {
            "name": "position_after",
            "type": {
              "defined": {
                "name": "PositionState"
              }
            }
          },
          {
            "name": "cooling_before",
            "type": {
              "defined": {
                "name": "PoolState"
              }
            }
          },
          {
            "name": "cooling_after",
            "type": {
              "defined": {
                "name": "PoolState"
              }
            }
          }
        ]
      }
    }
  ],
  "constants": [
    {
      "name": "MAX_SHARES_PER_TOKEN",
      "docs": [
        "A pool that a slash leaves with more shares a token is wiped."
      ],
      "type": "u64",
      "value": "1000000"
    },
    {
      "name": "POSITION_SEED",
      "docs": [
        "`Position`: `[\"position\", vault, staker, tranche: u8]`"
      ],
      "type": "bytes",
      "value": "[112, 111, 115, 105, 116, 105, 111, 110]"
    },
    {
      "name": "STAKE_VAULT_SEED",
      "docs": [
        "`StakeVault`: `[\"vault\", agent]`"
      ],
      "type": "bytes",
      "value": "[118, 97, 117, 108, 116]"
    },
    {
      "name": "VAULT_TOKENS_SEED",
      "docs": [
        "The vault's token account: `[\"vault_tokens\", vault]`"
      ],
      "type": "bytes",
      "value": "[118, 97, 117, 108, 116, 95, 116, 111, 107, 101, 110, 115]"
    }
  ]
} as unknown as Stake;
