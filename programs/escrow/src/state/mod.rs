pub mod channel;
pub mod claim;
pub mod credit;
pub mod hold;
pub mod job;
pub mod job_claim;
pub mod mandate;

pub use channel::*;
pub use credit::*;
pub use hold::*;
pub use job::*;
pub use mandate::*;
