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
      "name": "adminTransferAccept",
      "docs": [
        "Makes the pending admin the admin, and voids every proposal of the former one.",
        "",
        "Authority: the pending admin.",
        "Errors: `NotPendingAdmin`, `HandoverNotDue`, `HandoverExpired`."
      ],
      "discriminator": [
        116,
        9,
        65,
        180,
        253,
        0,
        160,
        5
      ],
      "accounts": [
        {
          "name": "pendingAdmin",
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
      "args": []
    },
    {
      "name": "adminTransferPropose",
      "docs": [
        "Offers the config to a new admin, or takes the offer back. It can be accepted after `admin_delay`, for",
        "`config_expiry`.",
        "",
        "Authority: the admin. Parameters: `new_admin`, any key that can sign, a multisig's vault too; zero",
        "cancels.",
        "Errors: `NotAdmin`, `AdminUnchanged`, `TransferNotPending`."
      ],
      "discriminator": [
        224,
        150,
        58,
        197,
        163,
        10,
        90,
        106
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
          "name": "newAdmin",
          "type": "pubkey"
        }
      ]
    },
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
        "Authority: the agent's key, its owner, or a delegate with `HEARTBEAT`.",
        "Errors: `NotAgentOrOwner`, those of a delegate, `LeaseNotRenewable`."
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
          "docs": [
            "The agent's key, the owner or a delegate."
          ],
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
          "name": "delegates",
          "optional": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  100,
                  101,
                  108,
                  101,
                  103,
                  97,
                  116,
                  101,
                  115
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
        "Authority: the owner; a delegate with `STATUS` too, but to retire it. Parameters: `status`, along the",
        "arrows of `AgentStatus`.",
        "Errors: `NotOwner`, those of a delegate, `StatusChangeInvalid`, `NoVersion`."
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
          "name": "signer",
          "docs": [
            "The owner or a delegate."
          ],
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
          "name": "delegates",
          "optional": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  100,
                  101,
                  108,
                  101,
                  103,
                  97,
                  116,
                  101,
                  115
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
        "Authority: the owner; of holdback and tags a delegate with `UPDATE` too. Parameters: see",
        "`AgentUpdateArgs`.",
        "Errors: `NotOwner`, those of a delegate, `NothingToUpdate`, and those of `agent_register` for each field."
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
          "name": "signer",
          "docs": [
            "The owner or a delegate."
          ],
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
          "name": "delegates",
          "optional": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  100,
                  101,
                  108,
                  101,
                  103,
                  97,
                  116,
                  101,
                  115
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
      "name": "attestationIssue",
      "docs": [
        "Vouches for a wallet until `expires_at`, or does so anew: a mandate may ask for it of an agent's owner.",
        "",
        "Authority: the attestor, which may be any key; it pays the rent and gets it back. Parameters: `subject`,",
        "the wallet; see `AttestationIssueArgs`.",
        "Errors: `SubjectMissing`, `EvidenceMissing`, `AttestationExpiryInvalid`."
      ],
      "discriminator": [
        214,
        75,
        54,
        57,
        23,
        22,
        107,
        101
      ],
      "accounts": [
        {
          "name": "attestor",
          "docs": [
            "Vouches; pays the rent of a new attestation."
          ],
          "writable": true,
          "signer": true
        },
        {
          "name": "attestation",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  97,
                  116,
                  116,
                  101,
                  115,
                  116,
                  97,
                  116,
                  105,
                  111,
                  110
                ]
              },
              {
                "kind": "account",
                "path": "attestor"
              },
              {
                "kind": "arg",
                "path": "subject"
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
          "name": "subject",
          "type": "pubkey"
        },
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "attestationIssueArgs"
            }
          }
        }
      ]
    },
    {
      "name": "attestationRevoke",
      "docs": [
        "Takes an attestation back: no allotment that asks for it any more. What is allotted stays.",
        "",
        "Authority: the attestor, which gets the rent.",
        "Errors: `NotAttestor`."
      ],
      "discriminator": [
        70,
        75,
        32,
        156,
        0,
        17,
        131,
        199
      ],
      "accounts": [
        {
          "name": "attestor",
          "docs": [
            "Gets the rent."
          ],
          "writable": true,
          "signer": true,
          "relations": [
            "attestation"
          ]
        },
        {
          "name": "attestation",
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
      "name": "configCancel",
      "docs": [
        "Takes a proposal back, or clears away one that can never execute.",
        "",
        "Authority: the admin; anyone once it has expired or is void.",
        "Errors: `NotAdmin`, `RentPayerMismatch`."
      ],
      "discriminator": [
        175,
        67,
        52,
        103,
        179,
        40,
        227,
        170
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
          "name": "proposal",
          "writable": true
        },
        {
          "name": "rentPayer",
          "writable": true,
          "relations": [
            "proposal"
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
      "args": []
    },
    {
      "name": "configExecute",
      "docs": [
        "Makes a change that has waited its time, and voids every proposal before it.",
        "",
        "Authority: anyone, in the order of numbers; the admin to pass over lower ones.",
        "Errors: `ProposalVoid`, `ProposalNotDue`, `ProposalExpired`, `ProposalNotNext`, `RentPayerMismatch`, and one for each rule",
        "of `Config` that it would break by now."
      ],
      "discriminator": [
        251,
        159,
        40,
        124,
        7,
        230,
        232,
        201
      ],
      "accounts": [
        {
          "name": "signer",
          "docs": [
            "Anyone; the admin to pass over a proposal with a lower number."
          ],
          "signer": true
        },
        {
          "name": "config",
          "writable": true,
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "proposal",
          "writable": true
        },
        {
          "name": "rentPayer",
          "writable": true,
          "relations": [
            "proposal"
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
      "args": []
    },
    {
      "name": "configInitialize",
      "docs": [
        "Makes the protocol's one config.",
        "",
        "Authority: the upgrade authority of this program, so that nobody makes the config first; `payer`",
        "pays the rent. Parameters: every setting. One transaction carries about twelve panel members",
        "and settlement mints together; more are added later, by proposals.",
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
        "slash executions lapses by itself, and setting its bit again neither prolongs nor renews it: the admin",
        "unpauses first.",
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
      "name": "configPropose",
      "docs": [
        "Announces a change of settings: it waits `config_delay`, can be executed for `config_expiry` after that,",
        "and reaches nothing that is open.",
        "",
        "Authority: the admin; `rent_payer` pays the rent and gets it back at the end. Parameters: `number`, the",
        "config's `next_proposal`, so that what was signed long ago is good for nothing once another was made;",
        "`changes`, the settings to change.",
        "Errors: `NotAdmin`, `ProposalNumberOutdated`, `ProposalEmpty`, and one for each rule of `Config` that it",
        "would break as the config is now."
      ],
      "discriminator": [
        26,
        48,
        39,
        125,
        195,
        34,
        214,
        116
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
          "writable": true,
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "proposal",
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
                  103,
                  95,
                  112,
                  114,
                  111,
                  112,
                  111,
                  115,
                  97,
                  108
                ]
              },
              {
                "kind": "arg",
                "path": "number"
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
          "name": "number",
          "type": "u64"
        },
        {
          "name": "changes",
          "type": {
            "defined": {
              "name": "configChanges"
            }
          }
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
      "name": "delegateAdd",
      "docs": [
        "Lets a key act for the owner within its permissions until it expires, or gives a delegate other ones.",
        "What an earlier owner allowed is void, and cleared here.",
        "",
        "Authority: the owner and the delegate, who both sign; `rent_payer` pays the rent where the agent has no",
        "delegates yet, and gets it back with the last. Parameters: see `DelegateAddArgs`.",
        "Errors: `NotOwner`, `PermissionsInvalid`, `DelegateExpiryInvalid`, `DelegateIsOwner`,",
        "`DelegateIsArbiter` (of either panel), `DelegatesTooMany`."
      ],
      "discriminator": [
        130,
        126,
        158,
        250,
        48,
        55,
        9,
        213
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
          "name": "delegate",
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
          "name": "agent"
        },
        {
          "name": "delegates",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  100,
                  101,
                  108,
                  101,
                  103,
                  97,
                  116,
                  101,
                  115
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
              "name": "delegateAddArgs"
            }
          }
        }
      ]
    },
    {
      "name": "delegateRemove",
      "docs": [
        "Ends a delegation; the last returns the rent.",
        "",
        "Authority: the owner or the delegate. Parameters: `delegate`, whose delegation ends.",
        "Errors: `NotOwnerOrDelegate`, `NotDelegate`, `RentPayerMismatch`."
      ],
      "discriminator": [
        255,
        43,
        23,
        184,
        224,
        7,
        79,
        228
      ],
      "accounts": [
        {
          "name": "signer",
          "signer": true
        },
        {
          "name": "agent"
        },
        {
          "name": "delegates",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  100,
                  101,
                  108,
                  101,
                  103,
                  97,
                  116,
                  101,
                  115
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
          "name": "rentPayer",
          "writable": true,
          "relations": [
            "delegates"
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
          "name": "delegate",
          "type": "pubkey"
        }
      ]
    },
    {
      "name": "delegatesClose",
      "docs": [
        "Returns the rent of delegates that are void: their agent has another owner by now, or is closed.",
        "",
        "Authority: anyone.",
        "Errors: `DelegatesInForce`, `RentPayerMismatch`."
      ],
      "discriminator": [
        73,
        138,
        46,
        58,
        111,
        168,
        30,
        187
      ],
      "accounts": [
        {
          "name": "agent"
        },
        {
          "name": "delegates",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  100,
                  101,
                  108,
                  101,
                  103,
                  97,
                  116,
                  101,
                  115
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
          "name": "rentPayer",
          "writable": true,
          "relations": [
            "delegates"
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
      "args": []
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
        "Authority: the owner, or a delegate with `PUBLISH`, who pays the rent. Parameters: see",
        "`VersionPublishArgs`; the price is in the mint passed as `price_mint`, of either token program.",
        "Errors: `NotOwner`, those of a delegate (from `NotDelegate` to `DelegateNotPermitted`), `Paused`, `AgentRetiring`, `SemverInvalid`, `ManifestHashMissing`, `UriInvalid`,",
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
          "name": "signer",
          "docs": [
            "The owner or a delegate; pays the version's rent."
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
          "writable": true
        },
        {
          "name": "delegates",
          "optional": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  100,
                  101,
                  108,
                  101,
                  103,
                  97,
                  116,
                  101,
                  115
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
        "Authority: the owner, or a delegate with `YANK`. Parameters: `n`, the version's number.",
        "Errors: `NotOwner`, those of a delegate, `AlreadyYanked`."
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
          "name": "signer",
          "docs": [
            "The owner or a delegate."
          ],
          "signer": true
        },
        {
          "name": "agent"
        },
        {
          "name": "delegates",
          "optional": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  100,
                  101,
                  108,
                  101,
                  103,
                  97,
                  116,
                  101,
                  115
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
      "name": "attestation",
      "discriminator": [
        152,
        125,
        183,
        86,
        36,
        146,
        121,
        73
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
      "name": "configProposal",
      "discriminator": [
        159,
        239,
        163,
        63,
        154,
        191,
        78,
        98
      ]
    },
    {
      "name": "delegates",
      "discriminator": [
        21,
        255,
        226,
        20,
        19,
        153,
        169,
        204
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
      "name": "adminTransferProposed",
      "discriminator": [
        203,
        168,
        175,
        51,
        239,
        104,
        20,
        85
      ]
    },
    {
      "name": "adminTransferred",
      "discriminator": [
        255,
        147,
        182,
        5,
        199,
        217,
        38,
        179
      ]
    },
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
      "name": "attestationIssued",
      "discriminator": [
        173,
        237,
        90,
        123,
        155,
        224,
        231,
        242
      ]
    },
    {
      "name": "attestationRevoked",
      "discriminator": [
        47,
        106,
        65,
        238,
        200,
        127,
        163,
        50
      ]
    },
    {
      "name": "configChanged",
      "discriminator": [
        147,
        25,
        86,
        98,
        98,
        77,
        78,
        192
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
      "name": "configProposalClosed",
      "discriminator": [
        157,
        200,
        35,
        240,
        130,
        133,
        35,
        177
      ]
    },
    {
      "name": "configProposed",
      "discriminator": [
        148,
        34,
        23,
        129,
        45,
        161,
        66,
        192
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
      "name": "delegateAdded",
      "discriminator": [
        96,
        159,
        58,
        144,
        26,
        171,
        141,
        70
      ]
    },
    {
      "name": "delegateRemoved",
      "discriminator": [
        91,
        243,
        235,
        175,
        109,
        235,
        217,
        84
      ]
    },
    {
      "name": "delegatesClosed",
      "discriminator": [
        23,
        56,
        23,
        165,
        71,
        35,
        4,
        66
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
      "msg": "The settlement mints name a zero key, one key twice, or the credits; correct them"
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
      "msg": "The price mint is not an initialized mint of SPL Token or Token-2022; pass one"
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
    },
    {
      "code": 6064,
      "name": "proposalEmpty",
      "msg": "The proposal changes nothing; name at least one setting"
    },
    {
      "code": 6065,
      "name": "proposalNumberOutdated",
      "msg": "Another proposal was made since this was signed; look at it, and sign again with the next number"
    },
    {
      "code": 6066,
      "name": "proposalNotDue",
      "msg": "The proposal may not execute yet; wait until executable_at"
    },
    {
      "code": 6067,
      "name": "proposalExpired",
      "msg": "The proposal's time is over; propose the change anew"
    },
    {
      "code": 6068,
      "name": "proposalVoid",
      "msg": "A later proposal was executed or the admin changed since; propose the change anew"
    },
    {
      "code": 6069,
      "name": "rentPayerMismatch",
      "msg": "The rent goes to whoever paid it; pass that account"
    },
    {
      "code": 6070,
      "name": "adminUnchanged",
      "msg": "The config has this admin already; propose another key, or zero to cancel"
    },
    {
      "code": 6071,
      "name": "notPendingAdmin",
      "msg": "The config was not offered to this key; ask its admin to propose the handover"
    },
    {
      "code": 6072,
      "name": "handoverNotDue",
      "msg": "The handover may not be accepted yet; wait until admin_handover_at"
    },
    {
      "code": 6073,
      "name": "handoverExpired",
      "msg": "The handover's time is over; ask the admin to propose it anew"
    },
    {
      "code": 6074,
      "name": "permissionsInvalid",
      "msg": "Name at least one permission, and only known ones"
    },
    {
      "code": 6075,
      "name": "delegateExpiryInvalid",
      "msg": "A delegate's time ends after now and within 10 years; correct expires_at"
    },
    {
      "code": 6076,
      "name": "delegateIsOwner",
      "msg": "The owner needs no delegation; name another key"
    },
    {
      "code": 6077,
      "name": "delegateIsArbiter",
      "msg": "An arbiter takes no side; name a key that sits on no panel"
    },
    {
      "code": 6078,
      "name": "delegatesTooMany",
      "msg": "An agent has at most 4 delegates; remove one first"
    },
    {
      "code": 6079,
      "name": "notDelegate",
      "msg": "This key is no delegate of the agent; ask its owner to add it"
    },
    {
      "code": 6080,
      "name": "delegatesVoid",
      "msg": "The delegates were named by a former owner; ask the present one to add the key"
    },
    {
      "code": 6081,
      "name": "delegateExpired",
      "msg": "The delegate's time is over; ask the owner to add the key anew"
    },
    {
      "code": 6082,
      "name": "delegateNotPermitted",
      "msg": "The delegate may not do this; ask the owner for the permission, or to do it"
    },
    {
      "code": 6083,
      "name": "notOwnerOrDelegate",
      "msg": "Only the owner or the delegate itself removes a delegate; sign with one of them"
    },
    {
      "code": 6084,
      "name": "delegatesInForce",
      "msg": "The delegates are in force; remove each, or wait for the agent's transfer or end"
    },
    {
      "code": 6085,
      "name": "proposalNotNext",
      "msg": "A proposal with a lower number is not settled; execute or cancel it, or sign with the admin"
    },
    {
      "code": 6086,
      "name": "subjectMissing",
      "msg": "An attestation is about a wallet; name its subject"
    },
    {
      "code": 6087,
      "name": "evidenceMissing",
      "msg": "The hash of the evidence is missing; hash a salt with it"
    },
    {
      "code": 6088,
      "name": "attestationExpiryInvalid",
      "msg": "An attestation ends after now and within 10 years; correct expires_at"
    },
    {
      "code": 6089,
      "name": "notAttestor",
      "msg": "Only who issued an attestation revokes it; sign with the attestor"
    },
    {
      "code": 6090,
      "name": "stakeMintIsCredits",
      "msg": "Credits are bought, not risked: they are no stake mint; name another"
    }
  ],
  "types": [
    {
      "name": "adminTransferProposed",
      "docs": [
        "The admin offered the config to another key, or took an offer back (`new_pending_admin` and times zero)."
      ],
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
            "name": "oldPendingAdmin",
            "type": "pubkey"
          },
          {
            "name": "newPendingAdmin",
            "type": "pubkey"
          },
          {
            "name": "handoverAt",
            "docs": [
              "First moment it may be accepted, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "handoverExpiresAt",
            "docs": [
              "From then on it may no longer be accepted, Unix seconds."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "adminTransferred",
      "docs": [
        "Another key is admin; proposals below `new_live_proposals_from` are void."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "config",
            "type": "pubkey"
          },
          {
            "name": "oldAdmin",
            "type": "pubkey"
          },
          {
            "name": "newAdmin",
            "type": "pubkey"
          },
          {
            "name": "oldLiveProposalsFrom",
            "type": "u64"
          },
          {
            "name": "newLiveProposalsFrom",
            "type": "u64"
          }
        ]
      }
    },
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
            "name": "signer",
            "docs": [
              "The owner or a delegate."
            ],
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
            "name": "signer",
            "docs": [
              "The owner or a delegate."
            ],
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
      "name": "attestation",
      "docs": [
        "What an attestor vouches for about a wallet, until it expires or is revoked:",
        "`[\"attestation\", attestor, subject]`. Vacant: not attested.",
        "",
        "Of the evidence only a salted hash is here, so that no personal data is on chain and a lost salt is erasure.",
        "The subject is a wallet, not an agent: who buys an agent needs an attestation of its own.",
        "",
        "INVARIANTS: attestor, subject and evidence are not zero; issued_at < expires_at; only the attestor writes or",
        "closes it, and it paid the rent."
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
            "name": "attestor",
            "type": "pubkey"
          },
          {
            "name": "subject",
            "type": "pubkey"
          },
          {
            "name": "issuedAt",
            "docs": [
              "When it was issued, or renewed last, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "expiresAt",
            "docs": [
              "Worth nothing from then on, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "evidence",
            "docs": [
              "SHA-256 of a random salt and the evidence."
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
      "name": "attestationIssueArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "expiresAt",
            "docs": [
              "Worth nothing from then on, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "evidence",
            "docs": [
              "SHA-256 of a random salt and the evidence; never of the evidence alone, which could be guessed."
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
      "name": "attestationIssued",
      "docs": [
        "An attestor vouches for a wallet from now on, or does so anew (`old_…` zero where it is the first)."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "attestation",
            "type": "pubkey"
          },
          {
            "name": "attestor",
            "type": "pubkey"
          },
          {
            "name": "subject",
            "type": "pubkey"
          },
          {
            "name": "oldIssuedAt",
            "docs": [
              "This and the next three: Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "newIssuedAt",
            "type": "i64"
          },
          {
            "name": "oldExpiresAt",
            "type": "i64"
          },
          {
            "name": "newExpiresAt",
            "type": "i64"
          },
          {
            "name": "oldEvidence",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "newEvidence",
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
      "name": "attestationRevoked",
      "docs": [
        "The attestor vouches for the wallet no longer."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "attestation",
            "type": "pubkey"
          },
          {
            "name": "attestor",
            "type": "pubkey"
          },
          {
            "name": "subject",
            "type": "pubkey"
          },
          {
            "name": "issuedAt",
            "docs": [
              "This and the next: Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "expiresAt",
            "type": "i64"
          },
          {
            "name": "evidence",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "returned",
            "docs": [
              "Lamports that went to the attestor."
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
      "name": "configChanged",
      "docs": [
        "A proposal was executed; those with lower numbers are void."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "config",
            "type": "pubkey"
          },
          {
            "name": "proposal",
            "type": "pubkey"
          },
          {
            "name": "number",
            "type": "u64"
          },
          {
            "name": "signer",
            "type": "pubkey"
          },
          {
            "name": "rentPayer",
            "type": "pubkey"
          },
          {
            "name": "returned",
            "docs": [
              "Lamports that went to `rent_payer`."
            ],
            "type": "u64"
          },
          {
            "name": "old",
            "docs": [
              "What the changed settings were."
            ],
            "type": {
              "defined": {
                "name": "configChanges"
              }
            }
          },
          {
            "name": "new",
            "type": {
              "defined": {
                "name": "configChanges"
              }
            }
          }
        ]
      }
    },
    {
      "name": "configChanges",
      "docs": [
        "The settings that a proposal changes; `None` leaves one as it is. What a config has for good has no place",
        "here: its stake mint, genesis hash and flags. The admin changes by handover."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "pauser",
            "type": {
              "option": "pubkey"
            }
          },
          {
            "name": "treasury",
            "type": {
              "option": "pubkey"
            }
          },
          {
            "name": "feeBps",
            "type": {
              "option": "u16"
            }
          },
          {
            "name": "firstLossBps",
            "type": {
              "option": "u16"
            }
          },
          {
            "name": "penaltyBps",
            "type": {
              "option": "u16"
            }
          },
          {
            "name": "bondBps",
            "type": {
              "option": "u16"
            }
          },
          {
            "name": "minStake",
            "docs": [
              "This and the next four: base units of the stake mint."
            ],
            "type": {
              "option": "u64"
            }
          },
          {
            "name": "slashCapDispute",
            "type": {
              "option": "u64"
            }
          },
          {
            "name": "slashCapPeriod",
            "type": {
              "option": "u64"
            }
          },
          {
            "name": "bondMin",
            "type": {
              "option": "u64"
            }
          },
          {
            "name": "arbiterFee",
            "type": {
              "option": "u64"
            }
          },
          {
            "name": "windows",
            "type": {
              "defined": {
                "name": "windowsChanges"
              }
            }
          },
          {
            "name": "firstPanel",
            "docs": [
              "The whole panel that rules."
            ],
            "type": {
              "option": {
                "defined": {
                  "name": "panelArgs"
                }
              }
            }
          },
          {
            "name": "secondPanel",
            "docs": [
              "The whole panel that hears appeals."
            ],
            "type": {
              "option": {
                "defined": {
                  "name": "panelArgs"
                }
              }
            }
          },
          {
            "name": "settlementMints",
            "docs": [
              "The whole list."
            ],
            "type": {
              "option": {
                "vec": {
                  "defined": {
                    "name": "settlementMintArgs"
                  }
                }
              }
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
          },
          {
            "name": "executionPauseEndsAt",
            "docs": [
              "When that pause lapses, Unix seconds; 0 without one."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "configProposal",
      "docs": [
        "A change of the config that waits: `[\"config_proposal\", number: u64 LE]`. Sized to its content.",
        "",
        "INVARIANTS: immutable; numbers never recur; `executable_at = proposed_at + config_delay` and",
        "`expires_at = executable_at + config_expiry`, both windows as they were when it was proposed; void once a",
        "later proposal was executed or another key became admin."
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
                6
              ]
            }
          },
          {
            "name": "number",
            "type": "u64"
          },
          {
            "name": "admin",
            "docs": [
              "The admin who proposed it."
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
            "name": "proposedAt",
            "docs": [
              "This and the next two: Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "executableAt",
            "type": "i64"
          },
          {
            "name": "expiresAt",
            "type": "i64"
          },
          {
            "name": "changes",
            "type": {
              "defined": {
                "name": "configChanges"
              }
            }
          }
        ]
      }
    },
    {
      "name": "configProposalClosed",
      "docs": [
        "A proposal was cancelled, or cleared away once it could not execute any more."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "config",
            "type": "pubkey"
          },
          {
            "name": "proposal",
            "type": "pubkey"
          },
          {
            "name": "number",
            "type": "u64"
          },
          {
            "name": "signer",
            "type": "pubkey"
          },
          {
            "name": "rentPayer",
            "type": "pubkey"
          },
          {
            "name": "returned",
            "docs": [
              "Lamports that went to `rent_payer`."
            ],
            "type": "u64"
          },
          {
            "name": "oldLiveProposalsFrom",
            "type": "u64"
          },
          {
            "name": "newLiveProposalsFrom",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "configProposed",
      "docs": [
        "A change of the config waits."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "config",
            "type": "pubkey"
          },
          {
            "name": "proposal",
            "type": "pubkey"
          },
          {
            "name": "number",
            "type": "u64"
          },
          {
            "name": "admin",
            "type": "pubkey"
          },
          {
            "name": "rentPayer",
            "type": "pubkey"
          },
          {
            "name": "proposedAt",
            "docs": [
              "This and the next two: Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "executableAt",
            "type": "i64"
          },
          {
            "name": "expiresAt",
            "type": "i64"
          },
          {
            "name": "changes",
            "type": {
              "defined": {
                "name": "configChanges"
              }
            }
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
          },
          {
            "name": "executionPauseEndsAt",
            "docs": [
              "When that pause lapses, Unix seconds; 0 without one."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "delegate",
      "docs": [
        "A key that acts for an agent's owner."
      ],
      "serialization": "bytemuck",
      "repr": {
        "kind": "c"
      },
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "key",
            "type": "pubkey"
          },
          {
            "name": "expiresAt",
            "docs": [
              "From then on it may do nothing, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "permissions",
            "docs": [
              "`permission`"
            ],
            "type": "u16"
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
      "name": "delegateAddArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "permissions",
            "docs": [
              "`permission` bits."
            ],
            "type": "u16"
          },
          {
            "name": "expiresAt",
            "docs": [
              "From then on it may do nothing, Unix seconds."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "delegateAdded",
      "docs": [
        "A key acts for the owner from now on, or does so with other permissions or another end (`old_…` zero where it",
        "is new). Delegates of an earlier ownership epoch are gone."
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
            "name": "delegate",
            "type": "pubkey"
          },
          {
            "name": "ownershipEpoch",
            "type": "u32"
          },
          {
            "name": "rentPayer",
            "docs": [
              "Paid the rent of the agent's delegates."
            ],
            "type": "pubkey"
          },
          {
            "name": "oldPermissions",
            "type": "u16"
          },
          {
            "name": "newPermissions",
            "type": "u16"
          },
          {
            "name": "oldExpiresAt",
            "type": "i64"
          },
          {
            "name": "newExpiresAt",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "delegateRemoved",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "signer",
            "docs": [
              "The owner, or the delegate itself."
            ],
            "type": "pubkey"
          },
          {
            "name": "delegate",
            "type": "pubkey"
          },
          {
            "name": "permissions",
            "type": "u16"
          },
          {
            "name": "expiresAt",
            "type": "i64"
          },
          {
            "name": "rentPayer",
            "type": "pubkey"
          },
          {
            "name": "returned",
            "docs": [
              "Lamports that went to `rent_payer`: all, where it was the last."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "delegates",
      "docs": [
        "Who acts for an agent's owner: `[\"delegates\", agent]`. It exists while there is a delegate.",
        "",
        "INVARIANTS: 1 ≤ count ≤ 4; entries[..count] have distinct non-zero keys, permissions and an expiry, the rest",
        "are zero; each joined by its own signature and sat on no panel then; all are void once the agent's ownership",
        "epoch has passed `ownership_epoch`. A panel may take in a delegate later, or an arbiter leave and join an",
        "agent: whoever counts an arbiter's vote checks `names` of the agent in question then."
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
            "name": "count",
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
            "name": "ownershipEpoch",
            "docs": [
              "The agent's ownership epoch in which they were named."
            ],
            "type": "u32"
          },
          {
            "name": "agent",
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
            "name": "entries",
            "type": {
              "array": [
                {
                  "defined": {
                    "name": "delegate"
                  }
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
      "name": "delegatesClosed",
      "docs": [
        "Delegates that were void are gone."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "delegates",
            "type": "pubkey"
          },
          {
            "name": "rentPayer",
            "type": "pubkey"
          },
          {
            "name": "returned",
            "docs": [
              "Lamports that went to `rent_payer`."
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
          },
          {
            "name": "signer",
            "docs": [
              "The owner or a delegate."
            ],
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
    },
    {
      "name": "windowsChanges",
      "docs": [
        "`Windows`, seconds each; `None` leaves one as it is."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "unbonding",
            "type": {
              "option": "i64"
            }
          },
          {
            "name": "configDelay",
            "type": {
              "option": "i64"
            }
          },
          {
            "name": "configExpiry",
            "type": {
              "option": "i64"
            }
          },
          {
            "name": "adminDelay",
            "type": {
              "option": "i64"
            }
          },
          {
            "name": "channelLifeMax",
            "type": {
              "option": "i64"
            }
          },
          {
            "name": "closeGrace",
            "type": {
              "option": "i64"
            }
          },
          {
            "name": "holdbackMin",
            "type": {
              "option": "i64"
            }
          },
          {
            "name": "holdbackMax",
            "type": {
              "option": "i64"
            }
          },
          {
            "name": "holdLapse",
            "type": {
              "option": "i64"
            }
          },
          {
            "name": "claim",
            "type": {
              "option": "i64"
            }
          },
          {
            "name": "response",
            "type": {
              "option": "i64"
            }
          },
          {
            "name": "ruling",
            "type": {
              "option": "i64"
            }
          },
          {
            "name": "appeal",
            "type": {
              "option": "i64"
            }
          },
          {
            "name": "appealRuling",
            "type": {
              "option": "i64"
            }
          },
          {
            "name": "rating",
            "type": {
              "option": "i64"
            }
          },
          {
            "name": "lease",
            "type": {
              "option": "i64"
            }
          },
          {
            "name": "executionPause",
            "type": {
              "option": "i64"
            }
          },
          {
            "name": "slashPeriod",
            "type": {
              "option": "i64"
            }
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
      "name": "attestationSeed",
      "docs": [
        "`Attestation`: `[\"attestation\", attestor, subject]`"
      ],
      "type": "bytes",
      "value": "[97, 116, 116, 101, 115, 116, 97, 116, 105, 111, 110]"
    },
    {
      "name": "configProposalSeed",
      "docs": [
        "`ConfigProposal`: `[\"config_proposal\", number: u64 LE]`"
      ],
      "type": "bytes",
      "value": "[99, 111, 110, 102, 105, 103, 95, 112, 114, 111, 112, 111, 115, 97, 108]"
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
      "name": "delegatesMax",
      "docs": [
        "Most delegates of an agent."
      ],
      "type": "u16",
      "value": "4"
    },
    {
      "name": "delegatesSeed",
      "docs": [
        "`Delegates`: `[\"delegates\", agent]`"
      ],
      "type": "bytes",
      "value": "[100, 101, 108, 101, 103, 97, 116, 101, 115]"
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
      "name": "permissionHeartbeat",
      "docs": [
        "Delegate's permission: heartbeats."
      ],
      "type": "u16",
      "value": "8"
    },
    {
      "name": "permissionPublish",
      "docs": [
        "Delegate's permission: publishing versions."
      ],
      "type": "u16",
      "value": "1"
    },
    {
      "name": "permissionRespond",
      "docs": [
        "Delegate's permission: answering ratings."
      ],
      "type": "u16",
      "value": "32"
    },
    {
      "name": "permissionStatus",
      "docs": [
        "Delegate's permission: opening for business and suspending."
      ],
      "type": "u16",
      "value": "16"
    },
    {
      "name": "permissionUpdate",
      "docs": [
        "Delegate's permission: changing tags and holdback."
      ],
      "type": "u16",
      "value": "4"
    },
    {
      "name": "permissionYank",
      "docs": [
        "Delegate's permission: withdrawing versions."
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
      "name": "admin_transfer_accept",
      "docs": [
        "Makes the pending admin the admin, and voids every proposal of the former one.",
        "",
        "Authority: the pending admin.",
        "Errors: `NotPendingAdmin`, `HandoverNotDue`, `HandoverExpired`."
      ],
      "discriminator": [
        116,
        9,
        65,
        180,
        253,
        0,
        160,
        5
      ],
      "accounts": [
        {
          "name": "pending_admin",
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
      "args": []
    },
    {
      "name": "admin_transfer_propose",
      "docs": [
        "Offers the config to a new admin, or takes the offer back. It can be accepted after `admin_delay`, for",
        "`config_expiry`.",
        "",
        "Authority: the admin. Parameters: `new_admin`, any key that can sign, a multisig's vault too; zero",
        "cancels.",
        "Errors: `NotAdmin`, `AdminUnchanged`, `TransferNotPending`."
      ],
      "discriminator": [
        224,
        150,
        58,
        197,
        163,
        10,
        90,
        106
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
          "name": "new_admin",
          "type": "pubkey"
        }
      ]
    },
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
        "Authority: the agent's key, its owner, or a delegate with `HEARTBEAT`.",
        "Errors: `NotAgentOrOwner`, those of a delegate, `LeaseNotRenewable`."
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
          "docs": [
            "The agent's key, the owner or a delegate."
          ],
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
          "name": "delegates",
          "optional": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  100,
                  101,
                  108,
                  101,
                  103,
                  97,
                  116,
                  101,
                  115
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
        "Authority: the owner; a delegate with `STATUS` too, but to retire it. Parameters: `status`, along the",
        "arrows of `AgentStatus`.",
        "Errors: `NotOwner`, those of a delegate, `StatusChangeInvalid`, `NoVersion`."
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
          "name": "signer",
          "docs": [
            "The owner or a delegate."
          ],
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
          "name": "delegates",
          "optional": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  100,
                  101,
                  108,
                  101,
                  103,
                  97,
                  116,
                  101,
                  115
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
        "Authority: the owner; of holdback and tags a delegate with `UPDATE` too. Parameters: see",
        "`AgentUpdateArgs`.",
        "Errors: `NotOwner`, those of a delegate, `NothingToUpdate`, and those of `agent_register` for each field."
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
          "name": "signer",
          "docs": [
            "The owner or a delegate."
          ],
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
          "name": "delegates",
          "optional": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  100,
                  101,
                  108,
                  101,
                  103,
                  97,
                  116,
                  101,
                  115
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
      "name": "attestation_issue",
      "docs": [
        "Vouches for a wallet until `expires_at`, or does so anew: a mandate may ask for it of an agent's owner.",
        "",
        "Authority: the attestor, which may be any key; it pays the rent and gets it back. Parameters: `subject`,",
        "the wallet; see `AttestationIssueArgs`.",
        "Errors: `SubjectMissing`, `EvidenceMissing`, `AttestationExpiryInvalid`."
      ],
      "discriminator": [
        214,
        75,
        54,
        57,
        23,
        22,
        107,
        101
      ],
      "accounts": [
        {
          "name": "attestor",
          "docs": [
            "Vouches; pays the rent of a new attestation."
          ],
          "writable": true,
          "signer": true
        },
        {
          "name": "attestation",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  97,
                  116,
                  116,
                  101,
                  115,
                  116,
                  97,
                  116,
                  105,
                  111,
                  110
                ]
              },
              {
                "kind": "account",
                "path": "attestor"
              },
              {
                "kind": "arg",
                "path": "subject"
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
          "name": "subject",
          "type": "pubkey"
        },
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "AttestationIssueArgs"
            }
          }
        }
      ]
    },
    {
      "name": "attestation_revoke",
      "docs": [
        "Takes an attestation back: no allotment that asks for it any more. What is allotted stays.",
        "",
        "Authority: the attestor, which gets the rent.",
        "Errors: `NotAttestor`."
      ],
      "discriminator": [
        70,
        75,
        32,
        156,
        0,
        17,
        131,
        199
      ],
      "accounts": [
        {
          "name": "attestor",
          "docs": [
            "Gets the rent."
          ],
          "writable": true,
          "signer": true,
          "relations": [
            "attestation"
          ]
        },
        {
          "name": "attestation",
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
      "name": "config_cancel",
      "docs": [
        "Takes a proposal back, or clears away one that can never execute.",
        "",
        "Authority: the admin; anyone once it has expired or is void.",
        "Errors: `NotAdmin`, `RentPayerMismatch`."
      ],
      "discriminator": [
        175,
        67,
        52,
        103,
        179,
        40,
        227,
        170
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
          "name": "proposal",
          "writable": true
        },
        {
          "name": "rent_payer",
          "writable": true,
          "relations": [
            "proposal"
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
      "args": []
    },
    {
      "name": "config_execute",
      "docs": [
        "Makes a change that has waited its time, and voids every proposal before it.",
        "",
        "Authority: anyone, in the order of numbers; the admin to pass over lower ones.",
        "Errors: `ProposalVoid`, `ProposalNotDue`, `ProposalExpired`, `ProposalNotNext`, `RentPayerMismatch`, and one for each rule",
        "of `Config` that it would break by now."
      ],
      "discriminator": [
        251,
        159,
        40,
        124,
        7,
        230,
        232,
        201
      ],
      "accounts": [
        {
          "name": "signer",
          "docs": [
            "Anyone; the admin to pass over a proposal with a lower number."
          ],
          "signer": true
        },
        {
          "name": "config",
          "writable": true,
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "proposal",
          "writable": true
        },
        {
          "name": "rent_payer",
          "writable": true,
          "relations": [
            "proposal"
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
      "args": []
    },
    {
      "name": "config_initialize",
      "docs": [
        "Makes the protocol's one config.",
        "",
        "Authority: the upgrade authority of this program, so that nobody makes the config first; `payer`",
        "pays the rent. Parameters: every setting. One transaction carries about twelve panel members",
        "and settlement mints together; more are added later, by proposals.",
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
        "slash executions lapses by itself, and setting its bit again neither prolongs nor renews it: the admin",
        "unpauses first.",
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
      "name": "config_propose",
      "docs": [
        "Announces a change of settings: it waits `config_delay`, can be executed for `config_expiry` after that,",
        "and reaches nothing that is open.",
        "",
        "Authority: the admin; `rent_payer` pays the rent and gets it back at the end. Parameters: `number`, the",
        "config's `next_proposal`, so that what was signed long ago is good for nothing once another was made;",
        "`changes`, the settings to change.",
        "Errors: `NotAdmin`, `ProposalNumberOutdated`, `ProposalEmpty`, and one for each rule of `Config` that it",
        "would break as the config is now."
      ],
      "discriminator": [
        26,
        48,
        39,
        125,
        195,
        34,
        214,
        116
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
          "writable": true,
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "proposal",
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
                  103,
                  95,
                  112,
                  114,
                  111,
                  112,
                  111,
                  115,
                  97,
                  108
                ]
              },
              {
                "kind": "arg",
                "path": "number"
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
          "name": "number",
          "type": "u64"
        },
        {
          "name": "changes",
          "type": {
            "defined": {
              "name": "ConfigChanges"
            }
          }
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
      "name": "delegate_add",
      "docs": [
        "Lets a key act for the owner within its permissions until it expires, or gives a delegate other ones.",
        "What an earlier owner allowed is void, and cleared here.",
        "",
        "Authority: the owner and the delegate, who both sign; `rent_payer` pays the rent where the agent has no",
        "delegates yet, and gets it back with the last. Parameters: see `DelegateAddArgs`.",
        "Errors: `NotOwner`, `PermissionsInvalid`, `DelegateExpiryInvalid`, `DelegateIsOwner`,",
        "`DelegateIsArbiter` (of either panel), `DelegatesTooMany`."
      ],
      "discriminator": [
        130,
        126,
        158,
        250,
        48,
        55,
        9,
        213
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
          "name": "delegate",
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
          "name": "agent"
        },
        {
          "name": "delegates",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  100,
                  101,
                  108,
                  101,
                  103,
                  97,
                  116,
                  101,
                  115
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
              "name": "DelegateAddArgs"
            }
          }
        }
      ]
    },
    {
      "name": "delegate_remove",
      "docs": [
        "Ends a delegation; the last returns the rent.",
        "",
        "Authority: the owner or the delegate. Parameters: `delegate`, whose delegation ends.",
        "Errors: `NotOwnerOrDelegate`, `NotDelegate`, `RentPayerMismatch`."
      ],
      "discriminator": [
        255,
        43,
        23,
        184,
        224,
        7,
        79,
        228
      ],
      "accounts": [
        {
          "name": "signer",
          "signer": true
        },
        {
          "name": "agent"
        },
        {
          "name": "delegates",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  100,
                  101,
                  108,
                  101,
                  103,
                  97,
                  116,
                  101,
                  115
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
          "name": "rent_payer",
          "writable": true,
          "relations": [
            "delegates"
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
          "name": "delegate",
          "type": "pubkey"
        }
      ]
    },
    {
      "name": "delegates_close",
      "docs": [
        "Returns the rent of delegates that are void: their agent has another owner by now, or is closed.",
        "",
        "Authority: anyone.",
        "Errors: `DelegatesInForce`, `RentPayerMismatch`."
      ],
      "discriminator": [
        73,
        138,
        46,
        58,
        111,
        168,
        30,
        187
      ],
      "accounts": [
        {
          "name": "agent"
        },
        {
          "name": "delegates",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  100,
                  101,
                  108,
                  101,
                  103,
                  97,
                  116,
                  101,
                  115
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
          "name": "rent_payer",
          "writable": true,
          "relations": [
            "delegates"
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
      "args": []
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
        "Authority: the owner, or a delegate with `PUBLISH`, who pays the rent. Parameters: see",
        "`VersionPublishArgs`; the price is in the mint passed as `price_mint`, of either token program.",
        "Errors: `NotOwner`, those of a delegate (from `NotDelegate` to `DelegateNotPermitted`), `Paused`, `AgentRetiring`, `SemverInvalid`, `ManifestHashMissing`, `UriInvalid`,",
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
          "name": "signer",
          "docs": [
            "The owner or a delegate; pays the version's rent."
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
          "writable": true
        },
        {
          "name": "delegates",
          "optional": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  100,
                  101,
                  108,
                  101,
                  103,
                  97,
                  116,
                  101,
                  115
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
        "Authority: the owner, or a delegate with `YANK`. Parameters: `n`, the version's number.",
        "Errors: `NotOwner`, those of a delegate, `AlreadyYanked`."
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
          "name": "signer",
          "docs": [
            "The owner or a delegate."
          ],
          "signer": true
        },
        {
          "name": "agent"
        },
        {
          "name": "delegates",
          "optional": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  100,
                  101,
                  108,
                  101,
                  103,
                  97,
                  116,
                  101,
                  115
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
      "name": "Attestation",
      "discriminator": [
        152,
        125,
        183,
        86,
        36,
        146,
        121,
        73
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
      "name": "ConfigProposal",
      "discriminator": [
        159,
        239,
        163,
        63,
        154,
        191,
        78,
        98
      ]
    },
    {
      "name": "Delegates",
      "discriminator": [
        21,
        255,
        226,
        20,
        19,
        153,
        169,
        204
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
      "name": "AdminTransferProposed",
      "discriminator": [
        203,
        168,
        175,
        51,
        239,
        104,
        20,
        85
      ]
    },
    {
      "name": "AdminTransferred",
      "discriminator": [
        255,
        147,
        182,
        5,
        199,
        217,
        38,
        179
      ]
    },
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
      "name": "AttestationIssued",
      "discriminator": [
        173,
        237,
        90,
        123,
        155,
        224,
        231,
        242
      ]
    },
    {
      "name": "AttestationRevoked",
      "discriminator": [
        47,
        106,
        65,
        238,
        200,
        127,
        163,
        50
      ]
    },
    {
      "name": "ConfigChanged",
      "discriminator": [
        147,
        25,
        86,
        98,
        98,
        77,
        78,
        192
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
      "name": "ConfigProposalClosed",
      "discriminator": [
        157,
        200,
        35,
        240,
        130,
        133,
        35,
        177
      ]
    },
    {
      "name": "ConfigProposed",
      "discriminator": [
        148,
        34,
        23,
        129,
        45,
        161,
        66,
        192
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
      "name": "DelegateAdded",
      "discriminator": [
        96,
        159,
        58,
        144,
        26,
        171,
        141,
        70
      ]
    },
    {
      "name": "DelegateRemoved",
      "discriminator": [
        91,
        243,
        235,
        175,
        109,
        235,
        217,
        84
      ]
    },
    {
      "name": "DelegatesClosed",
      "discriminator": [
        23,
        56,
        23,
        165,
        71,
        35,
        4,
        66
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
      "msg": "The settlement mints name a zero key, one key twice, or the credits; correct them"
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
      "msg": "The price mint is not an initialized mint of SPL Token or Token-2022; pass one"
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
    },
    {
      "code": 6064,
      "name": "ProposalEmpty",
      "msg": "The proposal changes nothing; name at least one setting"
    },
    {
      "code": 6065,
      "name": "ProposalNumberOutdated",
      "msg": "Another proposal was made since this was signed; look at it, and sign again with the next number"
    },
    {
      "code": 6066,
      "name": "ProposalNotDue",
      "msg": "The proposal may not execute yet; wait until executable_at"
    },
    {
      "code": 6067,
      "name": "ProposalExpired",
      "msg": "The proposal's time is over; propose the change anew"
    },
    {
      "code": 6068,
      "name": "ProposalVoid",
      "msg": "A later proposal was executed or the admin changed since; propose the change anew"
    },
    {
      "code": 6069,
      "name": "RentPayerMismatch",
      "msg": "The rent goes to whoever paid it; pass that account"
    },
    {
      "code": 6070,
      "name": "AdminUnchanged",
      "msg": "The config has this admin already; propose another key, or zero to cancel"
    },
    {
      "code": 6071,
      "name": "NotPendingAdmin",
      "msg": "The config was not offered to this key; ask its admin to propose the handover"
    },
    {
      "code": 6072,
      "name": "HandoverNotDue",
      "msg": "The handover may not be accepted yet; wait until admin_handover_at"
    },
    {
      "code": 6073,
      "name": "HandoverExpired",
      "msg": "The handover's time is over; ask the admin to propose it anew"
    },
    {
      "code": 6074,
      "name": "PermissionsInvalid",
      "msg": "Name at least one permission, and only known ones"
    },
    {
      "code": 6075,
      "name": "DelegateExpiryInvalid",
      "msg": "A delegate's time ends after now and within 10 years; correct expires_at"
    },
    {
      "code": 6076,
      "name": "DelegateIsOwner",
      "msg": "The owner needs no delegation; name another key"
    },
    {
      "code": 6077,
      "name": "DelegateIsArbiter",
      "msg": "An arbiter takes no side; name a key that sits on no panel"
    },
    {
      "code": 6078,
      "name": "DelegatesTooMany",
      "msg": "An agent has at most 4 delegates; remove one first"
    },
    {
      "code": 6079,
      "name": "NotDelegate",
      "msg": "This key is no delegate of the agent; ask its owner to add it"
    },
    {
      "code": 6080,
      "name": "DelegatesVoid",
      "msg": "The delegates were named by a former owner; ask the present one to add the key"
    },
    {
      "code": 6081,
      "name": "DelegateExpired",
      "msg": "The delegate's time is over; ask the owner to add the key anew"
    },
    {
      "code": 6082,
      "name": "DelegateNotPermitted",
      "msg": "The delegate may not do this; ask the owner for the permission, or to do it"
    },
    {
      "code": 6083,
      "name": "NotOwnerOrDelegate",
      "msg": "Only the owner or the delegate itself removes a delegate; sign with one of them"
    },
    {
      "code": 6084,
      "name": "DelegatesInForce",
      "msg": "The delegates are in force; remove each, or wait for the agent's transfer or end"
    },
    {
      "code": 6085,
      "name": "ProposalNotNext",
      "msg": "A proposal with a lower number is not settled; execute or cancel it, or sign with the admin"
    },
    {
      "code": 6086,
      "name": "SubjectMissing",
      "msg": "An attestation is about a wallet; name its subject"
    },
    {
      "code": 6087,
      "name": "EvidenceMissing",
      "msg": "The hash of the evidence is missing; hash a salt with it"
    },
    {
      "code": 6088,
      "name": "AttestationExpiryInvalid",
      "msg": "An attestation ends after now and within 10 years; correct expires_at"
    },
    {
      "code": 6089,
      "name": "NotAttestor",
      "msg": "Only who issued an attestation revokes it; sign with the attestor"
    },
    {
      "code": 6090,
      "name": "StakeMintIsCredits",
      "msg": "Credits are bought, not risked: they are no stake mint; name another"
    }
  ],
  "types": [
    {
      "name": "AdminTransferProposed",
      "docs": [
        "The admin offered the config to another key, or took an offer back (`new_pending_admin` and times zero)."
      ],
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
            "name": "old_pending_admin",
            "type": "pubkey"
          },
          {
            "name": "new_pending_admin",
            "type": "pubkey"
          },
          {
            "name": "handover_at",
            "docs": [
              "First moment it may be accepted, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "handover_expires_at",
            "docs": [
              "From then on it may no longer be accepted, Unix seconds."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "AdminTransferred",
      "docs": [
        "Another key is admin; proposals below `new_live_proposals_from` are void."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "config",
            "type": "pubkey"
          },
          {
            "name": "old_admin",
            "type": "pubkey"
          },
          {
            "name": "new_admin",
            "type": "pubkey"
          },
          {
            "name": "old_live_proposals_from",
            "type": "u64"
          },
          {
            "name": "new_live_proposals_from",
            "type": "u64"
          }
        ]
      }
    },
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
            "name": "signer",
            "docs": [
              "The owner or a delegate."
            ],
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
            "name": "signer",
            "docs": [
              "The owner or a delegate."
            ],
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
      "name": "Attestation",
      "docs": [
        "What an attestor vouches for about a wallet, until it expires or is revoked:",
        "`[\"attestation\", attestor, subject]`. Vacant: not attested.",
        "",
        "Of the evidence only a salted hash is here, so that no personal data is on chain and a lost salt is erasure.",
        "The subject is a wallet, not an agent: who buys an agent needs an attestation of its own.",
        "",
        "INVARIANTS: attestor, subject and evidence are not zero; issued_at < expires_at; only the attestor writes or",
        "closes it, and it paid the rent."
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
            "name": "attestor",
            "type": "pubkey"
          },
          {
            "name": "subject",
            "type": "pubkey"
          },
          {
            "name": "issued_at",
            "docs": [
              "When it was issued, or renewed last, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "expires_at",
            "docs": [
              "Worth nothing from then on, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "evidence",
            "docs": [
              "SHA-256 of a random salt and the evidence."
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
      "name": "AttestationIssueArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "expires_at",
            "docs": [
              "Worth nothing from then on, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "evidence",
            "docs": [
              "SHA-256 of a random salt and the evidence; never of the evidence alone, which could be guessed."
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
      "name": "AttestationIssued",
      "docs": [
        "An attestor vouches for a wallet from now on, or does so anew (`old_…` zero where it is the first)."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "attestation",
            "type": "pubkey"
          },
          {
            "name": "attestor",
            "type": "pubkey"
          },
          {
            "name": "subject",
            "type": "pubkey"
          },
          {
            "name": "old_issued_at",
            "docs": [
              "This and the next three: Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "new_issued_at",
            "type": "i64"
          },
          {
            "name": "old_expires_at",
            "type": "i64"
          },
          {
            "name": "new_expires_at",
            "type": "i64"
          },
          {
            "name": "old_evidence",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "new_evidence",
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
      "name": "AttestationRevoked",
      "docs": [
        "The attestor vouches for the wallet no longer."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "attestation",
            "type": "pubkey"
          },
          {
            "name": "attestor",
            "type": "pubkey"
          },
          {
            "name": "subject",
            "type": "pubkey"
          },
          {
            "name": "issued_at",
            "docs": [
              "This and the next: Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "expires_at",
            "type": "i64"
          },
          {
            "name": "evidence",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "returned",
            "docs": [
              "Lamports that went to the attestor."
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
      "name": "ConfigChanged",
      "docs": [
        "A proposal was executed; those with lower numbers are void."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "config",
            "type": "pubkey"
          },
          {
            "name": "proposal",
            "type": "pubkey"
          },
          {
            "name": "number",
            "type": "u64"
          },
          {
            "name": "signer",
            "type": "pubkey"
          },
          {
            "name": "rent_payer",
            "type": "pubkey"
          },
          {
            "name": "returned",
            "docs": [
              "Lamports that went to `rent_payer`."
            ],
            "type": "u64"
          },
          {
            "name": "old",
            "docs": [
              "What the changed settings were."
            ],
            "type": {
              "defined": {
                "name": "ConfigChanges"
              }
            }
          },
          {
            "name": "new",
            "type": {
              "defined": {
                "name": "ConfigChanges"
              }
            }
          }
        ]
      }
    },
    {
      "name": "ConfigChanges",
      "docs": [
        "The settings that a proposal changes; `None` leaves one as it is. What a config has for good has no place",
        "here: its stake mint, genesis hash and flags. The admin changes by handover."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "pauser",
            "type": {
              "option": "pubkey"
            }
          },
          {
            "name": "treasury",
            "type": {
              "option": "pubkey"
            }
          },
          {
            "name": "fee_bps",
            "type": {
              "option": "u16"
            }
          },
          {
            "name": "first_loss_bps",
            "type": {
              "option": "u16"
            }
          },
          {
            "name": "penalty_bps",
            "type": {
              "option": "u16"
            }
          },
          {
            "name": "bond_bps",
            "type": {
              "option": "u16"
            }
          },
          {
            "name": "min_stake",
            "docs": [
              "This and the next four: base units of the stake mint."
            ],
            "type": {
              "option": "u64"
            }
          },
          {
            "name": "slash_cap_dispute",
            "type": {
              "option": "u64"
            }
          },
          {
            "name": "slash_cap_period",
            "type": {
              "option": "u64"
            }
          },
          {
            "name": "bond_min",
            "type": {
              "option": "u64"
            }
          },
          {
            "name": "arbiter_fee",
            "type": {
              "option": "u64"
            }
          },
          {
            "name": "windows",
            "type": {
              "defined": {
                "name": "WindowsChanges"
              }
            }
          },
          {
            "name": "first_panel",
            "docs": [
              "The whole panel that rules."
            ],
            "type": {
              "option": {
                "defined": {
                  "name": "PanelArgs"
                }
              }
            }
          },
          {
            "name": "second_panel",
            "docs": [
              "The whole panel that hears appeals."
            ],
            "type": {
              "option": {
                "defined": {
                  "name": "PanelArgs"
                }
              }
            }
          },
          {
            "name": "settlement_mints",
            "docs": [
              "The whole list."
            ],
            "type": {
              "option": {
                "vec": {
                  "defined": {
                    "name": "SettlementMintArgs"
                  }
                }
              }
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
          },
          {
            "name": "execution_pause_ends_at",
            "docs": [
              "When that pause lapses, Unix seconds; 0 without one."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "ConfigProposal",
      "docs": [
        "A change of the config that waits: `[\"config_proposal\", number: u64 LE]`. Sized to its content.",
        "",
        "INVARIANTS: immutable; numbers never recur; `executable_at = proposed_at + config_delay` and",
        "`expires_at = executable_at + config_expiry`, both windows as they were when it was proposed; void once a",
        "later proposal was executed or another key became admin."
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
                6
              ]
            }
          },
          {
            "name": "number",
            "type": "u64"
          },
          {
            "name": "admin",
            "docs": [
              "The admin who proposed it."
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
            "name": "proposed_at",
            "docs": [
              "This and the next two: Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "executable_at",
            "type": "i64"
          },
          {
            "name": "expires_at",
            "type": "i64"
          },
          {
            "name": "changes",
            "type": {
              "defined": {
                "name": "ConfigChanges"
              }
            }
          }
        ]
      }
    },
    {
      "name": "ConfigProposalClosed",
      "docs": [
        "A proposal was cancelled, or cleared away once it could not execute any more."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "config",
            "type": "pubkey"
          },
          {
            "name": "proposal",
            "type": "pubkey"
          },
          {
            "name": "number",
            "type": "u64"
          },
          {
            "name": "signer",
            "type": "pubkey"
          },
          {
            "name": "rent_payer",
            "type": "pubkey"
          },
          {
            "name": "returned",
            "docs": [
              "Lamports that went to `rent_payer`."
            ],
            "type": "u64"
          },
          {
            "name": "old_live_proposals_from",
            "type": "u64"
          },
          {
            "name": "new_live_proposals_from",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "ConfigProposed",
      "docs": [
        "A change of the config waits."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "config",
            "type": "pubkey"
          },
          {
            "name": "proposal",
            "type": "pubkey"
          },
          {
            "name": "number",
            "type": "u64"
          },
          {
            "name": "admin",
            "type": "pubkey"
          },
          {
            "name": "rent_payer",
            "type": "pubkey"
          },
          {
            "name": "proposed_at",
            "docs": [
              "This and the next two: Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "executable_at",
            "type": "i64"
          },
          {
            "name": "expires_at",
            "type": "i64"
          },
          {
            "name": "changes",
            "type": {
              "defined": {
                "name": "ConfigChanges"
              }
            }
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
          },
          {
            "name": "execution_pause_ends_at",
            "docs": [
              "When that pause lapses, Unix seconds; 0 without one."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "Delegate",
      "docs": [
        "A key that acts for an agent's owner."
      ],
      "serialization": "bytemuck",
      "repr": {
        "kind": "c"
      },
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "key",
            "type": "pubkey"
          },
          {
            "name": "expires_at",
            "docs": [
              "From then on it may do nothing, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "permissions",
            "docs": [
              "`permission`"
            ],
            "type": "u16"
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
      "name": "DelegateAddArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "permissions",
            "docs": [
              "`permission` bits."
            ],
            "type": "u16"
          },
          {
            "name": "expires_at",
            "docs": [
              "From then on it may do nothing, Unix seconds."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "DelegateAdded",
      "docs": [
        "A key acts for the owner from now on, or does so with other permissions or another end (`old_…` zero where it",
        "is new). Delegates of an earlier ownership epoch are gone."
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
            "name": "delegate",
            "type": "pubkey"
          },
          {
            "name": "ownership_epoch",
            "type": "u32"
          },
          {
            "name": "rent_payer",
            "docs": [
              "Paid the rent of the agent's delegates."
            ],
            "type": "pubkey"
          },
          {
            "name": "old_permissions",
            "type": "u16"
          },
          {
            "name": "new_permissions",
            "type": "u16"
          },
          {
            "name": "old_expires_at",
            "type": "i64"
          },
          {
            "name": "new_expires_at",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "DelegateRemoved",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "signer",
            "docs": [
              "The owner, or the delegate itself."
            ],
            "type": "pubkey"
          },
          {
            "name": "delegate",
            "type": "pubkey"
          },
          {
            "name": "permissions",
            "type": "u16"
          },
          {
            "name": "expires_at",
            "type": "i64"
          },
          {
            "name": "rent_payer",
            "type": "pubkey"
          },
          {
            "name": "returned",
            "docs": [
              "Lamports that went to `rent_payer`: all, where it was the last."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "Delegates",
      "docs": [
        "Who acts for an agent's owner: `[\"delegates\", agent]`. It exists while there is a delegate.",
        "",
        "INVARIANTS: 1 ≤ count ≤ 4; entries[..count] have distinct non-zero keys, permissions and an expiry, the rest",
        "are zero; each joined by its own signature and sat on no panel then; all are void once the agent's ownership",
        "epoch has passed `ownership_epoch`. A panel may take in a delegate later, or an arbiter leave and join an",
        "agent: whoever counts an arbiter's vote checks `names` of the agent in question then."
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
            "name": "count",
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
            "name": "ownership_epoch",
            "docs": [
              "The agent's ownership epoch in which they were named."
            ],
            "type": "u32"
          },
          {
            "name": "agent",
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
            "name": "entries",
            "type": {
              "array": [
                {
                  "defined": {
                    "name": "Delegate"
                  }
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
      "name": "DelegatesClosed",
      "docs": [
        "Delegates that were void are gone."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "delegates",
            "type": "pubkey"
          },
          {
            "name": "rent_payer",
            "type": "pubkey"
          },
          {
            "name": "returned",
            "docs": [
              "Lamports that went to `rent_payer`."
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
          },
          {
            "name": "signer",
            "docs": [
              "The owner or a delegate."
            ],
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
    },
    {
      "name": "WindowsChanges",
      "docs": [
        "`Windows`, seconds each; `None` leaves one as it is."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "unbonding",
            "type": {
              "option": "i64"
            }
          },
          {
            "name": "config_delay",
            "type": {
              "option": "i64"
            }
          },
          {
            "name": "config_expiry",
            "type": {
              "option": "i64"
            }
          },
          {
            "name": "admin_delay",
            "type": {
              "option": "i64"
            }
          },
          {
            "name": "channel_life_max",
            "type": {
              "option": "i64"
            }
          },
          {
            "name": "close_grace",
            "type": {
              "option": "i64"
            }
          },
          {
            "name": "holdback_min",
            "type": {
              "option": "i64"
            }
          },
          {
            "name": "holdback_max",
            "type": {
              "option": "i64"
            }
          },
          {
            "name": "hold_lapse",
            "type": {
              "option": "i64"
            }
          },
          {
            "name": "claim",
            "type": {
              "option": "i64"
            }
          },
          {
            "name": "response",
            "type": {
              "option": "i64"
            }
          },
          {
            "name": "ruling",
            "type": {
              "option": "i64"
            }
          },
          {
            "name": "appeal",
            "type": {
              "option": "i64"
            }
          },
          {
            "name": "appeal_ruling",
            "type": {
              "option": "i64"
            }
          },
          {
            "name": "rating",
            "type": {
              "option": "i64"
            }
          },
          {
            "name": "lease",
            "type": {
              "option": "i64"
            }
          },
          {
            "name": "execution_pause",
            "type": {
              "option": "i64"
            }
          },
          {
            "name": "slash_period",
            "type": {
              "option": "i64"
            }
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
      "name": "ATTESTATION_SEED",
      "docs": [
        "`Attestation`: `[\"attestation\", attestor, subject]`"
      ],
      "type": "bytes",
      "value": "[97, 116, 116, 101, 115, 116, 97, 116, 105, 111, 110]"
    },
    {
      "name": "CONFIG_PROPOSAL_SEED",
      "docs": [
        "`ConfigProposal`: `[\"config_proposal\", number: u64 LE]`"
      ],
      "type": "bytes",
      "value": "[99, 111, 110, 102, 105, 103, 95, 112, 114, 111, 112, 111, 115, 97, 108]"
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
      "name": "DELEGATES_MAX",
      "docs": [
        "Most delegates of an agent."
      ],
      "type": "u16",
      "value": "4"
    },
    {
      "name": "DELEGATES_SEED",
      "docs": [
        "`Delegates`: `[\"delegates\", agent]`"
      ],
      "type": "bytes",
      "value": "[100, 101, 108, 101, 103, 97, 116, 101, 115]"
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
      "name": "PERMISSION_HEARTBEAT",
      "docs": [
        "Delegate's permission: heartbeats."
      ],
      "type": "u16",
      "value": "8"
    },
    {
      "name": "PERMISSION_PUBLISH",
      "docs": [
        "Delegate's permission: publishing versions."
      ],
      "type": "u16",
      "value": "1"
    },
    {
      "name": "PERMISSION_RESPOND",
      "docs": [
        "Delegate's permission: answering ratings."
      ],
      "type": "u16",
      "value": "32"
    },
    {
      "name": "PERMISSION_STATUS",
      "docs": [
        "Delegate's permission: opening for business and suspending."
      ],
      "type": "u16",
      "value": "16"
    },
    {
      "name": "PERMISSION_UPDATE",
      "docs": [
        "Delegate's permission: changing tags and holdback."
      ],
      "type": "u16",
      "value": "4"
    },
    {
      "name": "PERMISSION_YANK",
      "docs": [
        "Delegate's permission: withdrawing versions."
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
