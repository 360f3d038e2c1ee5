// Generated from idl/consent.json by `npm run build:programs`; do not edit.

/** Shape of the consent program, for Anchor's types. */
export type Consent = {
  "address": "tTrqhFfNyPVStfEuJPwgxUQcpVsoSY93777AsgEwrBQ",
  "metadata": {
    "name": "consent",
    "version": "0.1.0",
    "spec": "0.1.0",
    "description": "Agent Labs consent program"
  },
  "instructions": [
    {
      "name": "approvalClose",
      "docs": [
        "Ends an approval that is not to be used; its rent goes back to whoever paid it. Signed by who asked or by the",
        "mandate's payer; by anyone from its expiry on.",
        "",
        "Errors: `NotRequester`, `RentPayerMismatch`"
      ],
      "discriminator": [
        77,
        225,
        55,
        251,
        82,
        90,
        64,
        192
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "Who asked, or the mandate's payer; anyone from the expiry on."
          ],
          "signer": true
        },
        {
          "name": "approval",
          "writable": true
        },
        {
          "name": "rentPayer",
          "writable": true,
          "relations": [
            "approval"
          ]
        },
        {
          "name": "eventAuthority",
          "address": "H8vj2pkBsgRrNZWqWRaAavdr66iTrHxan7nvBtaLuBxY"
        },
        {
          "name": "program",
          "address": "tTrqhFfNyPVStfEuJPwgxUQcpVsoSY93777AsgEwrBQ"
        }
      ],
      "args": []
    },
    {
      "name": "approvalConsume",
      "docs": [
        "Uses an approval up for the call whose hash is given; its rent goes back to whoever paid it. Signed by escrow's",
        "approval consumer, which hashes its own running instruction.",
        "",
        "Errors: `NotConsumer`, `MandateMismatch`, `GenerationMismatch`, `CallMismatch`, `ApprovalExpired`,",
        "`ThresholdNotReached`, `RentPayerMismatch`"
      ],
      "discriminator": [
        156,
        212,
        217,
        3,
        220,
        230,
        68,
        97
      ],
      "accounts": [
        {
          "name": "consumer",
          "docs": [
            "Escrow's PDA: no other program can sign for it."
          ],
          "signer": true,
          "address": "Gk7jENwPnNoqw7eTAp6jHK2puG7kaM2pEgkfqdkWcUSZ"
        },
        {
          "name": "mandate",
          "relations": [
            "approval"
          ]
        },
        {
          "name": "approval",
          "writable": true
        },
        {
          "name": "rentPayer",
          "writable": true,
          "relations": [
            "approval"
          ]
        },
        {
          "name": "eventAuthority",
          "address": "H8vj2pkBsgRrNZWqWRaAavdr66iTrHxan7nvBtaLuBxY"
        },
        {
          "name": "program",
          "address": "tTrqhFfNyPVStfEuJPwgxUQcpVsoSY93777AsgEwrBQ"
        }
      ],
      "args": [
        {
          "name": "call",
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
      "name": "approvalRequest",
      "docs": [
        "Asks a mandate's approvers for one call: a program, its instruction's data, and behind the declared accounts",
        "those of the call in order. Signed by the mandate's payer or session key, and by the rent payer.",
        "",
        "Errors: `MandateMismatch`, `NotPayerOrSession`, `NoApprovers`, `CallTooLarge`, `ApprovalExpiryInvalid`,",
        "`ApprovalMismatch`, `ApprovalExists`, `ConfigMismatch`"
      ],
      "discriminator": [
        255,
        177,
        3,
        137,
        211,
        61,
        62,
        186
      ],
      "accounts": [
        {
          "name": "requester",
          "docs": [
            "The mandate's payer or session key."
          ],
          "signer": true
        },
        {
          "name": "rentPayer",
          "docs": [
            "Pays the rent, and gets it back."
          ],
          "writable": true,
          "signer": true
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "mandate"
        },
        {
          "name": "approval",
          "writable": true
        },
        {
          "name": "systemProgram",
          "address": "11111111111111111111111111111111"
        },
        {
          "name": "eventAuthority",
          "address": "H8vj2pkBsgRrNZWqWRaAavdr66iTrHxan7nvBtaLuBxY"
        },
        {
          "name": "program",
          "address": "tTrqhFfNyPVStfEuJPwgxUQcpVsoSY93777AsgEwrBQ"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "approvalRequestArgs"
            }
          }
        }
      ]
    },
    {
      "name": "approvalSign",
      "docs": [
        "Approves the call, until `expires_at`, which must be the approval's. Signed by an approver, once each.",
        "",
        "Errors: `NotApprover`, `AlreadySigned`, `ApprovalExpired`, `ExpiryMismatch`"
      ],
      "discriminator": [
        47,
        30,
        68,
        153,
        6,
        219,
        141,
        82
      ],
      "accounts": [
        {
          "name": "approver",
          "signer": true
        },
        {
          "name": "approval",
          "writable": true
        },
        {
          "name": "eventAuthority",
          "address": "H8vj2pkBsgRrNZWqWRaAavdr66iTrHxan7nvBtaLuBxY"
        },
        {
          "name": "program",
          "address": "tTrqhFfNyPVStfEuJPwgxUQcpVsoSY93777AsgEwrBQ"
        }
      ],
      "args": [
        {
          "name": "expiresAt",
          "type": "i64"
        }
      ]
    },
    {
      "name": "approvalWithdraw",
      "docs": [
        "Takes an approver's signature back, while the approval is not used. Signed by that approver.",
        "",
        "Errors: `NotApprover`, `NotSigned`"
      ],
      "discriminator": [
        112,
        145,
        20,
        215,
        73,
        61,
        240,
        73
      ],
      "accounts": [
        {
          "name": "approver",
          "signer": true
        },
        {
          "name": "approval",
          "writable": true
        },
        {
          "name": "eventAuthority",
          "address": "H8vj2pkBsgRrNZWqWRaAavdr66iTrHxan7nvBtaLuBxY"
        },
        {
          "name": "program",
          "address": "tTrqhFfNyPVStfEuJPwgxUQcpVsoSY93777AsgEwrBQ"
        }
      ],
      "args": []
    },
    {
      "name": "auditAnchor",
      "docs": [
        "Anchors the log as it stands: the Merkle root over all of its entries. Signed by the operator.",
        "",
        "Errors: `NotOperator`, `SequenceMismatch`, `PreviousRootMismatch`, `RootMissing`, `EntriesNotGrowing`"
      ],
      "discriminator": [
        169,
        206,
        176,
        40,
        14,
        196,
        237,
        142
      ],
      "accounts": [
        {
          "name": "operator",
          "signer": true,
          "relations": [
            "log"
          ]
        },
        {
          "name": "log",
          "writable": true
        },
        {
          "name": "eventAuthority",
          "address": "H8vj2pkBsgRrNZWqWRaAavdr66iTrHxan7nvBtaLuBxY"
        },
        {
          "name": "program",
          "address": "tTrqhFfNyPVStfEuJPwgxUQcpVsoSY93777AsgEwrBQ"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "auditAnchorArgs"
            }
          }
        }
      ]
    },
    {
      "name": "auditLogOpen",
      "docs": [
        "Opens a log of anchors, for good. Signed by its operator and by the rent payer.",
        "",
        "Errors: `LogMismatch`, `LogExists`"
      ],
      "discriminator": [
        94,
        221,
        41,
        164,
        137,
        107,
        173,
        211
      ],
      "accounts": [
        {
          "name": "operator",
          "docs": [
            "Anchors the log from now on."
          ],
          "signer": true
        },
        {
          "name": "rentPayer",
          "docs": [
            "Pays the rent, which stays: so does the log."
          ],
          "writable": true,
          "signer": true
        },
        {
          "name": "log",
          "writable": true
        },
        {
          "name": "systemProgram",
          "address": "11111111111111111111111111111111"
        },
        {
          "name": "eventAuthority",
          "address": "H8vj2pkBsgRrNZWqWRaAavdr66iTrHxan7nvBtaLuBxY"
        },
        {
          "name": "program",
          "address": "tTrqhFfNyPVStfEuJPwgxUQcpVsoSY93777AsgEwrBQ"
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
      "name": "grantClose",
      "docs": [
        "Ends a consent's account a day after it was taken back or ran out; its rent goes back to whoever paid it.",
        "Signed by the subject.",
        "",
        "Errors: `NotSubject`, `GrantStays`, `RentPayerMismatch`"
      ],
      "discriminator": [
        243,
        14,
        120,
        164,
        207,
        157,
        177,
        139
      ],
      "accounts": [
        {
          "name": "subject",
          "signer": true,
          "relations": [
            "grant"
          ]
        },
        {
          "name": "grant",
          "writable": true
        },
        {
          "name": "rentPayer",
          "writable": true,
          "relations": [
            "grant"
          ]
        },
        {
          "name": "eventAuthority",
          "address": "H8vj2pkBsgRrNZWqWRaAavdr66iTrHxan7nvBtaLuBxY"
        },
        {
          "name": "program",
          "address": "tTrqhFfNyPVStfEuJPwgxUQcpVsoSY93777AsgEwrBQ"
        }
      ],
      "args": []
    },
    {
      "name": "grantGive",
      "docs": [
        "Consents to a purpose of a controller, until a time; again for newer terms, a later end, or after the consent",
        "was taken back or ran out. Signed by the subject; the rent payer pays for a new one.",
        "",
        "Errors: `ControllerMissing`, `PurposeMissing`, `TermsMissing`, `TermsVersionInvalid`, `GrantExpiryInvalid`,",
        "`RevisionMismatch`, `TermsVersionTooLow`, `GrantUnchanged`, `GrantMismatch`"
      ],
      "discriminator": [
        30,
        46,
        121,
        130,
        93,
        32,
        2,
        196
      ],
      "accounts": [
        {
          "name": "subject",
          "docs": [
            "Whose consent it is."
          ],
          "signer": true
        },
        {
          "name": "rentPayer",
          "docs": [
            "Pays the rent of a new grant, and gets it back."
          ],
          "writable": true,
          "signer": true
        },
        {
          "name": "grant",
          "writable": true
        },
        {
          "name": "systemProgram",
          "address": "11111111111111111111111111111111"
        },
        {
          "name": "eventAuthority",
          "address": "H8vj2pkBsgRrNZWqWRaAavdr66iTrHxan7nvBtaLuBxY"
        },
        {
          "name": "program",
          "address": "tTrqhFfNyPVStfEuJPwgxUQcpVsoSY93777AsgEwrBQ"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "grantGiveArgs"
            }
          }
        }
      ]
    },
    {
      "name": "grantRevoke",
      "docs": [
        "Takes a consent back: it counts no more, and stays to be read. Signed by the subject.",
        "",
        "Errors: `NotSubject`, `GrantRevoked`"
      ],
      "discriminator": [
        190,
        131,
        76,
        231,
        143,
        31,
        73,
        253
      ],
      "accounts": [
        {
          "name": "subject",
          "signer": true,
          "relations": [
            "grant"
          ]
        },
        {
          "name": "grant",
          "writable": true
        },
        {
          "name": "eventAuthority",
          "address": "H8vj2pkBsgRrNZWqWRaAavdr66iTrHxan7nvBtaLuBxY"
        },
        {
          "name": "program",
          "address": "tTrqhFfNyPVStfEuJPwgxUQcpVsoSY93777AsgEwrBQ"
        }
      ],
      "args": []
    }
  ],
  "accounts": [
    {
      "name": "approval",
      "discriminator": [
        233,
        9,
        153,
        49,
        11,
        222,
        59,
        130
      ]
    },
    {
      "name": "auditLog",
      "discriminator": [
        230,
        207,
        176,
        233,
        170,
        130,
        101,
        244
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
      "name": "consentGrant",
      "discriminator": [
        168,
        117,
        223,
        164,
        113,
        134,
        196,
        175
      ]
    }
  ],
  "events": [
    {
      "name": "approvalClosed",
      "discriminator": [
        100,
        244,
        78,
        167,
        76,
        47,
        153,
        18
      ]
    },
    {
      "name": "approvalConsumed",
      "discriminator": [
        179,
        179,
        217,
        100,
        4,
        57,
        212,
        72
      ]
    },
    {
      "name": "approvalRequested",
      "discriminator": [
        114,
        39,
        81,
        245,
        166,
        50,
        236,
        254
      ]
    },
    {
      "name": "approvalSigned",
      "discriminator": [
        218,
        61,
        5,
        75,
        40,
        143,
        81,
        224
      ]
    },
    {
      "name": "approvalWithdrawn",
      "discriminator": [
        209,
        0,
        7,
        238,
        214,
        91,
        213,
        71
      ]
    },
    {
      "name": "auditAnchored",
      "discriminator": [
        6,
        129,
        201,
        129,
        94,
        206,
        125,
        244
      ]
    },
    {
      "name": "auditLogOpened",
      "discriminator": [
        234,
        109,
        123,
        10,
        132,
        181,
        34,
        212
      ]
    },
    {
      "name": "consentClosed",
      "discriminator": [
        56,
        118,
        129,
        204,
        168,
        212,
        207,
        157
      ]
    },
    {
      "name": "consentGiven",
      "discriminator": [
        251,
        159,
        211,
        67,
        20,
        170,
        194,
        32
      ]
    },
    {
      "name": "consentRevoked",
      "discriminator": [
        56,
        245,
        136,
        57,
        212,
        252,
        122,
        43
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
      "name": "configMismatch",
      "msg": "The account is not the config of the registry"
    },
    {
      "code": 6004,
      "name": "eventAuthorityMismatch",
      "msg": "The account is not this program's event authority"
    },
    {
      "code": 6005,
      "name": "programMismatch",
      "msg": "The account is not the program this instruction calls; pass the one the IDL names"
    },
    {
      "code": 6006,
      "name": "rentPayerMismatch",
      "msg": "The rent goes to the one who paid it"
    },
    {
      "code": 6020,
      "name": "controllerMissing",
      "msg": "The controller is the zero key; name whom the consent is given to"
    },
    {
      "code": 6021,
      "name": "purposeMissing",
      "msg": "The purpose is all zeros; pass its keyed hash"
    },
    {
      "code": 6022,
      "name": "termsMissing",
      "msg": "The hash of the terms is all zeros; pass their keyed hash"
    },
    {
      "code": 6023,
      "name": "termsVersionInvalid",
      "msg": "Versions of terms count from 1"
    },
    {
      "code": 6024,
      "name": "grantExpiryInvalid",
      "msg": "A consent ends in the future; choose a later end"
    },
    {
      "code": 6025,
      "name": "revisionMismatch",
      "msg": "The consent was given or taken back since it was read; read it again before giving it"
    },
    {
      "code": 6026,
      "name": "termsVersionTooLow",
      "msg": "The terms are older than those consented to; pass the present ones"
    },
    {
      "code": 6027,
      "name": "grantUnchanged",
      "msg": "That is consented to already; nothing would change but by newer terms or a later end"
    },
    {
      "code": 6028,
      "name": "grantMismatch",
      "msg": "The account is not the grant of this subject, controller and purpose; pass the derived address"
    },
    {
      "code": 6029,
      "name": "notSubject",
      "msg": "Only the wallet that consented can take it back or end it"
    },
    {
      "code": 6030,
      "name": "grantRevoked",
      "msg": "The consent is taken back already"
    },
    {
      "code": 6031,
      "name": "grantStays",
      "msg": "The consent still counts, or did within a day; take it back, and end it a day later"
    },
    {
      "code": 6040,
      "name": "mandateMismatch",
      "msg": "The account is no mandate of escrow's, or another than the approval's"
    },
    {
      "code": 6041,
      "name": "notPayerOrSession",
      "msg": "Signer is neither the mandate's payer nor its session key"
    },
    {
      "code": 6042,
      "name": "noApprovers",
      "msg": "The mandate has no approvers, so that nobody is to be asked"
    },
    {
      "code": 6043,
      "name": "callTooLarge",
      "msg": "The call has more than 768 bytes of data or 64 accounts; split it"
    },
    {
      "code": 6044,
      "name": "approvalExpiryInvalid",
      "msg": "An approval ends in the future, within 30 days; choose another end"
    },
    {
      "code": 6045,
      "name": "approvalMismatch",
      "msg": "The account is not at the approval's derived address; hash the call again"
    },
    {
      "code": 6046,
      "name": "approvalExists",
      "msg": "The approval is asked for already; sign it, or ask with another nonce"
    },
    {
      "code": 6047,
      "name": "notApprover",
      "msg": "Signer is not among the mandate's approvers"
    },
    {
      "code": 6048,
      "name": "alreadySigned",
      "msg": "The approver has signed already; each counts once"
    },
    {
      "code": 6049,
      "name": "approvalExpired",
      "msg": "The approval has expired; ask again"
    },
    {
      "code": 6050,
      "name": "expiryMismatch",
      "msg": "The approval ends at another time than the one signed for; read it again"
    },
    {
      "code": 6051,
      "name": "notSigned",
      "msg": "The approver has not signed, so there is nothing to take back"
    },
    {
      "code": 6052,
      "name": "notRequester",
      "msg": "Only who asked, or the mandate's payer, ends an approval before it expires"
    },
    {
      "code": 6053,
      "name": "notConsumer",
      "msg": "Only escrow's approval consumer may use an approval up; carry the call out there"
    },
    {
      "code": 6054,
      "name": "generationMismatch",
      "msg": "The mandate was closed and opened anew since; ask its approvers of now"
    },
    {
      "code": 6055,
      "name": "callMismatch",
      "msg": "The approval is of another call; nothing but its exact bytes and accounts is approved"
    },
    {
      "code": 6056,
      "name": "thresholdNotReached",
      "msg": "Not enough approvers have signed; wait for more"
    },
    {
      "code": 6070,
      "name": "logMismatch",
      "msg": "The account is not the log at this operator's derived address"
    },
    {
      "code": 6071,
      "name": "logExists",
      "msg": "The log exists already; it is opened once"
    },
    {
      "code": 6072,
      "name": "notOperator",
      "msg": "Only the log's operator anchors it"
    },
    {
      "code": 6073,
      "name": "sequenceMismatch",
      "msg": "The anchor is not the next one; read the log again"
    },
    {
      "code": 6074,
      "name": "previousRootMismatch",
      "msg": "The previous root is not the log's last one; read the log again"
    },
    {
      "code": 6075,
      "name": "rootMissing",
      "msg": "The root is all zeros; pass that of the entries"
    },
    {
      "code": 6076,
      "name": "entriesNotGrowing",
      "msg": "The log has as many entries already; entries only grow"
    }
  ],
  "types": [
    {
      "name": "approval",
      "docs": [
        "M of N signatures over one call: `[\"approval\", mandate, digest: 32 bytes]`, followed in the account by",
        "`approver_count` addresses of approvers, `key_count` of the call's accounts and `data_len` bytes of its data.",
        "",
        "INVARIANTS: approvers and threshold are the mandate's, never of whoever asks, and `1 ≤ threshold ≤ approvers`;",
        "bits of `signed` are approvers', each set by its own signature alone; `digest` is made of what else stands here,",
        "so that it can be recomputed from this account and the cluster's genesis hash; all but `signed` never changes;",
        "used up once, by being closed, only before `expires_at`, for the mandate of `mandate_generation`."
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
            "name": "threshold",
            "docs": [
              "How many of the approvers must sign."
            ],
            "type": "u8"
          },
          {
            "name": "approverCount",
            "type": "u8"
          },
          {
            "name": "signed",
            "docs": [
              "Bit n is set once the n-th approver has signed."
            ],
            "type": "u8"
          },
          {
            "name": "keyCount",
            "docs": [
              "Accounts of the call."
            ],
            "type": "u8"
          },
          {
            "name": "dataLen",
            "docs": [
              "Bytes of the call's data."
            ],
            "type": "u16"
          },
          {
            "name": "mandateGeneration",
            "docs": [
              "Slot that the mandate opened in."
            ],
            "type": "u64"
          },
          {
            "name": "nonce",
            "docs": [
              "Tells two requests for the same call apart."
            ],
            "type": "u64"
          },
          {
            "name": "requestedAt",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "expiresAt",
            "docs": [
              "Neither signed nor used from then on, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "payer",
            "docs": [
              "The mandate's; may end this, too."
            ],
            "type": "pubkey"
          },
          {
            "name": "requester",
            "docs": [
              "Asked."
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
            "name": "program",
            "docs": [
              "That the call goes to."
            ],
            "type": "pubkey"
          },
          {
            "name": "call",
            "docs": [
              "Hash of the call, `agent_labs_common::consent::call_hash`."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "digest",
            "docs": [
              "What is signed, `agent_labs_common::consent::approval_digest`."
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
                64
              ]
            }
          }
        ]
      }
    },
    {
      "name": "approvalClosed",
      "docs": [
        "An approval ended without being used."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "approval",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "digest",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "closedBy",
            "type": "pubkey"
          },
          {
            "name": "rentPayer",
            "type": "pubkey"
          },
          {
            "name": "signatures",
            "type": "u8"
          },
          {
            "name": "expiresAt",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "closedAt",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "approvalConsumed",
      "docs": [
        "An approval was used for the call it is of."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "approval",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "mandateGeneration",
            "type": "u64"
          },
          {
            "name": "digest",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "call",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "rentPayer",
            "type": "pubkey"
          },
          {
            "name": "signatures",
            "type": "u8"
          },
          {
            "name": "threshold",
            "type": "u8"
          },
          {
            "name": "consumedAt",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "approvalRequestArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "program",
            "docs": [
              "That the call goes to."
            ],
            "type": "pubkey"
          },
          {
            "name": "data",
            "docs": [
              "Of the call's instruction, exactly."
            ],
            "type": "bytes"
          },
          {
            "name": "nonce",
            "docs": [
              "Tells two requests for the same call apart."
            ],
            "type": "u64"
          },
          {
            "name": "expiresAt",
            "docs": [
              "Neither signed nor used from then on, Unix seconds."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "approvalRequested",
      "docs": [
        "A mandate's approvers are asked for one call: all that its hash is made of is here."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "approval",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "mandateGeneration",
            "type": "u64"
          },
          {
            "name": "payer",
            "type": "pubkey"
          },
          {
            "name": "requester",
            "type": "pubkey"
          },
          {
            "name": "rentPayer",
            "type": "pubkey"
          },
          {
            "name": "program",
            "type": "pubkey"
          },
          {
            "name": "data",
            "docs": [
              "Of the instruction."
            ],
            "type": "bytes"
          },
          {
            "name": "keys",
            "docs": [
              "Of its accounts, in order."
            ],
            "type": {
              "vec": "pubkey"
            }
          },
          {
            "name": "nonce",
            "type": "u64"
          },
          {
            "name": "call",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "digest",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "threshold",
            "type": "u8"
          },
          {
            "name": "approvers",
            "type": {
              "vec": "pubkey"
            }
          },
          {
            "name": "requestedAt",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "expiresAt",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "approvalSigned",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "approval",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "digest",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "approver",
            "type": "pubkey"
          },
          {
            "name": "place",
            "docs": [
              "Place among the approvers."
            ],
            "type": "u8"
          },
          {
            "name": "signaturesBefore",
            "type": "u8"
          },
          {
            "name": "signatures",
            "type": "u8"
          },
          {
            "name": "threshold",
            "type": "u8"
          }
        ]
      }
    },
    {
      "name": "approvalWithdrawn",
      "docs": [
        "An approver took its signature back."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "approval",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "digest",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "approver",
            "type": "pubkey"
          },
          {
            "name": "place",
            "docs": [
              "Place among the approvers."
            ],
            "type": "u8"
          },
          {
            "name": "signaturesBefore",
            "type": "u8"
          },
          {
            "name": "signatures",
            "type": "u8"
          },
          {
            "name": "threshold",
            "type": "u8"
          }
        ]
      }
    },
    {
      "name": "auditAnchorArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "sequence",
            "docs": [
              "Of this anchor, from 1: one more than the log's."
            ],
            "type": "u64"
          },
          {
            "name": "previousRoot",
            "docs": [
              "The log's root so far; zeros before the first anchor."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "root",
            "docs": [
              "Merkle root over all entries."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "entries",
            "docs": [
              "How many entries these are."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "auditAnchored",
      "docs": [
        "A log was anchored as it stands."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "log",
            "type": "pubkey"
          },
          {
            "name": "operator",
            "type": "pubkey"
          },
          {
            "name": "id",
            "type": "u64"
          },
          {
            "name": "sequence",
            "docs": [
              "From 1."
            ],
            "type": "u64"
          },
          {
            "name": "previousRoot",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
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
            "name": "entriesBefore",
            "type": "u64"
          },
          {
            "name": "entries",
            "type": "u64"
          },
          {
            "name": "chainBefore",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "chain",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "anchoredAt",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "auditLog",
      "docs": [
        "The anchors of one off-chain log: `[\"audit_log\", operator, id: u64 LE]`.",
        "",
        "INVARIANTS: `sequence` grows by one an anchor, `entries` with each; `root` is the last anchor's and `previous_root`",
        "the one's before; `chain` binds every anchor there ever was, in order and with its time; it is never closed."
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
            "name": "id",
            "docs": [
              "Tells an operator's logs apart."
            ],
            "type": "u64"
          },
          {
            "name": "operator",
            "type": "pubkey"
          },
          {
            "name": "rentPayer",
            "docs": [
              "Paid the rent, which stays."
            ],
            "type": "pubkey"
          },
          {
            "name": "sequence",
            "docs": [
              "Anchors so far."
            ],
            "type": "u64"
          },
          {
            "name": "entries",
            "docs": [
              "Entries under `root`."
            ],
            "type": "u64"
          },
          {
            "name": "root",
            "docs": [
              "Merkle root over all entries; zero before the first anchor."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "previousRoot",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "chain",
            "docs": [
              "SHA-256 over the anchors: see `anchor`. Zero before the first."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "openedAt",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "anchoredAt",
            "docs": [
              "Of the last anchor, Unix seconds; 0 before the first."
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
      "name": "auditLogOpened",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "log",
            "type": "pubkey"
          },
          {
            "name": "operator",
            "type": "pubkey"
          },
          {
            "name": "rentPayer",
            "type": "pubkey"
          },
          {
            "name": "id",
            "type": "u64"
          },
          {
            "name": "openedAt",
            "docs": [
              "Unix seconds."
            ],
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
      "name": "consentClosed",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "grant",
            "type": "pubkey"
          },
          {
            "name": "subject",
            "type": "pubkey"
          },
          {
            "name": "controller",
            "type": "pubkey"
          },
          {
            "name": "purpose",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "rentPayer",
            "type": "pubkey"
          },
          {
            "name": "termsVersion",
            "type": "u32"
          },
          {
            "name": "expiresAt",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "revokedAt",
            "docs": [
              "0 where it ran out."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "consentGiven",
      "docs": [
        "A wallet consented to a purpose; before stands what it had consented to at this address, zeros for nothing."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "grant",
            "type": "pubkey"
          },
          {
            "name": "subject",
            "type": "pubkey"
          },
          {
            "name": "controller",
            "type": "pubkey"
          },
          {
            "name": "purpose",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "rentPayer",
            "type": "pubkey"
          },
          {
            "name": "revision",
            "type": "u32"
          },
          {
            "name": "termsVersionBefore",
            "type": "u32"
          },
          {
            "name": "termsVersion",
            "type": "u32"
          },
          {
            "name": "termsHashBefore",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
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
            "name": "expiresAtBefore",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "expiresAt",
            "type": "i64"
          },
          {
            "name": "revokedAtBefore",
            "docs": [
              "When what was there before had been taken back; 0 where it had not."
            ],
            "type": "i64"
          },
          {
            "name": "givenAt",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "consentGrant",
      "docs": [
        "A wallet's consent to one purpose of one controller: `[\"grant\", subject, controller, purpose: 32 bytes]`.",
        "No account at that address is no consent.",
        "",
        "INVARIANTS: only the subject changes it; `revision` grows with each giving and taking back, so that a signed",
        "giving counts once and never after a taking back; versions of terms never fall; it counts at `now` exactly while",
        "`revoked_at = 0` and `now < expires_at`; it stays a day after it counted last; purpose and terms are keyed hashes."
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
            "name": "termsVersion",
            "docs": [
              "Of the terms consented to, from 1."
            ],
            "type": "u32"
          },
          {
            "name": "revision",
            "docs": [
              "How often it was given or taken back."
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
            "name": "subject",
            "type": "pubkey"
          },
          {
            "name": "controller",
            "type": "pubkey"
          },
          {
            "name": "purpose",
            "docs": [
              "Keyed hash of the purpose."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "termsHash",
            "docs": [
              "Keyed hash of the terms."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "rentPayer",
            "docs": [
              "Gets the rent back."
            ],
            "type": "pubkey"
          },
          {
            "name": "givenAt",
            "docs": [
              "The last time, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "expiresAt",
            "docs": [
              "Counts no more from then on, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "revokedAt",
            "docs": [
              "When it was taken back, Unix seconds; 0 where it was not since it was given last."
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
      "name": "consentRevoked",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "grant",
            "type": "pubkey"
          },
          {
            "name": "subject",
            "type": "pubkey"
          },
          {
            "name": "controller",
            "type": "pubkey"
          },
          {
            "name": "purpose",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "revision",
            "type": "u32"
          },
          {
            "name": "termsVersion",
            "type": "u32"
          },
          {
            "name": "expiresAt",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "revokedAt",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "grantGiveArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "controller",
            "docs": [
              "Whom the consent is given to."
            ],
            "type": "pubkey"
          },
          {
            "name": "purpose",
            "docs": [
              "Keyed hash of what it is for; never a plain one, which could be guessed."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "termsHash",
            "docs": [
              "Keyed hash of the terms."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "termsVersion",
            "docs": [
              "Of the terms, from 1."
            ],
            "type": "u32"
          },
          {
            "name": "revision",
            "docs": [
              "The grant's; 0 where there is none."
            ],
            "type": "u32"
          },
          {
            "name": "expiresAt",
            "docs": [
              "Counts no more from then on, Unix seconds."
            ],
            "type": "i64"
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
      "name": "anchorDomain",
      "docs": [
        "Domain of a log's chain of anchors."
      ],
      "type": "bytes",
      "value": "[97, 103, 101, 110, 116, 45, 108, 97, 98, 115, 47, 97, 110, 99, 104, 111, 114, 47, 118, 49]"
    },
    {
      "name": "approvalConsumer",
      "docs": [
        "Its address."
      ],
      "type": "pubkey",
      "value": "Gk7jENwPnNoqw7eTAp6jHK2puG7kaM2pEgkfqdkWcUSZ"
    },
    {
      "name": "approvalConsumerSeed",
      "docs": [
        "Escrow's signer that uses approvals up: `[\"approval_consumer\"]` under escrow's id."
      ],
      "type": "bytes",
      "value": "[97, 112, 112, 114, 111, 118, 97, 108, 95, 99, 111, 110, 115, 117, 109, 101, 114]"
    },
    {
      "name": "approvalDomain",
      "docs": [
        "Domain of an approval's digest."
      ],
      "type": "bytes",
      "value": "[97, 103, 101, 110, 116, 45, 108, 97, 98, 115, 47, 97, 112, 112, 114, 111, 118, 97, 108, 47, 118, 49]"
    },
    {
      "name": "approvalLifeMax",
      "docs": [
        "Longest life of an approval from its request, seconds."
      ],
      "type": "i64",
      "value": "2592000"
    },
    {
      "name": "approvalSeed",
      "docs": [
        "`Approval`: `[\"approval\", mandate, digest: 32 bytes]`"
      ],
      "type": "bytes",
      "value": "[97, 112, 112, 114, 111, 118, 97, 108]"
    },
    {
      "name": "auditLogSeed",
      "docs": [
        "`AuditLog`: `[\"audit_log\", operator, id: u64 LE]`"
      ],
      "type": "bytes",
      "value": "[97, 117, 100, 105, 116, 95, 108, 111, 103]"
    },
    {
      "name": "callDomain",
      "docs": [
        "Domain of a call's hash."
      ],
      "type": "bytes",
      "value": "[97, 103, 101, 110, 116, 45, 108, 97, 98, 115, 47, 99, 97, 108, 108, 47, 118, 49]"
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
      "name": "escrowProgram",
      "docs": [
        "The escrow program, whose mandates name approvers."
      ],
      "type": "pubkey",
      "value": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
    },
    {
      "name": "grantRest",
      "docs": [
        "How long a consent that counts no more stays readable, seconds: so long that no cache, and no transaction that",
        "gives it again, outlives what it says."
      ],
      "type": "i64",
      "value": "86400"
    },
    {
      "name": "grantSeed",
      "docs": [
        "`ConsentGrant`: `[\"grant\", subject, controller, purpose: 32 bytes]`"
      ],
      "type": "bytes",
      "value": "[103, 114, 97, 110, 116]"
    },
    {
      "name": "maxCallData",
      "docs": [
        "Most bytes of instruction data that an approval is asked for; a transaction holds hardly more."
      ],
      "type": "u16",
      "value": "768"
    },
    {
      "name": "maxCallKeys",
      "docs": [
        "Most accounts of such a call, which is as many as a transaction may lock."
      ],
      "type": "u8",
      "value": "64"
    }
  ]
};

/** IDL of the consent program as its build gave it. */
export const consentIdl = {
  "address": "tTrqhFfNyPVStfEuJPwgxUQcpVsoSY93777AsgEwrBQ",
  "metadata": {
    "name": "consent",
    "version": "0.1.0",
    "spec": "0.1.0",
    "description": "Agent Labs consent program"
  },
  "instructions": [
    {
      "name": "approval_close",
      "docs": [
        "Ends an approval that is not to be used; its rent goes back to whoever paid it. Signed by who asked or by the",
        "mandate's payer; by anyone from its expiry on.",
        "",
        "Errors: `NotRequester`, `RentPayerMismatch`"
      ],
      "discriminator": [
        77,
        225,
        55,
        251,
        82,
        90,
        64,
        192
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "Who asked, or the mandate's payer; anyone from the expiry on."
          ],
          "signer": true
        },
        {
          "name": "approval",
          "writable": true
        },
        {
          "name": "rent_payer",
          "writable": true,
          "relations": [
            "approval"
          ]
        },
        {
          "name": "event_authority",
          "address": "H8vj2pkBsgRrNZWqWRaAavdr66iTrHxan7nvBtaLuBxY"
        },
        {
          "name": "program",
          "address": "tTrqhFfNyPVStfEuJPwgxUQcpVsoSY93777AsgEwrBQ"
        }
      ],
      "args": []
    },
    {
      "name": "approval_consume",
      "docs": [
        "Uses an approval up for the call whose hash is given; its rent goes back to whoever paid it. Signed by escrow's",
        "approval consumer, which hashes its own running instruction.",
        "",
        "Errors: `NotConsumer`, `MandateMismatch`, `GenerationMismatch`, `CallMismatch`, `ApprovalExpired`,",
        "`ThresholdNotReached`, `RentPayerMismatch`"
      ],
      "discriminator": [
        156,
        212,
        217,
        3,
        220,
        230,
        68,
        97
      ],
      "accounts": [
        {
          "name": "consumer",
          "docs": [
            "Escrow's PDA: no other program can sign for it."
          ],
          "signer": true,
          "address": "Gk7jENwPnNoqw7eTAp6jHK2puG7kaM2pEgkfqdkWcUSZ"
        },
        {
          "name": "mandate",
          "relations": [
            "approval"
          ]
        },
        {
          "name": "approval",
          "writable": true
        },
        {
          "name": "rent_payer",
          "writable": true,
          "relations": [
            "approval"
          ]
        },
        {
          "name": "event_authority",
          "address": "H8vj2pkBsgRrNZWqWRaAavdr66iTrHxan7nvBtaLuBxY"
        },
        {
          "name": "program",
          "address": "tTrqhFfNyPVStfEuJPwgxUQcpVsoSY93777AsgEwrBQ"
        }
      ],
      "args": [
        {
          "name": "call",
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
      "name": "approval_request",
      "docs": [
        "Asks a mandate's approvers for one call: a program, its instruction's data, and behind the declared accounts",
        "those of the call in order. Signed by the mandate's payer or session key, and by the rent payer.",
        "",
        "Errors: `MandateMismatch`, `NotPayerOrSession`, `NoApprovers`, `CallTooLarge`, `ApprovalExpiryInvalid`,",
        "`ApprovalMismatch`, `ApprovalExists`, `ConfigMismatch`"
      ],
      "discriminator": [
        255,
        177,
        3,
        137,
        211,
        61,
        62,
        186
      ],
      "accounts": [
        {
          "name": "requester",
          "docs": [
            "The mandate's payer or session key."
          ],
          "signer": true
        },
        {
          "name": "rent_payer",
          "docs": [
            "Pays the rent, and gets it back."
          ],
          "writable": true,
          "signer": true
        },
        {
          "name": "config",
          "address": "FKeHHAvstSmsfHukzYfpp5zoqg5aeCeFCRNKcWuLmHun"
        },
        {
          "name": "mandate"
        },
        {
          "name": "approval",
          "writable": true
        },
        {
          "name": "system_program",
          "address": "11111111111111111111111111111111"
        },
        {
          "name": "event_authority",
          "address": "H8vj2pkBsgRrNZWqWRaAavdr66iTrHxan7nvBtaLuBxY"
        },
        {
          "name": "program",
          "address": "tTrqhFfNyPVStfEuJPwgxUQcpVsoSY93777AsgEwrBQ"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "ApprovalRequestArgs"
            }
          }
        }
      ]
    },
    {
      "name": "approval_sign",
      "docs": [
        "Approves the call, until `expires_at`, which must be the approval's. Signed by an approver, once each.",
        "",
        "Errors: `NotApprover`, `AlreadySigned`, `ApprovalExpired`, `ExpiryMismatch`"
      ],
      "discriminator": [
        47,
        30,
        68,
        153,
        6,
        219,
        141,
        82
      ],
      "accounts": [
        {
          "name": "approver",
          "signer": true
        },
        {
          "name": "approval",
          "writable": true
        },
        {
          "name": "event_authority",
          "address": "H8vj2pkBsgRrNZWqWRaAavdr66iTrHxan7nvBtaLuBxY"
        },
        {
          "name": "program",
          "address": "tTrqhFfNyPVStfEuJPwgxUQcpVsoSY93777AsgEwrBQ"
        }
      ],
      "args": [
        {
          "name": "expires_at",
          "type": "i64"
        }
      ]
    },
    {
      "name": "approval_withdraw",
      "docs": [
        "Takes an approver's signature back, while the approval is not used. Signed by that approver.",
        "",
        "Errors: `NotApprover`, `NotSigned`"
      ],
      "discriminator": [
        112,
        145,
        20,
        215,
        73,
        61,
        240,
        73
      ],
      "accounts": [
        {
          "name": "approver",
          "signer": true
        },
        {
          "name": "approval",
          "writable": true
        },
        {
          "name": "event_authority",
          "address": "H8vj2pkBsgRrNZWqWRaAavdr66iTrHxan7nvBtaLuBxY"
        },
        {
          "name": "program",
          "address": "tTrqhFfNyPVStfEuJPwgxUQcpVsoSY93777AsgEwrBQ"
        }
      ],
      "args": []
    },
    {
      "name": "audit_anchor",
      "docs": [
        "Anchors the log as it stands: the Merkle root over all of its entries. Signed by the operator.",
        "",
        "Errors: `NotOperator`, `SequenceMismatch`, `PreviousRootMismatch`, `RootMissing`, `EntriesNotGrowing`"
      ],
      "discriminator": [
        169,
        206,
        176,
        40,
        14,
        196,
        237,
        142
      ],
      "accounts": [
        {
          "name": "operator",
          "signer": true,
          "relations": [
            "log"
          ]
        },
        {
          "name": "log",
          "writable": true
        },
        {
          "name": "event_authority",
          "address": "H8vj2pkBsgRrNZWqWRaAavdr66iTrHxan7nvBtaLuBxY"
        },
        {
          "name": "program",
          "address": "tTrqhFfNyPVStfEuJPwgxUQcpVsoSY93777AsgEwrBQ"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "AuditAnchorArgs"
            }
          }
        }
      ]
    },
    {
      "name": "audit_log_open",
      "docs": [
        "Opens a log of anchors, for good. Signed by its operator and by the rent payer.",
        "",
        "Errors: `LogMismatch`, `LogExists`"
      ],
      "discriminator": [
        94,
        221,
        41,
        164,
        137,
        107,
        173,
        211
      ],
      "accounts": [
        {
          "name": "operator",
          "docs": [
            "Anchors the log from now on."
          ],
          "signer": true
        },
        {
          "name": "rent_payer",
          "docs": [
            "Pays the rent, which stays: so does the log."
          ],
          "writable": true,
          "signer": true
        },
        {
          "name": "log",
          "writable": true
        },
        {
          "name": "system_program",
          "address": "11111111111111111111111111111111"
        },
        {
          "name": "event_authority",
          "address": "H8vj2pkBsgRrNZWqWRaAavdr66iTrHxan7nvBtaLuBxY"
        },
        {
          "name": "program",
          "address": "tTrqhFfNyPVStfEuJPwgxUQcpVsoSY93777AsgEwrBQ"
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
      "name": "grant_close",
      "docs": [
        "Ends a consent's account a day after it was taken back or ran out; its rent goes back to whoever paid it.",
        "Signed by the subject.",
        "",
        "Errors: `NotSubject`, `GrantStays`, `RentPayerMismatch`"
      ],
      "discriminator": [
        243,
        14,
        120,
        164,
        207,
        157,
        177,
        139
      ],
      "accounts": [
        {
          "name": "subject",
          "signer": true,
          "relations": [
            "grant"
          ]
        },
        {
          "name": "grant",
          "writable": true
        },
        {
          "name": "rent_payer",
          "writable": true,
          "relations": [
            "grant"
          ]
        },
        {
          "name": "event_authority",
          "address": "H8vj2pkBsgRrNZWqWRaAavdr66iTrHxan7nvBtaLuBxY"
        },
        {
          "name": "program",
          "address": "tTrqhFfNyPVStfEuJPwgxUQcpVsoSY93777AsgEwrBQ"
        }
      ],
      "args": []
    },
    {
      "name": "grant_give",
      "docs": [
        "Consents to a purpose of a controller, until a time; again for newer terms, a later end, or after the consent",
        "was taken back or ran out. Signed by the subject; the rent payer pays for a new one.",
        "",
        "Errors: `ControllerMissing`, `PurposeMissing`, `TermsMissing`, `TermsVersionInvalid`, `GrantExpiryInvalid`,",
        "`RevisionMismatch`, `TermsVersionTooLow`, `GrantUnchanged`, `GrantMismatch`"
      ],
      "discriminator": [
        30,
        46,
        121,
        130,
        93,
        32,
        2,
        196
      ],
      "accounts": [
        {
          "name": "subject",
          "docs": [
            "Whose consent it is."
          ],
          "signer": true
        },
        {
          "name": "rent_payer",
          "docs": [
            "Pays the rent of a new grant, and gets it back."
          ],
          "writable": true,
          "signer": true
        },
        {
          "name": "grant",
          "writable": true
        },
        {
          "name": "system_program",
          "address": "11111111111111111111111111111111"
        },
        {
          "name": "event_authority",
          "address": "H8vj2pkBsgRrNZWqWRaAavdr66iTrHxan7nvBtaLuBxY"
        },
        {
          "name": "program",
          "address": "tTrqhFfNyPVStfEuJPwgxUQcpVsoSY93777AsgEwrBQ"
        }
      ],
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "GrantGiveArgs"
            }
          }
        }
      ]
    },
    {
      "name": "grant_revoke",
      "docs": [
        "Takes a consent back: it counts no more, and stays to be read. Signed by the subject.",
        "",
        "Errors: `NotSubject`, `GrantRevoked`"
      ],
      "discriminator": [
        190,
        131,
        76,
        231,
        143,
        31,
        73,
        253
      ],
      "accounts": [
        {
          "name": "subject",
          "signer": true,
          "relations": [
            "grant"
          ]
        },
        {
          "name": "grant",
          "writable": true
        },
        {
          "name": "event_authority",
          "address": "H8vj2pkBsgRrNZWqWRaAavdr66iTrHxan7nvBtaLuBxY"
        },
        {
          "name": "program",
          "address": "tTrqhFfNyPVStfEuJPwgxUQcpVsoSY93777AsgEwrBQ"
        }
      ],
      "args": []
    }
  ],
  "accounts": [
    {
      "name": "Approval",
      "discriminator": [
        233,
        9,
        153,
        49,
        11,
        222,
        59,
        130
      ]
    },
    {
      "name": "AuditLog",
      "discriminator": [
        230,
        207,
        176,
        233,
        170,
        130,
        101,
        244
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
      "name": "ConsentGrant",
      "discriminator": [
        168,
        117,
        223,
        164,
        113,
        134,
        196,
        175
      ]
    }
  ],
  "events": [
    {
      "name": "ApprovalClosed",
      "discriminator": [
        100,
        244,
        78,
        167,
        76,
        47,
        153,
        18
      ]
    },
    {
      "name": "ApprovalConsumed",
      "discriminator": [
        179,
        179,
        217,
        100,
        4,
        57,
        212,
        72
      ]
    },
    {
      "name": "ApprovalRequested",
      "discriminator": [
        114,
        39,
        81,
        245,
        166,
        50,
        236,
        254
      ]
    },
    {
      "name": "ApprovalSigned",
      "discriminator": [
        218,
        61,
        5,
        75,
        40,
        143,
        81,
        224
      ]
    },
    {
      "name": "ApprovalWithdrawn",
      "discriminator": [
        209,
        0,
        7,
        238,
        214,
        91,
        213,
        71
      ]
    },
    {
      "name": "AuditAnchored",
      "discriminator": [
        6,
        129,
        201,
        129,
        94,
        206,
        125,
        244
      ]
    },
    {
      "name": "AuditLogOpened",
      "discriminator": [
        234,
        109,
        123,
        10,
        132,
        181,
        34,
        212
      ]
    },
    {
      "name": "ConsentClosed",
      "discriminator": [
        56,
        118,
        129,
        204,
        168,
        212,
        207,
        157
      ]
    },
    {
      "name": "ConsentGiven",
      "discriminator": [
        251,
        159,
        211,
        67,
        20,
        170,
        194,
        32
      ]
    },
    {
      "name": "ConsentRevoked",
      "discriminator": [
        56,
        245,
        136,
        57,
        212,
        252,
        122,
        43
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
      "name": "ConfigMismatch",
      "msg": "The account is not the config of the registry"
    },
    {
      "code": 6004,
      "name": "EventAuthorityMismatch",
      "msg": "The account is not this program's event authority"
    },
    {
      "code": 6005,
      "name": "ProgramMismatch",
      "msg": "The account is not the program this instruction calls; pass the one the IDL names"
    },
    {
      "code": 6006,
      "name": "RentPayerMismatch",
      "msg": "The rent goes to the one who paid it"
    },
    {
      "code": 6020,
      "name": "ControllerMissing",
      "msg": "The controller is the zero key; name whom the consent is given to"
    },
    {
      "code": 6021,
      "name": "PurposeMissing",
      "msg": "The purpose is all zeros; pass its keyed hash"
    },
    {
      "code": 6022,
      "name": "TermsMissing",
      "msg": "The hash of the terms is all zeros; pass their keyed hash"
    },
    {
      "code": 6023,
      "name": "TermsVersionInvalid",
      "msg": "Versions of terms count from 1"
    },
    {
      "code": 6024,
      "name": "GrantExpiryInvalid",
      "msg": "A consent ends in the future; choose a later end"
    },
    {
      "code": 6025,
      "name": "RevisionMismatch",
      "msg": "The consent was given or taken back since it was read; read it again before giving it"
    },
    {
      "code": 6026,
      "name": "TermsVersionTooLow",
      "msg": "The terms are older than those consented to; pass the present ones"
    },
    {
      "code": 6027,
      "name": "GrantUnchanged",
      "msg": "That is consented to already; nothing would change but by newer terms or a later end"
    },
    {
      "code": 6028,
      "name": "GrantMismatch",
      "msg": "The account is not the grant of this subject, controller and purpose; pass the derived address"
    },
    {
      "code": 6029,
      "name": "NotSubject",
      "msg": "Only the wallet that consented can take it back or end it"
    },
    {
      "code": 6030,
      "name": "GrantRevoked",
      "msg": "The consent is taken back already"
    },
    {
      "code": 6031,
      "name": "GrantStays",
      "msg": "The consent still counts, or did within a day; take it back, and end it a day later"
    },
    {
      "code": 6040,
      "name": "MandateMismatch",
      "msg": "The account is no mandate of escrow's, or another than the approval's"
    },
    {
      "code": 6041,
      "name": "NotPayerOrSession",
      "msg": "Signer is neither the mandate's payer nor its session key"
    },
    {
      "code": 6042,
      "name": "NoApprovers",
      "msg": "The mandate has no approvers, so that nobody is to be asked"
    },
    {
      "code": 6043,
      "name": "CallTooLarge",
      "msg": "The call has more than 768 bytes of data or 64 accounts; split it"
    },
    {
      "code": 6044,
      "name": "ApprovalExpiryInvalid",
      "msg": "An approval ends in the future, within 30 days; choose another end"
    },
    {
      "code": 6045,
      "name": "ApprovalMismatch",
      "msg": "The account is not at the approval's derived address; hash the call again"
    },
    {
      "code": 6046,
      "name": "ApprovalExists",
      "msg": "The approval is asked for already; sign it, or ask with another nonce"
    },
    {
      "code": 6047,
      "name": "NotApprover",
      "msg": "Signer is not among the mandate's approvers"
    },
    {
      "code": 6048,
      "name": "AlreadySigned",
      "msg": "The approver has signed already; each counts once"
    },
    {
      "code": 6049,
      "name": "ApprovalExpired",
      "msg": "The approval has expired; ask again"
    },
    {
      "code": 6050,
      "name": "ExpiryMismatch",
      "msg": "The approval ends at another time than the one signed for; read it again"
    },
    {
      "code": 6051,
      "name": "NotSigned",
      "msg": "The approver has not signed, so there is nothing to take back"
    },
    {
      "code": 6052,
      "name": "NotRequester",
      "msg": "Only who asked, or the mandate's payer, ends an approval before it expires"
    },
    {
      "code": 6053,
      "name": "NotConsumer",
      "msg": "Only escrow's approval consumer may use an approval up; carry the call out there"
    },
    {
      "code": 6054,
      "name": "GenerationMismatch",
      "msg": "The mandate was closed and opened anew since; ask its approvers of now"
    },
    {
      "code": 6055,
      "name": "CallMismatch",
      "msg": "The approval is of another call; nothing but its exact bytes and accounts is approved"
    },
    {
      "code": 6056,
      "name": "ThresholdNotReached",
      "msg": "Not enough approvers have signed; wait for more"
    },
    {
      "code": 6070,
      "name": "LogMismatch",
      "msg": "The account is not the log at this operator's derived address"
    },
    {
      "code": 6071,
      "name": "LogExists",
      "msg": "The log exists already; it is opened once"
    },
    {
      "code": 6072,
      "name": "NotOperator",
      "msg": "Only the log's operator anchors it"
    },
    {
      "code": 6073,
      "name": "SequenceMismatch",
      "msg": "The anchor is not the next one; read the log again"
    },
    {
      "code": 6074,
      "name": "PreviousRootMismatch",
      "msg": "The previous root is not the log's last one; read the log again"
    },
    {
      "code": 6075,
      "name": "RootMissing",
      "msg": "The root is all zeros; pass that of the entries"
    },
    {
      "code": 6076,
      "name": "EntriesNotGrowing",
      "msg": "The log has as many entries already; entries only grow"
    }
  ],
  "types": [
    {
      "name": "Approval",
      "docs": [
        "M of N signatures over one call: `[\"approval\", mandate, digest: 32 bytes]`, followed in the account by",
        "`approver_count` addresses of approvers, `key_count` of the call's accounts and `data_len` bytes of its data.",
        "",
        "INVARIANTS: approvers and threshold are the mandate's, never of whoever asks, and `1 ≤ threshold ≤ approvers`;",
        "bits of `signed` are approvers', each set by its own signature alone; `digest` is made of what else stands here,",
        "so that it can be recomputed from this account and the cluster's genesis hash; all but `signed` never changes;",
        "used up once, by being closed, only before `expires_at`, for the mandate of `mandate_generation`."
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
            "name": "threshold",
            "docs": [
              "How many of the approvers must sign."
            ],
            "type": "u8"
          },
          {
            "name": "approver_count",
            "type": "u8"
          },
          {
            "name": "signed",
            "docs": [
              "Bit n is set once the n-th approver has signed."
            ],
            "type": "u8"
          },
          {
            "name": "key_count",
            "docs": [
              "Accounts of the call."
            ],
            "type": "u8"
          },
          {
            "name": "data_len",
            "docs": [
              "Bytes of the call's data."
            ],
            "type": "u16"
          },
          {
            "name": "mandate_generation",
            "docs": [
              "Slot that the mandate opened in."
            ],
            "type": "u64"
          },
          {
            "name": "nonce",
            "docs": [
              "Tells two requests for the same call apart."
            ],
            "type": "u64"
          },
          {
            "name": "requested_at",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "expires_at",
            "docs": [
              "Neither signed nor used from then on, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "payer",
            "docs": [
              "The mandate's; may end this, too."
            ],
            "type": "pubkey"
          },
          {
            "name": "requester",
            "docs": [
              "Asked."
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
            "name": "program",
            "docs": [
              "That the call goes to."
            ],
            "type": "pubkey"
          },
          {
            "name": "call",
            "docs": [
              "Hash of the call, `agent_labs_common::consent::call_hash`."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "digest",
            "docs": [
              "What is signed, `agent_labs_common::consent::approval_digest`."
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
                64
              ]
            }
          }
        ]
      }
    },
    {
      "name": "ApprovalClosed",
      "docs": [
        "An approval ended without being used."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "approval",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "digest",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "closed_by",
            "type": "pubkey"
          },
          {
            "name": "rent_payer",
            "type": "pubkey"
          },
          {
            "name": "signatures",
            "type": "u8"
          },
          {
            "name": "expires_at",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "closed_at",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "ApprovalConsumed",
      "docs": [
        "An approval was used for the call it is of."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "approval",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "mandate_generation",
            "type": "u64"
          },
          {
            "name": "digest",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "call",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "rent_payer",
            "type": "pubkey"
          },
          {
            "name": "signatures",
            "type": "u8"
          },
          {
            "name": "threshold",
            "type": "u8"
          },
          {
            "name": "consumed_at",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "ApprovalRequestArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "program",
            "docs": [
              "That the call goes to."
            ],
            "type": "pubkey"
          },
          {
            "name": "data",
            "docs": [
              "Of the call's instruction, exactly."
            ],
            "type": "bytes"
          },
          {
            "name": "nonce",
            "docs": [
              "Tells two requests for the same call apart."
            ],
            "type": "u64"
          },
          {
            "name": "expires_at",
            "docs": [
              "Neither signed nor used from then on, Unix seconds."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "ApprovalRequested",
      "docs": [
        "A mandate's approvers are asked for one call: all that its hash is made of is here."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "approval",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "mandate_generation",
            "type": "u64"
          },
          {
            "name": "payer",
            "type": "pubkey"
          },
          {
            "name": "requester",
            "type": "pubkey"
          },
          {
            "name": "rent_payer",
            "type": "pubkey"
          },
          {
            "name": "program",
            "type": "pubkey"
          },
          {
            "name": "data",
            "docs": [
              "Of the instruction."
            ],
            "type": "bytes"
          },
          {
            "name": "keys",
            "docs": [
              "Of its accounts, in order."
            ],
            "type": {
              "vec": "pubkey"
            }
          },
          {
            "name": "nonce",
            "type": "u64"
          },
          {
            "name": "call",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "digest",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "threshold",
            "type": "u8"
          },
          {
            "name": "approvers",
            "type": {
              "vec": "pubkey"
            }
          },
          {
            "name": "requested_at",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "expires_at",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "ApprovalSigned",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "approval",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "digest",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "approver",
            "type": "pubkey"
          },
          {
            "name": "place",
            "docs": [
              "Place among the approvers."
            ],
            "type": "u8"
          },
          {
            "name": "signatures_before",
            "type": "u8"
          },
          {
            "name": "signatures",
            "type": "u8"
          },
          {
            "name": "threshold",
            "type": "u8"
          }
        ]
      }
    },
    {
      "name": "ApprovalWithdrawn",
      "docs": [
        "An approver took its signature back."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "approval",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "digest",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "approver",
            "type": "pubkey"
          },
          {
            "name": "place",
            "docs": [
              "Place among the approvers."
            ],
            "type": "u8"
          },
          {
            "name": "signatures_before",
            "type": "u8"
          },
          {
            "name": "signatures",
            "type": "u8"
          },
          {
            "name": "threshold",
            "type": "u8"
          }
        ]
      }
    },
    {
      "name": "AuditAnchorArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "sequence",
            "docs": [
              "Of this anchor, from 1: one more than the log's."
            ],
            "type": "u64"
          },
          {
            "name": "previous_root",
            "docs": [
              "The log's root so far; zeros before the first anchor."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "root",
            "docs": [
              "Merkle root over all entries."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "entries",
            "docs": [
              "How many entries these are."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "AuditAnchored",
      "docs": [
        "A log was anchored as it stands."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "log",
            "type": "pubkey"
          },
          {
            "name": "operator",
            "type": "pubkey"
          },
          {
            "name": "id",
            "type": "u64"
          },
          {
            "name": "sequence",
            "docs": [
              "From 1."
            ],
            "type": "u64"
          },
          {
            "name": "previous_root",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
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
            "name": "entries_before",
            "type": "u64"
          },
          {
            "name": "entries",
            "type": "u64"
          },
          {
            "name": "chain_before",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "chain",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "anchored_at",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "AuditLog",
      "docs": [
        "The anchors of one off-chain log: `[\"audit_log\", operator, id: u64 LE]`.",
        "",
        "INVARIANTS: `sequence` grows by one an anchor, `entries` with each; `root` is the last anchor's and `previous_root`",
        "the one's before; `chain` binds every anchor there ever was, in order and with its time; it is never closed."
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
            "name": "id",
            "docs": [
              "Tells an operator's logs apart."
            ],
            "type": "u64"
          },
          {
            "name": "operator",
            "type": "pubkey"
          },
          {
            "name": "rent_payer",
            "docs": [
              "Paid the rent, which stays."
            ],
            "type": "pubkey"
          },
          {
            "name": "sequence",
            "docs": [
              "Anchors so far."
            ],
            "type": "u64"
          },
          {
            "name": "entries",
            "docs": [
              "Entries under `root`."
            ],
            "type": "u64"
          },
          {
            "name": "root",
            "docs": [
              "Merkle root over all entries; zero before the first anchor."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "previous_root",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "chain",
            "docs": [
              "SHA-256 over the anchors: see `anchor`. Zero before the first."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "opened_at",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "anchored_at",
            "docs": [
              "Of the last anchor, Unix seconds; 0 before the first."
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
      "name": "AuditLogOpened",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "log",
            "type": "pubkey"
          },
          {
            "name": "operator",
            "type": "pubkey"
          },
          {
            "name": "rent_payer",
            "type": "pubkey"
          },
          {
            "name": "id",
            "type": "u64"
          },
          {
            "name": "opened_at",
            "docs": [
              "Unix seconds."
            ],
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
      "name": "ConsentClosed",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "grant",
            "type": "pubkey"
          },
          {
            "name": "subject",
            "type": "pubkey"
          },
          {
            "name": "controller",
            "type": "pubkey"
          },
          {
            "name": "purpose",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "rent_payer",
            "type": "pubkey"
          },
          {
            "name": "terms_version",
            "type": "u32"
          },
          {
            "name": "expires_at",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "revoked_at",
            "docs": [
              "0 where it ran out."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "ConsentGiven",
      "docs": [
        "A wallet consented to a purpose; before stands what it had consented to at this address, zeros for nothing."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "grant",
            "type": "pubkey"
          },
          {
            "name": "subject",
            "type": "pubkey"
          },
          {
            "name": "controller",
            "type": "pubkey"
          },
          {
            "name": "purpose",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "rent_payer",
            "type": "pubkey"
          },
          {
            "name": "revision",
            "type": "u32"
          },
          {
            "name": "terms_version_before",
            "type": "u32"
          },
          {
            "name": "terms_version",
            "type": "u32"
          },
          {
            "name": "terms_hash_before",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
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
            "name": "expires_at_before",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "expires_at",
            "type": "i64"
          },
          {
            "name": "revoked_at_before",
            "docs": [
              "When what was there before had been taken back; 0 where it had not."
            ],
            "type": "i64"
          },
          {
            "name": "given_at",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "ConsentGrant",
      "docs": [
        "A wallet's consent to one purpose of one controller: `[\"grant\", subject, controller, purpose: 32 bytes]`.",
        "No account at that address is no consent.",
        "",
        "INVARIANTS: only the subject changes it; `revision` grows with each giving and taking back, so that a signed",
        "giving counts once and never after a taking back; versions of terms never fall; it counts at `now` exactly while",
        "`revoked_at = 0` and `now < expires_at`; it stays a day after it counted last; purpose and terms are keyed hashes."
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
            "name": "terms_version",
            "docs": [
              "Of the terms consented to, from 1."
            ],
            "type": "u32"
          },
          {
            "name": "revision",
            "docs": [
              "How often it was given or taken back."
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
            "name": "subject",
            "type": "pubkey"
          },
          {
            "name": "controller",
            "type": "pubkey"
          },
          {
            "name": "purpose",
            "docs": [
              "Keyed hash of the purpose."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "terms_hash",
            "docs": [
              "Keyed hash of the terms."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "rent_payer",
            "docs": [
              "Gets the rent back."
            ],
            "type": "pubkey"
          },
          {
            "name": "given_at",
            "docs": [
              "The last time, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "expires_at",
            "docs": [
              "Counts no more from then on, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "revoked_at",
            "docs": [
              "When it was taken back, Unix seconds; 0 where it was not since it was given last."
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
      "name": "ConsentRevoked",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "grant",
            "type": "pubkey"
          },
          {
            "name": "subject",
            "type": "pubkey"
          },
          {
            "name": "controller",
            "type": "pubkey"
          },
          {
            "name": "purpose",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "revision",
            "type": "u32"
          },
          {
            "name": "terms_version",
            "type": "u32"
          },
          {
            "name": "expires_at",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "revoked_at",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "GrantGiveArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "controller",
            "docs": [
              "Whom the consent is given to."
            ],
            "type": "pubkey"
          },
          {
            "name": "purpose",
            "docs": [
              "Keyed hash of what it is for; never a plain one, which could be guessed."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "terms_hash",
            "docs": [
              "Keyed hash of the terms."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "terms_version",
            "docs": [
              "Of the terms, from 1."
            ],
            "type": "u32"
          },
          {
            "name": "revision",
            "docs": [
              "The grant's; 0 where there is none."
            ],
            "type": "u32"
          },
          {
            "name": "expires_at",
            "docs": [
              "Counts no more from then on, Unix seconds."
            ],
            "type": "i64"
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
      "name": "ANCHOR_DOMAIN",
      "docs": [
        "Domain of a log's chain of anchors."
      ],
      "type": "bytes",
      "value": "[97, 103, 101, 110, 116, 45, 108, 97, 98, 115, 47, 97, 110, 99, 104, 111, 114, 47, 118, 49]"
    },
    {
      "name": "APPROVAL_CONSUMER",
      "docs": [
        "Its address."
      ],
      "type": "pubkey",
      "value": "Gk7jENwPnNoqw7eTAp6jHK2puG7kaM2pEgkfqdkWcUSZ"
    },
    {
      "name": "APPROVAL_CONSUMER_SEED",
      "docs": [
        "Escrow's signer that uses approvals up: `[\"approval_consumer\"]` under escrow's id."
      ],
      "type": "bytes",
      "value": "[97, 112, 112, 114, 111, 118, 97, 108, 95, 99, 111, 110, 115, 117, 109, 101, 114]"
    },
    {
      "name": "APPROVAL_DOMAIN",
      "docs": [
        "Domain of an approval's digest."
      ],
      "type": "bytes",
      "value": "[97, 103, 101, 110, 116, 45, 108, 97, 98, 115, 47, 97, 112, 112, 114, 111, 118, 97, 108, 47, 118, 49]"
    },
    {
      "name": "APPROVAL_LIFE_MAX",
      "docs": [
        "Longest life of an approval from its request, seconds."
      ],
      "type": "i64",
      "value": "2592000"
    },
    {
      "name": "APPROVAL_SEED",
      "docs": [
        "`Approval`: `[\"approval\", mandate, digest: 32 bytes]`"
      ],
      "type": "bytes",
      "value": "[97, 112, 112, 114, 111, 118, 97, 108]"
    },
    {
      "name": "AUDIT_LOG_SEED",
      "docs": [
        "`AuditLog`: `[\"audit_log\", operator, id: u64 LE]`"
      ],
      "type": "bytes",
      "value": "[97, 117, 100, 105, 116, 95, 108, 111, 103]"
    },
    {
      "name": "CALL_DOMAIN",
      "docs": [
        "Domain of a call's hash."
      ],
      "type": "bytes",
      "value": "[97, 103, 101, 110, 116, 45, 108, 97, 98, 115, 47, 99, 97, 108, 108, 47, 118, 49]"
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
      "name": "ESCROW_PROGRAM",
      "docs": [
        "The escrow program, whose mandates name approvers."
      ],
      "type": "pubkey",
      "value": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
    },
    {
      "name": "GRANT_REST",
      "docs": [
        "How long a consent that counts no more stays readable, seconds: so long that no cache, and no transaction that",
        "gives it again, outlives what it says."
      ],
      "type": "i64",
      "value": "86400"
    },
    {
      "name": "GRANT_SEED",
      "docs": [
        "`ConsentGrant`: `[\"grant\", subject, controller, purpose: 32 bytes]`"
      ],
      "type": "bytes",
      "value": "[103, 114, 97, 110, 116]"
    },
    {
      "name": "MAX_CALL_DATA",
      "docs": [
        "Most bytes of instruction data that an approval is asked for; a transaction holds hardly more."
      ],
      "type": "u16",
      "value": "768"
    },
    {
      "name": "MAX_CALL_KEYS",
      "docs": [
        "Most accounts of such a call, which is as many as a transaction may lock."
      ],
      "type": "u8",
      "value": "64"
    }
  ]
} as unknown as Consent;
