// Generated from idl/reputation.json by `npm run build:programs`; do not edit.

/** Shape of the reputation program, for Anchor's types. */
export type Reputation = {
  "address": "AG2eX8E441LFvtaKKWXTPrdC4QPQ6yHYrA8pNAWbA3Ee",
  "metadata": {
    "name": "reputation",
    "version": "0.1.0",
    "spec": "0.1.0",
    "description": "Agent Labs reputation program"
  },
  "instructions": [
    {
      "name": "pairClose",
      "docs": [
        "Ends the record of a payer's ratings once they can count no more; its rent goes back to the payer.",
        "Signed by nobody; never paused.",
        "",
        "Errors: `PairInUse`, `AgentMismatch`, `RentPayerMismatch`"
      ],
      "discriminator": [
        166,
        63,
        176,
        58,
        190,
        246,
        225,
        193
      ],
      "accounts": [
        {
          "name": "pair",
          "writable": true
        },
        {
          "name": "agent",
          "relations": [
            "pair"
          ]
        },
        {
          "name": "payer",
          "writable": true,
          "relations": [
            "pair"
          ]
        },
        {
          "name": "eventAuthority",
          "address": "363HDo5zhwLCpasDgR3HsqyskkLm2KJprzPBjTdFZzHb"
        },
        {
          "name": "program",
          "address": "AG2eX8E441LFvtaKKWXTPrdC4QPQ6yHYrA8pNAWbA3Ee"
        }
      ],
      "args": []
    },
    {
      "name": "rate",
      "docs": [
        "Rates an agent with 1 to 5 stars by the right that a channel or a job carries. Signed by the mandate's payer,",
        "who pays the rent of the records. The receipt is minted at once where the shard's tree is passed and has",
        "room; else it is kept until `receipt_mint`.",
        "",
        "Errors: `StarsInvalid`, `Paused`, `RightMismatch`, `NotPayer`, `SelfRating`, `RatingByDelegate`,",
        "`BackerRating`, `DelegatesMismatch`, `PositionMismatch`, `ScoreMismatch`, `PairMismatch`, `ReceiptMismatch`,",
        "`TreeAccountsMissing`, `TreeMismatch`, `ConfigMismatch`, and escrow's `RatingRightMissing`, `MandateMismatch`"
      ],
      "discriminator": [
        66,
        215,
        49,
        230,
        53,
        1,
        236,
        82
      ],
      "accounts": [
        {
          "name": "payer",
          "docs": [
            "The wallet that opened the mandate; pays the rent of new records."
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
          "name": "mandate"
        },
        {
          "name": "subject",
          "docs": [
            "The channel or job that was paid."
          ],
          "writable": true
        },
        {
          "name": "score",
          "writable": true
        },
        {
          "name": "pair",
          "writable": true
        },
        {
          "name": "receipt",
          "docs": [
            "Where the receipt waits if no tree takes it."
          ],
          "writable": true
        },
        {
          "name": "stakeVault",
          "docs": [
            "The stake program's vault of the agent, whether it exists or not."
          ]
        },
        {
          "name": "firstLossPosition",
          "docs": [
            "The payer's positions in it, whether they exist or not."
          ]
        },
        {
          "name": "backerPosition"
        },
        {
          "name": "delegates",
          "docs": [
            "The registry's list of the agent's delegates, whether it exists or not."
          ]
        },
        {
          "name": "ratingAuthority",
          "address": "7bYUtswaQJ9tnjm4bpCstNBY54FuU4sVAKmWLy7zXXdy"
        },
        {
          "name": "escrowProgram",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        },
        {
          "name": "systemProgram",
          "address": "11111111111111111111111111111111"
        },
        {
          "name": "treePool",
          "docs": [
            "The seven below together, or none: without them the receipt is minted later."
          ],
          "optional": true
        },
        {
          "name": "tree",
          "writable": true,
          "optional": true
        },
        {
          "name": "merkleTree",
          "writable": true,
          "optional": true
        },
        {
          "name": "treeConfig",
          "writable": true,
          "optional": true
        },
        {
          "name": "bubblegumProgram",
          "optional": true,
          "address": "BGUMAp9Gq7iTEuizy4pqaxsTyUCBK68MDfK752saRPUY"
        },
        {
          "name": "compressionProgram",
          "optional": true,
          "address": "cmtDvXumGCrqC1Age74AVPhSRVXJMd8PJS91L8KbNCK"
        },
        {
          "name": "noopProgram",
          "optional": true,
          "address": "noopb9bkMVfRPU8AsbpTUg8AQkHtKwMYZiFUjNRtMmV"
        },
        {
          "name": "eventAuthority",
          "address": "363HDo5zhwLCpasDgR3HsqyskkLm2KJprzPBjTdFZzHb"
        },
        {
          "name": "program",
          "address": "AG2eX8E441LFvtaKKWXTPrdC4QPQ6yHYrA8pNAWbA3Ee"
        }
      ],
      "args": [
        {
          "name": "stars",
          "type": "u8"
        },
        {
          "name": "kind",
          "type": {
            "defined": {
              "name": "subjectKind"
            }
          }
        }
      ]
    },
    {
      "name": "receiptMint",
      "docs": [
        "Mints the receipt of a rating that found no tree; its rent goes back to the payer. Signed by nobody;",
        "never paused.",
        "",
        "Errors: `TreeMismatch`, `TreeFull`, `AgentMismatch`, `RentPayerMismatch`"
      ],
      "discriminator": [
        98,
        15,
        220,
        207,
        133,
        156,
        93,
        80
      ],
      "accounts": [
        {
          "name": "receipt",
          "writable": true
        },
        {
          "name": "agent",
          "relations": [
            "receipt"
          ]
        },
        {
          "name": "payer",
          "writable": true,
          "relations": [
            "receipt"
          ]
        },
        {
          "name": "treePool"
        },
        {
          "name": "tree",
          "writable": true
        },
        {
          "name": "merkleTree",
          "writable": true
        },
        {
          "name": "treeConfig",
          "writable": true
        },
        {
          "name": "ratingAuthority",
          "address": "7bYUtswaQJ9tnjm4bpCstNBY54FuU4sVAKmWLy7zXXdy"
        },
        {
          "name": "bubblegumProgram",
          "address": "BGUMAp9Gq7iTEuizy4pqaxsTyUCBK68MDfK752saRPUY"
        },
        {
          "name": "compressionProgram",
          "address": "cmtDvXumGCrqC1Age74AVPhSRVXJMd8PJS91L8KbNCK"
        },
        {
          "name": "noopProgram",
          "address": "noopb9bkMVfRPU8AsbpTUg8AQkHtKwMYZiFUjNRtMmV"
        },
        {
          "name": "systemProgram",
          "address": "11111111111111111111111111111111"
        },
        {
          "name": "eventAuthority",
          "address": "363HDo5zhwLCpasDgR3HsqyskkLm2KJprzPBjTdFZzHb"
        },
        {
          "name": "program",
          "address": "AG2eX8E441LFvtaKKWXTPrdC4QPQ6yHYrA8pNAWbA3Ee"
        }
      ],
      "args": []
    },
    {
      "name": "respond",
      "docs": [
        "Answers a rating, once, by the hash of a text. The receipt's leaf proves the rating: the proof's nodes from the",
        "leaf up are the remaining accounts, less those of the tree's canopy. Signed by the agent's owner, or a",
        "delegate that may, who pays the rent. Never paused.",
        "",
        "Errors: `ResponseExists`, `ResponseMismatch`, `ResponseEmpty`, `NotAgentSide`, `DelegatesMismatch`,",
        "`DelegatesVoid`, `DelegateExpired`, `DelegateNotPermitted`, `NotAgentsRating`, `TreeMismatch`, `LeafMissing`,",
        "and account compression's for a proof that is none"
      ],
      "discriminator": [
        72,
        65,
        227,
        97,
        42,
        255,
        147,
        12
      ],
      "accounts": [
        {
          "name": "responder",
          "docs": [
            "The agent's owner, or a delegate of its; pays the rent."
          ],
          "writable": true,
          "signer": true
        },
        {
          "name": "agent"
        },
        {
          "name": "delegates",
          "docs": [
            "None where the owner signs."
          ],
          "optional": true
        },
        {
          "name": "response",
          "writable": true
        },
        {
          "name": "tree"
        },
        {
          "name": "merkleTree",
          "relations": [
            "tree"
          ]
        },
        {
          "name": "compressionProgram",
          "address": "cmtDvXumGCrqC1Age74AVPhSRVXJMd8PJS91L8KbNCK"
        },
        {
          "name": "systemProgram",
          "address": "11111111111111111111111111111111"
        },
        {
          "name": "eventAuthority",
          "address": "363HDo5zhwLCpasDgR3HsqyskkLm2KJprzPBjTdFZzHb"
        },
        {
          "name": "program",
          "address": "AG2eX8E441LFvtaKKWXTPrdC4QPQ6yHYrA8pNAWbA3Ee"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "respondArgs"
            }
          }
        }
      ]
    },
    {
      "name": "responseClose",
      "docs": [
        "Ends an answer of a closed agent; its rent goes back to whoever gave it. Signed by nobody; never paused.",
        "",
        "Errors: `ResponseInUse`, `AgentMismatch`, `RentPayerMismatch`"
      ],
      "discriminator": [
        184,
        237,
        205,
        14,
        242,
        22,
        172,
        199
      ],
      "accounts": [
        {
          "name": "response",
          "writable": true
        },
        {
          "name": "agent",
          "relations": [
            "response"
          ]
        },
        {
          "name": "responder",
          "writable": true,
          "relations": [
            "response"
          ]
        },
        {
          "name": "eventAuthority",
          "address": "363HDo5zhwLCpasDgR3HsqyskkLm2KJprzPBjTdFZzHb"
        },
        {
          "name": "program",
          "address": "AG2eX8E441LFvtaKKWXTPrdC4QPQ6yHYrA8pNAWbA3Ee"
        }
      ],
      "args": []
    },
    {
      "name": "scoreClose",
      "docs": [
        "Ends the score of a closed agent; its rent goes back to whoever paid it. Signed by nobody; never paused.",
        "",
        "Errors: `ScoreInUse`, `AgentMismatch`, `RentPayerMismatch`"
      ],
      "discriminator": [
        80,
        59,
        91,
        203,
        37,
        201,
        30,
        175
      ],
      "accounts": [
        {
          "name": "score",
          "writable": true
        },
        {
          "name": "agent",
          "relations": [
            "score"
          ]
        },
        {
          "name": "rentPayer",
          "writable": true,
          "relations": [
            "score"
          ]
        },
        {
          "name": "eventAuthority",
          "address": "363HDo5zhwLCpasDgR3HsqyskkLm2KJprzPBjTdFZzHb"
        },
        {
          "name": "program",
          "address": "AG2eX8E441LFvtaKKWXTPrdC4QPQ6yHYrA8pNAWbA3Ee"
        }
      ],
      "args": []
    },
    {
      "name": "scoreSync",
      "docs": [
        "Takes over from the agent's stake vault what disputes cost it, into a new score where there is none: its rent",
        "is the payer's, who signs and may be anyone. Never paused.",
        "",
        "Errors: `ScoreUnchanged`, `ScoreMismatch`, `AgentMismatch`"
      ],
      "discriminator": [
        145,
        238,
        205,
        238,
        219,
        213,
        225,
        153
      ],
      "accounts": [
        {
          "name": "payer",
          "docs": [
            "Anyone; pays the rent of a new score."
          ],
          "writable": true,
          "signer": true
        },
        {
          "name": "agent",
          "relations": [
            "stakeVault"
          ]
        },
        {
          "name": "stakeVault",
          "docs": [
            "Stake makes one vault for an agent, so that the agent it names tells it."
          ]
        },
        {
          "name": "score",
          "writable": true
        },
        {
          "name": "systemProgram",
          "address": "11111111111111111111111111111111"
        },
        {
          "name": "eventAuthority",
          "address": "363HDo5zhwLCpasDgR3HsqyskkLm2KJprzPBjTdFZzHb"
        },
        {
          "name": "program",
          "address": "AG2eX8E441LFvtaKKWXTPrdC4QPQ6yHYrA8pNAWbA3Ee"
        }
      ],
      "args": []
    },
    {
      "name": "treeRegister",
      "docs": [
        "Makes a prepared Merkle tree the one that a shard's receipts go to. Signed by the config's admin, who",
        "pays the rent of the records; it stays, since receipts must stay provable.",
        "",
        "Errors: `NotAdmin`, `ConfigMismatch`, `ShardInvalid`, `TreeNotPrepared`, `TreeSizeInvalid`,",
        "`UriBaseInvalid`, `TreeNotFull`, `TreeMismatch`, `TreeExists`, `TreePoolMismatch`"
      ],
      "discriminator": [
        76,
        216,
        22,
        151,
        175,
        150,
        226,
        239
      ],
      "accounts": [
        {
          "name": "admin",
          "writable": true,
          "signer": true,
          "relations": [
            "config"
          ]
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "treePool",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  116,
                  114,
                  101,
                  101,
                  115
                ]
              }
            ]
          }
        },
        {
          "name": "tree",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  116,
                  114,
                  101,
                  101
                ]
              },
              {
                "kind": "account",
                "path": "merkleTree"
              }
            ]
          }
        },
        {
          "name": "replaced",
          "docs": [
            "The shard's full tree; none for a new shard."
          ],
          "optional": true
        },
        {
          "name": "merkleTree",
          "writable": true
        },
        {
          "name": "treeConfig",
          "writable": true
        },
        {
          "name": "ratingAuthority",
          "address": "7bYUtswaQJ9tnjm4bpCstNBY54FuU4sVAKmWLy7zXXdy"
        },
        {
          "name": "bubblegumProgram",
          "address": "BGUMAp9Gq7iTEuizy4pqaxsTyUCBK68MDfK752saRPUY"
        },
        {
          "name": "compressionProgram",
          "address": "cmtDvXumGCrqC1Age74AVPhSRVXJMd8PJS91L8KbNCK"
        },
        {
          "name": "noopProgram",
          "address": "noopb9bkMVfRPU8AsbpTUg8AQkHtKwMYZiFUjNRtMmV"
        },
        {
          "name": "systemProgram",
          "address": "11111111111111111111111111111111"
        },
        {
          "name": "eventAuthority",
          "address": "363HDo5zhwLCpasDgR3HsqyskkLm2KJprzPBjTdFZzHb"
        },
        {
          "name": "program",
          "address": "AG2eX8E441LFvtaKKWXTPrdC4QPQ6yHYrA8pNAWbA3Ee"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "treeRegisterArgs"
            }
          }
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
      "name": "pair",
      "discriminator": [
        85,
        72,
        49,
        176,
        182,
        228,
        141,
        82
      ]
    },
    {
      "name": "pendingReceipt",
      "discriminator": [
        138,
        150,
        84,
        179,
        71,
        196,
        145,
        0
      ]
    },
    {
      "name": "response",
      "discriminator": [
        198,
        155,
        246,
        149,
        75,
        240,
        81,
        122
      ]
    },
    {
      "name": "score",
      "discriminator": [
        187,
        110,
        62,
        119,
        232,
        235,
        185,
        90
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
    },
    {
      "name": "tree",
      "discriminator": [
        100,
        9,
        213,
        154,
        6,
        136,
        109,
        55
      ]
    },
    {
      "name": "treePool",
      "discriminator": [
        67,
        79,
        20,
        151,
        84,
        0,
        69,
        145
      ]
    }
  ],
  "events": [
    {
      "name": "agentRated",
      "discriminator": [
        116,
        96,
        76,
        234,
        149,
        184,
        152,
        63
      ]
    },
    {
      "name": "agentResponded",
      "discriminator": [
        13,
        219,
        119,
        135,
        48,
        85,
        134,
        156
      ]
    },
    {
      "name": "pairClosed",
      "discriminator": [
        44,
        133,
        115,
        118,
        95,
        41,
        87,
        136
      ]
    },
    {
      "name": "receiptMinted",
      "discriminator": [
        100,
        166,
        3,
        33,
        2,
        189,
        140,
        144
      ]
    },
    {
      "name": "responseClosed",
      "discriminator": [
        42,
        180,
        56,
        181,
        122,
        22,
        139,
        61
      ]
    },
    {
      "name": "scoreClosed",
      "discriminator": [
        62,
        154,
        97,
        101,
        27,
        129,
        57,
        22
      ]
    },
    {
      "name": "scoreSynced",
      "discriminator": [
        191,
        3,
        236,
        135,
        77,
        228,
        14,
        215
      ]
    },
    {
      "name": "treeRegistered",
      "discriminator": [
        75,
        58,
        250,
        170,
        40,
        139,
        109,
        176
      ]
    }
  ],
  "errors": [
    {
      "code": 6000,
      "name": "mathOverflow",
      "msg": "Arithmetic left its range; nothing was changed, please report it"
    },
    {
      "code": 6001,
      "name": "unknownLayout",
      "msg": "The account has a layout version this program does not know; upgrade the client or migrate it"
    },
    {
      "code": 6002,
      "name": "invariantBroken",
      "msg": "Stored state broke a rule of the records; nothing was changed, please report it"
    },
    {
      "code": 6003,
      "name": "paused",
      "msg": "Ratings are paused; the right stays, rate later"
    },
    {
      "code": 6004,
      "name": "configMismatch",
      "msg": "The account is not the config of the registry"
    },
    {
      "code": 6005,
      "name": "eventAuthorityMismatch",
      "msg": "The account is not this program's event authority"
    },
    {
      "code": 6006,
      "name": "programMismatch",
      "msg": "The account is not the program this instruction calls; pass the one the IDL names"
    },
    {
      "code": 6007,
      "name": "ratingAuthorityMismatch",
      "msg": "The account is not the rating authority"
    },
    {
      "code": 6008,
      "name": "agentMismatch",
      "msg": "The account belongs to another agent"
    },
    {
      "code": 6009,
      "name": "rentPayerMismatch",
      "msg": "The rent goes to the one who paid it"
    },
    {
      "code": 6020,
      "name": "starsInvalid",
      "msg": "A rating has 1 to 5 stars"
    },
    {
      "code": 6021,
      "name": "notPayer",
      "msg": "Only the wallet that opened the mandate rates; sign with it, not with the session key"
    },
    {
      "code": 6022,
      "name": "selfRating",
      "msg": "Nobody rates an agent that is their own or pays them"
    },
    {
      "code": 6023,
      "name": "backerRating",
      "msg": "Nobody rates an agent they have stake in; withdraw it first"
    },
    {
      "code": 6024,
      "name": "positionMismatch",
      "msg": "Pass the agent's stake vault and the payer's two positions in it, whether they exist or not"
    },
    {
      "code": 6025,
      "name": "rightMismatch",
      "msg": "The channel or job pays another agent"
    },
    {
      "code": 6026,
      "name": "scoreMismatch",
      "msg": "The account is not the agent's score"
    },
    {
      "code": 6027,
      "name": "pairMismatch",
      "msg": "The account is not the payer's pair with the agent in the ownership epoch of channel or job"
    },
    {
      "code": 6028,
      "name": "receiptMismatch",
      "msg": "The receipt's address is not that of the agent's next rating; read the score and try again"
    },
    {
      "code": 6029,
      "name": "ratingByDelegate",
      "msg": "Nobody rates an agent whose delegates name them, be it expired; let the owner remove it first"
    },
    {
      "code": 6030,
      "name": "delegatesMismatch",
      "msg": "Pass the list of the agent's delegates at its derived address, whether it exists or not"
    },
    {
      "code": 6040,
      "name": "notAdmin",
      "msg": "Signer is not the config's admin"
    },
    {
      "code": 6041,
      "name": "shardInvalid",
      "msg": "Shards are numbered without gaps, 32 at most; take an existing one or the next"
    },
    {
      "code": 6042,
      "name": "treeNotPrepared",
      "msg": "The Merkle tree must be a zeroed account owned by the compression program; allocate it first"
    },
    {
      "code": 6043,
      "name": "treeSizeInvalid",
      "msg": "Depth, buffer and account size are not those of a tree that can be made; see the supported pairs"
    },
    {
      "code": 6044,
      "name": "uriBaseInvalid",
      "msg": "The base must be an https, ipfs or ar address of 1 to 100 plain characters"
    },
    {
      "code": 6045,
      "name": "treeNotFull",
      "msg": "The shard's tree still has room; use it up first"
    },
    {
      "code": 6046,
      "name": "treeMismatch",
      "msg": "The tree is not registered here, or is not that of the agent's shard; read the pool again"
    },
    {
      "code": 6047,
      "name": "treeAccountsMissing",
      "msg": "Pass pool, record, tree, tree config and the three programs together, or none of them"
    },
    {
      "code": 6048,
      "name": "treeFull",
      "msg": "The shard's tree is full; wait until it is replaced"
    },
    {
      "code": 6049,
      "name": "treeExists",
      "msg": "The tree is registered already"
    },
    {
      "code": 6050,
      "name": "treePoolMismatch",
      "msg": "The account is not the tree pool"
    },
    {
      "code": 6060,
      "name": "pairInUse",
      "msg": "The payer's ratings may still count; wait for the agent's second change of hands or its end"
    },
    {
      "code": 6061,
      "name": "scoreInUse",
      "msg": "The agent is not closed; its score stays until then"
    },
    {
      "code": 6070,
      "name": "scoreUnchanged",
      "msg": "The score knows all that the agent's vault does; nothing to take over"
    },
    {
      "code": 6100,
      "name": "responseExists",
      "msg": "The rating was answered already; an answer is given once"
    },
    {
      "code": 6101,
      "name": "responseMismatch",
      "msg": "The account is not the place of the answer to this rating; derive it of agent and number"
    },
    {
      "code": 6102,
      "name": "responseEmpty",
      "msg": "The hash is zero; hash the text of the answer"
    },
    {
      "code": 6103,
      "name": "notAgentSide",
      "msg": "Only the agent's owner answers, or a delegate; pass the agent's delegates for one"
    },
    {
      "code": 6104,
      "name": "delegatesVoid",
      "msg": "The delegates are void since the agent changed hands; let the new owner name some"
    },
    {
      "code": 6105,
      "name": "delegateExpired",
      "msg": "The delegate has expired; ask the owner for a new end"
    },
    {
      "code": 6106,
      "name": "delegateNotPermitted",
      "msg": "The delegate may not answer ratings; ask the owner for the permission, or to answer"
    },
    {
      "code": 6107,
      "name": "notAgentsRating",
      "msg": "The rating is of another agent"
    },
    {
      "code": 6108,
      "name": "leafMissing",
      "msg": "The leaf's number is beyond the tree; take it from the rating's event"
    },
    {
      "code": 6109,
      "name": "responseInUse",
      "msg": "The agent is not closed; its answers stay until then"
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
      "name": "agentRated",
      "docs": [
        "A paying customer rated an agent."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "facts",
            "type": {
              "defined": {
                "name": "facts"
              }
            }
          },
          {
            "name": "factsHash",
            "docs": [
              "SHA-256 of the facts, as the receipt's address carries it."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "kind",
            "docs": [
              "What `facts.subject` is."
            ],
            "type": {
              "defined": {
                "name": "subjectKind"
              }
            }
          },
          {
            "name": "standing",
            "type": {
              "defined": {
                "name": "standing"
              }
            }
          },
          {
            "name": "mintWeightBps",
            "docs": [
              "Weight of one base unit of the mint, basis points."
            ],
            "type": "u32"
          },
          {
            "name": "volume",
            "docs": [
              "What the rating counts, base units × the mint's weight."
            ],
            "type": "u64"
          },
          {
            "name": "weight",
            "type": "u64"
          },
          {
            "name": "leaf",
            "docs": [
              "None where the receipt waits for a tree."
            ],
            "type": {
              "option": {
                "defined": {
                  "name": "leaf"
                }
              }
            }
          },
          {
            "name": "before",
            "type": {
              "defined": {
                "name": "scoreState"
              }
            }
          },
          {
            "name": "after",
            "type": {
              "defined": {
                "name": "scoreState"
              }
            }
          }
        ]
      }
    },
    {
      "name": "agentResponded",
      "docs": [
        "The agent's side answered a rating."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "response",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "ownershipEpoch",
            "docs": [
              "The agent's ownership epoch at the answer, which may be after the rating's."
            ],
            "type": "u32"
          },
          {
            "name": "number",
            "docs": [
              "The rating's, as its receipt says."
            ],
            "type": "u64"
          },
          {
            "name": "payer",
            "type": "pubkey"
          },
          {
            "name": "factsHash",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "leaf",
            "type": {
              "defined": {
                "name": "leaf"
              }
            }
          },
          {
            "name": "textHash",
            "docs": [
              "SHA-256 of the answer's text, UTF-8."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "responder",
            "docs": [
              "The owner, or a delegate of its; paid the rent."
            ],
            "type": "pubkey"
          },
          {
            "name": "respondedAt",
            "type": "i64"
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
      "name": "facts",
      "docs": [
        "The facts of one rating.",
        "",
        "Their hash is SHA-256 over 206 bytes, numbers in little endian:",
        "",
        "| bytes | fact |",
        "|---|---|",
        "| 21 | the domain, `agent-labs/receipt/v1` in ASCII |",
        "| 32 | agent |",
        "| 4, 4 | ownership epoch, agent version |",
        "| 32, 32 | payer, subject: the channel or the job |",
        "| 8 | generation of the subject |",
        "| 1 | stars |",
        "| 8, 8, 32 | paid, refunded (base units), mint |",
        "| 8, 8, 8 | number of the rating, slot, time (Unix seconds, i64) |"
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "agent",
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
            "name": "payer",
            "type": "pubkey"
          },
          {
            "name": "subject",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "stars",
            "type": "u8"
          },
          {
            "name": "paid",
            "type": "u64"
          },
          {
            "name": "refunded",
            "type": "u64"
          },
          {
            "name": "mint",
            "type": "pubkey"
          },
          {
            "name": "number",
            "docs": [
              "Of the agent's ratings, from 0."
            ],
            "type": "u64"
          },
          {
            "name": "slot",
            "type": "u64"
          },
          {
            "name": "ratedAt",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "leaf",
      "docs": [
        "A leaf that is a receipt."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "merkleTree",
            "type": "pubkey"
          },
          {
            "name": "nonce",
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
      "name": "pair",
      "docs": [
        "What one payer's ratings of an agent add up to in one ownership epoch:",
        "`[\"pair\", agent, ownership epoch: u32 LE, payer]`.",
        "",
        "INVARIANTS: `weight = min(PAIR_WEIGHT_MAX, ⌊√volume⌋)`, so that it does not matter into how many ratings",
        "a volume is split; every field but those of identity only grows; closed only when it can count no more."
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
            "type": "u32"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "payer",
            "docs": [
              "Rates, paid the rent, and gets it back."
            ],
            "type": "pubkey"
          },
          {
            "name": "volume",
            "docs": [
              "Rated volume, base units × the mint's weight."
            ],
            "type": "u64"
          },
          {
            "name": "weight",
            "docs": [
              "Weight of the ratings so far."
            ],
            "type": "u64"
          },
          {
            "name": "ratings",
            "type": "u64"
          },
          {
            "name": "lastSlot",
            "type": "u64"
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
      "name": "pairClosed",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "pair",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "payer",
            "type": "pubkey"
          },
          {
            "name": "ownershipEpoch",
            "type": "u32"
          },
          {
            "name": "volume",
            "type": "u64"
          },
          {
            "name": "weight",
            "type": "u64"
          },
          {
            "name": "ratings",
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
      "name": "pendingReceipt",
      "docs": [
        "A rating whose receipt waits for a tree: `[\"receipt\", agent, number: u64 LE]`.",
        "",
        "INVARIANTS: immutable; closed by the minting of its receipt, so that there is one receipt a rating."
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
            "name": "stars",
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
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "payer",
            "docs": [
              "Rated, paid the rent, and gets it back."
            ],
            "type": "pubkey"
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
            "type": "u64"
          },
          {
            "name": "mint",
            "type": "pubkey"
          },
          {
            "name": "paid",
            "docs": [
              "Base units of `mint`."
            ],
            "type": "u64"
          },
          {
            "name": "refunded",
            "type": "u64"
          },
          {
            "name": "number",
            "docs": [
              "Of the agent's ratings."
            ],
            "type": "u64"
          },
          {
            "name": "slot",
            "type": "u64"
          },
          {
            "name": "ratedAt",
            "docs": [
              "Unix seconds."
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
      "name": "receiptMinted",
      "docs": [
        "The receipt of an earlier rating was minted."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "facts",
            "type": {
              "defined": {
                "name": "facts"
              }
            }
          },
          {
            "name": "factsHash",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "leaf",
            "type": {
              "defined": {
                "name": "leaf"
              }
            }
          }
        ]
      }
    },
    {
      "name": "respondArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "facts",
            "docs": [
              "The rating's, as its event and its receipt carry them."
            ],
            "type": {
              "defined": {
                "name": "facts"
              }
            }
          },
          {
            "name": "textHash",
            "docs": [
              "SHA-256 of the answer's text, UTF-8."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "nonce",
            "docs": [
              "Number of the receipt's leaf in its tree."
            ],
            "type": "u64"
          },
          {
            "name": "root",
            "docs": [
              "A root that the tree keeps, and that the proof leads to."
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
      "name": "response",
      "docs": [
        "The agent's answer to one rating: `[\"response\", agent, number: u64 LE]`.",
        "",
        "INVARIANTS: immutable; there while its agent is, so that a rating is answered once; `number` and `facts_hash` are",
        "those of a receipt that its tree held when it was made."
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
              "The agent's at the answer."
            ],
            "type": "u32"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "number",
            "docs": [
              "Of the rating among the agent's."
            ],
            "type": "u64"
          },
          {
            "name": "factsHash",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "textHash",
            "docs": [
              "SHA-256 of the answer's text, UTF-8."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "responder",
            "docs": [
              "Gave it for the agent, paid the rent, and gets it back."
            ],
            "type": "pubkey"
          },
          {
            "name": "respondedAt",
            "docs": [
              "Unix seconds."
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
      "name": "responseClosed",
      "docs": [
        "The answer of a closed agent gave its rent back."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "response",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "number",
            "type": "u64"
          },
          {
            "name": "responder",
            "type": "pubkey"
          }
        ]
      }
    },
    {
      "name": "score",
      "docs": [
        "What paying customers said of an agent: `[\"score\", agent]`. One read is a trust proof.",
        "",
        "INVARIANTS: `current` counts ratings of `ownership_epoch` alone, `version` those of it that were for",
        "`agent_version`; both start again where the one they count for advances; `previous` is the epoch before;",
        "`disputes_lost` and `slashed` are the stake vault's as of the last sync, and only grow."
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
              "The agent's ownership epoch that `current` counts."
            ],
            "type": "u32"
          },
          {
            "name": "agentVersion",
            "docs": [
              "The agent's version that `version_tally` counts."
            ],
            "type": "u32"
          },
          {
            "name": "payers",
            "docs": [
              "Payers whose ratings weigh something in this epoch."
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
              "Paid the rent."
            ],
            "type": "pubkey"
          },
          {
            "name": "current",
            "type": {
              "defined": {
                "name": "tally"
              }
            }
          },
          {
            "name": "versionTally",
            "type": {
              "defined": {
                "name": "tally"
              }
            }
          },
          {
            "name": "previous",
            "docs": [
              "The ownership epoch before, and its number of payers."
            ],
            "type": {
              "defined": {
                "name": "tally"
              }
            }
          },
          {
            "name": "previousPayers",
            "type": "u32"
          },
          {
            "name": "disputesLost",
            "type": "u32"
          },
          {
            "name": "slashed",
            "docs": [
              "Slashed in the agent's whole life, base units of the stake mint."
            ],
            "type": "u64"
          },
          {
            "name": "ratings",
            "docs": [
              "Ratings in the agent's whole life: the number of the next one."
            ],
            "type": "u64"
          },
          {
            "name": "lastSlot",
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
      "name": "scoreClosed",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "score",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "rentPayer",
            "type": "pubkey"
          },
          {
            "name": "state",
            "type": {
              "defined": {
                "name": "scoreState"
              }
            }
          }
        ]
      }
    },
    {
      "name": "scoreState",
      "docs": [
        "A `Score` as an event carries it."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "ownershipEpoch",
            "type": "u32"
          },
          {
            "name": "agentVersion",
            "type": "u32"
          },
          {
            "name": "payers",
            "type": "u32"
          },
          {
            "name": "previousPayers",
            "type": "u32"
          },
          {
            "name": "current",
            "type": {
              "defined": {
                "name": "tallyState"
              }
            }
          },
          {
            "name": "versionTally",
            "type": {
              "defined": {
                "name": "tallyState"
              }
            }
          },
          {
            "name": "previous",
            "type": {
              "defined": {
                "name": "tallyState"
              }
            }
          },
          {
            "name": "ratings",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "scoreSynced",
      "docs": [
        "The score took over from the agent's stake vault what disputes cost the agent."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "score",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "stakeVault",
            "type": "pubkey"
          },
          {
            "name": "rentPayer",
            "docs": [
              "Pays the score's rent, and gets it back: who synced it, where it is new."
            ],
            "type": "pubkey"
          },
          {
            "name": "isNew",
            "type": "bool"
          },
          {
            "name": "disputesLostBefore",
            "type": "u32"
          },
          {
            "name": "disputesLostAfter",
            "type": "u32"
          },
          {
            "name": "slashedBefore",
            "docs": [
              "Base units of the vault's mint."
            ],
            "type": "u64"
          },
          {
            "name": "slashedAfter",
            "type": "u64"
          },
          {
            "name": "state",
            "docs": [
              "Its ratings, which this leaves as they are."
            ],
            "type": {
              "defined": {
                "name": "scoreState"
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
      "name": "stakeVault",
      "docs": [
        "What stands behind an agent: `[\"vault\", agent]`. Its tokens are at `[\"vault_tokens\", vault]`.",
        "",
        "INVARIANTS: `agent`, `mint`, `tokens` never change; tokens at the vault ≥ Σ pools' tokens + `bonds`, equal",
        "without donations; `first_dispute`, `last_dispute` and `oldest_dispute_at` are zero together, and where",
        "`open_disputes` is, as `bonds` are; `staked = Σ pools' tokens + returned + slashed`, the three only growing;",
        "`ownership_epoch` and `next_dispute` only grow."
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
              "When the first in the list of disputes was opened, Unix seconds; 0 without one."
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
            "name": "firstDispute",
            "docs": [
              "The open disputes that can slash (those of claims in `mint`) in order of opening, linked through the",
              "disputes: the ends of that list, zero without. No stake waits for a dispute that cannot touch it."
            ],
            "type": "pubkey"
          },
          {
            "name": "lastDispute",
            "type": "pubkey"
          },
          {
            "name": "bonds",
            "docs": [
              "Bonds of open disputes, base units: at the vault's token account, and no stake."
            ],
            "type": "u64"
          },
          {
            "name": "disputesLost",
            "docs": [
              "Disputes that cost the agent something."
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
            "name": "reserved",
            "type": {
              "array": [
                "u8",
                16
              ]
            }
          }
        ]
      }
    },
    {
      "name": "standing",
      "docs": [
        "Where a rating counts, by the ownership epoch its right is of."
      ],
      "type": {
        "kind": "enum",
        "variants": [
          {
            "name": "current"
          },
          {
            "name": "previous"
          },
          {
            "name": "past"
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
      "name": "tally",
      "docs": [
        "What ratings add up to over some span.",
        "",
        "INVARIANTS: `weight ≤ weighted_stars ≤ 5 × weight`; each only grows."
      ],
      "serialization": "bytemuck",
      "repr": {
        "kind": "c"
      },
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "ratings",
            "type": "u64"
          },
          {
            "name": "weight",
            "docs": [
              "Sum of the ratings' weights."
            ],
            "type": "u64"
          },
          {
            "name": "weightedStars",
            "docs": [
              "Sum of stars × weight."
            ],
            "type": "u64"
          },
          {
            "name": "volume",
            "docs": [
              "Rated settled volume, base units × the mint's weight."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "tallyState",
      "docs": [
        "A `Tally` as an event carries it."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "ratings",
            "type": "u64"
          },
          {
            "name": "weight",
            "type": "u64"
          },
          {
            "name": "weightedStars",
            "type": "u64"
          },
          {
            "name": "volume",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "tree",
      "docs": [
        "A Merkle tree whose leaves are receipts: `[\"tree\", merkle tree]`. A leaf anywhere else is none, since",
        "anyone can mint an agent what they like.",
        "",
        "INVARIANTS: `minted ≤ capacity = 2^depth` and only grows; the rest never changes; never closed, for",
        "receipts must stay provable."
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
            "name": "shard",
            "type": "u8"
          },
          {
            "name": "depth",
            "type": "u8"
          },
          {
            "name": "buffer",
            "docs": [
              "Changes to the tree that a proof may be behind."
            ],
            "type": "u32"
          },
          {
            "name": "canopy",
            "docs": [
              "Levels of the tree that are kept on chain."
            ],
            "type": "u8"
          },
          {
            "name": "uriBaseLen",
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
            "name": "merkleTree",
            "type": "pubkey"
          },
          {
            "name": "rentPayer",
            "docs": [
              "Paid the record's rent, which stays."
            ],
            "type": "pubkey"
          },
          {
            "name": "capacity",
            "docs": [
              "Receipts it can hold."
            ],
            "type": "u64"
          },
          {
            "name": "minted",
            "docs": [
              "Receipts it holds: the index (nonce) of the next."
            ],
            "type": "u64"
          },
          {
            "name": "registeredAt",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "uriBase",
            "docs": [
              "What stands before the facts hash in a receipt's address, zero-padded."
            ],
            "type": {
              "array": [
                "u8",
                100
              ]
            }
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
      "name": "treePool",
      "docs": [
        "The trees that receipts go to at present: `[\"trees\"]`.",
        "",
        "INVARIANTS: `trees[..count]` are Merkle trees that have a `Tree`, each of its own shard, the rest zero;",
        "`count` only grows; a shard's tree is replaced only when full."
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
            "docs": [
              "Shards in use."
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
          },
          {
            "name": "trees",
            "docs": [
              "Merkle tree of each shard."
            ],
            "type": {
              "array": [
                "pubkey",
                32
              ]
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
      "name": "treeRegisterArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "shard",
            "docs": [
              "An existing shard, whose tree is full, or the next one."
            ],
            "type": "u8"
          },
          {
            "name": "maxDepth",
            "docs": [
              "2 to the power of it is the number of receipts."
            ],
            "type": "u32"
          },
          {
            "name": "maxBufferSize",
            "type": "u32"
          },
          {
            "name": "uriBase",
            "docs": [
              "What stands before the facts hash in a receipt's address."
            ],
            "type": "string"
          }
        ]
      }
    },
    {
      "name": "treeRegistered",
      "docs": [
        "A tree takes a shard's receipts from now on."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "merkleTree",
            "type": "pubkey"
          },
          {
            "name": "tree",
            "type": "pubkey"
          },
          {
            "name": "admin",
            "type": "pubkey"
          },
          {
            "name": "shard",
            "type": "u8"
          },
          {
            "name": "depth",
            "type": "u8"
          },
          {
            "name": "buffer",
            "type": "u32"
          },
          {
            "name": "canopy",
            "type": "u8"
          },
          {
            "name": "capacity",
            "type": "u64"
          },
          {
            "name": "uriBase",
            "type": "string"
          },
          {
            "name": "replaced",
            "docs": [
              "The full tree that took them before."
            ],
            "type": {
              "option": "pubkey"
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
      "name": "bubblegumProgram",
      "docs": [
        "Bubblegum."
      ],
      "type": "pubkey",
      "value": "BGUMAp9Gq7iTEuizy4pqaxsTyUCBK68MDfK752saRPUY"
    },
    {
      "name": "compressionProgram",
      "docs": [
        "SPL account compression."
      ],
      "type": "pubkey",
      "value": "cmtDvXumGCrqC1Age74AVPhSRVXJMd8PJS91L8KbNCK"
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
      "name": "delegatesSeed",
      "docs": [
        "The registry's `Delegates`: `[\"delegates\", agent]` under the registry's id."
      ],
      "type": "bytes",
      "value": "[100, 101, 108, 101, 103, 97, 116, 101, 115]"
    },
    {
      "name": "maxShards",
      "docs": [
        "Most shards of the tree pool."
      ],
      "type": "u8",
      "value": "32"
    },
    {
      "name": "maxStars",
      "docs": [
        "Most stars of a rating; the fewest are 1."
      ],
      "type": "u8",
      "value": "5"
    },
    {
      "name": "maxUriBase",
      "docs": [
        "Longest base of receipts' addresses, bytes; with 64 hex digits behind it, it fits Bubblegum's 200."
      ],
      "type": "u8",
      "value": "100"
    },
    {
      "name": "noopProgram",
      "docs": [
        "SPL noop, which compression logs through."
      ],
      "type": "pubkey",
      "value": "noopb9bkMVfRPU8AsbpTUg8AQkHtKwMYZiFUjNRtMmV"
    },
    {
      "name": "pairSeed",
      "docs": [
        "`Pair`: `[\"pair\", agent, ownership epoch: u32 LE, payer]`"
      ],
      "type": "bytes",
      "value": "[112, 97, 105, 114]"
    },
    {
      "name": "pairWeightMax",
      "docs": [
        "Most that one payer's ratings weigh in one ownership epoch: the weight of 10,000 units of a mint with six",
        "decimals and full weight. Beyond it one customer, however large, says no more."
      ],
      "type": "u64",
      "value": "100000"
    },
    {
      "name": "positionSeed",
      "docs": [
        "The stake program's position: `[\"position\", vault, staker, tranche: u8]` under the stake program's id."
      ],
      "type": "bytes",
      "value": "[112, 111, 115, 105, 116, 105, 111, 110]"
    },
    {
      "name": "ratingAuthority",
      "docs": [
        "The address of `[\"rating_authority\"]`."
      ],
      "type": "pubkey",
      "value": "7bYUtswaQJ9tnjm4bpCstNBY54FuU4sVAKmWLy7zXXdy"
    },
    {
      "name": "ratingAuthoritySeed",
      "docs": [
        "Signs towards escrow and Bubblegum: `[\"rating_authority\"]`"
      ],
      "type": "bytes",
      "value": "[114, 97, 116, 105, 110, 103, 95, 97, 117, 116, 104, 111, 114, 105, 116, 121]"
    },
    {
      "name": "receiptDomain",
      "docs": [
        "Domain of a receipt's facts hash."
      ],
      "type": "bytes",
      "value": "[97, 103, 101, 110, 116, 45, 108, 97, 98, 115, 47, 114, 101, 99, 101, 105, 112, 116, 47, 118, 49]"
    },
    {
      "name": "receiptSeed",
      "docs": [
        "`PendingReceipt`: `[\"receipt\", agent, number of the rating: u64 LE]`"
      ],
      "type": "bytes",
      "value": "[114, 101, 99, 101, 105, 112, 116]"
    },
    {
      "name": "receiptSymbol",
      "docs": [
        "Symbol of every receipt."
      ],
      "type": "bytes",
      "value": "[82, 69, 67, 69, 73, 80, 84]"
    },
    {
      "name": "responseSeed",
      "docs": [
        "`Response`: `[\"response\", agent, number of the rating: u64 LE]`"
      ],
      "type": "bytes",
      "value": "[114, 101, 115, 112, 111, 110, 115, 101]"
    },
    {
      "name": "scoreSeed",
      "docs": [
        "`Score`: `[\"score\", agent]`"
      ],
      "type": "bytes",
      "value": "[115, 99, 111, 114, 101]"
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
      "name": "treePoolSeed",
      "docs": [
        "`TreePool`: `[\"trees\"]`"
      ],
      "type": "bytes",
      "value": "[116, 114, 101, 101, 115]"
    },
    {
      "name": "treeSeed",
      "docs": [
        "`Tree`: `[\"tree\", merkle tree]`"
      ],
      "type": "bytes",
      "value": "[116, 114, 101, 101]"
    }
  ]
};

/** IDL of the reputation program as its build gave it. */
export const reputationIdl = {
  "address": "AG2eX8E441LFvtaKKWXTPrdC4QPQ6yHYrA8pNAWbA3Ee",
  "metadata": {
    "name": "reputation",
    "version": "0.1.0",
    "spec": "0.1.0",
    "description": "Agent Labs reputation program"
  },
  "instructions": [
    {
      "name": "pair_close",
      "docs": [
        "Ends the record of a payer's ratings once they can count no more; its rent goes back to the payer.",
        "Signed by nobody; never paused.",
        "",
        "Errors: `PairInUse`, `AgentMismatch`, `RentPayerMismatch`"
      ],
      "discriminator": [
        166,
        63,
        176,
        58,
        190,
        246,
        225,
        193
      ],
      "accounts": [
        {
          "name": "pair",
          "writable": true
        },
        {
          "name": "agent",
          "relations": [
            "pair"
          ]
        },
        {
          "name": "payer",
          "writable": true,
          "relations": [
            "pair"
          ]
        },
        {
          "name": "event_authority",
          "address": "363HDo5zhwLCpasDgR3HsqyskkLm2KJprzPBjTdFZzHb"
        },
        {
          "name": "program",
          "address": "AG2eX8E441LFvtaKKWXTPrdC4QPQ6yHYrA8pNAWbA3Ee"
        }
      ],
      "args": []
    },
    {
      "name": "rate",
      "docs": [
        "Rates an agent with 1 to 5 stars by the right that a channel or a job carries. Signed by the mandate's payer,",
        "who pays the rent of the records. The receipt is minted at once where the shard's tree is passed and has",
        "room; else it is kept until `receipt_mint`.",
        "",
        "Errors: `StarsInvalid`, `Paused`, `RightMismatch`, `NotPayer`, `SelfRating`, `RatingByDelegate`,",
        "`BackerRating`, `DelegatesMismatch`, `PositionMismatch`, `ScoreMismatch`, `PairMismatch`, `ReceiptMismatch`,",
        "`TreeAccountsMissing`, `TreeMismatch`, `ConfigMismatch`, and escrow's `RatingRightMissing`, `MandateMismatch`"
      ],
      "discriminator": [
        66,
        215,
        49,
        230,
        53,
        1,
        236,
        82
      ],
      "accounts": [
        {
          "name": "payer",
          "docs": [
            "The wallet that opened the mandate; pays the rent of new records."
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
          "name": "mandate"
        },
        {
          "name": "subject",
          "docs": [
            "The channel or job that was paid."
          ],
          "writable": true
        },
        {
          "name": "score",
          "writable": true
        },
        {
          "name": "pair",
          "writable": true
        },
        {
          "name": "receipt",
          "docs": [
            "Where the receipt waits if no tree takes it."
          ],
          "writable": true
        },
        {
          "name": "stake_vault",
          "docs": [
            "The stake program's vault of the agent, whether it exists or not."
          ]
        },
        {
          "name": "first_loss_position",
          "docs": [
            "The payer's positions in it, whether they exist or not."
          ]
        },
        {
          "name": "backer_position"
        },
        {
          "name": "delegates",
          "docs": [
            "The registry's list of the agent's delegates, whether it exists or not."
          ]
        },
        {
          "name": "rating_authority",
          "address": "7bYUtswaQJ9tnjm4bpCstNBY54FuU4sVAKmWLy7zXXdy"
        },
        {
          "name": "escrow_program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        },
        {
          "name": "system_program",
          "address": "11111111111111111111111111111111"
        },
        {
          "name": "tree_pool",
          "docs": [
            "The seven below together, or none: without them the receipt is minted later."
          ],
          "optional": true
        },
        {
          "name": "tree",
          "writable": true,
          "optional": true
        },
        {
          "name": "merkle_tree",
          "writable": true,
          "optional": true
        },
        {
          "name": "tree_config",
          "writable": true,
          "optional": true
        },
        {
          "name": "bubblegum_program",
          "optional": true,
          "address": "BGUMAp9Gq7iTEuizy4pqaxsTyUCBK68MDfK752saRPUY"
        },
        {
          "name": "compression_program",
          "optional": true,
          "address": "cmtDvXumGCrqC1Age74AVPhSRVXJMd8PJS91L8KbNCK"
        },
        {
          "name": "noop_program",
          "optional": true,
          "address": "noopb9bkMVfRPU8AsbpTUg8AQkHtKwMYZiFUjNRtMmV"
        },
        {
          "name": "event_authority",
          "address": "363HDo5zhwLCpasDgR3HsqyskkLm2KJprzPBjTdFZzHb"
        },
        {
          "name": "program",
          "address": "AG2eX8E441LFvtaKKWXTPrdC4QPQ6yHYrA8pNAWbA3Ee"
        }
      ],
      "args": [
        {
          "name": "stars",
          "type": "u8"
        },
        {
          "name": "kind",
          "type": {
            "defined": {
              "name": "SubjectKind"
            }
          }
        }
      ]
    },
    {
      "name": "receipt_mint",
      "docs": [
        "Mints the receipt of a rating that found no tree; its rent goes back to the payer. Signed by nobody;",
        "never paused.",
        "",
        "Errors: `TreeMismatch`, `TreeFull`, `AgentMismatch`, `RentPayerMismatch`"
      ],
      "discriminator": [
        98,
        15,
        220,
        207,
        133,
        156,
        93,
        80
      ],
      "accounts": [
        {
          "name": "receipt",
          "writable": true
        },
        {
          "name": "agent",
          "relations": [
            "receipt"
          ]
        },
        {
          "name": "payer",
          "writable": true,
          "relations": [
            "receipt"
          ]
        },
        {
          "name": "tree_pool"
        },
        {
          "name": "tree",
          "writable": true
        },
        {
          "name": "merkle_tree",
          "writable": true
        },
        {
          "name": "tree_config",
          "writable": true
        },
        {
          "name": "rating_authority",
          "address": "7bYUtswaQJ9tnjm4bpCstNBY54FuU4sVAKmWLy7zXXdy"
        },
        {
          "name": "bubblegum_program",
          "address": "BGUMAp9Gq7iTEuizy4pqaxsTyUCBK68MDfK752saRPUY"
        },
        {
          "name": "compression_program",
          "address": "cmtDvXumGCrqC1Age74AVPhSRVXJMd8PJS91L8KbNCK"
        },
        {
          "name": "noop_program",
          "address": "noopb9bkMVfRPU8AsbpTUg8AQkHtKwMYZiFUjNRtMmV"
        },
        {
          "name": "system_program",
          "address": "11111111111111111111111111111111"
        },
        {
          "name": "event_authority",
          "address": "363HDo5zhwLCpasDgR3HsqyskkLm2KJprzPBjTdFZzHb"
        },
        {
          "name": "program",
          "address": "AG2eX8E441LFvtaKKWXTPrdC4QPQ6yHYrA8pNAWbA3Ee"
        }
      ],
      "args": []
    },
    {
      "name": "respond",
      "docs": [
        "Answers a rating, once, by the hash of a text. The receipt's leaf proves the rating: the proof's nodes from the",
        "leaf up are the remaining accounts, less those of the tree's canopy. Signed by the agent's owner, or a",
        "delegate that may, who pays the rent. Never paused.",
        "",
        "Errors: `ResponseExists`, `ResponseMismatch`, `ResponseEmpty`, `NotAgentSide`, `DelegatesMismatch`,",
        "`DelegatesVoid`, `DelegateExpired`, `DelegateNotPermitted`, `NotAgentsRating`, `TreeMismatch`, `LeafMissing`,",
        "and account compression's for a proof that is none"
      ],
      "discriminator": [
        72,
        65,
        227,
        97,
        42,
        255,
        147,
        12
      ],
      "accounts": [
        {
          "name": "responder",
          "docs": [
            "The agent's owner, or a delegate of its; pays the rent."
          ],
          "writable": true,
          "signer": true
        },
        {
          "name": "agent"
        },
        {
          "name": "delegates",
          "docs": [
            "None where the owner signs."
          ],
          "optional": true
        },
        {
          "name": "response",
          "writable": true
        },
        {
          "name": "tree"
        },
        {
          "name": "merkle_tree",
          "relations": [
            "tree"
          ]
        },
        {
          "name": "compression_program",
          "address": "cmtDvXumGCrqC1Age74AVPhSRVXJMd8PJS91L8KbNCK"
        },
        {
          "name": "system_program",
          "address": "11111111111111111111111111111111"
        },
        {
          "name": "event_authority",
          "address": "363HDo5zhwLCpasDgR3HsqyskkLm2KJprzPBjTdFZzHb"
        },
        {
          "name": "program",
          "address": "AG2eX8E441LFvtaKKWXTPrdC4QPQ6yHYrA8pNAWbA3Ee"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "RespondArgs"
            }
          }
        }
      ]
    },
    {
      "name": "response_close",
      "docs": [
        "Ends an answer of a closed agent; its rent goes back to whoever gave it. Signed by nobody; never paused.",
        "",
        "Errors: `ResponseInUse`, `AgentMismatch`, `RentPayerMismatch`"
      ],
      "discriminator": [
        184,
        237,
        205,
        14,
        242,
        22,
        172,
        199
      ],
      "accounts": [
        {
          "name": "response",
          "writable": true
        },
        {
          "name": "agent",
          "relations": [
            "response"
          ]
        },
        {
          "name": "responder",
          "writable": true,
          "relations": [
            "response"
          ]
        },
        {
          "name": "event_authority",
          "address": "363HDo5zhwLCpasDgR3HsqyskkLm2KJprzPBjTdFZzHb"
        },
        {
          "name": "program",
          "address": "AG2eX8E441LFvtaKKWXTPrdC4QPQ6yHYrA8pNAWbA3Ee"
        }
      ],
      "args": []
    },
    {
      "name": "score_close",
      "docs": [
        "Ends the score of a closed agent; its rent goes back to whoever paid it. Signed by nobody; never paused.",
        "",
        "Errors: `ScoreInUse`, `AgentMismatch`, `RentPayerMismatch`"
      ],
      "discriminator": [
        80,
        59,
        91,
        203,
        37,
        201,
        30,
        175
      ],
      "accounts": [
        {
          "name": "score",
          "writable": true
        },
        {
          "name": "agent",
          "relations": [
            "score"
          ]
        },
        {
          "name": "rent_payer",
          "writable": true,
          "relations": [
            "score"
          ]
        },
        {
          "name": "event_authority",
          "address": "363HDo5zhwLCpasDgR3HsqyskkLm2KJprzPBjTdFZzHb"
        },
        {
          "name": "program",
          "address": "AG2eX8E441LFvtaKKWXTPrdC4QPQ6yHYrA8pNAWbA3Ee"
        }
      ],
      "args": []
    },
    {
      "name": "score_sync",
      "docs": [
        "Takes over from the agent's stake vault what disputes cost it, into a new score where there is none: its rent",
        "is the payer's, who signs and may be anyone. Never paused.",
        "",
        "Errors: `ScoreUnchanged`, `ScoreMismatch`, `AgentMismatch`"
      ],
      "discriminator": [
        145,
        238,
        205,
        238,
        219,
        213,
        225,
        153
      ],
      "accounts": [
        {
          "name": "payer",
          "docs": [
            "Anyone; pays the rent of a new score."
          ],
          "writable": true,
          "signer": true
        },
        {
          "name": "agent",
          "relations": [
            "stake_vault"
          ]
        },
        {
          "name": "stake_vault",
          "docs": [
            "Stake makes one vault for an agent, so that the agent it names tells it."
          ]
        },
        {
          "name": "score",
          "writable": true
        },
        {
          "name": "system_program",
          "address": "11111111111111111111111111111111"
        },
        {
          "name": "event_authority",
          "address": "363HDo5zhwLCpasDgR3HsqyskkLm2KJprzPBjTdFZzHb"
        },
        {
          "name": "program",
          "address": "AG2eX8E441LFvtaKKWXTPrdC4QPQ6yHYrA8pNAWbA3Ee"
        }
      ],
      "args": []
    },
    {
      "name": "tree_register",
      "docs": [
        "Makes a prepared Merkle tree the one that a shard's receipts go to. Signed by the config's admin, who",
        "pays the rent of the records; it stays, since receipts must stay provable.",
        "",
        "Errors: `NotAdmin`, `ConfigMismatch`, `ShardInvalid`, `TreeNotPrepared`, `TreeSizeInvalid`,",
        "`UriBaseInvalid`, `TreeNotFull`, `TreeMismatch`, `TreeExists`, `TreePoolMismatch`"
      ],
      "discriminator": [
        76,
        216,
        22,
        151,
        175,
        150,
        226,
        239
      ],
      "accounts": [
        {
          "name": "admin",
          "writable": true,
          "signer": true,
          "relations": [
            "config"
          ]
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "tree_pool",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  116,
                  114,
                  101,
                  101,
                  115
                ]
              }
            ]
          }
        },
        {
          "name": "tree",
          "writable": true,
          "pda": {
            "seeds": [
              {
                "kind": "const",
                "value": [
                  116,
                  114,
                  101,
                  101
                ]
              },
              {
                "kind": "account",
                "path": "merkle_tree"
              }
            ]
          }
        },
        {
          "name": "replaced",
          "docs": [
            "The shard's full tree; none for a new shard."
          ],
          "optional": true
        },
        {
          "name": "merkle_tree",
          "writable": true
        },
        {
          "name": "tree_config",
          "writable": true
        },
        {
          "name": "rating_authority",
          "address": "7bYUtswaQJ9tnjm4bpCstNBY54FuU4sVAKmWLy7zXXdy"
        },
        {
          "name": "bubblegum_program",
          "address": "BGUMAp9Gq7iTEuizy4pqaxsTyUCBK68MDfK752saRPUY"
        },
        {
          "name": "compression_program",
          "address": "cmtDvXumGCrqC1Age74AVPhSRVXJMd8PJS91L8KbNCK"
        },
        {
          "name": "noop_program",
          "address": "noopb9bkMVfRPU8AsbpTUg8AQkHtKwMYZiFUjNRtMmV"
        },
        {
          "name": "system_program",
          "address": "11111111111111111111111111111111"
        },
        {
          "name": "event_authority",
          "address": "363HDo5zhwLCpasDgR3HsqyskkLm2KJprzPBjTdFZzHb"
        },
        {
          "name": "program",
          "address": "AG2eX8E441LFvtaKKWXTPrdC4QPQ6yHYrA8pNAWbA3Ee"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "TreeRegisterArgs"
            }
          }
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
      "name": "Pair",
      "discriminator": [
        85,
        72,
        49,
        176,
        182,
        228,
        141,
        82
      ]
    },
    {
      "name": "PendingReceipt",
      "discriminator": [
        138,
        150,
        84,
        179,
        71,
        196,
        145,
        0
      ]
    },
    {
      "name": "Response",
      "discriminator": [
        198,
        155,
        246,
        149,
        75,
        240,
        81,
        122
      ]
    },
    {
      "name": "Score",
      "discriminator": [
        187,
        110,
        62,
        119,
        232,
        235,
        185,
        90
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
    },
    {
      "name": "Tree",
      "discriminator": [
        100,
        9,
        213,
        154,
        6,
        136,
        109,
        55
      ]
    },
    {
      "name": "TreePool",
      "discriminator": [
        67,
        79,
        20,
        151,
        84,
        0,
        69,
        145
      ]
    }
  ],
  "events": [
    {
      "name": "AgentRated",
      "discriminator": [
        116,
        96,
        76,
        234,
        149,
        184,
        152,
        63
      ]
    },
    {
      "name": "AgentResponded",
      "discriminator": [
        13,
        219,
        119,
        135,
        48,
        85,
        134,
        156
      ]
    },
    {
      "name": "PairClosed",
      "discriminator": [
        44,
        133,
        115,
        118,
        95,
        41,
        87,
        136
      ]
    },
    {
      "name": "ReceiptMinted",
      "discriminator": [
        100,
        166,
        3,
        33,
        2,
        189,
        140,
        144
      ]
    },
    {
      "name": "ResponseClosed",
      "discriminator": [
        42,
        180,
        56,
        181,
        122,
        22,
        139,
        61
      ]
    },
    {
      "name": "ScoreClosed",
      "discriminator": [
        62,
        154,
        97,
        101,
        27,
        129,
        57,
        22
      ]
    },
    {
      "name": "ScoreSynced",
      "discriminator": [
        191,
        3,
        236,
        135,
        77,
        228,
        14,
        215
      ]
    },
    {
      "name": "TreeRegistered",
      "discriminator": [
        75,
        58,
        250,
        170,
        40,
        139,
        109,
        176
      ]
    }
  ],
  "errors": [
    {
      "code": 6000,
      "name": "MathOverflow",
      "msg": "Arithmetic left its range; nothing was changed, please report it"
    },
    {
      "code": 6001,
      "name": "UnknownLayout",
      "msg": "The account has a layout version this program does not know; upgrade the client or migrate it"
    },
    {
      "code": 6002,
      "name": "InvariantBroken",
      "msg": "Stored state broke a rule of the records; nothing was changed, please report it"
    },
    {
      "code": 6003,
      "name": "Paused",
      "msg": "Ratings are paused; the right stays, rate later"
    },
    {
      "code": 6004,
      "name": "ConfigMismatch",
      "msg": "The account is not the config of the registry"
    },
    {
      "code": 6005,
      "name": "EventAuthorityMismatch",
      "msg": "The account is not this program's event authority"
    },
    {
      "code": 6006,
      "name": "ProgramMismatch",
      "msg": "The account is not the program this instruction calls; pass the one the IDL names"
    },
    {
      "code": 6007,
      "name": "RatingAuthorityMismatch",
      "msg": "The account is not the rating authority"
    },
    {
      "code": 6008,
      "name": "AgentMismatch",
      "msg": "The account belongs to another agent"
    },
    {
      "code": 6009,
      "name": "RentPayerMismatch",
      "msg": "The rent goes to the one who paid it"
    },
    {
      "code": 6020,
      "name": "StarsInvalid",
      "msg": "A rating has 1 to 5 stars"
    },
    {
      "code": 6021,
      "name": "NotPayer",
      "msg": "Only the wallet that opened the mandate rates; sign with it, not with the session key"
    },
    {
      "code": 6022,
      "name": "SelfRating",
      "msg": "Nobody rates an agent that is their own or pays them"
    },
    {
      "code": 6023,
      "name": "BackerRating",
      "msg": "Nobody rates an agent they have stake in; withdraw it first"
    },
    {
      "code": 6024,
      "name": "PositionMismatch",
      "msg": "Pass the agent's stake vault and the payer's two positions in it, whether they exist or not"
    },
    {
      "code": 6025,
      "name": "RightMismatch",
      "msg": "The channel or job pays another agent"
    },
    {
      "code": 6026,
      "name": "ScoreMismatch",
      "msg": "The account is not the agent's score"
    },
    {
      "code": 6027,
      "name": "PairMismatch",
      "msg": "The account is not the payer's pair with the agent in the ownership epoch of channel or job"
    },
    {
      "code": 6028,
      "name": "ReceiptMismatch",
      "msg": "The receipt's address is not that of the agent's next rating; read the score and try again"
    },
    {
      "code": 6029,
      "name": "RatingByDelegate",
      "msg": "Nobody rates an agent whose delegates name them, be it expired; let the owner remove it first"
    },
    {
      "code": 6030,
      "name": "DelegatesMismatch",
      "msg": "Pass the list of the agent's delegates at its derived address, whether it exists or not"
    },
    {
      "code": 6040,
      "name": "NotAdmin",
      "msg": "Signer is not the config's admin"
    },
    {
      "code": 6041,
      "name": "ShardInvalid",
      "msg": "Shards are numbered without gaps, 32 at most; take an existing one or the next"
    },
    {
      "code": 6042,
      "name": "TreeNotPrepared",
      "msg": "The Merkle tree must be a zeroed account owned by the compression program; allocate it first"
    },
    {
      "code": 6043,
      "name": "TreeSizeInvalid",
      "msg": "Depth, buffer and account size are not those of a tree that can be made; see the supported pairs"
    },
    {
      "code": 6044,
      "name": "UriBaseInvalid",
      "msg": "The base must be an https, ipfs or ar address of 1 to 100 plain characters"
    },
    {
      "code": 6045,
      "name": "TreeNotFull",
      "msg": "The shard's tree still has room; use it up first"
    },
    {
      "code": 6046,
      "name": "TreeMismatch",
      "msg": "The tree is not registered here, or is not that of the agent's shard; read the pool again"
    },
    {
      "code": 6047,
      "name": "TreeAccountsMissing",
      "msg": "Pass pool, record, tree, tree config and the three programs together, or none of them"
    },
    {
      "code": 6048,
      "name": "TreeFull",
      "msg": "The shard's tree is full; wait until it is replaced"
    },
    {
      "code": 6049,
      "name": "TreeExists",
      "msg": "The tree is registered already"
    },
    {
      "code": 6050,
      "name": "TreePoolMismatch",
      "msg": "The account is not the tree pool"
    },
    {
      "code": 6060,
      "name": "PairInUse",
      "msg": "The payer's ratings may still count; wait for the agent's second change of hands or its end"
    },
    {
      "code": 6061,
      "name": "ScoreInUse",
      "msg": "The agent is not closed; its score stays until then"
    },
    {
      "code": 6070,
      "name": "ScoreUnchanged",
      "msg": "The score knows all that the agent's vault does; nothing to take over"
    },
    {
      "code": 6100,
      "name": "ResponseExists",
      "msg": "The rating was answered already; an answer is given once"
    },
    {
      "code": 6101,
      "name": "ResponseMismatch",
      "msg": "The account is not the place of the answer to this rating; derive it of agent and number"
    },
    {
      "code": 6102,
      "name": "ResponseEmpty",
      "msg": "The hash is zero; hash the text of the answer"
    },
    {
      "code": 6103,
      "name": "NotAgentSide",
      "msg": "Only the agent's owner answers, or a delegate; pass the agent's delegates for one"
    },
    {
      "code": 6104,
      "name": "DelegatesVoid",
      "msg": "The delegates are void since the agent changed hands; let the new owner name some"
    },
    {
      "code": 6105,
      "name": "DelegateExpired",
      "msg": "The delegate has expired; ask the owner for a new end"
    },
    {
      "code": 6106,
      "name": "DelegateNotPermitted",
      "msg": "The delegate may not answer ratings; ask the owner for the permission, or to answer"
    },
    {
      "code": 6107,
      "name": "NotAgentsRating",
      "msg": "The rating is of another agent"
    },
    {
      "code": 6108,
      "name": "LeafMissing",
      "msg": "The leaf's number is beyond the tree; take it from the rating's event"
    },
    {
      "code": 6109,
      "name": "ResponseInUse",
      "msg": "The agent is not closed; its answers stay until then"
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
      "name": "AgentRated",
      "docs": [
        "A paying customer rated an agent."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "facts",
            "type": {
              "defined": {
                "name": "Facts"
              }
            }
          },
          {
            "name": "facts_hash",
            "docs": [
              "SHA-256 of the facts, as the receipt's address carries it."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "kind",
            "docs": [
              "What `facts.subject` is."
            ],
            "type": {
              "defined": {
                "name": "SubjectKind"
              }
            }
          },
          {
            "name": "standing",
            "type": {
              "defined": {
                "name": "Standing"
              }
            }
          },
          {
            "name": "mint_weight_bps",
            "docs": [
              "Weight of one base unit of the mint, basis points."
            ],
            "type": "u32"
          },
          {
            "name": "volume",
            "docs": [
              "What the rating counts, base units × the mint's weight."
            ],
            "type": "u64"
          },
          {
            "name": "weight",
            "type": "u64"
          },
          {
            "name": "leaf",
            "docs": [
              "None where the receipt waits for a tree."
            ],
            "type": {
              "option": {
                "defined": {
                  "name": "Leaf"
                }
              }
            }
          },
          {
            "name": "before",
            "type": {
              "defined": {
                "name": "ScoreState"
              }
            }
          },
          {
            "name": "after",
            "type": {
              "defined": {
                "name": "ScoreState"
              }
            }
          }
        ]
      }
    },
    {
      "name": "AgentResponded",
      "docs": [
        "The agent's side answered a rating."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "response",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "ownership_epoch",
            "docs": [
              "The agent's ownership epoch at the answer, which may be after the rating's."
            ],
            "type": "u32"
          },
          {
            "name": "number",
            "docs": [
              "The rating's, as its receipt says."
            ],
            "type": "u64"
          },
          {
            "name": "payer",
            "type": "pubkey"
          },
          {
            "name": "facts_hash",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "leaf",
            "type": {
              "defined": {
                "name": "Leaf"
              }
            }
          },
          {
            "name": "text_hash",
            "docs": [
              "SHA-256 of the answer's text, UTF-8."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "responder",
            "docs": [
              "The owner, or a delegate of its; paid the rent."
            ],
            "type": "pubkey"
          },
          {
            "name": "responded_at",
            "type": "i64"
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
      "name": "Facts",
      "docs": [
        "The facts of one rating.",
        "",
        "Their hash is SHA-256 over 206 bytes, numbers in little endian:",
        "",
        "| bytes | fact |",
        "|---|---|",
        "| 21 | the domain, `agent-labs/receipt/v1` in ASCII |",
        "| 32 | agent |",
        "| 4, 4 | ownership epoch, agent version |",
        "| 32, 32 | payer, subject: the channel or the job |",
        "| 8 | generation of the subject |",
        "| 1 | stars |",
        "| 8, 8, 32 | paid, refunded (base units), mint |",
        "| 8, 8, 8 | number of the rating, slot, time (Unix seconds, i64) |"
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "agent",
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
            "name": "payer",
            "type": "pubkey"
          },
          {
            "name": "subject",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "stars",
            "type": "u8"
          },
          {
            "name": "paid",
            "type": "u64"
          },
          {
            "name": "refunded",
            "type": "u64"
          },
          {
            "name": "mint",
            "type": "pubkey"
          },
          {
            "name": "number",
            "docs": [
              "Of the agent's ratings, from 0."
            ],
            "type": "u64"
          },
          {
            "name": "slot",
            "type": "u64"
          },
          {
            "name": "rated_at",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "Leaf",
      "docs": [
        "A leaf that is a receipt."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "merkle_tree",
            "type": "pubkey"
          },
          {
            "name": "nonce",
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
      "name": "Pair",
      "docs": [
        "What one payer's ratings of an agent add up to in one ownership epoch:",
        "`[\"pair\", agent, ownership epoch: u32 LE, payer]`.",
        "",
        "INVARIANTS: `weight = min(PAIR_WEIGHT_MAX, ⌊√volume⌋)`, so that it does not matter into how many ratings",
        "a volume is split; every field but those of identity only grows; closed only when it can count no more."
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
            "type": "u32"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "payer",
            "docs": [
              "Rates, paid the rent, and gets it back."
            ],
            "type": "pubkey"
          },
          {
            "name": "volume",
            "docs": [
              "Rated volume, base units × the mint's weight."
            ],
            "type": "u64"
          },
          {
            "name": "weight",
            "docs": [
              "Weight of the ratings so far."
            ],
            "type": "u64"
          },
          {
            "name": "ratings",
            "type": "u64"
          },
          {
            "name": "last_slot",
            "type": "u64"
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
      "name": "PairClosed",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "pair",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "payer",
            "type": "pubkey"
          },
          {
            "name": "ownership_epoch",
            "type": "u32"
          },
          {
            "name": "volume",
            "type": "u64"
          },
          {
            "name": "weight",
            "type": "u64"
          },
          {
            "name": "ratings",
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
      "name": "PendingReceipt",
      "docs": [
        "A rating whose receipt waits for a tree: `[\"receipt\", agent, number: u64 LE]`.",
        "",
        "INVARIANTS: immutable; closed by the minting of its receipt, so that there is one receipt a rating."
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
            "name": "stars",
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
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "payer",
            "docs": [
              "Rated, paid the rent, and gets it back."
            ],
            "type": "pubkey"
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
            "type": "u64"
          },
          {
            "name": "mint",
            "type": "pubkey"
          },
          {
            "name": "paid",
            "docs": [
              "Base units of `mint`."
            ],
            "type": "u64"
          },
          {
            "name": "refunded",
            "type": "u64"
          },
          {
            "name": "number",
            "docs": [
              "Of the agent's ratings."
            ],
            "type": "u64"
          },
          {
            "name": "slot",
            "type": "u64"
          },
          {
            "name": "rated_at",
            "docs": [
              "Unix seconds."
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
      "name": "ReceiptMinted",
      "docs": [
        "The receipt of an earlier rating was minted."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "facts",
            "type": {
              "defined": {
                "name": "Facts"
              }
            }
          },
          {
            "name": "facts_hash",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "leaf",
            "type": {
              "defined": {
                "name": "Leaf"
              }
            }
          }
        ]
      }
    },
    {
      "name": "RespondArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "facts",
            "docs": [
              "The rating's, as its event and its receipt carry them."
            ],
            "type": {
              "defined": {
                "name": "Facts"
              }
            }
          },
          {
            "name": "text_hash",
            "docs": [
              "SHA-256 of the answer's text, UTF-8."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "nonce",
            "docs": [
              "Number of the receipt's leaf in its tree."
            ],
            "type": "u64"
          },
          {
            "name": "root",
            "docs": [
              "A root that the tree keeps, and that the proof leads to."
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
      "name": "Response",
      "docs": [
        "The agent's answer to one rating: `[\"response\", agent, number: u64 LE]`.",
        "",
        "INVARIANTS: immutable; there while its agent is, so that a rating is answered once; `number` and `facts_hash` are",
        "those of a receipt that its tree held when it was made."
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
              "The agent's at the answer."
            ],
            "type": "u32"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "number",
            "docs": [
              "Of the rating among the agent's."
            ],
            "type": "u64"
          },
          {
            "name": "facts_hash",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "text_hash",
            "docs": [
              "SHA-256 of the answer's text, UTF-8."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "responder",
            "docs": [
              "Gave it for the agent, paid the rent, and gets it back."
            ],
            "type": "pubkey"
          },
          {
            "name": "responded_at",
            "docs": [
              "Unix seconds."
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
      "name": "ResponseClosed",
      "docs": [
        "The answer of a closed agent gave its rent back."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "response",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "number",
            "type": "u64"
          },
          {
            "name": "responder",
            "type": "pubkey"
          }
        ]
      }
    },
    {
      "name": "Score",
      "docs": [
        "What paying customers said of an agent: `[\"score\", agent]`. One read is a trust proof.",
        "",
        "INVARIANTS: `current` counts ratings of `ownership_epoch` alone, `version` those of it that were for",
        "`agent_version`; both start again where the one they count for advances; `previous` is the epoch before;",
        "`disputes_lost` and `slashed` are the stake vault's as of the last sync, and only grow."
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
              "The agent's ownership epoch that `current` counts."
            ],
            "type": "u32"
          },
          {
            "name": "agent_version",
            "docs": [
              "The agent's version that `version_tally` counts."
            ],
            "type": "u32"
          },
          {
            "name": "payers",
            "docs": [
              "Payers whose ratings weigh something in this epoch."
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
              "Paid the rent."
            ],
            "type": "pubkey"
          },
          {
            "name": "current",
            "type": {
              "defined": {
                "name": "Tally"
              }
            }
          },
          {
            "name": "version_tally",
            "type": {
              "defined": {
                "name": "Tally"
              }
            }
          },
          {
            "name": "previous",
            "docs": [
              "The ownership epoch before, and its number of payers."
            ],
            "type": {
              "defined": {
                "name": "Tally"
              }
            }
          },
          {
            "name": "previous_payers",
            "type": "u32"
          },
          {
            "name": "disputes_lost",
            "type": "u32"
          },
          {
            "name": "slashed",
            "docs": [
              "Slashed in the agent's whole life, base units of the stake mint."
            ],
            "type": "u64"
          },
          {
            "name": "ratings",
            "docs": [
              "Ratings in the agent's whole life: the number of the next one."
            ],
            "type": "u64"
          },
          {
            "name": "last_slot",
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
      "name": "ScoreClosed",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "score",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "rent_payer",
            "type": "pubkey"
          },
          {
            "name": "state",
            "type": {
              "defined": {
                "name": "ScoreState"
              }
            }
          }
        ]
      }
    },
    {
      "name": "ScoreState",
      "docs": [
        "A `Score` as an event carries it."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "ownership_epoch",
            "type": "u32"
          },
          {
            "name": "agent_version",
            "type": "u32"
          },
          {
            "name": "payers",
            "type": "u32"
          },
          {
            "name": "previous_payers",
            "type": "u32"
          },
          {
            "name": "current",
            "type": {
              "defined": {
                "name": "TallyState"
              }
            }
          },
          {
            "name": "version_tally",
            "type": {
              "defined": {
                "name": "TallyState"
              }
            }
          },
          {
            "name": "previous",
            "type": {
              "defined": {
                "name": "TallyState"
              }
            }
          },
          {
            "name": "ratings",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "ScoreSynced",
      "docs": [
        "The score took over from the agent's stake vault what disputes cost the agent."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "score",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "stake_vault",
            "type": "pubkey"
          },
          {
            "name": "rent_payer",
            "docs": [
              "Pays the score's rent, and gets it back: who synced it, where it is new."
            ],
            "type": "pubkey"
          },
          {
            "name": "is_new",
            "type": "bool"
          },
          {
            "name": "disputes_lost_before",
            "type": "u32"
          },
          {
            "name": "disputes_lost_after",
            "type": "u32"
          },
          {
            "name": "slashed_before",
            "docs": [
              "Base units of the vault's mint."
            ],
            "type": "u64"
          },
          {
            "name": "slashed_after",
            "type": "u64"
          },
          {
            "name": "state",
            "docs": [
              "Its ratings, which this leaves as they are."
            ],
            "type": {
              "defined": {
                "name": "ScoreState"
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
      "name": "StakeVault",
      "docs": [
        "What stands behind an agent: `[\"vault\", agent]`. Its tokens are at `[\"vault_tokens\", vault]`.",
        "",
        "INVARIANTS: `agent`, `mint`, `tokens` never change; tokens at the vault ≥ Σ pools' tokens + `bonds`, equal",
        "without donations; `first_dispute`, `last_dispute` and `oldest_dispute_at` are zero together, and where",
        "`open_disputes` is, as `bonds` are; `staked = Σ pools' tokens + returned + slashed`, the three only growing;",
        "`ownership_epoch` and `next_dispute` only grow."
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
              "When the first in the list of disputes was opened, Unix seconds; 0 without one."
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
            "name": "first_dispute",
            "docs": [
              "The open disputes that can slash (those of claims in `mint`) in order of opening, linked through the",
              "disputes: the ends of that list, zero without. No stake waits for a dispute that cannot touch it."
            ],
            "type": "pubkey"
          },
          {
            "name": "last_dispute",
            "type": "pubkey"
          },
          {
            "name": "bonds",
            "docs": [
              "Bonds of open disputes, base units: at the vault's token account, and no stake."
            ],
            "type": "u64"
          },
          {
            "name": "disputes_lost",
            "docs": [
              "Disputes that cost the agent something."
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
            "name": "reserved",
            "type": {
              "array": [
                "u8",
                16
              ]
            }
          }
        ]
      }
    },
    {
      "name": "Standing",
      "docs": [
        "Where a rating counts, by the ownership epoch its right is of."
      ],
      "type": {
        "kind": "enum",
        "variants": [
          {
            "name": "Current"
          },
          {
            "name": "Previous"
          },
          {
            "name": "Past"
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
      "name": "Tally",
      "docs": [
        "What ratings add up to over some span.",
        "",
        "INVARIANTS: `weight ≤ weighted_stars ≤ 5 × weight`; each only grows."
      ],
      "serialization": "bytemuck",
      "repr": {
        "kind": "c"
      },
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "ratings",
            "type": "u64"
          },
          {
            "name": "weight",
            "docs": [
              "Sum of the ratings' weights."
            ],
            "type": "u64"
          },
          {
            "name": "weighted_stars",
            "docs": [
              "Sum of stars × weight."
            ],
            "type": "u64"
          },
          {
            "name": "volume",
            "docs": [
              "Rated settled volume, base units × the mint's weight."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "TallyState",
      "docs": [
        "A `Tally` as an event carries it."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "ratings",
            "type": "u64"
          },
          {
            "name": "weight",
            "type": "u64"
          },
          {
            "name": "weighted_stars",
            "type": "u64"
          },
          {
            "name": "volume",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "Tree",
      "docs": [
        "A Merkle tree whose leaves are receipts: `[\"tree\", merkle tree]`. A leaf anywhere else is none, since",
        "anyone can mint an agent what they like.",
        "",
        "INVARIANTS: `minted ≤ capacity = 2^depth` and only grows; the rest never changes; never closed, for",
        "receipts must stay provable."
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
            "name": "shard",
            "type": "u8"
          },
          {
            "name": "depth",
            "type": "u8"
          },
          {
            "name": "buffer",
            "docs": [
              "Changes to the tree that a proof may be behind."
            ],
            "type": "u32"
          },
          {
            "name": "canopy",
            "docs": [
              "Levels of the tree that are kept on chain."
            ],
            "type": "u8"
          },
          {
            "name": "uri_base_len",
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
            "name": "merkle_tree",
            "type": "pubkey"
          },
          {
            "name": "rent_payer",
            "docs": [
              "Paid the record's rent, which stays."
            ],
            "type": "pubkey"
          },
          {
            "name": "capacity",
            "docs": [
              "Receipts it can hold."
            ],
            "type": "u64"
          },
          {
            "name": "minted",
            "docs": [
              "Receipts it holds: the index (nonce) of the next."
            ],
            "type": "u64"
          },
          {
            "name": "registered_at",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "uri_base",
            "docs": [
              "What stands before the facts hash in a receipt's address, zero-padded."
            ],
            "type": {
              "array": [
                "u8",
                100
              ]
            }
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
      "name": "TreePool",
      "docs": [
        "The trees that receipts go to at present: `[\"trees\"]`.",
        "",
        "INVARIANTS: `trees[..count]` are Merkle trees that have a `Tree`, each of its own shard, the rest zero;",
        "`count` only grows; a shard's tree is replaced only when full."
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
            "docs": [
              "Shards in use."
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
          },
          {
            "name": "trees",
            "docs": [
              "Merkle tree of each shard."
            ],
            "type": {
              "array": [
                "pubkey",
                32
              ]
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
      "name": "TreeRegisterArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "shard",
            "docs": [
              "An existing shard, whose tree is full, or the next one."
            ],
            "type": "u8"
          },
          {
            "name": "max_depth",
            "docs": [
              "2 to the power of it is the number of receipts."
            ],
            "type": "u32"
          },
          {
            "name": "max_buffer_size",
            "type": "u32"
          },
          {
            "name": "uri_base",
            "docs": [
              "What stands before the facts hash in a receipt's address."
            ],
            "type": "string"
          }
        ]
      }
    },
    {
      "name": "TreeRegistered",
      "docs": [
        "A tree takes a shard's receipts from now on."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "merkle_tree",
            "type": "pubkey"
          },
          {
            "name": "tree",
            "type": "pubkey"
          },
          {
            "name": "admin",
            "type": "pubkey"
          },
          {
            "name": "shard",
            "type": "u8"
          },
          {
            "name": "depth",
            "type": "u8"
          },
          {
            "name": "buffer",
            "type": "u32"
          },
          {
            "name": "canopy",
            "type": "u8"
          },
          {
            "name": "capacity",
            "type": "u64"
          },
          {
            "name": "uri_base",
            "type": "string"
          },
          {
            "name": "replaced",
            "docs": [
              "The full tree that took them before."
            ],
            "type": {
              "option": "pubkey"
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
      "name": "BUBBLEGUM_PROGRAM",
      "docs": [
        "Bubblegum."
      ],
      "type": "pubkey",
      "value": "BGUMAp9Gq7iTEuizy4pqaxsTyUCBK68MDfK752saRPUY"
    },
    {
      "name": "COMPRESSION_PROGRAM",
      "docs": [
        "SPL account compression."
      ],
      "type": "pubkey",
      "value": "cmtDvXumGCrqC1Age74AVPhSRVXJMd8PJS91L8KbNCK"
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
      "name": "DELEGATES_SEED",
      "docs": [
        "The registry's `Delegates`: `[\"delegates\", agent]` under the registry's id."
      ],
      "type": "bytes",
      "value": "[100, 101, 108, 101, 103, 97, 116, 101, 115]"
    },
    {
      "name": "MAX_SHARDS",
      "docs": [
        "Most shards of the tree pool."
      ],
      "type": "u8",
      "value": "32"
    },
    {
      "name": "MAX_STARS",
      "docs": [
        "Most stars of a rating; the fewest are 1."
      ],
      "type": "u8",
      "value": "5"
    },
    {
      "name": "MAX_URI_BASE",
      "docs": [
        "Longest base of receipts' addresses, bytes; with 64 hex digits behind it, it fits Bubblegum's 200."
      ],
      "type": "u8",
      "value": "100"
    },
    {
      "name": "NOOP_PROGRAM",
      "docs": [
        "SPL noop, which compression logs through."
      ],
      "type": "pubkey",
      "value": "noopb9bkMVfRPU8AsbpTUg8AQkHtKwMYZiFUjNRtMmV"
    },
    {
      "name": "PAIR_SEED",
      "docs": [
        "`Pair`: `[\"pair\", agent, ownership epoch: u32 LE, payer]`"
      ],
      "type": "bytes",
      "value": "[112, 97, 105, 114]"
    },
    {
      "name": "PAIR_WEIGHT_MAX",
      "docs": [
        "Most that one payer's ratings weigh in one ownership epoch: the weight of 10,000 units of a mint with six",
        "decimals and full weight. Beyond it one customer, however large, says no more."
      ],
      "type": "u64",
      "value": "100000"
    },
    {
      "name": "POSITION_SEED",
      "docs": [
        "The stake program's position: `[\"position\", vault, staker, tranche: u8]` under the stake program's id."
      ],
      "type": "bytes",
      "value": "[112, 111, 115, 105, 116, 105, 111, 110]"
    },
    {
      "name": "RATING_AUTHORITY",
      "docs": [
        "The address of `[\"rating_authority\"]`."
      ],
      "type": "pubkey",
      "value": "7bYUtswaQJ9tnjm4bpCstNBY54FuU4sVAKmWLy7zXXdy"
    },
    {
      "name": "RATING_AUTHORITY_SEED",
      "docs": [
        "Signs towards escrow and Bubblegum: `[\"rating_authority\"]`"
      ],
      "type": "bytes",
      "value": "[114, 97, 116, 105, 110, 103, 95, 97, 117, 116, 104, 111, 114, 105, 116, 121]"
    },
    {
      "name": "RECEIPT_DOMAIN",
      "docs": [
        "Domain of a receipt's facts hash."
      ],
      "type": "bytes",
      "value": "[97, 103, 101, 110, 116, 45, 108, 97, 98, 115, 47, 114, 101, 99, 101, 105, 112, 116, 47, 118, 49]"
    },
    {
      "name": "RECEIPT_SEED",
      "docs": [
        "`PendingReceipt`: `[\"receipt\", agent, number of the rating: u64 LE]`"
      ],
      "type": "bytes",
      "value": "[114, 101, 99, 101, 105, 112, 116]"
    },
    {
      "name": "RECEIPT_SYMBOL",
      "docs": [
        "Symbol of every receipt."
      ],
      "type": "bytes",
      "value": "[82, 69, 67, 69, 73, 80, 84]"
    },
    {
      "name": "RESPONSE_SEED",
      "docs": [
        "`Response`: `[\"response\", agent, number of the rating: u64 LE]`"
      ],
      "type": "bytes",
      "value": "[114, 101, 115, 112, 111, 110, 115, 101]"
    },
    {
      "name": "SCORE_SEED",
      "docs": [
        "`Score`: `[\"score\", agent]`"
      ],
      "type": "bytes",
      "value": "[115, 99, 111, 114, 101]"
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
      "name": "TREE_POOL_SEED",
      "docs": [
        "`TreePool`: `[\"trees\"]`"
      ],
      "type": "bytes",
      "value": "[116, 114, 101, 101, 115]"
    },
    {
      "name": "TREE_SEED",
      "docs": [
        "`Tree`: `[\"tree\", merkle tree]`"
      ],
      "type": "bytes",
      "value": "[116, 114, 101, 101]"
    }
  ]
} as unknown as Reputation;
