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
      "name": "disputeAnswer",
      "docs": [
        "Answers for the agent, with a bond as high as the claimant's; the owner may state its own evidence after",
        "another has answered, without one. Never paused.",
        "",
        "Authority: the agent's owner, or a wallet whose shares are worth something.",
        "Errors: `ResponseOver`, `NotParty`, `PositionMismatch`, `AlreadyAnswered`, `BondTooLow`, `DisputeMismatch`,",
        "`AgentMismatch`, `VaultTokensMismatch`, `MintMismatch`"
      ],
      "discriminator": [
        106,
        49,
        222,
        239,
        233,
        68,
        103,
        94
      ],
      "accounts": [
        {
          "name": "author",
          "docs": [
            "The agent's owner, or a wallet whose shares are worth something; puts in as much as the claimant did."
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
            "dispute",
            "position"
          ]
        },
        {
          "name": "dispute",
          "writable": true
        },
        {
          "name": "position",
          "docs": [
            "The author's; left out by the owner."
          ],
          "optional": true
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
            "The author's; the token program checks that the author may spend from it."
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
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "disputeAnswerArgs"
            }
          }
        }
      ]
    },
    {
      "name": "disputeAppeal",
      "docs": [
        "Takes a ruling to the second panel, with twice the claimant's bond, or what that panel may cost; `bond` is",
        "the most that the appellant puts in, base units. Never paused.",
        "",
        "Authority: the claimant, the agent's owner, or a wallet whose shares are worth something.",
        "Errors: `AppealNotOpen`, `AppealOver`, `NotParty`, `PositionMismatch`, `BondTooLow`, `DisputeMismatch`, `AgentMismatch`,",
        "`VaultTokensMismatch`, `MintMismatch`"
      ],
      "discriminator": [
        175,
        78,
        95,
        208,
        9,
        2,
        115,
        96
      ],
      "accounts": [
        {
          "name": "appellant",
          "docs": [
            "The claimant, the agent's owner, or a wallet whose shares are worth something."
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
            "dispute",
            "position"
          ]
        },
        {
          "name": "dispute",
          "writable": true
        },
        {
          "name": "position",
          "docs": [
            "The appellant's; left out by claimant and owner."
          ],
          "optional": true
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
            "The appellant's; the token program checks that the appellant may spend from it."
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
      "args": [
        {
          "name": "bond",
          "type": "u64"
        }
      ]
    },
    {
      "name": "disputeCite",
      "docs": [
        "Cites a call that both sides signed, as the Ed25519 instruction right before shows: a loss is at most what",
        "the cited calls may have cost. Never paused.",
        "",
        "Authority: the claimant.",
        "Errors: `NotClaimant`, `NoCallsToCite`, `ResponseOver`, `InstructionsMismatch`, `Ed25519Missing`, `SignatureCountMismatch`,",
        "`Ed25519NotCanonical`, `SignerMismatch`, `TagMismatch`, `CallMismatch`, `TranscriptMismatch`,",
        "`CallOutOfOrder`"
      ],
      "discriminator": [
        86,
        176,
        216,
        14,
        92,
        162,
        132,
        152
      ],
      "accounts": [
        {
          "name": "claimant",
          "signer": true,
          "relations": [
            "dispute"
          ]
        },
        {
          "name": "dispute",
          "writable": true
        },
        {
          "name": "instructions",
          "address": "Sysvar1nstructions1111111111111111111111111"
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
              "name": "disputeCiteArgs"
            }
          }
        }
      ]
    },
    {
      "name": "disputeExecute",
      "docs": [
        "Ends a dispute whose ruling can no longer change, or whose panel let its time run out: pays the claimant",
        "from the hold and slashes the vault for the rest, both as the end says, and hands the bonds out. Only where",
        "it slashes does a pause of executions hold it up.",
        "",
        "Authority: anyone.",
        "Errors: `NotExecutable`, `ExecutionPaused`, `DisputeListMismatch`, `DestinationMismatch`, `NotClaimant`,",
        "`DisputeMismatch`, `AgentMismatch`, `VaultTokensMismatch`, `ConfigMismatch`, `ClaimAuthorityMismatch`,",
        "`EscrowMismatch`, those of escrow's `claim_close`, of a job `job_claim_close`"
      ],
      "discriminator": [
        143,
        178,
        150,
        95,
        11,
        178,
        221,
        33
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "Anyone executes; the claimant withdraws."
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
            "dispute"
          ]
        },
        {
          "name": "dispute",
          "writable": true
        },
        {
          "name": "claimant",
          "writable": true,
          "relations": [
            "dispute"
          ]
        },
        {
          "name": "previous",
          "docs": [
            "Before and after it in the vault's list, where there are such."
          ],
          "writable": true,
          "optional": true
        },
        {
          "name": "next",
          "writable": true,
          "optional": true
        },
        {
          "name": "tokens",
          "writable": true,
          "relations": [
            "vault"
          ]
        },
        {
          "name": "claimantTokens",
          "docs": [
            "Of the stake mint, any of the claimant's: takes slash and bond."
          ],
          "writable": true,
          "optional": true
        },
        {
          "name": "answererTokens",
          "docs": [
            "Of the stake mint, any of the answerer's, of the owner's where nobody answered: takes bonds."
          ],
          "writable": true,
          "optional": true
        },
        {
          "name": "appellantTokens",
          "docs": [
            "Of the stake mint, any of an appellant's who is neither: takes bonds."
          ],
          "writable": true,
          "optional": true
        },
        {
          "name": "treasuryTokens",
          "docs": [
            "Of the stake mint, any of the treasury's: takes the penalty."
          ],
          "writable": true,
          "optional": true
        },
        {
          "name": "mandate",
          "writable": true,
          "relations": [
            "dispute"
          ]
        },
        {
          "name": "subject",
          "writable": true
        },
        {
          "name": "mandateMint",
          "docs": [
            "The claim's mint."
          ]
        },
        {
          "name": "mandateVault",
          "docs": [
            "The mandate's token account."
          ],
          "writable": true
        },
        {
          "name": "awardDestination",
          "docs": [
            "Of the claim's mint, any of the claimant's: takes what the hold pays. Of a job the mandate's token account,",
            "where the award stays."
          ],
          "writable": true
        },
        {
          "name": "mandateTokenProgram",
          "docs": [
            "The claim's mint's; the stake mint's is `token_program`."
          ]
        },
        {
          "name": "claimAuthority",
          "address": "8WNMCqzYVDFJhWPt3VsxcCG6fhUkrvkTvsqGxYPikHFf"
        },
        {
          "name": "escrowProgram",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        },
        {
          "name": "escrowEventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
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
      "name": "disputeOpen",
      "docs": [
        "Claims that an agent did not do what it was paid for, with a bond: on a channel, where it takes the payer's",
        "hold up to the claim, or of a job. Keeps the config's terms. Never paused.",
        "",
        "Authority: the mandate's payer, who pays the rent and gets it back.",
        "Errors: `AmountZero`, `OwnAgent`, `DisputeListMismatch`, `ClaimantHasStake`, `PositionMismatch`, `NotPayer`,",
        "`ClaimTooHigh`, `BondTooLow`, `DisputeMismatch`, `AgentMismatch`, `VaultTokensMismatch`, `MintMismatch`, `ConfigMismatch`,",
        "`ClaimAuthorityMismatch`, `EscrowMismatch`, those of escrow's `claim_open`, of a job `job_claim_open`"
      ],
      "discriminator": [
        171,
        66,
        231,
        238,
        207,
        254,
        151,
        219
      ],
      "accounts": [
        {
          "name": "claimant",
          "docs": [
            "The mandate's payer; pays the bond, and the rent, which comes back."
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
          "name": "dispute",
          "writable": true
        },
        {
          "name": "lastDispute",
          "docs": [
            "The last of the vault's list, where there is one."
          ],
          "writable": true,
          "optional": true
        },
        {
          "name": "mandate"
        },
        {
          "name": "subject",
          "writable": true
        },
        {
          "name": "firstLossPosition",
          "docs": [
            "The claimant's positions in the vault, which must not be there."
          ]
        },
        {
          "name": "backerPosition"
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
            "The claimant's; the token program checks that the claimant may spend from it."
          ],
          "writable": true
        },
        {
          "name": "claimAuthority",
          "address": "8WNMCqzYVDFJhWPt3VsxcCG6fhUkrvkTvsqGxYPikHFf"
        },
        {
          "name": "escrowProgram",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        },
        {
          "name": "escrowEventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
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
              "name": "disputeOpenArgs"
            }
          }
        }
      ]
    },
    {
      "name": "disputeVote",
      "docs": [
        "Votes on the part of the claim to award, basis points, and pays the voter's fee. The vote that reaches the",
        "panel's threshold makes the ruling: the median. Never paused.",
        "",
        "Authority: a member of the panel that decides now, who has nothing to do with either side.",
        "Errors: `AwardInvalid`, `VotingNotOpen`, `VotingOver`, `NotArbiter`, `AlreadyVoted`, `ArbiterIsParty`,",
        "`DelegatesMismatch`, `ArbiterHasStake`, `PositionMismatch`, `DestinationMismatch`, `DisputeMismatch`,",
        "`AgentMismatch`, `VaultTokensMismatch`"
      ],
      "discriminator": [
        238,
        241,
        19,
        141,
        112,
        220,
        44,
        92
      ],
      "accounts": [
        {
          "name": "arbiter",
          "docs": [
            "A member of the panel that decides now."
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
            "dispute"
          ]
        },
        {
          "name": "dispute",
          "writable": true
        },
        {
          "name": "delegates",
          "docs": [
            "The agent's delegates, whether there are any or not."
          ]
        },
        {
          "name": "firstLossPosition",
          "docs": [
            "The arbiter's positions in the vault, which must not be there."
          ]
        },
        {
          "name": "backerPosition"
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
            "Any token account of the arbiter's; takes the fee."
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
      "args": [
        {
          "name": "awardBps",
          "type": "u16"
        }
      ]
    },
    {
      "name": "disputeWithdraw",
      "docs": [
        "Takes a claim back before a ruling: the hold is released, the bonds return, less the fees of those who",
        "voted. What was claimed cannot be claimed again. Never paused.",
        "",
        "Authority: the claimant.",
        "Errors: `NotClaimant`, `AlreadyRuled`, `DisputeListMismatch`, `DestinationMismatch`, `DisputeMismatch`,",
        "`AgentMismatch`, `VaultTokensMismatch`, `ConfigMismatch`, `ClaimAuthorityMismatch`, `EscrowMismatch`,",
        "those of escrow's `claim_close`, of a job `job_claim_close`"
      ],
      "discriminator": [
        7,
        254,
        16,
        189,
        245,
        161,
        244,
        9
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "Anyone executes; the claimant withdraws."
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
            "dispute"
          ]
        },
        {
          "name": "dispute",
          "writable": true
        },
        {
          "name": "claimant",
          "writable": true,
          "relations": [
            "dispute"
          ]
        },
        {
          "name": "previous",
          "docs": [
            "Before and after it in the vault's list, where there are such."
          ],
          "writable": true,
          "optional": true
        },
        {
          "name": "next",
          "writable": true,
          "optional": true
        },
        {
          "name": "tokens",
          "writable": true,
          "relations": [
            "vault"
          ]
        },
        {
          "name": "claimantTokens",
          "docs": [
            "Of the stake mint, any of the claimant's: takes slash and bond."
          ],
          "writable": true,
          "optional": true
        },
        {
          "name": "answererTokens",
          "docs": [
            "Of the stake mint, any of the answerer's, of the owner's where nobody answered: takes bonds."
          ],
          "writable": true,
          "optional": true
        },
        {
          "name": "appellantTokens",
          "docs": [
            "Of the stake mint, any of an appellant's who is neither: takes bonds."
          ],
          "writable": true,
          "optional": true
        },
        {
          "name": "treasuryTokens",
          "docs": [
            "Of the stake mint, any of the treasury's: takes the penalty."
          ],
          "writable": true,
          "optional": true
        },
        {
          "name": "mandate",
          "writable": true,
          "relations": [
            "dispute"
          ]
        },
        {
          "name": "subject",
          "writable": true
        },
        {
          "name": "mandateMint",
          "docs": [
            "The claim's mint."
          ]
        },
        {
          "name": "mandateVault",
          "docs": [
            "The mandate's token account."
          ],
          "writable": true
        },
        {
          "name": "awardDestination",
          "docs": [
            "Of the claim's mint, any of the claimant's: takes what the hold pays. Of a job the mandate's token account,",
            "where the award stays."
          ],
          "writable": true
        },
        {
          "name": "mandateTokenProgram",
          "docs": [
            "The claim's mint's; the stake mint's is `token_program`."
          ]
        },
        {
          "name": "claimAuthority",
          "address": "8WNMCqzYVDFJhWPt3VsxcCG6fhUkrvkTvsqGxYPikHFf"
        },
        {
          "name": "escrowProgram",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        },
        {
          "name": "escrowEventAuthority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
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
        "Authority: the agent's owner, where the vault never saw a dispute; anyone once it is retiring.",
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
            "The agent's owner, where there never was a dispute; anyone once it is retiring."
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
      "name": "dispute",
      "discriminator": [
        36,
        49,
        241,
        67,
        40,
        36,
        241,
        74
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
      "name": "callCited",
      "discriminator": [
        243,
        229,
        17,
        27,
        82,
        100,
        92,
        79
      ]
    },
    {
      "name": "disputeAnswered",
      "discriminator": [
        185,
        203,
        53,
        172,
        148,
        51,
        155,
        151
      ]
    },
    {
      "name": "disputeAppealed",
      "discriminator": [
        88,
        78,
        239,
        142,
        115,
        181,
        200,
        69
      ]
    },
    {
      "name": "disputeEnded",
      "discriminator": [
        13,
        160,
        104,
        242,
        65,
        189,
        125,
        124
      ]
    },
    {
      "name": "disputeOpened",
      "discriminator": [
        239,
        222,
        102,
        235,
        193,
        85,
        1,
        214
      ]
    },
    {
      "name": "disputeRuled",
      "discriminator": [
        20,
        51,
        107,
        231,
        74,
        70,
        199,
        228
      ]
    },
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
      "name": "voteCast",
      "discriminator": [
        39,
        53,
        195,
        104,
        188,
        17,
        225,
        213
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
      "msg": "Before the agent retires only its owner closes a vault, and none that saw a dispute; retire it first"
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
    },
    {
      "code": 6100,
      "name": "notPayer",
      "msg": "Only the mandate's payer brings a claim of its channel; sign with the payer's key"
    },
    {
      "code": 6101,
      "name": "ownAgent",
      "msg": "The claimant is on the agent's side; nobody claims of themselves"
    },
    {
      "code": 6102,
      "name": "claimantHasStake",
      "msg": "The claimant has a position in the agent's vault; withdraw and close it first"
    },
    {
      "code": 6103,
      "name": "claimTooHigh",
      "msg": "The claim is above the cap of a dispute, or, in another mint than the stake's, above what is held; claim less"
    },
    {
      "code": 6104,
      "name": "disputeMismatch",
      "msg": "The dispute is another; pass the one at its derived address, of this vault"
    },
    {
      "code": 6105,
      "name": "disputeListMismatch",
      "msg": "The vault's list of disputes goes on differently; read vault and dispute again and pass their neighbours"
    },
    {
      "code": 6106,
      "name": "claimAuthorityMismatch",
      "msg": "The account is not the claim authority; pass the one at its derived address"
    },
    {
      "code": 6107,
      "name": "escrowMismatch",
      "msg": "The account is not the escrow program or its event authority; pass those"
    },
    {
      "code": 6108,
      "name": "notClaimant",
      "msg": "Only the claimant does this; sign with the claimant's key"
    },
    {
      "code": 6109,
      "name": "bondTooLow",
      "msg": "The terms ask for a higher bond than the signer stated; state that one"
    },
    {
      "code": 6120,
      "name": "responseOver",
      "msg": "The response window is over; evidence and answers come before response_ends_at"
    },
    {
      "code": 6121,
      "name": "alreadyAnswered",
      "msg": "The dispute is answered already; only the owner can still state its own evidence"
    },
    {
      "code": 6122,
      "name": "notParty",
      "msg": "Only the claimant, the owner and wallets with stake in the vault have a say here; pass a position that is worth something"
    },
    {
      "code": 6123,
      "name": "ed25519Missing",
      "msg": "No Ed25519 instruction stands right before this one; put it there"
    },
    {
      "code": 6124,
      "name": "signatureCountMismatch",
      "msg": "The Ed25519 instruction must hold two signatures: the voucher's and the response proof's"
    },
    {
      "code": 6125,
      "name": "ed25519NotCanonical",
      "msg": "The Ed25519 instruction is not in canonical form; build it with the SDK"
    },
    {
      "code": 6126,
      "name": "tagMismatch",
      "msg": "Voucher and proof are of another channel or generation; cite calls of the disputed one"
    },
    {
      "code": 6127,
      "name": "signerMismatch",
      "msg": "A signature is not of the channel's session key, or not of its agent key; cite what both signed"
    },
    {
      "code": 6128,
      "name": "callMismatch",
      "msg": "Voucher and proof are not of the same call; cite the two of one call"
    },
    {
      "code": 6129,
      "name": "transcriptMismatch",
      "msg": "The transcript does not lead to the voucher's with this request; pass the transcript and response before the call"
    },
    {
      "code": 6130,
      "name": "callOutOfOrder",
      "msg": "Calls are cited in rising order, each once; cite a later one"
    },
    {
      "code": 6131,
      "name": "instructionsMismatch",
      "msg": "The account is not the Instructions sysvar; pass that"
    },
    {
      "code": 6140,
      "name": "notArbiter",
      "msg": "The signer is not on the panel that decides now; votes are its members'"
    },
    {
      "code": 6141,
      "name": "alreadyVoted",
      "msg": "This arbiter has voted already; a vote stands"
    },
    {
      "code": 6142,
      "name": "arbiterIsParty",
      "msg": "The arbiter is a party of the dispute, or a delegate of its agent; another member must vote"
    },
    {
      "code": 6143,
      "name": "arbiterHasStake",
      "msg": "The arbiter has a position in the agent's vault; another member must vote"
    },
    {
      "code": 6144,
      "name": "awardInvalid",
      "msg": "An award is at most 10,000 basis points of the claim; give one up to that"
    },
    {
      "code": 6145,
      "name": "votingNotOpen",
      "msg": "Voting begins when the response window ends; vote from response_ends_at on"
    },
    {
      "code": 6146,
      "name": "votingOver",
      "msg": "The vote is over: the panel has ruled, or its time has run out"
    },
    {
      "code": 6147,
      "name": "delegatesMismatch",
      "msg": "The account is not the agent's delegates; pass the one at its derived address, vacant or not"
    },
    {
      "code": 6160,
      "name": "appealNotOpen",
      "msg": "There is no ruling yet to appeal against; wait for the panel"
    },
    {
      "code": 6161,
      "name": "appealOver",
      "msg": "The ruling stands: its appeal window is over, or it was appealed against already"
    },
    {
      "code": 6180,
      "name": "notExecutable",
      "msg": "The dispute goes on; execute it when its ruling can no longer change, or its panel's time has run out"
    },
    {
      "code": 6181,
      "name": "executionPaused",
      "msg": "Executions that slash are paused; the pause lapses by itself, try again then"
    },
    {
      "code": 6182,
      "name": "alreadyRuled",
      "msg": "The panel has ruled; a claim is withdrawn before that"
    },
    {
      "code": 6200,
      "name": "noCallsToCite",
      "msg": "The dispute is about a job: terms and result stand on the chain, there are no calls to cite"
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
      "name": "bondsPaid",
      "docs": [
        "Where the bonds of a `DisputeEnded` went, base units of the stake mint."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "claimant",
            "docs": [
              "To the claimant."
            ],
            "type": "u64"
          },
          {
            "name": "answeringSide",
            "docs": [
              "To whoever answered, else to the owner."
            ],
            "type": "pubkey"
          },
          {
            "name": "answerer",
            "type": "u64"
          },
          {
            "name": "appealingSide",
            "docs": [
              "To an appellant who is neither; the wallet is zero without one."
            ],
            "type": "pubkey"
          },
          {
            "name": "appellant",
            "type": "u64"
          },
          {
            "name": "bondsBefore",
            "docs": [
              "Of the vault's open disputes."
            ],
            "type": "u64"
          },
          {
            "name": "bondsAfter",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "callCited",
      "docs": [
        "The claimant cited a call that both sides signed."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "dispute",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "claimant",
            "type": "pubkey"
          },
          {
            "name": "call",
            "type": "u32"
          },
          {
            "name": "requestHash",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "responseHash",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "cumulative",
            "docs": [
              "Base units owed with this call."
            ],
            "type": "u64"
          },
          {
            "name": "citedBefore",
            "type": "u32"
          },
          {
            "name": "citedAfter",
            "type": "u32"
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
      "name": "dispute",
      "docs": [
        "A claim that an agent did not do what it was paid for: `[\"dispute\", subject, nonce: u64 LE]`, the nonce being",
        "its number in the agent's vault.",
        "",
        "INVARIANTS: all but status, evidence, answers, votes, bonds, fees, moments of ruling and appeal, and links are",
        "fixed at opening; `held ≤ claim`; `cited_calls ≤ last_cited_call`, both only growing; a panel has voted exactly",
        "its threshold once it ruled, and less before; only members vote; `fees_paid` is the fee of each vote, and the",
        "claimant's bond covers the first panel's, the appeal's the second's; nobody answered exactly while `answerer`",
        "is zero, nobody appealed while `appellant` is; no moment lies after `deadline`; of a job all of the claim is held",
        "and no call cited; in the list of its vault exactly where it is about a channel and the claim is in the stake",
        "mint, since no other can slash."
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
              "`DisputeStatus`"
            ],
            "type": "u8"
          },
          {
            "name": "kind",
            "docs": [
              "`SubjectKind`"
            ],
            "type": "u8"
          },
          {
            "name": "penaltyBps",
            "docs": [
              "Penalty on top of a slash, basis points of it."
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
            "name": "citedCalls",
            "docs": [
              "Calls that both sides signed, and the number of the last of them."
            ],
            "type": "u32"
          },
          {
            "name": "lastCitedCall",
            "type": "u32"
          },
          {
            "name": "awards",
            "docs": [
              "Of each panel that ruled, basis points of the claim."
            ],
            "type": {
              "array": [
                "u16",
                2
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
            "name": "nonce",
            "type": "u64"
          },
          {
            "name": "subject",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "docs": [
              "Tells the subject from an earlier one at the same address."
            ],
            "type": "u64"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "vault",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "claimant",
            "docs": [
              "The mandate's payer; paid the rent, and gets it back."
            ],
            "type": "pubkey"
          },
          {
            "name": "mint",
            "docs": [
              "Mint of the claim."
            ],
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
            "name": "payoutOwner",
            "type": "pubkey"
          },
          {
            "name": "tag",
            "docs": [
              "Tag of vouchers and response proofs; zeros of a job."
            ],
            "type": {
              "array": [
                "u8",
                16
              ]
            }
          },
          {
            "name": "perCallMax",
            "docs": [
              "Most that one call may cost, base units of `mint`; 0 of a job."
            ],
            "type": "u64"
          },
          {
            "name": "claim",
            "docs": [
              "Base units of `mint`."
            ],
            "type": "u64"
          },
          {
            "name": "held",
            "docs": [
              "Taken from the payer's hold, base units of `mint`; of a job all of the claim."
            ],
            "type": "u64"
          },
          {
            "name": "refunded",
            "docs": [
              "Refunded when the dispute opened, base units of `mint`."
            ],
            "type": "u64"
          },
          {
            "name": "evidenceHash",
            "docs": [
              "SHA-256 of what the claimant brings."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "answerer",
            "docs": [
              "Answered first, with a bond."
            ],
            "type": "pubkey"
          },
          {
            "name": "answerHash",
            "docs": [
              "SHA-256 of what the answerer states."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "ownerHash",
            "docs": [
              "SHA-256 of what the owner states, where another answered first."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "appellant",
            "type": "pubkey"
          },
          {
            "name": "claimantBond",
            "docs": [
              "Bonds and fees are base units of the stake mint."
            ],
            "type": "u64"
          },
          {
            "name": "answerBond",
            "type": "u64"
          },
          {
            "name": "appealBond",
            "type": "u64"
          },
          {
            "name": "arbiterFee",
            "docs": [
              "Fee of each vote."
            ],
            "type": "u64"
          },
          {
            "name": "feesPaid",
            "type": "u64"
          },
          {
            "name": "slashCapDispute",
            "docs": [
              "Caps are base units of the stake mint."
            ],
            "type": "u64"
          },
          {
            "name": "slashCapPeriod",
            "type": "u64"
          },
          {
            "name": "slashPeriod",
            "docs": [
              "Seconds."
            ],
            "type": "i64"
          },
          {
            "name": "openedAt",
            "docs": [
              "Moments are Unix seconds, 0 for one that has not come."
            ],
            "type": "i64"
          },
          {
            "name": "responseEndsAt",
            "type": "i64"
          },
          {
            "name": "rulingEndsAt",
            "type": "i64"
          },
          {
            "name": "ruledAt",
            "type": "i64"
          },
          {
            "name": "appealEndsAt",
            "type": "i64"
          },
          {
            "name": "appealedAt",
            "type": "i64"
          },
          {
            "name": "appealRulingEndsAt",
            "type": "i64"
          },
          {
            "name": "appealWindow",
            "docs": [
              "Seconds from a ruling, in which it can be appealed against."
            ],
            "type": "i64"
          },
          {
            "name": "appealRulingWindow",
            "docs": [
              "Seconds from an appeal to the end of the second panel's vote."
            ],
            "type": "i64"
          },
          {
            "name": "deadline",
            "docs": [
              "The dispute can be executed from then on at the latest, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "previous",
            "docs": [
              "Neighbours in the vault's list, in order of opening; zero at its ends."
            ],
            "type": "pubkey"
          },
          {
            "name": "next",
            "type": "pubkey"
          },
          {
            "name": "panels",
            "docs": [
              "Both panels as they were at opening."
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
            "name": "votes",
            "type": {
              "array": [
                {
                  "defined": {
                    "name": "votes"
                  }
                },
                2
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
      "name": "disputeAnswerArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "statementHash",
            "docs": [
              "SHA-256 of what is stated."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "bond",
            "docs": [
              "Most that the author puts in as a bond, base units of the stake mint."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "disputeAnswered",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "dispute",
            "type": "pubkey"
          },
          {
            "name": "vault",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "author",
            "docs": [
              "Who stated it now."
            ],
            "type": "pubkey"
          },
          {
            "name": "answerer",
            "docs": [
              "Who answered first; the bond is theirs."
            ],
            "type": "pubkey"
          },
          {
            "name": "statementHash",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "bond",
            "docs": [
              "Put in now, base units of the stake mint; 0 for a statement after the first."
            ],
            "type": "u64"
          },
          {
            "name": "bondsBefore",
            "type": "u64"
          },
          {
            "name": "bondsAfter",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "disputeAppealed",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "dispute",
            "type": "pubkey"
          },
          {
            "name": "vault",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "appellant",
            "type": "pubkey"
          },
          {
            "name": "bond",
            "docs": [
              "Base units of the stake mint."
            ],
            "type": "u64"
          },
          {
            "name": "bondsBefore",
            "type": "u64"
          },
          {
            "name": "bondsAfter",
            "type": "u64"
          },
          {
            "name": "appealedAt",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "appealRulingEndsAt",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "disputeCiteArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "transcriptBefore",
            "docs": [
              "Transcript of the call before the cited one; zeros before the first."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "responseBefore",
            "docs": [
              "SHA-256 of the response before the cited one; zeros before the first."
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
      "name": "disputeEnd",
      "docs": [
        "How a dispute ends."
      ],
      "type": {
        "kind": "enum",
        "variants": [
          {
            "name": "ruling"
          },
          {
            "name": "appealRuling"
          },
          {
            "name": "silenceAnswered"
          },
          {
            "name": "silenceUnanswered"
          },
          {
            "name": "withdrawn"
          }
        ]
      }
    },
    {
      "name": "disputeEnded",
      "docs": [
        "A dispute is over, and its account gone."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "dispute",
            "type": "pubkey"
          },
          {
            "name": "vault",
            "type": "pubkey"
          },
          {
            "name": "agent",
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
            "name": "claimant",
            "type": "pubkey"
          },
          {
            "name": "mint",
            "type": "pubkey"
          },
          {
            "name": "authority",
            "docs": [
              "Who brought it about."
            ],
            "type": "pubkey"
          },
          {
            "name": "end",
            "type": {
              "defined": {
                "name": "disputeEnd"
              }
            }
          },
          {
            "name": "awardBps",
            "docs": [
              "Basis points of the claim."
            ],
            "type": "u16"
          },
          {
            "name": "loss",
            "docs": [
              "Base units of the claim's mint: what was lost, and of that refunded while the dispute was open, and paid",
              "from the hold; of the hold, back to the agent; of the loss, what neither made good."
            ],
            "type": "u64"
          },
          {
            "name": "refundedSince",
            "type": "u64"
          },
          {
            "name": "paid",
            "type": "u64"
          },
          {
            "name": "released",
            "type": "u64"
          },
          {
            "name": "shortfall",
            "type": "u64"
          },
          {
            "name": "awardDestination",
            "docs": [
              "Where the hold's part went."
            ],
            "type": "pubkey"
          },
          {
            "name": "slash",
            "type": {
              "defined": {
                "name": "slash"
              }
            }
          },
          {
            "name": "bonds",
            "type": {
              "defined": {
                "name": "bondsPaid"
              }
            }
          },
          {
            "name": "list",
            "type": {
              "defined": {
                "name": "listChange"
              }
            }
          },
          {
            "name": "lost",
            "docs": [
              "Whether it cost the agent something, and how many disputes did."
            ],
            "type": "bool"
          },
          {
            "name": "disputesLost",
            "type": "u32"
          },
          {
            "name": "returned",
            "docs": [
              "Lamports that went to the claimant."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "disputeOpenArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "claim",
            "docs": [
              "Base units of the mandate's mint."
            ],
            "type": "u64"
          },
          {
            "name": "evidenceHash",
            "docs": [
              "SHA-256 of what the claimant brings."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "bond",
            "docs": [
              "Most that the claimant puts in as its bond, base units of the stake mint."
            ],
            "type": "u64"
          },
          {
            "name": "kind",
            "docs": [
              "What `subject` is; escrow refuses another."
            ],
            "type": {
              "defined": {
                "name": "subjectKind"
              }
            }
          }
        ]
      }
    },
    {
      "name": "disputeOpened",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "dispute",
            "type": "pubkey"
          },
          {
            "name": "vault",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "nonce",
            "type": "u64"
          },
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
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "claimant",
            "type": "pubkey"
          },
          {
            "name": "mint",
            "docs": [
              "Mint of claim, hold and refunds."
            ],
            "type": "pubkey"
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
            "name": "tag",
            "type": {
              "array": [
                "u8",
                16
              ]
            }
          },
          {
            "name": "perCallMax",
            "type": "u64"
          },
          {
            "name": "claim",
            "docs": [
              "Base units."
            ],
            "type": "u64"
          },
          {
            "name": "held",
            "docs": [
              "Taken from the payer's hold, base units."
            ],
            "type": "u64"
          },
          {
            "name": "refunded",
            "docs": [
              "Refunded so far, base units."
            ],
            "type": "u64"
          },
          {
            "name": "evidenceHash",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "bond",
            "docs": [
              "The claimant's, base units of the stake mint."
            ],
            "type": "u64"
          },
          {
            "name": "panels",
            "type": {
              "vec": {
                "defined": {
                  "name": "panelState"
                }
              }
            }
          },
          {
            "name": "arbiterFee",
            "docs": [
              "Base units of the stake mint."
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
            "name": "slashPeriod",
            "docs": [
              "Seconds."
            ],
            "type": "i64"
          },
          {
            "name": "penaltyBps",
            "type": "u16"
          },
          {
            "name": "openedAt",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "responseEndsAt",
            "type": "i64"
          },
          {
            "name": "rulingEndsAt",
            "type": "i64"
          },
          {
            "name": "deadline",
            "type": "i64"
          },
          {
            "name": "appealWindow",
            "docs": [
              "Seconds."
            ],
            "type": "i64"
          },
          {
            "name": "appealRulingWindow",
            "type": "i64"
          },
          {
            "name": "listed",
            "docs": [
              "Whether it can slash, and so is in the vault's list, as its last."
            ],
            "type": "bool"
          },
          {
            "name": "previous",
            "docs": [
              "Before it in the list; zero without."
            ],
            "type": "pubkey"
          },
          {
            "name": "bondsBefore",
            "docs": [
              "Bonds of the vault's open disputes, base units."
            ],
            "type": "u64"
          },
          {
            "name": "bondsAfter",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "disputeRuled",
      "docs": [
        "A panel's threshold was reached."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "dispute",
            "type": "pubkey"
          },
          {
            "name": "vault",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "panel",
            "docs": [
              "0 for the first panel, 1 for the one that heard the appeal."
            ],
            "type": "u8"
          },
          {
            "name": "awardBps",
            "docs": [
              "The median, basis points of the claim."
            ],
            "type": "u16"
          },
          {
            "name": "ruledAt",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "appealEndsAt",
            "docs": [
              "Until when it can be appealed against, Unix seconds; 0 where it is final."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "listChange",
      "docs": [
        "What a `DisputeEnded` changed of the vault's list of disputes."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "previous",
            "docs": [
              "Its neighbours, which follow each other from now on; zero without."
            ],
            "type": "pubkey"
          },
          {
            "name": "next",
            "type": "pubkey"
          },
          {
            "name": "firstAfter",
            "type": "pubkey"
          },
          {
            "name": "lastAfter",
            "type": "pubkey"
          },
          {
            "name": "oldestDisputeAt",
            "docs": [
              "Unix seconds; 0 without one."
            ],
            "type": "i64"
          },
          {
            "name": "openDisputes",
            "type": "u32"
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
      "name": "panelState",
      "docs": [
        "A panel as it was when the dispute opened."
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
      "name": "slash",
      "docs": [
        "What a `DisputeEnded` took of the vault, base units of the stake mint."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "toClaimant",
            "type": "u64"
          },
          {
            "name": "toTreasury",
            "docs": [
              "Penalty, and the rest of pools that were wiped."
            ],
            "type": "u64"
          },
          {
            "name": "before",
            "type": {
              "defined": {
                "name": "vaultPools"
              }
            }
          },
          {
            "name": "after",
            "type": {
              "defined": {
                "name": "vaultPools"
              }
            }
          },
          {
            "name": "slashedAfter",
            "docs": [
              "In the vault's life."
            ],
            "type": "u64"
          },
          {
            "name": "slashedInPeriod",
            "docs": [
              "In its present period."
            ],
            "type": "u64"
          },
          {
            "name": "periodStartedAt",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
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
      "name": "vaultPools",
      "docs": [
        "All pools of a vault."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "firstLoss",
            "type": {
              "defined": {
                "name": "poolState"
              }
            }
          },
          {
            "name": "firstLossCooling",
            "type": {
              "defined": {
                "name": "poolState"
              }
            }
          },
          {
            "name": "backers",
            "type": {
              "defined": {
                "name": "poolState"
              }
            }
          },
          {
            "name": "backersCooling",
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
      "name": "voteCast",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "dispute",
            "type": "pubkey"
          },
          {
            "name": "vault",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "arbiter",
            "type": "pubkey"
          },
          {
            "name": "panel",
            "docs": [
              "0 for the first panel, 1 for the one that hears the appeal."
            ],
            "type": "u8"
          },
          {
            "name": "member",
            "docs": [
              "Place in the panel."
            ],
            "type": "u8"
          },
          {
            "name": "awardBps",
            "docs": [
              "Basis points of the claim."
            ],
            "type": "u16"
          },
          {
            "name": "votes",
            "docs": [
              "Votes so far."
            ],
            "type": "u8"
          },
          {
            "name": "fee",
            "docs": [
              "Base units of the stake mint, and where they went."
            ],
            "type": "u64"
          },
          {
            "name": "destination",
            "type": "pubkey"
          },
          {
            "name": "bondsBefore",
            "type": "u64"
          },
          {
            "name": "bondsAfter",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "votes",
      "docs": [
        "Votes of a panel's members, by their place in it."
      ],
      "serialization": "bytemuck",
      "repr": {
        "kind": "c"
      },
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "awards",
            "docs": [
              "Basis points of the claim; 0 of a member who has not voted."
            ],
            "type": {
              "array": [
                "u16",
                9
              ]
            }
          },
          {
            "name": "voted",
            "docs": [
              "One bit a member."
            ],
            "type": "u16"
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
      "name": "bps",
      "docs": [
        "Basis points of a whole: the highest award."
      ],
      "type": "u16",
      "value": "10000"
    },
    {
      "name": "claimAuthoritySeed",
      "docs": [
        "Signs claims towards escrow: `[\"claim_authority\"]`"
      ],
      "type": "bytes",
      "value": "[99, 108, 97, 105, 109, 95, 97, 117, 116, 104, 111, 114, 105, 116, 121]"
    },
    {
      "name": "disputeSeed",
      "docs": [
        "`Dispute`: `[\"dispute\", subject, nonce: u64 LE]`"
      ],
      "type": "bytes",
      "value": "[100, 105, 115, 112, 117, 116, 101]"
    },
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
      "name": "dispute_answer",
      "docs": [
        "Answers for the agent, with a bond as high as the claimant's; the owner may state its own evidence after",
        "another has answered, without one. Never paused.",
        "",
        "Authority: the agent's owner, or a wallet whose shares are worth something.",
        "Errors: `ResponseOver`, `NotParty`, `PositionMismatch`, `AlreadyAnswered`, `BondTooLow`, `DisputeMismatch`,",
        "`AgentMismatch`, `VaultTokensMismatch`, `MintMismatch`"
      ],
      "discriminator": [
        106,
        49,
        222,
        239,
        233,
        68,
        103,
        94
      ],
      "accounts": [
        {
          "name": "author",
          "docs": [
            "The agent's owner, or a wallet whose shares are worth something; puts in as much as the claimant did."
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
            "dispute",
            "position"
          ]
        },
        {
          "name": "dispute",
          "writable": true
        },
        {
          "name": "position",
          "docs": [
            "The author's; left out by the owner."
          ],
          "optional": true
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
            "The author's; the token program checks that the author may spend from it."
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
      "args": [
        {
          "name": "args",
          "type": {
            "defined": {
              "name": "DisputeAnswerArgs"
            }
          }
        }
      ]
    },
    {
      "name": "dispute_appeal",
      "docs": [
        "Takes a ruling to the second panel, with twice the claimant's bond, or what that panel may cost; `bond` is",
        "the most that the appellant puts in, base units. Never paused.",
        "",
        "Authority: the claimant, the agent's owner, or a wallet whose shares are worth something.",
        "Errors: `AppealNotOpen`, `AppealOver`, `NotParty`, `PositionMismatch`, `BondTooLow`, `DisputeMismatch`, `AgentMismatch`,",
        "`VaultTokensMismatch`, `MintMismatch`"
      ],
      "discriminator": [
        175,
        78,
        95,
        208,
        9,
        2,
        115,
        96
      ],
      "accounts": [
        {
          "name": "appellant",
          "docs": [
            "The claimant, the agent's owner, or a wallet whose shares are worth something."
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
            "dispute",
            "position"
          ]
        },
        {
          "name": "dispute",
          "writable": true
        },
        {
          "name": "position",
          "docs": [
            "The appellant's; left out by claimant and owner."
          ],
          "optional": true
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
            "The appellant's; the token program checks that the appellant may spend from it."
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
      "args": [
        {
          "name": "bond",
          "type": "u64"
        }
      ]
    },
    {
      "name": "dispute_cite",
      "docs": [
        "Cites a call that both sides signed, as the Ed25519 instruction right before shows: a loss is at most what",
        "the cited calls may have cost. Never paused.",
        "",
        "Authority: the claimant.",
        "Errors: `NotClaimant`, `NoCallsToCite`, `ResponseOver`, `InstructionsMismatch`, `Ed25519Missing`, `SignatureCountMismatch`,",
        "`Ed25519NotCanonical`, `SignerMismatch`, `TagMismatch`, `CallMismatch`, `TranscriptMismatch`,",
        "`CallOutOfOrder`"
      ],
      "discriminator": [
        86,
        176,
        216,
        14,
        92,
        162,
        132,
        152
      ],
      "accounts": [
        {
          "name": "claimant",
          "signer": true,
          "relations": [
            "dispute"
          ]
        },
        {
          "name": "dispute",
          "writable": true
        },
        {
          "name": "instructions",
          "address": "Sysvar1nstructions1111111111111111111111111"
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
              "name": "DisputeCiteArgs"
            }
          }
        }
      ]
    },
    {
      "name": "dispute_execute",
      "docs": [
        "Ends a dispute whose ruling can no longer change, or whose panel let its time run out: pays the claimant",
        "from the hold and slashes the vault for the rest, both as the end says, and hands the bonds out. Only where",
        "it slashes does a pause of executions hold it up.",
        "",
        "Authority: anyone.",
        "Errors: `NotExecutable`, `ExecutionPaused`, `DisputeListMismatch`, `DestinationMismatch`, `NotClaimant`,",
        "`DisputeMismatch`, `AgentMismatch`, `VaultTokensMismatch`, `ConfigMismatch`, `ClaimAuthorityMismatch`,",
        "`EscrowMismatch`, those of escrow's `claim_close`, of a job `job_claim_close`"
      ],
      "discriminator": [
        143,
        178,
        150,
        95,
        11,
        178,
        221,
        33
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "Anyone executes; the claimant withdraws."
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
            "dispute"
          ]
        },
        {
          "name": "dispute",
          "writable": true
        },
        {
          "name": "claimant",
          "writable": true,
          "relations": [
            "dispute"
          ]
        },
        {
          "name": "previous",
          "docs": [
            "Before and after it in the vault's list, where there are such."
          ],
          "writable": true,
          "optional": true
        },
        {
          "name": "next",
          "writable": true,
          "optional": true
        },
        {
          "name": "tokens",
          "writable": true,
          "relations": [
            "vault"
          ]
        },
        {
          "name": "claimant_tokens",
          "docs": [
            "Of the stake mint, any of the claimant's: takes slash and bond."
          ],
          "writable": true,
          "optional": true
        },
        {
          "name": "answerer_tokens",
          "docs": [
            "Of the stake mint, any of the answerer's, of the owner's where nobody answered: takes bonds."
          ],
          "writable": true,
          "optional": true
        },
        {
          "name": "appellant_tokens",
          "docs": [
            "Of the stake mint, any of an appellant's who is neither: takes bonds."
          ],
          "writable": true,
          "optional": true
        },
        {
          "name": "treasury_tokens",
          "docs": [
            "Of the stake mint, any of the treasury's: takes the penalty."
          ],
          "writable": true,
          "optional": true
        },
        {
          "name": "mandate",
          "writable": true,
          "relations": [
            "dispute"
          ]
        },
        {
          "name": "subject",
          "writable": true
        },
        {
          "name": "mandate_mint",
          "docs": [
            "The claim's mint."
          ]
        },
        {
          "name": "mandate_vault",
          "docs": [
            "The mandate's token account."
          ],
          "writable": true
        },
        {
          "name": "award_destination",
          "docs": [
            "Of the claim's mint, any of the claimant's: takes what the hold pays. Of a job the mandate's token account,",
            "where the award stays."
          ],
          "writable": true
        },
        {
          "name": "mandate_token_program",
          "docs": [
            "The claim's mint's; the stake mint's is `token_program`."
          ]
        },
        {
          "name": "claim_authority",
          "address": "8WNMCqzYVDFJhWPt3VsxcCG6fhUkrvkTvsqGxYPikHFf"
        },
        {
          "name": "escrow_program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        },
        {
          "name": "escrow_event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
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
      "name": "dispute_open",
      "docs": [
        "Claims that an agent did not do what it was paid for, with a bond: on a channel, where it takes the payer's",
        "hold up to the claim, or of a job. Keeps the config's terms. Never paused.",
        "",
        "Authority: the mandate's payer, who pays the rent and gets it back.",
        "Errors: `AmountZero`, `OwnAgent`, `DisputeListMismatch`, `ClaimantHasStake`, `PositionMismatch`, `NotPayer`,",
        "`ClaimTooHigh`, `BondTooLow`, `DisputeMismatch`, `AgentMismatch`, `VaultTokensMismatch`, `MintMismatch`, `ConfigMismatch`,",
        "`ClaimAuthorityMismatch`, `EscrowMismatch`, those of escrow's `claim_open`, of a job `job_claim_open`"
      ],
      "discriminator": [
        171,
        66,
        231,
        238,
        207,
        254,
        151,
        219
      ],
      "accounts": [
        {
          "name": "claimant",
          "docs": [
            "The mandate's payer; pays the bond, and the rent, which comes back."
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
          "name": "dispute",
          "writable": true
        },
        {
          "name": "last_dispute",
          "docs": [
            "The last of the vault's list, where there is one."
          ],
          "writable": true,
          "optional": true
        },
        {
          "name": "mandate"
        },
        {
          "name": "subject",
          "writable": true
        },
        {
          "name": "first_loss_position",
          "docs": [
            "The claimant's positions in the vault, which must not be there."
          ]
        },
        {
          "name": "backer_position"
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
            "The claimant's; the token program checks that the claimant may spend from it."
          ],
          "writable": true
        },
        {
          "name": "claim_authority",
          "address": "8WNMCqzYVDFJhWPt3VsxcCG6fhUkrvkTvsqGxYPikHFf"
        },
        {
          "name": "escrow_program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        },
        {
          "name": "escrow_event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
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
              "name": "DisputeOpenArgs"
            }
          }
        }
      ]
    },
    {
      "name": "dispute_vote",
      "docs": [
        "Votes on the part of the claim to award, basis points, and pays the voter's fee. The vote that reaches the",
        "panel's threshold makes the ruling: the median. Never paused.",
        "",
        "Authority: a member of the panel that decides now, who has nothing to do with either side.",
        "Errors: `AwardInvalid`, `VotingNotOpen`, `VotingOver`, `NotArbiter`, `AlreadyVoted`, `ArbiterIsParty`,",
        "`DelegatesMismatch`, `ArbiterHasStake`, `PositionMismatch`, `DestinationMismatch`, `DisputeMismatch`,",
        "`AgentMismatch`, `VaultTokensMismatch`"
      ],
      "discriminator": [
        238,
        241,
        19,
        141,
        112,
        220,
        44,
        92
      ],
      "accounts": [
        {
          "name": "arbiter",
          "docs": [
            "A member of the panel that decides now."
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
            "dispute"
          ]
        },
        {
          "name": "dispute",
          "writable": true
        },
        {
          "name": "delegates",
          "docs": [
            "The agent's delegates, whether there are any or not."
          ]
        },
        {
          "name": "first_loss_position",
          "docs": [
            "The arbiter's positions in the vault, which must not be there."
          ]
        },
        {
          "name": "backer_position"
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
            "Any token account of the arbiter's; takes the fee."
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
      "args": [
        {
          "name": "award_bps",
          "type": "u16"
        }
      ]
    },
    {
      "name": "dispute_withdraw",
      "docs": [
        "Takes a claim back before a ruling: the hold is released, the bonds return, less the fees of those who",
        "voted. What was claimed cannot be claimed again. Never paused.",
        "",
        "Authority: the claimant.",
        "Errors: `NotClaimant`, `AlreadyRuled`, `DisputeListMismatch`, `DestinationMismatch`, `DisputeMismatch`,",
        "`AgentMismatch`, `VaultTokensMismatch`, `ConfigMismatch`, `ClaimAuthorityMismatch`, `EscrowMismatch`,",
        "those of escrow's `claim_close`, of a job `job_claim_close`"
      ],
      "discriminator": [
        7,
        254,
        16,
        189,
        245,
        161,
        244,
        9
      ],
      "accounts": [
        {
          "name": "authority",
          "docs": [
            "Anyone executes; the claimant withdraws."
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
            "dispute"
          ]
        },
        {
          "name": "dispute",
          "writable": true
        },
        {
          "name": "claimant",
          "writable": true,
          "relations": [
            "dispute"
          ]
        },
        {
          "name": "previous",
          "docs": [
            "Before and after it in the vault's list, where there are such."
          ],
          "writable": true,
          "optional": true
        },
        {
          "name": "next",
          "writable": true,
          "optional": true
        },
        {
          "name": "tokens",
          "writable": true,
          "relations": [
            "vault"
          ]
        },
        {
          "name": "claimant_tokens",
          "docs": [
            "Of the stake mint, any of the claimant's: takes slash and bond."
          ],
          "writable": true,
          "optional": true
        },
        {
          "name": "answerer_tokens",
          "docs": [
            "Of the stake mint, any of the answerer's, of the owner's where nobody answered: takes bonds."
          ],
          "writable": true,
          "optional": true
        },
        {
          "name": "appellant_tokens",
          "docs": [
            "Of the stake mint, any of an appellant's who is neither: takes bonds."
          ],
          "writable": true,
          "optional": true
        },
        {
          "name": "treasury_tokens",
          "docs": [
            "Of the stake mint, any of the treasury's: takes the penalty."
          ],
          "writable": true,
          "optional": true
        },
        {
          "name": "mandate",
          "writable": true,
          "relations": [
            "dispute"
          ]
        },
        {
          "name": "subject",
          "writable": true
        },
        {
          "name": "mandate_mint",
          "docs": [
            "The claim's mint."
          ]
        },
        {
          "name": "mandate_vault",
          "docs": [
            "The mandate's token account."
          ],
          "writable": true
        },
        {
          "name": "award_destination",
          "docs": [
            "Of the claim's mint, any of the claimant's: takes what the hold pays. Of a job the mandate's token account,",
            "where the award stays."
          ],
          "writable": true
        },
        {
          "name": "mandate_token_program",
          "docs": [
            "The claim's mint's; the stake mint's is `token_program`."
          ]
        },
        {
          "name": "claim_authority",
          "address": "8WNMCqzYVDFJhWPt3VsxcCG6fhUkrvkTvsqGxYPikHFf"
        },
        {
          "name": "escrow_program",
          "address": "BAUzZuQodjVCCAJ8GxM69m9NDGuwWNJz4e4Cbra3YYB2"
        },
        {
          "name": "escrow_event_authority",
          "address": "HKqwtHSBmaT3xw1xkBVfqakFyuzZ1PhSDddAENsCNd4P"
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
        "Authority: the agent's owner, where the vault never saw a dispute; anyone once it is retiring.",
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
            "The agent's owner, where there never was a dispute; anyone once it is retiring."
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
      "name": "Dispute",
      "discriminator": [
        36,
        49,
        241,
        67,
        40,
        36,
        241,
        74
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
      "name": "CallCited",
      "discriminator": [
        243,
        229,
        17,
        27,
        82,
        100,
        92,
        79
      ]
    },
    {
      "name": "DisputeAnswered",
      "discriminator": [
        185,
        203,
        53,
        172,
        148,
        51,
        155,
        151
      ]
    },
    {
      "name": "DisputeAppealed",
      "discriminator": [
        88,
        78,
        239,
        142,
        115,
        181,
        200,
        69
      ]
    },
    {
      "name": "DisputeEnded",
      "discriminator": [
        13,
        160,
        104,
        242,
        65,
        189,
        125,
        124
      ]
    },
    {
      "name": "DisputeOpened",
      "discriminator": [
        239,
        222,
        102,
        235,
        193,
        85,
        1,
        214
      ]
    },
    {
      "name": "DisputeRuled",
      "discriminator": [
        20,
        51,
        107,
        231,
        74,
        70,
        199,
        228
      ]
    },
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
      "name": "VoteCast",
      "discriminator": [
        39,
        53,
        195,
        104,
        188,
        17,
        225,
        213
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
      "msg": "Before the agent retires only its owner closes a vault, and none that saw a dispute; retire it first"
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
    },
    {
      "code": 6100,
      "name": "NotPayer",
      "msg": "Only the mandate's payer brings a claim of its channel; sign with the payer's key"
    },
    {
      "code": 6101,
      "name": "OwnAgent",
      "msg": "The claimant is on the agent's side; nobody claims of themselves"
    },
    {
      "code": 6102,
      "name": "ClaimantHasStake",
      "msg": "The claimant has a position in the agent's vault; withdraw and close it first"
    },
    {
      "code": 6103,
      "name": "ClaimTooHigh",
      "msg": "The claim is above the cap of a dispute, or, in another mint than the stake's, above what is held; claim less"
    },
    {
      "code": 6104,
      "name": "DisputeMismatch",
      "msg": "The dispute is another; pass the one at its derived address, of this vault"
    },
    {
      "code": 6105,
      "name": "DisputeListMismatch",
      "msg": "The vault's list of disputes goes on differently; read vault and dispute again and pass their neighbours"
    },
    {
      "code": 6106,
      "name": "ClaimAuthorityMismatch",
      "msg": "The account is not the claim authority; pass the one at its derived address"
    },
    {
      "code": 6107,
      "name": "EscrowMismatch",
      "msg": "The account is not the escrow program or its event authority; pass those"
    },
    {
      "code": 6108,
      "name": "NotClaimant",
      "msg": "Only the claimant does this; sign with the claimant's key"
    },
    {
      "code": 6109,
      "name": "BondTooLow",
      "msg": "The terms ask for a higher bond than the signer stated; state that one"
    },
    {
      "code": 6120,
      "name": "ResponseOver",
      "msg": "The response window is over; evidence and answers come before response_ends_at"
    },
    {
      "code": 6121,
      "name": "AlreadyAnswered",
      "msg": "The dispute is answered already; only the owner can still state its own evidence"
    },
    {
      "code": 6122,
      "name": "NotParty",
      "msg": "Only the claimant, the owner and wallets with stake in the vault have a say here; pass a position that is worth something"
    },
    {
      "code": 6123,
      "name": "Ed25519Missing",
      "msg": "No Ed25519 instruction stands right before this one; put it there"
    },
    {
      "code": 6124,
      "name": "SignatureCountMismatch",
      "msg": "The Ed25519 instruction must hold two signatures: the voucher's and the response proof's"
    },
    {
      "code": 6125,
      "name": "Ed25519NotCanonical",
      "msg": "The Ed25519 instruction is not in canonical form; build it with the SDK"
    },
    {
      "code": 6126,
      "name": "TagMismatch",
      "msg": "Voucher and proof are of another channel or generation; cite calls of the disputed one"
    },
    {
      "code": 6127,
      "name": "SignerMismatch",
      "msg": "A signature is not of the channel's session key, or not of its agent key; cite what both signed"
    },
    {
      "code": 6128,
      "name": "CallMismatch",
      "msg": "Voucher and proof are not of the same call; cite the two of one call"
    },
    {
      "code": 6129,
      "name": "TranscriptMismatch",
      "msg": "The transcript does not lead to the voucher's with this request; pass the transcript and response before the call"
    },
    {
      "code": 6130,
      "name": "CallOutOfOrder",
      "msg": "Calls are cited in rising order, each once; cite a later one"
    },
    {
      "code": 6131,
      "name": "InstructionsMismatch",
      "msg": "The account is not the Instructions sysvar; pass that"
    },
    {
      "code": 6140,
      "name": "NotArbiter",
      "msg": "The signer is not on the panel that decides now; votes are its members'"
    },
    {
      "code": 6141,
      "name": "AlreadyVoted",
      "msg": "This arbiter has voted already; a vote stands"
    },
    {
      "code": 6142,
      "name": "ArbiterIsParty",
      "msg": "The arbiter is a party of the dispute, or a delegate of its agent; another member must vote"
    },
    {
      "code": 6143,
      "name": "ArbiterHasStake",
      "msg": "The arbiter has a position in the agent's vault; another member must vote"
    },
    {
      "code": 6144,
      "name": "AwardInvalid",
      "msg": "An award is at most 10,000 basis points of the claim; give one up to that"
    },
    {
      "code": 6145,
      "name": "VotingNotOpen",
      "msg": "Voting begins when the response window ends; vote from response_ends_at on"
    },
    {
      "code": 6146,
      "name": "VotingOver",
      "msg": "The vote is over: the panel has ruled, or its time has run out"
    },
    {
      "code": 6147,
      "name": "DelegatesMismatch",
      "msg": "The account is not the agent's delegates; pass the one at its derived address, vacant or not"
    },
    {
      "code": 6160,
      "name": "AppealNotOpen",
      "msg": "There is no ruling yet to appeal against; wait for the panel"
    },
    {
      "code": 6161,
      "name": "AppealOver",
      "msg": "The ruling stands: its appeal window is over, or it was appealed against already"
    },
    {
      "code": 6180,
      "name": "NotExecutable",
      "msg": "The dispute goes on; execute it when its ruling can no longer change, or its panel's time has run out"
    },
    {
      "code": 6181,
      "name": "ExecutionPaused",
      "msg": "Executions that slash are paused; the pause lapses by itself, try again then"
    },
    {
      "code": 6182,
      "name": "AlreadyRuled",
      "msg": "The panel has ruled; a claim is withdrawn before that"
    },
    {
      "code": 6200,
      "name": "NoCallsToCite",
      "msg": "The dispute is about a job: terms and result stand on the chain, there are no calls to cite"
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
      "name": "BondsPaid",
      "docs": [
        "Where the bonds of a `DisputeEnded` went, base units of the stake mint."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "claimant",
            "docs": [
              "To the claimant."
            ],
            "type": "u64"
          },
          {
            "name": "answering_side",
            "docs": [
              "To whoever answered, else to the owner."
            ],
            "type": "pubkey"
          },
          {
            "name": "answerer",
            "type": "u64"
          },
          {
            "name": "appealing_side",
            "docs": [
              "To an appellant who is neither; the wallet is zero without one."
            ],
            "type": "pubkey"
          },
          {
            "name": "appellant",
            "type": "u64"
          },
          {
            "name": "bonds_before",
            "docs": [
              "Of the vault's open disputes."
            ],
            "type": "u64"
          },
          {
            "name": "bonds_after",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "CallCited",
      "docs": [
        "The claimant cited a call that both sides signed."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "dispute",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "claimant",
            "type": "pubkey"
          },
          {
            "name": "call",
            "type": "u32"
          },
          {
            "name": "request_hash",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "response_hash",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "cumulative",
            "docs": [
              "Base units owed with this call."
            ],
            "type": "u64"
          },
          {
            "name": "cited_before",
            "type": "u32"
          },
          {
            "name": "cited_after",
            "type": "u32"
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
      "name": "Dispute",
      "docs": [
        "A claim that an agent did not do what it was paid for: `[\"dispute\", subject, nonce: u64 LE]`, the nonce being",
        "its number in the agent's vault.",
        "",
        "INVARIANTS: all but status, evidence, answers, votes, bonds, fees, moments of ruling and appeal, and links are",
        "fixed at opening; `held ≤ claim`; `cited_calls ≤ last_cited_call`, both only growing; a panel has voted exactly",
        "its threshold once it ruled, and less before; only members vote; `fees_paid` is the fee of each vote, and the",
        "claimant's bond covers the first panel's, the appeal's the second's; nobody answered exactly while `answerer`",
        "is zero, nobody appealed while `appellant` is; no moment lies after `deadline`; of a job all of the claim is held",
        "and no call cited; in the list of its vault exactly where it is about a channel and the claim is in the stake",
        "mint, since no other can slash."
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
              "`DisputeStatus`"
            ],
            "type": "u8"
          },
          {
            "name": "kind",
            "docs": [
              "`SubjectKind`"
            ],
            "type": "u8"
          },
          {
            "name": "penalty_bps",
            "docs": [
              "Penalty on top of a slash, basis points of it."
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
            "name": "cited_calls",
            "docs": [
              "Calls that both sides signed, and the number of the last of them."
            ],
            "type": "u32"
          },
          {
            "name": "last_cited_call",
            "type": "u32"
          },
          {
            "name": "awards",
            "docs": [
              "Of each panel that ruled, basis points of the claim."
            ],
            "type": {
              "array": [
                "u16",
                2
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
            "name": "nonce",
            "type": "u64"
          },
          {
            "name": "subject",
            "type": "pubkey"
          },
          {
            "name": "generation",
            "docs": [
              "Tells the subject from an earlier one at the same address."
            ],
            "type": "u64"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "vault",
            "type": "pubkey"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "claimant",
            "docs": [
              "The mandate's payer; paid the rent, and gets it back."
            ],
            "type": "pubkey"
          },
          {
            "name": "mint",
            "docs": [
              "Mint of the claim."
            ],
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
            "name": "payout_owner",
            "type": "pubkey"
          },
          {
            "name": "tag",
            "docs": [
              "Tag of vouchers and response proofs; zeros of a job."
            ],
            "type": {
              "array": [
                "u8",
                16
              ]
            }
          },
          {
            "name": "per_call_max",
            "docs": [
              "Most that one call may cost, base units of `mint`; 0 of a job."
            ],
            "type": "u64"
          },
          {
            "name": "claim",
            "docs": [
              "Base units of `mint`."
            ],
            "type": "u64"
          },
          {
            "name": "held",
            "docs": [
              "Taken from the payer's hold, base units of `mint`; of a job all of the claim."
            ],
            "type": "u64"
          },
          {
            "name": "refunded",
            "docs": [
              "Refunded when the dispute opened, base units of `mint`."
            ],
            "type": "u64"
          },
          {
            "name": "evidence_hash",
            "docs": [
              "SHA-256 of what the claimant brings."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "answerer",
            "docs": [
              "Answered first, with a bond."
            ],
            "type": "pubkey"
          },
          {
            "name": "answer_hash",
            "docs": [
              "SHA-256 of what the answerer states."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "owner_hash",
            "docs": [
              "SHA-256 of what the owner states, where another answered first."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "appellant",
            "type": "pubkey"
          },
          {
            "name": "claimant_bond",
            "docs": [
              "Bonds and fees are base units of the stake mint."
            ],
            "type": "u64"
          },
          {
            "name": "answer_bond",
            "type": "u64"
          },
          {
            "name": "appeal_bond",
            "type": "u64"
          },
          {
            "name": "arbiter_fee",
            "docs": [
              "Fee of each vote."
            ],
            "type": "u64"
          },
          {
            "name": "fees_paid",
            "type": "u64"
          },
          {
            "name": "slash_cap_dispute",
            "docs": [
              "Caps are base units of the stake mint."
            ],
            "type": "u64"
          },
          {
            "name": "slash_cap_period",
            "type": "u64"
          },
          {
            "name": "slash_period",
            "docs": [
              "Seconds."
            ],
            "type": "i64"
          },
          {
            "name": "opened_at",
            "docs": [
              "Moments are Unix seconds, 0 for one that has not come."
            ],
            "type": "i64"
          },
          {
            "name": "response_ends_at",
            "type": "i64"
          },
          {
            "name": "ruling_ends_at",
            "type": "i64"
          },
          {
            "name": "ruled_at",
            "type": "i64"
          },
          {
            "name": "appeal_ends_at",
            "type": "i64"
          },
          {
            "name": "appealed_at",
            "type": "i64"
          },
          {
            "name": "appeal_ruling_ends_at",
            "type": "i64"
          },
          {
            "name": "appeal_window",
            "docs": [
              "Seconds from a ruling, in which it can be appealed against."
            ],
            "type": "i64"
          },
          {
            "name": "appeal_ruling_window",
            "docs": [
              "Seconds from an appeal to the end of the second panel's vote."
            ],
            "type": "i64"
          },
          {
            "name": "deadline",
            "docs": [
              "The dispute can be executed from then on at the latest, Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "previous",
            "docs": [
              "Neighbours in the vault's list, in order of opening; zero at its ends."
            ],
            "type": "pubkey"
          },
          {
            "name": "next",
            "type": "pubkey"
          },
          {
            "name": "panels",
            "docs": [
              "Both panels as they were at opening."
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
            "name": "votes",
            "type": {
              "array": [
                {
                  "defined": {
                    "name": "Votes"
                  }
                },
                2
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
      "name": "DisputeAnswerArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "statement_hash",
            "docs": [
              "SHA-256 of what is stated."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "bond",
            "docs": [
              "Most that the author puts in as a bond, base units of the stake mint."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "DisputeAnswered",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "dispute",
            "type": "pubkey"
          },
          {
            "name": "vault",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "author",
            "docs": [
              "Who stated it now."
            ],
            "type": "pubkey"
          },
          {
            "name": "answerer",
            "docs": [
              "Who answered first; the bond is theirs."
            ],
            "type": "pubkey"
          },
          {
            "name": "statement_hash",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "bond",
            "docs": [
              "Put in now, base units of the stake mint; 0 for a statement after the first."
            ],
            "type": "u64"
          },
          {
            "name": "bonds_before",
            "type": "u64"
          },
          {
            "name": "bonds_after",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "DisputeAppealed",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "dispute",
            "type": "pubkey"
          },
          {
            "name": "vault",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "appellant",
            "type": "pubkey"
          },
          {
            "name": "bond",
            "docs": [
              "Base units of the stake mint."
            ],
            "type": "u64"
          },
          {
            "name": "bonds_before",
            "type": "u64"
          },
          {
            "name": "bonds_after",
            "type": "u64"
          },
          {
            "name": "appealed_at",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "appeal_ruling_ends_at",
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "DisputeCiteArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "transcript_before",
            "docs": [
              "Transcript of the call before the cited one; zeros before the first."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "response_before",
            "docs": [
              "SHA-256 of the response before the cited one; zeros before the first."
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
      "name": "DisputeEnd",
      "docs": [
        "How a dispute ends."
      ],
      "type": {
        "kind": "enum",
        "variants": [
          {
            "name": "Ruling"
          },
          {
            "name": "AppealRuling"
          },
          {
            "name": "SilenceAnswered"
          },
          {
            "name": "SilenceUnanswered"
          },
          {
            "name": "Withdrawn"
          }
        ]
      }
    },
    {
      "name": "DisputeEnded",
      "docs": [
        "A dispute is over, and its account gone."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "dispute",
            "type": "pubkey"
          },
          {
            "name": "vault",
            "type": "pubkey"
          },
          {
            "name": "agent",
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
            "name": "claimant",
            "type": "pubkey"
          },
          {
            "name": "mint",
            "type": "pubkey"
          },
          {
            "name": "authority",
            "docs": [
              "Who brought it about."
            ],
            "type": "pubkey"
          },
          {
            "name": "end",
            "type": {
              "defined": {
                "name": "DisputeEnd"
              }
            }
          },
          {
            "name": "award_bps",
            "docs": [
              "Basis points of the claim."
            ],
            "type": "u16"
          },
          {
            "name": "loss",
            "docs": [
              "Base units of the claim's mint: what was lost, and of that refunded while the dispute was open, and paid",
              "from the hold; of the hold, back to the agent; of the loss, what neither made good."
            ],
            "type": "u64"
          },
          {
            "name": "refunded_since",
            "type": "u64"
          },
          {
            "name": "paid",
            "type": "u64"
          },
          {
            "name": "released",
            "type": "u64"
          },
          {
            "name": "shortfall",
            "type": "u64"
          },
          {
            "name": "award_destination",
            "docs": [
              "Where the hold's part went."
            ],
            "type": "pubkey"
          },
          {
            "name": "slash",
            "type": {
              "defined": {
                "name": "Slash"
              }
            }
          },
          {
            "name": "bonds",
            "type": {
              "defined": {
                "name": "BondsPaid"
              }
            }
          },
          {
            "name": "list",
            "type": {
              "defined": {
                "name": "ListChange"
              }
            }
          },
          {
            "name": "lost",
            "docs": [
              "Whether it cost the agent something, and how many disputes did."
            ],
            "type": "bool"
          },
          {
            "name": "disputes_lost",
            "type": "u32"
          },
          {
            "name": "returned",
            "docs": [
              "Lamports that went to the claimant."
            ],
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "DisputeOpenArgs",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "claim",
            "docs": [
              "Base units of the mandate's mint."
            ],
            "type": "u64"
          },
          {
            "name": "evidence_hash",
            "docs": [
              "SHA-256 of what the claimant brings."
            ],
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "bond",
            "docs": [
              "Most that the claimant puts in as its bond, base units of the stake mint."
            ],
            "type": "u64"
          },
          {
            "name": "kind",
            "docs": [
              "What `subject` is; escrow refuses another."
            ],
            "type": {
              "defined": {
                "name": "SubjectKind"
              }
            }
          }
        ]
      }
    },
    {
      "name": "DisputeOpened",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "dispute",
            "type": "pubkey"
          },
          {
            "name": "vault",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "nonce",
            "type": "u64"
          },
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
            "type": "pubkey"
          },
          {
            "name": "generation",
            "type": "u64"
          },
          {
            "name": "mandate",
            "type": "pubkey"
          },
          {
            "name": "claimant",
            "type": "pubkey"
          },
          {
            "name": "mint",
            "docs": [
              "Mint of claim, hold and refunds."
            ],
            "type": "pubkey"
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
            "name": "tag",
            "type": {
              "array": [
                "u8",
                16
              ]
            }
          },
          {
            "name": "per_call_max",
            "type": "u64"
          },
          {
            "name": "claim",
            "docs": [
              "Base units."
            ],
            "type": "u64"
          },
          {
            "name": "held",
            "docs": [
              "Taken from the payer's hold, base units."
            ],
            "type": "u64"
          },
          {
            "name": "refunded",
            "docs": [
              "Refunded so far, base units."
            ],
            "type": "u64"
          },
          {
            "name": "evidence_hash",
            "type": {
              "array": [
                "u8",
                32
              ]
            }
          },
          {
            "name": "bond",
            "docs": [
              "The claimant's, base units of the stake mint."
            ],
            "type": "u64"
          },
          {
            "name": "panels",
            "type": {
              "vec": {
                "defined": {
                  "name": "PanelState"
                }
              }
            }
          },
          {
            "name": "arbiter_fee",
            "docs": [
              "Base units of the stake mint."
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
            "name": "slash_period",
            "docs": [
              "Seconds."
            ],
            "type": "i64"
          },
          {
            "name": "penalty_bps",
            "type": "u16"
          },
          {
            "name": "opened_at",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "response_ends_at",
            "type": "i64"
          },
          {
            "name": "ruling_ends_at",
            "type": "i64"
          },
          {
            "name": "deadline",
            "type": "i64"
          },
          {
            "name": "appeal_window",
            "docs": [
              "Seconds."
            ],
            "type": "i64"
          },
          {
            "name": "appeal_ruling_window",
            "type": "i64"
          },
          {
            "name": "listed",
            "docs": [
              "Whether it can slash, and so is in the vault's list, as its last."
            ],
            "type": "bool"
          },
          {
            "name": "previous",
            "docs": [
              "Before it in the list; zero without."
            ],
            "type": "pubkey"
          },
          {
            "name": "bonds_before",
            "docs": [
              "Bonds of the vault's open disputes, base units."
            ],
            "type": "u64"
          },
          {
            "name": "bonds_after",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "DisputeRuled",
      "docs": [
        "A panel's threshold was reached."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "dispute",
            "type": "pubkey"
          },
          {
            "name": "vault",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "panel",
            "docs": [
              "0 for the first panel, 1 for the one that heard the appeal."
            ],
            "type": "u8"
          },
          {
            "name": "award_bps",
            "docs": [
              "The median, basis points of the claim."
            ],
            "type": "u16"
          },
          {
            "name": "ruled_at",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
          },
          {
            "name": "appeal_ends_at",
            "docs": [
              "Until when it can be appealed against, Unix seconds; 0 where it is final."
            ],
            "type": "i64"
          }
        ]
      }
    },
    {
      "name": "ListChange",
      "docs": [
        "What a `DisputeEnded` changed of the vault's list of disputes."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "previous",
            "docs": [
              "Its neighbours, which follow each other from now on; zero without."
            ],
            "type": "pubkey"
          },
          {
            "name": "next",
            "type": "pubkey"
          },
          {
            "name": "first_after",
            "type": "pubkey"
          },
          {
            "name": "last_after",
            "type": "pubkey"
          },
          {
            "name": "oldest_dispute_at",
            "docs": [
              "Unix seconds; 0 without one."
            ],
            "type": "i64"
          },
          {
            "name": "open_disputes",
            "type": "u32"
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
      "name": "PanelState",
      "docs": [
        "A panel as it was when the dispute opened."
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
      "name": "Slash",
      "docs": [
        "What a `DisputeEnded` took of the vault, base units of the stake mint."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "to_claimant",
            "type": "u64"
          },
          {
            "name": "to_treasury",
            "docs": [
              "Penalty, and the rest of pools that were wiped."
            ],
            "type": "u64"
          },
          {
            "name": "before",
            "type": {
              "defined": {
                "name": "VaultPools"
              }
            }
          },
          {
            "name": "after",
            "type": {
              "defined": {
                "name": "VaultPools"
              }
            }
          },
          {
            "name": "slashed_after",
            "docs": [
              "In the vault's life."
            ],
            "type": "u64"
          },
          {
            "name": "slashed_in_period",
            "docs": [
              "In its present period."
            ],
            "type": "u64"
          },
          {
            "name": "period_started_at",
            "docs": [
              "Unix seconds."
            ],
            "type": "i64"
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
      "name": "VaultPools",
      "docs": [
        "All pools of a vault."
      ],
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "first_loss",
            "type": {
              "defined": {
                "name": "PoolState"
              }
            }
          },
          {
            "name": "first_loss_cooling",
            "type": {
              "defined": {
                "name": "PoolState"
              }
            }
          },
          {
            "name": "backers",
            "type": {
              "defined": {
                "name": "PoolState"
              }
            }
          },
          {
            "name": "backers_cooling",
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
      "name": "VoteCast",
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "dispute",
            "type": "pubkey"
          },
          {
            "name": "vault",
            "type": "pubkey"
          },
          {
            "name": "agent",
            "type": "pubkey"
          },
          {
            "name": "arbiter",
            "type": "pubkey"
          },
          {
            "name": "panel",
            "docs": [
              "0 for the first panel, 1 for the one that hears the appeal."
            ],
            "type": "u8"
          },
          {
            "name": "member",
            "docs": [
              "Place in the panel."
            ],
            "type": "u8"
          },
          {
            "name": "award_bps",
            "docs": [
              "Basis points of the claim."
            ],
            "type": "u16"
          },
          {
            "name": "votes",
            "docs": [
              "Votes so far."
            ],
            "type": "u8"
          },
          {
            "name": "fee",
            "docs": [
              "Base units of the stake mint, and where they went."
            ],
            "type": "u64"
          },
          {
            "name": "destination",
            "type": "pubkey"
          },
          {
            "name": "bonds_before",
            "type": "u64"
          },
          {
            "name": "bonds_after",
            "type": "u64"
          }
        ]
      }
    },
    {
      "name": "Votes",
      "docs": [
        "Votes of a panel's members, by their place in it."
      ],
      "serialization": "bytemuck",
      "repr": {
        "kind": "c"
      },
      "type": {
        "kind": "struct",
        "fields": [
          {
            "name": "awards",
            "docs": [
              "Basis points of the claim; 0 of a member who has not voted."
            ],
            "type": {
              "array": [
                "u16",
                9
              ]
            }
          },
          {
            "name": "voted",
            "docs": [
              "One bit a member."
            ],
            "type": "u16"
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
      "name": "BPS",
      "docs": [
        "Basis points of a whole: the highest award."
      ],
      "type": "u16",
      "value": "10000"
    },
    {
      "name": "CLAIM_AUTHORITY_SEED",
      "docs": [
        "Signs claims towards escrow: `[\"claim_authority\"]`"
      ],
      "type": "bytes",
      "value": "[99, 108, 97, 105, 109, 95, 97, 117, 116, 104, 111, 114, 105, 116, 121]"
    },
    {
      "name": "DISPUTE_SEED",
      "docs": [
        "`Dispute`: `[\"dispute\", subject, nonce: u64 LE]`"
      ],
      "type": "bytes",
      "value": "[100, 105, 115, 112, 117, 116, 101]"
    },
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
