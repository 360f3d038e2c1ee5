use std::cell::Ref;

use agent_labs_common::registry::{Agent, AgentStatus, AGENT_LAYOUT};
use anchor_lang::prelude::*;

use crate::{constants::AGENT_SEED, error::RegistryError, text};

/// What must hold of an agent after every instruction that changes it.
pub trait AgentRules {
    /// The INVARIANTS of `Agent` that need no other account.
    fn invariant(&self) -> Result<()>;
    fn status(&self) -> Result<AgentStatus>;
}

impl AgentRules for Agent {
    fn invariant(&self) -> Result<()> {
        let zero = Pubkey::default();
        let status = self.status()?;
        let has_version = self.latest_version > 0;
        let holds = self.version == AGENT_LAYOUT
            && text::is_handle(self.handle_bytes())
            && self.handle[self.handle_bytes().len()..].iter().all(|byte| *byte == 0)
            && self.ownership_epoch > 0
            && (has_version || matches!(status, AgentStatus::Draft | AgentStatus::Retiring))
            && (status == AgentStatus::Retiring) == (self.retires_at != 0)
            && has_version == (self.price > 0)
            && has_version == (self.price_mint != zero)
            && self.pending_owner != self.owner
            && ![self.creator, self.owner, self.agent_key, self.payout_owner].contains(&zero)
            && self.holdback >= 0;
        require!(holds, RegistryError::InvariantBroken);
        Ok(())
    }

    fn status(&self) -> Result<AgentStatus> {
        AgentStatus::from_u8(self.status).ok_or(RegistryError::InvariantBroken.into())
    }
}

/// Whether the owner may move an agent from one status to the other: the arrows of `AgentStatus`.
pub fn may_become(from: AgentStatus, to: AgentStatus) -> bool {
    use AgentStatus::{Active, Draft, Retiring, Suspended};
    matches!(
        (from, to),
        (Draft | Suspended, Active) | (Active, Suspended) | (Draft | Active | Suspended, Retiring)
    )
}

/// Reads an agent out of an account that `AccountLoader` must not hold, with the same checks (owner,
/// discriminator) and those of layout and address.
pub fn read_agent<'a>(info: &'a AccountInfo) -> Result<Ref<'a, Agent>> {
    require!(info.owner == &Agent::owner(), ErrorCode::AccountOwnedByWrongProgram);
    let data = info.try_borrow_data()?;
    let is_agent = data.len() == Agent::SPACE && data.starts_with(Agent::DISCRIMINATOR);
    require!(is_agent, ErrorCode::AccountDiscriminatorMismatch);
    let agent: Ref<Agent> = Ref::map(data, |data| bytemuck::from_bytes(&data[Agent::DISCRIMINATOR.len()..]));
    require!(agent.version == AGENT_LAYOUT, RegistryError::UnknownLayout);
    let seeds = [AGENT_SEED, agent.creator.as_ref(), agent.handle_bytes(), &[agent.bump]];
    let derived = Pubkey::create_program_address(&seeds, &crate::ID).ok();
    require!(derived == Some(*info.key), ErrorCode::ConstraintSeeds);
    Ok(agent)
}

#[cfg(test)]
mod tests {
    use super::*;
    use AgentStatus::{Active, Draft, Retiring, Suspended};

    fn key(n: u8) -> Pubkey {
        Pubkey::new_from_array([n; 32])
    }

    fn agent(status: AgentStatus) -> Agent {
        let mut agent: Agent = bytemuck::Zeroable::zeroed();
        agent.version = AGENT_LAYOUT;
        agent.status = status as u8;
        agent.handle_len = 3;
        agent.handle[..3].copy_from_slice(b"abc");
        agent.ownership_epoch = 1;
        agent.creator = key(1);
        agent.owner = key(2);
        agent.agent_key = key(3);
        agent.payout_owner = key(4);
        if status != Draft {
            agent.latest_version = 1;
            agent.price = 1;
            agent.price_mint = key(5);
        }
        if status == Retiring {
            agent.retires_at = 9;
        }
        agent
    }

    #[test]
    fn valid_agents_hold() {
        for status in [Draft, Active, Suspended, Retiring] {
            agent(status).invariant().unwrap();
        }
    }

    #[test]
    fn every_rule_binds() {
        let changes: [fn(&mut Agent); 20] = [
            |a| a.version = 0,
            |a| a.status = 4,
            |a| a.handle_len = 2,
            |a| a.handle_len = 33,
            |a| a.handle[0] = b'A',
            |a| a.handle[31] = b'a',
            |a| a.ownership_epoch = 0,
            |a| a.latest_version = 0,
            |a| a.retires_at = 1,
            |a| a.status = Retiring as u8,
            |a| a.price = 0,
            |a| a.price_mint = key(0),
            |a| a.pending_owner = a.owner,
            |a| a.creator = key(0),
            |a| a.owner = key(0),
            |a| a.agent_key = key(0),
            |a| a.payout_owner = key(0),
            |a| a.holdback = -1,
            |a| a.holdback = i64::MIN,
            |a| a.status = Draft as u8 + 255,
        ];
        for (at, change) in changes.iter().enumerate() {
            let mut changed = agent(Active);
            change(&mut changed);
            assert_eq!(changed.invariant(), Err(RegistryError::InvariantBroken.into()), "{at}");
        }
        let mut draft = agent(Draft);
        draft.price = 1;
        assert_eq!(draft.invariant(), Err(RegistryError::InvariantBroken.into()));
    }

    #[test]
    fn arrows() {
        let all = [Draft, Active, Suspended, Retiring];
        let allowed = [
            (Draft, Active),
            (Draft, Retiring),
            (Active, Suspended),
            (Suspended, Active),
            (Active, Retiring),
            (Suspended, Retiring),
        ];
        for from in all {
            for to in all {
                assert_eq!(may_become(from, to), allowed.contains(&(from, to)), "{from:?} {to:?}");
            }
        }
    }
}
