// Generated from idl/registry.json by `npm run build:programs`; do not edit.

/** Shape of the registry program, for Anchor's types. */
export type Registry = {
  "address": "5oQNXJqmU1mk6b1dZtNCUPFE1iDkEzYaAYYJaQU2aZKG",
  "metadata": {
    "name": "registry",
    "version": "0.1.0",
    "spec": "0.1.0",
    "description": "Agent Labs registry program"
  },
  "instructions": [
    {
      "name": "agentClose",
      "docs": [
        "Ends a retired agent: a tombstone stays, so that its handle is never registered twice, and the rest",
        "of the rent goes to the creator.",
        "",
        "Authority: the owner.",
        "Errors: `NotOwner`, `CreatorMismatch`, `AgentNotRetiring`, `RetirementNotOver`, `StakeVaultExists`."
      ],
      "discriminator": [
        173,
        51,
        73,
        167,
        214,
        201,
        4,
        242
      ],
      "accounts": [
        {
          "name": "owner",
          "signer": true
        },
        {
          "name": "agent",
          "writable": true
        },
        {
          "name": "creator",
          "writable": true
        },
        {
          "name": "stakeVault",
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
            ],
            "program": {
              "kind": "const",
              "value": [
                125,
                42,
                82,
                102,
                41,
                250,
                152,
                180,
                29,
                184,
                128,
                99,
                201,
                87,
                208,
                252,
                5,
                150,
                53,
                20,
                17,
                144,
                88,
                144,
                132,
                144,
                23,
                175,
                253,
                230,
                186,
                138
              ]
            }
          }
        },
        {
          "name": "eventAuthority",
          "address": "DxYRZUtfywikQqAJNp8mKiHYpsrr2C89wDxS2JhtrABz"
        },
        {
          "name": "program",
          "address": "5oQNXJqmU1mk6b1dZtNCUPFE1iDkEzYaAYYJaQU2aZKG"
        }
      ],
      "args": []
    },
    {
      "name": "agentHeartbeat",
      "docs": [
        "Renews the liveness lease of an Active or Suspended agent.",
        "",
        "Authority: the agent's key or its owner.",
        "Errors: `NotAgentOrOwner`, `LeaseNotRenewable`."
      ],
      "discriminator": [
        94,
        82,
        33,
        82,
        75,
        70,
        178,
        237
      ],
      "accounts": [
        {
          "name": "signer",
          "signer": true
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "agent",
          "writable": true
        },
        {
          "name": "eventAuthority",
          "address": "DxYRZUtfywikQqAJNp8mKiHYpsrr2C89wDxS2JhtrABz"
        },
        {
          "name": "program",
          "address": "5oQNXJqmU1mk6b1dZtNCUPFE1iDkEzYaAYYJaQU2aZKG"
        }
      ],
      "args": []
    },
    {
      "name": "agentRegister",
      "docs": [
        "Registers an agent: a Draft in ownership epoch 1, owned by its creator.",
        "",
        "Authority: the creator, who pays the rent and gets it back at the end, but for a tombstone's.",
        "Parameters: see `AgentRegisterArgs`.",
        "Errors: `HandleTaken` (also where a tombstone is), `HandleInvalid`, `Paused`, `HoldbackOutOfRange`,",
        "`AgentKeyMissing`, `PayoutOwnerMissing`, `TagsTooMany`, `TagInvalid`, `TagRepeated`."
      ],
      "discriminator": [
        142,
        52,
        255,
        92,
        93,
        196,
        126,
        43
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
          "name": "agent",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  97,
                  103,
                  101,
                  110,
                  116
                ]
              },
              {
                "kind": "account",
                "path": "creator"
              },
              {
                "kind": "arg",
                "path": "args.handle"
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
          "address": "DxYRZUtfywikQqAJNp8mKiHYpsrr2C89wDxS2JhtrABz"
        },
        {
          "name": "program",
          "address": "5oQNXJqmU1mk6b1dZtNCUPFE1iDkEzYaAYYJaQU2aZKG"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "agentRegisterArgs"
            }
          }
        }
      ]
    },
    {
      "name": "agentSetStatus",
      "docs": [
        "Opens an agent for business, suspends it, or retires it for good. Activating renews the lease;",
        "retiring starts the wait for every claim on the agent.",
        "",
        "Authority: the owner. Parameters: `status`, along the arrows of `AgentStatus`.",
        "Errors: `NotOwner`, `StatusChangeInvalid`, `NoVersion`."
      ],
      "discriminator": [
        204,
        201,
        35,
        214,
        178,
        163,
        209,
        29
      ],
      "accounts": [
        {
          "name": "owner",
          "signer": true,
          "relations": [
            "agent"
          ]
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "agent",
          "writable": true
        },
        {
          "name": "eventAuthority",
          "address": "DxYRZUtfywikQqAJNp8mKiHYpsrr2C89wDxS2JhtrABz"
        },
        {
          "name": "program",
          "address": "5oQNXJqmU1mk6b1dZtNCUPFE1iDkEzYaAYYJaQU2aZKG"
        }
      ],
      "args": [
        {
          "name": "status",
          "type": {
            "defined": {
              "name": "agentStatus"
            }
          }
        }
      ]
    },
    {
      "name": "agentTransferAccept",
      "docs": [
        "Takes over an agent that was offered, with keys of one's own: a new ownership epoch begins.",
        "",
        "Authority: the pending owner. Parameters: `agent_key`, another than before, and `payout_owner`.",
        "Errors: `NotPendingOwner`, `AgentKeyMissing`, `PayoutOwnerMissing`, `AgentKeyNotFresh`."
      ],
      "discriminator": [
        137,
        239,
        24,
        10,
        168,
        41,
        16,
        89
      ],
      "accounts": [
        {
          "name": "pendingOwner",
          "signer": true,
          "relations": [
            "agent"
          ]
        },
        {
          "name": "agent",
          "writable": true
        },
        {
          "name": "eventAuthority",
          "address": "DxYRZUtfywikQqAJNp8mKiHYpsrr2C89wDxS2JhtrABz"
        },
        {
          "name": "program",
          "address": "5oQNXJqmU1mk6b1dZtNCUPFE1iDkEzYaAYYJaQU2aZKG"
        }
      ],
      "args": [
        {
          "name": "agentKey",
          "type": "pubkey"
        },
        {
          "name": "payoutOwner",
          "type": "pubkey"
        }
      ]
    },
    {
      "name": "agentTransferPropose",
      "docs": [
        "Offers the agent to a new owner, or takes the offer back.",
        "",
        "Authority: the owner. Parameters: `new_owner`; zero cancels.",
        "Errors: `NotOwner`, `TransferToOwner`, `TransferNotPending`."
      ],
      "discriminator": [
        3,
        31,
        64,
        218,
        217,
        233,
        110,
        196
      ],
      "accounts": [
        {
          "name": "owner",
          "signer": true,
          "relations": [
            "agent"
          ]
        },
        {
          "name": "agent",
          "writable": true
        },
        {
          "name": "eventAuthority",
          "address": "DxYRZUtfywikQqAJNp8mKiHYpsrr2C89wDxS2JhtrABz"
        },
        {
          "name": "program",
          "address": "5oQNXJqmU1mk6b1dZtNCUPFE1iDkEzYaAYYJaQU2aZKG"
        }
      ],
      "args": [
        {
          "name": "newOwner",
          "type": "pubkey"
        }
      ]
    },
    {
      "name": "agentUpdate",
      "docs": [
        "Changes an agent's key, payout wallet, offered holdback or tags, in any status. What is open keeps",
        "the terms it opened with.",
        "",
        "Authority: the owner. Parameters: see `AgentUpdateArgs`.",
        "Errors: `NotOwner`, `NothingToUpdate`, and those of `agent_register` for each field."
      ],
      "discriminator": [
        122,
        36,
        255,
        177,
        192,
        243,
        120,
        243
      ],
      "accounts": [
        {
          "name": "owner",
          "signer": true,
          "relations": [
            "agent"
          ]
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "agent",
          "writable": true
        },
        {
          "name": "eventAuthority",
          "address": "DxYRZUtfywikQqAJNp8mKiHYpsrr2C89wDxS2JhtrABz"
        },
        {
          "name": "program",
          "address": "5oQNXJqmU1mk6b1dZtNCUPFE1iDkEzYaAYYJaQU2aZKG"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "agentUpdateArgs"
            }
          }
        }
      ]
    },
    {
      "name": "configInitialize",
      "docs": [
        "Makes the protocol's one config.",
        "",
        "Authority: the upgrade authority of this program, so that nobody makes the config first; `payer`",
        "pays the rent. Parameters: every setting. One transaction carries about twelve panel members",
        "and settlement mints together; more are added later, by changes of config.",
        "Errors: `NotUpgradeAuthority`, `ConfigExists`, and one for each rule of `Config`, from `AdminMissing`",
        "to `PrivateUrisOnPublicCluster`."
      ],
      "discriminator": [
        129,
        48,
        207,
        45,
        143,
        130,
        95,
        127
      ],
      "accounts": [
        {
          "name": "authority",
          "signer": true
        },
        {
          "name": "payer",
          "writable": true,
          "signer": true
        },
        {
          "name": "config",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  99,
                  111,
                  110,
                  102,
                  105,
                  103
                ]
              }
            ]
          }
        },
        {
          "name": "registry",
          "address": "5oQNXJqmU1mk6b1dZtNCUPFE1iDkEzYaAYYJaQU2aZKG"
        },
        {
          "name": "programData"
        },
        {
          "name": "systemProgram",
          "address": "11111111111111111111111111111111"
        },
        {
          "name": "eventAuthority",
          "address": "DxYRZUtfywikQqAJNp8mKiHYpsrr2C89wDxS2JhtrABz"
        },
        {
          "name": "program",
          "address": "5oQNXJqmU1mk6b1dZtNCUPFE1iDkEzYaAYYJaQU2aZKG"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "configInitializeArgs"
            }
          }
        }
      ]
    },
    {
      "name": "configPause",
      "docs": [
        "Stops new risk: sets pause bits. Exits, holds, disputes, answers, votes and appeals go on.",
        "",
        "Authority: the pauser or the admin. Parameters: `bits`, of `pause`, added to those set. A pause of",
        "slash executions lapses by itself, and setting its bit again does not prolong it.",
        "Errors: `NotPauser`, `PauseBitsInvalid`."
      ],
      "discriminator": [
        217,
        42,
        85,
        11,
        91,
        202,
        36,
        130
      ],
      "accounts": [
        {
          "name": "signer",
          "signer": true
        },
        {
          "name": "config",
          "writable": true,
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "eventAuthority",
          "address": "DxYRZUtfywikQqAJNp8mKiHYpsrr2C89wDxS2JhtrABz"
        },
        {
          "name": "program",
          "address": "5oQNXJqmU1mk6b1dZtNCUPFE1iDkEzYaAYYJaQU2aZKG"
        }
      ],
      "args": [
        {
          "name": "bits",
          "type": "u16"
        }
      ]
    },
    {
      "name": "configUnpause",
      "docs": [
        "Lets new risk in again: clears pause bits.",
        "",
        "Authority: the admin alone. Parameters: `bits`, of `pause`, taken off those set.",
        "Errors: `NotAdmin`, `PauseBitsInvalid`."
      ],
      "discriminator": [
        40,
        123,
        46,
        116,
        108,
        56,
        183,
        235
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
          "name": "config",
          "writable": true,
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "eventAuthority",
          "address": "DxYRZUtfywikQqAJNp8mKiHYpsrr2C89wDxS2JhtrABz"
        },
        {
          "name": "program",
          "address": "5oQNXJqmU1mk6b1dZtNCUPFE1iDkEzYaAYYJaQU2aZKG"
        }
      ],
      "args": [
        {
          "name": "bits",
          "type": "u16"
        }
      ]
    },
    {
      "name": "versionClose",
      "docs": [
        "Returns the rent of a version whose agent is closed to its publisher.",
        "",
        "Authority: anyone. Parameters: `n`, the version's number.",
        "Errors: `AccountDiscriminatorMismatch` (3002) while the agent is not closed, `PublisherMismatch`."
      ],
      "discriminator": [
        81,
        73,
        214,
        60,
        146,
        235,
        61,
        101
      ],
      "accounts": [
        {
          "name": "agent",
          "docs": [
            "The tombstone of the version's agent."
          ]
        },
        {
          "name": "version",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  118,
                  101,
                  114,
                  115,
                  105,
                  111,
                  110
                ]
              },
              {
                "kind": "account",
                "path": "agent"
              },
              {
                "kind": "arg",
                "path": "n"
              }
            ]
          }
        },
        {
          "name": "publisher",
          "writable": true,
          "relations": [
            "version"
          ]
        },
        {
          "name": "eventAuthority",
          "address": "DxYRZUtfywikQqAJNp8mKiHYpsrr2C89wDxS2JhtrABz"
        },
        {
          "name": "program",
          "address": "5oQNXJqmU1mk6b1dZtNCUPFE1iDkEzYaAYYJaQU2aZKG"
        }
      ],
      "args": [
        {
          "name": "n",
          "type": "u32"
        }
      ]
    },
    {
      "name": "versionPublish",
      "docs": [
        "Publishes the agent's next version, and makes its price the agent's.",
        "",
        "Authority: the owner, who pays the rent. Parameters: see `VersionPublishArgs`; the price is in the",
        "mint passed as `price_mint`, a mint of the SPL Token program.",
        "Errors: `NotOwner`, `Paused`, `AgentRetiring`, `SemverInvalid`, `ManifestHashMissing`, `UriInvalid`,",
        "`UriSchemeRefused`, `UriHostRefused`, `PriceZero`, `PriceMintInvalid`."
      ],
      "discriminator": [
        147,
        229,
        145,
        199,
        20,
        72,
        205,
        225
      ],
      "accounts": [
        {
          "name": "owner",
          "writable": true,
          "signer": true,
          "relations": [
            "agent"
          ]
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "agent",
          "writable": true
        },
        {
          "name": "version",
          "writable": true
        },
        {
          "name": "priceMint"
        },
        {
          "name": "systemProgram",
          "address": "11111111111111111111111111111111"
        },
        {
          "name": "eventAuthority",
          "address": "DxYRZUtfywikQqAJNp8mKiHYpsrr2C89wDxS2JhtrABz"
        },
        {
          "name": "program",
          "address": "5oQNXJqmU1mk6b1dZtNCUPFE1iDkEzYaAYYJaQU2aZKG"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "versionPublishArgs"
            }
          }
        }
      ]
    },
    {
      "name": "versionYank",
      "docs": [
        "Withdraws a version for good: no channel opens on it.",
        "",
        "Authority: the owner. Parameters: `n`, the version's number.",
        "Errors: `NotOwner`, `AlreadyYanked`."
      ],
      "discriminator": [
        103,
        217,
        149,
        131,
        150,
        47,
        49,
        132
      ],
      "accounts": [
        {
          "name": "owner",
          "signer": true,
          "relations": [
            "agent"
          ]
        },
        {
          "name": "agent"
        },
        {
          "name": "version",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  118,
                  101,
                  114,
                  115,
                  105,
                  111,
                  110
                ]
              },
              {
                "kind": "account",
                "path": "agent"
              },
              {
                "kind": "arg",
                "path": "n"
              }
            ]
          }
        },
        {
          "name": "eventAuthority",
          "address": "DxYRZUtfywikQqAJNp8mKiHYpsrr2C89wDxS2JhtrABz"
        },
        {
          "name": "program",
          "address": "5oQNXJqmU1mk6b1dZtNCUPFE1iDkEzYaAYYJaQU2aZKG"
        }
      ],
      "args": [
        {
          "name": "n",
          "type": "u32"
        }
      ]
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
      "name": "tombstone",
      "discriminator": [
        45,
        187,
        252,
        155,
        232,
        114,
        36,
        22
      ]
    }
  ],
  "events": [
    {
      "name": "agentClosed",
      "discriminator": [
        72,
        133,
        207,
        59,
        220,
        188,
        201,
        165
      ]
    },
    {
      "name": "agentLeaseRenewed",
      "discriminator": [
        246,
        229,
        224,
        95,
        157,
        29,
        136,
        52
      ]
    },
    {
      "name": "agentRegistered",
      "discriminator": [
        191,
        78,
        217,
        54,
        232,
        100,
        189,
        85
      ]
    },
    {
      "name": "agentStatusChanged",
      "discriminator": [
        210,
        74,
        73,
        158,
        205,
        28,
        137,
        178
      ]
    },
    {
      "name": "agentTransferProposed",
      "discriminator": [
        73,
        211,
        222,
        223,
        23,
        238,
        149,
        80
      ]
    },
    {
      "name": "agentTransferred",
      "discriminator": [
        5,
        213,
        4,
        28,
        147,
        238,
        64,
        57
      ]
    },
    {
      "name": "agentUpdated",
      "discriminator": [
        210,
        179,
        162,
        250,
        123,
        250,
        210,
        166
      ]
    },
    {
      "name": "configInitialized",
      "discriminator": [
        181,
        49,
        200,
        156,
        19,
        167,
        178,
        91
      ]
    },
    {
      "name": "configPaused",
      "discriminator": [
        4,
        247,
        68,
        149,
        112,
        96,
        81,
        253
      ]
    },
    {
      "name": "configUnpaused",
      "discriminator": [
        121,
        14,
        146,
        133,
        130,
        127,
        1,
        150
      ]
    },
    {
      "name": "versionClosed",
      "discriminator": [
        188,
        102,
        224,
        253,
        5,
        203,
        125,
        242
      ]
    },
    {
      "name": "versionPublished",
      "discriminator": [
        153,
        232,
        67,
        69,
        206,
        21,
        193,
        185
      ]
    },
    {
      "name": "versionYanked",
      "discriminator": [
        90,
        18,
        106,
        187,
        138,
        81,
        0,
        92
      ]
    }
  ],
  "errors": [
    {
      "code": 6000,
      "name": "unknownLayout",
      "msg": "The account has a layout this program does not know; update the client or migrate the account"
    },
    {
      "code": 6001,
      "name": "invariantBroken",
      "msg": "Stored state would break a rule of the registry; nothing was changed, please report it"
    },
    {
      "code": 6002,
      "name": "mathOverflow",
      "msg": "A number left its range; use smaller values"
    },
    {
      "code": 6003,
      "name": "notYetEnforced",
      "msg": "This limit needs a program that is not built yet; leave it zero"
    },
    {
      "code": 6004,
      "name": "paused",
      "msg": "Registering and publishing are paused; try again after the admin unpauses"
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
      "name": "notUpgradeAuthority",
      "msg": "Only the upgrade authority of this program makes its config; sign with that key"
    },
    {
      "code": 6009,
      "name": "configExists",
      "msg": "The config exists already; change it instead of making it again"
    },
    {
      "code": 6010,
      "name": "adminMissing",
      "msg": "The admin is the zero key; name one"
    },
    {
      "code": 6011,
      "name": "pauserMissing",
      "msg": "The pauser is the zero key; name one"
    },
    {
      "code": 6012,
      "name": "treasuryMissing",
      "msg": "The treasury is the zero key; name one"
    },
    {
      "code": 6013,
      "name": "stakeMintMissing",
      "msg": "The stake mint is the zero key; name one"
    },
    {
      "code": 6014,
      "name": "genesisHashMissing",
      "msg": "The genesis hash is zero; give the one of the cluster"
    },
    {
      "code": 6015,
      "name": "feeTooHigh",
      "msg": "The protocol fee is at most 500 basis points; lower it"
    },
    {
      "code": 6016,
      "name": "bpsTooHigh",
      "msg": "A share is at most 10,000 basis points; lower it"
    },
    {
      "code": 6017,
      "name": "windowOutOfRange",
      "msg": "Each window lasts from 1 second to 10 years, only holdback_min may be 0; correct it"
    },
    {
      "code": 6018,
      "name": "holdbackRangeInvalid",
      "msg": "holdback_min is above holdback_max; swap or correct them"
    },
    {
      "code": 6019,
      "name": "unbondingTooShort",
      "msg": "Stake would leave before the last claim on it can end; lengthen unbonding or shorten the others"
    },
    {
      "code": 6020,
      "name": "configDelayTooShort",
      "msg": "A change of config must wait at least as long as unbonding; lengthen config_delay"
    },
    {
      "code": 6021,
      "name": "panelSizeInvalid",
      "msg": "A panel has 1 to 9 members; add or remove some"
    },
    {
      "code": 6022,
      "name": "panelThresholdInvalid",
      "msg": "A panel's threshold is from 1 to its number of members; correct it"
    },
    {
      "code": 6023,
      "name": "panelMemberInvalid",
      "msg": "A panel names a zero key or one key twice; correct it"
    },
    {
      "code": 6024,
      "name": "panelsOverlap",
      "msg": "The two panels share a member, who would judge twice; take it off one"
    },
    {
      "code": 6025,
      "name": "settlementMintsTooMany",
      "msg": "At most 8 settlement mints carry a weight; leave some out"
    },
    {
      "code": 6026,
      "name": "settlementMintInvalid",
      "msg": "The settlement mints name a zero key or one key twice; correct them"
    },
    {
      "code": 6027,
      "name": "flagsUnknown",
      "msg": "The flags hold a bit this program does not know; clear it"
    },
    {
      "code": 6028,
      "name": "privateUrisOnPublicCluster",
      "msg": "Private manifest addresses are for local clusters only; clear the flag"
    },
    {
      "code": 6029,
      "name": "notPauser",
      "msg": "Only the pauser or the admin pauses; sign with one of them"
    },
    {
      "code": 6030,
      "name": "notAdmin",
      "msg": "Only the admin does this; sign with it"
    },
    {
      "code": 6031,
      "name": "pauseBitsInvalid",
      "msg": "Name at least one pause bit, and only known ones"
    },
    {
      "code": 6032,
      "name": "handleInvalid",
      "msg": "A handle is 3 to 32 of a-z, 0-9 and single hyphens inside; choose another"
    },
    {
      "code": 6033,
      "name": "handleTaken",
      "msg": "You have registered this handle before, and a handle is never registered twice; choose another"
    },
    {
      "code": 6034,
      "name": "agentKeyMissing",
      "msg": "The agent key is the zero key; name the one that signs the agent's responses"
    },
    {
      "code": 6035,
      "name": "payoutOwnerMissing",
      "msg": "The payout owner is the zero key; name the wallet that payouts go to"
    },
    {
      "code": 6036,
      "name": "holdbackOutOfRange",
      "msg": "The holdback is outside the config's holdback_min and holdback_max; choose one between"
    },
    {
      "code": 6037,
      "name": "tagsTooMany",
      "msg": "An agent has at most 4 tags; leave some out"
    },
    {
      "code": 6038,
      "name": "tagInvalid",
      "msg": "A tag is 1 to 16 of a-z, 0-9 and single hyphens inside; correct it"
    },
    {
      "code": 6039,
      "name": "tagRepeated",
      "msg": "The tags name one twice; leave it out"
    },
    {
      "code": 6040,
      "name": "notOwner",
      "msg": "Only the agent's owner does this; sign with the owner's key"
    },
    {
      "code": 6041,
      "name": "notAgentOrOwner",
      "msg": "Only the agent's own key or its owner does this; sign with one of them"
    },
    {
      "code": 6042,
      "name": "nothingToUpdate",
      "msg": "Nothing to update; give at least one field"
    },
    {
      "code": 6043,
      "name": "statusChangeInvalid",
      "msg": "An agent's status cannot change that way; see the arrows of AgentStatus"
    },
    {
      "code": 6044,
      "name": "noVersion",
      "msg": "An agent needs a version before it opens for business; publish one first"
    },
    {
      "code": 6045,
      "name": "agentRetiring",
      "msg": "The agent is retiring and publishes nothing more; register a new agent"
    },
    {
      "code": 6046,
      "name": "leaseNotRenewable",
      "msg": "Only an Active or Suspended agent renews its lease; activate it first"
    },
    {
      "code": 6047,
      "name": "transferToOwner",
      "msg": "The agent has this owner already; propose another key, or zero to cancel"
    },
    {
      "code": 6048,
      "name": "transferNotPending",
      "msg": "No transfer is under way; there is nothing to cancel"
    },
    {
      "code": 6049,
      "name": "notPendingOwner",
      "msg": "The agent was not offered to this key; ask its owner to propose the transfer"
    },
    {
      "code": 6050,
      "name": "agentKeyNotFresh",
      "msg": "The former owner may hold the present agent key; choose a fresh one"
    },
    {
      "code": 6051,
      "name": "agentNotRetiring",
      "msg": "Retire the agent first, and close it when its retirement is over"
    },
    {
      "code": 6052,
      "name": "retirementNotOver",
      "msg": "Claims on the agent may still be open; wait until retires_at"
    },
    {
      "code": 6053,
      "name": "stakeVaultExists",
      "msg": "The agent's stake vault still exists; withdraw the stake and close the vault first"
    },
    {
      "code": 6054,
      "name": "creatorMismatch",
      "msg": "The rent goes to the agent's creator; pass that account"
    },
    {
      "code": 6055,
      "name": "semverInvalid",
      "msg": "Not a semantic version of at most 32 bytes; see semver.org"
    },
    {
      "code": 6056,
      "name": "manifestHashMissing",
      "msg": "The manifest hash is zero; give the SHA-256 of the manifest's canonical JSON"
    },
    {
      "code": 6057,
      "name": "uriInvalid",
      "msg": "A manifest address is 1 to 200 bytes of the characters RFC 3986 allows; encode the others"
    },
    {
      "code": 6058,
      "name": "uriSchemeRefused",
      "msg": "A manifest address begins with https://, ipfs:// or ar://; publish it there"
    },
    {
      "code": 6059,
      "name": "uriHostRefused",
      "msg": "The manifest's host is not a public name; use one that everybody can reach"
    },
    {
      "code": 6060,
      "name": "priceZero",
      "msg": "The price of a call must be above zero"
    },
    {
      "code": 6061,
      "name": "priceMintInvalid",
      "msg": "The price mint is not an initialized mint of the SPL Token program; pass one"
    },
    {
      "code": 6062,
      "name": "alreadyYanked",
      "msg": "The version is yanked already; nothing is left to do"
    },
    {
      "code": 6063,
      "name": "publisherMismatch",
      "msg": "The rent goes to the version's publisher; pass that account"
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
      "name": "agentClosed",
      "docs": [
        "A tombstone took the agent's place."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "owner",
            "type": "pubkey"
          },
          {
            "name": "creator",
            "type": "pubkey"
          },
          {
            "name": "handle",
            "type": "string"
          },
          {
            "name": "returned",
            "docs": [
              "Lamports that went to the creator."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "agentLeaseRenewed",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "signer",
            "type": "pubkey"
          },
          {
            "name": "oldLeaseExpiresAt",
            "type": "i64"
          },
          {
            "name": "newLeaseExpiresAt",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "agentRegisterArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "handle",
            "docs": [
              "3 to 32 of a-z, 0-9 and single hyphens; the creator's for good."
            ],
            "type": "string"
          },
          {
            "name": "agentKey",
            "docs": [
              "Signs responses and heartbeats."
            ],
            "type": "pubkey"
          },
          {
            "name": "payoutOwner",
            "docs": [
              "Wallet that payouts go to."
            ],
            "type": "pubkey"
          },
          {
            "name": "holdback",
            "docs": [
              "Seconds, within the config's `holdback_min` and `holdback_max`."
            ],
            "type": "i64"
          },
          {
            "name": "tags",
            "docs": [
              "At most 4, each 1 to 16 of a-z, 0-9 and single hyphens."
            ],
            "type": {
              "vec": "string"
            }
          }
        ]
      }
    },
    {
      "name": "agentRegistered",
      "docs": [
        "An agent exists, as a Draft in ownership epoch 1, owned by its creator."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "creator",
            "type": "pubkey"
          },
          {
            "name": "handle",
            "type": "string"
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
            "name": "holdback",
            "type": "i64"
          },
          {
            "name": "tags",
            "type": {
              "vec": "string"
            }
          },
          {
            "name": "registeredAt",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "agentStatus",
      "docs": [
        "Where an agent stands. Stored as a `u8`.",
        "",
        "Draft → Active ⇄ Suspended; Draft, Active or Suspended → Retiring; Retiring → tombstone."
      ],
      "repr": {
        "kind": "rust"
      },
      "type": {
        "kind": "enum",
        "variants": [
          {
            "name": "draft"
          },
          {
            "name": "active"
          },
          {
            "name": "suspended"
          },
          {
            "name": "retiring"
          }
        ]
      }
    },
    {
      "name": "agentStatusChanged",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "owner",
            "type": "pubkey"
          },
          {
            "name": "oldStatus",
            "type": {
              "defined": {
                "name": "agentStatus"
              }
            }
          },
          {
            "name": "newStatus",
            "type": {
              "defined": {
                "name": "agentStatus"
              }
            }
          },
          {
            "name": "oldLeaseExpiresAt",
            "type": "i64"
          },
          {
            "name": "newLeaseExpiresAt",
            "type": "i64"
          },
          {
            "name": "retiresAt",
            "docs": [
              "Non-zero once Retiring, Unix seconds."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "agentTransferProposed",
      "docs": [
        "The owner offered the agent to another key, or took an offer back (`new_pending_owner` zero)."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "owner",
            "type": "pubkey"
          },
          {
            "name": "oldPendingOwner",
            "type": "pubkey"
          },
          {
            "name": "newPendingOwner",
            "type": "pubkey"
          }
        ]
      }
    },
    {
      "name": "agentTransferred",
      "docs": [
        "A new ownership epoch began."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "oldOwner",
            "type": "pubkey"
          },
          {
            "name": "newOwner",
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
            "name": "oldAgentKey",
            "type": "pubkey"
          },
          {
            "name": "newAgentKey",
            "type": "pubkey"
          },
          {
            "name": "oldPayoutOwner",
            "type": "pubkey"
          },
          {
            "name": "newPayoutOwner",
            "type": "pubkey"
          }
        ]
      }
    },
    {
      "name": "agentUpdateArgs",
      "docs": [
        "The fields to change; `None` leaves one as it is."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "agentKey",
            "type": {
              "option": "pubkey"
            }
          },
          {
            "name": "payoutOwner",
            "type": {
              "option": "pubkey"
            }
          },
          {
            "name": "holdback",
            "docs": [
              "Seconds, within the config's `holdback_min` and `holdback_max`."
            ],
            "type": {
              "option": "i64"
            }
          },
          {
            "name": "tags",
            "type": {
              "option": {
                "vec": "string"
              }
            }
          }
        ]
      }
    },
    {
      "name": "agentUpdated",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "owner",
            "type": "pubkey"
          },
          {
            "name": "oldAgentKey",
            "type": "pubkey"
          },
          {
            "name": "newAgentKey",
            "type": "pubkey"
          },
          {
            "name": "oldPayoutOwner",
            "type": "pubkey"
          },
          {
            "name": "newPayoutOwner",
            "type": "pubkey"
          },
          {
            "name": "oldHoldback",
            "type": "i64"
          },
          {
            "name": "newHoldback",
            "type": "i64"
          },
          {
            "name": "oldTags",
            "type": {
              "vec": "string"
            }
          },
          {
            "name": "newTags",
            "type": {
              "vec": "string"
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
      "name": "configInitializeArgs",
      "docs": [
        "Every setting of the protocol; the fields mean what those of `Config` mean."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "admin",
            "type": "pubkey"
          },
          {
            "name": "pauser",
            "type": "pubkey"
          },
          {
            "name": "treasury",
            "type": "pubkey"
          },
          {
            "name": "stakeMint",
            "type": "pubkey"
          },
          {
            "name": "genesisHash",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "feeBps",
            "type": "u16"
          },
          {
            "name": "firstLossBps",
            "type": "u16"
          },
          {
            "name": "penaltyBps",
            "type": "u16"
          },
          {
            "name": "bondBps",
            "type": "u16"
          },
          {
            "name": "minStake",
            "docs": [
              "Base units of the stake mint; 0 asks agents for no stake."
            ],
            "type": "u64"
          },
          {
            "name": "slashCapDispute",
            "type": "u64"
          },
          {
            "name": "slashCapPeriod",
            "type": "u64"
          },
          {
            "name": "bondMin",
            "type": "u64"
          },
          {
            "name": "arbiterFee",
            "type": "u64"
          },
          {
            "name": "windows",
            "type": {
              "defined": {
                "name": "windowsArgs"
              }
            }
          },
          {
            "name": "panels",
            "type": {
              "array": [
                {
                  "defined": {
                    "name": "panelArgs"
                  }
                },
                2
              ]
            }
          },
          {
            "name": "settlementMints",
            "type": {
              "vec": {
                "defined": {
                  "name": "settlementMintArgs"
                }
              }
            }
          },
          {
            "name": "flags",
            "docs": [
              "`config_flags`"
            ],
            "type": "u8"
          }
        ]
      }
    },
    {
      "name": "configInitialized",
      "docs": [
        "The protocol's settings were made."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "config",
            "type": "pubkey"
          },
          {
            "name": "upgradeAuthority",
            "type": "pubkey"
          },
          {
            "name": "settings",
            "type": {
              "defined": {
                "name": "configInitializeArgs"
              }
            }
          }
        ]
      }
    },
    {
      "name": "configPaused",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "config",
            "type": "pubkey"
          },
          {
            "name": "signer",
            "type": "pubkey"
          },
          {
            "name": "oldBits",
            "type": "u16"
          },
          {
            "name": "newBits",
            "type": "u16"
          },
          {
            "name": "oldExecutionPausedAt",
            "type": "i64"
          },
          {
            "name": "newExecutionPausedAt",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "configUnpaused",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "config",
            "type": "pubkey"
          },
          {
            "name": "admin",
            "type": "pubkey"
          },
          {
            "name": "oldBits",
            "type": "u16"
          },
          {
            "name": "newBits",
            "type": "u16"
          },
          {
            "name": "oldExecutionPausedAt",
            "type": "i64"
          },
          {
            "name": "newExecutionPausedAt",
            "type": "i64"
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
      "name": "panelArgs",
      "docs": [
        "A `Panel`, its members listed."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "members",
            "type": {
              "vec": "pubkey"
            }
          },
          {
            "name": "threshold",
            "type": "u8"
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
      "name": "settlementMintArgs",
      "docs": [
        "A `SettlementMint`."
      ],
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
          }
        ]
      }
    },
    {
      "name": "tombstone",
      "docs": [
        "What stays of a closed agent at its address, so that the handle is never registered twice.",
        "",
        "INVARIANTS: never closed, never changed."
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
            "name": "reserved",
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
      "name": "versionClosed",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "version",
            "type": "pubkey"
          },
          {
            "name": "number",
            "type": "u32"
          },
          {
            "name": "publisher",
            "type": "pubkey"
          },
          {
            "name": "returned",
            "docs": [
              "Lamports that went to the publisher."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "versionPublishArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "semver",
            "docs": [
              "Semantic version, at most 32 bytes."
            ],
            "type": "string"
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
            "name": "uri",
            "docs": [
              "Where the manifest is, at most 200 bytes."
            ],
            "type": "string"
          },
          {
            "name": "price",
            "docs": [
              "Price of one call, base units of the price mint."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "versionPublished",
      "docs": [
        "A version exists, and is the agent's latest."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "version",
            "type": "pubkey"
          },
          {
            "name": "number",
            "type": "u32"
          },
          {
            "name": "publisher",
            "type": "pubkey"
          },
          {
            "name": "semver",
            "type": "string"
          },
          {
            "name": "manifestHash",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "uri",
            "type": "string"
          },
          {
            "name": "oldPrice",
            "type": "u64"
          },
          {
            "name": "newPrice",
            "type": "u64"
          },
          {
            "name": "oldPriceMint",
            "type": "pubkey"
          },
          {
            "name": "newPriceMint",
            "type": "pubkey"
          },
          {
            "name": "publishedAt",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "versionYanked",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "version",
            "type": "pubkey"
          },
          {
            "name": "number",
            "type": "u32"
          },
          {
            "name": "owner",
            "type": "pubkey"
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
      "name": "windowsArgs",
      "docs": [
        "`Windows`, seconds each."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "unbonding",
            "type": "i64"
          },
          {
            "name": "configDelay",
            "type": "i64"
          },
          {
            "name": "configExpiry",
            "type": "i64"
          },
          {
            "name": "adminDelay",
            "type": "i64"
          },
          {
            "name": "channelLifeMax",
            "type": "i64"
          },
          {
            "name": "closeGrace",
            "type": "i64"
          },
          {
            "name": "holdbackMin",
            "type": "i64"
          },
          {
            "name": "holdbackMax",
            "type": "i64"
          },
          {
            "name": "holdLapse",
            "type": "i64"
          },
          {
            "name": "claim",
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
            "type": "i64"
          },
          {
            "name": "lease",
            "type": "i64"
          },
          {
            "name": "executionPause",
            "type": "i64"
          },
          {
            "name": "slashPeriod",
            "type": "i64"
          }
        ]
      }
    }
  ],
  "constants": [
    {
      "name": "agentSeed",
      "docs": [
        "`Agent`, and the `Tombstone` in its place: `[\"agent\", creator, handle]`"
      ],
      "type": "bytes",
      "value": "[97, 103, 101, 110, 116]"
    },
    {
      "name": "configSeed",
      "docs": [
        "`Config`: `[\"config\"]`"
      ],
      "type": "bytes",
      "value": "[99, 111, 110, 102, 105, 103]"
    },
    {
      "name": "feeBpsMax",
      "docs": [
        "Highest protocol fee, basis points of a payout."
      ],
      "type": "u16",
      "value": "500"
    },
    {
      "name": "flagAllowPrivateUris",
      "docs": [
        "Config flag: manifest addresses may be `http:` and private."
      ],
      "type": "u8",
      "value": "1"
    },
    {
      "name": "handleMaxLen",
      "docs": [
        "Longest handle, bytes."
      ],
      "type": "u16",
      "value": "32"
    },
    {
      "name": "handleMinLen",
      "docs": [
        "Shortest handle, bytes."
      ],
      "type": "u16",
      "value": "3"
    },
    {
      "name": "panelMax",
      "docs": [
        "Most members of one arbiter panel."
      ],
      "type": "u16",
      "value": "9"
    },
    {
      "name": "pauseDeposit",
      "docs": [
        "Pause bit: deposits."
      ],
      "type": "u16",
      "value": "8"
    },
    {
      "name": "pauseExecute",
      "docs": [
        "Pause bit: slash executions; lapses by itself."
      ],
      "type": "u16",
      "value": "64"
    },
    {
      "name": "pauseLock",
      "docs": [
        "Pause bit: locks."
      ],
      "type": "u16",
      "value": "16"
    },
    {
      "name": "pauseOpen",
      "docs": [
        "Pause bit: opening and re-arming."
      ],
      "type": "u16",
      "value": "4"
    },
    {
      "name": "pauseRate",
      "docs": [
        "Pause bit: ratings."
      ],
      "type": "u16",
      "value": "32"
    },
    {
      "name": "pauseRegister",
      "docs": [
        "Pause bit: registering agents and publishing versions."
      ],
      "type": "u16",
      "value": "1"
    },
    {
      "name": "pauseStake",
      "docs": [
        "Pause bit: staking."
      ],
      "type": "u16",
      "value": "2"
    },
    {
      "name": "semverMaxLen",
      "docs": [
        "Longest semantic version, bytes."
      ],
      "type": "u16",
      "value": "32"
    },
    {
      "name": "settlementMintsMax",
      "docs": [
        "Most settlement mints with a reputation weight."
      ],
      "type": "u16",
      "value": "8"
    },
    {
      "name": "stakeProgram",
      "docs": [
        "The stake program, whose vault keeps an agent from being closed."
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
      "name": "tagsMax",
      "docs": [
        "Most tags of an agent."
      ],
      "type": "u16",
      "value": "4"
    },
    {
      "name": "tagMaxLen",
      "docs": [
        "Longest tag, bytes."
      ],
      "type": "u16",
      "value": "16"
    },
    {
      "name": "uriMaxLen",
      "docs": [
        "Longest manifest address, bytes."
      ],
      "type": "u16",
      "value": "200"
    },
    {
      "name": "versionSeed",
      "docs": [
        "`AgentVersion`: `[\"version\", agent, n: u32 LE]`"
      ],
      "type": "bytes",
      "value": "[118, 101, 114, 115, 105, 111, 110]"
    },
    {
      "name": "windowMax",
      "docs": [
        "Longest window, seconds: ten years of 365 days."
      ],
      "type": "i64",
      "value": "315360000"
    }
  ]
};

/** IDL of the registry program as its build gave it. */
export const registryIdl = {
  "address": "5oQNXJqmU1mk6b1dZtNCUPFE1iDkEzYaAYYJaQU2aZKG",
  "metadata": {
    "name": "registry",
    "version": "0.1.0",
    "spec": "0.1.0",
    "description": "Agent Labs registry program"
  },
  "instructions": [
    {
      "name": "agent_close",
      "docs": [
        "Ends a retired agent: a tombstone stays, so that its handle is never registered twice, and the rest",
        "of the rent goes to the creator.",
        "",
        "Authority: the owner.",
        "Errors: `NotOwner`, `CreatorMismatch`, `AgentNotRetiring`, `RetirementNotOver`, `StakeVaultExists`."
      ],
      "discriminator": [
        173,
        51,
        73,
        167,
        214,
        201,
        4,
        242
      ],
      "accounts": [
        {
          "name": "owner",
          "signer": true
        },
        {
          "name": "agent",
          "writable": true
        },
        {
          "name": "creator",
          "writable": true
        },
        {
          "name": "stake_vault",
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
            ],
            "program": {
              "kind": "const",
              "value": [
                125,
                42,
                82,
                102,
                41,
                250,
                152,
                180,
                29,
                184,
                128,
                99,
                201,
                87,
                208,
                252,
                5,
                150,
                53,
                20,
                17,
                144,
                88,
                144,
                132,
                144,
                23,
                175,
                253,
                230,
                186,
                138
              ]
            }
          }
        },
        {
          "name": "event_authority",
          "address": "DxYRZUtfywikQqAJNp8mKiHYpsrr2C89wDxS2JhtrABz"
        },
        {
          "name": "program",
          "address": "5oQNXJqmU1mk6b1dZtNCUPFE1iDkEzYaAYYJaQU2aZKG"
        }
      ],
      "args": []
    },
    {
      "name": "agent_heartbeat",
      "docs": [
        "Renews the liveness lease of an Active or Suspended agent.",
        "",
        "Authority: the agent's key or its owner.",
        "Errors: `NotAgentOrOwner`, `LeaseNotRenewable`."
      ],
      "discriminator": [
        94,
        82,
        33,
        82,
        75,
        70,
        178,
        237
      ],
      "accounts": [
        {
          "name": "signer",
          "signer": true
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "agent",
          "writable": true
        },
        {
          "name": "event_authority",
          "address": "DxYRZUtfywikQqAJNp8mKiHYpsrr2C89wDxS2JhtrABz"
        },
        {
          "name": "program",
          "address": "5oQNXJqmU1mk6b1dZtNCUPFE1iDkEzYaAYYJaQU2aZKG"
        }
      ],
      "args": []
    },
    {
      "name": "agent_register",
      "docs": [
        "Registers an agent: a Draft in ownership epoch 1, owned by its creator.",
        "",
        "Authority: the creator, who pays the rent and gets it back at the end, but for a tombstone's.",
        "Parameters: see `AgentRegisterArgs`.",
        "Errors: `HandleTaken` (also where a tombstone is), `HandleInvalid`, `Paused`, `HoldbackOutOfRange`,",
        "`AgentKeyMissing`, `PayoutOwnerMissing`, `TagsTooMany`, `TagInvalid`, `TagRepeated`."
      ],
      "discriminator": [
        142,
        52,
        255,
        92,
        93,
        196,
        126,
        43
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
          "name": "agent",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  97,
                  103,
                  101,
                  110,
                  116
                ]
              },
              {
                "kind": "account",
                "path": "creator"
              },
              {
                "kind": "arg",
                "path": "args.handle"
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
          "address": "DxYRZUtfywikQqAJNp8mKiHYpsrr2C89wDxS2JhtrABz"
        },
        {
          "name": "program",
          "address": "5oQNXJqmU1mk6b1dZtNCUPFE1iDkEzYaAYYJaQU2aZKG"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "AgentRegisterArgs"
            }
          }
        }
      ]
    },
    {
      "name": "agent_set_status",
      "docs": [
        "Opens an agent for business, suspends it, or retires it for good. Activating renews the lease;",
        "retiring starts the wait for every claim on the agent.",
        "",
        "Authority: the owner. Parameters: `status`, along the arrows of `AgentStatus`.",
        "Errors: `NotOwner`, `StatusChangeInvalid`, `NoVersion`."
      ],
      "discriminator": [
        204,
        201,
        35,
        214,
        178,
        163,
        209,
        29
      ],
      "accounts": [
        {
          "name": "owner",
          "signer": true,
          "relations": [
            "agent"
          ]
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "agent",
          "writable": true
        },
        {
          "name": "event_authority",
          "address": "DxYRZUtfywikQqAJNp8mKiHYpsrr2C89wDxS2JhtrABz"
        },
        {
          "name": "program",
          "address": "5oQNXJqmU1mk6b1dZtNCUPFE1iDkEzYaAYYJaQU2aZKG"
        }
      ],
      "args": [
        {
          "name": "status",
          "type": {
            "defined": {
              "name": "AgentStatus"
            }
          }
        }
      ]
    },
    {
      "name": "agent_transfer_accept",
      "docs": [
        "Takes over an agent that was offered, with keys of one's own: a new ownership epoch begins.",
        "",
        "Authority: the pending owner. Parameters: `agent_key`, another than before, and `payout_owner`.",
        "Errors: `NotPendingOwner`, `AgentKeyMissing`, `PayoutOwnerMissing`, `AgentKeyNotFresh`."
      ],
      "discriminator": [
        137,
        239,
        24,
        10,
        168,
        41,
        16,
        89
      ],
      "accounts": [
        {
          "name": "pending_owner",
          "signer": true,
          "relations": [
            "agent"
          ]
        },
        {
          "name": "agent",
          "writable": true
        },
        {
          "name": "event_authority",
          "address": "DxYRZUtfywikQqAJNp8mKiHYpsrr2C89wDxS2JhtrABz"
        },
        {
          "name": "program",
          "address": "5oQNXJqmU1mk6b1dZtNCUPFE1iDkEzYaAYYJaQU2aZKG"
        }
      ],
      "args": [
        {
          "name": "agent_key",
          "type": "pubkey"
        },
        {
          "name": "payout_owner",
          "type": "pubkey"
        }
      ]
    },
    {
      "name": "agent_transfer_propose",
      "docs": [
        "Offers the agent to a new owner, or takes the offer back.",
        "",
        "Authority: the owner. Parameters: `new_owner`; zero cancels.",
        "Errors: `NotOwner`, `TransferToOwner`, `TransferNotPending`."
      ],
      "discriminator": [
        3,
        31,
        64,
        218,
        217,
        233,
        110,
        196
      ],
      "accounts": [
        {
          "name": "owner",
          "signer": true,
          "relations": [
            "agent"
          ]
        },
        {
          "name": "agent",
          "writable": true
        },
        {
          "name": "event_authority",
          "address": "DxYRZUtfywikQqAJNp8mKiHYpsrr2C89wDxS2JhtrABz"
        },
        {
          "name": "program",
          "address": "5oQNXJqmU1mk6b1dZtNCUPFE1iDkEzYaAYYJaQU2aZKG"
        }
      ],
      "args": [
        {
          "name": "new_owner",
          "type": "pubkey"
        }
      ]
    },
    {
      "name": "agent_update",
      "docs": [
        "Changes an agent's key, payout wallet, offered holdback or tags, in any status. What is open keeps",
        "the terms it opened with.",
        "",
        "Authority: the owner. Parameters: see `AgentUpdateArgs`.",
        "Errors: `NotOwner`, `NothingToUpdate`, and those of `agent_register` for each field."
      ],
      "discriminator": [
        122,
        36,
        255,
        177,
        192,
        243,
        120,
        243
      ],
      "accounts": [
        {
          "name": "owner",
          "signer": true,
          "relations": [
            "agent"
          ]
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "agent",
          "writable": true
        },
        {
          "name": "event_authority",
          "address": "DxYRZUtfywikQqAJNp8mKiHYpsrr2C89wDxS2JhtrABz"
        },
        {
          "name": "program",
          "address": "5oQNXJqmU1mk6b1dZtNCUPFE1iDkEzYaAYYJaQU2aZKG"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "AgentUpdateArgs"
            }
          }
        }
      ]
    },
    {
      "name": "config_initialize",
      "docs": [
        "Makes the protocol's one config.",
        "",
        "Authority: the upgrade authority of this program, so that nobody makes the config first; `payer`",
        "pays the rent. Parameters: every setting. One transaction carries about twelve panel members",
        "and settlement mints together; more are added later, by changes of config.",
        "Errors: `NotUpgradeAuthority`, `ConfigExists`, and one for each rule of `Config`, from `AdminMissing`",
        "to `PrivateUrisOnPublicCluster`."
      ],
      "discriminator": [
        129,
        48,
        207,
        45,
        143,
        130,
        95,
        127
      ],
      "accounts": [
        {
          "name": "authority",
          "signer": true
        },
        {
          "name": "payer",
          "writable": true,
          "signer": true
        },
        {
          "name": "config",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  99,
                  111,
                  110,
                  102,
                  105,
                  103
                ]
              }
            ]
          }
        },
        {
          "name": "registry",
          "address": "5oQNXJqmU1mk6b1dZtNCUPFE1iDkEzYaAYYJaQU2aZKG"
        },
        {
          "name": "program_data"
        },
        {
          "name": "system_program",
          "address": "11111111111111111111111111111111"
        },
        {
          "name": "event_authority",
          "address": "DxYRZUtfywikQqAJNp8mKiHYpsrr2C89wDxS2JhtrABz"
        },
        {
          "name": "program",
          "address": "5oQNXJqmU1mk6b1dZtNCUPFE1iDkEzYaAYYJaQU2aZKG"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "ConfigInitializeArgs"
            }
          }
        }
      ]
    },
    {
      "name": "config_pause",
      "docs": [
        "Stops new risk: sets pause bits. Exits, holds, disputes, answers, votes and appeals go on.",
        "",
        "Authority: the pauser or the admin. Parameters: `bits`, of `pause`, added to those set. A pause of",
        "slash executions lapses by itself, and setting its bit again does not prolong it.",
        "Errors: `NotPauser`, `PauseBitsInvalid`."
      ],
      "discriminator": [
        217,
        42,
        85,
        11,
        91,
        202,
        36,
        130
      ],
      "accounts": [
        {
          "name": "signer",
          "signer": true
        },
        {
          "name": "config",
          "writable": true,
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "event_authority",
          "address": "DxYRZUtfywikQqAJNp8mKiHYpsrr2C89wDxS2JhtrABz"
        },
        {
          "name": "program",
          "address": "5oQNXJqmU1mk6b1dZtNCUPFE1iDkEzYaAYYJaQU2aZKG"
        }
      ],
      "args": [
        {
          "name": "bits",
          "type": "u16"
        }
      ]
    },
    {
      "name": "config_unpause",
      "docs": [
        "Lets new risk in again: clears pause bits.",
        "",
        "Authority: the admin alone. Parameters: `bits`, of `pause`, taken off those set.",
        "Errors: `NotAdmin`, `PauseBitsInvalid`."
      ],
      "discriminator": [
        40,
        123,
        46,
        116,
        108,
        56,
        183,
        235
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
          "name": "config",
          "writable": true,
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "event_authority",
          "address": "DxYRZUtfywikQqAJNp8mKiHYpsrr2C89wDxS2JhtrABz"
        },
        {
          "name": "program",
          "address": "5oQNXJqmU1mk6b1dZtNCUPFE1iDkEzYaAYYJaQU2aZKG"
        }
      ],
      "args": [
        {
          "name": "bits",
          "type": "u16"
        }
      ]
    },
    {
      "name": "version_close",
      "docs": [
        "Returns the rent of a version whose agent is closed to its publisher.",
        "",
        "Authority: anyone. Parameters: `n`, the version's number.",
        "Errors: `AccountDiscriminatorMismatch` (3002) while the agent is not closed, `PublisherMismatch`."
      ],
      "discriminator": [
        81,
        73,
        214,
        60,
        146,
        235,
        61,
        101
      ],
      "accounts": [
        {
          "name": "agent",
          "docs": [
            "The tombstone of the version's agent."
          ]
        },
        {
          "name": "version",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  118,
                  101,
                  114,
                  115,
                  105,
                  111,
                  110
                ]
              },
              {
                "kind": "account",
                "path": "agent"
              },
              {
                "kind": "arg",
                "path": "n"
              }
            ]
          }
        },
        {
          "name": "publisher",
          "writable": true,
          "relations": [
            "version"
          ]
        },
        {
          "name": "event_authority",
          "address": "DxYRZUtfywikQqAJNp8mKiHYpsrr2C89wDxS2JhtrABz"
        },
        {
          "name": "program",
          "address": "5oQNXJqmU1mk6b1dZtNCUPFE1iDkEzYaAYYJaQU2aZKG"
        }
      ],
      "args": [
        {
          "name": "n",
          "type": "u32"
        }
      ]
    },
    {
      "name": "version_publish",
      "docs": [
        "Publishes the agent's next version, and makes its price the agent's.",
        "",
        "Authority: the owner, who pays the rent. Parameters: see `VersionPublishArgs`; the price is in the",
        "mint passed as `price_mint`, a mint of the SPL Token program.",
        "Errors: `NotOwner`, `Paused`, `AgentRetiring`, `SemverInvalid`, `ManifestHashMissing`, `UriInvalid`,",
        "`UriSchemeRefused`, `UriHostRefused`, `PriceZero`, `PriceMintInvalid`."
      ],
      "discriminator": [
        147,
        229,
        145,
        199,
        20,
        72,
        205,
        225
      ],
      "accounts": [
        {
          "name": "owner",
          "writable": true,
          "signer": true,
          "relations": [
            "agent"
          ]
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "agent",
          "writable": true
        },
        {
          "name": "version",
          "writable": true
        },
        {
          "name": "price_mint"
        },
        {
          "name": "system_program",
          "address": "11111111111111111111111111111111"
        },
        {
          "name": "event_authority",
          "address": "DxYRZUtfywikQqAJNp8mKiHYpsrr2C89wDxS2JhtrABz"
        },
        {
          "name": "program",
          "address": "5oQNXJqmU1mk6b1dZtNCUPFE1iDkEzYaAYYJaQU2aZKG"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "VersionPublishArgs"
            }
          }
        }
      ]
    },
    {
      "name": "version_yank",
      "docs": [
        "Withdraws a version for good: no channel opens on it.",
        "",
        "Authority: the owner. Parameters: `n`, the version's number.",
        "Errors: `NotOwner`, `AlreadyYanked`."
      ],
      "discriminator": [
        103,
        217,
        149,
        131,
        150,
        47,
        49,
        132
      ],
      "accounts": [
        {
          "name": "owner",
          "signer": true,
          "relations": [
            "agent"
          ]
        },
        {
          "name": "agent"
        },
        {
          "name": "version",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  118,
                  101,
                  114,
                  115,
                  105,
                  111,
                  110
                ]
              },
              {
                "kind": "account",
                "path": "agent"
              },
              {
                "kind": "arg",
                "path": "n"
              }
            ]
          }
        },
        {
          "name": "event_authority",
          "address": "DxYRZUtfywikQqAJNp8mKiHYpsrr2C89wDxS2JhtrABz"
        },
        {
          "name": "program",
          "address": "5oQNXJqmU1mk6b1dZtNCUPFE1iDkEzYaAYYJaQU2aZKG"
        }
      ],
      "args": [
        {
          "name": "n",
          "type": "u32"
        }
      ]
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
      "name": "Tombstone",
      "discriminator": [
        45,
        187,
        252,
        155,
        232,
        114,
        36,
        22
      ]
    }
  ],
  "events": [
    {
      "name": "AgentClosed",
      "discriminator": [
        72,
        133,
        207,
        59,
        220,
        188,
        201,
        165
      ]
    },
    {
      "name": "AgentLeaseRenewed",
      "discriminator": [
        246,
        229,
        224,
        95,
        157,
        29,
        136,
        52
      ]
    },
    {
      "name": "AgentRegistered",
      "discriminator": [
        191,
        78,
        217,
        54,
        232,
        100,
        189,
        85
      ]
    },
    {
      "name": "AgentStatusChanged",
      "discriminator": [
        210,
        74,
        73,
        158,
        205,
        28,
        137,
        178
      ]
    },
    {
      "name": "AgentTransferProposed",
      "discriminator": [
        73,
        211,
        222,
        223,
        23,
        238,
        149,
        80
      ]
    },
    {
      "name": "AgentTransferred",
      "discriminator": [
        5,
        213,
        4,
        28,
        147,
        238,
        64,
        57
      ]
    },
    {
      "name": "AgentUpdated",
      "discriminator": [
        210,
        179,
        162,
        250,
        123,
        250,
        210,
        166
      ]
    },
    {
      "name": "ConfigInitialized",
      "discriminator": [
        181,
        49,
        200,
        156,
        19,
        167,
        178,
        91
      ]
    },
    {
      "name": "ConfigPaused",
      "discriminator": [
        4,
        247,
        68,
        149,
        112,
        96,
        81,
        253
      ]
    },
    {
      "name": "ConfigUnpaused",
      "discriminator": [
        121,
        14,
        146,
        133,
        130,
        127,
        1,
        150
      ]
    },
    {
      "name": "VersionClosed",
      "discriminator": [
        188,
        102,
        224,
        253,
        5,
        203,
        125,
        242
      ]
    },
    {
      "name": "VersionPublished",
      "discriminator": [
        153,
        232,
        67,
        69,
        206,
        21,
        193,
        185
      ]
    },
    {
      "name": "VersionYanked",
      "discriminator": [
        90,
        18,
        106,
        187,
        138,
        81,
        0,
        92
      ]
    }
  ],
  "errors": [
    {
      "code": 6000,
      "name": "UnknownLayout",
      "msg": "The account has a layout this program does not know; update the client or migrate the account"
    },
    {
      "code": 6001,
      "name": "InvariantBroken",
      "msg": "Stored state would break a rule of the registry; nothing was changed, please report it"
    },
    {
      "code": 6002,
      "name": "MathOverflow",
      "msg": "A number left its range; use smaller values"
    },
    {
      "code": 6003,
      "name": "NotYetEnforced",
      "msg": "This limit needs a program that is not built yet; leave it zero"
    },
    {
      "code": 6004,
      "name": "Paused",
      "msg": "Registering and publishing are paused; try again after the admin unpauses"
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
      "name": "NotUpgradeAuthority",
      "msg": "Only the upgrade authority of this program makes its config; sign with that key"
    },
    {
      "code": 6009,
      "name": "ConfigExists",
      "msg": "The config exists already; change it instead of making it again"
    },
    {
      "code": 6010,
      "name": "AdminMissing",
      "msg": "The admin is the zero key; name one"
    },
    {
      "code": 6011,
      "name": "PauserMissing",
      "msg": "The pauser is the zero key; name one"
    },
    {
      "code": 6012,
      "name": "TreasuryMissing",
      "msg": "The treasury is the zero key; name one"
    },
    {
      "code": 6013,
      "name": "StakeMintMissing",
      "msg": "The stake mint is the zero key; name one"
    },
    {
      "code": 6014,
      "name": "GenesisHashMissing",
      "msg": "The genesis hash is zero; give the one of the cluster"
    },
    {
      "code": 6015,
      "name": "FeeTooHigh",
      "msg": "The protocol fee is at most 500 basis points; lower it"
    },
    {
      "code": 6016,
      "name": "BpsTooHigh",
      "msg": "A share is at most 10,000 basis points; lower it"
    },
    {
      "code": 6017,
      "name": "WindowOutOfRange",
      "msg": "Each window lasts from 1 second to 10 years, only holdback_min may be 0; correct it"
    },
    {
      "code": 6018,
      "name": "HoldbackRangeInvalid",
      "msg": "holdback_min is above holdback_max; swap or correct them"
    },
    {
      "code": 6019,
      "name": "UnbondingTooShort",
      "msg": "Stake would leave before the last claim on it can end; lengthen unbonding or shorten the others"
    },
    {
      "code": 6020,
      "name": "ConfigDelayTooShort",
      "msg": "A change of config must wait at least as long as unbonding; lengthen config_delay"
    },
    {
      "code": 6021,
      "name": "PanelSizeInvalid",
      "msg": "A panel has 1 to 9 members; add or remove some"
    },
    {
      "code": 6022,
      "name": "PanelThresholdInvalid",
      "msg": "A panel's threshold is from 1 to its number of members; correct it"
    },
    {
      "code": 6023,
      "name": "PanelMemberInvalid",
      "msg": "A panel names a zero key or one key twice; correct it"
    },
    {
      "code": 6024,
      "name": "PanelsOverlap",
      "msg": "The two panels share a member, who would judge twice; take it off one"
    },
    {
      "code": 6025,
      "name": "SettlementMintsTooMany",
      "msg": "At most 8 settlement mints carry a weight; leave some out"
    },
    {
      "code": 6026,
      "name": "SettlementMintInvalid",
      "msg": "The settlement mints name a zero key or one key twice; correct them"
    },
    {
      "code": 6027,
      "name": "FlagsUnknown",
      "msg": "The flags hold a bit this program does not know; clear it"
    },
    {
      "code": 6028,
      "name": "PrivateUrisOnPublicCluster",
      "msg": "Private manifest addresses are for local clusters only; clear the flag"
    },
    {
      "code": 6029,
      "name": "NotPauser",
      "msg": "Only the pauser or the admin pauses; sign with one of them"
    },
    {
      "code": 6030,
      "name": "NotAdmin",
      "msg": "Only the admin does this; sign with it"
    },
    {
      "code": 6031,
      "name": "PauseBitsInvalid",
      "msg": "Name at least one pause bit, and only known ones"
    },
    {
      "code": 6032,
      "name": "HandleInvalid",
      "msg": "A handle is 3 to 32 of a-z, 0-9 and single hyphens inside; choose another"
    },
    {
      "code": 6033,
      "name": "HandleTaken",
      "msg": "You have registered this handle before, and a handle is never registered twice; choose another"
    },
    {
      "code": 6034,
      "name": "AgentKeyMissing",
      "msg": "The agent key is the zero key; name the one that signs the agent's responses"
    },
    {
      "code": 6035,
      "name": "PayoutOwnerMissing",
      "msg": "The payout owner is the zero key; name the wallet that payouts go to"
    },
    {
      "code": 6036,
      "name": "HoldbackOutOfRange",
      "msg": "The holdback is outside the config's holdback_min and holdback_max; choose one between"
    },
    {
      "code": 6037,
      "name": "TagsTooMany",
      "msg": "An agent has at most 4 tags; leave some out"
    },
    {
      "code": 6038,
      "name": "TagInvalid",
      "msg": "A tag is 1 to 16 of a-z, 0-9 and single hyphens inside; correct it"
    },
    {
      "code": 6039,
      "name": "TagRepeated",
      "msg": "The tags name one twice; leave it out"
    },
    {
      "code": 6040,
      "name": "NotOwner",
      "msg": "Only the agent's owner does this; sign with the owner's key"
    },
    {
      "code": 6041,
      "name": "NotAgentOrOwner",
      "msg": "Only the agent's own key or its owner does this; sign with one of them"
    },
    {
      "code": 6042,
      "name": "NothingToUpdate",
      "msg": "Nothing to update; give at least one field"
    },
    {
      "code": 6043,
      "name": "StatusChangeInvalid",
      "msg": "An agent's status cannot change that way; see the arrows of AgentStatus"
    },
    {
      "code": 6044,
      "name": "NoVersion",
      "msg": "An agent needs a version before it opens for business; publish one first"
    },
    {
      "code": 6045,
      "name": "AgentRetiring",
      "msg": "The agent is retiring and publishes nothing more; register a new agent"
    },
    {
      "code": 6046,
      "name": "LeaseNotRenewable",
      "msg": "Only an Active or Suspended agent renews its lease; activate it first"
    },
    {
      "code": 6047,
      "name": "TransferToOwner",
      "msg": "The agent has this owner already; propose another key, or zero to cancel"
    },
    {
      "code": 6048,
      "name": "TransferNotPending",
      "msg": "No transfer is under way; there is nothing to cancel"
    },
    {
      "code": 6049,
      "name": "NotPendingOwner",
      "msg": "The agent was not offered to this key; ask its owner to propose the transfer"
    },
    {
      "code": 6050,
      "name": "AgentKeyNotFresh",
      "msg": "The former owner may hold the present agent key; choose a fresh one"
    },
    {
      "code": 6051,
      "name": "AgentNotRetiring",
      "msg": "Retire the agent first, and close it when its retirement is over"
    },
    {
      "code": 6052,
      "name": "RetirementNotOver",
      "msg": "Claims on the agent may still be open; wait until retires_at"
    },
    {
      "code": 6053,
      "name": "StakeVaultExists",
      "msg": "The agent's stake vault still exists; withdraw the stake and close the vault first"
    },
    {
      "code": 6054,
      "name": "CreatorMismatch",
      "msg": "The rent goes to the agent's creator; pass that account"
    },
    {
      "code": 6055,
      "name": "SemverInvalid",
      "msg": "Not a semantic version of at most 32 bytes; see semver.org"
    },
    {
      "code": 6056,
      "name": "ManifestHashMissing",
      "msg": "The manifest hash is zero; give the SHA-256 of the manifest's canonical JSON"
    },
    {
      "code": 6057,
      "name": "UriInvalid",
      "msg": "A manifest address is 1 to 200 bytes of the characters RFC 3986 allows; encode the others"
    },
    {
      "code": 6058,
      "name": "UriSchemeRefused",
      "msg": "A manifest address begins with https://, ipfs:// or ar://; publish it there"
    },
    {
      "code": 6059,
      "name": "UriHostRefused",
      "msg": "The manifest's host is not a public name; use one that everybody can reach"
    },
    {
      "code": 6060,
      "name": "PriceZero",
      "msg": "The price of a call must be above zero"
    },
    {
      "code": 6061,
      "name": "PriceMintInvalid",
      "msg": "The price mint is not an initialized mint of the SPL Token program; pass one"
    },
    {
      "code": 6062,
      "name": "AlreadyYanked",
      "msg": "The version is yanked already; nothing is left to do"
    },
    {
      "code": 6063,
      "name": "PublisherMismatch",
      "msg": "The rent goes to the version's publisher; pass that account"
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
      "name": "AgentClosed",
      "docs": [
        "A tombstone took the agent's place."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "owner",
            "type": "pubkey"
          },
          {
            "name": "creator",
            "type": "pubkey"
          },
          {
            "name": "handle",
            "type": "string"
          },
          {
            "name": "returned",
            "docs": [
              "Lamports that went to the creator."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "AgentLeaseRenewed",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "signer",
            "type": "pubkey"
          },
          {
            "name": "old_lease_expires_at",
            "type": "i64"
          },
          {
            "name": "new_lease_expires_at",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "AgentRegisterArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "handle",
            "docs": [
              "3 to 32 of a-z, 0-9 and single hyphens; the creator's for good."
            ],
            "type": "string"
          },
          {
            "name": "agent_key",
            "docs": [
              "Signs responses and heartbeats."
            ],
            "type": "pubkey"
          },
          {
            "name": "payout_owner",
            "docs": [
              "Wallet that payouts go to."
            ],
            "type": "pubkey"
          },
          {
            "name": "holdback",
            "docs": [
              "Seconds, within the config's `holdback_min` and `holdback_max`."
            ],
            "type": "i64"
          },
          {
            "name": "tags",
            "docs": [
              "At most 4, each 1 to 16 of a-z, 0-9 and single hyphens."
            ],
            "type": {
              "vec": "string"
            }
          }
        ]
      }
    },
    {
      "name": "AgentRegistered",
      "docs": [
        "An agent exists, as a Draft in ownership epoch 1, owned by its creator."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "creator",
            "type": "pubkey"
          },
          {
            "name": "handle",
            "type": "string"
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
            "name": "holdback",
            "type": "i64"
          },
          {
            "name": "tags",
            "type": {
              "vec": "string"
            }
          },
          {
            "name": "registered_at",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "AgentStatus",
      "docs": [
        "Where an agent stands. Stored as a `u8`.",
        "",
        "Draft → Active ⇄ Suspended; Draft, Active or Suspended → Retiring; Retiring → tombstone."
      ],
      "repr": {
        "kind": "rust"
      },
      "type": {
        "kind": "enum",
        "variants": [
          {
            "name": "Draft"
          },
          {
            "name": "Active"
          },
          {
            "name": "Suspended"
          },
          {
            "name": "Retiring"
          }
        ]
      }
    },
    {
      "name": "AgentStatusChanged",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "owner",
            "type": "pubkey"
          },
          {
            "name": "old_status",
            "type": {
              "defined": {
                "name": "AgentStatus"
              }
            }
          },
          {
            "name": "new_status",
            "type": {
              "defined": {
                "name": "AgentStatus"
              }
            }
          },
          {
            "name": "old_lease_expires_at",
            "type": "i64"
          },
          {
            "name": "new_lease_expires_at",
            "type": "i64"
          },
          {
            "name": "retires_at",
            "docs": [
              "Non-zero once Retiring, Unix seconds."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "AgentTransferProposed",
      "docs": [
        "The owner offered the agent to another key, or took an offer back (`new_pending_owner` zero)."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "owner",
            "type": "pubkey"
          },
          {
            "name": "old_pending_owner",
            "type": "pubkey"
          },
          {
            "name": "new_pending_owner",
            "type": "pubkey"
          }
        ]
      }
    },
    {
      "name": "AgentTransferred",
      "docs": [
        "A new ownership epoch began."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "old_owner",
            "type": "pubkey"
          },
          {
            "name": "new_owner",
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
            "name": "old_agent_key",
            "type": "pubkey"
          },
          {
            "name": "new_agent_key",
            "type": "pubkey"
          },
          {
            "name": "old_payout_owner",
            "type": "pubkey"
          },
          {
            "name": "new_payout_owner",
            "type": "pubkey"
          }
        ]
      }
    },
    {
      "name": "AgentUpdateArgs",
      "docs": [
        "The fields to change; `None` leaves one as it is."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "agent_key",
            "type": {
              "option": "pubkey"
            }
          },
          {
            "name": "payout_owner",
            "type": {
              "option": "pubkey"
            }
          },
          {
            "name": "holdback",
            "docs": [
              "Seconds, within the config's `holdback_min` and `holdback_max`."
            ],
            "type": {
              "option": "i64"
            }
          },
          {
            "name": "tags",
            "type": {
              "option": {
                "vec": "string"
              }
            }
          }
        ]
      }
    },
    {
      "name": "AgentUpdated",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "owner",
            "type": "pubkey"
          },
          {
            "name": "old_agent_key",
            "type": "pubkey"
          },
          {
            "name": "new_agent_key",
            "type": "pubkey"
          },
          {
            "name": "old_payout_owner",
            "type": "pubkey"
          },
          {
            "name": "new_payout_owner",
            "type": "pubkey"
          },
          {
            "name": "old_holdback",
            "type": "i64"
          },
          {
            "name": "new_holdback",
            "type": "i64"
          },
          {
            "name": "old_tags",
            "type": {
              "vec": "string"
            }
          },
          {
            "name": "new_tags",
            "type": {
              "vec": "string"
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
      "name": "ConfigInitializeArgs",
      "docs": [
        "Every setting of the protocol; the fields mean what those of `Config` mean."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "admin",
            "type": "pubkey"
          },
          {
            "name": "pauser",
            "type": "pubkey"
          },
          {
            "name": "treasury",
            "type": "pubkey"
          },
          {
            "name": "stake_mint",
            "type": "pubkey"
          },
          {
            "name": "genesis_hash",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "fee_bps",
            "type": "u16"
          },
          {
            "name": "first_loss_bps",
            "type": "u16"
          },
          {
            "name": "penalty_bps",
            "type": "u16"
          },
          {
            "name": "bond_bps",
            "type": "u16"
          },
          {
            "name": "min_stake",
            "docs": [
              "Base units of the stake mint; 0 asks agents for no stake."
            ],
            "type": "u64"
          },
          {
            "name": "slash_cap_dispute",
            "type": "u64"
          },
          {
            "name": "slash_cap_period",
            "type": "u64"
          },
          {
            "name": "bond_min",
            "type": "u64"
          },
          {
            "name": "arbiter_fee",
            "type": "u64"
          },
          {
            "name": "windows",
            "type": {
              "defined": {
                "name": "WindowsArgs"
              }
            }
          },
          {
            "name": "panels",
            "type": {
              "array": [
                {
                  "defined": {
                    "name": "PanelArgs"
                  }
                },
                2
              ]
            }
          },
          {
            "name": "settlement_mints",
            "type": {
              "vec": {
                "defined": {
                  "name": "SettlementMintArgs"
                }
              }
            }
          },
          {
            "name": "flags",
            "docs": [
              "`config_flags`"
            ],
            "type": "u8"
          }
        ]
      }
    },
    {
      "name": "ConfigInitialized",
      "docs": [
        "The protocol's settings were made."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "config",
            "type": "pubkey"
          },
          {
            "name": "upgrade_authority",
            "type": "pubkey"
          },
          {
            "name": "settings",
            "type": {
              "defined": {
                "name": "ConfigInitializeArgs"
              }
            }
          }
        ]
      }
    },
    {
      "name": "ConfigPaused",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "config",
            "type": "pubkey"
          },
          {
            "name": "signer",
            "type": "pubkey"
          },
          {
            "name": "old_bits",
            "type": "u16"
          },
          {
            "name": "new_bits",
            "type": "u16"
          },
          {
            "name": "old_execution_paused_at",
            "type": "i64"
          },
          {
            "name": "new_execution_paused_at",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "ConfigUnpaused",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "config",
            "type": "pubkey"
          },
          {
            "name": "admin",
            "type": "pubkey"
          },
          {
            "name": "old_bits",
            "type": "u16"
          },
          {
            "name": "new_bits",
            "type": "u16"
          },
          {
            "name": "old_execution_paused_at",
            "type": "i64"
          },
          {
            "name": "new_execution_paused_at",
            "type": "i64"
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
      "name": "PanelArgs",
      "docs": [
        "A `Panel`, its members listed."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "members",
            "type": {
              "vec": "pubkey"
            }
          },
          {
            "name": "threshold",
            "type": "u8"
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
      "name": "SettlementMintArgs",
      "docs": [
        "A `SettlementMint`."
      ],
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
          }
        ]
      }
    },
    {
      "name": "Tombstone",
      "docs": [
        "What stays of a closed agent at its address, so that the handle is never registered twice.",
        "",
        "INVARIANTS: never closed, never changed."
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
            "name": "reserved",
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
      "name": "VersionClosed",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "version",
            "type": "pubkey"
          },
          {
            "name": "number",
            "type": "u32"
          },
          {
            "name": "publisher",
            "type": "pubkey"
          },
          {
            "name": "returned",
            "docs": [
              "Lamports that went to the publisher."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "VersionPublishArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "semver",
            "docs": [
              "Semantic version, at most 32 bytes."
            ],
            "type": "string"
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
            "name": "uri",
            "docs": [
              "Where the manifest is, at most 200 bytes."
            ],
            "type": "string"
          },
          {
            "name": "price",
            "docs": [
              "Price of one call, base units of the price mint."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "VersionPublished",
      "docs": [
        "A version exists, and is the agent's latest."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "version",
            "type": "pubkey"
          },
          {
            "name": "number",
            "type": "u32"
          },
          {
            "name": "publisher",
            "type": "pubkey"
          },
          {
            "name": "semver",
            "type": "string"
          },
          {
            "name": "manifest_hash",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "uri",
            "type": "string"
          },
          {
            "name": "old_price",
            "type": "u64"
          },
          {
            "name": "new_price",
            "type": "u64"
          },
          {
            "name": "old_price_mint",
            "type": "pubkey"
          },
          {
            "name": "new_price_mint",
            "type": "pubkey"
          },
          {
            "name": "published_at",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "VersionYanked",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "version",
            "type": "pubkey"
          },
          {
            "name": "number",
            "type": "u32"
          },
          {
            "name": "owner",
            "type": "pubkey"
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
      "name": "WindowsArgs",
      "docs": [
        "`Windows`, seconds each."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "unbonding",
            "type": "i64"
          },
          {
            "name": "config_delay",
            "type": "i64"
          },
          {
            "name": "config_expiry",
            "type": "i64"
          },
          {
            "name": "admin_delay",
            "type": "i64"
          },
          {
            "name": "channel_life_max",
            "type": "i64"
          },
          {
            "name": "close_grace",
            "type": "i64"
          },
          {
            "name": "holdback_min",
            "type": "i64"
          },
          {
            "name": "holdback_max",
            "type": "i64"
          },
          {
            "name": "hold_lapse",
            "type": "i64"
          },
          {
            "name": "claim",
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
            "type": "i64"
          },
          {
            "name": "lease",
            "type": "i64"
          },
          {
            "name": "execution_pause",
            "type": "i64"
          },
          {
            "name": "slash_period",
            "type": "i64"
          }
        ]
      }
    }
  ],
  "constants": [
    {
      "name": "AGENT_SEED",
      "docs": [
        "`Agent`, and the `Tombstone` in its place: `[\"agent\", creator, handle]`"
      ],
      "type": "bytes",
      "value": "[97, 103, 101, 110, 116]"
    },
    {
      "name": "CONFIG_SEED",
      "docs": [
        "`Config`: `[\"config\"]`"
      ],
      "type": "bytes",
      "value": "[99, 111, 110, 102, 105, 103]"
    },
    {
      "name": "FEE_BPS_MAX",
      "docs": [
        "Highest protocol fee, basis points of a payout."
      ],
      "type": "u16",
      "value": "500"
    },
    {
      "name": "FLAG_ALLOW_PRIVATE_URIS",
      "docs": [
        "Config flag: manifest addresses may be `http:` and private."
      ],
      "type": "u8",
      "value": "1"
    },
    {
      "name": "HANDLE_MAX_LEN",
      "docs": [
        "Longest handle, bytes."
      ],
      "type": "u16",
      "value": "32"
    },
    {
      "name": "HANDLE_MIN_LEN",
      "docs": [
        "Shortest handle, bytes."
      ],
      "type": "u16",
      "value": "3"
    },
    {
      "name": "PANEL_MAX",
      "docs": [
        "Most members of one arbiter panel."
      ],
      "type": "u16",
      "value": "9"
    },
    {
      "name": "PAUSE_DEPOSIT",
      "docs": [
        "Pause bit: deposits."
      ],
      "type": "u16",
      "value": "8"
    },
    {
      "name": "PAUSE_EXECUTE",
      "docs": [
        "Pause bit: slash executions; lapses by itself."
      ],
      "type": "u16",
      "value": "64"
    },
    {
      "name": "PAUSE_LOCK",
      "docs": [
        "Pause bit: locks."
      ],
      "type": "u16",
      "value": "16"
    },
    {
      "name": "PAUSE_OPEN",
      "docs": [
        "Pause bit: opening and re-arming."
      ],
      "type": "u16",
      "value": "4"
    },
    {
      "name": "PAUSE_RATE",
      "docs": [
        "Pause bit: ratings."
      ],
      "type": "u16",
      "value": "32"
    },
    {
      "name": "PAUSE_REGISTER",
      "docs": [
        "Pause bit: registering agents and publishing versions."
      ],
      "type": "u16",
      "value": "1"
    },
    {
      "name": "PAUSE_STAKE",
      "docs": [
        "Pause bit: staking."
      ],
      "type": "u16",
      "value": "2"
    },
    {
      "name": "SEMVER_MAX_LEN",
      "docs": [
        "Longest semantic version, bytes."
      ],
      "type": "u16",
      "value": "32"
    },
    {
      "name": "SETTLEMENT_MINTS_MAX",
      "docs": [
        "Most settlement mints with a reputation weight."
      ],
      "type": "u16",
      "value": "8"
    },
    {
      "name": "STAKE_PROGRAM",
      "docs": [
        "The stake program, whose vault keeps an agent from being closed."
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
      "name": "TAGS_MAX",
      "docs": [
        "Most tags of an agent."
      ],
      "type": "u16",
      "value": "4"
    },
    {
      "name": "TAG_MAX_LEN",
      "docs": [
        "Longest tag, bytes."
      ],
      "type": "u16",
      "value": "16"
    },
    {
      "name": "URI_MAX_LEN",
      "docs": [
        "Longest manifest address, bytes."
      ],
      "type": "u16",
      "value": "200"
    },
    {
      "name": "VERSION_SEED",
      "docs": [
        "`AgentVersion`: `[\"version\", agent, n: u32 LE]`"
      ],
      "type": "bytes",
      "value": "[118, 101, 114, 115, 105, 111, 110]"
    },
    {
      "name": "WINDOW_MAX",
      "docs": [
        "Longest window, seconds: ten years of 365 days."
      ],
      "type": "i64",
      "value": "315360000"
    }
  ]
} as unknown as Registry;
