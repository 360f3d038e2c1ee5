//! When what is locked is released: pure, without accounts or clock.
//!
//! What is released never falls as time goes on, never exceeds what is locked, and rounds down. More locked under the
//! same schedule never releases less at any moment.

use anchor_lang::prelude::*;

use crate::{
    constants::{END_OF_TIME, MAX_MILESTONES},
    error::TimelockError,
    math::{self, Checked},
};

/// A schedule as it is agreed on. Moments are Unix seconds, amounts base units.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Debug, PartialEq, Eq)]
pub enum ScheduleTerms {
    /// Nothing before `cliff_at`; then `cliff_amount`, and of the rest what of `start..end` has passed.
    Linear { start: i64, cliff_at: i64, cliff_amount: u64, end: i64 },
    /// Nothing before `cliff_at`; then `cliff_amount`, and `period_amount` for each whole `period` since `start`,
    /// until all is released.
    Periodic { start: i64, cliff_at: i64, cliff_amount: u64, period: i64, period_amount: u64 },
    /// Each amount as the approver approves it, before `deadline`; what is not approved by then goes back.
    Milestones { amounts: Vec<u64>, approver: Pubkey, in_order: bool, deadline: i64 },
}

/// How a `Schedule` releases. Stored as a `u8`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum ScheduleKind {
    Linear = 0,
    Periodic = 1,
    Milestones = 2,
}

/// A `ScheduleTerms` as accounts store it.
///
/// INVARIANTS: never changes; what its kind does not use is zero. 0 ≤ start ≤ cliff_at ≤ its end ≤ `END_OF_TIME`,
/// and start < end where linear; period and period_amount above zero where periodic; with milestones 1 to 8 of them,
/// each above zero, and an approver.
#[zero_copy]
#[derive(Debug, PartialEq, Eq)]
pub struct Schedule {
    pub start: i64,
    pub cliff_at: i64,
    /// End of a linear schedule, deadline of milestones; 0 where periodic.
    pub end: i64,
    /// Seconds.
    pub period: i64,
    /// Base units.
    pub cliff_amount: u64,
    /// Base units.
    pub period_amount: u64,
    pub approver: Pubkey,
    /// Base units each; `milestone_count` of them, the rest zero.
    pub milestones: [u64; MAX_MILESTONES as usize],
    /// `ScheduleKind`
    pub kind: u8,
    pub milestone_count: u8,
    /// 1 where milestones are approved in order.
    pub in_order: u8,
    pub padding: [u8; 5],
}

impl ScheduleTerms {
    /// Checks the terms for a lock of `total` base units, and gives them as they are stored.
    pub fn checked(&self, total: u64) -> Checked<Schedule> {
        let mut schedule = Schedule::default();
        match self {
            Self::Linear { start, cliff_at, cliff_amount, end } => {
                require_that(start < end, TimelockError::StartAfterEnd)?;
                schedule.kind = ScheduleKind::Linear as u8;
                (schedule.start, schedule.cliff_at, schedule.end) = (*start, *cliff_at, *end);
                schedule.cliff_amount = *cliff_amount;
            }
            Self::Periodic { start, cliff_at, cliff_amount, period, period_amount } => {
                require_that(*period > 0 && *period_amount > 0, TimelockError::PeriodInvalid)?;
                schedule.kind = ScheduleKind::Periodic as u8;
                (schedule.start, schedule.cliff_at, schedule.cliff_amount) =
                    (*start, *cliff_at, *cliff_amount);
                (schedule.period, schedule.period_amount) = (*period, *period_amount);
            }
            Self::Milestones { amounts, approver, in_order, deadline } => {
                let few = (1..=usize::from(MAX_MILESTONES)).contains(&amounts.len());
                let above_zero = amounts.iter().all(|amount| *amount > 0);
                require_that(few && above_zero, TimelockError::MilestonesInvalid)?;
                let sum = amounts.iter().try_fold(0, |sum, amount| math::add(sum, *amount))?;
                require_that(sum == total, TimelockError::MilestoneSumMismatch)?;
                require_that(*approver != Pubkey::default(), TimelockError::ApproverInvalid)?;
                schedule.kind = ScheduleKind::Milestones as u8;
                schedule.end = *deadline;
                schedule.approver = *approver;
                schedule.milestones[..amounts.len()].copy_from_slice(amounts);
                schedule.milestone_count = amounts.len() as u8;
                schedule.in_order = u8::from(*in_order);
            }
        }
        require_that(schedule.cliff_amount <= total, TimelockError::CliffAboveTotal)?;
        require_that(schedule.start >= 0, TimelockError::ScheduleOutOfRange)?;
        let end = schedule.ends_at(total)?;
        let in_between = schedule.start <= schedule.cliff_at && schedule.cliff_at <= end;
        require_that(in_between, TimelockError::CliffOutsideSchedule)?;
        require_that((0..=END_OF_TIME).contains(&end), TimelockError::ScheduleOutOfRange)?;
        Ok(schedule)
    }
}

impl Schedule {
    pub fn kind(&self) -> Checked<ScheduleKind> {
        [ScheduleKind::Linear, ScheduleKind::Periodic, ScheduleKind::Milestones]
            .into_iter()
            .find(|kind| *kind as u8 == self.kind)
            .ok_or(TimelockError::UnknownLayout)
    }

    /// What is released of `total` base units at `at`, Unix seconds, with these milestones approved, a bit each.
    pub fn released(&self, total: u64, approved: u8, at: i64) -> Checked<u64> {
        let kind = self.kind()?;
        if kind == ScheduleKind::Milestones {
            return self.approved_sum(approved);
        }
        if at < self.cliff_at {
            return Ok(0);
        }
        let rest = math::sub(total, self.cliff_amount)?;
        let elapsed = math::seconds_between(self.start, at);
        let by_time = if kind == ScheduleKind::Linear {
            let span = math::seconds_between(self.start, self.end);
            math::portion(rest, elapsed.min(span), span)?
        } else {
            let periods = elapsed / self.period_seconds()?;
            math::times_up_to(self.period_amount, periods, rest)
        };
        math::add(self.cliff_amount, by_time)
    }

    /// When all of `total` base units is released by time, or the deadline of milestones, Unix seconds.
    pub fn ends_at(&self, total: u64) -> Checked<i64> {
        if self.kind()? != ScheduleKind::Periodic {
            return Ok(self.end);
        }
        let rest = math::sub(total, self.cliff_amount)?;
        let periods = rest.div_ceil(self.period_amount.max(1));
        let seconds =
            periods.checked_mul(self.period_seconds()?).and_then(|seconds| i64::try_from(seconds).ok());
        let seconds = seconds.ok_or(TimelockError::ScheduleOutOfRange)?;
        let last = self.start.checked_add(seconds).ok_or(TimelockError::ScheduleOutOfRange)?;
        Ok(last.max(self.cliff_at))
    }

    /// Bits of all milestones.
    pub fn all_milestones(&self) -> u8 {
        u8::MAX.checked_shr(u32::from(MAX_MILESTONES.saturating_sub(self.milestone_count))).unwrap_or(0)
    }

    /// The schedule as it was agreed on.
    pub fn terms(&self) -> Checked<ScheduleTerms> {
        let Self { start, cliff_at, cliff_amount, end, period, period_amount, approver, .. } = *self;
        Ok(match self.kind()? {
            ScheduleKind::Linear => ScheduleTerms::Linear { start, cliff_at, cliff_amount, end },
            ScheduleKind::Periodic => {
                ScheduleTerms::Periodic { start, cliff_at, cliff_amount, period, period_amount }
            }
            ScheduleKind::Milestones => ScheduleTerms::Milestones {
                amounts: self.milestones[..usize::from(self.milestone_count.min(MAX_MILESTONES))].to_vec(),
                approver,
                in_order: self.in_order != 0,
                deadline: end,
            },
        })
    }

    fn approved_sum(&self, approved: u8) -> Checked<u64> {
        let amounts = self.milestones.iter().enumerate().filter(|(at, _)| approved & (1 << at) != 0);
        amounts.map(|(_, amount)| *amount).try_fold(0, math::add)
    }

    fn period_seconds(&self) -> Checked<u64> {
        let seconds = u64::try_from(self.period).ok().filter(|seconds| *seconds > 0);
        seconds.ok_or(TimelockError::PeriodInvalid)
    }
}

impl Default for Schedule {
    fn default() -> Self {
        bytemuck::Zeroable::zeroed()
    }
}

fn require_that(holds: bool, error: TimelockError) -> Checked<()> {
    holds.then_some(()).ok_or(error)
}

#[cfg(test)]
mod tests;
