use agent_labs_common::{consent, ids, seeds};
use anchor_lang::prelude::*;

/// `ConsentGrant`: `["grant", subject, controller, purpose: 32 bytes]`
#[constant]
pub const GRANT_SEED: &[u8] = b"grant";
/// `Approval`: `["approval", mandate, digest: 32 bytes]`
#[constant]
pub const APPROVAL_SEED: &[u8] = b"approval";
/// `AuditLog`: `["audit_log", operator, id: u64 LE]`
#[constant]
pub const AUDIT_LOG_SEED: &[u8] = b"audit_log";
/// The registry's `Config`: `["config"]` under the registry's id.
#[constant]
pub const CONFIG_SEED: &[u8] = seeds::CONFIG;
/// Escrow's signer that uses approvals up: `["approval_consumer"]` under escrow's id.
#[constant]
pub const APPROVAL_CONSUMER_SEED: &[u8] = seeds::APPROVAL_CONSUMER;

/// Its address.
#[constant]
pub const APPROVAL_CONSUMER: Pubkey = ids::APPROVAL_CONSUMER;
/// The escrow program, whose mandates name approvers.
#[constant]
pub const ESCROW_PROGRAM: Pubkey = ids::escrow::ID;

/// Domain of a call's hash.
#[constant]
pub const CALL_DOMAIN: &[u8] = consent::CALL_DOMAIN;
/// Domain of an approval's digest.
#[constant]
pub const APPROVAL_DOMAIN: &[u8] = consent::APPROVAL_DOMAIN;
/// Domain of a log's chain of anchors.
#[constant]
pub const ANCHOR_DOMAIN: &[u8] = b"agent-labs/anchor/v1";

/// Most bytes of instruction data that an approval is asked for; a transaction holds hardly more.
#[constant]
pub const MAX_CALL_DATA: u16 = 704;
/// Most accounts of such a call, which is as many as a transaction may lock.
#[constant]
pub const MAX_CALL_KEYS: u8 = 64;
/// Longest life of an approval from its request, seconds.
#[constant]
pub const APPROVAL_LIFE_MAX: i64 = 30 * 86_400;
/// How long a consent that counts no more stays readable, seconds: so long that no cache, and no transaction that
/// gives it again, outlives what it says.
#[constant]
pub const GRANT_REST: i64 = 86_400;

/// Layout version of this program's accounts.
pub const LAYOUT: u8 = 1;
